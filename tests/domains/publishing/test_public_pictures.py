"""A picture Instagram comes for: one address, one picture, one hour, no session."""

from __future__ import annotations

import io
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient
from PIL import Image

from app.core import clock, storage
from app.domains.publishing import public_pictures
from app.providers.errors import Refused
from app.providers.photos.fitting import shaped_bytes


def drawn(width: int, height: int, format: str = "PNG") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), (120, 40, 90)).save(out, format)
    return out.getvalue()


@pytest.fixture
def path(app: Flask) -> str:
    """Keep a picture, and give the path of its public address."""
    storage.store().put("pictures/1/abc.png", drawn(1200, 627), "image/png")
    return urlsplit(public_pictures.address("pictures/1/abc.png")).path


def test_it_is_served_to_anyone_as_the_jpeg_instagram_takes(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.content_type) == (200, "image/jpeg")
    with Image.open(io.BytesIO(answer.data)) as image:
        assert image.format == "JPEG"
        assert image.height == 627
        assert 1.9 < image.width / image.height <= 1.91
    assert "Set-Cookie" not in answer.headers
    assert answer.headers["X-Robots-Tag"] == "noindex"


def test_its_address_ends_within_the_hour(client: FlaskClient, path: str) -> None:
    with clock.frozen_at(clock.now() + timedelta(minutes=61)):
        assert client.get(path).status_code == 404


@pytest.mark.parametrize("wrong", ["/i/.jpg", "/i/abc.jpg", "/i/", "/i", "/i/pictures/1/abc.png"])
def test_nothing_else_is_there(client: FlaskClient, path: str, wrong: str) -> None:
    assert client.get(wrong).status_code == 404
    assert client.get(path.replace(".jpg", "x.jpg")).status_code == 404
    assert client.get(path.replace("/i/", "/i/x")).status_code == 404


def test_a_picture_that_is_gone_or_is_none_is_not_found(client: FlaskClient, path: str) -> None:
    storage.store().put("pictures/1/abc.png", b"pas une image", "image/png")
    assert client.get(path).status_code == 404
    storage.store().delete("pictures/1/abc.png")
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    ("width", "height"), [(1200, 627), (1080, 1080), (600, 1200), (3000, 500), (800, 1000), (2, 9)]
)
def test_any_picture_of_ours_is_brought_to_a_shape_instagram_takes(width: int, height: int) -> None:
    with Image.open(io.BytesIO(shaped_bytes(drawn(width, height), 0.8, 1.91))) as image:
        assert 0.8 <= image.width / image.height <= 1.91


def test_a_picture_of_the_right_shape_keeps_its_size() -> None:
    with Image.open(io.BytesIO(shaped_bytes(drawn(1080, 1080), 0.8, 1.91))) as image:
        assert image.size == (1080, 1080)
    with pytest.raises(Refused):
        shaped_bytes(b"pas une image", 0.8, 1.91)
