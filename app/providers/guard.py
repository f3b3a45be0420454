"""Addresses a business may give us and that we must not reach: checked on what is really connected to."""

from __future__ import annotations

import socket
import unicodedata
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Final
from urllib.parse import SplitResult, urlsplit

import dns.exception
import dns.resolver
import idna

from app.providers.errors import ProviderError

Address = IPv4Address | IPv6Address
Resolve = Callable[[str], Sequence[str]]

DNS_SECONDS: Final = 3.0
_MOST_ADDRESSES = 3
PORTS: Final = {"http": 80, "https": 443}
_INSIDE_NAMES = (
    "localhost", "internal", "local", "localdomain", "lan", "home", "home.arpa", "corp", "intranet", "private", "arpa",
    "test", "invalid", "onion",
)  # fmt: skip
# Not for the world by their use (Azure's host agent, relays of 6to4), or by a rule that older Pythons lack.
_NEVER = tuple(ip_network(each) for each in ("168.63.129.16/32", "192.88.99.0/24", "192.0.0.0/24", "100.64.0.0/10"))
# The only IPv6 space given out to the world, less the ways in it to say an IPv4 address (Teredo, 6to4, ORCHID).
_GIVEN_OUT = ip_network("2000::/3")
_DISGUISES = tuple(ip_network(each) for each in ("2001::/23", "2002::/16", "3fff::/20"))
_SIGNS_REFUSED = frozenset("\\ \t\r\n\v\f\0<>\"'`{}|^")


class Forbidden(ProviderError):
    """The address is one we may not reach, whatever is there."""

    permanent = True

    def __init__(self, message: str) -> None:
        super().__init__(message, code="forbidden")


class Unresolved(OSError):
    """No such name."""


class Guard:
    """Decides which addresses may be reached, and connects to nothing else.

    With `allow_loopback`, 127.0.0.0/8, ::1 and names under `.localhost` are open too, on any port; nothing else
    of what is private is.
    """

    def __init__(self, *, allow_loopback: bool = False, resolve: Resolve | None = None) -> None:
        self._allow_loopback = allow_loopback
        self._resolve = resolve or resolved

    def check(self, url: str, *, came_from: str = "") -> str:
        """Return an address as it may be asked for: its host in ASCII and lower case, no fragment.

        `came_from` is the page that sent us there: on loopback it may not send us to another port than its own.

        Raises:
            Forbidden: the scheme, the port, the credentials or the host is not one we reach.
        """
        parts, host, port = _split(url)
        if self._is_local(host):
            if came_from and port != _split(came_from)[2]:
                raise Forbidden("another port of this machine")
        else:
            _check_name(host)
            if port not in PORTS.values():
                raise Forbidden(f"port {port}")
        shown = f"[{host}]" if ":" in host else host
        place = shown if port == PORTS[parts.scheme.lower()] else f"{shown}:{port}"
        return parts._replace(scheme=parts.scheme.lower(), netloc=place, path=parts.path or "/", fragment="").geturl()

    def connect(self, host: str, port: int, seconds: float | None) -> socket.socket:
        """Connect to the very address that was checked; a name is resolved once, here.

        Raises:
            Forbidden: one of the name's addresses is not one we reach.
            OSError: nothing answers, or the name does not exist.
        """
        name = ascii_host(host)
        local = self._is_local(name)
        if not local:
            _check_name(name)
            if port not in PORTS.values():
                raise Forbidden(f"port {port}")
        failure: OSError = Unresolved(f"{name} has no address")
        addresses = self._addresses(name, local)[:_MOST_ADDRESSES]
        for address in addresses:
            try:
                # All the addresses together take the time of one.
                return socket.create_connection((str(address), port), timeout=seconds and seconds / len(addresses))
            except OSError as error:
                failure = error
        raise failure

    def _addresses(self, name: str, local: bool) -> list[Address]:
        literal = _literal(name)
        if literal is not None:
            found = [literal]
        elif local:
            # RFC 6761, 6.3: such names are this machine, and no server is asked.
            found = [IPv4Address("127.0.0.1")]
        else:
            found = [ip_address(each) for each in self._resolve(name)]
            if any(not is_public(each) for each in found):
                raise Forbidden(f"{name} leads inside")
        return found

    def _is_local(self, host: str) -> bool:
        if not self._allow_loopback:
            return False
        literal = _literal(host)
        if literal is not None:
            return literal.is_loopback and not (isinstance(literal, IPv6Address) and literal.ipv4_mapped)
        return host == "localhost" or host.endswith(".localhost")


def is_public(address: Address) -> bool:
    """Tell whether an address is one the whole world may reach, said as itself."""
    if any(address in network for network in _NEVER if network.version == address.version):
        return False
    if not address.is_global or address.is_multicast or address.is_reserved or address.is_unspecified:
        return False
    if isinstance(address, IPv6Address):
        return address in _GIVEN_OUT and not any(address in each for each in _DISGUISES)
    return True


def resolved(name: str) -> list[str]:
    """Ask the name servers for every address of a name, for three seconds in all.

    Raises:
        Unresolved: the name has no address.
        TimeoutError: nobody answered in time.
    """
    try:
        answers = dns.resolver.Resolver().resolve_name(name, lifetime=DNS_SECONDS, search=False)
        return list(answers.addresses())
    except (dns.exception.Timeout, dns.resolver.NoNameservers) as error:
        raise TimeoutError(f"{name}: the name servers timed out") from error
    except (dns.exception.DNSException, ValueError, OSError) as error:
        raise Unresolved(f"{name} has no address") from error


def ascii_host(host: str) -> str:
    """Return a host as name servers are asked for it: lower case, ASCII, no final dot.

    Raises:
        Forbidden: it is no host.
    """
    bare = unicodedata.normalize("NFKC", host).replace("。", ".").strip("[]").lower()
    bare = bare.removesuffix(".")
    if not bare or len(bare) > 253 or "%" in bare or ".." in bare:
        raise Forbidden("no host")
    if bare.isascii():
        return bare
    try:
        return idna.encode(bare, uts46=True).decode("ascii").lower()
    except idna.IDNAError as error:
        raise Forbidden("no host") from error


def _split(url: str) -> tuple[SplitResult, str, int]:
    if not _SIGNS_REFUSED.isdisjoint(url) or any(unicodedata.category(each) == "Cc" for each in url):
        raise Forbidden("signs no address has")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise Forbidden("no address") from error
    if parts.scheme.lower() not in PORTS:
        raise Forbidden(f"scheme {parts.scheme[:20]}")
    if not host or "@" in unicodedata.normalize("NFKC", parts.netloc):
        raise Forbidden("no host, or credentials")
    return parts, ascii_host(host), PORTS[parts.scheme.lower()] if port is None else port


def _check_name(host: str) -> None:
    literal = _literal(host)
    if literal is not None:
        if not is_public(literal):
            raise Forbidden(f"{host} is inside")
        return
    last = host.rpartition(".")[2]
    # « 2130706433 », « 0x7f.1 », « 0177.0.0.1 »: numbers that systems read as addresses, each in its way.
    if last.isdigit() or last.startswith("0x") or ":" in host:
        raise Forbidden(f"{host} is a number")
    if "." not in host or any(host == each or host.endswith(f".{each}") for each in _INSIDE_NAMES):
        raise Forbidden(f"{host} is inside")


def _literal(host: str) -> Address | None:
    try:
        return ip_address(host)
    except ValueError:
        return None
