"""A person's own photo in the place of a publication's picture."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from sqlalchemy import select, update

from app.core import clock
from app.core.db import db
from app.core.errors import Conflict
from app.core.storage import store
from app.domains.contents import photos, pictures, queries, wording
from app.domains.contents.formats import formats
from app.domains.contents.models import Content, ContentDecision, ContentVersion
from app.domains.contents.services import TextRefused
from app.domains.contents.states import ContentState
from app.providers.contracts import PictureRequest
from app.providers.photos.reading import PhotoRefused
from tests.domains.contents import making
from tests.people import Person
from tests.providers.test_photos import REFUSED, halves, written

REQUEST = PictureRequest("Le Café Bleu", "Lévis", "restaurant", "#1a2240", "#b93a12", 5)


def illustrated(person: Person, state: str = "pending", **values: Any) -> Content:
    """Add a publication with its drawn picture."""
    content = making.content(person.workspace, state, **values)
    kept = pictures.draw(REQUEST, workspace_id=person.workspace.id, owner=f"test-{content.id}")
    content.picture_key, content.thumbnail_key = kept.picture_key, kept.thumbnail_key
    db.session.commit()
    return content


def shown(key: str) -> Image.Image:
    with Image.open(BytesIO(store().get(key).content)) as image:
        return image.convert("RGB")


def test_a_photo_alone_takes_the_place_of_the_picture(alice: Person) -> None:
    content = illustrated(alice)
    before, score = (content.picture_key, content.thumbnail_key), content.score
    photos.use_photo(content, written(halves(size=(2400, 1800))), alice.user.id, with_brand=False)
    content = making.reread(content)
    image = shown(content.picture_key)
    assert image.size == (1200, 627)
    assert image.getpixel((100, 300))[0] > 150 and image.getpixel((1100, 300))[2] > 150
    assert shown(content.thumbnail_key).width == 400
    assert (content.picture_kind, content.picture_note) == ("photo", "")
    assert content.alt_text == "Photo choisie pour présenter «\u00a0Café Bleu\u00a0» (Lévis)"
    assert content.score != score, "judged again"
    assert not any(store().exists(key) for key in before), "the former files show nowhere"


def test_a_photo_wears_the_brand_unless_told_otherwise(alice: Person) -> None:
    content = illustrated(alice)
    upload = written(halves(size=(2400, 1800)))
    photos.use_photo(content, upload, alice.user.id)
    dressed = shown(making.reread(content).picture_key)
    photos.use_photo(content, upload, alice.user.id, with_brand=False)
    assert dressed.size == (1200, 627)
    assert dressed.tobytes() != shown(making.reread(content).picture_key).tobytes()


def test_the_text_and_its_writer_stay_and_the_change_is_told(alice: Person) -> None:
    content = illustrated(alice)
    photos.use_photo(content, written(halves()), alice.user.id, with_brand=False)
    content = making.reread(content)
    assert (content.text, content.writer, content.revision) == (making.TEXT, "offline", 2)
    versions = select(ContentVersion.cause).where(ContentVersion.content_id == content.id)
    causes = db.session.scalars(versions.order_by(ContentVersion.id))
    assert list(causes)[-1] == "photo"
    kinds = db.session.scalars(select(ContentDecision.kind).where(ContentDecision.content_id == content.id))
    assert "photo" in list(kinds)


@pytest.mark.parametrize("state", ["approved", "rejected"])
def test_what_was_decided_awaits_a_decision_again(alice: Person, state: str) -> None:
    content = illustrated(alice, state)
    photos.use_photo(content, written(halves()), alice.user.id, with_brand=False)
    assert making.reread(content).state == ContentState.PENDING


def test_what_is_published_keeps_its_picture(alice: Person) -> None:
    content = illustrated(alice, "published")
    before = content.picture_key
    with pytest.raises(Conflict):
        photos.use_photo(content, written(halves()), alice.user.id)
    assert making.reread(content).picture_key == before
    assert store().exists(before)


def test_a_demonstration_keeps_its_pictures(alice: Person) -> None:
    content = illustrated(alice)
    alice.workspace.is_demo = True
    db.session.commit()
    with pytest.raises(Conflict):
        photos.use_photo(content, written(halves()), alice.user.id)


@pytest.mark.parametrize("name", ["svg", "executable", "truncated_jpeg", "heic", "tiny", "giant_png", "moving_png"])
def test_what_is_no_photo_is_refused_in_french_and_changes_nothing(alice: Person, name: str) -> None:
    content = illustrated(alice, "approved")
    before = content.picture_key
    with pytest.raises(TextRefused) as caught:
        photos.use_photo(content, REFUSED[name][0], alice.user.id)
    assert caught.value.field == "photo"
    assert caught.value.message == wording.PHOTO_ERRORS[REFUSED[name][1]]
    content = making.reread(content)
    assert (content.state, content.picture_key) == (ContentState.APPROVED, before)


def test_every_refusal_of_a_photo_has_its_sentence() -> None:
    codes = {code for _, code in REFUSED.values()}
    assert codes == set(wording.PHOTO_ERRORS)
    assert PhotoRefused("corrupt").permanent


def test_an_edit_meanwhile_wins_and_leaves_no_file(alice: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    content = illustrated(alice)
    before, kept = content.picture_key, []
    keep = pictures.keep

    def slow(*args: Any, **options: Any) -> pictures.KeptPicture:
        kept.append(keep(*args, **options))
        newer = update(Content).values(text="Un autre texte", updated_at=clock.in_seconds(1))
        db.session.execute(newer.execution_options(synchronize_session=False))
        db.session.commit()
        return kept[0]

    monkeypatch.setattr(photos.pictures, "keep", slow)
    with pytest.raises(Conflict):
        photos.use_photo(content, written(halves()), alice.user.id, with_brand=False)
    assert not store().exists(kept[0].picture_key)
    assert store().exists(before)
    assert making.reread(content).text == "Un autre texte"


def test_a_drawing_may_come_back(alice: Person) -> None:
    content = illustrated(alice)
    photos.use_photo(content, written(halves()), alice.user.id, with_brand=False)
    photos.use_drawing(making.reread(content), alice.user.id)
    content = making.reread(content)
    assert content.picture_kind == "drawn"
    assert content.alt_text.startswith("Affiche")


def test_other_shapes_are_made_once_and_deleted_with_the_picture(alice: Person) -> None:
    content = illustrated(alice)
    subject = queries.subject(alice.workspace, content.lead_id)
    first = formats(content, alice.workspace, subject)
    assert {name: shown(key).size for name, key in first.items()} == {"square": (1080, 1080), "story": (1080, 1920)}
    assert formats(content, alice.workspace, subject) == first
    photos.use_photo(content, written(halves(size=(2400, 1800))), alice.user.id, with_brand=False)
    assert not any(store().exists(key) for key in first.values())
    content = making.reread(content)
    others = formats(content, alice.workspace, subject)
    assert set(others.values()).isdisjoint(first.values())
    square = shown(others["square"])
    assert square.size == (1080, 1080)
    assert square.getpixel((60, 500))[0] > 150 and square.getpixel((1000, 500))[2] > 150, "the photo, not a drawing"
    content.picture_key = ""
    assert formats(content, alice.workspace, subject) == {}
