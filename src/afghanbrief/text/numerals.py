"""Finds numbers in digits and words and gives their value."""

from __future__ import annotations

import functools
import tomllib
from decimal import Decimal
from importlib import resources
from typing import Literal, NamedTuple

from afghanbrief.text.patterns import compile_pattern
from afghanbrief.text.tokens import Tokens

NumeralForm = Literal["digits", "words", "ordinal", "fraction", "vague", "multiple"]

_LONGEST = 12
_MOST_DIGITS = 18
_GLUED = compile_pattern(r"(\d+)([a-z]+)\Z")
# Units that are written without a blank behind the digits.
GLUED_UNITS = tuple(
    "kmh km kg cm mm ft mph pct pc mwh kwh gwh mw kw gw kv ha khz mhz ghz hz gb mb tb kb bhp hp ml kph nm um mbps gbps"
    " sqm lbs".split()
)
# What may follow "a third" that is a share.
_AFTER_SHARE = frozenset(
    "of more less fewer higher lower in and to from since last are were is was had have say said as by over".split()
)
_ORDINAL_ENDS = frozenset(("st", "nd", "rd", "th"))


class Numeral(NamedTuple):
    """A number in the text.

    Attributes:
        start: offset of its first character.
        end: offset after its last character.
        first: index of its first token.
        stop: index after its last token.
        value: the number, or the lower end of a vague one.
        upper: the upper end of a vague number ("dozens"), or ``None``.
        form: digits, words, ordinal, fraction ("a third", "two-thirds"), vague ("hundreds"), multiple ("twice").
        scaled: whether a scale word or letter belongs to it.
    """

    start: int
    end: int
    first: int
    stop: int
    value: Decimal
    upper: Decimal | None
    form: NumeralForm
    scaled: bool


class _Words(NamedTuple):
    units: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    suffixes: dict[str, int]
    vague: dict[str, list[int]]
    fractions: dict[str, list[int]]
    multiples: dict[str, int]
    starts: frozenset[str]


@functools.cache
def _words() -> _Words:
    table = tomllib.loads(resources.files("afghanbrief.text").joinpath("data/numbers.toml").read_text("utf-8"))
    starts = {word for name in ("units", "tens", "scales", "vague", "multiples") for word in table[name]}
    return _Words(**table, starts=frozenset(starts | {"half", "second", "third", "quarter", "fifth", "tenth"}))


def find_numerals(tokens: Tokens) -> tuple[Numeral, ...]:
    """Find the numbers of a text.

    Arguments:
        tokens: its tokens.

    Returns:
        The numerals in text order; they share no token.

    >>> from afghanbrief.text.tokens import tokenize
    >>> [int(numeral.value) for numeral in find_numerals(tokenize("1,200 men, 2.5 million and two-thirds"))][:2]
    [1200, 2500000]
    """
    known = _words()
    starts = known.starts
    found: list[Numeral] = []
    free_from = 0
    words = tokens.words
    for index in [i for i, word in enumerate(words) if word < ":" or word in starts]:
        if index < free_from:
            continue
        numeral = _read_digits(tokens, index, known) if words[index] < ":" else _read_words(tokens, index, known)
        if numeral is not None:
            found.append(numeral)
            free_from = numeral.stop
    return tuple(found)


def _make(
    tokens: Tokens,
    first: int,
    stop: int,
    value: Decimal,
    form: NumeralForm,
    *,
    upper: Decimal | None = None,
    scaled: bool = False,
) -> Numeral:
    return Numeral(tokens.starts[first], tokens.ends[stop - 1], first, stop, value, upper, form, scaled)


# ---------------------------------------------------------------- digits


