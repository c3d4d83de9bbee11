"""Finds whom "its spokesman", "the mayor" and "the major" mean by what the text named before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from afghanbrief.document import Document
from afghanbrief.kinds import ActorMention

_BODIES: Final = frozenset(("government", "organisation", "armed_group", "media"))
_OF_ITS: Final = _BODIES | {"place"}
_OF_THEIR: Final = _BODIES | {"role", "people"}
# Offices over a town, province or district, whose holders need no "of" where the place has been named.
_LOCAL: Final = frozenset(("mayor", "governor"))
# Offices that every body has: the one named before has them.
_OF_A_BODY: Final = frozenset(("spokesman", "spokeswoman", "spokesperson", "captain", "coach", "chairman", "director"))
_PRONOUNS: Final = ("its", "their", "his", "her")
_PERSONS: Final = frozenset(("person",))
_MOST_MENTIONS: Final = 40
# Nouns for any armed group, nouns behind the name of a land, and nouns for bodies whose names have another head.
_FIGHTING: Final = frozenset(("group", "movement", "militia", "faction", "insurgency"))
_LANDS: Final = frozenset(("province", "district", "city", "town", "county", "region"))
_NO_WORDS: Final[frozenset[str]] = frozenset()
_HEADS: Final = {
    "bloc": frozenset(("alliance", "coalition", "front", "union")),
    "coalition": frozenset(("alliance", "bloc", "front")),
    "alliance": frozenset(("coalition", "bloc")),
    "company": frozenset("co corp corporation ltd inc plc gmbh group oil gas petroleum steel energy motors".split()),
    "firm": frozenset("co corp corporation ltd inc plc gmbh group".split()),
    "airline": frozenset(("airlines", "airways", "air")),
    "charity": frozenset(("trust", "foundation")),
}


class Antecedents:
    """Finds antecedents among the mentions of one document.

    Arguments:
        document: the document.
        mentions: its mentions in text order.
    """

    def __init__(self, document: Document, mentions: Sequence[ActorMention]) -> None:
        self._document = document
        self._mentions = mentions
        self._starts = [mention.span.start for mention in mentions]

    def named_by(self, start: int, noun: str) -> ActorMention | None:
        """Find what "the committee", "the group", "the province" mean: the nearest one before that bears the noun.

        Arguments:
            start: where the noun, or what is said with it, begins.
            noun: the noun in lower case.

        Returns:
            The mention of the body or place, or ``None``.
        """
        text = self._document.text
        last = bisect_left(self._starts, start) - 1
        for number in range(last, max(-1, last - _MOST_MENTIONS), -1):
            mention = self._mentions[number]
            span = mention.span
            if span.end > start:
                continue
            if mention.type == "place":
                # "in Faryab province ... the province's governor"
                if noun in _LANDS and text.startswith(noun, span.end + 1):
                    return mention
            elif mention.type in _BODIES:
                if mention.type == "armed_group" and noun in _FIGHTING:
                    return mention
                words = span.text.lower().split()
                if noun in words or not _HEADS.get(noun, _NO_WORDS).isdisjoint(words):
                    return mention
        return None

    def owner(self, start: int, tie: str, head: str) -> ActorMention | None:
        """Find the body, state or place whose office a title is.

        Arguments:
            start: where the title begins.
            tie: the pronoun or article before it, or ``""``.
            head: the title's last word in lower case.

        Returns:
            The mention of the owner, or ``None``.
        """
        local = head in _LOCAL
        if tie == "its" or tie == "whose":
            types = _OF_ITS if local else _BODIES
        elif tie == "their":
            types = _OF_THEIR
        elif tie == "his" or tie == "her":
            types = _PERSONS
        elif local and tie == "the":
            types = frozenset(("place",))
        elif head in _OF_A_BODY and (tie == "the" or head.startswith("spokes")):
            types = _BODIES
        else:
            return None
        document, mentions = self._document, self._mentions
        last = bisect_left(self._starts, start) - 1
        number = document.sentence_index(start)
        for sentence in (number, number - 1):
            if sentence < 0:
                break
            begin = document.sentences[sentence].start
            if (
                sentence < number
                and tie not in _PRONOUNS
                and document.block_index(begin) != document.block_index(start)
            ):
                break
            subject: ActorMention | None = None
            nearest = last
            while last >= 0 and nearest - last < _MOST_MENTIONS and self._starts[last] >= begin:
                mention = mentions[last]
                if mention.type in types and mention.span.end < start:
                    if document.text[mention.span.end : start].split() in (["and", tie], [",", "whose"]):
                        return mention
                    subject = mention
                last -= 1
            if subject is not None:
                return subject
        return None
