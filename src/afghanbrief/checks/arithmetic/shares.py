"""Shares of a total: "9 of 15 districts, or 60 percent"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from afghanbrief.briefing import Finding
from afghanbrief.checks.arithmetic.view import FigureView, printed_step, relation_finding, show
from afghanbrief.text.patterns import compile_pattern

# What may stand between a count and the share that restates it.
_RESTATES = compile_pattern(
    r"(?:[^.;:!?()]{0,60}?\bwhich is\b|[^.;!?()]{0,40}?[,(]| or| districts| -+| \u2014|:|[^.;:!?()]{0,40}?:)"
    r"\s*(?:or|which is|that is|i\.e\.)?\s*,?\s*(?:(?:about|around|nearly|almost|approximately|some|roughly|just|over|"
    r"exactly|only|close to|more than|less than|under)\s*){0,2}\Z"
)
_PARTITIVE = compile_pattern(
    r"\s*(?:[a-z' -]{0,24})\bof (?:(?:the|its|their|all|a total of|an estimated|some|about)\s){0,2}[^.;:!?()\d]{0,40}\Z"
)
_THAT_IS = compile_pattern(
    r"\b(?:that|this) (?:is|was|makes|made)(?: (?:about|nearly|almost|some|around|just over))?\s*\Z"
)
_OF_TOTAL = compile_pattern(r" of (?:the |its |their |all |total |a total of )?[^.;:!?()\d]{0,60}\Z")
_OF_WHICH = compile_pattern(r"[^.;!?]{0,80}?,? of (?:which|whom|these|those|them)\b[^.;:!?]{0,30}\Z")
_SAME_THING = compile_pattern(r"[^.;!?]{0,60}\Z")
_LOOK_BACK = 30


def find_shares(view: FigureView) -> Iterator[Finding]:
    """Yield the shares that the wording ties to a count and a total.

    Arguments:
        view: the figures.

    Yields:
        Findings of relation ``share-of-total``.
    """
    alone: list[tuple[int, int]] = []
    for index, figure in enumerate(view.figures):
        if figure.unit != "percent" or figure.change != "level" or figure.upper is not None or not index:
            continue
        pair = _stated_pair(view, index)
        if pair is not None:
            yield _finding(view, pair[0], pair[1], index)
            continue
        part = _restated(view, index)
        if part is None:
            continue
        total = _earlier_total(view, part, index)
        if total is not None:
            yield _finding(view, part, total, index)
        else:
            alone.append((part, index))
    yield from _unstated_totals(view, alone)


def _stated_pair(view: FigureView, share: int) -> tuple[int, int] | None:
    """Find count and total in the share's own sentence."""
    figures = view.figures
    # "Twenty-three of the 140 officers have been suspended. That is 16 per cent."
    if (
        share >= 2
        and _THAT_IS.search(view.before(share, 30))
        and view.sentences[share] - view.sentences[share - 1] == 1
    ):
        left, right = figures[share - 2], figures[share - 1]
        if (
            view.alike(share - 2, share - 1)
            and left.value <= right.value
            and view.sentences[share - 2] == view.sentences[share - 1]
        ):
            if _PARTITIVE.match(view.between(share - 2, share - 1)):
                return share - 2, share - 1
    # "9 of the province's 15 districts, or 60 percent"
    if share >= 2 and view.sentences[share - 2] == view.sentences[share] and view.alike(share - 2, share - 1):
        left, right = figures[share - 2], figures[share - 1]
        if left.value <= right.value and right.unit != "percent" and left.unit != "percent":
            tied = _RESTATES.match(view.between(share - 1, share)) or "were" in view.between(share - 1, share)
            if _PARTITIVE.match(view.between(share - 2, share - 1)) and tied:
                return share - 2, share - 1
        # "of which US$5.2 million (28%)": the total stands first.
        if right.value <= left.value and right.unit != "percent" and left.unit == right.unit:
            if _OF_WHICH.match(view.between(share - 2, share - 1)) and _RESTATES.match(view.between(share - 1, share)):
                return share - 1, share - 2
            opened = view.before(share - 2, 6).strip()
            if opened == "of" and _RESTATES.match(view.between(share - 1, share)):
                return share - 1, share - 2
    # "218 districts ..., or 54.8% of the country's 398 districts"
    following = share + 1
    if following < len(figures) and view.sentences[following] == view.sentences[share]:
        total = figures[following]
        if total.unit != "percent" and _OF_TOTAL.match(view.between(share, following)):
            part = _restated(view, share, following)
            if part is None and share and "figure" in view.before(share, 40):
                part = _earlier_same(view, share, following)
            if part is not None and figures[part].value <= total.value:
                return part, following
    return None


