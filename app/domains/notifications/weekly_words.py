"""What the report of the week says: one figure and what it means, then one thing to do."""

from __future__ import annotations

from typing import NamedTuple

from app.core.i18n import _, _l, counted, ngettext, number

# Fewer publications than these say nothing of what pleases.
FEWEST = 4
TOO_FEW = _l("C’est encore trop peu de publications pour en tirer une conclusion.")


class Week(NamedTuple):
    """The counts of a week; `pending` is what waits for a decision now."""

    published: int
    interactions: int
    clicks: int
    pending: int


class Step(NamedTuple):
    """The one thing to do: why, what its button says, and the page it opens."""

    sentence: str
    label: str
    path: str


def figure(week: Week) -> str:
    """Say the figure that tells the most of a week."""
    if week.interactions:
        return counted(week.interactions, "interaction", "interactions")
    if week.clicks:
        return counted(week.clicks, "visite par vos liens", "visites par vos liens")
    if week.published:
        return counted(week.published, "publication parue", "publications parues")
    return counted(week.pending, "publication à approuver", "publications à approuver")


def meaning(week: Week) -> str:
    """Say what that figure is, and nothing it does not prove."""
    if week.interactions:
        said = _("Des gens ont aimé, commenté ou partagé ce que vous avez publié.")
    elif week.clicks:
        said = _("On a touché les liens de vos publications pour en savoir plus.")
    elif week.published:
        return _("Personne n’y a encore réagi, ou le réseau ne nous l’a pas encore dit.")
    else:
        return _("Rien n’est paru cette semaine\u00a0: il ne manque que votre accord.")
    return f"{said} {TOO_FEW}" if week.published < FEWEST else said


def step(week: Week) -> Step:
    """Say the one thing to do now."""
    if week.pending:
        said = ngettext(
            "%(num)s\u00a0publication attend votre accord.",
            "%(num)s\u00a0publications attendent votre accord.",
            week.pending,
            num=number(week.pending),
        )
        return Step(said, _("Relire et approuver"), "/contenus?etat=pending")
    if not week.published:
        return Step(_("Une nouvelle campagne prend deux minutes."), _("Créer une campagne"), "/campagnes/nouvelle")
    return Step(_("Rien ne vous attend. Bonne semaine!"), _("Voir mes résultats"), "/resultats")
