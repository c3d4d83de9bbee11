"""Finds numbers in digits and words and gives their value."""

from __future__ import annotations

import functools
from decimal import Decimal
from typing import Final

from afghanbrief.text.number_table import NumberWords, Numeral, NumeralForm, make_numeral, number_words
from afghanbrief.text.number_words import read_words
from afghanbrief.text.patterns import compile_pattern
from afghanbrief.text.tokens import Tokens

__all__ = ["Numeral", "NumeralForm", "find_numerals"]

_LONGEST: Final = 12
_MOST_DIGITS: Final = 18

# Small numbers come again and again; one value serves them all.
_decimal = functools.lru_cache(maxsize=4096)(Decimal)
_GLUED: Final = compile_pattern(r"(\d+)([^\W\d_]+)\Z")
_EXPONENT: Final = compile_pattern(r"(\d+)e(\d{1,2})\Z")
_MIXED: Final = compile_pattern(r"(\d+)([\u00bc-\u00be\u2150-\u215e])\Z")
_PREFIXED: Final = compile_pattern(r"[A-Z][A-Za-z]{0,2}\d")
_ORDINAL_ENDS: Final = frozenset(("st", "nd", "rd", "th"))
_MONEY_SIGNS: Final = "$\u20ac\u00a3\u00a5\u20b9"


def find_numerals(tokens: Tokens, normalized: str = "") -> tuple[Numeral, ...]:
    """Find the numbers of a text.

    Arguments:
        tokens: its tokens.
        normalized: the text that they were cut from; without it, numbers glued to a currency ("RM79") are left out.

    Returns:
        The numerals in text order; they share no token.

    >>> from afghanbrief.text.tokens import tokenize
    >>> [int(numeral.value) for numeral in find_numerals(tokenize("1,200 men, 2.5 million and two-thirds"))][:2]
    [1200, 2500000]
    """
    known = number_words()
    starts = known.starts
    found: list[Numeral] = []
    free_from = 0
    words = tokens.words
    letters = map(str.isalpha, words)
    candidates = [i for i, plain in enumerate(letters) if not plain or words[i] in starts]
    for index in candidates:
        if index < free_from:
            continue
        word = words[index]
        if word < ":":
            numeral = _read_plain(tokens, index, known) or _read_digits(tokens, index, known)
        elif word in starts:
            numeral = read_words(tokens, index, known)
        else:
            skipped = _money_letters(tokens, index, known) if normalized else 0
            numeral = _read_digits(tokens, index, known, skipped) if skipped else None
        if numeral is not None:
            found.append(numeral)
            free_from = numeral.stop
    return tuple(found)


# What ends a number for certain, where no word may go on with it.
_ENDS: Final = frozenset((", ", ". ", ") ", "% ", "; ", ": ", "\n\n"))


def _read_plain(tokens: Tokens, index: int, known: NumberWords) -> Numeral | None:
    """Read by the shortest way what most numbers in digits are: "12", "1,200", "56.3", "2.5 million", clearly ended."""
    words, gaps = tokens.words, tokens.gaps
    digits = words[index]
    stop = index + 1
    if not digits.isdecimal() or len(digits) > _MOST_DIGITS or gaps[index][-1:] == ".":
        return None
    gap = gaps[stop]
    if gap == "," or gap == ".":
        more = words[stop] if stop < len(words) else ""
        if not more.isdecimal() or len(more) > _MOST_DIGITS:
            return None
        if gap == ".":
            digits = f"{digits}.{more}"
        elif len(more) == 3 and len(digits) <= 3:
            digits += more
        else:
            return None
        stop += 1
        gap = gaps[stop]
    if gap == " ":
        if stop >= len(words) or words[stop] < ":":
            return None
        word = words[stop]
        if word in known.follow:
            if word in known.scales:
                # "2.5 million people", and nothing more behind it
                gap = gaps[stop + 1]
                after = words[stop + 1] if gap == " " and stop + 1 < len(words) else ""
                if (after > ":" and after not in known.follow) or gap in _ENDS:
                    value = _decimal(digits) * known.scales[word]
                    return Numeral(
                        tokens.starts[index], tokens.ends[stop], index, stop + 1, value, None, "digits", True
                    )
            return None
    elif gap not in _ENDS:
        return None
    return Numeral(tokens.starts[index], tokens.ends[stop - 1], index, stop, _decimal(digits), None, "digits", False)


