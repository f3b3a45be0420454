"""What reads the image's recipe and the proxy's example finds nothing to say of them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from app import ROOT

BIN = Path(sys.executable).parent
STRICT = ("hadolint", "--failure-threshold", "style", "--no-color")


def said(*command: str, given: str = "", home: Path = ROOT) -> tuple[int, str]:
    """Run a tool of this environment from the root; return its code and all it wrote."""
    folders = dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"), str(home))
    done = subprocess.run([str(BIN / command[0]), *command[1:]], cwd=ROOT, input=given, env=os.environ | folders,
                          capture_output=True, text=True, check=False)  # fmt: skip
    return done.returncode, done.stdout + done.stderr


def test_the_recipe_of_the_image_has_no_fault_hadolint_knows() -> None:
    assert said(*STRICT, "Dockerfile") == (0, "")


def test_a_careless_recipe_would_be_refused() -> None:
    code, words = said(*STRICT, "-", given="FROM python:latest\nADD https://exemple.ca/x /x\nRUN cd /x && sudo make\n")
    assert code != 0
    assert {"DL3007", "DL3004", "DL3003"} <= set(words.split())


def test_the_example_of_the_proxy_is_one_caddy_takes(tmp_path: Path) -> None:
    asked = ("--adapter", "caddyfile", "--config", "Caddyfile.example")
    code, words = said("caddy", "validate", *asked, home=tmp_path)
    assert code == 0, words
    code, words = said("caddy", "fmt", "--diff", "Caddyfile.example", home=tmp_path)
    assert code == 0, words
