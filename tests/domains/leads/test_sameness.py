"""The same business is found under its other spellings, and neighbours stay neighbours."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path
from unicodedata import combining, normalize

import pytest

from app.domains.leads import sameness
from app.domains.leads.cleaning import clean_all
from app.providers.contracts import FoundLead
from tests.domains.leads.found import found
from tests.domains.leads.labelled import SAME, TWO, Told, element


def are_one(one: Told, two: Told) -> bool:
    """Tell whether two descriptions are gathered."""
    return len(sameness.group(clean_all([element(1, one), element(2, two)]))) == 1


def test_labelled_pairs_are_told_apart() -> None:
    missed = [pair for pair in SAME if not are_one(*pair)]
    false = [pair for pair in TWO if are_one(*pair)]
    print(f"found {len(SAME) - len(missed)} of {len(SAME)}; false merges {len(false)} of {len(TWO)}")
    assert len(missed) <= 0.05 * len(SAME), missed
    assert not false, false


def test_the_order_of_two_descriptions_does_not_matter() -> None:
    assert [are_one(two, one) for one, two in SAME + TWO] == [are_one(one, two) for one, two in SAME + TWO]


def bare(text: str) -> str:
    """Return a text without its accents."""
    return "".join(sign for sign in normalize("NFKD", text) if not combining(sign))


SPELLINGS: list[Callable[[str], str]] = [
    bare, str.upper, lambda name: f"Restaurant {name}", lambda name: f"{name} inc.",
    lambda name: name.replace("'", "’").replace("&", "et"), lambda name: name.replace("Restaurant", "Resto"),
]  # fmt: skip


def test_a_real_town_imported_twice_under_other_spellings_doubles_nobody(shared_data: Path) -> None:
    answer = json.loads((shared_data / "osm_montreal_food_half.json").read_text())
    before = [_element(one) for one in answer["elements"] if one.get("tags", {}).get("name")]
    draw = random.Random(7)
    after = [_again(number, one, draw) for number, one in enumerate(before)]
    alone = sameness.group(clean_all(before))
    together = sameness.group(clean_all(before + after))
    owner = {member.found.source_id: number for number, one in enumerate(together) for member in one.members}
    twins = sum(owner[one.source_id] == owner[f"{one.source_id}/twin"] for one in before)
    # Two businesses that were apart and are gathered once their twins have come.
    apart = {member.found.source_id: number for number, one in enumerate(alone) for member in one.members}
    gathered = [{apart[member.found.source_id] for member in one.members if member.found.source_id in apart}
                for one in together]  # fmt: skip
    false = sum(len(owners) - 1 for owners in gathered if len(owners) > 1)
    print(f"twins found {twins / len(before):.2%}; false merges {false / len(alone):.2%} of {len(alone)}")
    assert twins >= 0.95 * len(before)
    assert false <= 0.01 * len(alone)


def _again(number: int, one: FoundLead, draw: random.Random) -> FoundLead:
    """Describe a business again as a way, some metres away, otherwise spelled, with less known of it."""
    keep = draw.random()
    return found(
        f"{one.source_id}/twin",
        draw.choice(SPELLINGS)(one.name),
        phone=one.phone if keep < 0.5 else "",
        website=one.website if keep > 0.3 else "",
        address=one.address if keep < 0.7 else "",
        latitude=(one.latitude or 0) + draw.uniform(-20, 20) / 111_320,
        longitude=one.longitude,
    )


def _element(one: dict) -> FoundLead:
    tags, centre = one["tags"], one.get("center", one)
    street = ", ".join(filter(None, [tags.get("addr:housenumber"), tags.get("addr:street")]))
    return found(f"{one['type']}/{one['id']}", tags["name"], phone=tags.get("phone", tags.get("contact:phone", "")),
                 website=tags.get("website", ""), address=street, postal_code=tags.get("addr:postcode", ""),
                 latitude=centre.get("lat"), longitude=centre.get("lon"))  # fmt: skip


@pytest.mark.parametrize("size", [2, 400])
def test_a_number_that_many_names_share_ties_nobody(size: int) -> None:
    several = [found(f"node/{number}", f"Commerce {number}{'abcdefgh'[number % 8]}", phone="514 555-0101")
               for number in range(size)]  # fmt: skip
    assert len(sameness.group(clean_all(several))) == size
