"""What mails say of an account's safety; the changes that have a mail of their own are not here."""

from __future__ import annotations

from app.core.i18n import _l
from app.domains.accounts.changes import Change

SECURITY = {
    Change.TOTP_ON: _l("La connexion en deux étapes est activée"),
    Change.TOTP_OFF: _l("La connexion en deux étapes est désactivée"),
    Change.PASSKEY_ADDED: _l("Une clé d’accès a été ajoutée"),
    Change.PASSKEY_REMOVED: _l("Une clé d’accès a été retirée"),
    Change.RECOVERY_CODES: _l("De nouveaux codes de secours ont été créés"),
    Change.CLOSING: _l("Votre compte se fermera dans sept jours"),
}
# What nobody may stop: a name, and when it comes.
ALWAYS_SENT = (
    (_l("Sûreté du compte"), _l("Quand votre mot de passe, votre adresse ou votre façon de vous connecter change.")),
    (_l("Comptes connectés"), _l("Quand un compte LinkedIn, Facebook ou Instagram est connecté.")),
)
