"""The records of a delimited text. A quote that nobody closes costs its own line, never those below it."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from itertools import islice

SEPARATORS = (";", ",", "\t", "|")
OPEN_QUOTE = "open_quote"
_SAMPLE = 50
_LONGEST_FIELD = 64_000_000
# Lines looked through in vain for closing quotes, in a whole file; past it, each line stands alone.
_MOST_IN_VAIN = 200_000
_WITHIN_QUOTES = re.compile(r'(?:[^"]++|"")*+')
_ENDS = re.compile(r"\r\n|\n|\r")
# Excel's own first line, which names the separator.
_DECLARED = re.compile(r"\"?sep=([;,|\t])\"?\s*", re.IGNORECASE)
Record = tuple[int, Sequence[str], frozenset[str]]
_SOUND: frozenset[str] = frozenset()


def records(text: str) -> Iterator[Record]:
    """Yield each record: the number of its first line, from 1, its cells, and what was mended (codes)."""
    # The module's own limit, 131,072 signs, is the whole process's: past it a cell would be an error.
    csv.field_size_limit(_LONGEST_FIELD)
    lines = _ENDS.split(text)
    declared = _DECLARED.fullmatch(lines[0])
    return _cut(lines, 1, declared[1]) if declared else _cut(lines, 0, _separator(lines))


def _cut(lines: Sequence[str], at: int, separator: str) -> Iterator[Record]:
    in_vain = 0
    while at < len(lines):
        line = lines[at]
        if '"' not in line:
            yield at + 1, line.split(separator), _SOUND
            at += 1
            continue
        end = at + 1
        cells = _strict(line, separator)
        if cells is None and in_vain < _MOST_IN_VAIN and _left_open(line, separator):
            end = _closing(lines, at, separator)
            cells = _strict("\n".join(lines[at:end]), separator)
            in_vain += 0 if cells else end - at
        if cells is None:
            end = at + 1
        yield at + 1, cells or _alone(line, separator), _SOUND if cells else frozenset({OPEN_QUOTE})
        at = end


def _separator(lines: Sequence[str]) -> str:
    """Return the separator that cuts the first records into the same number of cells, more than one."""

    def evenness(separator: str) -> tuple[int, int]:
        first = islice(_cut(lines, 0, separator), _SAMPLE)
        counts = [len(cells) for _, cells, _ in first if any(cells)]
        most = max(set(counts), key=counts.count) if counts else 1
        return (counts.count(most) if most > 1 else 0, most)

    return max(SEPARATORS, key=evenness)


def _strict(text: str, separator: str) -> list[str] | None:
    """Return the cells of one whole record, None when its quotes are not in order."""
    try:
        return next(csv.reader([text], delimiter=separator, strict=True), [])
    except csv.Error:
        return None


def _alone(line: str, separator: str) -> list[str]:
    """Return the cells of a line whose quotes are not in order: as a spreadsheet forgives them, or as they are."""
    forgiven = next(csv.reader([line], delimiter=separator), [])
    # A quote that stays open has swallowed the separators after it.
    if forgiven and separator in forgiven[-1] and _left_open(line, separator):
        return [cell.strip('"') for cell in line.split(separator)]
    return forgiven


def _left_open(line: str, separator: str) -> bool:
    """Tell whether a line ends within quotes."""
    try:
        next(csv.reader([line], delimiter=separator, strict=True), [])
    except csv.Error as error:
        return "end of data" in str(error)
    return False


def _closing(lines: Sequence[str], at: int, separator: str) -> int:
    """Return the line after the one that closes, or breaks, the quotes left open on line `at`."""
    for end in range(at + 1, len(lines)):
        within = _WITHIN_QUOTES.match(lines[end])
        if within is None or within.end() == len(lines[end]):
            continue
        rest = lines[end][within.end() + 1 :]
        if not rest.startswith(separator) or not _left_open(rest, separator):
            return end + 1
    return len(lines)
