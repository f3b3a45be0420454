"""The demonstration: a restaurant of Lévis, two campaigns, publications in every state.

Every name is invented, every phone is a 555 number, every address ends in `.example`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domains.contents.states import ContentState
from app.domains.publishing.states import DeliveryState
from app.providers.contracts import FoundLead

EMAIL = "demo@astrogrowth.example"
VISITOR = "visite@astrogrowth.example"
PASSWORD = "demonstration"  # noqa: S105  # public by purpose: it opens invented rows only, and nothing in production
BUSINESS = "Bistro du Port"
CITY = "Lévis"
SOURCE = "demonstration"
LICENCE = "Données de démonstration"


@dataclass(frozen=True)
class DemoContent:
    """A publication of the demonstration: whose, in which state, gone out how, with which figures."""

    lead: int
    campaign: int
    state: ContentState
    delivery: DeliveryState | None = None
    days_ago: int = 0
    figures: tuple[int, int, int] = (0, 0, 0)
    figures_last_week: int = 0


# Name, street, postal code, phone, has an e-mail, has a site, kind, is a chain's.
_LEADS = (
    ("Le Café Bleu", "12, rue Saint-Laurent", "G6V 3V9", "+14185550101", True, True, "cafe", False),
    ("Boulangerie du Passage", "48, côte du Passage", "G6V 5S5", "+14185550102", True, True, "cafe", False),
    ("Crêperie La Sarriette", "7, avenue Bégin", "G6V 4C2", "+14185550103", True, False, "restaurant", False),
    ("Pizzéria du Fleuve", "310, rue Saint-Laurent", "G6V 3W2", "+14185550104", False, True, "restaurant", False),
    ("Casse-croûte chez Lise", "95, rue de Saint-Romuald", "G6W 3K1", "+14185550105", False, True, "fast_food", False),
    ("Cantine du Quai", "2, rue du Quai", "G6V 1A4", "+14185550106", False, False, "fast_food", False),
    ("Brasserie l’Îlot", "61, rue Wolfe", "G6V 3Z1", "+14185550107", True, True, "pub", False),
    ("Bistro Café Nord", "1500, rue des Érables", "G6X 2M5", "+14185550108", False, False, "cafe", True),
    ("Traiteur Les Deux Louches", "88, rue Fraser", "G6V 3S3", "+14185550109", True, True, "restaurant", False),
    ("Salon de thé Miel et Menthe", "19, rue Notre-Dame", "G6V 4A5", "+14185550110", True, False, "cafe", False),
    ("Rôtisserie de la Rive", "240, route du Pont", "G7A 2T6", "+14185550111", False, True, "restaurant", False),
    ("Microtorréfacteur L’Aube", "33, rue Dorval", "G6V 6B9", "+14185550112", True, True, "cafe", False),
    ("Le Comptoir à soupe", "5, place du Marché", "G6V 2H8", "", False, True, "restaurant", False),
)

CONTENTS = (
    DemoContent(0, 0, ContentState.PENDING),
    DemoContent(1, 0, ContentState.PENDING),
    DemoContent(2, 0, ContentState.PENDING),
    DemoContent(3, 0, ContentState.APPROVED, DeliveryState.SCHEDULED),
    DemoContent(4, 0, ContentState.REJECTED),
    DemoContent(5, 0, ContentState.DRAFT),
    DemoContent(6, 1, ContentState.PUBLISHED, DeliveryState.PUBLISHED, 3, (41, 6, 4), 0),
    DemoContent(8, 1, ContentState.PUBLISHED, DeliveryState.PUBLISHED, 9, (38, 5, 3), 31),
    DemoContent(9, 1, ContentState.PUBLISHED, DeliveryState.PUBLISHED, 13, (29, 9, 2), 33),
    DemoContent(11, 1, ContentState.REJECTED),
)

# Which prospects each campaign found; the first is under way, the second is done.
CAMPAIGNS = (("Cafés de Lévis", tuple(range(8))), ("Bonnes tables de la Rive-Sud", tuple(range(6, 13))))


def leads(today: date) -> list[FoundLead]:
    """Return the invented prospects as a source would give them."""
    return [_lead(number, row, today) for number, row in enumerate(_LEADS)]


def _lead(number: int, row: tuple[str, str, str, str, bool, bool, str, bool], today: date) -> FoundLead:
    name, address, postal_code, phone, has_email, has_site, category, is_chain = row
    domain = f"commerce{number + 1}.example"
    return FoundLead(
        source=SOURCE,
        source_id=f"demo/{number + 1}",
        name=name,
        licence=LICENCE,
        source_url="",
        seen_on=today,
        email=f"info@{domain}" if has_email else "",
        phone=phone,
        website=f"https://{domain}" if has_site else "",
        address=address,
        city=CITY,
        postal_code=postal_code,
        category=category,
        is_chain=is_chain,
    )
