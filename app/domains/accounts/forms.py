"""Sign-in."""

from __future__ import annotations

from wtforms import EmailField, PasswordField
from wtforms.validators import InputRequired, Length

from app.core.forms import Form, stripped
from app.domains.accounts import wording


class SignInForm(Form):
    """An address and a password."""

    email = EmailField("Courriel", [InputRequired(wording.BAD_EMAIL), Length(max=254, message=wording.BAD_EMAIL)],
                       filters=[stripped])  # fmt: skip
    password = PasswordField("Mot de passe", [InputRequired(wording.SIGN_IN_REFUSED), Length(max=1000)])
