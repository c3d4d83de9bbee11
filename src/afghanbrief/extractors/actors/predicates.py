"""Tells from the verb behind a name whether a party acts or a place is spoken of."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Final

from afghanbrief.extractors.actors import lexicon as lx
from afghanbrief.extractors.actors.lexicon import Lexicon
from afghanbrief.text.tokens import Tokens

_LOOK_AHEAD: Final = 6
_BE: Final = frozenset(("is", "are", "was", "were", "be", "been"))
_HAVE: Final = frozenset("has have had will would did does do must should may might could can cannot".split())
_PERFECT: Final = ("has", "have", "had")
# What lands go through: "Iran has seen its worst drought".
_UNDERGONE: Final = frozenset("seen witnessed experienced suffered undergone endured".split())
_DETERMINERS: Final = frozenset(
    "a an the its their his her this that these those no any some to about on with against".split()
)
_PARTICLES: Final = frozenset("back off out up down away".split())
# What stands behind a participle rather than behind a past form that has an object.
BEHIND_PARTICIPLES: Final = frozenset(
    "by in at on from since during after before for with to as under over through between of near and or but".split()
)
_ARTICLES: Final = frozenset(("a", "an", "the", "one", "among", "our", "its", "their", "his", "her"))


class Predicate(Enum):
    """What the clause says of its subject."""

    PARTY = "party"
    PLACE = "place"


def read_predicate(
    tokens: Tokens, position: int, lexicon: Lexicon, sets: Mapping[str, frozenset[str]], *, bare: bool
) -> Predicate | None:
    """Read the verb that follows a name, behind auxiliaries and adverbs.

    Arguments:
        tokens: the document's tokens.
        position: index of the token behind the name.
        lexicon: the word lists.
        sets: the words that tell senses.
        bare: whether the verb may be a base form: the name closes a list, or an auxiliary stands before it.

    Returns:
        What the verb tells, or ``None`` if none follows.
    """
    words, gaps, forms, classes = tokens.words, tokens.gaps, tokens.forms, lexicon.classes
    auxiliary = ""
    # "IRAN FIRES ROCKETS": among capitals a capital says nothing.
    loud = (
        position < len(words)
        and forms[position - 1].isupper()
        and len(forms[position]) > 2
        and forms[position].isupper()
    )
    for here in range(position, min(position + _LOOK_AHEAD, len(words))):
        if gaps[here] not in (" ", "\n", ", ") and not (here == position and gaps[here] == ". "):
            break
        word = words[here]
        if forms[here] != word and auxiliary != "be" and not loud:
            break
        if word in _BE or word in sets["statives"]:
            auxiliary = "be"
            continue
        kind = classes.get(word, 0)
        if kind & lx.ADVERB or word.endswith("ly") or word == "not":
            continue
        if kind & lx.AUXILIARY and not (auxiliary in _HAVE and word in ("do", "have")):
            auxiliary = word
            continue
        if auxiliary == "be" or (here == position and word == "being"):
            return _of_state(tokens, here, lexicon, sets)
        following = words[here + 1] if here + 1 < len(words) else ""
        if word in sets["of_land_verbs"] and not auxiliary:
            return Predicate.PLACE
        if auxiliary in _PERFECT and word in _UNDERGONE:
            return Predicate.PLACE
        if kind & (lx.SPEECH | lx.ACTION):
            if not auxiliary and word[-1] == "s" and _is_noun_subject(following, gaps[here + 1], kind, classes):
                return None
            if not auxiliary and (word in sets["noun_like"] or (not bare and _is_base(word, classes))):
                return Predicate.PARTY if following in _DETERMINERS else None
            return Predicate.PARTY
        if auxiliary in _HAVE:
            if auxiliary in ("has", "have", "had") and "been" in words[here : here + 6]:
                return _of_state(tokens, words.index("been", here, here + 6) + 1, lexicon, sets)
            return Predicate.PLACE if _is_measure(words[here : here + 4]) else Predicate.PARTY
        if not auxiliary and word.endswith(("s", "ed")) and not kind & lx.COMMON:
            if following in _DETERMINERS or following in _PARTICLES or following[:1].isdigit():
                # An unknown word that has an object is a verb: "Iran poses a threat".
                return Predicate.PARTY
            if word.endswith("ed") and following and following not in BEHIND_PARTICIPLES and gaps[here + 1] == " ":
                # "exchanged fire", but "ravaged by war"
                return Predicate.PARTY
        break
    if auxiliary == "be":
        return Predicate.PLACE
    return Predicate.PARTY if auxiliary in _HAVE else None


def _is_measure(phrase: tuple[str, ...]) -> bool:
    """Tell whether what follows "has" measures a land: "the largest reserves", "34 provinces"."""
    word, following = phrase[0], phrase[1] if len(phrase) > 1 else ""
    if word[0].isdigit() or word in _NUMBERS:
        # "has 14,000 troops there"
        return _FORCES.isdisjoint(phrase)
    if word == "a":
        return following in _MEASURES
    return word == "the" and (following == "most" or (following.endswith("est") and following not in _NO_MEASURE))


_FORCES: Final = frozenset(
    "troops soldiers forces warplanes warships aircraft jets ships advisers diplomats men".split()
)
_NUMBERS: Final = frozenset("two three four five six seven eight nine ten eleven twelve twenty thirty".split())
_MEASURES: Final = frozenset("population coastline border area climate landmass".split())
_NO_MEASURE: Final = frozenset("interest request latest protest quest test guest arrest west rest best".split())


def _is_noun_subject(following: str, gap: str, kind: int, classes: Mapping[str, int]) -> bool:
    """Tell whether what looks like a verb is a noun before its own verb: "Tokyo shares rose", "Iran claims were"."""
    after = classes.get(following, 0)
    if gap != " " or kind & lx.SPEECH or not after & (lx.AUXILIARY | lx.ACTION):
        return False
    past = following[-1:] != "s" and not classes.get(f"{following}s", 0) & lx.ACTION
    return bool(after & lx.AUXILIARY) or past


def _is_base(word: str, classes: Mapping[str, int]) -> bool:
    """Tell whether a verb is a plural, and so rather a noun behind a country's name ("the U.S. campaign")."""
    return word not in _ONE_FORM and bool(classes.get(f"{word}s", 0) & (lx.SPEECH | lx.ACTION))


# Verbs whose past is their base form, and what sides do in a headline.
_ONE_FORM: Final = frozenset("beat bid cut hit let put quit set shed shut split spread win lose draw face".split())


def _of_state(tokens: Tokens, here: int, lexicon: Lexicon, sets: Mapping[str, frozenset[str]]) -> Predicate | None:
    """Read what a name is said to be: ready, accused, talking; or divided, a country, dry."""
    words = tokens.words
    while here < len(words) and words[here] in sets["degrees"] and tokens.gaps[here] == " ":
        here += 1
    if here >= len(words):
        return Predicate.PLACE
    word = words[here]
    if word == "being" and here + 1 < len(words):
        word = words[here + 1]
    if word == "to" or word in sets["party_predicates"]:
        return Predicate.PARTY
    if word.endswith("ing"):
        return Predicate.PLACE if word in sets["processes"] else Predicate.PARTY
    if (word in _ARTICLES or tokens.forms[here] != word) and not sets["party_nouns"].isdisjoint(
        words[here + 1 : here + 6]
    ):
        return Predicate.PARTY
    return Predicate.PLACE
