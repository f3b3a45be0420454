"""A text of a hundred thousand signs is cut or refused, and answered as rightly as a short one."""

from __future__ import annotations

import pytest

from app.domains.leads import cities, email_forms, emails, naming, phones
from app.providers.openstreetmap import socials
from app.providers.spreadsheet import headers

LONG = 100_000


@pytest.mark.parametrize("sign", [" ", ",", "-", "–", "(", "/", "a", ".", "f.", "1", "a.", "\u00a0", "ﷺ"])
def test_what_comes_first_is_read_whatever_follows(sign: str) -> None:
    tail = sign * LONG
    assert naming.sign_name(f"Chez Lise {tail}")[0].startswith("Chez Lise")
    assert naming.loose_key(f"Chez Lise, {tail}").startswith("lise")
    assert phones.clean(f"418 822-5555, {tail}") == "+14188225555"
    assert cities.read(f"Lévis ({tail})").name == "Lévis"
    assert emails.clean(f"info@chezlise.ca {tail}") == "info@chezlise.ca"


@pytest.mark.parametrize("sign", ["a", ".", "-", "ﷺ", "a.", " ", "["])
def test_a_text_that_holds_nothing_holds_nothing_however_long(sign: str) -> None:
    tail = sign * LONG
    assert phones.clean(tail) == ""
    assert emails.clean(tail) == ""
    assert emails.clean(f"{tail}@chezlise.ca") == ""
    assert socials.pages({"contact:facebook": f"facebook.com/{tail}", "website": f"{tail}.ca/x"}) == {}
    assert headers.find([[f"{tail}@x.ca", f"514 555-0199 {tail}"], ["Nom", "Ville"]]) == 1


def test_a_word_too_long_for_an_address_is_not_cut_into_one() -> None:
    assert email_forms.candidates(f"{'a' * 300}@chezlise.ca") == []
    assert email_forms.candidates(f"{'a' * 300} lise@chezlise.ca") == ["lise@chezlise.ca"]


def test_signs_that_unfold_do_not_make_a_text_longer_than_allowed() -> None:
    assert email_forms.candidates(f"{'ﷺ' * 1900} lise@chezlise.ca") == []


@pytest.mark.parametrize("between", [" ", ", ", " - ", " -- ", ",  ,  "])
def test_a_legal_form_is_still_taken_off_past_a_few_signs(between: str) -> None:
    assert naming.sign_name(f"Chez Lise{between}inc.")[0] == "Chez Lise"
    assert naming.sign_name(f"9123-4567 Québec inc.{between}faisant affaire sous Chez Lise")[0] == "Chez Lise"
