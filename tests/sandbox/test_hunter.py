"""Hunter's twin: what it knows of a domain, and every refusal of the contract."""

from __future__ import annotations

from itertools import count
from typing import Any

import pytest
import requests

from app.providers.contracts import SiteQuery
from app.providers.hunter.finder import HunterFinder
from app.sandbox.server import RunningSandbox
from app.sandbox.sites.businesses import catalogue
from tests.sandbox.outside import AGENT, Outside

KEY = "demonstration"
NUMBERS = count()


def ask(outside: Outside, door: str, key: str | None = None, **asked: Any) -> requests.Response:
    # Each call under its own key: the pace of a key is another test's.
    key = f"sandbox-{next(NUMBERS)}" if key is None else key
    headers = {"X-API-KEY": key} if key else {}
    return requests.get(f"{outside.url}/hunter/v2/{door}", params=asked, headers=headers, timeout=5)


def refused(answer: requests.Response) -> tuple[int, str]:
    told = answer.json()["errors"][0]
    assert told["code"] == answer.status_code
    assert told["details"]
    return answer.status_code, told["id"]


def known_domain(outside: Outside) -> str:
    for number in range(50):
        domain = f"resto-{number}.example"
        if {each["type"] for each in search(outside, domain)["data"]["emails"]} == {"generic", "personal"}:
            return domain
    raise AssertionError("no domain has addresses")


def search(outside: Outside, domain: str) -> dict[str, Any]:
    found: dict[str, Any] = ask(outside, "domain-search", domain=domain).json()
    return found


@pytest.mark.parametrize(
    "given",
    [{"headers": {"X-API-KEY": KEY}}, {"headers": {"Authorization": f"Bearer {KEY}"}}, {"params": {"api_key": KEY}}],
)
def test_the_key_may_come_in_three_places(outside: Outside, given: dict[str, Any]) -> None:
    assert requests.get(f"{outside.url}/hunter/v2/account", timeout=5, **given).status_code == 200


def test_a_search_tells_addresses_with_the_pages_that_publish_them(outside: Outside) -> None:
    domain = known_domain(outside)
    told = search(outside, domain)
    assert told["data"]["domain"] == domain
    assert told["meta"]["results"] == len(told["data"]["emails"])
    assert {each["type"] for each in told["data"]["emails"]} == {"generic", "personal"}
    source = told["data"]["emails"][0]["sources"][0]
    assert set(source) == {"domain", "uri", "extracted_on", "last_seen_on", "still_on_page"}
    assert search(outside, domain) == told


def test_a_type_is_what_is_given(outside: Outside) -> None:
    told = ask(outside, "domain-search", domain=known_domain(outside), type="generic").json()
    assert [each["type"] for each in told["data"]["emails"]] == ["generic"]


def test_an_unknown_domain_is_an_empty_answer(outside: Outside) -> None:
    told = ask(outside, "domain-search", domain="gmail.com").json()["data"]
    assert (told["emails"], told["pattern"]) == ([], None)


@pytest.mark.parametrize("key", ["", "invalid-key"])
def test_a_missing_or_wrong_key_is_refused(outside: Outside, key: str) -> None:
    assert refused(ask(outside, "domain-search", key, domain="a.example")) == (401, "authentication_failed")


@pytest.mark.parametrize(
    "asked",
    [{}, {"domain": "a.example", "company": "A"}, {"domain": "pas un domaine"}, {"domain": "a.example", "limit": "x"},
     {"domain": "a.example", "type": "any"},
        {"domain": "a.example", "page": "2"},
        {"domain": "a.example", "seniority": "old"}, {"domain": "a.example", "department": "circus"}],
)  # fmt: skip
def test_a_question_that_is_none_is_refused(outside: Outside, asked: dict[str, str]) -> None:
    assert refused(ask(outside, "domain-search", **asked)) == (400, "wrong_params")


@pytest.mark.parametrize("beyond", [{"limit": "11"}, {"offset": "20"}])
def test_the_free_plan_gives_ten_at_most(outside: Outside, beyond: dict[str, str]) -> None:
    assert refused(ask(outside, "domain-search", domain="a.example", **beyond)) == (400, "pagination_error")
    assert ask(outside, "domain-search", "sandbox-paid", domain="a.example", **beyond).status_code == 200


def test_too_many_in_a_second_is_a_403_and_spent_credits_a_429(outside: Outside) -> None:
    outside.sandbox.state.now = lambda: 1_900_000_000.0
    answers = [ask(outside, "domain-search", "sandbox-pace", domain="gmail.com") for _ in range(16)]
    assert [each.status_code for each in answers] == [200] * 15 + [403]
    assert refused(ask(outside, "domain-search", "sandbox-spent", domain="a.example")) == (429, "too_many_requests")


def test_what_does_not_exist_is_a_404(outside: Outside) -> None:
    answer = requests.post(f"{outside.url}/hunter/v2/domain-search", headers={"X-API-KEY": KEY}, timeout=5)
    assert refused(answer) == (404, "not_found")


