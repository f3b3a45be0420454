"""`make slow-phone`: when the home answers a thumb on Lighthouse's slow 4G, and what pages cost a processor."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, CDPSession, sync_playwright

from tests.browser.steps import sign_in
from tests.lighthouse import demonstration_site
from tests.screenshots import FLAGS
from tests.services import find_chromium

# Lighthouse's slow 4G (150 ms of round trip, 1.6 Mbit/s) as it applies it in the browser: 3.75 round trips before each
# answer, and nine tenths of the rate.
# https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md, read 2026-11-21
SLOW_4G = {"offline": False, "latency": 562.5, "downloadThroughput": 1474.56 * 1000 / 8,
           "uploadThroughput": 675 * 1000 / 8}  # fmt: skip
SLOWER_BY = 4
VISITS = 3
# The demonstration writes its first publications on the processor that measures: what is timed is the phone.
REST_SECONDS = 120
AT_REST_SECONDS = 0.15
# What a page costs is told in processor time, which another's work on the machine changes less than it does a clock.
WEIGHED = ("/tableau-de-bord", "/campagnes/1", "/profil", "/contenus", "/prospects")
WEIGHINGS = 7
DURATIONS = {"TaskDuration": "in all", "ScriptDuration": "script", "RecalcStyleDuration": "style",
             "LayoutDuration": "layout"}  # fmt: skip
# A task this long keeps a thumb waiting: interactive is after the last of them, and after the script has run.
WATCH_TASKS = """window.busyUntil = 0; new PerformanceObserver((list) => list.getEntries().forEach((one) => {
  window.busyUntil = Math.max(window.busyUntil, one.startTime + one.duration); }))
  .observe({ type: 'longtask', buffered: true });"""
MOMENTS = """() => { const loading = performance.getEntriesByType('navigation')[0];
  const painted = performance.getEntriesByName('first-contentful-paint')[0];
  return { answered: loading.responseStart, painted: painted ? painted.startTime : 0,
    interactive: Math.max(loading.domContentLoadedEventEnd, painted ? painted.startTime : 0, window.busyUntil) }; }"""


def main() -> None:
    """Visit the home a few times with nothing kept, and print each visit's moments; then weigh the heaviest pages."""
    with tempfile.TemporaryDirectory() as folder, demonstration_site(Path(folder)) as url, sync_playwright() as started:
        browser = started.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        context = browser.new_context()
        sign_in(context.new_page(), url)
        _wait_for_rest(context, f"{url}/tableau-de-bord")
        for number in range(1, VISITS + 1):
            moments = _visit(browser, context, f"{url}/tableau-de-bord")
            told = ", ".join(f"{name} {milliseconds / 1000:.2f} s" for name, milliseconds in moments.items())
            print(f"/tableau-de-bord, slow 4G, processor / {SLOWER_BY}, first visit {number} of {VISITS}: {told}")
        for way in WEIGHED:
            weights = [_weigh(browser, context, url + way) for _ in range(WEIGHINGS)]
            least = ", ".join(f"{name} {min(each[name] for each in weights):.1f} ms" for name in DURATIONS.values())
            print(f"{way}, processor time of the page, least of {WEIGHINGS} visits: {least}")
        browser.close()


def _wait_for_rest(context: BrowserContext, address: str) -> None:
    """Wait until the home answers at once several times in a row, two minutes at most."""
    deadline, quick = time.monotonic() + REST_SECONDS, 0
    while quick < 5 and time.monotonic() < deadline:
        began = time.monotonic()
        context.request.get(address)
        quick = quick + 1 if time.monotonic() - began < AT_REST_SECONDS else 0
        time.sleep(1)


def _phone(browser: Browser, signed_in: BrowserContext) -> BrowserContext:
    return browser.new_context(
        viewport={"width": 390, "height": 844}, device_scale_factor=2, is_mobile=True, has_touch=True,
        storage_state=signed_in.storage_state(), service_workers="block",
    )  # fmt: skip


def _weigh(browser: Browser, signed_in: BrowserContext, address: str) -> dict[str, float]:
    context = _phone(browser, signed_in)
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Performance.enable", {"timeDomain": "threadTicks"})
    before = _ticks(wire)
    page.goto(address, wait_until="networkidle")
    after = _ticks(wire)
    context.close()
    return {name: (after[key] - before[key]) * 1000 for key, name in DURATIONS.items()}


def _ticks(wire: CDPSession) -> dict[str, float]:
    return {each["name"]: each["value"] for each in wire.send("Performance.getMetrics")["metrics"]}


def _visit(browser: Browser, signed_in: BrowserContext, address: str) -> dict[str, float]:
    context = _phone(browser, signed_in)
    page = context.new_page()
    page.add_init_script(WATCH_TASKS)
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.send("Network.emulateNetworkConditions", SLOW_4G)
    wire.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER_BY})
    page.goto(address, wait_until="networkidle")
    moments: dict[str, float] = page.evaluate(MOMENTS)
    context.close()
    return moments


if __name__ == "__main__":
    main()
