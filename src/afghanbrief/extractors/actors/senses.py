"""Tells whether the name of a country or capital stands for its government or for the place."""

from __future__ import annotations

from enum import Enum
from typing import Final, NamedTuple

from afghanbrief.extractors.actors import lexicon as lx
from afghanbrief.extractors.actors.function_words import SPACES
from afghanbrief.extractors.actors.lexicon import Lexicon
from afghanbrief.extractors.actors.name_context import NameContext, look_around
from afghanbrief.extractors.actors.predicates import Predicate, read_predicate
from afghanbrief.extractors.actors.teams import is_score
from afghanbrief.text.tokens import Tokens

_ACT_NOUNS: Final = ("ment", "tion", "sion", "ions", "ments", "ance")
# Words in marks may be what a country has: its "inalienable right".
_MARKED: Final = frozenset((' "', " '"))
_PHRASE: Final = 4
_INSERTION: Final = 6
_LONG_INSERTION: Final = 16
_IN_INSERTIONS: Final = (" ", "-", "'", ".")
_OPENING: Final = ("a", "an", "the")
_REPORTERS: Final = ("he", "she", "they", "officials")
_SUBORDINATORS: Final = frozenset("that because whether if while but though although says said when".split())
_CURRENCIES: Final = frozenset(("$", "\u20ac", "\u00a3", "\u00a5"))
# What stands before a name whose verb is a base form: "Moscow and Kabul agree", "that Iran stop", "let Iran go".
_BEFORE_BASE_FORMS: Final = frozenset("and both that let lets make makes made help helps helped see have".split())
_TURNING_INTO: Final = frozenset(("make", "makes", "made", "making", "turn", "turned"))
_TURNED: Final = frozenset(("a", "an", "great", "into"))
_HANDING: Final = frozenset(
    "gave given sold lent paid promised offered granted pledged awarded lends sells owes".split()
)
# Verbs whose object is to do something: "expect Berlin to back the plan".
_EXPECTING: Final = frozenset(
    "expect expects expected expecting want wants wanted wanting allow allows allowed require requires required pushed"
    " push prompted prompt led lead leads forced cause caused".split()
)
_GIVING: Final = frozenset("gave given give sent shown beat led owe".split())


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


def _party(rule: str, *, sure: bool = True) -> Judgement:
    return Judgement(Sense.GOVERNMENT, rule, sure)


def _place(rule: str, *, sure: bool = True) -> Judgement:
    return Judgement(Sense.PLACE, rule, sure)


_MODIFIER: Final = Judgement(Sense.MODIFIER, "modifier-of-noun", True)
_PLACE_BY_PREPOSITION: Final = _place("place-by-preposition")


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
    view = look_around(tokens, first, stop, lexicon, capital=capital, opens=opens)
    for rule in (_of_pair, _of_possessive, _of_words_before, _of_words_behind, _of_preposition, _of_verb, _of_opening):
        judgement = rule(view)
        if judgement is not None:
            return judgement
    return _place("place-by-default", sure=False)


def _of_pair(view: NameContext) -> Judgement | None:
    """Read "US-Taliban talks", the two sides of a score, and "Iran, where"."""
    words, gaps = view.tokens.words, view.tokens.gaps
    before, gap, after, after_gap = view.before, view.gap, view.after, view.after_gap
    if after_gap[:1] == "$":
        return _MODIFIER
    if after == "where" and after_gap in (", ", " "):
        return _place("place-with-where")
    numbered = after[:1].isdigit()
    if numbered and after_gap.strip() in _CURRENCIES and (before == "and" or gap == ", "):
        return _party("subject-of-gapped-clause")
    if after == "to" and gap == ", " and after_gap == " " and _is_gapped(view):
        return _party("subject-of-gapped-clause")
    if before in _TURNING_INTO and after in _TURNED:
        return _place("place-made-of")
    if gap in _HYPHENS or after_gap in _HYPHENS:
        other = view.stop if gap in _HYPHENS else view.stop + 1
        noun = words[other] if other < len(words) else ""
        if noun in view.sets["of_two"] and gaps[other] in (" ", ". "):
            return _party("parties-of-a-pair")
    if (numbered and is_score(view.tokens, view.stop)) or (
        before.isdigit() and gap == " " and is_score(view.tokens, view.first - 2)
    ):
        return _party("sides-of-a-score")
    return None


