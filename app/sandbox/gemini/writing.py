"""Write a post about the prospect of a prompt, and shape it as the schema asks."""

from __future__ import annotations

import json
import re
from random import Random
from typing import Any

from app.sandbox.gemini import wording
from app.sandbox.gemini.facts import Facts
from app.sandbox.gemini.request import camel

FEWEST_WORDS = 175


def post_text(facts: Facts, draw: Random) -> str:
    """Write between 150 and 300 words that say nothing the prompt did not."""
    at_city = _at(facts.city)
    words = {
        "name": facts.name or wording.SOMEONE,
        "at_city": at_city,
        "at_city_capital": at_city[0].upper() + at_city[1:],
    }
    opening = draw.choice(wording.OPENINGS).format(**words)
    closing = draw.choice(wording.CLOSINGS).format(**words)
    middles: list[str] = []
    for sentence in draw.sample(wording.MIDDLES, len(wording.MIDDLES)):
        if len(" ".join([opening, closing, *middles]).split()) >= FEWEST_WORDS:
            break
        middles.append(sentence)
    return "\n\n".join([opening, *(" ".join(middles[at : at + 2]) for at in range(0, len(middles), 2)), closing])


def _at(city: str) -> str:
    for article, contracted in wording.CONTRACTIONS.items():
        if city.startswith(article):
            return contracted + city.removeprefix(article)
    return wording.AT_CITY.format(city=city) if city else wording.NEARBY


def hashtags(facts: Facts) -> list[str]:
    """Choose four words, the town first."""
    town = "".join(part[:1].upper() + part[1:] for part in re.split(r"[^\w]+", facts.city) if part)
    return [town, *wording.HASHTAGS[:3]] if town else list(wording.HASHTAGS)


def answer_text(facts: Facts, schema: dict[str, Any] | None, draw: Random, *, wants_json: bool) -> str:
    """Write the text of the candidate: JSON as the schema says, or prose with its hashtags."""
    if schema is not None:
        return json.dumps(_shaped(schema, "", facts, draw, schema), ensure_ascii=False)
    if wants_json:
        written = {"text": post_text(facts, draw), "hashtags": hashtags(facts), "alt_text": _alt(facts)}
        return json.dumps(written, ensure_ascii=False)
    return post_text(facts, draw) + "\n\n" + " ".join(f"#{word}" for word in hashtags(facts))


def _alt(facts: Facts) -> str:
    return wording.ALT_TEXT.format(name=facts.name or wording.SOMEONE)


def _shaped(schema: dict[str, Any], name: str, facts: Facts, draw: Random, root: dict[str, Any]) -> Any:
    read = {camel(key): value for key, value in schema.items()}
    if "$ref" in read:
        return _shaped(_referred(root, str(read["$ref"])), name, facts, draw, root)
    if read.get("anyOf"):
        return _shaped(read["anyOf"][0], name, facts, draw, root)
    if read.get("enum"):
        return read["enum"][0]
    kind = read.get("type", "object" if "properties" in read else "string")
    kind = str(kind[0] if isinstance(kind, list) else kind).lower()
    if kind == "object":
        properties: dict[str, Any] = read.get("properties", {})
        order = read.get("propertyOrdering") or list(properties)
        return {key: _shaped(properties[key], key, facts, draw, root) for key in order if key in properties}
    if kind == "array":
        return _list(read, name, facts, draw, root)
    if kind in ("integer", "number"):
        return read.get("minimum", 1)
    return True if kind == "boolean" else None if kind == "null" else _string(read, name, facts, draw)


def _referred(root: dict[str, Any], reference: str) -> dict[str, Any]:
    found: Any = root
    for step in reference.removeprefix("#/").split("/"):
        found = found[step]
    return dict(found)


def _list(read: dict[str, Any], name: str, facts: Facts, draw: Random, root: dict[str, Any]) -> list[Any]:
    fewest, most = int(read.get("minItems", 0)), int(read.get("maxItems", 1_000))
    if re.search(r"hashtag|mots?_?-?clics?|tags", name, re.IGNORECASE):
        words = hashtags(facts) + list(wording.HASHTAGS[3:])
        return words[: min(max(fewest, 4), most)]
    count = min(max(fewest, 2), most)
    return [_shaped(read.get("items", {}), name, facts, draw, root) for _ in range(count)]


def _string(read: dict[str, Any], name: str, facts: Facts, draw: Random) -> str:
    lowered = name.lower()
    if "alt" in lowered:
        text = _alt(facts)
    elif re.search(r"tit|headline|objet|subject", lowered):
        text = wording.TITLE.format(name=facts.name or wording.SOMEONE)
    elif re.search(r"hashtag|clic", lowered):
        text = " ".join(f"#{word}" for word in hashtags(facts))
    elif lowered in ("name", "nom"):
        text = facts.name
    else:
        text = post_text(facts, draw)
    longest = int(read.get("maxLength", len(text)))
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0]
