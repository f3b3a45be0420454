"""Proper nouns and quotations that a text claims."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domains.contents.gate.claims import Claim, Known
from app.domains.contents.gate.first_names import is_first_name
from app.domains.contents.gate.known_words import compound_at, is_demonym, known_words
from app.domains.contents.gate.sentences import sentence_spans
from app.domains.contents.hashtags import folded

NAME, QUOTE = "fact_name", "fact_quote"
_WORD = re.compile(r"[^\W\d_]+")
# What may stand between two words of one name: « Marie-Ève Tremblay », « Place de la Gare », « Roy & Fils ».
_JOINS = re.compile(r"[ \u00a0]|[-–’'.]|[ \u00a0](?:&|de|du|des|de la|et)[ \u00a0]|[ \u00a0](?:de )?l’|[ \u00a0]d’")
# A capital follows these as it follows a full stop; a title's own stop is none.
_BEGINS = re.compile(
    r"(?<!\bM)(?<!\bDr)(?<!\bDre)(?<!\bMe)(?<!\bMme)[.!?…][\s\u00a0»”\")]*$"
    r"|[:«“\"(\[–—•·*→✓✔►▸|/][\s\u00a0]*$"
    r"|[^\w\s.,;'’\"&)»\]\u00a0-][\s\u00a0]*$|(?:^|\n)\s*[-–]\s*$"
)
_QUOTE = re.compile(r"«[\s\u00a0]*([^«»\n]{1,600}?)[\s\u00a0]*»|“([^“”\n]{1,600})”|(?<!\w)\"([^\"\n]{1,600})\"(?!\w)")
_SAYS = (
    r"(?:dit|disent|confie|raconte|affirme|explique|lance|résume|assure|déclare|souligne|témoigne|écrit|ajoute"
    r"|s’exclame|précise|mentionne)(?:nt)?"
)
_SAID_AFTER = re.compile(
    rf"[\s\u00a0]*,?[\s\u00a0]*(?:nous )?{_SAYS}\b(?!-on| souvent)|[\s\u00a0]*[-–—(][\s\u00a0]*[A-ZÀ-Ü]"
)
_SAID_BEFORE = re.compile(rf"(?:\b{_SAYS}\b[^.!?«»]{{0,40}}[\s\u00a0]*:|\b[Ss]elon\b[^.!?«»]{{1,60}}[,:])[\s\u00a0]*$")
_FEWEST_SAID, _LONG_QUOTE = 3, 9
_LONGEST_NAME = 8  # words of a town's name
_LONGEST_DEED = 24  # signs after a first name that say it is one


def name_claims(text: str, known: Known) -> Iterator[Claim]:
    """List the proper nouns that are neither given nor everybody's."""
    starts = {start for start, _ in sentence_spans(text)}
    words = list(_WORD.finditer(text))
    everybodys = _everybodys(words)
    for run in _runs(text, words):
        if any(word.start() not in everybodys and _is_unknown(text, word, starts, known) for word in run):
            yield Claim(NAME, run[0].start(), run[-1].end())


def quote_claims(text: str, known: Known) -> Iterator[Claim]:
    """List the words lent to somebody: those that are attributed, and the long ones; a question is the reader's."""
    for match in _QUOTE.finditer(text):
        said = next(filter(None, match.groups()))
        count = len(said.split())
        is_given = any(folded(said) in folded(fact) for fact in known.facts)
        if is_given or count < _FEWEST_SAID or said.rstrip().endswith("?"):
            continue
        is_attributed = _SAID_AFTER.match(text, match.end()) or _SAID_BEFORE.search(text[: match.start()][-120:])
        if is_attributed or count >= _LONG_QUOTE:
            yield Claim(QUOTE, *match.span())


def _everybodys(words: list[re.Match[str]]) -> set[int]:
    """Return where the words begin that make a place or a feast of several words: « Sainte-Julie »."""
    keys = [folded(word.group()) for word in words]
    found: set[int] = set()
    for at in range(len(keys)):
        found.update(word.start() for word in words[at : at + compound_at(keys[at : at + _LONGEST_NAME])])
    return found


def _runs(text: str, words: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Group the capitalised words that make one name."""
    run: list[re.Match[str]] = []
    for word in words:
        if not word.group()[0].isupper():
            continue
        if run and not _JOINS.fullmatch(text, run[-1].end(), word.start()):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _is_unknown(text: str, word: re.Match[str], starts: set[int], known: Known) -> bool:
    written = word.group()
    key = folded(written)
    if key in known.words or key in known_words() or is_demonym(written):
        return False
    if written.isupper() or _begins(text, word.start(), starts):
        return is_first_name(written, text[word.end() : word.end() + _LONGEST_DEED])
    return True


def _begins(text: str, start: int, starts: set[int]) -> bool:
    if start in starts:
        return True
    return _BEGINS.search(text, max(0, start - 12), start) is not None
