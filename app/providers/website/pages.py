"""A page as read: its lines of text, its links, its scripts; nothing of it is ever executed.

Read as a stream of tags: a tree of a hostile page costs minutes to build, a stream costs its bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urljoin

from lxml import etree

MOST_LINKS: Final = 3_000
SNIPPET: Final = 200
_EDGE = "\x1f"
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "button", "center", "dd", "details", "dialog", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hr", "html", "iframe", "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre",
    "section", "select", "summary", "table", "tbody", "td", "textarea", "tfoot", "th", "thead", "title", "tr", "ul",
})  # fmt: skip
_SILENT = frozenset({"script", "style", "template", "svg", "noembed", "object"})
_INLINE_HIDDEN = frozenset({"span", "i", "b", "em", "small", "font", "s", "del", "strong", "u", "bdo", "a"})


@dataclass(frozen=True)
class Link:
    """Where a link leads, its words, and the line it stands in."""

    url: str
    words: str
    line: int


@dataclass
class Page:
    """What one page shows. `lines` are as a browser joins them, `apart` have a blank at each tag's edge."""

    url: str
    title: str = ""
    lines: list[str] = field(default_factory=list)
    apart: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    frames: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    json_ld: list[str] = field(default_factory=list)
    metas: dict[str, str] = field(default_factory=dict)
    marked: list[tuple[Mapping[str, str], int]] = field(default_factory=list)

    def around(self, line: int, value: str = "") -> str:
        """Return the words around a value of a line, at most 200 characters; a short line takes its neighbours."""
        text = self.apart[line] if 0 <= line < len(self.apart) else ""
        start = text.find(value) if value else 0
        if len(text) > SNIPPET:
            begin = max(0, start + len(value) // 2 - SNIPPET // 2)
            return text[begin : begin + SNIPPET].strip()
        for near in (line - 1, line + 1):
            if len(text) < SNIPPET // 4 and 0 <= near < len(self.apart) and len(self.apart[near]) <= SNIPPET // 2:
                text = f"{self.apart[near]} {text}" if near < line else f"{text} {self.apart[near]}"
        return text[:SNIPPET].strip()


class _Reader:
    """Receives the tags in order (https://lxml.de/parsing.html#the-target-parser-interface)."""

    def __init__(self, url: str) -> None:
        self.page = Page(url)
        self._base = url
        self._text: list[str] = []
        self._open: list[str] = []
        self._silent_from = 0
        self._silent_text: list[str] = []
        self._silent_is_ld = False
        self._in_title = False
        self._link: tuple[str, list[str]] | None = None

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Enter a tag."""
        self._open.append(tag)
        if self._silent_from:
            return
        if tag in _SILENT or (tag in _INLINE_HIDDEN and _is_hidden(attributes)):
            self._silent_from = len(self._open)
            self._silent_is_ld = "ld+json" in attributes.get("type", "").lower()
            return
        self._text.append(_EDGE)
        if tag in _BLOCKS:
            self._end_line()
        self._in_title = tag == "title"
        self._meet(tag, attributes)

    def _meet(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "meta":
            name = (attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or "").lower()
            self.page.metas.setdefault(name, attributes.get("content", ""))
        elif tag == "base":
            self._base = _joined(self.page.url, attributes.get("href", "")) or self._base
        elif tag in {"a", "area"} and "href" in attributes:
            self._close_link()
            self._link = (attributes["href"], [attributes.get("title", ""), attributes.get("aria-label", ""), " "])
        elif tag in {"frame", "iframe"} and attributes.get("src"):
            self.page.frames.append(_joined(self._base, attributes["src"]))
        elif tag == "img" and attributes.get("alt"):
            self.data(f" {attributes['alt']} ")
        if any(name.startswith("data-") or name == "itemprop" for name in attributes) and len(self.page.marked) < 5_000:
            self.page.marked.append((dict(attributes), len(self.page.lines)))

    def end(self, tag: str) -> None:
        """Leave a tag."""
        if self._open:
            self._open.pop()
        if self._silent_from:
            if len(self._open) < self._silent_from:
                self._leave_silence()
            return
        self._text.append(_EDGE)
        if tag == "a":
            self._close_link()
        if tag in _BLOCKS:
            self._end_line()
        self._in_title = False

    def _leave_silence(self) -> None:
        said = "".join(self._silent_text).strip()
        if said:
            (self.page.json_ld if self._silent_is_ld else self.page.scripts).append(said)
        self._silent_from, self._silent_text, self._silent_is_ld = 0, [], False

    def data(self, text: str) -> None:
        """Take text."""
        if self._silent_from:
            if self._open[self._silent_from - 1 :][0] == "script":
                self._silent_text.append(text)
        elif self._in_title:
            self.page.title = (self.page.title + text)[:1_000]
        else:
            self._text.append(text)
            if self._link and len(self._link[1]) < 50:
                self._link[1].append(text)

    def comment(self, text: str) -> None:
        """Leave comments alone."""

    def close(self) -> Page:
        """End the page."""
        self._close_link()
        self._end_line()
        if self._silent_text:
            self._leave_silence()
        return self.page

    def _end_line(self) -> None:
        raw, self._text = "".join(self._text), []
        shown = " ".join(raw.replace(_EDGE, "").split())
        if shown:
            self.page.lines.append(shown)
            self.page.apart.append(" ".join(raw.replace(_EDGE, " ").split()))

    def _close_link(self) -> None:
        if self._link and len(self.page.links) < MOST_LINKS:
            href, words = self._link
            url = href.strip() if href.strip().lower().startswith(("mailto:", "tel:")) else _joined(self._base, href)
            self.page.links.append(Link(url, " ".join("".join(words).split())[:200], len(self.page.lines)))
        self._link = None


def read(url: str, html: str) -> Page:
    """Read a page, however broken."""
    reader = _Reader(url)
    parser = etree.HTMLParser(target=reader, encoding="utf-8", recover=True, no_network=True)
    try:
        page: Page = etree.fromstring(html.replace("\0", "").encode("utf-8", "replace") or b" ", parser)
    except etree.LxmlError:
        page = reader.close()
    return page


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    style = attributes.get("style", "").replace(" ", "").lower()
    return "hidden" in attributes or "display:none" in style or "visibility:hidden" in style


def _joined(base: str, href: str) -> str:
    try:
        return urljoin(base, href.strip())
    except ValueError:
        return ""
