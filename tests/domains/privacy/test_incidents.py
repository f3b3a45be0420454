"""An incident is noted in the regulation's fields; the product suggests, a person decides, and nothing deletes."""

from __future__ import annotations

import pytest

from app.domains.privacy import incidents
from app.domains.privacy.models import Incident
from tests.people import Person

HERE = "/reglages/confidentialite/incidents"
TOLD = {"concerned": "Courriels de douze clients", "circumstances": "Ordinateur volé", "known_on": "2026-01-05",
        "sensitivity": "", "harm": "", "likelihood": ""}  # fmt: skip


@pytest.mark.parametrize(
    ("answers", "advice"),
    [
        (("low", "low", "low"), "keep"),
        (("medium", "medium", "low"), "doubt"),
        (("low", "high", "low"), "tell"),
        (("high", "medium", "medium"), "tell"),
        (("high", "", "low"), "unsaid"),
    ],
)
def test_the_answers_suggest_whether_to_tell_the_commission(answers: tuple[str, str, str], advice: str) -> None:
    row = Incident(sensitivity=answers[0], harm=answers[1], likelihood=answers[2])
    assert incidents.advice(row) == advice


def test_it_is_noted_completed_and_taken_away(alice: Person, charlie: Person) -> None:
    assert alice.client.post(f"{HERE}/nouveau", data=TOLD | {"concerned": ""}).status_code == 422
    assert alice.client.post(f"{HERE}/nouveau", data=TOLD | {"known_on": "2999-01-01"}).status_code == 422
    there = alice.client.post(f"{HERE}/nouveau", data=TOLD).location
    assert "trois questions" in alice.client.get(there).text
    more = TOLD | {"sensitivity": "high", "harm": "high", "likelihood": "medium", "people_count": "12"}
    assert alice.client.post(there, data=more).status_code == 303
    assert "préjudice sérieux" in alice.client.get(there).text
    assert "Ordinateur volé" in alice.client.get(f"{HERE}/registre.csv").text
    assert alice.client.get(f"{HERE}/registre.pdf").get_data().startswith(b"%PDF")
    assert alice.client.delete(there).status_code == 405
    assert charlie.client.get(there).status_code == 404
