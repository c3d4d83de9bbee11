"""Finds the subject of a verb of saying: before it, behind it, across appositions and brackets."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.quotes.lexicon import (
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    CUE,
    DETERMINER,
    NOUN,
    PAPER,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    TIME,
    describing_words,
    word_list,
)
from afghanbrief.extractors.quotes.phrases import (
    JOINS,
    PAST,
    Range,
    head_before,
    phrase_after,
    phrase_before,
)
from afghanbrief.extractors.quotes.view import View

_SPANS_OF_TIME: Final = word_list("spans_of_time")

_CHUNK_WINDOW: Final = 48
# Words in brackets behind a politician's name.
_PARTY: Final = 3
_SOME: Final = frozenset(("one", "another", "some", "many", "several", "both", "most", "two", "three"))
_WHICH_TIME: Final = frozenset(("last", "this", "next", "earlier", "later"))
_BELONGING: Final = frozenset(("of", "for", "at", "in"))
_FLOATED: Final = frozenset(("both", "all", "each"))


class Subject:
    """A subject and how it was found.

    Attributes:
        start, end: word indexes, end exclusive.
        clause: index of the first word of its clause as far as it was read.
        rule: ``"pronoun"``, ``"phrase"``, ``"relative"``, ``"apposition"``.
        antecedent: word indexes of what a relative pronoun stands for.
    """

    __slots__ = ("antecedent", "clause", "end", "rule", "start")

    def __init__(self, start: int, end: int, clause: int, rule: str) -> None:
        self.start = start
        self.end = end
        self.clause = clause
        self.rule = rule
        self.antecedent: Range | None = None


def subject_before(view: View, verb: int, low: int) -> Subject | None:
    """Find the subject that stands before a verb group.

    Arguments:
        view: the document.
        verb: index of the group's first word.
        low: index of the first word that may belong to the subject.

    Returns:
        The subject, or ``None`` if there is none (inverted order, a second verb of the same subject).
    """
    before = view.words[verb - 1]
    if verb > low and (view.classes[verb - 1] & TIME or before in _SPANS_OF_TIME or before.isdigit()):
        verb = _before_time(view, verb, low)
    if view.words[verb - 1] in _FLOATED and verb - 1 > low and view.gaps[verb] == view.gaps[verb - 1] == " ":
        # "Ghani and Abdullah both said", "The envoys all agreed"
        verb -= 1
    if verb <= low:
        return None
    gap = view.gaps[verb]
    if gap in JOINS:
        index = verb - 1
        bits = view.classes[index]
        if bits & PRONOUN and not bits & RELATIVE:
            return Subject(index, verb, index, "pronoun")
        if bits & RELATIVE or view.words[index] == "that":
            return _relative(view, index, verb, low)
        if bits & CONJUNCTION:
            return None
        phrase = head_before(view, verb, low)
        phrase = _before_relative(view, phrase or (verb, verb), low) or phrase
        return Subject(phrase[0], phrase[1], _clause_start(view, phrase[0], low), "phrase") if phrase else None
    if '"' in gap or verb in view.closes or ";" in gap or ":" in gap:
        return None
    if ")" in gap:
        # "Smith (R-OH), said": the comma behind a party's brackets is no apposition's.
        comma = "," in gap
        for index in range(verb - 1, max(low, verb - (_PARTY if comma else 12)) - 1, -1):
            if "(" in view.gaps[index]:
                phrase = head_before(view, index, low) if index > low else None
                if comma and (phrase is None or phrase[1] < index):
                    # "Smith, then commander of the mission (ISAF), said"
                    break
                return Subject(phrase[0], phrase[1], _clause_start(view, phrase[0], low), "phrase") if phrase else None
        if not comma:
            return None
    if "," in gap or "\u2014" in gap or " - " in gap:
        return _across_apposition(view, verb, low)
    return None


def _before_time(view: View, verb: int, low: int) -> int:
    # "Sherman (D-Calif.) last month joked": what says when stands between subject and verb.
    if view.gaps[verb] not in JOINS:
        # "Smith, who arrived this week, said"
        return verb
    if verb - 2 > low and view.words[verb - 1] in _SPANS_OF_TIME and view.words[verb - 2] in _WHICH_TIME:
        return verb - 2
    if verb - 2 > low and view.words[verb - 1].isdigit() and view.words[verb - 2] == "in":
        # "who in 2010 said"
        return verb - 2
    if verb - 1 > low and view.classes[verb - 1] & TIME and view.gaps[verb] == " " and view.gaps[verb - 1] != "-":
        preposition = verb - 2 > low and view.words[verb - 2] == "on" and view.gaps[verb - 1] == " "
        return verb - 2 if preposition else verb - 1
    return verb


def _relative(view: View, index: int, verb: int, low: int) -> Subject | None:
    # "a message that said", "the board, which ruled": the pronoun speaks for what stands before it.
    word = view.words[index]
    if word not in ("who", "which", "that") or index <= low:
        return None
    before = view.classes[index - 1]
    if before & (NOUN | PAPER):
        # "a report that said": a paper, whatever verb it can be.
        before &= ~CUE
    if word == "that" and (view.gaps[index] != " " or before & (CUE | PREPOSITION | AUXILIARY | CONJUNCTION)):
        return None
    subject = Subject(index, verb, index, "relative")
    subject.antecedent = head_before(view, index, low) if '"' not in view.gaps[index] else None
    return subject


def _before_relative(view: View, phrase: Range, low: int) -> Range | None:
    # "Another Muslim who did not want to be named said": the subject stands before the relative clause.
    if "who" not in view.words[max(low + 1, phrase[0] - 15) : phrase[0]]:
        return None
    for index in range(phrase[0] - 1, max(low, phrase[0] - 16), -1):
        if view.gaps[index + 1] not in JOINS or index in view.closes:
            return None
        if view.classes[index] & SUBORDINATOR and view.words[index] != "as":
            return None
        if view.words[index] == "who":
            if index + 1 == phrase[0] and view.forms[phrase[0]][0].isupper():
                # "the divers who Dutch officials say are gone"
                return None
            if view.gaps[index] == " " and view.words[index - 1] in ("and", "or"):
                # "who lived there and who did not want to be named"
                continue
            if view.gaps[index] != " " or view.classes[index - 1] & (CUE | CONJUNCTION | PREPOSITION):
                return None
            return head_before(view, index, low)
    return None


def _clause_start(view: View, start: int, low: int) -> int:
    index = start
    while index > low and view.gaps[index] == " " and view.classes[index - 1] & (CONJUNCTION | ADVERB):
        index -= 1
    return index


def _across_apposition(view: View, verb: int, low: int) -> Subject | None:
    gaps, classes, words = view.gaps, view.classes, view.words
    chunks: list[Range] = []
    end = verb
    least = max(low, verb - _CHUNK_WINDOW)
    for index in range(verb - 1, least - 1, -1):
        gap = gaps[index]
        hard = index == least or '"' in gap or ";" in gap or ":" in gap
        if hard or "," in gap or "\u2014" in gap or " - " in gap or "(" in gap or ")" in gap:
            chunks.append((index, end))
            end = index
            if hard:
                break
    if len(chunks) < 2:
        return None
    first_of_all = chunks[-1][0]
    if len(chunks) > 2:
        named = _behind_clause(view, chunks)
        if named is not None:
            return named
    for number in range(1, len(chunks)):
        start, end = chunks[number]
        bits = classes[start]
        if bits & (PREPOSITION | SUBORDINATOR) and not bits & ADVERB and start != first_of_all:
            phrase = None if bits & PREPOSITION else head_before(view, end, start)
            if phrase is not None and phrase[0] == start + 1:
                # "..., while Smith, who led the council, said": what "while" opens has its verb behind the apposition.
                return named_by_apposition(view, chunks[number - 1], phrase, start)
            continue
        at_edge = start == first_of_all
        if number > 1 and any(classes[index] & AUXILIARY for index in range(start, end)):
            # A clause of its own ("The dead were soldiers, the spokesman, Colonel X, told"): the subject follows.
            start, end = chunks[number - 1]
            phrase = head_before(view, end, start)
            return named_by_apposition(view, chunks[number - 2], phrase, start) if phrase else None
        if not at_edge and not bits & CONJUNCTION:
            before = chunks[number + 1][0]
            opening = classes[before] & (PREPOSITION | SUBORDINATOR | ADVERB | TIME) or words[before].endswith(
                ("ing", "ed")
            )
            if not (opening and before == first_of_all):
                continue
        phrase = head_before(view, end, start)
        if phrase is None:
            continue
        if bits & PREPOSITION and phrase[0] <= start + 1 and number == len(chunks) - 1:
            # An adverbial at the very front is no subject: "In Kabul, Smith, said".
            return named_by_apposition(view, chunks[number - 1], phrase, start) if number > 1 else None
        return named_by_apposition(view, chunks[number - 1], phrase, start)
    start, end = chunks[1]
    phrase = head_before(view, end, start)
    return named_by_apposition(view, chunks[0], phrase, start) if phrase else None


def _behind_clause(view: View, chunks: list[Range]) -> Subject | None:
    """Find the speaker of "Six people died, a police spokesman, Mirwais Tanai, said": a clause stands before him."""
    start, end = chunks[1]
    near = chunks[0]
    described = bool(view.classes[start] & DETERMINER)
    if not described and not view.classes[near[0]] & DETERMINER:
        return None
    phrase = head_before(view, end, start)
    if phrase is None or phrase[0] != start or view.classes[start] & (PREPOSITION | CONJUNCTION):
        return None
    person = view.words[phrase[1] - 1] if described else _head(view, near)
    if person not in describing_words()["person"]:
        return None
    if not described and not view.forms[phrase[1] - 1][0].isupper():
        return None
    first, last = chunks[-1]
    if not any(
        view.classes[index] & AUXILIARY
        or view.words[index] in PAST
        or (view.words[index].endswith("ed") and not view.classes[index - 1] & (DETERMINER | PREPOSITION))
        for index in range(first + 1, last)
    ):
        return None
    return named_by_apposition(view, near, phrase, start)


def _head(view: View, chunk: Range) -> str:
    phrase = head_before(view, chunk[1], chunk[0])
    return view.words[phrase[1] - 1] if phrase is not None else ""


def named_by_apposition(view: View, apposition: Range, phrase: Range, clause: int) -> Subject:
    # "The Front's spokesman, Mullah Haidar Samim, said": the name stands for the description.
    last = phrase[1] - 1
    # "Another, Gul Ahmad, said", "One of them, Gul Ahmad, said"
    described = view.forms[last][0].islower() or view.words[last] in ("one", "another")
    if described or (view.words[last] in describing_words()["person"] and view.classes[phrase[0]] & DETERMINER):
        start, end = apposition
        if view.classes[start] & DETERMINER and view.forms[last][0].islower() and end - start > 1:
            # "The committee's chair, the Conservative Sir Oliver Reed, said"
            whole = phrase_before(view, end, start)
            if whole and whole[0] == start and view.forms[end - 1][0].isupper():
                return Subject(start, end, clause, "apposition")
        if view.forms[start][0].isupper() and not view.classes[start] & (DETERMINER | PREPOSITION | ADVERB | PRONOUN):
            name = phrase_before(view, end, start)
            if name and name[0] == start and view.forms[end - 1][0].isupper():
                return Subject(start, end, clause, "apposition")
    return Subject(phrase[0], phrase[1], clause, "apposition")


def subject_behind(view: View, start: int, high: int) -> Subject | None:
    """Find the subject that stands behind a verb of saying ("said a spokesman, Peter Aldous").

    Arguments:
        view: the document.
        start: index of the word after the verb.
        high: index after the last word that may belong to the subject.

    Returns:
        The subject, or ``None``.
    """
    while start < high and view.classes[start] & ADVERB and view.gaps[start] == " " and view.forms[start].islower():
        start += 1
    if start >= high or view.gaps[start] not in (" ", "  ", "\n"):
        return None
    if view.classes[start] & RELATIVE:
        return None
    if view.classes[start] & PRONOUN:
        return Subject(start, start + 1, start, "pronoun")
    phrase = phrase_after(view, start, high)
    if phrase is None:
        return None
    end = phrase[1]
    if view.words[end - 1].isdigit():
        # "says 30,000 were killed": numbers do not speak.
        return None
    if end == start + 1 and view.classes[start] & DETERMINER:
        # "said one, Abdul Karim"; "said the" leads nowhere.
        if view.words[start] not in _SOME or not (end >= high or view.gaps[end][:1] in (",", ".")):
            return None
    behind = end
    if end + 1 < high and view.words[end] in _BELONGING and view.gaps[end] == view.gaps[end + 1] == " ":
        # "said his chief of staff, Wali Jan", "said a spokesman for the army, Colonel Aziz"
        body = phrase_after(view, end + 1, high) if view.words[end - 1] in describing_words()["person"] else None
        behind = body[1] if body else end
    # "the Resident Coordinator, Marc Dupont": an office with capitals is a description too.
    office = view.classes[phrase[0]] & DETERMINER and view.words[end - 1] in describing_words()["person"]
    if (
        behind < high
        and view.gaps[behind].startswith(",")
        and (view.forms[end - 1][0].islower() or office)
        and view.forms[behind][0].isupper()
    ):
        if behind > end and not _is_name_alone(view, behind, high):
            return Subject(phrase[0], end, start, "phrase")
        end = behind
        name = phrase_after(view, end, high)
        if name and view.forms[name[1] - 1][0].isupper() and not view.classes[end] & (DETERMINER | ADVERB | TIME):
            return Subject(name[0], name[1], start, "apposition")
    return Subject(phrase[0], phrase[1], start, "phrase")


def _is_name_alone(view: View, start: int, high: int) -> bool:
    # "the chief of staff, Wali Jan." but not "the governor of Kunduz, Takhar and Baghlan"
    name = phrase_after(view, start, high)
    if name is None or name[1] - start < 2:
        return False
    return name[1] >= high or view.gaps[name[1]].lstrip('" ')[:1] in (",", ".", ":") or name[1] in view.opens
