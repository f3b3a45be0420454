"""Which language is spoken, and a French sentence said in it.

French is the source: while it is spoken no catalogue is asked, and a sentence stands as it is written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from babel.messages.pofile import read_po
from markupsafe import Markup, escape

FRENCH = "fr"
# The name of each, in itself, and its Canadian locale.
LANGUAGES = {FRENCH: ("Français", "fr_CA"), "en": ("English", "en_CA")}
CATALOGUES = Path(__file__).resolve().parent.parent / "translations"


@dataclass(frozen=True)
class Catalogue:
    """Another language: its sentences by the French ones, and its pairs of forms by the French singular."""

    code: str
    sentences: dict[str, str]
    pairs: dict[str, tuple[str, ...]]

    def pair(self, one: str, many: str, count: float) -> str:
        """Return the form a count takes; every language here but French keeps its singular for one alone."""
        forms = self.pairs.get(one)
        if forms is None:
            return self.sentences.get(one, one) if abs(count) == 1 else self.sentences.get(many, many)
        return forms[0] if abs(count) == 1 else forms[-1]


# None while French is spoken.
_present: ContextVar[Catalogue | None] = ContextVar("catalogue", default=None)


@cache
def catalogue(code: str) -> Catalogue | None:
    """Read the catalogue of a language, once; None for French, and for what has none."""
    path = CATALOGUES / code / "LC_MESSAGES" / "messages.po"
    if code == FRENCH or code not in LANGUAGES:
        return None
    sentences, pairs = {}, {}
    with path.open("rb") as file:
        for message in read_po(file, locale=code):
            if isinstance(message.id, (tuple, list)):
                forms = tuple(message.string or ())
                pairs.update({message.id[0]: forms} if all(forms) else {})
                # A catalogue holds once the words that are counted here and said alone there.
                sentences.update({message.id[0]: forms[0]} if all(forms) else {})
            elif message.id and message.string:
                sentences[message.id] = str(message.string)
    return Catalogue(code, sentences, pairs)


def present() -> Catalogue | None:
    """Return the catalogue of the language spoken; None while it is French."""
    return _present.get()


def code() -> str:
    """Return the code of the language spoken."""
    spoken = _present.get()
    return spoken.code if spoken is not None else FRENCH


def locale() -> str:
    """Return the Canadian locale of the language spoken: `fr_CA`."""
    return LANGUAGES[code()][1]


def tag() -> str:
    """Return what pages and mails are marked with: `fr-CA`."""
    return locale().replace("_", "-")


def speak(code: str | None) -> None:
    """Speak a language from here on, in this request; French when it is none of ours."""
    _present.set(catalogue(code) if code else None)


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak a language for as long as the block lasts: a mail is in its reader's."""
    before = _present.get()
    speak(code)
    try:
        yield
    finally:
        _present.set(before)


def said(words: str) -> str:
    """Return a sentence written elsewhere (a constant, a row) in the language spoken; itself when none knows it."""
    spoken = _present.get()
    return str.__str__(words) if spoken is None else spoken.sentences.get(words) or str.__str__(words)


def _(words: str, /, **values: object) -> str:
    """Say a French sentence in the language spoken, its `%(name)s` filled in; without values, `%` stands for itself."""
    return said(words) % values if values else said(words)


def ngettext(one: str, many: str, count: float, /, **values: object) -> str:
    """Say the sentence of a count, `%(num)s` being the count as it is written."""
    return form_of(one, many, count) % {"num": count, **values}


def form_of(one: str, many: str, count: float) -> str:
    """Return the form a count takes; in French, zero takes the singular."""
    spoken = _present.get()
    if spoken is None:
        return one if abs(count) < 2 else many
    return spoken.pair(one, many, count)


def _n(one: str, many: str) -> tuple[str, str]:
    """Mark a pair of forms for the catalogue: `counted(count, *PAIR)` says the right one."""
    return one, many


class Words(str):
    """A French sentence that is said in the reader's language when it is shown.

    Compared, hashed, stored or put in JSON, it is its French. Shown by a template, formatted, added
    to another or cut, it is said first. `" ".join` alone takes it raw: join `str(each)`.
    """

    __slots__ = ()

    def __str__(self) -> str:
        return said(self)

    def __html__(self) -> Markup:
        return escape(said(self))

    def __format__(self, spec: str) -> str:
        return format(said(self), spec)

    def __add__(self, other: str) -> str:
        return said(self) + str(other)

    def __radd__(self, other: str) -> str:
        return str(other) + said(self)


def _when_said(name: str) -> Callable[..., Any]:
    def of_the_said(self: Words, *args: Any, **values: Any) -> Any:
        return getattr(said(self), name)(*args, **values)

    return of_the_said


for _name in ("__mod__", "__getitem__", "format", "lower", "upper", "capitalize", "strip", "rstrip", "removeprefix",
              "removesuffix", "replace", "split"):  # fmt: skip
    setattr(Words, _name, _when_said(_name))

_l = Words
