"""Reading back: closed to self-serve applications, steady figures for the others."""

from __future__ import annotations

import pytest

from tests.sandbox.outside import Outside, in_path

CLOSED = (
    "posts/{urn}",
    "posts?q=author&author={author}",
    "socialMetadata/{urn}",
    "socialActions/{urn}/comments",
    "memberCreatorPostAnalytics?q=entity&entity=(share:{urn})&queryType=IMPRESSION&aggregation=TOTAL",
)


@pytest.mark.parametrize("path", CLOSED)
def test_a_self_serve_application_reads_nothing_back(outside: Outside, path: str) -> None:
    token = outside.token()
    urn = in_path(outside.publish(token, "Bonjour").headers["x-restli-id"])
    answer = outside.rest("GET", path.format(urn=urn, author=in_path(outside.me(token))), token)
    assert answer.status_code == 403
    assert answer.json()["code"] == "ACCESS_DENIED"


def test_a_partner_finds_its_own_posts(outside: Outside) -> None:
    outside.sandbox.state.settings.linkedin_extra_scopes = ["r_member_social"]
    token = outside.token()
    first = outside.publish(token, "Premier").headers["x-restli-id"]
    second = outside.publish(token, "Second").headers["x-restli-id"]
    author = in_path(outside.me(token))
    found = outside.rest("GET", f"posts?q=author&author={author}&count=10&sortBy=LAST_MODIFIED", token).json()
    assert [each["id"] for each in found["elements"]] == [second, first]
    assert outside.rest("GET", f"posts/{in_path(first)}", token).json()["commentary"] == "Premier"
    assert outside.rest("GET", "posts?q=author&author=urn%3Ali%3Aperson%3Aautre", token).status_code == 403


def test_figures_grow_with_time_and_never_shrink(outside: Outside) -> None:
    clock = [1_800_000_000.0]
    outside.sandbox.state.now = lambda: clock[0]
    outside.sandbox.state.settings.linkedin_extra_scopes = ["r_member_postAnalytics", "r_member_social"]
    token = outside.token()
    urn = in_path(outside.publish(token, "Bonjour").headers["x-restli-id"])
    path = f"memberCreatorPostAnalytics?q=entity&entity=(share:{urn})&queryType=IMPRESSION&aggregation=TOTAL"
    seen = []
    for hours in (0, 1, 10, 100):
        clock[0] = 1_800_000_000.0 + hours * 3600
        seen.append(outside.rest("GET", path, token).json()["elements"][0]["count"])
    assert seen[0] == 0
    assert seen == sorted(seen)
    assert seen[-1] > 100
    social = outside.rest("GET", f"socialMetadata/{urn}", token).json()
    assert social["reactionSummaries"]["LIKE"]["count"] > 0


def test_an_unknown_metric_is_refused(outside: Outside) -> None:
    outside.sandbox.state.settings.linkedin_extra_scopes = ["r_member_postAnalytics"]
    token = outside.token()
    path = "memberCreatorPostAnalytics?q=entity&entity=(share:urn%3Ali%3Ashare%3A7)&queryType=LOVE&aggregation=TOTAL"
    assert outside.rest("GET", path, token).status_code == 400
