"""The officer, and what people ask."""

from __future__ import annotations

from wtforms import RadioField, TextAreaField
from wtforms.validators import InputRequired, Length

from app.core.forms import Form, Text, stripped
from app.core.i18n import _l
from app.domains.privacy import form_words, wording
from app.domains.privacy.checks import Address


class OfficerForm(Form):
    """Who answers for personal information, and how to reach her."""

    name = Text(_l("Nom"), [InputRequired(form_words.NAME_NEEDED), Length(max=120, message=form_words.TOO_LONG)])
    role = Text(_l("Fonction"), [Length(max=80, message=form_words.TOO_LONG)])
    email = Text(_l("Courriel"), [InputRequired(form_words.EMAIL_NEEDED), Address()])
    phone = Text(_l("Téléphone"), [Length(max=20, message=form_words.TOO_LONG)])
    address = Text(_l("Adresse postale"), [Length(max=255, message=form_words.TOO_LONG)])

    def values(self) -> dict[str, str]:
        """Return what was typed, by column."""
        return {name: self[name].data or "" for name in ("name", "role", "email", "phone", "address")}


class RequestForm(Form):
    """What a person asks of her own information. `website` is seen by machines alone, and stays empty."""

    kind = RadioField(_l("Votre demande"), choices=list(wording.KINDS.items()),
                      validate_choice=True)  # fmt: skip
    name = Text(_l("Votre nom"), [InputRequired(form_words.NAME_NEEDED), Length(max=120, message=form_words.TOO_LONG)])
    email = Text(_l("Votre courriel"), [InputRequired(form_words.EMAIL_NEEDED), Address()])
    details = TextAreaField(_l("Détails"), [Length(max=2000, message=form_words.TOO_LONG)], filters=[stripped])
    website = Text()

    def values(self) -> dict[str, str]:
        """Return what was typed, by column."""
        return {name: self[name].data or "" for name in ("kind", "name", "email", "details")}


class AnswerForm(Form):
    """What was done about a request."""

    answer = TextAreaField(
        _l("Ce qui a été fait"),
        [InputRequired(wording.ANSWER_NEEDED), Length(max=2000, message=form_words.TOO_LONG)], filters=[stripped],
    )  # fmt: skip
