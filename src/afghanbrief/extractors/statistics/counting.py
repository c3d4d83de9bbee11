"""What a figure counts, as the rules hand it on."""

from __future__ import annotations

import functools
from typing import Final

import attrs

from afghanbrief.extractors.statistics.noun_phrases import Phrase
from afghanbrief.extractors.statistics.subjects import Measured


@attrs.define(eq=False, weakref_slot=False)
class Counted:
    """What a figure counts.

    Attributes:
        phrase: the noun phrase, or ``None``.
        adjacent: whether it stands right behind the number, in one noun phrase with it.
        whole: the noun phrase that a share is a share of, or ``None``.
        again: whether it is what was counted before.
        nothing: whether it is known that nothing is: a share of a sum of money.
    """

    phrase: Phrase | None = None
    adjacent: bool = False
    whole: Phrase | None = None
    again: bool = False
    nothing: bool = False


AGAIN: Final = Counted(again=True)
NOTHING: Final = Counted(nothing=True)
# Shares and points of percent.
SHARES: Final = frozenset(("percent", "percentage-point"))


def is_money(unit: str) -> bool:
    """Tell whether a unit is a currency."""
    return unit[:3].isupper() and (len(unit) == 3 or unit[3:4] == "/")


def counted_of_verb(measured: Measured | None) -> Counted | None:
    """Give what a verb measures as what a figure counts."""
    if measured is None:
        return None
    return AGAIN if measured.again else Counted(measured.phrase)


_IN_ES: Final = ("sses", "shes", "ches", "xes")
_IN_VES: Final = frozenset("lives wives knives midwives housewives".split())
_PLAIN: Final = frozenset("species series means headquarters barracks".split())
_IN_US: Final = frozenset("buses minibuses viruses campuses bonuses censuses gases".split())
_IN_IES: Final = frozenset("sorties movies calories cookies rookies prairies zombies genies".split())
_NO_MEN: Final = frozenset("specimen regimen omen yemen amen abdomen acumen".split())


@functools.lru_cache(maxsize=4096)
def lemma_of(word: str) -> str:
    """Give the plain singular of a counted head.

    >>> lemma_of("casualties"), lemma_of("losses"), lemma_of("gunmen"), lemma_of("people")
    ('casualty', 'loss', 'gunman', 'people')
    """
    if word.endswith("men") and word not in _NO_MEN:
        return word[:-2] + "an"
    if word.endswith("children"):
        return word[:-3]
    if word in _IN_VES:
        return word[:-3] + "fe"
    if word in _PLAIN:
        return word
    if word in _IN_US:
        return word[:-2]
    if len(word) > 4 and word.endswith("ies") and word not in _IN_IES:
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(_IN_ES):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word
