"""Cuts the capitalised words of a text into runs, and runs into titles, listed names and unknown pieces."""

from __future__ import annotations

from itertools import compress
from operator import ne
from typing import NamedTuple

from afghanbrief.document import Document
from afghanbrief.extractors.actors import lexicon as lx
from afghanbrief.extractors.actors.headlines import find_headlines
from afghanbrief.extractors.actors.lexicon import Lexicon
from afghanbrief.text.names import GazetteerEntry, NameIndex
from afghanbrief.text.tokens import Tokens

# A run of capitalised words longer than this is a headline in capitals, a table or no text at all.
_LONGEST_RUN = 24
_LONGEST_NAME = 9
_SHORT_TITLES = frozenset(
    "gen maj lt col capt sgt cpl adm brig gov sen rep amb dr prof mr mrs ms st rev hon cmdr".split()
)
# Articles of Arabic names, written small before a hyphen ("al-Zaman", "Jabhat al-Nusra").
_ARTICLES = frozenset("al el ad ar as at az an ash ul".split())
# Listed names that are written with a small first letter.
_LOWER_STARTS = ("mujahideen", "mujahedeen", "mujahidin", "mujahedin")
_ENDINGS_OF_CONTRACTIONS = frozenset("s re ll ve t d m".split())
_COMPLEMENTS = frozenset(("of", "for", "on", "against", "in", "to"))
_SPACES = frozenset((" ", "\n", "\r\n"))
# Heads that stand first, with the name behind them ("Radio Kabul", "Camp Bastion", "Mount Hermon").
_LEADING_HEADS = frozenset("radio tv television camp fort mount lake port cape university".split())
_UNITS = frozenset("corps brigade battalion division regiment squadron army fleet infantry wing company".split())


# Everyday words that begin the names of bodies, also at a sentence's start.
_BODY_OPENERS = frozenset(
    "international national joint united general central federal supreme high independent".split()
)
_JOINING = lx.LINK | lx.INNER
_NO_NAME = lx.COMMON | lx.NOT_NAME
# Classes of words that a lone capitalised word's quick judgement leaves to the full one.
_LONG_WAY = lx.HEADS | lx.TITLE | lx.HONORIFIC


class Piece(NamedTuple):
    """A part of a run of capitalised words.

    Attributes:
        first: index of its first token.
        stop: index after its last token.
        entry: the gazetteer entry whose name it is, or ``None``.
        titled: whether a title or honorific stands right before it.
        opens: whether it opens a sentence, so that its capital letter says nothing.
        head: the classes of the word of a body or place inside it, or 0.
    """

    first: int
    stop: int
    entry: GazetteerEntry | None
    titled: bool
    opens: bool
    head: int


