"""The sections of the console, in the order they are shown: their door, their icon, their name, what is there."""

from __future__ import annotations

from app.core.i18n import _l

SECTIONS = (
    ("privacy.find_person", "magnifying-glass", _l("Une personne"), _l("La retrouver, l’exporter, l’effacer")),
    ("privacy.list_requests", "inbox", _l("Demandes"), _l("Voir, corriger, effacer, emporter\u00a0: 30 jours")),
    ("privacy.list_silences", "no-symbol", _l("Ne plus contacter"), _l("Ne plus appeler, ne plus écrire")),
    (
        "privacy.list_consents",
        "clipboard-document-check",
        _l("Registre des consentements"),
        _l("À qui vous pouvez écrire, et la preuve"),
    ),
    ("privacy.list_incidents", "exclamation-triangle", _l("Registre des incidents"), _l("Et faut-il aviser la CAI?")),
    (
        "privacy.calendar",
        "calendar-days",
        _l("Calendrier de conservation"),
        _l("Combien de temps, et ce qui s’est effacé"),
    ),
    ("privacy.list_exports", "arrow-down-tray", _l("Emporter vos données"), _l("Tout, en JSON et en CSV")),
    ("privacy.destinations", "map", _l("Où vont vos données"), _l("Et l’évaluation à garder, en PDF")),
    (
        "privacy.confirm_closing",
        "trash",
        _l("Fermer l’espace"),
        _l("Tout effacer, avec sept jours pour changer d’idée"),
    ),
)
