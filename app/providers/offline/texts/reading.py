"""Read a pool of sentences written as prose in a module."""

from __future__ import annotations

NBSP = "\u00a0"


def entries(prose: str) -> tuple[str, ...]:
    """Split a block into its entries, one a line; an indented line continues the one above.

    No-break spaces are set here, so that the prose stays easy to write and to read.
    """
    read: list[str] = []
    for line in prose.strip("\n").splitlines():
        if line.startswith(" "):
            read[-1] += " " + line.strip()
        elif line.strip():
            read.append(line.strip())
    return tuple(_set(entry) for entry in read)


def _set(entry: str) -> str:
    return entry.replace(" :", f"{NBSP}:").replace("« ", f"«{NBSP}").replace(" »", f"{NBSP}»")


def by_key(prose: str) -> dict[str, tuple[str, ...]]:
    """Read blocks of entries, each under a line « # key key » that names what they are about."""
    read: dict[str, tuple[str, ...]] = {}
    for block in prose.strip("\n").removeprefix("# ").split("\n# "):
        keys, _, body = block.partition("\n")
        found = entries(body)
        for key in keys.split():
            read[key] = found
    return read
