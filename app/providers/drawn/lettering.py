"""The words of a picture: the name, a short rule and the town, set in a box and never left empty."""

from __future__ import annotations

from dataclasses import dataclass

from app.providers.contracts import PictureRequest
from app.providers.drawn.compositions import Words
from app.providers.drawn.glyphs import HEAVY, PLAIN, drawable
from app.providers.drawn.pen import Rect
from app.providers.drawn.typeset import Block, Line, Setting, measure, set_text
from app.providers.drawn.wording import trade_words

# From the name's last baseline to the rule, and from the rule to the top of the town's capitals.
NAME_TO_RULE, RULE, RULE_TO_CITY = 46, 5, 31
# Air kept around letters that go below a line or above capitals.
AIR = 14
RULE_WIDTH = 72
# In units: sizes under this are not read on a phone.
SMALLEST = 20
CITY_SIZE = 42


@dataclass(frozen=True)
class Lettering:
    """Lines placed but not yet written, and the rule between them."""

    name: tuple[Line, ...]
    city: tuple[Line, ...]
    rule: Rect | None

    @property
    def box(self) -> Rect:
        """Return the box of all the ink."""
        inks = [line.ink for line in (*self.name, *self.city)]
        return Rect(
            min(ink.left for ink in inks),
            min(ink.top for ink in inks),
            max(ink.right for ink in inks),
            max(ink.bottom for ink in inks),
        )


def shown_words(request: PictureRequest) -> tuple[str, str]:
    """Return the title and the town as Lato draws them; a name it cannot draw gives way to the trade's words."""
    return drawable(request.name) or trade_words(request.industry), drawable(request.city)


def letter(request: PictureRequest, words: Words, unit: float) -> Lettering:
    """Place the name, a short rule and the town; what Lato cannot draw of them leaves no hole."""
    title, town = shown_words(request)
    box = words.box
    name, city = _sized(title, town, words, unit)
    if name is None:
        return Lettering((), (), None)
    top = box.top + (box.height - _height(name, city, unit)) * words.rise
    x = box.centre[0] if words.centred else box.left
    lines = name.placed(x, top, centred=words.centred)
    if city is None:
        return Lettering(lines, (), None)
    rule_top = top + _to_rule(name, unit)
    left = x - (RULE_WIDTH * unit / 2 if words.centred else 0)
    rule = Rect(left, rule_top, left + RULE_WIDTH * unit, rule_top + RULE * unit)
    return Lettering(lines, city.placed(x, rule_top + _to_city(city, unit), centred=words.centred), rule)


def _sized(title: str, town: str, words: Words, unit: float) -> tuple[Block | None, Block | None]:
    """Set both as large as the box allows, the town always the smaller of the two."""
    box, city_size = words.box, CITY_SIZE * unit
    largest, smallest = round(words.largest * unit), round(SMALLEST * unit)
    while True:
        setting = Setting(PLAIN, round(city_size), min(round(city_size), smallest), 2)
        city = set_text(town, setting, box.width, box.height * 0.3) if town else None
        name = _title(title, Setting(HEAVY, largest, smallest, 6), city, box, unit)
        if city is None or (name and city.lines[0].size <= name.lines[0].size * 0.75):
            return name, city
        if city_size < SMALLEST * unit:
            return name, None if name is None else city
        city_size *= 0.85


def _title(title: str, setting: Setting, city: Block | None, box: Rect, unit: float) -> Block | None:
    room = box.height
    while True:
        name = set_text(title, setting, box.width, room)
        over = _height(name, city, unit) - box.height if name else 0
        if over <= 0:
            return name
        room -= max(over, 1)


def _height(name: Block, city: Block | None, unit: float) -> float:
    return _to_rule(name, unit) + _to_city(city, unit) + city.height if city else name.height


def _to_rule(name: Block, unit: float) -> float:
    return max(name.lines[-1].baseline + NAME_TO_RULE * unit, name.height + AIR * unit)


def _to_city(city: Block, unit: float) -> float:
    """Return the way from the rule to the town's ink, nearer when an accent stands on its capital."""
    raised = city.lines[0].baseline + measure("H", city.lines[0].face, city.lines[0].size).top
    return RULE * unit + max(RULE_TO_CITY * unit - raised, AIR * unit)
