"""The mail that asks for decisions: each publication with its picture and its own link, under 60 kB in all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.core.mail import InlinePicture
from app.core.storage import StorageError
from app.domains.approvals import links
from app.domains.contents import pictures as stored_pictures
from app.domains.contents.models import Content
from app.domains.contents.preview import fold
from app.domains.notifications import outbox
from app.domains.notifications.kinds import Kind
from app.domains.notifications.letters import weigh
from app.domains.notifications.telling import News, Reader, letter
from app.domains.workspaces.services import workspace_by_id
from app.providers.errors import ProviderError

# Gmail cuts a mail's HTML at 102 kB; ours stays well under, for a phone on a slow network.
MOST_BYTES = 59_000
# What a byte of a picture costs once encoded, and the lines that announce it.
ENCODED, PICTURE_HEADERS = 1.37, 300
MOST_SHOWN, MOST_LISTED = 5, 20
# Below the last one a picture says little: another publication gives its room.
PICTURE_WIDTH, LARGEST_PICTURE, SMALLEST_PICTURE = 512, 20_000, 4_500


@dataclass(frozen=True)
class Card:
    """One publication as the mail shows it; `picture` is the name of its picture, `text` whole or its beginning."""

    heading: str
    town: str
    text: str
    hashtags: Sequence[str]
    alt_text: str
    score: int
    address: str
    picture: str = ""
    is_whole: bool = True


def is_new(reader: Reader, key: str) -> bool:
    """Tell whether the mail of this key was never written to this person."""
    return not outbox.is_posted(_news_letter(reader, key).dedupe_key)


def send(reader: Reader, waiting: Sequence[Content], key: str) -> None:
    """Write one mail for all that waits, each with its own link, in the present transaction."""
    envelope = _news_letter(reader, key)
    if not waiting or outbox.is_posted(envelope.dedupe_key):
        return
    addresses = [f"{outbox.site()}/a/{links.issue(content, reader.user.id)}" for content in waiting[:MOST_LISTED]]
    shown = {
        "workspace": workspace_by_id(reader.workspace_id),
        "count": len(waiting),
        "left": len(waiting) - len(addresses),
        "hours": int(links.LIFE.total_seconds() // 3600),
    }
    cards = [_card(content, address) for content, address in zip(waiting, addresses, strict=False)]
    cards, room = _fitted(cards, shown)
    pictures = {
        content.id: picture
        for content, card in zip(waiting, cards, strict=False)
        if card.is_whole and (picture := _picture(content, room))
    }
    outbox.post(
        outbox.with_pictures(envelope, list(pictures.values())),
        cards=[
            replace(card, picture=pictures[content.id].name) if content.id in pictures else card
            for content, card in zip(waiting, cards, strict=False)
        ],
        **shown,
    )


def _news_letter(reader: Reader, key: str) -> outbox.Letter:
    envelope = letter(reader, News(reader.workspace_id, Kind.TO_APPROVE, f"{reader.workspace_id}-{key}"))
    # Whoever composes it asks first whether she sleeps: what it shows must be what waits when it leaves.
    return outbox.at_once(envelope)


def _card(content: Content, address: str) -> Card:
    return Card(
        heading=content.heading,
        town=content.town,
        text=content.text,
        hashtags=content.hashtags,
        alt_text=content.alt_text,
        score=content.score,
        address=address,
    )


def _folded(card: Card) -> Card:
    return replace(card, text=fold(card.text).shown, hashtags=(), is_whole=False)


def _fitted(cards: Sequence[Card], shown: Mapping[str, object]) -> tuple[list[Card], int]:
    """Show whole as many publications as fit, the first one always; return them all, and the bytes of each picture."""
    for whole in range(min(len(cards), MOST_SHOWN), 0, -1):
        fitted = [*cards[:whole], *map(_folded, cards[whole:])]
        # With the name of a picture in each, as they will be.
        drafted = [replace(card, picture="image-000000000") if card.is_whole else card for card in fitted]
        left = MOST_BYTES - weigh(Kind.TO_APPROVE, cards=drafted, unsubscribe_url="x" * 120, **shown)
        room = int(left / whole / ENCODED) - PICTURE_HEADERS
        if room >= SMALLEST_PICTURE:
            break
    return fitted, min(room, LARGEST_PICTURE)


def _picture(content: Content, room: int) -> InlinePicture | None:
    # Loaded here: pages never draw, and need not carry Pillow.
    from app.providers.drawn.thumbnails import letter_picture

    if not content.picture_key or room < 1_000:
        return None
    try:
        made = letter_picture(stored_pictures.picture_of(content).content, PICTURE_WIDTH, room)
    except (StorageError, ProviderError):
        # The page of the link shows it.
        return None
    return InlinePicture(f"image-{content.id}", made.content)
