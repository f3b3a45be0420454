"""What a text claims comes from what was given, or is flagged; what claims nothing passes."""

from __future__ import annotations

from datetime import date

import pytest

from app.domains.contents.gate.facts import claims, fact_flags
from app.domains.contents.judging import Subject, judged
from app.providers.contracts import BusinessFacts, Intention, LeadFacts, WritingRequest, intentions_of
from app.providers.offline.writer import OfflineWriter

NB = "\u00a0"
LEAD = LeadFacts(
    "Chez Roy & Filles", "restaurant", "Trois-Rivières", street="1250 Rue des Forges", cuisine="thaïlandaise",
    website="https://www.chezroy.example",
)  # fmt: skip
SUBJECT = Subject(LEAD, BusinessFacts("Librairie Vents d’Est", "other", "Lévis"), "Le 12 mai, un café à 3,50 $.")


def found(text: str, subject: Subject = SUBJECT) -> list[tuple[str, str]]:
    return [(claim.code.removeprefix("fact_"), text[claim.start : claim.end]) for claim in claims(text, subject)]


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("La salle compte 48 chaises.", [("number", "48")]),
        ("On y trouve 3 salons.", [("number", "3")]),
        ("Près de 80 % des gens reviennent.", [("number", "80 %")]),
        ("Appelez au 418 555-0199.", [("number", "418 555-0199")]),
        ("Le 25e anniversaire approche.", [("number", "25e")]),
        ("La maison est là depuis vingt ans.", [("number", "depuis vingt ans")]),
        ("Elle célèbre ses trente-cinq ans.", [("number", "célèbre ses trente-cinq ans")]),
        ("Forte de quinze ans d’expérience, elle innove.", [("number", "quinze ans d’expérience")]),
        ("L’équipe réunit douze employés.", [("number", "douze employés")]),
        ("On y sert une trentaine de plats et quarante sortes de thés.", [("number", "quarante sortes de thés")]),
        ("Deux personnes sur trois la choisissent.", [("number", "Deux personnes sur trois")]),
        ("Rendez-vous le 12 décembre.", [("date", "12 décembre")]),
        ("La rue date de 1903.", [("date", "1903")]),
        (f"Ouvert jusqu’à 22{NB}h.", [("date", f"22{NB}h")]),
        ("Le repas coûte vingt dollars.", [("price", "vingt dollars")]),
        ("« Une table merveilleuse », dit la voisine.", [("quote", "« Une table merveilleuse »")]),
        ("La patronne raconte : « Tout est fait ici. »", [("quote", "« Tout est fait ici. »")]),
        ("On y mange les pâtes de Luigi Bertolini.", [("name", "Luigi Bertolini")]),
        ("Voisine de la place Zéphirine.", [("name", "Zéphirine")]),
        ("Le décor est signé Atelier Zébulon.", [("name", "Atelier Zébulon")]),
        ("Julie vous attend à la porte.", [("name", "Julie")]),
        ("Kevin connaît le menu par cœur.", [("name", "Kevin")]),
        ("SOPHIE vous attend.", [("name", "SOPHIE")]),
        ("On en parle. Pierre vous accueille au comptoir.", [("name", "Pierre")]),
        ("Claire, la propriétaire, vous le dira.", [("name", "Claire")]),
        ("La salle rouvre le 30 novembre.", [("date", "30 novembre")]),
        ("D’ici le 30 novembre, un café offert.", [("date", "30 novembre")]),
        ("Bonjour! M. Bouffard est là.", [("name", "Bouffard")]),
        ("Connaissez-vous Chez Roy et son chef Anatole?", [("name", "Anatole")]),
    ],
)
def test_what_nothing_proves_is_found(text: str, claimed: list[tuple[str, str]]) -> None:
    assert found(text) == claimed


