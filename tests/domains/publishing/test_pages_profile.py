"""The profile is what publications rest on."""

from __future__ import annotations

import re

from app.core.db import db
from app.sandbox.behaviour import Behaviour
from app.sandbox.server import RunningSandbox
from tests.domains.contents import making
from tests.forms import forms_of
from tests.people import Person


def profile_form(person: Person) -> dict[str, str]:
    page = person.client.get("/profil").text
    fields = next(form.fields for form in forms_of(page) if "industry" in form.fields)
    return fields | {"industry": "restaurant", "form_of_address": "vous"}


def test_alice_keeps_her_profile(alice: Person) -> None:
    form = profile_form(alice) | {"name": "Bistro du Port", "city": "trois-rivieres", "primary_colour": "#123456",
                                  "auto_approve": "y", "auto_approve_threshold": "85"}  # fmt: skip
    answer = alice.client.post("/profil", data=form, follow_redirects=True)
    assert "Profil enregistré." in answer.text
    kept = making.reread(alice.workspace)
    assert (kept.name, kept.city, kept.primary_colour) == ("Bistro du Port", "Trois-Rivières", "#123456")
    assert (kept.auto_approve, kept.auto_approve_threshold) == (True, 85)


def test_what_is_refused_stays_in_its_field_with_the_reason(alice: Person) -> None:
    for wrong in ({"name": ""}, {"name": "x" * 10_000}, {"industry": "pirate"}, {"primary_colour": "rouge"}):
        answer = alice.client.post("/profil", data=profile_form(alice) | wrong)
        assert answer.status_code == 422, wrong
        assert 'class="error"' in answer.text
    assert making.reread(alice.workspace).name == "Chez Alice"


def test_an_unknown_town_is_said_at_its_field_and_nothing_typed_is_lost(alice: Person, sandbox: RunningSandbox) -> None:
    form = profile_form(alice) | {"name": "Bistro du Port", "city": "Villebidon-sur-Rien"}
    answer = alice.client.post("/profil", data=form)
    assert answer.status_code == 422
    assert re.search(r'id="city-error">.*Nous ne trouvons pas', answer.text)
    typed = next(form.fields for form in forms_of(answer.text) if "industry" in form.fields)
    assert (typed["name"], typed["city"]) == ("Bistro du Port", "Villebidon-sur-Rien")
    assert making.reread(alice.workspace).name == "Chez Alice"


def test_a_town_kept_before_is_not_looked_up_again(alice: Person, sandbox: RunningSandbox) -> None:
    alice.workspace.city = "Rang-des-Érables"
    db.session.commit()
    sandbox.state.behaviours.add(Behaviour("overpass", "504", times=-1, path="/api/interpreter"))
    assert alice.client.post("/profil", data=profile_form(alice)).status_code == 303
    other = alice.client.post("/profil", data=profile_form(alice) | {"city": "Villebidon-sur-Rien"})
    assert other.status_code == 422
    assert "OpenStreetMap ne répond pas" in other.text


def test_bob_reads_the_profile_and_does_not_change_it(alice: Person, bob: Person) -> None:
    assert "Enregistrer" not in bob.client.get("/profil").text
    assert bob.client.post("/profil", data=profile_form(alice)).status_code == 403


def test_the_page_says_which_writer_is_at_work(alice: Person) -> None:
    assert "Rédaction intégrée d’AstroGrowth" in alice.client.get("/profil").text


def test_plus_leads_everywhere_and_out(alice: Person) -> None:
    page = alice.client.get("/plus").text
    for address in ("/profil", "/aide", "/confidentialite", "/conditions"):
        assert f'href="{address}"' in page
        assert alice.client.get(address).status_code == 200
    assert 'method="post" action="/deconnexion"' in page
