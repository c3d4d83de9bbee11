"""Tells what a figure counts, from the words around it: each rule reads one way in which English says so."""

from __future__ import annotations

import functools

import attrs

from afghanbrief.extractors.statistics import grammar as g
from afghanbrief.extractors.statistics.figure import Figure
from afghanbrief.extractors.statistics.noun_phrases import (
    Classes,
    Phrase,
    is_adverb,
    is_participle,
    is_plural,
    phrase_from,
)
from afghanbrief.extractors.statistics.phrases_before import noun_before, phrase_until
from afghanbrief.extractors.statistics.subjects import Measured, subject_of
from afghanbrief.text.tokens import Tokens

_APPROXIMATE = frozenset("about some estimated around nearly almost more than least over total combined".split())
_INSIDE = frozenset((" ", "\n", "-", "'", ""))
_LONGEST_PAIR = 10
_PAIRING = _APPROXIMATE | {"no", "fewer", "less", "at", "perhaps", "and", "or", "to"}
_ELLIPTIC = frozenset(("count", "percent", "percentage-point", "x"))
_SHARES = frozenset(("percent", "percentage-point"))
_LENGTHS = frozenset(("km", "m", "mi", "ft", "yd"))
# Behind a length these say where, not how long.
_PLACING = frozenset(
    "from north south east west northeast northwest southeast southwest away inland upstream downstream to off outside"
    " down up further beyond".split()
)
_DIMENSIONS = frozenset("long high deep tall wide thick".split())
_OUTPUT = frozenset(("gdp", "gnp", "gni", "product", "output"))
_KIN = frozenset(("mother", "father", "parent", "parents", "mum", "dad"))
_LOW = 24
_SIGNS = '%\u00b0"'


@attrs.define(eq=False, weakref_slot=False)
class Counted:
    """What a figure counts.

    Attributes:
        phrase: the noun phrase, or ``None``.
        adjacent: whether it stands right behind the number, in one noun phrase with it.
        whole: the noun phrase that a share is a share of, or ``None``.
        again: whether it is what was counted before.
        nothing: whether it is known that nothing is: a share of a sum of money.
    """

    phrase: Phrase | None = None
    adjacent: bool = False
    whole: Phrase | None = None
    again: bool = False
    nothing: bool = False


_AGAIN = Counted(again=True)
_NOTHING = Counted(nothing=True)


def is_money(unit: str) -> bool:
    """Tell whether a unit is a currency."""
    return unit[:3].isupper() and (len(unit) == 3 or unit[3:4] == "/")


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
        return _times_what(tokens, figure, classes)
    if figure.form == "one-of":
        # "One *child* in four".
        return Counted(Phrase(figure.first + 1, figure.first + 2))
    if unit in _SHARES and tokens.gaps[figure.bound_first] == ", ":
        fronted = _fronted(tokens, figure.bound_first, classes)
        if fronted is not None:
            return fronted
    if stop >= len(tokens.words):
        return _measure_of(tokens, figure, classes)
    if figure.form == "nth":
        return Counted(Phrase(stop, stop + 1), adjacent=True)
    word = tokens.words[stop]
    gap = tokens.gaps[stop]
    if gap == "\n" and tokens.forms[stop][0].isupper() and tokens.gaps[figure.first] != " ":
        # The next row of a table or list.
        return None
    if gap in (" ", "-", "\n") or gap.strip(_SIGNS) in (" ", "-", "\n"):
        if unit in _LENGTHS and word in _PLACING:
            return _NOTHING
        if unit in _SHARES and classes.get(word, 0) & g.DETERMINER and figure.form == "fraction":
            return _of_what(tokens, figure, classes, begin=stop)
        if word == "of":
            return _of_what(tokens, figure, classes)
        if word == "out" and unit == "count" and tokens.words[stop + 1 : stop + 2] == ("of",):
            # "Fourteen out of 34 *capitals*".
            return _of_what(tokens, figure, classes, begin=stop + 2)
        if unit == "count" and "magnitude" in (word, tokens.words[figure.bound_first - 1]):
            return _NOTHING
        if unit == "count":
            begin = stop + 1 if gap == "-" and word == "strong" else stop
            if word == "or" and tokens.words[stop + 1 : stop + 2] in (("more",), ("fewer",), ("less",)):
                # "200 or more houses"
                begin += 2
            phrase = phrase_from(tokens, begin, classes, singular=gap == "-" or figure.value <= 1)
            if phrase is None and _has_article(tokens, figure.bound_first, classes):
                phrase = phrase_from(tokens, begin, classes, singular=True)
            if phrase is not None:
                # "14 others", "59 people were killed and 163 wounded": more of those that were counted before.
                again = word == "others" or _is_of_same(tokens, figure, phrase, classes)
                return Counted(phrase, adjacent=True, again=again)
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
            if found is not None and unit not in _SHARES:
                return attrs.evolve(found, adjacent=False)
    before = tokens.words[figure.bound_first - 1]
    return _measure_of(tokens, figure, classes) if before in ("of", "between") else None


