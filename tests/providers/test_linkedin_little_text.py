"""What is sent to LinkedIn shows whole, character for character."""

from __future__ import annotations

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.providers.linkedin.little_text import compose, escape, escaped_length, plain

RESERVED = set("\\|{}@[]()<>*_~")


def shown_by_linkedin(commentary: str) -> str:
    """Read little text as LinkedIn does: an unescaped reserved sign ends the publication."""
    shown, index = "", 0
    while index < len(commentary):
        sign = commentary[index]
        following = commentary[index + 1 : index + 2]
        if sign == "\\" and following:
            shown += following
            index += 2
            continue
        if sign in RESERVED or (sign == "#" and not following.isalnum()):
            return shown
        shown += sign
        index += 1
    return shown


ANY_TEXT = st.text(alphabet=st.characters(codec="utf-8"))
TRICKY = st.text(alphabet=st.sampled_from("ab é#\\|{}@[]()<>*_~\r\n1-.’«»"))


@settings(max_examples=400, deadline=None)
@given(ANY_TEXT | TRICKY)
def test_every_text_shows_whole(text: str) -> None:
    assert shown_by_linkedin(escape(text)) == text.replace("\r\n", "\n").replace("\r", "\n")


@settings(max_examples=200, deadline=None)
@given(TRICKY, st.lists(st.text(alphabet=string.ascii_letters + "éà-_()", min_size=1, max_size=12), max_size=5))
def test_the_text_then_its_hashtags_show_whole(text: str, hashtags: list[str]) -> None:
    commentary = escape(compose(text, hashtags))
    assert shown_by_linkedin(commentary) == compose(text, hashtags)
    assert plain(commentary) == compose(text, hashtags)
    assert escaped_length(text, hashtags) == len(commentary)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nouveau menu (midi) dès lundi", "Nouveau menu \\(midi\\) dès lundi"),
        ("#Lévis et #Québec2026", "#Lévis et #Québec2026"),
        ("Voir (#Lévis)", "Voir \\(#Lévis\\)"),
        ("le nº #1 en C# et F#", "le nº \\#1 en C\\# et F\\#"),
        ("https://exemple.ca/a_b#menu", "https://exemple.ca/a\\_b\\#menu"),
        ("##Lévis", "\\#\\#Lévis"),
        ("a\r\nb", "a\nb"),
        ("C:\\menu", "C:\\\\menu"),
    ],
)
def test_only_a_real_hashtag_keeps_its_sign(text: str, expected: str) -> None:
    assert escape(text) == expected


def test_hashtags_follow_the_untouched_text_after_a_blank_line() -> None:
    assert compose("  Bonjour \n", ["Lévis", "#Restaurant"]) == "  Bonjour \n\n\n#Lévis #Restaurant"
    assert compose("Bonjour", []) == "Bonjour"


def test_the_hashtag_form_linkedin_gives_back_reads_as_a_hashtag() -> None:
    assert plain("Bonjour \\(midi\\) {hashtag|\\#|Montréal}") == "Bonjour (midi) #Montréal"
