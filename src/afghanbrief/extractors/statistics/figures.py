"""Reads figures: numerals that measure something, with their bound and unit; all others are vetoed."""

from __future__ import annotations

from decimal import Decimal

import attrs

from afghanbrief.document import Document
from afghanbrief.extractors.statistics.lexicon import Lexicon, Phrases
from afghanbrief.kinds.statistics import Bound
from afghanbrief.text.numerals import GLUED_UNITS, Numeral
from afghanbrief.text.tokens import Tokens

_LONGEST_PHRASE = 5


@attrs.frozen(kw_only=True)
class Figure:
    """A figure before it is known what it counts.

    Attributes:
        first: index of the first token of the number or its currency.
        stop: index after the last token of number and unit.
        start: offset of its first character, currency sign included.
        end: offset after its last character, percent sign included.
        number_stop: index after the last token of the number alone.
        value: the value, or the lower end.
        upper: the upper end, or ``None``.
        bound: its bound.
        unit: its unit.
        rule: the rule that read it.
        bound_first: index of the first token of the bound's words, or *first*.
        form: form of its numeral.
    """

    first: int
    stop: int
    start: int
    end: int
    number_stop: int
    value: Decimal
    upper: Decimal | None
    bound: Bound
    unit: str
    rule: str
    bound_first: int
    form: str


def read_figures(document: Document, lexicon: Lexicon, taken: list[tuple[int, int]]) -> list[Figure]:
    """Read the figures of a document.

    Arguments:
        document: the document.
        lexicon: the word lists.
        taken: sorted stretches of dates, which hold no figures.

    Returns:
        The figures in text order.
    """
    tokens = document.tokens
    figures: list[Figure] = []
    numerals = document.numerals
    position = 0
    date = 0
    while position < len(numerals):
        numeral = numerals[position]
        position += 1
        while date < len(taken) and taken[date][1] <= numeral.start:
            date += 1
        if date < len(taken) and taken[date][0] < numeral.end:
            continue
        if numeral.form == "ordinal":
            third = _every_nth(document, numeral)
            if third is not None:
                figures.append(third)
            continue
        partner = numerals[position] if position < len(numerals) else None
        pair = _read_pair(document, numeral, partner, lexicon) if partner is not None else None
        if pair is not None:
            figures.append(pair)
            position += 1
            continue
        if not _is_vetoed(document, numeral, lexicon):
            figures.append(_read_one(document, numeral, lexicon))
    return figures


_MAX_DIGITS = 24


def plain(value: Decimal) -> Decimal:
    """Write a value without needless digits: whole numbers without a point, others to six places at most."""
    if value == value.to_integral_value():
        return Decimal(int(value))
    short = value.normalize()
    exponent = short.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -6 and abs(short) >= _SMALL:
        return short.quantize(_SMALLEST) if short.adjusted() < _WIDEST else short
    return short


_SMALL = Decimal("0.001")
_SMALLEST = Decimal("0.000001")
_WIDEST = 20


# ---------------------------------------------------------------- one number


def _read_one(document: Document, numeral: Numeral, lexicon: Lexicon) -> Figure:
    tokens = document.tokens
    unit, first, start, stop, end = _unit_around(document, numeral, lexicon)
    bound_first, bound = _bound_before(tokens, first, lexicon)
    if bound == "=":
        bound = _bound_after(tokens, stop, lexicon)
    value, upper = numeral.value, numeral.upper
    if _is_negative(document, numeral, start):
        value = -value
    rule = "number"
    if numeral.form == "vague":
        bound, rule = "range", "vague-plural"
    elif numeral.form == "fraction":
        unit, rule = "percent", "fraction"
    elif numeral.form == "multiple":
        unit, rule = "x", "multiple"
    elif unit == "count" and tokens.words[stop : stop + 1] == ("times",) and _compares(tokens, stop + 1):
        unit, rule, stop = "x", "multiple", stop + 1
        end = tokens.ends[stop - 1]
    elif unit != "count":
        rule = "number-with-unit"
    return Figure(
        first=first,
        stop=stop,
        start=start,
        end=end,
        number_stop=numeral.stop,
        value=plain(value),
        upper=None if upper is None else plain(upper),
        bound=bound,
        unit=unit,
        rule=rule,
        bound_first=bound_first,
        form=numeral.form,
    )


