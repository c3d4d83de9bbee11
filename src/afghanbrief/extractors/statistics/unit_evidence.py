"""Tells what a word or letter of several meanings stands for, by what is near it."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.statistics.unit_table import UnitEntry, UnitTable
from afghanbrief.text.numerals import Numeral
from afghanbrief.text.tokens import Tokens

_NEAR: Final = 12
_FAR: Final = 60
_LARGE: Final = 100


def symbol_of(tokens: Tokens, numeral: Numeral, entry: UnitEntry, at: int, table: UnitTable) -> str:
    """Give the unit that an entry stands for here, or an empty string where it is none.

    Arguments:
        tokens: the document's tokens.
        numeral: the number before it.
        entry: the entry.
        at: index of its first token.
        table: the units.
    """
    need = entry.need
    if not need or need == "scaled-code":
        return entry.symbol
    if need == "letter":
        return _letter(tokens, numeral, entry, at, table)
    if need == "weight":
        near = _near(tokens, numeral.first - _NEAR, at)
        return "" if table.evidence["weight"].isdisjoint(near) else entry.symbol
    if need == "decimal":
        # "0.5 WAR": capitals behind a decimal.
        return entry.symbol if tokens.forms[at] == "WAR" and numeral.stop - numeral.first > 1 else ""
    if need == "points":
        return _points(tokens, numeral, at, table)
    if need == "pounds":
        return _pounds(tokens, numeral, at, table)
    if need == "degrees":
        return _degrees(tokens, at)
    if need == "barrel" and tokens.words[at + 1 : at + 2] in (("a",), ("per",)):
        return entry.symbol
    if need == "barrel" and tokens.words[at + 1 : at + 3] in (("of", "oil"), ("of", "crude"), ("of", "petroleum")):
        return entry.symbol
    decimal = need == "large" and numeral.stop - numeral.first > 1
    if need in ("large", "large-shared", "barrel") and numeral.value < _LARGE and not numeral.scaled and not decimal:
        return ""
    if need in ("large", "barrel"):
        return entry.symbol
    return country_of(tokens, entry.symbol, at, table)


def _near(tokens: Tokens, low: int, high: int) -> frozenset[str]:
    return frozenset(tokens.words[max(0, low) : high])


# Words of a report that tell where it is at home.
_LEAD: Final = 100
# Words that are no unit at all without evidence.
_STRICT: Final = frozenset(("bar", "bars", "ct"))


def country_of(tokens: Tokens, noun: str, at: int, table: UnitTable) -> str:
    """Give the currency or unit of a word that stands for many: the one that words near tell, else the first.

    Arguments:
        tokens: the document's tokens.
        noun: a noun of ``table.shared``.
        at: index of its token.
        table: the units.

    Returns:
        A code of ISO 4217 or a unit; an empty string for a word that is none here.
    """
    codes = table.shared[noun]
    if noun in _STRICT:
        near = _near(tokens, at - _NEAR, at + _NEAR)
        return "" if codes[0][1].isdisjoint(near) else codes[0][0]
    if len(codes) > 1:
        # The nearest word that tells, ahead or behind.
        words = tokens.words
        for distance in range(1, _FAR):
            for position in (at - distance, at + distance):
                if 0 <= position < len(words):
                    for code, told in codes:
                        if words[position] in told:
                            return code
        # Else the dateline and the lead say where the report is at home.
        for word in words[:_LEAD]:
            for code, told in codes:
                if word in told:
                    return code
    return codes[0][0]


def _letter(tokens: Tokens, numeral: Numeral, entry: UnitEntry, at: int, table: UnitTable) -> str:
    """Tell whether a single letter behind digits is a unit: nothing that it could begin or end may follow."""
    if numeral.form != "digits" or numeral.scaled or tokens.gaps[at] != " ":
        return ""
    after = tokens.words[at + 1] if at + 1 < len(tokens.words) else ""
    gap = tokens.gaps[at + 1]
    if gap[:1] in ("'", "-", "&", "+") or (gap[:1] == "." and len(after) == 1):
        return ""
    if gap == " " and after and tokens.forms[at + 1] != after and entry.form.isupper():
        return ""
    if entry.form in ("x", "p", "c", "N"):
        return ""
    near = _near(tokens, at - _NEAR, at + _NEAR)
    context = table.letter_context
    other = _OTHERWISE.get(entry.form)
    if other is not None:
        return entry.symbol if context[other].isdisjoint(near) else other
    if entry.form == "K":
        return "K" if not context["kelvin"].isdisjoint(near) else ""
    if entry.symbol in context:
        return entry.symbol if not context[entry.symbol].isdisjoint(near) or after == "per" or gap == "/" else ""
    return entry.symbol


# What a letter is in talk of electricity and magnets.
_OTHERWISE: Final = {"F": "farad", "C": "coulomb", "T": "tesla"}


def _points(tokens: Tokens, numeral: Numeral, at: int, table: UnitTable) -> str:
    """Tell points of a share from those of an index or a game, and from places ("cut at three points")."""
    words = tokens.words
    before = words[max(0, numeral.first - 4) : numeral.first]
    if before[-1:] in (("at",), ("in",), ("the",), ("these",), ("on",)) and numeral.form == "words":
        return ""
    if tokens.gaps[at] == "-" and words[at + 1 : at + 2] and words[at + 1] in _PLANS:
        return ""
    low, high = max(0, numeral.first - _NEAR), at + _NEAR
    near = words[low:high]
    if not table.evidence["score"].isdisjoint(near):
        return "point"
    if numeral.form == "digits" and tokens.gaps[at - 1] == "." and len(words[at - 1]) > 1:
        # Shares are told to one decimal: "89.68 points".
        return "point"
    told = not table.evidence["share"].isdisjoint(near) or any("%" in gap for gap in tokens.gaps[low:high])
    if told:
        return "percentage-point"
    if numeral.form == "digits" and numeral.stop - numeral.first > 1:
        return "point"
    if tokens.gaps[at] == "-" or any(word in _MOVES for word in before) or words[at + 1 : at + 2] in _COMPARED:
        return "point"
    return ""


_MOVES: Final = frozenset(
    "rose fell up down gained lost added shed dropped climbed jumped slid slipped plunged tumbled by ended".split()
)
_PLANS: Final = frozenset(
    "plan agenda program programme list charter manifesto proposal formula platform action deal agreement".split()
)
_COMPARED: Final = (("higher",), ("lower",), ("ahead",), ("behind",), ("clear",))


def _pounds(tokens: Tokens, numeral: Numeral, at: int, table: UnitTable) -> str:
    """Tell money from weight: large sums and talk of money against everything else."""
    if tokens.words[at + 1 : at + 2] in (("of",), ("heavier",), ("lighter",), ("per",)):
        near = _near(tokens, numeral.first - 6, numeral.first)
        return "GBP" if numeral.scaled and table.evidence["weight"].isdisjoint(near) else "lb"
    near = _near(tokens, numeral.first - _NEAR, at + 6)
    weight = not table.evidence["weight"].isdisjoint(near)
    money = not table.evidence["money"].isdisjoint(near)
    if money and not weight:
        return "GBP"
    return "GBP" if numeral.scaled and not weight else "lb"


def _degrees(tokens: Tokens, at: int) -> str:
    """Tell temperatures from angles by a word for weather near; academic degrees have no number before them."""
    near = _near(tokens, at - _NEAR, at + 8)
    if near.isdisjoint(_WEATHER):
        return "deg"
    return (
        "\u00b0F" if not near.isdisjoint(("fahrenheit", "degf")) else "\u00b0C" if _told_celsius(tokens, at) else "deg"
    )


_WEATHER: Final = frozenset(
    "temperature temperatures cold warm hot cool freezing frost heat weather zero celsius fahrenheit tonight".split()
)


def _told_celsius(tokens: Tokens, at: int) -> bool:
    near = tokens.words[max(0, at - 40) : at + 40]
    return "celsius" in near or any(
        "\u00b0C" in gap or "\u00b0" in gap for gap in tokens.gaps[max(0, at - 40) : at + 40]
    )
