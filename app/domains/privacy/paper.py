"""Documents of privacy on paper: headings, sentences and tables, in PDF."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from html import escape

from reportlab.lib.pagesizes import LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from app.core.i18n import language
from app.domains.publishing.onepager import BOLD, INK, LEFT, LINE, REGULAR, SOFT, known, register_fonts

INSIDE = LETTER[0] - 2 * LEFT


class Kind(StrEnum):
    """What a block of a document is."""

    TITLE = "title"
    HEADING = "heading"
    TEXT = "text"
    SOFT = "soft"
    ITEM = "item"
    TABLE = "table"


@dataclass(frozen=True)
class Block:
    """One block: its words, or the rows of a table, whose first one is its head."""

    kind: Kind
    words: str = ""
    rows: Sequence[Sequence[str]] = ()


def printed(title: str, blocks: Sequence[Block]) -> bytes:
    """Return a document as PDF."""
    register_fonts()
    file = io.BytesIO()
    paper = SimpleDocTemplate(
        file, pagesize=LETTER, leftMargin=LEFT, rightMargin=LEFT, topMargin=54, bottomMargin=54, title=title,
        lang=language.tag(),
    )  # fmt: skip
    paper.build([each for block in blocks for each in _drawn(block)], onFirstPage=_number, onLaterPages=_number)
    return file.getvalue()


def _drawn(block: Block) -> list[Flowable]:
    if block.kind == Kind.TABLE:
        return [_table(block.rows), Spacer(0, 8)]
    mark = "– " if block.kind == Kind.ITEM else ""
    return [Paragraph(mark + _line(block.words), _style(block.kind))]


def _style(kind: Kind) -> ParagraphStyle:
    big = {Kind.TITLE: 20, Kind.HEADING: 13, Kind.SOFT: 9}
    size = big.get(kind, 10)
    face = BOLD if kind in {Kind.TITLE, Kind.HEADING} else REGULAR
    before = 12 if kind == Kind.HEADING else 0
    return ParagraphStyle(kind, fontName=face, fontSize=size, leading=size * 1.4, spaceBefore=before, spaceAfter=5,
                          textColor=SOFT if kind == Kind.SOFT else INK)  # fmt: skip


def _table(rows: Sequence[Sequence[str]]) -> Table:
    body = ParagraphStyle("cell", fontName=REGULAR, fontSize=9, leading=12, textColor=INK, splitLongWords=True)
    drawn = [[Paragraph(_line(cell), body) for cell in row] for row in rows]
    width = INSIDE / max(len(row) for row in rows)
    lines = TableStyle([("LINEBELOW", (0, 0), (-1, -1), 0.5, LINE), ("VALIGN", (0, 0), (-1, -1), "TOP"),
                        ("LEFTPADDING", (0, 0), (-1, -1), 0)])  # fmt: skip
    return Table(drawn, colWidths=[width] * len(rows[0]), style=lines)


def _line(text: str) -> str:
    return "<br/>".join(escape(known(line)) for line in str(text).split("\n"))


def _number(page: Canvas, paper: SimpleDocTemplate) -> None:
    page.setFont(REGULAR, 8)
    page.setFillColor(SOFT)
    page.drawRightString(LETTER[0] - LEFT, 32, str(paper.page))
