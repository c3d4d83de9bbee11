"""Reads whether a figure measures a rise or a fall."""

from __future__ import annotations

import functools
from typing import Any, Final, NamedTuple

from afghanbrief.extractors.statistics.figure import Figure
from afghanbrief.kinds.statistics import Change
from afghanbrief.text.tokens import Tokens
from afghanbrief.text.word_lists import read_table


class ChangeWords(NamedTuple):
    """The words of ``data/changes.toml``.

    Attributes:
        verbs: direction by verb that a measure follows.
        taking: direction by verb that says so only of shares and points.
        nouns: direction by noun.
        compared: direction by word of comparison behind the measure.
        between: what may stand between the verb and the measure.
        phrasal: verbs that make a phrase of their own with "up" and "down".
        multiplying: forms of "double" and the like that are verbs.
        transitive: verbs that may have a thing for their object.
        behind: what may stand right behind a measure that tells of a change.
        ahead: what may stand right before one.
        adjectives: what may stand before a noun of change.
    """

    verbs: dict[str, Change]
    taking: dict[str, Change]
    nouns: dict[str, Change]
    compared: dict[str, Change]
    between: frozenset[str]
    phrasal: frozenset[str]
    multiplying: frozenset[str]
    adjectives: frozenset[str]
    transitive: frozenset[str]
    behind: frozenset[str]
    ahead: frozenset[str]


@functools.cache
def load_changes() -> ChangeWords:
    """Give the words of change, read once."""
    table = read_table("afghanbrief.extractors.statistics", "changes.toml")
    other: dict[str, Any] = {name: frozenset(words.split()) for name, words in table.pop("other").items()}
    directions: dict[str, Any] = {}
    ways: tuple[Change, Change] = ("increase", "decrease")
    for name, both in table.items():
        directions[name] = {word: way for way in ways for word in both[way].split()}
    behind = frozenset((*directions["compared"], *directions["nouns"], *other["adjectives"]))
    ahead = frozenset((*directions["verbs"], *directions["taking"], *other["between"], "of", "at"))
    return ChangeWords(**directions, **other, behind=behind, ahead=ahead)


_RELATIVE: Final = frozenset(("percent", "percentage-point", "bp", "point", "cent", "penny", "sen", "°C", "°F", "deg"))
_SHARES: Final = frozenset(("percent", "percentage-point", "bp"))
_MODALS: Final = frozenset("to will would could can may might should must and nearly almost".split())
_FURTHEST: Final = 5
_NEAR_NOUN: Final = 9
_SINCE: Final = frozenset(("on", "from", "since", "over", "compared"))
_ARTICLES: Final = frozenset("the a an this that its their his her".split())
_CLAUSES: Final = frozenset("and but or that which who was were is are been be when while after by".split())
_HALVED: Final = (("cut", "in"), ("slashed", "in"))


def read_change(tokens: Tokens, figure: Figure, known: ChangeWords, previous: Figure | None, before: Change) -> Change:
    """Read whether the figure measures a rise or a fall: "rose by 16 per cent", "12 percent more than", "up 11".

    Arguments:
        tokens: the document's tokens.
        figure: the figure.
        known: the words of change.
        previous: the figure before it.
        before: the change of that figure.

    Returns:
        The change; the levels that a change begins at and leads to ("fell to 40") are levels.
    """
    if figure.unit == "x":
        word = tokens.words[figure.first]
        if word in known.multiplying:
            return "increase"
        if word in ("double", "triple", "quadruple") and tokens.words[figure.bound_first - 1] in _MODALS:
            return "increase"
        # "A fivefold rise".
        behind_it = tokens.words[figure.stop] if figure.stop < len(tokens.words) else ""
        if behind_it in known.nouns and tokens.gaps[figure.stop] == " ":
            return known.nouns[behind_it]
    elif figure.form == "fraction" and tokens.words[figure.first - 2 : figure.first] in _HALVED:
        return "decrease"
    if figure.stop < len(tokens.words) and tokens.words[figure.stop] in known.behind:
        behind = _behind(tokens, figure, known)
        if behind != "level":
            return behind
    word = tokens.words[figure.bound_first - 1]
    ahead = _ahead(tokens, figure, known) if word in known.ahead or word[-2:] == "ly" else "level"
    if ahead == "level" and figure.unit in _SHARES and tokens.gaps[figure.bound_first] == " ":
        ahead = _object_moved(tokens, figure.bound_first - 1, known)
    if ahead != "level" or previous is None or before == "level":
        return ahead
    return before if _goes_on(tokens, figure, previous) else "level"


