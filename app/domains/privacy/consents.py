"""The register of consents: to whom one may write, on what ground, with the proof the sender carries (LCAP, s. 13)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Row, Select, and_, func, or_, select

from app.core import clock
from app.core.db import db
from app.core.forms import stripped
from app.domains.accounts.models import User
from app.domains.audit import services as audit
from app.domains.compliance import digests, queries
from app.domains.compliance import services as compliance
from app.domains.compliance.models import Consent
from app.domains.compliance.services import Address, Proof
from app.domains.compliance.states import ConsentKind
from app.domains.leads import naming
from app.domains.leads.models import Lead
from app.domains.leads.services import composing

PAGE, PIECE, LONGEST = 50, 500, 100
# The address of the page speaks French.
KINDS = {
    "expres": (ConsentKind.EXPRESS,),
    "publication": (ConsentKind.PUBLICATION,),
    "affaires": (ConsentKind.PURCHASE, ConsentKind.INQUIRY),
}
LIVING, EXPIRED, WITHDRAWN = "vigueur", "echu", "retire"
STATES = (LIVING, EXPIRED, WITHDRAWN)
_ADDRESS = re.compile(r"[^\s<>()«»\"',;:]+@[^\s<>()«»\"',;:]+")


@dataclass(frozen=True)
class Asked:
    """Which lines: of one ground, in one state, about some words; an empty text narrows nothing."""

    kind: str = ""
    state: str = ""
    words: str = ""

    @property
    def query(self) -> dict[str, str]:
        """Return what the address says."""
        told = {"fondement": self.kind, "etat": self.state, "q": self.words}
        return {name: value for name, value in told.items() if value}


@dataclass(frozen=True)
class Line:
    """A consent, the prospect it is of (None once that is gone), its address if it is still written somewhere."""

    consent: Consent
    lead_id: int | None
    lead_name: str
    address: str
    recorded_by: str
    state: str


@dataclass(frozen=True)
class Page:
    """Some lines, newest first, and the `apres` of the following ones (None on the last page)."""

    items: Sequence[Line]
    next: int | None


def read(arguments: Mapping[str, str]) -> Asked:
    """Read the filters of an address; what it says wrongly narrows nothing."""
    kind, state = arguments.get("fondement", ""), arguments.get("etat", "")
    words: str = stripped(arguments.get("q", "")[:LONGEST])
    return Asked(kind if kind in KINDS else "", state if state in STATES else "", words)


def page(workspace_id: int, asked: Asked, after: int | None = None) -> Page:
    """Return a page of the register."""
    rows = _lines(workspace_id, asked, after, PAGE + 1)
    return Page(rows[:PAGE], rows[PAGE - 1].consent.id if len(rows) > PAGE else None)


def every_line(workspace_id: int, asked: Asked) -> Iterator[Line]:
    """Yield the whole register, newest first, a piece at a time."""
    after: int | None = None
    while rows := _lines(workspace_id, asked, after, PIECE):
        yield from rows
        after = rows[-1].consent.id


def line_of(workspace_id: int, consent_id: int) -> Line | None:
    """Return one line of a workspace's register."""
    row = db.session.execute(_joined(workspace_id).where(Consent.id == consent_id)).first()
    return _line(row) if row else None


def has_express(workspace_id: int, email: str) -> bool:
    """Tell whether an express consent of an address is in force: noted again, it would add nothing."""
    found = queries.living_consent(workspace_id, email)
    return found is not None and found.kind == ConsentKind.EXPRESS


def note_express(workspace_id: int, email: str, proof: Proof) -> Consent:
    """Keep an express consent that a person of the workspace notes, and commit.

    Raises:
        ConsentRefused: the address is on the do-not-contact list.
    """
    mine = select(Lead.id).where(
        Lead.workspace_id == workspace_id, func.lower(Lead.email) == email, Lead.merged_into_id.is_(None)
    )
    lead_id = db.session.scalar(mine.order_by(Lead.id).limit(1))
    row = compliance.record_express(workspace_id, Address(email, lead_id=lead_id), proof)
    audit.record("consent.noted", workspace_id=workspace_id)
    db.session.commit()
    return row


