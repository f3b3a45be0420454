"""What owners were told, held against what the database and the network have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import requests
import sqlalchemy as sa

from app.domains.campaigns.models import Campaign
from app.domains.contents.models import Content, ContentDecision, ContentVersion
from app.domains.publishing.models import Delivery
from app.domains.publishing.states import DeliveryState
from tests.load.owners import Ask
from tests.load.product import Product

APPROVED = ("approved", "published")
OPEN = (DeliveryState.SCHEDULED, DeliveryState.SENDING)


@dataclass
class Found:
    """How many acknowledged writes there were, and what is wrong with which."""

    acknowledged: Counter[str]
    published: int
    asked: int
    wrong: list[str] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        """Tell whether nothing is wrong and something was acknowledged."""
        return not self.wrong and sum(self.acknowledged.values()) > 0

    def lines(self) -> Iterator[str]:
        """Tell it."""
        said = ", ".join(f"{count} × {verb}" for verb, count in sorted(self.acknowledged.items()))
        yield f"acknowledged: {said}; {self.published} published, {self.asked} put as a question to their owner"
        yield f"{len(self.wrong)} lost, doubled or stuck"
        yield from (f"  {line}" for line in self.wrong[:20])


def is_settled(site: Product) -> bool:
    """Tell whether no delivery is due or on its way."""
    engine = sa.create_engine(site.env["DATABASE_URL"])
    try:
        with engine.connect() as connection:
            return not connection.scalar(sa.select(sa.func.count(Delivery.id)).where(Delivery.state.in_(OPEN)))
    except sa.exc.OperationalError:
        return False
    finally:
        engine.dispose()


def compare(site: Product, asks: Sequence[Ask]) -> Found:
    """Look for each acknowledged write in the database, and for each delivery on the network."""
    engine = sa.create_engine(site.env["DATABASE_URL"])
    items = requests.get(f"{site.sandbox}/_sandbox/posts?all=1", timeout=30).json()["items"]
    posts = Counter(item["text"].split("\n")[0] for item in items)
    told = [ask for ask in asks if ask.is_acknowledged]
    with engine.connect() as connection:
        states = dict(map(tuple, connection.execute(sa.select(Content.id, Content.state))))
        deliveries = connection.execute(sa.select(Delivery.content_id, Delivery.state, Delivery.text)).all()
        wrong = [
            *_decisions(connection, told, states, Counter(row.content_id for row in deliveries)),
            *_texts(connection, told),
            *_campaigns(connection, asks),
            *_sendings(deliveries, posts),
        ]
        published = sum(row.state == DeliveryState.PUBLISHED for row in deliveries)
        asked = sum(row.state == DeliveryState.UNCONFIRMED for row in deliveries)
    engine.dispose()
    return Found(Counter(ask.verb for ask in told), published, asked, wrong)


def sendings(site: Product) -> list[float]:
    """Return when each publication came out on the network, in Unix time."""
    items = requests.get(f"{site.sandbox}/_sandbox/posts?all=1", timeout=30).json()["items"]
    return sorted(item["created_at"] for item in items)


def _decisions(
    connection: sa.Connection, told: Sequence[Ask], states: dict[int, str], deliveries: Counter[int]
) -> Iterator[str]:
    noted = set(map(tuple, connection.execute(sa.select(ContentDecision.content_id, ContentDecision.kind))))
    for ask in told:
        if ask.verb == "approve":
            if states[ask.what] not in APPROVED or deliveries[ask.what] != 1 or (ask.what, "approved") not in noted:
                yield f"approved, but {states[ask.what]} with {deliveries[ask.what]} deliveries: {ask}"
        elif ask.verb == "reject" and (states[ask.what] != "rejected" or (ask.what, "rejected") not in noted):
            yield f"rejected, but {states[ask.what]}: {ask}"


def _texts(connection: sa.Connection, told: Sequence[Ask]) -> Iterator[str]:
    kept = {*connection.scalars(sa.select(Content.text)), *connection.scalars(sa.select(ContentVersion.text))}
    yield from (f"a text is gone: {ask.words[:60]}" for ask in told if ask.verb == "edit" and ask.words not in kept)


def _campaigns(connection: sa.Connection, asks: Sequence[Ask]) -> Iterator[str]:
    made = Counter(connection.scalars(sa.select(Campaign.name)))
    for words in {ask.words for ask in asks if ask.verb == "open" and ask.is_acknowledged}:
        if made[words] != 1:
            yield f"{made[words]} campaigns « {words} »"
    yield from (f"{count} campaigns « {name} »" for name, count in made.items() if count > 1 and "," in name)


def _sendings(deliveries: Sequence[sa.Row[tuple[int, str, str]]], posts: Counter[str]) -> Iterator[str]:
    for row in deliveries:
        seen = posts[row.text.split("\n")[0]]
        if seen > 1 or (row.state == DeliveryState.PUBLISHED and seen != 1):
            yield f"delivery of content {row.content_id}: {row.state} with {seen} posts"
        elif row.state not in (DeliveryState.PUBLISHED, DeliveryState.UNCONFIRMED):
            yield f"delivery of content {row.content_id} is {row.state}"
