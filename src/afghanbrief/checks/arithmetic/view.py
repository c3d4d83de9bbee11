"""The figures of a document in text order, with the words that stand between them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from afghanbrief.briefing import Finding, Relation
from afghanbrief.checks.arithmetic.rounding import printed_step, within
from afghanbrief.document import Document
from afghanbrief.kinds import DateMention, Statistic
from afghanbrief.text.patterns import compile_pattern

_FURTHEST: Final = 300
_BRACKETS: Final = compile_pattern(r" ?\([^()]{0,80}\)")

# Different words for one outcome: "1,502 deaths" are those who were "killed".
_ONE_OUTCOME: Final = {
    "injury": "injured",
    "wounded": "injured",
    "hurt": "injured",
    "killed": "death",
    "dead": "death",
    "fatality": "death",
}


class FigureView:
    """Figures by position, and the folded text between two of them.

    Arguments:
        document: the document.
        statistics: its statistics, sorted by span.
        dates: its dates, sorted by span.
    """

    def __init__(self, document: Document, statistics: Sequence[Statistic], dates: Sequence[DateMention] = ()) -> None:
        self.document = document
        self.figures = tuple(statistics)
        self.dates = dates
        self._folded = document.folded.replace("\n", " ")
        sentences = document.sentences
        spans = [figure.span for figure in self.figures]
        self._starts = [span.start for span in spans]
        self._ends = [span.end for span in spans]
        starts = [sentence.start for sentence in sentences]
        self.sentences = [bisect_right(starts, start) - 1 for start in self._starts]
        following = [*self.sentences[1:], -1]
        # Whether a figure is the only one in its sentence.
        self.alone = [
            before != here != after
            for before, here, after in zip([-1, *self.sentences], self.sentences, following, strict=False)
        ]
        self._begins = [sentences[index].start for index in self.sentences]
        self._limits = [sentences[index].end for index in self.sentences]
        self._steps: dict[int, Decimal] = {}
        self._date_starts: list[int] | None = None
        self._values: dict[str, str] | None = None

    def between(self, left: int, right: int) -> str:
        """Give the text from the end of figure *left* to the start of figure *right*, at most 300 characters of it."""
        start, end = self._ends[left], self._starts[right]
        return self._folded[start : end if end - start < _FURTHEST else start + _FURTHEST]

    def outside(self, left: int, right: int) -> str:
        """Give the text between two figures without what stands in brackets."""
        between = self.between(left, right)
        return _BRACKETS.sub("", between) if "(" in between else between

    def before(self, index: int, length: int = 24) -> str:
        """Give the text right before a figure, inside its sentence."""
        start, begin = self._starts[index], self._begins[index]
        return self._folded[start - length if start - length > begin else begin : start]

    def after(self, index: int, length: int = 24) -> str:
        """Give the text right behind a figure, inside its sentence."""
        end, limit = self._ends[index], self._limits[index]
        return self._folded[end : end + length if end + length < limit else limit]

    def step(self, index: int) -> Decimal:
        """Give half a unit of the last digit that is printed of a figure."""
        step = self._steps.get(index)
        if step is None:
            step = self._steps[index] = printed_step(self.figures[index])
        return step

    def gap(self, left: int, right: int) -> int:
        """Give the number of characters between two figures, in whatever order."""
        return max(self._starts[left], self._starts[right]) - min(self._ends[left], self._ends[right])

    def block(self, index: int) -> int:
        """Give the index of the block that a figure stands in."""
        return self.document.block_index(self._starts[index])

    def opening(self, index: int) -> int:
        """Give the index of the first figure in the sentence of a figure."""
        return bisect_left(self.sentences, self.sentences[index])

    def alike(self, left: int, right: int) -> bool:
        """Tell whether two figures have one unit and a single value each."""
        first, second = self.figures[left], self.figures[right]
        return first.unit == second.unit and first.upper is None and second.upper is None

    def in_one_rate(self, left: int, right: int) -> bool:
        """Tell whether two figures are alike but for a rate said once: "from 32 afghanis a kilogram to 40 afghanis"."""
        first, second = self.figures[left], self.figures[right]
        if first.upper is not None or second.upper is not None:
            return False
        return first.unit == second.unit or (
            ("/" in first.unit) != ("/" in second.unit) and first.unit.split("/")[0] == second.unit.split("/")[0]
        )

    def in_one_measure(self, part: int, whole: int) -> bool:
        """Tell whether a part may be of a whole: "9,000 of some 36,000 km" says the unit once."""
        first, second = self.figures[part], self.figures[whole]
        if first.upper is not None or second.upper is not None:
            return False
        return first.unit == second.unit or (
            first.unit == "count" and second.unit != "percent" and not self.has_own_noun(part)
        )

    def lemma(self, index: int) -> str:
        """Give the counted head of a figure, or an empty string; words for one outcome are one."""
        lemma = self.figures[index].counted_lemma or ""
        return _ONE_OUTCOME.get(lemma, lemma)

    def as_of(self, index: int) -> str:
        """Give the value of the date that a figure holds for, or an empty string."""
        as_of_id = self.figures[index].as_of_id
        if as_of_id is None:
            return ""
        if self._values is None:
            self._values = {date.id: date.value for date in self.dates}
        return self._values.get(as_of_id, "")

    def has_own_noun(self, index: int) -> bool:
        """Tell whether what a figure counts stands with it, and was not taken from an earlier figure."""
        figure = self.figures[index]
        return figure.counted is not None and figure.counted.start >= figure.span.start

    def has_date_between(self, left: int, right: int) -> bool:
        """Tell whether a date stands between two figures: then they are of different times."""
        if self._date_starts is None:
            self._date_starts = [date.span.start for date in self.dates]
        start, end = self._ends[left], self._starts[right]
        position = bisect_left(self._date_starts, start)
        return position < len(self._date_starts) and self._date_starts[position] < end


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


def sum_finding(view: FigureView, total: int, parts: Sequence[int]) -> Finding:
    """Make the finding that parts make up a total, or do not.

    Arguments:
        view: the figures.
        total: index of the total.
        parts: indexes of the parts, in text order.
    """
    whole = view.figures[total]
    pieces = [view.figures[part] for part in parts]
    added = sum((piece.value for piece in pieces), Decimal(0))
    allowed = sum((view.step(part) for part in parts), view.step(total))
    return relation_finding(
        "sum",
        f"{' + '.join(show(piece.value) for piece in pieces)} = {show(added)}",
        [*(piece.id for piece in pieces), whole.id],
        operands=[piece.value for piece in pieces],
        claimed=whole.value,
        expected=added,
        holds=within(added, whole, allowed),
    )


def show(value: Decimal) -> str:
    """Write a number for a person: thousands grouped, no needless zeros."""
    whole = int(value)
    if value == whole:
        return f"{whole:,}"
    return f"{value.quantize(Decimal('0.1')):,}" if abs(value) >= 1 else f"{value.normalize():f}"
