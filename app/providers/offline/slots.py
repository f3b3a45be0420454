"""Turn what is known into the words a sentence takes."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from app.providers.contracts import LeadFacts, WritingRequest
from app.providers.occasions import occasion, occasions_on
from app.providers.offline.grammar import sentence_start, street_form, town_forms, without_double_stops
from app.providers.offline.texts import kinds, moments

LONGEST_OFFER = 100  # words
_FORMAL_TRADES = ("dentist", "real_estate")
_ADDRESS_FORMS = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")
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
    signature = " ".join(business.name.split())
    moment, of_moment = moments.WORDS[occasion_of(request)]
    words = {
        "nom": " ".join(lead.name.split()),
        "a": town.at,
        "A": sentence_start(town.at),
        "de": town.of,
        "un": kind,
        "fiche": described,
        "Fiche": sentence_start(described),
        "rue": street_form(lead.street),
        "site": _domain(lead.website),
        "nous": signature if signature != " ".join(lead.name.split()) and len(signature) <= 80 else "",
        "nous_a": town_forms(business.city).at if business.city.strip() else "",
        "moment": moment,
        "du_moment": of_moment,
        "offre": _clipped(request.offer_words),
    }
    is_formal = business.form_of_address != "tu" or bool({lead.industry, business.industry} & {*_FORMAL_TRADES})
    return Slots(words, is_formal)


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


def _domain(website: str) -> str:
    host = re.sub(r"^(?:https?://)?(?:www\.)?", "", website.strip().lower()).split("/")[0].split("?")[0]
    is_plain = re.fullmatch(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}", host) is not None and len(host) <= 40
    return host if is_plain and not host.startswith(_NETWORKS) else ""
