"""What one page says of its business: each fact as it is read, where, and the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from app.providers.contracts import SiteFact, SiteFindings
from app.providers.website import hours, naming, networks, notices, obfuscation, phones, structured
from app.providers.website.addresses import found_in, one_of, registered
from app.providers.website.pages import SNIPPET, Page

_MOST_EACH = 20
# The words before somebody else's address.
_OUTSIDER = re.compile(
    r"\b(?:partenaires?|fournisseurs?|commanditaires?|ami(?:e?s)?|voisine?s?|collaborat\w+|visitez\s+aussi|associations?|"
    r"sponsors?|suppliers?|partners?|friends?|neighbou?rs?|photo(?:graph\w*|s)?|crédits?|credits?|recommand\w+|producteurs?|"
    r"(?:site|web|conception|design|réalis\w+|développ\w+|hébergement|création|propulsé|powered|designed|built|made|hosted)"
    r"(?:\s+(?:du|de|web|site|internet|et|and|website)){0,4}\s*(?:par|by|:))",
    re.IGNORECASE,
)
_BEFORE = 90


def read(page: Page, business_name: str = "") -> SiteFindings:
    """Return what a page says; nothing is judged here but what is structurally not a fact."""
    nodes = structured.businesses(page.json_ld)
    return SiteFindings(
        emails=_kept(_emails(page, nodes)),
        phones=_phones(page, nodes),
        names=_kept(_names(page, nodes, business_name)),
        socials=_socials(page, nodes),
        opening_hours=_hours(page, nodes),
        refusals=_kept(_refusals(page)),
    )


def _kept(facts: Iterator[SiteFact]) -> tuple[SiteFact, ...]:
    kept: dict[str, SiteFact] = {}
    for fact in facts:
        kept.setdefault(fact.value, fact)
        if len(kept) == _MOST_EACH:
            break
    return tuple(kept.values())


def _emails(page: Page, nodes: list[Mapping[str, object]]) -> Iterator[SiteFact]:
    for node in nodes:
        for text in structured.texts(node.get("email")):
            if address := one_of(text):
                yield SiteFact(address, page.url, f'"email": "{text}"'[:SNIPPET], "json_ld")
    own = registered(urlsplit(page.url).hostname or "")
    for value, line, how in _written(page):
        around = page.around(line, value)
        before = around.lower().partition(value)[0][-_BEFORE:] if value in around.lower() else around[:_BEFORE]
        if registered(value.rpartition("@")[2]) == own or not _OUTSIDER.search(before):
            yield SiteFact(value, page.url, around or value, how)


def _written(page: Page) -> Iterator[tuple[str, int, str]]:
    for link in page.links:
        if link.url.lower().startswith("mailto:"):
            for part in re.split(r"[,;]", link.url[7:].partition("?")[0][:1_000]):
                address = one_of(part) or next(obfuscation.in_text(part), "")
                if address:
                    yield address, link.line, "mailto"
        for address in obfuscation.in_link(link.url):
            yield address, link.line, "obfuscated"
    for number, (shown, apart) in enumerate(zip(page.lines, page.apart, strict=True)):
        plain = list(found_in(apart))
        # Tags inside an address join, tags between two words separate: what stands apart is believed first.
        plain += [each for each in found_in(shown) if not any(each in other or other in each for other in plain)]
        yield from ((address, number, "text") for address in plain)
        hidden = (*obfuscation.in_text(apart), *obfuscation.in_text(shown))
        known = {address.rpartition("@")[2] for address in plain}
        yield from ((each, number, "obfuscated") for each in hidden if each.rpartition("@")[2] not in known)
    for attributes, line in page.marked:
        if attributes.get("itemprop") == "email" and (address := one_of(attributes.get("content", ""))):
            yield address, line, "text"
        yield from ((address, line, "obfuscated") for address in obfuscation.in_attributes(attributes))
    for script in page.scripts:
        yield from ((address, -1, "obfuscated") for address in obfuscation.in_script(script))


def _phones(page: Page, nodes: list[Mapping[str, object]]) -> tuple[SiteFact, ...]:
    found: dict[str, SiteFact] = {}

    def add(number: str, snippet: str, how: str) -> None:
        if number and len(found) < _MOST_EACH:
            found.setdefault(phones.digits(number), SiteFact(number, page.url, snippet[:SNIPPET], how))

    for node in nodes:
        for text in structured.texts(node.get("telephone")):
            add(text[:40], f'"telephone": "{text}"', "json_ld")
    for link in page.links:
        around = page.around(link.line)
        if link.url.lower().startswith("tel:") and not re.search(r"\bfax|télécopie", around[:30], re.IGNORECASE):
            add(phones.in_link(link.url), around, "tel")
    for number, line in enumerate(page.apart):
        for phone in phones.in_text(line):
            add(phone, page.around(number, phone), "text")
    return tuple(found.values())


def _names(page: Page, nodes: list[Mapping[str, object]], business_name: str) -> Iterator[SiteFact]:
    for node in nodes:
        for text in structured.texts(node.get("name"))[:1]:
            yield SiteFact(text[:120], page.url, f'"name": "{text}"'[:SNIPPET], "json_ld")
    if said := " ".join(page.metas.get("og:site_name", "").split())[:120]:
        yield SiteFact(said, page.url, said, "text")
    if said := naming.of_title(page.title, business_name):
        yield SiteFact(said, page.url, " ".join(page.title.split())[:SNIPPET], "text")


def _socials(page: Page, nodes: list[Mapping[str, object]]) -> dict[str, SiteFact]:
    found: dict[str, SiteFact] = {}
    told = [(text, "json_ld") for node in nodes for text in structured.texts(node.get("sameAs"))]
    for url, how in [*told, *((link.url, "link") for link in page.links)]:
        own = networks.own_page(url)
        if own:
            found.setdefault(own[0], SiteFact(own[1], page.url, "", how))
    return found


def _hours(page: Page, nodes: list[Mapping[str, object]]) -> SiteFact | None:
    for node in nodes:
        if said := structured.opening_hours(node):
            return SiteFact(said, page.url, said[:SNIPPET], "json_ld")
    marked = [attributes.get("content") or attributes.get("datetime") or "" for attributes, _ in page.marked
              if (attributes.get("itemprop") or "").lower() == "openinghours"]  # fmt: skip
    if said := "; ".join(each for each in marked if each)[:500]:
        return SiteFact(said, page.url, said[:SNIPPET], "text")
    read_hours = hours.of_lines(page.apart)
    if read_hours and read_hours[0]:
        return SiteFact(
            read_hours[0], page.url, " ".join(page.apart[read_hours[1] : read_hours[1] + 7])[:SNIPPET], "text"
        )
    return None


def _refusals(page: Page) -> Iterator[SiteFact]:
    for line in page.apart:
        for said in notices.refusals(line):
            yield SiteFact(said[:SNIPPET], page.url, said[:SNIPPET], "notice")
