"""Finds what a template says without marking it for the catalogues."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from jinja2 import Environment, nodes

MARKERS = {"_", "ngettext", "counted", "_l", "_n"}
# Attributes a person reads or hears.
SPOKEN = {"title", "alt", "placeholder", "aria-label", "aria-description", "label", "data-other", "data-confirm",
          "data-done", "data-copied", "aria-roledescription", "aria-valuetext"}  # fmt: skip
# Names, addresses and signs stand in every language.
NAMES = re.compile(
    r"AstroGrowth|LinkedIn|Facebook|Instagram|Gemini|OpenStreetMap|OpenAPI|ODbL|km|Google|https?:\S*|/[\w/.?=-]+|&\w+;|"
    r"[\w-]+=\"[^\"]*\""
)
# What a block of a layout is given: a class, an address.
_SETTINGS = re.compile(r"{% block (\w+_class|leave_url) %}.*?{% endblock %}", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]{2,}")
_environment = Environment(trim_blocks=True, lstrip_blocks=True, autoescape=True)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[str] = []
        self.silent = 0
        # How deep a publication is shown: it is in French in every language.
        self.quoting = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in {"script", "style"}
        if self.quoting or ("lang", "fr-CA") in attrs:
            self.quoting += tag not in {"br", "img", "input", "path", "circle", "rect"}
            return
        self.found += [value for name, value in attrs if name in SPOKEN and value]

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in {"script", "style"}
        self.quoting -= self.quoting > 0

    def handle_data(self, data: str) -> None:
        if not self.silent and not self.quoting:
            self.found.append(data)


def texts(path: Path) -> Iterator[str]:
    """Yield what a template says outside of its tags, and in the attributes that people read."""
    source = _SETTINGS.sub("", path.read_text())
    plain = "".join(
        words if kind == "data" else " " if kind == "block_begin" else "…"
        for _line, kind, words in _environment.lex(source)
        if kind in {"data", "block_begin", "variable_begin"}
    )
    if path.suffix == ".html":
        reader = _Reader()
        reader.feed(plain)
        reader.close()
        found = reader.found
    else:
        found = [plain]
    for words in found:
        if _WORD.search(NAMES.sub("", words)):
            yield words.strip()


def literals(path: Path) -> Iterator[str]:
    """Yield the sentences among the strings of a template's expressions that no marker holds."""
    yield from _literals(_environment.parse(path.read_text()))


def _literals(node: nodes.Node) -> Iterator[str]:
    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name in MARKERS:
        for each in [*node.kwargs, *(arg for arg in node.args if not isinstance(arg, nodes.Const))]:
            yield from _literals(each)
        return
    if isinstance(node, nodes.Const) and isinstance(node.value, str) and _reads(node.value):
        yield node.value
    for child in node.iter_child_nodes():
        yield from _literals(child)


def _reads(words: str) -> bool:
    words = NAMES.sub("", words)
    return bool(
        re.search(r"[à-öø-ÿÀ-Ö’«»]", words)
        or re.search(r"^[A-Z][a-z]{2,}", words)
        or re.search(r"[a-z]{2,}[\u00a0 ][a-z]{2,}.*[.!?:]$|^[A-Z][a-z]+ ", words)
    )


def unsafe(path: Path) -> list[int]:
    """Return the lines where a marker is given something else than words."""
    found = []
    for call in _environment.parse(path.read_text()).find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in {"_", "ngettext"}:
            words = call.args[:1] if call.node.name == "_" else call.args[:2]
            found += [call.lineno for each in words if not isinstance(each, nodes.Const)]
    return found
