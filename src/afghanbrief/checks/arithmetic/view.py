"""The figures of a document in text order, with the words that stand between them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from afghanbrief.briefing import Finding, Relation
from afghanbrief.document import Document
from afghanbrief.kinds import Statistic

_FURTHEST = 300


class FigureView:
    """Figures by position, and the folded text between two of them.

    Arguments:
        document: the document.
        statistics: its statistics, sorted by span.
    """

    def __init__(self, document: Document, statistics: Sequence[Statistic]) -> None:
        self.document = document
        self._folded = document.folded
        self._sentences = document.sentences
        self.figures = tuple(statistics)
        self.sentences = tuple(document.sentence_index(figure.span.start) for figure in self.figures)
        self.blocks = tuple(document.block_index(figure.span.start) for figure in self.figures)

    def between(self, left: int, right: int) -> str:
        """Give the text from the end of figure *left* to the start of figure *right*, at most 300 characters of it."""
        start, end = self.figures[left].span.end, self.figures[right].span.start
        return self._folded[start : min(end, start + _FURTHEST)].replace("\n", " ")

    def before(self, index: int, length: int = 24) -> str:
        """Give the text right before a figure, inside its sentence."""
        start = self.figures[index].span.start
        begin = max(self._sentences[self.sentences[index]].start, start - length)
        return self._folded[begin:start].replace("\n", " ")

    def after(self, index: int, length: int = 24) -> str:
        """Give the text right behind a figure, inside its sentence."""
        end = self.figures[index].span.end
        return self._folded[end : min(self._sentences[self.sentences[index]].end, end + length)].replace("\n", " ")

    def alike(self, left: int, right: int) -> bool:
        """Tell whether two figures have one unit and a single value each."""
        first, second = self.figures[left], self.figures[right]
        return first.unit == second.unit and first.upper is None and second.upper is None

    def lemma(self, index: int) -> str:
        """Give the counted head of a figure, or an empty string."""
        return self.figures[index].counted_lemma or ""


def printed_step(statistic: Statistic) -> Decimal:
    """Give half a unit of the last digit that is printed: 56.3 percent is right within 0.05.

    Scale words and round numbers widen it: "1.4 million" is right within 50,000. Words ("a third") are right within
    one and a half percent; approximate figures ("about") within twice their step.

    Arguments:
        statistic: the figure.

    Returns:
        The step, in the figure's own unit.
    """
    text = statistic.span.text
    digits = "".join(character for character in text if character.isdigit() or character == ".")
    value = abs(statistic.value)
    if not any(character.isdigit() for character in text):
        step = Decimal("1.5") if statistic.unit == "percent" else Decimal(0)
    else:
        decimals = len(digits.rstrip(".").split(".")[1]) if "." in digits.rstrip(".") else 0
        step = Decimal(5).scaleb(-decimals - 1)
        try:
            mantissa = Decimal(digits.rstrip(".") or "1")
        except ArithmeticError:
            mantissa = value
        if mantissa and value > mantissa * 10:
            step *= (value / mantissa).quantize(Decimal(1))
        elif statistic.unit not in ("percent", "percentage-point") and not decimals:
            step = Decimal(0)
    return step * 2 if statistic.bound == "~" else step


def show(value: Decimal) -> str:
    """Write a number for a person: thousands grouped, no needless zeros."""
    if value == value.to_integral_value():
        return f"{int(value):,}"
    return f"{value.quantize(Decimal('0.1')):,}" if abs(value) >= 1 else f"{value.normalize():f}"


def relation_finding(
    relation: Relation,
    message: str,
    ids: Sequence[str],
    *,
    operands: Sequence[Decimal],
    claimed: Decimal,
    expected: Decimal,
    holds: bool,
) -> Finding:
    """Make the finding of one relation: information if it holds, a warning if it does not."""
    verdict = "agrees" if holds else f"does not agree with {show(claimed)}"
    return Finding(
        check="arithmetic",
        severity="info" if holds else "warning",
        message=f"{message}: {verdict}",
        annotation_ids=tuple(dict.fromkeys(ids)),
        relation=relation,
        operands=tuple(operands),
        claimed=claimed,
        expected=expected,
        holds=holds,
    )
