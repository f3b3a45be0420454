"""The networks' clients, built from the settings, and what a connection lets us do."""

from __future__ import annotations

from collections.abc import Collection

from flask import current_app, url_for

from app.domains.publishing import wording
from app.domains.publishing.models import Connection
from app.domains.publishing.networks import LINKEDIN, NETWORKS, Network, Rights
from app.domains.publishing.states import AccountKind, ConnectionState
from app.providers import registry
from app.providers.contracts import AccountChooser, Authorizer, PostReader, Publisher, TokenRenewer
from app.settings import Settings

__all__ = ["LINKEDIN", "NETWORKS"]
_NONE = Rights(writing=frozenset())


def _settings() -> Settings:
    settings: Settings = current_app.config["SETTINGS"]
    return settings


def offered() -> list[Network]:
    """Return the networks the operator has registered an application with."""
    return [each for each in NETWORKS.values() if each.is_offered(_settings())]


def offered_labels() -> str:
    """Name the networks offered as alternatives: « LinkedIn, Facebook ou Instagram »; the first one, where none is."""
    return wording.alternatives([each.label for each in offered() or [NETWORKS[LINKEDIN]]])


def is_offered(name: str = LINKEDIN) -> bool:
    """Tell whether the operator has registered an application with a network."""
    return name in NETWORKS and NETWORKS[name].is_offered(_settings())


def authorizer(name: str) -> Authorizer:
    """Return what opens connections of a network."""
    found: Authorizer = registry.load(name, Authorizer, **NETWORKS[name].consent(_settings()))
    return found


def renewer(connection: Connection) -> TokenRenewer | None:
    """Return what renews the access of a connection; None where its network renews none."""
    if not registry.can(connection.network, TokenRenewer):
        return None
    options = NETWORKS[connection.network].consent(_settings())
    found: TokenRenewer = registry.load(connection.network, TokenRenewer, **options)
    return found


def has_several(name: str, *, for_pages: bool = False) -> bool:
    """Tell whether a consent of a network opens several accounts, to choose from."""
    return registry.can(name, AccountChooser) and (for_pages or not NETWORKS[name].has_pages_apart)


def chooser(name: str) -> AccountChooser:
    """Return what lists the accounts a consent of a network opens."""
    found: AccountChooser = registry.load(
        name, AccountChooser, **(NETWORKS[name].listing or NETWORKS[name].consent)(_settings())
    )
    return found


def publisher(connection: Connection) -> Publisher:
    """Return what publishes for a connection."""
    found: Publisher = registry.load(connection.network, Publisher, **_door(connection))
    return found


def reader(connection: Connection) -> PostReader:
    """Return what reads a connection's own publications back."""
    found: PostReader = registry.load(connection.network, PostReader, **_door(connection))
    return found


def _door(connection: Connection) -> dict[str, str]:
    return dict(NETWORKS[connection.network].door(_settings()))


def public_url(connection: Connection, urn: str, told: str = "") -> str:
    """Return the page of a publication: on the site its owner signs in, or as the network `told` it."""
    made = NETWORKS[connection.network].post_url
    return made(_settings(), urn) if made is not None else told


def _rights(connection: Connection) -> Rights:
    found = NETWORKS.get(connection.network)
    return _NONE if found is None else found.kinds.get(AccountKind(connection.kind), _NONE)


def may_write(name: str, kind: str, scopes: Collection[str]) -> bool:
    """Tell whether these scopes let a kind of account of a network publish."""
    rights = NETWORKS[name].kinds.get(AccountKind(kind), _NONE)
    return bool(rights.writing & set(scopes))


def takes_pictures_itself(connection: Connection) -> bool:
    """Tell whether a connection's network comes for pictures at a public address."""
    return NETWORKS[connection.network].picture.is_fetched


def may_publish(connection: Connection) -> bool:
    """Tell whether a connection was granted publication."""
    return bool(_rights(connection).writing & set(connection.scopes))


def may_read_back(connection: Connection) -> bool:
    """Tell whether a connection lets us read its own publications."""
    return connection.state == ConnectionState.ACTIVE and bool(_rights(connection).reading & set(connection.scopes))


def may_read_figures(connection: Connection) -> bool:
    """Tell whether a connection was granted the reading of figures."""
    return bool(_rights(connection).figures & set(connection.scopes))


def redirect_uri(name: str) -> str:
    """Return the address a network sends the person back to, as registered there."""
    return _settings().public_url + url_for("publishing.finish_connection", network_name=name)
