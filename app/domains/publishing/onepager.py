"""The results on one page of paper, for whoever an owner shows them to."""

from __future__ import annotations

import functools
import io
from collections.abc import Sequence
from dataclasses import dataclass

import font_lato
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import LETTER
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from app.domains.publishing.charts import HEIGHT, WIDTH, Chart

REGULAR, BOLD = "Lato", "LatoBold"
INK, SOFT, ACCENT, LINE = HexColor("#1a2240"), HexColor("#565d75"), HexColor("#b93a12"), HexColor("#e6dfd2")
LEFT, TOP = 54, LETTER[1] - 64
INSIDE = LETTER[0] - 2 * LEFT


@dataclass(frozen=True)
class Sheet:
    """All the words of the page, written already; `rows` are (date, opening, figures)."""

    title: str
    subtitle: str
    figures: Sequence[tuple[str, str, str]]
    chart: Chart | None
    chart_title: str
    chart_words: str
    sentences_title: str
    sentences: Sequence[str]
    rows: Sequence[tuple[str, str, str]]
    rows_title: str
    foot: str


@functools.cache
def register_fonts() -> None:
    """Load the faces documents are set in, once."""
    for name in (REGULAR, BOLD):
        pdfmetrics.registerFont(TTFont(name, font_lato.font_files[name]))


def drawn(sheet: Sheet) -> bytes:
    """Return the page as PDF."""
    register_fonts()
    file = io.BytesIO()
    page = Canvas(file, pagesize=LETTER, lang="fr-CA")
    page.setTitle(f"{sheet.title} – {sheet.subtitle}")
    y = _text(page, TOP, sheet.title, face=BOLD, size=24)
    y = _text(page, y - 2, sheet.subtitle, size=11, colour=SOFT)
    y = _figures(page, y - 26, sheet.figures)
    y = _chart(page, y - 20, sheet)
    y = _text(page, y - 8, sheet.sentences_title, face=BOLD, size=13)
    for sentence in sheet.sentences:
        y = _text(page, y - 4, sentence, size=12)
    _rows(page, y - 22, sheet)
    _text(page, 48, sheet.foot, size=9, colour=SOFT)
    page.showPage()
    page.save()
    return file.getvalue()


def known(text: str, face: str = REGULAR) -> str:
    """Return a text without the signs a face has no drawing for."""
    # An emoji has no drawing in Lato, and would leave an empty box.
    glyphs = pdfmetrics.getFont(face).face.charToGlyph
    return " ".join("".join(sign for sign in text if ord(sign) in glyphs or sign == " ").split(" "))


def _text(page: Canvas, y: float, text: str, *, face: str = REGULAR, size: float = 11, colour: HexColor = INK) -> float:
    page.setFont(face, size)
    page.setFillColor(colour)
    for line in simpleSplit(known(text, face), face, size, INSIDE):
        page.drawString(LEFT, y, line)
        y -= size * 1.4
    return y


def _figures(page: Canvas, y: float, figures: Sequence[tuple[str, str, str]]) -> float:
    width = INSIDE / len(figures)
    for number, (label, value, change) in enumerate(figures):
        x = LEFT + number * width
        for words, face, size, down in ((value, BOLD, 22, 0), (label, REGULAR, 10, 16), (change, REGULAR, 9, 29)):
            page.setFont(face, size)
            page.setFillColor(INK if down < 20 else SOFT)
            page.drawString(x, y - down, known(words, face))
    return y - 34


def _chart(page: Canvas, y: float, sheet: Sheet) -> float:
    if sheet.chart is None:
        return y
    y = _text(page, y, sheet.chart_title, face=BOLD, size=13)
    scale, bottom = INSIDE / WIDTH, y - HEIGHT
    page.setStrokeColor(LINE)
    page.line(LEFT, bottom, LEFT + INSIDE, bottom)
    page.setStrokeColor(ACCENT)
    page.setLineWidth(2)
    path = page.beginPath()
    for number, point in enumerate(sheet.chart.points.split(" ")):
        x, down = map(float, point.split(","))
        (path.lineTo if number else path.moveTo)(LEFT + x * scale, bottom + HEIGHT - down)
    page.drawPath(path)
    return _text(page, bottom - 16, sheet.chart_words, size=9, colour=SOFT) - 8


def _rows(page: Canvas, y: float, sheet: Sheet) -> None:
    if not sheet.rows:
        return
    y = _text(page, y, sheet.rows_title, face=BOLD, size=13) - 4
    for day, opening, figures in sheet.rows:
        if y < 90:
            return
        page.setFont(REGULAR, 10)
        page.setFillColor(INK)
        page.drawString(LEFT, y, known(day))
        shown = simpleSplit(known(opening), REGULAR, 10, INSIDE - 205)
        page.drawString(LEFT + 105, y, shown[0].rstrip(",;:. ") + "…" if len(shown) > 1 else "".join(shown))
        page.drawRightString(LEFT + INSIDE, y, known(figures))
        y -= 18
