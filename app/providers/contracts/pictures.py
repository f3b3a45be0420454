"""Publier: the pictures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class PictureRequest:
    """What the picture shows. Colours are #rrggbb and may contrast badly: the maker corrects them.

    `category`, `cuisine` and `occasion` are words as sources and calendars give them; unknown ones change nothing.
    """

    name: str
    city: str
    industry: str
    primary_colour: str
    accent_colour: str
    seed: int
    width: int = 1200
    height: int = 627
    category: str = ""
    cuisine: str = ""
    occasion: str = ""


@dataclass(frozen=True)
class Picture:
    """An encoded picture, its size in pixels."""

    content: bytes
    media_type: str
    width: int
    height: int
    alt_text: str


class ImageMaker(Protocol):
    """Make one picture. Raises ProviderError."""

    def make(self, request: PictureRequest) -> Picture: ...
