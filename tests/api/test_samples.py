"""What the page of the API shows runs as it stands, against a running server."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from app import ROOT
from app.api import codes
from app.api.document import shown
from app.api.samples import requests
from tests.api.live import served
from tests.people import Person
from tests.test_every_route import rows_of

LAST = ("delete_campaign", "delete_webhook")


def operations(app: Flask) -> list[dict[str, Any]]:
    document = app.test_client().get("/api/v1/openapi.json").json
    return sorted((each for found in shown(document)["groups"].values() for each in found),
                  key=lambda each: (each["name"] in LAST, each["method"] != "GET"))  # fmt: skip


@pytest.mark.long
def test_every_example_runs(app: Flask, alice: Person, sandbox: Any, tmp_path: Path) -> None:
    """A conflict is an answer: two examples cannot both approve one publication."""
    ids = {name.upper(): str(value) for name, value in rows_of(alice).items()}
    (tmp_path / "prospects.csv").write_text("Nom;Ville\nBistro;Lévis\n", "utf-8")
    wrong: list[str] = []
    with served(app) as url:
        environment = {**os.environ, **ids, "SITE": url, "TOKEN": alice.token}
        for each in operations(app):
            ways = [[sys.executable, "-c", each["python"]]]
            ways += [["bash", "-c", each["curl"]]] if shutil.which("curl") else []
            for way in ways:
                done = subprocess.run(way, env=environment, cwd=tmp_path, capture_output=True, text=True, timeout=60)
                said = done.stdout + done.stderr
                if done.returncode and not re.search(r"40[49]", said):
                    wrong.append(f"{each['name']}: {said[-600:]}")
    assert not wrong, "\n\n".join(wrong)


def test_the_page_shows_every_door_with_its_examples_and_its_refusals(app: Flask, alice: Person) -> None:
    page = alice.client.get("/api/docs").text
    for each in operations(app):
        assert f'id="{each["name"]}"' in page
        assert each["scope"] and set(codes.of_door(each["name"], each["method"])) <= set(re.findall(r"[\w.]+", page))
    names = {each["name"] for each in operations(app)}
    assert {*requests.BODIES, *requests.QUERIES, *requests.FILES, *codes.OF_DOORS} <= names
    assert "def verify(" in page


def test_a_code_that_is_told_is_one_that_is_answered() -> None:
    source = "".join(path.read_text() for path in (ROOT / "app").rglob("*.py") if path.name != "codes.py")
    told = {*codes.EVERYWHERE, *codes.OF_BODIES, *codes.OF_KEYS}.union(*codes.OF_DOORS.values())
    assert not [code for code in told - {"file_needed"} if not re.search(rf'["\']{code}["\']', source)]


@pytest.mark.parametrize("method", ["get", "head"])
def test_the_page_is_open_and_asks_for_no_third_party(app: Flask, method: str) -> None:
    answer = getattr(app.test_client(), method)("/api/docs")
    assert answer.status_code == 200 and "'unsafe-inline'" not in answer.headers["Content-Security-Policy"]
