"""Finds the runs of capitalised words of a text, and what each is cut into."""

from __future__ import annotations

from operator import ne

from afghanbrief.document import Document
from afghanbrief.extractors.actors import lexicon as lx
from afghanbrief.extractors.actors.headlines import find_headlines
from afghanbrief.extractors.actors.names import NameTable
from afghanbrief.extractors.actors.runs import (
    LOUD,
    NAMED,
    NUMBERED,
    OPENS,
    QUIET,
    SMALL,
    Piece,
    RunCutter,
    is_plain,
    new_piece,
)
from afghanbrief.extractors.actors.votes import BODY_NOUNS
from afghanbrief.text.tokens import Tokens

# A run of capitalised words longer than this is a headline in capitals, a table or no text at all.
_LONGEST_RUN = 24
_SHORT_TITLES = frozenset(
    "gen maj lt col capt sgt cpl adm brig gov sen rep amb dr prof mr mrs ms st rev hon cmdr".split()
)
_SHORT_BODIES = frozenset(("co", "corp", "bros"))
# Articles of Arabic names, written small before a hyphen ("al-Zaman", "Jabhat al-Nusra").
_ARTICLES = frozenset("al el ad ar as at az an ash ul".split())
# Listed names that are written with a small first letter.
_LOWER_STARTS = ("mujahideen", "mujahedeen", "mujahidin", "mujahedin")
_ENDINGS_OF_CONTRACTIONS = frozenset("s re ll ve t d m".split())
_COMPLEMENTS = frozenset(("of", "for", "on", "against", "in", "to"))
_SPACES = frozenset((" ", "\n", "\r\n"))
_JOINING = lx.LINK | lx.INNER | lx.TAIL
# What the small second half of a name may be ("Lung-bin").
_NO_TAIL = ~(lx.LISTED | lx.FIRST_NAME | lx.SURNAME | lx.TAIL)
_ORDINALS = ("st", "nd", "rd", "th")
# A name before one of these is part of a compound.
PARTICIPLES = frozenset(
    "backed led held controlled based made born occupied run funded trained brokered installed supported sponsored"
    " dominated mediated affiliated linked allied aligned owned".split()
)
_NO_NAME = lx.COMMON | lx.NOT_NAME
# Classes of words that a lone capitalised word's quick judgement leaves to the full one.
_LISTED = lx.LISTED
_COMMON_OR_LISTED = lx.COMMON | lx.LISTED
_HEADED = lx.HEADS | lx.TITLE | lx.TITLE_END
# Abbreviations that end a name behind a comma, too; their full stop belongs to it.
SUFFIXES = frozenset("jr sr inc ltd llc corp plc co".split())
# Those whose bodies bear their name in the possessive.
_OWNERS = frozenset(
    "people peoples women womens children childrens men workers teachers farmers students veterans writers journalists"
    " lord lords lawyers mothers peasants producers soldiers".split()
)
# Words that a name has in small letters; in capitals they make a headline.
_SMALL_WORDS = frozenset(
    "to with in at for on as by from after over amid into against his her its their not who says said about near before"
    " despite during under than that when while but if or between through until without this they it he she we".split()
)
_OFFICES = frozenset((("office",), ("cabinet",), ("department",), ("bureau",), ("secretariat",), ("palace",)))
_NO_SURNAME = lx.COMMON | lx.AUXILIARY | lx.SPEECH | lx.ACTION
_LONG_WAY = lx.HEADS | lx.TITLE | lx.TITLE_MODIFIER | lx.HONORIFIC | lx.LISTED
# Before a small word, these gaps may hold a name together.
_HOLDING = frozenset((" ", "-", "'", "\n"))
_DOMAINS = frozenset("uz tj kg kz tm ru ua af pk ir in tv info co uk".split())
_INSIDE_BODIES = _COMPLEMENTS | {"and"}


