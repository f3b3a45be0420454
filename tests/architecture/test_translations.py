"""Every sentence the product says to a person is marked for the catalogue, where it is written."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import ROOT
from tests.sentences.shared import is_french, is_label

MARKERS = {"_", "_l", "_n", "ngettext", "counted"}
# (module, what holds the words): why they stay French.
FRENCH_ALONE = {
    ("compliance/french_words.py", "*"): "what a text is judged by",
    ("contents/gate/known_words.py", "*"): "what a text is judged by",
    ("contents/wording.py", "FAULTS"): "told to the model, never to a person",
    ("contents/wording.py", "TAGS"): "mots-clics of a publication",
    ("contents/wording.py", "photo_alt"): "published with the photo",
    ("leads/email_forms.py", "*"): "what addresses are looked for by, not a form",
    ("workspaces/forms.py", "ProfileForm"): "« vous » is there the value of a choice; its labels are marked",
    ("contents/starter_words.py", "STARTERS"): "what a publication begins from; titles and seasons are marked",
}


def _modules() -> list[Path]:
    spoken = re.compile(r"(?:wording|words|forms)\.py$")
    found = [path for path in sorted((ROOT / "app" / "domains").rglob("*.py")) if spoken.search(path.name)]
    return [*found, ROOT / "app" / "core" / "errors.py"]


def _unmarked(node: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield the French strings under a node that no marker holds; keys, comparisons and docstrings are not said."""
    if isinstance(node, ast.Call):
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if called in MARKERS:
            return
    if isinstance(node, ast.Compare) or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
        return
    if isinstance(node, ast.JoinedStr):
        text = "".join(str(each.value) for each in node.values if isinstance(each, ast.Constant))
        if is_french(text) and re.search(r"[^\W\d_]{2}", text):
            yield node.lineno, text
        inner: list[ast.AST] = [each.value for each in node.values if isinstance(each, ast.FormattedValue)]
    else:
        inner = list(node.values) if isinstance(node, ast.Dict) else list(ast.iter_child_nodes(node))
    if (
        isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and (is_french(node.value) or is_label(node.value))
    ):
        yield node.lineno, node.value
    for child in inner:
        yield from _unmarked(child)


def _name(node: ast.stmt) -> str:
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", node)]
    return getattr(node, "name", "") or getattr(targets[0], "id", "")


def _escaped(path: Path) -> list[str]:
    module = str(path.relative_to(ROOT / "app")).removeprefix("domains/")
    return [
        f"{module}:{line}: {words!r}"
        for node in ast.parse(path.read_text()).body
        if not {(module, "*"), (module, _name(node))} & FRENCH_ALONE.keys()
        for line, words in _unmarked(node)
    ]


@pytest.mark.parametrize("path", _modules(), ids=lambda path: str(path.relative_to(ROOT / "app")))
def test_no_sentence_escapes_the_catalogue(path: Path) -> None:
    assert not _escaped(path)


def test_what_stays_french_is_still_there() -> None:
    for module, name in FRENCH_ALONE:
        tree = ast.parse((ROOT / "app" / "domains" / module).read_text())
        assert name == "*" or name in {_name(node) for node in tree.body}, (module, name)


def test_an_unmarked_sentence_is_seen() -> None:
    source = 'A = "Rien n’attend."\nB = {"x": f"Publiée {a}."}\nC = _l("Rien n’attend.")\nD = "Courriel"\nE = "wait"\n'
    assert [line for node in ast.parse(source).body for line, _ in _unmarked(node)] == [1, 2, 4]
