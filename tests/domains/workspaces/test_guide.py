"""The guide: four subjects, each with its pictures, light enough for a phone, wherever one comes from."""

from __future__ import annotations

import io
import re

from flask.testing import FlaskClient
from PIL import Image

from tests.people import Person

SUBJECTS = ("campagne", "approuver", "linkedin", "resultats")


def test_each_subject_has_its_steps_and_its_pictures(client: FlaskClient) -> None:
    page = client.get("/aide").get_data(as_text=True)
    for subject in SUBJECTS:
        section = page.partition(f'id="{subject}"')[2].partition("</section>")[0]
        assert "<img" in section, subject
    for tag in re.findall(r"<img[^>]*>", page):
        assert re.search(r'alt="[^"]{20,}"', tag), tag
        assert 'loading="lazy"' in tag
        address = re.search(r'src="([^"]+)"', tag)
        assert address
        answer = client.get(address[1])
        assert (answer.status_code, answer.mimetype) == (200, "image/webp")
        assert len(answer.data) <= 30_000, address[1]
        width, height = Image.open(io.BytesIO(answer.data)).size
        assert f'width="{width}"' in tag
        assert f'height="{height}"' in tag


def test_help_opens_where_one_stands_and_keeps_the_way_back(client: FlaskClient, alice: Person) -> None:
    for address, subject in (("/contenus", "approuver"), ("/profil", "linkedin"), ("/campagnes", "campagne")):
        assert f'href="/aide#{subject}"' in alice.client.get(address).get_data(as_text=True)
    for address in ("/aide", "/confidentialite", "/conditions"):
        assert "Se déconnecter" in alice.client.get(address).get_data(as_text=True)
        assert "Se connecter" in client.get(address).get_data(as_text=True)
