"""The words that numbers are written with, read once, and what a number in a text is given as."""

from __future__ import annotations

import functools
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from afghanbrief.text.tokens import Tokens
from afghanbrief.text.word_lists import read_table

NumeralForm = Literal["digits", "words", "ordinal", "fraction", "vague", "multiple"]


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


class NumberWords(NamedTuple):
    """The words of ``data/numbers.toml``.

    Attributes:
        units: value of zero to nineteen.
        tens: value of twenty to ninety.
        scales: value of hundred, thousand and so on.
        behind: value of scale words that only follow a number ("dozens", "lakhs").
        suffixes: value of letters glued to digits.
        vague: both ends of vague plurals.
        fractions: denominator by its word.
        multiples: factor by its word.
        characters: numerator and denominator of one-character fractions.
        ordinals: what ends a compound ordinal.
        after_share: what may follow "a third" that is a share.
        glued: units written right behind the digits.
        metres: what makes "20m" metres, no millions.
        money: currencies written right before them.
        starts: words that may begin a number.
        follow: words that may go on with a number in digits.
        goes_on: words that may go on with a number in words.
    """

    units: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    behind: dict[str, int]
    suffixes: dict[str, int]
    vague: dict[str, tuple[int, int]]
    fractions: dict[str, int]
    multiples: dict[str, int]
    characters: dict[str, tuple[int, int]]
    ordinals: frozenset[str]
    after_share: frozenset[str]
    glued: frozenset[str]
    metres: frozenset[str]
    money: frozenset[str]
    starts: frozenset[str]
    follow: frozenset[str]
    goes_on: frozenset[str]


@functools.cache
def number_words() -> NumberWords:
    """Give the number words, read once."""
    table = read_table("afghanbrief.text", "numbers.toml")
    lists: dict[str, Any] = {name: frozenset(words.split()) for name, words in table.pop("words").items()}
    starts = {word for name in ("units", "tens", "scales", "vague", "multiples", "characters") for word in table[name]}
    starts |= {word for word in table["fractions"] if not word.endswith("s")}
    starts -= {"gross"}
    characters = {}
    for sign, written in table.pop("characters").items():
        over, _, under = written.partition("/")
        characters[sign] = (int(over), int(under))
    vague = {word: (low, high) for word, (low, high) in table.pop("vague").items()}
    follow = frozenset((*table["scales"], *table["behind"], *table["suffixes"], *characters, "x"))
    joined = ("units", "tens", "scales", "fractions", "behind")
    goes_on = frozenset((*(word for name in joined for word in table[name]), *lists["ordinals"], "and", "point"))
    return NumberWords(
        **table,
        **lists,
        vague=vague,
        characters=characters,
        starts=frozenset(starts),
        follow=follow,
        goes_on=goes_on,
    )


def make_numeral(
    tokens: Tokens,
    first: int,
    stop: int,
    value: Decimal,
    form: NumeralForm,
    *,
    upper: Decimal | None = None,
    scaled: bool = False,
    start: int = -1,
) -> Numeral:
    """Make the numeral of the tokens *first* to *stop*; *start* where it begins elsewhere than its first token."""
    return Numeral(
        start if start >= 0 else tokens.starts[first], tokens.ends[stop - 1], first, stop, value, upper, form, scaled
    )
