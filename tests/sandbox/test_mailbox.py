"""The mailbox: what the SMTP door keeps, and how people and checks read it."""

from __future__ import annotations

import smtplib
from email.message import EmailMessage

import pytest
import requests

from tests.sandbox.outside import Outside


def send(outside: Outside, subject: str = "Vos prospects sont prêts") -> None:
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = subject, "AstroGrowth <a@b.example>", "marie@cafe.example"
    message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message.set_content("Bonjour Marie!\nhttp://127.0.0.1:8000/a/jeton")
    html = (
        '<p>Bonjour <b>Marie</b></p><a href="http://127.0.0.1:8000/a/jeton?x=1&amp;y=2">Approuver</a><script>1</script>'
    )
    message.add_alternative(html, subtype="html")
    with smtplib.SMTP("127.0.0.1", outside.sandbox.smtp_port, timeout=5) as door:
        door.send_message(message)


def test_a_message_is_kept_with_both_its_parts(outside: Outside) -> None:
    send(outside)
    items = requests.get(f"{outside.url}/_sandbox/mail?to=marie@cafe.example", timeout=5).json()["items"]
    assert len(items) == 1
    assert items[0]["subject"] == "Vos prospects sont prêts"
    assert "Bonjour Marie!" in items[0]["text"]
    assert items[0]["links"] == ["http://127.0.0.1:8000/a/jeton", "http://127.0.0.1:8000/a/jeton?x=1&y=2"]
    assert items[0]["headers"]["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_a_message_is_shown_in_a_frame_that_runs_nothing(outside: Outside) -> None:
    send(outside)
    assert "Vos prospects sont prêts" in requests.get(f"{outside.url}/mailbox", timeout=5).text
    number = requests.get(f"{outside.url}/_sandbox/mail", timeout=5).json()["items"][0]["id"]
    page = requests.get(f"{outside.url}/mailbox/{number}", timeout=5).text
    assert "<script>" not in page
    assert 'sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"' in page
    assert 'href="http://127.0.0.1:8000/a/jeton"' in page
    assert "allow-scripts" not in page
    assert requests.get(f"{outside.url}/letter.js", timeout=5).headers["Content-Type"].startswith("text/javascript")


def test_signing_in_with_any_password_works(outside: Outside) -> None:
    with smtplib.SMTP("127.0.0.1", outside.sandbox.smtp_port, timeout=5) as door:
        door.login("anyone", "anything")


def test_the_door_refuses_as_told(outside: Outside) -> None:
    outside.behave("smtp", "refuse_message")
    with pytest.raises(smtplib.SMTPDataError):
        send(outside)
    outside.behave("smtp", "refuse_recipient")
    with pytest.raises(smtplib.SMTPRecipientsRefused):
        send(outside)
    outside.behave("smtp", "451")
    with pytest.raises(smtplib.SMTPDataError):
        send(outside)
    assert requests.get(f"{outside.url}/_sandbox/mail", timeout=5).json()["count"] == 0


def test_a_line_cut_after_the_message_keeps_it(outside: Outside) -> None:
    outside.behave("smtp", "cut_after")
    with pytest.raises((smtplib.SMTPServerDisconnected, ConnectionError, smtplib.SMTPDataError)):
        send(outside)
    assert requests.get(f"{outside.url}/_sandbox/mail", timeout=5).json()["count"] == 1
