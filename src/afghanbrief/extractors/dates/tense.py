"""Tells from the words of a clause whether it looks back or forward; no parser."""

from __future__ import annotations

from afghanbrief.extractors.dates.scan import Scan

_REACH_LEFT = 10
_REACH_RIGHT = 6
_BE = frozenset(("be", "being"))
_MODAL = frozenset(("to", "will", "would", "may", "could", "should", "must"))


def direction(scan: Scan, first: int, after: int) -> tuple[int, int]:
    """Give the direction of the clause around an expression, and the word that shows it.

    Arguments:
        scan: the document.
        first: index of the expression's first word.
        after: index after its last word.

    Returns:
        ``-1`` for past, ``1`` for future, ``0`` if no cue stands near; and the index of the cue (``-1`` if none).
    """
    context = scan.lexicon.context
    past, future, not_past, modal = context["past"], context["future"], context["not_past"], context["modal"]
    words, gaps = scan.words, scan.gaps
    for index in range(first - 1, max(-1, first - 1 - _REACH_LEFT), -1):
        gap = gaps[index + 1]
        if gap != " " and _ends_clause(gap):
            break
        word = words[index]
        if word in future or word in modal or (word in ("soon", "early") and index + 2 == first):
            # "had been due to end Sunday": what was to come then is past now.
            return (-1 if "had" in words[max(0, index - 3) : index] else 1), index
        if word in ("may", "might") and scan.forms[index].islower() and words[index + 1 : index + 2] != ("have",):
            return 1, index
        if word == "to" and index and words[index - 1] in ("is", "are", "due", "set") and index < first - 1:
            return 1, index
        if word in past or (len(word) > 4 and word.endswith("ed") and word not in not_past):
            if index > 1 and words[index - 1] in _BE and words[index - 2] in _MODAL:
                return 1, index
            return -1, index
    for index in range(after, min(scan.count, after + _REACH_RIGHT)):
        gap = gaps[index]
        if gap != " " and _ends_clause(gap):
            break
        word = words[index]
        if word in modal:
            return 1, index
        if word in past or (len(word) > 4 and word.endswith("ed") and word not in not_past):
            return -1, index
    return 0, -1


def _ends_clause(gap: str) -> bool:
    return ". " in gap or "\n\n" in gap or ";" in gap or "?" in gap or "!" in gap or '."' in gap or ".\n" in gap
