"""Differences that a noun names: "exports were $1.9 billion and imports $6.5 billion, a deficit of $4.6 billion"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from afghanbrief.briefing import Finding
from afghanbrief.checks.arithmetic.change_findings import difference
from afghanbrief.checks.arithmetic.view import FigureView
from afghanbrief.text.patterns import compile_pattern

_NAMED: Final = compile_pattern(
    r"[^.;:!?()\d]{0,60}(?:, | - | ?\u2014 ?|; )(?:leaving |for |giving |with |creating |which is |that is )?"
    r"(?:an? |the )(?:[a-z]+ ){0,2}(?:deficit|surplus|gap|difference|shortfall|margin|lead|spread)(?: of| is| was)\s*"
    r"(?:(?:about|some|around|nearly|almost|roughly|just|only|over|under|more than|less than)\s){0,2}\Z"
)
_COMPARED: Final = compile_pattern(
    r"[^.:!?()\d]{0,60}\b(?:and|but|while|against|to|compared (?:with|to)|versus)\b[^.:!?()\d]{0,60}\Z"
)
_NOUNS: Final = ("deficit", "surplus", "gap", "difference", "shortfall", "margin", "lead", "spread")
_COMPARATIVES: Final = (" more", " fewer", " less", " higher", " lower")
_BARE: Final = compile_pattern(r" (?:more|fewer|less|higher|lower)(?:[.,;)]|\Z)")
_JUST_BEHIND: Final = compile_pattern(r"(?: [a-z]+){0,3}, \Z")
_ENDINGS: Final = ("of ", "is ", "was ", "about ", "some ", "nearly ", "almost ", "over ", "than ", "just ", "only ")
_POINTS: Final = ("percentage-point", "point")
# A difference that is further off is one between other figures.
_PLAUSIBLE: Final = (Decimal("0.4"), Decimal("2.5"))


def find_differences(view: FigureView) -> Iterator[Finding]:
    """Yield the differences that a noun ties to the two figures right before it.

    Arguments:
        view: the figures.

    Yields:
        Findings of relation ``difference``.
    """
    figures, sentences = view.figures, view.sentences
    folded = view.document.folded
    named = any(noun in folded for noun in _NOUNS)
    for index in range(2, len(figures)):
        if sentences[index - 2] != sentences[index]:
            continue
        if view.after(index, 12).startswith(_COMPARATIVES):
            found = _set_apart(view, index)
            if found is not None:
                yield found
            continue
        if not named or not view.before(index, 12).endswith(_ENDINGS):
            continue
        claimed = figures[index]
        # "26%, down three points since October, and Labour on 45%": what changed meanwhile is none of the two.
        second = index - 1 if figures[index - 1].change == "level" else index - 2
        first = second - 1 if second < 1 or figures[second - 1].change == "level" else second - 2
        if first < 0 or sentences[first] != sentences[index]:
            continue
        if not view.alike(first, second) or claimed.upper is not None:
            continue
        of_points = figures[first].unit == "percent" and claimed.unit in _POINTS
        if claimed.unit != figures[first].unit and not of_points:
            continue
        if not _NAMED.match(view.between(second, index)) or not _COMPARED.match(view.between(second - 1, second)):
            continue
        finding = difference(view, index, first, second)
        near = finding.expected and _is_near(finding.expected, claimed.value)
        # "A lead of five points over the left" may be over somebody else.
        if finding.holds or (near and not view.after(index, 6).startswith(" over ")):
            yield finding


def _set_apart(view: FigureView, index: int) -> Finding | None:
    """Find "Helmand recorded 82 incidents and Kandahar 57, 25 fewer": the comparison is with the figure before."""
    first, second = index - 2, index - 1
    if not _BARE.match(view.after(index, 12)):
        return None
    same = view.alike(first, second) and view.alike(second, index) and view.lemma(first) == view.lemma(second)
    if not same or not _JUST_BEHIND.match(view.between(second, index)):
        return None
    finding = difference(view, index, first, second)
    if finding.holds:
        return finding
    # Something else that the sentence does not tell may be compared: a day, a place, another figure.
    alone = first == view.opening(index) and not view.has_date_between(first, index)
    near = finding.expected is not None and _is_near(finding.expected, view.figures[index].value)
    return finding if alone and near else None


def _is_near(expected: Decimal, claimed: Decimal) -> bool:
    low, high = _PLAUSIBLE
    return low * expected <= claimed <= high * expected
