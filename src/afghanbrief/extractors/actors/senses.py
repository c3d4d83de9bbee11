"""Tells whether the name of a country or capital stands for its government or for the place."""

from __future__ import annotations

import itertools
from enum import Enum
from typing import NamedTuple

from afghanbrief.extractors.actors import lexicon as lx
from afghanbrief.extractors.actors.lexicon import Lexicon
from afghanbrief.text.tokens import Tokens

_LOOK_AHEAD = 5
_BE = frozenset(("is", "are", "was", "were", "be", "been"))
_HAVE = frozenset(
    ("has", "have", "had", "will", "would", "did", "does", "must", "should", "may", "might", "could", "can")
)
_STATIVE = frozenset("lies lie lay remains remain borders stretches becomes became".split())
# Verbs whose object is a place rather than a party.
_OF_PLACES = frozenset(
    "visit visits visited left leave leaves enter enters entered reach reached invade invaded captured seized took fled"
    " toured hit struck controls control controlled occupied retook crossed called named saw see see holds held".split()
)
# What two parties have between them ("US-Taliban talks").
_OF_TWO = frozenset(
    "talks relations relationship summit cooperation co partnership agreement dialogue deal treaty alliance accord"
    " negotiations ties pact meeting forum trade".split()
)
# Nouns that call what stands beside them a player.
_PLAYERS = frozenset(
    "heavyweights heavyweight powers power neighbours neighbors neighbour neighbor rivals rival players members nations"
    " allies ally partners donors mediator mediators backers enemies enemy".split()
)
_GIVING = frozenset("gave given give sent shown beat led owe".split())
_PRESSING = frozenset(
    "called calls call calling pressure sanctions depend depends rely relies dependent prevailed".split()
)
_ACT_NOUNS = ("ment", "tion", "sion", "ions", "ments", "ance")
# Nouns and verbs of one form: after a name they are rather nouns ("Syria talks", "Iraq war").
_NOUN_LIKE = frozenset(
    "talks attacks strikes raids plans reports visits moves protests votes deals policy war issues".split()
)


class Sense(Enum):
    """What a country's or capital's name stands for; ``MODIFIER`` is no mention ("U.S. campaign")."""

    GOVERNMENT = "government"
    PLACE = "place"
    MODIFIER = "modifier"


class Judgement(NamedTuple):
    """A sense and why.

    Attributes:
        sense: the sense.
        rule: the rule that decided.
        sure: whether a neighbour in a list may take it over.
    """

    sense: Sense
    rule: str
    sure: bool


_PLACE_DEFAULT = Judgement(Sense.PLACE, "place-by-default", False)
_DATELINE = Judgement(Sense.PLACE, "place-of-dateline", True)


