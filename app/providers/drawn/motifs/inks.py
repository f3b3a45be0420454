"""The colours a motif is painted with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.providers.drawn.palette import Colour
from app.providers.drawn.pen import Pen


@dataclass(frozen=True)
class Inks:
    """`main` stands out on `backdrop`, `second` on both, `detail` is drawn upon `main`."""

    main: Colour
    second: Colour
    detail: Colour
    backdrop: Colour


Motif = Callable[[Pen, Inks], None]
