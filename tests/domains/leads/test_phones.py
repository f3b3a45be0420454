"""Telephone numbers as people and sources write them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domains.leads import phones
from app.domains.leads.phones import Phone

SAMPLE = Path(__file__).resolve().parents[4] / "shared" / "data" / "phones_third.csv"
ONE, TWO, FREE = "+15145550199", "+14505550123", "+18005550142"


def numbers(raw: str) -> list[str]:
    """Return the numbers of a text, without what goes with them."""
    return [phone.e164 for phone in phones.read(raw)]


@pytest.mark.parametrize(
    "raw",
    [
        "514 555-0199", "514-555-0199", "514.555.0199", "(514) 555-0199", "(514)555-0199", "5145550199", "15145550199",
        "+15145550199", "+1 (514) 555-0199", "+1-514-555-0199", "1 514 555 0199", "1-(514)-555-0199", "514/555-0199",
        "514 555 01 99", "51 45 55 01 99", "514\u00a0555\u20110199", "５１４－５５５－０１９９", "514 – 555 – 0199",
        "tel:+1-514-555-0199", "Tél. : 514 555-0199", "T: 514-555-0199", "Appelez-nous au 514 555-0199!",
        "\u200e514 555-0199\u200f", "[514] 555-0199".replace("[", "(").replace("]", ")"), "+514 555-0199",
        "0199 514 555-0199", "NEQ 1234567890, 514 555-0199", "001 514 555-0199", "514·555·0199",
    ],
)  # fmt: skip
def test_one_number_is_read_however_it_is_written(raw: str) -> None:
    assert numbers(raw) == [ONE]


@pytest.mark.parametrize(
    "raw",
    [
        "514 555-0199 / 450 555-0123", "(514) 555-0199/(450) 555-0123", "514-555-0199;450-555-0123",
        "514 555-0199 ou 450 555-0123", "514 555-0199 et 450 555-0123", "514 555-0199 & 450 555-0123",
        "514 555-0199 or 450 555-0123", "514 555-0199, 450 555-0123", "514 555-0199 | 450 555-0123",
        "5145550199 4505550123", "51455501994505550123", "1514555019914505550123", "514-555-0199450-555-0123",
        "514-555-0199-450-555-0123", "+15145550199+14505550123", "514 555-0199\n450 555-0123",
        "514.555.0199 - 450.555.0123", "514 555-0199(450) 555-0123", "514 555 0199 450 555 0123",
        "1 514 555-0199 1 450 555-0123", "Montréal 514 555-0199 Laval 450 555-0123", "514-555-0199 → 450-555-0123",
    ],
)  # fmt: skip
def test_numbers_are_split_whatever_stands_between_them(raw: str) -> None:
    assert numbers(raw) == [ONE, TWO]


@pytest.mark.parametrize(
    ("raw", "extension"),
    [
        ("514 555-0199 poste 12", "12"), ("514 555-0199, poste 0", "0"), ("514-555-0199 ext. 4", "4"),
        ("514-555-0199 x12", "12"), ("514-555-0199x12", "12"), ("514-555-0199 # 7157", "7157"),
        ("514-555-0199#3", "3"), ("514 555-0199 (poste 221)", "221"), ("514 555-0199 Ext 9", "9"),
        ("514 555-0199 extension 305", "305"), ("514 555-0199, p. 8", "8"), ("5145550199 poste: 44", "44"),
        ("tel:+1-514-555-0199;ext=221".replace("=", " "), "221"),
    ],
)  # fmt: skip
def test_an_extension_goes_with_its_number(raw: str, extension: str) -> None:
    assert phones.read(raw) == [Phone(ONE, extension)]


def test_an_extension_does_not_swallow_the_next_number() -> None:
    assert phones.read("514.555.0199 poste 3, sans frais 1 800 555-0142") == [Phone(ONE, "3"), Phone(FREE, "", True)]
    assert phones.read("514 555-0199 poste 3 1 450 555-0123") == [Phone(ONE, "3"), Phone(TWO)]
    assert phones.read("514 555-0199 # 450 555-0123") == [Phone(ONE), Phone(TWO)]


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        ("1-800-PIZZA-GO", "+18007499246"), ("1 (855) CHALETS", "+18552425387"), ("1-866-7CABANE", "+18667222263"),
        ("1 844 555-VAST (8278)", "+18445558278"), ("(450) 555 -IMMO (4666)", "+14505554666"),
        ("1-(888) 555-TIME (8463)", "+18885558463"), ("514-555-DENT", "+15145553368"),
        ("1-800-FLEURISTE", "+18003538747"),
        ("1 877 poutine", "+18777688463"),
    ],
)  # fmt: skip
def test_letters_are_dialled_as_on_a_keypad(raw: str, number: str) -> None:
    assert numbers(raw) == [number]


@pytest.mark.parametrize(
    "raw",
    [
        "", "null", "311", "911", "555-0199", "514 555-019", "514-555-01999", "+1 514 555 019", "1 234 567 890",
        "lundi 9 h à 17 h", "02)8288-114", "+999 514 555 0199", "514 rue Principale", "à venir", "1 800 poste 12",
        "000-000-0000", "x" * 10_000, "((((((((((", "514 RESTAURANT", "999 999-9999", "2026-11-21 10:30",
    ],
)  # fmt: skip
def test_what_is_not_a_whole_number_is_not_guessed(raw: str) -> None:
    assert phones.read(raw) == []
    assert phones.clean(raw) == ""


@pytest.mark.parametrize("raw", ["514-555-0199 ou 0200", "514 555-0199/0200", "514 555-0199 / 555-0200"])
def test_an_area_code_that_is_not_written_is_not_lent(raw: str) -> None:
    assert numbers(raw) == [ONE]


@pytest.mark.parametrize(
    "raw",
    [
        "tél.: 514 555-0199 téléc.: 450 555-0123", "Téléc. : 450 555-0123 Tél. : 514 555-0199",
        "514 555-0199 Fax 450-555-0123", "T: 514-555-0199 F: 450-555-0123", "450-555-0123 (fax), 514-555-0199",
        "514-555-0199 / 450-555-0123 (téléc.)", "Télécopieur : 450 555-0123\n514 555-0199",
        "Fax: 450-555-0123; 514-555-0199", "Tél./Téléc. : 514 555-0199",
        "Phone 514.555.0199 | Facsimile 450.555.0123",
    ],
)  # fmt: skip
def test_a_fax_is_never_taken_for_a_telephone(raw: str) -> None:
    assert numbers(raw) == [ONE]


def test_a_free_number_says_so_and_a_foreign_one_is_kept() -> None:
    assert phones.read("Sans frais : 1 800 555-0142") == [Phone(FREE, "", True)]
    assert numbers("+33 1 42 68 53 00") == ["+33142685300"]
    assert numbers("514 555-0199 (Paris : +33 1 42 68 53 00)") == [ONE, "+33142685300"]


def test_the_same_number_comes_once_with_its_extension() -> None:
    assert phones.read("514 555-0199, (514) 555-0199 poste 7") == [Phone(ONE, "7")]


AREAS = st.sampled_from(sorted(phones.QUEBEC_CODES))
NATIONAL = st.builds(lambda area, rest: area + rest, AREAS, st.from_regex(r"[2-9][02-9][0-9]{5}", fullmatch=True))
FORMS = st.sampled_from(["{0} {1}-{2}", "({0}) {1}-{2}", "{0}.{1}.{2}", "+1{0}{1}{2}", "1-{0}-{1}-{2}", "{0}{1}{2}"])
BETWEEN = st.sampled_from([" / ", ";", " ou ", ", ", " ", " et ", "\n", " | ", "\u00a0"])


@given(st.lists(st.tuples(NATIONAL, FORMS), min_size=1, max_size=4, unique_by=lambda one: one[0]), BETWEEN)
def test_every_number_of_a_list_is_found_in_its_order(written: list[tuple[str, str]], between: str) -> None:
    raw = between.join(form.format(number[:3], number[3:6], number[6:]) for number, form in written)
    assert numbers(raw) == [f"+1{number}" for number, _ in written]


@given(st.text(max_size=600))
def test_any_text_at_all_is_read_without_a_fault(raw: str) -> None:
    assert all(number.startswith("+") for number in numbers(raw))


@pytest.mark.skipif(not SAMPLE.exists(), reason="the sample of numbers is not beside the project")
def test_numbers_of_real_businesses_come_first_as_expected() -> None:
    with SAMPLE.open(encoding="utf-8", newline="") as lines:
        rows = [(row["raw"], row["e164_phonenumbers9"]) for row in csv.DictReader(lines)]
    expected = [(raw, number) for raw, number in rows if number]
    right = sum(phones.clean(raw) == number for raw, number in expected)
    more = sum(bool(phones.clean(raw)) for raw, number in rows if not number)
    print(f"first number: {right} of {len(expected)}; read though none was expected: {more}")
    assert right >= 0.99 * len(expected)
