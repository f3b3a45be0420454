"""« À approuver partout »: one thumb for every workspace of a person, with the same service and the same undo."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from sqlalchemy import event, select

from app.core import clock
from app.core.db import db
from app.domains.contents.models import Content, ContentDecision
from app.domains.notifications import asking
from app.domains.notifications.models import Notification
from app.domains.publishing import everywhere
from app.domains.workspaces import services
from app.domains.workspaces.models import Membership, Workspace
from tests.domains.contents import making
from tests.people import Person


def space(alice: Person, name: str, role: str = "owner") -> Workspace:
    workspace = services.open_workspace(alice.user, name)
    db.session.flush()
    db.session.scalars(select(Membership).where(Membership.workspace_id == workspace.id)).one().role = role
    db.session.commit()
    return workspace


def state_of(content: Content) -> str:
    db.session.expire_all()
    return db.session.get_one(Content, content.id).state


def address(content: Content, gesture: str) -> str:
    return f"/a-approuver/{content.workspace_id}/{content.id}/{gesture}"


def test_what_waits_in_each_workspace_is_grouped_and_nothing_of_others_shows(
    app: Flask, alice: Person, charlie: Person
) -> None:
    other = space(alice, "Chez Second")
    hers = [making.content(alice.workspace), making.content(other), making.content(other)]
    making.content(charlie.workspace)
    making.content(space(alice, "Chez Lecture", "analyst"))
    groups = everywhere.page(alice.user.id).groups
    assert [(group.workspace.name, group.count) for group in groups] == [("Chez Alice", 1), ("Chez Second", 2)]
    shown = alice.client.get("/a-approuver").get_data(as_text=True)
    assert set(re.findall(r'id="content-(\d+)"', shown)) == {str(each.id) for each in hers}


def test_a_thumb_approves_in_its_own_workspace_and_takes_it_back(app: Flask, alice: Person) -> None:
    other = space(alice, "Chez Second")
    content = making.content(other)
    posted = alice.client.post(address(content, "approbation"), data={"revision": content.revision})
    assert posted.location == f"/a-approuver?decidee={other.id}-{content.id}"
    assert state_of(content) == "approved"
    line = db.session.scalars(select(ContentDecision).where(ContentDecision.content_id == content.id)).one()
    assert (line.kind, line.by_id, line.workspace_id) == ("approved", alice.user.id, other.id)
    assert address(content, "decision") in alice.client.get(posted.location).get_data(as_text=True)
    assert alice.client.delete(address(content, "decision")).location == "/a-approuver"
    assert state_of(content) == "pending"
    alice.client.post(address(content, "rejet"))
    assert state_of(content) == "rejected"


def test_a_text_that_changed_since_it_was_read_is_not_approved(app: Flask, alice: Person) -> None:
    content = making.content(alice.workspace)
    alice.client.post(address(content, "approbation"), data={"revision": content.revision + 1})
    assert state_of(content) == "pending"


@pytest.mark.parametrize("gesture", ["approbation", "rejet"])
def test_who_may_not_approve_there_is_refused_and_a_stranger_finds_nothing(
    app: Flask, alice: Person, bob: Person, charlie: Person, gesture: str
) -> None:
    content = making.content(alice.workspace)
    assert bob.client.post(address(content, gesture)).status_code == 403
    assert charlie.client.post(address(content, gesture)).status_code == 404
    assert alice.client.post(f"/a-approuver/{charlie.workspace.id}/{content.id}/{gesture}").status_code == 404
    assert charlie.client.post(f"/a-approuver/{charlie.workspace.id}/{content.id}/{gesture}").status_code == 404
    assert state_of(content) == "pending"


def test_every_publication_is_reached_page_by_page_with_the_same_queries(app: Flask, alice: Person) -> None:
    spaces = [alice.workspace, *(space(alice, f"Chez {number}") for number in range(3))]
    hers = [making.content(workspace).id for workspace in spaces for _number in range(9)]
    seen, after, counts = [], None, set()
    while True:
        statements: list[str] = []
        watch = lambda *said, kept=statements: kept.append(said[2])  # noqa: E731  # the same object is listened with, and removed
        event.listen(db.engine, "before_cursor_execute", watch)
        page = everywhere.page(alice.user.id, after)
        event.remove(db.engine, "before_cursor_execute", watch)
        counts.add(len([each for each in statements if each.startswith("SELECT")]))
        seen += [content.id for group in page.groups for content in group.contents]
        if page.next is None:
            break
        after = page.next
    assert seen == sorted(hers, key=seen.index)
    assert sorted(seen) == sorted(hers)
    assert counts == {3}


def test_a_first_approval_of_two_leaves_the_list_of_who_gave_it(app: Flask, alice: Person) -> None:
    from tests.people import make_person

    dora = make_person(app, "dora", workspace=alice.workspace, role="manager")
    alice.workspace.approval_rule = "two"
    content = making.content(alice.workspace)
    db.session.commit()
    alice.client.post(address(content, "approbation"), data={"revision": content.revision})
    assert everywhere.page(alice.user.id).groups == []
    assert [group.count for group in everywhere.page(dora.user.id).groups] == [1]
    dora.client.post(address(content, "approbation"), data={"revision": content.revision})
    assert state_of(content) == "approved"


def test_each_workspace_asks_in_its_own_list_the_same_day(app: Flask, alice: Person) -> None:
    """One day's asking was kept by person alone: the second workspace's never reached her list."""
    other = space(alice, "Chez Second")
    for workspace in (alice.workspace, other):
        content = making.content(workspace)
        content.campaign_id = None
        db.session.commit()
        # At noon: nobody is asked at night.
        with clock.frozen_at(clock.now().replace(hour=17, minute=0)):
            asking.ask(content.id)
    rows = db.session.scalars(select(Notification.workspace_id).where(Notification.user_id == alice.user.id))
    assert sorted(rows) == sorted([alice.workspace.id, other.id])
