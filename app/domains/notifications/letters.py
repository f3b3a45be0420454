"""A mail is three templates: subject, text, HTML."""

from __future__ import annotations

import css_inline
from flask import render_template


def render_letter(kind: str, **context: object) -> tuple[str, str, str]:
    """Return the subject, the text and the HTML of a mail, styles written on the elements."""
    folder = f"emails/{kind}"
    subject = " ".join(render_template(f"{folder}/subject.txt", **context).split())
    text = render_template(f"{folder}/body.txt", **context).strip() + "\n"
    html = css_inline.inline(render_template(f"{folder}/body.html", **context), keep_style_tags=True)
    return subject, text, html
