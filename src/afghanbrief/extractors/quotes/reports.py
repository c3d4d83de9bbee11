"""Turns clauses of saying into reports: which words are reported, by whom, under which rule."""

from __future__ import annotations

from bisect import bisect_right

from afghanbrief.extractors.quotes.clauses import Clause, find_subject, is_reported_clause, read_clause, read_right
from afghanbrief.extractors.quotes.lexicon import (
    ACCORDING,
    ADVERB,
    AUXILIARY,
    BARE,
    CONJUNCTION,
    DETERMINER,
    NAME,
    OBJECT_PRONOUN,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SAY,
    SUBORDINATOR,
    TELL,
    TIME,
    WEAK,
)
from afghanbrief.extractors.quotes.phrases import JOINS, Range, head_before, phrase_after
from afghanbrief.extractors.quotes.report import Report
from afghanbrief.extractors.quotes.sources import read_according, split_clauses, without_nested, without_outer
from afghanbrief.extractors.quotes.subjects import Subject, subject_behind
from afghanbrief.extractors.quotes.view import Sentence, View

# Words; no reported clause of a news text is longer.
_LONGEST = 300
_NAMING = frozenset(
    [
        "call",
        "calls",
        "called",
        "calling",
        "describe",
        "describes",
        "described",
        "describing",
        "dub",
        "dubs",
        "dubbed",
        "dubbing",
        "label",
        "labels",
        "labeled",
        "labelled",
        "labeling",
        "brand",
        "branded",
        "term",
        "terms",
        "termed",
        "deem",
        "deems",
        "deemed",
        "characterize",
        "characterized",
        "characterised",
    ]
)
_TELL_FORMS = frozenset(("tell", "tells", "told"))
_FAULT = frozenset(
    [
        "blame",
        "blames",
        "blamed",
        "blaming",
        "accuse",
        "accuses",
        "accused",
        "accusing",
        "deny",
        "denies",
        "denied",
        "denying",
    ]
)


def read_sentence(view: View, sentence: Sentence) -> list[Report]:
    """Read all reports with a verb of saying in one sentence.

    Arguments:
        view: the document.
        sentence: the sentence.

    Returns:
        The reports in order of their cues.
    """
    reports: list[Report] = []
    clauses: list[Clause] = []
    edge = sentence.low
    zone = 0
    for cue in sentence.cues:
        while zone < len(sentence.zones) and view.zone_words[sentence.zones[zone]][1] <= cue:
            edge = max(edge, view.zone_words[sentence.zones[zone]][1])
            zone += 1
        if view.classes[cue] & ACCORDING:
            report = read_according(view, sentence, cue)
            if report is not None:
                reports.append(report)
            continue
        clause = read_clause(view, cue, sentence, edge)
        if clause is None:
            continue
        if clause.form == "finite" or clause.form == "passive":
            find_subject(view, clause, edge)
        elif clause.form == "participle":
            _find_participle_subject(view, clause, edge)
        clauses.append(clause)
        if clause.subject is not None and not view.classes[cue] & WEAK and view.classes[cue] & (SAY | TELL):
            edge = max(edge, cue + 1)
    for number, clause in enumerate(clauses):
        following = clauses[number + 1 : number + 5]
        before = clauses[number - 1] if number else None
        report = _report(view, clause, before, following)
        if report is not None:
            reports.append(report)
            reports += split_clauses(view, report)
    return without_outer(without_nested(reports))


