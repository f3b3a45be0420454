"""One mail to the operator when the installation has been unwell for five minutes, and one when it is well again.

A periodic job looks; so does the web process whenever /readyz is asked, since a dead worker tells nobody. What is
known of an episode is in Redis, and in this process while Redis is what is unwell: the site's processes may then write
one mail each. Mails go straight to the server: the outbox needs the very worker that may be dead.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta

import redis
from flask import current_app

from app.core import background, clock, health, i18n, logs, mail, queues
from app.domains.notifications.letters import render_letter
from app.domains.operations import alarm_words

KEY, CLAIM = "astrogrowth:alarm", "astrogrowth:alarm:telling"
PATIENCE = timedelta(minutes=5)
# A mail server that does not answer is tried again after this.
AGAIN_SECONDS = 120

log = logs.get("alarms")


@dataclass(frozen=True)
class Episode:
    """A time during which something is unwell: since when, what, and whether the operator was told."""

    since: str = ""
    told: bool = False
    parts: tuple[str, ...] = ()


_here = Episode()
_tried_at: datetime | None = None


def look() -> None:
    """Look at everything, and tell the operator when it is time to."""
    look_at(health.checks())


def look_at(found: dict[str, str]) -> None:
    """Take in what each part says of itself, and tell the operator when it is time to."""
    if not (current_app.config["SETTINGS"].operator_email and current_app.config["SETTINGS"].smtp_url):
        return
    parts = tuple(alarm_words.part(name, said) for name, said in _with_queues(found).items() if said != "ok")
    episode = _read()
    if parts:
        since = episode.since or clock.now().isoformat()
        episode = replace(episode, since=since, parts=parts)
        is_time = not episode.told and clock.now() - datetime.fromisoformat(since) >= PATIENCE
        if is_time and _takes_the_word("unwell", episode):
            episode = replace(episode, told=_tell("unwell", episode))
        _keep(episode)
    elif episode.since and (not episode.told or (_takes_the_word("well", episode) and _tell("well", episode))):
        _keep(Episode())


def _with_queues(found: dict[str, str]) -> dict[str, str]:
    try:
        late = {f"queue_{each.queue}": "late" for each in queues.backlogs() if each.is_late}
    except redis.RedisError:
        late = {}
    return found | late


def _read() -> Episode:
    try:
        kept = background.connection().get(KEY)
    except redis.RedisError:
        return _here
    if not isinstance(kept, bytes):
        # What began while Redis was away is not over because Redis knows nothing of it.
        return _here
    found = json.loads(kept)
    return Episode(found["since"], found["told"], tuple(found["parts"]))


def _keep(episode: Episode) -> None:
    global _here
    try:
        client = background.connection()
        if episode.since:
            client.set(KEY, json.dumps(asdict(episode)))
        else:
            client.delete(KEY)
        _here = Episode()
    except redis.RedisError:
        _here = episode


def _takes_the_word(kind: str, episode: Episode) -> bool:
    """Take the right to write of an episode, which comes back after a while for the mail that did not leave."""
    global _tried_at
    try:
        return bool(background.connection().set(f"{CLAIM}:{kind}:{episode.since}", 1, nx=True, ex=AGAIN_SECONDS))
    except redis.RedisError:
        is_time = _tried_at is None or clock.now() - _tried_at >= timedelta(seconds=AGAIN_SECONDS)
        _tried_at = clock.now() if is_time else _tried_at
        return is_time


def _tell(kind: str, episode: Episode) -> bool:
    """Write to the operator; tell whether the mail left."""
    settings = current_app.config["SETTINGS"]
    with i18n.speaking(i18n.FRENCH):
        words = render_letter(
            "alarm",
            is_well=kind == "well",
            since=datetime.fromisoformat(episode.since),
            troubles=[alarm_words.trouble(part) for part in episode.parts],
            address=f"{settings.public_url}/exploitation",
            told_because=alarm_words.BECAUSE,
        )
    message = mail.compose(words, sender=settings.mail_from, to=settings.operator_email)
    try:
        mail.send(message, settings.smtp_url)
    except mail.MailError as error:
        log.error("the operator was not told", reason=str(error))
        return False
    finally:
        log.warning("alarm", kind=kind, parts=list(episode.parts))
    return True
