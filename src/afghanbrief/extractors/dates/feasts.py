"""Grammar of feasts and holidays, and the day each falls on."""

from __future__ import annotations

import datetime
from typing import Final

from afghanbrief.extractors.dates import islamic, solar_hijri
from afghanbrief.extractors.dates.expression import Expression
from afghanbrief.extractors.dates.scan import Scan
from afghanbrief.extractors.dates.timex import counted_weekday

_ARTICLES: Final = frozenset(("al", "ul", "e", "i", "ol"))


def feast(scan: Scan, index: int) -> Expression | None:
    """Read a feast that begins at *index*: "Eid al-Fitr", "Ashura", "Nawruz 1397", "Christmas Eve", "Easter Monday"."""
    feasts = scan.lexicon.feasts
    words, ends = _words_of_name(scan, index)
    named, after = None, index
    while words and named is None:
        named, after = feasts.get(" ".join(words)), ends.pop()
        words.pop()
    if named is None:
        return None
    if after == index + 1 and scan.gap(after) == " " and after < scan.count and scan.forms[after][0].isupper():
        # "Christmas Island", "Ashura Khan"
        return None
    found = Expression(index, after, "feast", "feast")
    found.part, found.month, found.day, found.weekday = named
    found.calendar = found.part if found.part in ("islamic", "solar-hijri") else "gregorian"
    if scan.gap(index) == " " and scan.words[index - 1] in ("last", "next"):
        found.relation = scan.words[index - 1]
    at = after + (scan.letter(after) == "f" and scan.gap(after) == " ")
    if scan.letter(at) == "Y" and scan.gap(at) in " ,":
        found.year, found.after = int(scan.words[at]), at + 1
    return found


def _words_of_name(scan: Scan, index: int) -> tuple[list[str], list[int]]:
    """Give up to three words from *index* on, without articles and possessives, and where each ends."""
    words, ends = [scan.words[index]], [index + 1]
    at = index + 1
    while len(words) < 3 and at < index + 6 and at < scan.count:
        word, gap = scan.words[at], scan.gaps[at]
        if gap not in (" ", "-", "'", "' "):
            break
        if word == "s" or word in _ARTICLES:
            at += 1
            continue
        if scan.forms[at][0].islower() and gap != "-":
            break
        words.append(word)
        at += 1
        ends.append(at)
    return words, ends


def feast_day(found: Expression, near: datetime.date | None) -> datetime.date | None:
    """Give the first day of a feast in the year said, or the one nearest to *near* (before or after it, if said)."""
    years: tuple[int, ...]
    if found.year:
        years = (found.year,)
    elif near is not None:
        years = (near.year, near.year - 1, near.year + 1)
    else:
        return None
    days = [day for year in years for day in _days_in(found, year)]
    if near is None or found.year:
        return days[0] if days else None
    if found.relation == "last":
        days = [day for day in days if day < near]
    elif found.relation == "next":
        days = [day for day in days if day > near]
    return min(days, key=lambda day: abs((day - near).days), default=None)


def _days_in(found: Expression, year: int) -> list[datetime.date]:
    if found.part == "islamic":
        years = _lunar_years(year) if year >= 1700 else (year,)
        days = [islamic.to_gregorian(lunar, found.month, found.day) for lunar in years]
        return [day for day in days if day and (year < 1700 or day.year == year)]
    if found.part == "solar-hijri":
        day = solar_hijri.to_gregorian(year if year < 1700 else year - 621, found.month, found.day)
        return [day] if day else []
    try:
        if found.part == "easter":
            return [easter(year) + datetime.timedelta(found.day)]
        if found.part == "counted":
            day = counted_weekday(year, found.month, found.weekday, found.day)
            return [day] if day else []
        return [datetime.date(year, found.month, found.day)]
    except (ValueError, OverflowError):
        return []


def _lunar_years(gregorian: int) -> tuple[int, ...]:
    guess = int((gregorian - 622) * 1.0307)
    return guess, guess + 1, guess + 2


def easter(year: int) -> datetime.date:
    """Give Easter Sunday of the Western churches, after the anonymous rule of 1876 (Meeus, Astronomical Algorithms).

    >>> easter(2018), easter(2013)
    (datetime.date(2018, 4, 1), datetime.date(2013, 3, 31))
    """
    golden = year % 19
    century, rest = divmod(year, 100)
    leap, left = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * left + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return datetime.date(year, month, day + 1)
