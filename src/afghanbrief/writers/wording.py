"""Says in words what figures, dates and speakers are, for formats that people read."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Final

from afghanbrief.briefing import Briefing
from afghanbrief.kinds import Actor, DateMention, Quote, Role, Statistic

_BOUNDS: Final = {"=": "", "~": "about ", "<": "under ", "<=": "at most ", ">": "over ", ">=": "at least ", "range": ""}
_UNITS: Final = {"percent": "%", "percentage-point": " points", "x": " times", "count": ""}
_LONG_NAME: Final = 30
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def one_line(text: str) -> str:
    """Give the text with every run of white space as one blank."""
    return " ".join(text.split())


def number_in_words(value: Decimal) -> str:
    """Write a number without exponent, in groups of three digits.

    >>> number_in_words(Decimal("1234.50"))
    '1,234.50'
    """
    # A plugin may give 1E+999999; its digits would fill the page.
    return f"{value:,f}" if -30 < value.adjusted() < 30 else str(value)


def figure_in_words(figure: Statistic) -> str:
    """Write a figure with its bound and unit, without what it counts.

    >>> from afghanbrief import Evidence, Span
    >>> text = Span(0, 2, "50"), Evidence("statistics", "percent")
    >>> figure_in_words(Statistic(span=text[0], evidence=text[1], value=Decimal(50), unit="percent", bound="~"))
    'about 50%'
    """
    value = number_in_words(figure.value)
    if figure.upper is not None:
        value += (
            f" to {number_in_words(figure.upper)}" if figure.bound == "range" else f" ({number_in_words(figure.upper)})"
        )
    unit = _UNITS.get(figure.unit, f" {figure.unit}")
    change = {"increase": " more", "decrease": " fewer" if figure.unit == "count" else " less"}.get(figure.change, "")
    return f"{_BOUNDS.get(figure.bound, '')}{value}{unit}{change}"


def day_in_words(day: datetime.date) -> str:
    """Write a day as ``31 January 2018``, in no locale."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def period_in_words(first: datetime.date | None, last: datetime.date | None) -> str:
    """Write a period as briefly as it is exact: a year, a month, a day, or from one day to another.

    >>> period_in_words(datetime.date(2018, 7, 1), datetime.date(2018, 7, 31))
    'July 2018'
    """
    if first is None or last is None:
        if first is None and last is None:
            return ""
        return f"from {day_in_words(first)}" if first is not None else f"until {day_in_words(last)}" if last else ""
    if first == last:
        return day_in_words(first)
    if last < datetime.date.max and (last + datetime.timedelta(1)).day == 1 and first.day == 1:
        if (first.month, last.month) == (1, 12):
            return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
        if (first.year, first.month) == (last.year, last.month):
            return f"{_MONTHS[first.month - 1]} {first.year}"
    return f"{day_in_words(first)} to {day_in_words(last)}"


def date_in_words(date: DateMention) -> str:
    """Write a date as the period that it may mean, or as its TIMEX3 value where that is open."""
    if date.type in ("DATE", "TIME") and (date.earliest or date.latest):
        return period_in_words(date.earliest, date.latest)
    return date.value


def possessor_comes_first(briefing: Briefing, role: Role) -> bool:
    """Tell whether the report writes what a title is of before it: "Afghan President", "Taliban spokesman"."""
    text = briefing.document.text
    return role.of is not None and any(f"{role.of} {title}" in text for title in (role.title, role.title.lower()))


def role_in_words(briefing: Briefing, role: Role) -> str:
    """Write a role with what it is of, in the order of the report.

    Arguments:
        briefing: the briefing that the role is from.
        role: the role.

    Returns:
        The title alone, "Afghan President" or "governor of Helmand".
    """
    if role.of is None:
        return role.title
    return f"{role.of} {role.title}" if possessor_comes_first(briefing, role) else f"{role.title} of {role.of}"


def speaker_in_words(briefing: Briefing, quote: Quote) -> str:
    """Name who said a quote: the actor, else the words of the text, else ``unnamed``."""
    actor = briefing.speaker(quote)
    if actor is not None:
        return actor.name
    return one_line(quote.speaker.text) if quote.speaker else "unnamed"


def short_name(actor: Actor) -> str:
    """Give an actor's name, or its acronym where the text has one and the name is long.

    >>> from afghanbrief import Evidence, Span
    >>> sigar = "Special Inspector General for Afghanistan Reconstruction"
    >>> span, evidence = Span(0, len(sigar), sigar), Evidence("actors", "name")
    >>> short_name(Actor(span=span, evidence=evidence, id="a", name=sigar, type="organisation", aliases=("SIGAR",)))
    'SIGAR'
    """
    if len(actor.name) <= _LONG_NAME:
        return actor.name
    return next((alias for alias in actor.aliases if alias.isupper() and len(alias) <= _LONG_NAME), actor.name)


def describe_actor(actor: Actor) -> str:
    """Write an actor's type and country, such as ``armed group, AFG``."""
    return actor.type.replace("_", " ") + (f", {actor.country}" if actor.country else "")
