"""Lets the names of one list decide together whether they are governments or places."""

from __future__ import annotations

import itertools

from afghanbrief.extractors.actors.senses import Judgement, Sense
from afghanbrief.text.tokens import Tokens


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
    for order in (range(len(linked)), range(len(linked) - 1, -1, -1)):
        for i in order:
            if not linked[i]:
                continue
            here, there = (i, i + 1) if order.step == 1 else (i + 1, i)
            source = judgements[here]
            joined = tokens.words[names[i][1]] == "and"
            if (
                order.step == 1
                and joined
                and source.rule == "place-by-preposition"
                and judgements[there].rule == "subject-of-act"
            ):
                # "officials in Kabul and Washington push for an end": what stands behind "in" is no subject.
                judgements[there] = Judgement(Sense.PLACE, "places-of-one-list", True)
                continue
            if source.sure and not judgements[there].sure and source.sense is not Sense.MODIFIER:
                rule = "actors-of-one-list" if source.sense is Sense.GOVERNMENT else "places-of-one-list"
                judgements[there] = Judgement(source.sense, rule, True)


def _joins_list(tokens: Tokens, stop: int, first: int) -> bool:
    """Tell whether a comma, "and" or "or" alone stands between two names, "the" aside."""
    words, gaps = tokens.words, tokens.gaps
    if first > stop and words[first - 1] == "the" and gaps[first] in (" ", "\n"):
        first -= 1
    if first == stop:
        return gaps[first] == ", "
    return first - stop == 1 and words[stop] in ("and", "or", "nor") and gaps[first] in (" ", "\n")
