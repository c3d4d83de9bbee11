"""Reads what a multiple is of: "twice *the pay*", "*prices* doubled", "*seizures* saw a tenfold increase"."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.statistics import grammar as g
from afghanbrief.extractors.statistics.change_nouns import changed_behind
from afghanbrief.extractors.statistics.counting import AGAIN, Counted, counted_of_verb
from afghanbrief.extractors.statistics.figure import Figure
from afghanbrief.extractors.statistics.noun_phrases import Classes, Phrase, phrase_from
from afghanbrief.extractors.statistics.subjects import subject_of
from afghanbrief.text.tokens import Tokens

# What a thing does that has changed: "attacks recorded a twofold rise".
_SHOWING: Final = frozenset("recorded registered posted experienced witnessed underwent reported logged".split())


def times_what(tokens: Tokens, figure: Figure, classes: Classes) -> Counted | None:
    """Read "twice *the pay*", and "*prices* doubled"."""
    words = tokens.words
    if classes.get(words[figure.first], 0) & g.CHANGE or _is_verb_of_multiple(tokens, figure, classes):
        return counted_of_verb(subject_of(tokens, figure.bound_first, classes))
    if figure.stop >= len(words):
        return None
    word = words[figure.stop]
    if classes.get(word, 0) & g.CHANGE_NOUN:
        changed = changed_behind(tokens, Phrase(figure.stop, figure.stop + 1), classes)
        verb = figure.bound_first - 2
        if changed is not None or verb < 1 or words[verb + 1] not in ("a", "an"):
            return changed
        if classes.get(words[verb], 0) & (g.VERB | g.TRANSITIVE) or words[verb] in _SHOWING:
            # "*Seizures* saw a tenfold increase".
            return counted_of_verb(subject_of(tokens, verb, classes))
        return None
    if word == "as" and words[figure.stop + 1 : figure.stop + 2] in (("many",), ("much",), ("few",)):
        # "Twice as many *bombs*"; behind "twice as many as" stands what is compared.
        begin = figure.stop + 2
        if begin >= len(words) or words[begin] == "as" or tokens.gaps[begin] != " ":
            return None
        phrase = phrase_from(tokens, begin, classes, singular=words[begin - 1] == "much")
        return None if phrase is None else Counted(phrase)
    if classes.get(word, 0) & g.DETERMINER and word not in ("that", "this"):
        phrase = phrase_from(tokens, figure.stop + 1, classes, singular=True)
        if phrase is not None and classes.get(words[phrase.stop - 1], 0) & (g.NUMBERING | g.TOLL):
            # "Three times the number of *guards*", "twice the number reached by May".
            if words[phrase.stop : phrase.stop + 1] != ("of",):
                return AGAIN
            phrase = phrase_from(tokens, phrase.stop + 1, classes, singular=True)
        if phrase is not None:
            return Counted(phrase)
    before = figure.bound_first - 1
    if before > 0 and tokens.gaps[before + 1] == " " and classes.get(words[before - 1], 0) & g.DETERMINER:
        if not classes.get(words[before], 0) & (g.FUNCTION | g.VERB | g.ADVERB | g.TIME):
            return Counted(Phrase(before, before + 1))
    return None


def _is_verb_of_multiple(tokens: Tokens, figure: Figure, classes: Classes) -> bool:
    """Tell whether "double" and the like are verbs without an object: "the number of guards would double"."""
    words = tokens.words
    index = figure.bound_first
    if words[figure.first] not in ("double", "triple", "quadruple", "quintuple") or not index:
        return False
    if not classes.get(words[index - 1], 0) & g.AUXILIARY and words[index - 1] != "to":
        return False
    if figure.stop >= len(words) or tokens.gaps[figure.stop] != " ":
        return True
    return not classes.get(words[figure.stop], 0) & g.DETERMINER
