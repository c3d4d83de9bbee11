"""Finds where the reported clause ends and the writer's own sentence goes on."""

from __future__ import annotations

from bisect import bisect_right
from itertools import compress
from typing import Final

from afghanbrief.extractors.quotes.clauses import Clause
from afghanbrief.extractors.quotes.finite import has_finite, opens_clause
from afghanbrief.extractors.quotes.joints import goes_back, others_think, plain_past, writes_on
from afghanbrief.extractors.quotes.lexicon import (
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    CUE,
    DETERMINER,
    MEDIUM,
    NAME,
    NEGATION,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    TIME,
    WEAK,
    word_list,
)
from afghanbrief.extractors.quotes.own_voice import is_own_voice
from afghanbrief.extractors.quotes.phrases import JOINS, PAST, is_nominal, is_past
from afghanbrief.extractors.quotes.view import View

_FAULT: Final = word_list("fault")

_ENDS_REPORT: Final = word_list("ends_report")
# Words; no reported clause of a news text is longer.
_LONGEST: Final = 300
_LOOK: Final = 90
_DIRECTIVE: Final = word_list("directive")
# Words that can end a report without a comma before them.
_JOINTS: Final = _DIRECTIVE | {"but"}
_DECLINING: Final = frozenset(("declined", "refused"))
_WITHHELD: Final = word_list("withheld")
_WHERE: Final = frozenset(("where", "which", "who", "after", "as"))
_AFTER_PARTICIPLE: Final = frozenset(("at", "by", "as"))
# Words between a name in marks and the next one ("a cheat" and a "liar").
NEXT_NAME: Final = 4
_PHRASES: Final = frozenset(("phrase", "preposition"))
_AND_BUT: Final = frozenset(("and", "but", "while"))


def right_end(view: View, clause: Clause, index: int, following: list[Clause]) -> int:
    """Give the offset where reported words that begin at word *index* end.

    Arguments:
        view: the document.
        clause: the clause of saying.
        index: index of the first reported word.
        following: the next clauses of saying in the sentence.

    Returns:
        The offset of the end, at most that of the sentence.
    """
    sentence = clause.sentence
    end = sentence.end
    if sentence.high - index > _LONGEST and index + _LONGEST < len(view.starts):
        end = min(end, max(view.starts[index + _LONGEST], _zone_end(view, index + _LONGEST)))
    end = min(end, _break_off(view, clause, index, end))
    if not following:
        return end
    for later in following:
        start = later.start
        if start < clause.start and later.first > index + 1 and view.starts[later.first] < end:
            if later.form == "finite" and view.gaps[later.first] == " ":
                # "a woman who has accused him of theft said that ..."
                return view.ends[later.first - 1]
        if start <= index or view.starts[start] >= end:
            continue
        if later.cue + 1 in view.opens and view.gaps[later.cue + 1].strip("\"' ")[:1] in (",", ":"):
            # Marks of its own: "he explained the headline by saying: ..."
            while (
                start > index + 1
                and view.classes[start - 1] & (CONJUNCTION | PREPOSITION)
                and view.gaps[start] in JOINS
            ):
                start -= 1
            return view.ends[start - 1]
        if later.negated and later.subject is not None and view.words[index] == "if":
            # "said that if he were there, he would tell them": the main clause of the condition.
            continue
        weak = view.classes[later.cue] & WEAK and not view.words[later.cue].endswith("ed")
        if weak and not ("that" in view.words[later.cue + 1 : later.cue + 4] and has_finite(view, index, start)):
            continue
        zone = view.closes.get(start)
        if zone is not None and index < view.zone_words[zone][0] and view.text[view.zones[zone].end - 1] in ",?!":
            return view.ends[view.zone_words[zone][0] - 1]
        if (
            later.subject is not None
            and start > index + 1
            and view.words[start - 1] in _AND_BUT
            and view.gaps[start] == " "
        ):
            # "..., but he said": the conjunction before a pronoun.
            start -= 1
        if later.subject is None and view.words[later.first] == "had" and "had" in view.words[index:start]:
            # "said that they had met and had agreed that": the pluperfect goes on with what was reported.
            if view.classes[start - 1] & CONJUNCTION and view.gaps[start] in JOINS:
                later.reported = True
                continue
        if "," in view.gaps[start] and later.subject is not None:
            colon = _colon_before(view, start, index)
            if colon and has_finite(view, index, colon):
                # "insists that there is no water: the river, it says, is dry"
                return view.ends[colon - 1]
        joint = _conjunction_before(view, start, index) if later.subject is not None and not weak else 0
        if joint and later.form == "finite" and has_finite(view, index, joint):
            # "..., and in March the governor told ..."
            return view.ends[joint - 1]
        if later.subject is None and (later.negated or view.words[start - 1] in ("or", "nor")):
            # "..., but would add millions", "did not support or contradicted": what is reported goes on.
            continue
        gap = view.gaps[start]
        if later.subject is None and later.form == "finite" and is_postmodifier(view, later.cue, start):
            # "the number of displaced, now estimated at 12,000, would rise"
            continue
        if later.subject is None and gap in JOINS and start > index + 1 and view.classes[start - 1] & CONJUNCTION:
            return view.ends[start - 2]
        if "," in gap or "\u2014" in gap or gap in (" - ", " -- "):
            return view.ends[start - 1]
        if later.subject is None and later.form == "finite" and gap.strip("\"'") == " " and start > index + 1:
            if clause.subject is not None and clause.subject.rule == "relative":
                # "a man who blamed the police for the attack said"
                return view.ends[start - 1]
        if later.subject is not None and later.form == "finite" and view.words[start] in _AND_BUT and gap == " ":
            if not has_finite(view, index, start):
                break
            return view.ends[start - 1]
        break
    return end


