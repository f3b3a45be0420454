"""Two ways to work a page, each counted: a thumb that taps, and a keyboard without a mouse."""

from __future__ import annotations

import time
from typing import Any, Protocol

from playwright.sync_api import Locator, Page

# Where the keyboard stands: what has the focus, and whether any of it shows (WCAG 2.4.7 and 2.4.11).
SHOWS = """(element) => {
  const drawn = element.matches("input[type=radio], input[type=checkbox]") ? element.closest("label") : element;
  const box = drawn.getBoundingClientRect(), ring = getComputedStyle(drawn), own = getComputedStyle(element);
  const on = (x, y) => { const top = document.elementFromPoint(x, y); return top && (drawn.contains(top) || top.contains(drawn)); };
  const y = box.top + box.height / 2;
  const seen = [0.1, 0.5, 0.9].some((part) => on(box.left + box.width * part, y));
  const ringed = [ring, own].some((each) => each.outlineStyle !== "none" || each.boxShadow !== "none");
  return (seen ? "" : "hidden under something") + (ringed ? "" : " without a ring");
}"""  # noqa: E501  # a line of script
HAS_FOCUS = "(element) => element === document.activeElement"
MOST_TABS = 160


class Hand(Protocol):
    """A person's way to press, choose and write; `gestures` counts taps or keys, but for the letters typed."""

    gestures: int
    letters: int

    def press(self, target: Locator) -> None: ...
    def choose(self, target: Locator) -> None: ...
    def write(self, target: Locator, words: str) -> None: ...


class Thumb:
    """Taps; what it taps is at least as large as WCAG 2.5.8 asks."""

    def __init__(self, page: Page) -> None:
        self.page, self.gestures, self.letters = page, 0, 0

    def press(self, target: Locator) -> None:
        """Tap a link or a button."""
        target.scroll_into_view_if_needed()
        box = target.bounding_box()
        assert box and box["height"] >= 24 and box["width"] >= 24, f"too small for a thumb: {target} {box}"
        target.tap()
        self.gestures += 1

    def choose(self, target: Locator) -> None:
        """Tap a radio's row."""
        target.locator("xpath=ancestor::label").tap()
        self.gestures += 1

    def write(self, target: Locator, words: str) -> None:
        """Tap a field and type."""
        target.tap()
        self.page.keyboard.type(words)
        self.gestures, self.letters = self.gestures + 1, self.letters + len(words)


class Keys:
    """Tab, arrows, Space and Enter; where the focus goes is seen."""

    def __init__(self, page: Page) -> None:
        self.page, self.gestures, self.letters = page, 0, 0

    def press(self, target: Locator) -> None:
        """Tab to a link or a button, and press Enter."""
        self._reach(target)
        self._key("Enter")

    def choose(self, target: Locator) -> None:
        """Tab to the group, then arrows to the radio."""
        name = target.get_attribute("name")
        self._reach(target, also=f'[type=radio][name="{name}"]')
        if target.evaluate(HAS_FOCUS):
            self._key("Space")
        for _ in range(12):
            if target.is_checked():
                return
            self._key("ArrowDown")
        raise AssertionError(f"arrows never came to {target}")

    def write(self, target: Locator, words: str) -> None:
        """Tab to a field and type."""
        self._reach(target)
        self.page.keyboard.type(words)
        self.letters += len(words)

    def _reach(self, target: Locator, also: str = "") -> None:
        target.wait_for()
        for _ in range(MOST_TABS):
            if target.evaluate(HAS_FOCUS) or (
                also and self.page.evaluate("(one) => document.activeElement.matches(one)", also)
            ):
                fault = self.page.evaluate(f"({SHOWS})(document.activeElement)")
                assert not fault, f"the focus is {fault}: {target} on {self.page.url}"
                return
            self._key("Tab")
        raise AssertionError(f"Tab never came to {target} on {self.page.url}")

    def _key(self, name: str) -> None:
        self.page.keyboard.press(name)
        self.gestures += 1


class Stopwatch:
    """Print how long and how many gestures a stretch took; nothing is asserted of a busy machine's seconds."""

    def __init__(self, hand: Any) -> None:
        self.hand, self.began = hand, time.monotonic()

    def told(self, stretch: str) -> str:
        """Return the stretch with its figures."""
        seconds = time.monotonic() - self.began
        return f"{stretch}: {self.hand.gestures} gestures, {self.hand.letters} letters, {seconds:.1f} s of script"
