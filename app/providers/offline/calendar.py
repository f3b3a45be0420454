"""The Québec calendar: which season and which moment of the year a day belongs to."""

from __future__ import annotations

from datetime import date, timedelta

# First day (month, day) of each stretch; a year begins in the last one of the list.
_SEASONS = (
    ((3, 11), "spring"),
    ((6, 11), "summer"),
    ((9, 1), "autumn"),
    ((11, 6), "late_autumn"),
    ((12, 10), "winter"),
)
_MOMENTS = (
    ((1, 1), "new_year"),
    ((1, 15), "midwinter"),
    ((2, 7), "valentine"),
    ((2, 15), "midwinter"),
    ((2, 24), "spring_break"),
    ((3, 11), "sugar"),
    ((4, 21), "may"),
    ((6, 1), "june"),
    ((6, 15), "saint_jean"),
    ((6, 25), "moving"),
    ((7, 2), "midsummer"),
    ((8, 3), "august"),
    ((8, 21), "back_to_school"),
    ((9, 13), "apples"),
    ((10, 1), "colours"),
    ((10, 20), "halloween"),
    ((11, 1), "november"),
    ((11, 25), "advent"),
    ((12, 10), "holidays"),
)


def season_of(day: date) -> str:
    """Name the season as it is felt here, late_autumn being the grey weeks before the snow."""
    return _last_begun(day, _SEASONS)


def moment_of(day: date) -> str:
    """Name the moment of the year; movable feasts win over the stretch they fall in."""
    for name, first, last in _movable(day.year):
        if first <= day <= last:
            return name
    return _last_begun(day, _MOMENTS)


def _last_begun(day: date, stretches: tuple[tuple[tuple[int, int], str], ...]) -> str:
    begun = [name for start, name in stretches if start <= (day.month, day.day)]
    return begun[-1] if begun else stretches[-1][1]


def _movable(year: int) -> tuple[tuple[str, date, date], ...]:
    easter = _easter(year)
    mothers = _weekday_on_or_after(date(year, 5, 8), 6)
    patriots = _weekday_on_or_after(date(year, 5, 18), 0)  # the Monday before 25 May
    grace = _weekday_on_or_after(date(year, 10, 8), 0)
    # The last two full weeks of July, Sunday to Saturday (CCQ).
    construction = _weekday_on_or_after(date(year, 7, 18), 6)
    return (
        ("easter", easter - timedelta(days=9), easter),
        ("mothers_day", mothers - timedelta(days=6), mothers - timedelta(days=1)),
        ("patriots", patriots - timedelta(days=6), patriots),
        ("thanksgiving", grace - timedelta(days=9), grace),
        ("construction", construction, construction + timedelta(days=13)),
    )


def _weekday_on_or_after(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def _easter(year: int) -> date:
    """Compute Easter Sunday by the anonymous Gregorian computus."""
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)
