"""Find in a prompt whom the post is about."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

NAMES = ("name", "nom", "business_name", "lead_name", "raison_sociale")
CITIES = ("city", "ville", "town", "municipality", "municipalite")
TRADES = ("trade", "metier", "industry", "secteur", "category", "activite")
ABOUT_PROSPECT = re.compile(r"prospect|lead|business|entreprise|commerce|client", re.IGNORECASE)
ABOUT_SENDER = re.compile(r"profil|sender|author|auteur|owner|workspace|espace|brand|nous", re.IGNORECASE)


@dataclass(frozen=True)
class Facts:
    """What the prompt says of the prospect."""

    name: str
    city: str
    trade: str


def facts_in(prompt: str) -> Facts:
    """Read the facts: JSON objects first, then « nom: … » lines, then nothing."""
    found = list(_strings_in(prompt))
    return Facts(
        name=_best(found, NAMES) or _labelled(prompt, "nom|name|entreprise|prospect"),
        city=_best(found, CITIES) or _labelled(prompt, "ville|city|municipalité"),
        trade=_best(found, TRADES) or _labelled(prompt, "métier|trade|secteur|industry"),
    )


def _strings_in(prompt: str) -> Iterator[tuple[str, str, str]]:
    """Give (path, key, value) of each string in the JSON objects of a text."""
    decoder = json.JSONDecoder()
    position = 0
    while (position := prompt.find("{", position)) != -1:
        try:
            read, end = decoder.raw_decode(prompt, position)
        except ValueError:
            position += 1
            continue
        yield from _walk(read, prompt[max(0, position - 60) : position].rpartition("\n")[2])
        position = end


def _walk(thing: Any, path: str) -> Iterator[tuple[str, str, str]]:
    if isinstance(thing, dict):
        for key, value in thing.items():
            if isinstance(value, str):
                yield path, str(key).lower(), value
            elif isinstance(value, dict) and isinstance(value.get("value"), str):
                yield path, str(key).lower(), value["value"]
            else:
                yield from _walk(value, f"{path}/{key}")
    elif isinstance(thing, list):
        for value in thing:
            yield from _walk(value, path)


def _best(found: list[tuple[str, str, str]], keys: tuple[str, ...]) -> str:
    candidates = [(path, value) for path, key, value in found if key in keys and value.strip()]
    for path, value in candidates:
        if ABOUT_PROSPECT.search(path) and not ABOUT_SENDER.search(path):
            return value
    others = [value for path, value in candidates if not ABOUT_SENDER.search(path)]
    return others[0] if others else next((value for _, value in candidates), "")


def _labelled(prompt: str, labels: str) -> str:
    match = re.search(
        rf"^\W*(?:{labels})\b[^:\n]{{0,30}}:\s*[«\"]?\s*(.+?)\s*[»\"]?\s*$", prompt, re.IGNORECASE | re.MULTILINE
    )
    return match[1].strip() if match else ""
