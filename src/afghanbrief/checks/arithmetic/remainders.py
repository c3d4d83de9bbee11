"""Remainders: "the remaining 192", "the other 14", "of 37 stations, 22 were complete and nine could not be found"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from afghanbrief.briefing import Finding
from afghanbrief.checks.arithmetic.view import FigureView, relation_finding, show, sum_finding
from afghanbrief.text.patterns import compile_pattern

_REST: Final = compile_pattern(
    r"\b(?:(?:remaining|other|rest|balance|leaving)(?: of)?(?: the)?"
    r"|(?:gap|shortfall|remainder) (?:is|was|of|stands at|comes to))(?: some| about| only)?\s*\Z"
)
_REMAIN: Final = compile_pattern(
    r"(?: (?!are |were |is |was )[a-z]+){0,2} (?:remain(?:s|ed)?|(?:are|were|is|was) left)\b"
)
_GOES_ON: Final = compile_pattern(r"[,;]|\b(?:and|while|but|plus)\b")
_GAP: Final = compile_pattern(r"\b(?:gap|shortfall)\b")
_PARTITIVE: Final = compile_pattern(r"\s*(?:[a-z' -]{0,24})\bof [^.;:!?()\d]{0,40}\Z")
_PART_OF: Final = compile_pattern(r" of (?:(?:the|its|their|his|all|these)\s){1,2}(?:[a-z]+'s )?\Z")
_OF_WHOLE: Final = compile_pattern(
    r"(?:\A|[\"'(,;:]\s?|\b(?:that|and|but|said) )(?:out )?of (?:(?:the|its|their|his|all|these|some)\s){0,2}\Z"
)
_JOINED: Final = compile_pattern(r"[^.:!?()\d]{0,80}(?:,|;| and| while)[^.:!?()\d]{0,60}\Z")
_LAST: Final = compile_pattern(r"\b(?:and|while|whereas)\b")
_ENDINGS: Final = (
    *("remaining ", "other ", "rest ", "balance ", "leaving ", "of ", "the ", "some ", "about ", "only "),
    *("its ", "their ", "his ", "all ", "these "),
)
_SAID_OF_GAP: Final = ("is ", "was ", "at ", "to ")
_MOST_PARTS: Final = 8
_LOOK_BACK: Final = 24
_NEAR_BLOCKS: Final = 6
_SOUND: Final = 10
# Three counts that make up a fourth of four digits do not do so by chance.
_TELLING: Final = 1000
_PEOPLE: Final = frozenset(("people", "person", "death", "injured", "casualty", "civilian"))
_FURTHEST_OFF: Final = Decimal("0.25")


def find_remainders(view: FigureView) -> Iterator[Finding]:
    """Yield the sums and differences that a rest asserts, and the parts of a whole that are more than the whole.

    Arguments:
        view: the figures.

    Yields:
        Findings of relation ``sum``, and of ``difference`` where one part is taken away from the whole.
    """
    folded = view.document.folded
    remain = " remain" in folded or " left" in folded
    for index, figure in enumerate(view.figures):
        if figure.unit != "count" or figure.upper is not None:
            continue
        if remain and index and _REMAIN.match(view.after(index, 40)):
            found = _remainder(view, index)
            if found is not None:
                yield found
            continue
        before = view.before(index, 28)
        if not before.endswith(_ENDINGS) and not (before.endswith(_SAID_OF_GAP) and _GAP.search(before)):
            continue
        found = None
        if index and _REST.search(before):
            found = _remainder(view, index)
        elif not view.alone[index] and _OF_WHOLE.search(before):
            found = _parts_of(view, index, [])
        elif index and not view.alone[index] and _PART_OF.match(view.between(index - 1, index)):
            # "Twelve of the 30 members voted against, 15 in favour and three abstained"
            found = _parts_of(view, index, [index - 1])
        if found is not None:
            yield found


def _candidates(view: FigureView, last: int) -> list[int]:
    """Give the figures of the paragraph that may be parts or whole, the nearest first."""
    block = view.block(last)
    found: list[int] = []
    for index in range(last - 1, max(-1, last - _LOOK_BACK), -1):
        if view.block(index) != block or len(found) == _MOST_PARTS:
            break
        if view.before(index, 13).endswith("give or take "):
            continue
        if view.alike(index, last) and view.figures[index].change == "level":
            found.append(index)
    return found


def _remainder(view: FigureView, last: int) -> Finding | None:
    """Read "T ...: A ..., B ...; the remaining C"."""
    near = _candidates(view, last)
    rest = view.figures[last].value
    for position, total in enumerate(near):
        parts = near[:position]
        if position + 1 < len(near) and near[position + 1] == total - 1:
            if view.sentences[total - 1] == view.sentences[total] and _PARTITIVE.match(view.between(total - 1, total)):
                # "held 9 of 15 districts": the part stands before its whole.
                parts = [*parts, total - 1]
        if parts and _makes(view, total, parts, rest):
            return _finding(view, total, parts, last)
    found = _earlier_whole(view, near, last)
    if found is not None:
        return found
    return _contradicted(view, near, last)


def _makes(view: FigureView, total: int, parts: list[int], rest: Decimal) -> bool:
    added = sum((view.figures[part].value for part in parts), rest)
    return added == view.figures[total].value and rest < added


def _earlier_whole(view: FigureView, parts: list[int], last: int) -> Finding | None:
    """Find the whole in an earlier paragraph; only one that parts and rest make up is taken."""
    if not parts:
        return None
    block = view.block(last)
    rest = view.figures[last].value
    for number in range(len(parts), 0, -1):
        taken = parts[:number]
        added = sum((view.figures[part].value for part in taken), rest)
        heads = {view.lemma(part) for part in taken} | {view.lemma(last)}
        for total in range(taken[-1] - 1, max(-1, taken[-1] - _LOOK_BACK), -1):
            if view.figures[total].value != added or not view.alike(total, last):
                continue
            if block - view.block(total) > _NEAR_BLOCKS:
                break
            head = view.lemma(total)
            if head in heads or (number > 1 and (added >= _TELLING or (head in _PEOPLE and added >= _SOUND))):
                return _finding(view, total, taken, last)
    return None


def _contradicted(view: FigureView, near: list[int], last: int) -> Finding | None:
    """Read "Of the 40 detainees, 25 were freed; the remaining 10 were charged": whole and part leave another rest."""
    after = view.after(last, 120)
    remain = _REMAIN.match(after)
    if len(near) != 2 or view.figures[last].bound != "=" or (remain and _GOES_ON.search(after)):
        # "Of the nine cousins, five live abroad, three remain in Herat and one has died."
        return None
    part, total = near
    if total == part - 1 and view.figures[total].value < view.figures[part].value:
        # "Food for 23,000 of the 34,000 people; the gap is 14,000", "took 14 of the 31 villages; the remaining 15"
        part, total = total, part
        if not _PARTITIVE.match(view.between(part, total)) or view.sentences[last] - view.sentences[part] > 1:
            return None
        if view.has_own_noun(last) and view.lemma(last) != view.lemma(total):
            return None
        small = view.figures[part].value < view.figures[total].value and view.figures[part].bound == "="
        return _finding(view, total, [part], last) if small and view.sentences[total] == view.sentences[part] else None
    if view.sentences[total] != view.sentences[part] or view.sentences[last] - view.sentences[part] > 1:
        return None
    if view.has_own_noun(part) or view.has_own_noun(last):
        return None
    if not _OF_WHOLE.search(view.before(total, 28)):
        # "There were 13,400 troops; 5,400 have left, and 8,600 remain."
        added = view.figures[part].value + view.figures[last].value
        off = abs(added - view.figures[total].value)
        if not view.has_own_noun(total) or not remain or view.figures[total].bound != "=":
            return None
        if view.sentences[total] != view.sentences[last] or off > view.figures[total].value * _FURTHEST_OFF:
            return None
    if view.figures[part].value >= view.figures[total].value or view.figures[part].bound != "=":
        return None
    return _finding(view, total, [part], last)


def _parts_of(view: FigureView, total: int, ahead: list[int]) -> Finding | None:
    """Read "of 37 stations, 22 were complete, nine under construction and eight could not be found".

    The parts need not be all of the whole, but three of a list that exceed it by a little are one too many.
    """
    if not view.has_own_noun(total):
        return None
    parts = [part for part in ahead if view.alike(part, total)]
    following = total + 1
    while following < len(view.figures) and view.sentences[following] == view.sentences[total]:
        if view.figures[following].unit == "percent" and view.before(following, 1) == "(":
            following += 1
            continue
        if not view.alike(following, total) or view.has_own_noun(following) or len(parts) == _MOST_PARTS:
            break
        if parts and not _JOINED.match(view.outside(max(parts[-1], total) if ahead else parts[-1], following)):
            break
        parts.append(following)
        following += 1
    if len(parts) < 2 or not _LAST.search(view.between(parts[-2], parts[-1])):
        return None
    added = sum((view.figures[part].value for part in parts), Decimal(0))
    whole = view.figures[total].value
    exceeds = len(parts) > 2 and whole < added <= whole * (1 + _FURTHEST_OFF)
    return sum_finding(view, total, parts) if added == whole or exceeds else None


def _finding(view: FigureView, total: int, parts: list[int], last: int) -> Finding:
    if len(parts) > 1:
        return sum_finding(view, total, sorted((*parts, last)))
    whole, part, rest = view.figures[total], view.figures[parts[0]], view.figures[last]
    expected = whole.value - part.value
    return relation_finding(
        "difference",
        f"{show(whole.value)} without {show(part.value)} leaves {show(expected)}",
        (whole.id, part.id, rest.id),
        operands=(whole.value, part.value),
        claimed=rest.value,
        expected=expected,
        holds=abs(expected - rest.value) <= view.step(total) + view.step(parts[0]) + view.step(last),
    )
