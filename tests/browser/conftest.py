"""The whole product as `make run` starts it, and a headless Chromium at a phone's size."""

from __future__ import annotations

import json
import sqlite3
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests import servers
from tests.services import find_chromium

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
         "--disable-sync", "--disable-quic", "--no-first-run"]  # fmt: skip
PHONE = {"width": 390, "height": 844}

# Half a minute of the usual journey a second time.
LONG = "a-thumb-on-a-phone-without-script"
# Of the settings a page or a journey is seen in, those of every run; `make test-browser` sees them all.
USUAL = {"light", "narrow-light", "phone-light", "a-thumb-on-a-phone", "a-thumb-on-a-phone-without-script", "True"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the settings beyond the usual ones, and what sees the product on services of its own."""
    for item in items:
        if not item.nodeid.startswith("tests/browser/"):
            continue
        found = getattr(item, "callspec", None)
        if found is not None and found.id not in USUAL:
            item.add_marker(pytest.mark.every_setting)
        if found is not None and found.id == LONG:
            item.add_marker(pytest.mark.long)
        if "site" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)


@dataclass(frozen=True)
class Site:
    """Where the product and its sandbox answer."""

    url: str
    sandbox: str
    instance: Path

    @contextmanager
    def rows(self) -> Iterator[sqlite3.Connection]:
        """Open the rows of the running product: what time does to them is not waited for."""
        with closing(sqlite3.connect(self.instance / "astrogrowth.db", timeout=20)) as opened, opened:
            yield opened

    def sandbox_items(self, what: str) -> list[dict[str, Any]]:
        """Return what the sandbox received: `posts`, `mail` or `requests`."""
        with urllib.request.urlopen(f"{self.sandbox}/_sandbox/{what}", timeout=10) as answer:
            items: list[dict[str, Any]] = json.loads(answer.read())["items"]
            return items


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Run everything, with a short undo window and a short gap."""
    instance = tmp_path_factory.mktemp("site")
    port, sandbox, smtp = servers.free_port(), servers.free_port(), servers.free_port()
    env = servers.clean_environment(
        instance, PORT=str(port), SANDBOX_PORT=str(sandbox), SANDBOX_SMTP_PORT=str(smtp),
        UNDO_SECONDS="8", PUBLISH_GAP_SECONDS="2", SIGN_INS_PER_QUARTER_HOUR="500",
    )  # fmt: skip
    url = f"http://127.0.0.1:{port}"
    with servers.running([sys.executable, "-m", "app.supervisor"], env, f"{url}/healthz"):
        yield Site(url, f"http://127.0.0.1:{sandbox}", instance)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium, or say that none was found."""
    path = find_chromium()
    if path is None:
        pytest.skip("no Chromium found: set CHROMIUM, or install chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        started.close()


def _page(context: BrowserContext) -> Page:
    context.set_default_timeout(15_000)
    return context.new_page()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A phone, with script; any error of the console fails the test."""
    context = browser.new_context(viewport=PHONE, device_scale_factor=2, has_touch=True, is_mobile=True, locale="fr-CA")
    page = _page(context)
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert not errors, errors


@pytest.fixture
def plain_phone(browser: Browser) -> Iterator[Page]:
    """A phone without script."""
    context = browser.new_context(
        viewport=PHONE, device_scale_factor=2, is_mobile=True, has_touch=True, locale="fr-CA", java_script_enabled=False
    )
    yield _page(context)
    context.close()


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """A folder for screenshots."""
    return tmp_path