def _behind(tokens: Tokens, figure: Figure, known: ChangeWords) -> Change:
    """Read "a 5 per cent increase", "12 percent more than", "three points lower"."""
    words, gaps, stop = tokens.words, tokens.gaps, figure.stop
    if figure.unit == "x" or gaps[stop] not in (" ", "-", "\n", "% ", ") ", " % "):
        return "level"
    word = words[stop]
    relative = figure.unit in _RELATIVE
    if word in known.compared:
        following = words[stop + 1 : stop + 2]
        if following == ("than",):
            after = words[stop + 2 : stop + 3]
            # "5 more than doubled", "in 3 more than 20 men": the comparison belongs to the next figure.
            return "level" if not after or after[0][0].isdecimal() else known.compared[word]
        if word in ("up", "down") and following and following[0] in _SINCE:
            return known.compared[word]
        if word in ("above", "below"):
            return known.compared[word] if figure.unit in _SHARES else "level"
        return known.compared[word] if relative and word not in ("up", "down", "longer") else "level"
    if word in known.adjectives and relative:
        stop += 1
        word = words[stop] if stop < len(words) and gaps[stop] == " " else ""
    if word in known.nouns and (relative or word in ("increase", "decrease")):
        return known.nouns[word]
    return "level"


def _ahead(tokens: Tokens, figure: Figure, known: ChangeWords) -> Change:
    """Read "rose by about 5 percent", "down 7", "an increase of 40", "put the rise in prices at 60 percent"."""
    words, gaps = tokens.words, tokens.gaps
    index = figure.bound_first - 1
    if words[figure.bound_first] == "short":
        # "Fell short of".
        return "level"
    relative = figure.unit in _RELATIVE
    last = index + 1
    if words[index] == "by" and index:
        moved = _moved_by(tokens, index, known)
        if moved is not None:
            return moved
    low = max(-1, index - _FURTHEST)
    while index > low:
        gap = gaps[index + 1]
        if gap != " " and gap.rstrip("$\u20ac\u00a3\u00a5-~").replace("\n", " ") not in (" ", "") and gap != "-":
            return "level"
        word = words[index]
        if word in known.verbs:
            if word in ("up", "down"):
                if index and words[index - 1] in known.phrasal and gaps[index] == " ":
                    return "level"
                return known.verbs[word]
            if word in known.transitive and not relative and "by" not in words[index:last]:
                return "level"
            if words[figure.stop : figure.stop + 1] == ("short",):
                return "level"
            return known.verbs[word]
        if word in known.taking:
            return known.taking[word] if relative else "level"
        if word == "of" and index:
            noun = words[index - 1]
            if noun in known.nouns and (relative or noun not in ("loss", "losses", "gain", "gains")):
                return known.nouns[noun]
            return "level"
        if word == "at" and figure.unit == "percent":
            return _noun_put_at(tokens, index, known)
        if word not in known.between and not word.endswith("ly"):
            return "level"
        index -= 1
    return "level"


