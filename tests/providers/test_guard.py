"""Addresses that a stranger gives us never lead inside, however they are written."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from app.providers.guard import Forbidden, Guard, is_public
from app.providers.http import Call, HttpDoor, Limits, Unreached
from tests.providers.scripted import Received, Reply, scripted

HOSTS = (
    "127.0.0.1", "127.1", "127.0.0.1.", "0.0.0.0", "0", "10.0.0.1", "172.16.3.4", "172.31.255.255", "192.168.1.1",
    "169.254.169.254", "100.64.0.1", "100.100.100.200", "192.0.0.192", "198.18.0.1", "224.0.0.1", "240.0.0.1",
    "255.255.255.255", "168.63.129.16", "192.88.99.1",
    "2130706433", "3232235777", "017700000001", "0177.0.0.1", "0x7f000001", "0x7f.0.0.1", "0x7f.1", "127.0.0.0x1",
    "1.2.3.4.5", "256.256.256.256", "127.0.0.01", "10.1",
    "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:8.8.8.8]", "[::127.0.0.1]", "[fe80::1]", "[fe80::1%25eth0]",
    "[fc00::1]", "[fd00:ec2::254]", "[ff02::1]", "[2002:7f00:1::]", "[2002:808:808::1]", "[64:ff9b::7f00:1]",
    "[64:ff9b:1::1]", "[2001:0:53aa:64c::1]", "[2001:db8::1]",
    "localhost", "LOCALHOST", "localhost.", "a.localhost", "metadata.google.internal", "metadata.google.internal.",
    "printer.local", "router.lan", "nas.home.arpa", "intranet", "db",
    "127。0。0。1", "１２７.０.０.１", "①②⑦.⓪.⓪.①", "169｡254｡169｡254", "ⓛocalhost", "loc\u00adalhost",
)  # fmt: skip
ADDRESSES = (
    "file:///etc/passwd", "gopher://203.0.114.1:6379/_INFO", "ftp://example.org/", "dict://example.org:11211/",
    "javascript:alert(1)", "//example.org/", "", "http://", "http:///etc", "http://:80/",
    "http://user@example.org/", "http://user:secret@example.org/", "http://example.org@127.0.0.1/",
    "http://example.org＠127.0.0.1/", "http://127.0.0.1\\@example.org/", "http://example.org\\.127.0.0.1/",
    "http://example.org:22/", "http://example.org:8080/", "https://example.org:6379/", "http://example.org:99999/",
    "http://exam ple.org/", "http://example.org\t/", "http://example.org/\r\nHost: x", "http://exa%6dple.org/",
    "http://[::1", "http://..example.org/",
)  # fmt: skip


def names(*answers: Sequence[str]) -> tuple[Guard, list[str]]:
    asked: list[str] = []

    def resolve(name: str) -> Sequence[str]:
        asked.append(name)
        return answers[min(len(asked), len(answers)) - 1]

    return Guard(resolve=resolve), asked


@pytest.mark.parametrize("host", HOSTS)
def test_no_way_to_write_an_inside_address_is_let_through(host: str) -> None:
    guard, asked = names(["93.184.216.34"])
    for scheme in ("http", "https"):
        with pytest.raises(Forbidden):
            guard.check(f"{scheme}://{host}/")
    with pytest.raises(Forbidden):
        guard.connect(host, 80, 1)
    assert asked == []


@pytest.mark.parametrize("url", ADDRESSES)
def test_nothing_but_plain_addresses_of_the_web_is_let_through(url: str) -> None:
    with pytest.raises(Forbidden):
        Guard().check(url)
    with pytest.raises(Forbidden):
        Guard(allow_loopback=True).check(url)


@pytest.mark.parametrize(
    "inside", ["127.0.0.1", "10.2.3.4", "169.254.169.254", "::1", "fd00:ec2::254", "::ffff:10.0.0.1", "64:ff9b::a00:1"]
)
def test_a_name_that_leads_inside_is_refused_even_among_good_answers(inside: str) -> None:
    guard, _ = names(["93.184.216.34", inside])
    with pytest.raises(Forbidden):
        guard.connect("piege.example.org", 80, 1)


def test_the_address_connected_to_is_the_one_that_was_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server of names that answers well first, then inside, gets one question and no second chance."""
    reached: list[str] = []

    def connection(address: tuple[str, int], timeout: float | None = None) -> socket.socket:
        reached.append(address[0])
        return socket.socket()

    monkeypatch.setattr(socket, "create_connection", connection)
    guard, asked = names(["93.184.216.34"], ["127.0.0.1"])
    guard.check("http://rebond.example.org/")
    guard.connect("rebond.example.org", 80, 1).close()
    assert (asked, reached) == (["rebond.example.org"], ["93.184.216.34"])
    with pytest.raises(Forbidden):
        guard.connect("rebond.example.org", 80, 1)
    assert reached == ["93.184.216.34"]


