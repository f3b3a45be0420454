"""A page left open hears of what happens: one toast, a count, and a field that keeps its words and its focus."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect
from sqlalchemy import select

from app.core.db import db
from app.domains.notifications.kinds import Kind
from app.domains.notifications.models import Notification
from tests.browser.steps import expect_clean
from tests.browser.test_phones import address, home
from tests.domains.notifications.test_lists import line
from tests.people import Person

__all__ = ["address"]
HALF_A_MINUTE = 31_000


def tick(page: Page) -> None:
    page.clock.run_for(HALF_A_MINUTE)


def written(browser: Browser, at: str) -> Page:
    page = home(browser, at, "")
    page.clock.install()
    page.goto(f"{at}/contenus/nouvelle")
    page.locator("[name=text]").fill("Ce matin, la fournée")
    return page


def test_a_toast_comes_once_and_troubles_no_field(browser: Browser, address: str, alice: Person) -> None:
    page = written(browser, address)
    asked: list[int] = []
    page.on("response", lambda answer: asked.append(answer.status) if "/nouvelles" in answer.url else None)
    with page.expect_response("**/notifications/nouvelles*"):
        tick(page)
    expect(page.locator(".toast")).to_have_count(0)
    line(alice, "a", kind=Kind.RECONNECT, count=1)
    with page.expect_response("**/notifications/nouvelles*"):
        tick(page)
    expect(page.locator("#toasts[aria-live=polite] .toast")).to_contain_text("Un accès est à rouvrir")
    expect(page.locator(".bell .count")).to_contain_text("1")
    assert page.evaluate("document.activeElement.name") == "text"
    assert page.locator("[name=text]").input_value() == "Ce matin, la fournée"
    expect_clean(page)
    page.get_by_role("button", name="Fermer le message").click()
    with page.expect_response("**/notifications/nouvelles*"):
        tick(page)
    expect(page.locator(".toast")).to_have_count(0)
    assert asked == [204, 200, 204]
    page.context.close()


def test_a_hidden_page_does_not_ask_and_a_lost_session_says_nothing(
    browser: Browser, address: str, alice: Person
) -> None:
    page = written(browser, address)
    asked: list[int] = []
    page.on("response", lambda answer: asked.append(answer.status) if "/nouvelles" in answer.url else None)
    page.evaluate("Object.defineProperty(document, 'hidden', { value: true, configurable: true })")
    tick(page)
    tick(page)
    assert asked == []
    page.evaluate("delete document.hidden")
    page.context.clear_cookies()
    with page.expect_response("**/notifications/nouvelles*"):
        tick(page)
    assert asked == [401]
    expect(page.locator(".toast")).to_have_count(0)
    assert page.url.endswith("/contenus/nouvelle")
    page.context.close()


def test_the_toast_leads_to_the_thing(browser: Browser, address: str, alice: Person) -> None:
    page = written(browser, address)
    line(alice, "a", kind=Kind.WEEKLY, count=1)
    with page.expect_response("**/notifications/nouvelles*"):
        tick(page)
    page.locator(".toast").get_by_role("button", name="Voir").click()
    page.wait_for_url("**/resultats")
    db.session.rollback()
    assert db.session.scalars(select(Notification.read_at)).one() is not None
    db.session.rollback()
    page.context.close()
