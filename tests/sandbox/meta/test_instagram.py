"""Instagram: a container nobody sees, then its publication; and every refusal."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image

from tests.sandbox.meta.outside import INSTAGRAM, OutsideMeta, code_of
from tests.sandbox.outside import picture


def publish(meta: OutsideMeta, token: str, container: str, **more: Any) -> Any:
    return meta.call("POST", f"{INSTAGRAM}/media_publish", token, creation_id=container, **more)


def shaped(width: int, height: int, format: str = "JPEG") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), (10, 90, 60)).save(out, format)
    return out.getvalue()


def test_a_container_is_published_once_and_says_where(meta: OutsideMeta, token: str) -> None:
    container = meta.container(token, caption="Midi #Québec", alt_text="Une assiette").json()["id"]
    assert meta.sandbox.state.posts == {}
    assert meta.status(token, container) == "FINISHED"
    media = publish(meta, token, container).json()["id"]
    post = meta.sandbox.state.posts[media]
    assert (post.network, post.text, post.alt_text) == ("instagram", "Midi #Québec", "Une assiette")
    assert meta.call("GET", media, token, fields="permalink").json()["permalink"].endswith(f"/feed/update/{media}/")
    assert meta.status(token, container) == "PUBLISHED"
    assert code_of(publish(meta, token, container)) == 9007
    assert len(meta.sandbox.state.posts) == 1


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"image_url": None}, 100),
        ({"image_url": "ftp://127.0.0.1/x.jpg"}, 100),
        ({"image_url": "http://elsewhere.example/x.jpg"}, 100),
        ({"caption": "a" * 2201}, 100),
        ({"caption": "#a " * 31}, 100),
        ({"video_url": "http://127.0.0.1/x"}, 100),
        ({"appsecret_proof": None}, 100),
    ],
)
def test_a_container_that_is_wrong_is_refused(
    meta: OutsideMeta, token: str, changes: dict[str, Any], code: int
) -> None:
    assert code_of(meta.container(token, **changes)) == code
    assert meta.sandbox.state.containers == {}


@pytest.mark.parametrize(
    "content",
    [picture("PNG"), shaped(1200, 627), shaped(400, 600), b"pas une image"],
    ids=["png", "too wide", "too narrow", "none"],
)
def test_a_picture_that_does_not_suit_ends_in_error(meta: OutsideMeta, token: str, content: bytes) -> None:
    container = meta.container(token, image_url=meta.public_picture(content)).json()["id"]
    assert meta.status(token, container) == "ERROR"
    assert code_of(publish(meta, token, container)) == 9007


def test_a_picture_nobody_serves_ends_in_error(meta: OutsideMeta, token: str) -> None:
    container = meta.container(token, image_url=f"{meta.sandbox.url}/nulle-part.jpg").json()["id"]
    assert meta.status(token, container) == "ERROR"


def test_a_container_takes_its_time_and_lasts_a_day(meta: OutsideMeta, token: str) -> None:
    clock = [meta.sandbox.state.now()]
    meta.sandbox.state.now = lambda: clock[0]
    meta.sandbox.state.settings.meta_container_seconds = 60
    container = meta.container(token).json()["id"]
    assert meta.status(token, container) == "IN_PROGRESS"
    early = publish(meta, token, container).json()["error"]
    assert (early["code"], early["error_subcode"]) == (9007, 2207027)
    clock[0] += 61
    assert meta.status(token, container) == "FINISHED"
    clock[0] += 86_400
    assert meta.status(token, container) == "EXPIRED"


@pytest.mark.parametrize(("what", "status"), [("container_error", "ERROR"), ("container_expired", "EXPIRED")])
def test_a_container_fails_as_told(meta: OutsideMeta, token: str, what: str, status: str) -> None:
    meta.behave(what, path="/media")
    assert meta.status(token, meta.container(token).json()["id"]) == status
    assert meta.status(token, meta.container(token).json()["id"]) == "FINISHED"


@pytest.mark.parametrize(("creation_id", "code"), [(None, 100), ("404", 100)])
def test_publishing_something_else_is_refused(
    meta: OutsideMeta, token: str, creation_id: str | None, code: int
) -> None:
    assert code_of(meta.call("POST", f"{INSTAGRAM}/media_publish", token, creation_id=creation_id)) == code
    assert code_of(publish(meta, token, meta.container(token).json()["id"], caption="x")) == 100


def test_another_page_s_token_opens_nothing(meta: OutsideMeta) -> None:
    other = meta.page_token("104000000000002")
    assert code_of(meta.container(other)) == 10
    assert code_of(meta.call("GET", f"{INSTAGRAM}/media", other)) == 100


def test_publishing_on_instagram_needs_its_permission(meta: OutsideMeta) -> None:
    meta.sandbox.state.settings.meta_declined_scopes = ["instagram_content_publish"]
    assert code_of(meta.container(meta.page_token())) == 10


def test_the_allowance_of_a_day_is_told_and_kept(meta: OutsideMeta, token: str) -> None:
    meta.sandbox.state.settings.meta_posts_per_day = 1
    first, second = (meta.container(token).json()["id"] for _ in range(2))
    assert publish(meta, token, first).status_code == 200
    limit = meta.call("GET", f"{INSTAGRAM}/content_publishing_limit", token, fields="quota_usage,config").json()
    assert limit["data"] == [{"quota_usage": 1, "config": {"quota_total": 1, "quota_duration": 86_400}}]
    refused = publish(meta, token, second).json()["error"]
    assert (refused["code"], refused["error_subcode"]) == (9, 2207042)


def test_what_was_published_is_read_back_measured_and_never_taken_down(meta: OutsideMeta, token: str) -> None:
    media = publish(meta, token, meta.container(token).json()["id"]).json()["id"]
    rows = meta.call("GET", f"{INSTAGRAM}/media", token, fields="id,caption,permalink,timestamp").json()["data"]
    assert [(row["id"], row["caption"]) for row in rows] == [(media, "Bonjour")]
    figures = meta.call("GET", media, token, fields="like_count,comments_count").json()
    assert figures == {"id": media, "like_count": 0, "comments_count": 0}
    assert meta.call("GET", f"{media}/insights", token, metric="views").status_code == 200
    assert code_of(meta.call("GET", f"{media}/insights", token, metric="impressions")) == 100
    assert code_of(meta.call("DELETE", media, token)) == 100
