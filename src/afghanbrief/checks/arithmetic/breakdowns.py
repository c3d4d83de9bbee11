"""Sentences that break down a figure of the one before: "Thirty-one were thefts and 15 were murders"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from afghanbrief.briefing import Finding
from afghanbrief.checks.arithmetic.sums import (
    FEWEST_MEMBERS,
    FURTHEST_OFF,
    MOST_PARTS,
    NEXT_IN_LIST,
    OF_THEM,
    accept_parts,
    list_parts,
)
from afghanbrief.checks.arithmetic.view import FigureView, sum_finding
from afghanbrief.text.patterns import compile_pattern

_WERE: Final = compile_pattern(
    r"\b(?:the (?:dead|victims|casualties|killed|wounded|injured|detainees) (?:were|are|comprised?)"
    r"|of (?:the|those) (?:dead|victims|casualties|killed|wounded|injured|detainees|detained),?)\s*\Z"
)
# "562 families came from one district and 374 others from the next"
_OTHERS: Final = " others"
_EARLIER_BLOCKS: Final = 4
_PEOPLE: Final = frozenset(
    ("people", "person", "death", "injured", "casualty", "civilian", "soldier", "man", "detainee", "victim")
)


def find_breakdowns(view: FigureView) -> Iterator[Finding]:
    """Yield the sums of sentences that break down a figure before them.

    Which figure is broken down is not said, so only one that the parts make up is taken, or exceed by little.

    Arguments:
        view: the figures.

    Yields:
        Findings of relation ``sum``.
    """
    sentences = view.sentences
    others = _OTHERS in view.document.folded
    index = 1
    while index < len(sentences):
        if sentences[index] == sentences[index - 1]:
            index += 1
            continue
        first = index
        index += 1
        if index >= len(sentences) or sentences[index] != sentences[first]:
            continue
        before = view.before(first, 30)
        opens = not before.strip(" \"'") and not view.has_own_noun(first)
        named = bool(_WERE.search(before))
        leads = opens or named or OF_THEM.match(view.after(first)) is not None
        if not leads and not others:
            continue
        parts = list_parts(view, first, NEXT_IN_LIST)
        if not leads and not view.figures[parts[-1]].span.text.endswith(_OTHERS):
            continue
        if len(parts) < 2 or " and " not in view.between(parts[-2], parts[-1]):
            continue
        total = _broken_down(view, first, parts, named)
        if total is not None:
            yield sum_finding(view, total, parts)


def _broken_down(view: FigureView, first: int, parts: list[int], named: bool) -> int | None:
    added = sum((view.figures[part].value for part in parts), Decimal(0))
    for total in range(first - 1, max(-1, first - MOST_PARTS), -1):
        if named:
            if view.block(first) - view.block(total) > _EARLIER_BLOCKS:
                return None
        elif view.sentences[first] - view.sentences[total] > 1:
            return None
        figure = view.figures[total]
        if figure.value == added and figure.change == "level" and accept_parts(view, total, parts) is not None:
            if not named or view.lemma(total) in _PEOPLE:
                return total
    return None if named else _exceeded(view, first, parts, added)


def _exceeded(view: FigureView, first: int, parts: list[int], added: Decimal) -> int | None:
    """Read "planned 25 convoys. Seventeen arrived, five were delayed and four cancelled": one too many."""
    total = first - 1
    whole = view.figures[total]
    alone = total == 0 or view.sentences[total - 1] != view.sentences[total]
    if len(parts) < FEWEST_MEMBERS or not alone or view.sentences[first] - view.sentences[total] != 1:
        return None
    if view.block(total) != view.block(first) or not view.has_own_noun(total) or whole.bound != "=":
        return None
    head = view.lemma(total)
    leans = all(view.lemma(part) == head and not view.has_own_noun(part) for part in parts)
    close = whole.value < added <= whole.value * (1 + FURTHEST_OFF)
    return total if head and leans and close and accept_parts(view, total, parts) is not None else None
