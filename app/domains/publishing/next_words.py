"""What « Que faire maintenant » says: a few words, a sentence, a button."""

from __future__ import annotations

from app.core.i18n import _, counted, day
from app.domains.publishing.situation import Situation


def said(code: str, now: Situation) -> tuple[str, str, str]:
    """Return the few words, the sentence and the button of a rule that applies."""
    return {
        "approve": _approve, "connect": _connect, "follow_up": _follow_up, "type_figures": _type_figures,
        "see_results": _see_results, "go_elsewhere": _go_elsewhere,
    }[code](now)  # fmt: skip


def _approve(now: Situation) -> tuple[str, str, str]:
    waiting = counted(now.pending, "publication attend votre accord", "publications attendent votre accord")
    return (
        counted(now.pending, "publication attend votre pouce", "publications attendent votre pouce"),
        _("%(waiting)s. Rien ne part sans lui.", waiting=waiting),
        _("Voir les publications"),
    )


def _connect(_now: Situation) -> tuple[str, str, str]:
    return (
        _("Connectez un compte"),
        _("Sans connexion, rien ne part. Deux minutes suffisent."),
        _("Connecter un compte"),
    )


def _follow_up(now: Situation) -> tuple[str, str, str]:
    hit = now.standing.hit
    assert hit
    seen = counted(hit.engagement, "interaction", "interactions")
    return (
        _("Une publication a plu"),
        _(
            "«\u00a0%(name)s\u00a0» a reçu %(seen)s, au moins deux fois plus que la moyenne. Donnez-lui une suite.",
            name=hit.name,
            seen=seen,
        ),
        _("Écrire une suite"),
    )


def _type_figures(now: Situation) -> tuple[str, str, str]:
    unread = now.standing.unread
    assert unread
    return (
        _("Notez deux nombres"),
        _(
            "%(network)s ne nous laisse pas lire les chiffres de votre publication du %(day)s.",
            network=unread.network,
            day=day(unread.published_at),
        ),
        _("Noter les chiffres"),
    )


def _see_results(now: Situation) -> tuple[str, str, str]:
    assert now.ending
    ended = _("«\u00a0%(name)s\u00a0» est terminée. Voyez ce qu’elle a donné.", name=now.ending.name)
    return _("Campagne terminée"), ended, _("Voir les résultats")


def _go_elsewhere(now: Situation) -> tuple[str, str, str]:
    launch = now.last_launch
    assert launch
    at = day(launch.launched_at)
    since = _("Votre dernière campagne date du %(day)s.", day=at)
    if launch.town:
        since = _("Votre dernière campagne (à %(town)s) date du %(day)s.", town=launch.town, day=at)
    elsewhere = _("Essayez une autre ville ou un autre métier.")
    return (
        _("Faites-vous connaître ailleurs"),
        f"{since} {elsewhere}",
        _("Nouvelle campagne"),
    )
