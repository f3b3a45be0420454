"""The SMTP client: one message, bounded waits, typed failures."""

from __future__ import annotations

import smtplib
import ssl
from email.message import EmailMessage
from email.utils import formatdate, make_msgid, parseaddr
from urllib.parse import unquote, urlsplit

TIMEOUT_SECONDS = 20


class MailError(Exception):
    """The message did not leave. `permanent`: trying again would change nothing."""

    def __init__(self, reason: str, *, permanent: bool) -> None:
        super().__init__(reason)
        self.permanent = permanent


def compose(*, sender: str, to: str, subject: str, text: str, html: str) -> EmailMessage:
    """Build a message with a plain part and an HTML part of the same content."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, to, subject
    message["Date"] = formatdate(localtime=False)
    message["Message-ID"] = make_msgid(domain=parseaddr(sender)[1].rpartition("@")[2] or "localhost")
    message.set_content(text)
    message.add_alternative(html, subtype="html")
    # Last: turning a message into two parts moves its Content-* headers to the first of them.
    message["Content-Language"] = "fr-CA"
    return message


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
    except (OSError, smtplib.SMTPException) as error:
        raise MailError(type(error).__name__, permanent=False) from error


def _open(host: str, port: int, secure: bool) -> smtplib.SMTP:
    if secure:
        return smtplib.SMTP_SSL(host, port, timeout=TIMEOUT_SECONDS, context=ssl.create_default_context())
    client = smtplib.SMTP(host, port, timeout=TIMEOUT_SECONDS)
    client.ehlo()
    if client.has_extn("starttls"):
        client.starttls(context=ssl.create_default_context())
    return client
