"""Every form of every page, sent what nobody should type: each is answered, none crashes."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import pytest
from flask import Flask
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from app.core.db import db
from tests.people import Person
from tests.test_every_route import rows_of, walk

# What ends her session, or sends her elsewhere before anything is read.
LEFT = {"/deconnexion", "/demonstration"}
ODD = st.one_of(
    st.sampled_from([
        "", " ", "\0", "a\0b", "é" * 3000, "x" * 70_000, "😀" * 50, "\u202eabc", "\ud800", "<script>", "' OR 1=1 --",
        "-1", "0", "99999999999999999999", "1e9", "NaN", "٣", "2026-13-45", "2026-02-30T25:61", "//ailleurs.example",
        "../../etc/passwd", "{{7*7}}", "%00", "[]", "true", "on", "null", "\r\nX: y",
    ]),
    st.text(max_size=40),
    st.integers().map(str),
)  # fmt: skip


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        name = dict(attrs).get("name")
        if tag in {"input", "select", "textarea", "button"} and name and name != "csrf_token":
            self.names.add(name)


def names_of(app: Flask, alice: Person, ids: dict[str, Any]) -> list[str]:
    """Return the name of every field of every page: a form may be sent another's."""
    reader = _Forms()
    for _rule, method, path in walk(app, ids):
        if method == "GET" and not path.startswith("/api/"):
            answer = alice.client.get(path, buffered=True)
            if answer.mimetype == "text/html":
                reader.feed(answer.text)
    return sorted(reader.names)


def written_names() -> list[str]:
    """Return the fields that code reads by name."""
    from app import ROOT

    sources = "".join(path.read_text() for path in (ROOT / "app" / "domains").rglob("*.py"))
    return re.findall(r'request\.form\.get(?:list)?\("(\w+)"', sources)


@pytest.mark.long
@pytest.mark.timeout(600)
def test_no_form_crashes_whatever_it_is_sent(
    app: Flask, alice: Person, sandbox: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)
    ids = rows_of(alice)
    names = sorted({*names_of(app, alice, ids), *written_names()})
    posts = sorted({path for rule, method, path in walk(app, ids)
                    if method == "POST" and not path.startswith("/api/") and rule.rule not in LEFT})  # fmt: skip
    wrong: list[str] = []
    assert len(posts) > 60 and len(names) > 60

    def send(path: str, form: dict[str, list[str]]) -> None:
        answer = alice.client.post(path, data=form)
        if answer.status_code >= 500:
            wrong.append(f"POST {path} {form!r:.300} → {answer.status_code}")

    for path in posts:
        draw(lambda form, path=path: send(path, form), names)
        send(path, {name: ["\0"] for name in names})
        send(path, {})
        db.session.rollback()
    assert not wrong, "\n".join(wrong[:20])


def draw(send: Callable[[dict[str, list[str]]], None], names: list[str]) -> None:
    """Send a few forms full of odd values, the same ones each time."""

    @seed(20261121)
    @settings(max_examples=2, deadline=None, database=None, phases=[Phase.generate],
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(st.dictionaries(st.sampled_from(names), st.lists(ODD, max_size=2), min_size=12, max_size=len(names)))
    def sent(form: dict[str, list[str]]) -> None:
        send({name: [_sendable(each) for each in values] for name, values in form.items()})

    sent()


def _sendable(text: str) -> str:
    # A browser sends UTF-8: a lone surrogate travels as the three bytes that spell it, which are no UTF-8.
    return text.encode("utf-8", "replace").decode()
