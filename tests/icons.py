"""`make icons`: the pictures of the installed application, drawn from the star of static/img/icon.svg."""

from __future__ import annotations

import re

from PIL import Image, ImageDraw

from app import ROOT

FOLDER = ROOT / "static" / "img"
INK, STAR = "#1a2240", "#ff9466"
BOX = 64
# Drawn larger, then reduced: Pillow's own polygons have hard edges.
FINER = 4
# What a phone may cut off an icon it shapes itself leaves the middle 80 %: the star takes less than that.
MASKABLE_STAR = 0.72


def main() -> None:
    """Draw each size; the rounded square is transparent around, the maskable one fills its whole square."""
    points = star((FOLDER / "icon.svg").read_text("utf-8"))
    for name, size, maskable in (("icon-192", 192, False), ("icon-512", 512, False), ("icon-maskable-512", 512, True)):
        drawn(points, size, maskable=maskable).save(FOLDER / f"{name}.png", optimize=True)


def star(svg: str) -> list[tuple[float, float]]:
    """Return the points of the drawing's only path, which knows M, l, L, and their repetition."""
    found = re.search(r'<path d="([^"]+)"', svg)
    assert found, "icon.svg has no path"
    points: list[tuple[float, float]] = []
    for letter, numbers in re.findall(r"([MlL])([^a-zA-Z]*)", found[1]):
        values = [float(number) for number in re.findall(r"-?\d*\.?\d+", numbers)]
        for x, y in zip(values[::2], values[1::2], strict=True):
            from_x, from_y = points[-1] if letter == "l" else (0.0, 0.0)
            points.append((from_x + x, from_y + y))
    return points


def drawn(points: list[tuple[float, float]], size: int, *, maskable: bool) -> Image.Image:
    """Return the icon of `size` pixels a side."""
    whole = size * FINER
    canvas = Image.new("RGBA", (whole, whole), INK if maskable else (0, 0, 0, 0))
    pen = ImageDraw.Draw(canvas)
    if not maskable:
        pen.rounded_rectangle((0, 0, whole - 1, whole - 1), radius=whole * 15 // BOX, fill=INK)
    scale = whole / BOX * (MASKABLE_STAR if maskable else 1)
    middle = BOX / 2
    pen.polygon([((x - middle) * scale + whole / 2, (y - middle) * scale + whole / 2) for x, y in points], fill=STAR)
    small = canvas.resize((size, size), Image.Resampling.LANCZOS)
    return small.convert("RGB") if maskable else small


if __name__ == "__main__":
    main()
