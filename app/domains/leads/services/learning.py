"""Turn what a business says of itself into a record of its prospect, with the proof of each address."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from sqlalchemy import func, select

from app.core import clock
from app.core.db import db
from app.domains.compliance import services as compliance
from app.domains.compliance.services import Address, ConsentRefused, Proof
from app.domains.leads import emails, facts, hours, phones, sites
from app.domains.leads.models import Lead, LeadEvent, LeadRecord
from app.domains.leads.services import composing, pairing
from app.providers.contracts import SiteFact, SiteFindings, SiteVisit

LICENCE = "publique, site de l’entreprise"
DIRECTORY_LICENCE = "Hunter, pages publiques citées"
# An address that unrelated businesses share belongs to none of them.
SHARED_BY = 3


def learn(lead: Lead, website: str, visit: SiteVisit, asked: SiteVisit | None) -> None:
    """Keep what a finished visit, and a directory, say of a prospect; in the present transaction."""
    told = _facts(lead, website, visit.findings, "website", LICENCE)
    if visit.ended == "read":
        _save(lead, "website", website, LICENCE, told)
    if asked is not None and (asked.findings.emails or asked.findings.refusals):
        said = _facts(lead, website, asked.findings, "hunter", DIRECTORY_LICENCE)
        _save(
            lead,
            "hunter",
            website,
            DIRECTORY_LICENCE,
            {name: said[name] for name in ("email", "refusal") if name in said},
        )
    composing.recompose(lead.workspace_id, [lead.id, *_sharers(lead, told)])
    _keep_proof(lead, told)
    # What a site says may tie two prospects that nothing tied before.
    pairing.pair(lead.workspace_id, [lead.id])
    db.session.add(LeadEvent(workspace_id=lead.workspace_id, lead_id=lead.id, kind="visited",
                             told={"outcome": visit.ended, "found": sorted(set(told) - {"website"})}))  # fmt: skip


def _keep_proof(lead: Lead, told: dict[str, Any]) -> None:
    """Keep where and how a business publishes its address; a refusal ends what its silence implied."""
    found = told.get("email")
    if told.get("refusal") and lead.email:
        compliance.end_consents(lead.workspace_id, [lead.email])
    if not found or found.get("suspect") or told.get("refusal"):
        return
    address = Address(found["value"], emails.nature(found["value"], lead.name), lead.id)
    with suppress(ConsentRefused):
        proof = Proof(found["page"], clock.today(), found["snippet"] or found["value"])
        compliance.record_publication(lead.workspace_id, address, proof, has_refusal=False)


def _facts(lead: Lead, website: str, findings: SiteFindings, source: str, licence: str) -> dict[str, Any]:
    today = clock.today().isoformat()

    def told(value: Any, found: SiteFact) -> dict[str, Any]:
        return facts.fact(value, source, today, licence, page=found.page_url[:500], snippet=found.snippet[:200])

    kept: dict[str, Any] = {"website": facts.fact(website, source, today, licence)}
    if email := _email(findings.emails, sites.host(website)):
        kept["email"] = told(*email)
    if phone := _phones(findings.phones):
        kept["phone"], kept["other_phones"] = (
            told(phone[0][0], phone[0][1]),
            told([one for one, _ in phone[1:6]], phone[0][1]),
        )
    if findings.names:
        kept["name"] = told(findings.names[0].value[:255], findings.names[0])
    if findings.socials:
        pages = {network: found.value for network, found in findings.socials.items()}
        kept["socials"] = told(pages, next(iter(findings.socials.values())))
    if findings.opening_hours and (read := hours.normal(findings.opening_hours.value)):
        kept["opening_hours"] = told(read, findings.opening_hours)
    if findings.refusals:
        kept["refusal"] = told(findings.refusals[0].value[:200], findings.refusals[0])
    return kept


def _email(found: Sequence[SiteFact], host: str) -> tuple[str, SiteFact] | None:
    for one in found:
        address = emails.usable(one.value)
        if address and not emails.junk_reason(address, page_host=host, around=one.snippet):
            return address, one
    return None


def _phones(found: Sequence[SiteFact]) -> list[tuple[str, SiteFact]]:
    numbers = {number.e164: one for one in reversed(found) for number in reversed(phones.read(one.value))}
    return list(reversed(numbers.items()))


def _save(lead: Lead, source: str, website: str, licence: str, told: dict[str, Any]) -> None:
    source_id = f"{sites.host(website)[:100]}#{lead.id}"
    record = db.session.scalar(
        select(LeadRecord).where(LeadRecord.workspace_id == lead.workspace_id, LeadRecord.source == source,
                                 LeadRecord.source_id == source_id)
    )  # fmt: skip
    values: dict[str, Any] = {"source_url": website[:500], "licence": licence, "seen_on": clock.today(), "facts": told}
    if record is None:
        db.session.add(LeadRecord(workspace_id=lead.workspace_id, lead_id=lead.id, source=source,
                                  source_id=source_id, **values))  # fmt: skip
    else:
        for name, value in values.items():
            setattr(record, name, value)
    db.session.flush()


def _sharers(lead: Lead, told: dict[str, Any]) -> list[int]:
    """Mark an address that unrelated businesses share as suspect; return the other prospects it touches."""
    address = facts.value(facts.Record("website", "", told), "email")
    if not address:
        return []
    same = select(Lead.id, Lead.domain).where(
        Lead.workspace_id == lead.workspace_id, func.lower(Lead.email) == address, Lead.id != lead.id
    )
    others = {row.id: row.domain for row in db.session.execute(same)}
    domains = set(others.values()) | {sites.domain(told["website"]["value"])}
    if emails.relation(address, told["website"]["value"]) == "same" or len(domains) < SHARED_BY:
        return []
    for record in db.session.scalars(select(LeadRecord).where(LeadRecord.lead_id.in_([lead.id, *others]))):
        if facts.value(record, "email") == address and not facts.is_final(record, "email"):
            record.facts = {**record.facts, "email": {**record.facts["email"], "suspect": True}}
    return list(others)
