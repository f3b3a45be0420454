"""What the account pages say."""

from __future__ import annotations

from app.core.i18n import _, _l
from app.domains.accounts.models import Device

BAD_EMAIL = _l("Cette adresse de courriel ne semble pas complète. Exemple\u00a0: nom@exemple.ca")
EMAIL_TAKEN = _l("Un compte existe déjà avec cette adresse. Connectez-vous plutôt.")
PASSWORD_TOO_SHORT = _l("Choisissez un mot de passe d’au moins 10 caractères (200 au plus).")  # noqa: S105  # a sentence
PASSWORD_COMMON = _l(
    "Ce mot de passe est parmi les plus courants\u00a0: on l’essaierait en premier. Choisissez-en un autre."
)  # noqa: S105  # a sentence
PASSWORD_CONTEXT = _l(
    "Ce mot de passe reprend votre adresse ou le nom de votre commerce. Ajoutez des mots bien à vous."
)  # noqa: S105  # a sentence
PASSWORD_BREACHED = _l("Ce mot de passe a fui d’un autre site. Choisissez-en un que vous n’avez jamais employé.")  # noqa: S105  # a sentence
PASSWORD_WRONG = _l("Ce n’est pas votre mot de passe actuel. Vérifiez-le, puis réessayez.")  # noqa: S105  # a sentence
PASSWORD_SAME = _l("C’est le même qu’avant. Choisissez-en un autre.")  # noqa: S105  # a sentence
PASSWORD_CHANGED = _l("Mot de passe changé. Vos autres appareils devront se reconnecter.")  # noqa: S105  # a sentence
SIGN_IN_REFUSED = _l("Le courriel ou le mot de passe ne correspond pas. Vérifiez les deux, puis réessayez.")
SIGNED_OUT = _l("La session est fermée. À bientôt!")
EMAIL_SAME = _l("C’est déjà votre adresse.")
EMAIL_OF_OTHER = _l("Cette adresse sert maintenant à un autre compte. La vôtre n’a pas changé.")
EMAIL_CONFIRMED = _l("Merci! Votre adresse est confirmée.")
EMAIL_CHANGED = _l("C’est fait\u00a0: vous vous connectez maintenant avec cette adresse.")
LINK_DEAD = _l("Ce lien a déjà servi, ou il est trop ancien. Demandez-en un autre.")
CODE_WRONG = _l("Ce code ne correspond pas, ou il a déjà servi. Attendez le suivant, puis réessayez.")
CODES_TITLE = _l("Codes de secours AstroGrowth. Chacun sert une fois.")
TWO_STEPS_OFF = _l("La connexion en deux étapes est désactivée.")
PASSKEY_REFUSED = _l("Cette clé d’accès n’a pas été reconnue. Réessayez, ou passez par votre mot de passe.")
PASSKEY_KNOWN = _l("Cette clé d’accès est déjà dans un compte.")
PASSKEYS_ENOUGH = _l("C’est déjà beaucoup de clés d’accès. Retirez-en une d’abord.")
PASSKEY_UNNAMED = _l("Clé d’accès")
PASSKEY_ADDED = _l("Clé d’accès ajoutée. Elle vous ouvrira la porte sans mot de passe.")
PASSKEY_REMOVED = _l("Clé d’accès retirée.")
LANGUAGE_NEEDED = _l("Choisissez une des langues de la liste.")
LANGUAGE_CHANGED = _l("Langue enregistrée.")


def letter_sent(email: str) -> str:
    """Say that a letter with a link is on its way."""
    return _("Nous venons d’écrire à %(email)s. Ouvrez le lien de ce courriel.", email=email)


def device_name(device: Device) -> str:
    """Return what a person would call a browser of hers: « Chrome sur Android »."""
    if device.browser and device.system:
        return _("%(browser)s sur %(system)s", browser=device.browser, system=device.system)
    return device.browser or device.system or _("Un appareil")


def device_closed(device: Device) -> str:
    """Say that a browser was signed out."""
    return _("%(device)s est déconnecté.", device=device_name(device))