def test_a_door_never_asks_the_system_for_an_address() -> None:
    guard, asked = names(["10.0.0.7"])
    with pytest.raises(Forbidden):
        HttpDoor("Essai/1.0", connect=guard.connect).send(Call("GET", "http://piege.example.org/"))
    assert asked == ["piege.example.org"]


def test_a_name_nobody_knows_is_a_connection_never_made() -> None:
    guard, _ = names([])
    with pytest.raises(Unreached):
        HttpDoor("Essai/1.0", connect=guard.connect).send(Call("GET", "http://absente.example.org/"))


def test_a_demonstration_reaches_this_machine_and_nothing_else_inside() -> None:
    with scripted(lambda received: Reply(200, received.headers["host"].encode())) as server:
        port = urlsplit(server.url).port
        guard = Guard(allow_loopback=True)
        door = HttpDoor("Essai/1.0", connect=guard.connect)
        for host in ("chez-lea.localhost", "127.0.0.1", "localhost"):
            url = guard.check(f"http://{host}:{port}/")
            assert door.send(Call("GET", url)).text == f"{host}:{port}"
    for host in (
        "10.0.0.1",
        "192.168.0.1",
        "169.254.169.254",
        "[fd00::1]",
        "[::ffff:127.0.0.1]",
        "2130706433",
        "127.1",
    ):
        with pytest.raises(Forbidden):
            guard.check(f"http://{host}/")
        with pytest.raises(Forbidden):
            guard.connect(host, 80, 1)


def test_on_this_machine_a_page_leads_to_no_other_port() -> None:
    guard = Guard(allow_loopback=True)
    page = "http://chez-lea.localhost:8001/"
    assert guard.check("http://CHEZ-LEA.localhost:8001/contact#bas", came_from=page)
    for url in ("http://127.0.0.1:6379/", "http://chez-lea.localhost/", "http://[::1]:5432/"):
        with pytest.raises(Forbidden):
            guard.check(url, came_from=page)


def test_an_address_is_asked_for_in_its_plain_form() -> None:
    guard = Guard()
    assert guard.check("HTTP://Café.Québec.:80/Menu?x=1#haut") == "http://xn--caf-dma.xn--qubec-csa/Menu?x=1"
    assert guard.check("https://example.org:443") == "https://example.org/"
    assert guard.check("http://[2606:2800:220:1::1]/a") == "http://[2606:2800:220:1::1]/a"


def test_what_the_whole_world_reaches_is_public() -> None:
    assert all(is_public(ip_address(each)) for each in ("8.8.8.8", "93.184.216.34", "2606:2800:220:1::1"))


def test_a_large_page_is_cut_where_asked_and_the_sender_is_stopped() -> None:
    def reply(_received: Received) -> Reply:
        return Reply(200, b"x" * 40_000_000)

    with scripted(reply) as server:
        answer = HttpDoor("Essai/1.0", Limits(max_bytes=100_000, keeps_start=True)).send(Call("GET", server.url))
    assert len(answer.content) == 100_000


def test_many_dead_addresses_cost_the_time_of_one(monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []

    def connection(_address: tuple[str, int], timeout: float) -> socket.socket:
        waits.append(timeout)
        raise TimeoutError

    monkeypatch.setattr(socket, "create_connection", connection)
    guard, _ = names([f"93.184.216.{last}" for last in range(1, 200)])
    with pytest.raises(TimeoutError):
        guard.connect("lente.example.org", 80, 3.0)
    assert waits == [1.0, 1.0, 1.0]


def test_the_certificate_must_be_the_name_s_whatever_the_address(tmp_path: Path) -> None:
    """The address is ours to choose, and the name is the one shown to the server and asked of its certificate."""
    asked: list[str | None] = []
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(_self_signed(tmp_path, "chez-lea.localhost"))
    context.sni_callback = lambda _line, name, _context: asked.append(name)
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            line, _ = listener.accept()
            with line, suppress(OSError):
                context.wrap_socket(line, server_side=True).close()

        serving = threading.Thread(target=serve, daemon=True)
        serving.start()
        door = HttpDoor("Essai/1.0", connect=Guard(allow_loopback=True).connect)
        with pytest.raises(Unreached, match="SSLError"):
            door.send(Call("GET", f"https://chez-lea.localhost:{listener.getsockname()[1]}/"))
        serving.join(timeout=5)
    assert asked == ["chez-lea.localhost"]


def _self_signed(folder: Path, name: str) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    who = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    day = datetime(2026, 1, 1, tzinfo=UTC)
    built = x509.CertificateBuilder(who, who, key.public_key(), 1, day, day + timedelta(days=36_500))
    certificate = built.add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), False).sign(key, SHA256())
    path = folder / "essai.pem"
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path.write_bytes(private + certificate.public_bytes(Encoding.PEM))
    return path
