"""Reads noun phrases to the left and to the right of a word, in a bounded window."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.quotes.lexicon import (
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    CUE,
    DETERMINER,
    MEDIUM,
    NOUN,
    OBJECT_PRONOUN,
    PAPER,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBORDINATOR,
    TIME,
    describing_words,
    word_list,
)
from afghanbrief.extractors.quotes.view import View

# What may stand between the words of one noun phrase: blanks, hyphens, the stops of abbreviations, apostrophes.
JOINS: Final = frozenset(
    (" ", "-", ".", ". ", "'", "' ", "/", "&", " & ", ".-", "  ", " '", ".'", "\n", "@", " @", "_")
)
_ENDS_PHRASE: Final = PREPOSITION | AUXILIARY | CONJUNCTION | SUBORDINATOR | RELATIVE | PRONOUN | OBJECT_PRONOUN | TIME
_NOUNS_TOO: Final = NOUN | PAPER | MEDIUM
_WINDOW: Final = 14
_NAMES_TOO: Final = frozenset(("will", "may", "march", "don", "won", "jan", "sun", "mon", "us", "up", "so"))
_PREMODIFYING: Final = word_list("premodifying")
_NO_PHRASE: Final = word_list("no_phrase")
_LY_NOUNS: Final = word_list("nouns_in_ly")
_MODIFIERS_TOO: Final = TIME | PREPOSITION
_ARTICLES: Final = frozenset(("a", "an", "the"))
_POSTPOSITIVE: Final = word_list("postpositive")
_ISSUED: Final = word_list("issued")
_TAILS: Final = _POSTPOSITIVE | _ISSUED
_SPANS_OF_TIME: Final = word_list("spans_of_time")

Range = tuple[int, int]


def is_nominal(view: View, index: int) -> bool:
    """Tell whether the word can stand inside a noun phrase."""
    bits = view.classes[index]
    word = view.words[index]
    if not bits:
        return not (word.endswith("ly") and len(word) > 4 and view.forms[index][0].islower()) or word in _LY_NOUNS
    if bits & DETERMINER:
        return True
    if bits & _MODIFIERS_TOO:
        gap, next_gap = view.gaps[index], view.gaps[index + 1]
        if next_gap == "-" or (bits & TIME and (gap == "-" or next_gap == "'")):
            # "14-year-old", "an off-duty officer", "Thursday's meeting"
            return True
        if bits & PREPOSITION and gap == " " and index and view.words[index - 1] in _ARTICLES:
            # "an inside source", "the past week"
            return True
    elif view.gaps[index] == "-" == view.gaps[index + 1]:
        # "Mazar-i-Sharif"
        return True
    capital = view.forms[index][0].isupper()
    if len(word) == 1 and word != "i":
        # An initial ("Steven M. Ekovich") or the "s" of a possessive.
        return capital or word == "s"
    if bits & _ENDS_PHRASE:
        # "May", "Will" and "Down" in names; pronouns and prepositions in titles stay out.
        if word == "under":
            # "Under Secretary"
            return capital and view.words[index + 1 : index + 2] == ("secretary",)
        return capital and word in _NAMES_TOO
    if bits & ADVERB:
        return capital and not bits & TIME
    if bits & CUE and not bits & _NOUNS_TOO:
        if word in _PREMODIFYING and not capital and view.gaps[index] == " " and view.classes[index - 1] & PREPOSITION:
            # "secretary of state"
            return True
        if word in _PREMODIFYING and not capital and view.gaps[index + 1] == " " and index + 1 < len(view.words):
            # "state media reported", "told state television that"
            behind = view.classes[index + 1]
            return not behind or bool(behind & _NOUNS_TOO)
        return capital and view.words[index] not in ("said", "says", "told")
    return True


def is_manner(view: View, index: int) -> bool:
    """Tell whether the word is an adverb in "ly" that no list holds ("bitterly")."""
    word = view.words[index]
    if view.classes[index] or len(word) < 5 or not word.endswith("ly"):
        return False
    return view.forms[index][0].islower() and word not in _LY_NOUNS


def phrase_before(view: View, end: int, low: int) -> Range | None:
    """Read the noun phrase that ends before word *end*.

    Arguments:
        view: the document.
        end: index of the word after the phrase.
        low: index of the first word that may belong to it.

    Returns:
        Word indexes, end exclusive, or ``None`` if no noun phrase ends there.
    """
    start = end
    least = max(low, end - _WINDOW)
    gaps, classes, words = view.gaps, view.classes, view.words
    while start > least:
        if start < end and gaps[start] not in JOINS:
            break
        index = start - 1
        word = words[index]
        bits = classes[index]
        # Most words are in no class: only those in "ly" need a closer look.
        if (bits or word[-2:] == "ly") and not is_nominal(view, index):
            break
        if start < end:
            if (word[-2:] == "ed" or word in PAST) and is_past(view, index):
                break
            if word == "that" and (view.forms[start][0].isupper() or _is_plain_noun(view, index - 1, least)):
                # "an explosion that Mayor Smith described", "a gap that experts say is wide"
                break
        start = index
        # The "A" of "USFOR-A" is no article.
        if bits & DETERMINER and gaps[index] != "-" and word not in ("one", "two", "three", "that", "all"):
            break
    if end - start == 1:
        if classes[start] & DETERMINER and words[start] in _NO_PHRASE:
            return None
        if words[start] in PAST and view.forms[start].islower():
            return None
        if words[start][-2:] == "ed" and start > low and not classes[start]:
            if classes[start - 1] & AUXILIARY and words[start - 1] != "being":
                # "some who have listened to him": a verb.
                return None
    return (start, end) if start < end else None


def _is_plain_noun(view: View, index: int, low: int) -> bool:
    word = view.words[index]
    return index >= low and not view.classes[index] and word[-2:] != "ed" and word[-3:] != "ing" and word not in PAST


def head_before(view: View, end: int, low: int) -> Range | None:
    """Read the noun phrase that ends before word *end*, and go back from "of Y", "for Y" to what it belongs to.

    Arguments:
        view: the document.
        end: index of the word after the whole phrase.
        low: index of the first word that may belong to it.

    Returns:
        Word indexes of the phrase's head part: "a spokesman" of "a spokesman for the ministry in Kabul".
    """
    gaps, classes, words = view.gaps, view.classes, view.words
    least = max(low, end - 30)
    found: Range | None = None
    while end > least:
        while end > least and classes[end - 1] & (TIME | ADVERB) and not is_nominal(view, end - 1):
            # "Trump on Monday", "Smith also"
            end -= 1
            if end > least and gaps[end] not in JOINS:
                break
        if end - 2 > least and words[end - 1] in _SPANS_OF_TIME and _counts(view, end - 2) and gaps[end - 1] == " ":
            # "The department two weeks ago said"
            end -= 2
        phrase = phrase_before(view, end, least)
        if phrase is None and end - 2 > least and classes[end - 1] & OBJECT_PRONOUN and classes[end - 2] & PREPOSITION:
            # "one of them"
            end -= 2
            continue
        if phrase is None:
            if end > least and classes[end - 1] & PREPOSITION and end - 1 > least and gaps[end - 1] in JOINS:
                end -= 1
                continue
            return found
        start = phrase[0]
        if words[start].isdigit() and end - start == 1 and start > least and classes[start - 1] & TIME:
            # "imagery from October 31 shows"
            end = start
            continue
        if words[end - 1] in _SPANS_OF_TIME and start > least and gaps[start] in JOINS:
            # "The department last week said"
            end = start
            continue
        found = phrase = without_tail(view, phrase)
        before = start - 1
        if before <= least or gaps[start] not in JOINS or gaps[before] not in JOINS:
            return found
        bits = classes[before]
        if bits & SUBORDINATOR:
            # "came two days after the president announced"
            return found
        if bits & PREPOSITION or (words[before].endswith("ing") and view.forms[before].islower()):
            if not is_nominal(view, before - 1) and not classes[before - 1] & TIME:
                return found
            if before - 2 >= least and classes[before - 2] & PRONOUN and gaps[before - 1] == " ":
                # "They passed out bottles": a verb.
                return found
            end = before
            continue
        if bits & CONJUNCTION and words[before] == "and":
            joined = _joined(view, phrase, before, low)
            if joined is not None:
                return joined
            described = _described(view, phrase, before, low)
            if described is not None:
                return described
            left = phrase_before(view, before, least)
            if left is None or left[0] <= least or not classes[left[0] - 1] & PREPOSITION:
                return found
            # "the UN Office on Drugs and Crime"
            end = left[0] - 1
            continue
        return found
    return found


def _described(view: View, right: Range, conjunction: int, low: int) -> Range | None:
    # "the former mayor and current nominee": one person of two descriptions.
    persons = describing_words()["person"]
    if view.classes[right[0]] & DETERMINER or view.words[right[1] - 1] not in persons:
        return None
    left = head_before(view, conjunction, low)
    if left is None or not view.classes[left[0]] & DETERMINER or view.words[left[1] - 1] not in persons:
        return None
    return (left[0], right[1])


def _joined(view: View, right: Range, conjunction: int, low: int) -> Range | None:
    """Join two speakers or more: "Lavrov and Pompeo", "the ministry and local doctors", "Russia, China and Iran"."""
    gaps, classes, words, forms = view.gaps, view.classes, view.words, view.forms
    left = phrase_before(view, conjunction, low)
    if left is None:
        pronoun = conjunction - 1
        if pronoun < low or not classes[pronoun] & PRONOUN or classes[pronoun] & RELATIVE:
            return None
        left = (pronoun, conjunction)
    last = words[left[1] - 1]
    if forms[left[1] - 1].islower() and (last in PAST or last.endswith("ed") or classes[left[1] - 1] & AUXILIARY):
        return None
    start = left[0]
    before = classes[start - 1] if start > low else 0
    edge = start == low or gaps[start] not in JOINS or bool(before & (CONJUNCTION | SUBORDINATOR | ADVERB))
    if not edge and words[start - 1] in ("both", "that", "either"):
        start, edge = start - (words[start - 1] != "that"), True
    alike = forms[left[1] - 1][0].isupper() == forms[right[0]][0].isupper()
    if not edge and not (alike and not _is_object(view, start)):
        return None
    for _ in range(6):
        if start <= low or gaps[start] != ", " or not forms[start][0].isupper():
            break
        more = phrase_before(view, start, low)
        if more is None or not forms[more[1] - 1][0].isupper():
            break
        if more[0] > low and classes[more[0] - 1] & PREPOSITION and gaps[more[0]] == " ":
            break
        start = more[0]
    return (start, right[1])


def without_tail(view: View, phrase: Range) -> Range:
    """Cut what stands behind the noun: "people familiar (with)", "a report published (on)".

    Arguments:
        view: the document.
        phrase: word indexes of a noun phrase.

    Returns:
        Those of the mention itself.
    """
    start, end = phrase
    if end - start < 2:
        return phrase
    tailed = not _TAILS.isdisjoint(view.words[start + 1 : end])
    for index in range(start + 1, end) if tailed else ():
        if view.words[index] in _POSTPOSITIVE or (
            view.words[index] in _ISSUED and view.classes[index - 1] & _NOUNS_TOO
        ):
            if index - start > 1 or not view.classes[start] & DETERMINER:
                return (start, index)
    last = end - 1
    if last - start < 1 or (last - start == 1 and not view.words[start].endswith("s")) or end >= len(view.words):
        return phrase
    if view.words[last].endswith("ed") and view.forms[last].islower():
        # "a leaflet dropped over the city"
        plain = not view.classes[last - 1] or view.classes[last - 1] & PAPER
        if view.classes[end] & PREPOSITION and view.gaps[end] == " " and plain:
            return (start, last)
    return phrase


def _counts(view: View, index: int) -> bool:
    word = view.words[index]
    return word.isdigit() or (bool(view.classes[index] & DETERMINER) and word not in _NO_PHRASE)


def _is_object(view: View, start: int) -> bool:
    return bool(view.classes[start - 1] & (PREPOSITION | CUE)) or view.words[start - 1].endswith(("ed", "ing"))


def is_past(view: View, index: int) -> bool:
    """Tell whether the word looks like a verb in the past that follows its subject."""
    word = view.words[index]
    if view.forms[index][0].isupper() or view.gaps[index] != " ":
        return False
    if word in PAST:
        return True
    if not word.endswith("ed") or len(word) < 5 or index == 0 or not view.forms[index - 1][0].isupper():
        return False
    # "The armed forces", "In recorded history"
    return not view.classes[index - 1] & (DETERMINER | PREPOSITION)


PAST: Final = word_list("past")


def phrase_after(view: View, start: int, high: int) -> Range | None:
    """Read the noun phrase that begins with word *start*.

    Arguments:
        view: the document.
        start: index of its first word.
        high: index after the last word that may belong to it.

    Returns:
        Word indexes, end exclusive, or ``None`` if no noun phrase begins there.
    """
    end = start
    most = min(high, start + _WINDOW)
    gaps, classes, words = view.gaps, view.classes, view.words
    while end < most:
        if end > start and gaps[end] not in JOINS:
            break
        word = words[end]
        if (classes[end] or word[-2:] == "ly") and not is_nominal(view, end):
            if end > start and classes[end] & ADVERB and classes[end - 1] & DETERMINER:
                end += 1
                continue
            break
        if end > start and (word[-2:] == "ed" or word in PAST) and is_past(view, end):
            break
        if end > start and classes[end] & DETERMINER and gaps[end] == " " and not classes[end - 1] & DETERMINER:
            break
        end += 1
    return (start, end) if start < end else None
