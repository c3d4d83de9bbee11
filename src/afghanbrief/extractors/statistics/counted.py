"""Finds what a figure counts: the noun phrase behind it, an "of" phrase, or the antecedent of an elided noun."""

from __future__ import annotations

from typing import NamedTuple

from afghanbrief.extractors.statistics.figure import Figure
from afghanbrief.extractors.statistics.lexicon import Lexicon
from afghanbrief.text.tokens import Tokens

_LONGEST_PHRASE = 6
_MEASURED = frozenset(("count", "percent", "percentage-point", "x"))


class Counted(NamedTuple):
    """A counted noun phrase.

    Attributes:
        first: index of its first token.
        stop: index after its last token.
        adjacent: whether it stands right behind the number, in one noun phrase with it.
        whole_first: index of the first token of the whole of a share, or -1.
        whole_stop: index after its last token, or -1.
    """

    first: int
    stop: int
    adjacent: bool
    whole_first: int = -1
    whole_stop: int = -1


def find_counted(tokens: Tokens, figure: Figure, lexicon: Lexicon) -> Counted | None:
    """Find the counted noun phrase in the figure's own clause.

    Arguments:
        tokens: the document's tokens.
        figure: the figure.
        lexicon: the word lists.

    Returns:
        The phrase, or ``None`` if the noun is elided.
    """
    stop = figure.stop
    if figure.unit not in _MEASURED:
        money = len(figure.unit) == 3 and figure.unit.isupper()
        return _attributive(tokens, stop, lexicon) or (None if money else _of_phrase(tokens, stop, lexicon))
    if figure.unit == "x":
        return _noun_phrase(tokens, stop, lexicon) if tokens.words[stop : stop + 1] == ("the",) else None
    if figure.unit == "count" and figure.form != "nth":
        phrase = _noun_phrase(tokens, stop, lexicon, singular=abs(figure.value) <= 1)
        if phrase is not None:
            return Counted(phrase.first, phrase.stop, True)
    if figure.form == "nth":
        end = figure.stop + 1
        return Counted(figure.stop, end, True)
    of = _of_phrase(tokens, stop, lexicon, figure_counts=figure.unit == "count" and figure.form in ("digits", "words"))
    if of is not None:
        return of
    if figure.unit == "percent":
        phrase = _noun_phrase(tokens, stop, lexicon)
        if phrase is not None and tokens.words[phrase.stop - 1] not in ("increase", "decrease", "rise", "drop"):
            return Counted(phrase.first, phrase.stop, True)
    return None


def _attributive(tokens: Tokens, stop: int, lexicon: Lexicon) -> Counted | None:
    """Read "a $150,000 contract", "a 9 MW station": the noun that a sum or measure stands before."""
    if (
        stop >= len(tokens.words)
        or tokens.gaps[stop] not in (" ", "-")
        or tokens.words[stop] in lexicon["unattributive"]
    ):
        return None
    phrase = _noun_phrase(tokens, stop, lexicon)
    if phrase is None or tokens.words[phrase.stop - 1].endswith(("ed", "ly")):
        return None
    return phrase


def find_subject(tokens: Tokens, figure: Figure, lexicon: Lexicon) -> Counted | None:
    """Find what a figure without a noun of its own measures: "injuries rose by 16 per cent", "a toll of 40".

    Arguments:
        tokens: the document's tokens.
        figure: the figure.
        lexicon: the word lists.

    Returns:
        The subject of the verb of level or change before the figure, or the noun that "of" ties to it, or ``None``.
    """
    measured = _measured_noun(tokens, figure, lexicon) or _put_at(tokens, figure, lexicon)
    if measured is not None:
        return measured
    verb = _verb_before(tokens, figure, lexicon)
    subject = None if verb < 0 else _clause_subject(tokens, verb, lexicon)
    # "This year 19 came": a time is no subject.
    return None if subject is not None and tokens.words[subject.stop - 1] in lexicon["time_units"] else subject


def _measured_noun(tokens: Tokens, figure: Figure, lexicon: Lexicon) -> Counted | None:
    """Read "a population of 4 million": the noun before "of", unless it is one of change ("an increase of")."""
    of = figure.bound_first - 1
    if (
        of < 1
        or tokens.words[of] != "of"
        or tokens.gaps[of] != " "
        or tokens.gaps[of + 1].rstrip("$\u20ac\u00a3") != " "
    ):
        return None
    noun = tokens.words[of - 1]
    if noun in lexicon["increase"] or noun in lexicon["decrease"] or noun in lexicon["change_nouns"]:
        return None
    if (
        noun in lexicon["stops"]
        or noun[0].isdecimal()
        or not noun.isalpha()
        or noun in ("percent", "cent", "out", "some")
        or noun in lexicon["unmeasured"]
    ):
        return None
    first = of - 1
    while first > 0 and of - first < 3 and tokens.gaps[first] == " " and tokens.words[first - 1].isalpha():
        if tokens.words[first - 1] in lexicon["stops"] or tokens.words[first - 1] in lexicon["verbs"]:
            break
        first -= 1
    return Counted(first, of, False)


