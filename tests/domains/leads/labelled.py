"""Pairs of descriptions, each with the verdict of somebody who looked: one business, or two.

Invented, after what maps, directories and owners really write. Points are in Montréal; 0.0001° of
latitude is 11 m. A description is (name, phone, address, postal code, site, latitude shift in metres).
"""

from __future__ import annotations

from typing import Any

from app.providers.contracts import FoundLead
from tests.domains.leads.found import found

Told = tuple[str, str, str, str, str, float]
LATITUDE, LONGITUDE = 45.52, -73.58


def told(name: str, phone: str = "", address: str = "", code: str = "", site: str = "", north: float = 0.0) -> Told:
    """Return one description; `north` is its shift in metres."""
    return name, phone, address, code, site, north


def element(number: int, one: Told) -> FoundLead:
    """Return a description as a source gives it."""
    name, phone, address, code, site, north = one
    facts: dict[str, Any] = {"phone": phone, "address": address, "postal_code": code, "website": site}
    return found(f"node/{number}", name, latitude=LATITUDE + north / 111_320, longitude=LONGITUDE, **facts)


SAME: list[tuple[Told, Told]] = [
    (told("Chez Ginette", "514 555-0101"), told("CHEZ GINETTE", "(514) 555-0101", north=900)),
    (told("Café Névé"), told("Cafe Neve", north=30)),
    (told("Resto Le Coin"), told("Restaurant le Coin", north=20)),
    (told("Resto Le Coin", "514 555-0102"), told("Restaurant Le Coin inc.", "514-555-0102", north=400)),
    (told("L'Avenue"), told("L’Avenue", north=80)),
    (told("Dépanneur & Café Roy", address="12, rue Roy Est"), told("Dépanneur et Café Roy", address="12 rue Roy E.")),
    (told("Clinique dentaire Lavoie", "450 555-0103"), told("Centre dentaire Lavoie", "450-555-0103", north=60)),
    (told("Dr Jean Roy, dentiste", "450 555-0104"), told("Docteur Jean Roy dentiste", "450.555.0104")),
    (told("St-Viateur Bagel", code="H2V 1V8"), told("St Viateur Bagel", code="h2v1v8", north=600)),
    (told("Saint-Viateur Bagel", "514 555-0105"), told("St-Viateur Bagel", "514 555-0105")),
    (told("Boulangerie Guillaume"), told("Boulangerie Guillaume", north=15)),
    (told("Pizzeria Napoletana", address="189, rue Dante"), told("Pizzeria Napoletana", address="189 Dante", north=90)),
    (told("Le Petit Dep", "514 555-0106", site="https://lepetitdep.example"),
     told("Petit Dep", "+1 514-555-0106", site="http://www.lepetitdep.example")),
    (told("Pho Bac", "514 555-0107"), told("Restaurant Pho Bac", "514 555-0107", north=25)),
    (told("Bar Le Ritz"), told("Le Ritz", north=10)),
    (told("Les Enfants Terribles", address="1257 avenue Bernard Ouest"),
     told("Enfants Terribles", address="1257 Av. Bernard O.", north=35)),
    (told("Café Olimpico", "514 555-0108", site="https://cafeolimpico.example"),
     told("Olimpico", "514 555-0108", site="https://cafeolimpico.example", north=5)),
    (told("Brûlerie Saint-Denis", code="H2J 2L1"), told("BRULERIE SAINT DENIS", code="H2J 2L1", north=70)),
    (told("Kem CoBa"), told("Kem Coba", north=12)),
    (told("Agence immobilière Côté", "418 555-0109"), told("Côté courtier immobilier", "418 555-0109", north=300)),
    (told("Bistro Le Ste-Cath"), told("Le Sainte-Cath", north=20)),
    (told("Sushi Yasu", address="101 boul. Saint-Joseph"), told("Sushi Yasu", address="101, boulevard St-Joseph")),
    (told("Sushi Yasu", address="101 boul. Saint-Joseph, bureau 3", north=95),
     told("Sushi Yasu inc.", address="101, boulevard Saint-Joseph")),
    (told("Chez Lévêque", "514 555-0110 / 514 555-0111"), told("Chez Leveque", "514-555-0111", north=100)),
    (told("Café Crème", "514 555-0112"), told("Café Crème", "514 555-0112", north=1_500)),
    (told("La Binerie Mont-Royal"), told("Binerie Mont Royal", north=22)),
    (told("La Banquise", address="994, rue Rachel Est"), told("Restaurant La Banquise", address="994 Rue Rachel E")),
    (told("Poutineville", "514 555-0113", site="https://poutineville.example"),
     told("Poutineville Ontario", "514 555-0113", site="https://poutineville.example", north=18)),
    (told("Tacos Frida"), told("Tacos Frida", north=60)),
    (told("Thaï Express", address="50 rue Sainte-Catherine O"),
     told("Thai Express", address="50, rue Ste-Catherine O.")),
    (told("O'Noir"), told("ONoir", north=25)),
    (told("A & W", address="7 av. du Mont-Royal E"), told("A&W", address="7, avenue du Mont-Royal Est")),
    (told("Cosmo's", "514 555-0114"), told("Cosmos", "514 555-0114")),
    (told("Le Vieux Vélo (déjeuners)"), told("Le Vieux Vélo", north=8)),
    (told("Œuf Corse"), told("Oeuf Corse", north=14)),
    (told("Marché 27"), told("Marché 27", code="H2Y 1H2", north=33)),
    (told("Crêperie du Marché", "514 555-0115"), told("La Crêperie du marché", "514 555 0115", north=45)),
    (told("Dentistes Rosemont"), told("Dentiste Rosemont", north=17)),
]  # fmt: skip

