"""A star of four points, shared by several trades."""

from __future__ import annotations

from app.providers.drawn.palette import Colour
from app.providers.drawn.pen import Pen, bezier


def spark(pen: Pen, x: float, y: float, radius: float, fill: Colour) -> None:
    """Draw a star of four points."""
    near = radius * 0.16
    pen.polygon(
        bezier(
            (x, y - radius),
            ((x + near, y - near), (x + near, y - near), (x + radius, y)),
            ((x + near, y + near), (x + near, y + near), (x, y + radius)),
            ((x - near, y + near), (x - near, y + near), (x - radius, y)),
            ((x - near, y - near), (x - near, y - near), (x, y - radius)),
        ),
        fill,
    )
