"""Phones, postal codes, addresses and names, as people really write them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from app.domains.leads import emails, naming, phones, postal
from app.domains.leads.cleaning import clean_all, website
from tests.domains.leads.found import found


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("(418) 822-5555", "+14188225555"),
        ("+1-514-274-4371;+1-514-274-4372", "+15142744371"),
        ("514 470-1011 / 450 973-2251", "+15144701011"),
        ("514 555-0101 ou 514 555-0102", "+15145550101"),
        ("12345, 819 353-2406", "+18193532406"),
        ("418-228-2558 poste 115", "+14182282558"),
        ("311", ""),
        ("1 855 555-VAST (8278)", "+18555558278"),
        ("null", ""),
        ("", ""),
    ],
)
def test_the_first_valid_number_is_kept_in_one_form(raw: str, expected: str) -> None:
    assert phones.clean(raw) == expected


def test_real_numbers_of_quebec_come_out_as_expected(shared_data: Path) -> None:
    with (shared_data / "phones_third.csv").open(encoding="utf-8") as lines:
        rows = [row for row in csv.DictReader(lines) if row["e164_phonenumbers9"]]
    wrong = [row for row in rows if phones.clean(row["raw"]) != row["e164_phonenumbers9"]]
    assert not wrong


@pytest.mark.parametrize(
    ("raw", "expected"),
    [("h2v4g9", "H2V 4G9"), ("G6V-3V9", "G6V 3V9"), ("Lévis QC  J4B 1A1", "J4B 1A1"), ("K1A 0B1", ""), ("12345", "")],
)
def test_postal_codes_of_quebec_are_written_alike(raw: str, expected: str) -> None:
    assert postal.clean(raw) == expected


@pytest.mark.parametrize("other", ["LE CAFE BLEU", "le café  bleu", "Le Café-Bleu!", "Le Cafe\u0301 Bleu"])
def test_case_accents_and_punctuation_do_not_make_another_name(other: str) -> None:
    assert naming.fold(other) == naming.fold("Le Café Bleu")


@pytest.mark.parametrize("name", ["麻辣小館", "☆☆☆", "365"])
def test_a_name_without_latin_letters_still_has_a_key(name: str) -> None:
    assert naming.fold(name)
    assert naming.fold(name) != naming.fold("autre")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Info@AuxVivres.com", "info@auxvivres.com"),
        ("mailto:a@cafebleu.ca; b@cafebleu.ca", "a@cafebleu.ca"),
        ("user@domain.com", ""),
        ("c***@gmail.com", ""),
        ("logo_130x@2x.png", ""),
        ("pas une adresse", ""),
    ],
)
def test_only_whole_addresses_are_kept(raw: str, expected: str) -> None:
    assert emails.clean(raw) == expected


@pytest.mark.parametrize(
    ("email", "name", "expected"),
    [
        ("info@auxvivres.com", "Aux Vivres", "generic"),
        ("reservations.bistro@gmail.com", "Aux Vivres", "generic"),
        ("cafedeicampi@gmail.com", "Café Dei Campi", "generic"),
        ("direction@clinique.ca", "Clinique", "role"),
        ("marie.tremblay@clinique.ca", "Clinique du Parc", "role"),
        ("marie.tremblay@gmail.com", "Clinique du Parc", "personal"),
        ("jgagnon47@videotron.ca", "Casse-croûte chez Lise", "personal"),
        ("pina@crew.co", "Crew Collective", "unknown"),
        ("", "Clinique", "unknown"),
    ],
)
def test_whom_an_address_reaches_is_told_from_its_form(email: str, name: str, expected: str) -> None:
    assert emails.nature(email, name) == expected


def test_a_web_address_is_whole_or_absent() -> None:
    assert website("cafebleu.ca") == "https://cafebleu.ca"
    assert website("http://a.ca;http://b.ca") == "http://a.ca"
    assert website("javascript:alert(1)") == ""
    assert website("voir Facebook") == ""
    assert website("http://[broken") == ""


def test_each_fact_keeps_its_source_day_and_licence_and_what_was_written() -> None:
    [clean] = clean_all([found("node/1", phone="(418) 822-5555", details={"cuisine": "pizza"})], "Lévis")
    assert clean.record.facts["phone"] == {"value": "+14188225555", "raw": "(418) 822-5555", "source": "openstreetmap",
                                    "seen_on": "2026-11-21", "licence": "ODbL 1.0"}  # fmt: skip
    assert clean.record.facts["city"]["source"] == "search"
    assert clean.record.facts["details"] == {"cuisine": "pizza"}


def test_a_phone_nobody_can_read_is_kept_as_written_but_never_shown() -> None:
    [clean] = clean_all([found("node/1", phone="appelez Lise")])
    assert clean.values["phone"] == ""
    assert clean.record.facts["phone"]["raw"] == "appelez Lise"
