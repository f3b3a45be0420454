"""Consents and their proofs; the sender carries the proof (LCAP, s. 13)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from dateutil.relativedelta import relativedelta
from sqlalchemy import delete, select, update

from app.core import clock
from app.core.db import db
from app.domains.compliance import digests, queries, wording
from app.domains.compliance.models import Consent
from app.domains.compliance.services.silencing import forbid_digest
from app.domains.compliance.states import MONTHS, ConsentKind, Manner, Silence
from app.domains.workspaces.models import Workspace

GENERIC, ROLE = "generic", "role"
LONGEST_SNIPPET = 400


class ConsentRefused(ValueError):
    """What was given does not make a consent; `code` says why, the message is French."""

    def __init__(self, code: str) -> None:
        super().__init__(wording.CONSENT_REFUSED[code])
        self.code = code


@dataclass(frozen=True)
class Address:
    """One address of one prospect, and whom it reaches (generic, role, personal, unknown)."""

    email: str
    nature: str = "unknown"
    lead_id: int | None = None


@dataclass(frozen=True)
class Proof:
    """Where and when it was seen, the words around it, why the message concerns this role.

    What a person records says how it was given and who records it; its address is then kept as written.
    """

    source_url: str
    seen_on: date
    snippet: str
    relevance: str = ""
    manner: Manner | None = None
    recorded_by: int | None = None


def record_publication(workspace_id: int, address: Address, proof: Proof, *, has_refusal: bool) -> Consent:
    """Keep the consent implied by an address published without a refusal (LCAP, s. 10(9)b), once per address.

    `has_refusal` says whether a refusal notice stands on the site. The proof first kept stays as it was.

    Raises:
        ConsentRefused: not a generic or role address, a refusal, silenced, or a proof that proves nothing.
    """
    if address.nature not in (GENERIC, ROLE):
        raise ConsentRefused("nature")
    if has_refusal:
        raise ConsentRefused("refusal")
    _check_proof(proof)
    relevance = proof.relevance or wording.RELEVANCE[address.nature]
    return _keep(workspace_id, ConsentKind.PUBLICATION, address, proof, relevance)


def record_express(workspace_id: int, address: Address, proof: Proof) -> Consent:
    """Keep a consent that was given in so many words; it lasts until it is withdrawn.

    Raises:
        ConsentRefused: silenced, or without the words that gave it.
    """
    if not proof.snippet.strip():
        raise ConsentRefused("proof")
    return _keep(workspace_id, ConsentKind.EXPRESS, address, proof, proof.relevance)


def record_dealing(workspace_id: int, kind: ConsentKind, address: Address, proof: Proof) -> Consent:
    """Keep the consent implied by a purchase (24 months) or an inquiry (6 months) made on `proof.seen_on`.

    A later dealing opens a new term. Silenced addresses raise ConsentRefused.
    """
    return _keep(workspace_id, kind, address, proof, proof.relevance, expires_on=expiry(kind, proof.seen_on))


def expiry(kind: ConsentKind, seen_on: date) -> date | None:
    """Return the last day of a consent, None when only its withdrawal ends it."""
    return seen_on + relativedelta(months=MONTHS[kind]) if kind in MONTHS else None


def withdraw(consent: Consent, *, by_id: int | None) -> None:
    """End every consent in force of the address of one, and leave it alone from now on; in the present transaction."""
    same = select(Consent.id).where(
        Consent.workspace_id == consent.workspace_id, Consent.digest == consent.digest, Consent.ended_at.is_(None)
    )
    _set_end(consent.workspace_id, list(db.session.scalars(same)), ended=True)
    forbid_digest(consent.workspace_id, consent.digest, reason=Silence.ASKED, by_id=by_id)


def end_consents(workspace_id: int, emails: Iterable[str]) -> list[int]:
    """End at once every consent in force of these addresses; return their ids, in the present transaction."""
    marks = [digests.digest(workspace_id, digests.EMAIL, email) for email in emails if email]
    living = select(Consent.id).where(
        Consent.workspace_id == workspace_id, Consent.digest.in_(marks), Consent.ended_at.is_(None)
    )
    ids = list(db.session.scalars(living))
    _set_end(workspace_id, ids, ended=True)
    return ids


def reopen_consents(workspace_id: int, consent_ids: Collection[int]) -> None:
    """Bring back consents that were ended by a mistake which is being undone."""
    _set_end(workspace_id, consent_ids, ended=False)


def unname_consents(workspace_id: int, emails: Iterable[str]) -> None:
    """Forget the addresses as people noted them: the digest still answers whoever complains."""
    marks = [digests.digest(workspace_id, digests.EMAIL, email) for email in emails if email]
    mine = update(Consent).where(Consent.workspace_id == workspace_id, Consent.digest.in_(marks))
    db.session.execute(mine.values(email=""))


def forget_consents(workspace_id: int, lead_ids: Collection[int]) -> None:
    """Delete the proofs of prospects nobody ever wrote to: they proved nothing yet."""
    db.session.execute(
        delete(Consent)
        .where(Consent.workspace_id == workspace_id, Consent.lead_id.in_(lead_ids))
        .execution_options(synchronize_session=False)
    )


def _keep(
    workspace_id: int, kind: ConsentKind, address: Address, proof: Proof, relevance: str, *,
    expires_on: date | None = None,
) -> Consent:  # fmt: skip
    # One at a time in a workspace, or two visits of one site would keep its proof twice.
    db.session.execute(select(Workspace.id).where(Workspace.id == workspace_id).with_for_update(key_share=True))
    mark = digests.digest(workspace_id, digests.EMAIL, address.email)
    if not address.email or queries.reasons(workspace_id, [mark]):
        raise ConsentRefused("silenced" if address.email else "proof")
    same = select(Consent).where(
        Consent.workspace_id == workspace_id, Consent.digest == mark, Consent.kind == str(kind),
        Consent.ended_at.is_(None),
    )  # fmt: skip
    same = same.where(Consent.expires_on.is_(None) if expires_on is None else Consent.expires_on >= expires_on)
    known = db.session.scalars(same.order_by(Consent.id)).first()
    if known is not None:
        return known
    row = Consent(
        workspace_id=workspace_id, lead_id=address.lead_id, kind=str(kind), digest=mark, seen_on=proof.seen_on,
        source_url=proof.source_url[:500], snippet=around(proof.snippet, address.email), relevance=relevance[:400],
        expires_on=expires_on, email=address.email if proof.manner else "", manner=proof.manner or "",
        recorded_by=proof.recorded_by,
    )  # fmt: skip
    db.session.add(row)
    db.session.flush()
    return row


def around(text: str, email: str) -> str:
    """Return at most 400 characters of `text`, the address among them where it is written out."""
    words = " ".join(text.split())
    start = max(0, words.lower().find(email.lower()) - LONGEST_SNIPPET // 2)
    return words[start : start + LONGEST_SNIPPET]


def _check_proof(proof: Proof) -> None:
    try:
        parts = urlsplit(proof.source_url)
    except ValueError:
        raise ConsentRefused("proof") from None
    # Cut, an address would prove nothing.
    is_page = parts.scheme in {"http", "https"} and bool(parts.netloc) and len(proof.source_url) <= 500
    if not is_page or not proof.snippet.strip() or proof.seen_on > clock.today():
        raise ConsentRefused("proof")


def _set_end(workspace_id: int, consent_ids: Collection[int], *, ended: bool) -> None:
    if not consent_ids:
        return
    mine = update(Consent).where(Consent.workspace_id == workspace_id, Consent.id.in_(consent_ids))
    db.session.execute(mine.values(ended_at=clock.now() if ended else None))
