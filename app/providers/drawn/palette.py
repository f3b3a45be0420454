"""Colours: from two brand colours that may contrast badly to a poster's whole palette.

Lightness and chroma are set in OKLCH (https://bottosson.github.io/posts/oklab/), where equal
steps look equal; legibility is judged by WCAG 2.2 contrast (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from enum import Enum

Colour = tuple[int, int, int]

MIN_CONTRAST = 4.5
# A margin above the rule, so that rounding to 8 bits never falls below it.
SAFE_CONTRAST = 4.8
DEFAULT_PRIMARY = "#1a2240"
DEFAULT_ACCENT = "#b93a12"
WARM_HUE = math.radians(78)  # the hue of old paper
GOLD_HUE, LIME_HUE = math.radians(82), math.radians(122)
# Above this lightness a hue keeps its name only when light: a dark yellow is a brown.
BRIGHT = 0.74
# What a motif needs to be seen on its stage.
BODY_CONTRAST = 2.2


class Mood(Enum):
    """What the ground is made of."""

    NIGHT = "night"
    DAY = "day"
    GLOW = "glow"


@dataclass(frozen=True)
class Palette:
    """Named roles.

    `ink` and `soft` are for words, readable on `ground` and on `shade`. Motifs stand on `stage`:
    `paper` is their body, `second` shows on both, `detail` is drawn upon the body.
    """

    ground: Colour
    shade: Colour
    ink: Colour
    soft: Colour
    accent: Colour
    stage: Colour
    stage_shade: Colour
    paper: Colour
    second: Colour
    detail: Colour


def parse(text: str, fallback: str) -> Colour:
    """Read #rrggbb, or the fallback when the text is no colour."""
    found = text.strip() if re.fullmatch(r"\s*#[0-9a-fA-F]{6}\s*", text) else fallback
    return int(found[1:3], 16), int(found[3:5], 16), int(found[5:7], 16)


def contrast(one: Colour, other: Colour) -> float:
    """Compute the WCAG contrast ratio, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable(colour: Colour, ground: Colour, minimum: float = SAFE_CONTRAST) -> Colour:
    """Darken or lighten a colour, keeping its hue, until it contrasts enough with the ground."""
    lightness, chroma, hue = to_oklch(colour)
    away = -0.01 if _luminance(ground) > 0.18 else 0.01
    while contrast(colour, ground) < minimum and 0 < lightness < 1:
        lightness += away
        colour = from_oklch(lightness, chroma, hue)
    return colour


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """Blend two colours; share is the part of the second, from 0 to 1."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def palette_of(primary_colour: str, accent_colour: str, mood: Mood) -> Palette:
    """Build the poster's palette; whatever the brand, its texts contrast at least 4.5."""
    primary = to_oklch(parse(primary_colour, DEFAULT_PRIMARY))
    accent = to_oklch(parse(accent_colour, DEFAULT_ACCENT))
    deep = _deep(primary)
    paper = from_oklch(0.965, 0.018, WARM_HUE)
    if mood is Mood.GLOW:
        return _glow(accent, deep, paper)
    if mood is Mood.DAY:
        stage = _apart(_lively(accent, 0.56, 0.74), paper, BODY_CONTRAST)
        return _complete(paper, deep, stage, stage=stage, second=deep, paper=paper)
    stage = _apart(_lively(accent, 0.58, 0.74), paper, BODY_CONTRAST)
    return _complete(deep, paper, _lively(accent, 0.68, 0.86), stage=stage, second=deep, paper=paper)


def _glow(accent: tuple[float, float, float], deep: Colour, paper: Colour) -> Palette:
    if accent[0] >= BRIGHT:
        ground = _lively(accent, BRIGHT, 0.86)
        return _complete(ground, deep, paper, stage=deep, second=ground, paper=paper)
    # Paper reads on a mid tone only once that is dark enough; 5.6 leaves room for the shade.
    ground = readable(_lively(accent, 0.42, 0.56), paper, 5.6)
    return _complete(ground, paper, paper, stage=deep, second=_lively(accent, 0.62, 0.78), paper=paper)


def _complete(ground: Colour, ink: Colour, accent: Colour, *, stage: Colour, second: Colour, paper: Colour) -> Palette:
    shade = _step(ground, 0.05 if contrast(ground, paper) > 5 and ground != paper else -0.045)
    soft = mix(ink, ground, 0.2)
    return Palette(
        ground=ground,
        shade=shade,
        ink=readable(readable(ink, ground), shade),
        soft=readable(readable(soft, ground), shade),
        accent=accent,
        stage=stage,
        stage_shade=_step(stage, 0.06 if to_oklch(stage)[0] < 0.45 else -0.06),
        paper=paper,
        second=second,
        detail=mix(_tinted(stage, second), paper, 0.45),
    )


def _tinted(stage: Colour, second: Colour) -> Colour:
    return max(stage, second, key=lambda colour: to_oklch(colour)[0])


def _step(colour: Colour, lighter: float) -> Colour:
    lightness, chroma, hue = to_oklch(colour)
    return from_oklch(lightness + lighter, chroma, hue)


def _deep(primary: tuple[float, float, float]) -> Colour:
    lightness, chroma, hue = primary
    if chroma < 0.01:
        chroma, hue = 0.012, WARM_HUE
    return from_oklch(min(max(lightness, 0.25), 0.35), min(chroma, 0.105), hue)


def _lively(accent: tuple[float, float, float], low: float, high: float) -> Colour:
    lightness, chroma, hue = accent
    if chroma < 0.02:
        chroma, hue = 0.055, WARM_HUE
    kept = min(max(lightness, low), high)
    if kept < lightness and GOLD_HUE < hue < LIME_HUE:
        # A yellow made darker turns olive; painters turn it to gold.
        hue += (GOLD_HUE - hue) * min((lightness - kept) / 0.16, 1)
    return from_oklch(kept, min(chroma, 0.17), hue)


def _apart(colour: Colour, ground: Colour, minimum: float) -> Colour:
    return colour if contrast(colour, ground) >= minimum else readable(colour, ground, minimum)


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(value) for value in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: int) -> float:
    share = value / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def to_oklch(colour: Colour) -> tuple[float, float, float]:
    """Convert sRGB to lightness (0 to 1), chroma and hue (radians)."""
    red, green, blue = (_linear(value) for value in colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    return lightness, math.hypot(a, b), math.atan2(b, a)


def from_oklch(lightness: float, chroma: float, hue: float) -> Colour:
    """Convert back to sRGB, giving up chroma where the screen has no such colour."""
    lightness = min(max(lightness, 0.0), 1.0)
    while True:
        channels = _channels(lightness, chroma * math.cos(hue), chroma * math.sin(hue))
        if chroma < 0.001 or all(-0.0005 <= value <= 1.0005 for value in channels):
            red, green, blue = (_encoded(value) for value in channels)
            return red, green, blue
        chroma *= 0.94


def _channels(lightness: float, a: float, b: float) -> tuple[float, float, float]:
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _encoded(value: float) -> int:
    value = min(max(value, 0.0), 1.0)
    share = value * 12.92 if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055
    return round(share * 255)
