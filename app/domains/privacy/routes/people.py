"""Find a person, hand over what is kept of her, or erase her."""

from __future__ import annotations

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.core import clock
from app.core.access import proved, requires, workspace_id
from app.core.forms import whole_number
from app.core.htmx import render
from app.domains.privacy import erasing, erasing_words, erasures, exporting, needles, tracing
from app.domains.privacy.routes.console import MANAGES, blueprint
from app.domains.privacy.states import Subject

LONGEST = 200


def _typed() -> str:
    # PostgreSQL keeps no text that holds a NUL, nor looks for one.
    return request.values.get("q", "").replace("\0", "")[:LONGEST]


def _person() -> erasing.Person:
    ids = [found for raw in request.values.getlist("prospect")[:50] if (found := whole_number(raw)) is not None]
    return erasing.person(workspace_id(), _typed(), ids)


@blueprint.get("/personne")
@requires(MANAGES)
def find_person() -> ResponseReturnValue:
    """Ask whom one looks for, and show what was found."""
    return _found(_typed())


def _found(typed: str, error: str = "") -> ResponseReturnValue:
    found = tracing.found_leads(workspace_id(), typed)
    # Of several, each page would count for another person: what is ticked is counted on the next one.
    who = erasing.person(workspace_id(), typed, [lead.id for lead in found])
    counts = erasing.weigh(who) if typed.strip() and len(found) <= 1 else {}
    shown = {"typed": typed, "found": found, "who": who, "counts": counts,
             "is_known": bool(needles.of((), typed).words)}  # fmt: skip
    listed = () if typed else erasing.of_workspace(workspace_id())
    page = render_template("privacy/person.html", words=erasing_words, erasures=listed,
                           askers=erasures.askers(listed), error=error, **shown)  # fmt: skip
    return page, 422 if error else 200


def _refusal(who: erasing.Person) -> str:
    """Say why nobody can be erased by what was typed and ticked, empty where somebody can."""
    if not who.leads and tracing.found_leads(who.workspace_id, who.typed):
        return str(erasing_words.NOT_TICKED)
    return "" if who.leads or who.needles.words else str(erasing_words.NOBODY)


@blueprint.post("/personne/exportation")
@requires(MANAGES)
def export_person() -> ResponseReturnValue:
    """Have a person's file made."""
    who = _person()
    ids = [lead.id for lead in who.leads]
    row = exporting.ask(workspace_id(), Subject.PERSON, current_user.id, words=who.typed, lead_ids=ids)
    return redirect(url_for("privacy.show_export", export_id=row.id), code=303)


@blueprint.get("/personne/effacement")
@requires(MANAGES)
@proved
def confirm_erasure() -> ResponseReturnValue:
    """Show what an erasure would reach."""
    who = _person()
    refusal = _refusal(who)
    if refusal:
        return _found(who.typed, refusal)
    return render_template("privacy/confirming_erasure.html", who=who, counts=erasing.weigh(who), words=erasing_words)


@blueprint.post("/personne/effacement")
@requires(MANAGES)
@proved
def create_erasure() -> ResponseReturnValue:
    """Have the person erased."""
    who = _person()
    refusal = _refusal(who)
    if refusal:
        return _found(who.typed, refusal)
    row = erasing.ask(who, by_id=current_user.id)
    return redirect(url_for("privacy.show_erasure", erasure_id=row.id), code=303)


@blueprint.get("/personne/effacement/<int:erasure_id>")
@requires(MANAGES)
def show_erasure(erasure_id: int) -> ResponseReturnValue:
    """Show how far an erasure is, and its certificate."""
    row = erasing.erasure_of(workspace_id(), erasure_id) or abort(404)
    return render("privacy/erasure.html", "privacy/_erasure.html", row=row, words=erasing_words, now=clock.now())
