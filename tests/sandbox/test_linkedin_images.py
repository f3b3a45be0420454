"""Pictures: announced, sent in one piece, looked at."""

from __future__ import annotations

import pytest
import requests

from tests.sandbox.outside import Outside, in_path, picture


@pytest.fixture
def token(outside: Outside) -> str:
    """Sign in with the self-serve scopes."""
    return outside.token()


def send(address: str, content: bytes, token: str | None) -> requests.Response:
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    return requests.put(address, data=content, headers=headers, timeout=5)


@pytest.mark.parametrize("format", ["PNG", "JPEG", "GIF"])
def test_a_picture_is_accepted_in_one_request(outside: Outside, token: str, format: str) -> None:
    image = outside.upload(token, picture(format))
    look = outside.rest("GET", f"images/{in_path(image)}", token).json()
    assert look["status"] == "AVAILABLE"
    assert requests.get(look["downloadUrl"], timeout=5).content == picture(format)


@pytest.mark.parametrize("stranger", [None, "made-up"])
def test_the_upload_wants_the_token_of_its_owner(outside: Outside, token: str, stranger: str | None) -> None:
    assert send(outside.announce(token)["uploadUrl"], picture(), stranger).status_code == 401


def test_another_member_cannot_fill_the_upload(outside: Outside, token: str) -> None:
    other = outside.token(member="sbx7Olivier")
    assert send(outside.announce(token)["uploadUrl"], picture(), other).status_code == 401


@pytest.mark.parametrize(
    "content", [b"", b"bonjour", b"--boundary\r\nContent-Disposition: form-data\r\n\r\n" + picture()]
)
def test_what_is_no_picture_is_refused(outside: Outside, token: str, content: bytes) -> None:
    assert send(outside.announce(token)["uploadUrl"], content, token).status_code == 400


def test_a_broken_picture_fails_later(outside: Outside, token: str) -> None:
    image = outside.upload(token, picture()[:-30])
    assert outside.rest("GET", f"images/{in_path(image)}", token).json()["status"] == "PROCESSING_FAILED"
    refused = outside.publish(token, "Bonjour", content={"media": {"id": image}})
    assert refused.status_code == 400
    assert "PROCESSING_FAILED" in refused.text


def test_a_post_does_not_wait_for_its_picture(outside: Outside, token: str) -> None:
    image = outside.announce(token)["image"]
    refused = outside.publish(token, "Bonjour", content={"media": {"id": image}})
    assert refused.status_code == 400
    assert refused.json()["code"] == "MEDIA_ASSET_WAITING_UPLOAD"


def test_a_picture_being_processed_is_not_ready(outside: Outside, token: str) -> None:
    clock = [1_800_000_000.0]
    outside.sandbox.state.now = lambda: clock[0]
    outside.sandbox.state.settings.linkedin_image_seconds = 5
    token = outside.token()
    image = outside.upload(token)
    content = {"media": {"id": image}}
    assert outside.publish(token, "Bonjour", content=content).json()["code"] == "MEDIA_ASSET_WAITING_UPLOAD"
    clock[0] += 6
    assert outside.publish(token, "Bonjour", content=content).status_code == 201


def test_a_picture_of_somebody_else_is_refused(outside: Outside, token: str) -> None:
    image = outside.upload(outside.token(member="sbx7Olivier"))
    assert outside.publish(token, "Bonjour", content={"media": {"id": image}}).status_code == 400


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({}, 400),
        ({"initializeUploadRequest": {}}, 400),
        ({"initializeUploadRequest": {"owner": "urn:li:person:autre"}}, 403),
        ({"initializeUploadRequest": {"owner": "urn:li:person:sbx7Camille", "size": 3}}, 400),
        ({"owner": "urn:li:person:sbx7Camille"}, 400),
    ],
)
def test_a_wrong_announcement_is_refused(outside: Outside, token: str, body: dict[str, object], status: int) -> None:
    assert outside.rest("POST", "images?action=initializeUpload", token, json=body).status_code == status


def test_an_announcement_names_its_action(outside: Outside, token: str) -> None:
    body = {"initializeUploadRequest": {"owner": outside.me(token)}}
    assert outside.rest("POST", "images", token, json=body).status_code == 400
