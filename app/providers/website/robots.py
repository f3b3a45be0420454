"""What a site lets robots read (RFC 9309)."""

from __future__ import annotations

from dataclasses import dataclass

from protego import Protego

from app.providers.errors import ProviderError
from app.providers.http import Answer, retry_after_seconds

# RFC 9309, 2.5: at least 500 kibibytes are read.
MOST_BYTES = 512_000
# Beyond this, a slice of a visit would not fit one page: the site is left alone.
LONGEST_DELAY = 10.0


@dataclass(frozen=True)
class Rules:
    """The rules one site has for us."""

    parsed: Protego
    agent: str

    def allow(self, url: str) -> bool:
        """Tell whether an address may be read."""
        return bool(self.parsed.can_fetch(url, self.agent)) and self.delay <= LONGEST_DELAY

    @property
    def delay(self) -> float:
        """Return the seconds asked for between two requests, 0 where nothing is asked."""
        return float(self.parsed.crawl_delay(self.agent) or 0.0)


def read(answer: Answer, agent: str) -> Rules:
    """Read the answer to /robots.txt; a site without one lets everything be read.

    Raises:
        ProviderError: the site cannot say for now, so that nothing may be read for now (RFC 9309, 2.3.1.4).
    """
    if answer.status == 429 or answer.status >= 500:
        wait = retry_after_seconds(answer.headers.get("Retry-After"))
        raise ProviderError("robots.txt", code="unavailable", status=answer.status, retry_after_seconds=wait)
    text = answer.text if answer.status == 200 else ""
    return Rules(Protego.parse(text), agent.partition("/")[0])
