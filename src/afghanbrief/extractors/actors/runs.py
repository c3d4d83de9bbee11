"""Cuts one run of capitalised words into titles, listed names and unknown names.

What a run is cut into depends on its words only. Names come back all the time, in one report and from one report to
the next, so that the cutter keeps what it made of the runs it met last.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import NamedTuple

from afghanbrief.extractors.actors import lexicon as lx
from afghanbrief.extractors.actors.names import NameTable
from afghanbrief.extractors.actors.verdicts import ACRONYM, DOMAIN, FIRST_NAME, Verdict, by_head, by_own_words
from afghanbrief.text.names import GazetteerEntry
from afghanbrief.text.tokens import Tokens, tokenize

# What the text around a run says of it, as bits.
OPENS = 1  # its first capital is owed to the place
SMALL = 2  # its first word stands in the text in lower case, too
NUMBERED = 4  # an ordinal number stands right before it ("209th Corps")
QUIET = 8  # it stands in a headline, where a capital letter says nothing
LOUD = 16  # it is a headline of its own ("GHANI TO MEET TRUMP"): each word is judged alone

NAMED = 32  # a noun for a body stands right before it ("the charity Afghan Connection")

_LONGEST_NAME = 9
_MOST_RUNS = 8192
_SPACES = frozenset((" ", "\n", "\r\n"))
_COMPLEMENTS = frozenset(("of", "for", "on", "against", "in", "to"))
# What may stand between the words of a body's name ("Workers' Party", "Google, Inc.").
_BODY_GAPS = frozenset((" ", "-", "\n", " & ", "' ", ", "))
# Heads that stand first, with the name behind them ("Radio Kabul", "Camp Bastion", "Mount Hermon").
_LEADING_HEADS = frozenset("radio tv television camp fort mount lake port cape university".split())
UNITS = frozenset("corps brigade battalion division regiment squadron army fleet infantry wing company".split())
_PLAIN = lx.COMMON | lx.AUXILIARY | lx.SPEECH | lx.ACTION | lx.TITLE | lx.NOT_NAME | lx.HEADS | lx.INNER
# Words of places that are surnames, too.
_SURNAMES_OF_LAND = frozenset(
    "hill hills field fields park lake rivers banks wells church bridges forest hall marsh pool mount bush".split()
)
_HEAD_OF = {"organisation": lx.ORG_HEAD, "armed_group": lx.ARMED_HEAD}
# Everyday words that begin the names of bodies, also at a sentence's start.
_BODY_OPENERS = frozenset(
    "international national joint united general central federal supreme high independent".split()
)


class Piece(NamedTuple):
    """A part of a run of capitalised words.

    Attributes:
        first: index of its first token.
        stop: index after its last token.
        entry: the gazetteer entry whose name it is, or ``None``.
        titled: whether a title or honorific stands right before it.
        opens: whether it opens a sentence, so that its capital letter says nothing.
        head: the classes of the word of a body or place inside it, or 0.
        verdict: what its own words say, if it has several.
    """

    first: int
    stop: int
    entry: GazetteerEntry | None
    titled: bool
    opens: bool
    head: int
    verdict: Verdict | None


# Making one by its class's own method takes three times as long.
new_piece: Callable[[tuple[int, int, GazetteerEntry | None, bool, bool, int, Verdict | None]], Piece]
new_piece = functools.partial(tuple.__new__, Piece)


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


def is_plain(word: str, kind: int, dictionary: frozenset[str], small: bool) -> bool:
    """Tell whether a word that opens a sentence is an everyday word.

    Arguments:
        word: the word in lower case.
        kind: its classes.
        dictionary: English words.
        small: whether the text has it in lower case, too.
    """
    if kind & (lx.COMMON | lx.AUXILIARY):
        return True
    if kind & (lx.TITLE | lx.FIRST_NAME | lx.KEPT | lx.HONORIFIC | lx.HEADS):
        return False
    return small or bool(kind & lx.ENGLISH) or word in dictionary


class _Job:
    """The cutting of one run."""

    def __init__(self, tokens: Tokens, names: NameTable, context: int) -> None:
        self.tokens = tokens
        self.index = names.index
        self.lexicon = names.lexicon
        self.classes = names.classes
        self.context = context
        self.capitals = tuple([form != word for form, word in zip(tokens.forms, tokens.words, strict=True)])
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
            kind = class_of(word, 0)
            if word in self.lexicon.known_firsts:
                end = self._end_of_known(position, stop)
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
            opens = bool(position == 0 and self.context & OPENS)
            hit = index.match(self.tokens, position) if kind & lx.LISTED else None
            if (
                opens
                and not (len(word) > 1 and self.tokens.forms[0].isupper() and not self.context & QUIET)
                and is_plain(word, kind, self.lexicon.dictionary, bool(self.context & SMALL))
                and (hit is None or hit.stop == position + 1 < stop)
                and not (gaps[1:2] == ("-",) and kind & lx.LINK)
                and not (self._may_open_body(word, kind) and self._end_of_body(position, position, stop) > position + 1)
            ):
                position += 1
                continue
            title = self.match_title(position, stop) if kind & (lx.TITLE | lx.TITLE_MODIFIER) else position
            if hit is not None and hit.stop >= title:
                position = self._listed(position, stop, hit.stop, hit.entry, titled, opens)
                titled = False
                continue
            whole = self._end_of_body(position, position, stop)
            if title > position and whole <= title:
                position = title
                titled = True
                continue
            if kind & lx.KEPT and position + 1 < stop and class_of(words[position + 1], 0) & lx.LISTED:
                name = index.match(self.tokens, position + 1)
                if name is not None and name.entry.type == "person":
                    # "Mullah Abdul Ghani Baradar"
                    self._add(position, name.stop, name.entry, titled, opens, 0)
                    position = name.stop
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
            if not whole and not titled and kind & lx.NOT_NAME:
                position += 1
                continue
            if (
                kind & lx.COMMON
                and not whole
                and (not position or gaps[position] != "-")
                and (position + 1 == stop or opens)
            ):
                position += 1
                continue
            if not whole and not titled and self._is_before_name(position, stop):
                # "Scotsman James Watt"
                position += 1
                titled = True
                continue
            if whole == position + 2 and self._is_person_with_head(position):
                # "Fiona Hill"
                whole = 0
            if whole:
                if whole < stop and gaps[whole] == " " and class_of(words[whole], 0) & lx.EVENT:
                    # "Academy Award": the name of what is no actor.
                    whole += 1
                else:
                    self._add(position, whole, None, False, opens, self._head_of(position, whole))
                position = whole
            else:
                end = self._end_of_unknown(position, stop, titled)
                if titled or end - position == 1 or not class_of(words[end - 1], 0) & lx.EVENT:
                    self._add(position, end, None, titled, opens, 0)
                position = end
            titled = False

    def _end_of_known(self, position: int, stop: int) -> int:
        """Tell where a well-known name of several words ends that is longer than a listed one; 0 without one."""
        words, known = self.tokens.words, self.lexicon.known
        for end in range(min(stop, position + self.lexicon.known_firsts[words[position]]), position + 1, -1):
            if words[position:end] in known:
                if "." in "".join(self.tokens.gaps[position + 1 : end]) or "," in self.tokens.gaps[position + 1]:
                    continue
                hit = (
                    self.index.match(self.tokens, position)
                    if self.classes.get(words[position], 0) & lx.LISTED
                    else None
                )
                if hit is not None and hit.stop >= end:
                    return 0
                more = self._end_of_body(position, position, stop)
                return end if more <= end else 0
        return 0

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
        elif kind & _PLAIN or words[position] in dictionary:
            return end
        self._add(position, end, None, False, True, 0)
        return end

    def _is_person_with_head(self, position: int) -> bool:
        """Tell whether a first name stands before a place's word that is a surname, too."""
        words = self.tokens.words
        return (
            words[position + 1] in _SURNAMES_OF_LAND
            and bool(self.classes.get(words[position], 0) & lx.FIRST_NAME)
            and words[position] not in self.lexicon.dictionary
            and (words[position],) not in self.lexicon.known
        )

    def _may_open_body(self, word: str, kind: int) -> bool:
        """Tell whether an everyday word may open a body's name at a sentence's start ("Civic Party")."""
        if kind & (lx.COMMON | lx.AUXILIARY | lx.ADVERB | lx.NOT_NAME | lx.SPEECH):
            return word in _BODY_OPENERS
        return not word.endswith(("ing", "ly", "ed"))

    def _listed(self, position: int, stop: int, end: int, entry: GazetteerEntry, titled: bool, opens: bool) -> int:
        """Take a listed name, or the longer name that it begins; give the index after it."""
        words, gaps, class_of = self.tokens.words, self.tokens.gaps, self.classes.get
        soft = entry.type == "place" or entry.type == "country"
        if entry.country is not None and (entry.type == "country" or entry.form == "demonym"):
            self.countries.append((position, end))
        more = end < stop and (gaps[end] in (" ", "-", "\n", ", ") or (gaps[end] == ". " and end - position > 1))
        if soft and more and gaps[end] == "-" and class_of(words[end], 0) & lx.LINK:
            # "Dand-e-Ghori" is one name.
            last = self._end_of_unknown(position, stop, True)
            self._add(position, last, None, titled, opens, 0)
            return last
        if more and gaps[end] == "-" and len(words[end]) < 3 and entry.type in _HEAD_OF:
            if self.tokens.forms[position].isupper() and self.tokens.forms[end].isupper():
                # "ISIL-KP"
                self._add(position, end + 1, None, False, opens, _HEAD_OF[entry.type])
                return end + 1
        if more and words[end] in _COMPLEMENTS and entry.type in ("organisation", "armed_group"):
            # "Islamic State of Iraq and Levant"
            last = self._end_of_complement(end, stop)
            self._add(position, last, None, False, opens, _HEAD_OF[entry.type])
            return last
        if (soft or entry.type in ("organisation", "media")) and more:
            whole = self._end_of_body(position, end, stop)
            if whole:
                self._add(position, whole, None, False, opens, self._head_of(end, whole))
                return whole
            if soft and entry.form != "adjective" and gaps[end] == " " and self.capitals[end]:
                further = class_of(words[end], 0)
                unknown = not further & (lx.TITLE | lx.NOT_NAME | lx.LISTED)
                if (titled and end - position == 1) or (unknown and not further & lx.ENGLISH and entry.type == "place"):
                    last = self._end_of_unknown(position, stop, True)
                    self._add(position, last, None, titled, opens, 0)
                    return last
        if soft and more and end - position == 1 and gaps[end] == " " and class_of(words[position], 0) & lx.FIRST_NAME:
            further = class_of(words[end], 0)
            if not further & (lx.TITLE | lx.NOT_NAME | lx.LISTED | lx.HEADS | lx.EVENT | lx.COMMON | lx.LINK):
                if further & lx.SURNAME or words[end] not in self.lexicon.dictionary:
                    # "Jordan Peele"
                    last = self._end_of_unknown(position, stop, True)
                    self._add(position, last, None, titled, opens, 0)
                    return last
        if soft and end - position == 1 and self.pieces:
            # "Michael Jordan": a first name stands right before.
            before = self.pieces[-1]
            if before.stop == position and before.entry is None and gaps[position] == " " and before.head == 0:
                if before.stop - before.first == 1 and class_of(words[before.first], 0) & lx.FIRST_NAME:
                    self.pieces[-1] = before._replace(stop=end, verdict=FIRST_NAME)
                    return end
        if entry.form != "adjective" and not (entry.form == "demonym" and not self._is_noun(end)):
            self._add(position, end, entry, titled, opens, 0)
        return end

    def _is_noun(self, stop: int) -> bool:
        """Tell whether a national's name is a noun: a plural that no name follows."""
        return self.tokens.words[stop - 1].endswith(("s", "i", "h")) and (
            stop == len(self.tokens) or self.tokens.gaps[stop] != "-"
        )

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
            elif stop - first > 1:
                verdict = by_own_words(tokens.forms[first:stop], tokens.words[first:stop], titled, head, self.lexicon)
        if head and first == 0 and self.context & NUMBERED and tokens.words[stop - 1] in UNITS:
            # "209th Corps"
            verdict = by_head(tokens.words[first:stop], head)
            first -= 1
        self.pieces.append(Piece(first, stop, entry, titled, opens, head, verdict))

    def _is_before_name(self, position: int, stop: int) -> bool:
        """Tell whether an everyday word stands before a first name and surname."""
        words, gaps, class_of = self.tokens.words, self.tokens.gaps, self.classes.get
        return (
            position + 2 < stop
            and gaps[position + 1] == " " == gaps[position + 2]
            and words[position] in self.lexicon.dictionary
            and not class_of(words[position], 0) & (lx.FIRST_NAME | lx.SURNAME | lx.KEPT | lx.LINK)
            and bool(class_of(words[position + 1], 0) & lx.FIRST_NAME)
            and words[position + 1] not in self.lexicon.dictionary
        )

    def _head_of(self, first: int, stop: int) -> int:
        """Give the classes of the head: the word before "of", else the last one, else any."""
        words, class_of = self.tokens.words, self.classes.get
        for position in range(first + 1, stop):
            if words[position] in ("of", "for", "on", "against"):
                kind = class_of(words[position - 1], 0) & lx.HEADS
                if kind:
                    return kind
        kind = class_of(words[stop - 1], 0) & lx.HEADS
        if kind:
            return kind
        for position in range(stop - 1, first - 1, -1):
            kind = class_of(words[position], 0) & lx.HEADS
            if kind:
                return kind
        return 0

    def _end_of_body(self, first: int, begin: int, stop: int) -> int:
        """Tell where a name ends whose head is a body's or place's word, looking from *begin* on; 0 without a head."""
        words, gaps, class_of = self.tokens.words, self.tokens.gaps, self.classes.get
        best = 0
        for position in range(begin, min(stop, begin + _LONGEST_NAME)):
            if (
                position > first
                and gaps[position] not in _BODY_GAPS
                and not (words[position] == "s" and position > begin)
            ):
                if gaps[position] != ". " or position != begin:
                    break
            kind = class_of(words[position], 0)
            if kind & lx.TITLE and (position > begin or begin > first):
                title = self.match_title(position, stop)
                if title > position + 1 or (title > position and not kind & lx.ORG_HEAD):
                    break
            if kind & lx.HEADS and self.capitals[position]:
                best = position + 1
        if best == 1 and first == 0 and self.context & NUMBERED and words[0] in UNITS:
            return best
        if not best or best - first == 1:
            leads = begin == first and words[first] in _LEADING_HEADS and first + 1 < stop and gaps[first + 1] == " "
            if leads and words[first + 1] not in _COMPLEMENTS:
                return self._end_of_unknown(first, stop, True)
            if not (best and best < stop and words[best] in _COMPLEMENTS and gaps[best] in _SPACES):
                return 0
        if best < stop and words[best] in _COMPLEMENTS and gaps[best] in (" ", "\n"):
            return self._end_of_complement(best, stop)
        return best

    def _end_of_complement(self, first: int, stop: int) -> int:
        """Tell where a complement ends ("of Refugees and Repatriations"): before a title."""
        words, gaps, class_of = self.tokens.words, self.tokens.gaps, self.classes.get
        end = first
        while end < stop and end - first < _LONGEST_NAME and gaps[end] in (" ", "-", "\n"):
            if class_of(words[end], 0) & lx.TITLE and end > first + 1:
                break
            end += 1
        return end

    def _end_of_unknown(self, first: int, stop: int, titled: bool) -> int:
        """Tell where an unknown name ends: before a listed name or a title."""
        words, gaps, class_of, index = self.tokens.words, self.tokens.gaps, self.classes.get, self.index
        person = titled or bool(class_of(words[first], 0) & (lx.FIRST_NAME | lx.KEPT))
        position = first + 1
        while position < stop:
            gap = gaps[position]
            if (
                class_of(words[position], 0) & lx.LISTED
                and gap != "-"
                and gap != "'"
                and not class_of(words[position - 1], 0) & lx.LINK
            ):
                hit = index.match(self.tokens, position)
                if hit is not None:
                    soft = hit.entry.type in ("place", "country", "people") and hit.stop - position == 1
                    if not (soft and person) and not (hit.stop - position == 1 and hit.entry.type == "people"):
                        break
            elif class_of(words[position], 0) & lx.TITLE and self.match_title(position, stop) > position + (gap == " "):
                break
            position += 1
        return position

    def match_title(self, first: int, stop: int) -> int:
        """Find the longest title that begins at a token; give the index after it, *first* if there is none."""
        words, gaps, class_of = self.tokens.words, self.tokens.gaps, self.classes.get
        begin = first
        while begin < stop - 1 and begin - first < 3 and class_of(words[begin], 0) & lx.TITLE_MODIFIER:
            if gaps[begin + 1] not in (" ", "-", "\n"):
                break
            begin += 1
        by_first = self.lexicon.titles_by_first
        for start in range(begin, first - 1, -1):
            for title in by_first.get(words[start], ()):
                end = start + len(title)
                if end <= stop and words[start:end] == title:
                    # "Secretary General", "Director General": two titles in a row are one.
                    if end < stop and gaps[end] == " " and words[end : end + 1] in self.lexicon.titles:
                        return end + 1
                    return end
        return first
