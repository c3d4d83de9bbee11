"""Tells ages without a unit from figures: "he was 24 when it began", "Zarmina Totakhel, 38, the ..."."""

from __future__ import annotations

from typing import Final

from afghanbrief.text.numerals import Numeral
from afghanbrief.text.tokens import Tokens

_OLDEST: Final = 120
_TEENS: Final = 10
TURNING: Final = frozenset(("turn", "turns", "turned", "turning"))
KIN: Final = frozenset(
    "son daughter wife husband brother sister mother father cousin boy girl man woman uncle aunt nephew niece he she "
    "widow grandson granddaughter baby child".split()
)
_PLACING: Final = frozenset("in at from near to for on and or since until through than over under about".split())


def is_age(tokens: Tokens, numeral: Numeral, after: str, after_gap: str) -> bool:
    """Tell whether a person is so many years old: "he was 24 when it began".

    Arguments:
        tokens: the document's tokens.
        numeral: a number behind "is", "was", "at" or "turned".
        after: the word behind it.
        after_gap: what stands between the two.
    """
    first = numeral.first
    if first < 2 or numeral.value >= _OLDEST:
        return False
    subject = tokens.words[first - 2]
    if numeral.value < _TEENS and subject not in ("he", "she", "eldest", "oldest", "youngest"):
        return False
    if subject in KIN and subject not in ("she", "he") and tokens.words[first - 1] in ("is", "was"):
        # "My brother is 12".
        return after in ("and", "when", "years", "now", "") or after_gap[:1] in (",", ".")
    if subject in ("eldest", "oldest", "youngest") or (
        tokens.words[first - 1] in TURNING
        and (after_gap[:1] in (",", ".", ";") or after in ("", "this", "next", "in", "on"))
    ):
        return True
    if subject in ("who", "he", "she", "i") or (tokens.forms[first - 2] != subject and tokens.words[first - 1] != "at"):
        return after in ("and", "when", "years", "at", "") or after_gap[:1] in (",", ".")
    return (
        tokens.words[first - 1] == "at"
        and subject in ("died", "aged", "married", "retired")
        and (after_gap[:1] in (",", ".", ";") or not after)
    )


def is_age_in_apposition(tokens: Tokens, numeral: Numeral, after: str, after_gap: str) -> bool:
    """Read "Zarmina Totakhel, 38, the ..." as a person's age.

    Arguments:
        tokens: the document's tokens.
        numeral: a number behind a comma.
        after: the word behind it.
        after_gap: what stands between the two.
    """
    first = numeral.first
    if not 4 < numeral.value < _OLDEST:
        return False
    if after_gap[:1] not in (",", ".", ")", ";"):
        # "Rahim and Karima Noori, 27 and 29 years old".
        return after == "and" and tokens.words[numeral.stop + 2 : numeral.stop + 3] == ("years",)
    name, word = tokens.forms[first - 1], tokens.words[first - 1]
    if name == word:
        return word in KIN and after_gap[:1] == ","
    if tokens.gaps[first - 1] == " " and tokens.forms[first - 2 : first - 1] != tokens.words[first - 2 : first - 1]:
        return True
    ahead = tokens.words[first - 2] if first > 1 else ""
    return after_gap[:1] == "," and ahead not in _PLACING
