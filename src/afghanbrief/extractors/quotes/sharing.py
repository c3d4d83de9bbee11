"""Finds subjects that a verb of saying shares with another verb, or takes from the object of quoting."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.quotes.clauses import Clause
from afghanbrief.extractors.quotes.finite import has_finite, is_finite
from afghanbrief.extractors.quotes.lexicon import (
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    PAPER,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SAY,
    SUBORDINATOR,
    WEAK,
    describing_words,
    word_list,
)
from afghanbrief.extractors.quotes.main_subjects import clause_subject, main_subject, subject_ahead
from afghanbrief.extractors.quotes.phrases import JOINS, Range, head_before, phrase_before
from afghanbrief.extractors.quotes.subjects import Subject, subject_before, subject_behind
from afghanbrief.extractors.quotes.view import Sentence, View

# Words before a participle at the front of its sentence ("But while denouncing").
_FRONT: Final = 3
_PRO_FORMS: Final = word_list("pro_forms")
_SAID: Final = frozenset(("said", "says", "say"))
_SOME: Final = frozenset(("one", "another", "some", "many", "several", "others", "most", "both"))
_COLLECTIVES: Final = word_list("collectives")
_SHOWN_SPEAKING: Final = frozenset(("of", "show", "shows", "showing", "showed"))
_QUOTING: Final = word_list("quoting")


def leads(view: View, clause: Clause) -> bool:
    """Tell whether later verbs can share the subject of a clause that reports nothing.

    Words that are nouns as often as verbs make none: "launched a pre-emptive attack, calling him ...".
    """
    subject = clause.subject
    if subject is None or subject.rule != "phrase" or subject.start >= clause.cue:
        return True
    last = subject.end - 1
    if view.classes[clause.cue] & WEAK and view.words[clause.cue].endswith("s") and view.forms[last].islower():
        return False
    if view.forms[last][0].isupper() or view.words[clause.cue].endswith("ed") or clause.first < clause.cue:
        return True
    head = view.words[last]
    lists = describing_words()
    return any(head in words or head.removesuffix("s") in words for words in lists.values()) or (
        head in _COLLECTIVES or bool(view.classes[last] & PAPER)
    )


def shared_subject(view: View, clause: Clause, before: Clause | None) -> Subject | None:
    """Find the subject that a verb without one of its own shares with a clause before it."""
    if before is not None and before.subject is not None:
        earlier = before.subject
        if earlier.antecedent is None:
            return earlier
        if view.gaps[clause.first].strip("\"'") != " ":
            if clause.form == "finite" and "," in view.gaps[earlier.start] and "," in view.gaps[clause.first]:
                # 'Khan, who had called the talks "dead", told': the verb behind the second comma is the sentence's.
                return Subject(*earlier.antecedent, earlier.antecedent[0], "phrase")
            return earlier
        last = view.classes[clause.first - 1]
        if clause.form == "finite":
            own = not last & (CONJUNCTION | ADVERB)
        else:
            own = not last & CONJUNCTION and "," in "".join(view.gaps[before.cue : clause.first])
        if own:
            # "a man who blamed the police said", "Khan, who said he was ill, issued a statement saying": the verb of
            # the sentence is his for whom "who" stands.
            return Subject(*earlier.antecedent, earlier.antecedent[0], "phrase")
        return earlier
    if clause.form in ("participle", "infinitive"):
        near = clause_subject(view, clause.sentence, clause.first)
        if near is None and clause.form == "participle" and clause.first - clause.sentence.low <= _FRONT:
            return subject_ahead(view, clause.first, clause.sentence.high)
        return near
    subject = main_subject(view, clause.sentence, clause.first)
    if subject is not None and clause.start in view.closes and view.in_zone(view.starts[subject.start]):
        # '"The group will fight," said ...': who is spoken of in the marks does not speak.
        return None
    return subject


def resumes(view: View, clause: Clause, before: Clause, left: Range | None) -> bool:
    """Tell whether the verb of a sentence follows a relative clause of saying, whose words are none of its own."""
    relative = before.subject
    if relative is None or relative.antecedent is None or clause.subject is None or clause.form != "finite":
        return False
    if clause.subject.start != relative.antecedent[0] or (left is not None and left[1] <= relative.antecedent[0]):
        return False
    number = view.closes.get(clause.start)
    return number is None or view.zone_words[number][0] > before.cue


def owns_marks(view: View, clause: Clause, before: Clause) -> bool:
    """Tell whether the marks right before a verb are an earlier one's: 'has called it "a farce", urged his men to'."""
    number = view.closes.get(clause.start)
    if number is None or clause.form != "finite":
        return False
    begin = view.zone_words[number][0]
    return before.cue < begin <= before.cue + _NEAR_MARKS and not {",", ":"}.intersection(view.gaps[begin])


