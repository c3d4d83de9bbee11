"""Tells where runs of capitalised words end: which small words, hyphens and stops belong to a name."""

from __future__ import annotations

from operator import ne
from typing import Final

from afghanbrief.extractors.actors import lexicon as lx
from afghanbrief.extractors.actors.function_words import COMPLEMENTS, DAYS, SPACES
from afghanbrief.extractors.actors.names import NameTable
from afghanbrief.extractors.actors.portfolios import PORTFOLIOS, end_of_portfolio, is_everyday, lists_fields
from afghanbrief.text.tokens import Tokens

# A run of capitalised words longer than this is a headline in capitals, a table or no text at all.
LONGEST_RUN: Final = 24
# Before a small word, these gaps may hold a name together.
HOLDING: Final = frozenset((" ", "-", "'", "\n"))
# Domains of countries, of news sites ("Kun.uz").
DOMAINS: Final = frozenset("uz tj kg kz tm ru ua af pk ir in tv info co uk".split())
# Abbreviations that end a name behind a comma, too; their full stop belongs to it.
SUFFIXES: Final = frozenset("jr sr inc ltd llc corp plc co".split())
DOTTED: Final = SUFFIXES - {"llc", "plc"}
# A name before one of these is part of a compound.
PARTICIPLES: Final = frozenset(
    "backed led held controlled based made born occupied run funded trained brokered installed supported sponsored"
    " dominated mediated affiliated linked allied aligned owned leaning speaking built bound".split()
)
_SHORT_TITLES: Final = frozenset(
    "gen maj lt col capt sgt cpl adm brig gov sen rep amb dr prof mr mrs ms st rev hon cmdr co corp bros".split()
)
_ENDINGS_OF_CONTRACTIONS: Final = frozenset("s re ll ve t d m".split())
JOINING: Final = lx.LINK | lx.INNER | lx.TAIL
# What the small second half of a name may be ("Lung-bin").
_NO_TAIL: Final = ~(lx.LISTED | lx.FIRST_NAME | lx.SURNAME | lx.TAIL | lx.ENGLISH)
_HEADED: Final = lx.HEADS | lx.TITLE | lx.TITLE_END
# Those whose bodies bear their name in the possessive, and bodies that bear an office in it.
_OWNERS: Final = frozenset(
    "people peoples women womens children childrens men workers teachers farmers students veterans writers journalists"
    " lord lords lawyers mothers peasants producers soldiers".split()
)
_OFFICES: Final = frozenset((("office",), ("cabinet",), ("department",), ("bureau",), ("secretariat",), ("palace",)))
# Bodies for a cause with its article: "Center for a New American Security".
_WITH_ARTICLE: Final = frozenset(
    "center centre institute foundation fund campaign coalition committee alliance".split()
)
_MISSIONS: Final = frozenset(("mission", "operation"))
# What the field of a body never is: "National Statistics and Information Authority".
_NO_FIELD: Final = lx.FIRST_NAME | lx.NOT_NAME | lx.TITLE_END | lx.HEADS | lx.AUXILIARY | lx.ADVERB | lx.HONORIFIC
_LONGEST_FIELD: Final = 3
_INSIDE_BODIES: Final = COMPLEMENTS | {"and"}


