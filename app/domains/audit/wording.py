"""What the journal of activity says. Kinds are « family.what happened »."""

from __future__ import annotations

from app.core import clock
from app.core.i18n import _, _l
from app.domains.audit.models import AuditLine

FAMILIES = {
    "campaign": _l("Campagnes"),
    "decision": _l("Décisions sur les publications"),
    "member": _l("Membres et rôles"),
    "connection": _l("Comptes connectés"),
    "token": _l("Programmes"),
    "setting": _l("Réglages"),
    "export": _l("Exportations"),
    "erasure": _l("Effacements"),
    "consent": _l("Consentements"),
    "security": _l("Sécurité des comptes"),
}
KINDS = {
    "campaign.launched": _l("Campagne lancée"),
    "campaign.paused": _l("Campagne mise en pause"),
    "campaign.resumed": _l("Campagne reprise"),
    "decision.approved": _l("Publication approuvée"),
    "decision.first_approved": _l("Première approbation d’une publication"),
    "decision.first_withdrawn": _l("Première approbation d’une publication retirée"),
    "decision.auto_approved": _l("Publication approuvée par la règle de l’espace"),
    "decision.rejected": _l("Publication rejetée"),
    "decision.reopened": _l("Publication remise à approuver"),
    "member.invited": _l("Invitation envoyée"),
    "member.invited_again": _l("Invitation renvoyée"),
    "member.invitation_revoked": _l("Invitation retirée"),
    "member.joined": _l("Arrivée dans l’espace"),
    "member.role_changed": _l("Rôle changé"),
    "member.removed": _l("Personne retirée de l’espace"),
    "member.left": _l("Départ de l’espace"),
    "member.ownership_offered": _l("Propriété proposée"),
    "member.ownership_declined": _l("Proposition de propriété retirée"),
    "member.ownership_taken": _l("Propriété transférée"),
    "connection.opened": _l("Compte connecté"),
    "connection.closed": _l("Compte déconnecté"),
    "connection.target_added": _l("Compte qui reçoit les publications"),
    "connection.target_removed": _l("Compte qui ne reçoit plus les publications"),
    "token.created": _l("Jeton d’accès créé"),
    "token.revoked": _l("Jeton d’accès révoqué"),
    "token.webhook_created": _l("Logiciel prévenu ajouté"),
    "token.webhook_changed": _l("Logiciel prévenu modifié"),
    "token.webhook_removed": _l("Logiciel prévenu supprimé"),
    "setting.workspace_opened": _l("Espace créé"),
    "setting.profile": _l("Profil modifié"),
    "setting.approval_rule": _l("Règle d’approbation changée"),
    "setting.auto_approve": _l("Approbation automatique changée"),
    "setting.logo": _l("Logo changé"),
    "setting.score": _l("Points du score changés"),
    "setting.hours": _l("Heures préférées changées"),
    "setting.paused": _l("Envois mis en pause"),
    "setting.resumed": _l("Envois repris"),
    "setting.calendar_opened": _l("Adresse d’agenda créée"),
    "setting.calendar_closed": _l("Adresse d’agenda retirée"),
    "export.leads": _l("Prospects exportés"),
    "export.decisions": _l("Journal des décisions exporté"),
    "export.results": _l("Résultats exportés"),
    "export.audit": _l("Journal d’activité exporté"),
    "export.consents": _l("Registre des consentements exporté"),
    "export.personal": _l("Renseignements personnels exportés"),
    "erasure.asked": _l("Effacement demandé"),
    "erasure.done": _l("Effacement fait"),
    "erasure.cancelled": _l("Effacement annulé"),
    "erasure.lead": _l("Prospect oublié"),
    "erasure.campaign": _l("Campagne supprimée"),
    "consent.noted": _l("Consentement exprès noté"),
    "consent.withdrawn": _l("Consentement retiré"),
    "security.signed_in": _l("Connexion au compte"),
    "security.new_device": _l("Connexion d’un nouvel appareil"),
    "security.sign_in_refused": _l("Connexions bloquées un moment, après trop d’essais"),
    "security.password_changed": _l("Mot de passe changé"),
    "security.password_reset": _l("Mot de passe réinitialisé"),
    "security.second_step_on": _l("Connexion en deux étapes activée"),
    "security.second_step_off": _l("Connexion en deux étapes désactivée"),
    "security.passkey_added": _l("Clé d’accès ajoutée"),
    "security.passkey_removed": _l("Clé d’accès retirée"),
    "security.recovery_codes": _l("Nouveaux codes de secours"),
    "security.recovery_code_used": _l("Code de secours utilisé"),
    "security.session_ended": _l("Appareil déconnecté"),
    "security.sessions_ended": _l("Autres appareils déconnectés"),
    "security.email_changed": _l("Courriel changé"),
    "security.closing_asked": _l("Fermeture du compte demandée"),
    "security.closing_cancelled": _l("Fermeture du compte annulée"),
}
DOORS = {
    "page": _l("dans l’application"),
    "api": _l("par un programme"),
    "letter": _l("par un lien reçu par courriel"),
    "system": _l("automatiquement"),
}
CODES = {
    "owner": _l("propriétaire"),
    "manager": _l("gestionnaire"),
    "editor": _l("éditeur"),
    "analyst": _l("analyste"),
    "client": _l("client"),
    "none": _l("toute personne qui rédige"),
    "one": _l("une personne"),
    "two": _l("deux personnes"),
    "on": _l("oui"),
    "off": _l("non"),
}
HEADERS = (
    _l("Date et heure"), _l("Ce qui s’est passé"), _l("Sur quoi"), _l("Précision"), _l("Personne"), _l("Provenance"),
    _l("Réseau"),
)  # fmt: skip
GONE_PERSON = _l("Une personne partie")
SYSTEM = _l("AstroGrowth")


def kind(name: str) -> str:
    """Say what happened."""
    return KINDS.get(name, name)


def who(line: AuditLine) -> str:
    """Name who did it."""
    return line.by_name or (SYSTEM if line.door == "system" else GONE_PERSON)


def subject(line: AuditLine) -> str:
    """Say on what it was; a publication is a number, since its name may be a prospect's and a line is never changed."""
    if line.kind.startswith("decision."):
        return _("n°\u00a0%(number)s", number=line.subject)
    return line.subject


def where(line: AuditLine) -> str:
    """Say by which door and from where: « dans l’application, réseau 203.0.113.0/24 »."""
    network = _("réseau %(network)s", network=line.address) if line.address else ""
    return ", ".join(str(part) for part in (DOORS.get(line.door, ""), network) if part)


def by(line: AuditLine) -> str:
    """Say who did it and from where; what nobody touched says so first."""
    if line.door == "system" and not line.by_name:
        return _("Automatiquement, par %(name)s", name=SYSTEM)
    return ", ".join(part for part in (who(line), where(line)) if part)


def about(line: AuditLine) -> str:
    """Say what a line adds: « éditeur, puis gestionnaire »; empty when nothing."""
    before, changed, after = line.detail.partition(">")
    if not changed:
        return str(CODES.get(before, before))
    return _("%(before)s, puis %(after)s", before=CODES.get(before, before), after=CODES.get(after, after))


def row(line: AuditLine) -> tuple[str, ...]:
    """Return a line as a spreadsheet holds it, in the order of HEADERS."""
    at = line.happened_at.astimezone(clock.QUEBEC).strftime("%Y-%m-%d %H:%M:%S")
    return (at, kind(line.kind), subject(line), about(line), who(line), str(DOORS.get(line.door, "")), line.address)
