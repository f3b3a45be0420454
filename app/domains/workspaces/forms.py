"""Sign-up, and the profile."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import phonenumbers
from wtforms import BooleanField, EmailField, IntegerField, PasswordField, RadioField
from wtforms.validators import AnyOf, InputRequired, Length, NumberRange, Optional, Regexp, ValidationError

from app.core.forms import Form, Text, stripped
from app.core.i18n import _l
from app.domains.accounts import services as accounts
from app.domains.accounts import wording as account_words
from app.domains.workspaces import wording
from app.domains.workspaces.member_words import ROLE_NEEDED, ROLES
from app.domains.workspaces.members import GIVEN

COLOUR = r"^#[0-9a-fA-F]{6}$"


class SignUpForm(Form):
    """Three questions, no more."""

    business_name = Text(
        _l("Nom de votre entreprise"),
        [InputRequired(wording.BUSINESS_NAME_NEEDED), Length(1, 120, message=wording.BUSINESS_NAME_NEEDED)],
    )
    email = EmailField(
        _l("Courriel"),
        [InputRequired(account_words.BAD_EMAIL), Length(max=254, message=account_words.BAD_EMAIL)],
        filters=[stripped],
    )
    password = PasswordField(
        _l("Mot de passe"),
        [InputRequired(account_words.PASSWORD_TOO_SHORT), Length(10, 200, message=account_words.PASSWORD_TOO_SHORT)],
    )

    def validate_email(self, field: Any) -> None:
        """Say what is wrong with the address beside what is wrong with the rest."""
        try:
            accounts.check_vacant(field.data)
        except accounts.AccountError as error:
            raise ValidationError(str(error)) from error


class SpaceForm(Form):
    """One more workspace."""

    business_name = Text(
        _l("Nom de l’entreprise"),
        [InputRequired(wording.BUSINESS_NAME_NEEDED), Length(1, 120, message=wording.BUSINESS_NAME_NEEDED)],
    )


class InvitationForm(Form):
    """To whom, and as what."""

    email = EmailField(
        _l("Courriel"),
        [InputRequired(account_words.BAD_EMAIL), Length(max=254, message=account_words.BAD_EMAIL)],
        filters=[stripped],
    )
    role = RadioField(
        _l("Rôle"),
        [AnyOf(GIVEN, message=ROLE_NEEDED)],
        choices=[(role, ROLES[role][0]) for role in GIVEN],
        validate_choice=False,
    )

    def validate_email(self, field: Any) -> None:
        """Say what is wrong with the address beside what is wrong with the role."""
        try:
            accounts.normalised_email(field.data)
        except accounts.AccountError as error:
            raise ValidationError(str(error)) from error


class JoiningForm(Form):
    """The password of an account that an invitation opens."""

    password = PasswordField(
        _l("Mot de passe"),
        [InputRequired(account_words.PASSWORD_TOO_SHORT), Length(10, 200, message=account_words.PASSWORD_TOO_SHORT)],
    )


class ProfileForm(Form):
    """The business as its publications present it."""

    name = Text(_l("Nom de l’entreprise"), [InputRequired(wording.BUSINESS_NAME_NEEDED),
                                        Length(1, 120, message=wording.BUSINESS_NAME_NEEDED)])  # fmt: skip
    industry = RadioField(_l("Métier"), choices=list(wording.INDUSTRIES.items()), validate_choice=True)
    industry_words = Text(_l("Votre métier en quelques mots"), [Length(max=80)])
    city = Text(_l("Ville"), [Length(max=120)])
    phone = Text(_l("Téléphone"), [Length(max=40, message=wording.BAD_PHONE)])
    website = Text(_l("Site Web"), [Length(max=255, message=wording.BAD_WEBSITE)])
    hours = Text(_l("Heures d’ouverture"), [Length(max=200, message=wording.TOO_LONG_HOURS)])
    form_of_address = RadioField(
        _l("Vous vous adressez à vos lecteurs"), choices=[("vous", _l("Vous")), ("tu", _l("Tu"))]
    )
    tone = RadioField(_l("Ton"), [Optional()], choices=list(wording.TONES.items()))
    permit_name = Text(_l("Nom au permis"), [Length(max=120, message=wording.TOO_LONG_NAME)])
    permit_title = Text(_l("Titre au permis"), [Length(max=80, message=wording.TOO_LONG_TITLE)])
    agency_name = Text(_l("Nom de l’agence"), [Length(max=120, message=wording.TOO_LONG_NAME)])
    primary_colour = Text(_l("Couleur principale"), [Regexp(COLOUR, message=wording.BAD_COLOUR)])
    accent_colour = Text(_l("Couleur d’accent"), [Regexp(COLOUR, message=wording.BAD_COLOUR)])
    approval_rule = RadioField(
        _l("Qui approuve"),
        [Optional()],
        choices=[(rule, name) for rule, (name, _hint) in wording.APPROVAL_RULES.items()],
    )
    auto_approve = BooleanField(_l("Approuver sans moi les publications les mieux notées"))
    auto_approve_threshold = IntegerField(
        _l("À partir de quelle note"), [Optional(), NumberRange(50, 100, message=wording.BAD_THRESHOLD)]
    )

    def changes(self) -> dict[str, Any]:
        """Return what the profile becomes; an absent choice, or an empty number, changes nothing."""
        kept = {"tone", "approval_rule", "auto_approve_threshold"}
        return {
            name: field.data
            for name, field in self._fields.items()
            if name != "csrf_token" and (name not in kept or field.data)
        }

    def validate_industry_words(self, field: Any) -> None:
        """« Autre » needs words of one's own."""
        if self.industry.data == "other" and self.is_submitted() and not field.data and self.city.data:
            raise ValidationError(wording.INDUSTRY_WORDS_NEEDED)

    def validate_phone(self, field: Any) -> None:
        """Keep the number in E.164."""
        if not field.data:
            return
        try:
            number = phonenumbers.parse(field.data, "CA")
        except phonenumbers.NumberParseException as error:
            raise ValidationError(wording.BAD_PHONE) from error
        if not phonenumbers.is_possible_number(number):
            raise ValidationError(wording.BAD_PHONE)
        field.data = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)

    def validate_website(self, field: Any) -> None:
        """Keep a whole address of the Web."""
        if not field.data:
            return
        address = field.data if "://" in field.data else f"https://{field.data}"
        try:
            parts = urlsplit(address)
        except ValueError as error:
            raise ValidationError(wording.BAD_WEBSITE) from error
        if parts.scheme not in {"http", "https"} or "." not in (parts.hostname or "") or len(address) > 255:
            raise ValidationError(wording.BAD_WEBSITE)
        field.data = address
