"""Gives ranges of two dates the name of the period that they make up, or that holds them."""

from __future__ import annotations

import calendar

from afghanbrief.kinds import DateMention


def name_of_range(first: DateMention, last: DateMention) -> str:
    """Give the TIMEX3 value of a range of two dates that make up a year, a half, a quarter or a month, or "".

    Arguments:
        first: the date that opens it.
        last: the date that closes it.
    """
    start, end = first.earliest, last.latest
    if start is None or end is None or start.year != end.year or start.day != 1 or start > end:
        return ""
    if end.day != calendar.monthrange(end.year, end.month)[1]:
        return ""
    months = end.month - start.month + 1
    if months == 12:
        return f"{start.year:04}"
    if months in (3, 6) and start.month % months == 1:
        return f"{start.year:04}-{'H' if months == 6 else 'Q'}{end.month // months}"
    return f"{start.year:04}-{start.month:02}" if months == 1 else ""


def periods_around(first: DateMention, last: DateMention) -> tuple[str, ...]:
    """Give the TIMEX3 values of the month and the year that hold a whole range, the smaller first.

    Arguments:
        first: the date that opens it.
        last: the date that closes it.
    """
    start, end = first.earliest, last.latest
    if start is None or end is None or start.year != end.year:
        return ()
    month = (f"{start.year:04}-{start.month:02}",) if start.month == end.month else ()
    return (*month, f"{start.year:04}")
