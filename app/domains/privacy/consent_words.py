"""What the register of consents says."""

from __future__ import annotations

from app.core.i18n import Words, _, _l
from app.domains.compliance.states import ConsentKind, Manner
from app.domains.privacy.consents import EXPIRED, LIVING, WITHDRAWN, Line

FILTERS = {
    "expres": _l("Exprès"),
    "publication": _l("Tacite\u00a0: publication visible"),
    "affaires": _l("Tacite\u00a0: relation d’affaires"),
}
KINDS: dict[str, Words] = {
    ConsentKind.EXPRESS: _l("Exprès"),
    ConsentKind.PUBLICATION: _l("Tacite\u00a0: publication visible"),
    ConsentKind.PURCHASE: _l("Tacite\u00a0: relation d’affaires (achat)"),
    ConsentKind.INQUIRY: _l("Tacite\u00a0: relation d’affaires (demande de renseignements)"),
}
STATES = {LIVING: _l("En vigueur"), EXPIRED: _l("Échu"), WITHDRAWN: _l("Retiré")}
TONES = {LIVING: "good", EXPIRED: "wait", WITHDRAWN: ""}
MANNERS: dict[str, Words] = {
    Manner.PAPER: _l("Sur papier"),
    Manner.PHONE: _l("Au téléphone"),
    Manner.IN_PERSON: _l("De vive voix"),
    Manner.EMAIL: _l("Par courriel"),
    Manner.FORM: _l("Par un formulaire"),
    Manner.OTHER: _l("Autrement"),
}
HEADERS = (
    _l("Adresse"), _l("Prospect"), _l("Fondement"), _l("État"), _l("Date"), _l("Échéance"), _l("Fin"), _l("Obtenu"),
    _l("Page"), _l("Preuve"), _l("Pertinence"), _l("Noté par"),
)  # fmt: skip
UNKNOWN_ADDRESS = _l("Adresse effacée")
NEVER = _l("Jusqu’à son retrait")
NOTED = _l("C’est noté. Ce consentement vaut jusqu’à son retrait.")
WITHDRAWAL_NOTED = _l("Retrait noté. On n’écrit plus à cette adresse.")
ALREADY = _l("Un consentement exprès est déjà en vigueur pour cette adresse.")
DAY_NEEDED = _l("Choisissez le jour où la personne a dit oui, aujourd’hui au plus tard.")
MANNER_NEEDED = _l("Choisissez comment la personne a dit oui.")
NOTE_NEEDED = _l("Écrivez en quelques mots ce qui le prouve\u00a0: vous en portez la preuve.")


def who(line: Line) -> str:
    """Name whom a consent is of."""
    return line.address or str(UNKNOWN_ADDRESS)


def until(line: Line) -> str:
    """Return the last day of a consent as a file says it; empty when only its withdrawal ends it."""
    return line.consent.expires_on.isoformat() if line.consent.expires_on else ""


def obtained(line: Line) -> str:
    """Say how a consent was come by."""
    manner = line.consent.manner
    return str(MANNERS.get(manner, manner)) if manner else _("Vu sur une page") if line.consent.source_url else ""


def row(line: Line) -> tuple[str, ...]:
    """Return a line of the register as CSV."""
    consent = line.consent
    ended = consent.ended_at.date().isoformat() if consent.ended_at else ""
    return (
        who(line), line.lead_name, str(KINDS.get(consent.kind, consent.kind)), str(STATES[line.state]),
        consent.seen_on.isoformat(), until(line), ended, obtained(line), consent.source_url, consent.snippet,
        consent.relevance, line.recorded_by,
    )  # fmt: skip