def judge_sense(tokens: Tokens, first: int, stop: int, lexicon: Lexicon, *, capital: bool, opens: bool) -> Judgement:
    """Judge one name by its clause.

    Arguments:
        tokens: the document's tokens.
        first: index of the name's first token.
        stop: index after its last token.
        lexicon: the word lists.
        capital: whether it is a capital's name.
        opens: whether the name opens a sentence.

    Returns:
        The sense, the name of the rule that decided, and whether it is sure.
    """
    words, gaps, classes = tokens.words, tokens.gaps, lexicon.classes
    gap = gaps[first]
    before = words[first - 1] if first and gap in (" ", "\n", "-", " '", ' "') else ""
    article = before == "the"
    if article and first > 1:
        before = words[first - 2]
    after_gap = gaps[stop]
    if after_gap == ". " and stop - first > 1 and len(words[stop - 1]) == 1 and tokens.forms[stop] == words[stop]:
        after_gap = " "
    after = words[stop] if stop < len(words) else ""
    kind_before = classes.get(before, 0)
    if gap == "-" or after_gap == "-":
        other = stop if gap == "-" else stop + 1
        noun = words[other] if other < len(words) else ""
        if noun in _OF_TWO and gaps[other] == " ":
            return Judgement(Sense.GOVERNMENT, "parties-of-a-pair", True)
    if article and (not gaps[first - 1] or gaps[first - 1][0] in '.!?"' or "\n" in gaps[first - 1]):
        opens = True
        before = ""
        kind_before = 0
    if after_gap == "'" and after == "s" and stop + 1 < len(words):
        if (
            gaps[stop + 1] in (" ", "\n")
            and (
                words[stop + 1] in lexicon["government_nouns"]
                or (words[stop + 1].endswith(_ACT_NOUNS) and words[stop + 1] not in ("population", "region", "regions"))
            )
            and not (kind_before & lx.PLACE_BEFORE and before not in ("to", "on", "left"))
        ):
            return Judgement(Sense.GOVERNMENT, "possessive-before-office", True)
        return Judgement(Sense.PLACE, "possessive-before-land", True)
    if before in _PLAYERS and not article and gap in (" ", "\n"):
        return Judgement(Sense.GOVERNMENT, "party-by-apposition", True)
    if before == "with" and first > 1 and words[first - 2 - article] in ("border", "borders", "frontier"):
        return Judgement(Sense.PLACE, "place-of-land", True)
    if before == "on" and first > 1 + article and words[first - 2 - article] in _PRESSING:
        return Judgement(Sense.GOVERNMENT, "party-by-preposition", True)
    if before and kind_before & lx.PLACE_BEFORE and (not opens or gap == " "):
        # In a headline every word may open a clause; a preposition right before it still tells.
        return Judgement(Sense.PLACE, "place-by-preposition", True)
    if after_gap in (" ", "\n") and after:
        kind = classes.get(after, 0)
        if kind & lx.PLACE_NOUN:
            return Judgement(Sense.PLACE, "place-before-land-noun", True)
        acts = _acts(tokens, stop, lexicon)
        if acts and not (article and capital) and before not in ("of", "to"):
            return Judgement(Sense.GOVERNMENT, "subject-of-act", True)
        if kind & lx.TITLE_MODIFIER or after in lexicon["role_modifiers"]:
            return Judgement(Sense.MODIFIER, "modifier-of-noun", True)
        if article and not opens and after.endswith("ing") and not after.endswith("thing") and not kind & lx.COMMON:
            return Judgement(Sense.MODIFIER, "modifier-of-noun", True)
        if not kind & (lx.COMMON | lx.AUXILIARY | lx.ADVERB | lx.SPEECH | lx.ACTION | lx.PLACE_BEFORE) and (
            _is_noun(tokens, stop)
        ):
            return Judgement(Sense.MODIFIER, "modifier-of-noun", True)
    if after_gap.startswith("$") or (
        after_gap == ". " and stop - first > 1 and classes.get(after, 0) & (lx.TITLE | lx.TITLE_MODIFIER)
    ):
        return Judgement(Sense.MODIFIER, "modifier-of-noun", True)
    if (
        after_gap == " "
        and after
        and tokens.forms[stop] != after
        and not classes.get(after, 0) & lx.COMMON
        and not opens
    ):
        # "US President", "Australia side": what follows in one breath is what the name modifies.
        return Judgement(Sense.MODIFIER, "modifier-of-noun", True)
    if after == "which" and after_gap == ", " and _acts(tokens, stop + 1, lexicon):
        return Judgement(Sense.GOVERNMENT, "subject-of-relative-clause", True)
    if before == "to" and first > 1 + article:
        noun = words[first - 2 - article]
        if noun in (
            "ambassador",
            "envoy",
            "message",
            "letter",
            "ally",
            "allies",
            "according",
            "loyal",
            "close",
            "aid",
            "warning",
        ):
            return Judgement(Sense.GOVERNMENT, "party-of-mission", True)
        return Judgement(Sense.PLACE, "place-by-preposition", True)
    if before == "of" and first > 1 + article:
        noun = words[first - 2 - article]
        if classes.get(noun, 0) & lx.TITLE and not classes.get(noun, 0) & lx.PLACE_OF:
            return Judgement(Sense.GOVERNMENT, "country-of-office", True)
        return Judgement(Sense.PLACE, "place-of-land", True)
    if (
        kind_before & lx.ACTION
        and gap in (" ", "\n")
        and before not in _OF_PLACES
        and not (
            kind_before & lx.PLACE_NOUN
            or (not before.endswith(("ed", "ing", "s")) and kind_before & lx.ENGLISH and before not in _GIVING)
        )
    ):
        return Judgement(Sense.GOVERNMENT, "object-of-act", False)
    if kind_before & lx.PARTY_BEFORE and (not article or before in ("with", "against", "by", "between")):
        return Judgement(Sense.GOVERNMENT, "party-by-preposition", True)
    if opens and after_gap == ", " and after in ("he", "she", "they", "officials") and stop + 1 < len(words):
        if classes.get(words[stop + 1], 0) & lx.SPEECH:
            return Judgement(Sense.GOVERNMENT, "subject-over-reporting-clause", True)
    if opens:
        if after_gap[:1] in (",", ":") or "-" in after_gap or "(" in after_gap or "\u2014" in after_gap or not after:
            # "Moscow, Ankara and Washington watched" opens with a comma too: a list may still decide.
            return _DATELINE if after_gap != ", " else _DATELINE._replace(sure=False)
        if after_gap in (" ", "\n") and (after in _BE or tokens.forms[stop] == after):
            return Judgement(Sense.GOVERNMENT, "opens-the-clause", False)
    return _PLACE_DEFAULT


