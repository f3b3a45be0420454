"""Judge a publication before a person does: 0–100, in seven parts that each say why, and what would raise them."""

from __future__ import annotations

from app.domains.contents.quality.model import LONGEST, SHORTEST, Part, Quality, QualityInput, count_words
from app.domains.contents.quality.scoring import as_columns, assess, kept_parts

__all__ = [
    "LONGEST",
    "SHORTEST",
    "Part",
    "Quality",
    "QualityInput",
    "as_columns",
    "assess",
    "count_words",
    "kept_parts",
]
