"""What short links and typed figures say."""

from __future__ import annotations

from app.core.i18n import _l

TARGET_REFUSED = _l("Écrivez une adresse publique, par exemple\u00a0: https://exemple.ca/menu")
TOO_MANY_LINKS = _l("Cette publication a déjà dix liens.")
DEMO_LINK = _l("C’est une démonstration\u00a0: aucun lien n’y est créé.")
LINK_MADE = _l("Lien créé. Vous pouvez le mettre dans le texte.")
LINK_PUT = _l("Le lien est à la fin du texte.")
FIGURES_READ = _l("Le réseau nous donne déjà ces chiffres.")
FIGURES_INVALID = _l("Écrivez deux nombres entiers, sans signe\u00a0: 0 ou plus.")
FIGURES_TYPED = _l("Chiffres notés.")
