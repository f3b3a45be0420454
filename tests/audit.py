"""What the product is made of: python -m tests.audit. Pins against what is installed, licences, known faults."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import metadata

from packaging.requirements import Requirement

from app import ROOT

# Those that let a service be run on them, and its own code stay as it is.
ALLOWED = re.compile(
    r"\b(MIT|BSD|Apache|ISC|PSF|PSFL|Python Software Foundation|MPL|Mozilla Public|LGPL|Lesser General Public|HPND|OFL|"
    r"Open Font|Unlicense|Public Domain|CC0|0BSD|Zlib|ZPL|CNRI)\b",
    re.IGNORECASE,
)
# Whose classifier stops short of the name: read in its own licence file on 2026-11-21.
READ = {"aiosmtpd": "Apache-2.0"}
# Where packets are swallowed nothing is refused: each of some hundred packages would wait its whole time.
LONGEST_SECONDS = 40
UNREACHABLE = "the list of known faults was not reachable: none was looked up"


def pins(name: str) -> dict[str, str]:
    """Return the versions a file of requirements holds its packages to."""
    lines = (line.partition("#")[0].strip() for line in (ROOT / name).read_text().splitlines())
    wanted = [Requirement(line) for line in lines if line and not line.startswith("-")]
    return {each.name: str(each.specifier).removeprefix("==") for each in wanted}


def unpinned() -> Iterator[str]:
    """Tell what is installed otherwise than it is pinned."""
    for file in ("requirements.txt", "tests/requirements.txt"):
        for name, version in pins(file).items():
            try:
                found = metadata.version(name)
            except metadata.PackageNotFoundError:
                found = "nothing"
            if found != version:
                yield f"{name}: {version or 'nothing'} is pinned, {found} installed"


def closure() -> list[metadata.Distribution]:
    """Return every distribution the product stands on, those of its packages included."""
    todo, found = sorted(pins("requirements.txt")), dict[str, metadata.Distribution]()
    while todo:
        name = re.sub(r"[-_.]+", "-", todo.pop()).lower()
        if name in found:
            continue
        try:
            found[name] = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # an extra, or another platform's
        wanted = (Requirement(line) for line in found[name].requires or ())
        todo += [each.name for each in wanted if each.marker is None or each.marker.evaluate({"extra": ""})]
    return [found[name] for name in sorted(found)]


def licence_of(distribution: metadata.Distribution) -> str:
    """Return the licence a distribution names, in whichever of its three places."""
    about = distribution.metadata
    classifiers = [each for each in about.get_all("Classifier") or () if each.startswith("License ::")]
    named = [about.get("License-Expression") or "", *classifiers, (about.get("License") or "")[:200]]
    return READ.get(about["Name"].lower()) or next((each for each in named if each), "")


def unfit() -> Iterator[str]:
    """Tell whose licence is none of those allowed."""
    for each in closure():
        licence = licence_of(each)
        if not ALLOWED.search(licence):
            yield f"{each.metadata['Name']}: {licence or 'no licence named'}"


def known_faults() -> Iterator[str]:
    """Ask pip-audit; where its list of faults does not answer, say so."""
    command = [sys.executable, "-m", "pip_audit", "-r", str(ROOT / "requirements.txt"), "--no-deps", "--disable-pip",
               "-f", "json", "--progress-spinner", "off"]  # fmt: skip
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=LONGEST_SECONDS)
        rows = json.loads(done.stdout)["dependencies"]
    except (ValueError, subprocess.TimeoutExpired):
        rows = []
    if all("skip_reason" in row for row in rows):
        print(UNREACHABLE)
        return
    for row in rows:
        yield from (f"{row['name']} {row['version']}: {fault['id']}" for fault in row.get("vulns", ()))


def main() -> int:
    """Print what is wrong; return 1 where anything is."""
    wrong = [*unpinned(), *unfit(), *known_faults()]
    print(f"{len(closure())} packages under the product, {len(wrong)} to look at")
    for line in wrong:
        print(f"  {line}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
