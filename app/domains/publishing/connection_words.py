"""What is said of accounts: opened, refused, closed."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.i18n import _, _l, _n, counted, ngettext
from app.domains.publishing import network
from app.domains.publishing.models import Connection
from app.domains.publishing.networks import kind_of, label_of

DEMO = _l("C’est une démonstration\u00a0: créez votre compte pour connecter le vôtre.")

CONNECTED = _l("{network} est connecté.")
LEAVING = _l("Ce que vous avez approuvé va partir, à un rythme poli\u00a0: voyez «\u00a0À venir\u00a0».")
DISCONNECTED = _l("{network} est déconnecté. Vos publications attendent ici.")
HELD = _n("publication planifiée attend", "publications planifiées attendent")
COMES_BACK = _l("Reconnectez ce compte pour que l’envoi reprenne.")
ANOTHER_CAME = _l(
    "{network} a ouvert {opened}, et non {wanted}, qui attend encore. Dans {network}, changez de compte, "
    "puis touchez «\u00a0Reconnecter\u00a0» de nouveau."
)
PUBLISH, READ_BACK, READ_FIGURES = _l("publier"), _l("relire ses publications"), _l("lire les résultats")
NOT_OFFERED = _l("{network} n’est pas encore offert ici\u00a0: l’exploitant doit ajouter ses clés.")
TARGETED = _l("Ce compte recevra aussi ce que vous approuvez à partir de maintenant.")
ALONE_TARGETED = _l("Ce compte reçoit maintenant vos publications, et ce qui attendait un compte.")
UNTARGETED = _l("Ce compte ne recevra plus vos publications. Ce qui y est déjà planifié partira.")
LAST_TARGET = _l(
    "C’est le seul compte qui reçoit vos publications. Pour tout arrêter, mettez plutôt les envois en pause."
)
BESIDE = _l(
    "{account} est connecté. Il ne reçoit pas encore vos publications\u00a0: "
    "touchez «\u00a0Publier aussi ici\u00a0» si vous le voulez."
)
NOTHING_TO_CHOOSE = _l(
    "Nous n’avons trouvé aucune Page où vous pouvez publier. Dans {network}, vérifiez que vous gérez la Page, "
    "puis réessayez en la cochant."
)
TICK_ONE = _l("Cochez au moins un compte.")
NONE_OPENED = _l(
    "Aucun compte n’a été connecté\u00a0: acceptez la publication pour les comptes cochés, puis réessayez."
)
CANCELLED = _l("Vous avez annulé la connexion. Rien n’a changé.")
STATE_LOST = _l("La demande de connexion a expiré. Touchez «\u00a0Connecter {network}\u00a0» de nouveau.")
# « access_denied » is what Facebook says of a person who refused (contract 08, 2026-11-21).
HER_CHOICE = ("access_denied",)
REASONS = {
    "permission_missing": _l("{network} n’a pas accordé le droit de publier. Réessayez et acceptez la publication."),
    "authorization_refused": _l("{network} a refusé la demande. Réessayez\u00a0: le lien n’est bon qu’une fois."),
    "client_refused": _l("{network} refuse les clés de l’application. L’exploitant doit les vérifier."),
    "unauthorized_scope_error": _l(
        "{network} ne laisse pas encore l’application publier. L’exploitant doit le demander."
    ),
}
NO_PAGES = _l(
    "{network} ne laisse pas encore l’application publier au nom d’une page\u00a0: l’exploitant doit en faire la "
    "demande. D’ici là, publiez avec votre profil."
)
FAILED = _l("{network} ne répond pas pour l’instant. Rien n’est perdu\u00a0: réessayez dans un moment.")


def opened(connection: Connection) -> str:
    """Say that an account is open, and what is left to choose."""
    if connection.is_target:
        return CONNECTED.format(network=label_of(connection.network))
    return BESIDE.format(account=connection.account_name)


def another_came(opened: Connection, wanted: Connection) -> str:
    """Say that a reconnection opened an account that was not asked for."""
    names = {"opened": opened.account_name, "wanted": wanted.account_name}
    return ANOTHER_CAME.format(network=label_of(opened.network), **names)


def closed(connection: Connection, held: int) -> str:
    """Say that an account is closed, and what becomes of what was planned on it."""
    if not held:
        return DISCONNECTED.format(network=label_of(connection.network))
    name = f"{connection.account_name} ({label_of(connection.network)})"
    return _("%(name)s est déconnecté. %(held)s. %(after)s", name=name, held=counted(held, *HELD), after=COMES_BACK)


def kind(connection: Connection) -> str:
    """Name what an account is: « Page LinkedIn »."""
    return kind_of(connection.network, connection.kind)


def may_do(connection: Connection) -> str:
    """Say what an account lets us do, from what it granted: « publier, lire les résultats »."""
    granted = (
        (PUBLISH, network.may_publish(connection)),
        (READ_BACK, network.may_read_back(connection)),
        (READ_FIGURES, network.may_read_figures(connection)),
    )
    return ", ".join(str(words) for words, is_so in granted if is_so)


def chosen(connections: Sequence[Connection]) -> tuple[str, str]:
    """Say which accounts were opened, and the tone of it."""
    names = ", ".join(f"{each.account_name} ({label_of(each.network)})" for each in connections)
    if not names:
        return NONE_OPENED, "bad"
    said = ngettext(
        "Compte connecté\u00a0: %(names)s.", "Comptes connectés\u00a0: %(names)s.", len(connections), names=names
    )
    return said, "good"


def failure(code: str, name: str) -> str:
    """Return why a connection could not be opened; `name` is what people call it."""
    return REASONS.get(code, FAILED).format(network=name)


def no_consent(error: str, name: str, *, for_pages: bool = False) -> tuple[str, str]:
    """Return why a network sent the person back without a code, and its tone: her own choice is no failure."""
    if for_pages and error == "unauthorized_scope_error":
        return NO_PAGES.format(network=name), "bad"
    if error in HER_CHOICE or error.startswith("user_cancelled"):
        return CANCELLED, "wait"
    return failure(error if error in REASONS else "authorization_refused", name), "bad"
