"""Pictures of publications kept in a bucket of S3: the same keys, the same deletion, nothing shared."""

from __future__ import annotations

from collections.abc import Iterator

import boto3
import pytest
from flask import Flask

from app.core.storage import Storage, open_storage
from app.domains.contents import photos, pictures, queries
from app.domains.contents.formats import formats
from app.providers.contracts import PictureRequest
from tests.core.test_storage import s3_url  # noqa: F401  # a fixture
from tests.domains.contents import making
from tests.people import Person
from tests.providers.test_photos import halves, written

REQUEST = PictureRequest("Le Café Bleu", "Lévis", "restaurant", "#1a2240", "#b93a12", 5)


@pytest.fixture
def bucket(app: Flask, s3_url: str) -> Iterator[Storage]:  # noqa: F811  # the fixture
    """Keep the application's files in a bucket for the length of a test."""
    before = app.extensions["storage"]
    app.extensions["storage"] = open_storage("s3://media/site", s3_url)
    yield app.extensions["storage"]
    app.extensions["storage"] = before


def held(s3: str) -> set[str]:
    client = boto3.client("s3", endpoint_url=s3, region_name="us-east-1")
    listed = client.list_objects_v2(Bucket="media", Prefix="site/contents/").get("Contents", [])
    return {each["Key"].removeprefix("site/") for each in listed}


def test_a_publication_s_pictures_live_and_leave_with_it(
    bucket: Storage,
    s3_url: str,  # noqa: F811  # the fixture
    alice: Person,
) -> None:
    content = making.content(alice.workspace)
    kept = pictures.draw(REQUEST, workspace_id=alice.workspace.id, owner="writing-1")
    content.picture_key, content.thumbnail_key = kept.picture_key, kept.thumbnail_key
    assert held(s3_url) == {kept.picture_key, kept.thumbnail_key}
    assert pictures.picture_of(content).media_type in {"image/png", "image/jpeg"}

    photos.use_photo(content, written(halves(size=(2400, 1800))), alice.user.id, with_brand=False)
    content = making.reread(content)
    shapes = formats(content, alice.workspace, queries.subject(alice.workspace, content.lead_id))
    under = pictures.sibling(content.picture_key, "bare")
    assert held(s3_url) == {content.picture_key, content.thumbnail_key, under, *shapes.values()}

    pictures.delete(content.picture_key, content.thumbnail_key)
    assert held(s3_url) == set()