def _is_of_same(tokens: Tokens, figure: Figure, phrase: Phrase, classes: Classes) -> bool:
    """Tell whether "and 163 *wounded*" goes on with who was killed: two participles that "and" joins."""
    words, index = tokens.words, figure.bound_first
    if phrase.stop - phrase.first > 1 or not classes.get(words[phrase.first], 0) & g.CASUALTY:
        return False
    return (
        index > 1
        and words[index - 1] in ("and", "or")
        and classes.get(words[index - 2], 0) & g.CASUALTY != 0
        and tokens.gaps[index - 1] in (" ", ", ")
        and not words[index - 3][0].isdigit()
    )


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
    if not index or tokens.gaps[index] != " ":
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


def _times_what(tokens: Tokens, figure: Figure, classes: Classes) -> Counted | None:
    """Read "twice *the pay*", and "*prices* doubled"."""
    words = tokens.words
    if classes.get(words[figure.first], 0) & g.CHANGE or _is_verb_of_multiple(tokens, figure, classes):
        return counted_of_verb(tokens, subject_of(tokens, figure.bound_first, classes))
    if figure.stop >= len(words):
        return None
    word = words[figure.stop]
    if classes.get(word, 0) & g.CHANGE_NOUN:
        changed = _changed_behind(tokens, Phrase(figure.stop, figure.stop + 1), classes)
        verb = figure.bound_first - 2
        if changed is not None or verb < 1 or words[verb + 1] not in ("a", "an"):
            return changed
        if classes.get(words[verb], 0) & (g.VERB | g.TRANSITIVE) or words[verb] in _SHOWING:
            # "*Seizures* saw a tenfold increase".
            return counted_of_verb(tokens, subject_of(tokens, verb, classes))
        return None
    if classes.get(word, 0) & g.DETERMINER and word not in ("that", "this"):
        phrase = phrase_from(tokens, figure.stop + 1, classes, singular=True)
        if phrase is not None and classes.get(words[phrase.stop - 1], 0) & (g.NUMBERING | g.TOLL):
            # "Three times the number of *guards*", "twice the number reached by May".
            if words[phrase.stop : phrase.stop + 1] != ("of",):
                return _AGAIN
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
    return figure.stop >= len(words) or not classes.get(words[figure.stop], 0) & g.DETERMINER


# What a thing does that has changed: "attacks recorded a twofold rise".
_SHOWING = frozenset("recorded registered posted experienced witnessed underwent reported logged".split())
_FRONTED = 14


def _fronted(tokens: Tokens, index: int, classes: Classes) -> Counted | None:
    """Read "Of the *families* registered, 37 per cent": the whole stands at the head of the sentence.

    Arguments:
        tokens: the document's tokens.
        index: index of the figure's first word, behind a comma.
        classes: the word classes.
    """
    words, gaps, forms = tokens.words, tokens.gaps, tokens.forms
    for position in range(index - 1, max(-1, index - _FRONTED), -1):
        if words[position] in ("of", "among") and forms[position] != words[position]:
            start = past_numbers(tokens, position + 1, classes)
            phrase = phrase_from(tokens, start, classes, singular=True) if 0 <= start < index else None
            return None if phrase is None or phrase.stop > index else Counted(phrase, whole=phrase)
        if gaps[position] not in (" ", "-", "'", "\n", ","):
            return None
    return None


def counted_of_verb(tokens: Tokens, measured: Measured | None) -> Counted | None:
    if measured is None:
        return None
    return _AGAIN if measured.again else Counted(measured.phrase)


