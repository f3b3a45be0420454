"""What the log of decisions says, and what two steps of approval answer."""

from __future__ import annotations

from datetime import datetime

from app.core import clock, i18n
from app.core.i18n import _, _l
from app.domains.contents import journal
from app.domains.contents.models import Content, ContentDecision

KINDS = {
    "approved": _l("Approuvée"),
    "first_approved": _l("Première approbation"),
    "first_withdrawn": _l("Première approbation retirée"),
    "auto_approved": _l("Approuvée par la règle de l’espace"),
    "repeat_allowed": _l("Ressemblance acceptée"),
    "rejected": _l("Rejetée"),
    "reopened": _l("Remise à approuver"),
    "edited": _l("Texte modifié"),
    "fixed": _l("Passage corrigé"),
    "rewritten": _l("Texte récrit"),
    "restored": _l("Texte d’avant repris"),
    "photo": _l("Image changée"),
    "planned": _l("Date choisie"),
    "unplanned": _l("Date retirée"),
    "not_there": _l("Envoi annulé sur un compte"),
    "said_out": _l("Dite publiée"),
    "said_not_out": _l("Dite non publiée"),
}
CHANNELS = {
    "app": _l("dans l’application"),
    "api": _l("par un programme"),
    "email": _l("par courriel"),
    "rule": _l("automatiquement"),
}
HEADERS = (
    _l("Date et heure"), _l("Geste"), _l("Publication"), _l("Personne"), _l("Provenance"), _l("Adresse réseau"),
    _l("Précision"), _l("Empreinte du texte (SHA-256)"),
)  # fmt: skip
RULE_NAME = _l("Règle de l’espace")
GONE_PERSON = _l("Une personne partie")
YOU = _l("vous")
FIRST_KEPT = _l("Première approbation gardée. Il en faut une seconde, d’une autre personne.")
SECOND_NEEDED = _l("Vous l’avez déjà approuvée. Il faut maintenant l’approbation d’une autre personne.")
DECIDED_MEANWHILE = _l("Une autre personne vient d’agir sur cette publication. Relisez-la, puis recommencez.")


def kind(name: str) -> str:
    """Name a decision."""
    return KINDS.get(name, name)


def who(line: ContentDecision) -> str:
    """Name whose decision a line tells."""
    if line.by_name:
        return line.by_name
    return RULE_NAME if line.channel == "rule" else GONE_PERSON


def where(line: ContentDecision) -> str:
    """Say where a decision came from: « dans l’application, 203.0.113.7 »."""
    return ", ".join(part for part in (CHANNELS.get(line.channel, ""), line.address) if part)


def about(line: ContentDecision) -> str:
    """Say what a line adds to its kind; empty when nothing."""
    if line.kind == "auto_approved" and "/" in line.detail:
        score, threshold = line.detail.split("/", 1)
        return _("Note\u00a0: %(score)s, à partir de %(threshold)s.", score=score, threshold=threshold)
    if line.kind == "planned" and line.detail:
        return _("Pas avant %(when)s.", when=i18n.moment(datetime.fromisoformat(line.detail)))
    return line.detail


def first_approval(content: Content, name: str = "") -> str:
    """Say whose first approval a publication has, and what it waits for; empty without one."""
    if content.first_approved_at is None:
        return ""
    at = ", ".join(part for part in (name, i18n.soon(content.first_approved_at)) if part)
    return _("Première approbation\u00a0: %(who)s; il en faut une seconde, d’une autre personne.", who=at)


def heading_gone(content_id: int) -> str:
    """Name a publication that is no longer there."""
    return _("Publication n°\u00a0%(number)s, supprimée", number=content_id)


def heading(line: journal.Line) -> str:
    """Name the publication of a line of the log."""
    return line.heading or heading_gone(line.decision.content_id)


def row(line: journal.Line) -> tuple[str, ...]:
    """Return a line of the log as a spreadsheet holds it, in the order of HEADERS."""
    decision = line.decision
    at = decision.decided_at.astimezone(clock.QUEBEC).strftime("%Y-%m-%d %H:%M:%S")
    return (at, kind(decision.kind), heading(line), who(decision), CHANNELS.get(decision.channel, ""),
            decision.address, about(decision), decision.text_hash)  # fmt: skip
