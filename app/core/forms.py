"""Forms in French, with one CSRF token per session."""

from __future__ import annotations

from typing import Any
from unicodedata import category

from flask import Flask, g, request
from flask_wtf import CSRFProtect, FlaskForm
from flask_wtf.csrf import generate_csrf
from flask_wtf.i18n import Translations
from werkzeug.datastructures import CombinedMultiDict, MultiDict
from wtforms import FileField, StringField

from app.core.i18n import _l

# Between a form's token and the workspace of the page it stands on.
OF_WORKSPACE = "~"


class Protection(CSRFProtect):
    """CSRF tokens that say which workspace their page was of: see `page_workspace_id`."""

    def _get_csrf_token(self) -> str | None:
        token: str | None = super()._get_csrf_token()
        return token.partition(OF_WORKSPACE)[0] if token else token


csrf = Protection()
# What an INTEGER column holds on every database, as in the addresses themselves (core/security.py).
LONGEST_NUMBER = 9
# Letters and signs of Unicode that draw nothing: Hangul's fillers, the blank of Braille.
_FILLERS = frozenset("\u115f\u1160\u3164\uffa0\u2800")


_PICK = _l("Choisissez une réponse dans la liste.")
# What WTForms says by itself of what no validator of ours answers for, as we would say it.
_OURS = {
    "Not a valid choice.": _PICK,
    "Invalid Choice: could not coerce.": _PICK,
    "Not a valid integer value.": _l("Écrivez un nombre entier, en chiffres."),
    "Not a valid date value.": _l("Choisissez un jour."),
    "Not a valid datetime value.": _l("Choisissez un jour et une heure."),
}


class _Words(Translations):
    """WTForms' messages: in our words where we have some, in its own translations otherwise."""

    def gettext(self, string: str) -> str:
        return str(_OURS[string]) if string in _OURS else str(super().gettext(string))


class Form(FlaskForm):
    """The base of every form; WTForms' own messages come in the language of the page."""

    class Meta(FlaskForm.Meta):
        locales = ("fr",)

        def get_translations(self, form: Any) -> Translations:
            """Return what tells WTForms' messages."""
            return _Words()

        def wrap_formdata(self, form: Any, formdata: Any) -> Any:
            """Read texts where a text is asked, files where a file is; never JSON, which holds other things."""
            if request.is_json:
                return MultiDict()
            found = super().wrap_formdata(form, formdata)
            if found is None or found is formdata:
                return found
            names = [name for name, field in form._fields.items() if isinstance(field, FileField)]
            files = MultiDict((name, file) for name in names for file in request.files.getlist(name))
            return CombinedMultiDict([files, request.form]) if files else request.form


def stripped(value: Any) -> Any:
    """Remove surrounding blanks, and the control characters and lone surrogates no form should carry."""
    if not isinstance(value, str):
        return value
    return "".join(sign for sign in value if sign in "\n\t" or category(sign) not in {"Cc", "Cs"}).strip()


def seen(text: str) -> str:
    """Return a line without the signs nobody sees: marks of direction, joints of no width, fillers; "" for no other.

    What shows is kept as it is, letters or not.
    """
    shown = "".join(sign for sign in text if category(sign) != "Cf" and sign not in _FILLERS).strip()
    return shown if any(category(sign)[0] not in "MZC" for sign in shown) else ""


def whole_number(raw: str) -> int | None:
    """Return the number a query says, or None for what no row can be numbered."""
    return int(raw) if raw.isdecimal() and len(raw) <= LONGEST_NUMBER else None


def row_number(raw: Any) -> int:
    """Return the number of a row that a field says.

    Raises:
        ValueError: no row can be numbered so.
    """
    found = whole_number(str(raw))
    if found is None:
        raise ValueError(raw)
    return found


class Text(StringField):
    """A line of text, stripped."""

    def __init__(self, label: str | None = None, validators: Any = None, **options: Any) -> None:
        super().__init__(label, validators, filters=[stripped], **options)


def page_workspace_id() -> int | None:
    """Return the workspace of the page that the present form was sent from; None where the form does not say."""
    token = request.form.get("csrf_token", "") or request.headers.get("X-CSRFToken", "")
    return whole_number(token.partition(OF_WORKSPACE)[2])


def _token() -> str:
    found = g.get("workspace_id")
    return generate_csrf() if found is None else f"{generate_csrf()}{OF_WORKSPACE}{found}"


def init_app(app: Flask) -> None:
    """Require the token on every form."""
    app.config["WTF_CSRF_TIME_LIMIT"] = None
    csrf.init_app(app)
    app.jinja_env.globals["csrf_token"] = _token
