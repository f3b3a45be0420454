"""What a publication says of a street."""

from __future__ import annotations

import pytest

from app.domains.leads.streets import street_name


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("2424 Boulevard Saint-Laurent, Trois-Rivières", "Boulevard Saint-Laurent"),
        ("123, rue Principale, Alma", "rue Principale"),
        ("12A rue des Forges", "rue des Forges"),
        ("12-14 rue des Forges", "rue des Forges"),
        ("1460 3e Rue", "3e Rue"),
        ("3e Rue", "3e Rue"),
        ("12e Avenue Est, Québec", "12e Avenue Est"),
        ("1re Avenue", "1re Avenue"),
        ("1200 Route 138", "Route 138"),
        ("Boulevard de l’Église", "Boulevard de l’Église"),
        ("", ""),
    ],
)
def test_a_street_is_said_without_its_door_and_with_its_own_number(address: str, said: str) -> None:
    assert street_name(address) == said
