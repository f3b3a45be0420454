"""A mail is three templates: subject, text, HTML."""

from __future__ import annotations

import re

import css_inline
from flask import current_app, render_template

from app.core import mail
from app.core.mail import Words

SUBJECT_LENGTH = 200


def render_letter(kind: str, **context: object) -> Words:
    """Return the subject, the text and the HTML of a mail, styles written on the elements."""
    folder = f"emails/{kind}"
    settings = current_app.config["SETTINGS"]
    shown = {
        "sender_identity": settings.mail_identity,
        "site": settings.public_url,
        "unsubscribe_url": "",
        "page": lambda path: f"{settings.public_url}{path}",
    } | context
    # Not str.split, which would take the spaces that must not break for plain ones; all that ends a line, since a
    # header with two is refused: a name with U+2028 would keep its letters from ever leaving.
    subject = re.sub(
        r"[ \t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+", " ", render_template(f"{folder}/subject.txt", **shown)
    ).strip()[:SUBJECT_LENGTH]
    text = render_template(f"{folder}/body.txt", **shown).strip() + "\n\n"
    text += render_template("emails/_footer.txt", **shown).strip() + "\n"
    html = css_inline.inline(render_template(f"{folder}/body.html", **shown), keep_style_tags=True)
    return Words(subject, text, html)


def weigh(kind: str, **context: object) -> int:
    """Return what a mail weighs on its way, without its pictures."""
    message = mail.compose(render_letter(kind, **context), sender="a@exemple.ca", to="b@exemple.ca")
    # Headers of ours that the envelope adds: sender, recipient, the way to unsubscribe.
    return len(bytes(message)) + 1_200
