"""Publications to approve come in one mail, whole, with their pictures, to whoever may approve."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, update

from app.core import clock
from app.core.db import db
from app.core.storage import store
from app.domains.approvals.models import ApprovalLink
from app.domains.campaigns.models import Campaign
from app.domains.contents.models import Content, Writing
from app.domains.leads import services as leads
from app.domains.leads.models import Lead
from app.domains.notifications import asking, choices
from app.domains.notifications.kinds import Channel, Kind
from app.domains.notifications.models import Mail, MailPicture, Notification
from app.domains.publishing.models import Delivery
from app.sandbox.mailbox.letters import open_letters
from app.sandbox.server import RunningSandbox
from tests.domains.contents import making
from tests.domains.publishing import showing
from tests.factories.publishing import pending
from tests.people import Person, make_person

Drain = Callable[..., int]
# A Tuesday afternoon in Québec.
AFTERNOON = datetime(2026, 11, 24, 19, 0, tzinfo=UTC)
NIGHT = datetime(2026, 11, 25, 3, 30, tzinfo=UTC)
MORNING = datetime(2026, 11, 25, 13, 5, tzinfo=UTC)


@pytest.fixture(autouse=True)
def afternoon() -> Any:
    with clock.frozen_at(AFTERNOON):
        yield


@pytest.fixture
def campaign(alice: Person) -> Campaign:
    return making.campaign(alice.workspace, launched_at=clock.now() - timedelta(minutes=2))


def written(person: Person, campaign: Campaign, count: int, text: str = making.TEXT) -> list[Content]:
    names = ("Café Bleu", "Le Thym", "Chez Rosa", "La Miche", "Bistro du Quai", "L’Érable", "Au Coin", "Le Phare",
             "La Table", "Le Four", "Chez Paul", "La Cour")  # fmt: skip
    return [
        pending(
            person,
            text.replace("Café Bleu", names[number]),
            campaign_id=campaign.id,
            writer="offline",
            lead_id=making.lead(person.workspace, names[number]).id,
        )  # fmt: skip
        for number in range(count)
    ]


def received(sandbox: RunningSandbox, to: str = "") -> list[dict[str, Any]]:
    letters = [letter.as_json() for letter in open_letters(sandbox.state)]
    return [letter for letter in letters if not to or letter["to"] == [to]]


def source(sandbox: RunningSandbox, number: int = 0) -> EmailMessage:
    letter = open_letters(sandbox.state)[number]
    message = message_from_bytes(sandbox.state.blob(letter.id) or b"", policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def tokens(letter: dict[str, Any]) -> list[str]:
    return list(dict.fromkeys(re.findall(r"http://localhost/a/(\S+)", letter["text"])))


def at(moment: datetime) -> Any:
    return clock.frozen_at(moment)


def test_a_campaign_s_publications_come_in_one_mail_with_a_link_each(
    alice: Person, campaign: Campaign, sandbox: RunningSandbox, run_jobs: Drain, client: FlaskClient
) -> None:
    contents = written(alice, campaign, 3)
    for content in contents:
        asking.note_ready(content.id)
    run_jobs()
    [letter] = received(sandbox)
    assert letter["to"] == ["alice@exemple.ca"]
    assert letter["subject"] == "3\u00a0publications à approuver"
    assert len(tokens(letter)) == 3
    for content, token in zip(contents, tokens(letter), strict=True):
        for paragraph in content.text.split("\n\n"):
            assert paragraph in letter["text"]
            assert paragraph in letter["html"].replace("&#39;", "'")
        assert f"/a/{token}" in letter["html"]
        assert client.get(f"/a/{token}").status_code == 200
    client.post(f"/a/{tokens(letter)[1]}", data={"geste": "approuver"})
    assert [making.reread(each).state for each in contents] == ["pending", "approved", "pending"]


def test_one_publication_is_named_in_the_subject(
    alice: Person, campaign: Campaign, sandbox: RunningSandbox, run_jobs: Drain
) -> None:
    [content] = written(alice, campaign, 1)
    asking.note_ready(content.id)
    run_jobs()
    assert received(sandbox)[0]["subject"] == "À approuver\u00a0: Café Bleu"


def test_pictures_travel_in_the_mail_and_nothing_is_fetched(
    alice: Person, campaign: Campaign, sandbox: RunningSandbox, run_jobs: Drain
) -> None:
    contents = written(alice, campaign, 2)
    asking.note_ready(contents[0].id)
    run_jobs()
    message = source(sandbox)
    related = [part for part in message.walk() if part.get_content_type() == "image/jpeg"]
    html = message.get_body(preferencelist=("html",)).get_content()
    assert {part["Content-ID"].strip("<>") for part in related} == set(re.findall(r'src="cid:([^"]+)"', html))
    assert len(related) == 2
    assert not re.findall(r'src="http', html) and "<script" not in html
    assert 'alt="Affiche du Café Bleu, à Lévis"' in html
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert "/desabonnement/" in message["List-Unsubscribe"]


@pytest.mark.parametrize(("count", "length"), [(1, 2900), (5, 2900), (12, 2900), (12, 1200), (5, 900)])
def test_the_mail_stays_under_sixty_thousand_bytes(
    alice: Person, campaign: Campaign, sandbox: RunningSandbox, run_jobs: Drain, count: int, length: int
) -> None:
    store()
    text = ("Au Café Bleu, à Lévis, l’été s’achève près de la fenêtre, où l’on goûte à tout. " * 60)[:length]
    written(alice, campaign, count, text)
    asking.ask(making.contents_of(campaign)[0].id)
    run_jobs()
    weight = len(bytes(source(sandbox)))
    assert 5_000 < weight < 60_000, weight
    assert len(tokens(received(sandbox)[0])) == count


def test_nothing_is_asked_while_others_are_being_written(
    alice: Person, campaign: Campaign, sandbox: RunningSandbox, run_jobs: Drain
) -> None:
    [first] = written(alice, campaign, 1)
    [order] = making.order(campaign, making.lead(alice.workspace, "Le Thym"))
    asking.note_ready(first.id)
    assert db.session.scalars(select(Mail)).all() == []
    db.session.execute(update(Writing).where(Writing.id == order.id).values(state="failed"))
    db.session.commit()
    asking.note_ready(first.id)
    assert len(db.session.scalars(select(Mail)).all()) == 1


def test_every_approver_has_her_own_links_and_nobody_else_is_written_to(
    app: Flask, alice: Person, bob: Person, campaign: Campaign, sandbox: RunningSandbox, run_jobs: Drain
) -> None:
    make_person(app, "dora", workspace=alice.workspace, role="client")
    make_person(app, "emile", workspace=alice.workspace, role="editor")
    [content] = written(alice, campaign, 1)
    asking.note_ready(content.id)
    run_jobs()
    assert sorted(letter["to"][0] for letter in received(sandbox)) == ["alice@exemple.ca", "dora@exemple.ca"]
    assert tokens(received(sandbox)[0]) != tokens(received(sandbox)[1])


def test_once_a_day_at_most_and_only_for_what_is_new(
    alice: Person, campaign: Campaign, sandbox: RunningSandbox, run_jobs: Drain
) -> None:
    [content] = written(alice, campaign, 1)
    asking.note_ready(content.id)
    later = pending(alice, making.TEXT + " Ajout.", campaign_id=campaign.id)
    asking.note_ready(later.id)
    asking.ask_daily(alice.workspace.id)
    run_jobs()
    assert len(received(sandbox)) == 1, "the second one waits for tomorrow"
    with at(AFTERNOON + timedelta(days=1)):
        db.session.execute(update(Content).where(Content.id == later.id).values(updated_at=clock.now()))
        db.session.commit()
        asking.ask_daily(alice.workspace.id)
        asking.ask_daily(alice.workspace.id)
        run_jobs()
    assert len(received(sandbox)) == 2
    with at(AFTERNOON + timedelta(days=2)):
        asking.ask_daily(alice.workspace.id)
        run_jobs()
    assert len(received(sandbox)) == 2, "nothing is new"
    with at(AFTERNOON + timedelta(days=4, hours=1)):
        asking.ask_daily(alice.workspace.id)
        run_jobs()
    assert len(received(sandbox)) == 3, "the links are dead"
    with at(AFTERNOON + timedelta(days=20)):
        asking.ask_daily(alice.workspace.id)
        run_jobs()
    assert len(received(sandbox)) == 3, "two weeks is enough"


def test_at_night_the_mail_waits_for_morning_unless_she_has_just_launched(
    alice: Person, sandbox: RunningSandbox, run_jobs: Drain
) -> None:
    with at(NIGHT):
        old = making.campaign(alice.workspace, launched_at=NIGHT - timedelta(hours=5))
        [content] = written(alice, old, 1)
        asking.note_ready(content.id)
        asking.ask_daily(alice.workspace.id)
        run_jobs()
        assert received(sandbox) == []
    with at(MORNING):
        asking.ask_daily(alice.workspace.id)
        run_jobs()
    assert len(received(sandbox)) == 1
    with at(NIGHT + timedelta(days=1)):
        fresh = making.campaign(alice.workspace, launched_at=clock.now() - timedelta(minutes=3))
        [content] = written(alice, fresh, 1, making.TEXT + " Encore.")
        asking.note_ready(content.id)
        run_jobs()
    assert len(received(sandbox)) == 2


def test_who_wants_no_mail_gets_a_line_in_her_list_only(alice: Person, campaign: Campaign) -> None:
    choices.choose(alice.user.id, alice.workspace.id, {Kind.TO_APPROVE: {Channel.MAIL: False}})
    contents = written(alice, campaign, 2)
    asking.note_ready(contents[0].id)
    assert db.session.scalars(select(Mail)).all() == []
    assert [(row.kind, row.count) for row in db.session.scalars(select(Notification))] == [("to_approve", 2)]


def test_with_two_approvals_the_first_person_is_not_asked_again(
    app: Flask, alice: Person, campaign: Campaign, sandbox: RunningSandbox, run_jobs: Drain
) -> None:
    db.session.merge(alice.workspace).approval_rule = "two"
    db.session.commit()
    make_person(app, "dora", workspace=alice.workspace, role="client")
    [content] = written(alice, campaign, 1)
    alice.client.post(f"/contenus/{content.id}/approbation")
    asking.note_ready(content.id)
    run_jobs()
    assert [letter["to"][0] for letter in received(sandbox)] == ["dora@exemple.ca"]


def test_a_demonstration_asks_nobody(alice: Person, campaign: Campaign) -> None:
    db.session.merge(alice.workspace).is_demo = True
    db.session.commit()
    [content] = written(alice, campaign, 1)
    asking.note_ready(content.id)
    asking.ask_daily(alice.workspace.id)
    assert db.session.scalars(select(Mail)).all() == []


def test_what_a_mail_says_is_sealed_while_it_waits_and_erased_once_sent(
    alice: Person, campaign: Campaign, sandbox: RunningSandbox, run_jobs: Drain
) -> None:
    [content] = written(alice, campaign, 1)
    asking.note_ready(content.id)
    [row] = db.session.scalars(select(Mail)).all()
    assert "/a/" not in row.text + row.html and "Café" not in row.text
    run_jobs()
    db.session.expire_all()
    [row] = db.session.scalars(select(Mail)).all()
    assert (row.state, row.text, row.html) == ("sent", "", "")
    assert db.session.scalars(select(MailPicture)).all() == []


def test_a_dead_link_brings_a_fresh_one_for_the_present_text(
    alice: Person, campaign: Campaign, sandbox: RunningSandbox, run_jobs: Drain, client: FlaskClient
) -> None:
    showing.connection(alice.workspace)
    [content] = written(alice, campaign, 1)
    asking.note_ready(content.id)
    run_jobs()
    [token] = tokens(received(sandbox)[0])
    db.session.execute(update(Content).where(Content.id == content.id).values(revision=2, text=making.TEXT + " Oui."))
    db.session.commit()
    for _ in range(3):
        page = client.post(f"/a/{token}/nouveau-lien", follow_redirects=True).text
        assert "un nouveau courriel part dans un instant" in page
        run_jobs()
    letters = received(sandbox)
    assert len(letters) == 2, "once an hour"
    [fresh] = tokens(letters[0])
    assert fresh != token
    client.post(f"/a/{fresh}", data={"geste": "approuver"})
    assert [row.state for row in db.session.scalars(select(Delivery))] == ["scheduled"]


def test_a_prospect_that_is_forgotten_is_named_in_no_mail_that_waits(
    alice: Person, campaign: Campaign, sandbox: RunningSandbox, run_jobs: Drain
) -> None:
    first, second = written(alice, campaign, 2)
    asking.note_ready(first.id)
    lead = db.session.get(Lead, first.lead_id)
    assert lead is not None
    leads.forget(lead, by_id=alice.user.id)
    run_jobs()
    assert received(sandbox) == []
    assert db.session.scalars(select(ApprovalLink.content_id)).all() == [second.id]
    with at(AFTERNOON + timedelta(minutes=20)):
        asking.ask_daily(alice.workspace.id)
        run_jobs()
    [letter] = received(sandbox)
    assert letter["subject"] == "À approuver\u00a0: Le Thym" and "Au Café Bleu" not in letter["text"]
