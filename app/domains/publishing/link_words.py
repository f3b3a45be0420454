"""What short links and typed figures say."""

from __future__ import annotations

from app.core.i18n import NBSP

TARGET_REFUSED = f"Écrivez une adresse publique, par exemple{NBSP}: https://exemple.ca/menu"
TOO_MANY_LINKS = "Cette publication a déjà dix liens."
DEMO_LINK = f"C’est une démonstration{NBSP}: aucun lien n’y est créé."
LINK_MADE = "Lien créé. Vous pouvez le mettre dans le texte."
LINK_PUT = "Le lien est à la fin du texte."
FIGURES_READ = "LinkedIn nous donne déjà ces chiffres."
FIGURES_INVALID = f"Écrivez deux nombres entiers, sans signe{NBSP}: 0 ou plus."
FIGURES_TYPED = "Chiffres notés."
