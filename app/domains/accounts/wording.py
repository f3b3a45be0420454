"""What the account pages say."""

from __future__ import annotations

BAD_EMAIL = "Cette adresse de courriel ne semble pas complète. Exemple\u00a0: nom@exemple.ca"
EMAIL_TAKEN = "Un compte existe déjà avec cette adresse. Connectez-vous plutôt."
PASSWORD_TOO_SHORT = "Choisissez un mot de passe d’au moins 10 caractères (200 au plus)."  # noqa: S105  # a sentence
SIGN_IN_REFUSED = "Le courriel ou le mot de passe ne correspond pas. Vérifiez les deux, puis réessayez."
SIGNED_OUT = "Vous êtes hors connexion. À bientôt!"
