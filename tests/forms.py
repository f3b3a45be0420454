"""Read the forms of a page as a browser without script does."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class PageForm:
    """One form: where it goes, what it holds, and its submit buttons in order."""

    action: str
    method: str
    fields: dict[str, str] = field(default_factory=dict)
    buttons: list[dict[str, str | None]] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[PageForm] = []
        self.open: PageForm | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = dict(attrs)
        if tag == "form":
            self.open = PageForm(has.get("action") or "", (has.get("method") or "get").lower())
            self.forms.append(self.open)
        elif self.open is not None and tag in {"input", "textarea", "select"} and has.get("name"):
            self.open.fields.setdefault(str(has["name"]), has.get("value") or "")
        if self.open is not None and tag == "button" and has.get("type", "submit") == "submit":
            self.open.buttons.append(has)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.open = None


def forms_of(page: str) -> list[PageForm]:
    """Return the forms of a page, in order."""
    reader = _Reader()
    reader.feed(page)
    return reader.forms


def token_of(page: str) -> str:
    """Return the token the page's first form that posts carries."""
    return next(form.fields["csrf_token"] for form in forms_of(page) if form.method == "post")
