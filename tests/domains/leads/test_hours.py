"""Opening hours as sources and people write them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domains.leads import hours, hours_text

SAMPLE = Path(__file__).resolve().parents[4] / "shared" / "data" / "osm_montreal_food_half.json"


@pytest.mark.parametrize(
    "raw",
    [
        "Mo-Fr 09:00-17:00", "Mo,Tu,We,Th,Fr 09:00-17:00", "Lun-Ven 9h à 17h", "Mon-Fri 9am-5pm", "Lu-Ve 9-17h",
        "Lundi au vendredi : 9 h à 17 h", "du lundi au vendredi de 9h00 à 17h00", "lun. au ven. 9h – 17h",
        "Monday to Friday: 9:00 AM - 5:00 PM", "Mon – Fri 9 a.m. to 5 p.m.", "LUNDI AU VENDREDI 9H-17H",
        "Heures d’ouverture : lundi au vendredi de 9\u00a0h à 17\u00a0h", "lundi 9-5pm, mardi au vendredi 9h-17h",
        "Lundi : 9h à 17h\nMardi : 9h à 17h\nMercredi : 9h à 17h\nJeudi : 9h à 17h\nVendredi : 9h à 17h",
        "en semaine 9h à 17h", "Open weekdays 9am-5pm", '["Mo-Fr 09:00-17:00"]', "Mo-We 9:00-17:00, Th-Fr 9:00-17:00",
    ],
)  # fmt: skip
def test_the_same_hours_have_one_form(raw: str) -> None:
    assert hours.normal(raw) == "Mo-Fr 09:00-17:00"


@pytest.mark.parametrize(
    ("raw", "form"),
    [
        ("Lundi: 11h30-14h, 17h-22h\nMardi: fermé", "Mo 11:30-14:00,17:00-22:00; Tu off"),
        ("Mardi au samedi de 11 h 30 à 14 h et de 17 h à 22 h", "Tu-Sa 11:30-14:00,17:00-22:00"),
        ("Ouvert du mardi au dimanche de 17h à minuit", "Tu-Su 17:00-24:00"), ("Mo-Sa 08:00-3:00", "Mo-Sa 08:00-03:00"),
        ("Mon-Thu 11am-10pm; Fri & Sat 11am-midnight", "Mo-Th 11:00-22:00; Fr-Sa 11:00-24:00"),
        ("7 jours sur 7 de 8h à 22h", "Mo-Su 08:00-22:00"), ("fin de semaine 10h à 16h", "Sa-Su 10:00-16:00"),
        ("24h/24 7j/7", "24/7"), ("Mo-Su 00:00-24:00", "24/7"), ("11:00-22:00", "Mo-Su 11:00-22:00"),
        ("11:00-22:00; We off", "Mo-Tu 11:00-22:00; We off; Th-Su 11:00-22:00"),
        ("Mo-off; Tu 9:00-17:00", "Mo off; Tu 09:00-17:00"),
        ("Tu-Su 11:00-21:00;We-Fr 11:30-15:00", "Tu 11:00-21:00; We-Fr 11:30-15:00; Sa-Su 11:00-21:00"),
        ("Su-Tu 16:00-22:00", "Mo-Tu 16:00-22:00; Su 16:00-22:00"),
        ("Mo-Fr 9:00-17:00; PH off", "Mo-Fr 09:00-17:00; PH off"),
        ("Mo-Su 17:00-23:00+", "Mo-Su 17:00-23:00+"), ("lundi midi à 20h", "Mo 12:00-20:00"),
        ("https://schema.org/Monday 09:00-17:00", "Mo 09:00-17:00"),
    ],
)  # fmt: skip
def test_what_is_understood_is_written_as_openstreetmap_does(raw: str, form: str) -> None:
    assert hours.normal(raw) == form
    assert hours.normal(form) == form


def test_a_list_of_schema_org_is_read_as_one() -> None:
    assert hours.normal(["Mo-Fr 09:00-12:00", "Mo-Fr 13:00-17:00"]) == "Mo-Fr 09:00-12:00,13:00-17:00"


@pytest.mark.parametrize(
    "raw",
    [
        "Sur rendez-vous", "9-5", "lundi 5-9pm", "lundi 9h", "Mai à octobre : 9h à 17h", "Jan-Mar: We 11:00-22:00",
        'Fr "by appointment"', "lundi 9h-12h, lundi 10h-17h", "Ouvert tard", "lundi", "Mo 25:70-99:99", "9h à 17h",
        "Mo-Fr sunrise-sunset", "lundi 9h-9h", "Appelez-nous du lundi au vendredi", "", "lundi 9am-5",
    ],
)  # fmt: skip
def test_what_is_not_wholly_understood_is_kept_as_written(raw: str) -> None:
    assert hours.normal(raw) == raw
    assert hours.shown(raw) == ([raw] if raw else [])


@pytest.mark.parametrize(
    ("value", "lines"),
    [
        ("Mo-Fr 09:00-17:00", ["lundi au vendredi\u00a0: 9\u00a0h à 17\u00a0h"]),
        ("Sa-Su 10:00-15:30", ["samedi et dimanche\u00a0: 10\u00a0h à 15\u00a0h\u00a030"]),
        ("Mo off; Tu 11:00-14:00,17:00-24:00",
         ["lundi\u00a0: fermé", "mardi\u00a0: 11\u00a0h à 14\u00a0h et 17\u00a0h à minuit"]),
        ("24/7", ["tous les jours\u00a0: 24\u00a0heures sur\u00a024"]),
        ("Mo-Su 17:00-02:00", ["tous les jours\u00a0: 17\u00a0h à 2\u00a0h"]),
        ("PH 17:00-23:00+", ["jours fériés\u00a0: 17\u00a0h à 23\u00a0h ou plus tard"]),
    ],
)  # fmt: skip
def test_hours_are_said_as_quebec_says_them(value: str, lines: list[str]) -> None:
    assert hours.shown(value) == lines


@given(st.text(max_size=300))
def test_any_text_at_all_is_read_without_a_fault(raw: str) -> None:
    assert len(hours.normal(raw)) <= 500
    hours.shown(raw)


def test_a_long_text_costs_little_and_is_cut() -> None:
    assert len(hours.normal("lundi 9h-17h " * 10_000)) <= 500
    assert len(hours.normal("9" * 100_000)) <= 500


@pytest.mark.skipif(not SAMPLE.exists(), reason="the sample of elements is not beside the project")
def test_hours_of_real_businesses_are_understood_and_stable() -> None:
    elements = json.loads(SAMPLE.read_text(encoding="utf-8"))["elements"]
    values = [element["tags"]["opening_hours"] for element in elements if "opening_hours" in element["tags"]]
    understood = [value for value in values if hours_text.read(value)]
    print(f"understood: {len(understood)} of {len(values)}")
    assert len(understood) >= 0.95 * len(values)
    assert all(hours.normal(hours.normal(value)) == hours.normal(value) for value in values)
