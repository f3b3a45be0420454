"""Choose a first line no other publication of the campaign begins with, and say the name right after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from app.providers.contracts import WritingRequest
from app.providers.offline.angles import fingerprint
from app.providers.offline.grammar import sentence_start
from app.providers.offline.memory import Memory
from app.providers.offline.slots import Slots
from app.providers.offline.texts import intentions, ties
from app.providers.offline.texts.reading import NBSP, Angle

_SHOWN = 140  # signs of a text that the tightest of feeds shows


def choose_opening(request: WritingRequest, angle: Angle, slots: Slots, memory: Memory, draw: Random) -> str:
    """Write the first line and the sentence that names the prospect, before the feed folds the text."""
    hook = _hook(request, angle, slots, draw)
    # The angle's own way of saying it, until it has been read.
    own = [each for each in angle.name if not memory.times(each, slots)]
    names = [each for each in own or (*angle.name, *ties.NAMES) if _shows(hook, each, slots)]
    return f"{hook} {sentence_start(slots.fill(memory.least_said(names or ties.SHORT_NAMES, slots, draw)))}"


def _shows(hook: str, template: str, slots: Slots) -> bool:
    """Tell whether the name stands among what everybody reads."""
    if not slots.can_fill(template):
        return False
    before = slots.fill(template.partition("{portrait}")[0])
    return len(hook) + 1 + len(before) + len(slots.words["nom"]) <= _SHOWN


def _hook(request: WritingRequest, angle: Angle, slots: Slots, draw: Random) -> str:
    avoided = [_folded(sentence) for sentence in request.avoid_openings if sentence.strip()]
    said = "\n".join(request.avoid_openings).lower()
    templates = [each for each in angle.hook if slots.can_fill(each)]
    draw.shuffle(templates)
    templates.sort(key=lambda template: said.count(fingerprint(template, slots)))
    lead_ins = list(intentions.LEAD_INS)
    draw.shuffle(lead_ins)
    for lead_in in ("", *lead_ins):
        for template in templates:
            sentence = _with_lead_in(lead_in, template, slots)
            if not _is_taken(_folded(sentence), avoided):
                return sentence
    return sentence_start(slots.fill(templates[0]))


def _with_lead_in(lead_in: str, template: str, slots: Slots) -> str:
    sentence = sentence_start(slots.fill(template))
    return f"{lead_in} {sentence[:1].lower()}{sentence[1:]}" if lead_in else sentence


def _is_taken(sentence: str, avoided: Sequence[str]) -> bool:
    # Whoever cut the first sentence may have stopped early, at the point of « Dr. », or late.
    return any(sentence.startswith(other) or other.startswith(sentence) for other in avoided)


def _folded(sentence: str) -> str:
    return re.sub(r"\s+", " ", sentence.replace(NBSP, " ")).strip().lower().rstrip(".!?… ")
