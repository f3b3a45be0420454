"""Erase one person of a workspace: her rows, what hangs on them, and every other place that quotes her."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from app.core import clock, crypto
from app.core.db import db
from app.core.errors import Conflict
from app.domains.audit import services as audit
from app.domains.compliance import services as compliance
from app.domains.compliance.states import Silence
from app.domains.leads import services as leads
from app.domains.leads.models import Lead
from app.domains.privacy import certificates, erasing_words, exporting, needles, scope, scrubbing, tracing
from app.domains.privacy.kept import KEPT_OF_PERSON
from app.domains.privacy.models import Erasure, PrivacyExport
from app.domains.privacy.needles import Needles
from app.domains.privacy.states import ErasureState, Subject


@dataclass(frozen=True)
class Person:
    """Whom an erasure is about: what was typed, and the prospects it led to."""

    workspace_id: int
    typed: str
    leads: Sequence[Lead] = ()

    @property
    def needles(self) -> Needles:
        """Return what she is known by."""
        return needles.of(self.leads, self.typed)


def person(workspace_id: int, typed: str, lead_ids: Sequence[int] = ()) -> Person:
    """Return a person of a workspace; ids that are not its own are passed over."""
    mine = select(Lead).where(Lead.workspace_id == workspace_id, Lead.id.in_(lead_ids)).order_by(Lead.id)
    return Person(workspace_id, typed, db.session.scalars(mine).all() if lead_ids else ())


def weigh(who: Person) -> dict[str, int]:
    """Return how many rows of each table tell of a person, hers and those that quote her."""
    known, seen = who.needles, tracing.owned(who.workspace_id, [one.id for one in who.leads])
    counts = Counter({name: len(ids) for name, ids in seen.items()})
    for table in scope.tables():
        if table.name not in KEPT_OF_PERSON:
            found = {row["id"] for row in tracing.quoting(who.workspace_id, table, known)}
            counts[table.name] += len(found - seen.get(table.name, set()))
    return {name: count for name, count in counts.items() if count}


def erase_person(who: Person, *, by_id: int) -> Erasure:
    """Erase a person everywhere, keep her digests on the do-not-contact list, leave a certificate, and commit.

    Raises:
        Conflict: nothing identifies her, or something that names her is on its way.
    """
    known = who.needles
    if not known.words and not who.leads:
        raise Conflict("nobody", erasing_words.NOBODY)
    scrubbing.check(who.workspace_id, known)
    counts = Counter(weigh(who))
    for lead in who.leads:
        if db.session.get(Lead, lead.id) is not None:
            leads.forget(lead, by_id=by_id)
    _silence(who, by_id)
    counts["files"] += scrubbing.scrub(who.workspace_id, known)["files"]
    row = _certificate(who.workspace_id, counts, by_id)
    audit.record("erasure.done", workspace_id=who.workspace_id)
    db.session.commit()
    # Each of them may hold her; a fresh one is asked for in a touch.
    mine = select(PrivacyExport).where(PrivacyExport.workspace_id == who.workspace_id).order_by(PrivacyExport.id)
    exporting.drop(db.session.scalars(mine).all())
    return row


def _silence(who: Person, by_id: int) -> None:
    number = needles.phone_of(who.typed)
    marks = {"phone": number} if number else {"email": who.typed.strip().lower()} if "@" in who.typed else {}
    if marks:
        compliance.forbid(who.workspace_id, marks, reason=Silence.ERASED, by_id=by_id)
        emails = [marks["email"]] if "email" in marks else []
        compliance.end_consents(who.workspace_id, emails)
        compliance.unname_consents(who.workspace_id, emails)


def _certificate(workspace_id: int, counts: Counter[str], by_id: int) -> Erasure:
    now, code = clock.now(), crypto.new_code()
    paper = certificates.certified(Subject.PERSON, code, counts)
    row = Erasure(workspace_id=workspace_id, subject=Subject.PERSON, state=ErasureState.DONE, code=code, due_at=now,
                  certificate=paper, digest=certificates.digest(paper), asked_by=by_id, ended_at=now)  # fmt: skip
    db.session.add(row)
    return row
