"""Sums of parts: "812 casualties (297 deaths and 515 injured)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from afghanbrief.briefing import Finding
from afghanbrief.checks.arithmetic.view import FigureView, printed_step, relation_finding, show
from afghanbrief.text.patterns import compile_pattern

_OPENS_BRACKET = compile_pattern(r"[^.;:!?(]{0,40}\((?:of (?:them|whom|which),? )?\Z")
_OPENS_LIST = compile_pattern(r"[^.;!?(]{0,80}:\s*\Z")
_OPENS_APPOSITION = compile_pattern(r"(?:[^.;:!?(,]{0,30}),(?: (?:of (?:whom|which)|including))? \Z")
_NEXT_IN_BRACKET = compile_pattern(r"[^.;:!?()]{0,60}(?:,| and| or| plus)[^.;:!?()\d]{0,40}\Z")
_NEXT_IN_LIST = compile_pattern(r"[^.;:!?\d]{0,60}(?:, and| and|,)[^.;:!?\d]{0,30}\Z")
_BRACKETED = compile_pattern(r"\)[^.;!?]{0,60}\(\Z")
_BRACKETS = compile_pattern(r" ?\([^()]{0,60}\)")
_OF_WHICH = compile_pattern(r"[^.;:!?(]{0,40}, of (?:which|whom|these) \Z")
_TOTALS = compile_pattern(r"\b(?:bringing|total|totalling|making|in all|altogether|taking)\b[^.;!?]{0,60}\Z")
_REST = compile_pattern(r"\b(?:remaining|other|rest|balance)(?: of)?(?: the)?\s*\Z")
_MOST_PARTS = 8
_PART_WORDS = 4


def find_sums(view: FigureView) -> Iterator[Finding]:
    """Yield the sums that brackets, lists, appositions and remainders assert.

    Arguments:
        view: the figures.

    Yields:
        Findings of relation ``sum``.
    """
    for index, figure in enumerate(view.figures):
        if figure.upper is not None or figure.unit in ("percent", "percentage-point", "x") or figure.change != "level":
            continue
        found = _bracket(view, index) or _list(view, index) or _apposition(view, index)
        found = found or _of_which(view, index) or _brought_to(view, index)
        if found is None and _REST.search(view.before(index, 20)):
            found = _remainder(view, index)
        if found is not None:
            yield _finding(view, *found)


def _parts(view: FigureView, first: int, joint: object, sentence: int) -> list[int]:
    parts = [first]
    while len(parts) < _MOST_PARTS:
        following = parts[-1] + 1
        while following < len(view.figures) and _is_aside(view, following, first):
            following += 1
        if following >= len(view.figures) or view.sentences[following] != sentence:
            break
        between = view.between(parts[-1], following)
        if following - parts[-1] > 1:
            between = _BRACKETS.sub("", between)
        if not joint.match(between):  # type: ignore[attr-defined]
            break
        parts.append(following)
    return parts


def _is_aside(view: FigureView, index: int, first: int) -> bool:
    """Tell whether a figure in brackets restates the one before it in another unit: "198,527 (79 per cent)"."""
    return view.figures[index].unit != view.figures[first].unit and view.before(index, 1) == "("


def _bracket(view: FigureView, total: int) -> tuple[int, list[int]] | None:
    """Read "T (A deaths and B injured)", and "T ... (A) or ... (B)"."""
    first = total + 1
    if first >= len(view.figures) or view.sentences[first] != view.sentences[total]:
        return None
    between = view.between(total, first)
    if not _OPENS_BRACKET.match(between) and not between.endswith("("):
        return None
    if view.after(first, 1) == ")":
        parts = _parts(view, first, _BRACKETED, view.sentences[total])
        if any(view.after(part, 1) != ")" for part in parts):
            return None
    else:
        if not _OPENS_BRACKET.match(between):
            return None
        parts = _parts(view, first, _NEXT_IN_BRACKET, view.sentences[total])
        closing = view.document.folded.find(")", view.figures[parts[-1]].span.end)
        if closing < 0 or closing - view.figures[parts[-1]].span.end > 60:
            return None
        rest = view.document.folded[view.figures[parts[-1]].span.end : closing]
        if "," in rest or " and " in rest:
            # The list goes on without figures.
            return None
        if view.between(parts[0], parts[-1]).strip(" #") == ",":
            # "$140bn ($96bn, 86bn)": the same sum in other money.
            return None
    return _accept(view, total, parts)


def _list(view: FigureView, total: int) -> tuple[int, list[int]] | None:
    """Read "T families are ...: A in Herat, B in Badghis and C in Ghor"."""
    first = total + 1
    if first >= len(view.figures) or view.sentences[first] != view.sentences[total]:
        return None
    if not _OPENS_LIST.match(view.between(total, first)):
        return None
    parts = _parts(view, first, _NEXT_IN_LIST, view.sentences[total])
    return _accept(view, total, parts) if len(parts) > 1 and " and " in view.between(parts[-2], parts[-1]) else None


def _apposition(view: FigureView, total: int) -> tuple[int, list[int]] | None:
    """Read "T interviews, A of them in Faryab and B in Jawzjan"; only sums that are right or nearly so are meant."""
    first = total + 1
    if first >= len(view.figures) or view.sentences[first] != view.sentences[total]:
        return None
    between = view.between(total, first)
    if not _OPENS_APPOSITION.match(between):
        return None
    if total and view.sentences[total - 1] == view.sentences[total]:
        # "12 farmers, five traders, three teachers and a nurse": a member of a list is no total of the rest.
        if _NEXT_IN_LIST.match(view.between(total - 1, total)):
            return None
    parts = _parts(view, first, _NEXT_IN_LIST, view.sentences[total])
    whole = view.figures[total].value
    # Parts that are clauses of their own, or only included, add up or mean nothing.
    loose = "including" in between or (len(parts) > 1 and ", and" in view.between(parts[0], parts[1]))
    loose = loose or len(view.between(parts[0], parts[-1]).split(" and ")[0].split()) > _PART_WORDS
    while len(parts) > 1:
        # What follows the last part may belong to another clause: "81 on one side and 67 on the other, and drove ...".
        added = sum(view.figures[part].value for part in parts)
        near = added == whole if loose else abs(added - whole) <= max(Decimal(2), whole * Decimal("0.03"))
        if near and " and " in view.between(parts[-2], parts[-1]):
            return _accept(view, total, parts)
        parts.pop()
    return None


def _of_which(view: FigureView, total: int) -> tuple[int, list[int]] | None:
    """Read "T, of which A is ordinary and B for development"; they need not be all, so only a true sum is meant."""
    first = total + 1
    while first < len(view.figures) and _is_aside(view, first, total):
        first += 1
    if first >= len(view.figures) or view.sentences[first] != view.sentences[total]:
        return None
    if not _OF_WHICH.match(_BRACKETS.sub("", view.between(total, first))):
        return None
    parts = _parts(view, first, _NEXT_IN_LIST, view.sentences[total])
    if len(parts) > 1 and sum(view.figures[part].value for part in parts) == view.figures[total].value:
        return _accept(view, total, parts)
    return None


def _brought_to(view: FigureView, total: int) -> tuple[int, list[int]] | None:
    """Read "killed A and wounded B, bringing the casualties to T"."""
    if total < 2 or not _TOTALS.search(view.between(total - 1, total)):
        return None
    if view.sentences[total - 2] != view.sentences[total] or "to" not in view.before(total, 12).split()[-2:]:
        return None
    if not _NEXT_IN_LIST.match(view.between(total - 2, total - 1)):
        return None
    return _accept(view, total, [total - 2, total - 1])


def _remainder(view: FigureView, last: int) -> tuple[int, list[int]] | None:
    """Read "T ...: A ..., B ...; the remaining C": parts and rest of one thing, if they make up an earlier total."""
    lemma = view.lemma(last)
    parts = [last]
    added = view.figures[last].value
    for index in range(last - 1, max(-1, last - 16), -1):
        figure = view.figures[index]
        if view.blocks[last] - view.blocks[index] > 2:
            return None
        if not view.alike(index, last) or figure.change != "level" or (lemma and view.lemma(index) not in (lemma, "")):
            continue
        if len(parts) > 1 and figure.value == added:
            return index, sorted(parts)
        if figure.value > added and len(parts) > 1:
            continue
        parts.append(index)
        added += figure.value
        if len(parts) > _MOST_PARTS:
            return None
    return None


def _accept(view: FigureView, total: int, parts: Sequence[int]) -> tuple[int, list[int]] | None:
    whole = view.figures[total]
    if len(parts) < 2 or whole.bound not in ("=", "~", ">", ">=", "<="):
        return None
    for part in parts:
        figure = view.figures[part]
        if (
            figure.upper is not None
            or figure.unit != whole.unit
            or not 0 < figure.value <= whole.value
            or figure.change != "level"
        ):
            return None
    return total, list(parts)


def _finding(view: FigureView, total: int, parts: list[int]) -> Finding:
    whole = view.figures[total]
    pieces = [view.figures[part] for part in parts]
    added = sum((piece.value for piece in pieces), Decimal(0))
    allowed = printed_step(whole) + sum((printed_step(piece) for piece in pieces), Decimal(0))
    if whole.bound == "~":
        allowed = max(allowed, whole.value * Decimal("0.05"))
    holds = abs(added - whole.value) <= allowed
    if whole.bound in (">", ">="):
        holds = added >= whole.value - allowed
    return relation_finding(
        "sum",
        f"{' + '.join(show(piece.value) for piece in pieces)} = {show(added)}",
        [*(piece.id for piece in pieces), whole.id],
        operands=[piece.value for piece in pieces],
        claimed=whole.value,
        expected=added,
        holds=holds,
    )
