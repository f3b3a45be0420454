"""Setting words in a box: balanced lines, the largest size that fits, ink measured and never clipped."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from app.providers.drawn.glyphs import font
from app.providers.drawn.pen import Rect

LEADING = 1.1
# Air kept between the lowest ink of a line and the highest of the next, in sizes: an É may sit under a g.
CLEARANCE = 0.06
# Words no French line should end on.
ORPHANS = frozenset(("à", "au", "aux", "chez", "de", "des", "du", "en", "et", "la", "le", "les", "ou", "sur", "&"))
BREAKABLE = re.compile(r"[^ \-/]*[\-/]+|[^ \-/]+")
LONGEST = 120
ENDLESS = 30
# What one more line costs, in shares of the largest size.
PER_LINE = 0.05
RULER = 200
# Words are measured at each scale they are written at: letters round to whole pixels, which adds up to several.
WRITTEN = (2, 3)
INFINITE = float("inf")


@dataclass(frozen=True)
class Line:
    """One line: where its baseline starts, and the box of its ink, in final pixels."""

    text: str
    face: str
    size: int
    x: float
    baseline: float
    ink: Rect


@dataclass(frozen=True)
class Block:
    """Lines set from (0, 0), and the box of their ink."""

    lines: tuple[Line, ...]
    width: float
    height: float

    def placed(self, x: float, y: float, *, centred: bool = False) -> tuple[Line, ...]:
        """Return the lines with their ink starting at (x, y), or centred around x."""
        moved = []
        for line in self.lines:
            right = x - (line.ink.width / 2 if centred else 0) - line.ink.left
            moved.append(
                Line(line.text, line.face, line.size, line.x + right, line.baseline + y, line.ink.moved(right, y))
            )
        return tuple(moved)


@dataclass(frozen=True)
class Setting:
    """How a text may be set: its face, its sizes in pixels, its number of lines."""

    face: str
    largest: int
    smallest: int
    most_lines: int


def set_text(text: str, setting: Setting, width: float, height: float) -> Block | None:
    """Set a text in a box at its best size; an endless one ends with an ellipsis, an impossible one is None."""
    length = LONGEST
    while length > 1:
        block = _best(shortened(text, length), setting, width, height)
        if block:
            return block
        length = min(length, len(text)) * 3 // 4
    return None


def _best(text: str, setting: Setting, width: float, height: float) -> Block | None:
    """Weigh size against the number of lines and their raggedness; cut words only as a last resort."""
    floor = max(setting.smallest, round(setting.largest * 0.42))
    for pieces, lowest in (
        (_pieces(text, cut=False), floor),
        (_pieces(text, cut=True), setting.smallest),
        (list(text), setting.smallest),
    ):
        found: tuple[float, Block] | None = None
        advance = sum(_advance(character, setting.face) for character in text)
        for size in range(setting.largest, lowest - 1, -max(1, setting.largest // 30)):
            if found and size / setting.largest - PER_LINE <= found[0]:
                break  # no smaller size can do better
            if advance > setting.most_lines * (width / size + 1):
                continue
            lines, awkward = _break(pieces, setting.face, width / size)
            merit = size / setting.largest - PER_LINE * len(lines) - awkward * 0.6
            if not lines or len(lines) > setting.most_lines or (found and merit <= found[0]):
                continue
            block = _stack(lines, setting.face, size)
            if block.height <= height and block.width <= width:
                found = merit, block
        if found:
            return found[1]
    return None


def shortened(text: str, length: int) -> str:
    """Cut a text that is too long, between words where there are any."""
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    space = cut.rfind(" ")
    return (cut[:space] if space > length // 2 else cut).rstrip(" ,;:-&") + "…"


def _pieces(text: str, *, cut: bool) -> list[str]:
    """Split at spaces, and after hyphens and within endless words too when words may be cut."""
    if not cut:
        return [word + " " for word in text.split(" ")]
    pieces: list[str] = []
    for word in text.split(" "):
        found = BREAKABLE.findall(word) or [word]
        # A word no line could hold breaks anywhere, rather than make the whole name tiny.
        parts = [bit for part in found for bit in (part if len(part) > ENDLESS else [part])]
        pieces += [*parts[:-1], parts[-1] + " "]
    return pieces


def _break(pieces: list[str], face: str, width: float) -> tuple[list[str], float]:
    """Choose the fewest lines, then the most even; return them with their mean awkwardness. Width is in sizes."""
    best: list[tuple[float, float, int]] = [(0, 0.0, 0)]
    lengths = [sum(_advance(character, face) for character in piece) for piece in pieces]
    space = _advance(" ", face)
    for end, piece in enumerate(pieces, 1):
        found = (INFINITE, INFINITE, 0)
        awkward = _awkwardness(piece, end == len(pieces))
        left = width + (space if piece.endswith(" ") else 0)
        for start in range(end - 1, -1, -1):
            left -= lengths[start]
            if left < 0:
                break
            count = best[start][0] + 1
            if count > found[0]:
                continue
            way = (count, best[start][1] + (left / width) ** 2 + awkward, start)
            if way < found:
                found = way
        best.append(found)
    if best[-1][0] == INFINITE:
        return [], INFINITE
    lines: list[str] = []
    end = len(pieces)
    while end:
        start = best[end][2]
        lines.insert(0, "".join(pieces[start:end]).strip(" "))
        end = start
    return lines, best[-1][1] / len(lines)


@lru_cache(maxsize=4096)
def _advance(character: str, face: str) -> float:
    """Return how wide a character is, in sizes; kerning, left aside, only makes a line shorter."""
    return font(face, RULER).getlength(character) / RULER


def _awkwardness(piece: str, last: bool) -> float:
    if last:
        return 0.0
    return 1.2 if piece.strip().lower() in ORPHANS else 0.15 if piece.endswith("-") else 0.0


@lru_cache(maxsize=4096)
def measure(line: str, face: str, size: int) -> Rect:
    """Return the box of a line's ink around a baseline that starts at (0, 0)."""
    boxes = [[edge / scale for edge in font(face, size * scale).getbbox(line, anchor="ls")] for scale in WRITTEN]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Rect(min(lefts), min(tops), max(rights), max(bottoms))


def _stack(lines: list[str], face: str, size: int) -> Block:
    boxes = [measure(line, face, size) for line in lines]
    # A text without accents is spaced like one with: blocks side by side keep one rhythm.
    baseline = -min(boxes[0].top, measure("H", face, size).top)
    set_lines = []
    for index, (line, box) in enumerate(zip(lines, boxes, strict=True)):
        if index:
            baseline += max(size * LEADING, boxes[index - 1].bottom - box.top + size * CLEARANCE)
        set_lines.append(Line(line, face, size, 0, baseline, box.moved(0, baseline)))
    width = max(box.width for box in boxes)
    return Block(tuple(set_lines), width, max(line.ink.bottom for line in set_lines))
