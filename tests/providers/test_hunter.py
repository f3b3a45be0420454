"""Hunter is asked once a business, its refusals are told apart, and an address comes with its page."""

from __future__ import annotations

from typing import Any

import pytest

from app.providers import registry
from app.providers.contracts import EmailFinder, SiteQuery, SiteVisit
from app.providers.errors import AccessRevoked, ProviderError, QuotaReached, Refused
from app.providers.hunter.finder import HunterFinder
from tests.providers.scripted import Received, Reply, as_json, scripted

AGENT = "AstroGrowth/1.0 (+https://astrogrowth.example; a@astrogrowth.example)"
KEY = "a-very-secret-key"
ALICE = SiteQuery("https://www.alice.example/menu", "Chez Alice", "Lévis")
PAGE = {"domain": "alice.example", "uri": "https://alice.example/equipe", "extracted_on": "2026-03-01",
        "last_seen_on": "2026-10-11", "still_on_page": True}  # fmt: skip


def email(value: str, kind: str = "personal", **more: Any) -> dict[str, Any]:
    return {
        "value": value,
        "type": kind,
        "confidence": 90,
        "sources": [PAGE],
        "verification": {"status": "valid"},
    } | more


def answer(*emails: Any, **more: Any) -> Reply:
    return as_json({"data": {"domain": "alice.example", "emails": list(emails), **more}, "meta": {}})


def refusal(status: int, name: str = "", **headers: str) -> Reply:
    return as_json({"errors": [{"id": name, "code": status, "details": f"No, {KEY}"}]}, status, **headers)


class Time:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now, self.slept = 100.0, list[float]()

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    def clock(self) -> float:
        return self.now


def finder(url: str, time: Time | None = None) -> HunterFinder:
    time = time or Time()
    return HunterFinder(url, KEY, AGENT, sleep=time.sleep, clock=time.clock)


def found(*emails: Any, **more: Any) -> list[str]:
    with scripted(answer(*emails, **more)) as server:
        visit = finder(server.url).find(ALICE)
    assert visit.ended == "read"
    return [each.value for each in visit.findings.emails]


def test_one_question_is_asked_of_the_domain_and_the_key_stays_out_of_the_address() -> None:
    with scripted(answer(email("info@alice.example", "generic"))) as server:
        visit = finder(f"{server.url}/hunter/v2/").find(ALICE)
    [request] = server.requests
    assert (request.method, request.path) == ("GET", "/hunter/v2/domain-search?domain=alice.example&limit=10")
    assert request.headers["x-api-key"] == KEY
    assert request.headers["user-agent"] == AGENT
    assert (visit.ended, list(visit.waiting)) == ("read", [])


def test_an_address_comes_with_the_page_and_the_days_it_was_seen() -> None:
    old = PAGE | {"uri": "https://alice.example/vieux", "last_seen_on": "2026-11-01", "still_on_page": False}
    with scripted(answer(email("Info@Alice.example", sources=[old, PAGE]))) as server:
        [fact] = finder(server.url).find(ALICE).findings.emails
    assert (fact.value, fact.page_url, fact.how) == ("info@alice.example", "https://alice.example/equipe", "hunter")
    assert "2026-03-01" in fact.snippet
    assert "2026-10-11" in fact.snippet
    assert len(fact.snippet) <= 200


def test_the_business_comes_before_its_people_and_the_surest_first() -> None:
    listed = [email("marie@alice.example", confidence=99), email("info@alice.example", "generic", confidence=60),
              email("jean@alice.example", confidence=None), email("bonjour@alice.example", "generic")]  # fmt: skip
    names = ["bonjour", "info", "marie", "jean"]
    assert found(*listed) == [f"{name}@alice.example" for name in names]


@pytest.mark.parametrize(
    "wrong",
    [None, 3, {}, {"value": None}, email("no address"), email("a@b.example", sources=[]),
     email("a@b.example", sources=None),
     email("a@b.example", sources=[{"uri": "javascript:alert(1)"}, "x"]),
     email("a@b.example", verification={"status": "invalid"})],
)  # fmt: skip
def test_what_no_page_publishes_or_is_no_address_is_left_out(wrong: Any) -> None:
    assert found(wrong, email("info@alice.example")) == ["info@alice.example"]


@pytest.mark.parametrize("everybodys", ["webmail", "disposable"])
def test_a_domain_of_everybody_gives_nobodys_address(everybodys: str) -> None:
    assert found(email("marie@alice.example"), **{everybodys: True}) == []


def test_an_unknown_domain_is_an_empty_visit() -> None:
    assert found(pattern=None) == []


