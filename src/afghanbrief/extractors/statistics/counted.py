"""Tells what a figure counts, from the words around it: each rule reads one way in which English says so."""

from __future__ import annotations

from typing import Final

import attrs

from afghanbrief.extractors.statistics import grammar as g
from afghanbrief.extractors.statistics.change_nouns import changed_behind, follows_pronoun, is_apposed
from afghanbrief.extractors.statistics.counting import AGAIN, NOTHING, SHARES, Counted, is_money
from afghanbrief.extractors.statistics.figure import Figure
from afghanbrief.extractors.statistics.links import ELLIPTIC
from afghanbrief.extractors.statistics.multiples import times_what
from afghanbrief.extractors.statistics.noun_phrases import (
    Classes,
    Phrase,
    is_adverb,
    is_participle,
    is_plural,
    phrase_from,
)
from afghanbrief.extractors.statistics.phrases_before import noun_before, phrase_until
from afghanbrief.extractors.statistics.wholes import APPROXIMATE, fronted_whole, of_what, past_numbers
from afghanbrief.text.tokens import Tokens

_LONGEST_PAIR: Final = 10
_PAIRING: Final = APPROXIMATE | frozenset("no fewer less at perhaps and or to as many few up".split())
_LENGTHS: Final = frozenset(("km", "m", "mi", "ft", "yd"))
# Behind a length these say where, not how long.
_PLACING: Final = frozenset(
    "from north south east west northeast northwest southeast southwest away inland upstream downstream to off outside"
    " down up further beyond".split()
)
_DIMENSIONS: Final = frozenset("long high deep tall wide thick".split())
_KIN: Final = frozenset(("mother", "father", "parent", "parents", "mum", "dad"))
_PERIODS: Final = frozenset((("day",), ("week",), ("month",), ("year",)))
_NOUNS_TOO: Final = frozenset(("costs", "losses", "needs", "claims", "records", "offers"))
_LOW: Final = 24
_SIGNS: Final = '%\u00b0"'


def counted_beside(tokens: Tokens, figure: Figure, classes: Classes) -> Counted | None:
    """Find what a figure counts in its own noun phrase, or in the "of" phrase on either side of it.

    Arguments:
        tokens: the document's tokens.
        figure: the figure.
        classes: the word classes.

    Returns:
        What it counts, or ``None`` if the noun stands elsewhere or is left out.
    """
    stop = figure.stop
    unit = figure.unit
    if unit == "x":
        return times_what(tokens, figure, classes)
    if figure.form == "one-of":
        # "One *child* in four".
        return Counted(Phrase(figure.first + 1, figure.first + 2))
    if unit in SHARES and tokens.gaps[figure.bound_first] == ", ":
        fronted = fronted_whole(tokens, figure.bound_first, classes)
        if fronted is not None:
            return fronted
    if stop >= len(tokens.words):
        return _measure_of(tokens, figure, classes)
    if figure.form == "nth":
        return Counted(Phrase(stop, stop + 1), adjacent=True)
    word = tokens.words[stop]
    gap = tokens.gaps[stop]
    if figure.rule == "exchange-rate" and word in ("to", "against", "per"):
        # "69.4 to the *dollar*".
        other = stop + 1 + (tokens.words[stop + 1 : stop + 2] == ("the",))
        end = other + 1 + (tokens.words[other : other + 1] == ("us",))
        return Counted(Phrase(other, end)) if end <= len(tokens.words) else None
    if gap == "\n" and tokens.forms[stop][0].isupper() and tokens.gaps[figure.first] != " ":
        # The next row of a table or list.
        return None
    if gap in (" ", "-", "\n") or gap.strip(_SIGNS) in (" ", "-", "\n"):
        if unit in _LENGTHS and word in _PLACING:
            return NOTHING
        if (
            unit in SHARES
            and classes.get(word, 0) & g.DETERMINER
            and figure.form == "fraction"
            and not _is_time(tokens, stop + 1, classes)
        ):
            return of_what(tokens, figure, classes, begin=stop)
        if word == "of":
            return of_what(tokens, figure, classes)
        if word == "out" and unit == "count" and tokens.words[stop + 1 : stop + 2] == ("of",):
            # "Fourteen out of 34 *capitals*".
            return of_what(tokens, figure, classes, begin=stop + 2)
        if unit == "count" and "magnitude" in (word, tokens.words[figure.bound_first - 1]):
            return NOTHING
        if unit == "count":
            more = word == "more" and tokens.words[stop + 1 : stop + 2] not in (("than",), ())
            begin = stop + 1 if word == "such" or more or (gap == "-" and word == "strong") else stop
            if word == "or" and tokens.words[stop + 1 : stop + 2] in (("more",), ("fewer",), ("less",)):
                # "200 or more houses"
                begin += 2
            phrase = phrase_from(tokens, begin, classes, singular=gap == "-" or figure.value <= 1)
            if phrase is None and _has_article(tokens, figure.bound_first, classes):
                phrase = phrase_from(tokens, begin, classes, singular=True)
            if phrase is not None:
                # "59 people were killed and 163 wounded": more of those that were counted before.
                return Counted(phrase, adjacent=True, again=_is_of_same(tokens, figure, phrase, classes))
            phrase = (
                _past_measure(tokens, stop, classes)
                or _shared_noun(tokens, figure, classes)
                or _number_of(tokens, stop, classes)
            )
            if phrase is not None:
                return Counted(phrase)
        elif unit in _LENGTHS and word in _DIMENSIONS:
            found = _extended(tokens, figure, classes)
            if found is not None:
                return found
        elif not classes.get(word, 0) & (g.MEASURING | g.ADVERB):
            found = None
            if word[-3:] == "ing" and gap == " " and tokens.words[figure.bound_first - 1] == "of":
                # "The guideline of 15 ppb requiring action".
                found = _measure_of(tokens, figure, classes)
            if found is None:
                found = _measured_behind(tokens, figure, stop, classes)
            if found is not None:
                return found
    elif gap == ", " and unit == "count":
        phrase = _shared_noun(tokens, figure, classes) if word[0].isdigit() else None
        if phrase is not None:
            return Counted(phrase)
    elif "(" in gap or gap == ") ":
        behind = _past_bracket(tokens, stop) if "(" in gap else stop
        if behind and unit != "count" and not classes.get(tokens.words[behind], 0) & (g.MEASURING | g.ADVERB):
            found = _measured_behind(tokens, figure, behind, classes)
            if found is not None and unit not in SHARES:
                return attrs.evolve(found, adjacent=False)
    before = tokens.words[figure.bound_first - 1]
    if before in ("of", "between"):
        return _measure_of(tokens, figure, classes)
    return None


