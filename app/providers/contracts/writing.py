"""Publier: the words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol


@dataclass(frozen=True)
class BusinessFacts:
    """The workspace's own profile, as given by its owner."""

    name: str
    industry: str
    city: str
    form_of_address: str = "vous"
    industry_words: str = ""


@dataclass(frozen=True)
class LeadFacts:
    """What is known for sure of the prospect the text presents; absent facts are empty."""

    name: str
    industry: str
    city: str
    street: str = ""
    category: str = ""
    cuisine: str = ""
    website: str = ""
    industry_words: str = ""
    is_chain: bool = False


@dataclass(frozen=True)
class WritingRequest:
    """One text to write. `avoid_openings`: first sentences the campaign already holds."""

    lead: LeadFacts
    business: BusinessFacts
    today: date
    seed: int
    avoid_openings: Sequence[str] = ()


@dataclass(frozen=True)
class Draft:
    """A text as a writer gives it: hashtags without the sign, in order."""

    text: str
    hashtags: Sequence[str]
    alt_text: str
    writer: str
    model: str = ""
    prompt_tokens: int = 0
    output_tokens: int = 0


class TextWriter(Protocol):
    """Write one publication. Raises ProviderError."""

    def write(self, request: WritingRequest) -> Draft: ...
