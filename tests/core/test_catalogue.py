"""Every sentence is marked, and every marked sentence is in every catalogue, whole."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from app import ROOT
from app.core.language import FRENCH, LANGUAGES
from tests import catalogue, unwrapped

OTHERS = [code for code in LANGUAGES if code != FRENCH]
# Seen in development only, where every piece is shown with made-up words.
SHOWROOM = "style"
TEMPLATES = [
    pytest.param(path, id=str(path.relative_to(ROOT / "templates")))
    for path in sorted((ROOT / "templates").rglob("*.*"))
    if path.suffix in {".html", ".txt"} and path.parent.name != SHOWROOM
]
_FILLED = re.compile(r"%\(\w+\)[sd]|(?<!\{)\{\w*\}|%%")
_TAGS = re.compile(r"</?\w+[^>]*>")


@pytest.mark.parametrize("path", TEMPLATES)
def test_a_template_says_nothing_that_is_not_marked(path: Path) -> None:
    assert not [*unwrapped.texts(path), *unwrapped.literals(path)]


@pytest.mark.parametrize("path", TEMPLATES)
def test_only_words_that_stand_in_the_template_are_taken_as_they_are(path: Path) -> None:
    # What `_` is given is not escaped: a variable goes through the filter `said`.
    assert not unwrapped.unsafe(path)


@pytest.mark.parametrize("code", OTHERS)
def test_every_sentence_is_in_the_catalogue_and_no_other(code: str) -> None:
    kept, said = catalogue.read(code), catalogue.extracted()
    assert {each.id for each in kept if each.id} == {each.id for each in said if each.id}, "run `make catalogue`"
    assert not catalogue.missing(kept)
    assert not [each.id for each in kept if each.id and each.fuzzy]


def _forms(message: Message) -> list[tuple[str, str]]:
    if isinstance(message.id, str):
        return [(message.id, str(message.string))]
    return [(message.id[-1], str(each)) for each in message.string or ()]


@pytest.mark.parametrize("code", OTHERS)
def test_a_translation_holds_the_same_values_and_tags(code: str) -> None:
    for message in filter(lambda each: each.id, catalogue.read(code)):
        for french, other in _forms(message):
            filled, said = set(_FILLED.findall(french)), set(_FILLED.findall(other))
            # « 1 » may be said in words.
            assert filled == said or isinstance(message.id, tuple) and filled - {"%(num)s"} == said - {"%(num)s"}
            assert _TAGS.findall(french) == _TAGS.findall(other)


@pytest.mark.parametrize("code", OTHERS)
def test_the_signs_of_french_stay_in_french(code: str) -> None:
    for message in filter(lambda each: each.id, catalogue.read(code)):
        for french, other in _forms(message):
            assert not re.search(r"[«»]|[\u00a0 ][:;!?]", other), other
            assert french.endswith(":") == other.endswith(":")
