"""What the fields of privacy accept."""

from __future__ import annotations

from typing import Any

from wtforms import ValidationError

from app.domains.accounts.services import AccountError, normalised_email
from app.domains.privacy import form_words


class Address:
    """A whole address of electronic mail, kept in lower case."""

    def __call__(self, form: Any, field: Any) -> None:
        """Refuse what is none."""
        try:
            field.data = normalised_email(field.data or "")[:254]
        except AccountError as error:
            raise ValidationError(form_words.EMAIL_NEEDED) from error
