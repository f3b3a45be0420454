"""`audit.record(…)`: one line of the journal, written with what it tells, in one transaction.

Any domain calls it, from a service, before its own commit:

    from app.domains.audit import services as audit
    audit.record("token.created", workspace_id=workspace.id, subject=token.name)
    audit.record("password.changed", person_id=user.id)

A new kind is a line of `wording.KINDS`; who, which door and from where are found in the present request.
"""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import column, delete, select, table, update

from app.core import clock
from app.core.db import allow_writes, db
from app.domains.audit.actors import Actor, is_visiting, present
from app.domains.audit.models import AuditLine
from app.domains.audit.wording import KINDS

# The migration's triggers keep a line 730 days.
KEPT = timedelta(days=731)
# Accounts stand above: their table is read by its name.
_PEOPLE = table("users", column("id"), column("email"))


def record(
    kind: str,
    *,
    workspace_id: int | None = None,
    person_id: int | None = None,
    subject: str = "",
    detail: str = "",
    actor: Actor | None = None,
) -> None:
    """Add one line to the journal, in the present transaction.

    Args:
        kind: one of wording.KINDS.
        workspace_id: the workspace it happened in.
        person_id: instead of it, whose account it is about: her sign-ins, her password.
        subject: on what: an address, a file's name, a publication's number; never a prospect's name or a secret.
        detail: a code of wording.CODES, or two with « > » between what was and what is.
        actor: who did it, when the request does not say: see actors.by_letter.

    Raises:
        KeyError: nothing names this kind.
    """
    KINDS[kind]
    who = actor or present()
    db.session.add(
        AuditLine(
            workspace_id=workspace_id,
            person_id=person_id,
            kind=kind,
            subject=subject[:254],
            detail=detail[:120],
            by_id=who.by_id,
            by_name=_name(who.by_id),
            door=who.door,
            address=who.address,
            happened_at=clock.now(),
        )
    )


def note(kind: str, workspace_id: int) -> None:
    """Write a line of what a page that only reads gives away, and commit; a visitor of the demonstration's, never."""
    if is_visiting():
        return
    allow_writes()
    record(kind, workspace_id=workspace_id)
    db.session.commit()


def unname(person_id: int, email: str) -> None:
    """Empty what names a person whose account is gone, in the present transaction: the lines stay, without her."""
    bare = {"synchronize_session": False}
    hers = update(AuditLine).where(AuditLine.by_id == person_id, AuditLine.by_name != "")
    db.session.execute(hers.values(by_name="", address="").execution_options(**bare))
    about = update(AuditLine).where(AuditLine.workspace_id.is_not(None), AuditLine.subject == email)
    db.session.execute(about.values(subject="").execution_options(**bare))


def forget_old() -> int:
    """Delete the lines that are two years old, in the present transaction; return how many."""
    old = select(AuditLine.id).where(AuditLine.happened_at < clock.now() - KEPT).limit(1_000)
    ids = db.session.scalars(old).all()
    db.session.execute(delete(AuditLine).where(AuditLine.id.in_(ids)).execution_options(synchronize_session=False))
    return len(ids)


def _name(person_id: int | None) -> str:
    return db.session.scalar(select(_PEOPLE.c.email).where(_PEOPLE.c.id == person_id)) or "" if person_id else ""