# Words from a verb to the marks that are its object.
_NEAR_MARKS: Final = 8


def find_participle_subject(view: View, clause: Clause, low: int) -> None:
    """Give a participle of saying the subject that stands right before it, if it has one of its own."""
    # "with Trump tweeting that" has a subject of its own; "a statement saying" and ", saying" have the sentence's.
    if clause.first - 1 > low and view.words[clause.first - 1] == "as":
        _find_quoted(view, clause, low)
        return
    if clause.first > low and view.gaps[clause.first] in JOINS:
        phrase = head_before(view, clause.first, low)
        near = phrase_before(view, clause.first, low) if view.forms[clause.first - 1][0].isupper() else None
        if near and near[0] > low and view.words[near[0] - 1] in _SHOWN_SPEAKING:
            # "footage of Ghani saying"
            clause.subject = Subject(near[0], near[1], near[0], "phrase")
            return
        if phrase and phrase[0] > low and view.words[phrase[0] - 1] == "with":
            clause.subject = Subject(phrase[0], phrase[1], phrase[0], "phrase")
            clause.start = phrase[0] - 1


def _find_quoted(view: View, clause: Clause, low: int) -> None:
    # "quoted a source as saying", "was quoted by the agency as saying": whoever is quoted speaks.
    for index in range(clause.first - 2, max(low, clause.first - 14) - 1, -1):
        if view.words[index] not in _QUOTING:
            continue
        if index > low and view.classes[index - 1] & AUXILIARY and not view.words[index].endswith("ing"):
            first = index - 1
            while first > low and view.classes[first - 1] & (AUXILIARY | ADVERB):
                first -= 1
            clause.subject = subject_before(view, first, low)
            return
        phrase = head_before(view, clause.first - 1, index + 1)
        if phrase is None and clause.first - 1 == index + 2:
            phrase = (index + 1, index + 2)
        if phrase is not None:
            clause.subject = Subject(phrase[0], phrase[1], phrase[0], "phrase")
        return


def is_inverted(view: View, clause: Clause) -> bool:
    """Tell whether what seems an apposition before the verb was said: "..., in Kabul and beyond, said a trader"."""
    subject = clause.subject
    if subject is None or not view.classes[clause.cue] & SAY:
        return False
    if clause.start in view.closes and not view.classes[clause.start] & PREPOSITION:
        # '"...," Karim Noor, the governor, warned reporters': marks leave no other words to have been said.
        return False
    after = clause.cue + 1
    if after >= clause.sentence.high or view.classes[after] & (SUBORDINATOR | PREPOSITION | PRONOUN | ADVERB):
        return False
    behind = subject_behind(view, clause.cue + 1, clause.sentence.high)
    if behind is None or behind.rule == "pronoun" or goes_on(view, behind, clause.sentence):
        return False
    if any(is_finite(view, at, after) for at in range(after + 1, behind.end)):
        # "..., a union that has backed him, said its members planned a march"
        return False
    if not can_speak(view, clause.cue, behind):
        return False
    end, high = behind.end, clause.sentence.high
    if end >= high or "," in view.gaps[end] or view.words[end] == "who":
        return True
    # "..., and the meeting broke up, said one source in the room."
    return bool(view.classes[end] & PREPOSITION) and not has_finite(view, end, high)


def can_speak(view: View, cue: int, behind: Subject) -> bool:
    """Tell whether the phrase behind a verb can be its subject, and is no object ("confirmed the arrest")."""
    head = view.words[behind.end - 1]
    if head in _PRO_FORMS:
        return False
    if view.words[cue] in _SAID or behind.rule != "phrase" or view.forms[behind.end - 1][0].isupper():
        return True
    lists = describing_words()
    return any(head in words or head.removesuffix("s") in words for words in lists.values()) or (
        head in _COLLECTIVES or bool(view.classes[behind.end - 1] & PAPER) or view.words[behind.start] in _SOME
    )


def goes_on(view: View, behind: Subject, sentence: Sentence, *, marked: bool = False) -> bool:
    """Tell whether the phrase behind a verb is the subject of what is said ("said his boss was kind")."""
    end = behind.end
    if end >= sentence.high or view.gaps[end] not in JOINS:
        return False
    bits = view.classes[end]
    if bits & SUBORDINATOR and view.forms[end - 1][0].islower() and not marked:
        return True
    return bool(bits & (AUXILIARY | PRONOUN) and not bits & RELATIVE) or (
        behind.rule == "pronoun" and not bits & (PREPOSITION | ADVERB)
    )