def _moved_by(tokens: Tokens, by: int, known: ChangeWords) -> Change | None:
    """Read "raised *its key rate* by 50 points", "rose *sharply*, by 31 percent"; ``None`` without such a verb."""
    words, gaps = tokens.words, tokens.gaps
    gap = gaps[by]
    if gap != " " and not (gap == ", " and words[by - 1][-2:] == "ly"):
        return None
    for index in range(by - 1, max(-1, by - 1 - _NEAR_NOUN), -1):
        word = words[index]
        if word in known.verbs and word not in ("up", "down"):
            before = words[index - 1] if index else ""
            # "The rise was followed by 3", "a cut in rates": nouns have an article before them or "in" behind.
            named = before in _ARTICLES or words[index + 1] in ("in", "of")
            return None if named else known.verbs[word]
        if word in _CLAUSES or word[0].isdigit() or (index == by - 1 and word[-2:] == "ed"):
            return None
        if gaps[index] not in (" ", "-", "'", "' ", "\n"):
            return None
    return None


def _object_moved(tokens: Tokens, last: int, known: ChangeWords) -> Change:
    """Read "cut *its dividend* 20 percent", "raised *fares* 5%": the object stands between the verb and the measure."""
    words, gaps = tokens.words, tokens.gaps
    for index in range(last, max(0, last - _FURTHEST), -1):
        word = words[index]
        if word in known.transitive and word in known.verbs:
            before = words[index - 1] if index else ""
            return "level" if index == last or before in _ARTICLES else known.verbs[word]
        if word in _CLAUSES or word in _PLACING or word[0].isdigit() or gaps[index] not in (" ", "-", "'", "' "):
            return "level"
    return "level"


_PLACING: Final = frozenset(("in", "at", "by", "to", "from", "with", "on", "than", "as", "up", "down", "per"))


def _noun_put_at(tokens: Tokens, at: int, known: ChangeWords) -> Change:
    """Read "puts the rise in malaria cases at": the noun of change that a verb of estimating has for its object."""
    words = tokens.words
    for index in range(at - 1, max(1, at - _NEAR_NOUN), -1):
        if tokens.gaps[index + 1].strip():
            break
        if words[index] in known.nouns and words[index + 1] in ("in", "of") and words[index - 1] in ("the", "a"):
            return known.nouns[words[index]]
    return "level"


_FEWEST_BETWEEN: Final = 2
_LONGEST_SUBJECT: Final = 4
_RESTATING: Final = frozenset(("or", "about", "nearly", "some", "roughly", "almost", "around", "equivalent", "to"))


def _goes_on(tokens: Tokens, figure: Figure, previous: Figure) -> bool:
    """Tell whether a figure restates the change before it, or goes on with its verb left out.

    "down 17 points, or 0.2%", "dropped by 3 degrees (5 Fahrenheit)", "fell by 2 percent, barley by 3 percent".
    """
    words, gaps = tokens.words, tokens.gaps
    between = words[previous.stop : figure.bound_first]
    if len(between) > _NEAR_NOUN:
        return False
    joints = gaps[previous.stop : figure.bound_first + 1]
    if not joints or any(mark in gap for gap in joints for mark in (". ", ";", "\n\n", "?", ":")):
        return False
    if "(" in joints[0] and not between:
        return figure.unit != "count" and figure.unit != previous.unit
    if "or" in between and _RESTATING.issuperset(between[between.index("or") :]):
        return figure.unit != previous.unit
    same = figure.unit == previous.unit and figure.unit != "count"
    if not same or len(between) < _FEWEST_BETWEEN or "to" in between or "from" in between:
        return False
    ends = tokens.gaps[figure.stop][:1]
    if between[0] == "and" and len(between) <= _LONGEST_SUBJECT and (not ends or ends in ".,;"):
        # "Sales rose 3 percent and profit 8 percent."
        return _CLAUSES.isdisjoint(between[1:])
    # "by 31 percent for flour and 18 percent for oil"
    shared = between[-1] == "and" and between[0] in ("for", "in", "on") and tokens.words[figure.stop] == between[0]
    return between[-1] == "by" or shared