def _colon_before(view: View, start: int, index: int) -> int:
    for at in range(start - 1, max(index, start - 40), -1):
        if ": " in view.gaps[at]:
            return at
    return 0


def _conjunction_before(view: View, start: int, index: int) -> int:
    """Give the index of an "and" behind a comma that only an adverbial parts from word *start*, or 0."""
    for at in range(start - 2, max(index + 1, start - 6), -1):
        if "," in view.gaps[at]:
            opening = view.classes[at + 1] & (PREPOSITION | TIME | ADVERB)
            return at if view.words[at] in _AND_BUT and opening else 0
        if view.gaps[at + 1] != " " or view.words[at] == "that":
            return 0
    return 0


def is_postmodifier(view: View, cue: int, start: int) -> bool:
    """Tell whether a verb without a subject is a participle behind its noun: "..., now estimated at 12,000, ..."."""
    return (
        "," in view.gaps[start]
        and view.words[cue].endswith("ed")
        and not view.classes[start] & CONJUNCTION
        and cue + 1 < len(view.words)
        and view.gaps[cue + 1] == " "
        and view.words[cue + 1] in _AFTER_PARTICIPLE
    )


def _zone_end(view: View, index: int) -> int:
    position = bisect_right(view.zone_starts, view.starts[index]) - 1
    return view.zones[position].end if position >= 0 else 0


