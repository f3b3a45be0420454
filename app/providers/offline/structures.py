"""In what order each intention says things: paragraphs, each naming the pools its sentences come from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.providers.contracts import Intention

Paragraphs = Sequence[Sequence[str]]

_START = ("opening", "fact", "site")
STRUCTURES: Mapping[Intention, Sequence[Paragraphs]] = {
    Intention.PRESENTATION: (
        (_START, ("craft", "following"), ("reason", "town", "ties"), ("moment", "season"), ("recall", "ask")),
        (_START, ("reason", "warmth"), ("craft", "second_craft"), ("tip",), ("recall", "ask")),
        (_START, ("thought", "following"), ("tip",), ("reason", "town"), ("recall", "ask")),
        (("opening", "fact"), ("town", "ties"), ("craft", "thought"), ("reason", "warmth"), ("site", "ask")),
        (_START, ("reason",), ("backstage", "following"), ("moment", "season"), ("recall", "ask", "close")),
        (("opening", "fact"), ("backstage", "thought"), ("tip", "site"), ("reason", "recall"), ("ask",)),
        (_START, ("moment", "season"), ("craft", "following"), ("reason", "town"), ("recall", "ask")),
        (("opening", "fact"), ("craft", "backstage"), ("reason", "warmth"), ("town", "ties"), ("site", "ask", "close")),
        (_START, ("thought", "craft"), ("moment",), ("tip",), ("reason", "recall", "ask")),
        (("opening", "fact"), ("reason", "warmth"), ("second_craft", "following"), ("tip", "site"), ("ask", "close")),
    ),
    Intention.SEASON: (
        (_START, ("moment", "season"), ("turn", "craft"), ("reason", "warmth"), ("recall", "ask")),
        (("opening", "moment"), ("fact", "site"), ("season", "turn"), ("thought", "following"), ("reason", "ask")),
        (("opening", "fact"), ("turn", "moment"), ("craft", "season"), ("reason", "recall"), ("site", "ask")),
        (_START, ("moment", "second_moment"), ("season", "following"), ("reason", "warmth"), ("ask", "close")),
    ),
    Intention.ADVICE: (
        (_START, ("tip", "second_tip"), ("thought", "following"), ("reason", "warmth"), ("recall", "ask")),
        (("opening", "fact"), ("thought", "tip"), ("second_tip", "site"), ("reason", "town"), ("recall", "ask")),
        (_START, ("craft", "tip"), ("second_tip",), ("reason", "warmth"), ("ask", "close")),
        (("opening", "fact"), ("tip",), ("following", "second_tip"), ("reason", "recall"), ("site", "ask")),
    ),
    Intention.BACKSTAGE: (
        (_START, ("backstage", "second_backstage"), ("craft", "following"), ("reason", "warmth"), ("recall", "ask")),
        (("opening", "fact"), ("thought", "backstage"), ("second_backstage", "site"), ("reason",), ("recall", "ask")),
        (_START, ("backstage",), ("second_backstage", "craft"), ("reason", "town"), ("ask", "close")),
        (("opening", "fact"), ("craft", "backstage"), ("reason", "warmth"), ("second_backstage",), ("site", "ask")),
    ),
    Intention.EVENT: (
        (_START, ("moment", "turn"), ("season", "craft"), ("reason", "warmth"), ("recall", "ask")),
        (("opening", "moment"), ("fact", "site"), ("turn", "second_turn"), ("reason", "town"), ("recall", "ask")),
        (("opening", "fact"), ("moment", "second_moment"), ("turn", "site"), ("reason", "warmth"), ("ask", "close")),
    ),
    Intention.THANKS: (
        (_START, ("turn", "backstage"), ("thought", "following"), ("reason", "warmth"), ("recall", "ask")),
        (("opening", "fact"), ("backstage", "turn"), ("town", "ties"), ("reason", "site"), ("recall", "ask")),
        (_START, ("turn", "second_turn"), ("craft",), ("reason", "town"), ("ask", "close")),
    ),
    Intention.OFFER: (
        (_START, ("turn", "offer_following"), ("craft", "following"), ("reason",), ("recall", "ask")),
        (("opening", "fact"), ("turn", "offer_following"), ("reason", "warmth"), ("thought", "site"), ("ask",)),
        (_START, ("craft",), ("turn", "offer_following"), ("reason", "town"), ("recall", "ask")),
    ),
}
# What goes first when a text is too long, and what comes first when it is too short.
DISPENSABLE = (
    *("ties", "warmth", "second_turn", "second_moment", "close", "town", "season", "following", "tip", "second_craft"),
    *("thought", "craft", "recall", "site", "moment", "second_tip", "second_backstage"),
)
WELCOME = (
    *("following", "craft", "thought", "following", "season", "ties", "warmth", "moment", "season", "backstage"),
    *("close", "tip", "town", "ties", "recall", "second_tip", "second_craft", "second_thought"),
)
# A new paragraph goes after the last of these: what introduces, signs or closes stays where it is.
BODY = frozenset({"craft", "thought", "backstage", "second_backstage", "tip", "second_tip", "moment", "turn", "town"})
# Beside what a sentence goes; one that leans on another never stands alone.
FOLLOWS = {
    "craft": ("thought", "backstage"),
    "thought": ("craft", "backstage"),
    "backstage": ("craft", "thought"),
    "following": ("thought", "craft", "backstage"),
    "season": ("moment",),
    "ties": ("town",),
    "warmth": ("reason",),
    "close": ("ask",),
    "second_tip": ("tip",),
    "second_thought": ("thought", "season"),
    "second_craft": ("craft",),
}
STANDS_ALONE = frozenset({"craft", "thought", "backstage"})
# What an intention cannot do without.
ESSENTIAL: Mapping[Intention, frozenset[str]] = {
    Intention.SEASON: frozenset({"moment", "turn"}),
    Intention.EVENT: frozenset({"moment", "turn"}),
    Intention.ADVICE: frozenset({"tip", "second_tip"}),
    Intention.BACKSTAGE: frozenset({"backstage", "second_backstage"}),
    Intention.THANKS: frozenset({"turn"}),
    Intention.OFFER: frozenset({"turn", "offer_following"}),
}
