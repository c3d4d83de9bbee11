"""The grammar of tolls: which harm a figure reports, by the words within it, behind it and before it."""

from __future__ import annotations

from typing import NamedTuple

from afghanbrief.text.tokens import Tokens
from afghanbrief_casualties.lexicon import Lexicon

_BEHIND, _BEFORE, _ASIDE = 10, 9, 9
_BOTH = frozenset({"killed", "wounded"})


class Figure(NamedTuple):
    """A statistic as the grammar sees it.

    Attributes:
        first: index of its first token.
        stop: index after its last token.
        words: the words of the counted noun phrase, which may stand elsewhere.
        head: index of the last token of the counted noun phrase, or -1.
        begin: index of the first token that it may look at: behind the figure before it, in its sentence.
        end: index after the last token that it may look at: before the next figure, in its sentence.
        sentence_end: index after the last token of its sentence.
    """

    first: int
    stop: int
    words: tuple[str, ...]
    head: int
    begin: int
    end: int
    sentence_end: int


class Reading(NamedTuple):
    """The harm that a figure reports.

    Attributes:
        harm: as in :class:`~afghanbrief_casualties.toll.Toll`.
        rule: the rule that found it.
        cues: indexes of the words of harm.
    """

    harm: str
    rule: str
    cues: tuple[int, ...]


def read_harm(tokens: Tokens, figure: Figure, lexicon: Lexicon) -> Reading | None:
    """Read the harm that a figure reports.

    Arguments:
        tokens: the document's words.
        figure: the figure.
        lexicon: the words of harm.

    Returns:
        The reading, or ``None`` if the figure reports no harm.
    """
    return (
        _read_within(tokens, figure, lexicon)
        or _read_before(tokens, figure, lexicon)
        or _read_behind(tokens, figure, lexicon)
    )


def _read_within(tokens: Tokens, figure: Figure, lexicon: Lexicon) -> Reading | None:
    """ "3,804 deaths", "1,659 killed", "12 wounded soldiers"."""
    for index in range(figure.stop - 1, figure.first, -1):
        word = tokens.words[index]
        harm = lexicon.harm.get(word)
        if harm is not None and word not in lexicon.needs:
            return _with_other(tokens, index, harm, "harm-noun", figure.end, lexicon)
    # "5,202 casualties, up from 4,806": the noun of the second figure stands with the first.
    if figure.words and not figure.first <= figure.head < figure.stop:
        harm = lexicon.harm.get(figure.words[-1])
        if harm is not None and figure.words[-1] not in lexicon.needs:
            return Reading(harm, "harm-noun", (figure.head,))
    return None


def _read_behind(tokens: Tokens, figure: Figure, lexicon: Lexicon) -> Reading | None:
    """ "13 people were killed", "20 others wounded", "13 civilians lost their lives"."""
    grammar = lexicon.grammar
    index, end = figure.stop, min(figure.stop + _BEHIND, figure.end)
    auxiliary = False
    begin = index
    if index < figure.sentence_end and "," in tokens.gaps[index]:
        # "13 people, including 5 children, were killed": what is between the commas is passed over.
        if tokens.words[index] not in grammar["including"]:
            return None
        begin = index = _after_aside(tokens, index, figure.sentence_end)
        end = min(index + _BEHIND, figure.sentence_end)
        if index >= end or tokens.words[index] not in grammar["auxiliaries"]:
            return None
    while index < end:
        word = tokens.words[index]
        if index > begin and not auxiliary and tokens.gaps[index].strip(" '-\n\r"):
            return None
        harm = lexicon.harm.get(word)
        if harm is not None and _is_meant(tokens, index, figure, lexicon):
            if _is_attribute(tokens, index, figure, lexicon):
                return Reading(harm, "harm-noun", (index,))
            if auxiliary or word in grammar["finite"] or _ends_clause(tokens, index, figure, lexicon):
                return _with_other(tokens, index, harm, "passive", figure.sentence_end, lexicon)
            return None
        if word in grammar["auxiliaries"]:
            auxiliary = True
        elif word in grammar["stops"] or (auxiliary and not word.endswith("ly") and word not in grammar["among"]):
            return None
        elif word.endswith("ed") and word not in grammar["adjectives"]:
            # Another verb: what comes behind it has another subject.
            return None
        index += 1
    return None


