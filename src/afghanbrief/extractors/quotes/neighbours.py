"""Finds who speaks marked words that no verb introduces, from what stands right beside them."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.quotes.lexicon import CUE, MEDIUM, NOUN, PREPOSITION, PRONOUN, word_list
from afghanbrief.extractors.quotes.main_subjects import main_subject
from afghanbrief.extractors.quotes.nouns import owner_before
from afghanbrief.extractors.quotes.phrases import JOINS, PAST, is_past, phrase_after, phrase_before
from afghanbrief.extractors.quotes.subjects import Subject, subject_behind
from afghanbrief.extractors.quotes.view import Sentence, View

_PERSONS: Final = frozenset(("he", "she", "they"))
_BEING: Final = frozenset(("was", "is", "came"))
# Words from the marks to the noun.
_REPLY_NEAR: Final = 8
_EMPTY_SUBJECTS: Final = word_list("empty_subjects")


def before_colon(view: View, sentence: Sentence, first: int) -> Subject | None:
    """Find the speaker in "Mali convoy survivor: ...": a name or description right before a colon, at the front."""
    if ":" not in view.gaps[first] or first <= sentence.low:
        return None
    phrase = phrase_before(view, first, max(sentence.low, first - 7))
    if phrase is not None and phrase[0] > sentence.low and view.classes[phrase[0] - 1] & PREPOSITION:
        preposition = phrase[0] - 1
        if not view.classes[phrase[1] - 1] & MEDIUM or "," not in view.gaps[preposition]:
            return None
        # 'Ghani, in a tweet: "..."'
        phrase = phrase_before(view, preposition, max(sentence.low, preposition - 7))
        return Subject(phrase[0], phrase[1], phrase[0], "phrase") if phrase and phrase[0] == sentence.low else None
    if phrase is None or (not view.forms[phrase[1] - 1][0].isupper() and phrase[0] > sentence.low):
        return None
    start, end = phrase
    if end - start > 1 and view.words[end - 1].endswith("ed") and view.forms[end - 1][0].islower():
        # 'The governor shrugged: "..."'
        end -= 1
    return Subject(start, end, start, "phrase")


def unlisted_verb(view: View, sentence: Sentence, number: int) -> Subject | None:
    """Find the speaker in "...," Hannity started: a short phrase and a verb in the past behind a comma in marks."""
    zone = view.zones[number]
    last = view.zone_words[number][1]
    if not zone.closed or view.text[zone.end - 1] not in ",?!" or last >= sentence.high:
        return None
    if view.is_title(number, sentence.low):
        return None
    if view.gaps[last].strip(" ,?!\"'\u00bb\n"):
        return None
    if view.classes[last] & PRONOUN and last + 1 < sentence.high and _is_verb(view, last + 1):
        return Subject(last, last + 1, last, "pronoun")
    phrase = phrase_after(view, last, sentence.high)
    if phrase and phrase[1] < sentence.high and phrase[1] - last <= 8 and _is_verb(view, phrase[1]):
        return Subject(phrase[0], phrase[1], last, "phrase")
    if is_past(view, last) or (view.words[last].endswith("ed") and view.forms[last].islower()):
        return subject_behind(view, last + 1, sentence.high)
    return None


def _is_verb(view: View, index: int) -> bool:
    word = view.words[index]
    if not view.forms[index].islower():
        return False
    if word in PAST or word.endswith("ed") or view.classes[index] & CUE:
        return True
    # '"...," he sighs.'
    return word.endswith("s") and not view.classes[index] and view.gaps[index + 1] != " "


def replied_behind(view: View, sentence: Sentence, number: int) -> tuple[Subject, int] | None:
    """Find the speaker in '"No," was her reply': whose the noun of saying is, and its index."""
    last = view.zone_words[number][1]
    if last + 2 >= sentence.high or view.words[last] not in _BEING or view.gaps[last].strip(" ,?!.\"'"):
        return None
    for noun in range(last + 2, min(sentence.high, last + _REPLY_NEAR)):
        if view.gaps[noun] not in JOINS and view.gaps[noun] != "'s ":
            return None
        if view.classes[noun] & NOUN:
            owner = owner_before(view, noun, last + 1)
            return (owner, noun) if owner is not None else None
    return None


def named_inside(view: View, number: int) -> Subject | None:
    """Find the speaker in a turn of a transcript within marks: "WALLACE: If I may"."""
    first, end = view.zone_words[number]
    for index in range(first, min(end - 2, first + 4)):
        if not view.forms[index].isupper() or len(view.forms[index]) < 2:
            return None
        if view.gaps[index + 1] == ": ":
            return Subject(first, index + 1, first, "phrase")
    return None


def signed_behind(view: View, sentence: Sentence, number: int) -> Subject | None:
    """Find the speaker behind a dash on the quote's own line: "..." - Ban Ki-moon."""
    last = view.zone_words[number][1]
    start, end, _ = view.document.blocks[sentence.block]
    high = view.document.tokens.first_from(end)
    if last < high and not _parts_by_dash(view.gaps[last]) and view.zones[number].outer_start == start:
        # What stands in marks within marks ends them early: the name at the paragraph's end signs all of it.
        last = next((index for index in range(high - 1, max(last, high - 6), -1) if _signs(view, index)), last)
    if last >= high or not view.forms[last][0].isupper() or not _parts_by_dash(view.gaps[last]):
        return None
    phrase = phrase_after(view, last, high)
    if phrase is None or phrase[1] - last > 6:
        return None
    if phrase[1] < high and "," not in view.gaps[phrase[1]] and phrase[1] not in view.opens:
        return None
    return Subject(phrase[0], phrase[1], last, "phrase")