def _report(view: View, clause: Clause, before: Clause | None, following: list[Clause]) -> Report | None:
    sentence = clause.sentence
    bits = view.classes[clause.cue]
    left = _left_of(view, clause, before)
    index_right = clause.cue
    if clause.subject is None:
        front = clause.first == sentence.low and view.forms[clause.cue][0].isupper()
        if (
            clause.form == "finite"
            and not _TELL_FORMS & {view.words[clause.cue]}
            and (left is not None or front or clause.start in view.closes)
        ):
            behind = subject_behind(view, clause.cue + 1, sentence.high)
            if behind is not None and not _goes_on(view, behind, sentence):
                clause.subject = behind
                index_right = behind.end - 1
        if clause.subject is None and before is not None and before.subject is not None:
            clause.subject = before.subject
        if clause.subject is None:
            clause.subject = main_subject(view, sentence, clause.first)
    if index_right != clause.cue:
        frame, index = _after_inverted(view, index_right + 1, sentence)
    else:
        frame, index = read_right(view, clause)
    if clause.form == "passive" and frame not in ("zone", "colon") and left is None:
        if not bits & NAME:
            return None
    clause.frame = frame
    if frame == "preposition" and view.words[clause.cue + 1] == "by" and not bits & NAME:
        # "announced by the weekly": a participle behind its noun.
        return None
    report = Report(frame, (clause.cue, clause.cue + 1), clause.subject, sentence)
    report.audience = clause.audience
    zone_left = _zone_left(view, clause, frame)
    if clause.form == "participle" and frame in ("that", "clause", "question"):
        # "...," adding that: the words behind it are a report of their own.
        zone_left = None
    if frame == "zone" and bits & WEAK and not bits & NAME and "," not in view.gaps[index] and zone_left is None:
        return None
    if frame == "zone" and "," not in view.gaps[index] and index in view.opens and view.is_name(view.opens[index]):
        return None
    if frame in ("zone", "colon") and index < sentence.high:
        if zone_left is not None and frame == "zone":
            _add_zone(view, report, zone_left)
        _right_zone(view, clause, report, frame, index, following)
        report.rule = (
            "broken-quote" if zone_left is not None else ("colon-quote" if frame == "colon" else "verb-then-quote")
        )
        return report
    if frame == "colon":
        report.rule = "lead-in"
        return report
    if zone_left is not None:
        if clause.negated and clause.form == "finite":
            return None
        _left_zone(view, clause, report, zone_left, left)
        report.rule = (
            "quote-then-verb"
            if clause.cue >= (clause.subject.start if clause.subject else 0)
            else "quote-then-inverted-verb"
        )
        if frame in ("clause", "that") and not bits & NAME:
            pass
        return report
    if frame in ("that", "clause", "question", "to", "phrase", "preposition"):
        if (
            clause.start > sentence.low
            and view.words[clause.start - 1] == "as"
            and frame == "preposition"
            and bits & SAY
        ):
            return _as_said(view, clause, report, index)
        return _right_text(view, clause, report, frame, index, following)
    if clause.start > sentence.low and view.words[clause.start - 1] == "as" and not clause.negated:
        return _as_said(view, clause, report, index)
    if (
        left is not None
        and not bits & WEAK
        and clause.form != "participle"
        and (bits & SAY or view.words[clause.cue] in _TELL_FORMS)
    ):
        if clause.negated:
            return None
        resumes = (
            frame == "comma"
            and index < sentence.high
            and (
                (view.classes[index] & AUXILIARY and view.forms[index].islower())
                or view.words[index] in ("and", "or", "but")
                or left[1] - left[0] < 4
            )
        )
        if is_reported_clause(view, left[0], left[1]) and not resumes:
            report.rule = "clause-then-verb"
            report.regions.append((view.starts[left[0]], view.ends[left[1] - 1]))
            report.zones = _zones_in(view, sentence, *report.regions[0])
            return report
        if frame == "comma" and index < sentence.high and index_right == clause.cue:
            report.rule = "parted-clause"
            end = _right_end(view, clause, index, following)
            report.regions = [(view.starts[left[0]], view.ends[left[1] - 1]), (view.starts[index], end)]
            for region in report.regions:
                report.zones += _zones_in(view, sentence, *region)
            return report
    return None


def _find_participle_subject(view: View, clause: Clause, low: int) -> None:
    # "with Trump tweeting that" has a subject of its own; "a statement saying" and ", saying" have the sentence's.
    if clause.first > low and view.gaps[clause.first] in JOINS:
        phrase = head_before(view, clause.first, low)
        if phrase and phrase[0] > low and view.words[phrase[0] - 1] == "with":
            clause.subject = Subject(phrase[0], phrase[1], phrase[0], "phrase")
            clause.start = phrase[0] - 1


