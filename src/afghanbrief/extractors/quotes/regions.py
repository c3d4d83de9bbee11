"""Finds where reported words begin and end, left and right of a clause of saying, with the zones in them."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.quotes.clauses import Clause
from afghanbrief.extractors.quotes.endings import right_end
from afghanbrief.extractors.quotes.finite import is_finite
from afghanbrief.extractors.quotes.lexicon import (
    CONJUNCTION,
    CUE,
    DETERMINER,
    PREPOSITION,
    PRONOUN,
    SUBORDINATOR,
    word_list,
)
from afghanbrief.extractors.quotes.phrases import Range
from afghanbrief.extractors.quotes.report import Report
from afghanbrief.extractors.quotes.view import Sentence, View

NAMING: Final = word_list("naming")
_SUMMARIES: Final = word_list("summaries")
_LONGEST: Final = 300


def words_left(view: View, clause: Clause, limit: int) -> Range | None:
    """Give the words before the clause that can be its reported words, if a comma or dash parts them from it.

    Arguments:
        view: the document.
        clause: the clause of saying.
        limit: index of the first word that no earlier cue of the sentence claims.

    Returns:
        Word indexes, or ``None``.
    """
    start = clause.start
    gap = view.gaps[start]
    if gap == " " or start <= limit:
        return None
    low = max(limit, start - _LONGEST)
    if not ("," in gap or "\u2014" in gap or " - " in gap or "?" in gap or "!" in gap):
        return None
    nearest = max(low, start - 60) + 1
    between = "".join(view.gaps[nearest:start])
    if ";" in between or ": " in between:
        for index in range(start - 1, nearest - 1, -1):
            if ";" in view.gaps[index] or ": " in view.gaps[index]:
                low = index
                break
    while low < start and view.classes[low] & CONJUNCTION and view.words[low] in ("and", "but"):
        low += 1
    if low < start and view.classes[low] & CUE and view.words[low].endswith(("ed", "ing")):
        # "Asked whether the road was open, the miller ..."
        return None
    return (low, start) if low < start else None


def zone_left_of(view: View, clause: Clause, frame: str) -> int | None:
    number = view.closes.get(clause.start)
    if number is None or view.zones[number].block != clause.sentence.block:
        return None
    start = clause.start
    if view.words[start] in ("a", "an") and view.words[start + 1] in _SUMMARIES and view.gaps[start + 2] == " ":
        if view.forms[start + 2][0].isupper() or view.classes[start + 2] & (DETERMINER | PRONOUN):
            # '... "collective punishment", a charge Israel denies': a relative clause without a pronoun.
            return None
    zone = view.zones[number]
    if ";" in view.gaps[view.zone_words[number][1]] or view.is_title(number, clause.sentence.low):
        return None
    if view.text[zone.end - 1] not in ".,?!\u2026-\u2014" and view.gaps[clause.start].strip("\"' ")[:1] not in (
        ",",
        "\u2014",
        "-",
    ):
        # "The 'History' section explains": no more than a name, unless it is long or a pronoun follows.
        begin, behind = view.zone_words[number]
        if behind - begin < 4 and not view.classes[clause.start] & PRONOUN:
            return None
    if (
        frame in ("zone", "colon")
        and view.classes[clause.start] & PRONOUN
        and view.forms[clause.start][0].isupper()
        and view.gaps[view.zone_words[number][0]][:1] == ","
    ):
        # '..., "Would you resign?" He answered, "I would not."': the marks before a new sentence are another's.
        return None
    if clause.form == "passive" and view.forms[clause.start][0].isupper() and view.text[zone.end - 1] == ".":
        # '"It is the end." He was dismissed within a month.'
        return None
    if clause.start == clause.sentence.low:
        # The zone ends a sentence of its own: "Why?" he asked. But not: "So it is." He noted that ...
        last = view.text[view.zones[number].end - 1]
        if last not in "?!" and not (last in ".\u2026-" and frame in ("end", "comma")):
            return None
        if frame in ("that", "clause", "to", "question"):
            return None
    return number


def add_zone(view: View, report: Report, number: int) -> None:
    zone = view.zones[number]
    report.regions.append((zone.start, zone.end))
    report.zones.append(number)
    report.direct = True


def add_left(view: View, clause: Clause, report: Report, number: int, left: Range | None) -> None:
    sentence = clause.sentence
    zone = view.zones[number]
    first = view.zone_words[number][0]
    if left is None or first <= left[0] or zone.outer_start <= sentence.start or first < sentence.low:
        add_zone(view, report, number)
        return
    gap = view.gaps[first]
    if ":" in gap or ("," in gap and view.forms[first][0].isupper() and view.classes[first]):
        # A function word with a capital begins a sentence of its own; a name may stand inside the reported one.
        add_zone(view, report, number)
        return
    low = left[0]
    if low in view.opens:
        report.regions.append((view.zones[view.opens[low]].outer_start, zone.end))
    else:
        report.regions.append((view.starts[low], zone.end))
    report.zones = zones_within(view, sentence, *report.regions[0])


def add_right(view: View, clause: Clause, report: Report, index: int, following: list[Clause]) -> None:
    sentence = clause.sentence
    gap = view.gaps[index]
    if index in view.opens:
        number = view.opens[index]
        zone = view.zones[number]
        last = view.zone_words[number][1]
        whole = last >= sentence.high or (("," in gap or ":" in gap) and not runs_on(view, number, last))
        if whole and (view.forms[index][0].isupper() or ":" in gap or report.zones):
            direct = report.direct or not report.zones
            add_zone(view, report, number)
            report.direct = direct
            return
        if clause.form == "participle" and last < sentence.high and is_finite(view, last, index):
            # 'protesters shouting "Bread!" marched'
            add_zone(view, report, number)
            return
        report.direct = False
        end = right_end(view, clause, index, following)
        start = zone.start
        if view.words[clause.cue] in NAMING:
            if clause.audience is not None:
                start = view.starts[clause.audience[0]]
        elif (
            end <= zone.end + 1
            and not report.zones
            and view.forms[index][0].isupper()
            and view.text[zone.end - 1] in ".!?"
        ):
            # 'chanted "Death to the king!" and left'
            add_zone(view, report, number)
            return
        report.regions.append((start, max(end, zone.end)))
    else:
        end = right_end(view, clause, index, following)
        report.direct = False
        report.regions.append((view.starts[index], end))
    report.zones += zones_within(view, sentence, *report.regions[-1])


def runs_on(view: View, number: int, last: int) -> bool:
    """Tell whether the writer completes what marks leave open: 'said, "We have a week to go" until the vote'."""
    if last >= len(view.words):
        return False
    after = view.classes[last] & (PREPOSITION | SUBORDINATOR) or view.words[last] == "to"
    return bool(after) and view.gaps[last] == '" ' and view.text[view.zones[number].end - 1].isalnum()


def zones_within(view: View, sentence: Sentence, start: int, end: int) -> list[int]:
    if not sentence.zones:
        return []
    return [
        number
        for number in sentence.zones
        if view.zones[number].start >= start and view.zones[number].end <= end + 2 and not view.is_name(number)
    ]
