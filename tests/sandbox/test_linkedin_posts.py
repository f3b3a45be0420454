"""Publishing: what goes through, and every refusal."""

from __future__ import annotations

from typing import Any

import pytest
import requests

from tests.sandbox.outside import Outside, in_path, picture


@pytest.fixture
def token(outside: Outside) -> str:
    """Sign in with the self-serve scopes."""
    return outside.token()


def refusal(answer: requests.Response, status: int, words: str) -> None:
    assert answer.status_code == status, answer.text
    assert words in answer.text


def test_a_post_with_its_picture_is_on_the_feed(outside: Outside, token: str) -> None:
    image = outside.upload(token)
    content = {"media": {"id": image, "altText": "Une assiette"}}
    sent = outside.publish(
        token, "Dîner du midi \\(complet\\) à Québec #Québec {hashtag|\\#|AchatLocal}", content=content
    )
    assert sent.status_code == 201
    assert sent.content == b""
    assert sent.headers["x-restli-id"].startswith("urn:li:share:7")
    post = outside.posts()[0]
    assert post["urn"] == sent.headers["x-restli-id"]
    assert post["text"] == "Dîner du midi (complet) à Québec #Québec #AchatLocal"
    assert post["hashtags"] == ["Québec", "AchatLocal"]
    assert post["truncated"] is False
    page = requests.get(f"{outside.url}/feed", timeout=5).text
    assert "Dîner du midi (complet)" in page
    assert 'alt="Une assiette"' in page
    assert requests.get(f"{outside.url}/media/{in_path(image)}", timeout=5).content == picture()


@pytest.mark.parametrize(
    ("commentary", "shown"),
    [
        ("Une terrasse (couverte)", "Une terrasse "),
        ("50 % [ferme", "50 % "),
        ("a_b", "a"),
        ("Numéro # 4", "Numéro "),
        ("chemin C:\\temp", "chemin C:"),
        ("fin\\", "fin"),
        ("écrire à info@cafe.example", "écrire à info"),
    ],
)
def test_an_unescaped_character_cuts_the_text_silently(
    outside: Outside, token: str, commentary: str, shown: str
) -> None:
    assert outside.publish(token, commentary).status_code == 201
    assert outside.posts()[0]["text"] == shown
    assert outside.posts()[0]["truncated"] is True


def test_every_reserved_character_passes_when_escaped(outside: Outside, token: str) -> None:
    reserved = "\\|{}@[]()<>#*_~"
    assert outside.publish(token, "".join(f"\\{each}" for each in reserved)).status_code == 201
    assert outside.posts()[0]["text"] == reserved


def test_a_mention_shows_its_name(outside: Outside, token: str) -> None:
    outside.publish(token, "Merci à @[Café Acmé](urn:li:organization:1234)!")
    assert outside.posts()[0]["text"] == "Merci à Café Acmé!"


def test_the_same_text_twice_is_a_duplicate_that_names_the_first(outside: Outside, token: str) -> None:
    first = outside.publish(token, "Bonjour le quartier").headers["x-restli-id"]
    second = outside.publish(token, "Bonjour le quartier")
    refusal(second, 422, first)
    assert second.json()["errorDetails"]["inputErrors"][0]["code"] == "DUPLICATE_POST"
    assert len(outside.posts()) == 1


def test_a_deleted_text_stays_blocked_for_a_day(outside: Outside, token: str) -> None:
    clock = [1_800_000_000.0]
    outside.sandbox.state.now = lambda: clock[0]
    urn = outside.publish(token, "À bientôt").headers["x-restli-id"]
    assert outside.rest("DELETE", f"posts/{in_path(urn)}", token).status_code == 204
    assert outside.rest("DELETE", f"posts/{in_path(urn)}", token).status_code == 204
    assert outside.posts() == []
    refusal(outside.publish(token, "À bientôt"), 422, urn)
    clock[0] += 25 * 3600
    assert outside.publish(token, "À bientôt").status_code == 201


def test_another_member_may_say_the_same(outside: Outside, token: str) -> None:
    other = outside.token(member="sbx7Olivier")
    assert outside.publish(token, "Bonne semaine").status_code == 201
    assert outside.publish(other, "Bonne semaine").status_code == 201


