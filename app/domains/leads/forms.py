"""A prospect written or corrected by hand: clear answers at each field, clean values kept."""

from __future__ import annotations

from typing import Any

from flask_wtf.file import FileField
from wtforms import IntegerField, SelectField, TextAreaField
from wtforms.validators import InputRequired, Length, NumberRange, ValidationError

from app.core.forms import Form, Text, row_number, seen
from app.core.i18n import _l
from app.domains.leads import cleaning, emails, hours, import_words, phones, places, postal, scoring, sheet_words
from app.domains.leads.models import LeadImport

OUT_OF_FORM = {"csrf_token", "campaign_id", "industry"}


class LeadForm(Form):
    """What one knows of a business."""

    name = Text(_l("Nom"), [Length(max=255, message=sheet_words.NAME_TOO_LONG)])
    phone = Text(_l("Téléphone"), [Length(max=40, message=sheet_words.BAD_PHONE)])
    email = Text(_l("Courriel"), [Length(max=254, message=sheet_words.BAD_EMAIL)])
    website = Text(_l("Site Web"), [Length(max=500, message=sheet_words.BAD_WEBSITE)])
    address = Text(_l("Adresse"), [Length(max=255, message=sheet_words.TOO_LONG)])
    city = Text(_l("Ville"), [Length(max=120, message=sheet_words.TOO_LONG)])
    postal_code = Text(_l("Code postal"), [Length(max=12, message=sheet_words.BAD_POSTAL_CODE)])
    opening_hours = Text(_l("Heures d’ouverture"), [Length(max=500, message=sheet_words.TOO_LONG)])

    def clean_values(self) -> dict[str, str]:
        """Return the values in the form they are kept in."""
        return {name: field.data or "" for name, field in self._fields.items() if name not in OUT_OF_FORM}

    def validate_name(self, field: Any) -> None:
        """A prospect has a name."""
        field.data = " ".join(seen(field.data or "").replace("'", "’").split())
        if not field.data:
            raise ValidationError(sheet_words.NAME_NEEDED)

    def validate_phone(self, field: Any) -> None:
        """Keep the number in E.164."""
        self._clean(field, phones.clean, sheet_words.BAD_PHONE)

    def validate_email(self, field: Any) -> None:
        """Keep one address of the business."""
        self._clean(field, emails.clean, sheet_words.BAD_EMAIL)

    def validate_website(self, field: Any) -> None:
        """Keep a whole address of the Web."""
        self._clean(field, cleaning.website, sheet_words.BAD_WEBSITE)

    def validate_postal_code(self, field: Any) -> None:
        """Keep the code as one writes it."""
        self._clean(field, postal.clean, sheet_words.BAD_POSTAL_CODE)

    def validate_city(self, field: Any) -> None:
        """Write a known town the way it is written."""
        known = places.municipality(field.data or "")
        field.data = known.name if known else (field.data or "").replace("'", "’")

    def validate_opening_hours(self, field: Any) -> None:
        """Keep what is understood in one form, and the rest as it was typed."""
        field.data = hours.normal(field.data) if field.data else ""

    def _clean(self, field: Any, clean: Any, sentence: str) -> None:
        if field.data:
            found = clean(field.data)
            if not found:
                raise ValidationError(sentence)
            field.data = found


class NewLeadForm(LeadForm):
    """A prospect added by hand, to a campaign or to none."""

    campaign_id = SelectField(_l("Campagne"), coerce=row_number, default=0)


def _points(label: str) -> IntegerField:
    bounds = [InputRequired(sheet_words.BAD_POINTS), NumberRange(0, 60, message=sheet_words.BAD_POINTS)]
    return IntegerField(label, bounds)


class WeightsForm(Form):
    """How the hundred points of the score are shared."""

    email = _points(_l("Courriel"))
    phone = _points(_l("Téléphone"))
    rating = _points(_l("Note des clients"))
    reviews = _points(_l("Nombre d’avis"))
    website = _points(_l("Site Web"))

    def weights(self) -> dict[str, int]:
        """Return the points of each fact."""
        return {name: self[name].data for name in scoring.WEIGHTS}

    def validate(self, extra_validators: Any = None) -> bool:
        """The points sum to 100."""
        if not super().validate(extra_validators):
            return False
        total = sum(self.weights().values())
        if total != 100:
            self.form_errors = [sheet_words.bad_total(total)]
        return total == 100


class ImportForm(Form):
    """A file, or pasted lines, and the campaign it is for."""

    file = FileField(_l("Fichier"))
    pasted = TextAreaField(_l("Lignes collées"))
    campaign_id = SelectField(_l("Campagne"), coerce=row_number, default=0, validate_choice=False)


class MappingForm(Form):
    """Which column holds each field."""

    def mapping(self) -> dict[str, int]:
        """Return the column chosen for each field, -1 for none left out."""
        return {name: self[name].data for name in import_words.FIELDS if self[name].data >= 0}

    def validate(self, extra_validators: Any = None) -> bool:
        """The names have a column, and no column is chosen twice."""
        if not super().validate(extra_validators):
            return False
        chosen = self.mapping()
        if "name" not in chosen:
            self["name"].errors = [import_words.NAME_COLUMN_NEEDED]
        for field in [name for name in chosen if list(chosen.values()).count(chosen[name]) > 1][1:]:
            self[field].errors = [import_words.COLUMN_TWICE]
        return not any(self[name].errors for name in import_words.FIELDS)


def mapping_form(row: LeadImport) -> MappingForm:
    """Return the form of an import: a choice of columns a field, as guessed or as confirmed."""
    named = [(at, import_words.column(at, title, samples)) for at, title, samples in row.counts["columns"]]
    choices = [(-1, import_words.NO_COLUMN), *named]
    fields = {name: SelectField(label, choices=choices, coerce=int, default=row.mapping.get(name, -1))
              for name, label in import_words.FIELDS.items()}  # fmt: skip
    form: MappingForm = type("ColumnsForm", (MappingForm,), dict(fields))()
    return form
