"""A publication is at least in French."""

from __future__ import annotations

import pytest

from app.domains.compliance.french import lint
from app.domains.compliance.language import MESSAGE, is_english_only


@pytest.mark.parametrize(
    "text",
    [
        "Come and visit our new bakery on the corner of Main Street, we have fresh bread for you.",
        "This week, all you can eat at Chez Roy! Get your table now and see what is cooking.",
        "Your home is our passion. We will help you sell it and find a new one.",
        "Book now with us and see how our team can help you smile again!",
        "The best coffee in Lévis is here. Bon appétit!",
    ],
)
def test_english_alone_is_seen(text: str) -> None:
    assert is_english_only(text)


@pytest.mark.parametrize(
    "text",
    [
        "Passez nous voir à la boulangerie, le pain sort du four.",
        "Passez nous voir à la boulangerie du coin pour le pain.\n\nCome and see us at the bakery for the bread.",
        "Chez The Keg, on soupe en famille et on prend son temps.",
        "Thank you!",
        "Le brunch de chez And The Bread To Go est servi le dimanche.",
        "🍕🍕🍕 Pizza, pizza, pizza, pizza, pizza, pizza",
        "",
    ],
)
def test_french_first_or_no_language_at_all_passes(text: str) -> None:
    assert not is_english_only(text)


def test_what_is_asked_is_said_in_good_french() -> None:
    assert MESSAGE.startswith("Ajoutez d’abord le français")
    assert lint(MESSAGE) == []
