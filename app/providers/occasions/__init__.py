"""The calendar of Québec: what people here have in mind on a given day. Every writer reads this one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.providers.occasions import dates
from app.providers.occasions.dates import Rule, Window, fixed


@dataclass(frozen=True)
class Occasion:
    """A moment of the year. `label` is French, as a list shows it."""

    key: str
    label: str
    rule: Rule

    def window(self, year: int) -> Window:
        """Return the first and the last day of a year on which the occasion may be spoken of."""
        return self.rule(year)


OCCASIONS: tuple[Occasion, ...] = (
    Occasion("new_year", "Nouvel an", fixed((1, 1), (1, 14))),
    Occasion("midwinter", "Cœur de l’hiver et carnavals", fixed((1, 15), (2, 28))),
    Occasion("valentine", "Saint-Valentin", fixed((2, 5), (2, 14))),
    Occasion("spring_break", "Semaine de relâche", dates.spring_break),
    Occasion("sugar", "Temps des sucres", fixed((3, 1), (4, 20))),
    Occasion("easter", "Pâques", dates.around_easter),
    Occasion("earth_day", "Jour de la Terre", fixed((4, 18), (4, 22))),
    Occasion("may", "Beaux jours de mai", fixed((4, 21), (5, 31))),
    Occasion("mothers_day", "Fête des Mères", dates.mothers_day),
    Occasion("patriots", "Journée nationale des patriotes", dates.patriots),
    Occasion("june", "Fin des classes", fixed((6, 1), (6, 23))),
    Occasion("fathers_day", "Fête des Pères", dates.fathers_day),
    Occasion("saint_jean", "Fête nationale (Saint-Jean)", fixed((6, 17), (6, 24))),
    Occasion("moving", "Déménagements du 1er juillet", fixed((6, 20), (7, 1))),
    Occasion("canada_day", "Fête du Canada", fixed((6, 30), (7, 1))),
    Occasion("midsummer", "Plein été", fixed((7, 2), (8, 2))),
    Occasion("construction", "Vacances de la construction", dates.construction),
    Occasion("august", "Récoltes d’août", fixed((8, 3), (8, 31))),
    Occasion("back_to_school", "Rentrée", fixed((8, 21), (9, 12))),
    Occasion("labour_day", "Fête du Travail", dates.labour_day),
    Occasion("apples", "Pommes et vendanges", fixed((9, 1), (10, 10))),
    Occasion("colours", "Couleurs d’automne", fixed((9, 25), (10, 24))),
    Occasion("thanksgiving", "Action de grâce", dates.thanksgiving),
    Occasion("small_business_week", "Semaine de la PME", dates.small_business_week),
    Occasion("halloween", "Halloween", fixed((10, 18), (10, 31))),
    Occasion("november", "Novembre", fixed((11, 1), (11, 30))),
    Occasion("first_snow", "Premières neiges", fixed((11, 12), (12, 5))),
    Occasion("advent", "Préparatifs des fêtes", fixed((11, 25), (12, 12))),
    Occasion("holidays", "Temps des fêtes", fixed((12, 10), (12, 31))),
)
_BY_KEY = {each.key: each for each in OCCASIONS}
# First day (month, day) of each season as it is felt here; a year begins in the last one.
_SEASONS = (
    ((3, 11), "spring"),
    ((6, 11), "summer"),
    ((9, 1), "autumn"),
    ((11, 6), "late_autumn"),
    ((12, 10), "winter"),
)


def occasion(key: str) -> Occasion | None:
    """Return an occasion by its key, None when there is no such one."""
    return _BY_KEY.get(key)


def occasions_on(day: date) -> tuple[Occasion, ...]:
    """Return the occasions a day belongs to, the shortest one first: a feast before its season."""
    held = [each for each in OCCASIONS if _is_within(day, each.window(day.year))]
    return tuple(sorted(held, key=lambda each: _length(each.window(day.year))))


def season_of(day: date) -> str:
    """Name the season as it is felt here, late_autumn being the grey weeks before the snow."""
    begun = [name for start, name in _SEASONS if start <= (day.month, day.day)]
    return begun[-1] if begun else _SEASONS[-1][1]


def _is_within(day: date, window: Window) -> bool:
    return window[0] <= day <= window[1]


def _length(window: Window) -> int:
    return (window[1] - window[0]).days