def past_numbers(tokens: Tokens, begin: int, classes: Classes) -> int:
    """Step over determiners, a possessor and another number: "of *the province's 15* districts"; -1 before money."""
    words, gaps = tokens.words, tokens.gaps
    count = len(words)
    position = begin
    for _ in range(2):
        while position < count:
            word = words[position]
            if "$" in gaps[position] or "\u20ac" in gaps[position] or "\u00a3" in gaps[position]:
                return -1
            kind = classes.get(word, 0)
            if position > begin and gaps[position] not in _INSIDE and not word[0].isdigit():
                # The phrase ended with the number: "of the total. Women ..."
                return count
            if not (kind & (g.DETERMINER | g.NUMBER) or word[0].isdigit() or word in _APPROXIMATE):
                break
            position += 1
        for ahead in range(position + 1, min(position + 5, count)):
            gap = gaps[ahead]
            if gap == "'" and words[ahead] == "s":
                position = ahead + 1
                break
            if gap == "' " and words[ahead - 1][-1] == "s":
                position = ahead
                break
            if gap not in (" ", "-") or classes.get(words[ahead], 0) & (g.FUNCTION | g.CONJUNCTION):
                return position
        else:
            return position
    return position


def _of_what(tokens: Tokens, figure: Figure, classes: Classes, *, begin: int = -1) -> Counted | None:
    """Read "35 percent *of households*", "7 *of the 15 districts*", "60 percent of them *children*"."""
    words = tokens.words
    if begin < 0:
        begin = figure.stop + 1
    if begin >= len(words) or tokens.gaps[begin].strip(_SIGNS) not in (" ", "\n", ""):
        return None
    word = words[begin]
    if word in ("them", "whom", "which", "these", "those", "us", "this", "that"):
        beside = begin + 1 < len(words) and tokens.gaps[begin + 1] == " "
        after = phrase_from(tokens, begin + 1, classes, singular=False) if beside else None
        if after is not None and is_plural(words[after.stop - 1], classes.get(words[after.stop - 1], 0)):
            return Counted(after)
        if word == "those" and begin + 1 < len(words) and tokens.gaps[begin + 1] == " ":
            following = words[begin + 1]
            if is_participle(following, classes.get(following, 0)) or following in ("who", "in"):
                return Counted(Phrase(begin, begin + 1 + (following not in ("who", "in"))))
        return _AGAIN
    if word == "what":
        return _NOTHING
    if is_money(figure.unit):
        if classes.get(word, 0) & (g.DETERMINER | g.PRONOUN):
            return None
        phrase = phrase_from(tokens, begin, classes, singular=True)
        return None if phrase is None else Counted(phrase)
    start = past_numbers(tokens, begin, classes)
    if start < 0:
        return _NOTHING
    phrase = phrase_from(tokens, start, classes, singular=True)
    if phrase is None and begin < start < len(words) and classes.get(words[start - 1], 0) & g.DETERMINER:
        # Behind a determiner what may be a verb is a noun: "of the *cost*".
        phrase = Phrase(start, start + 1) if classes.get(words[start], 0) & g.VERB else None
    if phrase is None:
        return _AGAIN
    head = words[phrase.stop - 1]
    kind = classes.get(head, 0)
    if head in _OUTPUT and figure.unit in _SHARES:
        # "A deficit of 4 per cent of GDP": what it is reckoned by, not what is counted.
        return None
    if kind & g.WHOLE_AGAIN:
        return Counted(phrase, whole=phrase, again=True)
    if figure.unit == "count" and not (is_plural(head, kind) or kind & g.CASUALTY or figure.form == "vague"):
        return None
    first = phrase.first
    if first == begin + 1 and classes.get(word, 0) & g.DETERMINER:
        first = begin
    return Counted(Phrase(first, phrase.stop), whole=Phrase(begin, phrase.stop))


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
    if figure.unit in _SHARES and word[-2:] == "ed" and is_participle(word, kind) and tokens.gaps[begin] == " ":
        # "42 percent favoured a truce": the verb of a share whose noun is left out.
        return None
    phrase = phrase_from(tokens, begin, classes, singular=True)
    if phrase is None:
        return None
    head = words[phrase.stop - 1]
    kind = classes.get(head, 0)
    if not kind & g.CHANGE_NOUN:
        return None if kind & g.MODIFIER or is_adverb(head, kind) else Counted(phrase, adjacent=True)
    behind = _changed_behind(tokens, phrase, classes)
    return behind or Counted(phrase, again=_is_apposed(tokens, figure.bound_first, classes))


