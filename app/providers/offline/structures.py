"""In what order each intention says things: paragraphs, each naming the pools its sentences come from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.providers.contracts import Intention

Paragraphs = Sequence[Sequence[str]]

_START = ("opening", "site")
STRUCTURES: Mapping[Intention, Sequence[Paragraphs]] = {
    Intention.PRESENTATION: (
        (_START, ("scene", "then", "warmth"), ("reason", "bridge"), ("tip", "second_tip"), ("ask",)),
        (("opening",), ("scene", "then"), ("tip", "site"), ("reason", "warmth"), ("bridge", "ask")),
        (_START, ("scene", "second_scene", "then", "warmth"), ("tip",), ("reason", "bridge", "ask")),
        (("opening",), ("reason", "scene"), ("then", "warmth"), ("tip", "second_tip", "site"), ("ask", "close")),
        (_START, ("scene", "then", "warmth"), ("town", "reason"), ("tip",), ("bridge", "ask")),
        (("opening",), ("scene", "warmth"), ("then", "second_then"), ("reason",), ("tip", "site"), ("ask", "close")),
        (_START, ("reason", "town"), ("scene", "then"), ("tip",), ("bridge", "ask", "close")),
        (("opening",), ("scene", "then", "second_then"), ("reason", "site"), ("tip", "bridge"), ("ask",)),
    ),
    Intention.SEASON: (
        (_START, ("scene", "then"), ("reason", "warmth"), ("tip",), ("bridge", "ask")),
        (("opening",), ("scene", "turn"), ("then", "second_then"), ("reason", "site"), ("bridge", "ask")),
        (("opening", "site"), ("then", "second_then"), ("scene", "warmth"), ("reason",), ("ask", "close")),
        (("opening",), ("reason", "scene"), ("then", "second_then"), ("tip", "site"), ("bridge", "ask")),
    ),
    Intention.ADVICE: (
        (_START, ("scene",), ("tip", "second_tip"), ("reason", "warmth"), ("bridge", "ask")),
        (("opening",), ("tip", "then"), ("second_tip", "site"), ("reason", "town"), ("ask", "close")),
        (_START, ("scene", "tip"), ("second_tip", "then"), ("reason",), ("bridge", "ask")),
        (("opening",), ("reason", "scene"), ("tip",), ("second_tip", "site", "warmth"), ("bridge", "ask")),
    ),
    Intention.BACKSTAGE: (
        (_START, ("scene", "second_scene"), ("then",), ("reason",), ("bridge", "ask")),
        (("opening",), ("then", "scene"), ("second_scene", "site"), ("reason", "town"), ("ask", "close")),
        (_START, ("scene",), ("second_scene", "then"), ("reason",), ("bridge", "ask")),
        (("opening",), ("reason", "scene"), ("second_scene", "then"), ("town", "site"), ("bridge", "ask")),
    ),
    Intention.EVENT: (
        (_START, ("scene", "turn"), ("then",), ("reason", "warmth"), ("bridge", "ask")),
        (("opening",), ("turn", "second_turn"), ("scene", "site"), ("reason", "town"), ("bridge", "ask")),
        (("opening",), ("scene", "then"), ("turn", "site"), ("reason",), ("tip", "ask", "close")),
    ),
    Intention.THANKS: (
        (_START, ("turn", "scene"), ("then",), ("reason", "warmth"), ("bridge", "ask")),
        (("opening",), ("scene", "turn"), ("second_scene", "site"), ("reason", "town"), ("ask", "close")),
        (_START, ("turn", "second_turn"), ("scene",), ("reason",), ("bridge", "ask")),
    ),
    Intention.OFFER: (
        (_START, ("turn", "offer_following"), ("scene", "then"), ("reason",), ("bridge", "ask")),
        (("opening",), ("turn", "offer_following"), ("reason", "warmth"), ("then", "site"), ("ask", "close")),
        (_START, ("scene",), ("turn", "offer_following"), ("reason", "town"), ("bridge", "ask")),
    ),
}
# What goes first when a text is too long, and what comes first when it is too short.
DISPENSABLE = (
    *("close", "warmth", "second_turn", "town", "second_then", "second_scene", "second_tip", "site", "then", "bridge"),
    *("tip", "scene"),
)
WELCOME = (
    "second_tip",
    "tip",
    "second_then",
    "second_scene",
    "then",
    "town",
    "warmth",
    "bridge",
    "close",
    "site",
    "second_town",
)
# What these are about comes before any advice.
WELCOME_FIRST: Mapping[Intention, Sequence[str]] = {
    Intention.SEASON: ("second_then", "turn", "second_scene", "town", "close"),
    Intention.EVENT: ("then", "second_then", "second_scene", "town", "close"),
    Intention.BACKSTAGE: ("second_then", "town", "close"),
    Intention.THANKS: ("then", "second_scene", "second_then", "town", "close"),
    Intention.OFFER: ("then", "second_scene", "town", "close"),
}
# A new paragraph goes after the last of these: what introduces, signs or closes stays where it is.
BODY = frozenset({"scene", "then", "tip", "turn"})
# Beside what a sentence goes; one that leans on another never stands alone.
FOLLOWS = {
    "second_tip": ("tip",),
    "second_then": ("then",),
    "second_scene": ("scene",),
    "then": ("scene", "turn"),
    "turn": ("scene", "then"),
    "second_town": ("town",),
    "site": ("bridge", "tip"),
    "warmth": ("then", "scene"),
    "close": ("ask",),
}
STANDS_ALONE = frozenset({"tip", "turn"})
# What an intention cannot do without.
ESSENTIAL: Mapping[Intention, frozenset[str]] = {
    Intention.SEASON: frozenset({"scene", "then"}),
    Intention.EVENT: frozenset({"scene", "turn"}),
    Intention.ADVICE: frozenset({"tip", "second_tip"}),
    Intention.BACKSTAGE: frozenset({"scene", "second_scene"}),
    Intention.THANKS: frozenset({"turn"}),
    Intention.OFFER: frozenset({"turn", "offer_following"}),
}