class Scanner:
    """Cuts the capitalised words of one document into pieces.

    Arguments:
        document: the document.
        names: the listed names and the word lists.
        cutter: cuts the runs.
    """

    def __init__(self, document: Document, names: NameTable, cutter: RunCutter) -> None:
        tokens = document.tokens
        self.tokens: Tokens = tokens
        self._text = document.normalized
        self._cut = cutter.cut
        self.index = names.index
        self.lexicon = names.lexicon
        self.classes = names.classes
        self.dictionary = names.lexicon.dictionary
        self.title_links = names.lexicon.title_links
        # One byte a token, and two more behind the last one so that a look ahead needs no test.
        self.capitals = bytes(map(ne, tokens.forms, tokens.words)) + b"\0\0"
        self.small = frozenset(tokens.forms)
        first_from = tokens.first_from
        self.quiet = find_headlines(document)
        openers = {first_from(sentence.start) for sentence in document.sentences}
        # "16:40 That is all": a number opens the line.
        openers.update(
            [
                position + 1
                for position in openers
                if tokens.forms[position : position + 1] and tokens.forms[position][0].isdigit()
            ]
        )
        self.line_starts = openers
        # Where a capital letter is owed to the place.
        self.openers = openers | self.quiet if self.quiet else openers
        self.pieces: list[Piece] = []
        # Acronyms that are common words, since they stood in brackets behind a name.
        self._defined: set[str] = set()
        # Listed places: where they end by where they begin.
        self.places: dict[int, int] = {}
        self.countries: list[tuple[int, int]] = []

    def find(self) -> list[Piece]:
        """Give the pieces in text order; titles and adjectives of countries are left out."""
        tokens, capitals, class_of = self.tokens, self.capitals, self.classes.get
        forms, words, gaps = tokens.forms, tokens.words, tokens.gaps
        if not self.small.isdisjoint(_LOWER_STARTS):
            marked = bytearray(capitals)
            for position in [i for i, word in enumerate(words) if word in _LOWER_STARTS]:
                marked[position] = 1
            capitals = bytes(marked)
        next_capital, take, small, dictionary = capitals.find, self.pieces.append, self.small, self.dictionary
        openers, last = self.openers, len(words)
        free_from = 0
        first = next_capital(1)
        while first >= 0:
            word = words[first]
            kind = class_of(word, 0)
            stop = first + 1
            alone = not capitals[stop]
            if alone and kind & _COMMON_OR_LISTED == lx.COMMON and not self._is_defined(first):
                # "The", "In": by far the most frequent words with a capital.
                first = next_capital(1, stop)
                continue
            if kind & _LISTED or forms[first][0].isupper():
                gap = gaps[first]
                behind = gaps[stop]
                if (
                    alone
                    and gap != "-"
                    and (behind not in _HOLDING or not self._goes_on(stop, last, kind))
                    and (behind != "." or stop == last or words[stop] not in _DOMAINS)
                ):
                    # A lone word that nothing continues.
                    defined = kind & lx.COMMON and self._is_defined(first)
                    if kind & _LONG_WAY and not defined:
                        self._take(first, stop)
                    elif not kind & _NO_NAME or defined:
                        opens = first in openers or (len(gap) > 1 and opens_behind(gap))
                        if (
                            not opens
                            or not is_plain(word, kind, dictionary, word in small)
                            # The document may tell: "ARCS: three teams", "Harrow said".
                            or (kind & lx.SURNAME and not kind & _NO_SURNAME)
                            or (len(word) > 1 and forms[first].isupper() and first not in self.quiet)
                        ):
                            take(new_piece((first, stop, None, False, opens, 0, None)))
                else:
                    begin = first
                    if gap == "-" and first > free_from and words[first - 1] in _ARTICLES:
                        begin = first - 1
                    stop = self._end_of_run(first)
                    if stop - begin <= _LONGEST_RUN and (
                        stop - begin > 1
                        # "Don't"
                        or not (kind & _COMMON_OR_LISTED == lx.COMMON or (gaps[stop] == "'" and words[stop] == "t"))
                    ):
                        self._take(begin, stop)
                free_from = stop
            first = next_capital(1, stop)
        return self.pieces

    def _take(self, first: int, stop: int) -> None:
        """Take the pieces of one run."""
        tokens = self.tokens
        words, gaps = tokens.words, tokens.gaps
        context = 0
        gap = gaps[first]
        if first in self.openers or (len(gap) > 1 and opens_behind(gap)):
            context = OPENS | SMALL if words[first] in self.small else OPENS
            if first in self.quiet:
                context |= QUIET
        if gap == " " and words[first - 1][0] < ":" and words[first - 1].endswith(_ORDINALS):
            context |= NUMBERED
        if stop - first > 1:
            if self._is_headline(first, stop):
                context |= LOUD
            if gap == " " and words[first - 1] in BODY_NOUNS and self.classes.get(words[first], 0) & _LISTED:
                context |= NAMED
        pieces, countries = self._cut(self._text[tokens.starts[first] : tokens.ends[stop - 1]], context)
        for begin, end, entry, titled, opens, head, verdict in pieces:
            end += first
            gap = gaps[end]
            if gap == "-" or gap == ".-":
                # "Taliban-held", "Afghan-born": parts of compounds are no mentions.
                if words[end : end + 1] and words[end] in PARTICIPLES:
                    continue
                if entry is not None and entry.form == "demonym":
                    continue
            if entry is not None and (entry.type == "place" or entry.type == "country"):
                self.places[first + begin] = end
            self.pieces.append(new_piece((first + begin, end, entry, titled, opens, head, verdict)))
        for begin, end in countries:
            self.countries.append((first + begin, first + end))

    def _is_defined(self, position: int) -> bool:
        """Tell whether a common word in capitals may be an acronym that the text defines: "Islamic State (IS)"."""
        form = self.tokens.forms[position]
        if not (1 < len(form) < 6 and form.isupper()):
            return False
        word = self.tokens.words[position]
        if word not in self._defined:
            gaps = self.tokens.gaps
            if gaps[position][-2:] != " (" or gaps[position + 1][:1] not in "),":
                return False
            self._defined.add(word)
        return True

    def _is_headline(self, first: int, stop: int) -> bool:
        """Tell whether small words in capitals make a run a headline: "Talks With Taliban Will Resume"."""
        words, class_of, dictionary = self.tokens.words, self.classes.get, self.dictionary
        plain = sum([word in dictionary for word in words[first:stop]])
        if (
            2 * plain < stop - first
            or (stop - first < 4 and plain < stop - first)
            or self.capitals.find(0, first, stop) >= 0
        ):
            return False
        if all(map(str.isupper, self.tokens.forms[first:stop])):
            return True
        if stop - first < 4:
            return False
        return any(word in _SMALL_WORDS or class_of(word, 0) & lx.AUXILIARY for word in words[first + 1 : stop])

    def _goes_on(self, after: int, last: int, kind: int) -> bool:
        """Tell whether a small word may belong to the name before it."""
        if after == last:
            return False
        word = self.tokens.words[after]
        gap = self.tokens.gaps[after]
        if gap == "'":
            return word != "s" or self.tokens.words[after - 1] in _OWNERS or bool(kind & lx.TITLE_END)
        if gap == "-":
            return True
        small = self.classes.get(word, 0)
        if small & _JOINING:
            return bool(small & lx.LINK or kind & _HEADED or (small & lx.TAIL and kind & _LISTED))
        return False

    def _end_of_run(self, first: int) -> int:
        forms, words, gaps, class_of = self.tokens.forms, self.tokens.words, self.tokens.gaps, self.classes.get
        capitals = self.capitals
        count = len(forms)
        stop = capitals.find(0, first, first + _LONGEST_RUN)
        if stop < 0:
            stop = first + 1
        kind = 0
        for word in words[first:stop]:
            kind |= class_of(word, 0)
        for gap in gaps[first + 1 : stop]:
            if gap != " " and gap != "-":
                stop = first + 1
                break
        else:
            if gaps[stop] == "." and stop == first + 1 and stop < count and words[stop] in _DOMAINS:
                return stop + 1 if forms[stop] == words[stop] else stop
            if gaps[stop] not in _HOLDING or not self._goes_on(stop, count, kind):
                return stop
        head = kind & lx.HEADS
        while stop < count:
            gap = gaps[stop]
            if capitals[stop] and forms[stop][0].isupper():
                if gap == " " or gap == "-":
                    pass
                elif gap == "\n" or gap == "\r\n":
                    if stop in self.line_starts:
                        break
                elif gap == ". " or gap == ".":
                    before = forms[stop - 1]
                    if (
                        len(before) != 1
                        and words[stop - 1] not in _SHORT_TITLES
                        and words[stop - 1] not in _SHORT_BODIES
                    ):
                        break
                    if gap == ". " and stop in self.line_starts and len(before) == 1 and not before.isupper():
                        break
                elif gap == "'":
                    if len(forms[stop - 1]) > 2:
                        break
                elif gap == "' ":
                    # "Workers' Party"
                    if words[stop - 1] not in _OWNERS:
                        break
                elif gap != " & " and not (gap == ", " and words[stop] in SUFFIXES):
                    break
                head |= class_of(words[stop], 0) & lx.HEADS
                stop += 1
                continue
            if gap == "." and words[stop] in _DOMAINS and forms[stop] == words[stop] and stop == first + 1:
                # "Kun.uz"
                return stop + 1
            if gap not in _HOLDING:
                break
            word = words[stop]
            kind = class_of(word, 0)
            if (
                gap == "'"
                and word == "s"
                and words[stop - 1] in _OWNERS
                and gaps[stop + 1] == " "
                and capitals[stop + 1]
            ):
                # "People's Liberation Army"
                head |= class_of(words[stop + 1], 0) & lx.HEADS
                stop += 2
                continue
            if gap == "'" and word == "s" and gaps[stop + 1] == " " and words[stop + 1 : stop + 2] in _OFFICES:
                if capitals[stop + 1] and class_of(words[stop - 1], 0) & lx.TITLE_END:
                    # "Attorney General's Office"
                    return stop + 2
            if kind & lx.LINK and gap == " " == gaps[stop + 1] == gaps[stop + 2][:1] and not capitals[stop + 1]:
                if capitals[stop + 2] and class_of(words[stop + 1], 0) & lx.LINK:
                    # "Ursula von der Leyen"
                    stop += 3
                    continue
            if not capitals[stop + 1] and not (gap == " " and word in _COMPLEMENTS):
                # The tail of a name: "Lung-bin", "Ja'afari".
                if gap == "-" and self._is_tail(first, stop, kind) and len(word) < 8:
                    stop += 1
                    continue
                if gap == "'" and word not in _ENDINGS_OF_CONTRACTIONS and len(word) > 1 and capitals[stop - 1]:
                    stop += 1
                    continue
                break
            if gap == "-" and capitals[stop - 1] and self._is_tail(first, stop, kind):
                stop += 1
                continue
            if kind & lx.LINK and gap != "'":
                if gaps[stop + 1] in _HOLDING and stop + 1 < count and forms[stop + 1][0].isupper():
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
            if head and (gap == " " or gap == "\n") and kind & lx.INNER and word in _INSIDE_BODIES:
                after = stop + 1
                if words[after] == "the" and gaps[after] in _SPACES and after + 1 < count:
                    after += 1
                if gaps[after] in _SPACES and capitals[after] and self._takes(first, stop, after):
                    stop = after + 1
                    continue
            break
        if stop < count and gaps[stop] in _HOLDING and class_of(words[stop], 0) & lx.TAIL:
            return self._with_tail(first, stop)
        return stop

    def _is_tail(self, first: int, stop: int, kind: int) -> bool:
        """Tell whether a small word behind a hyphen is the second half of a given name: "Hau Lung-bin"."""
        words = self.tokens.words
        word = words[stop]
        if not word.isalpha():
            return False
        if word not in self.dictionary and not kind & _NO_TAIL & ~lx.ENGLISH:
            return True
        # "Ban Ki-moon", "Kim Jong-un", "Wong Kwok-kin"
        return (
            stop == first + 2
            and 1 < len(word) < 6
            and len(words[first + 1]) < 6
            and word not in PARTICIPLES
            and bool(self.classes.get(words[first], 0) & lx.SURNAME)
            and words[first + 1] not in self.dictionary
        )

    def _with_tail(self, first: int, stop: int) -> int:
        """Go on to the end of a listed name that goes on in small words ("Haqqani network")."""
        words, class_of = self.tokens.words, self.classes.get
        for position in range(first, stop):
            if class_of(words[position], 0) & lx.LISTED:
                hit = self.index.match(self.tokens, position)
                if hit is not None and hit.stop > stop:
                    return hit.stop
        return stop

    def _takes(self, first: int, stop: int, after: int) -> bool:
        """Tell whether a body's name goes on over a small word ("Ministry of Defense")."""
        words, class_of = self.tokens.words, self.classes.get
        word = words[stop]
        before = class_of(words[stop - 1], 0)
        if word == "of":
            return bool(before & lx.HEADS) and (words[stop - 1],) not in self.lexicon.titles
        if word == "and" or word == "&":
            # Only inside a complement: "Ministry of Refugees and Repatriations", not "the Ministry and Kabul".
            return any(w in _COMPLEMENTS for w in words[max(first, stop - 5) : stop]) and bool(
                words[after] in self.dictionary
            )
        if word == "for" or word == "on" or word == "against":
            return bool(before & lx.ORG_HEAD)
        return bool(before & lx.ORG_HEAD) and after == stop + 2


def opens_behind(gap: str) -> bool:
    """Tell whether what stands before a word makes a new start: a colon, a quotation mark, a bullet.

    Arguments:
        gap: what stands between the word and the one before.
    """
    if '"' in gap:
        # Behind a closing mark the sentence goes on, or the sentences know better.
        return gap[-1] in "\"'([" or ":" in gap
    for mark in ":\u2022\u2014?!#":
        if mark in gap:
            return True
    return " '" in gap or " - " in gap or "..." in gap or gap.endswith("['")
