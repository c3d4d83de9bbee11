"""Changes: "rose 25 per cent, from 400 to 500", "three more than the eight of the day before"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from afghanbrief.briefing import Finding
from afghanbrief.checks.arithmetic.change_findings import compare, likeliest, percent_change
from afghanbrief.checks.arithmetic.levels import (
    A_CHANGE,
    AGAINST,
    CHANGE_NOUN,
    COMPARED,
    LOOK_BACK,
    earlier_levels,
    stated_levels,
)
from afghanbrief.checks.arithmetic.view import FigureView
from afghanbrief.text.patterns import compile_pattern

_FROM: Final = compile_pattern(
    r"(?:\bfrom|\bagainst)\s*(?:(?:about|some|around|nearly|only|just|the|an estimated)\s){0,2}\Z"
)
_TO: Final = compile_pattern(
    r"(?:[^.;!?\d]|\b(?:19|20)\d\d\b|\b\d{1,2} [a-z]{3,9}\b){0,60}\bto\s*"
    r"(?:(?:about|some|around|only|just|nearly|over|more than)\s)?\Z"
)
_BEFORE_THAT: Final = compile_pattern(
    r"[^;!?()]{0,160}\b(?:when(?: (?:there were|it (?:recorded|cost|was|had|documented|stood at)|they were|"
    r"(?:the|its) (?:figure|total|number|level|rate|price|value|sum) (?:was|stood at)))?|"
    r"(?:up|down) from|"
    r"compared (?:with|to)|than (?:the|in)|from(?: the| an)?(?: original)?(?: [a-z]{1,12}){0,3}(?: of)?|"
    r"against|over the)\s*(?:the\s)?\Z"
)
_SHORT_OF: Final = compile_pattern(
    r"\s*(?:short of|more than|fewer than|less than|below|above|lower than|higher than)"
    r"(?: the| its| a| (?:this|last|the previous) [a-z]{3,9}'s)?\s*\Z"
)
_THAN_BRACKET: Final = compile_pattern(
    r"\s*(?:more|fewer|less|higher|lower) than (?:in |during |the |on )?[^.;:!?()\d]{0,24}(?:\d{4} )?\(\Z"
)
_LEVEL_OF: Final = compile_pattern(
    r"\s*(?:more than|less than|below|above|lower than|higher than|short of) [^.;!?()]{0,40}\b(?:of|was|at)\s*\Z"
)
# "118 incidents, 43 more than Zabul, which had 75", "... than Zabul's 75"
_THAN_ANOTHER: Final = compile_pattern(
    r"\s*(?:more|fewer|less|higher|lower|ahead of|behind)(?: [a-z]+)? (?:than )?(?:[a-z -]{1,30}'s|"
    r"[^.;:!?()\d]{1,40}, (?:which|who|where)(?: there)? "
    r"(?:had|has|have|recorded|reported|saw|counted|won|got|took|lost|scored|were|was))\s*\Z"
)
# "118 schools, 43 more than in 2003, when it had 75"
_THAN_WHEN: Final = compile_pattern(
    r"\s*(?:more|fewer|less|higher|lower)(?: [a-z]+)? than (?:(?:in|on|during|the|a|at) )?[^.;:!?()]{1,30}, when "
    r"(?:(?:it|they|there|he|she) )?(?:(?:had|were|was|recorded|counted|reported|stood at) )?(?:just |only )?\Z"
)
_TIES: Final = (_SHORT_OF, _THAN_ANOTHER, _THAN_WHEN)
# "52.2%, up 3.5 percentage points from 48.7%"
_FROM_LEVEL: Final = compile_pattern(r" from\s*(?:(?:about|some|only|just|the|an?)\s){0,2}\Z")
# "15,000 short of its target of 195,000"
_SHORT_OF_GOAL: Final = compile_pattern(
    r"\s*(?:short of|more than|fewer than|less than|below|above|beyond|over|under)(?: [a-z']{1,14}){0,4} "
    r"(?:target|goal|quota|limit|ceiling|plan|capacity|average|record|strength|requirement|budget|estimate|forecast)s? "
    r"of\s*"
    r"(?:(?:about|some|around)\s)?\Z"
)
_DOWN_FROM: Final = compile_pattern(r"[^.;:!?()]{0,30}\b(?:up|down) from\s*(?:(?:just|only|the|some|about)\s)?\Z")
_THAT_COMPARES: Final = compile_pattern(r"\b(?:that|this|which) (?:compares|compared) (?:with|to)\s*(?:[a-z]+\s)?\Z")
_A_GAP: Final = compile_pattern(
    r"[^.;:!?()]{0,40}, (?:leaving |that is |which is )?an? (?:gap|difference|spread) of "
    r"(?:(?:about|some|around|nearly|almost|roughly|just over|just under|less than|more than) )?\Z"
)
_PEOPLE: Final = frozenset(("people", "person", "death", "civilian", "soldier", "man", "casualty", "victim"))
_OPENS_SHORT_OF: Final = compile_pattern(
    r"\s*(?:short of|more than|fewer than|less than|below|above|lower than|higher than|(?:over|under) (?=the|its|a))"
    r"(?: the| its| a)?\s*"
)
_THAN_BEFORE: Final = compile_pattern(
    r"\s*(?:more|fewer|less) than [^.;:!?()\d]{0,60}(?:announced|reported|said|put|counted|given|claimed)\b"
)
_DEARER: Final = compile_pattern(
    r"\s*(?:dearer|cheaper|higher|lower|more|less|fewer|stronger|weaker|above|below|up|down|better|worse|larger|smaller)\b"
)
# Behind these words another thing changes: "salaries were cut by 20 percent, and the staff shrank from 500 to 300".
_OTHER_CLAUSE: Final = compile_pattern(r"[;:.]|\b(?:and|while|but|as|whereas|when|although|though|with)\b")
_RATIOS: Final = ("percent", "percentage-point")
_COMPARATIVES: Final = (
    " over its",
    " over the",
    " under its",
    " under the",
    " short of",
    " more than",
    " fewer",
    " less than",
    " below",
    " above",
    " lower",
    " higher",
)
_BY: Final = (" by ", " by a ", " by about ", " by nearly ", " by almost ", " by some ")
_OR_THAT: Final = compile_pattern(
    r"[^.;:!?()]{0,24}, or (?:by )?(?:(?:about|some|around|nearly|almost|roughly|just|over|more than)\s){0,2}\Z"
)
_CHANGES: Final = frozenset(
    "drop fall rise increase decrease fell rose decline percent growth cut reduction jump surge gain loss "
    "difference grew climbed dropped declined increased decreased risen fallen grown jumped".split()
)
# "a fall beyond the survey's 4-point margin of error" says nothing of the fall.
_MARGIN: Final = " margin of error"
_CONVERTED: Final = (" (", " ($", " (\u20ac", " (\u00a3", " (about ", " (some ")


def find_changes(view: FigureView) -> Iterator[Finding]:
    """Yield changes whose old and new figures the text states.

    Arguments:
        view: the figures.

    Yields:
        Findings of relation ``percent-change`` and ``difference``.
    """
    figures, sentences = view.figures, view.sentences
    last = len(figures) - 1
    alone = view.alone
    for index, figure in enumerate(figures):
        changes = figure.change != "level"
        if not changes and figure.unit not in _RATIOS:
            if alone[index] or not _may_change(view, index):
                continue
        elif alone[index]:
            # A change needs its levels: in its sentence, the next one, or the one of which it goes on.
            near = index < last and sentences[index + 1] - sentences[index] <= 1
            if not near and not (changes and index and figure.unit == "percent"):
                continue
        if figure.upper is not None or view.after(index, 16).startswith(_MARGIN):
            continue
        finding = _asserted(view, index)
        if finding is None and changes and figure.unit == "percent":
            finding = _of_topic(view, index)
        if finding is not None:
            yield finding


def _may_change(view: FigureView, index: int) -> bool:
    """Tell whether words of change stand at a figure: "by 2,000", "57 short of"."""
    return view.after(index, 12).startswith(_COMPARATIVES) or view.before(index, 12).endswith(_BY)


def _asserted(view: FigureView, index: int) -> Finding | None:
    figure = view.figures[index]
    changes = figure.change != "level" or view.before(index, 12).endswith(_BY)
    levels = _from_to(view, index, changes)
    if levels is not None:
        return compare(view, index, *levels)
    finding = _with_earlier(view, index, changes)
    if finding is not None:
        return finding
    if figure.unit == "percent" and (changes or _DEARER.match(view.after(index, 12))):
        finding = _apposed_to_comparison(view, index)
        if finding is not None:
            return finding
        levels = stated_levels(view, index)
        if levels is not None:
            return compare(view, index, *levels)
    return _gap(view, index) if figure.unit == "percent" else None


def _apposed_to_comparison(view: FigureView, index: int) -> Finding | None:
    """Find "170 people died in 110 attacks, against 106 deaths a year before, an increase of 60 percent"."""
    figures, sentences = view.figures, view.sentences
    old = index - 1
    if old < 1 or sentences[old] != sentences[index] or figures[old].unit == "percent":
        return None
    before = view.before(old, 30)
    compared = COMPARED.search(before) is not None
    if not compared and "compare" not in before:
        return None
    opening = A_CHANGE.match(view.between(old, index))
    if opening is None or not (opening[1] or CHANGE_NOUN.match(view.after(index, 14))):
        return None
    if not compared:
        # "It killed 482 people. That compares with 330 a year earlier, an increase of 46%."
        again = _THAT_COMPARES.search(before)
        return likeliest(view, index, old, _levels_of_sentence_before(view, index), sure=False) if again else None
    levels = [
        new
        for new in range(old - 1, max(-1, old - 5), -1)
        if sentences[new] == sentences[index] and view.alike(old, new) and figures[new].change == "level"
    ]
    head = view.lemma(old)
    same = [new for new in levels if view.lemma(new) == head or {view.lemma(new), head} <= _PEOPLE]
    return likeliest(view, index, old, same or levels)


def _gap(view: FigureView, index: int) -> Finding | None:
    """Find "1,585 on the official market and 1,615 on the street, a gap of about 2%"; only a true one is taken."""
    first, second = index - 2, index - 1
    if first < 0 or view.sentences[first] != view.sentences[index] or not view.alike(first, second):
        return None
    if view.figures[second].unit == "percent" or not _A_GAP.match(view.between(second, index)):
        return None
    for old, new in ((first, second), (second, first)):
        finding = percent_change(view, index, old, new) if view.figures[old].value else None
        if finding is not None and finding.holds:
            return finding
    return None


def _from_to(view: FigureView, index: int, changes: bool) -> tuple[int, int] | None:
    """Find "from X to Y" (or "to Y from X") in the sentence of a change."""
    figures, sentences = view.figures, view.sentences
    here = sentences[index]
    if not changes and figures[index].unit not in ("percent", "percentage-point"):
        return None
    for first in (index + 1, index - 2):
        second = first + 1
        if second + 1 < len(figures) and view.between(first, second) in _CONVERTED:
            # "to 18.4 billion pesos ($19.6 million) from 32.1 billion"
            second += 1
        if first < 0 or second >= len(figures) or not sentences[first] == sentences[second] == here:
            continue
        if not view.in_one_rate(first, second):
            continue
        if figures[first].unit == figures[index].unit == "percent":
            continue
        if _OTHER_CLAUSE.search(view.between(index, first) if first > index else view.between(second, index)):
            continue
        between = view.outside(first, second)
        if changes and first > index and _DOWN_FROM.match(between) and view.lemma(first) == view.lemma(index):
            # "fell by half, says the ministry, which recorded 28 of them, down from 61"
            return second, first
        if _FROM.search(view.before(first, 30)) and _TO.match(between):
            return (first, second) if changes or _says_change(view, index, first) else None
        if view.before(first, 4).endswith("to "):
            if changes and AGAINST.match(between):
                # "fell 15 per cent, to 1,213, compared with 1,427 in 2016"
                return second, first
            if _FROM.search(view.before(second, 30)) and not _OTHER_CLAUSE.search(between):
                return second, first
    return None


def _says_change(view: FigureView, index: int, first: int) -> bool:
    near = view.before(index, 60) if first > index else view.between(first + 1, index)
    if first < index and _OR_THAT.match(near) and not view.after(index, 4).startswith(" of"):
        # "Wages rose from $4 to $5 a day, or 25 per cent."
        near = view.before(first, 30)
    return not _CHANGES.isdisjoint([word.strip(",") for word in near.split()])


def _with_earlier(view: FigureView, index: int, changes: bool) -> Finding | None:
    """Find "Y, 12 percent more than ..., when there were X" and "Y, up from X, an increase of P"."""
    figures, sentences = view.figures, view.sentences
    figure = figures[index]
    following = index + 1
    short_of = bool(_OPENS_SHORT_OF.match(view.after(index, 20)))
    if not short_of and not changes:
        return None
    levels = earlier_levels(view, index)
    if following < len(figures) and sentences[following] - sentences[index] <= 1:
        between = view.between(index, following)
        tied = _is_tied(view, index, between, changes, short_of)
        if tied and sentences[following] == sentences[index]:
            if figure.unit in ("count", "percentage-point") or figure.unit == figures[following].unit:
                target = figures[following].value
                levels = [new for new in levels if target <= figures[new].value * 2 <= target * 4] or levels
            finding = likeliest(view, index, following, levels)
            if finding is not None or levels:
                return finding
            # "This represents a 23 per cent decrease compared with 2018, when there were 2,305."
            return likeliest(view, index, following, _levels_of_sentence_before(view, index), sure=False)
        if levels and _THAN_BEFORE.match(between) and view.lemma(levels[0]) == view.lemma(following):
            # "three more than his ministry had announced at noon. Its first statement had spoken of eight suspects."
            return likeliest(view, index, following, levels[:1], sure=False)
    # "168 casualties, up from 97, an increase of 73 per cent"
    for new in levels[:2]:
        if new and view.alike(new - 1, new) and sentences[new - 1] == sentences[index]:
            between = view.between(new - 1, new)
            if _BEFORE_THAT.match(between) and ("up from" in between or "down from" in between):
                return compare(view, index, new, new - 1)
    return None


def _is_tied(view: FigureView, index: int, between: str, changes: bool, short_of: bool) -> bool:
    """Tell whether the words behind a change name the level that follows as the one compared with."""
    unit = view.figures[index].unit
    if unit == "percent":
        tied = _BEFORE_THAT.match(between) or _THAN_BRACKET.match(between)
    else:
        tied = _FROM_LEVEL.match(between) if changes else None
        if tied is None and unit == "percentage-point":
            tied = _LEVEL_OF.match(between)
    if tied is None and short_of:
        tied = _SHORT_OF_GOAL.match(between)
    return tied is not None or any(tie.match(between) for tie in _TIES)


def _levels_of_sentence_before(view: FigureView, index: int) -> list[int]:
    levels: list[int] = []
    for candidate in range(index - 1, max(-1, index - LOOK_BACK), -1):
        distance = view.sentences[index] - view.sentences[candidate]
        if distance > 2:
            break
        if distance and view.figures[candidate].upper is None and view.figures[candidate].change == "level":
            levels.append(candidate)
    return levels


def _of_topic(view: FigureView, index: int) -> Finding | None:
    """Check "Deaths thus fell by seven per cent" by the two counts of deaths before it; only a true change is taken."""
    head = view.lemma(index)
    if not head:
        return None
    block = view.block(index)
    levels: list[int] = []
    for candidate in range(index - 1, max(-1, index - LOOK_BACK), -1):
        figure = view.figures[candidate]
        if view.block(candidate) != block:
            break
        if (
            figure.unit == "count"
            and figure.upper is None
            and figure.change == "level"
            and view.lemma(candidate) == head
        ):
            levels.append(candidate)
    if len(levels) < 2:
        return None
    old, new = levels[0], levels[1]
    finding = percent_change(view, index, old, new) if view.figures[old].value else None
    return finding if finding is not None and finding.holds else None
