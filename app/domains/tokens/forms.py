"""What is asked of a new token."""

from __future__ import annotations

from wtforms import RadioField, SelectMultipleField
from wtforms.validators import DataRequired, InputRequired, Length

from app.core.forms import Form, Text
from app.core.i18n import _l
from app.domains.tokens import wording
from app.domains.tokens.scopes import Scope


class TokenForm(Form):
    """A name, what it may do, and for how long."""

    name = Text(_l("Nom"), [InputRequired(wording.NAME_NEEDED), Length(max=80, message=wording.NAME_TOO_LONG)])
    scopes = SelectMultipleField(
        _l("Droits"), [DataRequired(wording.SCOPE_NEEDED)], choices=[(str(each), str(each)) for each in Scope]
    )
    days = RadioField(_l("Durée"), choices=list(wording.LASTS.items()), default="90")

    def life(self) -> int | None:
        """Return how many days it lives; None for ever."""
        return int(self.days.data) if self.days.data else None
