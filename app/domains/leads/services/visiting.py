"""Several sites at once, each for a slice of time; no database here."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from app.core import logs
from app.providers.contracts import EmailFinder, SiteQuery, SiteVisit
from app.providers.errors import ProviderError
from app.providers.mailservers import has_mail_server
from app.providers.website.visits import from_json, to_json

__all__ = ["ask_directory", "from_json", "reachable_only", "slices", "to_json"]

log = logs.get("leads.visit")


def slices(finder: EmailFinder, asked: Sequence[tuple[SiteQuery, SiteVisit | None]], seconds: float) -> list[SiteVisit]:
    """Carry each visit one slice further, side by side; they must be of different hosts."""

    def one(query: SiteQuery, so_far: SiteVisit | None) -> SiteVisit:
        try:
            return finder.find(query, so_far, seconds=seconds)
        except ProviderError as error:
            log.info("site not visited", error=type(error).__name__, code=error.code)
            return SiteVisit(ended="unreachable")
        except Exception:
            # One page that breaks its reader must not cost the fifteen others.
            log.exception("site not read")
            return SiteVisit(ended="unusable")

    with ThreadPoolExecutor(max_workers=max(1, len(asked))) as pool:
        return list(pool.map(lambda pair: one(*pair), asked))


def reachable_only(visit: SiteVisit) -> SiteVisit:
    """Leave out the addresses whose domain surely receives no mail (RFC 5321, section 5.1)."""
    if not visit.ended:
        return visit
    kept = [one for one in visit.findings.emails if has_mail_server(one.value.rpartition("@")[2]) is not False]
    return replace(visit, findings=replace(visit.findings, emails=kept))


def ask_directory(directory: EmailFinder | None, query: SiteQuery, visit: SiteVisit) -> SiteVisit | None:
    """Ask a directory of addresses where a finished visit found none; None where there is nothing to ask."""
    if directory is None or not visit.ended or visit.findings.emails or visit.findings.refusals:
        return None
    try:
        return directory.find(query)
    except ProviderError as error:
        log.warning("directory not read", error=type(error).__name__, code=error.code)
        return None