def _is_apposed(tokens: Tokens, index: int, classes: Classes) -> bool:
    """Tell whether a noun of change stands behind what changed: "..., *a drop* of", "that was *a rise* of"."""
    words = tokens.words
    position = index - 1
    while position >= 0 and tokens.gaps[position + 1] == " ":
        kind = classes.get(words[position], 0)
        if not kind & (g.DETERMINER | g.MODIFIER) and (kind or position < index - 2):
            return kind & g.LINKING != 0 or words[position] in _APPOSING
        position -= 1
    return position >= 0 and ". " not in tokens.gaps[position + 1] and "\n" not in tokens.gaps[position + 1]


_APPOSING = frozenset("or which represents represented representing marks marked marking meant means meaning".split())


def _changed_behind(tokens: Tokens, phrase: Phrase, classes: Classes) -> Counted | None:
    """Read what changes: behind "in", "of" or "for" after a noun of change, or the noun compounded with it."""
    words = tokens.words
    if phrase.stop + 1 < len(words) and tokens.gaps[phrase.stop] == " " and words[phrase.stop] in ("in", "of", "for"):
        start = past_numbers(tokens, phrase.stop + 1, classes)
        kind = classes.get(words[start], 0) if 0 <= start < len(words) else g.TIME
        if not kind & g.TIME:
            found = phrase_from(tokens, start, classes, singular=True)
            if found is not None and not (
                classes.get(words[found.stop - 1], 0) & g.TIME or _is_place(tokens, phrase.stop, found, classes)
            ):
                return Counted(found)
    before = phrase.stop - 2
    if before >= phrase.first:
        word = words[before]
        if not classes.get(word, 0) & g.MODIFIER and not word.endswith(("al", "ic", "ive", "ous", "ful", "arp", "ep")):
            return Counted(Phrase(phrase.first, phrase.stop - 1))
    return None


def _is_place(tokens: Tokens, preposition: int, phrase: Phrase, classes: Classes) -> bool:
    """Tell whether "a rise in *Kabul*" names where, not what: a lone name in the singular behind "in"."""
    if tokens.words[preposition] != "in" or phrase.stop - phrase.first > 1 or phrase.first != preposition + 1:
        return False
    word = tokens.words[phrase.first]
    return tokens.forms[phrase.first] != word and not is_plural(word, classes.get(word, 0))


def _measure_of(tokens: Tokens, figure: Figure, classes: Classes) -> Counted | None:
    """Read "a *population* of 4 million", "a drop in *exports* of 5%"; a bare change is of what went before."""
    of = figure.bound_first - 1
    words = tokens.words
    if of > 1 and words[of] == "between":
        of -= 1
    if of < 1 or words[of] != "of" or tokens.gaps[of] != " " or tokens.gaps[of + 1].rstrip("$\u20ac\u00a3~") != " ":
        return None
    kind = classes.get(words[of - 1], 0)
    phrase = None if kind & g.TIME else noun_before(tokens, of, classes)
    if kind & g.PLACE or words[of - 1] in _KIN:
        return _NOTHING
    if kind & g.TIME:
        # "a loss for the quarter of $9 million"
        phrase = phrase_until(tokens, of, max(0, of - _LOW), classes)
        kind = 0 if phrase is None else classes.get(words[phrase.stop - 1], 0)
    if phrase is None:
        return None
    if kind & g.RATING_NOUN or (kind & g.UNMEASURED and figure.unit in _ELLIPTIC):
        return None
    if kind & g.CHANGE_NOUN:
        behind = _changed_behind(tokens, Phrase(figure.stop, figure.stop), classes)
        return behind or Counted(Phrase(of - 1, of), again=_is_apposed(tokens, of - 1, classes))
    return Counted(phrase)


@functools.lru_cache(maxsize=4096)
def lemma_of(word: str) -> str:
    """Give the plain singular of a counted head.

    >>> lemma_of("casualties"), lemma_of("districts"), lemma_of("people")
    ('casualty', 'district', 'people')
    """
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word
