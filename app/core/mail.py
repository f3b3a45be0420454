"""The SMTP client: one message, bounded waits, typed failures."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import formatdate, make_msgid, parseaddr
from urllib.parse import unquote, urlsplit

TIMEOUT_SECONDS = 20


class MailError(Exception):
    """The message did not leave. `permanent`: trying again would change nothing; `unreachable`: nor would others."""

    def __init__(self, reason: str, *, permanent: bool, unreachable: bool = False) -> None:
        super().__init__(reason)
        self.permanent = permanent
        self.unreachable = unreachable


@dataclass(frozen=True)
class InlinePicture:
    """A JPEG that the HTML shows as `cid:<name>`: readers show it without asking, and nothing is fetched."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Words:
    """What a mail says; `text` and `html` say the same."""

    subject: str
    text: str
    html: str


def compose(
    words: Words,
    *,
    sender: str,
    to: str,
    key: str = "",
    pictures: Sequence[InlinePicture] = (),
    headers: Mapping[str, str] | None = None,
    language: str = "fr-CA",
) -> EmailMessage:
    """Build a message with a plain part and an HTML part of the same content, its pictures beside the latter.

    `key` makes the Message-ID: a message that is sent twice is then one and the same for its reader's mailbox.
    """
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, to, words.subject
    message["Date"] = formatdate(localtime=False)
    domain = parseaddr(sender)[1].rpartition("@")[2] or "localhost"
    message["Message-ID"] = f"<{key}@{domain}>" if key else make_msgid(domain=domain)
    # Absence notices do not answer what a machine wrote (RFC 3834).
    message["Auto-Submitted"] = "auto-generated"
    for name, value in (headers or {}).items():
        message[name] = value
    message.set_content(words.text)
    message.add_alternative(words.html, subtype="html")
    _add(message, pictures)
    # Last: turning a message into two parts moves its Content-* headers to the first of them.
    message["Content-Language"] = language
    return message


def _add(message: EmailMessage, pictures: Sequence[InlinePicture]) -> None:
    parts = message.get_payload()
    html = parts[1] if isinstance(parts, list) else None
    for picture in pictures if isinstance(html, EmailMessage) else ():
        html.add_related(  # type: ignore[union-attr]  # the filter of the loop says it is one
            picture.content, "image", "jpeg", cid=f"<{picture.name}>", filename=f"{picture.name}.jpg",
            disposition="inline",
        )  # fmt: skip


def send(message: EmailMessage, smtp_url: str) -> None:
    """Hand one message to the server of `smtp_url` (smtp:// or smtps://).

    Raises:
        MailError: permanent on a 5xx answer about the mail, temporary on anything else.
    """
    parts = urlsplit(smtp_url)
    secure = parts.scheme == "smtps"
    host, port = parts.hostname or "localhost", parts.port or (465 if secure else 25)
    try:
        with _open(host, port, secure) as client:
            if parts.username:
                client.login(unquote(parts.username), unquote(parts.password or ""))
            client.send_message(message)
    except smtplib.SMTPAuthenticationError as error:
        # The operator mends a wrong password; the mails wait for it.
        raise MailError("SMTP_URL: sign-in refused", permanent=False) from error
    except smtplib.SMTPRecipientsRefused as error:
        codes = [code for code, _ in error.recipients.values()]
        raise MailError("recipient refused", permanent=all(code >= 500 for code in codes)) from error
    except smtplib.SMTPResponseException as error:
        raise MailError(f"server answered {error.smtp_code}", permanent=error.smtp_code >= 500) from error
    except OSError as error:
        # SMTPException is one too, but says that somebody answered.
        somebody_answered = isinstance(error, smtplib.SMTPException)
        raise MailError(type(error).__name__, permanent=False, unreachable=not somebody_answered) from error


def _open(host: str, port: int, secure: bool) -> smtplib.SMTP:
    if secure:
        return smtplib.SMTP_SSL(host, port, timeout=TIMEOUT_SECONDS, context=ssl.create_default_context())
    client = smtplib.SMTP(host, port, timeout=TIMEOUT_SECONDS)
    client.ehlo()
    if client.has_extn("starttls"):
        client.starttls(context=ssl.create_default_context())
    return client
