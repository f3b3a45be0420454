"""What the log of decisions says, and what two steps of approval answer."""

from __future__ import annotations

from datetime import datetime

from app.core import clock, i18n
from app.core.i18n import NBSP
from app.domains.contents import journal
from app.domains.contents.models import Content, ContentDecision

KINDS = {
    "approved": "Approuvée",
    "first_approved": "Première approbation",
    "first_withdrawn": "Première approbation retirée",
    "auto_approved": "Approuvée par la règle de l’espace",
    "repeat_allowed": "Ressemblance acceptée",
    "rejected": "Rejetée",
    "reopened": "Remise à approuver",
    "edited": "Texte modifié",
    "fixed": "Passage corrigé",
    "rewritten": "Texte récrit",
    "restored": "Texte d’avant repris",
    "photo": "Image changée",
    "planned": "Date choisie",
    "unplanned": "Date retirée",
    "said_out": "Dite publiée",
    "said_not_out": "Dite non publiée",
}
CHANNELS = {
    "app": "dans l’application",
    "api": "par un programme",
    "email": "par courriel",
    "rule": "sans geste",
}
HEADERS = (
    "Date et heure", "Geste", "Publication", "Personne", "Provenance", "Adresse réseau", "Précision",
    "Empreinte du texte (SHA-256)",
)  # fmt: skip
RULE_NAME = "Règle de l’espace"
GONE_PERSON = "Une personne partie"
YOU = "vous"
FIRST_KEPT = "Première approbation gardée. Il en faut une seconde, d’une autre personne."
SECOND_NEEDED = "Vous l’avez déjà approuvée. Il faut maintenant l’approbation d’une autre personne."
DECIDED_MEANWHILE = "Une autre personne vient d’agir sur cette publication. Relisez-la, puis recommencez."


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
        return f"Note{NBSP}: {score}, à partir de {threshold}."
    if line.kind == "planned" and line.detail:
        return f"Pas avant {i18n.moment(datetime.fromisoformat(line.detail))}."
    return line.detail


def first_approval(content: Content, name: str = "") -> str:
    """Say whose first approval a publication has, and what it waits for; empty without one."""
    if content.first_approved_at is None:
        return ""
    at = ", ".join(part for part in (name, i18n.soon(content.first_approved_at)) if part)
    return f"Première approbation{NBSP}: {at}; il en faut une seconde, d’une autre personne."


def heading_gone(content_id: int) -> str:
    """Name a publication that is no longer there."""
    return f"Publication n°{NBSP}{content_id}, supprimée"


def heading(line: journal.Line) -> str:
    """Name the publication of a line of the log."""
    return line.heading or heading_gone(line.decision.content_id)


def row(line: journal.Line) -> tuple[str, ...]:
    """Return a line of the log as a spreadsheet holds it, in the order of HEADERS."""
    decision = line.decision
    at = decision.decided_at.astimezone(clock.QUEBEC).strftime("%Y-%m-%d %H:%M:%S")
    return (at, kind(decision.kind), heading(line), who(decision), CHANNELS.get(decision.channel, ""),
            decision.address, about(decision), decision.text_hash)  # fmt: skip