def _is_gapped(view: NameContext) -> bool:
    """Tell whether an infinitive shares the verb of the clause before: "Oman agreed to go, Qatar to pay"."""
    words, start = view.tokens.words, view.first - view.article - 1
    verb = view.lexicon.classes.get("".join(words[view.stop + 1 : view.stop + 2]), 0) & (lx.ACTION | lx.SPEECH)
    # Not "flew to Incirlik, Turkey to support".
    plain = bool(verb) and view.tokens.forms[start] == words[start]
    return plain and "to" in words[max(0, start - _LONG_INSERTION) : start]


def _of_possessive(view: NameContext) -> Judgement | None:
    """Read what a country has: an office, an act, a team's player; or a coast, a people."""
    tokens, sets, classes = view.tokens, view.sets, view.lexicon.classes
    words, gaps = tokens.words, tokens.gaps
    if view.after_gap == "'" and view.after == "s":
        start = view.stop + 1
    elif view.after_gap == "' " and words[view.stop - 1].endswith("s"):
        start = view.stop
    else:
        return None
    if start >= len(words) or (start > view.stop and gaps[start] not in SPACES and gaps[start] not in _MARKED):
        return _place("possessive-before-land")
    inside = view.kind_before & lx.PLACE_BEFORE and view.before not in ("to", "on", "left", "under")
    if (
        tokens.forms[start] != words[start]
        and classes.get(words[start], 0) & (lx.FIRST_NAME | lx.TITLE)
        # "Islamabad's Faisal Mosque"
        and not classes.get(words[start + 1] if start + 1 < len(words) else "", 0) & lx.PLACE_HEAD
    ):
        return _party("possessive-before-office")
    phrase: list[str] = []
    for position in range(start, min(start + _PHRASE, len(words))):
        word = words[position]
        if (position > start and gaps[position] not in (" ", "\n", "-")) or (
            phrase
            and (word in view.lexicon["pronouns"] or classes.get(word, 0) & lx.AUXILIARY)
            # "Water and Power Secretary"
            and not (word == "and" and tokens.forms[position - 1] != words[position - 1])
        ):
            break
        phrase.append(word)
    for word in reversed(phrase):
        if word in sets["of_land"]:
            break
        if not inside and (word in sets["of_party"] or word.endswith(_ACT_NOUNS)):
            return _party("possessive-before-office")
    return _place("possessive-before-land")


def _of_words_before(view: NameContext) -> Judgement | None:
    """Read the preposition or noun right before."""
    before, second, sets = view.before, view.second, view.sets
    if not before:
        return None
    if before in _HANDING and view.gap in SPACES and not view.article and view.after_gap in SPACES:
        # "sold Egypt wheat": one who is given something, not what modifies the thing.
        return _party("recipient-of-gift")
    if before in sets["players"] and not view.article and view.gap in SPACES:
        return _party("party-by-apposition")
    if before == "as" and second == "such":
        words = view.tokens.words
        noun = words[view.first - view.article - 3] if view.first - view.article > 2 else ""
        return _party("party-by-apposition") if noun in sets["players"] or view.kind_before & lx.TITLE else None
    if before == "with" and second in ("border", "borders", "frontier"):
        return _place("place-of-land")
    if before == "between" and (second in sets["between_land"] or _is_road(view)):
        return _place("place-of-land")
    if (before == "on" and _depends(view)) or (before == "from" and second in sets["from_party"]):
        return _party("party-by-preposition")
    if before == "for":
        if view.after == "to" and view.after_gap == " ":
            return _party("subject-of-infinitive")
        return _party("party-by-preposition") if second in sets["for_party"] else None
    if view.kind_before & lx.PLACE_BEFORE and (not view.opens or view.gap == " "):
        # In a headline every word may open a clause; a preposition right before it still tells.
        return _PLACE_BY_PREPOSITION
    return None


def _depends(view: NameContext) -> bool:
    """Tell whether "on" belongs to a word of pressure or trust a little before ("depends above all on Moscow")."""
    start = view.first - view.article - 1
    return not view.sets["on_party"].isdisjoint(view.tokens.words[max(0, start - 6) : start])


def _is_road(view: NameContext) -> bool:
    """Tell whether a few words before "between" something lies or runs ("the border that runs between")."""
    start = view.first - view.article - 1
    return any(word in view.sets["between_land"] for word in view.tokens.words[max(0, start - 3) : start])


