"""What notifications and their preferences say."""

from __future__ import annotations

from app.core.i18n import _, _l, counted
from app.domains.notifications.kinds import Kind

# For each kind: its name, and when it comes.
KINDS = {
    Kind.LEADS_READY: (_l("Prospects prêts"), _l("Quand la recherche d’une campagne est finie.")),
    Kind.TO_APPROVE: (
        _l("Publications à approuver"),
        _l("Quand une campagne est rédigée, puis une fois par jour au plus."),
    ),
    Kind.PUBLISHED: (_l("Publications parues"), _l("Une fois par jour au plus.")),
    Kind.LATE: (_l("Envois en attente"), _l("Quand une publication est en retard et vous attend.")),
    Kind.RECONNECT: (_l("Reconnexion"), _l("Avant la fin d’un accès, puis quand il est perdu.")),
    Kind.UNCONFIRMED: (_l("Questions"), _l("Quand nous ne savons pas si une publication est parue.")),
    Kind.REFUSED: (_l("Refus"), _l("Quand un réseau n’a pas voulu d’une publication.")),
    Kind.WEEKLY: (_l("Bilan de la semaine"), _l("Le lundi matin.")),
    Kind.WEBHOOK: (_l("Logiciels prévenus"), _l("Quand un de vos logiciels ne répond plus depuis un jour.")),
}
# The page of preferences, subject by subject.
SUBJECTS = (
    (_l("Vos campagnes"), (Kind.LEADS_READY, Kind.TO_APPROVE)),
    (_l("Vos publications"), (Kind.PUBLISHED, Kind.LATE, Kind.REFUSED, Kind.UNCONFIRMED)),
    (_l("Vos comptes et vos résultats"), (Kind.RECONNECT, Kind.WEBHOOK, Kind.WEEKLY)),
)
ICONS = {
    Kind.LEADS_READY: "building-storefront",
    Kind.TO_APPROVE: "hand-thumb-up",
    Kind.PUBLISHED: "check-circle",
    Kind.LATE: "clock",
    Kind.RECONNECT: "link",
    Kind.UNCONFIRMED: "question-mark-circle",
    Kind.REFUSED: "exclamation-triangle",
    Kind.WEEKLY: "chart-bar",
    Kind.WEBHOOK: "bolt-slash",
    Kind.ACCOUNT: "user-circle",
}
SAVED = _l("Préférences enregistrées.")
ALL_READ = _l("Tout est marqué comme lu.")
BAD_HOUR = _l("Choisissez des heures de 0 à 23.")
STOPPED = _l("C’est fait")
STOPPED_SENTENCE = _l("Vous ne recevrez plus ces courriels. Tout reste dans l’application.")
RESUMED = _l("C’est noté")
RESUMED_SENTENCE = _l("Ces courriels reviendront.")
INVITED = _l("Vous recevez ce courriel parce que quelqu’un vous a invité sur AstroGrowth.")


def sentence(kind: str, count: int, heading: str, campaign: str) -> str:
    """Say one piece of news in a list; `heading` names the publication, `campaign` the campaign, if there is one."""
    about = heading or campaign
    said = _news(Kind(kind), count)
    if not about or kind == Kind.LATE:
        return said
    return _("%(news)s\u00a0: %(about)s", news=said, about=about)


def _news(kind: Kind, count: int) -> str:
    if kind == Kind.LEADS_READY:
        return counted(count, "prospect trouvé", "prospects trouvés")
    if kind == Kind.TO_APPROVE:
        return counted(count, "publication attend votre accord", "publications attendent votre accord")
    if kind == Kind.LATE:
        return counted(
            count, "publication en retard attend votre accord", "publications en retard attendent votre accord"
        )
    return str(_SAID.get(kind) or KINDS[kind][0])


_SAID = {
    Kind.PUBLISHED: _l("Publication parue"),
    Kind.RECONNECT: _l("Un accès est à rouvrir"),
    Kind.UNCONFIRMED: _l("Voyez-vous cette publication sur votre profil?"),
    Kind.REFUSED: _l("Publication refusée par son réseau"),
    Kind.WEEKLY: _l("Le bilan de votre semaine est prêt"),
    Kind.WEBHOOK: _l("Un de vos logiciels n’est plus prévenu"),
    Kind.ACCOUNT: _l("Un compte a été connecté"),
}
