"""What a tool is told to overlook stands beside its reason."""

from __future__ import annotations

import re

from app import ROOT

# The words of the tools, then what follows on the line.
TOLD = re.compile(r"# (?:noqa|nosec|type: ignore)\b(?P<rest>.*)")
CODES = re.compile(r"^(?:\[[a-z, -]+\]|[: ]+[A-Z]+\d+(?:, ?[A-Z]+\d+)*)(?P<reason>.*)")
FOLDERS = ("app", "migrations", "tests")


def test_nothing_is_overlooked_without_a_code_and_a_reason() -> None:
    sources = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py")]
    wrong = []
    for path in [*sources, ROOT / "worker.py", ROOT / "wsgi.py"]:
        if path.name == "test_reasons.py":
            continue
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if not _has_reason(line):
                wrong.append(f"{path.relative_to(ROOT)}:{number}")
    assert not wrong


def _has_reason(line: str) -> bool:
    found = TOLD.search(line)
    if found is None:
        return True
    codes = CODES.match(found["rest"])
    if codes is None:
        return False
    rest = codes["reason"]
    # Two tools on one line share the reason.
    return _has_reason(rest) if TOLD.search(rest) else len(rest.strip().lstrip("#").strip()) >= 4
