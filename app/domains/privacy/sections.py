"""The sections of the console, in the order they are shown: their door, their icon, their name, what is there."""

from __future__ import annotations

from app.core.i18n import _l

SECTIONS = (
    ("privacy.list_requests", "inbox", _l("Demandes"), _l("Voir, corriger, effacer, emporter\u00a0: 30 jours")),
    (
        "privacy.calendar",
        "calendar-days",
        _l("Calendrier de conservation"),
        _l("Combien de temps, et ce qui s’est effacé"),
    ),
    ("privacy.destinations", "map", _l("Où vont vos données"), _l("Et l’évaluation à garder, en PDF")),
)
