"""Lets the names of one list decide together whether they are governments or places."""

from __future__ import annotations

import itertools
from typing import Final

from afghanbrief.extractors.actors.senses import Judgement, Sense
from afghanbrief.text.tokens import Tokens

_BEHIND_PREPOSITIONS: Final = ("place-by-preposition", "places-of-one-list")


def settle_lists(tokens: Tokens, names: list[tuple[int, int]], judgements: list[Judgement]) -> None:
    """Let names of one list decide together: "Moscow, Ankara and Washington watched".

    Arguments:
        tokens: the document's tokens.
        names: first and stop of each name, in text order.
        judgements: their judgements; those that are not sure are replaced by a sure neighbour's.
    """
    linked = [
        right[0] - left[1] <= 2 and _joins_list(tokens, left[1], right[0]) for left, right in itertools.pairwise(names)
    ]
    if True not in linked:
        return
    for i, (_, stop) in enumerate(names[:-1]):
        if linked[i] and tokens.words[stop] == "and" and tokens.gaps[stop] == ", " and not (i and linked[i - 1]):
            # "sent tanks to Kyiv, and Berlin will follow": two names with a comma are no list.
            linked[i] = False
    for order in (range(len(linked)), range(len(linked) - 1, -1, -1)):
        for i in order:
            if not linked[i]:
                continue
            here, there = (i, i + 1) if order.step == 1 else (i + 1, i)
            source = judgements[here]
            followed = order.step == 1 and judgements[there].rule == "subject-of-act"
            if followed and source.rule in _BEHIND_PREPOSITIONS and _goes_on(tokens, linked, names, i):
                # "officials in Kabul and Washington push for an end": what stands behind "in" is no subject.
                judgements[there] = Judgement(Sense.PLACE, "places-of-one-list", True)
                continue
            if source.sure and not judgements[there].sure and source.sense is not Sense.MODIFIER:
                rule = "actors-of-one-list" if source.sense is Sense.GOVERNMENT else "places-of-one-list"
                judgements[there] = Judgement(source.sense, rule, True)


def _goes_on(tokens: Tokens, linked: list[bool], names: list[tuple[int, int]], number: int) -> bool:
    """Tell whether a list goes on behind a name: "from Egypt, Jordan and Oman came", but "In Egypt, Jordan and ..."."""
    first, stop = names[number]
    return tokens.words[stop] == "and" or (
        linked[number + 1 : number + 2] == [True] and first > 1 and tokens.gaps[first - 1] == " "
    )


def _joins_list(tokens: Tokens, stop: int, first: int) -> bool:
    """Tell whether a comma, "and" or "or" alone stands between two names, "the" aside."""
    words, gaps = tokens.words, tokens.gaps
    if first > stop and words[first - 1] == "the" and gaps[first] in (" ", "\n"):
        first -= 1
    if first == stop:
        return gaps[first] == ", "
    return first - stop == 1 and words[stop] in ("and", "or", "nor") and gaps[first] in (" ", "\n")
