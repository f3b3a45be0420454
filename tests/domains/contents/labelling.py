"""The labelled texts as the score is given them."""

from __future__ import annotations

from app.domains.contents.quality import QualityInput, assess
from tests.labelled import Labelled, labelled

_KNOWN = ("street", "category", "cuisine", "industry_words")


def input_of(one: Labelled) -> QualityInput:
    """Return what is judged of a labelled text."""
    facts = one.facts
    return QualityInput(
        text=one.text,
        hashtags=one.hashtags,
        alt_text=facts["alt"],
        has_picture=facts["picture"] == "yes",
        lead_name=facts["name"],
        city=facts["city"],
        business_name=facts["business"],
        known_words=[facts[name] for name in _KNOWN if name in facts],
        industries={facts["industry"], facts["business_industry"]},
    )


def scores(label: str, half: str = "") -> dict[str, int]:
    """Return the scores of a class, of one half or of both, by the text's name."""
    return {
        one.name: assess(input_of(one)).total for one in labelled() if one.label == label and half in ("", one.half)
    }


def example(label: str = "good", at: int = 0) -> QualityInput:
    """Return one text of the calibration half."""
    return [input_of(one) for one in labelled() if one.label == label and one.half == "calibration"][at]
