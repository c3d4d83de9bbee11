"""Tells what a figure counts when its noun stands elsewhere in the clause: through a verb, a preposition or a mark."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.statistics import grammar as g
from afghanbrief.extractors.statistics.counting import Counted, counted_of_verb, is_money
from afghanbrief.extractors.statistics.figure import Figure
from afghanbrief.extractors.statistics.noun_phrases import Classes, Phrase, is_plural, phrase_from, takes_object
from afghanbrief.extractors.statistics.phrases_before import is_oblique, noun_before, phrase_until
from afghanbrief.extractors.statistics.subjects import measured_by_verb, subject_of
from afghanbrief.extractors.statistics.wholes import past_numbers
from afghanbrief.text.tokens import Tokens

_PRICED: Final = frozenset(("cost", "price", "budget", "value", "fee", "volume"))
# Units of what something rises or falls by.
_RELATIVE: Final = frozenset(("percent", "percentage-point", "bp", "point"))
_LOW: Final = 24
# Who says a figure is not what it counts.
_SAYING: Final = frozenset("said say says told tell reported report claimed claim added believe think".split())
_BEING: Final = frozenset(("are", "were", "is", "was"))
_OF_WHICH_THERE: Final = frozenset((("of", "which", "there"), ("of", "whom", "there")))
_PURCHASE_WINDOW: Final = 10
_ANAPHOR: Final = 40


def counted_by_verb(
    tokens: Tokens, figure: Figure, classes: Classes, *, loose: bool = False, changing: bool = False
) -> Counted | None:
    """Find what a figure counts through the verb that it completes, or the preposition that ties it to a noun.

    Arguments:
        tokens: the document's tokens.
        figure: the figure.
        classes: the word classes.
        loose: whether any verb right before the figure will do.
        changing: whether only a verb of change with "by" will.

    Returns:
        What it counts, or ``None``.
    """
    words, gaps = tokens.words, tokens.gaps
    index = figure.bound_first
    for position in range(index, figure.first):
        # "exceeded 500,000": a verb of level may be a bound.
        if classes.get(words[position], 0) & g.LEVEL:
            index = position + 1
    if not index:
        return None
    if index > 1 and words[index - 1] == "between" and words[index - 2] == "of":
        index -= 1
    if words[index - 1] == "of":
        index = _before_rating(tokens, index, classes)
        if index > 1 and words[index - 1] == "on" and gaps[index - 1] == ", ":
            # "debts, on average of $300"
            phrase = noun_before(tokens, index - 1, classes)
            return None if phrase is None else Counted(phrase)
    if changing and words[index - 1] != "by":
        return None
    if index > 4 and words[index - 1] in _BEING and words[index - 4 : index - 1] in _OF_WHICH_THERE:
        # "A fall in *suicide attacks*, of which there were four".
        phrase = noun_before(tokens, index - 4, classes)
        return None if phrase is None else Counted(phrase)
    if index > 1 and words[index - 1] in ("now", "currently") and gaps[index - 1] == ", " and gaps[index] == " ":
        # "*The strength* of the force, now about 18,000, will".
        phrase = phrase_until(tokens, index - 1, max(0, index - _LOW), classes)
        return None if phrase is None else Counted(phrase)
    if words[index - 1] == "at" and gaps[figure.stop][:2] == ", " and figure.unit != "count":
        fronted = _fronted(tokens, figure, index, classes)
        if fronted is not None:
            return fronted
    if words[index - 1] == "as" and gaps[index] == " ":
        # "Gave *the toll* as 85 and *the wounded* as 140".
        phrase = noun_before(tokens, index - 1, classes)
        determined = phrase is not None and phrase.first and classes.get(words[phrase.first - 1], 0) & g.DETERMINER
        return Counted(phrase) if determined else None
    if words[index - 1] == "for" and is_money(figure.unit):
        agreed = _agreed(tokens, index, classes)
        if agreed is not None:
            return agreed
    if index > 1 and words[index - 1] in _PRICED and classes.get(words[index - 2], 0) & g.MODIFIER:
        # "*Total estimated cost* $105 million".
        first = index - 2
        while first > 0 and classes.get(words[first - 1], 0) & g.MODIFIER and gaps[first] == " ":
            first -= 1
        return Counted(Phrase(first, index))
    money = is_money(figure.unit) or figure.unit == "count"
    measured = measured_by_verb(tokens, index, classes, money=money, loose=loose, relative=figure.unit in _RELATIVE)
    if measured is not None:
        return counted_of_verb(measured)
    if figure.unit == "count" or index < figure.bound_first - 1:
        return None
    word = words[index - 1]
    if word in ("at", "from", "between") and index > 1 and gaps[index - 1] in (" ", ", ") and not loose:
        kind = classes.get(words[index - 2], 0)
        if not kind & (g.FUNCTION | g.VERB | g.ADVERB | g.TIME | g.CONJUNCTION | g.MEASURING):
            phrase = phrase_until(tokens, index - 1, max(0, index - _LOW), classes)
            ends = phrase is not None and (phrase.stop == index - 1 or gaps[index - 1] == ", ")
            if phrase is not None and ends and not is_oblique(tokens, phrase, classes):
                return Counted(phrase)
    if loose or not is_money(figure.unit):
        return None
    return _added_to(tokens, figure, classes) or _bought(tokens, figure, classes)


def _fronted(tokens: Tokens, figure: Figure, index: int, classes: Classes) -> Counted | None:
    """Read "At 7.8 percent, *growth* was": the subject follows what is said of it."""
    words, stop = tokens.words, figure.stop
    if tokens.forms[index - 1] == "at":
        return None
    begin = stop
    while begin < len(words) and classes.get(words[begin], 0) & g.DETERMINER:
        begin += 1
    phrase = phrase_from(tokens, begin, classes, singular=True) if begin < len(words) else None
    if phrase is None or phrase.stop >= len(words):
        return None
    if words[phrase.stop] == "of" and classes.get(words[phrase.stop - 1], 0) & g.NUMBERING:
        phrase = phrase_from(tokens, phrase.stop + 1, classes, singular=True) or phrase
    kind = classes.get(words[phrase.stop], 0) if phrase.stop < len(words) else 0
    return Counted(phrase) if kind & (g.AUXILIARY | g.PREPOSITION | g.LEVEL | g.CHANGE) else None


def _agreed(tokens: Tokens, index: int, classes: Classes) -> Counted | None:
    """Read "signed *contracts* for $5 million", "*an appeal* for $2 million"."""
    words = tokens.words
    if index < 2 or words[index - 1] != "for":
        return None
    phrase = noun_before(tokens, index - 1, classes)
    return Counted(phrase) if phrase is not None and classes.get(words[phrase.stop - 1], 0) & g.FUNDED else None


def _added_to(tokens: Tokens, figure: Figure, classes: Classes) -> Counted | None:
    """Read "added $5 to *the price*"."""
    words, stop = tokens.words, figure.stop
    if stop + 1 >= len(words) or words[stop] != "to" or not words[figure.bound_first - 1].startswith("add"):
        return None
    if not classes.get(words[stop + 1], 0) & g.DETERMINER:
        return None
    phrase = phrase_from(tokens, stop + 2, classes, singular=True)
    return None if phrase is None else Counted(phrase)


def _before_rating(tokens: Tokens, index: int, classes: Classes) -> int:
    """Step back over "an average of"."""
    position = index - 2
    if position < 0 or not classes.get(tokens.words[position], 0) & g.RATING_NOUN:
        return index
    while position > 0 and classes.get(tokens.words[position - 1], 0) & (g.DETERMINER | g.MODIFIER):
        position -= 1
    return position


def _bought(tokens: Tokens, figure: Figure, classes: Classes) -> Counted | None:
    """Read "bought *a lorry* for $9,000", "spent $9,000 on *a lorry*"."""
    words, gaps = tokens.words, tokens.gaps
    before = figure.bound_first - 1
    if before < 1:
        return None
    low = max(0, before - _PURCHASE_WINDOW)
    if classes.get(words[before], 0) & g.MODIFIER and words[before - 1] in ("a", "the"):
        # "Sold four players for *a combined* 30 million".
        before -= 2
    if words[before] == "for":
        for position in range(before - 1, low - 1, -1):
            if gaps[position + 1] not in (" ", "-", "'", "\n"):
                break
            if classes.get(words[position], 0) & g.PURCHASE:
                phrase = phrase_until(tokens, before, position + 1, classes)
                return None if phrase is None else Counted(phrase)
        return None
    if not classes.get(words[before], 0) & g.PURCHASE:
        return None
    behind = figure.stop
    if behind + 1 >= len(words) or words[behind] not in ("for", "on") or gaps[behind].strip():
        return None
    start = past_numbers(tokens, behind + 1, classes)
    phrase = phrase_from(tokens, start, classes, singular=True) if start >= 0 else None
    return None if phrase is None else Counted(phrase)


def main_subject(tokens: Tokens, figure: Figure, classes: Classes) -> Counted | None:
    """Find the subject of the clause before a participle or infinitive: "*the yen* fell, easing to 108".

    Arguments:
        tokens: the document's tokens.
        figure: the figure.
        classes: the word classes.
    """
    words, gaps = tokens.words, tokens.gaps
    for verb in range(figure.bound_first - 1, max(0, figure.bound_first - _LOW), -1):
        gap = gaps[verb + 1]
        if gap != " " and (". " in gap or ";" in gap or "\n\n" in gap):
            return None
        kind = classes.get(words[verb], 0)
        if '"' in gap or ":" in gap:
            return None
        if kind & (g.LINKING | g.AUXILIARY | g.VERB | g.LEVEL | g.CHANGE) and not words[verb].endswith("ing"):
            if words[verb] in ("having", "be", "been", "being", "to") or words[verb - 1] == "to":
                # "Used the time to *get* fit, dropping from": the infinitive has no subject of its own.
                continue
            measured = subject_of(tokens, verb, classes)
            if measured is not None and measured.phrase is not None:
                return Counted(measured.phrase)
    return None


def _is_unknown(tokens: Tokens, index: int, classes: Classes) -> bool:
    word = tokens.words[index]
    return not classes.get(word, 0) and word == tokens.forms[index] and tokens.gaps[index] == " "


def nearest_plural(tokens: Tokens, index: int, classes: Classes) -> Counted | None:
    """Find what "212 of them" or a bare count stands for where nothing was counted before: the nearest plural.

    Arguments:
        tokens: the document's tokens.
        index: index of the figure's first token.
        classes: the word classes.
    """
    words = tokens.words
    if index and classes.get(words[index - 1], 0) & (g.CASUALTY | g.VERB | g.LEVEL):
        # "The attack killed 45": whoever it was, no noun before the verb.
        return None
    for position in range(index - 1, max(-1, index - _ANAPHOR), -1):
        if "\n\n" in tokens.gaps[position + 1]:
            return None
        word = words[position]
        kind = classes.get(word, 0)
        if is_plural(word, kind) and not kind & (g.FUNCTION | g.VERB | g.TIME | g.NUMBER | g.CHANGE | g.LEVEL | g.GLUE):
            before = classes.get(words[position - 1], 0) if position else g.DETERMINER
            if (
                words[position + 1] in _SAYING
                or takes_object(tokens, position + 1, classes)
                or (tokens.forms[position].isupper() and len(word) > 2)
                or kind & g.CASUALTY
                or (kind == 0 and not before and tokens.forms[position][0].isupper())
                # "Taliban detain *36*": an unknown word between the two is a verb.
                or (position + 2 == index and _is_unknown(tokens, position + 1, classes))
            ):
                continue
            phrase = noun_before(tokens, position + 1, classes)
            return None if phrase is None else Counted(phrase)
    return None


_ENDS: Final = frozenset(",.;%")
_OPENINGS: Final = frozenset((": ", ", ", "; "))
_PHRASAL: Final = frozenset(
    "made make makes making gave give gives giving given took take takes picked set blew brought called turned built "
    "added ended kept shot laid put broke tied".split()
)
_DASHES: Final = frozenset((": ", " \u2013 ", " \u2014 ", " - "))


def counted_before_mark(tokens: Tokens, figure: Figure, classes: Classes, *, bracketed: bool) -> Counted | None:
    """Read "*a bridge*: 240 metres", "*inflation* - 5 percent", "*shares* up 4 percent", "and *imports* by 3 percent".

    Arguments:
        tokens: the document's tokens.
        figure: the figure.
        classes: the word classes.
        bracketed: whether a noun before an opening bracket will do.

    Returns:
        The noun phrase before the mark or the particle, or ``None``.
    """
    index = figure.bound_first
    if not index:
        return None
    words, gaps = tokens.words, tokens.gaps
    gap = gaps[index].rstrip("$\u20ac\u00a3~")
    low = max(0, index - _LOW)
    before = words[index - 1]
    if gap == " " and before == "by" and index > 1 and words[index - 2] in ("up", "down"):
        # "Rainfall was down by a quarter".
        index -= 1
        before = words[index - 1]
    if gap == " " and before in ("up", "down", "higher", "lower"):
        index -= 1
        if gaps[index] == ", ":
            return main_subject(tokens, figure, classes)
        if gaps[index] != " " and gaps[index] not in _DASHES:
            return None
        if words[index - 1] in _PHRASAL:
            # "A defence that gave up 517 yards".
            return None
        if classes.get(words[index - 1], 0) & g.CHANGE:
            # "*My rent* went up $150".
            measured = subject_of(tokens, index - 1, classes)
            return counted_of_verb(measured)
        phrase = phrase_until(tokens, index, low, classes)
    elif gap == " " and before in ("by", "to", "at", "on"):
        # The verb is left out in the second part: "exports fell by 5 percent and imports by 3".
        phrase = noun_before(tokens, index - 1, classes)
        if phrase is None or not phrase.first:
            return None
        left = phrase.first - 1
        if not gaps[phrase.first].endswith(", ") and words[left] not in ("and", "while", "but"):
            return None
    elif gap == " " and gaps[figure.stop][:1] in _ENDS and (item := _item_before(tokens, index, classes)) is not None:
        # "Prices are up: *bread* 20%, *rice* 35%".
        phrase = item
    elif gap in _DASHES or (bracketed and gap == " ("):
        phrase = noun_before(tokens, index, classes)
        if phrase is not None and is_money(figure.unit) and tokens.forms[phrase.stop - 1][0].isupper():
            return None
    elif bracketed and gap == " " and is_plural(before, classes.get(before, 0)) and not is_money(figure.unit):
        # A headline or a list: "Wavelengths at least 2.4 microns".
        phrase = noun_before(tokens, index, classes)
        if phrase is not None and phrase.first and "\n" not in gaps[phrase.first]:
            return None
    else:
        return None
    return None if phrase is None else Counted(phrase)


def _item_before(tokens: Tokens, index: int, classes: Classes) -> Phrase | None:
    """Read the noun that an item of a list in one line begins with."""
    phrase = noun_before(tokens, index, classes)
    if phrase is None or tokens.gaps[phrase.first] not in _OPENINGS:
        return None
    return phrase if tokens.forms[phrase.first] == tokens.words[phrase.first] else None


_LONGEST_NAME: Final = 4
_LONGEST_LIST: Final = 60


def counted_by_heading(tokens: Tokens, figure: Figure, classes: Classes) -> Counted | None:
    """Read "*Attacks* on schools: Helmand 14, Farah 9": a list in one line whose items are a name and a number.

    Arguments:
        tokens: the document's tokens.
        figure: a figure without a noun of its own.
        classes: the word classes.
    """
    words, gaps, forms = tokens.words, tokens.gaps, tokens.forms
    index = figure.bound_first
    position = index
    while position > 0 and index - position < _LONGEST_NAME and forms[position - 1] != words[position - 1]:
        position -= 1
        if gaps[position] not in (" ", "-"):
            break
    if position == index:
        return None
    for mark in range(position, max(0, position - _LONGEST_LIST), -1):
        gap = gaps[mark]
        if gap == ": ":
            phrase = phrase_until(tokens, mark, max(0, mark - _LOW), classes)
            if phrase is None:
                return None
            head = words[phrase.stop - 1]
            return Counted(phrase) if is_plural(head, classes.get(head, 0)) else None
        word = words[mark - 1]
        if gap not in (", ", "; ", " ", "-", " (", ") ", "), ") or not (
            forms[mark - 1] != word or word[0].isdigit() or word == "and"
        ):
            return None
    return None


def counted_by_gap(tokens: Tokens, figure: Figure, classes: Classes) -> Counted | None:
    """Read "exports were worth $880 million, *imports* $6 billion": the verb of the first part holds for the second.

    Arguments:
        tokens: the document's tokens.
        figure: the figure, whose sentence has another before it that a verb measured.
        classes: the word classes.
    """
    index = figure.bound_first
    if not index or tokens.gaps[index].rstrip("$\u20ac\u00a3~") != " ":
        return None
    phrase = noun_before(tokens, index, classes)
    if phrase is None or not phrase.first or classes.get(tokens.words[phrase.stop - 1], 0) & g.CASUALTY:
        return None
    first = phrase.first
    if first > 1 and classes.get(tokens.words[first - 1], 0) & g.DETERMINER and tokens.gaps[first] == " ":
        # "The S&P 500 fell 1.1% and *the Nasdaq* 1.6%".
        first -= 1
    parted = tokens.gaps[first].endswith((", ", "; ")) or tokens.words[first - 1] in ("and", "while", "but")
    return Counted(phrase) if parted else None
