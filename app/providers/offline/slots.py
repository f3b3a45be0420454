"""Turn what is known into the words a sentence takes."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from app.providers.contracts import LeadFacts, WritingRequest, says_vous
from app.providers.occasions import occasion, occasions_on
from app.providers.offline.grammar import sentence_start, street_form, town_forms, without_double_stops
from app.providers.offline.texts import kinds, moments

LONGEST_OFFER = 100  # words
_ADDRESS_FORMS = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")
# When those who sign have a minute to talk.
_PAUSES = {
    "restaurant": "entre deux services",
    "dentist": "entre deux rendez-vous",
    "real_estate": "entre deux visites",
    "other": "entre deux tâches",
}
# What a name begins with, when it begins with what the business is.
_NOUNS = {
    "la": frozenset(
        [
            "agence",
            "animalerie",
            "auberge",
            "boucherie",
            "boulangerie",
            "boutique",
            "brasserie",
            "brûlerie",
            "buanderie",
            "buvette",
            "cantine",
            "clinique",
            "crèmerie",
            "crêperie",
            "ferme",
            "fromagerie",
            "fruiterie",
            "galerie",
            "librairie",
            "maison",
            "microbrasserie",
            "pâtisserie",
            "pharmacie",
            "pizzeria",
            "plomberie",
            "poissonnerie",
            "quincaillerie",
            "rôtisserie",
            "taqueria",
            "taverne",
            "trattoria",
            "école",
        ]
    ),
    "le": frozenset(
        [
            "atelier",
            "bar",
            "bistro",
            "bureau",
            "cabinet",
            "café",
            "casse-croûte",
            "centre",
            "comptoir",
            "dépanneur",
            "garage",
            "groupe",
            "marché",
            "pub",
            "resto",
            "restaurant",
            "salon",
            "studio",
        ]
    ),
}
_ARTICLED = re.compile(r"(?:chez|les?)\s", re.IGNORECASE)
_PLAIN = re.compile(r"[\w’ &.-]+")
_SLOT = re.compile(r"\{(\w+)\}")
# A page on a social network is not the business's own site.
_NETWORKS = ("facebook.", "instagram.", "linkedin.", "tiktok.", "twitter.", "x.com", "youtube.")


@dataclass(frozen=True)
class Slots:
    """The words of one request, and how it speaks to its readers."""

    words: dict[str, str]
    is_formal: bool

    def fill(self, template: str) -> str:
        """Write one sentence from its template."""
        filled = _SLOT.sub(lambda slot: self.words[slot[1]], self.addressed(template))
        for name in (self.words["nom"], self.words["nous"]):
            filled = without_double_stops(filled, name)
        return filled

    def addressed(self, template: str) -> str:
        """Keep the forms that say « vous », or those that say « tu »."""
        return _ADDRESS_FORMS.sub(r"\1" if self.is_formal else r"\2", template)

    def can_fill(self, template: str) -> bool:
        """Tell whether every word the template asks for is known."""
        return all(self.words[slot] for slot in _SLOT.findall(template))


def slots_of(request: WritingRequest) -> Slots:
    """Gather the words of a request; an unknown fact is an empty word."""
    lead, business = request.lead, request.business
    town = town_forms(lead.city or business.city)
    kind = kind_of(lead)
    described = _described(kind, lead.cuisine)
    if described == kind and _tells_its_trade(lead.name, lead.industry, kind):
        described = ""
    # The prospect's name is never changed, not even by a capital: what would change it is not said.
    exact = "" if _ARTICLED.match(lead.name.strip()) else " ".join(lead.name.split())
    signature = " ".join(business.name.split())
    moment, of_moment = moments.WORDS[occasion_of(request)]
    words = {
        "nom": " ".join(lead.name.split()),
        "a": town.at,
        "A": sentence_start(town.at),
        "de": town.of,
        "un": kind,
        "fiche": described,
        "rue": street_form(lead.street),
        "portrait": ", ".join(filter(None, (" ".join(lead.name.split()), described, street_form(lead.street)))),
        "de_nom": _of(with_article(exact)) if exact else "",
        "chez_eux": at_home(exact),
        "ici": town.at if lead.city and lead.city == business.city else "",
        "pause": _PAUSES.get(business.industry, _PAUSES["other"]),
        "site": _domain(lead.website),
        "nous": signature if signature != " ".join(lead.name.split()) and len(signature) <= 80 else "",
        "nous_a": town_forms(business.city).at if business.city.strip() else "",
        "moment": moment,
        "du_moment": of_moment,
        "offre": _quoted(_clipped(request.offer_words)),
    }
    words["de_nous"] = _of(with_article(words["nous"])) if words["nous"] else ""
    words["chez"] = at_home(words["nous"])
    words["Chez"] = sentence_start(words["chez"])
    return Slots(words, says_vous(request))


def with_subject(slots: Slots, subject: str) -> Slots:
    """Give the slots what a text is about, a noun with its article."""
    said = {"sujet": subject, "du_sujet": _of(subject), "au_sujet": _to(subject), "Sujet": sentence_start(subject)}
    return replace(slots, words={**slots.words, **said})


def at_home(name: str) -> str:
    """Say « at » a business: « chez Rosa », « au Café Bleu », « à la Boulangerie Roy », « à La Marmite »."""
    if name.lower().startswith("chez "):
        return "c" + name[1:].replace("'", "’").replace(" & ", " et ")
    if name.startswith(("La ", "L’", "L'")):
        return f"à {name}"
    called = with_article(name)
    return _to(called) if called != name else f"chez {name}" if name else ""


def with_article(name: str) -> str:
    """Say a business in a sentence: « la Boulangerie Roy », « le Café Bleu », « Rosa »."""
    first, _, rest = name.partition(" ")
    if first in ("Le", "Les") and rest and _PLAIN.fullmatch(rest):
        return f"{first.lower()} {rest}"
    known = next((article for article, nouns in _NOUNS.items() if first.lower() in nouns), "")
    if not known or not rest:
        return name
    is_elided = unicodedata.normalize("NFD", name)[:1].lower() in "aeiou"
    return f"l’{name}" if is_elided else f"{known} {name}"


def _of(noun: str) -> str:
    """Say « of » a noun with its article: « du souper », « de la fête », « d’Alma »."""
    for article, joined in (("les ", "des "), ("le ", "du ")):
        if noun.startswith(article):
            return joined + noun.removeprefix(article)
    return f"d’{noun}" if unicodedata.normalize("NFD", noun)[:1].lower() in "aeiouy" else f"de {noun}"


def _to(noun: str) -> str:
    for article, joined in (("les ", "aux "), ("le ", "au ")):
        if noun.startswith(article):
            return joined + noun.removeprefix(article)
    return f"à {noun}"


def occasion_of(request: WritingRequest) -> str:
    """Return the key of the occasion asked for, or of the day's own."""
    return request.occasion if occasion(request.occasion) else occasions_on(request.today)[0].key


