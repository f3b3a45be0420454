"""The profile is what publications rest on."""

from __future__ import annotations

import re

from flask import Flask

from app.core.db import db
from app.domains.workspaces import services as workspaces
from app.sandbox.behaviour import Behaviour
from app.sandbox.server import RunningSandbox
from tests.domains.contents import making
from tests.forms import forms_of
from tests.people import Person, make_person


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


def test_tone_rule_and_permit_are_kept(app: Flask, alice: Person) -> None:
    make_person(app, "dora", workspace=alice.workspace, role="client")
    mine = {"industry": "real_estate", "tone": "sober", "approval_rule": "two", "permit_name": "Marie-Ève Gagnon",
            "permit_title": "courtier immobilier", "agency_name": "Immobilier du Fleuve"}  # fmt: skip
    page = alice.client.post("/profil", data=profile_form(alice) | mine, follow_redirects=True).text
    assert "Profil enregistré." in page
    assert "rien n’est approuvé automatiquement" in page
    kept = making.reread(alice.workspace)
    assert {name: getattr(kept, name) for name in mine} == mine
    assert profile_form(alice)["agency_name"] == "Immobilier du Fleuve"
    for value in ("sober", "two"):
        assert re.search(f'value="{value}" checked', page)


def test_a_form_of_before_changes_nothing_of_what_it_does_not_ask(app: Flask, alice: Person) -> None:
    make_person(app, "dora", workspace=alice.workspace, role="manager")
    workspaces.update_profile(alice.workspace, tone="sober", approval_rule="two", permit_name="Marie-Ève Gagnon",
                              auto_approve_threshold=85)  # fmt: skip
    asked = ("name", "industry", "industry_words", "city", "phone", "website", "form_of_address", "primary_colour",
             "accent_colour", "csrf_token")  # fmt: skip
    form = {name: value for name, value in profile_form(alice).items() if name in asked}
    assert alice.client.post("/profil", data=form | {"name": "Bistro du Port"}).status_code == 303
    kept = making.reread(alice.workspace)
    assert (kept.name, kept.tone, kept.approval_rule) == ("Bistro du Port", "sober", "two")
    assert (kept.permit_name, kept.auto_approve_threshold) == ("Marie-Ève Gagnon", 85)


def test_two_approvals_are_refused_where_nobody_could_give_the_second(app: Flask, alice: Person, bob: Person) -> None:
    make_person(app, "dora", workspace=alice.workspace, role="editor")
    form = profile_form(alice) | {"approval_rule": "two", "name": "Bistro du Port"}
    answer = alice.client.post("/profil", data=form)
    assert answer.status_code == 422
    assert re.search(r'id="approval_rule-error">.*Votre espace n’en compte qu’une', answer.text)
    assert 'value="Bistro du Port"' in answer.text
    assert making.reread(alice.workspace).approval_rule == "one"
    make_person(app, "emile", workspace=alice.workspace, role="client")
    assert alice.client.post("/profil", data=form).status_code == 303


def test_a_rule_or_a_tone_that_was_never_offered_is_refused(alice: Person) -> None:
    too_long = ({"permit_name": "x" * 121}, {"permit_title": "x" * 81})
    for wrong in ({"approval_rule": "three"}, {"tone": "fâché"}, *too_long):
        answer = alice.client.post("/profil", data=profile_form(alice) | wrong)
        assert answer.status_code == 422 and f'id="{next(iter(wrong))}-error"' in answer.text, wrong
    empty = profile_form(alice) | {"approval_rule": "", "tone": ""}
    assert alice.client.post("/profil", data=empty).status_code == 303
    kept = making.reread(alice.workspace)
    assert (kept.approval_rule, kept.tone) == ("one", "warm")


def test_the_page_says_which_writer_is_at_work(alice: Person) -> None:
    assert "Rédaction intégrée d’AstroGrowth" in alice.client.get("/profil").text


def test_plus_leads_everywhere_and_out(alice: Person) -> None:
    page = alice.client.get("/plus").text
    for address in ("/profil", "/aide", "/reglages/confidentialite", "/conditions"):
        assert f'href="{address}"' in page
        assert alice.client.get(address).status_code == 200
    assert 'method="post" action="/deconnexion"' in page


def test_a_manager_alone_does_not_lift_the_rule_of_two(app: Flask, alice: Person) -> None:
    dora = make_person(app, "dora", workspace=alice.workspace, role="manager")
    db.session.merge(alice.workspace).approval_rule = "two"
    form = profile_form(alice) | {"name": "Bistro du Port"}
    lifted = {"approval_rule": "none", "auto_approve": "y", "auto_approve_threshold": "50"}
    page = dora.client.get("/profil").text
    assert 'name="approval_rule"' not in page and 'name="auto_approve"' not in page
    assert "Deux personnes" in page
    assert dora.client.post("/profil", data=form | lifted).status_code == 303
    db.session.expire_all()
    kept = db.session.merge(alice.workspace)
    assert (kept.name, kept.approval_rule, kept.auto_approve) == ("Bistro du Port", "two", False)
    assert kept.auto_approve_threshold == 70
