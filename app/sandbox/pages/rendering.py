"""Draw the sandbox's own pages."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from werkzeug.wrappers import Response

from app.sandbox.pages import wording

HERE = Path(__file__).parent
_ENVIRONMENT = Environment(
    loader=FileSystemLoader(HERE / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def moment(value: float | datetime) -> Markup:
    """Write a moment as people in Québec do, with its machine form."""
    when = value if isinstance(value, datetime) else datetime.fromtimestamp(value, UTC)
    here = when.astimezone(wording.HOME)
    shown = wording.MOMENT.format(
        day=here.day if here.day > 1 else wording.FIRST,
        month=wording.MONTHS[here.month - 1],
        year=here.year,
        hour=here.hour,
        minute=f"\u00a0{here:%M}" if here.minute else "",
    )
    return Markup('<time datetime="{}">{}</time>').format(when.isoformat(), shown)


def with_hashtags(text: str, hashtags: list[str]) -> Markup:
    """Mark the hashtags inside a text."""
    shown = escape(text)
    for word in sorted(set(hashtags), key=len, reverse=True):
        shown = shown.replace(escape(f"#{word}"), Markup('<span class="tag">&#35;{}</span>').format(word))
    return Markup(shown)


_ENVIRONMENT.globals["counted"] = wording.counted
_ENVIRONMENT.filters |= {"moment": moment, "with_hashtags": with_hashtags, "in_path": lambda text: quote(text, safe="")}


def page(template: str, *, status: int = 200, **context: object) -> Response:
    """Answer one page."""
    body = _ENVIRONMENT.get_template(template).render(**context)
    return Response(body, status=status, content_type="text/html; charset=utf-8", headers={"Cache-Control": "no-store"})
