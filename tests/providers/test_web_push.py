"""Messages only their browser opens, signed by this installation, sent nowhere inside."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from app.providers.contracts import PushDevice, PushMessage
from app.providers.errors import ProviderError, QuotaReached
from app.providers.guard import Forbidden
from app.providers.web_push import sealing, vapid
from app.providers.web_push.sender import WebPushSender
from tests import push_service
from tests.push_service import Phone, PushService, Received, bytes_of, text_of

MESSAGE = PushMessage(b"Deux publications", "to_approve", 3600)


@pytest.fixture
def service() -> Iterator[PushService]:
    with push_service.running() as found:
        yield found


def sender(key: str, *, allow_loopback: bool = True) -> WebPushSender:
    return WebPushSender("AstroGrowth/1.0", key, "mailto:a@exemple.ca", allow_loopback=allow_loopback)


def device(phone: Phone, base: str) -> PushDevice:
    return PushDevice(base + phone.path, phone.point, phone.secret)


def private(text: str) -> ec.EllipticCurvePrivateKey:
    return ec.derive_private_key(int.from_bytes(bytes_of(text), "big"), ec.SECP256R1())


def test_the_example_of_the_rfc_is_sealed_to_the_last_byte() -> None:
    # RFC 8291, 5 and appendix A.
    browser = PushDevice(
        "https://push.example.net/push/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV",
        bytes_of("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
        bytes_of("BTBZMqHH6r4Tts7J_aSIgg"),
    )
    sealed = sealing.seal(
        b"When I grow up, I want to be a watermelon",
        browser,
        salt=bytes_of("DGv6ra1nlYgDCS1FRnbzlw"),
        key=private("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"),
    )
    assert text_of(sealed) == (
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBr"
        "u3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
    )
    reader = Phone(secret=browser.secret, key=private("q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94"))
    assert reader.open(sealed) == b"When I grow up, I want to be a watermelon"


def test_the_browser_opens_what_is_sent_and_knows_who_sent_it(service: PushService) -> None:
    phone, key = Phone(), vapid.new_key()
    sender(key).push(device(phone, service.url), MESSAGE)
    [received] = service.received
    assert phone.open(received.body) == MESSAGE.body
    assert (received.headers["content-encoding"], received.headers["ttl"]) == ("aes128gcm", "3600")
    assert received.headers["topic"] == "to_approve"
    claims, signed_by = received.signer()
    assert (claims["aud"], claims["sub"]) == (service.url, "mailto:a@exemple.ca")
    assert signed_by == vapid.public_key(key)


def test_a_signature_is_for_one_service_and_half_a_day() -> None:
    header = vapid.authorization("https://push.exemple.ca/x", vapid.new_key(), "mailto:a@exemple.ca", 1_000_000.7)
    claims, _key = Received("", {"authorization": header}, b"").signer()
    assert (claims["aud"], claims["exp"]) == ("https://push.exemple.ca", 1_000_000 + 12 * 3600)


def test_another_browser_opens_nothing(service: PushService) -> None:
    sender(vapid.new_key()).push(device(Phone(), service.url), MESSAGE)
    with pytest.raises(InvalidTag):
        Phone().open(service.received[0].body)


@pytest.mark.parametrize("status", [404, 410])
def test_a_browser_that_is_gone_is_said_gone(service: PushService, status: int) -> None:
    service.answers = [(status, {})]
    with pytest.raises(ProviderError) as caught:
        sender(vapid.new_key()).push(device(Phone(), service.url), MESSAGE)
    assert (caught.value.code, caught.value.permanent) == ("gone", True)
    assert "phone-1" not in str(caught.value), "whoever knows the address may write to the phone"


def test_a_busy_service_says_how_long_to_wait(service: PushService) -> None:
    service.answers = [(429, {"Retry-After": "90"}), (503, {})]
    with pytest.raises(QuotaReached) as caught:
        sender(vapid.new_key()).push(device(Phone(), service.url), MESSAGE)
    assert caught.value.retry_after_seconds == 90
    with pytest.raises(ProviderError) as later:
        sender(vapid.new_key()).push(device(Phone(), service.url), MESSAGE)
    assert not later.value.permanent


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://push.exemple.ca/x", "https://127.0.0.1/x", "https://localhost/x", "https://10.0.0.4/x",
        "https://[::1]/x", "https://169.254.169.254/latest", "https://push.exemple.ca:8443/x", "ftp://push.exemple.ca/",
        "https://a@push.exemple.ca/x", "https://push.internal/x", "https://push.exemple.ca/" + "x" * 1000, "",
    ],
)  # fmt: skip
def test_nothing_is_sent_inside_nor_in_clear(endpoint: str) -> None:
    with pytest.raises(Forbidden):
        sender(vapid.new_key(), allow_loopback=False).check(endpoint)


def test_in_tests_too_only_this_machine_is_reached_in_clear() -> None:
    with pytest.raises(Forbidden):
        sender(vapid.new_key()).check("http://push.exemple.ca/x")


def test_a_key_is_read_as_it_is_printed_or_as_pem() -> None:
    text = vapid.new_key()
    pem = vapid.read_key(text).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    assert len(bytes_of(text)) == 32
    assert vapid.public_key(pem) == vapid.public_key(pem.replace("\n", "\\n")) == vapid.public_key(text)


@pytest.mark.parametrize("text", ["secret", "é", text_of(bytes(32)), text_of(b"\xff" * 32), text_of(b"a" * 31)])
def test_what_is_no_key_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        vapid.read_key(text)


def test_a_message_too_long_never_leaves(service: PushService) -> None:
    with pytest.raises(ProviderError) as caught:
        sender(vapid.new_key()).push(device(Phone(), service.url), PushMessage(b"x" * 5000, "weekly", 60))
    assert caught.value.permanent and not service.received