def _money_letters(tokens: Tokens, index: int, known: NumberWords) -> int:
    """Give how many letters of a token such as "RM79" are money before its digits; 0 for all other tokens."""
    match = _PREFIXED.match(tokens.forms[index])
    if match is None:
        return 0
    letters = match.end() - 1
    if (
        tokens.words[index][:letters] in known.money
        or (letters < 3 and tokens.gaps[index][-1:] == "$")
        or (letters == 1 and _is_rand(tokens, index, known))
    ):
        return letters
    return 0


def _is_rand(tokens: Tokens, index: int, known: NumberWords) -> bool:
    """Tell whether "R5" opens a sum of rand: only before a scale word or in groups, "R5 million", "R20,000"."""
    if tokens.words[index][0] != "r" or index + 1 >= len(tokens.words):
        return False
    after, gap = tokens.words[index + 1], tokens.gaps[index + 1]
    return (gap == " " and after in known.scales) or (gap == "," and len(after) == 3 and after.isdecimal())


def _read_digits(tokens: Tokens, index: int, known: NumberWords, skipped: int = 0) -> Numeral | None:
    """Read the number that begins with the digits of a token, past *skipped* letters."""
    words, gaps, count = tokens.words, tokens.gaps, len(tokens.words)
    word = words[index][skipped:] if skipped else words[index]
    start = tokens.starts[index] + skipped
    if not word.isdecimal():
        return _read_glued(tokens, index, word, "", known, index, start)
    gap = gaps[index]
    if gap[-1:] == "." and not skipped and len(word) <= 4 and _opens_decimal(gap):
        return _with_scale(tokens, index, index + 1, Decimal(f"0.{word}"), known, start - 1)
    stop = index + 1
    digits = word
    if len(word) <= 3 and stop < count and words[stop] < ":":
        while stop < count and stop - index < _LONGEST and _is_group(tokens, index, stop):
            digits += words[stop][:3]
            stop += 1
        if stop == index + 1 and gaps[stop] == "." and _is_dotted(tokens, stop):
            while stop < count and gaps[stop] == "." and len(words[stop]) == 3 and words[stop].isdecimal():
                digits += words[stop]
                stop += 1
        if stop < count and gaps[stop] == "," and words[stop][:1] < ":" and words[stop][:3].isdecimal():
            glued = _GLUED.match(words[stop])
            if glued is not None and len(glued[1]) == 3:
                # "4,000m", "1,200kg": the last group has its unit glued to it.
                return _read_glued(tokens, stop, digits + words[stop], "", known, index, start)
    if len(digits) > _MOST_DIGITS:
        # Nobody counts that far: a key, a checksum, a row of figures without blanks.
        return make_numeral(tokens, index, stop, Decimal(0), "ordinal")
    value = _decimal(digits)
    if stop >= count:
        return make_numeral(tokens, index, stop, value, "digits", start=start)
    gap = gaps[stop]
    if gap == "." and words[stop] < ":":
        if not words[stop].isdecimal() or len(words[stop]) > _MOST_DIGITS:
            return _read_glued(tokens, stop, words[stop], digits, known, index, start)
        value = Decimal(f"{digits}.{words[stop]}")
        stop += 1
        if stop < count and gaps[stop] == "." and words[stop].isdecimal():
            # "1.2.3": a version or a date, no number.
            while stop < count and gaps[stop] == "." and words[stop].isdecimal():
                stop += 1
            return make_numeral(tokens, index, stop, value, "ordinal")
    elif gap == "," and stop == index + 1 and words[stop] < ":" and _is_decimal_comma(tokens, stop, known):
        value = Decimal(f"{digits}.{words[stop]}")
        stop += 1
    elif words[stop] < ":" or words[stop] in known.characters:
        mixed = _read_fraction(tokens, index, stop, value, known, start)
        if mixed is not None:
            return mixed
    if stop < count and (words[stop] == "10" or words[stop] == "x"):
        power = _read_power(tokens, stop, value)
        if power is not None:
            return make_numeral(tokens, index, power[0], power[1], "digits", start=start)
    return _with_scale(tokens, index, stop, value, known, start)


def _opens_decimal(gap: str) -> bool:
    """Tell whether a stop right before digits is a decimal point: "a .500 record", "$.25"."""
    return len(gap) > 1 and gap[-2] in " ($" and gap[-2:-1] != "."


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
    if gap in ("'", " ") and len(word) == 3:
        return gap != " " or word == "000" or _goes_on_in_threes(tokens, first, stop)
    return False