class RunFinder:
    """Finds the ends of the runs of one document.

    Arguments:
        tokens: the document's tokens.
        line_starts: the tokens that open sentences.
        names: the listed names and the word lists.
    """

    def __init__(self, tokens: Tokens, line_starts: set[int], names: NameTable) -> None:
        self.tokens = tokens
        self.names = names
        self.line_starts = line_starts
        self.index = names.index
        self.lexicon = names.lexicon
        self.classes = names.classes
        self.dictionary = names.lexicon.dictionary
        self.title_links = names.lexicon.title_links
        # One byte a token, and two more behind the last one so that a look ahead needs no test.
        self.capitals = bytes(map(ne, tokens.forms, tokens.words)) + b"\0\0"

    def goes_on(self, first: int, after: int, last: int, kind: int) -> bool:
        """Tell whether a small word may belong to the name before it.

        Arguments:
            first: index of the name's first token.
            after: index of the small word.
            last: the number of tokens.
            kind: the classes of the name's words together.
        """
        if after == last:
            return False
        word = self.tokens.words[after]
        gap = self.tokens.gaps[after]
        if gap == "'":
            if word != "s" or self.tokens.words[after - 1] in _OWNERS or kind & lx.TITLE_END:
                return True
            return self._is_known_in_s(first, after)
        if gap == "-":
            return True
        small = self.classes.get(word, 0)
        if word == "and" and not kind & _NO_FIELD and gap == " " and self._has_second_field(first, after):
            return True
        if small & JOINING:
            if small & lx.LINK or kind & _HEADED:
                return True
            # Behind other words only a listed name goes on ("Haqqani network"), and its first two words tell which.
            return bool(small & lx.TAIL and kind & lx.LISTED) and (
                after > first + 1 or self.tokens.words[first : after + 1] in self.index.first_pairs
            )
        return False

    def _is_known_in_s(self, first: int, after: int) -> bool:
        """Tell whether a name has a possessive in it or ends in one: "Moody's", "Standard & Poor's", "Cox's Bazar"."""
        words, lexicon = self.tokens.words, self.lexicon
        name = words[first : after + 1]
        return name in self.index.first_pairs or (name[0] in lexicon.known_firsts and " ".join(name) in lexicon.known)

    def _has_second_field(self, first: int, joint: int) -> bool:
        """Tell whether two fields in everyday words are joined before a head: "Food and Drug Administration"."""
        words, gaps, capitals, class_of = self.tokens.words, self.tokens.gaps, self.capitals, self.classes.get
        opens = first in self.line_starts
        if words[first] == "the":
            first, opens = first + 1, False
        if not 0 < joint - first <= _LONGEST_FIELD:
            return False
        for position in range(first, joint):
            kind = class_of(words[position], 0)
            if kind & _NO_FIELD or not is_everyday(words[position], self.dictionary):
                return False
            if kind & lx.LISTED and self.index.match(self.tokens, position) is not None:
                return False
        stop = joint + 1
        while capitals[stop] and gaps[stop] == " " and stop - joint <= _LONGEST_FIELD + 1:
            if stop > joint + 1 and words[stop] in PORTFOLIOS:
                # "Water and Power Secretary X"
                return True
            if stop > joint + 1 and class_of(words[stop], 0) & lx.ORG_HEAD:
                return joint - first > 1 or not opens
            if not is_everyday(words[stop], self.dictionary):
                return False
            stop += 1
        return False

    def end_of_run(self, first: int) -> int:
        """Give the index after the run that begins at a token."""
        forms, words, gaps, class_of = self.tokens.forms, self.tokens.words, self.tokens.gaps, self.classes.get
        capitals = self.capitals
        count = len(forms)
        # The first word may be small ("mujahideen-era"): a run has at least one word, or its reader never goes on.
        stop = capitals.find(0, first + 1, first + LONGEST_RUN)
        if stop < 0:
            stop = first + 1
        kind = -1
        for gap in gaps[first + 1 : stop]:
            if gap != " " and gap != "-":
                stop = first + 1
                break
        else:
            behind = gaps[stop]
            if behind not in HOLDING:
                if behind == "." and stop == first + 1 and stop < count and words[stop] in DOMAINS:
                    return stop + 1 if forms[stop] == words[stop] else stop
                return stop
            if behind != "-" and behind != "'" and (stop == count or not class_of(words[stop], 0) & JOINING):
                return stop
            kind = self._classes_of(first, stop)
            if not self.goes_on(first, stop, count, kind):
                return stop
        if kind < 0:
            kind = self._classes_of(first, stop)
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
                    if len(before) != 1 and words[stop - 1] not in _SHORT_TITLES:
                        break
                    if gap == ". " and stop in self.line_starts and len(before) == 1 and not before.isupper():
                        break
                elif gap == "'":
                    if len(forms[stop - 1]) > 2:
                        break
                elif gap == "' ":
                    # "Workers' Party"
                    if words[stop - 1] not in _OWNERS and not (
                        words[stop - 1][-1] == "s" and class_of(words[stop], 0) & lx.ORG_HEAD
                    ):
                        break
                elif gap == "/":
                    # "RFE/RL", where it is listed; "Ghani/Abdullah" are two.
                    hit = self.index.match(self.tokens, stop - 1) if class_of(words[stop - 1], 0) & lx.LISTED else None
                    if hit is None or hit.stop <= stop:
                        break
                elif gap == ' "':
                    # 'Dolores "Dee" Hatcher'
                    if (
                        gaps[stop + 1] != '" '
                        or not capitals[stop + 1]
                        or not class_of(words[first], 0) & lx.FIRST_NAME
                    ):
                        break
                    stop += 1
                elif gap == ", ":
                    if words[stop] not in SUFFIXES and not (
                        head and lists_fields(self.tokens, first, stop, self.names)
                    ):
                        break
                elif gap != " & " and gap != "&":
                    break
                head |= class_of(words[stop], 0) & lx.HEADS
                stop += 1
                continue
            if gap == "." and words[stop] in DOMAINS and forms[stop] == words[stop] and stop == first + 1:
                # "Kun.uz"
                return stop + 1
            if gap not in HOLDING:
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
            if gap == "'" and word == "s" and self._is_known_in_s(first, stop):
                stop += 1
                continue
            if gap == "'" and word == "s" and gaps[stop + 1] == " " and words[stop + 1 : stop + 2] in _OFFICES:
                if capitals[stop + 1] and class_of(words[stop - 1], 0) & lx.TITLE_END:
                    # "Attorney General's Office"
                    return stop + 2
            if stop + 1 == count and gap != "-" and gap != "'":
                break
            if (
                kind & lx.LINK
                and stop + 2 < count
                and gap == " " == gaps[stop + 1] == gaps[stop + 2]
                and not capitals[stop + 1]
            ):
                if capitals[stop + 2] and class_of(words[stop + 1], 0) & lx.LINK:
                    # "Ursula von der Leyen"
                    stop += 3
                    continue
            if not capitals[stop + 1] and not (gap == " " and word in COMPLEMENTS):
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
                if gaps[stop + 1] in HOLDING and stop + 1 < count and forms[stop + 1][0].isupper():
                    if gap != "-" and word in ("e", "i", "y", "as", "an"):
                        break
                    stop += 2
                    continue
            if gap == "'" and word not in _ENDINGS_OF_CONTRACTIONS and len(word) > 1:
                stop += 1
                continue
            if (
                word == "of"
                and stop + 1 < count
                and gap == " " == gaps[stop + 1]
                and (words[stop - 1], words[stop + 1]) in self.title_links
            ):
                # "Deputy Secretary of State Tony Blinken"
                stop += 2
                continue
            if (word == "of" or word == "for") and words[stop - 1] in PORTFOLIOS:
                named = end_of_portfolio(self.tokens, stop, self.names)
                if named:
                    stop = named + 1
                    continue
            if (
                head
                and stop + 1 < count
                and (gap == " " or gap == "\n")
                and (kind & lx.INNER or word == "to" or word == "in")
                and word in _INSIDE_BODIES
            ):
                after = stop + 1
                if (words[after] == "the" or (words[after] in ("a", "an") and words[stop - 1] in _WITH_ARTICLE)) and (
                    gaps[after] in SPACES and after + 1 < count
                ):
                    after += 1
                if gaps[after] in SPACES and capitals[after] and self._takes(first, stop, after):
                    stop = after + 1
                    continue
            if word == "and" and not head and gap == " " and self._has_second_field(first, stop):
                stop += 2
                continue
            break
        if stop < count and gaps[stop] in HOLDING and class_of(words[stop], 0) & lx.TAIL:
            return self._with_tail(first, stop)
        return stop

    def _classes_of(self, first: int, stop: int) -> int:
        """Give all classes of some words together."""
        class_of = self.classes.get
        kind = 0
        for word in self.tokens.words[first:stop]:
            kind |= class_of(word, 0)
        return kind

    def _is_tail(self, first: int, stop: int, kind: int) -> bool:
        """Tell whether a small word behind a hyphen is the second half of a given name: "Hau Lung-bin"."""
        words = self.tokens.words
        word = words[stop]
        if not word.isalpha():
            return False
        if word not in self.dictionary and not kind & _NO_TAIL:
            return True
        # "Ban Ki-moon", "Kim Jong-un", "Wong Kwok-kin"
        return (
            stop == first + 2
            and 1 < len(word) < 6
            and len(words[first + 1]) < 6
            and word not in PARTICIPLES
            and bool(self.classes.get(words[first], 0) & lx.SURNAME or words[first] in self.lexicon["surnames_first"])
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
            if before & lx.HEADS and (words[stop - 1],) not in self.lexicon.titles:
                return True
            # Inside a complement: "Ministry for the Promotion of Trade and Prevention of Fraud".
            return words[stop - 1] in self.dictionary and not COMPLEMENTS.isdisjoint(words[first + 1 : stop])
        if words[after] in DAYS:
            # "the Committee on Tuesday"
            return False
        if word == "to" and after == stop + 1:
            # "Committee to Protect Forests"
            return bool(before & lx.ORG_HEAD) and words[after] in self.dictionary
        if word == "and" or word == "&":
            # Only inside a complement: "Ministry of Refugees and Repatriations", not "the Ministry and Kabul".
            return any(w in COMPLEMENTS for w in words[max(first, stop - 5) : stop]) and bool(
                words[after] in self.dictionary
            )
        if word == "for" or word == "on" or word == "against":
            # "Patriotic Front for the Defence of Ituri"
            return bool(before & (lx.ORG_HEAD | lx.ARMED_HEAD))
        # "African Union Mission in Somalia"
        return word == "in" and words[stop - 1] in _MISSIONS
