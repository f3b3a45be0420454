"""Kinds of consent, and why a business is left alone."""

from __future__ import annotations

from enum import StrEnum


class ConsentKind(StrEnum):
    """On what ground one may write (LCAP, s. 6 and 10)."""

    EXPRESS = "express"
    PURCHASE = "purchase"
    INQUIRY = "inquiry"
    PUBLICATION = "publication"


# The strongest first.
STRENGTH = tuple(ConsentKind)
# LCAP, s. 10(10): a consent implied by business relations lasts 24 months after a purchase, 6 after an
# inquiry (https://laws-lois.justice.gc.ca/eng/acts/E-1.6/). The others last until they are withdrawn.
MONTHS = {ConsentKind.PURCHASE: 24, ConsentKind.INQUIRY: 6}
PROOF_KEPT_YEARS = 3


class Manner(StrEnum):
    """How an express consent that a person recorded was given."""

    PAPER = "paper"
    PHONE = "phone"
    IN_PERSON = "in_person"
    EMAIL = "email"
    FORM = "form"
    OTHER = "other"


class Silence(StrEnum):
    """Why an address, a number or a business is on the do-not-contact list."""

    ASKED = "asked"
    UNSUBSCRIBED = "unsubscribed"
    ERASED = "erased"


# What a person of the workspace may take back; the others' own requests stand.
LIFTABLE = frozenset({Silence.ASKED})
