"""Put a publication together: an opening, then paragraphs drawn from the pools of its trade.

Slots of a template: {nom} the prospect, {a} {A} {de} its town, {un} its kind, {fiche} {Fiche} its kind in full,
{rue} its door, {site} its site, {nous} {nous_a} who signs; [vous form|tu form] by form of address.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

from app.providers.contracts import WritingRequest
from app.providers.offline import calendar
from app.providers.offline.openings import choose_opening
from app.providers.offline.slots import Slots
from app.providers.offline.texts import common, dentist, moments, other, real_estate, restaurant

SHORTEST, LONGEST = 175, 290  # well inside 150–300, so that counting otherwise by a few words is harmless
_NAME_SAID_TWICE_UP_TO = 60
_TRADES = {"restaurant": restaurant, "dentist": dentist, "real_estate": real_estate}

Paragraphs = Sequence[Sequence[str]]

# Each paragraph names the pools its sentences come from.
_STRUCTURES: tuple[Paragraphs, ...] = (
    (
        ("opening", "fact"),
        ("reason", "town", "ties"),
        ("thought", "following"),
        ("moment", "season"),
        ("recall", "ask"),
    ),
    (("opening", "fact"), ("moment", "season"), ("thought", "following"), ("tip",), ("reason", "recall"), ("ask",)),
    (("opening", "fact", "site"), ("thought", "following"), ("tip",), ("reason", "town"), ("recall", "ask")),
    (
        ("opening", "fact"),
        ("town", "ties"),
        ("thought", "following"),
        ("moment", "season"),
        ("reason",),
        ("recall", "ask"),
    ),
    (("opening", "fact", "site"), ("reason",), ("thought", "tip"), ("moment", "season"), ("recall", "ask", "close")),
    (
        ("opening", "fact", "site"),
        ("moment", "season"),
        ("reason", "town"),
        ("thought", "following"),
        ("recall", "ask"),
    ),
    (("opening", "fact"), ("thought", "following"), ("moment", "season"), ("tip",), ("reason",), ("recall", "ask")),
    (("opening", "fact"), ("reason",), ("moment", "season"), ("thought", "tip"), ("town", "ties"), ("ask", "close")),
)
# What goes first when the text is too long, what comes first when it is too short.
_DISPENSABLE = ("site", "ties", "tip", "season", "town", "following", "moment")
_WELCOME = (
    *("following", "close", "moment", "season", "ties", "thought", "following", "tip", "town", "ties"),
    *("recall", "second_tip", "second_thought"),
)
_FOLLOWS = {
    "following": "thought",
    "season": "moment",
    "ties": "town",
    "close": "ask",
    "second_tip": "tip",
    "second_thought": "season",
}


def compose(request: WritingRequest, slots: Slots, draw: Random) -> str:
    """Write the text of one publication, paragraphs apart."""
    sentences = _sentences(request, slots, draw)
    paragraphs = [list(paragraph) for paragraph in draw.choice(_STRUCTURES)]
    for role in _DISPENSABLE:
        if _length(paragraphs, sentences) > LONGEST:
            paragraphs = [[each for each in paragraph if each != role] for paragraph in paragraphs]
    for role in _WELCOME:
        if _length(paragraphs, sentences) < SHORTEST and not any(role in paragraph for paragraph in paragraphs):
            _insert(role, paragraphs)
    written = (" ".join(filter(None, (sentences[role] for role in paragraph))) for paragraph in paragraphs)
    return "\n\n".join(filter(None, written))


def _insert(role: str, paragraphs: list[list[str]]) -> None:
    if role not in _FOLLOWS:
        paragraphs.insert(-1, [role])
    for paragraph in paragraphs:
        # A sentence that leans on another never stands alone.
        if _FOLLOWS.get(role) in paragraph:
            paragraph.insert(paragraph.index(_FOLLOWS[role]) + 1, role)


def _sentences(request: WritingRequest, slots: Slots, draw: Random) -> dict[str, str]:
    industry = request.lead.industry
    opening = choose_opening(industry, slots, request.avoid_openings, draw)
    drawn = {"opening": opening}
    for role, pool in _pools(request, slots).items():
        fitting = [said for each in pool if slots.can_fill(each) and (said := slots.fill(each)) not in drawn.values()]
        drawn[role] = draw.choice(fitting) if fitting else ""
    if slots.words["fiche"] == slots.words["un"] and slots.words["un"] in opening and not slots.words["rue"]:
        drawn["fact"] = ""  # the opening has said it
    return drawn


def _pools(request: WritingRequest, slots: Slots) -> Mapping[str, Sequence[str]]:
    trade = _TRADES.get(request.lead.industry, other)
    season = calendar.season_of(request.today)
    is_name_short = len(slots.words["nom"]) <= _NAME_SAID_TWICE_UP_TO
    return {
        "reason": common.REASONS if slots.words["nous"] else common.REASONS_UNSIGNED,
        "fact": _presentations(slots),
        "recall": common.RECALLS if is_name_short else (),
        "site": common.SITES,
        "thought": trade.THOUGHTS,
        "following": trade.FOLLOWINGS,
        "moment": (*moments.MOMENTS.get(calendar.moment_of(request.today), ()), *moments.SEASONS[season]),
        "season": trade.SEASONS[season],
        "town": common.TOWN,
        "ties": common.TOWN_FOLLOWING,
        "tip": trade.TIPS,
        "second_tip": trade.TIPS,
        "second_thought": trade.THOUGHTS,
        "ask": trade.QUESTIONS,
        "close": common.CLOSES,
    }


def _presentations(slots: Slots) -> Sequence[str]:
    if not slots.words["rue"]:
        return common.PRESENTATIONS
    return common.PRESENTATIONS_WITH_STREET if slots.words["fiche"] else common.STREETS


def _length(paragraphs: Paragraphs, sentences: Mapping[str, str]) -> int:
    said = " ".join(sentences[role] for paragraph in paragraphs for role in paragraph)
    return sum(any(letter.isalpha() for letter in word) for word in said.split())
