"""Reads what a bracket of speech stands behind or in the midst of: "..., he said, ..."."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.quotes.clauses import Clause
from afghanbrief.extractors.quotes.endings import right_end
from afghanbrief.extractors.quotes.finite import has_finite, is_reported_clause
from afghanbrief.extractors.quotes.frames import (
    is_bracket,
    marks_ahead,
    says_when,
)
from afghanbrief.extractors.quotes.lexicon import (
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    CUE,
    OBJECT_PRONOUN,
    PREPOSITION,
    PRONOUN,
    SAY,
    SUBORDINATOR,
    TIME,
    WEAK,
    word_list,
)
from afghanbrief.extractors.quotes.phrases import Range, phrase_after
from afghanbrief.extractors.quotes.regions import (
    zones_within,
)
from afghanbrief.extractors.quotes.report import Report
from afghanbrief.extractors.quotes.view import View

_QUANTITIES: Final = word_list("quantities")
_FEW: Final = 3
_OPENING: Final = PREPOSITION | SUBORDINATOR | ADVERB | TIME | CONJUNCTION
_WHEN: Final = frozenset(("when", "after", "before"))
# Words; so few before a bracket of speech are no whole clause.
_SHORT: Final = 4
_CONTINUING: Final = word_list("continuing")
_RESUMING: Final = word_list("resuming")
# "..., the mission said, without giving details", "..., even as envoys met": the writer goes on.
_WRITERS: Final = (
    ("even", "as"),
    *(
        ("without", word)
        for word in ("elaborating", "giving", "providing", "offering", "specifying", "naming", "citing")
    ),
)
_WHOM: Final = (("whom",), ("which",))
_SPANS_OF_TIME: Final = word_list("spans_of_time")
_TELL_FORMS: Final = word_list("telling")
_DENIAL: Final = word_list("denying")


def read_bracket(
    view: View,
    clause: Clause,
    report: Report,
    left: Range | None,
    frame: str,
    index: int,
    index_right: int,
    following: list[Clause],
) -> Report | None:
    """Read what a bracket of speech stands behind or in the midst of: "..., he said", "..., he said, unless ...".

    Arguments:
        view: the document.
        clause: the clause of saying.
        report: the report to fill.
        left: word indexes of the words before it that can be what was said.
        frame: how the sentence goes on behind it.
        index: index of the word behind the verb and its adverbials.
        index_right: index of the last word of an inverted subject, else that of the verb.
        following: the next clauses of saying in the sentence.

    Returns:
        The report, or ``None`` if nothing beside the bracket was said.
    """
    sentence = clause.sentence
    bits = view.classes[clause.cue]
    if left is None and frame == "comma" and bits & SAY and not bits & WEAK and not clause.negated:
        # "But, he said, it is a risk."
        if 0 < clause.start - sentence.low <= 2 and "," in view.gaps[clause.start] and index < sentence.high:
            if has_finite(view, index, sentence.high):
                report.rule = "parted-clause"
                report.regions = [(view.starts[index], right_end(view, clause, index, following))]
                report.zones = zones_within(view, sentence, *report.regions[0])
                return report
    if (
        left is not None
        and (not bits & WEAK or is_bracket(view, clause, frame, index))
        and clause.form != "participle"
        and (bits & SAY or view.words[clause.cue] in _TELL_FORMS)
        and view.words[clause.cue] not in _DENIAL
    ):
        if clause.negated:
            return None
        resumes = (
            frame == "comma"
            and index < sentence.high
            and not (view.words[index].endswith("ing") and not has_finite(view, index, sentence.high))
            and (
                (view.classes[index] & AUXILIARY and view.forms[index].islower())
                or left[1] - left[0] < 4
                or view.words[left[1] - 1] in _LINKING
                or (view.words[index] in _CONTINUING and view.words[index : index + 2] not in _WRITERS)
                or (view.words[index] == "of" and view.words[index + 1 : index + 2] in _WHOM)
                or _is_quantity(view, index)
                or _goes_on(view, index, sentence.high)
                or (
                    (view.classes[left[0]] | view.classes[left[0] + 1]) & SUBORDINATOR
                    and has_finite(view, index, sentence.high)
                )
                or marks_ahead(view, sentence, index, following)
            )
        )
        after = _past_complements(view, index_right + 1, sentence.high)
        inverted = index_right != clause.cue and after < sentence.high and "," in view.gaps[after]
        if inverted and (left[1] - left[0] < _SHORT or view.classes[after] & AUXILIARY):
            # "It is, says one veteran, a war without a front.", "The dam, said an aide to the minister, is safe."
            report.rule = "parted-clause"
            report.regions = [(view.starts[left[0]], view.ends[left[1] - 1]), (view.starts[after], sentence.end)]
            for region in report.regions:
                report.zones += zones_within(view, sentence, *region)
            return report
        # Where nothing follows the bracket, what stands before it was said, whether or not its verb is known.
        alone = frame == "end" and left[1] - left[0] >= _FEW and not view.classes[left[0]] & _OPENING
        if (alone or is_reported_clause(view, left[0], left[1])) and not resumes:
            report.rule = "clause-then-verb"
            report.regions.append((view.starts[left[0]], view.ends[left[1] - 1]))
            report.zones = zones_within(view, sentence, *report.regions[0])
            return report
        if frame == "comma" and index < sentence.high and index_right == clause.cue:
            if (
                says_when(view, left[0], left[1])
                and not has_finite(view, index, sentence.high)
                and not is_reported_clause(view, left[0], left[1])
            ):
                return None
            report.rule = "parted-clause"
            end = right_end(view, clause, index, following)
            report.regions = [(view.starts[left[0]], view.ends[left[1] - 1]), (view.starts[index], end)]
            for region in report.regions:
                report.zones += zones_within(view, sentence, *region)
            return report
    return None


def _past_complements(view: View, index: int, high: int) -> int:
    """Give the index behind the phrases that belong to an inverted subject: "said a spokesman *for the ministry*, "."""
    while index < high and view.gaps[index] == " " and view.words[index] in _OF_SPEAKERS:
        phrase = phrase_after(view, index + 1, high)
        if phrase is None:
            break
        index = phrase[1]
    return index


_OF_SPEAKERS: Final = frozenset(("of", "for", "from", "at", "in", "to", "with"))
# Behind one of these the clause that was said has yet to come: "after which, officials said, talks would resume".
_LINKING: Final = frozenset("which whom then and but because if when where while although unless so otherwise".split())


def _goes_on(view: View, index: int, high: int) -> bool:
    # "..., officials said, when a guard opened fire", but not "..., he said, as he left the hall"
    if view.words[index] not in _WHEN or index + 2 >= high or view.gaps[index + 1] != " ":
        return False
    subject = view.classes[index + 1]
    return not subject & (PRONOUN | OBJECT_PRONOUN | TIME | CUE) and has_finite(view, index + 1, high)


def _is_quantity(view: View, index: int) -> bool:
    # "..., he said, three of them critically", but not "..., he said, two days after the raid"
    words = view.words
    if words[index] in _RESUMING:
        return True
    if not (words[index] in _QUANTITIES or words[index].isdigit()):
        return False
    return _SPANS_OF_TIME.isdisjoint(words[index + 1 : index + 3])
