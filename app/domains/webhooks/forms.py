"""An address, and what it is told of; the service judges both."""

from __future__ import annotations

from wtforms import BooleanField, SelectMultipleField

from app.core.forms import Form, Text
from app.core.i18n import _l
from app.domains.webhooks.states import CHOSEN, EndpointState


class EndpointForm(Form):
    """What the owner decides of an address."""

    url = Text(_l("Adresse"))
    events = SelectMultipleField(_l("Évènements"), choices=[(each, each) for each in CHOSEN])
    active = BooleanField(_l("Prévenir ce logiciel"))

    def process(self, formdata: object = None, obj: object = None, data: object = None, **more: object) -> None:
        """Read what was sent, or what the row holds."""
        if obj is not None:
            more["active"] = getattr(obj, "state", "") == EndpointState.ACTIVE
        super().process(formdata, obj, data, **more)
