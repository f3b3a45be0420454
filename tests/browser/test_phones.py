"""The offer of notices: seen where the browser has them, asked on a tap alone, and answered once."""

from __future__ import annotations

import dataclasses
import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import select
from werkzeug.serving import make_server

from app.core.db import db
from app.domains.contents.services import decisions
from app.domains.notifications.models import PushSubscription
from app.providers.web_push import vapid
from tests.browser.conftest import PHONE
from tests.browser.steps import expect_clean
from tests.domains.contents import making
from tests.domains.publishing import showing
from tests.people import PASSWORD, Person
from tests.push_service import Phone

KEY = vapid.new_key()
# The browser's own push service is far away; the rest of the browser is real.
SUBSCRIBES = """
const made = { endpoint: FORM.endpoint, toJSON: () => ({ endpoint: FORM.endpoint, keys: FORM }), unsubscribe: async () => true };
PushManager.prototype.subscribe = async (options) => {
  sessionStorage.setItem("asked-with", [...options.applicationServerKey].length + " " + options.userVisibleOnly);
  sessionStorage.setItem("kept", "1");
  return made;
};
PushManager.prototype.getSubscription = async () => sessionStorage.getItem("kept") ? made : null;
Notification.requestPermission = async () => { sessionStorage.setItem("prompts", 1); return ANSWER; };
"""  # noqa: E501  # a line of script


@pytest.fixture
def address(app: Flask, alice: Person) -> Iterator[str]:
    """Serve alice's account, where she approved one publication."""
    before = app.config["SETTINGS"]
    app.config["SETTINGS"] = dataclasses.replace(before, vapid_private_key=KEY)
    decisions.record(making.content(alice.workspace), "approved", by=alice.user.id)
    db.session.commit()
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    app.config["SETTINGS"] = before


def home(browser: Browser, address: str, script: str) -> Page:
    page = browser.new_context(viewport=PHONE, locale="fr-CA").new_page()
    page.set_default_timeout(15_000)
    page.add_init_script(script)
    page.goto(f"{address}/connexion")
    page.locator("[name=email]").fill("alice@exemple.ca")
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url("**/tableau-de-bord")
    return page


def able(answer: str) -> str:
    form = json.dumps(Phone().form("https://push.exemple.ca"))
    return SUBSCRIBES.replace("FORM", f"({form})").replace("ANSWER", json.dumps(answer))


def test_a_browser_without_notices_shows_no_offer(browser: Browser, address: str) -> None:
    page = home(browser, address, "delete window.PushManager")
    assert page.locator("[data-push]").count() == 1
    expect(page.get_by_role("button", name="Me prévenir ici")).to_be_hidden()
    page.goto(f"{address}/preferences/notifications")
    expect(page.get_by_text("Ce navigateur ne montre pas d’avis.")).to_be_visible()
    expect(page.get_by_role("button", name="Me prévenir ici")).to_be_hidden()
    page.context.close()


def test_a_yes_keeps_this_browser_and_it_is_taken_back(browser: Browser, address: str, pictures: Path) -> None:
    page = home(browser, address, able("granted"))
    expect(page.get_by_role("button", name="Me prévenir ici")).to_be_visible()
    assert page.evaluate("sessionStorage.getItem('prompts')") is None, "nothing is asked without a tap"
    expect_clean(page)
    page.screenshot(path=pictures / "offer.png", full_page=True)
    page.get_by_role("button", name="Me prévenir ici").click()
    expect(page.get_by_text("C’est fait. Nous vous préviendrons sur cet appareil.")).to_be_visible()
    assert page.locator("[data-push]").count() == 0
    assert page.evaluate("sessionStorage.getItem('asked-with')") == "65 true"
    db.session.rollback()
    [endpoint] = db.session.scalars(select(PushSubscription.endpoint))
    # On SQLite, a transaction left open here would hold the server’s own writes.
    db.session.rollback()
    assert endpoint.startswith("https://push.exemple.ca/")
    page.goto(f"{address}/preferences/notifications")
    expect(page.get_by_text("(celui-ci)")).to_be_visible()
    expect(page.get_by_role("button", name="Me prévenir ici")).to_be_hidden()
    expect_clean(page)
    page.screenshot(path=pictures / "preferences.png", full_page=True)
    page.get_by_role("button", name="Ne plus prévenir").click()
    expect(page.get_by_text("C’est fait. Cet appareil ne sera plus prévenu.")).to_be_visible()
    expect(page.get_by_role("button", name="Me prévenir ici")).to_be_visible()
    page.context.close()


def test_a_no_is_taken_for_an_answer(browser: Browser, address: str) -> None:
    page = home(browser, address, able("granted"))
    page.get_by_role("button", name="Plus tard").click()
    expect(page.locator("[data-push]")).to_have_count(0)
    page.reload()
    expect(page.locator("[data-push]")).to_have_count(0)
    page.context.close()


def test_it_is_offered_in_the_answer_of_the_first_approval_and_never_after_a_later(
    browser: Browser, address: str, alice: Person, pictures: Path
) -> None:
    waiting = [content.id for content in showing.several(alice.workspace, 3)]
    db.session.commit()
    page = home(browser, address, able("granted"))
    page.goto(f"{address}/contenus/{waiting[0]}")
    expect(page.locator("[data-push]")).to_have_count(0)
    page.get_by_role("button", name="Approuver", exact=True).click()
    expect(page.get_by_role("button", name="Me prévenir ici")).to_be_visible()
    page.screenshot(path=pictures / "answer.png")
    page.get_by_role("button", name="Plus tard").click()
    expect(page.locator("[data-push]")).to_have_count(0)
    with page.expect_response("**/approbation") as answer:
        page.get_by_role("button", name="Approuver", exact=True).click()
    assert answer.value.status == 200
    expect(page.get_by_text("1 sur 2")).to_be_visible()
    expect(page.locator("[data-push]")).to_have_count(0)
    page.context.close()


def test_a_phone_without_notices_sees_nothing_after_an_approval(browser: Browser, address: str, alice: Person) -> None:
    content = making.content(alice.workspace, state="pending")
    db.session.commit()
    page = home(browser, address, "delete window.PushManager")
    page.goto(f"{address}/contenus/{content.id}")
    page.get_by_role("button", name="Approuver", exact=True).click()
    expect(page.locator("[data-push]")).to_have_count(1)
    expect(page.get_by_role("button", name="Me prévenir ici")).to_be_hidden()
    expect(page.get_by_role("button", name="Plus tard")).to_be_hidden()
    page.context.close()


def test_a_browser_that_blocks_says_where_to_allow(browser: Browser, address: str) -> None:
    page = home(browser, address, able("denied"))
    page.get_by_role("button", name="Me prévenir ici").click()
    expect(page.get_by_text("Les avis sont bloqués pour ce site.")).to_be_visible()
    page.context.close()