def _break_off(view: View, clause: Clause, index: int, end: int) -> int:
    """Give the offset of the first break behind which the writer goes on, or *end*."""
    sentence = clause.sentence
    subject = clause.subject
    relative = subject is not None and subject.rule == "relative"
    gap_filled = (
        clause.start > sentence.low and view.classes[clause.start - 1] & RELATIVE and view.gaps[clause.start] == " "
    )
    if gap_filled and "," not in view.gaps[clause.start - 1]:
        # "the men who officials say are safe have left": the first word may be the verb.
        stop = second_verb(view, index - 1, sentence.high)
        end = min(end, view.ends[stop - 1]) if stop else end
    if relative and subject is not None and "," not in view.gaps[subject.start]:
        stop = second_verb(view, index, sentence.high)
        end = min(end, view.ends[stop - 1]) if stop else end
    most = min(sentence.high, index + _LOOK)
    joints = not _JOINTS.isdisjoint(view.words[index + 1 : most])
    gaps = view.gaps[index + 1 : most]
    fault = view.words[clause.cue] in _FAULT
    plain = not joints and not fault
    if plain and not "".join(gaps).strip(" "):
        # Words and blanks only: most clauses.
        return end
    subordinate: bool | None = None
    words, closes = view.words, view.closes
    # Blanks need a look only where a word alone can end the report.
    positions = range(index + 1, most)
    for position in compress(positions, map(" ".__ne__, gaps)) if plain else positions:
        gap = view.gaps[position]
        if gap == " ":
            if (
                fault
                and _leaves_marks(view, position, sentence.high, gap=" ")
                and not view.in_zone(view.starts[position])
            ):
                # "blamed the police on Twitter"
                return view.ends[position - 1]
            if not joints:
                continue
        if position in closes and (
            _leaves_marks(view, position, sentence.high) or _joins_behind_name(view, clause, position)
        ):
            return view.ends[position - 1]
        if len(gap) < 2:
            word = words[position]
            if word == "but" and position - index > 2 and plain_past(view, position + 1, sentence.high):
                if not view.in_zone(view.starts[position]):
                    return view.ends[position - 1]
            if word in _DIRECTIVE and words[position - 1] == "and" and position - index > 3:
                if word not in _DECLINING or not _WITHHELD.isdisjoint(words[position + 2 : position + 3]):
                    return view.ends[position - 2]
            continue
        if ";" in gap:
            return view.ends[position - 1]
        if ")" in gap and "(" not in "".join(view.gaps[index + 1 : position]):
            # 'The minister (who had said "never") resigned': what stands in brackets ends with them.
            return view.ends[position - 1]
        comma = "," in gap
        dash = not comma and ("\u2014" in gap or gap == " - " or "--" in gap)
        if not (comma or dash) or view.in_zone(view.starts[position]):
            continue
        if view.starts[position] >= end:
            break
        if comma and subordinate is None:
            subordinate = _is_subordinate(view, clause)
        if (
            words[position] in _ENDS_REPORT
            or (comma and words[position] == "but" and others_think(view, position, sentence.high))
            or (relative and _resumes(view, position, sentence.high))
            or (comma and fault and words[position] in _WHERE and _is_last_comma(view, position, sentence.high))
            or (
                comma
                and words[position] in ("and", "but")
                and (
                    goes_back(view, index, position, sentence.high)
                    or writes_on(view, clause, index, position, sentence.high)
                )
            )
            or (subordinate and comma and _main_clause(view, index, position, clause))
            or is_own_voice(view, clause, index, position, sentence.high, dash=dash)
        ):
            return view.ends[position - 1]
    return end


def second_verb(view: View, index: int, high: int) -> int:
    """Find the verb of the main clause behind a clause that begins at word *index* and has no comma behind it.

    Arguments:
        view: the document.
        index: index of the clause's first word.
        high: index after the last word.

    Returns:
        The index of the second finite verb on its level ("they had seen the bodies *asked* not to be named"), or 0.
    """
    finite = False
    for position in range(index + 1, min(high, index + _LOOK)):
        if view.gaps[position] not in JOINS and "," in view.gaps[position]:
            return 0
        if view.gaps[position] != " ":
            marked = finite and position in view.closes and view.gaps[position].strip("\"'") == " "
            if marked and (view.words[position] in PAST or view.words[position].endswith("ed")):
                # 'the refugees were "vermin" drew protests'
                return position
            continue
        if view.classes[position] & (SUBORDINATOR | RELATIVE | CONJUNCTION) or view.words[position] == "that":
            finite = False
        elif _is_verb(view, position) and not view.in_zone(view.starts[position]):
            if finite and position > index + 2 and not view.classes[position - 1] & PRONOUN:
                return position
            finite = True
    return 0


def _is_verb(view: View, position: int) -> bool:
    # A finite verb behind its subject: "they had seen the bodies asked not to be named".
    at = position - 1
    while at > 0 and view.classes[at] & ADVERB and not view.classes[at] & (AUXILIARY | NEGATION | CONJUNCTION):
        # "the army still held"
        at -= 1
    before = view.classes[at]
    bits = view.classes[position]
    if bits & AUXILIARY:
        return not before & (AUXILIARY | NEGATION | ADVERB | CONJUNCTION) and view.words[position] not in (
            "be",
            "been",
            "being",
        )
    if (
        before & (AUXILIARY | NEGATION | ADVERB | CONJUNCTION | DETERMINER | PREPOSITION)
        or view.words[position - 1] == "to"
    ):
        return False
    word = view.words[position]
    if not bits and word.endswith("ed") and len(word) > 4 and position + 1 < len(view.words):
        # "angered Congress", "angered the king": no participle has an object.
        behind = view.classes[position + 1]
        return view.gaps[position + 1] == " " and (
            bool(behind & (DETERMINER | PRONOUN)) or view.forms[position + 1][0].isupper()
        )
    return is_past(view, position) or (bits & CUE and word.endswith("ed")) > 0


