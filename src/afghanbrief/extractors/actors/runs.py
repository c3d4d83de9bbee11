"""Cuts one run of capitalised words into titles, listed names and unknown names.

What a run is cut into depends on its words only. Names come back all the time, in one report and from one report to
the next, so that the cutter keeps what it made of the runs it met last.
"""

from __future__ import annotations

import functools
from typing import Final, NamedTuple

from afghanbrief.extractors.actors import lexicon as lx
from afghanbrief.extractors.actors.function_words import COMPLEMENTS
from afghanbrief.extractors.actors.names import NameTable
from afghanbrief.extractors.actors.parts import TITLES_OR_NAMES, UNITS, PartReader
from afghanbrief.extractors.actors.pieces import Piece
from afghanbrief.extractors.actors.portfolios import PORTFOLIOS, end_of_field_title
from afghanbrief.extractors.actors.verdicts import (
    ACRONYM,
    DOMAIN,
    FIRST_NAME,
    INNER_PARTS,
    SURNAME_FIRST,
    by_head,
    by_own_words,
)
from afghanbrief.text.names import GazetteerEntry
from afghanbrief.text.tokens import Tokens, tokenize

# What the text around a run says of it, as bits.
OPENS: Final = 1  # its first capital is owed to the place
NUMBERED: Final = 4  # an ordinal number stands right before it ("209th Corps")
QUIET: Final = 8  # it stands in a headline, where a capital letter says nothing
LOUD: Final = 16  # it is a headline of its own ("GHANI TO MEET TRUMP"): each word is judged alone

NAMED: Final = 32  # a noun for a body stands right before it ("the charity Afghan Connection")

_MOST_RUNS: Final = 8192
_OF_TOWNS: Final = ("de", "del", "do", "da", "dos")
_COMPASS: Final = frozenset("north south east west upper lower greater".split())
# Titles behind which no town's name stands: "President Farah".
_COURTESIES: Final = frozenset(("mr", "mrs", "ms", "miss", "messrs"))
_OF_PERSONS: Final = frozenset(
    "president mr mrs ms dr general gen colonel col captain capt major king queen judge senator sen professor"
    " prof sheikh lieutenant sergeant admiral premier justice".split()
)
_PLAIN: Final = lx.COMMON | lx.AUXILIARY | lx.SPEECH | lx.ACTION | lx.TITLE | lx.NOT_NAME | lx.HEADS | lx.INNER
_BODIES: Final = ("organisation", "armed_group", "media")
_HEAD_OF: Final = {"organisation": lx.ORG_HEAD, "armed_group": lx.ARMED_HEAD}


class Cut(NamedTuple):
    """What a run was cut into; all indexes count from the run's first token.

    Attributes:
        pieces: its names.
        countries: first and stop of the names and adjectives of countries.
    """

    pieces: tuple[Piece, ...]
    countries: tuple[tuple[int, int], ...]


class RunCutter:
    """Cuts runs.

    Arguments:
        names: the listed names and the word lists.
    """

    def __init__(self, names: NameTable) -> None:
        self._names = names
        self.cut = functools.lru_cache(maxsize=_MOST_RUNS)(self._cut)

    def _cut(self, text: str, context: int) -> Cut:
        tokens = tokenize(text)
        job = _Job(tokens, self._names, context)
        job.run()
        return Cut(tuple(job.pieces), tuple(job.countries))


def is_plain(word: str, kind: int, dictionary: frozenset[str]) -> bool:
    """Tell whether a word that opens a sentence is an everyday word.

    Arguments:
        word: the word in lower case.
        kind: its classes.
        dictionary: English words.
    """
    if kind & (lx.COMMON | lx.AUXILIARY) or (kind & lx.ROLE_HEAD and word.endswith("men")):
        return True
    if kind & (lx.TITLE | lx.FIRST_NAME | lx.KEPT | lx.HONORIFIC | lx.HEADS):
        return False
    return bool(kind & lx.ENGLISH) or word in dictionary


