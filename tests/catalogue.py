"""`make catalogue`: what pages and code say, brought into each catalogue; says what is still to be translated."""

from __future__ import annotations

import sys
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from app import ROOT
from app.core.language import CATALOGUES, FRENCH, LANGUAGES

METHODS = [("app/**.py", "python"), ("templates/**.html", "jinja2"), ("templates/**.txt", "jinja2")]
OPTIONS = {
    "templates/**": {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false", "newstyle_gettext": "true"}
}
# What each marker's words are: all of core/i18n.py's.
KEYWORDS = {"_": None, "_l": None, "_n": (1, 2), "ngettext": (1, 2), "counted": (2, 3)}
HEADER = "# AstroGrowth in another language. `make catalogue` adds what is new, and drops what is gone."


def extracted() -> Catalog:
    """Return every sentence that pages and code mark."""
    found = Catalog()
    options = {pattern: OPTIONS["templates/**"] for pattern, method in METHODS if method == "jinja2"}
    for folder in ("app", "templates"):
        mapping = [(pattern.removeprefix(f"{folder}/"), method) for pattern, method in METHODS
                   if pattern.startswith(folder)]  # fmt: skip
        inner = {pattern.removeprefix(f"{folder}/"): chosen for pattern, chosen in options.items()}
        for name, _line, words, _comments, _context in extract_from_dir(
            ROOT / folder, mapping, inner, keywords=KEYWORDS
        ):
            found.add(_pair(words), locations=[(f"{folder}/{name}", 0)])
    return found


def _pair(words: str | tuple[str, ...]) -> str | tuple[str, str]:
    return words if isinstance(words, str) else (words[0], words[1])


def path_of(code: str) -> Path:
    """Return the catalogue of a language."""
    return CATALOGUES / code / "LC_MESSAGES" / "messages.po"


def read(code: str) -> Catalog:
    """Read the catalogue of a language, or begin one."""
    path = path_of(code)
    if not path.exists():
        return Catalog(locale=code)
    with path.open("rb") as file:
        return read_po(file, locale=code)


def updated(code: str, template: Catalog) -> Catalog:
    """Return the catalogue of a language with what is new, without what is gone; nothing is guessed."""
    known = read(code)
    made = Catalog(locale=code, header_comment=HEADER, fuzzy=False)
    for message in template:
        if message.id:
            made.add(message.id, _said(known, message), locations=message.locations)
    return made


def _said(known: Catalog, message: Message) -> str | tuple[str, ...]:
    # Looked up by its French alone: a sentence may have become one of a pair.
    found = known.get(message.id)
    if found is None or isinstance(found.id, tuple) != isinstance(message.id, tuple):
        return ("", "") if isinstance(message.id, tuple) else ""
    return tuple(found.string) if isinstance(found.string, (tuple, list)) else str(found.string)


def write(code: str, made: Catalog) -> None:
    """Write a catalogue, in an order and a form that make for short changes."""
    path_of(code).parent.mkdir(parents=True, exist_ok=True)
    with path_of(code).open("wb") as file:
        write_po(file, made, width=110, sort_by_file=True, include_lineno=False, omit_header=True)


def missing(made: Catalog) -> list[str]:
    """Return the French of what has no translation yet."""
    return [str(each.id) for each in made if each.id and not (all(each.string) if each.pluralizable else each.string)]


def main() -> int:
    """Bring every catalogue up to date."""
    template = extracted()
    left = 0
    for code in (code for code in LANGUAGES if code != FRENCH):
        made = updated(code, template)
        write(code, made)
        absent = missing(made)
        left += len(absent)
        print(f"{code}: {len(made)} sentences, {len(absent)} to translate in {path_of(code).relative_to(ROOT)}")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
