"""What axe-core holds against a page, and nothing of what the page does well."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

# What a page does well is not told: telling it takes longer than finding it.
DEFAULTS: dict[str, Any] = {"resultTypes": ["violations"]}
# Of the answer, the violations alone travel: the rest is fifty kilobytes a page.
RUN = "(options) => axe.run(document, options).then((found) => found.violations)"


def violations(page: Page, options: dict[str, Any] | None = None) -> list[dict[str, Any]]:
    """Run axe on a page as it stands; return the rules it breaks, each with its nodes."""
    page.evaluate(AXE_SCRIPT)
    found: list[dict[str, Any]] = page.evaluate(RUN, DEFAULTS | (options or {}))
    return found
