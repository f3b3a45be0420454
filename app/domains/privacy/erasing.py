"""Erase one person of a workspace: her files, her rows, what hangs on them, every other place that quotes her."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import select

from app.core import clock, crypto, logs
from app.core.background import ring_after_commit
from app.core.db import db
from app.core.errors import Conflict
from app.core.storage import StorageError, store
from app.domains.accounts.models import User
from app.domains.audit import services as audit
from app.domains.compliance import services as compliance
from app.domains.compliance.states import Silence
from app.domains.leads import services as leads
from app.domains.leads.models import Lead
from app.domains.leads.services import forgetting, silencing
from app.domains.privacy import erasing_words, erasures, exporting, import_files, needles, scope, scrubbing, tracing
from app.domains.privacy.kept import KEPT_OF_PERSON
from app.domains.privacy.models import Erasure, PrivacyExport
from app.domains.privacy.needles import Needles
from app.domains.privacy.states import Subject
from app.domains.workspaces.models import Workspace

JOB = "app.domains.privacy.jobs.erase_person"
SHOWN = 50
# What has gone, and what is still to go, before there is a certificate to say so.
_COUNTS, _READ, _PICTURES = "counts", "read", "pictures"

log = logs.get("privacy.erasing")


@dataclass(frozen=True)
class Person:
    """Whom an erasure is about: what was typed, the prospects it led to with those merged into them, and the words that
    were known of her.
    """

    workspace_id: int
    typed: str
    leads: Sequence[Lead] = ()
    words: frozenset[str] = frozenset()

    @cached_property
    def needles(self) -> Needles:
        """Return what she is known by, found once: an erasure looks for the same words from end to end."""
        return Needles(needles.known(self.workspace_id, self.leads, self.typed).words | self.words)

    @property
    def chosen(self) -> list[Lead]:
        """Return the prospects that lists show."""
        return [lead for lead in self.leads if lead.merged_into_id is None]

    @property
    def merged(self) -> int:
        """Return how many prospects were merged into those."""
        return len(self.leads) - len(self.chosen)


def person(workspace_id: int, typed: str, lead_ids: Sequence[int] = (), words: Iterable[str] = ()) -> Person:
    """Return a person of a workspace; ids that are not its own are passed over."""
    mine = select(Lead).where(Lead.workspace_id == workspace_id, Lead.id.in_(lead_ids)).order_by(Lead.id)
    hers = forgetting.with_merged(db.session.scalars(mine).all()) if lead_ids else []
    return Person(workspace_id, typed, hers, frozenset(words))


def weigh(who: Person) -> dict[str, int]:
    """Return how many rows of each table tell of a person, hers and those that quote her."""
    known, seen = who.needles, tracing.owned(who.workspace_id, [one.id for one in who.leads])
    counts = Counter({name: len(ids) for name, ids in seen.items()})
    for table in scope.tables():
        if table.name not in KEPT_OF_PERSON:
            found = {row["id"] for row in tracing.quoting(who.workspace_id, table, known)}
            counts[table.name] += len(found - seen.get(table.name, set()))
    return {name: count for name, count in counts.items() if count}


def ask(who: Person, *, by_id: int) -> Erasure:
    """Have a person erased at once, by a worker, and commit; asked twice, it is once.

    Raises:
        Conflict: nothing identifies her, or something that names her is on its way.
    """
    known = who.needles
    if not known.words and not who.leads:
        raise Conflict("nobody", erasing_words.NOBODY)
    # With the words, for one who takes it up half done finds her prospects gone.
    about = {"typed": who.typed, "lead_ids": [lead.id for lead in who.leads], "words": sorted(known.words)}
    # One touch at a time, or two would both find that nobody asked.
    db.session.execute(select(Workspace.id).where(Workspace.id == who.workspace_id).with_for_update(key_share=True))
    for asked in db.session.scalars(erasures.under_way(who.workspace_id, Subject.PERSON)):
        if _about(asked) == about:
            return asked
    scrubbing.check(who.workspace_id, known)
    row = Erasure(workspace_id=who.workspace_id, subject=Subject.PERSON, code=crypto.new_code(), asked_by=by_id,
                  due_at=clock.now(), sealed_about=crypto.seal(json.dumps(about)))  # fmt: skip
    db.session.add(row)
    audit.record("erasure.asked", workspace_id=who.workspace_id)
    db.session.flush()
    ring_after_commit(JOB, row.id, on="now")
    db.session.commit()
    return row


def _about(row: Erasure) -> dict[str, Any] | None:
    """Return whom an erasure is about, None where no present key tells."""
    try:
        found: dict[str, Any] = json.loads(crypto.unseal(row.sealed_about))
    except crypto.UnreadableSecret:
        return None
    return found


def erase(erasure_id: int) -> None:
    """Erase a person everywhere, keep her digests on the do-not-contact list, and leave a certificate.

    Imported files go first, then her rows, their pictures and the exports; the certificate is last: a worker that dies
    in between leaves the rest to the next. What is on its way, or a store that does not answer, has it tried
    again in a minute.
    """
    row = db.session.get(Erasure, erasure_id)
    if row is None or not erasures.claimed(row):
        db.session.rollback()
        return
    about = _about(row)
    if about is None:
        log.error("nobody knows any more whom an erasure is about", erasure_id=erasure_id)
        erasures.cancelled(row)
        db.session.commit()
        return
    try:
        _erase(row, person(row.workspace_id, **about))
    except (Conflict, StorageError) as error:
        db.session.rollback()
        log.warning("erasure put off", erasure_id=erasure_id, why=str(error))
        erasures.put_off(row)


def _erase(row: Erasure, who: Person) -> None:
    known, by_id = who.needles, _still_here(row.asked_by)
    # First, so that no import that begins from now on brings her back.
    _silence(who, by_id)
    db.session.commit()
    _rewrite_files(row, known)
    scrubbing.check(who.workspace_id, known)
    # What was counted before a worker died has gone since, or is counted again.
    row.certificate = row.certificate | {_COUNTS: Counter(row.certificate.get(_COUNTS, {})) | Counter(weigh(who))}
    _commit(row, scrubbing.scrub_contents(who.workspace_id, known))
    for lead in who.leads:
        if db.session.get(Lead, lead.id) is not None:
            leads.forget(lead, by_id=by_id)
    _commit(row, scrubbing.scrub(who.workspace_id, known))
    for key in row.certificate[_PICTURES]:
        store().delete(key)
    # An import that was under way may have left her in its files, or among the prospects.
    _rewrite_files(row, known)
    scrubbing.check(who.workspace_id, known)
    if any(tracing.quoting(who.workspace_id, scope.table_of(Lead), known)):
        raise Conflict("importing", erasing_words.IMPORTING)
    # Each of them may hold her; a fresh one is asked for in a touch.
    mine = select(PrivacyExport).where(PrivacyExport.workspace_id == who.workspace_id).order_by(PrivacyExport.id)
    exporting.drop(db.session.scalars(mine).all(), delete=store().delete)
    if erasures.end(row, row.certificate[_COUNTS]):
        audit.record("erasure.done", workspace_id=who.workspace_id)
    db.session.commit()


def _commit(row: Erasure, pictures: Sequence[str]) -> None:
    """Commit, and remember the pictures that are to be deleted: once they are no row's, nothing else knows them."""
    row.certificate = row.certificate | {_PICTURES: [*row.certificate.get(_PICTURES, ()), *pictures]}
    db.session.commit()


