"""Whether a domain receives mail, asked of the DNS."""

from __future__ import annotations

from collections.abc import Sequence

import dns.exception
import dns.resolver

# One question for the mail servers, then two for the host itself: three seconds in all.
_MAIL_SECONDS = 1.5
_HOST_SECONDS = 0.75
_LONGEST = 253


def has_mail_server(domain: str, *, nameservers: Sequence[str] = (), port: int = 53) -> bool | None:
    """Tell whether a domain receives mail, or None when the DNS does not say so within three seconds.

    `nameservers` (IP addresses) and `port` replace those of the machine. Asking acts on nothing: an
    answer never heard is asked again.
    """
    if not domain or len(domain) > _LONGEST:
        return False
    try:
        resolver = _resolver(nameservers, port)
        servers = resolver.resolve(domain, "MX", lifetime=_MAIL_SECONDS, search=False)
        # « . » alone refuses all mail (RFC 7505).
        return any(str(server.exchange) != "." for server in servers)
    except dns.resolver.NXDOMAIN:
        return False
    except dns.resolver.NoAnswer:
        # Without a mail server, the host itself receives (RFC 5321, 5.1).
        return _is_host(resolver, domain)
    except (dns.exception.DNSException, OSError, UnicodeError):
        return None


def _is_host(resolver: dns.resolver.Resolver, domain: str) -> bool | None:
    for kind in ("A", "AAAA"):
        try:
            resolver.resolve(domain, kind, lifetime=_HOST_SECONDS, search=False)
        except dns.resolver.NoAnswer:
            continue
        except (dns.exception.DNSException, OSError):
            return None
        return True
    return False


def _resolver(nameservers: Sequence[str], port: int) -> dns.resolver.Resolver:
    resolver = dns.resolver.Resolver(configure=not nameservers)
    if nameservers:
        resolver.nameservers = list(nameservers)
        resolver.port = port
    return resolver
