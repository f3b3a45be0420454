"""How the feasts of Québec that move are found."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

Window = tuple[date, date]
Rule = Callable[[int], Window]
_MONDAY, _SUNDAY = 0, 6


def easter(year: int) -> date:
    """Compute Easter Sunday: the Gregorian computus of Nature, 20 April 1876 (Meeus, Astronomical Algorithms, 8)."""
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def fixed(first: tuple[int, int], last: tuple[int, int]) -> Rule:
    """Return the rule of a stretch with the same first and last (month, day) every year."""
    return lambda year: (date(year, *first), date(year, *last))


def around_easter(year: int) -> Window:
    """Return the days from the eve of Palm Sunday to Easter Monday."""
    sunday = easter(year)
    return sunday - timedelta(days=8), sunday + timedelta(days=1)


def spring_break(year: int) -> Window:
    """Return the week of the first Monday of March and the one before: school centres take one or the other."""
    monday = _on_or_after(date(year, 3, 1), _MONDAY)
    return monday - timedelta(days=9), monday + timedelta(days=6)


def mothers_day(year: int) -> Window:
    """Return the week that ends on the second Sunday of May."""
    return _week_ending(_on_or_after(date(year, 5, 8), _SUNDAY))


def patriots(year: int) -> Window:
    """Return the week that ends on the Monday before 25 May, a public holiday."""
    return _week_ending(_on_or_after(date(year, 5, 18), _MONDAY))


def fathers_day(year: int) -> Window:
    """Return the week that ends on the third Sunday of June."""
    return _week_ending(_on_or_after(date(year, 6, 15), _SUNDAY))


def construction(year: int) -> Window:
    """Return the last two full weeks of July, Sunday to Saturday (Commission de la construction du Québec)."""
    sunday = _on_or_after(date(year, 7, 18), _SUNDAY)
    return sunday, sunday + timedelta(days=13)


def labour_day(year: int) -> Window:
    """Return the four days that end on the first Monday of September."""
    monday = _on_or_after(date(year, 9, 1), _MONDAY)
    return monday - timedelta(days=3), monday


def thanksgiving(year: int) -> Window:
    """Return the ten days that end on the second Monday of October."""
    monday = _on_or_after(date(year, 10, 8), _MONDAY)
    return monday - timedelta(days=9), monday


def small_business_week(year: int) -> Window:
    """Return the third full week of October, Sunday to Saturday."""
    sunday = _on_or_after(date(year, 10, 15), _SUNDAY)
    return sunday, sunday + timedelta(days=6)


def _on_or_after(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def _week_ending(day: date) -> Window:
    return day - timedelta(days=6), day
