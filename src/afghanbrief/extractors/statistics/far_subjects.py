"""Finds who puts a figure on something where the verb stands far from its subject, or the subject is a pronoun."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from afghanbrief.extractors.statistics.vouching import load_vouching
from afghanbrief.kinds import ActorMention
from afghanbrief.text.tokens import Tokens

_FURTHEST: Final = 8
_FURTHEST_NAMED: Final = 24
_IN_PHRASE: Final = 4
_IN_FRONT: Final = 3
_DETERMINERS: Final = frozenset("the a an its their his her that this".split())
_ADVERBS: Final = frozenset("later now also then earlier since has have had first again".split())
_PERSONS: Final = frozenset(("he", "she"))
_BODIES: Final = frozenset(("it", "they"))
_PERSON_TYPES: Final = frozenset(("person",))
_BODY_TYPES: Final = frozenset(("organisation", "armed_group", "government", "media"))
# "The agency" is no state.
_NAMED_BODIES: Final = _BODY_TYPES - {"government"}


def putting_verb(tokens: Tokens, first: int, stop: int) -> int:
    """Give the verb that puts a figure on something: "put the number of dead at", "raised the toll to", "it predicted".

    Arguments:
        tokens: the document's tokens.
        first: first word of a sentence.
        stop: end of the sentence.

    Returns:
        The index of the verb, or -1 if there is none.
    """
    words, lists = tokens.words, load_vouching()
    said = words[first:stop]
    verbs = lists["far"]
    if verbs.isdisjoint(said):
        return -1
    for index in range(first + 1, stop - 1):
        word = words[index]
        if word not in verbs:
            continue
        if word in lists["putting"]:
            if words[index + 1] in _DETERMINERS or words[index + 2 : index + 4] == ("s",):
                return index
        elif word in lists["setting"]:
            if words[index + 1] in _DETERMINERS and not lists["tolls"].isdisjoint(words[index + 2 : index + 5]):
                return index
        else:
            subject = words[_subject(words, index, first)]
            if subject in _PERSONS or subject in _BODIES or subject in lists["bodies"]:
                return index
    return -1


def _subject(words: Sequence[str], verb: int, first: int) -> int:
    """Give the index of the word before a verb and its adverbs."""
    before = verb - 1
    while before > first and words[before] in _ADVERBS:
        before -= 1
    return before


def subject_of(
    tokens: Tokens, verb: int, first: int, mentions: Sequence[ActorMention], starts: Sequence[int], opening: int
) -> ActorMention | None:
    """Give the mention of who does what the verb says.

    Arguments:
        tokens: the document's tokens.
        verb: index of the verb.
        first: index of the first word of its sentence.
        mentions: mentions of actors that may be sources, sorted.
        starts: where they start.
        opening: where the passage begins in which a pronoun may find its noun.
    """
    before = _subject(tokens.words, verb, first)
    subject = tokens.words[before]
    position = bisect_left(starts, tokens.starts[verb]) - 1
    if subject in _PERSONS:
        return _nearest(mentions, position, opening, _PERSON_TYPES)
    if subject in _BODIES:
        return _nearest(mentions, position, opening, _BODY_TYPES)
    if subject in load_vouching()["bodies"] and not _DETERMINERS.isdisjoint(
        tokens.words[max(first, before - 4) : before]
    ):
        return _named_so(mentions, position, subject) or _nearest(mentions, position, opening, _NAMED_BODIES)
    begin = bisect_left(starts, tokens.starts[first])
    if begin > position:
        return None
    mention = mentions[begin]
    if begin < position and mentions[begin + 1].type == "person":
        between = mentions[begin + 1].span.start - mention.span.end
        # "Their spokesman, Zabiullah Hemat, put ..."
        return mentions[begin + 1] if between < _IN_FRONT else mention
    return mention


def _named_so(mentions: Sequence[ActorMention], position: int, noun: str) -> ActorMention | None:
    """Give the body whose name says what it is: "the bank" is "Chile's central bank", not "the agency INE"."""
    for index in range(position, max(-1, position - _FURTHEST_NAMED), -1):
        if mentions[index].type in _BODY_TYPES and mentions[index].span.text.lower().endswith(noun):
            return mentions[index]
    return None


def _nearest(
    mentions: Sequence[ActorMention], position: int, opening: int, types: frozenset[str]
) -> ActorMention | None:
    for index in range(position, max(-1, position - _FURTHEST), -1):
        if mentions[index].span.start < opening:
            return None
        if mentions[index].type in types:
            return mentions[index]
    return None
