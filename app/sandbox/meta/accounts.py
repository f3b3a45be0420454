"""The Pages and Instagram accounts one can meet here, and who runs them."""

from __future__ import annotations

from dataclasses import dataclass

from app.sandbox.records import Token

TASKS = ("ADVERTISE", "ANALYZE", "CREATE_CONTENT", "MESSAGING", "MODERATE", "MANAGE")


@dataclass(frozen=True)
class MetaPage:
    """A Page, with the Instagram account linked to it, if any."""

    id: str
    name: str
    owner: str
    instagram_id: str = ""
    instagram_name: str = ""
    tasks: tuple[str, ...] = TASKS


PAGES = (
    MetaPage("104000000000001", "Café Démonstration", "sbx7Camille", "17841400000000001", "cafe.demonstration"),
    MetaPage("104000000000002", "Traiteur Démonstration", "sbx7Camille"),
    MetaPage("104000000000003", "Atelier Bac-à-Sable", "sbx7Olivier", "17841400000000003", "atelier.bac"),
    MetaPage("104000000000004", "Page d’un ami", "sbx7Olivier", tasks=("ANALYZE",)),
)


def pages_of(token: Token) -> list[MetaPage]:
    """List the Pages a person ticked on the consent page."""
    return [page for page in PAGES if page.owner == token.owner and page.id in token.pages]


def page_of(token: Token, page_id: str) -> MetaPage | None:
    """Find the Page a Page token speaks for, when it is this one."""
    return next((page for page in PAGES if page.id == page_id == token.sub), None)


def instagram_of(token: Token, instagram_id: str) -> MetaPage | None:
    """Find the Page behind an Instagram account, when the Page token is its own."""
    found = (page for page in PAGES if page.instagram_id and page.instagram_id == instagram_id)
    return next((page for page in found if page.id == token.sub), None)
