"""Put a publication together: an opening, then paragraphs drawn from the pools of its trade.

Slots of a template: {nom} the prospect, {portrait} its name, kind and door, {de_nom} {chez_eux} it in a sentence,
{a} {A} {de} its town, {ici} the same where it is ours too, {site} its site, {nous} {nous_a} {chez} {Chez} who signs,
{pause} when we talk, {sujet} {Sujet} {du_sujet} {au_sujet} the idea of the text, {moment} {du_moment} the occasion,
{offre} a person's words; [vous form|tu form] by form of address.
"""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from app.providers.contracts import Intention, Wish, WritingRequest
from app.providers.offline.angles import choose
from app.providers.offline.grammar import sentence_start
from app.providers.offline.memory import Memory
from app.providers.offline.openings import choose_opening
from app.providers.offline.pools import pools_of
from app.providers.offline.slots import Slots
from app.providers.offline.structures import (
    BODY,
    DISPENSABLE,
    ESSENTIAL,
    FOLLOWS,
    STANDS_ALONE,
    STRUCTURES,
    WELCOME,
    WELCOME_FIRST,
    Paragraphs,
)

# Well inside 150–250, so that counting otherwise by a few words is harmless.
USUAL, SHORT = (165, 240), (153, 172)


def compose(request: WritingRequest, slots: Slots, intention: Intention, draw: Random) -> str:
    """Write the text of one publication, paragraphs apart."""
    sentences = _sentences(request, slots, intention, draw)
    words = {role: _word_count(sentence) for role, sentence in sentences.items()}
    shortest, longest = SHORT if request.wish is Wish.SHORTER else USUAL
    paragraphs = [list(paragraph) for paragraph in draw.choice(STRUCTURES[intention])]
    for role in DISPENSABLE:
        if _length(paragraphs, words) > longest and role not in ESSENTIAL.get(intention, ()):
            paragraphs = [[each for each in paragraph if each != role] for paragraph in paragraphs]
    for role in (*WELCOME_FIRST.get(intention, ()), *WELCOME):
        if _length(paragraphs, words) < shortest and not any(role in paragraph for paragraph in paragraphs):
            _insert(role, paragraphs)
    written = (" ".join(filter(None, (sentences[role] for role in paragraph))) for paragraph in paragraphs)
    return "\n\n".join(filter(None, written))


def _insert(role: str, paragraphs: list[list[str]]) -> None:
    for paragraph in paragraphs:
        for leader in FOLLOWS.get(role, ()):
            if leader in paragraph:
                paragraph.insert(paragraph.index(leader) + 1, role)
                return
    if role not in FOLLOWS or role in STANDS_ALONE:
        bodies = [at for at, paragraph in enumerate(paragraphs) if BODY.intersection(paragraph)]
        paragraphs.insert(max(bodies, default=0) + 1, [role])


def _sentences(request: WritingRequest, slots: Slots, intention: Intention, draw: Random) -> dict[str, str]:
    memory = Memory(request.avoid_texts)
    angle, slots = choose(request, slots, intention, draw)
    drawn = {"opening": choose_opening(request, angle, slots, memory, draw)}
    for role, pool in pools_of(request, angle, slots, intention).items():
        said = drawn.values()
        fitting = [each for each in pool if slots.can_fill(each) and sentence_start(slots.fill(each)) not in said]
        drawn[role] = sentence_start(slots.fill(memory.least_said(fitting, slots, draw))) if fitting else ""
    return drawn


def _length(paragraphs: Paragraphs, words: Mapping[str, int]) -> int:
    return sum(words[role] for paragraph in paragraphs for role in paragraph)


def _word_count(sentence: str) -> int:
    return sum(any(letter.isalpha() for letter in word) for word in sentence.split())
