"""A mail is three templates: subject, text, HTML."""

from __future__ import annotations

import re

import css_inline
from flask import render_template

SUBJECT_LENGTH = 200


def render_letter(kind: str, **context: object) -> tuple[str, str, str]:
    """Return the subject, the text and the HTML of a mail, styles written on the elements."""
    folder = f"emails/{kind}"
    # Not str.split, which would take the spaces that must not break for plain ones.
    subject = re.sub(r"[ \t\r\n]+", " ", render_template(f"{folder}/subject.txt", **context)).strip()[:SUBJECT_LENGTH]
    text = render_template(f"{folder}/body.txt", **context).strip() + "\n"
    html = css_inline.inline(render_template(f"{folder}/body.html", **context), keep_style_tags=True)
    return subject, text, html
