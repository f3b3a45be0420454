"""The application installs on a phone, and keeps nothing private there."""

from __future__ import annotations

import io
import re

from flask.testing import FlaskClient
from PIL import Image

from tests.people import Person


def test_a_phone_finds_all_it_needs_to_install(client: FlaskClient) -> None:
    answer = client.get("/manifest.webmanifest")
    assert answer.mimetype == "application/manifest+json"
    told = answer.get_json(force=True)
    assert (told["lang"], told["start_url"], told["display"]) == ("fr-CA", "/tableau-de-bord", "standalone")
    assert {icon["purpose"] for icon in told["icons"]} == {"any", "maskable"}
    for icon in told["icons"]:
        picture = Image.open(io.BytesIO(client.get(icon["src"]).data))
        assert f"{picture.width}x{picture.height}" == icon["sizes"]
    assert 'rel="manifest"' in client.get("/").get_data(as_text=True)


def test_every_shortcut_opens(client: FlaskClient, alice: Person) -> None:
    shortcuts = client.get("/manifest.webmanifest").get_json(force=True)["shortcuts"]
    assert len(shortcuts) >= 3
    for shortcut in shortcuts:
        assert alice.client.get(shortcut["url"]).status_code == 200, shortcut["url"]


def test_what_is_kept_on_the_phone_exists_and_is_nobodys(client: FlaskClient, alice: Person) -> None:
    script = alice.client.get("/service.js")
    assert script.mimetype == "text/javascript"
    kept = re.findall(r'"(/assets/[^"]+)"', script.get_data(as_text=True))
    assert len(kept) == 4, "three files, and the icon of notices"
    for address in kept:
        assert "immutable" in client.get(address).headers["Cache-Control"]
    offline = alice.client.get("/hors-ligne")
    assert offline.get_data() == client.get("/hors-ligne").get_data()
    assert alice.workspace.name not in offline.get_data(as_text=True)
    assert "csrf_token" not in offline.get_data(as_text=True)