def _after_aside(tokens: Tokens, index: int, end: int) -> int:
    for position in range(index + 1, min(index + _ASIDE, end)):
        if "," in tokens.gaps[position]:
            return position
    return end


def _is_meant(tokens: Tokens, index: int, figure: Figure, lexicon: Lexicon) -> bool:
    needed = lexicon.needs.get(tokens.words[index])
    return needed is None or not needed.isdisjoint(figure.words) or tokens.words[index - 1] == "their"


def _is_attribute(tokens: Tokens, index: int, figure: Figure, lexicon: Lexicon) -> bool:
    """ "157,000 newly displaced Afghans", whose noun is not in the figure; "three killed him" is a sentence."""
    if figure.first <= figure.head < figure.stop or index + 1 >= figure.end:
        return False
    if any(not word.endswith("ly") for word in tokens.words[figure.stop : index]):
        return False
    following = tokens.words[index + 1]
    if tokens.gaps[index + 1] != " " or following in lexicon.grammar["determiners"]:
        return False
    return following not in lexicon.grammar["after"]


def _ends_clause(tokens: Tokens, index: int, figure: Figure, lexicon: Lexicon) -> bool:
    # "13 people killed in the blast", against "13 militants killed the governor".
    following = index + 1
    if following >= figure.sentence_end or tokens.gaps[following].strip(" \n\r"):
        return True
    return following < figure.end and tokens.words[following] in lexicon.grammar["after"]


def _with_other(tokens: Tokens, index: int, harm: str, rule: str, end: int, lexicon: Lexicon) -> Reading:
    # "killed or wounded" counts both together; "killed and 20 wounded" has a figure between.
    other = index + 2
    if other < end and tokens.words[index + 1] in ("and", "or", "nor"):
        if {harm, lexicon.harm.get(tokens.words[other])} == _BOTH:
            return Reading("casualties", rule, (index, other))
    return Reading(harm, rule, (index,))


def _read_before(tokens: Tokens, figure: Figure, lexicon: Lexicon) -> Reading | None:
    """ "killed at least 13 soldiers", "killing or wounding 20", "the death toll rose to 35", "the deaths of 13"."""
    grammar = lexicon.grammar
    toll_only = linked = False
    for index in range(figure.first - 1, max(figure.first - 1 - _BEFORE, figure.begin - 1), -1):
        if tokens.gaps[index + 1].strip(" \n\r'-"):
            return None
        word = tokens.words[index]
        harm = lexicon.tolls.get(word)
        if harm is not None and linked:
            if word == "toll":
                harm = "casualties" if tokens.words[index - 1] in ("casualty", "casualties") else "killed"
            return Reading(harm, "toll-noun", (index,))
        harm = lexicon.acts.get(word)
        if harm is not None and not toll_only and not linked and _acts_on(word, figure, lexicon):
            if index >= 2 and tokens.words[index - 1] in ("and", "or"):
                if {harm, lexicon.acts.get(tokens.words[index - 2])} == _BOTH:
                    return Reading("casualties", "active", (index - 2, index))
            return Reading(harm, "active", (index,))
        # "the killing of 13", "the toll rose to 13": a link is needed; "killed of" is none.
        if word in grammar["links"]:
            heads_bound = tokens.words[index + 1] in grammar["bound_heads"]
            linked = linked or not (heads_bound or tokens.words[index - 1] in grammar["bound_starts"])
        if word in grammar["toll"]:
            toll_only = True
        elif word not in grammar["before"]:
            return None
    return None


def _acts_on(word: str, figure: Figure, lexicon: Lexicon) -> bool:
    needed = lexicon.needs.get(word)
    if needed is None:
        return True
    if needed == {"people"}:
        return lexicon.group_of(figure.words) is not None
    return not needed.isdisjoint(figure.words)
