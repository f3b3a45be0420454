"""Publishing on LinkedIn: created once, or honestly unknown."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.providers.contracts import OutgoingPicture, OutgoingPost
from app.providers.errors import (
    AccessRevoked,
    Duplicate,
    OutcomeUnknown,
    PermissionMissing,
    ProviderError,
    QuotaReached,
    Refused,
    VersionRetired,
)
from app.providers.http import Limits
from app.providers.linkedin import wire
from app.providers.linkedin.publisher import LinkedInPublisher
from tests.providers.scripted import Received, Reply, as_json, closed_port_url, scripted

AUTHOR = "urn:li:person:782bbtaQ"
POST = OutgoingPost(AUTHOR, "Nouveau menu (midi)", ["Lévis"], "urn:li:image:C4E10", "Une assiette")
PICTURE = OutgoingPicture(b"\x89PNG...", "image/png")
CREATED = Reply(201, headers={"x-restli-id": "urn:li:share:7123"})


def publisher(url: str) -> LinkedInPublisher:
    return LinkedInPublisher(url, "202609", "AstroGrowth/1.0 (+https://exemple.ca; bonjour@exemple.ca)")


def test_a_publication_goes_out_as_the_contract_says() -> None:
    with scripted(CREATED) as server:
        published = publisher(server.url).create("jeton", POST)
    assert published.urn == "urn:li:share:7123"
    assert published.url == "https://www.linkedin.com/feed/update/urn:li:share:7123/"
    request = server.requests[0]
    assert (request.method, request.path) == ("POST", "/rest/posts")
    assert request.headers["authorization"] == "Bearer jeton"
    assert request.headers["linkedin-version"] == "202609"
    assert request.headers["x-restli-protocol-version"] == "2.0.0"
    assert request.headers["content-type"] == "application/json"
    assert request.json() == {
        "author": AUTHOR,
        "commentary": "Nouveau menu \\(midi\\)\n\n#Lévis",
        "visibility": "PUBLIC",
        "distribution": {"feedDistribution": "MAIN_FEED", "targetEntities": [], "thirdPartyDistributionChannels": []},
        "content": {"media": {"id": "urn:li:image:C4E10", "altText": "Une assiette"}},
        "lifecycleState": "PUBLISHED",
        "isReshareDisabledByAuthor": False,
    }


def test_a_publication_without_picture_has_no_content() -> None:
    with scripted(Reply(201, headers={"x-restli-id": "urn:li:ugcPost:9"})) as server:
        assert publisher(server.url).create("jeton", OutgoingPost(AUTHOR, "Bonjour")).urn == "urn:li:ugcPost:9"
    assert "content" not in server.requests[0].json()


@pytest.mark.parametrize(
    "reply",
    [
        Reply(fault="reset"),
        Reply(fault="hang"),
        Reply(201, b"{}", {"x-restli-id": "urn:li:share:1"}, fault="half"),
        Reply(201),
        Reply(201, headers={"x-restli-id": "n'importe quoi"}),
        Reply(200),
        Reply(303, headers={"Location": "/"}),
        Reply(408),
        Reply(500, b"<html>"),
        Reply(503),
        Reply(504),
    ],
    ids=lambda reply: reply.fault or f"{reply.status}-{len(reply.headers)}",
)
def test_a_create_that_may_have_been_carried_out_is_unknown_and_sent_once(
    reply: Reply, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wire, "LIMITS", Limits(connect_seconds=1, read_seconds=0.2, total_seconds=1))
    with scripted(reply) as server:
        with pytest.raises(OutcomeUnknown) as caught:
            publisher(server.url).create("jeton-secret", POST)
        assert len(server.requests) == 1
    assert "jeton-secret" not in str(caught.value)


def test_a_create_that_never_left_may_be_tried_again() -> None:
    with pytest.raises(ProviderError) as caught:
        publisher(closed_port_url()).create("jeton", POST)
    assert not isinstance(caught.value, OutcomeUnknown)
    assert not caught.value.permanent


def test_a_text_too_long_is_refused_before_leaving() -> None:
    with scripted(CREATED) as server:
        with pytest.raises(Refused) as caught:
            publisher(server.url).create("jeton", OutgoingPost(AUTHOR, "(" * 1501))
        assert not server.requests
    assert caught.value.code == "too_long"


def test_a_duplicate_names_the_publication_linkedin_holds() -> None:
    body = {
        "status": 422,
        "message": "Content is a duplicate of urn:li:share:7141",
        "errorDetails": {"inputErrors": [{"code": "DUPLICATE_POST", "description": "Duplicate post is detected"}]},
    }
    with scripted(as_json(body, 422)) as server, pytest.raises(Duplicate) as caught:
        publisher(server.url).create("jeton", POST)
    assert (caught.value.urn, caught.value.permanent) == ("urn:li:share:7141", True)


def test_another_422_is_a_refusal() -> None:
    body = {"status": 422, "message": "ERROR :: /commentary :: too long"}
    with scripted(as_json(body, 422)) as server, pytest.raises(Refused) as caught:
        publisher(server.url).create("jeton", POST)
    assert not isinstance(caught.value, Duplicate)


@pytest.mark.parametrize(
    ("status", "code", "kind", "permanent"),
    [
        (401, "EXPIRED_ACCESS_TOKEN", AccessRevoked, True),
        (403, "ACCESS_DENIED", PermissionMissing, True),
        (426, "NONEXISTENT_VERSION", VersionRetired, False),
        (400, "INVALID", Refused, True),
        (400, "MEDIA_ASSET_WAITING_UPLOAD", ProviderError, False),
        (400, "MEDIA_ASSET_PROCESSING_FAILED", Refused, True),
    ],
)
def test_each_refusal_has_its_error(status: int, code: str, kind: type[ProviderError], permanent: bool) -> None:
    refusal = as_json({"status": status, "code": code, "message": "non"}, status)
    with scripted(refusal) as server, pytest.raises(ProviderError) as caught:
        publisher(server.url).create("jeton", POST)
    assert type(caught.value) is kind
    assert caught.value.permanent is permanent


def test_a_quota_waits_what_linkedin_says_or_until_midnight_utc() -> None:
    with scripted(as_json({}, 429, Retry_After="45"), as_json({}, 429)) as server:
        for expected in (45, wire.seconds_to_midnight(datetime.now(UTC))):
            with pytest.raises(QuotaReached) as caught:
                publisher(server.url).create("jeton", POST)
            assert caught.value.retry_after_seconds == pytest.approx(expected, abs=5)


def test_midnight_utc_is_counted_from_any_moment() -> None:
    assert wire.seconds_to_midnight(datetime(2026, 11, 21, 23, 59, tzinfo=UTC)) == 60
    assert wire.seconds_to_midnight(datetime(2026, 11, 21, 0, 0, tzinfo=UTC)) == 86_400


def test_a_picture_is_announced_then_sent_whole() -> None:
    def answer(request: Received) -> Reply:
        if request.method == "PUT":
            return Reply(201)
        host = request.headers["host"]
        return as_json({"value": {"uploadUrl": f"http://{host}/depot/1?x=2", "image": "urn:li:image:C4E10AQ"}})

    with scripted(answer) as server:
        assert publisher(server.url).upload("jeton", POST, PICTURE) == "urn:li:image:C4E10AQ"
    announced, sent = server.requests
    assert announced.path == "/rest/images?action=initializeUpload"
    assert announced.json() == {"initializeUploadRequest": {"owner": AUTHOR}}
    assert (sent.method, sent.path, sent.body) == ("PUT", "/depot/1?x=2", b"\x89PNG...")
    assert sent.headers["authorization"] == "Bearer jeton"


def test_a_picture_that_fails_may_be_sent_again() -> None:
    with scripted(Reply(500)) as server, pytest.raises(ProviderError) as caught:
        publisher(server.url).upload("jeton", POST, PICTURE)
    assert not caught.value.permanent
    assert not isinstance(caught.value, OutcomeUnknown)


@pytest.mark.parametrize("value", [None, [], {}, {"uploadUrl": 3, "image": "urn:li:image:1"}])
def test_an_upload_without_an_address_is_an_error(value: object) -> None:
    with scripted(as_json({"value": value})) as server, pytest.raises(ProviderError) as caught:
        publisher(server.url).upload("jeton", POST, PICTURE)
    assert caught.value.code == "malformed"


def test_the_token_never_follows_a_picture_to_a_strange_kind_of_address() -> None:
    value = {"uploadUrl": "ftp://ailleurs.example/x", "image": "urn:li:image:1"}
    with scripted(as_json({"value": value})) as server:
        with pytest.raises(Refused):
            publisher(server.url).upload("jeton", POST, PICTURE)
        assert len(server.requests) == 1
