"""Whatever is imported is pinned by name: what another package brings may leave with its next version."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path

from app import ROOT
from tests import audit

# `_typeshed` is part of every checker of types, and read by nothing else.
OURS = {"app", "tests", "wsgi", "worker", "_typeshed"}


def imported(path: Path) -> Iterator[str]:
    """Yield what a file imports from outside, as far as it names it: « google.genai », not « google »."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def provided(names: Iterable[str]) -> set[str]:
    """Return the modules some distributions bring; of a folder several of them share, each its own part."""
    found = set()
    installed = (each for each in map(_installed, names) if each is not None)
    for distribution in installed:
        for file in distribution.files or ():
            parts = file.parts[:-1] if file.name == "__init__.py" else (*file.parts[:-1], file.name.partition(".")[0])
            if file.suffix in {".py", ".so"} and len(parts) <= 2:
                found.add(".".join(parts))
    return found


def _installed(name: str) -> metadata.Distribution | None:
    """Return a distribution; tests/test_audit.py is what tells that one is missing."""
    try:
        return metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return None


def unpinned(sources: Iterable[Path], *files: str) -> list[str]:
    """Tell what files import that no package named in the requirements brings."""
    known = provided(name for file in files for name in audit.pins(file))
    missing = []
    for path in sources:
        for name in imported(path):
            parts = name.split(".")
            prefixes = {".".join(parts[:length]) for length in (1, 2)}
            if parts[0] not in OURS | sys.stdlib_module_names and not prefixes & known:
                missing.append(f"{path.relative_to(ROOT)}: {name}")
    return missing


def test_what_the_product_imports_is_pinned() -> None:
    folders = [path for name in ("app", "migrations") for path in sorted((ROOT / name).rglob("*.py"))]
    programs = [ROOT / name for name in ("worker.py", "wsgi.py", "gunicorn.conf.py")]
    assert unpinned([*folders, *programs], "requirements.txt") == []


def test_what_the_tests_import_is_pinned() -> None:
    sources = sorted((ROOT / "tests").rglob("*.py"))
    assert unpinned(sources, "requirements.txt", "tests/requirements.txt") == []