def _is_negative(document: Document, numeral: Numeral, start: int) -> bool:
    """Tell whether a minus stands before the number or its currency: "minus 3 degrees", "$-50.8bn"."""
    tokens = document.tokens
    if numeral.first and tokens.words[numeral.first - 1] == "minus" and tokens.gaps[numeral.first] in (" ", "-"):
        return True
    before = document.normalized[max(0, start - 2) : start]
    return before in (" -", "(-", "$-") or before == "-"


def _compares(tokens: Tokens, index: int) -> bool:
    return index < len(tokens) and tokens.words[index] in _COMPARED


_COMPARED = frozenset("as more higher the greater larger that what bigger its less his her their total".split())


def _unit_around(document: Document, numeral: Numeral, lexicon: Lexicon) -> tuple[str, int, int, int, int]:
    """Read the unit: the sign, code or words around a number; gives unit, tokens and offsets of the whole."""
    tokens, text = document.tokens, document.text
    first, stop, start, end = numeral.first, numeral.stop, numeral.start, numeral.end
    sign = text[start - 1] if start else ""
    if sign == " " and start > 1 and text[start - 2] in lexicon.signs:
        start, sign = start - 1, text[start - 2]
    if sign in lexicon.signs:
        start -= 1
        if (
            first
            and tokens.ends[first - 1] == start
            and tokens.words[first - 1] in ("us", "u", "s", "au", "ca", "c", "a", "hk")
        ):
            code = {"us": "USD", "s": "USD", "au": "AUD", "a": "AUD", "ca": "CAD", "c": "CAD", "hk": "HKD"}
            unit = code.get(tokens.words[first - 1], "USD")
            first -= 1
            return unit, first, tokens.starts[first], stop, end
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
    if text[end : end + 2].upper() in ("\u00b0C", "\u00b0F"):
        return text[end : end + 2].upper(), first, start, stop + 1, end + 2
    word = tokens.words[stop - 1]
    for glued in GLUED_UNITS:
        if word[0].isdecimal() and word.endswith(glued) and word[: -len(glued)].isdecimal():
            return lexicon.units.get((glued,), glued), first, start, stop, end
    for table in (lexicon.units, lexicon.currencies):
        found = _longest(tokens, stop, table)
        if found is None:
            continue
        unit, after = found
        if unit == "PKR" and any(w in ("india", "indian") for w in tokens.words[max(0, first - 4) : stop]):
            unit = "INR"
        if word in ("point", "points") or unit == "percentage-point":
            if tokens.words[stop] in ("point", "points") and not _is_percentage_context(tokens, numeral):
                if not any(
                    w in lexicon["change_verbs"] or w in lexicon["decrease"]
                    for w in tokens.words[max(0, first - 4) : first]
                ):
                    continue
                unit = "point"
        if unit == "in" and tokens.words[stop] != "inches" and tokens.words[stop] != "inch":
            continue
        return unit, first, start, after, tokens.ends[after - 1]
    return "count", first, start, stop, end


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


def _bound_before(tokens: Tokens, first: int, lexicon: Lexicon) -> tuple[int, Bound]:
    """Read the bound before a figure; of nested ones ("no more than about") the outer one that is no equals sign."""
    begin = first
    bound: Bound = "="
    for _ in range(3):
        found = None
        for length in range(min(_LONGEST_PHRASE, begin), 0, -1):
            start = begin - length
            if any(tokens.gaps[i].replace("\n", " ") != " " for i in range(start + 1, begin + 1) if i < begin):
                continue
            if tokens.gaps[begin].rstrip("$\u20ac\u00a3(").replace("\n", " ") not in (" ", ""):
                break
            value = lexicon.bounds_before.get(tokens.words[start:begin])
            if value is not None:
                found = (start, value)
                break
        if found is None:
            break
        begin = found[0]
        if found[1] != "=" and bound == "=":
            bound = found[1]  # type: ignore[assignment]
        elif found[1] not in ("=", "~"):
            bound = found[1]  # type: ignore[assignment]
    return begin, bound


def _bound_after(tokens: Tokens, stop: int, lexicon: Lexicon) -> Bound:
    for begin in (stop, stop + 1, stop + 2):
        for length in (3, 2):
            if tokens.gaps[begin : begin + 1] and all(
                gap.replace("\n", " ") == " " for gap in tokens.gaps[begin : begin + length]
            ):
                bound = lexicon.bounds_after.get(tokens.words[begin : begin + length])
                if bound is not None:
                    return bound  # type: ignore[return-value]
    return "="


# ---------------------------------------------------------------- two numbers