class Scanner:
    """Cuts the capitalised words of one document into pieces.

    Arguments:
        document: the document.
        index: the listed names.
        lexicon: the word lists.
    """

    def __init__(self, document: Document, index: NameIndex, lexicon: Lexicon) -> None:
        self.tokens: Tokens = document.tokens
        self.index = index
        self.listed = index.first_words
        self.lexicon = lexicon
        self.classes = lexicon.classes
        self.title_links = lexicon.title_links
        self.small = frozenset(self.tokens.forms)
        first_from = self.tokens.first_from
        self.openers = frozenset([first_from(sentence.start) for sentence in document.sentences])
        self.quiet = find_headlines(document)
        self.pieces: list[Piece] = []
        self.countries: list[tuple[int, int]] = []

    def find(self) -> list[Piece]:
        """Give the pieces in text order; titles and adjectives of countries are left out."""
        forms, words, gaps = self.tokens.forms, self.tokens.words, self.tokens.gaps
        free_from = 0
        starts = list(compress(range(len(words)), map(ne, forms, words)))
        if not self.small.isdisjoint(_LOWER_STARTS):
            starts = sorted({*starts, *[i for i, word in enumerate(words) if word in _LOWER_STARTS]})
        classes, listed_words, pieces = self.classes, self.listed, self.pieces
        last = len(words) - 1
        for first in starts:
            if first < free_from:
                continue
            word = words[first]
            listed = word in listed_words
            if not listed and not forms[first][0].isupper():
                continue
            after = first + 1
            if first < last and gaps[after] == " " and forms[after] == words[after] and gaps[first] != "-":
                # A lone word before a lower-case one that joins no names: by far the most frequent run.
                kind = classes.get(word, 0)
                if not classes.get(words[after], 0) & _JOINING and not kind & _LONG_WAY and not listed:
                    free_from = after
                    if not kind & _NO_NAME:
                        opens = self._opens(first)
                        if not (opens and self._is_plain(word, kind)):
                            pieces.append(Piece(first, after, None, False, opens, 0))
                    continue
            begin = first
            if gaps[first] == "-" and first > free_from and words[first - 1] in _ARTICLES:
                begin = first - 1
            stop = self._end_of_run(first)
            free_from = stop
            if stop - begin <= _LONGEST_RUN and (stop - begin > 1 or not self._is_no_name(begin)):
                self._cut(begin, stop)
        return self.pieces

    def _is_no_name(self, position: int) -> bool:
        """Tell early that a lone capitalised word is the opening of a sentence and no more."""
        word = self.tokens.words[position]
        return bool(self.classes.get(word, 0) & lx.COMMON and word not in self.listed)

    def _end_of_run(self, first: int) -> int:
        forms, words, gaps, classes = self.tokens.forms, self.tokens.words, self.tokens.gaps, self.classes
        count = len(forms)
        stop = first + 1
        head = classes.get(words[first], 0) & lx.HEADS
        while stop < count:
            gap, form, word = gaps[stop], forms[stop], words[stop]
            if form != word and form[0].isupper():
                if gap == " " or gap == "-":
                    pass
                elif gap == "\n" or gap == "\r\n":
                    if stop in self.openers:
                        break
                elif gap == ". " or gap == ".":
                    before = forms[stop - 1]
                    if len(before) != 1 and words[stop - 1] not in _SHORT_TITLES:
                        break
                    if gap == ". " and stop in self.openers and len(before) == 1 and not before.isupper():
                        break
                elif gap == "'":
                    if len(forms[stop - 1]) > 2:
                        break
                elif gap != " & ":
                    break
                head |= classes.get(word, 0) & lx.HEADS
                stop += 1
                continue
            if stop + 1 >= count or (forms[stop + 1] == words[stop + 1] and not (gap == " " and word in _COMPLEMENTS)):
                if gap == "-" and stop < count and not classes.get(word, 0) and word.isalpha() and len(word) < 8:
                    stop += 1
                    continue
                if (
                    gap == "'"
                    and word not in _ENDINGS_OF_CONTRACTIONS
                    and len(word) > 1
                    and forms[stop - 1] != words[stop - 1]
                ):
                    stop += 1
                    continue
                break
            kind = classes.get(word, 0)
            if gap == "-" and not kind and word.isalpha() and forms[stop - 1] != words[stop - 1]:
                stop += 1
                continue
            if kind & lx.LINK and gap in (" ", "-", "\n"):
                if gaps[stop + 1] in (" ", "-", "'", "\n") and forms[stop + 1][0].isupper():
                    if gap != "-" and word in ("e", "i", "y", "as", "an"):
                        break
                    stop += 2
                    continue
            if gap == "'" and word not in _ENDINGS_OF_CONTRACTIONS and len(word) > 1:
                stop += 1
                continue
            if word == "of" and gap == " " == gaps[stop + 1] and (words[stop - 1], words[stop + 1]) in self.title_links:
                # "Deputy Secretary of State Tony Blinken"
                stop += 2
                continue
            if head and gap in (" ", "\n") and kind & lx.INNER and (word in _COMPLEMENTS or word in ("and", "&")):
                after = stop + 1
                if words[after] == "the" and gaps[after] in _SPACES and after + 1 < count:
                    after += 1
                if gaps[after] in _SPACES and forms[after] != words[after] and self._takes(first, stop, after):
                    stop = after + 1
                    continue
            break
        return stop

    def _takes(self, first: int, stop: int, after: int) -> bool:
        """Tell whether a body's name goes on over a small word ("Ministry of Defense")."""
        words, classes = self.tokens.words, self.classes
        word = words[stop]
        before = classes.get(words[stop - 1], 0)
        if word == "of":
            return bool(before & lx.HEADS) and not before & lx.TITLE
        if word == "and" or word == "&":
            # Only inside a complement: "Ministry of Refugees and Repatriations", not "the Ministry and Kabul".
            return any(w in ("of", "for") for w in words[max(first, stop - 5) : stop]) and bool(
                classes.get(words[after], 0) & lx.ENGLISH
            )
        if word == "for" or word == "on" or word == "against":
            return bool(before & lx.ORG_HEAD)
        return bool(before & lx.ORG_HEAD) and after == stop + 2

    def _cut(self, first: int, stop: int) -> None:
        """Cut one run from left to right."""
        words, gaps, classes, index = self.tokens.words, self.tokens.gaps, self.classes, self.index
        position = first
        titled = False
        while position < stop:
            word = words[position]
            kind = classes.get(word, 0)
            opens = position == first and self._opens(position)
            hit = index.match(self.tokens, position) if word in self.listed else None
            if (
                opens
                and self._is_plain(word, kind)
                and (hit is None or hit.stop == position + 1 < stop)
                and not (word in _BODY_OPENERS and self._end_of_body(position, position, stop) > position + 1)
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
            if not whole and kind & lx.HONORIFIC and position + 1 < stop:
                position += 1
                titled = True
                continue
            if not whole and not titled and kind & lx.NOT_NAME:
                position += 1
                continue
            if kind & lx.COMMON and not whole and gaps[position] != "-" and (position + 1 == stop or opens):
                position += 1
                continue
            if whole:
                self._add(position, whole, None, False, opens, self._head_of(position, whole))
                position = whole
            else:
                end = self._end_of_unknown(position, stop, titled)
                self._add(position, end, None, titled, opens, 0)
                position = end
            titled = False

    def _listed(self, position: int, stop: int, end: int, entry: GazetteerEntry, titled: bool, opens: bool) -> int:
        """Take a listed name, or the longer name that it begins; give the index after it."""
        forms, gaps, classes = self.tokens.forms, self.tokens.gaps, self.classes
        soft = entry.type == "place" or entry.type == "country"
        if entry.country is not None and (entry.type == "country" or entry.form == "demonym"):
            self.countries.append((position, end))
        more = end < stop and (gaps[end] in (" ", "-", "\n") or (gaps[end] == ". " and end - position > 1))
        if soft and more and gaps[end] == "-" and classes.get(self.tokens.words[end], 0) & lx.LINK:
            # "Dand-e-Ghori" is one name.
            last = self._end_of_unknown(position, stop, True)
            self._add(position, last, None, titled, opens, 0)
            return last
        if (soft or entry.type == "organisation") and more:
            whole = self._end_of_body(position, end, stop)
            if whole:
                self._add(position, whole, None, False, opens, self._head_of(end, whole))
                return whole
            if soft and entry.form != "adjective" and gaps[end] == " " and forms[end][0].isupper():
                further = classes.get(self.tokens.words[end], 0)
                unknown = self.tokens.words[end] not in self.listed and not further & (lx.TITLE | lx.NOT_NAME)
                if (titled and end - position == 1) or (unknown and not further & lx.ENGLISH and entry.type == "place"):
                    last = self._end_of_unknown(position, stop, True)
                    self._add(position, last, None, titled, opens, 0)
                    return last
        if soft and end - position == 1 and self.pieces:
            # "Michael Jordan": a first name stands right before.
            before = self.pieces[-1]
            if before.stop == position and before.entry is None and gaps[position] == " " and before.head == 0:
                if before.stop - before.first == 1 and classes.get(self.tokens.words[before.first], 0) & lx.FIRST_NAME:
                    self.pieces[-1] = before._replace(stop=end)
                    return end
        if entry.form != "adjective" and not (entry.form == "demonym" and not self._is_noun(end)):
            self._add(position, end, entry, titled, opens, 0)
        return end

    def _is_noun(self, stop: int) -> bool:
        """Tell whether a national's name is a noun: a plural that no name follows."""
        return self.tokens.words[stop - 1].endswith(("s", "i", "h")) and self.tokens.gaps[stop] != "-"

    def _add(self, first: int, stop: int, entry: GazetteerEntry | None, titled: bool, opens: bool, head: int) -> None:
        if entry is None and first in self.quiet:
            opens = True
        if head and first and self.tokens.words[stop - 1] in _UNITS and self.tokens.gaps[first] in _SPACES:
            # "209th Corps"
            number = self.tokens.words[first - 1]
            if number[0].isdigit() and number.endswith(("st", "nd", "rd", "th")):
                first -= 1
        self.pieces.append(Piece(first, stop, entry, titled, opens, head))

    def _opens(self, position: int) -> bool:
        """Tell whether a capital letter is owed to the place: start of a sentence, of a quotation, after a colon."""
        if position in self.openers or position in self.quiet:
            return True
        gap = self.tokens.gaps[position]
        if len(gap) > 1:
            for mark in ':"\u2022\u2014?!#':
                if mark in gap:
                    return True
            if " '" in gap or " - " in gap or "..." in gap or gap.endswith("['"):
                return True
        # "16:40 That is all": a number opens the line.
        return position > 0 and position - 1 in self.openers and self.tokens.forms[position - 1].isdigit()

    def _is_plain(self, word: str, kind: int) -> bool:
        """Tell whether an opening word is an everyday word."""
        if kind & (lx.COMMON | lx.AUXILIARY):
            return True
        if kind & (lx.TITLE | lx.FIRST_NAME | lx.KEPT | lx.HONORIFIC):
            return False
        return not kind & lx.HEADS and (bool(kind & lx.ENGLISH) or word in self.small)

    def _head_of(self, first: int, stop: int) -> int:
        """Give the classes of the head: the word before "of", else the last one, else any."""
        words, classes = self.tokens.words, self.classes
        for position in range(first, stop):
            if words[position] in ("of", "for", "on", "against") and position > first:
                kind = classes.get(words[position - 1], 0) & lx.HEADS
                if kind:
                    return kind
        kind = classes.get(words[stop - 1], 0) & lx.HEADS
        if kind:
            return kind
        for position in range(stop - 1, first - 1, -1):
            kind = classes.get(words[position], 0) & lx.HEADS
            if kind:
                return kind
        return 0

    def _end_of_body(self, first: int, begin: int, stop: int) -> int:
        """Tell where a name ends whose head is a body's or place's word, looking from *begin* on; 0 without a head."""
        words, forms, gaps, classes = self.tokens.words, self.tokens.forms, self.tokens.gaps, self.classes
        best = 0
        for position in range(begin, min(stop, begin + _LONGEST_NAME)):
            if position > first and gaps[position] not in (" ", "-", "\n", " & "):
                if gaps[position] != ". " or position != begin:
                    break
            kind = classes.get(words[position], 0)
            if kind & lx.TITLE and position > begin:
                title = self.match_title(position, stop)
                if title > position + 1 or (title > position and not kind & lx.ORG_HEAD):
                    break
            if kind & lx.HEADS and forms[position] != words[position]:
                best = position + 1
        if best and best - first == 1 and first and words[first] in _UNITS and words[first - 1][0].isdigit():
            if words[first - 1].endswith(("st", "nd", "rd", "th")) and gaps[first] == " ":
                return best
        if not best or best - first == 1:
            if begin == first and words[first] in _LEADING_HEADS and first + 1 < stop and gaps[first + 1] == " ":
                return self._end_of_unknown(first, stop, True)
            if not (best and best < stop and words[best] in _COMPLEMENTS and gaps[best] in _SPACES):
                return 0
        if best < stop and words[best] in _COMPLEMENTS and gaps[best] in (" ", "\n"):
            end = best
            while end < stop and end - best < _LONGEST_NAME and gaps[end] in (" ", "-", "\n"):
                if classes.get(words[end], 0) & lx.TITLE and end > best + 1:
                    break
                end += 1
            return end
        return best

    def _end_of_unknown(self, first: int, stop: int, titled: bool) -> int:
        """Tell where an unknown name ends: before a listed name or a title."""
        words, gaps, classes, index = self.tokens.words, self.tokens.gaps, self.classes, self.index
        person = titled or bool(classes.get(words[first], 0) & (lx.FIRST_NAME | lx.KEPT))
        position = first + 1
        while position < stop:
            gap = gaps[position]
            word = words[position]
            if word in self.listed and gap != "-" and gap != "'" and not classes.get(words[position - 1], 0) & lx.LINK:
                hit = index.match(self.tokens, position)
                if hit is not None:
                    soft = hit.entry.type in ("place", "country", "people") and hit.stop - position == 1
                    if not (soft and person) and not (hit.stop - position == 1 and hit.entry.type == "people"):
                        break
            elif classes.get(word, 0) & lx.TITLE and self.match_title(position, stop) > position + (gap == " "):
                break
            position += 1
        return position

    def match_title(self, first: int, stop: int) -> int:
        """Find the longest title that begins at a token; give the index after it, *first* if there is none."""
        words, gaps, classes = self.tokens.words, self.tokens.gaps, self.classes
        begin = first
        while begin < stop - 1 and begin - first < 3 and classes.get(words[begin], 0) & lx.TITLE_MODIFIER:
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
