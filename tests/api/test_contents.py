"""Programs read, change and decide on publications, and follow their deliveries."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from flask import Flask
from sqlalchemy import select

from app.core import clock, storage
from app.core.db import db
from app.domains.contents.models import ContentDecision
from app.domains.publishing.models import Connection, Delivery
from tests.domains.contents import making
from tests.people import Person, make_person

CONTENTS = "/api/v1/contents"
DELIVERIES = "/api/v1/deliveries"


def ask(person: Person, method: str, path: str, body: Any = None) -> Any:
    return person.client.open(path, method=method, json=body, headers=person.headers)


def connect(person: Person) -> Connection:
    row = Connection(workspace_id=person.workspace.id, network="linkedin", account_urn="urn:li:person:a",
                     account_name="Alice", sealed_access_token="-", scopes=[],
                     expires_at=clock.now() + timedelta(days=50))  # fmt: skip
    db.session.add(row)
    db.session.commit()
    return row


def test_a_publication_reads_the_same_alone_and_in_a_list(alice: Person) -> None:
    content = making.content(alice.workspace)
    alone = ask(alice, "GET", f"{CONTENTS}/{content.id}").json
    assert ask(alice, "GET", f"{CONTENTS}?campaign_id={content.campaign_id}&state=pending").json == {
        "items": [alone], "next": None,
    }  # fmt: skip
    assert alone["quality"] == {"total": 80, "parts": []}
    assert {"id", "campaign_id", "lead_id", "text", "hashtags", "image_url", "alt_text", "flags", "state"} <= set(alone)
    assert ask(alice, "GET", f"{CONTENTS}?state=rejected").json["items"] == []
    assert ask(alice, "GET", f"{CONTENTS}?state=inventé").status_code == 422


def test_the_list_of_anothers_campaign_or_publication_is_not_found(alice: Person, charlie: Person) -> None:
    content = making.content(alice.workspace)
    assert ask(charlie, "GET", f"{CONTENTS}?campaign_id={content.campaign_id}").status_code == 404
    assert ask(charlie, "GET", f"{DELIVERIES}?content_id={content.id}").status_code == 404
    assert ask(charlie, "GET", CONTENTS).json == {"items": [], "next": None}


def test_a_list_costs_the_same_whatever_its_length(alice: Person, queries: Any) -> None:
    making.content(alice.workspace)
    few = queries(lambda: ask(alice, "GET", CONTENTS))
    for _ in range(6):
        making.content(alice.workspace)
    assert queries(lambda: ask(alice, "GET", CONTENTS)) == few <= 4


def test_the_picture_opens_for_the_token_and_for_nobody_elses(alice: Person, charlie: Person) -> None:
    key = f"contents/{alice.workspace.id}/image.png"
    storage.store().put(key, b"png", "image/png")
    content = making.content(alice.workspace, picture_key=key)
    address = ask(alice, "GET", f"{CONTENTS}/{content.id}").json["image_url"]
    program = alice.client.application.test_client()
    assert program.get(address, headers=alice.headers).data == b"png"
    assert program.get(address, headers=charlie.headers).status_code == 404
    assert program.get(address).status_code == 303


def test_a_text_is_kept_as_typed_and_refused_only_when_it_cannot_be_sent(alice: Person) -> None:
    content = making.content(alice.workspace)
    path = f"{CONTENTS}/{content.id}"
    typed = "  Deux espaces ,  et « ça » (oui) !\r\nLigne."
    answer = ask(alice, "PATCH", path, {"text": typed, "hashtags": ["Lévis"], "alt_text": "Une affiche"})
    assert answer.status_code == 200
    assert answer.json["text"] == typed.replace("\r\n", "\n")
    assert answer.json["hashtags"] == ["Lévis"]
    refused = ask(alice, "PATCH", path, {"text": "(" * 1600})
    assert refused.status_code == 422 and "3" in refused.json["errors"]["text"]
    assert ask(alice, "PATCH", path, {"hashtags": ["a", 5]}).json["errors"] == {"hashtags": "Envoyez un texte."}
    assert ask(alice, "PATCH", path, {"text": "\ud800"}).json["errors"].keys() == {"text"}


def test_approving_plans_a_delivery_that_can_be_taken_back(alice: Person) -> None:
    connect(alice)
    content = making.content(alice.workspace)
    path = f"{CONTENTS}/{content.id}"
    approved = ask(alice, "PUT", f"{path}/approve")
    assert (approved.status_code, approved.json["state"]) == (200, "approved")
    assert all(not warning["blocking"] for warning in approved.json["warnings"])
    again = ask(alice, "PUT", f"{path}/approve", {"confirm": True})
    assert (again.status_code, again.json["code"]) == (409, "already_approved")
    [delivery] = ask(alice, "GET", f"{DELIVERIES}?content_id={content.id}").json["items"]
    assert (delivery["state"], delivery["reason"], delivery["published_at"]) == ("scheduled", "", None)
    assert delivery["scheduled_at"].endswith("Z")
    undone = ask(alice, "DELETE", f"{DELIVERIES}/{delivery['id']}")
    assert (undone.status_code, undone.json["state"]) == (200, "cancelled")
    assert ask(alice, "GET", path).json["state"] == "pending"
    assert ask(alice, "DELETE", f"{DELIVERIES}/{delivery['id']}").status_code == 409
    assert ask(alice, "PUT", f"{path}/reject").json["state"] == "rejected"


def test_a_near_duplicate_is_confirmed_and_a_blocking_flag_never_is(alice: Person) -> None:
    making.content(alice.workspace, state="approved")
    twin = making.content(alice.workspace)
    refused = ask(alice, "PUT", f"{CONTENTS}/{twin.id}/approve")
    assert (refused.status_code, refused.json["code"]) == (409, "near_duplicate")
    confirmed = ask(alice, "PUT", f"{CONTENTS}/{twin.id}/approve", {"confirm": True})
    assert "near_duplicate" in {warning["code"] for warning in confirmed.json["warnings"]}
    dentist = making.lead(alice.workspace, "Clinique du Pont", industry="dentist")
    text = "Les meilleurs soins garantis de Lévis: résultats garantis, sans douleur, 50 % de rabais!"
    blocked = making.content(alice.workspace, lead_id=dentist.id, text=text)
    answer = ask(alice, "PUT", f"{CONTENTS}/{blocked.id}/approve", {"confirm": True})
    assert answer.status_code == 409 and answer.json["code"] not in {"near_duplicate", "conflict"}


def test_the_owner_answers_the_question_of_an_unconfirmed_delivery_once(alice: Person) -> None:
    content = making.content(alice.workspace, state="approved")
    now = clock.now()
    delivery = Delivery(workspace_id=alice.workspace.id, content_id=content.id, connection_id=connect(alice).id,
                        text="t", hashtags=[], scheduled_at=now, undo_until=now, state="unconfirmed",
                        reason="outcome_unknown")  # fmt: skip
    db.session.add(delivery)
    db.session.commit()
    path = f"{DELIVERIES}/{delivery.id}/resolution"
    asked = ask(alice, "GET", f"{DELIVERIES}?content_id={content.id}").json["items"][0]
    assert asked["reason"].startswith("LinkedIn n’a pas répondu")
    assert ask(alice, "PUT", path, {"published": "oui"}).status_code == 422
    answer = ask(alice, "PUT", path, {"published": True})
    assert (answer.status_code, answer.json["state"], answer.json["reason"]) == (200, "published", "")
    assert ask(alice, "GET", f"{CONTENTS}/{content.id}").json["state"] == "published"
    assert ask(alice, "PUT", path, {"published": False}).json["code"] == "not_unconfirmed"
    [line] = db.session.scalars(select(ContentDecision)).all()
    assert (line.kind, line.channel, line.by_id) == ("said_out", "api", alice.user.id)


def test_two_people_approve_where_the_workspace_asks_for_two(app: Flask, alice: Person) -> None:
    connect(alice)
    db.session.merge(alice.workspace).approval_rule = "two"
    db.session.commit()
    dora = make_person(app, "dora", workspace=alice.workspace, role="manager")
    path = f"{CONTENTS}/{making.content(alice.workspace).id}"
    first = ask(alice, "PUT", f"{path}/approve")
    assert (first.status_code, first.json["state"]) == (200, "pending")
    assert (first.json["approvals"], first.json["approvals_needed"]) == (1, 2)
    assert ask(alice, "GET", DELIVERIES).json["items"] == []
    again = ask(alice, "PUT", f"{path}/approve")
    assert (again.status_code, again.json["code"]) == (409, "second_person_needed")
    second = ask(dora, "PUT", f"{path}/approve").json
    assert (second["state"], second["approvals"], second["approvals_needed"]) == ("approved", 2, 2)
    assert len(ask(alice, "GET", DELIVERIES).json["items"]) == 1


def test_a_programs_decisions_are_logged_with_its_address(alice: Person) -> None:
    content = making.content(alice.workspace)
    path = f"{CONTENTS}/{content.id}"
    ask(alice, "PATCH", path, {"text": "Un tout autre texte."})
    one = ask(alice, "PUT", f"{path}/approve").json
    assert (one["approvals"], one["approvals_needed"]) == (1, 1)
    lines = db.session.scalars(select(ContentDecision).order_by(ContentDecision.id)).all()
    assert [(line.kind, line.channel, line.address, line.by_name) for line in lines] == [
        (kind, "api", "127.0.0.1", "alice@exemple.ca") for kind in ("edited", "approved")
    ]


def test_a_program_approves_the_revision_it_read_and_no_other(alice: Person) -> None:
    content = making.content(alice.workspace)
    address, read = f"{CONTENTS}/{content.id}", ask(alice, "GET", f"{CONTENTS}/{content.id}").json
    ask(alice, "PATCH", address, {"text": f"{making.TEXT} Bonne journée!"})
    refused = ask(alice, "PUT", f"{address}/approve", {"revision": read["revision"]})
    assert (refused.status_code, refused.json["code"]) == (409, "changed")
    assert "Le texte a changé, relisez-le." in refused.json["title"]
    present = ask(alice, "GET", address).json
    assert (present["state"], present["revision"]) == ("pending", read["revision"] + 1)
    assert ask(alice, "PUT", f"{address}/approve", {"revision": present["revision"]}).json["state"] == "approved"


def test_a_flag_tells_a_program_which_passage_it_is_about_and_how_it_is_mended(alice: Person) -> None:
    flag = {"code": "french", "message": "Écrivez «\u00a0courriel\u00a0».", "blocking": False, "excerpt": "e-mail",
            "fix": "replace", "replacement": "courriel"}  # fmt: skip
    content = making.content(alice.workspace, flags=[flag, {"code": "old", "message": "Avant.", "blocking": False}])
    first, older = ask(alice, "GET", f"{CONTENTS}/{content.id}").json["flags"]
    assert first == flag
    assert (older["excerpt"], older["fix"], older["replacement"]) == ("", "", "")