def _read_pair(document: Document, low: Numeral, high: Numeral, lexicon: Lexicon) -> Figure | None:
    """Read a range ("3,000 to 4,000", "between 25 and 30 per cent", "20-25") or a share ("one in five")."""
    tokens = document.tokens
    if low.upper is not None or high.upper is not None or {low.form, high.form} & {"ordinal", "multiple"}:
        return None
    share = _share(document, low, high)
    if share is not None:
        return share
    joint = tuple(tokens.words[low.stop : high.first])
    low_unit = _unit_around(document, low, lexicon)
    if low_unit[3] > low.stop:
        joint = tuple(tokens.words[low_unit[3] : high.first])
    high_unit = _unit_around(document, high, lexicon)
    gap = tokens.gaps[high.first]
    if high_unit[1] < high.first:
        joint = joint[: len(joint) - (high.first - high_unit[1])]
    before = tokens.words[low_unit[1] - 1] if low_unit[1] else ""
    between = before == "between" or _after_bound(tokens, low_unit[1], "between", lexicon)
    if joint == ("and",) and between:
        pass
    elif joint == ("to",) and before != "by" and (before != "from" or not _tells_change(tokens, low_unit[1], lexicon)):
        if low_unit[0] not in ("count", high_unit[0]) and low_unit[3] > low.stop:
            # "fell 0.4 per cent to 13,176": a change and the level that it led to.
            return None
    elif joint == () and gap.strip() == "-" and low.value < high.value and _is_range_dash(tokens, low, high):
        pass
    elif joint == ("or",) and high.value == low.value + 1:
        pass
    else:
        return None
    value, upper, unit = low.value, high.value, high_unit[0]
    if low_unit[0] not in ("count", unit):
        if unit != "count":
            return None
        unit = low_unit[0]
    if high.scaled and not low.scaled and value < 1000 and upper >= 1000 and unit != "count":
        factor = upper / _mantissa(upper)
        value *= factor
    elif high.scaled and not low.scaled and value < 1000 <= upper and joint == ("to",):
        value *= upper / _mantissa(upper)
    if value >= upper:
        return None
    bound_first, _ = _bound_before(tokens, low_unit[1], lexicon)
    return Figure(
        first=low_unit[1],
        stop=high_unit[3],
        start=low_unit[2],
        end=high_unit[4],
        number_stop=high.stop,
        value=plain(value),
        upper=plain(upper),
        bound="range",
        unit=unit,
        rule="range",
        bound_first=bound_first,
        form="digits",
    )


_CHANGE_WINDOW = 7


def _tells_change(tokens: Tokens, first: int, lexicon: Lexicon) -> bool:
    """Tell whether a verb or noun of change stands before "from": then its two figures are two levels."""
    for position in range(first - 1, max(-1, first - _CHANGE_WINDOW), -1):
        word = tokens.words[position]
        if word in lexicon["ranging"]:
            return False
        if word in lexicon["increase"] or word in lexicon["decrease"] or word in lexicon["change_verbs"]:
            return True
        if ";" in tokens.gaps[position + 1] or ". " in tokens.gaps[position + 1]:
            break
    return False


def _mantissa(value: Decimal) -> Decimal:
    for scale in (10**12, 10**9, 10**6, 10**3):
        if value >= scale:
            return value / scale
    return value


def _after_bound(tokens: Tokens, first: int, word: str, lexicon: Lexicon) -> bool:
    begin, _ = _bound_before(tokens, first, lexicon)
    return begin > 0 and tokens.words[begin - 1] == word


def _is_range_dash(tokens: Tokens, low: Numeral, high: Numeral) -> bool:
    if low.first and tokens.gaps[low.first].endswith("-"):
        return False
    after = tokens.gaps[high.stop]
    return not after.startswith("-") and (
        low.value >= 10 or high.value - low.value <= 10 or (high.scaled and low.value < _mantissa(high.value))
    )


def _share(document: Document, low: Numeral, high: Numeral) -> Figure | None:
    """Read "one in five", "two out of three": a share of a whole that is smaller than a dozen dozens."""
    tokens = document.tokens
    joint = tokens.words[low.stop : high.first]
    if low.form not in ("words", "digits") or not 0 < low.value < high.value <= 1000:
        return None
    if low.form == "digits" and (joint != ("out", "of") or high.value not in (3, 4, 5, 10, 100, 1000)):
        return None
    if joint == ("in",) and (low.value > 9 or high.value > 100 or tokens.words[high.stop : high.stop + 1] == ("days",)):
        return None
    if joint not in (("in",), ("out", "of"), ("in", "every"), ("of", "every"), ("out", "of", "every")):
        return None
    if joint == ("in",) and high.form == "digits" and high.value > 20:
        return None
    return Figure(
        first=low.first,
        stop=high.stop,
        start=low.start,
        end=high.end,
        number_stop=high.stop,
        value=plain(low.value * 100 / high.value),
        upper=None,
        bound="=",
        unit="percent",
        rule="one-in-n",
        bound_first=low.first,
        form="fraction",
    )


