"""Reads the unit of a number: the sign, code or words around it."""

from __future__ import annotations

from afghanbrief.document import Document
from afghanbrief.extractors.statistics.lexicon import Lexicon, Phrases
from afghanbrief.text.numerals import GLUED_UNITS, Numeral
from afghanbrief.text.tokens import Tokens


def read_unit(document: Document, numeral: Numeral, lexicon: Lexicon) -> tuple[str, int, int, int, int]:
    """Read the unit: the sign, code or words around a number; gives unit, tokens and offsets of the whole."""
    tokens, text = document.tokens, document.text
    first, stop, start, end = numeral.first, numeral.stop, numeral.start, numeral.end
    sign = text[start - 1] if start else ""
    if sign == " " and start > 1 and text[start - 2] in lexicon.signs:
        start, sign = start - 1, text[start - 2]
    if sign in lexicon.signs:
        start -= 1
        country = _dollar_country(tokens, first, start) if sign == "$" else ""
        if country:
            return country, first - 1, tokens.starts[first - 1], stop, end
        return lexicon.signs[sign], first, start, stop, end
    if first and tokens.gaps[first] in (" ", ". ", "", ".") and tokens.words[first - 1] in lexicon.money_before:
        before = tokens.forms[first - 1]
        if (
            before != tokens.words[first - 1]
            and (before != "US" or tokens.gaps[first] == " ")
            and before not in ("Us", "Cfa", "US")
        ):
            return lexicon.money_before[before.lower()], first - 1, tokens.starts[first - 1], stop, end
    if text[end : end + 1] == "%" or text[end : end + 2] == " %":
        end += 1 if text[end] == "%" else 2
        return "percent", first, start, stop, end
    if text[end : end + 1] == "\u00b0" and text[end : end + 2].upper() in ("\u00b0C", "\u00b0F"):
        return text[end : end + 2].upper(), first, start, stop + 1, end + 2
    word = tokens.words[stop - 1]
    for glued in GLUED_UNITS if word[0] < ":" and word[-1] > ":" else ():
        if word.endswith(glued) and word[: -len(glued)].isdecimal():
            return lexicon.units.get((glued,), glued), first, start, stop, end
    if numeral.upper is not None and tokens.words[stop : stop + 1] == ("of",) and tokens.gaps[stop] == " ":
        # "Tens of millions of dollars", "hundreds of tonnes of wheat".
        stop += 1
        if tokens.words[stop : stop + 1] and tokens.words[stop] not in lexicon.unit_heads:
            return "count", first, start, numeral.stop, end
    if stop >= len(tokens.words) or tokens.words[stop] not in lexicon.unit_heads:
        return "count", first, start, stop, end
    for table in (lexicon.units, lexicon.currencies):
        found = _longest(tokens, stop, table)
        if found is None:
            continue
        unit, after = found
        if unit == "PKR" and any(w in ("india", "indian") for w in tokens.words[max(0, first - 4) : stop]):
            unit = "INR"
        if word in ("point", "points") or unit == "percentage-point":
            if tokens.words[stop] in ("point", "points") and (
                _restated_in_percent(tokens, stop) or not _is_percentage_context(tokens, numeral)
            ):
                if not any(
                    w in lexicon["change_verbs"] or w in lexicon["decrease"]
                    for w in tokens.words[max(0, first - 4) : first]
                ):
                    continue
                unit = "point"
        if unit == "in" and tokens.words[stop] != "inches" and tokens.words[stop] != "inch":
            continue
        return unit, first, start, after, tokens.ends[after - 1]
    return "count", first, start, numeral.stop, end


_DOLLARS = {
    "us": "USD",
    "s": "USD",
    "u": "USD",
    "au": "AUD",
    "a": "AUD",
    "ca": "CAD",
    "c": "CAD",
    "hk": "HKD",
    "nz": "NZD",
}


def _dollar_country(tokens: Tokens, first: int, start: int) -> str:
    """Give the currency of "US$5", "A$5", "HK $5", or an empty string where no country stands before the sign."""
    if not first or start - tokens.ends[first - 1] > 1 or not tokens.forms[first - 1].isupper():
        return ""
    if start > tokens.ends[first - 1] and (tokens.gaps[first][0] != " " or tokens.words[first - 1] in ("a", "s", "u")):
        return ""
    return _DOLLARS.get(tokens.words[first - 1], "")


def _restated_in_percent(tokens: Tokens, index: int) -> bool:
    """Tell whether points of an index are said in percent too: "up 40 points, or 0.5%"."""
    return tokens.words[index + 1 : index + 2] == ("or",) and tokens.gaps[index + 1] == ", "


def _is_percentage_context(tokens: Tokens, numeral: Numeral) -> bool:
    window = tokens.words[max(0, numeral.first - 12) : numeral.stop + 14]
    return any(word in ("percent", "percentage", "cent", "poll", "polls") for word in window) or any(
        "%" in gap for gap in tokens.gaps[max(0, numeral.first - 12) : numeral.stop + 14]
    )


def _longest(tokens: Tokens, index: int, table: Phrases) -> tuple[str, int] | None:
    best: tuple[str, int] | None = None
    for length in range(1, 4):
        stop = index + length
        if stop > len(tokens) or tokens.gaps[stop - 1].replace("\n", " ") not in (" ", "-", ". ", "/", "."):
            break
        unit = table.get(tokens.words[index:stop])
        if unit is not None:
            best = (unit, stop)
    return best