_PUT_WINDOW = 12


def _put_at(tokens: Tokens, figure: Figure, lexicon: Lexicon) -> Counted | None:
    """Read "put the number of civilian deaths at up to 12": the object of a verb of estimating."""
    words, gaps = tokens.words, tokens.gaps
    at = figure.bound_first - 1
    if at < 2 or words[at] != "at":
        return None
    for verb in range(at - 1, max(-1, at - _PUT_WINDOW), -1):
        if gaps[verb + 1].replace("\n", " ") not in (" ", "-", "'"):
            return None
        if words[verb] not in lexicon["estimating"]:
            continue
        begin = verb + 1
        while begin < at and words[begin] in _DETERMINERS:
            begin += 1
        if words[begin + 1] in ("of", "in") and words[begin] in lexicon["numbering"]:
            begin += 2
        phrase = _noun_phrase(tokens, begin, lexicon, with_determiner=True) if begin < at else None
        return phrase if phrase is not None and phrase.stop <= at else None
    return None


def _verb_before(tokens: Tokens, figure: Figure, lexicon: Lexicon) -> int:
    """Give the verb of level or change that a figure completes, past prepositions, dates and other figures; or -1."""
    words, gaps = tokens.words, tokens.gaps
    position = figure.bound_first - 1
    low = max(-1, position - _VERB_WINDOW)
    while position > low and gaps[position + 1].replace("\n", " ").strip("$\u20ac\u00a3%,.") in (" ", ""):
        word = words[position]
        if word in lexicon["level_verbs"] or word in lexicon["change_verbs"]:
            # "A rise of" is a noun, "made up" another verb.
            before = words[position - 1] if position else ""
            return -1 if before in _NO_VERB_BEHIND else position
        if not (word in lexicon["bridge"] or word[0].isdecimal() or word.endswith("ly")):
            return -1
        position -= 1
    return -1


_VERB_WINDOW = 10
_NO_VERB_BEHIND = frozenset("a an the another made make makes making set backed".split())
_SUBJECT_WINDOW = 16


def _clause_subject(tokens: Tokens, verb: int, lexicon: Lexicon) -> Counted | None:
    """Give the first noun phrase of the clause that a verb stands in, up to its first preposition."""
    words, gaps = tokens.words, tokens.gaps
    begin = verb
    low = max(0, verb - _SUBJECT_WINDOW)
    while begin > low:
        gap = gaps[begin]
        if (
            any(mark in gap for mark in ";:,\u2013\u2014\n")
            or (". " in gap and len(words[begin - 1]) > 1)
            or '"' in gap
        ):
            break
        if words[begin - 1] in ("that", "and", "but", "while", "which", "who", "where", "when", "if", "as", "because"):
            break
        if words[begin - 1] in lexicon["saying"]:
            break
        begin -= 1
    else:
        if begin and begin == low and verb - begin >= _SUBJECT_WINDOW:
            return None
    while begin < verb and words[begin] in _DETERMINERS | _OPENERS:
        begin += 1
    if words[begin : begin + 2] == ("number", "of"):
        begin += 2
        while begin < verb and words[begin] in _DETERMINERS:
            begin += 1
    stop = begin
    while stop < verb and stop - begin < 5 and (stop == begin or gaps[stop].replace("\n", " ") in (" ", "-")):
        word = words[stop]
        if word in lexicon["stops"] or word in lexicon["auxiliaries"] or word[0].isdecimal() or word.endswith("ly"):
            break
        stop += 1
    if stop == begin or words[stop - 1] in ("he", "she", "it", "they", "we", "there", "toll", "figure", "number"):
        return None
    if tokens.forms[stop - 1] != words[stop - 1] and stop - begin == 1 and not _is_plural(words[begin], lexicon):
        # A name is who acts, not what is measured, unless it opens the sentence: "Unemployment stands at ...".
        if begin and not gaps[begin].endswith(("\n", ". ", '"')) and words[verb] not in lexicon["change_verbs"]:
            return None
    return Counted(begin, stop, False)


_OPENERS = frozenset("in on by since for at last this over during of such overall".split())


