"""Loads the words of temporal expressions and gives each its class and its value."""

from __future__ import annotations

import functools
from typing import Any, Final

import attrs

from afghanbrief.text.word_lists import read_table

# Table of data/words.toml -> the one letter that stands for its words in a shape (see shape.py).
_CLASSES: Final = {
    "months": "M",
    "weekdays": "W",
    "weekdays_plural": "X",
    "units": "u",
    "units_plural": "U",
    "clock_units": "h",
    "clock_units_plural": "k",
    "parts_of_day": "P",
    "seasons": "S",
    "seasons_plural": "S",
    "deictic": "D",
    "relational": "r",
    "points": "e",
    "ordinals": "O",
    "cardinals": "N",
    "vague": "q",
    "decade_words": "K",
    "sets": "v",
    "references": "R",
}
_CASED: Final = {"months_cased": "m", "months_short": "J", "weekdays_short": "w", "seasons_cased": "B"}
_SINGLE: Final = {
    "the": "t",
    "this": "T",
    "that": "Z",
    "these": "Z",
    "those": "Z",
    "its": "Z",
    "their": "Z",
    "his": "Z",
    "her": "Z",
    "our": "Z",
    "a": "a",
    "an": "a",
    "another": "a",
    "of": "f",
    "and": "&",
    "to": "&",
    "or": "&",
    "through": "&",
    "till": "&",
    "until": "&",
    "half": "y",
    "fiscal": "F",
    "financial": "F",
    "every": "V",
    "each": "V",
    "per": "V",
    "former": "x",
    "ago": "g",
    "reporting": "p",
    "review": "p",
    "period": "p",
    "very": "s",
    "comparable": "s",
    "consecutive": "s",
    "straight": "s",
    "successive": "s",
    "long": "s",
    "brutal": "s",
    "short": "s",
    "additional": "s",
    "further": "s",
    "trading": "s",
    "working": "s",
    "calendar": "s",
    "solar": "s",
    "solid": "s",
    "more": "s",
    "other": "s",
    "single": "s",
    "passing": "s",
    "holy": "s",
    "fasting": "s",
    "future": "j",
    "time": "j",
    "near": "j",
    "foreseeable": "j",
    "distant": "j",
    "immediate": "j",
}


@attrs.frozen(eq=False)
class Lexicon:
    """Words, their classes and their values.

    Attributes:
        codes: word form (case kept) -> code point of its class letter.
        values: class letter -> lower-case word -> value.
        context: name of a list in data/context.toml -> its words.
        calendars: the tables of data/calendars.toml.
        feasts: words of a feast -> table of data/feasts.toml, month, day (or which weekday), weekday.
        tenses: word -> the list of data/tenses.toml that holds it.
    """

    codes: dict[str, int]
    values: dict[str, dict[str, Any]]
    context: dict[str, frozenset[str]]
    calendars: dict[str, Any]
    feasts: dict[str, tuple[str, int, int, int]]
    tenses: dict[str, str]


def _read(name: str) -> dict[str, Any]:
    return read_table("afghanbrief.extractors.dates", name)


