"""What Facebook and Instagram do each in their own way, beyond the contract of every publisher."""

from __future__ import annotations

import hmac
from dataclasses import replace
from hashlib import sha256

import pytest

from app.providers.contracts import OutgoingPicture, OutgoingPost
from app.providers.errors import (
    AccessRevoked,
    MediaLost,
    OutcomeUnknown,
    PermissionMissing,
    ProviderError,
    QuotaReached,
    Refused,
    VersionRetired,
)
from app.providers.meta.facebook import FacebookPublisher
from app.providers.meta.instagram import InstagramPublisher
from tests.providers.scripted import Received, Reply, as_json, scripted
from tests.sandbox.meta.outside import APP, INSTAGRAM, PAGE, OutsideMeta
from tests.sandbox.outside import picture

AGENT = "AstroGrowth/1.0 (+https://exemple.ca; bonjour@exemple.ca)"
POST = OutgoingPost(PAGE, "Nouveau menu (midi)", ["Lévis"], alt_text="Une assiette")


def facebook(url: str) -> FacebookPublisher:
    return FacebookPublisher(f"{url}/v26.0", APP["client_secret"], AGENT)


def instagram(url: str) -> InstagramPublisher:
    return InstagramPublisher(f"{url}/v26.0", APP["client_secret"], AGENT)


def jpeg(meta: OutsideMeta) -> OutgoingPicture:
    return OutgoingPicture(picture("JPEG"), "image/jpeg", meta.public_picture())


def test_a_page_s_publication_goes_out_as_the_contract_says() -> None:
    def answer(request: Received) -> Reply:
        made = {"id": f"{PAGE}_77"} if request.method == "POST" else {"permalink_url": "https://www.facebook.com/x/1"}
        return as_json(made)

    with scripted(answer) as server:
        published = facebook(server.url).create("EAA1", replace(POST, media_urn="17"))
    assert (published.urn, published.url) == (f"{PAGE}_77", "https://www.facebook.com/x/1")
    sent = server.requests[0]
    assert (sent.method, sent.path) == ("POST", f"/v26.0/{PAGE}/feed")
    assert sent.headers["authorization"] == "Bearer EAA1"
    assert sent.json() == {
        "message": "Nouveau menu (midi)\n\n#Lévis",
        "attached_media": [{"media_fbid": "17"}],
        "appsecret_proof": hmac.new(APP["client_secret"].encode(), b"EAA1", sha256).hexdigest(),
    }


@pytest.mark.parametrize("aside", [Reply(500), as_json({}), as_json({"permalink_url": "javascript:1"})])
def test_an_address_nobody_tells_does_not_undo_a_publication(aside: Reply) -> None:
    with scripted(lambda request: as_json({"id": "1_2"}) if request.method == "POST" else aside) as server:
        assert facebook(server.url).create("EAA", POST).url == "https://www.facebook.com/1_2"


def test_a_picture_is_sent_whole_and_unseen(meta: OutsideMeta) -> None:
    token = meta.page_token()
    photo = facebook(meta.sandbox.url).upload(token, POST, OutgoingPicture(picture("PNG"), "image/png"))
    assert meta.sandbox.state.blob(photo) == picture("PNG")
    assert meta.sandbox.state.posts == {}


@pytest.mark.parametrize(
    ("code", "status", "kind", "permanent"),
    [
        (190, 400, AccessRevoked, True),
        (102, 400, AccessRevoked, True),
        (10, 403, PermissionMissing, True),
        (200, 400, PermissionMissing, True),
        (299, 500, PermissionMissing, True),
        (4, 403, QuotaReached, False),
        (17, 400, QuotaReached, False),
        (32, 400, QuotaReached, False),
        (613, 400, QuotaReached, False),
        (80001, 400, QuotaReached, False),
        (368, 400, Refused, True),
        (100, 400, Refused, True),
        (9007, 400, ProviderError, False),
        (1, 400, OutcomeUnknown, False),
        (2, 500, OutcomeUnknown, False),
    ],
)
def test_the_code_counts_and_never_the_status(
    code: int, status: int, kind: type[ProviderError], permanent: bool
) -> None:
    error = {"error": {"message": "non", "type": "OAuthException", "code": code, "is_transient": code == 4}}
    with scripted(as_json(error, status)) as server, pytest.raises(ProviderError) as caught:
        facebook(server.url).create("EAA", POST)
    assert type(caught.value) is kind
    assert caught.value.permanent is permanent