@pytest.mark.parametrize("status", [403, 409, 429, 451, 500, 503])
def test_a_failure_ordered_has_hunter_s_own_body(outside: Outside, status: int) -> None:
    outside.behave("hunter", str(status))
    assert refused(ask(outside, "domain-search", domain="a.example"))[0] == status
    assert ask(outside, "domain-search", domain="a.example").status_code == 200


def test_a_person_is_found_by_name_or_not_at_all(outside: Outside) -> None:
    domain = known_domain(outside)
    person = next(each for each in search(outside, domain)["data"]["emails"] if each["type"] == "personal")
    names = {"first_name": person["first_name"], "last_name": person["last_name"]}
    assert ask(outside, "email-finder", domain=domain, **names).json()["data"]["email"] == person["value"]
    nobody = ask(outside, "email-finder", domain="gmail.com", full_name="Personne Dutout").json()["data"]
    assert (nobody["email"], nobody["score"]) == (None, None)
    assert refused(ask(outside, "email-finder", domain=domain)) == (400, "wrong_params")


def test_a_verification_may_take_its_time(outside: Outside) -> None:
    outside.behave("hunter", "verifying", path="/hunter/v2/email-verifier")
    assert ask(outside, "email-verifier", email="info@a.example").status_code == 202
    assert ask(outside, "email-verifier", email="info@a.example").json()["data"]["email"] == "info@a.example"
    assert refused(ask(outside, "email-verifier", email="pas une adresse")) == (400, "wrong_params")


@pytest.mark.parametrize(
    ("door", "asked", "name"),
    [
        ("domain-search", {"domain": "a.example", "required_field": "age"}, "wrong_params"),
        ("domain-search", {"domain": "a.example", "verification_status": "invalid"}, "wrong_params"),
        ("domain-search", {"domain": "a.example", "offset": "-1"}, "pagination_error"),
        ("email-finder", {"full_name": "Marie Roy"}, "wrong_params"),
        ("email-finder", {"domain": "a.example", "full_name": "Marie"}, "wrong_params"),
        ("email-finder", {"domain": "a.example", "full_name": "Marie Roy", "max_duration": "2"}, "wrong_params"),
        ("email-finder", {"domain": "a.example", "full_name": "Marie Roy", "max_duration": "21"}, "wrong_params"),
        ("email-finder", {"domain": "a.example", "full_name": "Marie Roy", "limit": "1"}, "wrong_params"),
        ("email-verifier", {}, "wrong_params"),
        ("account", {"plan": "free"}, "wrong_params"),
    ],
)
def test_each_door_reads_its_own_parameters(outside: Outside, door: str, asked: dict[str, str], name: str) -> None:
    assert refused(ask(outside, door, **asked)) == (400, name)


def test_a_paid_plan_has_its_own_end(outside: Outside) -> None:
    assert refused(ask(outside, "domain-search", "sandbox-paid", domain="a.example", limit="101"))[0] == 400


@pytest.mark.parametrize("door", ["", "leads", "discover"])
def test_a_door_that_is_not_there_is_a_404(outside: Outside, door: str) -> None:
    assert refused(ask(outside, door)) == (404, "not_found")


def test_a_company_stands_for_its_domain(outside: Outside) -> None:
    told = ask(outside, "domain-search", company="Chez Éloïse").json()
    assert (told["data"]["domain"], told["meta"]["params"]["company"]) == ("chez-eloise.example", "Chez Éloïse")


def test_verifying_has_a_slower_pace_of_its_own(outside: Outside) -> None:
    outside.sandbox.state.now = lambda: 1_950_000_000.0
    key = "sandbox-verifying"
    answers = [ask(outside, "email-verifier", key, email="info@a.example").status_code for _ in range(11)]
    assert answers == [200] * 10 + [403]
    assert ask(outside, "account", key).status_code == 200


def test_what_is_in_flight_says_when_to_come_back(outside: Outside) -> None:
    outside.behave("hunter", "409")
    assert ask(outside, "domain-search", domain="a.example").headers["Retry-After"] == "2"


def test_the_account_says_what_is_left(outside: Outside) -> None:
    told = ask(outside, "account").json()["data"]
    assert (told["plan_name"], told["requests"]["searches"]["used"]) == ("Free", 0)
    spent = ask(outside, "account", "sandbox-spent").json()["data"]["requests"]["searches"]
    assert spent["used"] == spent["available"]


@pytest.mark.parametrize(("email", "status"), [("a@gmail.com", "webmail"), ("no-reply@a.example", "invalid")])
def test_an_address_is_verified_for_what_it_is(outside: Outside, email: str, status: str) -> None:
    assert ask(outside, "email-verifier", email=email).json()["data"]["status"] == status


def test_our_own_finder_reads_the_twin(sandbox: RunningSandbox) -> None:
    finder = HunterFinder(f"{sandbox.url}/hunter/v2", KEY, AGENT)
    site = next(each for each in catalogue() if each.kind == "social_only")
    visit = finder.find(SiteQuery(f"http://{site.slug}.localhost:{sandbox.port}/", site.name))
    assert visit.ended == "read"
    assert all(each.how == "hunter" and site.slug in each.page_url for each in visit.findings.emails)
