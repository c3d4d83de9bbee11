"""Finds the runs of capitalised words of a text, and what each is cut into."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from afghanbrief.document import Document
from afghanbrief.extractors.actors import lexicon as lx
from afghanbrief.extractors.actors.extents import DOMAINS, HOLDING, JOINING, LONGEST_RUN, PARTICIPLES, RunFinder
from afghanbrief.extractors.actors.headlines import find_headlines
from afghanbrief.extractors.actors.names import NameTable
from afghanbrief.extractors.actors.pieces import Piece, new_piece
from afghanbrief.extractors.actors.runs import (
    NAMED,
    NUMBERED,
    OPENS,
    QUIET,
    RunCutter,
    is_plain,
)
from afghanbrief.extractors.actors.spelling import initials
from afghanbrief.extractors.actors.votes import BODY_NOUNS
from afghanbrief.text.names import GazetteerEntry

# Articles of Arabic names, written small before a hyphen ("al-Zaman", "Jabhat al-Nusra").
_ARTICLES: Final = frozenset("al el ad ar as at az an ash ul".split())
# Listed names that are written with a small first letter.
_LOWER_STARTS: Final = ("mujahideen", "mujahedeen", "mujahidin", "mujahedin")
_ORDINALS: Final = ("st", "nd", "rd", "th")
_BLANKS: Final = (" ", "\n")
_INSIDE: Final = frozenset((" ", "-"))
_HYPHENS: Final = ("-", ".-")
# Letters of parties before a legislator's state, and what stands before them.
_PARTIES: Final = ("R", "D", "I")
_ASIDE: Final = (", ", " (")
_LANDS: Final = ("place", "country")
_AFGHANISTAN: Final = "AFG"
# What listed acronyms name that a text may use for another body.
_RENAMED: Final = ("media", "place", "country", "person")
_COMMON: Final = lx.COMMON
_SURNAME: Final = lx.SURNAME
_LISTED: Final = lx.LISTED
_COMMON_OR_LISTED: Final = lx.COMMON | lx.LISTED
_NO_NAME: Final = lx.COMMON | lx.NOT_NAME
_NO_SURNAME: Final = lx.COMMON | lx.AUXILIARY | lx.SPEECH | lx.ACTION
_SUBJECTS_VERB: Final = lx.AUXILIARY | lx.SPEECH
# Classes of words that a lone capitalised word's quick judgement leaves to the full one.
_LONG_WAY: Final = lx.HEADS | lx.TITLE | lx.TITLE_MODIFIER | lx.HONORIFIC | lx.LISTED


class Scanner(RunFinder):
    """Cuts the capitalised words of one document into pieces.

    Arguments:
        document: the document.
        names: the listed names and the word lists.
        cutter: cuts the runs.
    """

    def __init__(self, document: Document, names: NameTable, cutter: RunCutter) -> None:
        tokens = document.tokens
        starts, words = tokens.starts, tokens.words
        openers = {bisect_left(starts, sentence.start) for sentence in document.sentences}
        openers.discard(len(words))
        # "16:40 That is all": a number opens the line.
        openers.update([position + 1 for position in openers if words[position][0].isdigit()])
        super().__init__(tokens, openers, names)
        self._text = document.normalized
        self._cut = cutter.cut
        self.quiet = find_headlines(document)
        # Where a capital letter is owed to the place.
        self.openers = openers | self.quiet if self.quiet else openers
        self.pieces: list[Piece] = []
        # Acronyms that are common words, since they stood in brackets behind a name.
        self._defined: set[str] = set()
        # Listed acronyms that the text gives to a body of its own.
        self._own: set[str] = set()
        # Listed places: where they end by where they begin.
        self.places: dict[int, int] = {}
        # The pieces that are listed places of Afghanistan.
        self.afghan: list[int] = []
        self.countries: list[tuple[int, int]] = []

    def find(self) -> list[Piece]:
        """Give the pieces in text order; titles and adjectives of countries are left out."""
        tokens, capitals, class_of = self.tokens, self.capitals, self.classes.get
        forms, words, gaps = tokens.forms, tokens.words, tokens.gaps
        if any(map(self._text.__contains__, _LOWER_STARTS)):
            marked = bytearray(capitals)
            for position in [i for i, word in enumerate(words) if word in _LOWER_STARTS]:
                marked[position] = 1
            capitals = bytes(marked)
        next_capital, next_plain = capitals.find, self.capitals.find
        take, dictionary = self.pieces.append, self.dictionary
        openers, last, known = self.openers, len(words), self.lexicon.known.get
        free_from = 0
        first = next_capital(1)
        while first >= 0:
            word = words[first]
            kind = class_of(word, 0)
            stop = first + 1
            alone = not capitals[stop]
            form = forms[first]
            if alone and kind & _COMMON_OR_LISTED == _COMMON and not (form.isupper() and self._is_defined(first)):
                # "The", "In": by far the most frequent words with a capital.
                first = next_capital(1, stop)
                continue
            if kind & _LISTED or form[0].isupper():
                gap = gaps[first]
                behind = gaps[stop]
                if behind == "-" and form in _PARTIES and gap in _ASIDE:
                    # "Collins, R-Maine", "Graham, R-S.C.": neither the party's letter nor the state's are initials.
                    while stop < last and len(forms[stop]) == 1 and gaps[stop] in "-.":
                        stop += 1
                    first = next_capital(1, stop)
                    continue
                begin = first
                if gap == " ":
                    if words[first - 1] == "al" and first > free_from:
                        # "al Shabaab"
                        begin = first - 1
                elif gap == "-" and first > free_from and words[first - 1] in _ARTICLES:
                    begin = first - 1
                if (
                    alone
                    and gap != "-"
                    and begin == first
                    and (
                        behind not in HOLDING
                        or stop == last
                        # By far the most words behind a name join nothing to it.
                        or (behind in _BLANKS and not class_of(words[stop], 0) & JOINING)
                        or not self.goes_on(first, stop, last, kind)
                    )
                    and (behind != "." or stop == last or words[stop] not in DOMAINS)
                ):
                    # A lone word that nothing continues.
                    defined = kind & _NO_NAME and self._is_defined(first)
                    # "Ford will close its plant"
                    firm = (
                        first in openers
                        and known(word) == "organisation"
                        and self._is_subject(stop)
                        and not (kind & _LISTED and self.index.match(tokens, first))
                    )
                    if kind & _LONG_WAY and not defined and not firm:
                        self._take(first, stop)
                    elif not kind & _NO_NAME or defined:
                        opens = first in openers or (len(gap) > 1 and opens_behind(gap))
                        if (
                            not opens
                            or not is_plain(word, kind, dictionary)
                            # The document may tell: "ARCS: three teams", "Harrow said".
                            or (kind & _SURNAME and not kind & _NO_SURNAME)
                            or (len(word) > 1 and form.isupper() and first not in self.quiet)
                            or firm
                        ):
                            take(new_piece((first, stop, None, False, opens, 0, None)))
                else:
                    if not alone:
                        # By far the most runs are capitalised words with blanks between them and a blank behind.
                        stop = next_plain(0, stop, first + LONGEST_RUN)
                    if (
                        alone
                        or stop < 0
                        or not _INSIDE.issuperset(gaps[first + 1 : stop])
                        or (
                            gaps[stop] in HOLDING
                            and stop < last
                            and (gaps[stop] not in _BLANKS or class_of(words[stop], 0) & JOINING)
                        )
                    ):
                        stop = self.end_of_run(first)
                    if stop - begin > 1:
                        if stop - begin <= LONGEST_RUN:
                            self._take(begin, stop)
                    elif kind & _COMMON_OR_LISTED != _COMMON and not (
                        # "Don't"
                        gaps[stop] == "'" and words[stop : stop + 1] == ("t",)
                    ):
                        self._take(begin, stop)
                free_from = stop
            first = next_capital(1, stop)
        return self.pieces

    def _is_subject(self, stop: int) -> bool:
        """Tell whether an auxiliary or a verb of saying stands right behind a name."""
        words = self.tokens.words
        return stop < len(words) and bool(self.classes.get(words[stop], 0) & _SUBJECTS_VERB)

    def _take(self, first: int, stop: int) -> None:
        """Take the pieces of one run."""
        tokens = self.tokens
        words, gaps = tokens.words, tokens.gaps
        context = 0
        gap = gaps[first]
        if first in self.openers or (len(gap) > 1 and opens_behind(gap)):
            context = OPENS
            if first in self.quiet:
                context |= QUIET
        lone = stop - first == 1
        if gap == " ":
            before = words[first - 1]
            if before[0] < ":":
                if before.endswith(_ORDINALS):
                    context |= NUMBERED
            elif not lone and before in BODY_NOUNS:
                context |= NAMED
        text = tokens.forms[first] if lone else self._text[tokens.starts[first] : tokens.ends[stop - 1]]
        pieces, countries = self._cut(text, context)
        take = self.pieces.append
        for begin, end, entry, titled, opens, head, verdict in pieces:
            begin += first
            end += first
            if gaps[end] in _HYPHENS:
                # "Taliban-held", "Afghan-born": parts of compounds are no mentions.
                if end < len(words) and (words[end] in PARTICIPLES or words[end].endswith("ed")):
                    continue
                if entry is not None and entry.form == "demonym":
                    continue
            if entry is not None:
                if lone and (gap == " (" or self._own) and self._is_own(begin, entry):
                    entry = None
                elif entry.type in _LANDS:
                    self.places[begin] = end
                    if entry.country == _AFGHANISTAN:
                        self.afghan.append(len(self.pieces))
            take(new_piece((begin, end, entry, titled, opens, head, verdict)))
        if countries:
            self.countries += [(first + begin, first + end) for begin, end in countries]

    def _is_own(self, position: int, entry: GazetteerEntry) -> bool:
        """Tell whether the text gives an acronym a sense of its own: "Central Bureau of Statistics (CBS)"."""
        word = self.tokens.words[position]
        if word in self._own:
            return True
        if self.tokens.gaps[position] != " (" or entry.type not in _RENAMED or not self.pieces:
            return False
        body = self.pieces[-1]
        if body.stop != position or body.entry is not None or not body.head & lx.ORG_HEAD or body.head & lx.MEDIA_HEAD:
            return False
        if initials(self.tokens.forms[body.first : body.stop]) != self.tokens.forms[position]:
            return False
        self._own.add(word)
        return True

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
