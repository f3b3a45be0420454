"""Short addresses: what a target may be, who is not counted, and questions about them."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping

from flask import current_app
from sqlalchemy import func, select

from app.core.db import db
from app.domains.publishing.models import Link, LinkDay
from app.providers.errors import ProviderError
from app.providers.guard import Guard

LONGEST_TARGET = 500
CODE_LENGTH = 8
# Neither 0 and o, nor 1, i and l: a code may be read aloud or copied from a poster.
ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"

# Previewers and crawlers name themselves; what names nothing at all is no browser either.
_MACHINES = re.compile(
    r"(?<!cu)bot\b|(?<!cu)bot[/_-]|crawl|spider|slurp|preview|scan|monitor|fetch|facebookexternalhit|facebookcatalog|whatsapp|"
    r"telegram|skype|embedly|quora link|outbrain|vkshare|w3c_|validator|lighthouse|headless|phantom|curl|wget|"
    r"python|requests|urllib|httpx|aiohttp|okhttp|go-http|java/|ruby|perl|libwww|axios|node|apache-http|google-|"
    r"bingpreview|mediapartners|proofpoint|mimecast|barracuda|safelinks",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?!\d)", re.IGNORECASE)


class TargetRefused(ValueError):
    """No address a reader may be sent to."""


def new_code() -> str:
    """Return a code nobody can guess: 31⁸ of them."""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


def target_of(typed: str) -> str:
    """Return an address as typed, with its scheme; it is public, and not one of ours.

    Raises:
        TargetRefused: no http address, an inside host, our own short addresses, or over 500 signs.
    """
    target = typed.strip()
    if target and not _SCHEME.match(target):
        target = f"https://{target}"
    if len(target) > LONGEST_TARGET or target.lower().startswith(f"{prefix()}/l/".lower()):
        raise TargetRefused(target[:40])
    try:
        # The name alone is looked at: readers go there, this server never does.
        Guard(resolve=lambda _name: ()).check(target)
    except (ProviderError, OSError, ValueError) as error:
        raise TargetRefused(target[:40]) from error
    return target


def prefix() -> str:
    """Return what short addresses begin with."""
    public_url: str = current_app.config["SETTINGS"].public_url
    return public_url.rstrip("/")


def address(link: Link) -> str:
    """Return the short address of a link."""
    return f"{prefix()}/l/{link.code}"


def is_person(method: str, headers: Mapping[str, str]) -> bool:
    """Tell whether a request is someone who follows a link, rather than a machine that looks where it leads."""
    purpose = " ".join(headers.get(name, "") for name in ("Purpose", "Sec-Purpose", "X-Purpose", "X-Moz")).lower()
    if method != "GET" or "prefetch" in purpose or "preview" in purpose or "prerender" in purpose:
        return False
    agent = headers.get("User-Agent", "")
    return bool(agent) and not _MACHINES.search(agent)


def by_code(code: str) -> Link | None:
    """Return the link of a code, however its letters are typed; what no code is made of is not even looked for."""
    if not (code.isascii() and code.isalnum()):
        return None
    return db.session.scalar(select(Link).where(Link.code == code.lower()))


def link(content_id: int, link_id: int) -> Link | None:
    """Return one link of a publication."""
    return db.session.scalar(select(Link).where(Link.id == link_id, Link.content_id == content_id))


def of_content(content_id: int) -> list[tuple[Link, int]]:
    """Return a publication's links with the times each was followed, oldest first."""
    visits = func.coalesce(func.sum(LinkDay.visits), 0)
    statement = select(Link, visits).outerjoin(LinkDay, LinkDay.link_id == Link.id).where(Link.content_id == content_id)
    return [(row[0], int(row[1])) for row in db.session.execute(statement.group_by(Link.id).order_by(Link.id))]
