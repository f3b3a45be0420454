"""A logo: what she sends is made clean and small, shows where it says, and leaves no file behind."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from werkzeug.test import TestResponse

from app.core import storage
from app.domains.workspaces import wording
from tests.people import Person


def drawn(size: tuple[int, int] = (900, 500), kind: str = "PNG", colour: str = "navy") -> bytes:
    written = io.BytesIO()
    Image.new("RGBA" if kind == "PNG" else "RGB", size, colour).save(written, kind)
    return written.getvalue()


def send(person: Person, content: bytes, name: str = "logo.png") -> TestResponse:
    return person.client.post("/profil/logo", data={"logo": (io.BytesIO(content), name)})


def test_a_logo_is_kept_small_and_shown(alice: Person) -> None:
    assert send(alice, drawn()).location == "/profil#couleurs"
    page = alice.client.get("/profil").get_data(as_text=True)
    assert "/profil/logo.png?v=" in page
    answer = alice.client.get("/profil/logo.png")
    assert answer.mimetype == "image/png"
    assert answer.headers["Cache-Control"].startswith("private")
    assert Image.open(io.BytesIO(answer.data)).size == (400, 222)


def test_a_new_one_replaces_the_former_and_none_is_left(alice: Person) -> None:
    send(alice, drawn())
    first = alice.workspace.logo_key
    send(alice, drawn(colour="red"))
    assert alice.workspace.logo_key != first
    assert not storage.store().exists(first)
    second = alice.workspace.logo_key
    alice.client.delete("/profil/logo")
    assert alice.workspace.logo_key == ""
    assert not storage.store().exists(second)
    assert alice.client.get("/profil/logo.png").status_code == 404


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"", wording.LOGO_ERRORS[""]), (b"pas une image", wording.LOGO_ERRORS[""]),
     (b"<svg xmlns='http://www.w3.org/2000/svg'/>", wording.LOGO_ERRORS["svg"]),
     (drawn((8, 8)), wording.LOGO_ERRORS["too_small"])],
)  # fmt: skip
def test_what_is_no_logo_is_refused_at_its_field(alice: Person, content: bytes, message: str) -> None:
    answer = send(alice, content)
    assert answer.status_code == 422
    assert message in answer.get_data(as_text=True).partition('id="logo-error"')[2].replace("&nbsp;", "\u00a0")
    assert alice.workspace.logo_key == ""


def test_each_sees_her_own(alice: Person, charlie: Person, bob: Person) -> None:
    send(alice, drawn())
    assert charlie.client.get("/profil/logo.png").status_code == 404
    assert bob.client.get("/profil/logo.png").status_code == 200
    assert send(bob, drawn()).status_code == 403


def test_her_hours_are_under_her_eyes_when_she_writes(alice: Person) -> None:
    page = alice.client.get("/profil").get_data(as_text=True)
    assert 'name="hours"' in page
    sent = {"name": "Chez Alice", "industry": "restaurant", "city": "Lévis", "form_of_address": "vous",
            "primary_colour": "#1a2240", "accent_colour": "#b93a12",
            "hours": "Mardi au samedi, 11 h à 21 h"}  # fmt: skip
    assert alice.client.post("/profil", data=sent).status_code == 303
    assert "Mardi au samedi, 11 h à 21 h" in alice.client.get("/contenus/nouvelle").get_data(as_text=True)


def test_no_file_at_all_is_asked_for_rather_than_called_unreadable(alice: Person) -> None:
    answer = alice.client.post("/profil/logo", data={})
    assert answer.status_code == 422 and str(wording.LOGO_NEEDED) in answer.text