def _goes_on_in_threes(tokens: Tokens, first: int, stop: int) -> bool:
    """Tell whether blanks part a number of three groups or more: "1 234 567"; a row of two may be two numbers."""
    if stop > first + 1:
        return tokens.gaps[first + 1] == " "
    after = stop + 1
    words = tokens.words
    if after >= len(words) or tokens.gaps[after] != " " or words[first][0] == "0":
        return False
    if words[after].isdecimal():
        return len(words[after]) == 3 and tokens.gaps[first][-1:] not in ("+", "(", "-", "/")
    # "Lost 1 200 MW": behind a plain word and before another, two groups are one number.
    before = words[first - 1] if first else ""
    plain = before > ":" and (before == tokens.forms[first - 1] or before in _OPENING_BOUNDS)
    return plain and tokens.gaps[first] == " " and words[after] > ":"


# Words that open a sentence with a number behind them: "About 3 500 families".
_OPENING_BOUNDS: Final = frozenset("about around some nearly almost over approximately roughly".split())


def _is_dotted(tokens: Tokens, stop: int) -> bool:
    """Tell whether dots part groups of thousands: only where there are two of them, "1.200.000"."""
    words, gaps = tokens.words, tokens.gaps
    return (
        stop + 1 < len(words)
        and gaps[stop + 1] == "."
        and all(len(word) == 3 and word.isdecimal() for word in words[stop : stop + 2])
    )


def _is_decimal_comma(tokens: Tokens, stop: int, known: NumberWords) -> bool:
    """Tell whether a comma is a decimal point: only before a scale word or a percent sign, "2,5 million"."""
    word, after = tokens.words[stop], stop + 1
    if len(word) > 2 or not word.isdecimal() or after > len(tokens.words):
        return False
    if tokens.gaps[after][:1] == "%":
        return True
    return after < len(tokens.words) and tokens.gaps[after] == " " and tokens.words[after] in known.scales


_DENOMINATORS: Final = frozenset((2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32, 64, 100, 128))


def _read_fraction(
    tokens: Tokens, index: int, stop: int, value: Decimal, known: NumberWords, start: int
) -> Numeral | None:
    """Read "1/2", "3 1/2" and "3 \u00bd"; "5/17/2018", "9/11" and "96/12" are none."""
    words, gaps = tokens.words, tokens.gaps
    gap = gaps[stop]
    whole = Decimal(0)
    if words[stop] in known.characters:
        if gap not in (" ", "-"):
            return None
        over, under = known.characters[words[stop]]
        return _with_scale(tokens, index, stop + 1, value + Decimal(over) / under, known, start)
    if gap in (" ", "-") and len(words[stop]) <= 2 and gaps[stop + 1] in ("/", "\u2044"):
        whole, value, stop = value, Decimal(words[stop]) if words[stop].isdecimal() else Decimal(0), stop + 1
        gap = gaps[stop]
    if gap not in ("/", "\u2044") or stop >= len(words) or not words[stop].isdecimal():
        return None
    before, after = gaps[index], gaps[stop + 1]
    if after[:1] in ("/", "\u2044") or before[-1:] in ("/", ".", "#") or len(words[stop]) > 3 or not value:
        # Stretches of digits with strokes are dates and codes: nothing to read in them.
        return make_numeral(tokens, index, stop + 1, value, "ordinal")
    under = int(words[stop])
    if value >= under or under not in _DENOMINATORS or value != int(value):
        return make_numeral(tokens, index, stop + 1, value, "ordinal")
    value = whole + value / under
    if not whole and stop + 1 < len(words) and words[stop + 1] == "of" and after == " ":
        determined = words[stop + 2 : stop + 3]
        if determined and determined[0] not in ("a", "an"):
            return make_numeral(tokens, index, stop + 1, value * 100, "fraction")
    return _with_scale(tokens, index, stop + 1, value, known, start)


def _read_power(tokens: Tokens, stop: int, value: Decimal) -> tuple[int, Decimal] | None:
    """Read "\u00d7 10^6", "x 10\u207b\u00b3" behind a number; gives the token after it and the value."""
    words, gaps = tokens.words, tokens.gaps
    if words[stop] == "x":
        stop += 1
        if words[stop : stop + 1] != ("10",) or gaps[stop].strip():
            return None
    elif gaps[stop].strip() != "\u00d7":
        return None
    after = stop + 1
    if after >= len(words) or not words[after].isdecimal() or len(words[after]) > 2:
        return None
    sign = gaps[after]
    if sign not in ("^", "^-", "-", "**", "^("):
        return None
    return after + 1, value.scaleb(-int(words[after]) if "-" in sign else int(words[after]))


