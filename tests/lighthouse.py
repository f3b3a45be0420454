"""`make lighthouse`: what Lighthouse says, as a phone, of the twelve core pages of the demonstration."""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from app.domains.dashboard import demonstration
from tests import servers
from tests.screenshots import FLAGS, PAGES
from tests.services import find_chromium

# Exact, so that two runs measure alike. It asks for Node 22.19; Node 20 runs it too, with a warning.
LIGHTHOUSE = "lighthouse@13.5.0"
CATEGORIES = ("performance", "accessibility", "best-practices")
FIGURES = {"first-contentful-paint": "FCP", "largest-contentful-paint": "LCP", "total-blocking-time": "TBT",
           "interactive": "TTI", "cumulative-layout-shift": "CLS"}  # fmt: skip
PAGE_SECONDS = 240
PORTS = ("PORT", "SANDBOX_PORT", "SANDBOX_SMTP_PORT")
# The way of a picture follows a selector; without a browser of our own, the same link is read from the page.
LINKS = {"main .list a.row": r"/campagnes/\d+", "main .post h2 a": r"/contenus/\d+"}


def main() -> None:
    """Ask Lighthouse about each page asked for, and print its three scores and what costs points."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", nargs="*", help=f"among {', '.join(PAGES)}; all of them by default")
    parser.add_argument("--runs", type=int, default=1, help="how many times each page is measured; the best is kept")
    parser.add_argument("--keep", type=Path, help="a folder for the whole reports")
    chosen = parser.parse_args()
    missing = _missing()
    if missing:
        print(f"lighthouse skipped: {missing}")
        return
    with tempfile.TemporaryDirectory() as folder, demonstration_site(Path(folder)) as url:
        cookie = servers.sign_in(url, demonstration.EMAIL, demonstration.PASSWORD)
        for name in chosen.pages or PAGES:
            address = url + _address(url, cookie, PAGES[name])
            # Another's work on the machine only ever takes points away: the best of a few runs is the page's own.
            best = max((_report(address, cookie) for _ in range(chosen.runs)), key=_performance)
            print(_line(name, best, chosen.keep), flush=True)


def _missing() -> str | None:
    """Return what this machine lacks, if anything."""
    if not (shutil.which("node") and shutil.which("npx")):
        return "Node is not installed (node and npx are asked for)"
    if find_chromium() is None:
        return "no Chromium found: set CHROMIUM, or install chromium"
    asked = subprocess.run(["npx", "--yes", LIGHTHOUSE, "--version"], capture_output=True, text=True)
    return f"npx could not bring {LIGHTHOUSE}: {asked.stderr.strip()[-200:]}" if asked.returncode else None


@contextmanager
def demonstration_site(folder: Path) -> Iterator[str]:
    """Start the product as `make run` does, its rows in `folder`; give its address."""
    ports = [str(servers.free_port()) for _ in range(3)]
    env = servers.clean_environment(folder, **dict(zip(PORTS, ports, strict=True)))
    url = f"http://127.0.0.1:{ports[0]}"
    with servers.running([sys.executable, "-m", "app.supervisor"], env, f"{url}/healthz"):
        yield url


def _address(url: str, cookie: str, way: str) -> str:
    address, _arrow, link = way.partition(" → ")
    if not link:
        return address
    asked = urllib.request.Request(url + address, headers={"Cookie": cookie})
    with urllib.request.urlopen(asked, timeout=30) as answer:
        found = re.search(rf'href="({LINKS[link]})"', answer.read().decode())
    assert found is not None, f"{address} shows no such link"
    return found.group(1)


def _report(address: str, cookie: str) -> dict[str, Any]:
    env = os.environ | {"CHROME_PATH": str(find_chromium())}
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder) / "report.json"
        command = ["npx", "--yes", LIGHTHOUSE, address, "--quiet", "--output=json", f"--output-path={kept}",
                   f"--only-categories={','.join(CATEGORIES)}", "--extra-headers", json.dumps({"Cookie": cookie}),
                   f"--chrome-flags=--headless=new {' '.join(FLAGS)}"]  # fmt: skip
        ended = subprocess.run(command, env=env, capture_output=True, text=True, timeout=PAGE_SECONDS)
        if not kept.exists():
            raise RuntimeError(f"Lighthouse said nothing of {address}: {ended.stderr[-500:]}")
        report: dict[str, Any] = json.loads(kept.read_text())
    return report


def _performance(report: dict[str, Any]) -> float:
    return float((report.get("categories", {}).get("performance") or {}).get("score") or 0)


def _line(name: str, report: dict[str, Any], keep: Path | None) -> str:
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
        (keep / f"{name}.json").write_text(json.dumps(report))
    if report.get("runtimeError"):
        return f"{name:18} {report['runtimeError']['message']}"
    scores = "  ".join(f"{each} {round((report['categories'][each]['score'] or 0) * 100):3}" for each in CATEGORIES)
    figures = "  ".join(f"{short} {report['audits'][audit]['displayValue']}" for audit, short in FIGURES.items())
    lost = [
        each["id"]
        for category in ("accessibility", "best-practices")
        for each in report["categories"][category]["auditRefs"]
        if each["weight"] and (report["audits"][each["id"]]["score"] or 0) < 1
        and report["audits"][each["id"]]["scoreDisplayMode"] not in ("notApplicable", "manual", "informative")
    ]  # fmt: skip
    # Lighthouse's own measure of the machine while it looked: when it falls, so do the points of performance.
    figures += f"  machine {report['environment']['benchmarkIndex']:.0f}"
    return f"{name:18} {scores}  ({figures})" + (f"  lost: {', '.join(lost)}" if lost else "")


if __name__ == "__main__":
    main()
