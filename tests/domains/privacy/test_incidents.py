"""An incident is noted in the regulation's fields; the product suggests, a person decides, and nothing deletes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select

from app.core import clock
from app.core.db import db
from app.domains.privacy import closing, incidents, jobs
from app.domains.privacy.models import Incident, KeptIncident
from tests.people import Person, make_person

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


def closed_with_an_incident(alice: Person, known_on: str = "2026-01-05") -> None:
    """Have alice note an incident, then close her workspace for good."""
    more = {"harm": "high", "people_count": "12", "measures": "Mots de passe changés"}
    assert alice.client.post(f"{HERE}/nouveau", data=TOLD | {"known_on": known_on} | more).status_code == 303
    row = closing.ask(alice.workspace, alice.user)
    with clock.frozen_at(row.due_at + timedelta(seconds=1)):
        closing.close(row.id)
    assert db.session.scalar(select(func.count(Incident.id))) == 0


def test_the_facts_outlive_the_workspace_and_name_nobody_of_it(alice: Person) -> None:
    closed_with_an_incident(alice)
    row = db.session.scalars(select(KeptIncident)).one()
    assert (row.workspace_name, row.circumstances, row.known_on) == ("Chez Alice", "Ordinateur volé", date(2026, 1, 5))
    assert (row.harm, row.people_count, row.measures) == ("high", 12, "Mots de passe changés")
    assert "alice@exemple.ca" not in repr(vars(row))


def test_the_operator_alone_reads_them(app: Flask, alice: Person, charlie: Person) -> None:
    odile = make_person(app, "odile")
    assert app.test_cli_runner().invoke(args=["user", "operator", "odile@exemple.ca"]).exit_code == 0
    db.session.expire_all()
    assert "Aucun espace fermé" in odile.client.get("/exploitation/incidents").text
    closed_with_an_incident(alice)
    page = odile.client.get("/exploitation/incidents").text
    assert "Chez Alice" in page
    assert "Ordinateur volé" in page
    assert "5 janvier 2026" in page
    assert "Élevée" in page
    assert "Chez Alice;Courriels de douze clients" in odile.client.get("/exploitation/incidents.csv").text
    assert "/exploitation/incidents" in odile.client.get("/exploitation").text
    assert charlie.client.get("/exploitation/incidents").status_code == 404
    assert charlie.client.get("/exploitation/incidents.csv").status_code == 404


def test_they_go_five_years_after_they_were_known(alice: Person) -> None:
    closed_with_an_incident(alice)
    known = db.session.scalars(select(KeptIncident.known_on)).one()
    for years, left in ((4, 1), (5, 1), (6, 0)):
        with clock.frozen_at(clock.now().replace(year=known.year + years, month=1, day=5, hour=17)):
            jobs.purge()
        assert db.session.scalar(select(func.count(KeptIncident.id))) == left