def _is_of_same(tokens: Tokens, figure: Figure, phrase: Phrase, classes: Classes) -> bool:
    """Tell whether "and 163 *wounded*" goes on with who "were killed": two participles that "and" joins."""
    words, index = tokens.words, figure.bound_first
    if phrase.stop - phrase.first > 1 or not classes.get(words[phrase.first], 0) & g.CASUALTY:
        return False
    return (
        index > 1
        and words[index - 1] in ("and", "or")
        and classes.get(words[index - 2], 0) & g.CASUALTY != 0
        and tokens.gaps[index - 1] in (" ", ", ")
        and classes.get(words[index - 3], 0) & g.AUXILIARY != 0
    )


def _is_time(tokens: Tokens, index: int, classes: Classes) -> bool:
    """Tell whether "half *last year*" goes on with a time, not with what is halved."""
    return index < len(tokens.words) and classes.get(tokens.words[index], 0) & g.TIME != 0


def _has_article(tokens: Tokens, index: int, classes: Classes) -> bool:
    """Tell whether "a" stands before a number: then it modifies a singular, "a 300 bed hospital"."""
    words = tokens.words
    if index and words[index - 1] in ("a", "an"):
        return tokens.gaps[index] == " "
    return index > 1 and words[index - 2] in ("a", "an") and not classes.get(words[index - 1], 0)


def _past_measure(tokens: Tokens, begin: int, classes: Classes) -> Phrase | None:
    """Read "8 million *250ml bottles*": a plural behind a measure of its own."""
    if tokens.gaps[begin] != " " or not tokens.words[begin][0].isdigit():
        return None
    return phrase_from(tokens, begin + 1, classes, singular=False)


def _shared_noun(tokens: Tokens, figure: Figure, classes: Classes) -> Phrase | None:
    """Read "at least 400 and no more than 450 *guards*": the noun behind the last number is that of the first too."""
    words, gaps = tokens.words, tokens.gaps
    position = begin = figure.stop
    paired = False
    limit = min(begin + _LONGEST_PAIR, len(words))
    while position < limit and gaps[position] in (" ", ", ", ","):
        word = words[position]
        paired = paired or word in ("and", "or", "to")
        if not (word in _PAIRING or word[0].isdigit()):
            break
        position += 1
    if not paired or position == limit or gaps[position] != " " or not words[position - 1][0].isdigit():
        return None
    phrase = phrase_from(tokens, past_numbers(tokens, position, classes), classes, singular=False)
    if phrase is None or phrase.stop >= len(words):
        return phrase
    before = words[figure.bound_first - 1] if figure.bound_first else ""
    verb = classes.get(before, 0) & (g.VERB | g.CASUALTY) != 0 or before.endswith("ed")
    # "killed 17 and 40 houses were burnt" is two clauses.
    return None if verb and classes.get(words[phrase.stop], 0) & (g.AUXILIARY | g.PERSONAL) else phrase


def _extended(tokens: Tokens, figure: Figure, classes: Classes) -> Counted | None:
    """Read "a 12-metre-long *tunnel*", "*a bridge* 240 metres long"."""
    stop = figure.stop
    if tokens.gaps[stop] == "-":
        phrase = phrase_from(tokens, stop + 1, classes, singular=True)
        return None if phrase is None else Counted(phrase)
    index = figure.bound_first
    if not index or tokens.gaps[index] not in (" ", ", "):
        return None
    phrase = noun_before(tokens, index, classes)
    return None if phrase is None else Counted(phrase)


