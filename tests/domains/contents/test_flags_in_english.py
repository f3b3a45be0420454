"""What the gate found in a text is kept with it, and said to each reader in her language."""

from __future__ import annotations

import json

import pytest

from app.core.db import db
from app.core.i18n import speaking
from app.domains.contents.gate.flags import Flag, Subject, kept_flag
from app.domains.contents.gate.wording import button
from app.domains.contents.judging import judged
from app.providers.contracts import BusinessFacts, LeadFacts
from tests.domains.contents import making
from tests.people import Person
from tests.test_every_page_in_english import french_of

CLINIC = LeadFacts("Clinique Roy", "dentist", "Lévis")
SUBJECT = Subject(CLINIC, BusinessFacts("Dentaire Roy", "dentist", "Lévis"))
TEXT = "Merci à nos patients. Ouvert depuis 1987, 12 prix gagnés ! Écrivez-nous un email. Jean Tremblay approuve."


def flags() -> list[Flag]:
    return judged(TEXT, ["Trois-Rivières"], SUBJECT, by_machine=True)


def test_a_flag_kept_is_said_in_english_and_its_message_stays_french() -> None:
    with speaking("en"):
        kept = json.loads(json.dumps([flag.kept() for flag in flags()]))
        said = {row["code"]: kept_flag(row).said for row in kept}
    assert said["dentist_thanks"].startswith("“Merci”: The dentists’ Code of ethics")
    assert len(said) > 4
    for words in said.values():
        assert not french_of(words.partition("”: ")[2] or words), words
    thanks = next(row["message"] for row in kept if row["code"] == "dentist_thanks")
    assert thanks.startswith("«\u00a0Merci\u00a0»\u00a0: Le Code de déontologie")
    assert [kept_flag(row) for row in kept] == flags()


def test_a_flag_of_before_keeps_its_french() -> None:
    row = {"code": "fact_date", "message": "«\u00a02019\u00a0»\u00a0: à vérifier.", "blocking": False}
    with speaking("en"):
        assert kept_flag(row).said == row["message"] == kept_flag(row).message


@pytest.mark.parametrize("flag", flags(), ids=lambda flag: flag.code)
def test_a_button_is_in_english_too(flag: Flag) -> None:
    with speaking("en"):
        assert not french_of(button(flag).partition("“")[0])


def test_her_page_says_it_in_english(alice: Person) -> None:
    alice.user.language = "en"
    content = making.content(alice.workspace, flags=[flag.kept() for flag in flags()])
    db.session.commit()
    page = alice.client.get(f"/contenus/{content.id}").get_data(as_text=True)
    assert "The dentists’ Code of ethics allows no thanks" in page
    assert "Le Code de déontologie" not in page
