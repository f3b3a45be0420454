"""A page opened in one of six settings, and all that a person could hold against it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal

from playwright.sync_api import Browser, Page

from tests.browser.axe import violations

WCAG: dict[str, Any] = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
}
# The width in CSS pixels, and how many of the screen's make one: at 200 %, a desk of 1280 shows 640.
SETTINGS = {
    "light": (390, 2, "light"), "dark": (390, 2, "dark"), "narrow": (320, 2, "light"), "narrow-dark": (320, 2, "dark"),
    "zoomed": (640, 2, "light"), "wide": (1280, 1, "light"),
}  # fmt: skip
MOST_SHIFT = 0.02
TALL = 5000
WATCH_SHIFTS = """window.shift = 0; new PerformanceObserver((list) => list.getEntries().forEach((one) => {
  if (!one.hadRecentInput) window.shift += one.value; })).observe({ type: 'layout-shift', buffered: true });"""


@contextmanager
def opened(browser: Browser, setting: str) -> Iterator[Page]:
    width, scale, scheme = SETTINGS[setting]
    colours: Literal["light", "dark"] = "dark" if scheme == "dark" else "light"
    context = browser.new_context(
        viewport={"width": width, "height": 844}, device_scale_factor=scale, locale="fr-CA", color_scheme=colours,
        service_workers="block", reduced_motion="reduce",
    )  # fmt: skip
    page = context.new_page()
    page.add_init_script(WATCH_SHIFTS)
    yield page
    context.close()


def faults(page: Page) -> list[str]:
    said = []
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        said.append(f"{page.url}: wider than the screen")
    if (shift := page.evaluate("window.shift")) > MOST_SHIFT:
        said.append(f"{page.url}: moved by {shift:.3f}")
    width = (page.viewport_size or {"width": 390})["width"]
    # Tall enough for the whole page: axe takes what the bar at the foot hides for a target too small.
    page.set_viewport_size({"width": width, "height": TALL})
    found = violations(page, WCAG)
    page.set_viewport_size({"width": width, "height": 844})
    return said + [f"{page.url}: {one['id']} {[node['target'] for node in one['nodes']][:3]}" for one in found]