def _of_words_behind(view: NameContext) -> Judgement | None:
    """Read the verb, the noun or the score right behind."""
    tokens, stop, after, kind = view.tokens, view.stop, view.after, view.kind_after
    after_gap = view.after_gap
    if after_gap in (" ", "\n") and after:
        if kind & lx.PLACE_NOUN:
            return _place("place-before-land-noun")
        if after in ("in", "ahead", "level", "through") and view.before.startswith(("put", "send", "sent", "gave")):
            if after != "in" or tokens.words[stop + 1 : stop + 3] in (("the", "lead"), ("front",), ("front", "in")):
                return _party("side-of-a-match")
        if not (view.article and view.capital) and view.before not in ("of", "to", "for"):
            bare = (
                view.before in _BEFORE_BASE_FORMS
                or bool(view.kind_before & lx.AUXILIARY)
                or (view.gap == ", " and tokens.forms[view.first - 1] != tokens.words[view.first - 1])
            )
            predicate = read_predicate(tokens, stop, view.lexicon, view.sets, bare=bare)
            if predicate is Predicate.PARTY:
                return _party("subject-of-act")
            if predicate is Predicate.PLACE and (not view.before or view.before in _SUBORDINATORS):
                if after in _PLURAL and tokens.words[stop - 1][-1] != "s":
                    # "South Africa are out": the eleven.
                    return _party("subject-of-act")
                return _place("place-of-state")
            if predicate is Predicate.PLACE:
                return None
        if kind & lx.TITLE_MODIFIER or after in view.lexicon["role_modifiers"]:
            return _MODIFIER
        if (
            view.article
            and not view.opens
            and after.endswith("ing")
            and not after.endswith("thing")
            and not kind & lx.COMMON
        ):
            return _MODIFIER
        if not kind & _NO_HEAD and _is_noun(tokens, stop) and after not in ("nor", "or", "and"):
            return _MODIFIER
    if after_gap == ". " and stop - view.first > 1 and kind & (lx.TITLE | lx.TITLE_MODIFIER):
        return _MODIFIER
    if (
        after_gap == " "
        and after
        and tokens.forms[stop] != after
        and not kind & lx.COMMON
        and (not view.opens or kind & lx.TITLE)
    ):
        # "US President", "Australia side": what follows in one breath is what the name modifies.
        return _MODIFIER
    if after == "which" and after_gap == ", ":
        predicate = read_predicate(tokens, stop + 1, view.lexicon, view.sets, bare=False)
        return _party("subject-of-relative-clause") if predicate is Predicate.PARTY else None
    if after in ("that", "who") and after_gap == " " and view.before in ("was", "is", "were"):
        return _party("subject-of-relative-clause")
    if after in ("whose", "its") and after_gap == ", ":
        has = view.sets["of_party"]
        return _party("subject-of-relative-clause") if not has.isdisjoint(tokens.words[stop + 1 : stop + 4]) else None
    beyond = _beyond_insertion(view)
    joined = after == "and" or tokens.forms[stop : stop + 1] != (after,)
    predicate = read_predicate(tokens, beyond, view.lexicon, view.sets, bare=joined) if beyond else None
    if predicate is Predicate.PARTY:
        return _party("subject-of-act")
    if predicate is Predicate.PLACE and view.before in _SUBORDINATORS:
        return _place("place-of-state", sure=False)
    return None


def _beyond_insertion(view: NameContext) -> int:
    """Give the token behind "and the Taliban" or ", for its part,": there the verb of a subject stands; 0 if none."""
    tokens, stop = view.tokens, view.stop
    words, gaps, forms = tokens.words, tokens.gaps, tokens.forms
    long = view.after in _OPENING and (not view.before or view.before in _SUBORDINATORS)
    limit = min(len(words) - 1, stop + (_LONG_INSERTION if long else _INSERTION))
    if view.after == "and" and view.after_gap == " ":
        here = start = stop + 1 + (words[stop + 1 : stop + 2] == ("the",))
        while here < limit and forms[here] != words[here] and gaps[here] == " ":
            here += 1
        return here if here > start and gaps[here] == " " else 0
    if view.after_gap == ", " and stop < len(words) and forms[stop] == view.after and view.after not in _REPORTERS:
        here = stop + 1
        while here < limit and gaps[here] in _IN_INSERTIONS:
            here += 1
        return here if gaps[here] == ", " and forms[here] == words[here] else 0
    return 0


# What joins two sides: "Iran-Iraq", "U.S.-Iraq".
_HYPHENS: Final = ("-", ".-")
_PLURAL: Final = ("are", "were", "have")
_NO_HEAD: Final = lx.COMMON | lx.AUXILIARY | lx.ADVERB | lx.SPEECH | lx.ACTION | lx.PLACE_BEFORE


