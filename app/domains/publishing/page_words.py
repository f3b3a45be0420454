"""What only the pages say."""

from __future__ import annotations

from app.core.i18n import _, _l
from app.domains.contents.models import LONGEST_TITLE

DEMO_HELD = _l("C’est une démonstration\u00a0: rien ne part d’ici.")
WAITS_FOR_CONNECTION = _l("Elle partira quand un compte sera connecté.")
WAITS_FOR_TURN = _l("Son envoi sera planifié dans un instant.")


def held_line(*, demo: bool, connected: bool) -> str:
    """Say why an approved publication has no delivery yet."""
    if demo:
        return DEMO_HELD
    return WAITS_FOR_TURN if connected else WAITS_FOR_CONNECTION


TITLE_TOO_LONG = _l("Raccourcissez le titre\u00a0: 120 caractères au plus.")
MOMENT_NEEDED = _l("Choisissez un jour et une heure.")
PLANNED = _l("Date notée. La publication partira à ce moment si elle est approuvée.")
UNPLANNED = _l("Date retirée.")
OWN_KEPT = _l("Votre publication attend votre accord.")
COPIED = _l("Copie créée. Modifiez-la, puis proposez-la.")
SUBMITTED = _l("La publication attend maintenant une décision.")
RESTORED = _l("Cette version est de retour.")
ORDERED = _l("La rédaction commence. Le nouveau texte apparaîtra ici.")
PHOTO_KEPT = _l("Votre photo remplace l’image.")
DRAWN_AGAIN = _l("Une autre image est dessinée.")
PHOTO_NEEDED = _l("Choisissez une photo.")
STORAGE_DOWN = _l("L’image n’a pas pu être enregistrée. Rien n’est perdu\u00a0: réessayez dans un instant.")
FIXED = _l("C’est corrigé.")

WISHES = {"shorter": _l("Plus court"), "warmer": _l("Plus chaleureux"), "soberer": _l("Plus sobre")}
INTENTIONS = {
    "presentation": _l("Présentation"),
    "season": _l("Saison"),
    "advice": _l("Conseil"),
    "backstage": _l("Coulisses"),
    "event": _l("Événement"),
    "thanks": _l("Remerciement"),
    "offer": _l("Offre"),
}


def sequel(heading: str) -> str:
    """Name the publication that follows another."""
    return _("Suite\u00a0: %(heading)s", heading=heading)[:LONGEST_TITLE]


CAUSES = {
    "written": _l("Premier texte"),
    "repaired": _l("Corrections de langue"),
    "rewritten": _l("Nouvelle rédaction"),
    "edited": _l("Modification"),
    "fixed": _l("Correction d’un passage signalé"),
    "restored": _l("Retour à une version"),
    "photo": _l("Nouvelle photo"),
}
WRITING_FAILED = {
    "same": _l("Le texte est déjà ainsi\u00a0: il n’y avait rien à changer."),
    "changed": _l("Le texte a changé pendant la rédaction\u00a0: rien n’a été remplacé."),
    "": _l("Le nouveau texte n’a pas pu être rédigé. Réessayez dans un instant."),
}


def writing_failed(reason: str) -> str:
    """Say why another text did not come."""
    return WRITING_FAILED.get(reason, WRITING_FAILED[""])


def cause(code: str, wish: str = "") -> str:
    """Name what made a version."""
    return WISHES.get(wish, "") or CAUSES.get(code, code)
