"""What the do-not-contact list says."""

from __future__ import annotations

from app.core.i18n import _l

REASONS = {
    "asked": _l("Ajouté par votre équipe"),
    "unsubscribed": _l("S’est désabonné"),
    "erased": _l("Effacé pour de bon"),
}
KINDS = {"email": _l("Courriel"), "phone": _l("Téléphone"), "domain": _l("Site"), "record": _l("Fiche de source"),
         "place": _l("Adresse")}  # fmt: skip
ADDED = _l("C’est noté. On ne l’appelle plus, on ne lui écrit plus.")
NEITHER = _l("Écrivez un courriel ou un téléphone complet.")
