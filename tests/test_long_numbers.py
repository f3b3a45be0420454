"""A number longer than any table holds is nobody's, or a fault at its field: never an error of ours."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import pytest
from flask import Flask
from werkzeug.routing import IntegerConverter

from tests.forms import forms_of
from tests.people import Person
from tests.test_every_route import PUBLIC_FORMS, ask, rows_of

pytestmark = pytest.mark.long

LONG = "9" * 30
# What an address may say by a number, in pages and in the programming interface.
QUERIES = ("after", "apres", "campagne", "campaign_id", "cle", "limit", "note", "page", "personne", "score", "vu")
KEPT = {"csrf_token"}
# It says that no worker runs, which is so here.
TRUTHFUL = {"/readyz"}


@pytest.fixture
def ids(alice: Person) -> dict[str, Any]:
    """Give alice a row of each kind."""
    return rows_of(alice)


def pages(app: Flask, ids: dict[str, Any]) -> list[str]:
    """Return the address of each page whose ids alice has."""
    found = []
    for rule in app.url_map.iter_rules():
        known = all(name in ids and isinstance(rule._converters[name], IntegerConverter) for name in rule.arguments)
        if known and "GET" in (rule.methods or set()):
            values = {name: ids[name] for name in rule.arguments}
            found.append(app.url_map.bind("localhost").build(rule.endpoint, values))
    return sorted(set(found) - TRUTHFUL)


@pytest.mark.parametrize("marked", [LONG, f"5-{LONG}", f"{LONG}-5", f"2026-11-21T10:00:00+00:00-{LONG}"])
def test_no_page_takes_such_a_number_for_a_row_s(app: Flask, alice: Person, ids: dict[str, Any], marked: str) -> None:
    query = urlencode(dict.fromkeys(QUERIES, marked))
    found = {path: ask(alice.client, "GET", f"{path}?{query}", alice.headers)[0] for path in pages(app, ids)}
    assert {path: status for path, status in found.items() if status >= 500} == {}


def test_no_address_holds_such_a_number(app: Flask, alice: Person, ids: dict[str, Any]) -> None:
    found = {}
    for rule in app.url_map.iter_rules():
        if rule.arguments and all(isinstance(rule._converters[name], IntegerConverter) for name in rule.arguments):
            path = app.url_map.bind("localhost").build(rule.endpoint, dict.fromkeys(rule.arguments, int(LONG)))
            for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
                found[f"{method} {path}"] = alice.client.open(path, method=method, headers=alice.headers).status_code
    assert found
    assert {path: status for path, status in found.items() if status != 404} == {}


@pytest.mark.parametrize("typed", [LONG, f"-{LONG}", "1e99"])
def test_no_form_takes_such_a_number_for_a_row_s(app: Flask, alice: Person, ids: dict[str, Any], typed: str) -> None:
    sent = {}
    for path in pages(app, ids):
        for form in forms_of(ask(alice.client, "GET", path)[2]):
            # Where a form goes by nothing but its address, there is no number to lengthen.
            if form.method == "post" and form.fields.keys() - KEPT and form.action not in PUBLIC_FORMS:
                filled = {name: typed for name in form.fields if name not in KEPT}
                where = form.action or path
                sent[where] = alice.client.post(where, data=filled).status_code
    assert "/importations/nouvelle" in sent
    assert "/prospects/nouveau" in sent
    assert {path: status for path, status in sent.items() if status >= 500} == {}
