"""What did not change is not sent twice, what changed is not written over, and what is left is told."""

from __future__ import annotations

import re

import pytest
from flask import Flask

from app.core.limits import limiter
from tests.domains.contents import making
from tests.domains.contents.making import settings_of
from tests.people import Person

CONTENTS = "/api/v1/contents"


def test_every_read_bears_a_tag_and_is_not_sent_twice(alice: Person) -> None:
    content = making.content(alice.workspace)
    for path in (f"{CONTENTS}/{content.id}", CONTENTS, "/api/v1/campaigns", "/api/v1/metrics", "/api/v1/deliveries"):
        read = alice.client.get(path, headers=alice.headers)
        tag = read.headers["ETag"]
        assert read.headers["Cache-Control"] == "private, no-cache" and "Authorization" in read.headers["Vary"]
        for known in (tag, f"W/{tag}", f'"x", {tag}', tag.removesuffix('"') + ':br"', "*"):
            again = alice.client.get(path, headers=alice.headers | {"If-None-Match": known})
            assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", tag)
        assert alice.client.get(path, headers=alice.headers | {"If-None-Match": '"x"'}).status_code == 200
        head = alice.client.head(path, headers=alice.headers)
        assert (head.status_code, head.data, head.headers["ETag"]) == (200, b"", tag)


def test_a_compressed_read_is_known_again(alice: Person) -> None:
    making.content(alice.workspace, text="Une longue publication. " * 60)
    zipped = alice.headers | {"Accept-Encoding": "gzip"}
    tag = alice.client.get(CONTENTS, headers=zipped).headers["ETag"]
    assert alice.client.get(CONTENTS, headers=zipped | {"If-None-Match": tag}).status_code == 304


def test_a_change_to_what_was_read_passes_and_one_to_an_older_text_does_not(alice: Person) -> None:
    path = f"{CONTENTS}/{making.content(alice.workspace).id}"
    tag = alice.client.get(path, headers=alice.headers).headers["ETag"]
    sent = alice.headers | {"If-Match": tag}
    first = alice.client.patch(path, json={"text": "Un premier texte."}, headers=sent)
    assert first.status_code == 200
    stale = alice.client.patch(path, json={"text": "Un autre texte."}, headers=sent)
    assert (stale.status_code, stale.json["code"], stale.mimetype) == (412, "changed_since", "application/problem+json")
    read = alice.client.get(path, headers=alice.headers)
    assert read.json["text"] == "Un premier texte." and read.headers["ETag"] == first.headers["ETag"]
    again = alice.headers | {"If-Match": first.headers["ETag"]}
    assert alice.client.patch(path, json={"text": "Un autre texte."}, headers=again).status_code == 200


def test_refusals_and_writes_are_kept_by_nobody(alice: Person) -> None:
    refused = alice.client.get(f"{CONTENTS}/999999", headers=alice.headers)
    assert refused.headers["Cache-Control"] == "no-store" and "ETag" not in refused.headers


def test_what_is_left_is_told_in_both_manners(app: Flask, alice: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limiter, "enabled", True)
    with settings_of(app, api_requests_per_minute=2):
        answers = [alice.client.get(CONTENTS, headers=alice.headers) for _ in range(3)]
    for answer, left in zip(answers, (1, 0, 0), strict=True):
        assert answer.headers["RateLimit-Policy"] == '"token";q=2;w=60'
        assert re.fullmatch(rf'"token";r={left};t=\d+', answer.headers["RateLimit"])
        assert answer.headers["X-RateLimit-Limit"] == "2" and answer.headers["X-RateLimit-Remaining"] == str(left)
        assert "X-RateLimit-Reset" in answer.headers
    assert answers[2].status_code == 429 and "Retry-After" in answers[2].headers


def test_no_other_site_is_let_in(alice: Person) -> None:
    asked = {"Origin": "https://ailleurs.example", "Access-Control-Request-Method": "POST"}
    for headers in (asked, asked | alice.headers):
        answer = alice.client.options(CONTENTS, headers=headers)
        assert answer.status_code in {200, 401}
        assert not [name for name, _ in answer.headers if name.startswith("Access-Control-")]
    assert "GET" in alice.client.options(CONTENTS, headers=alice.headers).headers["Allow"]


@pytest.mark.parametrize("kind", ["text/plain", "application/xml", "application/x-www-form-urlencoded", ""])
def test_only_json_is_read_as_json(alice: Person, kind: str) -> None:
    path = f"{CONTENTS}/{making.content(alice.workspace).id}"
    answer = alice.client.patch(path, data=b'{"text": "a"}', content_type=kind, headers=alice.headers)
    assert (answer.status_code, answer.mimetype) == (415, "application/problem+json")