def test_a_person_who_asked_to_be_left_alone_is_a_refusal_and_never_asked_again() -> None:
    with scripted(refusal(451)) as server:
        visit = finder(server.url).find(ALICE)
        assert len(server.requests) == 1
    [fact] = visit.findings.refusals
    assert (visit.ended, fact.how, list(visit.findings.emails)) == ("read", "hunter", [])
    assert "demandé" in fact.value


def test_too_fast_is_waited_out_and_asked_again() -> None:
    time = Time()
    with scripted(refusal(403), refusal(403), answer(email("info@alice.example"))) as server:
        visit = finder(server.url, time).find(ALICE)
        assert len(server.requests) == 3
    assert visit.findings.emails
    assert [each for each in time.slept if each >= 1] == [1, 2]


def test_too_fast_for_too_long_may_be_tried_later() -> None:
    with scripted(refusal(403, Retry_After="7")) as server:
        with pytest.raises(QuotaReached) as caught:
            finder(server.url).find(ALICE, seconds=5)
        assert len(server.requests) == 1
    assert (caught.value.code, caught.value.permanent, caught.value.retry_after_seconds) == ("rate", False, 7)


@pytest.mark.parametrize(
    ("status", "kind", "code"), [(429, QuotaReached, "credits_exhausted"), (401, AccessRevoked, "access_revoked")]
)
def test_spent_credits_or_a_refused_key_close_the_door(status: int, kind: type[ProviderError], code: str) -> None:
    with scripted(refusal(status)) as server:
        hunter = finder(server.url)
        for _ in range(2):
            with pytest.raises(kind) as caught:
                hunter.find(ALICE)
        assert len(server.requests) == 1
    assert (caught.value.code, caught.value.permanent) == (code, True)
    assert KEY not in str(caught.value)


@pytest.mark.parametrize(
    ("status", "name", "code"),
    [(400, "wrong_params", "wrong_params"), (400, "pagination_error", "pagination_error"), (400, "", "refused"),
     (404, "not_found", "not_found"), (422, "", "invalid"), (301, "", "redirected")],
)  # fmt: skip
def test_a_refusal_is_final(status: int, name: str, code: str) -> None:
    with scripted(refusal(status, name)) as server:
        with pytest.raises(Refused) as caught:
            finder(server.url).find(ALICE)
        assert len(server.requests) == 1
    assert caught.value.code == code


@pytest.mark.parametrize(
    "reply",
    [refusal(500), refusal(503), refusal(409, "idempotency_key_in_flight", Retry_After="2"), Reply(502, b"<html>"),
     Reply(fault="reset"), Reply(200, b"{"), as_json([]), as_json({"data": []}), as_json({"data": {"emails": None}})],
)  # fmt: skip
def test_what_passes_may_be_tried_later(reply: Reply) -> None:
    with scripted(reply) as server, pytest.raises(ProviderError) as caught:
        finder(server.url).find(ALICE)
    assert not caught.value.permanent


@pytest.mark.parametrize(
    "reply", [refusal(503, Retry_After="60"), refusal(403, Retry_After="60"), Reply(fault="reset")]
)
def test_a_directory_that_is_down_is_not_waited_for_business_after_business(reply: Reply) -> None:
    with scripted(reply) as server:
        hunter = finder(server.url)
        for _ in range(5):
            with pytest.raises(ProviderError):
                hunter.find(ALICE)
        assert len(server.requests) == 2


def test_what_was_never_heard_is_not_paid_twice() -> None:
    with scripted(Reply(fault="reset")) as server:
        with pytest.raises(ProviderError):
            finder(server.url).find(ALICE)
        assert len(server.requests) == 1


@pytest.mark.parametrize(
    "website", ["", "   ", "https://www.facebook.com/alice", "http://192.168.1.4/", "http://[::1", "localhost"]
)
def test_what_is_no_domain_of_its_own_costs_nothing(website: str) -> None:
    with scripted(answer()) as server:
        assert finder(server.url).find(SiteQuery(website)).ended == "unusable"
        assert not server.requests


def test_questions_keep_their_distance() -> None:
    time = Time()
    with scripted(answer()) as server:
        hunter = finder(server.url, time)
        hunter.find(ALICE)
        hunter.find(ALICE)
    assert sum(time.slept) * 500 >= 60


def test_a_finished_search_is_not_made_again() -> None:
    done = SiteVisit(ended="read")
    with scripted(answer()) as server:
        assert finder(server.url).find(ALICE, done) is done
        assert not server.requests


def test_the_registry_builds_it_from_the_settings() -> None:
    def serve(request: Received) -> Reply:
        return answer(email("info@alice.example")) if request.headers["x-api-key"] == KEY else refusal(401)

    with scripted(serve) as server:
        built: EmailFinder = registry.load("hunter", EmailFinder, url=server.url, api_key=KEY, user_agent=AGENT)
        assert built.name == "hunter"
        assert built.find(ALICE).findings.emails