def _every_nth(document: Document, numeral: Numeral) -> Figure | None:
    """Read "every third well", "every second household"."""
    tokens = document.tokens
    if not numeral.first or tokens.words[numeral.first - 1] != "every" or numeral.value > 20 or numeral.value < 2:
        return None
    stop = numeral.stop + 1
    if stop > len(tokens) or tokens.words[numeral.stop] in ("day", "year", "week", "month", "hour", "time", "night"):
        return None
    first = numeral.first - 1
    return Figure(
        first=first,
        stop=numeral.stop,
        start=tokens.starts[first],
        end=numeral.end,
        number_stop=numeral.stop,
        value=plain(Decimal(100) / numeral.value),
        upper=None,
        bound="=",
        unit="percent",
        rule="every-nth",
        bound_first=first,
        form="nth",
    )


# ---------------------------------------------------------------- vetoes


def _is_vetoed(document: Document, numeral: Numeral, lexicon: Lexicon) -> bool:
    tokens = document.tokens
    first, stop = numeral.first, numeral.stop
    before = tokens.words[first - 1] if first else ""
    gap, after_gap = tokens.gaps[first], tokens.gaps[stop]
    after = tokens.words[stop] if stop < len(tokens) else ""
    if numeral.form == "multiple":
        return _is_plain_adverb(tokens, numeral)
    if numeral.form == "fraction":
        return tokens.words[stop - 1] == "quarter" and after_gap == " " and after in ("of", "century") and tokens.words[stop + 1 : stop + 2] in (("2018",),)  # fmt: skip
    if after in lexicon["time_units"] and after_gap.replace("\n", " ") in (" ", "-", "'"):
        return True
    if numeral.form == "words" and numeral.value == 1:
        return not _counts_one(tokens, numeral, lexicon)
    if numeral.form == "words" and numeral.value == 0:
        return True
    if numeral.form == "words" and before in ("the", "both", "these", "those") and after in lexicon["no_counts"]:
        return True
    if numeral.form == "words" and numeral.value in (2, 3) and before == "the" and after_gap == " ":
        if after not in lexicon["stops"] and after not in lexicon["casualty"]:
            return True
    if (
        numeral.form == "words"
        and numeral.value == 2
        and before in ("the", "these", "those")
        and after in ("", "are", "have")
    ):
        return True
    if numeral.form != "digits":
        return False
    return _is_vetoed_in_digits(tokens, numeral, lexicon, before, gap, after, after_gap)


def _is_vetoed_in_digits(
    tokens: Tokens, numeral: Numeral, lexicon: Lexicon, before: str, gap: str, after: str, after_gap: str
) -> bool:
    first, stop = numeral.first, numeral.stop
    if gap == "" and first:
        return True
    if first and gap.strip() == gap and gap[-1:] in (".", ")", "]", ",", "\u201d", "\u2019", '"', "'"):
        # Digits glued to the end of a sentence or quotation are a footnote's.
        return True
    if gap == "-" and before.isdecimal():
        # The scores of a match, or a code: a range has been read before.
        return True
    if after_gap == "-" and after.isdecimal() and not numeral.scaled and numeral.value >= int(after[:9]):
        return True
    if gap == " " and _is_index_name(tokens, numeral, lexicon):
        return True
    if before in ("is", "was", "turned") and 9 < numeral.value < 100 and not numeral.scaled and first > 1:
        subject = tokens.words[first - 2]
        if subject in ("who", "he", "she") or tokens.forms[first - 2] != subject:
            return after in ("and", "when", "years", "at", "") or after_gap[:1] in (",", ".")
    if gap in ("-", ".", "/", "/ ", "#", "'", "+", " +", "(+", "_", "@", ":") and first:
        # Designators (M-16), footnotes glued to a stop (MOI.16), codes, clock times.
        if gap != "-" or not before[:1].isdecimal():
            return gap != "-" or numeral.value < 10_000
    if before in lexicon["designators"] and gap in (" ", ". ", "-", " (", ": ", " #"):
        if before not in _COMMON_DESIGNATORS or tokens.forms[first - 1] != before:
            return True
    if (
        after in ("a", "p")
        and after_gap == " "
        and tokens.words[stop + 1 : stop + 2] == ("m",)
        and tokens.gaps[stop + 1] == "."
    ):
        return True
    if after_gap.startswith(":") and after[:1].isdecimal():
        return True
    if after_gap.startswith("-") and after in ("year", "years", "old", "day", "month", "week", "hour", "minute", "km"):
        return after != "km"
    if after_gap in (". ", ") ") and (not first or "\n" in gap):
        return True
    if (
        gap.endswith((" (", "("))
        and after_gap.startswith((") ", ")"))
        and numeral.value < 100
        and not numeral.scaled
        and not before
    ):
        return True
    if (
        gap == ", "
        and after_gap[:1] in (",", ".")
        and first
        and tokens.forms[first - 1] != before
        and 9 < numeral.value < 100
    ):
        # An age in apposition: "Zarmina Totakhel, 38, the ...".
        if tokens.gaps[first - 1] == " " and tokens.forms[first - 2 : first - 1] != tokens.words[first - 2 : first - 1]:
            return True
    if before in lexicon["age_words"] and numeral.value < 120:
        return True
    if _is_bare_year(numeral, tokens) and (after_gap.strip() or after in lexicon["stops"] or not after):
        return True
    return _is_phone(tokens, first, stop)


