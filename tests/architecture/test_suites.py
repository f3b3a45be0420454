"""What `make test` leaves for later is run by `.ci/run`: nothing is proved once and forgotten."""

from __future__ import annotations

import re

from app import ROOT

CHECK = (ROOT / ".ci" / "run").read_text()
MAKEFILE = (ROOT / "Makefile").read_text()


def recipe(target: str) -> str:
    """Return the command of a target of the Makefile."""
    found = re.search(rf"^{target}:.*\n\t@(.+)$", MAKEFILE, re.MULTILINE)
    assert found, target
    return found[1]


def test_the_whole_check_runs_what_is_long() -> None:
    assert re.search(r"^suite test-all ", CHECK, re.MULTILINE)
    assert re.search(r"^suite test-services ", CHECK, re.MULTILINE)
    assert re.findall(r'-m "(.+?)"', recipe("test-all")) == ["not every_setting"]
    assert re.findall(r'-m "(.+?)"', recipe("test")) == ["not long and not every_setting"]
    assert "long" not in recipe("test-services")


def test_every_setting_of_every_page_has_a_target() -> None:
    assert not re.findall(r'-m "(.+?)"', recipe("test-browser"))