def _rewrite_files(row: Erasure, known: Needles) -> None:
    """Take her out of the imported files, and remember which were read: a worker that dies leaves the rest."""
    for digest, is_named in import_files.scrub(row.workspace_id, known, row.certificate.get(_READ, ())):
        counts = Counter(row.certificate.get(_COUNTS, {})) + Counter(files=int(is_named))
        row.certificate = row.certificate | {_COUNTS: counts, _READ: [*row.certificate.get(_READ, ()), digest]}
        db.session.commit()


def _still_here(user_id: int | None) -> int | None:
    """Return the number of an account, unless it was closed meanwhile."""
    return user_id if user_id is not None and db.session.get(User, user_id) is not None else None


def of_workspace(workspace_id: int) -> Sequence[Erasure]:
    """Return the latest erasures of persons a workspace asked for, the newest first."""
    mine = select(Erasure).where(Erasure.workspace_id == workspace_id, Erasure.subject == Subject.PERSON)
    return db.session.scalars(mine.order_by(Erasure.id.desc()).limit(SHOWN)).all()


def erasure_of(workspace_id: int, erasure_id: int) -> Erasure | None:
    """Return an erasure of a person, if it is this workspace's."""
    row = db.session.get(Erasure, erasure_id)
    return row if row is not None and (row.workspace_id, row.subject) == (workspace_id, Subject.PERSON) else None


def _silence(who: Person, by_id: int | None) -> None:
    for lead in who.leads:
        compliance.forbid(who.workspace_id, silencing.own_marks(lead), reason=Silence.ERASED, by_id=by_id)
    number = needles.phone_of(who.typed)
    marks = {"phone": number} if number else {"email": who.typed.strip().lower()} if "@" in who.typed else {}
    if marks:
        compliance.forbid(who.workspace_id, marks, reason=Silence.ERASED, by_id=by_id)
        emails = [marks["email"]] if "email" in marks else []
        compliance.end_consents(who.workspace_id, emails)
        compliance.unname_consents(who.workspace_id, emails)
