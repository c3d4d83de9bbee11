"""Sums that brackets, lists and appositions assert: "812 casualties (297 deaths and 515 injured)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, Final

from afghanbrief.briefing import Finding
from afghanbrief.checks.arithmetic.view import FigureView, sum_finding
from afghanbrief.text.patterns import compile_pattern

_OPENS_BRACKET: Final = compile_pattern(r"[^.;:!?(]{0,40}\((?:of (?:them|whom|which),? |with )?\Z")
_OPENS_LIST: Final = compile_pattern(r"[^.;!?(]{0,80}:\s*\Z")
_NEXT_IN_BRACKET: Final = compile_pattern(r"[^.;:!?()]{0,60}(?:,| and| or| plus| \+)[^.;:!?()\d]{0,40}\Z")
# All figures of a list stand in one sentence, so a stop between two of them is an abbreviation's.
NEXT_IN_LIST: Final = compile_pattern(r"[^;:!?\d]{0,60}(?:, and| and|,)[^;:!?\d]{0,48}\Z")
# Clauses that a total closes: "20 schools are open, 15 are shut; the remaining five are ruins, a total of 40".
_NEXT_CLAUSE: Final = compile_pattern(r"[^.:!?\d]{0,60}(?:, and| and|,|;)[^.:!?\d]{0,48}\Z")
_PART_OF: Final = compile_pattern(r"(?: [a-z]{1,12}){0,2} of (?:(?:the|its|all|about|some)\s){0,2}\Z")
_AND_CLAUSE: Final = compile_pattern(r"[^.;:!?()\d]{0,40}\band\b[^.;:!?()\d]{0,24}\Z")
_BRACKETED: Final = compile_pattern(r"\)[^.;!?]{0,60}\(\Z")
_OF_WHICH: Final = compile_pattern(r"[^.;:!?(]{0,40}, of (?:which|whom|these|them),? \Z")
_OPENS_PARTS: Final = compile_pattern(r"[a-z ]{0,30}(?:,| -| ?\u2014| \u2013) ?(?:of (?:whom|which) |with )?\Z")
_DASHES: Final = (",", " - ", "\u2014", " \u2013 ")
OF_THEM: Final = compile_pattern(r"\s*(?:of (?:them|whom|these|those)|[a-z]+ (?:of them|of whom))\b")
_PLACE: Final = compile_pattern(r"\s*(?:[a-z]+ ){0,2}(?:in|at|near|on|from|for|by)\b")
_COMPARING: Final = r"as against|against|compared|from|up|down|than"
_INCLUDES: Final = compile_pattern(rf"\b(?:including|includes?|included|such as|mostly|mainly|{_COMPARING})\b")
_NOT_ALL: Final = r"including|includes?|included|among|mostly|mainly|chiefly|largely|notably|especially|such as|led by"
_PARTIAL: Final = compile_pattern(rf"\b(?:{_NOT_ALL})\b")
_ONLY_SOME: Final = compile_pattern(rf"\b(?:{_NOT_ALL}|{_COMPARING})\b")
_BROUGHT: Final = compile_pattern(
    r"\b(?:(?:bringing|raising|taking|pushing|putting) (?:the |its |their )?(?:[a-z']+ ){0,5}(?:to|at)|"
    r"(?:for|making|or|gives?|giving) (?:a |an )?(?:combined |overall |grand )?total of|totall?ing|"
    r"(?:which )?makes|making|together|altogether|in all,?|in total,?|a total of|a combined(?: [a-z]+ of)?)\s*"
    r"(?:a total of\s*)?"
    r"(?:(?:about|some|around|nearly|almost|roughly)\s)?\Z"
)
_BEFORE_TOTALS: Final = (
    "to ",
    "of ",
    "at ",
    "makes ",
    "making ",
    "ether ",
    "ombined ",
    "all ",
    "all, ",
    "total, ",
    "total ",
    "ling ",
    "ing ",
    "some ",
    "about ",
    "around ",
    "nearly ",
    "almost ",
    "roughly ",
)
_CLOSES_LIST: Final = compile_pattern(r" and | (?:remaining|rest|other|others|last|final)\b")
_IN_ALL: Final = compile_pattern(r"\s*(?:in all|in total|altogether|all told|all together|between them|combined)\b")
MOST_PARTS: Final = 8
FEWEST_MEMBERS: Final = 3
_TELLING: Final = 10

# A printed total is seldom off by more than this; where the figures are further apart, they are of different things.
FURTHEST_OFF: Final = Decimal("0.25")
_OUTCOMES: Final = ({"death", "injured"}, {"death", "casualty"})


def find_sums(view: FigureView) -> Iterator[Finding]:
    """Yield the sums that brackets, lists, appositions and totals assert.

    Arguments:
        view: the figures.

    Yields:
        Findings of relation ``sum``.
    """
    figures, sentences = view.figures, view.sentences
    last = len(figures) - 1
    for index, figure in enumerate(figures):
        if view.alone[index] or figure.change != "level" or figure.unit in _NO_TOTALS or figure.upper is not None:
            continue
        found = None
        if index < last and sentences[index + 1] == sentences[index]:
            found = _parts_behind(view, index)
        if found is None and index and sentences[index - 1] == sentences[index]:
            found = _brought_to(view, index)
        if found is not None:
            yield sum_finding(view, *found)


_NO_TOTALS: Final = ("percent", "percentage-point", "x")
Sum = tuple[int, list[int]]


def _parts_behind(view: FigureView, total: int) -> Sum | None:
    between = view.between(total, total + 1)
    following = total + 1
    if "(" in between:
        found = _bracket(view, total)
        if found is not None:
            return found
        between = view.outside(total, following)
    if ":" in between:
        return _list(view, total)
    if ";" in between:
        return _two_clauses(view, total)
    if "(" not in between and not any(mark in between for mark in _DASHES):
        # Neither a list nor an aside follows.
        return None
    while following < len(view.figures) and _is_aside(view, following, total):
        following += 1
    if following >= len(view.figures) or view.sentences[following] != view.sentences[total]:
        return None
    between = view.outside(total, following)
    if not any(mark in between for mark in _DASHES):
        return None
    return (
        _of_which(view, total, following)
        or _apposition(view, total, following)
        or _members(view, total, following)
        or _excess(view, total, following)
    )


def list_parts(view: FigureView, first: int, joint: Any) -> list[int]:
    """Give the figures of a list, past asides in brackets.

    Arguments:
        view: the figures.
        first: index of the list's first figure.
        joint: the pattern of what joins two of its members.

    Returns:
        Their indexes, in text order.
    """
    parts = [first]
    while len(parts) < MOST_PARTS:
        following = parts[-1] + 1
        while following < len(view.figures) and _is_aside(view, following, first):
            following += 1
        if following >= len(view.figures) or view.sentences[following] != view.sentences[first]:
            break
        between = view.between(parts[-1], following)
        if following - parts[-1] > 1:
            between = view.outside(parts[-1], following)
        if not joint.match(between):
            break
        if OF_THEM.match(view.after(following)) and not OF_THEM.match(view.after(first)):
            # "9 men, 7 women and 5 minors, and 4 of them were freed": no further part.
            break
        parts.append(following)
    return parts


def _is_aside(view: FigureView, index: int, first: int) -> bool:
    """Tell whether a figure in brackets restates the one before it in another unit: "198,527 (79 per cent)"."""
    return view.figures[index].unit != view.figures[first].unit and view.before(index, 1) == "("


def _bracket(view: FigureView, total: int) -> Sum | None:
    """Read "T (A deaths and B injured)", and "T ... (A) or ... (B)"."""
    first = total + 1
    while first < len(view.figures) and _is_aside(view, first, total):
        first += 1
    if first >= len(view.figures) or view.sentences[first] != view.sentences[total]:
        return None
    between = view.outside(total, first) if first > total + 1 else view.between(total, first)
    if between.startswith(")"):
        # "in Paktia (45), Khost (31)": members of one list.
        return None
    if not _OPENS_BRACKET.match(between) and not (between.endswith("(") and len(between) < _LONG):
        return None
    if _ONLY_SOME.search(between):
        return None
    if view.after(first, 1) == ")":
        parts = list_parts(view, first, _BRACKETED)
        if any(view.after(part, 1) != ")" for part in parts):
            return None
    else:
        parts = list_parts(view, first, _NEXT_IN_BRACKET)
        end = view.figures[parts[-1]].span.end
        closing = view.document.folded.find(")", end, end + _LONG)
        if closing < 0:
            return None
        rest = view.document.folded[end:closing]
        if "," in rest or " and " in rest:
            # The list goes on without figures.
            return None
        if len(view.figures[total].unit) == 3 and view.between(parts[0], parts[-1]).strip(" #") == ",":
            # "$140bn ($96bn, 86bn)": the same sum in other money.
            return None
    if len(parts) < 2 or view.has_date_between(parts[0], parts[-1]):
        return None
    return _asserted(view, total, parts)


def _list(view: FigureView, total: int) -> Sum | None:
    """Read "T families are ...: A in Herat, B in Badghis and C in Ghor"."""
    first = total + 1
    between = view.between(total, first)
    # "412 violations against civilians: ...": no other figure can stand before the colon to compare with.
    if not _OPENS_LIST.match(between) or _PARTIAL.search(between):
        return None
    parts = list_parts(view, first, NEXT_IN_LIST)
    if len(parts) < 2 or " and " not in view.between(parts[-2], parts[-1]):
        return None
    return _asserted(view, total, parts)


def _apposition(view: FigureView, total: int, first: int) -> Sum | None:
    """Read "T interviews, A of them in Faryab and B in Jawzjan": parts that lean on the total's noun.

    Members of one list are no parts of each other: "12 farmers, five traders and seven teachers", "12 people in
    Kabul, eight in Herat and four in Ghazni".
    """
    between = view.outside(total, first)
    totals = view.before(total, 12).endswith("a total of ")
    named = totals or view.has_own_noun(total)
    if not named or view.has_own_noun(first) or not view.alike(total, first):
        return None
    if total and view.sentences[total - 1] == view.sentences[total]:
        if NEXT_IN_LIST.match(view.between(total - 1, total)) or view.between(total - 1, total).endswith(": "):
            return None
    of_them = bool(OF_THEM.match(view.after(first)))
    if _ONLY_SOME.search(between) or (not of_them and (not _OPENS_PARTS.match(between) or _PLACE.match(between))):
        return None
    parts = [first]
    whole = view.figures[total].value
    for part in list_parts(view, first, NEXT_IN_LIST)[1:]:
        if view.has_own_noun(part) or not view.alike(total, part) or view.figures[part].value > whole:
            break
        parts.append(part)
    while len(parts) > 1:
        # What follows the last part may belong to another clause: "81 on one side and 67 on the other, and fled".
        if " and " in view.between(parts[-2], parts[-1]):
            found = _asserted(view, total, parts, near=FURTHEST_OFF if totals else _NEARLY)
            if found is not None:
                return found
        parts.pop()
    return None


def _two_clauses(view: FigureView, total: int) -> Sum | None:
    """Read "T complaints; it rejected A and accepted B"; they need not be all, so only a true sum is meant."""
    first, second = total + 1, total + 2
    if second >= len(view.figures) or view.sentences[second] != view.sentences[total]:
        return None
    if second + 1 < len(view.figures) and view.sentences[second + 1] == view.sentences[total]:
        return None
    if view.figures[total].value < _TELLING or view.has_own_noun(first) or view.has_own_noun(second):
        return None
    if not view.has_own_noun(total) or not _AND_CLAUSE.match(view.between(first, second)):
        return None
    parts = [first, second]
    if total and view.sentences[total - 1] == view.sentences[total] and _PART_OF.match(view.between(total - 1, total)):
        # "27 of 55 townships; the army holds 16 and the party 12"
        parts.insert(0, total - 1)
    if sum(view.figures[part].value for part in parts) != view.figures[total].value:
        return None
    return accept_parts(view, total, parts)


def _members(view: FigureView, total: int, first: int) -> Sum | None:
    """Read "T cases, among them A men, B women and C boys"; nothing says that they are all, so only a true sum is."""
    parts = list_parts(view, first, NEXT_IN_LIST)
    if len(parts) < FEWEST_MEMBERS or view.figures[total].value < _TELLING:
        return None
    if _INCLUDES.search(view.outside(total, first)) or " and " not in view.between(parts[-2], parts[-1]):
        return None
    if not all(view.alike(total, part) for part in parts):
        return None
    added = sum((view.figures[part].value for part in parts), Decimal(0))
    return accept_parts(view, total, parts) if added == view.figures[total].value else None


def _of_which(view: FigureView, total: int, first: int) -> Sum | None:
    """Read "T, of which A is ordinary and B for development"; they need not be all, so only a true sum is meant."""
    if not _OF_WHICH.match(view.outside(total, first)):
        return None
    parts = list_parts(view, first, NEXT_IN_LIST)
    if len(parts) > 1 and sum(view.figures[part].value for part in parts) == view.figures[total].value:
        return accept_parts(view, total, parts)
    return None


def _excess(view: FigureView, total: int, first: int) -> Sum | None:
    """Read "T, including A from Iran and B from Pakistan": what has nothing in common cannot exceed its whole."""
    opening = view.outside(total, first)
    if not _WITHIN.search(opening) and not _OF_WHICH.match(opening):
        return None
    parts = list_parts(view, first, NEXT_IN_LIST)
    if len(parts) < 2 or not _exclude_one_another(view, parts):
        return None
    whole = view.figures[total]
    added = sum((view.figures[part].value for part in parts), Decimal(0))
    exact = all(view.figures[index].bound == "=" for index in (total, *parts))
    close = whole.value < added <= whole.value * (1 + FURTHEST_OFF)
    return accept_parts(view, total, parts) if exact and close else None


def _exclude_one_another(view: FigureView, parts: Sequence[int]) -> bool:
    """Tell whether parts are of several places, ages or sexes, outcomes, or lengths and amounts."""
    if view.figures[parts[0]].unit != "count":
        return True
    heads = [view.lemma(part) for part in parts]
    if len(set(heads)) == len(parts) and (_AGES.issuperset(heads) or set(heads) in _OUTCOMES):
        return True
    ends = [view.figures[part].span.end for part in parts]
    places = [_AT_PLACE.match(view.document.text[end : end + _LONG]) for end in ends]
    return all(places) and len({place[1] for place in places if place}) == 1


_AGES: Final = frozenset(("man", "woman", "child", "boy", "girl", "minor", "male", "female"))
_AT_PLACE: Final = compile_pattern(r"(?: [a-z]+){0,2} (from|in|at|near) (?:the )?[A-Z]")
_WITHIN: Final = compile_pattern(r"\b(?:including|includes?|included|among (?:them|whom)|made up of|consisting of)\b")


def _brought_to(view: FigureView, total: int) -> Sum | None:
    """Read "killed A and wounded B, bringing the casualties to T", "A men and B women, a total of T"."""
    if total < 2 or view.sentences[total - 2] != view.sentences[total]:
        return None
    before = view.before(total, 72)
    if not (before.endswith(_BEFORE_TOTALS) and _BROUGHT.search(before)) and not _IN_ALL.match(view.after(total, 12)):
        return None
    parts = [total - 1]
    while parts[0] and len(parts) < MOST_PARTS and view.sentences[parts[0] - 1] == view.sentences[total]:
        if not view.alike(parts[0] - 1, total) or not _NEXT_CLAUSE.match(view.between(parts[0] - 1, parts[0])):
            break
        parts.insert(0, parts[0] - 1)
    if len(parts) < 2 or not _CLOSES_LIST.search(view.between(parts[-2], parts[-1])):
        return None
    return _asserted(view, total, parts)


_LONG: Final = 60
_NEARLY: Final = Decimal("0.05")


def _asserted(view: FigureView, total: int, parts: Sequence[int], near: Decimal = FURTHEST_OFF) -> Sum | None:
    """Accept parts that make up the total, or nearly: further off they are parts of something else, or not all."""
    found = accept_parts(view, total, parts)
    if found is None:
        return None
    whole = view.figures[total]
    added = sum((view.figures[part].value for part in parts), Decimal(0))
    if {view.lemma(part) for part in parts} in _OUTCOMES and view.lemma(total) == "casualty":
        near = Decimal(1)
    if abs(added - whole.value) <= max(whole.value * near, Decimal(2) if near >= FURTHEST_OFF else Decimal(1)):
        exact = all(view.figures[part].bound == "=" for part in parts)
        if exact or abs(added - whole.value) <= whole.value * _NEARLY:
            return found
    return None


def accept_parts(view: FigureView, total: int, parts: Sequence[int]) -> Sum | None:
    """Accept parts of one unit with their total, none larger than it.

    Arguments:
        view: the figures.
        total: index of the total.
        parts: indexes of the parts.

    Returns:
        Total and parts, or ``None``.
    """
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
