"""What the Python of the product says, and what its scripts do."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from app import ROOT
from tests.sentences.shared import VALUE, Sentence, filled, is_french, is_label

_NBSP = "\u00a0"


_WORDED = re.compile(r"(?:wording|words|forms|errors)\.py$")


def python_files() -> list[Path]:
    """Return the sources whose strings a person may read."""
    return [path for path in sorted((ROOT / "app").rglob("*.py")) if "sandbox" not in path.parts]


def sentences(paths: Iterable[Path]) -> Iterator[Sentence]:
    """Yield the French strings of these sources, docstrings apart."""
    for path in paths:
        is_worded = bool(_WORDED.search(path.name))
        for node, words in _spoken(path.read_text()):
            if is_french(words) or (is_worded and is_label(words)):
                yield Sentence(f"{path.relative_to(ROOT)}:{node.lineno}", filled(words))


def said_in(source: str) -> Iterator[str]:
    """Yield the strings of a Python source, docstrings apart."""
    yield from (words for _, words in _spoken(source))


def _spoken(source: str) -> Iterator[tuple[ast.Constant | ast.JoinedStr, str]]:
    for node in _strings(ast.parse(source)):
        yield node, _said(node)


def script_sentences() -> Iterator[Sentence]:
    """Yield the French strings of the browser's scripts."""
    for path in sorted((ROOT / "static").rglob("*.js")):
        code = re.sub(r"(?m)^\s*//.*$", "", path.read_text())
        for match in re.finditer(r'"([^"\n]+)"|\'([^\'\n]+)\'|`([^`]+)`', code):
            words = re.sub(r"\$\{[^}]*\}", VALUE, next(filter(None, match.groups())))
            if is_french(words):
                yield Sentence(str(path.relative_to(ROOT)), words)


def _strings(tree: ast.AST) -> Iterator[ast.Constant | ast.JoinedStr]:
    """Yield string constants and whole f-strings, in order; neither docstrings nor the pieces of an f-string."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue
        if isinstance(node, ast.JoinedStr):
            yield node
            for value in node.values:
                if isinstance(value, ast.FormattedValue):
                    yield from _strings(value)
        elif isinstance(node, ast.Constant):
            if isinstance(node.value, str):
                yield node
        else:
            yield from _strings(node)


def _said(node: ast.Constant | ast.JoinedStr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    return "".join(
        str(each.value) if isinstance(each, ast.Constant)
        else _NBSP if ast.unparse(each) in {"{NBSP}", "f'{NBSP}'"}
        else VALUE
        for each in node.values
    )  # fmt: skip