class _Job(PartReader):
    """The cutting of one run."""

    def __init__(self, tokens: Tokens, names: NameTable, context: int) -> None:
        super().__init__(tokens, names, bool(context & NUMBERED))
        self.context = context | LOUD if self.is_headline() else context
        self.pieces: list[Piece] = []
        self.countries: list[tuple[int, int]] = []

    def run(self) -> None:
        """Cut from left to right."""
        stop = len(self.tokens)
        words, gaps, class_of, index = self.tokens.words, self.tokens.gaps, self.classes.get, self.index
        position = 0
        titled = False
        while position < stop:
            word = words[position]
            if (word == "ex" or word == "pro") and gaps[position + 1 : position + 2] == ("-",) and position + 1 < stop:
                # "Ex-CIA director"
                position += 1
                continue
            if word in self.lexicon["ship_prefixes"] and self.tokens.forms[position].isupper():
                # "USS Abraham Lincoln"
                return
            kind = class_of(word, 0)
            if word in self.lexicon.known_firsts:
                end = self.end_of_known(position, stop)
                if end:
                    self._add(position, end, None, titled, False, 0)
                    position = end
                    titled = False
                    continue
            if self.context & NAMED and position == 0:
                hit = index.match(self.tokens, 0)
                if hit is not None and hit.entry.form == "adjective" and hit.stop < stop:
                    self.countries.append((0, hit.stop))
                    self._add(0, stop, None, False, False, lx.ORG_HEAD)
                    return
            if self.context & LOUD:
                position = self._judge_alone(position, stop, kind)
                continue
            if not self.capitals[position] and position and gaps[position] != "-" and not kind & (lx.LISTED | lx.LINK):
                position += 1
                continue
            if word == "s" and gaps[position] == "'":
                position += 1
                continue
            opens = bool(position == 0 and self.context & OPENS)
            hit = index.match(self.tokens, position) if kind & lx.LISTED else None
            if (
                opens
                and not (len(word) > 1 and self.tokens.forms[0].isupper() and not self.context & QUIET)
                and is_plain(word, kind, self.lexicon.dictionary)
                and (hit is None or hit.stop == position + 1 < stop)
                and not (gaps[1:2] == ("-",) and kind & lx.LINK)
                # "Bin Laden"
                and not (word in INNER_PARTS and stop > 1 and gaps[1] == " ")
                and word not in self.lexicon["event_starts"]
                # "Apple Computer today ..."
                and not (
                    stop > 1
                    and self.capitals[1]
                    and not self.context & QUIET
                    and (self.lexicon.known.get(word) if hit is None else hit.entry.type) == "organisation"
                )
                and not (self.may_open_body(word, kind) and self.end_of_body(position, position, stop) > position + 1)
            ):
                position += 1
                while position < stop and not self.capitals[position] and gaps[position] == " " == gaps[position + 1]:
                    # "Monte de Piedad": what stands behind a word that is no name belongs to none.
                    position += 1
                continue
            title = self.match_title(position, stop) if kind & (lx.TITLE | lx.TITLE_MODIFIER) else position
            if title == position and not PORTFOLIOS.isdisjoint(words[position + 1 : stop - 1]):
                title = end_of_field_title(self.tokens, position, stop, self.names) or position
            if title == position + 1 and word in TITLES_OR_NAMES and stop - position > 2 and gaps[title] == " ":
                # "Sultan Aziz Azam"
                title = position
            if hit is not None and hit.stop >= title:
                position = self._listed(position, stop, hit.stop, hit.entry, titled, opens)
                titled = False
                continue
            whole = self.end_of_body(position, position, stop)
            if position < title < stop - 1 and words[title] == "s" and class_of(words[title + 1], 0) & lx.ORG_HEAD:
                # "Attorney General's Office"
                self._add(position, title + 2, None, False, opens, lx.ORG_HEAD)
                position = title + 2
                continue
            if title > position and whole <= title:
                position = title
                titled = True
                continue
            if kind & lx.KEPT and position + 1 < stop and class_of(words[position + 1], 0) & lx.LISTED:
                name = index.match(self.tokens, position + 1)
                if name is not None and name.entry.type == "person":
                    # "Mullah Abdul Ghani Baradar"
                    end = self.end_of_person(name.stop, stop)
                    self._add(position, end, name.entry, titled, opens, 0)
                    position = end
                    titled = False
                    continue
            if (
                kind & lx.HONORIFIC
                and position + 1 < stop
                and (not whole or class_of(words[position + 1], 0) & lx.FIRST_NAME)
            ):
                position += 1
                titled = True
                continue
            if (
                not whole
                and not titled
                and kind & lx.NOT_NAME
                and not self.is_given_name(position, stop)
                and word not in self.lexicon["event_starts"]
            ):
                position += 1
                continue
            if (
                kind & lx.COMMON
                and not whole
                and not (len(word) > 1 and self.tokens.forms[position].isupper())
                and (not position or gaps[position] != "-")
                and (position + 1 == stop or opens)
                # "Mr More"
                and not (titled and class_of(words[position - 1], 0) & lx.HONORIFIC)
            ):
                position += 1
                continue
            if not whole and not titled and self.is_before_name(position, stop):
                # "Scotsman James Watt"
                position += 1
                titled = True
                continue
            if whole == position + 2 and self.is_person_with_head(position):
                # "Fiona Hill"
                whole = 0
            if whole:
                if whole < stop and gaps[whole] == " " and class_of(words[whole], 0) & lx.EVENT:
                    # "Academy Award": the name of what is no actor.
                    whole += 1
                else:
                    self._add(position, whole, None, False, opens, self.head_of(position, whole))
                position = whole
            else:
                end = self.end_of_unknown(position, stop, titled)
                if (
                    titled
                    or end - position == 1
                    or not class_of(words[end - 1], 0) & lx.EVENT
                    or (end - position == 2 and self.is_person_with_head(position))
                ):
                    self._add(position, end, None, titled, opens, 0)
                position = end
            titled = False

    def _judge_alone(self, position: int, stop: int, kind: int) -> int:
        """Take a listed name or a word that is no everyday word from a headline; give the index after it."""
        words, dictionary = self.tokens.words, self.lexicon.dictionary
        if kind & lx.LISTED:
            hit = self.index.match(self.tokens, position)
            if hit is not None and not (
                hit.stop == position + 1 and words[position] in dictionary and len(words[position]) < 5
            ):
                return self._listed(position, hit.stop, hit.stop, hit.entry, False, True)
        end = position + 1
        if kind & (lx.FIRST_NAME | lx.KEPT) and end < stop and not self.classes.get(words[end], 0) & _PLAIN:
            if words[end] not in dictionary:
                end += 1
        elif kind & _PLAIN or (words[position] in dictionary and words[position] not in self.lexicon["leaders"]):
            return end
        self._add(position, end, None, False, True, 0)
        return end

    def _listed(self, position: int, stop: int, end: int, entry: GazetteerEntry, titled: bool, opens: bool) -> int:
        """Take a listed name, or the longer name that it begins; give the index after it."""
        words, gaps, class_of = self.tokens.words, self.tokens.gaps, self.classes.get
        soft = entry.type == "place" or entry.type == "country"
        if entry.country is not None and (entry.type == "country" or entry.form == "demonym"):
            self.countries.append((position, end))
        more = end < stop and (gaps[end] in (" ", "-", "\n", ", ") or (gaps[end] == ". " and end - position > 1))
        if (
            soft
            and more
            and gaps[end] == "-"
            and (
                class_of(words[end], 0) & lx.LINK
                or (class_of(words[position], 0) & class_of(words[end], 0) & lx.FIRST_NAME and end - position == 1)
            )
        ) or (soft and more and not self.capitals[end] and words[end] in _OF_TOWNS and end + 1 < stop):
            # "Dand-e-Ghori" is one name, and so are "Mary-Ellen Hughes" and "Santiago de Compostela".
            last = self.end_of_unknown(position, stop, True)
            self._add(position, last, None, titled, opens, 0 if titled or gaps[end] == "-" else lx.PLACE_HEAD)
            return last
        if more and gaps[end] == "-" and len(words[end]) < 3 and entry.type in _HEAD_OF:
            if self.tokens.forms[position].isupper() and self.tokens.forms[end].isupper():
                # "ISIL-KP"
                self._add(position, end + 1, None, False, opens, _HEAD_OF[entry.type])
                return end + 1
        if more and words[end] in COMPLEMENTS and entry.type in ("organisation", "armed_group"):
            # "Islamic State of Iraq and Levant"
            last = self.end_of_complement(end, stop)
            self._add(position, last, None, False, opens, _HEAD_OF[entry.type])
            return last
        if entry.type == "people" and more and gaps[end] == " ":
            whole = self.end_of_body(position, end, stop)
            if whole and self.head_of(end, whole) & (lx.ORG_HEAD | lx.ARMED_HEAD):
                # "Baloch Students Organisation"
                self._add(position, whole, None, False, opens, self.head_of(end, whole))
                return whole
        if (soft or entry.type in ("organisation", "media")) and more:
            whole = self.end_of_body(position, end, stop)
            if whole:
                self._add(position, whole, None, False, opens, self.head_of(end, whole))
                return whole
            if soft and entry.form != "adjective" and gaps[end] == " " and self.capitals[end]:
                further = class_of(words[end], 0)
                named = further & (lx.FIRST_NAME | lx.KEPT) and end + 1 < stop and not titled
                if named and words[end + 1] not in self.lexicon.dictionary:
                    if not class_of(words[position], 0) & (lx.FIRST_NAME | lx.SURNAME):
                        # "the consul in Peshawar Hafiz Noor": a town, and a person behind it.
                        self._add(position, end, entry, False, opens, 0)
                        return end
                unknown = not further & (lx.TITLE | lx.NOT_NAME | lx.LISTED)
                if (titled and end - position == 1) or (unknown and not further & lx.ENGLISH and entry.type == "place"):
                    last = self.end_of_unknown(position, stop, True)
                    self._add(position, last, None, titled, opens, 0)
                    return last
        if entry.type == "person":
            end = self.end_of_person(end, stop)
        alone = more and end - position == 1 and gaps[end] == " "
        if alone and class_of(words[position], 0) & lx.FIRST_NAME and (soft or entry.type in _BODIES):
            further = class_of(words[end], 0)
            if not further & (lx.TITLE | lx.NOT_NAME | lx.LISTED | lx.HEADS | lx.EVENT | lx.COMMON | lx.LINK):
                if further & lx.SURNAME or words[end] not in self.lexicon.dictionary:
                    # "Jordan Peele", "Dawn Butler"
                    last = self.end_of_unknown(position, stop, True)
                    self._add(position, last, None, titled, opens, 0)
                    return last
        if titled and soft and end - position == 1 and words[position - 1] in _OF_PERSONS:
            if class_of(words[position], 0) & (lx.FIRST_NAME | lx.SURNAME) or words[position - 1] in _COURTESIES:
                # "President Farah": nobody is president of a town; "Mr Danish": nor is a nationality addressed.
                self._add(position, end, None, True, opens, 0)
                return end
        if soft and end - position == 1 and self.pieces:
            # "Michael Jordan": a first name stands right before.
            before = self.pieces[-1]
            if before.stop == position and before.entry is None and gaps[position] == " " and before.head == 0:
                name = words[before.first]
                if before.stop - before.first == 1 and (
                    class_of(name, 0) & lx.FIRST_NAME
                    # "Elyas Wardak"
                    or (
                        entry.type == "place"
                        and end == stop
                        and not before.opens
                        and not class_of(name, 0)
                        and name not in self.lexicon.dictionary
                        and name not in self.lexicon.known
                        and not self.tokens.forms[before.first].isupper()
                    )
                ):
                    self.pieces[-1] = before._replace(stop=end, verdict=FIRST_NAME)
                    return end
        if entry.type == "place" and position and words[position - 1] in _COMPASS and self._joins_left(position):
            # "North Oakland", "Upper Manhattan": a part with a name of its own.
            self._add(position - 1, end, None, titled, opens, lx.PLACE_HEAD)
        elif entry.form != "adjective" and not (entry.form == "demonym" and not self.is_noun(end)):
            self._add(position, end, entry, titled, opens, 0)
        if more and end + 1 == stop and entry.type == "organisation" and self.is_division(end):
            # "Google Cloud": an everyday word behind a firm is no name of its own.
            return stop
        return end

    def _joins_left(self, position: int) -> bool:
        """Tell whether the word before a name is written in a capital and belongs to no other name."""
        before = not self.pieces or self.pieces[-1].stop < position
        return before and self.tokens.gaps[position] == " " and bool(self.capitals[position - 1])

    def _add(self, first: int, stop: int, entry: GazetteerEntry | None, titled: bool, opens: bool, head: int) -> None:
        verdict = None
        tokens = self.tokens
        if entry is None:
            if self.context & QUIET:
                opens = True
            if stop - first == 2 and tokens.gaps[1:2] == (".",) and not self.capitals[first + 1]:
                verdict = DOMAIN
            elif stop - first > 1 and tokens.gaps[first + 1] == "-" and all(map(str.isupper, tokens.forms[first:stop])):
                # "CSTC-A"
                verdict = by_head(tokens.words[first:stop], head) if head else ACRONYM
            elif stop - first == 3 and tokens.gaps[first + 2] == "-" and self.is_surname_first(first):
                verdict = SURNAME_FIRST
            elif stop - first > 1:
                verdict = by_own_words(tokens.forms[first:stop], tokens.words[first:stop], titled, head, self.lexicon)
        if head and first == 0 and self.context & NUMBERED and tokens.words[stop - 1] in UNITS:
            # "209th Corps"
            verdict = by_head(tokens.words[first:stop], head)
            first -= 1
        self.pieces.append(Piece(first, stop, entry, titled, opens, head, verdict))
