"""Counts what stands around the occurrences of a name: what speaks for a person, a place, a body."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

from afghanbrief.extractors.actors import lexicon as lx
from afghanbrief.text.word_lists import read_word_lists

if TYPE_CHECKING:
    from afghanbrief.extractors.actors.pieces import Piece
    from afghanbrief.extractors.actors.scan import Scanner

_DASHES: Final = (" - ", " \u2013 ", " \u2014 ", "\u2014", " -- ")
_THAT_ARE_PERSONS: Final = frozenset(("who", "whose", "aged"))
_ARTICLES: Final = frozenset(("a", "an", "the"))


@functools.cache
def _load_words() -> dict[str, frozenset[str]]:
    return read_word_lists("afghanbrief.extractors.actors", "votes.toml")


_MEDIA_NOUNS: Final = _load_words()["media"]
_BODY_NOUNS: Final = _load_words()["bodies"]
_ARMED_NOUNS: Final = _load_words()["armed"]
_PAST: Final = _load_words()["past"]
_RULE: Final = _load_words()["rule"]
_GIVEN: Final = _load_words()["given"]
# What states have: offices, bodies and borders.
_STATE: Final = _load_words()["state"]
# What stands before "agency" where it is a medium, and before "group" where it is one of fighters.
_OF_NEWS: Final = frozenset("news press wire state the an official its their".split())
_FIGHTING: Final = frozenset("splinter rebel armed militant insurgent jihadist extremist guerrilla separatist".split())
_MARCHED: Final = _load_words()["marched"]
_RULED: Final = frozenset("president prime premier government army navy minister ministers ministry invasion".split())
_FIRM_OFFICES: Final = _load_words()["firm_offices"]
_ADDRESSED: Final = _load_words()["addressed"]
_MEMBERS_ARMED: Final = _load_words()["members_armed"]
BODY_NOUNS: Final = _BODY_NOUNS | _MEDIA_NOUNS | _ARMED_NOUNS
# What a word right before a name says of it.
_BEFORE: Final[dict[str, str]] = {
    **dict.fromkeys(_ARMED_NOUNS, "armed"),
    **dict.fromkeys(_BODY_NOUNS, "body"),
    **dict.fromkeys(_MEDIA_NOUNS, "medium"),
    **{word: what for what in ("said", "from", "place", "visited") for word in _load_words()[what]},
    "told": "told",
    "the": "the",
    "of": "of",
    "by": "by",
    "on": "on",
}
_BEHIND_HEADS: Final = frozenset("at in from with by for on who that which whose near based".split())
_VERB: Final = lx.SPEECH | lx.ACTION | lx.AUXILIARY
_NO_PERSON: Final = ("from", "place", "of")
_APPOSED: Final = frozenset((" ", "-", "\n", "'"))
_CLOSING: Final = frozenset((",", ".", ")", ";", ""))


# What is written in a medium; "op-ed" is two words here.
_WRITINGS: Final = frozenset("article articles editorial column essay ed commentary".split())


class Votes:
    """What stands around all occurrences of one name."""

    __slots__ = (
        "armed",
        "body",
        "count",
        "inside",
        "medium",
        "numbered",
        "person",
        "place",
        "rule",
        "state",
        "the",
        "titled",
        "told",
        "weak",
    )

    def __init__(self) -> None:
        self.titled = self.place = self.person = self.armed = self.medium = self.the = self.inside = self.count = 0
        self.body = self.told = self.weak = self.numbered = self.rule = self.state = 0


def weigh(scanner: Scanner, piece: Piece, votes: Votes) -> None:
    """Add what stands around one occurrence.

    Arguments:
        scanner: the scanner of the document.
        piece: the occurrence.
        votes: where to count.
    """
    tokens, classes = scanner.tokens, scanner.classes
    votes.count += 1
    if not piece.opens:
        votes.inside += 1
    if piece.titled:
        votes.titled += 1
    if piece.head:
        return
    first, stop, words, gaps = piece.first, piece.stop, tokens.words, tokens.gaps
    served = False
    gap = gaps[first]
    before = words[first - 1] if first and (gap == " " or gap == "\n") else ""
    if before:
        what = _BEFORE.get(before, "")
        if what == "place":
            if before == "in" and first > 1 and words[first - 2] in _WRITINGS:
                # "an article in Vox Mundi"
                votes.medium += 1
            else:
                votes.place += 2
        elif what == "the":
            votes.the += 1
            if first > 1 and _BEFORE.get(words[first - 2]) == "place":
                votes.place += 1
            elif first > 2 and words[first - 2] == "of" and words[first - 3] in _MEMBERS_ARMED:
                votes.armed += 2
        elif what == "from" and first > 1 and words[first - 2] in _GIVEN:
            # "goals from Duarte", "a letter from Hamdi"
            votes.person += 1
        elif before == "to" and first > 1 and words[first - 2] in _ADDRESSED:
            # "had written to Joliot-Curie", "a letter to Hamdi"
            votes.person += 2
        elif what == "from" or what == "visited":
            votes.place += 1
            if before == "from" and gaps[stop] == " " and words[stop : stop + 1] == ("to",):
                # "from Selma to Montgomery"
                votes.place += tokens.forms[stop + 1 : stop + 2] != words[stop + 1 : stop + 2]
        elif what == "of":
            owner = words[first - 2] if first > 1 else ""
            kind = classes.get(owner, 0)
            if owner in _STATE:
                votes.state += 2 - (owner == "president")
            # "the president of Acme said": the verb is not that of Acme.
            served = owner in _FIRM_OFFICES or bool(kind & lx.TITLE_END)
            if owner in _FIRM_OFFICES:
                votes.body += 3
            elif owner in _MEMBERS_ARMED:
                votes.armed += 2
            elif kind & (lx.PLACE_OF | lx.PLACE_NOUN | lx.TITLE):
                votes.place += 2
        elif what == "told":
            votes.told += 1
        elif what == "said":
            votes.person += 2
        elif what == "by":
            votes.person += 1
        elif what == "on":
            # "marched on Saratov"
            votes.place += 2 * (words[first - 2] in _MARCHED or words[first - 2 : first] == ("in", "on"))
        elif what == "medium":
            if before == "agency" and first > 1 and gaps[first - 1] == " " and words[first - 2] not in _OF_NEWS:
                # "the statistics agency INE"
                votes.body += 3
            else:
                votes.medium += 1
        elif what == "body":
            # Behind "group" even a verb of saying makes no person: "the relief group Hamdo said".
            votes.body += 3
        elif what == "armed":
            votes.armed += 2
        elif before == "s" and gaps[first - 1] == "'":
            # "Ethiopia's Tadu Abate"
            votes.person += 2 * (stop - first == 2 and words[first] not in scanner.dictionary)
        elif not piece.opens:
            kind = classes.get(before, 0)
            if kind & (lx.PERSON_BEFORE | lx.TITLE):
                votes.person += 3
            elif kind & lx.ACTION and (before.endswith("ed") or before in _PAST):
                # "beat Agassi", "met Kerry"; "in the end Kerry" has a noun.
                votes.person += 1
    elif gap == ", ":
        what = _BEFORE.get(words[first - 1], "")
        if classes.get(words[first - 1], 0) & lx.PERSON_BEFORE:
            # "His wife, Mahin, died"
            votes.person += 2
        elif gaps[stop] != ", " or tokens.forms[first - 1] != words[first - 1]:
            pass
        elif what == "armed" or (what == "body" and words[first - 2] in _FIGHTING):
            # "a splinter group, FPDC, denied it"
            votes.armed += 2
        elif what == "body":
            votes.body += 2
    if stop >= len(words):
        return
    gap = gaps[stop]
    after = words[stop]
    if gap == " " or gap == "\n":
        kind = classes.get(after, 0)
        if kind & lx.PLACE_NOUN or (after == "states" and words[first - 1] == "and"):
            # "Borno and Yobe states": behind two names it is no verb.
            votes.place += 3
        elif kind & lx.FIGHTERS:
            votes.armed += 1
        elif after in _ARMED_NOUNS:
            votes.armed += 2
        elif after in _RULE:
            votes.rule += 1
        elif after in _MEDIA_NOUNS or (
            after == "news" and words[stop + 1 : stop + 2] and words[stop + 1] in _MEDIA_NOUNS
        ):
            votes.medium += 1
        elif served and kind & _VERB:
            return
        elif kind & lx.SPEECH:
            votes.person += 2
        elif kind & lx.BODY_AFTER:
            votes.body += 2
        elif kind & lx.ACTION:
            votes.person += 1
        elif kind & lx.AUXILIARY:
            votes.weak += 1
        elif after == "to" and first == 0 and classes.get("".join(words[stop + 1 : stop + 2]), 0) & _VERB:
            # "Putin to visit Pyongyang" is a headline.
            votes.person += 2
        elif after[0] < ":":
            votes.numbered += 1
        elif kind & lx.ADVERB and classes.get(words[stop + 1] if stop + 1 < len(words) else "", 0) & (
            lx.ACTION | lx.SPEECH | lx.AUXILIARY
        ):
            votes.person += 1
    elif gap == "'":
        if after == "s":
            # No article stands before it: everyday nouns seldom own a thing without one.
            votes.weak += 2 - (before == "the")
            owned = words[stop + 1 : stop + 4]
            if not _STATE.isdisjoint(owned):
                # "Karimi's government" is a ruler's.
                votes.state = votes.state + 2 if _RULED.isdisjoint(owned) else max(votes.state, 1)
    elif gap == ", ":
        if stop in scanner.places and gaps[scanner.places[stop]][:1] in _CLOSING:
            # "Cibolo, Texas, ..."
            votes.place += 3
        elif after == "one" and words[stop + 1 : stop + 2] == ("of",):
            _weigh_one_of(scanner, votes, stop + 2)
        elif after in _THAT_ARE_PERSONS and _BEFORE.get(before) in _NO_PERSON:
            # "a trader from Delaram, who asked": the trader did.
            votes.place += 1
        elif _BEFORE.get(before) == "place":
            # "near Ishkoshim, the governor said": no apposition.
            return
        elif after in _ARTICLES or after in _THAT_ARE_PERSONS or after.isdigit():
            _weigh_apposition(scanner, votes, stop, after)
    elif gap == " (" and len(after) == 2 and after.isdigit() and gaps[stop + 1][:1] == ")":
        # "Dhawale (61) fled"
        votes.person += 2
    elif gap in _DASHES and after in _THAT_ARE_PERSONS:
        # "Karimi – who has led the council since 2015 – warned"
        votes.person += 2
    elif after in _ARTICLES and gap in _DASHES:
        # "Papas - a lawyer for ... - denied it"
        _weigh_apposition(scanner, votes, stop, after)
    elif gap == ": " and first == 0:
        # "Lavrov: Talks will resume" is a headline that quotes.
        votes.person += 2
    elif gap.startswith((': "', ": '")):
        votes.person += 1


def is_group_of_fighters(scanner: Scanner, piece: Piece) -> bool:
    """Tell whether those who fight belong to a name: "rebels of the Union for Change".

    Arguments:
        scanner: the scanner of the document.
        piece: the name.
    """
    words = scanner.tokens.words
    link = piece.first - 1
    if link > 1 and words[link] == "the":
        link -= 1
    return link > 0 and words[link] == "of" and words[link - 1] in _MEMBERS_ARMED


def _weigh_one_of(scanner: Scanner, votes: Votes, first: int) -> None:
    """Read "X, one of the country's largest private lenders"."""
    words = scanner.tokens.words
    for position in range(first, min(first + 8, len(words))):
        word = words[position]
        if word[-1:] == "s" and (word[:-1] in _BODY_NOUNS or f"{word[:-3]}y" in _BODY_NOUNS):
            votes.body += 2
            return
        if word[-1:] == "s" and word[:-1] in _MEDIA_NOUNS:
            votes.medium += 1
            return


def _weigh_apposition(scanner: Scanner, votes: Votes, stop: int, after: str) -> None:
    """Read "X, a militia that ...", "X, the newspaper ...", "X, a village in ...", "X, who ..."."""
    words, gaps, classes = scanner.tokens.words, scanner.tokens.gaps, scanner.classes
    if after in _ARTICLES:
        for position in range(stop + 1, min(stop + 5, len(words))):
            if gaps[position] not in _APPOSED:
                break
            word = words[position]
            if position > stop + 1 and word in _BEHIND_HEADS and gaps[position] != "-":
                # "X, a hydrologist at the University ...": what X is has been said.
                break
            if gaps[position + 1][:1] == "'":
                # "X, the province's deputy governor": whose office it is tells nothing.
                continue
            if word in _MEDIA_NOUNS:
                votes.medium += 1
                return
            if word in _ARMED_NOUNS:
                votes.armed += 3
                return
            if word in _BODY_NOUNS:
                if word == "group" and _is_of_fighters(scanner, position + 1):
                    votes.armed += 3
                else:
                    votes.body += 2
                return
            kind = classes.get(word, 0)
            if kind & lx.PLACE_NOUN:
                if words[position + 1 : position + 2] and words[position + 1] in BODY_NOUNS:
                    # "the state utility"
                    continue
                votes.place += 2
                return
            if kind & (lx.TITLE_END | lx.ROLE_HEAD | lx.PERSON_BEFORE):
                behind = words[position + 1] if position + 1 < len(words) and gaps[position + 1] == " " else ""
                says = classes.get(behind, 0) & lx.SPEECH
                if not says:
                    # "Saule, a nurse, told"; but not "Saule, the nurse said"
                    votes.person += 2
                return
    votes.person += 1 + (after in _THAT_ARE_PERSONS)


def _is_of_fighters(scanner: Scanner, first: int) -> bool:
    """Tell whether a group is one of fighters: "a group of between 200 and 300 militants"."""
    words, classes = scanner.tokens.words, scanner.classes
    return words[first : first + 1] == ("of",) and any(
        classes.get(word, 0) & lx.FIGHTERS for word in words[first + 1 : first + 8]
    )
