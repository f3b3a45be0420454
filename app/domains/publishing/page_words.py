"""What only the pages say."""

from __future__ import annotations

from app.core.i18n import NBSP

DEMO_HELD = f"C’est une démonstration{NBSP}: rien ne part sur LinkedIn."
WAITS_FOR_CONNECTION = "Elle partira quand LinkedIn sera connecté."
WAITS_FOR_TURN = "Son envoi sera planifié dans un instant."


def held_line(*, demo: bool, connected: bool) -> str:
    """Say why an approved publication has no delivery yet."""
    if demo:
        return DEMO_HELD
    return WAITS_FOR_TURN if connected else WAITS_FOR_CONNECTION


TITLE_TOO_LONG = f"Raccourcissez le titre{NBSP}: 120 caractères au plus."
MOMENT_NEEDED = "Choisissez un jour et une heure."
PLANNED = "Date notée. La publication partira à ce moment si elle est approuvée."
UNPLANNED = "Date retirée."
OWN_KEPT = "Votre publication attend votre accord."
COPIED = "Copie créée. Modifiez-la, puis proposez-la."
SUBMITTED = "La publication attend maintenant une décision."
RESTORED = "Cette version est de retour."
ORDERED = "La rédaction commence. Le nouveau texte apparaîtra ici."
PHOTO_KEPT = "Votre photo remplace l’image."
DRAWN_AGAIN = "Une autre image est dessinée."
PHOTO_NEEDED = "Choisissez une photo."
STORAGE_DOWN = "L’image n’a pas pu être enregistrée. Rien n’est perdu\u00a0: réessayez dans un instant."
FIXED = "C’est corrigé."

WISHES = {"shorter": "Plus court", "warmer": "Plus chaleureux", "soberer": "Plus sobre"}
INTENTIONS = {
    "presentation": "Présentation",
    "season": "Saison",
    "advice": "Conseil",
    "backstage": "Coulisses",
    "event": "Événement",
    "thanks": "Remerciement",
    "offer": "Offre",
}
CAUSES = {
    "written": "Premier texte",
    "repaired": "Corrections de langue",
    "rewritten": "Nouvelle rédaction",
    "edited": "Modification",
    "fixed": "Correction d’un passage signalé",
    "restored": "Retour à une version",
    "photo": "Nouvelle photo",
}
WRITING_FAILED = {
    "same": "Le texte est déjà ainsi\u00a0: il n’y avait rien à changer.",
    "changed": "Le texte a changé pendant la rédaction\u00a0: rien n’a été remplacé.",
    "": "Le nouveau texte n’a pas pu être rédigé. Réessayez dans un instant.",
}


def writing_failed(reason: str) -> str:
    """Say why another text did not come."""
    return WRITING_FAILED.get(reason, WRITING_FAILED[""])


def cause(code: str, wish: str = "") -> str:
    """Name what made a version."""
    return WISHES.get(wish, "") or CAUSES.get(code, code)
