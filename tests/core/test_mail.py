"""A mail leaves once, whole, or says why it did not."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from app.core.mail import MailError, Words, compose, send
from app.sandbox.behaviour import read_order
from app.sandbox.mailbox.letters import open_letters
from app.sandbox.server import RunningSandbox


def post(sandbox: RunningSandbox, url: str = "", to: str = "marie@exemple.ca") -> None:
    words = Words(
        subject="Vos prospects sont prêts\u00a0: Cafés de l’été",
        text="Bonjour Zoé!\n.\nUne ligne qui commence par un point.\n",
        html="<p>Bonjour Zoé!</p>",
    )
    message = compose(words, sender="AstroGrowth <bonjour@astrogrowth.example>", to=to)
    send(message, url or f"smtp://127.0.0.1:{sandbox.smtp_port}")


def behave(sandbox: RunningSandbox, what: str, **more: object) -> None:
    sandbox.state.behaviours.add(read_order({"service": "smtp", "what": what, **more}))


def test_a_mail_arrives_with_its_accents_and_both_parts(sandbox: RunningSandbox) -> None:
    post(sandbox)
    [letter] = [letter.as_json() for letter in open_letters(sandbox.state)]
    assert letter["subject"] == "Vos prospects sont prêts\u00a0: Cafés de l’été"
    assert "Bonjour Zoé!" in letter["text"]
    assert "Une ligne qui commence par un point." in letter["text"]
    assert letter["headers"]["Content-Language"] == "fr-CA"
    assert letter["headers"]["Message-ID"].endswith("@astrogrowth.example>")


def test_a_password_with_signs_signs_in(sandbox: RunningSandbox) -> None:
    post(sandbox, f"smtp://compte%40exemple.ca:mot%2Fde%3Apasse@127.0.0.1:{sandbox.smtp_port}")
    assert len(open_letters(sandbox.state)) == 1


@pytest.mark.parametrize(
    ("what", "permanent"),
    [("451", False), ("421", False), ("550", True), ("refuse_message", False), ("refuse_recipient", True),
     ("cut_before", False), ("cut_after", False)],
)  # fmt: skip
def test_a_refusal_says_whether_to_try_again(sandbox: RunningSandbox, what: str, permanent: bool) -> None:
    behave(sandbox, what)
    with pytest.raises(MailError) as refusal:
        post(sandbox)
    assert refusal.value.permanent is permanent
    assert "marie" not in str(refusal.value), "an address is not for the logs"


def test_a_recipient_who_is_busy_is_asked_again(sandbox: RunningSandbox) -> None:
    behave(sandbox, "450", path="smtp/RCPT")
    with pytest.raises(MailError) as refusal:
        post(sandbox)
    assert not refusal.value.permanent


def test_a_server_that_is_not_there_may_come_back(sandbox: RunningSandbox) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(MailError) as refusal:
        post(sandbox, f"smtp://127.0.0.1:{port}")
    assert not refusal.value.permanent


def test_a_server_that_speaks_no_smtp_is_not_waited_for_long(sandbox: RunningSandbox) -> None:
    with pytest.raises(MailError) as refusal:
        post(sandbox, f"smtps://127.0.0.1:{sandbox.smtp_port}")
    assert not refusal.value.permanent


@pytest.fixture
def strict_port() -> Iterator[int]:
    """Run a server that refuses every password."""

    def refuse(*_arguments: object) -> AuthResult:
        return AuthResult(success=False, handled=False)

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    controller = Controller(object(), hostname="127.0.0.1", port=port, authenticator=refuse, auth_require_tls=False)
    controller.start()
    yield port
    controller.stop()


def test_a_wrong_password_makes_mails_wait_for_the_operator(sandbox: RunningSandbox, strict_port: int) -> None:
    with pytest.raises(MailError) as refusal:
        post(sandbox, f"smtp://compte:secret@127.0.0.1:{strict_port}")
    assert not refusal.value.permanent
    assert "secret" not in str(refusal.value)
