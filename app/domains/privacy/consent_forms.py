"""An express consent that a person notes."""

from __future__ import annotations

from datetime import date
from typing import Any

from wtforms import DateField, SelectField, TextAreaField, ValidationError
from wtforms.validators import AnyOf, DataRequired, InputRequired, Length

from app.core import clock
from app.core.forms import Form, Text, stripped
from app.core.i18n import _l
from app.domains.compliance.services import Proof
from app.domains.compliance.states import Manner
from app.domains.privacy import consent_words, form_words
from app.domains.privacy.checks import Address

# Nobody's address of electronic mail was ever given before.
_FIRST = date(1990, 1, 1)


def _is_past(_form: Any, field: Any) -> None:
    if field.data and not _FIRST <= field.data <= clock.today():
        raise ValidationError(consent_words.DAY_NEEDED)


class ConsentForm(Form):
    """Whose consent, when and how it was given, and what proves it."""

    email = Text(validators=[InputRequired(form_words.EMAIL_NEEDED), Address()])
    given_on = DateField(validators=[InputRequired(consent_words.DAY_NEEDED), _is_past])
    manner = SelectField(
        validators=[AnyOf(consent_words.MANNERS, message=consent_words.MANNER_NEEDED)],
        choices=[("", _l("Choisissez…")), *consent_words.MANNERS.items()], validate_choice=False,
    )  # fmt: skip
    note = TextAreaField(
        validators=[DataRequired(consent_words.NOTE_NEEDED), Length(max=400, message=form_words.TOO_LONG)],
        filters=[stripped],
    )  # fmt: skip

    def proof(self, by_id: int) -> Proof:
        """Return what was typed as a proof."""
        return Proof("", self.given_on.data, self.note.data, manner=Manner(self.manner.data), recorded_by=by_id)