def kind_of(lead: LeadFacts) -> str:
    """Say what the business is, with its article: « un café »; empty when all one can say is « une entreprise »."""
    by_trade = kinds.BY_INDUSTRY.get(lead.industry, "")
    return kinds.BY_CATEGORY.get(map_key(lead.category), by_trade)


def _tells_its_trade(name: str, industry: str, kind: str) -> bool:
    # Nobody says « Garage Simard, c’est un garage », nor « c’est une entreprise ».
    stems = kinds.TELLING_NAMES.get(industry, "").split()
    nouns = [noun[:6].lower() for noun in re.findall(r"\w{4,}", kind)]
    return not kind or any(stem in name.lower() for stem in (*stems, *nouns))


def _described(kind: str, cuisine: str) -> str:
    served = {"un restaurant": ("de ", "où "), "un casse-croûte": ("où ",)}.get(kind, ())
    listed = (kinds.CUISINES.get(map_key(word), "") for word in re.split(r"[;,]", cuisine))
    known = [words for words in listed if words.startswith(served)]
    return f"{kind} {known[0]}" if known else kind


def map_key(word: str) -> str:
    """Return a value of the map as our tables spell it: « amenity=Fast food » is `fast_food`."""
    plain = unicodedata.normalize("NFD", word.split("=")[-1].strip().lower())
    return re.sub(r"[\s-]+", "_", "".join(letter for letter in plain if not unicodedata.combining(letter)))


def _clipped(offer: str) -> str:
    words = offer.split()
    return " ".join(words) if len(words) <= LONGEST_OFFER else " ".join(words[:LONGEST_OFFER]) + "…"


def _quoted(words: str) -> str:
    # A quotation that ends no sentence leaves the next one hanging from it.
    return f"«\u00a0{words}\u00a0»{'' if words[-1:] in '.!?…' else '.'}" if words else ""


def _domain(website: str) -> str:
    host = re.sub(r"^(?:https?://)?(?:www\.)?", "", website.strip().lower()).split("/")[0].split("?")[0]
    is_plain = re.fullmatch(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}", host) is not None and len(host) <= 40
    return host if is_plain and not host.startswith(_NETWORKS) else ""
