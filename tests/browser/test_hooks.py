"""The programs that are told, and the journal of one of them, opened to its last line."""

from __future__ import annotations

from playwright.sync_api import Browser

from app.core import clock
from app.core.db import db
from app.domains.webhooks.models import WebhookAttempt, WebhookEndpoint, WebhookMessage
from tests.browser.looking import WATCH_SHIFTS, faults
from tests.browser.test_phones import address, home
from tests.people import Person

__all__ = ["address"]
LONG = "une-reponse-sans-une-seule-espace-" * 12


def told(alice: Person) -> int:
    """Give alice an address with a message of each state, tried twice."""
    here = {"workspace_id": alice.workspace.id}
    hook = WebhookEndpoint(**here, url="https://exemple.ca/" + "adresse" * 20, events=["leads.ready"],
                           sealed_secret="-", failing_since=clock.now())  # fmt: skip
    db.session.add(hook)
    db.session.flush()
    for state in ("due", "sending", "sent", "failed"):
        row = WebhookMessage(**here, endpoint_id=hook.id, event_id=f"evt_{state}", type="leads.ready", state=state,
                             body='{"id": 1}', tries=2, status=500, give_up_at=clock.now())  # fmt: skip
        db.session.add(row)
        db.session.flush()
        tries = [{"status": 500, "excerpt": LONG, "reason": "refused"}, {"reason": "timeout"}]
        db.session.add_all([WebhookAttempt(**here, message_id=row.id, milliseconds=9_876, **each) for each in tries])
    db.session.commit()
    return hook.id


def test_the_journal_of_a_program_has_no_fault_all_opened(browser: Browser, address: str, alice: Person) -> None:
    hook_id = told(alice)
    page = home(browser, address, WATCH_SHIFTS)
    said = []
    for path in ("/profil/logiciels", f"/profil/logiciels/{hook_id}"):
        page.goto(address + path)
        said += faults(page)
    for summary in page.get_by_text("Chaque essai").all():
        summary.click()
    assert page.get_by_text("9\u00a0876\u00a0ms").count() == 8
    # What a hand opens moves what is under it.
    said += [each for each in faults(page) if "moved by" not in each]
    page.context.close()
    assert not said
