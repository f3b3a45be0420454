"""Make a short address, put it in a text where its author sees it, and count who follows it."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite

from app.core import clock
from app.core.db import db
from app.core.errors import Conflict
from app.domains.contents.models import Content
from app.domains.contents.services.decisions import UNSAID, Origin
from app.domains.contents.services.editing import present, put
from app.domains.publishing import link_words, links
from app.domains.publishing.models import Link, LinkDay

MOST_OF_A_CONTENT = 10


def add_link(content: Content, typed: str, *, demo: bool) -> Link:
    """Keep a short address that leads to `typed`, and commit; the same target twice is the same link.

    Raises:
        links.TargetRefused: no reader may be sent there.
        Conflict: a demonstration, whose account anyone may use, or ten links already.
    """
    if demo:
        raise Conflict("demo", link_words.DEMO_LINK)
    target = links.target_of(typed)
    present = list(db.session.scalars(select(Link).where(Link.content_id == content.id)))
    for each in present:
        if each.target == target:
            return each
    if len(present) >= MOST_OF_A_CONTENT:
        raise Conflict("too_many_links", link_words.TOO_MANY_LINKS)
    made = Link(workspace_id=content.workspace_id, content_id=content.id, code=links.new_code(), target=target)
    db.session.add(made)
    db.session.commit()
    return made


def put_in_text(content: Content, link: Link, by: int, origin: Origin = UNSAID) -> None:
    """Write a short address at the end of a text that does not hold it; its author sees it there.

    Raises:
        TextRefused, Conflict: see contents.edit.
    """
    address = links.address(link)
    if address not in content.text:
        # The other words stay whose they were: a machine's claims still block.
        change = present(content, "edited", by, origin)
        put(content, replace(change, text=f"{content.text.rstrip()}\n\n{address}"))


def count_visit(link_id: int) -> None:
    """Add one to a link's count of the day, in one statement, and commit."""
    insert = postgresql.insert if db.engine.dialect.name == "postgresql" else sqlite.insert
    row = insert(LinkDay).values(link_id=link_id, day=clock.today().isoformat(), visits=1)
    db.session.execute(
        row.on_conflict_do_update(index_elements=["link_id", "day"], set_={"visits": LinkDay.visits + 1})
    )
    db.session.commit()


def forget_visit() -> None:
    """End a transaction that could not count."""
    db.session.rollback()
