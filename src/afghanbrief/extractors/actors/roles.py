"""Reads the offices that the text states before a person's name: titles in a row, and those before a comma."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Final, NamedTuple

from afghanbrief.extractors.actors import lexicon as lx
from afghanbrief.extractors.actors.function_words import DAYS, SPACES
from afghanbrief.extractors.actors.lexicon import Lexicon
from afghanbrief.extractors.actors.portfolios import PORTFOLIOS, is_portfolio
from afghanbrief.extractors.actors.titles import DETERMINERS, PLURAL_POSSESSIVE, POSSESSORS, title_back
from afghanbrief.text.tokens import Tokens

_APPOSITION: Final = 12
_LONGEST_POSSESSOR: Final = 6
_LONGEST_BODY: Final = 12
_LONGEST_PREMODIFIER: Final = 3
# Words of a town's name.
_LONGEST_POST: Final = 3
INSIDE: Final = frozenset((" ", "\n", "\r\n", "-", "'", ".", ". "))
COMMAS: Final = frozenset((", ", ",\n", ",\r\n", "., "))
_BEFORE_GAPS: Final = frozenset((" ", "\n", "\r\n", ". "))
PREPOSITIONS: Final = frozenset(("of", "for", "to", "in", "at", "with"))
# What may follow a title and belong to it: "special rapporteur on the situation of human rights".
TITLE_LINKS: Final = PREPOSITIONS | {"on"}
# Heads of offices over a field that "on" names.
ON_FIELDS: Final = frozenset(("adviser", "advisor", "rapporteur", "specialist", "envoy", "expert", "representative"))
# Words before a title that say that the office is over.
PAST: Final = frozenset(("former", "ex", "onetime", "retired", "ousted", "deposed", "disgraced"))
_ARTICLES: Final = frozenset(("the", "a", "an"))
_ARTICLES_OF_NAMES: Final = frozenset("al el as ar an ad ash at".split())


class Office(NamedTuple):
    """A title as the text states it.

    Attributes:
        first: index of the title's first token.
        stop: index after its last token.
        of_first: index of the first token of what it belongs to, or -1.
        of_stop: index after that's last token, or -1.
        tie: what binds them: ``"of"`` for a possessor too; ``"to"`` where the office is held abroad (an ambassador's);
            a pronoun or article whose sense the text before gives (``"its"``, ``"the"``); or ``""``.
        past: whether *former* or a word like it stands before.
    """

    first: int
    stop: int
    of_first: int = -1
    of_stop: int = -1
    tie: str = ""
    past: bool = False


def read_before(tokens: Tokens, first: int, lexicon: Lexicon, persons: Callable[[], Collection[int]]) -> list[Office]:
    """Read the offices before a name.

    Arguments:
        tokens: the document's tokens.
        first: index of the name's first token.
        lexicon: the word lists.
        persons: gives the indexes after the last tokens of the persons' names.

    Returns:
        The offices, the nearest first.
    """
    words, gaps, classes = tokens.words, tokens.gaps, lexicon.classes
    outside = lexicon["title_outside"]
    offices: list[Office] = []
    position = _past_nation(tokens, first)
    for _ in range(3):
        while (
            position
            and gaps[position] in INSIDE
            and (words[position - 1] in outside or classes.get(words[position - 1], 0) & lx.HONORIFIC)
        ):
            position -= 1
        if position > 1 and words[position - 1] in _ARTICLES and gaps[position - 1] in COMMAS and position < first:
            # "the deputy prime minister, the honourable X"
            position -= 1
        if not position:
            break
        gap = gaps[position]
        if gap in COMMAS:
            office = _before_comma(tokens, position, lexicon)
            if office is not None and not _is_apposed(tokens, office, persons()):
                offices.append(office)
            break
        if gap not in _BEFORE_GAPS:
            break
        begin = title_back(tokens, position, lexicon)
        if begin < 0:
            # "head of the customs service Col. X", "head of the political office X": only behind a rank or a body's
            # noun, else the words before belong elsewhere.
            office = None
            ranked = bool(offices) and words[offices[-1].first : offices[-1].stop] in lexicon.ranks
            if ranked or classes.get(words[position - 1], 0) & lx.ORG_HEAD:
                office = _with_complement_before(tokens, position, lexicon)
            if office is None and not ranked:
                office = _with_body_before(tokens, position, lexicon) or _posted_before(tokens, position, lexicon)
            if office is not None:
                offices.append(office)
            break
        if words[position - 1] in lexicon["kin"]:
            # "his father X" holds no office.
            break
        offices.append(_with_possessor(tokens, begin, position, lexicon))
        position = _description_start(tokens, begin)
    return offices


def _past_nation(tokens: Tokens, first: int) -> int:
    """Give where the nation before a name stands, if behind a comma: "the UN's envoy for Syria, Norway's X"."""
    words, gaps, forms = tokens.words, tokens.gaps, tokens.forms
    if first < 3 or words[first - 1] != "s" or gaps[first - 1] != "'" or gaps[first] != " ":
        return first
    begin = first - 2
    while begin > 1 and gaps[begin] == " " and forms[begin] != words[begin] and first - begin < _LONGEST_NATION:
        begin -= 1
    return begin if gaps[begin] in COMMAS and forms[begin] != words[begin] else first


_LONGEST_NATION: Final = 5


def _description_start(tokens: Tokens, begin: int) -> int:
    """Give where a title's description begins, if it stands in apposition: "its chair, [the Liberal] MP X"."""
    words, gaps = tokens.words, tokens.gaps
    for position in range(begin, max(1, begin - _LONGEST_PREMODIFIER), -1):
        if words[position - 1] in _ARTICLES:
            return position - 1 if gaps[position - 1] in COMMAS else begin
        if gaps[position] not in SPACES:
            break
    return begin


def _is_apposed(tokens: Tokens, office: Office, persons: Collection[int]) -> bool:
    """Tell whether a title before a comma belongs to a person before it: "beside X, the commander there, Y spoke"."""
    first = office.first if office.of_first < 0 else min(office.first, office.of_first)
    while first and tokens.words[first - 1] in DETERMINERS and tokens.gaps[first] in SPACES:
        first -= 1
    return first in persons and tokens.gaps[first] in COMMAS


def _with_body_before(tokens: Tokens, position: int, lexicon: Lexicon) -> Office | None:
    """Read "Special Envoy for Afghanistan X", "Secretary General of the Security Organization X": all in capitals."""
    words, gaps, forms = tokens.words, tokens.gaps, tokens.forms
    begin, back = -1, position - 1
    listed = False
    while back > 0 and position - back < _LONGEST_BODY and (gaps[back] in SPACES or gaps[back] == ", "):
        # "Minister of Agriculture, Irrigation and Livestock X"
        listed = listed or gaps[back] == ", "
        if forms[back] == words[back]:
            if words[back] in ("of", "for"):
                begin = title_back(tokens, back, lexicon)
                if begin >= 0:
                    break
            elif words[back] not in ("the", "and") or back == position - 1:
                break
        back -= 1
    if begin < 0 or forms[begin] == words[begin] or back + 1 == position:
        return None
    if listed and not is_portfolio(tokens, back, position, lexicon):
        return None
    return _with_complement(tokens, begin, back, position, lexicon)


def _posted_before(tokens: Tokens, position: int, lexicon: Lexicon) -> Office | None:
    """Read "Iran's ambassador to Kabul X", "Taliban spokesman in Doha X": only a town stands before the name."""
    words, gaps, forms, classes = tokens.words, tokens.gaps, tokens.forms, lexicon.classes
    link = position - 1
    while link > 0 and position - link <= _LONGEST_POST and forms[link] != words[link] and gaps[link] == " ":
        link -= 1
    if link < 1 or link == position - 1 or words[link] not in ("in", "to", "at") or gaps[link] not in SPACES:
        return None
    if not classes.get(words[link - 1], 0) & lx.TITLE_END:
        return None
    begin = title_back(tokens, link, lexicon)
    return _posted(tokens, begin, link, position, lexicon) if begin >= 0 else None


def _posted(tokens: Tokens, begin: int, link: int, stop: int, lexicon: Lexicon) -> Office:
    """Read a title and where it is held: whose it is counts more, if the text says it: "Iran's ambassador to Kabul"."""
    words = tokens.words
    office = _with_possessor(tokens, begin, link, lexicon)
    start = link + 1 + (words[link + 1] == "the")
    if office.of_first < 0 and office.tie != "its" and office.tie != "their" and start < stop:
        tie = "to" if words[link] == "to" or words[link - 1] in lexicon["missions"] else "of"
        return office._replace(of_first=start, of_stop=stop, tie=tie)
    return office


def _with_complement(tokens: Tokens, begin: int, link: int, stop: int, lexicon: Lexicon) -> Office:
    """Read a title with what stands behind its link: a field that belongs to it, or whom the office is of.

    Arguments:
        tokens: the document's tokens.
        begin: index of the title's first token.
        link: index of "of", "for" or "on".
        stop: index after the last token of the complement.
        lexicon: the word lists.

    Returns:
        The office: "Minister of Energy", of "Norland"; "Special Envoy for Sudan"; "head", of "the delegation".
    """
    words = tokens.words
    if words[link] == "on" or (words[link] == "for" and words[link - 1] in lexicon["field_titles"]):
        return _with_possessor(tokens, begin, stop, lexicon)
    if words[link] == "of" and words[link - 1] in PORTFOLIOS:
        # "Minister of Energy and Water of the Republic of Norland"
        further = next((here for here in range(link + 2, stop - 1) if words[here] == "of"), stop)
        if is_portfolio(tokens, link, further, lexicon):
            if further == stop:
                return _with_possessor(tokens, begin, stop, lexicon)
            return Office(begin, further, further + 1 + (words[further + 1] == "the"), stop, "of")
    past = begin > 0 and words[begin - 1] in PAST
    return Office(begin, link, link + 1 + (words[link + 1] == "the"), stop, "of", past)


def _before_comma(tokens: Tokens, position: int, lexicon: Lexicon) -> Office | None:
    """Read "the Front's spokesman, X"; "the governor of Helmand, X"; "its consul in Herat, X"."""
    begin = title_back(tokens, position, lexicon)
    if begin < 0 or _is_superior(tokens, begin, lexicon):
        return _with_complement_before(tokens, position, lexicon)
    if position - begin == 1 and tokens.words[begin] in lexicon["kin"]:
        return None
    office = _with_possessor(tokens, begin, position, lexicon)
    before = tokens.words[begin - 1] if begin else ""
    if before in DETERMINERS or before in lexicon["title_outside"] or office.of_first >= 0:
        return office
    if lexicon.classes.get(before, 0) & lx.ENGLISH:
        return office if before != "and" and before != "or" else None
    # "a notorious commander, X"
    adjective = begin > 1 and tokens.gaps[begin] == " " and tokens.forms[begin - 1] == before
    return office if adjective and tokens.words[begin - 2] in DETERMINERS else None


def _with_complement_before(tokens: Tokens, position: int, lexicon: Lexicon) -> Office | None:
    words, gaps, classes = tokens.words, tokens.gaps, lexicon.classes
    if TITLE_LINKS.isdisjoint(words[max(0, position - _APPOSITION) : position]):
        return None
    for back in range(position - 1, max(0, position - _APPOSITION), -1):
        word = words[back]
        if word in TITLE_LINKS and gaps[back] in SPACES and classes.get(words[back - 1], 0) & lx.TITLE_END:
            begin = title_back(tokens, back, lexicon)
            if begin >= 0 and (word != "on" or words[back - 1] in ON_FIELDS):
                if _is_superior(tokens, begin, lexicon):
                    continue
                if words[back - 1] in lexicon["kin"]:
                    return None
                if word == "for" and words[back - 1] in lexicon["field_titles"]:
                    return _with_complement(tokens, begin, back, position, lexicon)
                start = back + 1 + (words[back + 1] == "the")
                if not _is_complement(tokens, start, position, lexicon):
                    return None
                if word in ("of", "for", "with", "on") and start < position:
                    return _with_complement(tokens, begin, back, position, lexicon)
                return _posted(tokens, begin, back, position, lexicon)
        if gaps[back] not in INSIDE:
            break
    return None


def _is_superior(tokens: Tokens, begin: int, lexicon: Lexicon) -> bool:
    """Tell whether a title names whom another one serves: "a spokesman for the [governor] of Khost, X"."""
    words = tokens.words
    link = begin - 2
    return (
        link > 0
        and words[begin - 1] in DETERMINERS
        and words[link] in ("for", "to", "of")
        and bool(lexicon.classes.get(words[link - 1], 0) & lx.TITLE_END)
    )


def _is_complement(tokens: Tokens, start: int, stop: int, lexicon: Lexicon) -> bool:
    """Tell whether some words can be one noun phrase, "mines and petroleum", with no clause or second phrase inside."""
    words, classes, functions = tokens.words, lexicon.classes, lexicon["pronouns"]
    for here in range(start, stop):
        word = words[here]
        if word == "and" and start < here < stop - 1:
            if words[here + 1] in DETERMINERS:
                return False
        elif (classes.get(word, 0) & lx.AUXILIARY or word in functions) and (
            word not in TITLE_LINKS and word not in DETERMINERS
        ):
            return False
    return True


def _with_possessor(tokens: Tokens, begin: int, stop: int, lexicon: Lexicon) -> Office:
    """Read what stands before a title: "Afghan President", "Russia's Foreign Minister", "the ministry's spokesman"."""
    words, gaps, forms, classes = tokens.words, tokens.gaps, tokens.forms, lexicon.classes
    position = begin
    past = False
    while position and words[position - 1] in lexicon["title_outside"] and gaps[position] in (" ", "-"):
        position -= 1
        past = past or words[position] in PAST
    if not position:
        return Office(begin, stop, past=past)
    before, gap = words[position - 1], gaps[position]
    if words[begin:stop] in lexicon.ranks and classes.get(before, 0) & lx.TITLE_END:
        # "Pakistan Army Chief Gen. X": the land belongs to the office, not to the rank.
        return Office(begin, stop, past=past)
    possessive = position > 1 and before == "s" and gaps[position - 1] == "'" and gap in SPACES
    if possessive:
        position -= 1
    elif gap == PLURAL_POSSESSIVE:
        # "the Philippines' president"
        possessive = True
    elif gap == ". ":
        if len(before) > 1:
            return Office(begin, stop, past=past)
    elif gap not in SPACES:
        return Office(begin, stop, past=past)
    elif before in POSSESSORS or before in ("the", "his", "her", "whose"):
        return Office(begin, stop, tie=before, past=past)
    first = position
    while first and position - first < _LONGEST_POSSESSOR:
        if forms[first - 1] == words[first - 1] and not (
            gaps[first] == "-" and (gaps[first - 1] == "-" or words[first - 1] in _ARTICLES_OF_NAMES)
        ):
            break
        if first < position and (
            gaps[first] not in (" ", ".", ". ", "-", "'") or (gaps[first] == ". " and len(words[first - 1]) > 1)
        ):
            break
        first -= 1
    while (
        first < position
        and (
            classes.get(words[first], 0) & lx.COMMON
            or words[first] in DAYS
            or words[first] == "ex"
            or words[first] in lexicon["title_outside"]
        )
        and not (len(words[first]) > 1 and forms[first].isupper())
        and (words[first] not in lexicon["role_modifiers"] or words[first] in lexicon["title_outside"])
    ):
        first += 1
    past = past or (first > 0 and words[first - 1] in PAST)
    if first and not possessive and words[first - 1] in ("of", "for") and gaps[first] in SPACES:
        # "Spokesman for Resolute Support Colonel X": what stands there belongs to the title before.
        return Office(begin, stop, past=past)
    if first < position and any(
        forms[at].isupper() or not classes.get(words[at], 0) & lx.NOT_NAME for at in range(first, position)
    ):
        return Office(begin, stop, first, position, "of", past)
    if possessive and words[position - 1].isalpha():
        return Office(begin, stop, position - 1, position, "of", past)
    return Office(begin, stop, past=past)
