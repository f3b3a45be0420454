"""What every template may call: ids, dates, numbers, phones."""

from __future__ import annotations

from typing import Any

from flask import Flask

from app.core import access, i18n


def dom_id(row: Any, part: str = "") -> str:
    """Return the id of a row's piece, the same in the page and in the answer: `content-12-card`."""
    name = "".join(f"-{sign.lower()}" if sign.isupper() else sign for sign in type(row).__name__).lstrip("-")
    return f"{name}-{row.id}" + (f"-{part}" if part else "")


def init_app(app: Flask) -> None:
    """Register filters and globals."""
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    for name in ("day", "hour", "moment", "soon", "number", "phone", "time_of_day", "wait", "dotted"):
        app.jinja_env.filters[name] = getattr(i18n, name)
    app.jinja_env.globals.update(
        dom_id=dom_id, counted=i18n.counted, may=access.may, is_proved=access.is_proved, nbsp=i18n.NBSP
    )


def compile_all(app: Flask, folder: str = "") -> None:
    """Compile the templates of a folder, all of them by default, before anybody waits for them."""
    for name in app.jinja_env.list_templates(filter_func=lambda name: name.startswith(folder)):
        app.jinja_env.get_template(name)