def _is_noun(tokens: Tokens, position: int) -> bool:
    """Tell whether a lower-case word behind a name may be the noun that it modifies: no function word, no verb."""
    word = tokens.words[position]
    return word.isalpha() and tokens.forms[position] == word and not word.endswith(("ing", "ed", "ly"))


def _of_preposition(view: NameContext) -> Judgement | None:
    """Read "to" and "of" with the word before them."""
    second, sets = view.second, view.sets
    if view.before == "to":
        start = view.first - view.article - 1
        handed = not sets["handing"].isdisjoint(view.tokens.words[max(0, start - _PHRASE) : start])
        if second.isdigit() and is_score(view.tokens, start - 2):
            # "lost 2-0 to Chile"
            return _party("sides-of-a-score")
        return _party("party-of-mission") if handed or second in sets["to_party"] else _PLACE_BY_PREPOSITION
    if view.before == "of":
        kind = view.lexicon.classes.get(second, 0) & (lx.TITLE | lx.PLACE_OF)
        if second in sets["of_party_nouns"] or kind == lx.TITLE:
            return _party("country-of-office")
        if second in sets["under_nouns"]:
            if "under" in view.tokens.words[max(0, view.first - view.article - 5) : view.first - view.article - 2]:
                return _party("country-of-office")
        return _place("place-of-land")
    return None


def _of_verb(view: NameContext) -> Judgement | None:
    """Read the verb before a name that is its object or, turned round, its subject."""
    before, kind = view.before, view.kind_before
    if view.gap in SPACES:
        if before in view.sets["verbs_with_parties"] and not kind & lx.PLACE_NOUN:
            return _party("object-of-act")
        if (
            kind & lx.ACTION
            and before not in view.sets["verbs_with_places"]
            and not kind & lx.PLACE_NOUN
            and (before.endswith(("ed", "ing", "s")) or not kind & lx.ENGLISH or before in _GIVING)
        ):
            return _party("object-of-act", sure=False)
        if before in _EXPECTING and view.after == "to" and view.after_gap == " ":
            return _party("subject-of-infinitive")
        if kind & lx.AUXILIARY and view.second in ("so", "nor", "as", "neither", "than"):
            return _party("subject-behind-verb")
    if kind & lx.PARTY_BEFORE and (not view.article or before in ("with", "against", "by", "between")):
        return _party("party-by-preposition")
    return _party("object-of-act", sure=False) if _is_finite(view) else None


def _is_finite(view: NameContext) -> bool:
    """Tell whether an unknown word in -ed right before a name is a verb, with a subject before it."""
    before, second = view.before, view.second
    if (
        not before.endswith("ed")
        or view.gap not in SPACES
        or before in view.sets["verbs_with_places"]
        or not second
        or view.article
    ):
        return False
    at = view.first - view.article - 1
    functions = view.lexicon["pronouns"]
    # "The move angered Kyiv, pleased Budapest and puzzled Prague."
    listed = view.tokens.gaps[at] == ", " or second == "and"
    return listed or (view.tokens.gaps[at] == " " and (second not in functions or second in _SUBJECTS))


_SUBJECTS: Final = frozenset(("he", "she", "it", "they", "we", "who", "that", "which"))


# What a town's market has: "Tokyo shares rose".
_TRADED: Final = frozenset("shares stocks futures equities bonds markets traders prices banks airports".split())


def _of_opening(view: NameContext) -> Judgement | None:
    """Judge a name that opens a sentence: a dateline, or a subject after all."""
    if not view.opens:
        return None
    tokens, stop, after_gap, after = view.tokens, view.stop, view.after_gap, view.after
    if after_gap == ", " and after in _REPORTERS and stop + 1 < len(tokens):
        if view.lexicon.classes.get(tokens.words[stop + 1], 0) & lx.SPEECH:
            return _party("subject-over-reporting-clause")
    words_of_one = after in ("we", "i", "our") or '"' in after_gap or "'" in after_gap
    if after_gap[:1] == ":" and words_of_one and not tokens.forms[stop - 1].isupper():
        return _party("speaker-of-headline")
    if after_gap[:1] in (",", ":") or "-" in after_gap or "(" in after_gap or "\u2014" in after_gap or not after:
        # "Moscow, Ankara and Washington watched" opens with a comma too: a list may still decide.
        return _place("place-of-dateline", sure=after_gap != ", ")
    if after_gap in (" ", "\n") and view.before not in view.sets["verbs_with_places"]:
        forms = tokens.forms
        if after in _TRADED:
            return None
        if forms[stop] == after or (len(after) > 2 and forms[stop].isupper() and forms[stop - 1].isupper()):
            return _party("opens-the-clause", sure=False)
    return None