def _goes_on(view: View, behind: Subject, sentence: Sentence) -> bool:
    # "said his boss was kind": the phrase behind the verb is the subject of what is said.
    end = behind.end
    if end >= sentence.high or view.gaps[end] not in JOINS:
        return False
    bits = view.classes[end]
    if bits & SUBORDINATOR and view.forms[end - 1][0].islower():
        return True
    return bool(bits & (AUXILIARY | PRONOUN) and not bits & RELATIVE) or (
        behind.rule == "pronoun" and not bits & (PREPOSITION | ADVERB)
    )


def _as_said(view: View, clause: Clause, report: Report, index: int) -> Report | None:
    """Read "as Lavrov said, ..." and "..., as Lavrov said"."""
    sentence = clause.sentence
    before = clause.start - 1
    report.rule = "as-said"
    if clause.subject is None or view.words[clause.subject.start] in ("i", "we"):
        return None
    if before <= sentence.low + 1:
        for position in range(max(index, clause.cue + 1), min(sentence.high, index + 14)):
            if "," in view.gaps[position]:
                report.regions.append((view.starts[position] - (position in view.opens), sentence.end))
                break
    elif "," in view.gaps[before] and before not in view.closes:
        report.regions.append((view.starts[sentence.low], view.ends[before - 1]))
    elif before in view.closes:
        zone = view.zones[view.closes[before]]
        report.regions.append((zone.start, zone.end))
        report.direct = True
    if not report.regions or view.classes[clause.cue] & WEAK:
        return None
    report.zones = _zones_in(view, sentence, *report.regions[0])
    return report


def _after_inverted(view: View, index: int, sentence: Sentence) -> tuple[str, int]:
    # Behind an inverted subject: skip the rest of its phrase until a zone, a colon or the sentence's end.
    for position in range(index, min(sentence.high, index + 40)):
        if position in view.opens:
            return "zone", position
        if ":" in view.gaps[position]:
            return "colon", position
    return ("colon" if view.text[sentence.end - 1] == ":" else "end"), sentence.high


def _left_of(view: View, clause: Clause, before: Clause | None) -> Range | None:
    """Give the words before the clause that can be its reported words, if a comma or dash parts them from it."""
    sentence = clause.sentence
    start = clause.start
    low = max(sentence.low, start - _LONGEST)
    if start <= low:
        return None
    gap = view.gaps[start]
    if not ("," in gap or "\u2014" in gap or " - " in gap or "?" in gap or "!" in gap):
        return None
    if before is not None and before.frame not in ("none", "end", "comma", "other", "preposition"):
        low = max(low, before.cue + 1)
    for index in range(start - 1, max(low, start - 60), -1):
        if ";" in view.gaps[index] or ": " in view.gaps[index]:
            low = index
            break
    while low < start and view.classes[low] & CONJUNCTION and view.words[low] in ("and", "but"):
        low += 1
    return (low, start) if low < start else None


def _zone_left(view: View, clause: Clause, frame: str) -> int | None:
    number = view.closes.get(clause.start)
    if number is None or view.zones[number].block != clause.sentence.block:
        return None
    zone = view.zones[number]
    if view.text[zone.end - 1] not in ".,?!\u2026-\u2014" and view.gaps[clause.start].strip("\"' ")[:1] not in (
        ",",
        "\u2014",
        "-",
    ):
        # "The 'History' section explains": no more than a name, unless it is long or a pronoun follows.
        begin, behind = view.zone_words[number]
        if behind - begin < 4 and not view.classes[clause.start] & PRONOUN:
            return None
    if clause.start == clause.sentence.low:
        # The zone ends a sentence of its own: "Why?" he asked. But not: "So it is." He noted that ...
        last = view.text[view.zones[number].end - 1]
        if last not in "?!" and not (last in ".\u2026-" and frame in ("end", "comma")):
            return None
        if frame in ("that", "clause", "to", "question"):
            return None
    return number


