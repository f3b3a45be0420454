"""What the forms of privacy answer."""

from __future__ import annotations

from app.core.i18n import _l

NAME_NEEDED = _l("Écrivez un nom.")
EMAIL_NEEDED = _l("Écrivez une adresse de courriel complète. Exemple\u00a0: nom@exemple.ca")
TOO_LONG = _l("C’est un peu long\u00a0: raccourcissez, puis réessayez.")