TWO: list[tuple[Told, Told]] = [
    (told("Tim Hortons", "514 555-0201"), told("Tim Hortons", "514 555-0202", north=60)),
    (told("Tim Hortons"), told("Tim Hortons", north=450)),
    (told("Subway", code="H2X 1A1"), told("Subway", code="H3B 2B2", north=70)),
    (told("Café Dépôt", address="10 rue Peel"), told("Café Dépôt", address="40 rue Peel", north=75)),
    (told("Hôtel Gault", "514 555-0203"), told("Restaurant Gault & Frères Cuisine du marché du Nord", "514 555-0204")),
    (told("Chez Lise"), told("Chez Louise", north=5)),
    (told("Café Saint-Denis"), told("Pub Saint-Denis", north=60)),
    (told("Bar Le Nord"), told("Café du Sud", north=0)),
    (told("Pizza Nova", "514 555-0205"), told("Sushi Nova", "514 555-0206", north=10)),
    (told("McDonald's"), told("McCafé", north=5)),
    (told("Thaï Express"), told("Villa Madina", north=3)),
    (told("Clinique dentaire Roy", "450 555-0207"), told("Clinique dentaire Lavoie", "450 555-0208", north=0)),
    (told("Dr Roy, dentiste", "450 555-0209"), told("Dre Tremblay, dentiste", "450 555-0209", north=0)),
    (told("RE/MAX Alliance", "514 555-0210"), told("RE/MAX du Cartier", "514 555-0211", north=20)),
    (told("St-Hubert", site="https://st-hubert.example"),
     told("St-Hubert", site="https://st-hubert.example", north=2_000)),
    (told("Starbucks", "514 555-0212"), told("Starbucks", "514 555-0213", north=95)),
    (told("Le Club", "514 555-0214"), told("Club Sandwich", "514 555-0214", north=700)),
    (told("Boulangerie Roy"), told("Boucherie Roy", north=6)),
    (told("Chez Ma Tante", address="3180 rue Fleury"), told("Chez Ma Tante", address="1 rue Ontario", north=90)),
    (told("Poké Bar"), told("Poké Station", north=9)),
    (told("Java U"), told("Java", north=15)),
    (told("Bonchon", "514 555-0215"), told("Bonjour", "514 555-0216")),
    (told("La Cage", code="H1A 0A1"), told("La Cage", code="H4B 1B2", north=90)),
    (told("Second Cup", "514 555-0217", "1 rue A"), told("Second Cup", "514 555-0218", "900 rue A", north=80)),
    (told("Frites Alors!", north=0), told("Frites Alors!", north=800)),
    (told("Amir", "514 555-0219"), told("Basha", "514 555-0219", north=4)),
    (told("Restaurant"), told("Café", north=5)),
    (told("Bar"), told("Restaurant", north=90)),
    (told("Patati Patata", address="4177 boul. Saint-Laurent"), told("Patati", address="12 rue Roy", north=200)),
    (told("Café 92"), told("Café 93", north=2)),
    (told("Dollarama Café", site="https://facebook.com/a"), told("Le Marchand", site="https://facebook.com/b")),
    (told("Au Pied de Cochon"), told("La Cabane d'à côté", site="https://aupieddecochon.example", north=30)),
]  # fmt: skip