def _add_zone(view: View, report: Report, number: int) -> None:
    zone = view.zones[number]
    report.regions.append((zone.start, zone.end))
    report.zones.append(number)
    report.direct = True


def _left_zone(view: View, clause: Clause, report: Report, number: int, left: Range | None) -> None:
    sentence = clause.sentence
    zone = view.zones[number]
    first = view.zone_words[number][0]
    if left is None or first <= left[0] or zone.outer_start <= sentence.start or first < sentence.low:
        _add_zone(view, report, number)
        return
    gap = view.gaps[first]
    if ":" in gap or ("," in gap and view.forms[first][0].isupper() and view.classes[first]):
        # A function word with a capital begins a sentence of its own; a name may stand inside the reported one.
        _add_zone(view, report, number)
        return
    low = left[0]
    if low in view.opens:
        report.regions.append((view.zones[view.opens[low]].outer_start, zone.end))
    else:
        report.regions.append((view.starts[low], zone.end))
    report.zones = _zones_in(view, sentence, *report.regions[0])


def _right_zone(view: View, clause: Clause, report: Report, frame: str, index: int, following: list[Clause]) -> None:
    sentence = clause.sentence
    gap = view.gaps[index]
    if index in view.opens:
        number = view.opens[index]
        zone = view.zones[number]
        last = view.zone_words[number][1]
        whole = last >= sentence.high or "," in gap or ":" in gap
        if whole and (view.forms[index][0].isupper() or ":" in gap or report.zones):
            _add_zone(view, report, number)
            return
        report.direct = False
        end = _right_end(view, clause, index, following)
        start = zone.start
        if view.words[clause.cue] in _NAMING:
            end = _naming_end(view, sentence, index, end)
            if clause.audience is not None:
                start = view.starts[clause.audience[0]]
        report.regions.append((start, max(end, zone.end)))
    else:
        end = _right_end(view, clause, index, following)
        report.direct = False
        report.regions.append((view.starts[index], end))
    report.zones += _zones_in(view, sentence, *report.regions[-1])


def _right_text(
    view: View, clause: Clause, report: Report, frame: str, index: int, following: list[Clause]
) -> Report | None:
    sentence = clause.sentence
    bits = view.classes[clause.cue]
    if index >= sentence.high:
        return None
    end = _right_end(view, clause, index, following)
    if bits & NAME and clause.audience is not None and clause.audience[0] == clause.cue + 1:
        index = clause.cue + 1
    start = view.zones[view.opens[index]].start if index in view.opens else view.starts[index]
    if view.words[clause.cue] in _NAMING:
        end = _naming_end(view, sentence, index, end)
    zones = _zones_in(view, sentence, start, end)
    report.regions.append((start, end))
    report.zones = zones
    report.rule = f"verb-then-{frame}"
    if frame in ("phrase", "preposition", "to"):
        if frame == "phrase" and view.words[clause.cue] in _FAULT:
            alone = index + 1 >= sentence.high or view.starts[index + 1] > end
            pronoun = view.classes[index] & (PRONOUN | OBJECT_PRONOUN) and not view.classes[index] & DETERMINER
            return None if (alone and view.forms[index].islower()) or pronoun else report
        if zones and view.is_name(zones[0]):
            return None
        if not zones or (zones[0] and view.zone_words[zones[0]][0] - index > 30):
            return None
        report.rule = "verb-then-marked-phrase"
        return report
    if frame == "question" and clause.subject is None:
        return None
    if view.words[clause.cue] in _FAULT and clause.negated:
        return None
    if view.words[clause.cue] in _FAULT and frame == "clause" and not zones:
        report.rule = "verb-then-phrase"
        return report
    if not bits & (SAY | TELL):
        return report if zones else None
    if clause.subject is not None and view.words[clause.subject.start] in ("nobody", "no", "none", "nothing"):
        return None
    if frame == "question" and clause.cue == sentence.low and clause.form == "finite":
        # "Asked what he would do, ..."
        return None
    if frame == "clause" and not bits & BARE:
        return report if zones and not bits & WEAK else None
    if clause.negated and clause.form != "infinitive":
        return None
    return report


