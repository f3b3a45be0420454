"""An incident, as the regulation describes one."""

from __future__ import annotations

from typing import Any

from wtforms import DateField, IntegerField, SelectField, TextAreaField, ValidationError
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from app.core import clock
from app.core.forms import Form, stripped
from app.core.i18n import _l
from app.domains.privacy import form_words, incident_words
from app.domains.privacy.incidents import FIELDS

_LEVELS = [("", _l("Choisissez…")), *incident_words.LEVELS.items()]
_WORDS = [Length(max=4000, message=form_words.TOO_LONG)]


def _past(_form: Any, field: Any) -> None:
    if field.data and field.data > clock.today():
        raise ValidationError(incident_words.DAY_NEEDED)


class IncidentForm(Form):
    """The fields of the register."""

    concerned = TextAreaField(validators=[InputRequired(incident_words.NEEDED), *_WORDS], filters=[stripped])
    circumstances = TextAreaField(validators=[InputRequired(incident_words.NEEDED), *_WORDS], filters=[stripped])
    happened_on = DateField(validators=[Optional(), _past])
    known_on = DateField(validators=[InputRequired(incident_words.DAY_NEEDED), _past])
    people_count = IntegerField(validators=[Optional(), NumberRange(0, 10**9, message=incident_words.COUNT_WRONG)])
    sensitivity = SelectField(choices=_LEVELS)
    harm = SelectField(choices=_LEVELS)
    likelihood = SelectField(choices=_LEVELS)
    risk = TextAreaField(validators=_WORDS, filters=[stripped])
    authority_told_on = DateField(validators=[Optional(), _past])
    people_told_on = DateField(validators=[Optional(), _past])
    notices = TextAreaField(validators=_WORDS, filters=[stripped])
    measures = TextAreaField(validators=_WORDS, filters=[stripped])

    def values(self) -> dict[str, Any]:
        """Return what was typed, by column."""
        dates = {"happened_on", "known_on", "people_count", "authority_told_on", "people_told_on"}
        return {name: self[name].data if name in dates else self[name].data or "" for name in FIELDS}