@pytest.mark.parametrize(
    "text",
    [
        "Novembre finit le 30 novembre, et l’on n’a pas vu passer le mois.",
        "Les pneus d’hiver sont obligatoires le 1er décembre.",
        "Pierre angulaire de la rue, cette vitrine se voit de loin.",
        "Claire ou brune, la bière se choisit au comptoir.",
        "Rose, blanche ou rouge : quelle tulipe choisir?",
        "LE MENU DU MIDI, LA TPS ET LA TVQ SE LISENT AU COMPTOIR.",
        "Chez Roy & Filles est au 1250, rue des Forges, à Trois-Rivières.",
        f"Le 12 mai, le café est à 3,50{NB}$.",
        "Ouvrez www.chezroy.example ou https://a.example/Carte/2024?x=12.",
        "Les Trifluviens et les Lévisiennes le savent.",
        "De Sept-Îles à Saint-Jean-sur-Richelieu, en passant par la Gaspésie, on aime la cuisine thaïlandaise.",
        "À la Saint-Jean comme à l’Action de grâce, le 24 juin ou le 25 décembre.",
        "Un 5 à 7 en terrasse? Deux minutes suffisent, et on revient deux fois plutôt qu’une.",
        "L’OQLF le dit. La Librairie Vents d’Est aussi. LinkedIn et Facebook en parlent.",
        "1. Réservez.\n2. Arrivez.\n- Goûtez!\n• Revenez.",
        "Question : « Est-ce que le pain est fait sur place ce matin? » Demandez-le.",
        "Le mot « chez-nous » dit tout. Noël approche; Pâques aussi.",
        "🎄 Joyeuses fêtes! ☕ Venez.",
        "À six ans, un enfant choisit. Tous les deux ans, on change.",
        "Nous sommes à Chicoutimi, dans l’arrondissement de Sainte-Foy, à Hochelaga.",
        "Il y a deux sortes de clients, et trois sortes de pains.",
        "On jase dix minutes, puis à 7 h le soleil se lève.",
    ],
)
def test_what_claims_nothing_passes(text: str) -> None:
    assert found(text) == []


def test_a_number_and_a_numbered_street_are_two_numbers() -> None:
    subject = Subject(LeadFacts("Ô Pain", "other", "Val-d’Or", street="1010 3e Avenue"), SUBJECT.business)
    assert found("Au 1010, 3e Avenue, à Val-d’Or.", subject) == []


def test_a_claim_blocks_a_machine_and_warns_a_person() -> None:
    text = "On y mange les pâtes de Luigi Bertolini depuis vingt ans."
    assert [flag.blocking for flag in fact_flags(text, SUBJECT, by_machine=True)] == [True, True]
    hers = judged(text, [], SUBJECT, by_machine=False)
    assert hers and not any(flag.blocking for flag in hers)
    assert all(flag.fix == "remove_sentence" and flag.excerpt in text for flag in hers)


def test_a_passage_is_reproached_once() -> None:
    text = "Ouvert depuis 1987, le repas à 25 $, « Une table à 30 $ que j’aime », dit Luigi."
    codes = [flag.code for flag in judged(text, [], SUBJECT, by_machine=True) if flag.code.startswith("fact_")]
    assert codes.count("fact_date") == 0 and codes.count("fact_number") == 0
    assert len(codes) == len(set(codes)) + 1  # both prices


def test_a_text_full_of_names_is_reproached_six_at_most() -> None:
    assert len(found("".join(f"Voici Zorblax{letter}. Puis " for letter in "abcdefghijkl"))) == 6


@pytest.mark.parametrize("industry", ["restaurant", "dentist", "real_estate", "other"])
def test_the_offline_writer_claims_nothing(industry: str) -> None:
    lead = LeadFacts("Maison Gauthier inc.", industry, "Rimouski", street="48 Avenue de la Gare")
    subject = Subject(lead, SUBJECT.business, "Un café offert.")
    for seed, intention in enumerate(intentions_of(industry).by_person * 6):
        day = date(2026, 1 + seed % 12, 20)
        request = WritingRequest(
            *(lead, subject.business, day, seed), intention=Intention(intention), offer_words=subject.offer_words
        )
        text = OfflineWriter().write(request).text
        assert found(text, subject) == [], text
