"""Reads what follows a verb of saying: adverbials and the hearer are passed, the frame is named."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.quotes.clauses import Clause
from afghanbrief.extractors.quotes.complementizers import (
    adjunct,
    behind_time,
    long_enough,
    that_ahead,
    that_behind,
    that_soon,
)
from afghanbrief.extractors.quotes.finite import (
    has_finite,
    has_verb_next,
    is_clause_start,
    opens_clause,
    opens_quantity,
    opens_small_clause,
    starts_relative,
)
from afghanbrief.extractors.quotes.lexicon import (
    ADVERB,
    AUXILIARY,
    BARE,
    CONJUNCTION,
    DETERMINER,
    MEDIUM,
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
    word_list,
)
from afghanbrief.extractors.quotes.phrases import JOINS, is_manner, is_nominal, is_past, phrase_after
from afghanbrief.extractors.quotes.view import View

_QUESTION: Final = word_list("question")
SHOWING: Final = frozenset(("show", "shows", "showed", "showing"))
_OBJECT_PREPOSITIONS: Final = frozenset(("of", "about", "for", "on", "against"))
_CALLING: Final = frozenset(("call", "calls", "called", "calling"))
_HOURS: Final = frozenset(("morning", "afternoon", "evening", "night"))
_EARLY: Final = frozenset(("late", "early", "earlier", "later"))
_GROUNDS: Final = frozenset(("because", "as", "since", "to", "for", "in"))
_WHILE: Final = frozenset(("as", "while", "when"))
_LIMITING: Final = frozenset(("only", "just", "nearly", "almost", "even"))
_PRO_FORMS: Final = word_list("pro_forms")
# Words of a phrase in front of a reported clause.
_FRONT: Final = 14
_SAID: Final = frozenset(("say", "says", "said", "saying"))


def _pass_hearer(view: View, clause: Clause, index: int) -> int:
    """Give the index behind the hearer of telling, or behind the object of naming."""
    classes, words, gaps = view.classes, view.words, view.gaps
    high = clause.sentence.high
    bits = classes[clause.cue]
    owner = words[index] == "her" and index + 1 < high and gaps[index + 1] == " " and is_nominal(view, index + 1)
    if words[index] in ("it", "you") and index + 1 < high and classes[index + 1] & AUXILIARY:
        # "warned it will": the subject of what was said.
        pass
    elif classes[index] & OBJECT_PRONOUN and not (
        owner and not classes[index + 1] & (TIME | ADVERB | DETERMINER | PRONOUN)
    ):
        clause.audience = (index, index + 1)
        return index + 1
    elif bits & TELL and words[index] != "that" and words[index] not in _QUESTION:
        phrase = phrase_after(view, index, high)
        if phrase and (not bits & SAY or that_soon(view, phrase[1], high)):
            clause.audience = phrase
            index = phrase[1]
            while index < high and gaps[index] in (" ", "'s ") and words[index] in ("of", "at", "in", "from"):
                more = phrase_after(view, index + 1, high)
                if not more:
                    break
                index = more[1]
    return index


def _read_object(view: View, clause: Clause, index: int) -> tuple[str, int] | None:
    """Read the object of a preposition right behind the verb."""
    classes, words, gaps = view.classes, view.words, view.gaps
    high = clause.sentence.high
    bits = classes[clause.cue]
    # "called for a new accord", "warned of a long war": the object of the preposition is what was said.
    after = index + 1
    topic = phrase_after(view, after, high) if bits & SAY and not bits & NAME else None
    if topic:
        that = topic[1]
        if that < high and words[that] == "that" and gaps[that] == " " and not starts_relative(view, that, high):
            # "said of the coming meeting that he was hopeful"
            return "that", that + 1
        if that < high and that in view.opens and (":" in gaps[that] or "," in gaps[that]):
            # 'said of the coming meeting: "..."'
            return ("colon" if ":" in gaps[that] else "zone"), that
    if after < high and not classes[after] & (TIME | MEDIUM) and bits & (NAME | WEAK | SAY) and words[after] != "that":
        if words[index] in ("for", "of", "about", "against") or words[clause.cue] in _CALLING:
            return "preposition", after
    return None


def _read_adverbial(view: View, clause: Clause, index: int, passed: int) -> tuple[str, int]:
    """Read a phrase with a preposition behind the verb.

    Arguments:
        view: the document.
        clause: the clause of saying.
        index: index of the preposition.
        passed: index of the first such phrase, or 0.

    Returns:
        The frame, if the phrase leads to no other, else an empty string; and where to read on.
    """
    classes, gaps = view.classes, view.gaps
    high = clause.sentence.high
    bits = classes[clause.cue]
    phrase = phrase_after(view, index + 1, high)
    after = phrase[1] if phrase else index + 1
    if phrase is None and after < high and (classes[after] & TIME or view.forms[after] == "May"):
        after += 1
    if after <= index + 1 or gaps[index + 1] != " ":
        return "preposition", index
    if bits & BARE and after < high and gaps[after] == " " and classes[after] & PRONOUN:
        if not classes[after] & (RELATIVE | OBJECT_PRONOUN) and has_verb_next(view, after, high):
            # "said after the vote he would stay": the pronoun begins what was said.
            return "clause", after
    if after < high and gaps[after] == " " and is_clause_start(view, after, high) and not adjunct(view, index, after):
        return "preposition", index
    if after < high and gaps[after] == " " and (classes[after] & AUXILIARY or is_past(view, after)):
        # "said about a third of the kilns had": the preposition belongs to the subject of what is said.
        return "clause", passed or index
    return "", after


def _fronts_clause(view: View, index: int, high: int) -> bool:
    # "says despite being a heretic, he will attend": the phrase stands in front of the reported clause.
    for position in range(index + 1, min(high, index + _FRONT)):
        if "," in view.gaps[position]:
            return opens_clause(view, position, high) or has_verb_next(view, position, high)
        if position in view.opens or view.gaps[position] not in JOINS:
            return False
    return False


def _opens_reported(view: View, clause: Clause, index: int) -> bool:
    """Tell whether a clause without "that" begins at word *index*, and no mere phrase."""
    high = clause.sentence.high
    word, cue = view.words[index], view.words[clause.cue]
    if cue not in _SAID:
        return opens_clause(view, index, high) or (cue in SHOWING and opens_small_clause(view, index, high))
    if word in _PRO_FORMS and not has_verb_next(view, index, high):
        # "said no", but "said no decision had been made"
        if word != "no" or index + 1 >= high or view.gaps[index + 1] != " " or view.classes[index + 1]:
            return False
    return has_finite(view, index, high) or long_enough(view, index, high) or opens_clause(view, index, high)


def read_right(view: View, clause: Clause) -> tuple[str, int]:
    """Read what follows the verb: adverbials and the hearer are passed, the frame is named.

    Arguments:
        view: the document.
        clause: the clause; its audience is set.

    Returns:
        The frame (that, clause, question, to, phrase, colon, zone, comma, end) and the index of the word where the
        reported words begin, or after the last word that was passed.
    """
    classes, words, gaps = view.classes, view.words, view.gaps
    high = clause.sentence.high
    index = clause.cue + 1
    bits = classes[clause.cue]
    if bits & (TELL | NAME) and index < high and gaps[index] == " " and index not in view.opens:
        index = _pass_hearer(view, clause, index)
    counted = index < high and bits & SAY and opens_quantity(view, index, high)
    lasting = index < high and words[index] == "for" and behind_time(view, index, high)
    if (
        not (counted or lasting)
        and index == clause.cue + 1 < high
        and words[index] in _OBJECT_PREPOSITIONS
        and gaps[index] == " "
    ):
        found = _read_object(view, clause, index)
        if found is not None:
            return found
    if index < high and words[index] in _WHILE and gaps[index] == " " and bits & SAY:
        # 'said as he left the hall, "..."'
        for position in range(index + 1, min(high, index + 25)):
            if position in view.opens:
                return ("zone", position) if "," in gaps[position] else ("other", index)
    passed = 0
    passed_time = False
    for _ in range(6):
        if index >= high:
            return ("colon" if view.text[clause.sentence.end - 1] == ":" else "end"), index
        gap = gaps[index]
        if index in view.closes:
            gap = gap.replace('"', "").lstrip("'") or " "
        if index in view.opens:
            number = view.opens[index]
            if bits & (SAY | TELL) and ":" not in gap and view.is_title(number, clause.cue + 1):
                # 'told MSNBC's "Morning Joe" that', 'said in his book, "..."'
                index = view.zone_words[number][1]
                continue
            return ("colon" if ":" in gap else "zone"), index
        if ":" in gap:
            return "colon", index
        if gap != " " and gap != "\n" and gap != "  ":
            that = that_behind(view, index, high)
            if that:
                return "that", that + 1
            return "comma" if "," in gap or "\u2014" in gap or " - " in gap or ")" in gap else "other", index
        word = words[index]
        here = classes[index]
        if word == "as" and passed_time and bits & SAY and index + 1 < high and classes[index + 1] & PRONOUN:
            # "said Friday as he entered the hall"
            return "other", index
        if word in _GROUNDS and words[index - 1] == "anonymity":
            # "said on condition of anonymity because he may not brief the press"
            return "end", index
        if word == "that":
            if not starts_relative(view, index, high):
                return "that", index + 1
            if index > clause.cue + 1 or not bits & SAY or bits & WEAK:
                return "phrase", index
            return "that", index
        if (
            word == "to"
            and index + 1 < high
            and not classes[index + 1] & DETERMINER
            and view.forms[index + 1][0].islower()
            # "in a note to clients"
            and not (passed and words[index + 1][-1] == "s" and words[index + 1][-2:] != "ss")
        ):
            return "to", index + 1
        when = behind_time(view, index, high)
        if when:
            index = when
            continue
        if word in _HOURS and classes[index - 1] & TIME:
            # "announced on Monday night"
            index += 1
            passed_time = True
            continue
        if word in _EARLY and index + 1 < high and words[index + 1] in ("on", "in") and gaps[index + 1] == " ":
            # "announced late on Monday"
            index += 1
            continue
        if here & TIME and gaps[index + 1] == "'" and index + 1 < high and words[index + 1] == "s":
            # "condemned Friday's test": whose day it is.
            return ("clause" if _opens_reported(view, clause, index) else "phrase"), index
        if here & (TIME | ADVERB) and view.forms[index][0].isupper() == bool(
            here & TIME and word[0] != "y" and word not in ("morning",)
        ):
            index += 1
            passed_time = True
            continue
        limits = word in _LIMITING and index == clause.cue + 1 and has_finite(view, index, high)
        if limits and not (index + 1 < high and words[index + 1] == "that"):
            # "saying only four had died"
            return "clause", index
        if (here & ADVERB and not here & (SUBORDINATOR | CONJUNCTION)) or is_manner(view, index):
            index += 1
            continue
        if word in _QUESTION:
            return "question", index
        if here & PREPOSITION and gaps[index + 1] != "-" and not (bits & SAY and opens_quantity(view, index, high)):
            that = that_ahead(view, index, high)
            if that:
                return "that", that + 1
            frame, after = _read_adverbial(view, clause, index, passed)
            if frame == "preposition" and words[clause.cue] in _SAID and _fronts_clause(view, index, high):
                return "clause", index
            if frame:
                return frame, after
            passed = passed or index
            index = after
            continue
        if clause.sentence.zones and not bits & NAME:
            phrase = phrase_after(view, index, high)
            if phrase and phrase[1] in view.opens and ":" in gaps[phrase[1]]:
                # 'emailed her supporters: "..."', 'gave one reason: "..."'
                return "colon", phrase[1]
        return ("clause" if _opens_reported(view, clause, index) else "phrase"), index
    return "other", index
