"""Whom to leave alone, by digests alone; and the one gate of messages."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from app.core.db import db
from app.domains.compliance import queries, services
from app.domains.compliance.models import DoNotContact
from app.domains.compliance.services import Address, Letter, Proof
from app.domains.compliance.states import Silence
from tests.people import Person

CAFE = {"email": "info@cafebleu.ca", "phone": "+14188225555", "other_phones": ["+14188225556"], "domain": "cafebleu.ca"}
LETTER = Letter(
    "Chez Alice", "12, rue du Quai, Lévis (Québec)  G6V 3V9", "418 822-5555", "https://a.ca/desabonnement/x"
)


def forbid(person: Person, values: dict[str, object] = CAFE, reason: Silence = Silence.ASKED) -> set[str]:
    """Silence a business."""
    return services.forbid(person.workspace.id, values, reason=reason, by_id=person.user.id)


def test_each_address_and_number_is_forbidden_and_none_is_written_down(alice: Person, charlie: Person) -> None:
    forbid(alice)
    rows = db.session.scalars(select(DoNotContact)).all()
    assert sorted(row.kind for row in rows) == ["domain", "email", "phone", "phone"]
    assert not [row for row in rows if "cafebleu" in repr(vars(row)) or "8225555" in repr(vars(row))]
    assert queries.forbidden(charlie.workspace.id) == frozenset()


def test_forbidding_twice_changes_nothing(alice: Person) -> None:
    assert forbid(alice) == forbid(alice)
    assert len(queries.forbidden(alice.workspace.id)) == 4


def test_an_undo_takes_back_what_was_asked_here_and_nothing_else(alice: Person) -> None:
    forbid(alice)
    forbid(alice, {"email": CAFE["email"]}, Silence.UNSUBSCRIBED)
    assert services.allow(alice.workspace.id, CAFE) == {"unsubscribed"}
    assert len(queries.forbidden(alice.workspace.id)) == 1


def test_a_gesture_of_hers_does_not_lower_their_own_request(alice: Person) -> None:
    forbid(alice, reason=Silence.UNSUBSCRIBED)
    forbid(alice)
    assert services.allow(alice.workspace.id, CAFE) == {"unsubscribed"}


def test_an_undo_reaches_digests_known_from_before(alice: Person) -> None:
    before = forbid(alice)
    assert services.allow(alice.workspace.id, {}, also=before) == frozenset()
    assert queries.forbidden(alice.workspace.id) == frozenset()


def consenting(person: Person) -> None:
    """Keep a proof for the café."""
    proof = Proof("https://cafebleu.ca/", date(2026, 1, 2), "info@cafebleu.ca")
    services.record_publication(person.workspace.id, Address("info@cafebleu.ca", "generic"), proof, has_refusal=False)


def test_a_letter_leaves_with_a_living_consent_and_a_whole_identity(alice: Person) -> None:
    consenting(alice)
    assert services.may_write(alice.workspace.id, CAFE, LETTER) is None


@pytest.mark.parametrize(
    ("values", "code"),
    [({"email": ""}, "nothing"), ({"contact_reason": "refusal"}, "refusal"),
     ({"contact_nature": "personal"}, "personal"), ({"email": "autre@cafebleu.ca"}, "no_consent")],
)  # fmt: skip
def test_a_prospect_without_ground_is_refused(alice: Person, values: dict[str, str], code: str) -> None:
    consenting(alice)
    refusal = services.may_write(alice.workspace.id, CAFE | values, LETTER)
    assert refusal is not None
    assert refusal.code == code
    assert refusal.sentence.endswith(".")


@pytest.mark.parametrize("mark", [{"phone": "+14188225556"}, {"domain": "cafebleu.ca"}, {"email": "INFO@cafebleu.ca "}])
def test_a_silenced_business_is_refused_by_any_of_its_marks(alice: Person, mark: dict[str, str]) -> None:
    consenting(alice)
    forbid(alice, dict(mark))
    refusal = services.may_write(alice.workspace.id, CAFE, LETTER)
    assert refusal is not None
    assert refusal.code == "do_not_contact"


@pytest.mark.parametrize(
    ("letter", "code"),
    [(Letter(" ", "a", "b", "https://c"), "no_identity"), (Letter("a", "", "b", "https://c"), "no_address"),
     (Letter("a", "b", "", "https://c"), "no_reach"), (Letter("a", "b", "c", ""), "no_unsubscribe"),
     (Letter("a", "b", "c", "http://c"), "no_unsubscribe")],
)  # fmt: skip
def test_a_letter_that_lacks_what_the_law_asks_stays(alice: Person, letter: Letter, code: str) -> None:
    consenting(alice)
    refusal = services.may_write(alice.workspace.id, CAFE, letter)
    assert refusal is not None
    assert refusal.code == code
