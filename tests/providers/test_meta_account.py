"""Facebook Login: one consent, several Pages and Instagram accounts."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest

from app.providers.contracts import Grant, OpenedAccount
from app.providers.errors import AccessRevoked, PermissionMissing, ProviderError, Refused
from app.providers.meta.authorizer import SCOPES, MetaAuthorizer
from tests.providers.scripted import as_json, scripted
from tests.sandbox.meta.outside import APP, CALLBACK, INSTAGRAM, PAGE, OutsideMeta

AGENT = "AstroGrowth/1.0 (+https://exemple.ca; bonjour@exemple.ca)"


def authorizer(url: str, secret: str = APP["client_secret"]) -> MetaAuthorizer:
    return MetaAuthorizer(f"{url}/v26.0", f"{url}/v26.0", APP["client_id"], secret, AGENT)


def granted(meta: OutsideMeta, **changes: object) -> Grant:
    return authorizer(meta.sandbox.url).exchange(meta.back(**changes)["code"], CALLBACK)


def test_consent_is_asked_for_publishing_reading_and_counting_only() -> None:
    url = authorizer("https://www.facebook.com").authorization_url(CALLBACK, "état&1")
    parts = urlsplit(url)
    assert url.startswith("https://www.facebook.com/v26.0/dialog/oauth?")
    asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
    assert asked["scope"] == ",".join(SCOPES)
    assert (asked["redirect_uri"], asked["state"], asked["response_type"]) == (CALLBACK, "état&1", "code")
    assert not {"pages_messaging", "leads_retrieval", "ads_read"} & set(SCOPES)
    assert APP["client_secret"] not in url


def test_the_twin_takes_what_the_dialogue_is_asked(meta: OutsideMeta) -> None:
    url = authorizer(meta.sandbox.url).authorization_url(CALLBACK, "abc")
    asked = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
    assert meta.back(**asked)["state"] == "abc"


def test_a_code_becomes_a_long_lived_token_that_says_what_was_granted(meta: OutsideMeta) -> None:
    grant = granted(meta)
    assert set(grant.scopes) == set(SCOPES)
    assert (grant.expires_at - datetime.now(UTC)).days in {89, 90}, "when the access to her content ends"
    assert grant.access_token not in repr(grant)
    assert meta.call("GET", "me", grant.access_token).status_code == 200


def test_what_she_did_not_tick_is_not_granted(meta: OutsideMeta) -> None:
    meta.sandbox.state.settings.meta_declined_scopes = ["pages_manage_posts"]
    assert "pages_manage_posts" not in granted(meta).scopes


def test_one_consent_opens_pages_and_their_instagram_each_with_its_own_grant(meta: OutsideMeta) -> None:
    found = list(authorizer(meta.sandbox.url).accounts(granted(meta)))
    assert [(each.network, each.account.urn, each.account.name) for each in found] == [
        ("facebook", PAGE, "Café Démonstration"),
        ("instagram", INSTAGRAM, "@cafe.demonstration"),
        ("facebook", "104000000000002", "Traiteur Démonstration"),
    ]
    page, instagram, other = (each.grant.access_token for each in found)
    assert page == instagram != other
    assert meta.call("POST", f"{PAGE}/feed", page, message="Bonjour").status_code == 200


def test_a_page_she_may_not_publish_on_is_not_offered(meta: OutsideMeta) -> None:
    found = authorizer(meta.sandbox.url).accounts(granted(meta, member="sbx7Olivier"))
    assert [each.account.name for each in found] == ["Atelier Bac-à-Sable", "@atelier.bac"]


def test_a_long_list_of_pages_is_read_to_its_end() -> None:
    def page(number: int, more: bool) -> dict[str, object]:
        row = {"id": f"{number}", "name": f"Page {number}", "access_token": f"EAA{number}", "tasks": ["CREATE_CONTENT"]}
        paging = {"cursors": {"before": "a", "after": f"c{number}"}, **({"next": "https://x"} if more else {})}
        return {"data": [row], "paging": paging}

    grant = Grant("EAA", datetime.now(UTC), SCOPES)
    with scripted(as_json(page(1, True)), as_json(page(2, False))) as server:
        found: list[OpenedAccount] = list(authorizer(server.url).accounts(grant))
    assert [each.account.urn for each in found] == ["1", "2"]
    assert "after=c1" in server.requests[1].path


@pytest.mark.parametrize("body", [{}, {"data": None}, {"data": [3, {"id": "1"}, {"access_token": "EAA"}]}])
def test_a_list_without_sense_opens_nothing(body: object) -> None:
    with scripted(as_json(body)) as server:
        assert list(authorizer(server.url).accounts(Grant("EAA", datetime.now(UTC), ()))) == []


@pytest.mark.parametrize(
    ("code", "kind"),
    [(1, "client_refused"), (101, "client_refused"), (100, "authorization_refused"), (190, "authorization_refused")],
)
def test_a_code_meta_refuses_is_asked_again_or_blamed_on_the_keys(code: int, kind: str) -> None:
    refusal = as_json({"error": {"code": code, "message": "Error cle-secrete code-unique", "type": "x"}}, 400)
    with scripted(refusal) as server, pytest.raises(Refused) as caught:
        authorizer(server.url, "cle-secrete").exchange("code-unique", CALLBACK)
    assert caught.value.code == kind
    assert "cle-secrete" not in str(caught.value)
    assert "code-unique" not in str(caught.value)


def test_a_meta_that_does_not_answer_is_no_refusal() -> None:
    error = {"error": {"code": 2, "message": "Service temporarily unavailable", "is_transient": True}}
    with scripted(as_json(error, 503)) as server, pytest.raises(ProviderError) as caught:
        authorizer(server.url).exchange("code", CALLBACK)
    assert not caught.value.permanent


@pytest.mark.parametrize("body", [{}, [], {"access_token": ""}, {"access_token": 3}])
def test_an_answer_without_a_token_is_malformed(body: object) -> None:
    with scripted(as_json(body)) as server, pytest.raises(ProviderError) as caught:
        authorizer(server.url).exchange("code", CALLBACK)
    assert caught.value.code == "malformed"


def test_a_token_says_whose_it_is(meta: OutsideMeta) -> None:
    account = authorizer(meta.sandbox.url).account(granted(meta).access_token)
    assert (account.urn, account.name) == ("sbx7Camille", "Camille Démonstration")


def test_a_dead_token_and_a_missing_permission_are_told_apart(meta: OutsideMeta) -> None:
    door = authorizer(meta.sandbox.url)
    with pytest.raises(AccessRevoked):
        door.account("EAAinvente")
    meta.sandbox.state.settings.meta_declined_scopes = ["pages_show_list"]
    with pytest.raises(PermissionMissing):
        door.accounts(granted(meta))


def test_all_is_taken_back_with_her_token_and_nothing_with_one_page_s(meta: OutsideMeta) -> None:
    door = authorizer(meta.sandbox.url)
    grant = granted(meta)
    page = door.accounts(grant)[0].grant.access_token
    door.revoke(page)
    assert meta.call("GET", "me", grant.access_token).status_code == 200
    door.revoke(grant.access_token)
    door.revoke(grant.access_token)
    with pytest.raises(AccessRevoked):
        door.account(grant.access_token)


def test_a_revocation_that_meets_no_answer_says_so() -> None:
    with scripted(as_json({"error": {"code": 2, "message": "?"}}, 500)) as server, pytest.raises(ProviderError):
        authorizer(server.url).revoke("EAA")
