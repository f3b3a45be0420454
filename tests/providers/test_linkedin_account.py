"""Signing in with LinkedIn, and reading back one's own publications."""

from __future__ import annotations

import base64
import hashlib
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest

from app.providers.contracts import OutgoingPost
from app.providers.errors import AccessRevoked, PermissionMissing, ProviderError, Refused
from app.providers.linkedin.authorizer import LinkedInAuthorizer
from app.providers.linkedin.reader import LinkedInPostReader
from tests.providers.scripted import Received, Reply, as_json, scripted

AGENT = "AstroGrowth/1.0 (+https://exemple.ca; bonjour@exemple.ca)"
CALLBACK = "https://exemple.ca/auth/linkedin/callback"
POST = OutgoingPost("urn:li:person:782bbtaQ", "Nouveau menu (midi)", ["Lévis"])


def authorizer(url: str) -> LinkedInAuthorizer:
    return LinkedInAuthorizer(url, url, "client", "cle-secrete", AGENT)


def reader(url: str) -> LinkedInPostReader:
    return LinkedInPostReader(url, "202609", AGENT)


def test_consent_is_asked_with_the_self_serve_scopes_only() -> None:
    url = authorizer("https://www.linkedin.com/").authorization_url(CALLBACK, "état&1")
    parts = urlsplit(url)
    assert url.startswith("https://www.linkedin.com/oauth/v2/authorization?")
    assert "scope=openid%20profile%20email%20w_member_social" in parts.query
    asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
    assert asked["redirect_uri"] == CALLBACK
    assert asked["state"] == "état&1"
    assert "cle-secrete" not in url


def test_a_code_is_traded_for_a_token() -> None:
    token = {"access_token": "AQX", "expires_in": 5184000, "scope": "email,openid,profile,w_member_social"}
    with scripted(as_json(token)) as server:
        grant = authorizer(server.url).exchange("code-unique", CALLBACK)
    assert grant.access_token == "AQX"
    assert grant.scopes == ("email", "openid", "profile", "w_member_social")
    assert (grant.expires_at - datetime.now(UTC)).days in {59, 60}
    assert (grant.refresh_token, grant.refresh_expires_at) == ("", None)
    form = parse_qs(server.requests[0].body.decode())
    assert server.requests[0].path == "/oauth/v2/accessToken"
    assert form == {
        "grant_type": ["authorization_code"],
        "code": ["code-unique"],
        "redirect_uri": [CALLBACK],
        "client_id": ["client"],
        "client_secret": ["cle-secrete"],
    }


def test_a_partner_also_keeps_a_refresh_token() -> None:
    token = {"access_token": "a", "expires_in": "60", "refresh_token": "r", "refresh_token_expires_in": 31536000}
    with scripted(as_json(token)) as server:
        grant = authorizer(server.url).exchange("code", CALLBACK)
    assert grant.refresh_token == "r"
    assert grant.refresh_expires_at is not None


@pytest.mark.parametrize(
    ("status", "error", "code"),
    [
        (400, "invalid_request", "authorization_refused"),
        (400, "invalid_client", "client_refused"),
        (401, "invalid_client", "client_refused"),
    ],
)
def test_a_code_linkedin_refuses_is_asked_again_or_blamed_on_the_keys(status: int, error: str, code: str) -> None:
    body = {"error": error, "error_description": "The code code-unique is not good for cle-secrete"}
    with scripted(as_json(body, status)) as server, pytest.raises(Refused) as caught:
        authorizer(server.url).exchange("code-unique", CALLBACK)
    assert caught.value.code == code
    assert "code-unique" not in str(caught.value)
    assert "cle-secrete" not in str(caught.value)


@pytest.mark.parametrize("body", [{}, {"access_token": "a"}, {"access_token": "a", "expires_in": -1}, []])
def test_a_token_without_its_end_is_malformed(body: object) -> None:
    with scripted(as_json(body)) as server, pytest.raises(ProviderError) as caught:
        authorizer(server.url).exchange("code", CALLBACK)
    assert caught.value.code == "malformed"


def test_the_account_signs_with_its_own_urn() -> None:
    found = {
        "sub": "782bbtaQ",
        "given_name": "Alice",
        "family_name": "Tremblay",
        "picture": "https://media.licdn.com/x",
        "locale": "fr_CA",
        "email": "alice@exemple.ca",
    }
    with scripted(as_json(found)) as server:
        account = authorizer(server.url).account("jeton")
    assert (account.urn, account.name) == ("urn:li:person:782bbtaQ", "Alice Tremblay")
    assert (account.email, account.picture_url) == ("alice@exemple.ca", "https://media.licdn.com/x")
    assert server.requests[0].path == "/v2/userinfo"
    assert server.requests[0].headers["authorization"] == "Bearer jeton"
    assert "linkedin-version" not in server.requests[0].headers


def test_an_account_without_email_or_safe_picture_is_fine() -> None:
    with scripted(as_json({"sub": "x", "name": "Alice", "picture": "javascript:alert(1)"})) as server:
        account = authorizer(server.url).account("jeton")
    assert (account.email, account.picture_url) == ("", "")


def test_a_dead_token_says_so() -> None:
    expired = as_json({"status": 401, "code": "EXPIRED_ACCESS_TOKEN"}, 401)
    with scripted(expired) as server, pytest.raises(AccessRevoked):
        authorizer(server.url).account("jeton")


