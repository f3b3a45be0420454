"""What is kept as the proof of an address, or of a refusal; people read it."""

from __future__ import annotations

REFUSED = "Cette personne a demandé à Hunter de ne plus être traitée."


def seen(address: str, first: str, last: str) -> str:
    """Say when an address was read on a public page; days as YYYY-MM-DD, empty where unknown."""
    told = [f"relevée le {first}" if first else "", f"encore vue le {last}" if last and last != first else ""]
    return ", ".join([address, *(words for words in told if words)])
