"""Reads the unit of a number: the sign, code or words around it, and what it is reckoned by."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple

from afghanbrief.extractors.statistics.unit_evidence import country_of, symbol_of
from afghanbrief.extractors.statistics.unit_table import UnitEntry, UnitTable
from afghanbrief.text.numerals import Numeral
from afghanbrief.text.tokens import Tokens


class Unit(NamedTuple):
    """The unit of a number, and where both stand.

    Attributes:
        symbol: the unit, or ``"count"``.
        first: index of the first token of both.
        start: offset of their first character.
        stop: index after their last token.
        end: offset after their last character.
        factor: what the unit multiplies the number by ("30 MUSD").
    """

    symbol: str
    first: int
    start: int
    stop: int
    end: int
    factor: int = 1


def read_unit(tokens: Tokens, text: str, numeral: Numeral, table: UnitTable) -> Unit:
    """Read the unit of a number.

    Arguments:
        tokens: the document's tokens.
        text: the normalized text.
        numeral: the number.
        table: the units.

    Returns:
        The unit; ``"count"`` where there is none.
    """
    first, start, stop, end = numeral.first, numeral.start, numeral.stop, numeral.end
    words, gap = tokens.words, tokens.gaps[stop]
    # A small word right before the number is no currency, and most are.
    small = first and tokens.gaps[first] == " " and words[first - 1] == tokens.forms[first - 1] not in ("rs", "dlrs")
    money = None if small and words[first] < ":" else _money_before(tokens, text, numeral, table)
    if money is not None:
        symbol, first, start = money
        after = tokens.words[stop] if stop < len(tokens.words) else ""
        if after in table.heads and symbol == "USD" and tokens.gaps[stop] == " ":
            # "$5 Australian", "$1.2 million Canadian dollars": the words behind tell which dollar.
            found = _match(tokens, stop, table.heads[after])
            if found is not None and len(found[0].symbol) == 3 and found[0].symbol.isupper():
                symbol, stop = found[0].symbol, found[1]
                end = tokens.ends[stop - 1]
        return _reckoned(tokens, Unit(symbol, first, start, stop, end), table)
    if gap != " " and gap != "-":
        sign = text[end : end + 1]
        found_sign = None
        if sign == " ":
            if text[end + 1 : end + 2] in _SIGNS_APART:
                found_sign = _sign_behind(tokens, text, numeral, text[end + 1 : end + 2], table, 1)
        elif sign and sign not in ",.-":
            found_sign = _sign_behind(tokens, text, numeral, sign, table)
        if found_sign is not None:
            return found_sign
    word = words[stop - 1]
    if not numeral.scaled and word[-1].isalpha() and (word[0] < ":" or start > tokens.starts[first]):
        return _glued(tokens, numeral, table)
    at = stop
    after = words[stop] if stop < len(words) else ""
    if after in _BETWEEN:
        if after == "of" and numeral.upper is not None and gap == " ":
            # "Tens of millions of dollars", "hundreds of tonnes of wheat".
            at += 1
        elif after != "of" and after != "or" and gap == "-":
            # "300-odd kilometres".
            at += 1
        elif words[stop : stop + 2] == ("or", "so") and gap == " ":
            at += 2
        if at > stop and after != "of":
            stop, end = at, tokens.ends[at - 1]
        after = words[at] if at < len(words) else ""
    if after not in table.heads:
        return Unit("count", first, start, stop, end)
    found = _match(tokens, at, table.heads[after])
    if found is None:
        return Unit("count", first, start, stop, end)
    entry, after_unit = found
    symbol = symbol_of(tokens, numeral, entry, at, table)
    if not symbol:
        return Unit("count", first, start, stop, end)
    unit = Unit(symbol, first, start, after_unit, tokens.ends[after_unit - 1])
    if entry.need == "scaled-code":
        unit = unit._replace(factor=_FACTORS[entry.form[0].lower()])
    return _reckoned(tokens, unit, table)


_BETWEEN: Final = frozenset(("of", "odd", "plus", "or"))
_FACTORS: Final = {"m": 10**6, "k": 10**3, "b": 10**9}
_SIGNS_APART: Final = frozenset("%\u066a\u00b0\u20ac\u00a3$\u20a1\u20b9\u20bd")
_GAPS: Final = frozenset((" ", "-", "\n", ". ", ".", "/"))


def _match(tokens: Tokens, index: int, entries: tuple[UnitEntry, ...]) -> tuple[UnitEntry, int] | None:
    """Give the longest entry that the words at *index* spell, and the index after it."""
    gaps = tokens.gaps
    if gaps[index] not in (" ", "-", "\n", ""):
        return None
    for entry in entries:
        stop = index + 1 + len(entry.rest)
        if entry.rest:
            if tokens.words[index + 1 : stop] != entry.rest:
                continue
            if any(gap not in _GAPS for gap in gaps[index + 1 : stop]):
                continue
        if entry.form and entry.form != tokens.forms[index]:
            continue
        return entry, stop
    return None


def read_unit_of_part(tokens: Tokens, numeral: Numeral, table: UnitTable) -> Unit | None:
    """Read "half a mile", "1/16 of a US pint", "half a percentage point": a part of one unit.

    Arguments:
        tokens: the document's tokens.
        numeral: a fraction.
        table: the units.

    Returns:
        The unit, or ``None`` where the part is one of other things.
    """
    words, stop = tokens.words, numeral.stop
    at = stop + 1 if words[stop : stop + 1] == ("of",) else stop
    if words[at : at + 1] in (("a",), ("an",), ("one",)):
        at += 1
    elif at > stop:
        return None
    if at >= len(words) or words[at] not in table.heads:
        return None
    found = _match(tokens, at, table.heads[words[at]])
    if found is None or found[0].need not in ("", "points", "pounds", "degrees"):
        return None
    symbol = symbol_of(tokens, numeral, found[0], at, table)
    if not symbol or (at == stop and symbol not in _PARTED):
        return None
    return Unit(symbol, numeral.first, numeral.start, found[1], tokens.ends[found[1] - 1])


_PARTED: Final = frozenset(("percent", "percentage-point", "point", "mi"))


# ---------------------------------------------------------------- before the number


def _money_before(tokens: Tokens, text: str, numeral: Numeral, table: UnitTable) -> tuple[str, int, int] | None:
    """Read "$5", "US$ 5", "RM79", "AFN 250", "Y=590"; gives code, first token and start."""
    first, start = numeral.first, numeral.start
    gap = tokens.gaps[first]
    if start > tokens.starts[first] and tokens.words[first][0] > ":":
        # Letters are glued to the digits: "RM79", "$US113".
        start = tokens.starts[first]
        letters = tokens.words[first][: numeral.start - start]
        if gap[-1:] == "$":
            return table.dollars.get(letters, "USD"), first, start - 1
        code = table.before.get(letters) or letters.upper()
        return code, first, start
    mark = gap[-1:]
    if mark in table.signs or (mark in " -" and mark and gap[-2:-1] in table.signs):
        start -= 1 if mark in table.signs else 2
        sign = text[start]
        if sign == "\u00a2":
            return None
        country = _dollar_country(tokens, first, start, table) if sign == "$" else ""
        if country:
            return country, first - 1, tokens.starts[first - 1]
        code = country_of(tokens, sign, first, table) if sign in table.shared else table.signs[sign]
        return code, first, start
    if not first:
        return None
    word, form = tokens.words[first - 1], tokens.forms[first - 1]
    if word == "rs" and gap in (" ", ". ", ""):
        return country_of(tokens, "rupee", first - 1, table), first - 1, tokens.starts[first - 1]
    if word == "dlrs" and gap == " ":
        return "USD", first - 1, tokens.starts[first - 1]
    if word == form or len(form) > 4:
        return None
    if gap == "=" and word == "y":
        return "JPY", first - 1, tokens.starts[first - 1]
    if gap not in (" ", ". ", "", "."):
        return None
    if form in table.codes and (gap == " " or not gap):
        return form, first - 1, tokens.starts[first - 1]
    if word in table.before and form not in ("R", "US", "Us", "Cfa", "TL", "SR", "PHP", "DH"):
        return table.before[word], first - 1, tokens.starts[first - 1]
    return None


def _dollar_country(tokens: Tokens, first: int, start: int, table: UnitTable) -> str:
    """Give the currency of "US$5", "A$5", "HK $5", "mxn$ 15", or an empty string where no country stands there."""
    if not first or start - tokens.ends[first - 1] > 1:
        return ""
    word, form = tokens.words[first - 1], tokens.forms[first - 1]
    if word == form and start > tokens.ends[first - 1]:
        return ""
    if form.upper() in table.codes and (start == tokens.ends[first - 1] or form.isupper()):
        return form.upper()
    if not form.isupper():
        return ""
    if start > tokens.ends[first - 1] and (tokens.gaps[first][0] != " " or (word == "a" and _opens(tokens, first - 1))):
        return ""
    if word == "s" and tokens.words[first - 2 : first - 1] == ("u",):
        return "USD"
    return table.dollars.get(word, "")


def _opens(tokens: Tokens, index: int) -> bool:
    """Tell whether a capital letter is an article that opens a sentence: "A $5 note"."""
    return not index or tokens.gaps[index].strip() != "" or "\n" in tokens.gaps[index]


# ---------------------------------------------------------------- behind the number


def _sign_behind(
    tokens: Tokens, text: str, numeral: Numeral, sign: str, table: UnitTable, blank: int = 0
) -> Unit | None:
    """Read "5%", "20\u00b0C", "1,200\u20ac", '9"' behind a number."""
    first, start, stop = numeral.first, numeral.start, numeral.stop
    end = numeral.end + blank + 1
    if sign in "%\u066a":
        return Unit("percent", first, start, stop, end)
    if sign == "\u00b0":
        at = end + (1 if text[end : end + 1] == " " else 0)
        letter = text[at : at + 1].upper()
        if letter in ("C", "F", "K") and not text[at + 1 : at + 2].isalnum():
            return Unit("K" if letter == "K" else f"\u00b0{letter}", first, start, stop + 1, at + 1)
        return Unit("deg", first, start, stop, end)
    if sign in table.signs:
        after = text[end : end + 1]
        if after.isdecimal() or (blank and text[end : end + 2].strip()[:1].isdecimal()):
            # "between 5 $20 notes": the sign belongs to the number behind it.
            return None
        return _reckoned(tokens, Unit(table.signs[sign], first, start, stop, end), table)
    if sign == '"' and not blank and numeral.form == "digits" and _is_inch_mark(text, numeral.end):
        return Unit("in", first, start, stop, end)
    return None


_LINE: Final = 400


def _is_inch_mark(text: str, offset: int) -> bool:
    """Tell whether a double mark behind digits is one of inches: no quotation is open before it in its line."""
    low = max(0, offset - _LINE)
    return text.count('"', max(low, text.rfind("\n", low, offset)), offset) % 2 == 0 and text[
        offset + 1 : offset + 2
    ] in (
        " ",
        "-",
        ",",
    )


def _glued(tokens: Tokens, numeral: Numeral, table: UnitTable) -> Unit:
    """Read "80km", "$5m", "2.5kW", "10x": the letters glued to the digits."""
    first, start, stop, end = numeral.first, numeral.start, numeral.stop, numeral.end
    form = tokens.forms[stop - 1].lstrip("0123456789")
    none = Unit("count", first, start, stop, end)
    if not form or form == tokens.forms[stop - 1]:
        return none
    word = form.lower()
    if word == "sq" or word == "fl":
        found = _match_glued(tokens, stop, table.heads.get(word, ()))
        if found is not None:
            return Unit(found[0], first, start, found[1], tokens.ends[found[1] - 1])
        return none
    if word == "in":
        unit = none._replace(symbol="in")
    elif len(form) == 1:
        unit = none._replace(symbol=table.letters.get(form, "count"))
    else:
        entries = [entry for entry in table.heads.get(word, ()) if not entry.rest]
        exact = [entry for entry in entries if entry.form == form or not entry.form]
        unit = none
        if entries:
            entry = (exact or entries)[0]
            symbol = country_of(tokens, entry.symbol, stop, table) if entry.need == "shared" else entry.symbol
            unit = none._replace(symbol=symbol or "count")
        if unit.symbol == "deg" and tokens.words[stop : stop + 1] in (("c",), ("f",)) and tokens.gaps[stop] == " ":
            unit = Unit(f"\u00b0{tokens.forms[stop].upper()}", first, start, stop + 1, tokens.ends[stop])
    return _reckoned(tokens, unit, table) if unit.symbol != "count" else none


def _match_glued(tokens: Tokens, index: int, entries: tuple[UnitEntry, ...]) -> tuple[str, int] | None:
    for entry in entries:
        stop = index + len(entry.rest)
        if entry.rest and tokens.words[index:stop] == entry.rest and tokens.gaps[index] in (" ", ". ", "."):
            return entry.symbol, stop
    return None


# ---------------------------------------------------------------- what it is reckoned by

_UNRECKONED: Final = frozenset(("percent", "percentage-point", "permille", "bp", "x", "point", "count"))
_RECKONING: Final = frozenset(("per", "a", "an", "each"))
_PERIODS: Final = frozenset(("day", "week", "month", "year", "quarter"))


def _reckoned(tokens: Tokens, unit: Unit, table: UnitTable) -> Unit:
    """Read "$52 a barrel", "barrels per day", "10 kV/cm", "\u20ac80 per sq m" behind a unit.

    Money by the month or the year stays money where it is said with an article ("$20 a month"): that tells how often
    it is paid, not what it is reckoned by.
    """
    stop = unit.stop
    gap = tokens.gaps[stop]
    if gap == "/":
        begin, said = stop, "/"
    elif stop < len(tokens.words) and tokens.words[stop] in _RECKONING and gap in (" ", "-", "\n"):
        begin, said = stop + 1, tokens.words[stop]
    else:
        return _reckoned_past_goods(tokens, unit, table)
    if unit.symbol in _UNRECKONED:
        return unit
    if begin >= len(tokens.words) or (said != "/" and tokens.gaps[begin] not in (" ", "-", "\n")):
        return unit
    money = len(unit.symbol) == 3 and unit.symbol.isupper()
    below = tokens.words[begin]
    by = table.denominators.get(below, "")
    after = begin + 1
    if not by and below in table.heads:
        found = _match_below(tokens, begin, table.heads[below], said)
        if found is None:
            return unit
        by, after = found
    if not by or (money and by in _PERIODS and said in ("a", "an", "each")):
        return unit
    if said == "each" and not money:
        return unit
    if by == "share" and not (money or unit.symbol in ("cent", "penny", "sen")):
        return unit
    symbol = f"{unit.symbol}/{by}"
    return unit._replace(symbol=table.rates.get(symbol, symbol), stop=after, end=tokens.ends[after - 1])


def _reckoned_past_goods(tokens: Tokens, unit: Unit, table: UnitTable) -> Unit:
    """Read "2 million barrels of oil per day": the goods stand between the unit and what it is reckoned by."""
    words, stop = tokens.words, unit.stop
    if words[stop : stop + 1] != ("of",) or unit.symbol in _UNRECKONED or unit.symbol.isupper():
        return unit
    for index in range(stop + 2, min(stop + 5, len(words) - 1)):
        if tokens.gaps[index] != " ":
            break
        if words[index] == "per" and words[index + 1] in table.denominators and tokens.gaps[index + 1] == " ":
            return unit._replace(symbol=f"{unit.symbol}/{table.denominators[words[index + 1]]}")
    return unit


_UNDIVIDED: Final = frozenset(("percent", "percentage-point", "point", "deg", "bp", "x"))


def _match_below(tokens: Tokens, index: int, entries: tuple[UnitEntry, ...], said: str) -> tuple[str, int] | None:
    for entry in entries:
        stop = index + 1 + len(entry.rest)
        if tokens.words[index + 1 : stop] != entry.rest or any(g not in _GAPS for g in tokens.gaps[index + 1 : stop]):
            continue
        if entry.form and entry.form != tokens.forms[index]:
            continue
        if (entry.need and not (entry.need in ("pounds", "barrel") or said == "/")) or entry.symbol in _UNDIVIDED:
            return None
        if len(entry.symbol) == 3 and entry.symbol.isupper():
            return None
        return entry.symbol, stop
    return None


def scaled(value: Decimal, unit: Unit) -> Decimal:
    """Give a number times the factor of its unit."""
    return value if unit.factor == 1 else value * unit.factor
