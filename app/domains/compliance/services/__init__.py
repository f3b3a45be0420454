"""The verbs of the law, one module a family."""

from __future__ import annotations

from app.domains.compliance.queries import living_consent
from app.domains.compliance.services.consenting import (
    Address,
    ConsentRefused,
    Proof,
    end_consents,
    forget_consents,
    record_dealing,
    record_express,
    record_publication,
    reopen_consents,
    unname_consents,
    withdraw,
)
from app.domains.compliance.services.gate import Letter, Refusal, may_write
from app.domains.compliance.services.proofs import purge_proofs
from app.domains.compliance.services.silencing import allow, forbid

__all__ = [
    "Address",
    "ConsentRefused",
    "Letter",
    "Proof",
    "Refusal",
    "allow",
    "end_consents",
    "forbid",
    "forget_consents",
    "living_consent",
    "may_write",
    "purge_proofs",
    "record_dealing",
    "record_express",
    "record_publication",
    "reopen_consents",
    "unname_consents",
    "withdraw",
]