def _read_digits(tokens: Tokens, index: int, known: _Words) -> Numeral | None:
    words, gaps, count = tokens.words, tokens.gaps, len(tokens)
    word = words[index]
    if not word.isdecimal():
        return _read_glued(tokens, index, Decimal(0), 0, known, index)
    stop = index + 1
    digits = word
    if len(word) <= 3:
        while stop < count and stop - index < _LONGEST and _is_group(tokens, index, stop):
            digits += words[stop][:3]
            stop += 1
    value = Decimal(digits if len(digits) <= _MOST_DIGITS else 0)
    if len(digits) > _MOST_DIGITS:
        # Nobody counts that far: a key, a checksum, a row of figures without blanks.
        return _make(tokens, index, stop, Decimal(0), "ordinal")
    if stop < count and gaps[stop] == "." and words[stop][0].isdecimal():
        if words[stop].isdecimal() and len(words[stop]) <= _MOST_DIGITS:
            value = Decimal(f"{digits}.{words[stop]}")
            stop += 1
            if stop < count and gaps[stop] == "." and words[stop].isdecimal():
                # "1.2.3": a version or a date, no number.
                while stop < count and gaps[stop] == "." and words[stop].isdecimal():
                    stop += 1
                return _make(tokens, index, stop, value, "ordinal")
        else:
            return _read_glued(tokens, stop, Decimal(digits), 1, known, index)
    return _with_scale(tokens, index, stop, value, known)


def _is_group(tokens: Tokens, first: int, stop: int) -> bool:
    """Tell whether the token goes on with a grouped number: "1,200", "12,34,567", "1 200" with a thin space."""
    word, gap = tokens.words[stop], tokens.gaps[stop]
    if not word.isdecimal():
        return False
    if gap == ",":
        if len(word) == 3:
            return True
        return (
            len(word) == 2
            and stop + 1 < len(tokens)
            and tokens.gaps[stop + 1] == ","
            and tokens.words[stop + 1].isdecimal()
        )
    if gap in ("'", "\u2009", " ") and len(word) == 3:
        return gap != " " or (word == "000" or (stop > first + 1 and tokens.gaps[first + 1] == " "))
    return False


def _read_glued(tokens: Tokens, index: int, whole: Decimal, decimals: int, known: _Words, first: int) -> Numeral | None:
    """Read "20m", "2.5bn", "1st", "1990s"."""
    match = _GLUED.match(tokens.words[index])
    if match is None or len(match[1]) > _MOST_DIGITS:
        return None
    digits, letters = match.groups()
    value = Decimal(f"{whole}.{digits}") if decimals else Decimal(digits)
    if letters in _ORDINAL_ENDS:
        return _make(tokens, first, index + 1, value, "ordinal")
    if letters in known.suffixes:
        return _make(tokens, first, index + 1, value * known.suffixes[letters], "digits", scaled=True)
    if letters in GLUED_UNITS:
        return _make(tokens, first, index + 1, value, "digits")
    return None


def _with_scale(tokens: Tokens, first: int, stop: int, value: Decimal, known: _Words) -> Numeral:
    words, count = tokens.words, len(tokens)
    scaled = False
    while stop < count and stop - first < _LONGEST and tokens.gaps[stop] in (" ", "-", "\n"):
        word = words[stop]
        if word in known.scales:
            value *= known.scales[word]
        elif word in ("bn", "mn", "mln", "tn") or (word == "m" and _is_money_before(tokens, first)):
            value *= known.suffixes[word]
        else:
            break
        scaled = True
        stop += 1
    if tokens.gaps[stop : stop + 1] == ("/",) and stop + 1 <= count and stop < count and words[stop].isdecimal():
        return _make(tokens, first, stop + 1, value, "ordinal")
    return _make(tokens, first, stop, value, "digits", scaled=scaled)


def _is_money_before(tokens: Tokens, first: int) -> bool:
    return tokens.gaps[first][-1:] in ("$", "\u20ac", "\u00a3")


# ---------------------------------------------------------------- words


def _read_words(tokens: Tokens, index: int, known: _Words) -> Numeral | None:
    word = tokens.words[index]
    if word in known.multiples:
        return _make(tokens, index, index + 1, Decimal(known.multiples[word]), "multiple")
    if word in known.vague:
        return _read_vague(tokens, index, known)
    if word in known.fractions:
        return _read_fraction(tokens, index, known)
    return _read_cardinal(tokens, index, known)


def _read_vague(tokens: Tokens, index: int, known: _Words) -> Numeral | None:
    word = tokens.words[index]
    low, high = known.vague[word]
    stop = index + 1
    if _words_at(tokens, stop, 2) in (("of", "thousands"), ("of", "millions"), ("of", "billions")):
        factor = known.vague[tokens.words[stop + 1]][0] // 2
        low, high = low * factor, (high + 1) * factor - 1
        stop += 2
    elif word == "tens":
        return None
    if word == "scores" and _words_at(tokens, stop, 1) != ("of",) and stop == index + 1:
        return None
    return _make(tokens, index, stop, Decimal(low), "vague", upper=Decimal(high))


