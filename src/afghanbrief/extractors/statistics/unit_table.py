"""Reads the tables of units and currencies."""

from __future__ import annotations

import functools
from typing import Any, Final, NamedTuple

import attrs

from afghanbrief.text.patterns import compile_pattern
from afghanbrief.text.word_lists import read_table


class UnitEntry(NamedTuple):
    """A way to write a unit behind a number.

    Attributes:
        rest: the words behind its first one.
        symbol: what the unit is called in a statistic.
        form: its first word as it must be written, or an empty string where case does not matter.
        need: what kind of evidence it asks for, or an empty string.
    """

    rest: tuple[str, ...]
    symbol: str
    form: str = ""
    need: str = ""


@attrs.frozen
class UnitTable:
    """Units by the words and signs around a number.

    Attributes:
        heads: entries by their first word, the longest first.
        signs: code by currency sign.
        before: code by abbreviation before a number.
        dollars: code by what stands before a dollar sign.
        codes: codes of ISO 4217 that are written in capitals.
        shared: for nouns of many currencies, each code with the words that tell it.
        denominators: what a unit may be reckoned by, by its word.
        rates: symbol of a unit and what it is reckoned by.
        letters: symbol by letter.
        letter_context: words that tell what a letter stands for.
        evidence: words that tell apart what one word may mean.
    """

    heads: dict[str, tuple[UnitEntry, ...]]
    signs: dict[str, str]
    before: dict[str, str]
    dollars: dict[str, str]
    codes: frozenset[str]
    shared: dict[str, tuple[tuple[str, frozenset[str]], ...]]
    denominators: dict[str, str]
    rates: dict[str, str]
    letters: dict[str, str]
    letter_context: dict[str, frozenset[str]]
    evidence: dict[str, frozenset[str]]


def _load(name: str) -> dict[str, Any]:
    return read_table("afghanbrief.extractors.statistics", f"{name}.toml")


@functools.cache
def load_units() -> UnitTable:
    """Give the tables, read once."""
    units, money = _load("units"), _load("currencies")
    entries: dict[str, list[UnitEntry]] = {}
    shared = {**units["shared"], **money["shared"]}
    for noun in units["shared"]:
        # First of all, since they stand for what is entered further down.
        _put(entries, (noun,), UnitEntry((), noun, "", "shared"))
    words = {**units["words"], **money["names"]}
    for symbol, names in words.items():
        for name in names:
            _add(entries, name, symbol)
    for symbol, names in units["symbols"].items():
        for name in names:
            _add(entries, name, symbol)
    _add_prefixed(entries, units)
    for letter, symbol in units["letters"].items():
        if letter != "x":
            _put(entries, (letter.lower(),), UnitEntry((), symbol, letter, "letter"))
    large = frozenset(money["large"]["nouns"].split())
    for noun in money["shared"]:
        for written in (noun, _plural(noun)):
            _put(entries, (written,), UnitEntry((), noun, "", "large-shared" if noun in large else "shared"))
    for written in ("pound", "pounds"):
        _put(entries, (written,), UnitEntry((), "lb", "", "pounds"))
    for code in money["codes"]["safe"].split():
        _put(entries, (code.lower(),), UnitEntry((), code, code))
        for prefix in ("M", "m", "k", "K", "Bn", "bn"):
            _put(entries, (prefix.lower() + code.lower(),), UnitEntry((), code, prefix + code, "scaled-code"))
    denominators = {word: symbol for symbol, names in units["denominators"].items() for word in names}
    return UnitTable(
        heads={head: tuple(sorted(found, key=lambda entry: -len(entry.rest))) for head, found in entries.items()},
        signs=money["signs"],
        before={**money["before"]},
        dollars=money["dollars"],
        codes=frozenset(money["codes"]["safe"].split()),
        shared={
            noun: tuple((code, frozenset(told.split())) for code, told in codes.items())
            for noun, codes in shared.items()
        },
        denominators=denominators,
        rates=units["rates"],
        letters=units["letters"],
        letter_context={name: frozenset(told.split()) for name, told in units["letter_context"].items()},
        evidence={name: frozenset(told.split()) for name, told in units["evidence"].items()},
    )


def _add_prefixed(entries: dict[str, list[UnitEntry]], units: dict[str, Any]) -> None:
    """Add the units that take prefixes, with them: names in any case, symbols as they are written."""
    for symbol, given in units["prefixed"].items():
        names, letters = given["names"], given["letters"]
        for name in names:
            _add(entries, name, symbol)
        if len(letters) > 1 or letters == "\u03a9":
            _put(entries, (letters.lower(),), UnitEntry((), symbol, letters))
        for prefix in given["prefixes"].split():
            letter = units["prefixes"][prefix]
            made = [_prefixed(prefix, name) for name in names]
            full = made[0] if made else f"{prefix}litre"
            code = units["short"].get(prefix + symbol) or units["short"].get(full) or full
            for name in made:
                _add(entries, name, code)
            if letters:
                # The micro sign and the Greek letter look alike.
                for written in {letter + letters, letter.replace("\u00b5", "\u03bc") + letters}:
                    _put(entries, (written.lower(),), UnitEntry((), code, written))


def _prefixed(prefix: str, name: str) -> str:
    first, _, last = name.rpartition(" ")
    if name.startswith(("square ", "cubic ", "sq ")):
        return f"{first} {prefix}{last}"
    return prefix + name


_SPLIT: Final = compile_pattern(r"[ ./-]+")


def _add(entries: dict[str, list[UnitEntry]], name: str, symbol: str) -> None:
    """Add a name in the singular and in the plural; of "mile per hour" the first word has the plural."""
    if name.startswith("square "):
        _add(entries, "sq " + name[7:], symbol)
    words = tuple(_SPLIT.split(name))
    need = "large" if name in _LARGE else _NEEDS.get(name, "")
    _put(entries, words, UnitEntry(words[1:], symbol, "", need))
    if len(words[-1]) > 2 and "per" not in words[1:]:
        _put(
            entries,
            (*words[:-1], _plural(words[-1])),
            UnitEntry((*words[1:-1], _plural(words[-1]))[: len(words) - 1], symbol, "", need),
        )


_NEEDS: Final = {"point": "points", "degree": "degrees", "barrel": "barrel", "war": "decimal", "stone": "weight"}
_LARGE: Final = frozenset(("marks", "kina", "sterling", "cal", "mp"))


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in "aeou":
        return word[:-1] + "ies"
    return word if word.endswith("s") else word + "s"


def _put(entries: dict[str, list[UnitEntry]], words: tuple[str, ...], entry: UnitEntry) -> None:
    found = entries.setdefault(words[0], [])
    if not any(other.rest == entry.rest and other.form == entry.form for other in found):
        found.append(entry)