def test_the_escaped_text_may_not_pass_three_thousand_characters(outside: Outside, token: str) -> None:
    assert outside.publish(token, "é" * 3000).status_code == 201
    refusal(outside.publish(token, "\\(" * 1501), 400, "length")


@pytest.mark.parametrize(
    ("headers", "status", "words"),
    [
        ({"LinkedIn-Version": None}, 400, "VERSION_MISSING"),
        ({"LinkedIn-Version": "202501"}, 426, "Requested version 20250101 is not active"),
        ({"LinkedIn-Version": "202511"}, 426, "NONEXISTENT_VERSION"),
        ({"LinkedIn-Version": "2026-09"}, 426, "NONEXISTENT_VERSION"),
        ({"LinkedIn-Version": "209901"}, 426, "NONEXISTENT_VERSION"),
        ({"X-Restli-Protocol-Version": None}, 400, "X-Restli-Protocol-Version"),
        ({"X-Restli-Protocol-Version": "1.0.0"}, 400, "X-Restli-Protocol-Version"),
        ({"Content-Type": "text/plain"}, 400, "Content-Type"),
        ({"Authorization": None}, 401, "EMPTY_ACCESS_TOKEN"),
        ({"Authorization": "Bearer nobody"}, 401, "INVALID_ACCESS_TOKEN"),
    ],
)
def test_a_wrong_header_is_refused(
    outside: Outside, token: str, headers: dict[str, Any], status: int, words: str
) -> None:
    body = outside.post_body(token, "Bonjour")
    refusal(outside.rest("POST", "posts", token, json=body, headers=headers), status, words)
    assert outside.posts() == []


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"text": "x"}, "/text :: unrecognized field"),
        ({"distribution": {"feedDistribution": "MAIN_FEED", "speed": 1}}, "/distribution/speed"),
        ({"content": {"media": {"id": "urn:li:image:x", "caption": "x"}}}, "/content/media/caption"),
        ({"content": {"video": {}}}, "/content/video"),
        ({"content": {"multiImage": {"images": [{"id": "urn:li:image:x"}]}}}, "2 to 20"),
        ({"visibility": "EVERYONE"}, "/visibility"),
        ({"lifecycleState": "DRAFT"}, "/lifecycleState"),
        ({"distribution": {"feedDistribution": "EVERYWHERE"}}, "feedDistribution"),
        ({"commentary": 12}, "/commentary"),
        ({"isReshareDisabledByAuthor": "no"}, "/isReshareDisabledByAuthor"),
    ],
)
def test_a_field_that_is_wrong_or_unknown_is_refused(
    outside: Outside, token: str, changes: dict[str, Any], words: str
) -> None:
    body = outside.post_body(token, "Bonjour") | changes
    refusal(outside.rest("POST", "posts", token, json=body), 400, words)


@pytest.mark.parametrize("missing", ["author", "commentary", "visibility", "distribution", "lifecycleState"])
def test_a_missing_field_is_refused(outside: Outside, token: str, missing: str) -> None:
    body = outside.post_body(token, "Bonjour")
    del body[missing]
    refusal(outside.rest("POST", "posts", token, json=body), 400, f"/{missing}")


def test_a_body_that_is_not_json_is_refused(outside: Outside, token: str) -> None:
    headers = {"Content-Type": "application/json"}
    refusal(outside.rest("POST", "posts", token, data="{", headers=headers), 400, "JSON")


def test_nobody_speaks_for_somebody_else(outside: Outside, token: str) -> None:
    refusal(outside.publish(token, "Bonjour", author="urn:li:person:autre"), 403, "ACCESS_DENIED")


def test_publishing_needs_its_scope(outside: Outside) -> None:
    reader = outside.token("openid profile")
    refusal(outside.publish(reader, "Bonjour"), 403, "posts.CREATE")


def test_a_path_with_a_bare_urn_is_refused(outside: Outside, token: str) -> None:
    refusal(outside.rest("DELETE", "posts/urn:li:share:7123", token), 400, "percent-encoded")


def test_the_daily_limit_is_a_429(outside: Outside, token: str) -> None:
    outside.sandbox.state.settings.linkedin_posts_per_day = 1
    assert outside.publish(token, "Un").status_code == 201
    refusal(outside.publish(token, "Deux"), 429, "throttle limit")


def test_a_path_that_does_not_exist_is_a_404(outside: Outside, token: str) -> None:
    assert outside.rest("GET", "nothing", token).status_code == 404
