"""Sign-in."""

from __future__ import annotations

from wtforms import BooleanField, EmailField, PasswordField
from wtforms.validators import InputRequired, Length

from app.core.forms import Form, Text, stripped
from app.core.i18n import _l
from app.domains.accounts import wording


class PasswordForm(Form):
    """The password one has, and the one she wants."""

    present = PasswordField(_l("Mot de passe actuel"), [InputRequired(wording.PASSWORD_WRONG), Length(max=1000)])
    new = PasswordField(_l("Nouveau mot de passe"), [InputRequired(wording.PASSWORD_TOO_SHORT)])
    revoke_tokens = BooleanField(_l("Révoquer aussi mes jetons d’accès"))


class ConfirmForm(Form):
    """The password, once more."""

    password = PasswordField(_l("Mot de passe"), [InputRequired(wording.PASSWORD_WRONG), Length(max=1000)])


class EmailForm(Form):
    """An address."""

    email = EmailField(_l("Courriel"), [InputRequired(wording.BAD_EMAIL), Length(max=254, message=wording.BAD_EMAIL)],
                       filters=[stripped])  # fmt: skip


class NewPasswordForm(Form):
    """The password one wants, where the link of a letter is the proof."""

    new = PasswordField(_l("Nouveau mot de passe"), [InputRequired(wording.PASSWORD_TOO_SHORT)])
    revoke_keys = BooleanField(_l("Révoquer aussi mes clés d’accès et mes jetons"), default=True)


class CodeForm(Form):
    """Six digits, or a backup code."""

    code = Text(_l("Code"), [InputRequired(wording.CODE_WRONG), Length(max=40, message=wording.CODE_WRONG)])


class SignInForm(Form):
    """An address and a password."""

    email = EmailField(_l("Courriel"), [InputRequired(wording.BAD_EMAIL), Length(max=254, message=wording.BAD_EMAIL)],
                       filters=[stripped])  # fmt: skip
    password = PasswordField(_l("Mot de passe"), [InputRequired(wording.SIGN_IN_REFUSED), Length(max=1000)])
