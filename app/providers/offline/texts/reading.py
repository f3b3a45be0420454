"""Read a pool of sentences written as prose in a module."""

from __future__ import annotations

from dataclasses import dataclass

NBSP = "\u00a0"


@dataclass(frozen=True)
class Angle:
    """One idea a text is built around: a noun with its article, first lines, and what is said after them."""

    subject: str
    hook: tuple[str, ...] = ()
    name: tuple[str, ...] = ()
    scene: tuple[str, ...] = ()
    then: tuple[str, ...] = ()
    tip: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()


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


def angles(prose: str) -> tuple[Angle, ...]:
    """Read angles, each under a line « @ its subject », its parts under « # hook », « # scene »…"""
    return tuple(angle for _, angle in _angles(prose))


def angles_by_key(prose: str) -> dict[str, Angle]:
    """Read angles by what they are about: « @ key key | its subject »."""
    return {key: angle for keys, angle in _angles(prose) for key in keys.split()}


def _angles(prose: str) -> list[tuple[str, Angle]]:
    found = []
    for block in prose.strip("\n").removeprefix("@ ").split("\n@ "):
        title, _, body = block.partition("\n")
        keys, _, subject = title.rpartition("|")
        found.append((keys, Angle(subject.strip(), **by_key(body))))
    return found