def test_a_token_is_revoked_and_one_already_forgotten_is_fine() -> None:
    with scripted(Reply(200), as_json({"error": "invalid_request"}, 400), Reply(503)) as server:
        authorizer(server.url).revoke("jeton")
        authorizer(server.url).revoke("jeton")
        with pytest.raises(ProviderError):
            authorizer(server.url).revoke("jeton")
    assert server.requests[0].path == "/oauth/v2/revoke"
    form = parse_qs(server.requests[0].body.decode())
    assert form == {"token": ["jeton"], "client_id": ["client"], "client_secret": ["cle-secrete"]}


def test_our_own_publication_is_found_among_the_latest() -> None:
    elements = [
        {"id": "urn:li:share:1", "commentary": "Autre chose", "lifecycleState": "PUBLISHED"},
        {"id": "urn:li:share:2", "commentary": "Nouveau menu \\(midi\\)\n\n{hashtag|\\#|Lévis}"},
    ]
    with scripted(as_json({"elements": elements})) as server:
        found = reader(server.url).find_own("jeton", POST)
    assert found is not None
    assert found.urn == "urn:li:share:2"
    assert server.requests[0].path.startswith("/rest/posts?q=author&author=urn%3Ali%3Aperson%3A782bbtaQ&")
    assert server.requests[0].headers["linkedin-version"] == "202609"


def test_a_publication_that_is_not_there_is_not_invented() -> None:
    with scripted(as_json({"elements": [{"id": "urn:li:share:1"}, {"commentary": "x"}, 3]})) as server:
        assert reader(server.url).find_own("jeton", POST) is None


def test_self_serve_scopes_may_not_read() -> None:
    body = {"status": 403, "code": "ACCESS_DENIED", "message": "Not enough permissions to access: posts.FINDER"}
    with scripted(as_json(body, 403)) as server:
        with pytest.raises(PermissionMissing):
            reader(server.url).find_own("jeton", POST)
        with pytest.raises(PermissionMissing):
            reader(server.url).figures("jeton", "urn:li:share:1")


def test_figures_add_up_and_the_unreadable_ones_are_absent() -> None:
    def answer(request: Received) -> Reply:
        if request.path == "/rest/socialMetadata/urn%3Ali%3Ashare%3A7":
            kinds = {"LIKE": {"reactionType": "LIKE", "count": 3}, "PRAISE": {"count": 2}}
            return as_json({"commentSummary": {"count": 2}, "reactionSummaries": kinds})
        return as_json({"status": 403}, 403)

    with scripted(answer) as server:
        figures = reader(server.url).figures("jeton", "urn:li:share:7")
    assert (figures.reactions, figures.comments) == (5, 2)
    assert (figures.shares, figures.impressions) == (None, None)


def test_impressions_are_read_post_by_post() -> None:
    def answer(request: Received) -> Reply:
        if "socialMetadata" in request.path:
            return as_json({"status": 403}, 403)
        assert "entity=(ugc:urn%3Ali%3AugcPost%3A7)" in request.path
        return as_json({"elements": [{"count": 152}] if "IMPRESSION" in request.path else []})

    with scripted(answer) as server:
        figures = reader(server.url).figures("jeton", "urn:li:ugcPost:7")
    assert (figures.impressions, figures.shares, figures.reactions) == (152, None, None)


def test_a_refresh_token_is_traded_for_another_access() -> None:
    token = {"access_token": "b", "expires_in": 5184000, "scope": "openid,w_member_social"}
    with scripted(as_json(token)) as server:
        grant = authorizer(server.url).renew("jeton-long")
    assert (grant.access_token, grant.refresh_token) == ("b", "")
    form = parse_qs(server.requests[0].body.decode())
    assert (form["grant_type"], form["refresh_token"]) == (["refresh_token"], ["jeton-long"])


def test_a_refresh_token_that_is_over_is_refused_without_being_told() -> None:
    refusal = {"error": "invalid_grant", "error_description": "The provided refresh token jeton-long is invalid"}
    with scripted(as_json(refusal, 400)) as server, pytest.raises(Refused) as raised:
        authorizer(server.url).renew("jeton-long")
    assert raised.value.code == "authorization_refused"
    assert "jeton-long" not in str(raised.value)


def test_a_verifier_given_to_the_consent_is_proved_at_the_exchange() -> None:
    url = authorizer("https://www.linkedin.com").authorization_url(CALLBACK, "abc", "v" * 64)
    asked = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
    digest = hashlib.sha256(b"v" * 64).digest()
    assert asked["code_challenge"] == base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
    assert asked["code_challenge_method"] == "S256"
    assert "v" * 64 not in url
    with scripted(as_json({"access_token": "AQX", "expires_in": 60})) as server:
        authorizer(server.url).exchange("code", CALLBACK, "v" * 64)
    assert parse_qs(server.requests[0].body.decode())["code_verifier"] == ["v" * 64]


def test_the_keys_never_follow_a_redirection() -> None:
    with scripted(Reply(307, headers={"Location": "/ailleurs"})) as server:
        with pytest.raises(ProviderError):
            authorizer(server.url).exchange("code", CALLBACK)
        assert len(server.requests) == 1


def test_a_token_answer_without_end_is_cut_and_said() -> None:
    with scripted(Reply(200, b"{" + b" " * 3_000_000)) as server, pytest.raises(ProviderError) as caught:
        authorizer(server.url).exchange("code", CALLBACK)
    assert caught.value.code == "too_large"


def test_our_own_agent_asks_for_the_token() -> None:
    with scripted(as_json({"access_token": "AQX", "expires_in": 60})) as server:
        authorizer(server.url).exchange("code", CALLBACK)
    assert server.requests[0].headers["user-agent"] == AGENT
