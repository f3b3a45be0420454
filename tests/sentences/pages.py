"""What templates say: their text, the attributes that are read out, and the words they hand to macros."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from html.parser import HTMLParser

from jinja2 import Environment, nodes

from app import ROOT
from tests.sentences.shared import VALUE, Sentence, filled, is_french, is_label

_READ = {"alt", "aria-label", "aria-description", "placeholder", "title", "label", "content", "value", "data-label"}
_TURN = "\ue000"  # between what one branch says and what the next does
_NBSP = "\u00a0"
_BLOCKS = {"p", "div", "li", "ul", "ol", "h1", "h2", "h3", "section", "header", "footer", "td", "th", "tr", "br", "dt",
           "dd", "dl", "label", "button", "option", "summary", "form", "nav", "title", "legend", "figcaption", "svg",
           "text"}  # fmt: skip


def sentences() -> Iterator[Sentence]:
    """Yield every sentence of every template."""
    for path in sorted((ROOT / "templates").rglob("*.*")):
        where = str(path.relative_to(ROOT))
        for words in said_in(path.read_text(), is_markup=path.suffix == ".html"):
            yield Sentence(where, words)


def said_in(template: str, *, is_markup: bool = True) -> Iterator[str]:
    """Yield the sentences of a template: what it shows, and the strings it hands on."""
    tree = Environment(extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"]).parse(template)
    yield from _shown(_flat(tree), is_markup=is_markup)
    for node in tree.find_all(nodes.Const):
        if isinstance(node.value, str) and (is_french(node.value) or is_label(node.value)):
            yield filled(node.value)


def _flat(node: nodes.Node) -> str:
    """Return what a template shows, every branch after the other, a value where it is not written there."""
    if isinstance(node, nodes.TemplateData):
        return node.data
    if isinstance(node, nodes.Output):
        return "".join(_flat(each) for each in node.nodes)
    if isinstance(node, nodes.Include | nodes.Extends | nodes.Import | nodes.FromImport | nodes.Assign):
        return ""
    if isinstance(node, nodes.Stmt | nodes.Template):
        return _TURN + "".join(_flat(each) for each in node.iter_child_nodes() if not isinstance(each, nodes.Name))
    return _said(node)


def _said(node: nodes.Node) -> str:
    if isinstance(node, nodes.Const):
        return str(node.value)
    if isinstance(node, nodes.Name) and node.name == "nbsp":
        return _NBSP
    if isinstance(node, nodes.Concat):
        return "".join(_said(each) for each in node.nodes)
    if isinstance(node, nodes.CondExpr):
        return _TURN.join(_said(each) for each in (node.expr1, node.expr2) if each)
    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name == "_" and node.args:
        return escape(filled(_said(node.args[0])))
    return VALUE


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines = [""]
        self.is_code = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.is_code = tag in {"style", "script"}
        if tag in _BLOCKS:
            self.lines.append("")
        self.lines[:0] = [value for name, value in attrs if name in _READ and value and " " in value]

    def handle_endtag(self, tag: str) -> None:
        self.is_code = False
        if tag in _BLOCKS:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        if not self.is_code:
            self.lines[-1] += data


def _shown(text: str, *, is_markup: bool) -> Iterator[str]:
    lines = [text]
    if is_markup:
        reader = _Reader()
        reader.feed(text)
        reader.close()
        lines = reader.lines
    for line in lines:
        for piece in line.replace("\n", _TURN).split(_TURN):
            if re.search(r"[^\W\d_]{2}", piece.replace(VALUE, "")) and '="' not in piece:
                yield piece.strip(" \t")