def _words_at(tokens: Tokens, index: int, length: int) -> tuple[str, ...]:
    if any(tokens.gaps[i].replace("\n", " ") != " " for i in range(index, min(index + length, len(tokens)))):
        return ()
    return tokens.words[index : index + length]


def _read_fraction(tokens: Tokens, index: int, known: _Words) -> Numeral | None:
    """Read "half", "a third", "one quarter"; a bare "third" is an ordinal."""
    word = tokens.words[index]
    first = index
    over, under = known.fractions[word]
    before = tokens.words[index - 1] if index and tokens.gaps[index] in (" ", "-") else ""
    if word == "second":
        return _make(tokens, index, index + 1, Decimal(2), "ordinal")
    if word == "half":
        if before in ("first", "second", "other", "last") or _words_at(tokens, index + 1, 1) in (("hour",), ("year",)):
            return None
        if _words_at(tokens, index + 1, 2)[:1] == ("a",) and _words_at(tokens, index + 1, 2)[1:2] in (
            ("million",),
            ("billion",),
            ("dozen",),
        ):
            value = Decimal(known.scales[tokens.words[index + 2]]) / 2
            return _make(tokens, index, index + 3, value, "words", scaled=True)
        if before == "a":
            first = index - 1
    elif before == "a" and _follows_share(tokens, index + 1):
        first = index - 1
    else:
        return _make(tokens, index, index + 1, Decimal(under), "ordinal")
    return _make(tokens, first, index + 1, Decimal(over * 100) / Decimal(under), "fraction")


def _follows_share(tokens: Tokens, index: int) -> bool:
    """Tell whether what follows "a third" lets it be a share: "of", an end, a comparison; no noun of rank."""
    if index >= len(tokens) or tokens.gaps[index].strip():
        return True
    return tokens.words[index] in _AFTER_SHARE


def _read_cardinal(tokens: Tokens, index: int, known: _Words) -> Numeral | None:
    words, gaps, count = tokens.words, tokens.gaps, len(tokens)
    first = index
    total = current = Decimal(0)
    scaled = False
    stop = index
    if words[index] in known.scales:
        before = words[index - 1] if index and gaps[index] in (" ", "-") else ""
        if before not in ("a", "an", "per", "every", "half") or words[index] in ("lakh", "crore"):
            if words[index] != "dozen" or before:
                if before not in ("the", "several", "few", "half"):
                    return None
        if before in ("a", "an"):
            first = index - 1
        elif before == "per":
            return None
        current = Decimal(1)
    last = ""
    while stop < count and stop - index < _LONGEST:
        if stop > index and gaps[stop].replace("\n", " ") not in (" ", "-"):
            break
        word = words[stop]
        if word in known.units:
            if last in ("unit",) or (last == "tens" and known.units[word] > 9):
                break
            current += known.units[word]
            last = "unit"
        elif word in known.tens:
            if last in ("unit", "tens"):
                break
            current += known.tens[word]
            last = "tens"
        elif word in known.scales:
            scale = known.scales[word]
            if word == "dozen" and scaled:
                break
            if scale == 100 or word == "dozen":
                current = (current or Decimal(1)) * scale
            else:
                total += (current or Decimal(1)) * scale
                current = Decimal(0)
            scaled = True
            last = "scale"
        elif word == "and" and last == "scale" and _goes_on(tokens, stop, known):
            pass
        elif word in known.fractions and last == "unit" and stop == index + 1 and word != "half":
            over, (_, under) = total + current, known.fractions[word]
            if over >= under or (word == "second"):
                break
            if over == 1 or word.endswith("s"):
                return _make(tokens, first, stop + 1, over * 100 / Decimal(under), "fraction")
            break
        else:
            break
        stop += 1
    return _make(tokens, first, stop, total + current, "words", scaled=scaled)


def _goes_on(tokens: Tokens, position: int, known: _Words) -> bool:
    following = _words_at(tokens, position + 1, 1)
    return bool(following) and (following[0] in known.units or following[0] in known.tens) and following[0] != "one"