def _restated(view: FigureView, share: int, total: int | None = None) -> int | None:
    """Find the count that a share restates, past counts in brackets of their own."""
    for index in range(share - 1, max(-1, share - 5), -1):
        figure = view.figures[index]
        if view.sentences[index] != view.sentences[share]:
            return None
        if figure.unit == "percent" or figure.upper is not None or figure.change != "level":
            return None
        if figure.bound not in ("=", "~", ">", "<"):
            return None
        if view.figures[share].restates_id == figure.id:
            return index
        if view.before(index, 1) == "(" and index + 1 < len(view.figures) and view.after(index, 1) == ")":
            continue
        words = view.between(index, share)
        if total is not None and view.alike(index, total) and ", or " in words[-8:]:
            return index
        return index if _RESTATES.match(words) and " and " not in words else None
    return None


def _earlier_same(view: FigureView, share: int, total: int) -> int | None:
    for index in range(share - 1, max(-1, share - 5), -1):
        if view.alike(index, total) and view.lemma(index) == view.lemma(total):
            return index
    return None


def _earlier_total(view: FigureView, part: int, share: int) -> int | None:
    """Find a total of the same thing earlier in the text; only one that fits is taken, since none is named."""
    head = view.lemma(part)
    claimed = view.figures[share]
    of_total = "total" in view.after(share, 16)
    in_brackets = view.before(share, 1) == "(" and "." in claimed.span.text
    for index in range(part - 1, max(-1, part - _LOOK_BACK), -1):
        figure = view.figures[index]
        if not view.alike(index, part) or figure.value <= view.figures[part].value or figure.bound not in ("=", "~"):
            continue
        if view.blocks[part] - view.blocks[index] > 6:
            return None
        named = (head and view.lemma(index) == head) or of_total or figure.unit not in ("count", "percent")
        # "8.2 million people (24.7%)": a share in brackets is of the passage's own total, whatever it calls its people.
        if named or (in_brackets and view.blocks[index] == view.blocks[part]):
            expected = view.figures[part].value * 100 / figure.value
            if abs(expected - claimed.value) <= _tolerance(view, part, index, share):
                return index
    return None


def _unstated_totals(view: FigureView, alone: list[tuple[int, int]]) -> Iterator[Finding]:
    """Check counts with shares that add up to a hundred: their sum is the total that the text does not state."""
    groups: dict[tuple[int, str], list[tuple[int, int]]] = {}
    for part, share in alone:
        groups.setdefault((view.blocks[share], view.lemma(part)), []).append((part, share))
    for group in groups.values():
        shares = sum((view.figures[share].value for _, share in group), Decimal(0))
        slack = sum((printed_step(view.figures[share]) for _, share in group), Decimal(0))
        if len(group) < 2 or abs(shares - 100) > max(slack, Decimal("0.5")):
            continue
        total = sum((view.figures[part].value for part, _ in group), Decimal(0))
        for part, share in group:
            yield _share_of(view, part, share, total, ())


def _tolerance(view: FigureView, part: int, total: int, share: int) -> Decimal:
    """Give what rounding allows: of the printed share, and of count and total."""
    whole, piece = view.figures[total], view.figures[part]
    allowed = printed_step(view.figures[share])
    if whole.value:
        allowed += (printed_step(piece) + printed_step(whole) * piece.value / whole.value) * 100 / whole.value
    return allowed * Decimal("1.02")


def _finding(view: FigureView, part: int, total: int, share: int) -> Finding:
    return _share_of(view, part, share, view.figures[total].value, (view.figures[total].id,), total)


def _share_of(
    view: FigureView, part: int, share: int, total: Decimal, ids: tuple[str, ...], total_index: int | None = None
) -> Finding:
    piece, claimed = view.figures[part], view.figures[share]
    expected = (piece.value * 100 / total) if total else Decimal(0)
    allowed = (
        _tolerance(view, part, total_index, share)
        if total_index is not None
        else printed_step(claimed) * Decimal("1.02")
    )
    holds = _within(expected, claimed.value, allowed, claimed.bound)
    counted = view.figures[part].counted
    head = f" {counted.text.split()[-1]}" if counted is not None and counted.text.split() else ""
    message = f"{show(piece.value)} of {show(total)}{head} is {show(expected.quantize(Decimal('0.1')))}%"
    return relation_finding(
        "share-of-total",
        message,
        (piece.id, *ids, claimed.id),
        operands=(piece.value, total),
        claimed=claimed.value,
        expected=expected.quantize(Decimal("0.01")),
        holds=holds,
    )


def _within(expected: Decimal, claimed: Decimal, allowed: Decimal, bound: str) -> bool:
    if bound in (">", ">="):
        return expected >= claimed - allowed and expected <= claimed * Decimal("1.2") + 1
    if bound in ("<", "<="):
        return expected <= claimed + allowed
    return abs(expected - claimed) <= allowed