# Words that are common nouns when written small: "no 5" is none, "level 5" may be one.
_COMMON_DESIGNATORS = frozenset(
    "no number part unit order act area group team top day week year point line case cases an it su class law figure".split()
)


def _is_index_name(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> bool:
    """Tell whether capitals before a bare whole number make a name of both: "S&P 500", "ISO 3888"."""
    form = tokens.forms[numeral.first - 1] if numeral.first else ""
    return (
        form.isupper()
        and len(form) <= 5
        and numeral.stop - numeral.first == 1
        and not numeral.scaled
        and form.lower() not in lexicon.money_before
        and (len(form) > 1 or tokens.gaps[numeral.first - 1] == "&")
        and tokens.gaps[numeral.stop][:1] not in ("%",)
        and not any(character in tokens.gaps[numeral.first] for character in "$(")
    )


def _is_bare_year(numeral: Numeral, tokens: Tokens) -> bool:
    return (
        numeral.stop - numeral.first == 1
        and len(tokens.words[numeral.first]) == 4
        and 1000 < numeral.value < 2100
        and not numeral.scaled
    )


def _is_phone(tokens: Tokens, first: int, stop: int) -> bool:
    """Tell whether the number is one of a row of digit groups that only blanks, brackets and hyphens part."""
    groups = 0
    for index in range(max(1, first - 3), min(len(tokens), stop + 4)):
        if tokens.words[index].isdecimal() and tokens.words[index - 1].isdecimal() and tokens.gaps[index] in (" ", "-"):
            groups += 1
    return groups >= 2


def _is_plain_adverb(tokens: Tokens, numeral: Numeral) -> bool:
    """Tell whether "twice" counts occasions ("met twice"), "double" is an adjective: no measure."""
    word = tokens.words[numeral.first]
    after = tokens.words[numeral.stop : numeral.stop + 1]
    if word in ("twice", "thrice"):
        return not after or after[0] not in ("as", "the", "that", "what", "its", "their", "his", "more", "higher")
    if word in ("double", "triple", "quadruple"):
        return not after or after[0] not in ("the", "that", "what", "its", "their", "from")
    return False


def _counts_one(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> bool:
    before = tokens.words[numeral.first - 1] if numeral.first else ""
    after = tokens.words[numeral.stop] if numeral.stop < len(tokens) else ""
    if tokens.gaps[numeral.stop] != " " or (
        numeral.first and tokens.gaps[numeral.first] not in (" ", ". ", ", ", " \u2013 ")
    ):
        return False
    if after in lexicon["stops"] or after in lexicon["verbs"] or after in ("day", "time", "person", "thing", "reason", "way", "another", "official", "side", "major", "key", "point", "man", "woman", "case", "analyst", "diplomat", "resident", "would", "example", "hand"):  # fmt: skip
        return False
    return before in ("and", "killed", "wounded", "least", "only", "just", "saw", "with", "injured", "lost", "seized", "killing", "wounding", "than", "or", "about", "destroyed", "arrested", "found", "had", "has")  # fmt: skip
