"""Tells what stands around a cue: brackets, marks ahead, faults and deeds, what is bound to it, what leads nowhere."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.quotes.asides import PUT
from afghanbrief.extractors.quotes.clauses import Clause
from afghanbrief.extractors.quotes.complements import SHOWING
from afghanbrief.extractors.quotes.finite import has_finite, is_finite
from afghanbrief.extractors.quotes.lexicon import (
    ADVERB,
    AUXILIARY,
    CUE,
    DETERMINER,
    MEDIUM,
    NEGATION,
    OBJECT_PRONOUN,
    PAPER,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SAY,
    SUBORDINATOR,
    TELL,
    TIME,
    word_list,
)
from afghanbrief.extractors.quotes.phrases import JOINS
from afghanbrief.extractors.quotes.view import Sentence, View

_COMMISSIVE: Final = word_list("commissive")
_BRACKETING: Final = word_list("bracketing")
_SENSED: Final = frozenset(("hearing", "seeing", "finding"))
_DATING: Final = frozenset(("on", "last", "this", "again", "earlier"))
_OWNERS: Final = frozenset(("his", "her", "their", "its"))
_FAULT: Final = word_list("fault")
_NO_SUBJECT: Final = PREPOSITION | SUBORDINATOR | ADVERB | TIME
# Words between a saying and the marks that go on behind commas.
_RESUMED: Final = 8
_QUESTION: Final = word_list("question")


def is_noun(view: View, cue: int) -> bool:
    """Tell whether a word that can be a noun of saying is one here, and what follows can be what was said."""
    if cue + 1 >= len(view.words):
        return False
    if not view.classes[cue] & CUE:
        return True
    before = view.words[cue - 1] if cue else ""
    if view.words[cue + 1] == "by" and cue and view.gaps[cue] == " " and view.classes[cue - 1] & DETERMINER:
        # "a claim by the army that ..."
        return True
    return (
        view.gaps[cue] in (" ", "' ", "'s ") and (before in _OWNERS or (before == "s" and view.gaps[cue - 1] == "'"))
    ) or (
        cue > 1
        and view.gaps[cue] == " "
        and bool(view.classes[cue - 2] & DETERMINER)
        and view.forms[cue - 1][0].isupper()
    )


def is_bracket(view: View, clause: Clause, frame: str, index: int) -> bool:
    """Tell whether a word that is more often a noun is a verb here, in a bracket: "..., the ministry reports, ..."."""
    subject = clause.subject
    if subject is None or subject.start >= clause.cue or subject.rule == "relative":
        return False
    if view.words[clause.cue] not in _BRACKETING:
        return False
    return frame == "end" or (frame == "comma" and index < clause.sentence.high)


def claims(view: View, clause: Clause) -> bool:
    """Tell whether a clause of speech takes what follows for itself."""
    # "what he calls ..." stays inside what a later verb reports.
    if not view.classes[clause.cue] & (SAY | TELL) or (clause.subject and clause.subject.rule == "relative"):
        return False
    return clause.start <= clause.sentence.low or view.words[clause.start - 1] not in _QUESTION


def all_said(view: View, clause: Clause) -> int | None:
    """Give the marks of '"..." was all she could say'."""
    start = clause.start
    if start - 2 <= clause.sentence.low or view.words[start - 1] not in ("all", "what", "how"):
        return None
    return view.closes.get(start - 2) if view.classes[start - 2] & AUXILIARY else None


def marks_resumed(view: View, sentence: Sentence, zone_left: int, index: int) -> int:
    """Give the index of the word that goes on with broken marks behind a few words between commas, or 0."""
    if view.text[view.zones[zone_left].end - 1] not in ",-\u2014":
        return 0
    for number in sentence.zones:
        first, behind = view.zone_words[number]
        if first > index:
            near = first - index < _RESUMED and "," in view.gaps[first] and behind - first > 1
            return first if near and view.forms[first][0].islower() else 0
    return 0


def is_parted(view: View, left: tuple[int, int], frame: str, index: int) -> bool:
    """Tell whether the words before a bracket of speech go on in the marks behind it."""
    if frame != "zone" or "," not in view.gaps[index] or not view.forms[index][0].islower():
        return False
    if has_finite(view, left[0], left[1]):
        return True
    # 'The movement, he said, "has not kept a single promise."': the subject ahead, its verb behind.
    return not view.classes[left[0]] & _NO_SUBJECT and view.classes[index] & AUXILIARY != 0


def marks_ahead(view: View, sentence: Sentence, index: int, following: list[Clause]) -> bool:
    """Tell whether the words behind a bracket of speech hold marks that no later verb introduces."""
    until = following[0].start if following else sentence.high
    return any(index < view.zone_words[number][0] < until for number in sentence.zones)


def leads_nowhere(view: View, sentence: Sentence, cue: int) -> bool:
    """Tell, at first sight, that a cue which needs marks or "that" has neither."""
    word = view.words[cue]
    if word in PUT:
        # "As X puts it, ..."
        return False
    if word in _BRACKETING:
        # "..., the ministry reports, ...", "..., the institute notes in a report."
        if cue + 1 >= sentence.high or "," in view.gaps[cue + 1]:
            return False
        if view.words[cue + 1] == "in" and any(bits & (MEDIUM | PAPER) for bits in view.classes[cue + 2 : cue + 5]):
            return False
    if view.classes[cue - 1] & PRONOUN and view.gaps[cue] == " " and cue > sentence.low:
        # "who claims his men are safe": no noun stands behind a pronoun.
        return False
    if cue + 1 < sentence.high and view.gaps[cue + 1] == " ":
        behind = view.classes[cue + 1]
        if is_telling_deed(view, cue + 1) or (behind & PRONOUN and not behind & RELATIVE):
            # "report having paid", "claims it killed 30 men"
            return False
    if word in _FAULT or word in SHOWING or word.endswith("ed") or "that" in view.words[cue + 1 : cue + 7]:
        return False
    for number in sentence.zones:
        first, behind = view.zone_words[number]
        if cue - 12 < behind and first < cue + 32:
            return False
    return view.text[sentence.end - 1] != ":"


def will_say(view: View, clause: Clause) -> bool:
    """Tell whether a saying lies ahead, and is not denied: '"It is over," he will say'."""
    return "will" in view.words[clause.first : clause.cue] and not any(
        bits & NEGATION for bits in view.classes[clause.first : clause.cue]
    )


def says_when(view: View, start: int, end: int) -> bool:
    """Tell whether the words before a bracket of speech say when or where it was said."""
    # "In an interview in July, the envoy asked ...": the front belongs to the saying.
    return bool(view.classes[start] & (PREPOSITION | SUBORDINATOR | ADVERB | TIME)) and any(
        view.classes[index] & (TIME | MEDIUM) for index in range(start, end)
    )


def fault_behind(view: View, index: int, high: int) -> int:
    """Give the index of the fault behind an accused: "accused the army of shelling"; 0 without one."""
    for at in range(index + 1, min(high - 1, index + 12)):
        if view.gaps[at] not in JOINS and view.gaps[at] != "'s ":
            return 0
        if view.words[at] == "of" and (view.words[at + 1].endswith("ing") or at > index + 1):
            return at + 1
    return 0


def is_telling_deed(view: View, index: int) -> bool:
    """Tell whether what is reported is a deed: "reported having paid", "hearing at least three explosions"."""
    word = view.words[index]
    if word in ("having", "being"):
        return True
    if (
        not word.endswith("ing")
        or (view.classes[index] and word not in _SENSED)
        or index + 1 >= len(view.words)
        or view.gaps[index + 1] != " "
    ):
        return False
    heard = word in _SENSED and view.words[index + 1].endswith("s")
    behind = view.classes[index + 1] & (DETERMINER | OBJECT_PRONOUN)
    return bool(behind) or heard or view.words[index + 1] in ("at", "about")


def is_deed(view: View, index: int) -> bool:
    """Tell whether what is denied is a deed."""
    # "denied firing the rockets", "denied any involvement"; "denied the charge" says nothing by itself.
    word = view.words[index]
    if view.classes[index] & PRONOUN and index + 1 < len(view.words) and is_finite(view, index + 1, index):
        # "denies it has armed the rebels"
        return True
    return (word.endswith("ing") and not view.classes[index]) or word in (
        "being",
        "any",
        "involvement",
        "responsibility",
        "having",
    )


def _only_when(view: View, start: int, end: int) -> bool:
    # "vowed on Monday to avenge him", but not "promised before the vote to ..."
    return end - start < 4 and all(
        view.classes[index] & TIME or view.words[index] in _DATING for index in range(start, end)
    )


def is_bound(view: View, clause: Clause, index: int) -> bool:
    """Tell whether an infinitive belongs to a verb of promising right before it."""
    # "vowed to rebuild": right behind the verb, or behind the day on which it was said.
    return (
        view.words[clause.cue] in _COMMISSIVE
        and (index == clause.cue + 2 or _only_when(view, clause.cue + 1, index - 1))
        and not clause.negated
        and clause.form in ("finite", "participle")
        and clause.subject is not None
    )
