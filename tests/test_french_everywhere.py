"""The product's own linter has nothing to say of what the product says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain

import pytest
from babel.messages.pofile import read_po

from app import ROOT
from app.domains.compliance.french import lint
from tests.sentences import code, pages
from tests.sentences.shared import Sentence, filled

# Written as their owners write them.
NAMES = ("AstroGrowth", "LinkedIn", "Authorization:")
# What these hold is matched against texts or asked of a model; what comes out of them is linted where it is tested.
TABLES = re.compile(
    r"compliance/(?:french_\w+|trade_\w+)|contents/gate/(?:known_words|calendar_days)|providers/(?!\w+/wording|wording)"
)


def faults(sentences: Iterable[Sentence]) -> list[str]:
    """List what the linter finds, with where."""
    return [
        f"{sentence.where}: {finding.excerpt!r} → {finding.replacement!r} ({finding.rule}) in {sentence.words!r}"
        for sentence in sentences
        for finding in lint(sentence.words, NAMES)
    ]


def said_by_code() -> Iterable[Sentence]:
    return code.sentences(path for path in code.python_files() if not TABLES.search(str(path)))


def said_by_catalogues() -> Iterable[Sentence]:
    for path in sorted((ROOT / "app" / "translations").rglob("*.po")):
        with path.open("rb") as file:
            spoken = [each for each in read_po(file) if not all(TABLES.search(place) for place, _ in each.locations)]
            for message in spoken:
                for words in (message.id,) if isinstance(message.id, str) else message.id:
                    yield Sentence(f"{path.name}:{message.lineno}", filled(words))


def said_by_guides() -> Iterable[Sentence]:
    """Yield the French pages for people who write the product; what is quoted as a fault is between backquotes."""
    for path in sorted((ROOT / "docs").glob("*.md")):
        for number, line in enumerate(path.read_text().splitlines(), 1):
            for cell in line.split("|"):
                yield Sentence(f"{path.name}:{number}", re.sub(r"^(?:[-*]|#+) |\*\*|\[|\]\([^)]*\)", "", cell.strip()))


def test_every_template_is_in_the_french_of_quebec() -> None:
    said = list(pages.sentences())
    assert len(said) > 1000
    assert not faults(said)


def test_every_sentence_of_the_code_is_in_the_french_of_quebec() -> None:
    said = list(said_by_code())
    assert len(said) > 1000
    assert not faults(said)


@pytest.mark.parametrize("said", [code.script_sentences, said_by_catalogues, said_by_guides])
def test_scripts_catalogues_and_guides_are_in_the_french_of_quebec(said: object) -> None:
    assert callable(said)
    assert not faults(said())


def test_a_fault_is_seen_wherever_it_stands() -> None:
    page = (
        '{% if a %}<p aria-label="{{ _("Voir l\'email") }}">{{ _("Merci !") }}</p>{% endif %}'
        '<b>Prix : 3 $</b>{{ link("Un post") }}'
    )
    rules = {finding.rule for words in pages.said_in(page) for finding in lint(words)}
    assert rules >= {"apostrophe", "mot-courriel", "espace-ponctuation", "espace-deux-points", "espace-dollar"}
    assert any("post" in finding.excerpt for words in pages.said_in(page) for finding in lint(words))
    source = 'A = f"Voici : {a}"\nB = {"x": "Un email"}\nprint("fichier" "s de l\'hôte")\n'
    assert len([finding for words in code.said_in(source) for finding in lint(words)]) == 3


def test_everything_said_has_enough_to_be_judged_by() -> None:
    assert len(list(chain(pages.sentences(), said_by_code()))) > 3000