def _number_of(tokens: Tokens, begin: int, classes: Classes) -> Phrase | None:
    """Read "brings to 46 the number of *aid workers* killed"."""
    words = tokens.words
    if words[begin] != "the" or begin + 3 >= len(words) or words[begin + 2] != "of":
        return None
    if not classes.get(words[begin + 1], 0) & (g.NUMBERING | g.TOLL):
        return None
    return phrase_from(tokens, begin + 3, classes, singular=False)


def _past_bracket(tokens: Tokens, index: int) -> int:
    """Give the index of the word behind a short bracket: "60 mph (97 km/h) *winds*"; 0 if there is none."""
    for position in range(index + 1, min(index + 7, len(tokens.words))):
        gap = tokens.gaps[position]
        if ")" in gap:
            return position if gap == ") " else 0
    return 0


def _measured_behind(tokens: Tokens, figure: Figure, begin: int, classes: Classes) -> Counted | None:
    """Read "a $3 million *fine*", "a 19% drop in *exports*", "a 7% *price* increase", "$9 million in *deposits*"."""
    words = tokens.words
    if is_money(figure.unit) and words[begin] in ("a", "per") and words[begin + 1 : begin + 2] in _PERIODS:
        # "$65 million a day in *duties*".
        begin += 2
        if words[begin : begin + 1] != ("in",):
            return None
    word = words[begin]
    if word == "in" or (word == "worth" and words[begin + 1 : begin + 2] == ("of",)):
        if not is_money(figure.unit) or begin + 1 >= len(words):
            return None
        after = begin + (1 if word == "in" else 2)
        kind = classes.get(words[after], 0) if after < len(words) else g.MANNER
        if kind & (g.MANNER | g.TIME) or words[after][0].isdigit():
            return None
        phrase = phrase_from(tokens, after, classes, singular=True)
        if phrase is None or not tokens.forms[after][0].isupper():
            return None if phrase is None else Counted(phrase)
        # Behind "in" a name says where; "in Afghan central bank reserves" ends with a plural.
        head = words[phrase.stop - 1]
        named = tokens.forms[phrase.stop - 1][0].isupper() or not is_plural(head, classes.get(head, 0))
        return None if named else Counted(phrase)
    kind = classes.get(word, 0)
    if kind & (g.TIME | g.NUMBER) or word[0].isdigit():
        return None
    if figure.unit in SHARES and word[-2:] == "ed" and is_participle(word, kind) and tokens.gaps[begin] == " ":
        # "42 percent favoured a truce": the verb of a share whose noun is left out.
        return None
    phrase = phrase_from(tokens, begin, classes, singular=True)
    if phrase is None:
        return None
    head = words[phrase.stop - 1]
    kind = classes.get(head, 0)
    if not kind & g.CHANGE_NOUN:
        return None if kind & g.MODIFIER or is_adverb(head, kind) else Counted(phrase, adjacent=True)
    behind = changed_behind(tokens, phrase, classes)
    if behind is None and follows_pronoun(tokens, figure.bound_first, classes):
        return AGAIN
    return behind or Counted(phrase, again=is_apposed(tokens, figure.bound_first, classes))


def _measure_of(tokens: Tokens, figure: Figure, classes: Classes) -> Counted | None:
    """Read "a *population* of 4 million", "a drop in *exports* of 5%"; a bare change is of what went before."""
    of = figure.bound_first - 1
    words = tokens.words
    if of > 1 and words[of] == "between":
        of -= 1
    apart = tokens.gaps[of] if of > 0 else ""
    if apart == ", " and tokens.gaps[figure.stop][:1] == "," and figure.unit != "count":
        # "The loan, of $75 million, is".
        apart = " "
    if of < 1 or words[of] != "of" or apart != " " or tokens.gaps[of + 1].rstrip("$\u20ac\u00a3~") != " ":
        return None
    kind = classes.get(words[of - 1], 0)
    phrase = None if kind & g.TIME else noun_before(tokens, of, classes)
    if phrase is None and words[of - 1] in _NOUNS_TOO:
        # "Borrowing *costs* of over 30%".
        phrase = Phrase(of - 1, of)
    if kind & g.PLACE or words[of - 1] in _KIN:
        return NOTHING
    if kind & g.TIME:
        # "a loss for the quarter of $9 million"
        phrase = phrase_until(tokens, of, max(0, of - _LOW), classes)
        kind = 0 if phrase is None else classes.get(words[phrase.stop - 1], 0)
    if phrase is None:
        return None
    if kind & g.RATING_NOUN or (kind & g.UNMEASURED and figure.unit in ELLIPTIC):
        return None
    if kind & g.TOLL and figure.unit == "count":
        return Counted(phrase, again=True)
    if kind & g.CHANGE_NOUN:
        behind = changed_behind(tokens, Phrase(figure.stop, figure.stop), classes)
        return behind or Counted(Phrase(of - 1, of), again=is_apposed(tokens, of - 1, classes))
    return Counted(phrase)
