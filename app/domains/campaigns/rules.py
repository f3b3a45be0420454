"""What a campaign's answers must be, asked by the wizard and the API alike."""

from __future__ import annotations

from app.domains.campaigns import wording

LONGEST_NAME = 120
LONGEST_WORDS = 80


class AnswerRefused(ValueError):
    """One answer cannot be used; `field` names it, the message is French."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


def clean_name(name: str) -> str:
    """Return the name without needless blanks.

    Raises:
        AnswerRefused: empty, or more than 120 characters.
    """
    cleaned = " ".join(name.split())
    if not cleaned:
        raise AnswerRefused("name", wording.NAME_NEEDED)
    if len(cleaned) > LONGEST_NAME:
        raise AnswerRefused("name", wording.NAME_TOO_LONG)
    return cleaned


def clean_trade(industry: str, words: str = "") -> tuple[str, str]:
    """Return the trade and, for « other », the person's words.

    Raises:
        AnswerRefused: a trade that does not exist, or « other » without words.
    """
    if industry not in wording.TRADES:
        raise AnswerRefused("industry", wording.TRADE_NEEDED)
    if industry != "other":
        return industry, ""
    cleaned = " ".join(words.split())
    if not cleaned:
        raise AnswerRefused("industry_words", wording.WORDS_NEEDED)
    if len(cleaned) > LONGEST_WORDS:
        raise AnswerRefused("industry_words", wording.WORDS_TOO_LONG)
    return industry, cleaned