def test_a_version_that_does_not_exist_is_for_the_operator(meta: OutsideMeta) -> None:
    publisher = FacebookPublisher(f"{meta.sandbox.url}/v27.0", APP["client_secret"], AGENT)
    with pytest.raises(VersionRetired):
        publisher.create(meta.page_token(), POST)


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({"Retry_After": "45"}, 45),
        ({"X_Business_Use_Case_Usage": '{"1": [{"estimated_time_to_regain_access": 7}]}'}, 420),
        ({"X_Business_Use_Case_Usage": "[]"}, 3600),
        ({"X_Business_Use_Case_Usage": '{"1": [3]}'}, 3600),
        ({}, 3600),
    ],
)
def test_a_limit_waits_what_the_header_says_or_an_hour(headers: dict[str, str], wait: float) -> None:
    refusal = as_json({"error": {"code": 32, "message": "Page request limit reached"}}, 400, **headers)
    with scripted(refusal) as server, pytest.raises(QuotaReached) as caught:
        facebook(server.url).create("EAA", POST)
    assert caught.value.retry_after_seconds == wait


def test_a_container_carries_words_picture_and_alternative_text(meta: OutsideMeta) -> None:
    token = meta.page_token()
    post = replace(POST, author_urn=INSTAGRAM)
    container = instagram(meta.sandbox.url).upload(token, post, jpeg(meta))
    kept = meta.sandbox.state.containers[container]
    assert (kept.caption, kept.alt_text, kept.outcome) == ("Nouveau menu (midi)\n\n#Lévis", "Une assiette", "FINISHED")


def test_a_container_not_ready_waits_and_is_published_once_it_is(meta: OutsideMeta) -> None:
    clock = [meta.sandbox.state.now()]
    meta.sandbox.state.settings.meta_container_seconds = 30
    meta.sandbox.state.now = lambda: clock[0]
    token, publisher = meta.page_token(), instagram(meta.sandbox.url)
    post = replace(POST, author_urn=INSTAGRAM)
    post = replace(post, media_urn=publisher.upload(token, post, jpeg(meta)))
    with pytest.raises(ProviderError) as caught:
        publisher.create(token, post)
    assert (caught.value.code, caught.value.permanent) == ("media_waiting", False)
    assert not isinstance(caught.value, OutcomeUnknown)
    clock[0] += 31
    assert publisher.create(token, post).url.startswith(f"{meta.sandbox.url}/feed/update/")
    assert len(meta.sandbox.state.posts) == 1


@pytest.mark.parametrize("what", ["container_error", "container_expired"])
def test_a_spoilt_container_asks_for_another(meta: OutsideMeta, what: str) -> None:
    token, publisher = meta.page_token(), instagram(meta.sandbox.url)
    post = replace(POST, author_urn=INSTAGRAM)
    meta.behave(what, path="/media")
    with pytest.raises(MediaLost) as caught:
        publisher.create(token, replace(post, media_urn=publisher.upload(token, post, jpeg(meta))))
    assert not caught.value.permanent
    assert publisher.create(token, replace(post, media_urn=publisher.upload(token, post, jpeg(meta)))).urn
    assert len(meta.sandbox.state.posts) == 1


def test_a_container_published_without_our_hearing_of_it_is_found_never_published_again(meta: OutsideMeta) -> None:
    token, publisher = meta.page_token(), instagram(meta.sandbox.url)
    post = replace(POST, author_urn=INSTAGRAM)
    post = replace(post, media_urn=publisher.upload(token, post, jpeg(meta)))
    meta.behave("cut_after", path="/media_publish")
    with pytest.raises(OutcomeUnknown):
        publisher.create(token, post)
    assert [publisher.create(token, post).urn] == list(meta.sandbox.state.posts)


@pytest.mark.parametrize(
    ("post", "code"),
    [
        (replace(POST, hashtags=["a"] * 31, media_urn="1"), "too_many_hashtags"),
        (replace(POST, text="#un " * 20, hashtags=["b"] * 11, media_urn="1"), "too_many_hashtags"),
        (POST, "picture_needed"),
    ],
)
def test_what_instagram_would_refuse_never_leaves(post: OutgoingPost, code: str) -> None:
    with scripted(Reply(500)) as server:
        with pytest.raises(Refused) as caught:
            instagram(server.url).create("EAA", post)
        assert not server.requests
    assert caught.value.code == code


def test_a_picture_nobody_can_reach_is_not_announced() -> None:
    with scripted(Reply(500)) as server:
        with pytest.raises(Refused) as caught:
            instagram(server.url).upload("EAA", POST, OutgoingPicture(b"jpeg", "image/jpeg"))
        assert not server.requests
    assert caught.value.code == "picture_needed"
