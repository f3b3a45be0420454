"""A consent is kept with its proof, for as long as the law lets it stand."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import func, select

from app.core import clock
from app.core.db import db
from app.domains.compliance import services
from app.domains.compliance.models import Consent
from app.domains.compliance.services import Address, ConsentRefused, Proof
from app.domains.compliance.services.consenting import expiry
from app.domains.compliance.states import ConsentKind, Silence
from tests.people import Person

NOON = datetime(2026, 11, 21, 17, tzinfo=UTC)
PAGE = "https://cafebleu.ca/contact"
EMAIL = "info@cafebleu.ca"


def proof(**values: object) -> Proof:
    """Return what a visit of the site saw."""
    options = {"source_url": PAGE, "seen_on": date(2026, 11, 20), "snippet": f"Écrivez-nous : {EMAIL}"}
    return Proof(**(options | values))


def published(alice: Person, nature: str = "generic", **values: object) -> Consent:
    """Record the address of a page."""
    return services.record_publication(alice.workspace.id, Address(EMAIL, nature), proof(**values), has_refusal=False)


@pytest.fixture(autouse=True)
def _noon() -> object:
    with clock.frozen_at(NOON):
        yield


def test_a_published_address_is_a_consent_with_its_proof(alice: Person) -> None:
    published(alice)
    found = services.living_consent(alice.workspace.id, "INFO@cafebleu.ca")
    assert found is not None
    assert (found.kind, found.source_url, found.seen_on) == ("publication", PAGE, date(2026, 11, 20))
    assert EMAIL in found.snippet
    assert "générale" in found.relevance
    assert EMAIL not in found.digest


def test_another_workspace_has_no_consent_of_hers(alice: Person, charlie: Person) -> None:
    published(alice)
    assert services.living_consent(charlie.workspace.id, EMAIL) is None


def test_the_same_address_is_kept_once_with_its_first_proof(alice: Person) -> None:
    first = published(alice)
    again = published(alice, seen_on=date(2026, 11, 21), source_url="https://cafebleu.ca/")
    assert again.id == first.id
    assert db.session.scalar(select(func.count(Consent.id))) == 1
    assert again.source_url == PAGE


@pytest.mark.parametrize("nature", ["personal", "unknown"])
def test_a_person_s_own_address_is_no_consent(alice: Person, nature: str) -> None:
    with pytest.raises(ConsentRefused, match="générale") as refusal:
        published(alice, nature)
    assert refusal.value.code == "nature"


def test_a_refusal_beside_the_address_is_no_consent(alice: Person) -> None:
    with pytest.raises(ConsentRefused) as refusal:
        services.record_publication(alice.workspace.id, Address(EMAIL, "generic"), proof(), has_refusal=True)
    assert refusal.value.code == "refusal"


@pytest.mark.parametrize(
    "values",
    [{"snippet": "  "}, {"source_url": ""}, {"source_url": "javascript:alert(1)"}, {"source_url": "https://[x"},
     {"source_url": "https://a.ca/" + "x" * 500}, {"seen_on": date(2026, 11, 22)}],
)  # fmt: skip
def test_a_proof_that_proves_nothing_is_refused(alice: Person, values: dict[str, object]) -> None:
    with pytest.raises(ConsentRefused) as refusal:
        published(alice, **values)
    assert refusal.value.code == "proof"


def test_the_words_kept_are_those_around_the_address(alice: Person) -> None:
    kept = published(alice, snippet="mot " * 500 + EMAIL + " fin" * 500)
    assert EMAIL in kept.snippet
    assert len(kept.snippet) <= 400


def test_a_silenced_address_gives_no_consent(alice: Person) -> None:
    services.forbid(alice.workspace.id, {"email": EMAIL}, reason=Silence.ASKED, by_id=None)
    with pytest.raises(ConsentRefused) as refusal:
        published(alice)
    assert refusal.value.code == "silenced"


@pytest.mark.parametrize(
    ("kind", "seen", "last"),
    [
        (ConsentKind.PURCHASE, date(2026, 11, 20), date(2028, 11, 20)),
        (ConsentKind.INQUIRY, date(2026, 11, 20), date(2027, 5, 20)),
        (ConsentKind.INQUIRY, date(2026, 8, 31), date(2027, 2, 28)),
        (ConsentKind.EXPRESS, date(2026, 11, 20), None),
    ],
)
def test_terms_are_those_of_the_law(kind: ConsentKind, seen: date, last: date | None) -> None:
    assert expiry(kind, seen) == last


def test_a_purchase_lasts_two_years_to_the_day(alice: Person) -> None:
    services.record_dealing(alice.workspace.id, ConsentKind.PURCHASE, Address(EMAIL), proof())
    with clock.frozen_at(datetime(2028, 11, 20, 17, tzinfo=UTC)):
        assert services.living_consent(alice.workspace.id, EMAIL) is not None
    with clock.frozen_at(datetime(2028, 11, 21, 17, tzinfo=UTC)):
        assert services.living_consent(alice.workspace.id, EMAIL) is None


def test_a_later_purchase_opens_a_new_term(alice: Person) -> None:
    early, late = proof(seen_on=date(2026, 1, 5)), proof()
    services.record_dealing(alice.workspace.id, ConsentKind.PURCHASE, Address(EMAIL), early)
    services.record_dealing(alice.workspace.id, ConsentKind.PURCHASE, Address(EMAIL), late)
    services.record_dealing(alice.workspace.id, ConsentKind.PURCHASE, Address(EMAIL), early)
    with clock.frozen_at(NOON + timedelta(days=700)):
        assert services.living_consent(alice.workspace.id, EMAIL) is not None
    assert db.session.scalar(select(func.count(Consent.id))) == 2


def test_the_strongest_consent_is_the_one_invoked(alice: Person) -> None:
    published(alice)
    services.record_express(alice.workspace.id, Address(EMAIL), proof(snippet="Oui, écrivez-moi"))
    found = services.living_consent(alice.workspace.id, EMAIL)
    assert found is not None
    assert found.kind == "express"


def test_ending_is_at_once_and_can_be_undone_where_it_was_a_mistake(alice: Person) -> None:
    published(alice)
    ended = services.end_consents(alice.workspace.id, [EMAIL])
    assert len(ended) == 1
    assert services.living_consent(alice.workspace.id, EMAIL) is None
    services.reopen_consents(alice.workspace.id, ended)
    assert services.living_consent(alice.workspace.id, EMAIL) is not None


def test_a_proof_is_kept_three_years_after_the_consent_ended(alice: Person) -> None:
    published(alice)
    services.record_dealing(alice.workspace.id, ConsentKind.INQUIRY, Address("a@b.ca"), proof())
    services.end_consents(alice.workspace.id, [EMAIL])
    db.session.commit()
    with clock.frozen_at(datetime(2029, 11, 21, 16, tzinfo=UTC)):
        assert services.purge_proofs(100) == 0
    with clock.frozen_at(datetime(2029, 11, 21, 18, tzinfo=UTC)):
        assert services.purge_proofs(100) == 1
    with clock.frozen_at(datetime(2030, 5, 22, tzinfo=UTC)):
        assert services.purge_proofs(100) == 1


def test_a_living_consent_is_kept_however_old(alice: Person) -> None:
    published(alice)
    with clock.frozen_at(NOON + timedelta(days=4000)):
        assert services.purge_proofs(100) == 0
