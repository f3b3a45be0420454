"""The networks one may publish on: what each needs of the operator, and what it lets an account do.

A further network fills in one line of NETWORKS, with its label in providers/wording.py and its classes in
providers/registry.py; nothing else asks which network it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from app.core.i18n import _, _l
from app.domains.publishing.states import AccountKind
from app.providers import registry
from app.settings import Settings

LINKEDIN = "linkedin"
FACEBOOK, INSTAGRAM = "facebook", "instagram"


@dataclass(frozen=True)
class Rights:
    """What a kind of account may do: one scope of each set is enough, and an empty set grants nothing."""

    writing: frozenset[str]
    reading: frozenset[str] = frozenset()
    figures: frozenset[str] = frozenset()


@dataclass(frozen=True)
class PictureRule:
    """Whether a network wants a picture; `is_fetched` where it comes for it itself at a public address."""

    is_needed: bool = False
    is_fetched: bool = False


@dataclass(frozen=True)
class Network:
    """One network.

    Args:
        name: what the registry, the addresses and the rows call it.
        kinds: the accounts it publishes for, and their rights; the first is what a plain connection opens.
        text_cap: the longest text, as its publisher counts it.
        keys: the settings an operator fills before it is offered.
        consent: from the settings, what builds its Authorizer.
        door: from the settings, what builds its Publisher and its PostReader.
        post_url: from the settings and a URN, the page of a publication; None where the API answers it.
        listing: from the settings, what builds its AccountChooser; None where that is its Authorizer.
        picture: whether it wants one, and who carries it there.
        hashtag_cap: how many hashtags it takes, where it counts them.
        page_word: what its accounts that are no person's are called.
        has_pkce: whether its contract has PKCE for a web application.
    """

    name: str
    kinds: Mapping[AccountKind, Rights]
    text_cap: int
    keys: tuple[str, ...]
    consent: Callable[[Settings], Mapping[str, str]]
    door: Callable[[Settings], Mapping[str, str]]
    post_url: Callable[[Settings, str], str] | None = None
    listing: Callable[[Settings], Mapping[str, str]] | None = None
    picture: PictureRule = field(default_factory=PictureRule)
    has_pkce: bool = False
    hashtag_cap: int | None = None
    page_word: str = _l("Page")

    @property
    def label(self) -> str:
        """Return what people call it."""
        return registry.PROVIDERS[self.name].label

    @property
    def has_pages_apart(self) -> bool:
        """Tell whether publishing as a page is asked for apart from publishing as a person."""
        return len(self.kinds) > 1

    def is_offered(self, settings: Settings) -> bool:
        """Tell whether the operator has registered an application with it."""
        return all(getattr(settings, key) for key in self.keys)


def _linkedin_consent(settings: Settings) -> Mapping[str, str]:
    return {
        "auth_url": settings.linkedin_auth_url,
        "api_url": settings.linkedin_api_url,
        "client_id": settings.linkedin_client_id,
        "client_secret": settings.linkedin_client_secret,
        "user_agent": settings.user_agent,
    }


def _linkedin_door(settings: Settings) -> Mapping[str, str]:
    return {
        "api_url": settings.linkedin_api_url,
        "version": settings.linkedin_version,
        "user_agent": settings.user_agent,
    }


def _meta_consent(settings: Settings) -> Mapping[str, str]:
    return {
        "auth_url": f"{settings.meta_auth_url}/{settings.meta_graph_version}",
        "app_id": settings.meta_app_id,
        **_meta_door(settings),
    }


def _meta_door(settings: Settings) -> Mapping[str, str]:
    return {
        "graph_url": f"{settings.meta_graph_url}/{settings.meta_graph_version}",
        "app_secret": settings.meta_app_secret,
        "user_agent": settings.user_agent,
    }


_META_KEYS = ("meta_app_id", "meta_app_secret")
NETWORKS: Mapping[str, Network] = {
    each.name: each
    for each in (
        Network(
            LINKEDIN,
            # The reading scopes are asked only of partners (contract 05, 2026-11-21).
            {
                AccountKind.PERSON: Rights(
                    writing=frozenset({"w_member_social"}),
                    reading=frozenset({"r_member_social"}),
                    figures=frozenset({"r_member_social", "r_member_postAnalytics"}),
                ),
                AccountKind.PAGE: Rights(
                    writing=frozenset({"w_organization_social"}),
                    reading=frozenset({"r_organization_social"}),
                    figures=frozenset({"r_organization_social"}),
                ),
            },
            text_cap=3000,
            keys=("linkedin_client_id", "linkedin_client_secret"),
            consent=_linkedin_consent,
            door=_linkedin_door,
            # The site where its owner signs in.
            post_url=lambda settings, urn: f"{settings.linkedin_auth_url}/feed/update/{urn}/",
            listing=_linkedin_door,
        ),
        # A Page and the Instagram account linked to it are opened by one consent; Pages may read themselves back
        # (contract 08, 2026-11-21).
        Network(
            FACEBOOK,
            {
                AccountKind.PAGE: Rights(
                    writing=frozenset({"pages_manage_posts"}),
                    reading=frozenset({"pages_read_engagement"}),
                    figures=frozenset({"pages_read_engagement"}),
                )
            },
            text_cap=63_206,
            keys=_META_KEYS,
            consent=_meta_consent,
            door=_meta_door,
        ),
        Network(
            INSTAGRAM,
            {
                AccountKind.PAGE: Rights(
                    writing=frozenset({"instagram_content_publish"}),
                    reading=frozenset({"instagram_basic"}),
                    figures=frozenset({"instagram_basic"}),
                )
            },
            text_cap=2200,
            keys=_META_KEYS,
            consent=_meta_consent,
            door=_meta_door,
            picture=PictureRule(is_needed=True, is_fetched=True),
            hashtag_cap=30,
            page_word=_l("Compte"),
        ),
    )
}


def kind_of(name: str, kind: str) -> str:
    """Name a kind of account: « Page Facebook », « Compte Instagram »."""
    page = NETWORKS[name].page_word if name in NETWORKS else _l("Compte")
    said = page if kind == AccountKind.PAGE else _l("Profil")
    return _("%(kind)s %(network)s", kind=said, network=label_of(name))


def label_of(name: str) -> str:
    """Return what people call a network, one we no longer know included."""
    return NETWORKS[name].label if name in NETWORKS else name