def _numbers(classes: dict[str, str]) -> None:
    for number in range(1000):
        classes[f"{number:03d}"] = "n"
        classes[f"{number:02d}"] = classes[str(number)] = "d" if 1 <= number <= 31 else "n"
    for year in range(1000, 2200):
        classes[str(year)] = "Y"
    for day in range(1, 32):
        suffix = "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
        # "22th" is written too.
        classes[f"{day}{suffix}"] = classes[f"{day}th"] = "o"
    for decade in range(0, 100, 10):
        classes[f"{decade:02d}s"] = "C"
    for decade in range(100, 2100, 10):
        classes[f"{decade}s"] = "C"
    for minutes in range(600):
        hour, minute = divmod(minutes, 60)
        classes[f"{hour:02d}{minute:02d}"] = "n"
    for clock in range(2200, 2360):
        classes[str(clock)] = "n"
    for year in (*range(1380, 1420), *range(1985, 2050)):
        classes[f"FY{year}"] = classes[f"FY{year % 100:02d}"] = "i"
    for year in range(1300, 1420):
        classes[f"SY{year}"] = "i"
    classes["FY"] = "F"
    for mark in ("am", "pm", "AM", "PM", "p", "P"):
        classes[mark] = "A"
        if len(mark) == 2:
            classes.update((f"{minute:02d}{mark}", "A") for minute in range(60))
    for quarter in "1234":
        classes["Q" + quarter] = classes[quarter + "Q"] = "Q"
    classes.update(dict.fromkeys(("H1", "H2", "1H", "2H"), "Q"))
    for part in ("Q1", "Q2", "Q3", "Q4", "H1", "H2"):
        for year in range(1990, 2050):
            classes[f"{year}{part}"] = classes[f"{part[1]}{part[0]}{year % 100:02d}"] = "Q"
    for hour in range(1, 13):
        for half in ("am", "pm", "AM", "PM"):
            classes[f"{hour}{half}"] = "z"


# First words of feasts that are far more often something else; they are read from the word behind them.
_COMMON_FIRST: Final = frozenset(("new", "good", "palm", "ash"))


def _feasts() -> dict[str, tuple[str, int, int, int]]:
    feasts: dict[str, tuple[str, int, int, int]] = {}
    for table, listed in _read("feasts.toml").items():
        for words, day in listed.items():
            if table == "easter":
                feasts[words] = (table, 0, day, 0)
            elif table == "counted":
                feasts[words] = (table, day[0], day[2], day[1])
            else:
                feasts[words] = (table, day[0], day[1], 0)
    return feasts


@functools.cache
def load_lexicon() -> Lexicon:
    """Load the tables, once.

    Returns:
        The words of data/words.toml, data/context.toml and data/calendars.toml.

    >>> chr(load_lexicon().codes["Monday"])
    'W'
    """
    words = _read("words.toml")
    classes: dict[str, str] = {}
    values: dict[str, dict[str, Any]] = {}
    for word, letter in _SINGLE.items():
        for form in (word, word.capitalize(), word.upper()):
            classes[form] = letter
    for table, letter in _CLASSES.items():
        values.setdefault(letter, {}).update(words[table])
        for word in words[table]:
            for form in (word, word.capitalize(), word.upper()):
                classes[form] = letter
    for table, letter in _CASED.items():
        values[letter] = {word.lower(): value for word, value in words[table].items()}
        for word in words[table]:
            classes[word] = classes[word.upper()] = letter
    classes["fall"] = "B"
    for era in words["eras"]:
        classes[era.upper()] = "E"
    # "B.C." and "C.E." fall into single letters.
    classes["B"] = classes["C"] = "E"
    _numbers(classes)
    for zone in words["zones"]:
        classes.setdefault(zone.upper(), "G")
    for word in words["clock_words"]:
        classes.setdefault(word, "G")
    calendars = _read("calendars.toml")
    for table, letter in (("solar_months", "H"), ("islamic_months", "I")):
        values[letter] = {}
        for word, value in calendars[table].items():
            values[letter][word] = value
            classes[word.capitalize()] = classes[word.upper()] = letter
    for word in words["ages"]:
        for form in (word, word.capitalize()):
            classes[form] = "b"
    feasts = _feasts()
    for words_of_it in feasts:
        first = words_of_it.split()[0]
        if first not in _COMMON_FIRST:
            classes[first.capitalize()] = classes[first.upper()] = "L"
    classes["New"] = classes["NEW"] = "l"
    for table in ("eras", "calendar_marks", "approximate", "zones", "clock_words"):
        values[table] = words[table]
    context = {name: frozenset(listed) for name, listed in _read("context.toml").items()}
    tenses = {word: name for name, listed in _read("tenses.toml").items() for word in listed}
    codes = {form: ord(letter) for form, letter in classes.items()}
    return Lexicon(codes, values, context, calendars, feasts, tenses)
