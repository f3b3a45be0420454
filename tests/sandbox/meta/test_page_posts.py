"""A Page's publications, and every refusal."""

from __future__ import annotations

from typing import Any

import pytest
import requests

from tests.sandbox.meta.outside import OTHER_PAGE, PAGE, OutsideMeta, code_of


def feed(meta: OutsideMeta, token: str, message: str | None = "Bonjour", **more: Any) -> requests.Response:
    return meta.call("POST", f"{PAGE}/feed", token, message=message, **more)


def test_words_and_a_picture_sent_before_are_on_the_feed(meta: OutsideMeta, token: str) -> None:
    photo = meta.photo(token, published="false").json()
    assert set(photo) == {"id"}
    assert meta.sandbox.state.posts == {}
    sent = feed(meta, token, "Midi (complet) #Québec", attached_media=[{"media_fbid": photo["id"]}])
    assert sent.status_code == 200
    post = meta.sandbox.state.posts[sent.json()["id"]]
    assert (post.network, post.author, post.picture_urns) == ("facebook", PAGE, [photo["id"]])
    page = requests.get(f"{meta.sandbox.url}/feed", timeout=5).text
    assert "Midi (complet)" in page
    assert "Facebook" in page


def test_a_photo_is_a_publication_by_itself_unless_told_otherwise(meta: OutsideMeta, token: str) -> None:
    made = meta.photo(token, message="Le plat du jour").json()
    assert meta.sandbox.state.posts[made["post_id"]].text == "Le plat du jour"


def test_a_photo_may_be_fetched_instead(meta: OutsideMeta, token: str) -> None:
    made = meta.call("POST", f"{PAGE}/photos", token, url=meta.public_picture(), published=False)
    assert made.status_code == 200
    lost = meta.call("POST", f"{PAGE}/photos", token, url=f"{meta.sandbox.url}/nulle-part", published=False)
    assert code_of(lost) == 324


@pytest.mark.parametrize(
    ("parameters", "code"),
    [
        ({"message": None}, 100),
        ({"message": "a" * 63_207}, 100),
        ({"message": 12}, 100),
        ({"visibility": "PUBLIC"}, 100),
        ({"published": False}, 100),
        ({"attached_media": "x"}, 100),
        ({"attached_media": [{"id": "1"}]}, 100),
        ({"attached_media": [{"media_fbid": "404"}]}, 100),
        ({"attached_media": [{"media_fbid": "1"}] * 11}, 100),
        ({"appsecret_proof": None}, 100),
    ],
)
def test_a_field_that_is_wrong_unknown_or_missing_is_refused(
    meta: OutsideMeta, token: str, parameters: dict[str, Any], code: int
) -> None:
    assert code_of(meta.call("POST", f"{PAGE}/feed", token, **({"message": "Bonjour"} | parameters))) == code
    assert meta.sandbox.state.posts == {}


def test_a_photo_that_is_none_is_refused(meta: OutsideMeta, token: str) -> None:
    assert code_of(meta.photo(token, b"pas une image")) == 324
    assert code_of(meta.photo(token, url="http://127.0.0.1/x")) == 324
    assert code_of(meta.call("POST", f"{PAGE}/photos", token, published=False)) == 324
    assert code_of(meta.photo(token, alt_text="x")) == 100


def test_a_user_s_token_publishes_nothing(meta: OutsideMeta) -> None:
    assert code_of(feed(meta, meta.user_token())) == 210


def test_a_page_does_not_speak_for_another(meta: OutsideMeta, token: str) -> None:
    assert code_of(meta.call("POST", f"{OTHER_PAGE}/feed", token, message="Bonjour")) == 200


def test_publishing_and_reading_need_their_permissions(meta: OutsideMeta) -> None:
    meta.sandbox.state.settings.meta_declined_scopes = ["pages_manage_posts", "pages_read_engagement", "read_insights"]
    token = meta.page_token()
    assert code_of(feed(meta, token)) == 200
    assert code_of(meta.photo(token)) == 200
    assert code_of(meta.call("GET", f"{PAGE}/feed", token, fields="message")) == 200


def test_the_same_words_twice_are_refused_without_saying_where_the_first_are(meta: OutsideMeta, token: str) -> None:
    first = feed(meta, token).json()["id"]
    again = feed(meta, token)
    assert code_of(again) == 506
    assert first not in again.text


def test_a_limit_says_in_minutes_when_it_ends(meta: OutsideMeta, token: str) -> None:
    meta.sandbox.state.settings.meta_posts_per_day = 1
    assert feed(meta, token, "Un").status_code == 200
    limited = feed(meta, token, "Deux")
    assert code_of(limited) == 32
    assert '"estimated_time_to_regain_access": 10' in limited.headers["X-Business-Use-Case-Usage"]


def test_what_was_published_is_read_back_and_taken_down(meta: OutsideMeta, token: str) -> None:
    urn = feed(meta, token).json()["id"]
    rows = meta.call("GET", f"{PAGE}/feed", token, fields="id,message,permalink_url,created_time", limit=5).json()
    assert [(row["id"], row["message"]) for row in rows["data"]] == [(urn, "Bonjour")]
    fields = "reactions.limit(0).summary(total_count),comments.limit(0).summary(total_count),shares"
    one = meta.call("GET", urn, token, fields=fields).json()
    assert one["reactions"]["summary"]["total_count"] == 0
    assert "shares" not in one
    assert code_of(meta.call("GET", urn, token, fields="secret")) == 100
    assert meta.call("DELETE", urn, token).json() == {"success": True}
    gone = meta.call("GET", urn, token, fields="message")
    assert gone.json()["error"]["error_subcode"] == 33


def test_one_metric_that_does_not_exist_fails_them_all(meta: OutsideMeta, token: str) -> None:
    urn = feed(meta, token).json()["id"]
    good = meta.call("GET", f"{urn}/insights", token, metric="post_media_view")
    assert good.json()["data"][0]["name"] == "post_media_view"
    bad = meta.call("GET", f"{urn}/insights", token, metric="post_media_view,post_impressions")
    assert bad.json()["error"]["message"] == "(#100) The value must be a valid insights metric"


@pytest.mark.parametrize(
    ("what", "code", "subcode"),
    [("400", 100, None), ("401", 190, 463), ("403", 200, None), ("429", 32, None), ("500", 2, None), ("503", 2, None),
     ("duplicate", 506, None), ("password", 190, 460), ("app_removed", 190, 458), ("policy", 368, None),
     ("transient", 1, None), ("app_limit", 4, None)],
)  # fmt: skip
def test_the_network_refuses_as_told_once(
    meta: OutsideMeta, token: str, what: str, code: int, subcode: int | None
) -> None:
    meta.behave(what)
    refused = feed(meta, token).json()["error"]
    assert (refused["code"], refused.get("error_subcode")) == (code, subcode)
    assert meta.sandbox.state.posts == {}
    assert feed(meta, token).status_code == 200


def test_a_connection_cut_after_acting_leaves_exactly_one_post(meta: OutsideMeta, token: str) -> None:
    meta.behave("cut_after")
    with pytest.raises(requests.ConnectionError):
        feed(meta, token)
    assert len(meta.sandbox.state.posts) == 1