def _of_phrase(tokens: Tokens, stop: int, lexicon: Lexicon, *, figure_counts: bool = False) -> Counted | None:
    """Read "of (all) the casualties", "of them children"."""
    begin = stop
    if begin < len(tokens) and tokens.gaps[begin] == " " and tokens.words[begin] in ("or", "more", "so"):
        return None
    if begin >= len(tokens) or tokens.words[begin] != "of" or tokens.gaps[begin].strip("% \n\"'"):
        return None
    begin += 1
    if tokens.words[begin : begin + 1] in (("them",), ("whom",), ("which",), ("these",), ("those",), ("us",)):
        after = _noun_phrase(tokens, begin + 1, lexicon)
        if after is not None:
            return Counted(after.first, after.stop, False)
        return None
    phrase = _noun_phrase(tokens, begin, lexicon, with_determiner=True)
    if phrase is not None and figure_counts and not _is_plural(tokens.words[phrase.stop - 1], lexicon):
        return None
    if phrase is None:
        return None
    return Counted(phrase.first, phrase.stop, False, phrase.first, phrase.stop)


def _behind_possessor(tokens: Tokens, start: int, lexicon: Lexicon) -> int:
    """Step over "the country's" and "last year's": what is possessed is what counts."""
    for index in range(start, min(start + 5, len(tokens.words) - 1)):
        if tokens.gaps[index] == "'" and tokens.words[index] == "s" and index > start:
            return index + 1
        if index > start and (tokens.gaps[index] not in (" ", "\n") or tokens.words[index] in lexicon["stops"]):
            return start
    return start


def _noun_phrase(
    tokens: Tokens, begin: int, lexicon: Lexicon, *, with_determiner: bool = False, singular: bool = True
) -> Counted | None:
    """Read modifiers and head: up to a plural noun, or to the last word before a function word, verb or mark."""
    words, gaps, count = tokens.words, tokens.gaps, len(tokens)
    start = begin
    if with_determiner:
        while start < count and words[start] in _DETERMINERS and start - begin < 3 and gaps[start] == " ":
            start += 1
        # "7 of the province's 15 districts": the other number's noun.
        start = _behind_possessor(tokens, start, lexicon)
        for ahead in range(start, min(start + 5, count)):
            if ahead > start and (words[ahead] in lexicon["stops"] or gaps[ahead].strip()):
                break
            if words[ahead][0].isdecimal() or words[ahead] in lexicon["small_numbers"]:
                start = ahead + 1
                while start < count and gaps[start] == "," and words[start].isdecimal():
                    start += 1
                break
            if gaps[ahead].strip() not in ("", "'"):
                break
    position = start
    head = -1
    while position < count and position - start < _LONGEST_PHRASE:
        gap = gaps[position].replace("\n", " ")
        word = words[position]
        if gap not in (" ", "-") and not (
            position > start and gap in ("'", ". ", ".") and len(tokens.forms[position - 1]) == 1
        ):
            break
        if word in lexicon["stops"] or (word in lexicon["verbs"] and position > start):
            break
        if word in lexicon["verbs"] and position == start:
            return None
        if word[0].isdecimal():
            break
        if (
            word in lexicon["casualty"]
            and word not in lexicon["irregular_plurals"]
            and word.endswith(("ed", "ing", "t"))
        ):
            if position == start:
                following = words[position + 1 : position + 2]
                if (
                    word == "killed"
                    or not following
                    or not _is_plural(following[0], lexicon)
                    or gaps[position + 1] != " "
                ):
                    head = position
                    break
            else:
                break
        elif word.endswith("ed") and position > start and head >= 0:
            break
        elif word.endswith("ly") and position == start and position + 1 < len(words):
            if not words[position + 1].endswith("ed"):
                return None
        if head >= 0 and not _is_plural(word, lexicon):
            break
        if _is_plural(word, lexicon):
            head = position
        position += 1
    if head < 0:
        head = position - 1
        if head < start or not _may_head(tokens, head, lexicon) or not (singular or with_determiner):
            return None
    return Counted(start if not with_determiner else _with_determiner(tokens, begin, start), head + 1, False)


_DETERMINERS = frozenset("the all total its their his her our these those an a every last this that".split())


def _with_determiner(tokens: Tokens, begin: int, start: int) -> int:
    return start if start > begin and tokens.words[start - 1] not in ("the", "its", "their") else max(begin, start - 1)


def _is_plural(word: str, lexicon: Lexicon) -> bool:
    if word in lexicon["irregular_plurals"]:
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ous"))


def _may_head(tokens: Tokens, head: int, lexicon: Lexicon) -> bool:
    word = tokens.words[head]
    return (
        word.isalpha()
        and len(word) > 2
        and not word.endswith(("ly", "ed", "ing", "er"))
        and word not in lexicon["stops"]
    )


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
