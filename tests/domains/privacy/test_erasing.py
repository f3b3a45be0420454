"""What is erased is nowhere: a marker in every column and every file of a workspace is looked for afterwards."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from types import ModuleType

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from app.core import clock, crypto, storage
from app.core.access import PROOF_LASTS
from app.core.db import db
from app.core.errors import Conflict
from app.domains.accounts.models import User
from app.domains.leads.models import Lead, LeadImport
from app.domains.leads.services import storing
from app.domains.leads.states import ImportState
from app.domains.notifications.models import Mail
from app.domains.privacy import (
    certificates,
    closing,
    erasing,
    erasures,
    exporting,
    kept,
    needles,
    scope,
    scrubbing,
    sweep,
)
from app.domains.privacy.models import Erasure
from app.domains.workspaces.models import Workspace
from tests.domains.contents import making
from tests.domains.leads.found import found
from tests.domains.privacy.erased import erase_person
from tests.domains.privacy.planting import MARKER, plant, sightings
from tests.people import Person

HERE = "/reglages/confidentialite"


def close_for_good(alice: Person) -> Erasure:
    row = closing.ask(alice.workspace, alice.user)
    with clock.frozen_at(row.due_at + timedelta(seconds=1)):
        assert sweep.ring_due_closings() == 1
        closing.close(row.id)
    return db.session.get_one(Erasure, row.id, populate_existing=True)


def test_a_closed_workspace_is_nowhere(alice: Person, charlie: Person) -> None:
    plant(alice)
    assert {"leads", "contents", "content_decisions", "audit_lines", "mails", "lead_imports"} <= sightings()
    row = close_for_good(alice)
    assert sightings() <= set(kept.SHARED)
    assert db.session.scalars(select(Workspace.name)).all() == ["Chez Charlie"]
    assert db.session.scalars(select(User.email)).all() == ["charlie@exemple.ca"]
    assert certificates.is_whole(row)
    assert row.certificate["counts"]["leads"] == 1
    assert row.certificate["counts"]["files"] >= len(closing.FOLDERS)
    assert "alice@exemple.ca" not in certificates.canonical(row.certificate)


def test_one_change_of_mind_undoes_two_touches(alice: Person) -> None:
    row = closing.ask(alice.workspace, alice.user)
    # As two touches at once left them, before the second waited for the first.
    twin = Erasure(workspace_id=alice.workspace.id, subject="workspace", code=crypto.new_code(), due_at=row.due_at,
                   asked_by=alice.user.id, certificate={"paused": False})  # fmt: skip
    db.session.add(twin)
    db.session.commit()
    closing.cancel(alice.workspace)
    assert closing.closing(alice.workspace.id) is None
    assert alice.workspace.paused_at is None


def test_the_certificate_is_mailed_and_anybody_may_check_it(alice: Person, client: FlaskClient) -> None:
    email = alice.user.email
    row = close_for_good(alice)
    mail = db.session.scalars(select(Mail)).one()
    assert (mail.recipient, mail.kind) == (email, "workspace_erased")
    assert row.digest in crypto.unseal(mail.text)
    page = client.get(f"/confidentialite/attestation/{row.code}").get_data(as_text=True)
    assert row.digest in page
    assert "L’empreinte correspond." in page
    assert client.get(f"/confidentialite/attestation/{row.code}/attestation.pdf").get_data().startswith(b"%PDF")
    row.certificate = row.certificate | {"counts": {}}
    db.session.commit()
    assert "ne correspond pas" in client.get(f"/confidentialite/attestation/{row.code}").get_data(as_text=True)


def test_nothing_goes_before_its_day_and_a_change_of_mind_keeps_all(alice: Person) -> None:
    assert alice.client.post(f"{HERE}/fermeture", data={"name": "Autre"}).status_code == 422
    assert alice.client.post(f"{HERE}/fermeture", data={"name": "Chez Alice"}).status_code == 303
    db.session.refresh(alice.workspace)
    assert alice.workspace.paused_at is not None
    row = closing.closing(alice.workspace.id)
    assert row is not None
    closing.close(row.id)
    assert sweep.ring_due_closings() == 0
    assert "Garder mon espace" in alice.client.get(f"{HERE}/fermeture").get_data(as_text=True)
    assert alice.client.post(f"{HERE}/fermeture?_method=DELETE").status_code == 303
    db.session.expire_all()
    assert alice.workspace.paused_at is None
    with clock.frozen_at(row.due_at + timedelta(days=1)):
        assert sweep.ring_due_closings() == 0
        closing.close(row.id)
    assert db.session.scalar(select(func.count(Workspace.id))) == 1


def test_closing_asks_who_one_is(alice: Person, bob: Person) -> None:
    with clock.frozen_at(clock.now() + PROOF_LASTS):
        answer = alice.client.post(f"{HERE}/fermeture", data={"name": "Chez Alice"})
    assert (answer.status_code, answer.location.partition("?")[0]) == (303, "/confirmation")
    assert closing.closing(alice.workspace.id) is None
    assert bob.client.get(f"{HERE}/fermeture").status_code == 403


def test_a_worker_that_dies_leaves_the_rest_to_the_next(alice: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(alice)
    row = closing.ask(alice.workspace, alice.user)
    with clock.frozen_at(row.due_at + timedelta(seconds=1)):
        with monkeypatch.context() as patch, pytest.raises(storage.StorageError):
            patch.setattr(closing, "_delete_files", lambda _id: (_ for _ in ()).throw(storage.StorageError("down")))
            closing.close(row.id)
        db.session.rollback()
    with clock.frozen_at(row.due_at + timedelta(hours=1)):
        assert sweep.ring_due_closings() == 1
        closing.close(row.id)
    assert sightings() <= set(kept.SHARED)


def planted_lead(alice: Person) -> Lead:
    plant(alice)
    return db.session.scalars(select(Lead)).one()


def left() -> set[str]:
    """Return where the marker is still found, but where it is said that it stays."""
    accounts = {table.name for table in scope.tables() if scope.of_person(table, 1) is not None}
    # No row of hers knows the files that are planted in each folder.
    rows = {place for place in sightings() if not place.endswith("/planted.png")}
    return rows - set(kept.SHARED) - set(kept.KEPT_OF_PERSON) - accounts


def test_an_erased_person_is_nowhere_but_where_it_is_said(alice: Person) -> None:
    lead = planted_lead(alice)
    row = erase_person(erasing.person(alice.workspace.id, MARKER, [lead.id]), by_id=alice.user.id)
    assert not left()
    assert certificates.is_whole(row)
    assert MARKER not in certificates.canonical(row.certificate)
    assert not row.sealed_about


def test_what_quotes_her_goes_without_her_own_rows_too(alice: Person) -> None:
    lead = planted_lead(alice)
    # Another bears that name no more: it is looked for by itself.
    lead.name, lead.legal_name, lead.name_key = "Ailleurs", "", "ailleurs"
    db.session.commit()
    erase_person(erasing.person(alice.workspace.id, MARKER), by_id=alice.user.id)
    assert not sightings() & {"contents", "content_versions", "deliveries", "kept_answers", "mails", "domain_events"}


def test_what_an_erasure_says_of_tables_is_said_of_real_ones() -> None:
    named = {*kept.SHARED, *kept.KEPT_OF_PERSON, *kept.DELETED_WHOLE}
    assert named <= {table.name for table in scope.tables()}


def test_a_common_word_erases_nobody(alice: Person) -> None:
    with pytest.raises(Conflict):
        erase_person(erasing.person(alice.workspace.id, "café"), by_id=alice.user.id)


@pytest.mark.parametrize("written", ["418 822-5555", "(418) 822-5555", "4188225555", "+1 418 822-5555"])
def test_a_number_is_known_however_it_is_written(written: str) -> None:
    known = needles.of((), written)
    assert known.are_in("Appelez le 418.822.5555 avant midi")
    assert known.without({"tel": ["418 822-5555"]}) == {"tel": [needles.GONE]}
    assert not known.are_in("Facture 14188225555999")


def test_no_import_brings_back_who_was_erased_by_her_address_alone(alice: Person) -> None:
    erase_person(erasing.person(alice.workspace.id, "marie@cafebleu.ca"), by_id=alice.user.id)
    again = found("row/1", "Café Bleu", source="import", licence="votre fichier", email="marie@cafebleu.ca")
    assert storing.store(alice.workspace.id, "restaurant", [again]).lead_ids == []


def test_another_workspaces_prospect_is_never_reached(alice: Person, charlie: Person) -> None:
    plant(charlie)
    hers = db.session.scalars(select(Lead.id)).one()
    erase_person(erasing.person(alice.workspace.id, MARKER, [hers]), by_id=alice.user.id)
    assert {"leads", "contents", "mails"} <= sightings()


def test_the_page_finds_weighs_and_erases(alice: Person, run_jobs: Callable[..., int]) -> None:
    stored = storing.store(alice.workspace.id, "restaurant", [found("node/1", "Bistro du Quai", email="a@duquai.ca")])
    db.session.commit()
    page = alice.client.get(f"{HERE}/personne?q=a@duquai.ca").get_data(as_text=True)
    assert "Bistro du Quai" in page
    asked = {"q": "a@duquai.ca", "prospect": str(stored.lead_ids[0])}
    assert "Effacer cette personne" in alice.client.get(f"{HERE}/personne/effacement", query_string=asked).text
    where = alice.client.post(f"{HERE}/personne/effacement", data=asked).location
    assert "L’effacement est en cours." in alice.client.get(where).text
    run_jobs()
    done = alice.client.get(where).text
    assert db.session.scalar(select(func.count(Lead.id))) == 0
    code = db.session.scalars(select(Erasure.code)).one()
    assert f"/confidentialite/attestation/{code}" in done
    assert "hx-get" not in done.partition("<main")[2].partition("</main")[0]
    assert where in alice.client.get(f"{HERE}/personne").text


def test_another_workspaces_erasure_is_nobodys_to_see(alice: Person, charlie: Person) -> None:
    row = erasing.ask(erasing.person(alice.workspace.id, "marie@cafebleu.ca"), by_id=alice.user.id)
    assert charlie.client.get(f"{HERE}/personne/effacement/{row.id}").status_code == 404
    closed = closing.ask(alice.workspace, alice.user)
    assert alice.client.get(f"{HERE}/personne/effacement/{closed.id}").status_code == 404


POINTS = [(scrubbing, "scrub"), (erasing, "_silence"), (exporting, "drop"), (erasures, "end")]


@pytest.mark.parametrize(("module", "step"), POINTS, ids=[step for _, step in POINTS])
def test_an_erasure_cut_short_is_ended_by_the_next_worker(
    alice: Person, monkeypatch: pytest.MonkeyPatch, module: ModuleType, step: str
) -> None:
    lead = planted_lead(alice)
    row = erasing.ask(erasing.person(alice.workspace.id, MARKER, [lead.id]), by_id=alice.user.id)

    def die(*_args: object, **_values: object) -> None:
        raise SystemExit

    with monkeypatch.context() as patch, pytest.raises(SystemExit):
        patch.setattr(module, step, die)
        erasing.erase(row.id)
    db.session.rollback()
    assert certificates.by_code(row.code) is None, "nothing says yet that she is gone"
    assert sweep.ring_due_erasures() == 0, "it is still the first one's"
    with clock.frozen_at(clock.now() + erasures.LEASE + timedelta(seconds=1)):
        assert sweep.ring_due_erasures() == 1
        erasing.erase(row.id)
    row = db.session.get_one(Erasure, row.id, populate_existing=True)
    assert not left()
    assert (row.state, row.sealed_about, row.certificate["counts"]["leads"]) == ("done", "", 1)


def test_what_holds_an_erasure_puts_it_off_a_minute(alice: Person) -> None:
    lead = planted_lead(alice)
    row = erasing.ask(erasing.person(alice.workspace.id, MARKER, [lead.id]), by_id=alice.user.id)
    running = db.session.scalars(select(LeadImport)).first()
    assert running is not None
    was, running.state = running.state, ImportState.RUNNING
    db.session.commit()
    erasing.erase(row.id)
    assert db.session.get_one(Erasure, row.id, populate_existing=True).state == "waiting"
    assert "Nous réessayons chaque minute." in alice.client.get(f"{HERE}/personne/effacement/{row.id}").text
    running.state = was
    db.session.commit()
    with clock.frozen_at(clock.now() + erasures.NEXT_TRY + timedelta(seconds=1)):
        assert sweep.ring_due_erasures() == 1
        erasing.erase(row.id)
    assert db.session.get_one(Erasure, row.id, populate_existing=True).state == "done"


@pytest.mark.parametrize("name", ["Restaurant", "approved"])
def test_a_name_that_is_also_a_code_of_ours_breaks_nothing(alice: Person, name: str) -> None:
    hers, other = making.lead(alice.workspace, name), making.lead(alice.workspace, "Café Bleu")
    kept_content = making.content(alice.workspace, "approved", lead_id=other.id)
    codes = select(Lead.industry, Lead.state).where(Lead.id == other.id)
    before = db.session.execute(codes).one()
    erase_person(erasing.person(alice.workspace.id, name, [hers.id]), by_id=alice.user.id)
    assert db.session.execute(codes).one() == before
    assert making.reread(kept_content).state == "approved"


def test_asked_twice_it_is_once(alice: Person) -> None:
    who = erasing.person(alice.workspace.id, "marie@cafebleu.ca")
    first = erasing.ask(who, by_id=alice.user.id)
    assert erasing.ask(who, by_id=alice.user.id).id == first.id
    other = erasing.ask(erasing.person(alice.workspace.id, "luc@cafebleu.ca"), by_id=alice.user.id)
    assert other.id != first.id
    erasing.erase(first.id)
    assert erasing.ask(who, by_id=alice.user.id).id != first.id, "once it is over, it is another one"


def test_a_closed_workspace_leaves_no_erasure_that_names_somebody(alice: Person) -> None:
    row = erasing.ask(erasing.person(alice.workspace.id, "marie@cafebleu.ca"), by_id=alice.user.id)
    close_for_good(alice)
    row = db.session.get_one(Erasure, row.id, populate_existing=True)
    assert (row.state, row.sealed_about) == ("cancelled", "")
    erasing.erase(row.id)
    assert sweep.ring_due_erasures() == 0


def test_who_asked_may_leave_before_it_is_done(alice: Person, bob: Person) -> None:
    row = erasing.ask(erasing.person(alice.workspace.id, "marie@cafebleu.ca"), by_id=bob.user.id)
    db.session.delete(bob.user)
    db.session.commit()
    erasing.erase(row.id)
    assert db.session.get_one(Erasure, row.id, populate_existing=True).state == "done"


def test_nothing_is_certified_while_a_picture_stays(alice: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    lead = planted_lead(alice)
    row = erasing.ask(erasing.person(alice.workspace.id, MARKER, [lead.id]), by_id=alice.user.id)
    with monkeypatch.context() as patch:
        patch.setattr(storage.FolderStorage, "delete", lambda *_: (_ for _ in ()).throw(storage.StorageError("down")))
        erasing.erase(row.id)
    assert db.session.get_one(Erasure, row.id, populate_existing=True).state == "waiting"
    with clock.frozen_at(clock.now() + erasures.NEXT_TRY + timedelta(seconds=1)):
        erasing.erase(row.id)
    assert not left()


def test_an_erasure_nobody_can_read_any_more_says_so(alice: Person) -> None:
    row = erasing.ask(erasing.person(alice.workspace.id, "marie@cafebleu.ca"), by_id=alice.user.id)
    row.sealed_about = "gAAAA-of-another-key"
    db.session.commit()
    erasing.erase(row.id)
    page = alice.client.get(f"{HERE}/personne/effacement/{row.id}").text
    assert "Nous ne savons plus qui effacer" in page
    assert sweep.ring_due_erasures() == 0


def test_a_name_that_others_bear_too_leads_to_nobody_else(alice: Person) -> None:
    hers = making.lead(alice.workspace, "Chez Ulric")
    other = making.lead(alice.workspace, "Cantine Chez Ulric")
    shown = making.content(alice.workspace, "pending", lead_id=other.id)
    shown.text = "La Cantine Chez Ulric, à Lévis, ouvre ses portes dès sept heures."
    db.session.commit()
    assert set(erasing.weigh(erasing.person(alice.workspace.id, "Chez Ulric", [hers.id]))) <= {"leads", "lead_records"}
    row = erase_person(erasing.person(alice.workspace.id, "Chez Ulric", [hers.id]), by_id=alice.user.id)
    assert row.state == "done"
    assert db.session.scalars(select(Lead.name)).all() == ["Cantine Chez Ulric"]
    assert making.reread(shown).text.startswith("La Cantine Chez Ulric")


def test_whoever_is_found_is_ticked_before_anything_goes(alice: Person) -> None:
    lead = making.lead(alice.workspace, "PIZZERIA ADÉLARD")
    lead.name_key = "pizzeriaadelard"
    db.session.commit()
    for typed in ("PIZZERIA ADÉLARD", "adelard", "Adélard"):
        assert "PIZZERIA ADÉLARD" in alice.client.get(f"{HERE}/personne", query_string={"q": typed}).text
        for answer in (alice.client.get(f"{HERE}/personne/effacement", query_string={"q": typed}),
                       alice.client.post(f"{HERE}/personne/effacement", data={"q": typed})):  # fmt: skip
            assert answer.status_code == 422
            assert "Cochez la personne à effacer." in answer.text
    assert db.session.scalar(select(func.count(Erasure.id))) == 0


@pytest.mark.parametrize("asked", [{"q": ""}, {"q": "", "prospect": "999999"}, {"q": "café"}, {"q": "\0"}])
def test_nobody_is_never_asked_to_be_confirmed(alice: Person, asked: dict[str, str]) -> None:
    answer = alice.client.get(f"{HERE}/personne/effacement", query_string=asked)
    assert answer.status_code == 422
    assert "Effacer cette personne" not in answer.text


def test_no_token_of_a_form_is_put_in_an_address(alice: Person) -> None:
    making.lead(alice.workspace, "Café Bleu")
    page = alice.client.get(f"{HERE}/personne?q=Café Bleu").text
    forms = re.findall(r"<form[^>]*method=.get.*?</form>", page, re.S)
    assert forms
    assert not any('type="hidden" name="csrf_token"' in form for form in forms)


def test_an_address_two_prospects_share_is_no_word_to_write_to(alice: Person) -> None:
    hers, other = making.lead(alice.workspace, "Chez Ulric"), making.lead(alice.workspace, "Buvette du Quai")
    hers.email = other.email = "info@quai.example"
    db.session.commit()
    erase_person(erasing.person(alice.workspace.id, "info@quai.example", [hers.id]), by_id=alice.user.id)
    assert db.session.execute(select(Lead.name, Lead.email)).all() == [("Buvette du Quai", "")]


def test_a_sign_no_database_keeps_finds_nobody(alice: Person) -> None:
    assert alice.client.get(f"{HERE}/personne", query_string={"q": "\0"}).status_code == 200
