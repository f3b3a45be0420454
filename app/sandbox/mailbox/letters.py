"""Read the e-mails received: parts, links, headers."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from app.sandbox.records import Letter
from app.sandbox.state import SandboxState

_LINK = re.compile(r"https?://[^\s\"'<>)\]]+")


@dataclass(frozen=True)
class OpenLetter:
    """An e-mail, decoded."""

    id: str
    sender: str
    recipients: list[str]
    received_at: datetime
    subject: str
    text: str
    html: str
    links: list[str]
    headers: dict[str, str]
    attachments: list[str]
    pictures: dict[str, str]

    @property
    def shown_html(self) -> str:
        """Return the HTML as a mail reader shows it: the pictures that travel with it in their places."""
        shown = self.html
        for name, inline in self.pictures.items():
            shown = shown.replace(f"cid:{name}", inline)
        return shown

    def as_json(self) -> dict[str, Any]:
        """Give the form shown to checks."""
        return {
            "id": self.id,
            "from": self.sender,
            "to": self.recipients,
            "received_at": self.received_at.isoformat(),
            "subject": self.subject,
            "text": self.text,
            "html": self.html,
            "links": self.links,
            "headers": self.headers,
            "attachments": self.attachments,
            "shown_html": self.shown_html,
        }


def open_letter(state: SandboxState, letter: Letter) -> OpenLetter:
    """Decode one letter from its source."""
    message = message_from_bytes(state.blob(letter.id) or b"", policy=policy.default)
    assert isinstance(message, EmailMessage)
    text, html = _part(message, "plain"), _part(message, "html")
    # An address written in HTML has &amp; where the link has &.
    links = dict.fromkeys(_LINK.findall(text) + [link.replace("&amp;", "&") for link in _LINK.findall(html)])
    return OpenLetter(
        id=letter.id,
        sender=letter.sender,
        recipients=letter.recipients,
        received_at=datetime.fromtimestamp(letter.received_at, UTC),
        subject=str(message.get("Subject", "")),
        text=text,
        html=html,
        links=list(links),
        headers={name: str(value) for name, value in message.items()},
        attachments=[part.get_filename() or part.get_content_type() for part in message.iter_attachments()],
        pictures=dict(_pictures(message)),
    )


def open_letters(state: SandboxState) -> list[OpenLetter]:
    """Decode every letter, latest first."""
    with state.lock:
        letters = list(state.letters.values())
    return [open_letter(state, letter) for letter in reversed(letters)]


def _part(message: EmailMessage, kind: str) -> str:
    part = message.get_body(preferencelist=(kind,))
    return str(part.get_content()) if part is not None else ""


def _pictures(message: EmailMessage) -> Iterator[tuple[str, str]]:
    for part in message.walk():
        name, content = str(part.get("Content-ID", "")).strip("<> "), part.get_payload(decode=True)
        if name and isinstance(content, bytes):
            yield name, f"data:{part.get_content_type()};base64,{base64.b64encode(content).decode()}"