def _right_end(view: View, clause: Clause, index: int, following: list[Clause]) -> int:
    """Give the offset where reported words that begin at word *index* end."""
    sentence = clause.sentence
    end = sentence.end
    if sentence.high - index > _LONGEST and index + _LONGEST < len(view.starts):
        end = min(end, max(view.starts[index + _LONGEST], _zone_end(view, index + _LONGEST)))
    for position in range(index + 1, min(sentence.high, index + 90)):
        if ";" in view.gaps[position]:
            end = view.ends[position - 1]
            break
    for later in following:
        start = later.start
        if start <= index or view.starts[start] >= end:
            continue
        if view.classes[later.cue] & WEAK and not view.words[later.cue].endswith("ed"):
            continue
        zone = view.closes.get(start)
        if zone is not None and index < view.zone_words[zone][0] and view.text[view.zones[zone].end - 1] in ",?!":
            return view.ends[view.zone_words[zone][0] - 1]
        gap = view.gaps[start]
        if later.subject is None and gap in JOINS and start > index + 1 and view.classes[start - 1] & CONJUNCTION:
            return view.ends[start - 2]
        if "," in gap:
            return view.ends[start - 1]
        break
    return end


def _zone_end(view: View, index: int) -> int:
    position = bisect_right(view.zone_starts, view.starts[index]) - 1
    return view.zones[position].end if position >= 0 else 0


def _naming_end(view: View, sentence: Sentence, index: int, end: int) -> int:
    """Give the end of "the attack 'cowardly' and 'senseless'": of the last marked words that belong to the name given."""
    last = -1
    for number in sentence.zones:
        first, behind = view.zone_words[number]
        if first < index or view.zones[number].end > end + 2:
            continue
        if last >= 0 and first - last > 3:
            break
        last = behind
        end_of_zone = view.zones[number].end
    return end_of_zone if last >= 0 else end


def _zones_in(view: View, sentence: Sentence, start: int, end: int) -> list[int]:
    return [
        number
        for number in sentence.zones
        if view.zones[number].start >= start and view.zones[number].end <= end + 2 and not view.is_name(number)
    ]


def main_subject(view: View, sentence: Sentence, before: int) -> Subject | None:
    """Guess the subject of a sentence: the first noun phrase behind opening adverbials.

    Arguments:
        view: the document.
        sentence: the sentence.
        before: index of the word before which it stands.

    Returns:
        The subject, or ``None``.
    """
    index = sentence.low
    for position in range(index + 1, min(before, index + 7)):
        if (
            view.gaps[position].strip() in ("\u2014", "-", "--")
            and view.forms[index].isupper()
            and len(view.forms[index]) > 2
        ):
            # A dateline: "TALLAHASSEE - The governor ..."
            index = position
            break
    for _ in range(4):
        most = min(before, index + 12)
        while index < most and (
            view.classes[index] & (CONJUNCTION | ADVERB | TIME)
            or (view.words[index].endswith("ly") and not view.classes[index] and len(view.words[index]) > 5)
        ):
            index += 1
        if index >= before:
            return None
        bits = view.classes[index]
        if bits & PRONOUN and not bits & RELATIVE:
            return Subject(index, index + 1, index, "pronoun")
        opening = bits & (PREPOSITION | SUBORDINATOR) or view.words[index].endswith(("ing", "ed"))
        phrase = None if opening else phrase_after(view, index, before)
        if (
            phrase is not None
            and not (phrase[1] == index + 1 and bits & DETERMINER)
            and not (phrase[1] < before and "," in view.gaps[phrase[1]] and view.classes[index] & TIME)
        ):
            return Subject(phrase[0], phrase[1], phrase[0], "phrase")
        for position in range(index + 1, min(before, index + 30)):
            if ", " in view.gaps[position] and not view.words[position].isdigit():
                index = position
                break
        else:
            return None
    return None