def withdraw(line: Line, *, by_id: int) -> None:
    """Note that a person takes her consent back: every consent of her address ends, nobody writes there, and commit."""
    consent = line.consent
    compliance.withdraw(consent, by_id=by_id)
    same = select(Lead.id).where(Lead.workspace_id == consent.workspace_id, func.lower(Lead.email) == line.address)
    touched = set(db.session.scalars(same)) if line.address else set[int]()
    composing.recompose(consent.workspace_id, touched | ({line.lead_id} if line.lead_id else set()))
    audit.record("consent.withdrawn", workspace_id=consent.workspace_id)
    db.session.commit()


def _lines(workspace_id: int, asked: Asked, after: int | None, limit: int) -> list[Line]:
    statement = _joined(workspace_id).where(*_clauses(workspace_id, asked))
    if after is not None:
        statement = statement.where(Consent.id < after)
    return [_line(row) for row in db.session.execute(statement.order_by(Consent.id.desc()).limit(limit))]


def _joined(workspace_id: int) -> Select[Consent, int, str, str, str]:
    hers = and_(Lead.id == Consent.lead_id, Lead.workspace_id == Consent.workspace_id)
    return (
        select(Consent, Lead.id, Lead.name, Lead.email, User.email)
        .outerjoin(Lead, hers)
        .outerjoin(User, User.id == Consent.recorded_by)
        .where(Consent.workspace_id == workspace_id)
    )


def _clauses(workspace_id: int, asked: Asked) -> Iterator[ColumnElement[bool]]:
    if asked.kind:
        yield Consent.kind.in_(KINDS[asked.kind])
    if asked.state == WITHDRAWN:
        yield Consent.ended_at.is_not(None)
    elif asked.state == EXPIRED:
        yield and_(Consent.ended_at.is_(None), Consent.expires_on < clock.today())
    elif asked.state == LIVING:
        yield Consent.ended_at.is_(None)
        yield or_(Consent.expires_on.is_(None), Consent.expires_on >= clock.today())
    if asked.words:
        yield _saying(workspace_id, asked.words)


def _saying(workspace_id: int, words: str) -> ColumnElement[bool]:
    """Find those of an address, of part of one, or of a prospect's name; a whole address is known by its digest."""
    small, key = words.lower(), naming.fold(words)
    ways = [func.lower(Lead.email).contains(small, autoescape=True)]
    if key:
        ways.append(Lead.name_key.contains(key, autoescape=True))
    hers = select(Lead.id).where(Lead.workspace_id == workspace_id, or_(*ways))
    return or_(
        Consent.digest == digests.digest(workspace_id, digests.EMAIL, words),
        func.lower(Consent.email).contains(small, autoescape=True),
        Consent.lead_id.in_(hers),
    )


def _line(row: Row[Consent, int, str, str, str]) -> Line:
    consent, lead_id, name, email, recorded_by = row
    return Line(consent, lead_id, name or "", _address(consent, email or ""), recorded_by or "", _state(consent))


def _address(consent: Consent, lead_email: str) -> str:
    """Return the address a digest is of, where it is still written: noted, the prospect's, or among the proof's words.

    A prospect may have another address since.
    """
    written: list[str] = [consent.email, lead_email, *_ADDRESS.findall(consent.snippet)]
    for each in written:
        tried = each.strip(".").lower()
        if digests.digest(consent.workspace_id, digests.EMAIL, tried) == consent.digest:
            return tried
    return ""


def _state(consent: Consent) -> str:
    if consent.ended_at is not None:
        return WITHDRAWN
    return EXPIRED if consent.expires_on is not None and consent.expires_on < clock.today() else LIVING
