"""What each Publisher needs to be held to the contract: a next network adds one Kind here, and no test."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import ModuleType

from app.providers.contracts import Publisher
from app.providers.linkedin import wire as linkedin_wire
from app.providers.linkedin.publisher import LinkedInPublisher
from app.providers.meta import wire as meta_wire
from app.providers.meta.facebook import FacebookPublisher
from app.providers.meta.instagram import InstagramPublisher
from app.sandbox.server import RunningSandbox
from tests.providers.scripted import Received, Reply, as_json
from tests.sandbox.meta.outside import APP, INSTAGRAM, PAGE, OutsideMeta
from tests.sandbox.outside import Outside

AGENT = "AstroGrowth/1.0 (+https://astrogrowth.example; a@astrogrowth.example)"


@dataclass(frozen=True)
class Kind:
    """One network to hold to the contract.

    `service` is its twin, `create_path` and `upload_path` what its calls are known by there, `connect` signs in and
    gives a token and an author, `nonsense` are answers to a create that say nothing readable.
    """

    service: str
    create_path: str
    upload_path: str
    wire: ModuleType
    build: Callable[[str], Publisher]
    connect: Callable[[RunningSandbox], tuple[str, str]]
    nonsense: Mapping[str, Reply | Callable[[Received], Reply]] = field(default_factory=dict)
    refuses_duplicates: bool = True
    names_duplicates: bool = True
    needs_picture: bool = False


def _linkedin_account(sandbox: RunningSandbox) -> tuple[str, str]:
    outside = Outside(sandbox)
    token = outside.token()
    return token, outside.me(token)


def _page(sandbox: RunningSandbox) -> tuple[str, str]:
    return OutsideMeta(sandbox).page_token(), PAGE


def _instagram_account(sandbox: RunningSandbox) -> tuple[str, str]:
    return OutsideMeta(sandbox).page_token(), INSTAGRAM


_MADE = json.dumps({"id": "104000000000001_17"}).encode()
_OF_THE_GRAPH = {
    "no id": as_json({}),
    "a strange id": as_json({"id": "n'importe quoi"}),
    "an id that is no text": as_json({"id": 12}),
    "not an object": as_json([]),
    "broken JSON": Reply(200, _MADE[:-4]),
    "half an answer": Reply(200, _MADE, fault="half"),
    "no connection": Reply(fault="reset"),
    "silence": Reply(fault="hang"),
    "one sign at a time": Reply(200, _MADE, fault="trickle"),
    "a redirection": Reply(303, headers={"Location": "/"}),
    "a page of a proxy": Reply(502, b"<html>"),
    "a refusal nobody can read": Reply(400, b"<html>"),
    "an unknown error": as_json({"error": {"code": 1, "message": "An unknown error occurred"}}, 500),
    "a passing error": as_json({"error": {"code": 987, "message": "?", "is_transient": True}}, 400),
    "too long an answer": Reply(200, b" " * 2_100_000 + _MADE),
}


def _once_ready(nonsense: Reply) -> Callable[[Received], Reply]:
    """Tell that a container is ready, then talk nonsense."""
    return lambda request: as_json({"status_code": "FINISHED"}) if request.method == "GET" else nonsense


KINDS: Mapping[str, Kind] = {
    "linkedin": Kind(
        service="linkedin",
        create_path="/rest/posts",
        upload_path="/rest/images",
        wire=linkedin_wire,
        build=lambda url: LinkedInPublisher(url, "202609", AGENT),
        connect=_linkedin_account,
        nonsense={
            "no id": Reply(201),
            "a strange id": Reply(201, headers={"x-restli-id": "n'importe quoi"}),
            "half an answer": Reply(201, b"{}", {"x-restli-id": "urn:li:share:1"}, fault="half"),
            "no connection": Reply(fault="reset"),
            "silence": Reply(fault="hang"),
            "one sign at a time": Reply(201, b"{}", {"x-restli-id": "urn:li:share:1"}, fault="trickle"),
            "a redirection": Reply(303, headers={"Location": "/"}),
            "a page of a proxy": Reply(502, b"<html>"),
            "too long an answer": Reply(201, b"x" * 2_100_000, {"x-restli-id": "urn:li:share:1"}),
        },
    ),
    "facebook": Kind(
        service="meta",
        create_path="/feed",
        upload_path="/photos",
        wire=meta_wire,
        build=lambda url: FacebookPublisher(f"{url}/v26.0", APP["client_secret"], AGENT),
        connect=_page,
        nonsense=_OF_THE_GRAPH,
        names_duplicates=False,
    ),
    "instagram": Kind(
        service="meta",
        create_path="/media_publish",
        upload_path="/media",
        wire=meta_wire,
        build=lambda url: InstagramPublisher(f"{url}/v26.0", APP["client_secret"], AGENT),
        connect=_instagram_account,
        nonsense={case: _once_ready(reply) for case, reply in _OF_THE_GRAPH.items()},
        refuses_duplicates=False,
        needs_picture=True,
    ),
}
