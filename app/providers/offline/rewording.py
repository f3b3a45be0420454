"""Say a text again, shorter, warmer or soberer, by its own sentences: nothing it did not say but a word of ours."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

from app.providers.contracts import Wish, WritingRequest
from app.providers.offline.slots import Slots
from app.providers.offline.texts import common, tones

SHORTEST, LONGEST, SHORT = 153, 295, 165
_SENTENCE_END = re.compile(r"(?:(?<=[.!?…])|(?<=[.!?…]\s»))\s+(?=[A-ZÀ-ÖØ-Þ«\x00])")
_EMOJI = re.compile("\\s*[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d]+")
_NAME = "\x00"

Text = list[list[str]]  # paragraphs of sentences


def reword(request: WritingRequest, slots: Slots, draw: Random) -> str:
    """Return the text of the request as wished, or nothing where it cannot be done on that text."""
    name = request.lead.name.strip()
    if request.wish is None or not name or name not in request.current_text:
        return ""
    # The name may hold a point or an exclamation mark: it is put aside.
    masked = request.current_text.strip().replace(name, _NAME)
    text = [_sentences(each) for each in re.split(r"\n\s*\n", masked) if each.strip()]
    facts = [_NAME, request.lead.city, request.business.name, *slots.words["site"].split(), slots.words["rue"]]
    _WISHES[request.wish](text, [fact for fact in facts if fact], slots, draw)
    written = "\n\n".join(" ".join(paragraph) for paragraph in text if paragraph).replace(_NAME, name)
    return written if _letters(written) >= SHORTEST and len(written.split()) <= LONGEST else ""


def _shorter(text: Text, facts: Sequence[str], slots: Slots, draw: Random) -> None:
    _shrink(text, facts, SHORT)


def _warmer(text: Text, facts: Sequence[str], slots: Slots, draw: Random) -> None:
    said = " ".join(sentence for paragraph in text for sentence in paragraph)
    fresh = [each for each in tones.WARMTH if each not in said]
    draw.shuffle(fresh)
    _shrink(text, facts, LONGEST - 50)
    text[0].append(fresh[0])
    if len(text) > 2:
        text[-2].append(fresh[1])
    closes = [each for each in map(slots.fill, common.CLOSES) if each not in said]
    text[-1] = [each for each in text[-1] if each not in map(slots.fill, tones.SOBER_CLOSES)]
    text[-1].append(draw.choice(closes))


def _soberer(text: Text, facts: Sequence[str], slots: Slots, draw: Random) -> None:
    warm = {*tones.WARMTH, *map(slots.fill, common.CLOSES)}
    for at, paragraph in enumerate(text):
        text[at] = [plain for each in paragraph if each not in warm and (plain := _plain(each))]
    fillers = [slots.fill(each) for each in (*tones.SOBER_TIES, *tones.SOBER_CLOSES)]
    said = " ".join(sentence for paragraph in text for sentence in paragraph)
    fresh = [each for each in fillers if each not in said]
    while fresh and _count(text) < SHORTEST:
        text[-1].append(fresh.pop(0))


_WISHES: dict[Wish, Callable[[Text, Sequence[str], Slots, Random], None]] = {
    Wish.SHORTER: _shorter,
    Wish.WARMER: _warmer,
    Wish.SOBERER: _soberer,
}


def _plain(sentence: str) -> str:
    # What somebody is quoted as saying stays as it was said.
    return sentence if "«" in sentence else _EMOJI.sub("", sentence).strip().replace("!", ".")


def _sentences(paragraph: str) -> list[str]:
    found: list[str] = []
    for each in _SENTENCE_END.split(re.sub(r"[ \t\n]+", " ", paragraph).strip()):
        if found and found[-1].count("«") > found[-1].count("»"):
            found[-1] += f" {each}"
        else:
            found.append(each)
    return found


def _shrink(text: Text, facts: Sequence[str], most: int) -> None:
    """Drop sentences until `most` words: never the first two nor the last, those that hold no fact first."""
    sentences = [(at, each) for at, paragraph in enumerate(text) for each in paragraph]
    kept = {0, 1, len(sentences) - 1}
    order = sorted(
        (sum(fact in each for fact in facts), -number)
        for number, (_, each) in enumerate(sentences)
        # Neither what is quoted nor what is asked of the reader.
        if number not in kept and "«" not in each and "?" not in each
    )
    gone: set[int] = set()
    left = _count(text)
    for held, number in order:
        rest = left - _letters(sentences[-number][1])
        if left > most and not held and rest >= SHORTEST:
            gone.add(-number)
            left = rest
    for at in range(len(text)):
        text[at] = [each for number, (where, each) in enumerate(sentences) if where == at and number not in gone]


def _count(text: Text) -> int:
    return sum(_letters(each) for paragraph in text for each in paragraph)


def _letters(text: str) -> int:
    return sum(_NAME in word or any(letter.isalpha() for letter in word) for word in text.split())
