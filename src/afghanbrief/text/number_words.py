"""Reads numbers that are spelled out: cardinals of any size, fractions, vague plurals, multiples."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from afghanbrief.text.number_table import NumberWords, Numeral, make_numeral
from afghanbrief.text.tokens import Tokens

_LONGEST: Final = 28


def read_words(tokens: Tokens, index: int, known: NumberWords) -> Numeral | None:
    """Read the number that begins with the word at *index*.

    Arguments:
        tokens: the tokens of the text.
        index: index of a word of ``known.starts``.
        known: the number words.

    Returns:
        The numeral, which may begin one or two words before ("a dozen", "a few hundred"), or ``None``.
    """
    word = tokens.words[index]
    if word in known.units or word in known.tens:
        stop = index + 1
        if stop < len(tokens.words) and tokens.words[stop] not in known.goes_on and tokens.gaps[stop] == " ":
            # "two men": what most are
            value = known.units[word] if word in known.units else known.tens[word]
            return Numeral(tokens.starts[index], tokens.ends[index], index, stop, Decimal(value), None, "words", False)
        return _read_cardinal(tokens, index, index, known)
    if word in known.multiples:
        return make_numeral(tokens, index, index + 1, Decimal(known.multiples[word]), "multiple")
    if word in known.vague:
        return _read_vague(tokens, index, known)
    if word in known.fractions:
        return _read_half(tokens, index, known) if word == "half" else _read_share(tokens, index, known)
    if word in known.characters:
        return _read_character(tokens, index, known)
    return _read_scale(tokens, index, known)


def _read_character(tokens: Tokens, index: int, known: NumberWords) -> Numeral:
    over, under = known.characters[tokens.words[index]]
    if _words_at(tokens, index + 1, 1) == ("of",):
        return make_numeral(tokens, index, index + 1, Decimal(over * 100) / under, "fraction")
    return make_numeral(tokens, index, index + 1, Decimal(over) / under, "digits")


def _read_vague(tokens: Tokens, index: int, known: NumberWords) -> Numeral | None:
    word = tokens.words[index]
    low, high = known.vague[word]
    stop = index + 1
    following = _words_at(tokens, stop, 2)
    if following in (("of", "thousands"), ("of", "millions"), ("of", "billions"), ("of", "trillions")):
        factor = known.vague[following[1]][0] // 2
        low, high = low * factor, (high + 1) * factor - 1
        stop += 2
    elif word == "tens":
        return None
    elif word == "scores" and following[:1] != ("of",):
        return None
    return make_numeral(tokens, index, stop, Decimal(low), "vague", upper=Decimal(high))


def _words_at(tokens: Tokens, index: int, length: int) -> tuple[str, ...]:
    if any(tokens.gaps[i].replace("\n", " ") != " " for i in range(index, min(index + length, len(tokens)))):
        return ()
    return tokens.words[index : index + length]


_PERIODS: Final = frozenset(
    "first second third fourth other last opening closing latter final previous next final".split()
)
_NO_HALF: Final = frozenset("hour year time way term past brother sister price mast day moon an mile".split())


def _read_half(tokens: Tokens, index: int, known: NumberWords) -> Numeral | None:
    """Read "half", "a half", "half a million", "half-dozen"; "the first half" and "half-hour" are periods."""
    words, gaps = tokens.words, tokens.gaps
    before = words[index - 1] if index and gaps[index] in (" ", "-") else ""
    after, gap = (words[index + 1], gaps[index + 1]) if index + 1 < len(words) else ("", "")
    first = index - 1 if before == "a" else index
    if gap.replace("\n", " ") in (" ", "-"):
        scale = index + 2 if after == "a" else index + 1
        if scale < len(words) and words[scale] in known.scales and gaps[scale].replace("\n", " ") in (" ", "-"):
            value = Decimal(known.scales[words[scale]]) / 2
            first = first if after != "a" else index
            return make_numeral(tokens, first, scale + 1, value, "words", scaled=True)
    if before in _PERIODS or gap == "-" or (gap == " " and after in _NO_HALF):
        return None
    return make_numeral(tokens, first, index + 1, Decimal(50), "fraction")


def _read_share(tokens: Tokens, index: int, known: NumberWords) -> Numeral:
    """Read "a third", "a quarter"; a bare "third" is an ordinal."""
    words = tokens.words
    before = words[index - 1] if index and tokens.gaps[index] in (" ", "-") else ""
    under = known.fractions[words[index]]
    if before == "a" and under > 2 and _follows_share(tokens, index + 1, known):
        return _fraction(tokens, index - 1, index + 1, 1, under, known)
    return make_numeral(tokens, index, index + 1, Decimal(under), "ordinal")


def _follows_share(tokens: Tokens, index: int, known: NumberWords) -> bool:
    """Tell whether what follows "a third" lets it be a share: "of", an end, a comparison; no noun of rank."""
    if index >= len(tokens):
        return True
    gap = tokens.gaps[index]
    # "a third-party candidate", "a sixth-place finish"
    return gap != "-" and (bool(gap.strip()) or tokens.words[index] in known.after_share)


_UNCOUNTED: Final = frozenset(("per", "every", "half", "each", "by", "next", "last", "old"))


def _read_scale(tokens: Tokens, index: int, known: NumberWords) -> Numeral | None:
    """Read a scale word without a number before it: "a hundred", "several thousand", "the dozen"."""
    words, gaps = tokens.words, tokens.gaps
    word = words[index]
    before = words[index - 1] if index and gaps[index] in (" ", "-", "\n") else ""
    if before in ("several", "few", "many"):
        if before == "many" and words[index - 2 : index - 1] != ("good",):
            return None
        first = index - 2 if before == "few" and words[max(0, index - 2) : index - 1] == ("a",) else index - 1
        scale = known.scales[word]
        stop = index + 1
        while _words_at(tokens, stop, 1) and words[stop] in ("thousand", "million", "billion"):
            scale *= known.scales[words[stop]]
            stop += 1
        high = 99 if word == "dozen" and stop == index + 1 else scale * 10 - 1
        return make_numeral(tokens, first, stop, Decimal(scale * 2), "vague", upper=Decimal(high))
    if before in ("a", "an"):
        return _read_cardinal(tokens, index, index - 1, known)
    if before == "couple" or (before == "of" and words[index - 2 : index - 1] == ("couple",)):
        first = index - 1 if before == "couple" else index - 2
        value = _read_cardinal(tokens, index, first, known).value * 2
        first = first - 1 if words[max(0, first - 1) : first] == ("a",) else first
        return make_numeral(tokens, first, index + 1, value, "words", scaled=True)
    if word in ("dozen", "hundred", "thousand") and before == "the":
        return _read_cardinal(tokens, index, index, known)
    if word == "dozen":
        return None if before in _UNCOUNTED or before else _read_cardinal(tokens, index, index, known)
    # "Hundred and thirty-two": a scale word may open a number that goes on.
    after = _words_at(tokens, index + 1, 2)
    if before not in _UNCOUNTED and after and (after[0] in known.units or after[0] in known.tens):
        return _read_cardinal(tokens, index, index, known)
    if after[:1] == ("and",) and (after[1:2] and (after[1] in known.units or after[1] in known.tens)):
        return _read_cardinal(tokens, index, index, known)
    return None


def _read_cardinal(tokens: Tokens, index: int, first: int, known: NumberWords) -> Numeral:
    """Read "two hundred and five", "three million", "two point five", "two and a half million", "three-fifths"."""
    words, gaps, count = tokens.words, tokens.gaps, len(tokens.words)
    units, tens, scales = known.units, known.tens, known.scales
    total = current = 0
    scaled = False
    stop = index
    last = ""
    if words[index] in scales:
        current = 1
    while stop < count and stop - index < _LONGEST:
        gap = gaps[stop]
        if stop > index and gap != " " and gap != "-" and gap != "\n":
            if gap == " - " and words[stop] in known.fractions and last == "unit" and stop == index + 1:
                fraction = _over(tokens, first, stop, total + current, last, known)
                if fraction is not None:
                    return fraction
            break
        word = words[stop]
        if word in units:
            if last == "unit" or (last == "tens" and units[word] > 9):
                break
            current += units[word]
            last = "unit"
        elif word in tens:
            if last in ("unit", "tens"):
                break
            current += tens[word]
            last = "tens"
        elif word in scales:
            scale = scales[word]
            if scale in (12, 144) and scaled:
                break
            if scale <= 144:
                current = (current or 1) * scale
            else:
                total += (current or 1) * scale
                current = 0
            scaled = True
            last = "scale"
        elif word == "and":
            following = words[stop + 1] if stop + 1 < count and gaps[stop + 1].replace("\n", " ") in (" ", "-") else ""
            if not scaled and last:
                mixed = _read_mixed(tokens, first, stop, total + current, known)
                if mixed is not None:
                    return mixed
            if last != "scale" or not following:
                break
            if following in known.ordinals:
                return make_numeral(tokens, first, stop + 2, Decimal(total + current), "ordinal")
            if not (following in units or following in tens):
                break
            if following == "one" and not _ends_in_one(tokens, stop + 2):
                break
            if total and not current and _is_as_large(words[stop + 2 : stop + 4], total, scales):
                # "Three million and five million copies": two numbers.
                break
        elif word == "point" and last in ("unit", "tens") and not scaled:
            return _read_decimals(tokens, first, stop, total + current, known)
        elif word in known.fractions:
            fraction = _over(tokens, first, stop, total + current, last, known)
            if fraction is not None:
                return fraction
            break
        elif word in known.ordinals and last in ("tens", "scale"):
            return make_numeral(tokens, first, stop + 1, Decimal(total + current), "ordinal")
        elif word in known.behind and last == "unit" and not scaled and gap == " ":
            return make_numeral(tokens, first, stop + 1, Decimal(current * known.behind[word]), "words", scaled=True)
        else:
            break
        stop += 1
    return make_numeral(tokens, first, stop, Decimal(total + current), "words", scaled=scaled)


_PLURALS: Final = frozenset("people persons men women children percent per others".split())
_NO_PLURALS: Final = frozenset("is was has does this its his as plus less unless perhaps always across besides".split())


def _ends_in_one(tokens: Tokens, index: int) -> bool:
    """Tell whether "one" before *index* ends "a hundred and one": what is counted is many, or nothing follows."""
    if index >= len(tokens):
        return True
    gap, word = tokens.gaps[index], tokens.words[index]
    if gap not in (" ", "\n"):
        return gap != "-"
    return word in _PLURALS or (word[-1] == "s" and word[-2:] not in ("ss", "us") and word not in _NO_PLURALS)


def _is_as_large(behind: tuple[str, ...], total: int, scales: dict[str, int]) -> bool:
    """Tell whether a scale word follows that the number before has had already: "three million and five *million*"."""
    # The number so far ends in its last scale word: 3,000,000 is no multiple of a thousand millions.
    return any(
        scales[word] >= _THOUSAND and total % (scales[word] * _THOUSAND) != 0 for word in behind if word in scales
    )


_THOUSAND: Final = 1000


def _over(tokens: Tokens, first: int, stop: int, over: int, last: str, known: NumberWords) -> Numeral | None:
    """Read what follows a numerator: "three-fifths", "one third"; "twenty-third" is an ordinal."""
    word = tokens.words[stop]
    under = known.fractions[word]
    if word == "second" or (under == 2 and word != "halves"):
        if word == "second" and last in ("tens", "scale"):
            return make_numeral(tokens, first, stop + 1, Decimal(over), "ordinal")
        return None
    if over == 1 and not word.endswith("s"):
        return _fraction(tokens, first, stop + 1, 1, under, known)
    if word.endswith("s"):
        if word == "halves" and over < 3:
            return None
        return _fraction(tokens, first, stop + 1, over, under, known)
    if last in ("tens", "scale"):
        return make_numeral(tokens, first, stop + 1, Decimal(over), "ordinal")
    return None


def _fraction(tokens: Tokens, first: int, stop: int, over: int, under: int, known: NumberWords) -> Numeral:
    """Make a share in percent, or of "three quarters of a million" the number."""
    behind = _words_at(tokens, stop, 3)
    if behind[:2] == ("of", "a") and behind[2:] and known.scales.get(behind[2], 0) >= 1000:
        value = Decimal(over * known.scales[behind[2]]) / under
        return make_numeral(tokens, first, stop + 3, value, "words", scaled=True)
    return make_numeral(tokens, first, stop, Decimal(over * 100) / under, "fraction")


def _read_mixed(tokens: Tokens, first: int, stop: int, whole: int, known: NumberWords) -> Numeral | None:
    """Read "and a half", "and three quarters" behind a whole number, and a scale word behind that."""
    words, gaps = tokens.words, tokens.gaps
    over, word = words[stop + 1 : stop + 2], words[stop + 2 : stop + 3]
    if not word or word[0] not in known.fractions or word[0] in ("second", "fourth"):
        return None
    if any(gap.replace("\n", " ") not in (" ", "-") for gap in gaps[stop + 1 : stop + 3]):
        return None
    part = 1 if over[0] in ("a", "one") else known.units.get(over[0], 0)
    under = known.fractions[word[0]]
    if not 0 < part < under or (part > 1) != word[0].endswith("s"):
        return None
    value = Decimal(whole) + Decimal(part) / under
    return _scale_up(tokens, first, stop + 3, value, known)


def _read_decimals(tokens: Tokens, first: int, stop: int, whole: int, known: NumberWords) -> Numeral:
    """Read "two point five", digit by digit; without a digit behind "point", the whole number alone."""
    digits = ""
    after = stop + 1
    while (
        after < len(tokens.words) and tokens.gaps[after] in (" ", "-") and known.units.get(tokens.words[after], 10) < 10
    ):
        digits += str(known.units[tokens.words[after]])
        after += 1
    if not digits:
        return make_numeral(tokens, first, stop, Decimal(whole), "words")
    return _scale_up(tokens, first, after, Decimal(f"{whole}.{digits}"), known)


def _scale_up(tokens: Tokens, first: int, stop: int, value: Decimal, known: NumberWords) -> Numeral:
    scaled = False
    while _words_at(tokens, stop, 1) and tokens.words[stop] in known.scales:
        value *= known.scales[tokens.words[stop]]
        stop += 1
        scaled = True
    return make_numeral(tokens, first, stop, value, "words", scaled=scaled)