def _read_glued(
    tokens: Tokens, index: int, word: str, whole: str, known: NumberWords, first: int, start: int
) -> Numeral | None:
    """Read "20m", "2.5bn", "1st", "80km", "4e14", "2\u00bd"."""
    match = _GLUED.match(word)
    if match is None or match[2] in known.characters:
        return _read_glued_digits(tokens, index, word, whole, known, first, start)
    digits, letters = match.groups()
    if len(digits) > _MOST_DIGITS:
        return None
    value = Decimal(f"{whole}.{digits}" if whole else digits)
    if letters in _ORDINAL_ENDS:
        return make_numeral(tokens, first, index + 1, value, "ordinal")
    if letters in known.suffixes:
        if letters in ("mm", "m") and _is_length(tokens, index, digits, letters, known, first):
            return make_numeral(tokens, first, index + 1, value, "digits", start=start)
        return make_numeral(
            tokens, first, index + 1, value * known.suffixes[letters], "digits", scaled=True, start=start
        )
    if letters in known.glued:
        return make_numeral(tokens, first, index + 1, value, "digits", start=start)
    return None


def _is_length(tokens: Tokens, index: int, digits: str, letters: str, known: NumberWords, first: int) -> bool:
    """Tell whether "m" and "mm" are metres and millimetres: no money before them, and a length said behind."""
    if _is_money_before(tokens, first):
        return False
    if letters == "mm" or len(digits) > 3 or (digits in _RACES and tokens.words[first - 1] == "the"):
        return True
    after = tokens.words[index + 1] if index + 1 < len(tokens.words) else ""
    return after in known.metres and tokens.gaps[index + 1] in (" ", "-")


_RACES: Final = frozenset(("50", "60", "100", "110", "200", "400", "800"))


def _read_glued_digits(
    tokens: Tokens, index: int, word: str, whole: str, known: NumberWords, first: int, start: int
) -> Numeral | None:
    match = _EXPONENT.match(word)
    if match is not None:
        value = Decimal(f"{whole}.{match[1]}" if whole else match[1]).scaleb(int(match[2]))
        return make_numeral(tokens, first, index + 1, value, "digits", start=start)
    match = _MIXED.match(word)
    if match is not None and len(match[1]) <= _MOST_DIGITS and not whole:
        over, under = known.characters.get(match[2], (0, 1))
        return _with_scale(tokens, first, index + 1, Decimal(match[1]) + Decimal(over) / under, known, start)
    return None


def _with_scale(tokens: Tokens, first: int, stop: int, value: Decimal, known: NumberWords, start: int) -> Numeral:
    """Go on with scale words: "2.5 million", "5 crore 20 lakh", "$3 m"."""
    words, gaps, count = tokens.words, tokens.gaps, len(tokens.words)
    scaled = False
    least = 0
    while stop < count and stop - first < _LONGEST and gaps[stop] in (" ", "-", "\n"):
        word = words[stop]
        scale = known.scales.get(word) or known.behind.get(word)
        if scale is None:
            if word in known.suffixes and not scaled and _is_money_before(tokens, first):
                scale = known.suffixes[word]
            elif least >= 1000 and word < ":" and word.isdecimal() and len(word) <= 3 and stop + 1 < count:
                lower = known.scales.get(words[stop + 1], least)
                if lower >= least or gaps[stop + 1] not in (" ", "-"):
                    break
                value, least, stop = value + int(word) * lower, lower, stop + 2
                continue
            else:
                break
        elif gaps[stop] == "-" and word in known.behind:
            break
        value *= scale
        least = scale if not least else min(least, scale)
        scaled = True
        stop += 1
    if gaps[stop] == "/" and stop < count and words[stop].isdecimal():
        return make_numeral(tokens, first, stop + 1, value, "ordinal")
    return make_numeral(tokens, first, stop, value, "digits", scaled=scaled, start=start)


def _is_money_before(tokens: Tokens, first: int) -> bool:
    gap = tokens.gaps[first].rstrip()
    return (gap != "" and gap[-1] in _MONEY_SIGNS) or tokens.words[first][:1] > ":"