def _is_last_comma(view: View, position: int, high: int) -> bool:
    return not any("," in view.gaps[at] for at in range(position + 1, min(high, position + 40)))


def _is_subordinate(view: View, clause: Clause) -> bool:
    """Tell whether the clause of saying is itself subordinate, so that a main clause must follow its comma."""
    low = clause.sentence.low
    before = clause.start - 1
    if view.classes[clause.start] & SUBORDINATOR and clause.start < clause.first:
        before = clause.start
    if clause.form == "participle":
        # "After saying that ..., he left": a phrase at the front.
        return clause.first - low <= 3 and (
            clause.first == low or bool(view.classes[clause.first - 1] & (PREPOSITION | SUBORDINATOR))
        )
    if before < low or clause.subject is None:
        return False
    word = view.words[before]
    if view.classes[before] & RELATIVE or (word == "that" and view.gaps[before + 1] == " "):
        # "which officials said would begin in May, covers ..."
        return True
    return bool(view.classes[before] & SUBORDINATOR) and (
        before - low <= 2 or "," in view.gaps[before] or bool(view.classes[before - 1] & CONJUNCTION)
    )


def _resumes(view: View, position: int, high: int) -> bool:
    """Tell whether a verb that goes on with the sentence of a relative clause stands behind the comma."""
    while position < high and view.classes[position] & ADVERB and not view.classes[position] & AUXILIARY:
        position += 1
    if position >= high:
        return False
    bits = view.classes[position]
    word = view.words[position]
    if bits & (AUXILIARY | CUE) or (word in PAST and view.forms[position].islower()):
        return True
    return not bits and view.forms[position].islower() and word.endswith(("ed", "s"))


def _main_clause(view: View, index: int, position: int, clause: Clause) -> bool:
    """Tell whether a clause begins behind the comma, once the words before it are one."""
    bits = view.classes[position]
    high = clause.sentence.high
    if clause.start > clause.sentence.low and view.classes[clause.start - 1] & RELATIVE:
        # "which officials say includes three districts, is ...": its verb follows.
        return bool(bits & AUXILIARY) or view.words[position] in PAST or view.words[position].endswith("ed")
    if bits & (CONJUNCTION | PREPOSITION | SUBORDINATOR | RELATIVE) and not bits & DETERMINER:
        return False
    if not (bits & (PRONOUN | DETERMINER | AUXILIARY) or is_nominal(view, position)):
        return False
    # "After blasting the board, Noor left": what is blasted is no clause.
    phrase = clause.frame in _PHRASES or view.classes[clause.cue] & NAME
    return bool(phrase or has_finite(view, index, position)) and has_finite(view, position, high)


def _joins_behind_name(view: View, clause: Clause, position: int) -> bool:
    """Tell whether a clause of its own stands behind the marks of a name: 'called her a "good sort" and she left'."""
    if not view.classes[clause.cue] & NAME or view.words[position] not in ("and", "but"):
        return False
    behind = position + 1
    if (
        behind >= clause.sentence.high
        or view.words[behind].endswith("ing")
        or any(at in view.opens for at in range(behind, behind + NEXT_NAME))
    ):
        return False
    return opens_clause(view, behind, clause.sentence.high)


def _leaves_marks(view: View, position: int, high: int, gap: str = '" ') -> bool:
    """Tell whether the writer goes on right behind marks: '"..." on Twitter', '"..." and left'."""
    if view.words[position] == "and" or view.words[position] == "but":
        return gap != " " and plain_past(view, position + 1, high)
    if not view.classes[position] & PREPOSITION or view.gaps[position] != gap:
        return False
    for at in range(position + 1, min(high, position + 5)):
        if view.gaps[at] != " ":
            return False
        if view.classes[at] & MEDIUM:
            return True
    return False