def _acts(tokens: Tokens, stop: int, lexicon: Lexicon) -> bool:
    """Tell whether a verb of saying or acting follows, behind auxiliaries and adverbs."""
    words, gaps, classes = tokens.words, tokens.gaps, lexicon.classes
    auxiliary = ""
    for position in range(stop, min(stop + _LOOK_AHEAD, len(words))):
        if gaps[position] not in (" ", "\n", ", ") and not (position == stop and gaps[position] == ". "):
            break
        word = words[position]
        kind = classes.get(word, 0)
        if tokens.forms[position] != word:
            break
        if kind & (lx.SPEECH | lx.ACTION):
            if word in _STATIVE:
                return False
            if word in _NOUN_LIKE and not auxiliary:
                following = words[position + 1 : position + 2]
                return bool(following) and following[0] in ("that", "the", "a", "to", "about", "its", "on")
            return auxiliary not in _BE or word.endswith("ing")
        if kind & lx.AUXILIARY:
            auxiliary = word
        elif auxiliary in _BE:
            return (word.endswith("ing") and word != "being") or word == "to"
        elif not kind & lx.ADVERB and not word.endswith("ly"):
            break
    return auxiliary in _HAVE


def _is_noun(tokens: Tokens, position: int) -> bool:
    """Tell whether a lower-case word behind a name may be the noun that it modifies: no function word, no verb."""
    word = tokens.words[position]
    return word.isalpha() and tokens.forms[position] == word and not word.endswith(("ing", "ed", "ly"))


def settle_lists(tokens: Tokens, names: list[tuple[int, int]], judgements: list[Judgement]) -> None:
    """Let names of one list decide together: "Moscow, Ankara and Washington watched".

    Arguments:
        tokens: the document's tokens.
        names: first and stop of each name, in text order.
        judgements: their judgements; those that are not sure are replaced by a sure neighbour's.
    """
    linked = [
        right[0] - left[1] <= 1 and _joins_list(tokens, left[1], right[0]) for left, right in itertools.pairwise(names)
    ]
    for order in (range(len(linked)), range(len(linked) - 1, -1, -1)):
        for i in order:
            if not linked[i]:
                continue
            here, there = (i, i + 1) if order.step == 1 else (i + 1, i)
            source = judgements[here]
            joined = tokens.words[names[i][1]] == "and"
            if (
                order.step == 1
                and joined
                and source.rule == "place-by-preposition"
                and judgements[there].rule == "subject-of-act"
            ):
                # "officials in Kabul and Washington push for an end": what stands behind "in" is no subject.
                judgements[there] = Judgement(Sense.PLACE, "places-of-one-list", True)
                continue
            if source.sure and not judgements[there].sure and source.sense is not Sense.MODIFIER:
                rule = "actors-of-one-list" if source.sense is Sense.GOVERNMENT else "places-of-one-list"
                judgements[there] = Judgement(source.sense, rule, True)


def _joins_list(tokens: Tokens, stop: int, first: int) -> bool:
    if first == stop:
        return tokens.gaps[first] == ", "
    return tokens.words[stop] in ("and", "or", "nor") and tokens.gaps[first] in (" ", "\n")
