"""Whether a domain receives mail, asked of a name server of our own over a socket."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator

import dns.flags
import dns.message
import dns.rcode
import dns.rrset
import pytest

from app.providers.mailservers import has_mail_server

ZONE = {
    ("mail.test.", "MX"): "10 mx.mail.test.",
    ("never.test.", "MX"): "0 .",
    ("host.test.", "A"): "192.0.2.7",
    ("six.test.", "AAAA"): "2001:db8::7",
}
KNOWN = {name for name, _ in ZONE} | {"empty.test."}


class _Answers(socketserver.BaseRequestHandler):
    def handle(self) -> None:
        packet, line = self.request
        asked = dns.message.from_wire(packet)
        question = asked.question[0]
        name, kind = str(question.name), question.rdtype.name
        if name == "silent.test.":
            return
        answer = dns.message.make_response(asked)
        answer.flags |= dns.flags.RA
        if name == "broken.test.":
            answer.set_rcode(dns.rcode.SERVFAIL)
        elif name not in KNOWN:
            answer.set_rcode(dns.rcode.NXDOMAIN)
        elif (name, kind) in ZONE:
            answer.answer.append(dns.rrset.from_text(name, 60, "IN", kind, ZONE[name, kind]))
        line.sendto(answer.to_wire(), self.client_address)


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with socketserver.UDPServer(("127.0.0.1", 0), _Answers) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


@pytest.mark.parametrize(
    ("domain", "told"),
    [
        ("mail.test", True),
        ("host.test", True),
        ("six.test", True),
        ("never.test", False),
        ("empty.test", False),
        ("absent.test", False),
        ("broken.test", None),
        ("silent.test", None),
        ("a..b", None),
        ("", False),
        ("x" * 300, False),
    ],
)
def test_the_dns_says_whether_a_domain_receives_mail(port: int, domain: str, told: bool | None) -> None:
    assert has_mail_server(domain, nameservers=["127.0.0.1"], port=port) is told