def _parts_by_dash(gap: str) -> bool:
    return "\u2014" in gap or "--" in gap or " - " in gap


def _signs(view: View, index: int) -> bool:
    return _parts_by_dash(view.gaps[index]) and view.gaps[index].lstrip(".,!?' ").startswith('"')


def signature(view: View, number: int) -> Subject | None:
    """Find the speaker in a line of his own below the quote: "- Ban Ki-moon"."""
    zone = view.zones[number]
    blocks = view.document.blocks
    if zone.block + 1 >= len(blocks):
        return None
    start, end, _ = blocks[zone.block + 1]
    if end - start > 80 or view.text[start] not in "-\u2014":
        return None
    tokens = view.document.tokens
    first = tokens.first_from(start)
    phrase = phrase_after(view, first, tokens.first_from(end))
    return Subject(phrase[0], phrase[1], first, "phrase") if phrase and view.forms[first][0].isupper() else None


def led_in(view: View, sentence: Sentence) -> Subject | None:
    """Give the subject of a sentence that ends the paragraph before with a colon ("made the following statement:")."""
    sentences = view.document.sentences
    index = view.document.sentence_index(sentence.start) - 1
    if index < 0 or sentences[index].block != sentence.block - 1 or view.text[sentences[index].end - 1] != ":":
        return None
    start, end, block = sentences[index]
    tokens = view.document.tokens
    previous = Sentence(start, end, block)
    previous.low, previous.high = tokens.first_from(start), tokens.first_from(end)
    return main_subject(view, previous, previous.high)


def asked_about(view: View, sentence: Sentence) -> Subject | None:
    """Give the person whom the question right before is about, in the same paragraph: 'Does he worry? "Yes."'."""
    sentences = view.document.sentences
    index = view.document.sentence_index(sentence.start) - 1
    if index < 0 or sentences[index].block != sentence.block or view.text[sentences[index].end - 1] != "?":
        return None
    tokens = view.document.tokens
    first, last = tokens.first_from(sentences[index].start), tokens.first_from(sentences[index].end)
    if last - first > 12 or view.in_zone(sentences[index].start + 1):
        return None
    for at in range(first, last):
        if view.words[at] in _PERSONS:
            return Subject(at, at + 1, at, "pronoun")
    return None


def subject_of_sentence_before(view: View, sentence: Sentence) -> Subject | None:
    """Give the person that the sentence before, in the same paragraph, is about."""
    sentences = view.document.sentences
    index = view.document.sentence_index(sentence.start) - 1
    if index < 0 or sentences[index].block != sentence.block:
        return None
    start, end, block = sentences[index]
    tokens = view.document.tokens
    previous = Sentence(start, end, block)
    previous.low, previous.high = tokens.first_from(start), tokens.first_from(end)
    subject = main_subject(view, previous, previous.high)
    if subject is None or view.words[subject.start] in _EMPTY_SUBJECTS:
        return None
    if subject.rule == "pronoun" or view.forms[subject.end - 1][0].isupper():
        return subject
    return None
