"""Tells where the parts of a run end: titles, names of bodies, well-known and unknown names."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.actors import lexicon as lx
from afghanbrief.extractors.actors.function_words import COMPLEMENTS, DAYS_ONLY, SPACES
from afghanbrief.extractors.actors.names import NameTable
from afghanbrief.extractors.actors.portfolios import PORTFOLIOS, end_of_portfolio
from afghanbrief.text.names import NameHit
from afghanbrief.text.tokens import Tokens

_LONGEST_NAME: Final = 9
_LONGEST_COMPLEMENT: Final = 12
# What may stand between the words of a body's name ("Workers' Party", "Google, Inc.").
_BODY_GAPS: Final = frozenset((" ", "-", "\n", " & ", "' ", ", "))
# Heads that stand first, with the name behind them ("Radio Kabul", "Camp Bastion", "Mount Hermon").
_LEADING_HEADS: Final = frozenset(
    "bank radio tv television camp fort mount lake port cape university team banco banca banque partido universidad"
    " université universite instituto cirque".split()
)
# Titles that are given names as well, before two more names.
TITLES_OR_NAMES: Final = frozenset(("sultan", "emir", "amir", "shah"))
UNITS: Final = frozenset("corps brigade battalion division regiment squadron army fleet infantry wing company".split())
# Everyday words that begin the names of bodies, also at a sentence's start.
_BODY_OPENERS: Final = frozenset(
    "international national joint united general central federal supreme high independent".split()
)
# Words of places and events that are surnames, too.
_SURNAMES_TOO: Final = frozenset(
    "hill hills field fields park lake rivers banks wells church bridges forest hall marsh pool mount bush day"
    " law".split()
)
_TAILS: Final = frozenset("holding international worldwide global holdings partners solutions overseas".split())
_OWNERS: Final = frozenset("women men people children workers veterans".split())
_SHORT_BODIES: Final = frozenset(("co", "corp", "bros"))
# Words that a name has in small letters; in capitals they make a headline.
_SMALL_WORDS: Final = frozenset(
    "to with in at for on as by from after over amid into against his her its their not who says said about near before"
    " despite during under than that when while but if or between through until without this they it he she we".split()
)


class PartReader:
    """Looks ahead in one run.

    Arguments:
        tokens: the run's tokens.
        names: the listed names and the word lists.
        numbered: whether an ordinal number stands right before it.
    """

    def __init__(self, tokens: Tokens, names: NameTable, numbered: bool) -> None:
        self.tokens = tokens
        self.names = names
        self.index = names.index
        self.lexicon = names.lexicon
        self.classes = names.classes
        self.numbered = numbered
        self.capitals = tuple([form != word for form, word in zip(tokens.forms, tokens.words, strict=True)])

    def is_headline(self) -> bool:
        """Tell whether small words in capitals make a run a headline: "Talks With Taliban Will Resume"."""
        words, class_of, dictionary = self.tokens.words, self.classes.get, self.lexicon.dictionary
        count = len(words)
        if count < 2 or not all(self.capitals):
            return False
        plain = sum([word in dictionary for word in words])
        upper = all(map(str.isupper, self.tokens.forms))
        if upper and count > 3 and not _SMALL_WORDS.isdisjoint(words[1:]):
            # "PUTIN HOSTS ERDOGAN IN SOCHI"
            return True
        if 2 * plain < count or (count < 4 and plain < count):
            return False
        if upper:
            return True
        return count > 3 and any(word in _SMALL_WORDS or class_of(word, 0) & lx.AUXILIARY for word in words[1:])

    def end_of_known(self, position: int, stop: int) -> int:
        """Tell where a well-known name of several words ends that is longer than a listed one; 0 without one."""
        words, known = self.tokens.words, self.lexicon.known
        for end in range(min(stop, position + self.lexicon.known_firsts[words[position]]), position + 1, -1):
            if " ".join(words[position:end]) in known:
                if "." in "".join(self.tokens.gaps[position + 1 : end]) or "," in self.tokens.gaps[position + 1]:
                    continue
                hit = (
                    self.index.match(self.tokens, position)
                    if self.classes.get(words[position], 0) & lx.LISTED
                    else None
                )
                if hit is not None and hit.stop >= end:
                    return 0
                more = self.end_of_body(position, position, stop)
                if end < stop and not self.capitals[end] and known[" ".join(words[position:end])] == "place":
                    # "San Cristobal de las Casas"
                    more = self.end_of_unknown(position, stop, True)
                    return more if self.classes.get(words[end], 0) & lx.LINK else end
                return end if more <= end else 0
        return 0

    def is_person_with_head(self, position: int) -> bool:
        """Tell whether a first name stands before a word of places or events that is a surname, too."""
        words = self.tokens.words
        return (
            words[position + 1] in _SURNAMES_TOO
            and bool(self.classes.get(words[position], 0) & lx.FIRST_NAME)
            and words[position] not in self.lexicon.dictionary
            and words[position] not in self.lexicon.known
        )

    def is_given_name(self, position: int, stop: int) -> bool:
        """Tell whether a month's or day's name is a given name: "Jan Egeland"."""
        words, class_of = self.tokens.words, self.classes.get
        after = position + 1
        if after == stop or self.tokens.gaps[after] != " " or not class_of(words[position], 0) & lx.FIRST_NAME:
            return False
        kind = class_of(words[after], 0)
        return (
            not kind & (lx.HEADS | lx.EVENT | lx.NOT_NAME | lx.LISTED) and words[after] not in self.lexicon.dictionary
        )

    def is_division(self, position: int) -> bool:
        """Tell whether an everyday word behind a firm's name is no name of its own: "Google Cloud"."""
        word = self.tokens.words[position]
        if self.tokens.gaps[position] != " " or word not in self.lexicon.dictionary:
            return False
        return not self.classes.get(word, 0) & (lx.TITLE | lx.FIRST_NAME | lx.KEPT | lx.LISTED | lx.SURNAME | lx.HEADS)

    def is_noun(self, stop: int) -> bool:
        """Tell whether a national's name is a noun: a plural that no name follows."""
        return self.tokens.words[stop - 1].endswith(("s", "i", "h")) and (
            stop == len(self.tokens) or self.tokens.gaps[stop] != "-"
        )

    def end_of_person(self, end: int, stop: int) -> int:
        """Tell where a listed person's name ends in this text: "Mohammad Yaqub" may be called Mujahid, too."""
        words = self.tokens.words
        if end < stop and self.tokens.gaps[end] == " " and self.capitals[end]:
            kind = self.classes.get(words[end], 0)
            if kind & lx.LINK and end + 1 < stop and self.capitals[end + 1] and words[end] in ("al", "bin", "ibn"):
                # "Mohammed bin Salman Al Saud"
                return end + 2
            plain = lx.TITLE | lx.LISTED | lx.HEADS | lx.EVENT | lx.COMMON | lx.NOT_NAME | lx.AUXILIARY | lx.SPEECH
            if not kind & plain and words[end] not in self.lexicon.dictionary:
                return end + 1
        return end

    def may_open_body(self, word: str, kind: int) -> bool:
        """Tell whether an everyday word may open a body's name at a sentence's start ("Civic Party")."""
        if kind & (lx.COMMON | lx.AUXILIARY | lx.ADVERB | lx.NOT_NAME | lx.SPEECH):
            return word in _BODY_OPENERS
        return not word.endswith(("ing", "ly", "ed"))

    def is_before_name(self, position: int, stop: int) -> bool:
        """Tell whether an everyday word or a national stands before a first name and surname: "Scotsman James Watt"."""
        words, gaps, class_of = self.tokens.words, self.tokens.gaps, self.classes.get
        word = words[position]
        return (
            position + 2 < stop
            and gaps[position + 1] == " " == gaps[position + 2]
            and (word in self.lexicon.dictionary or word.endswith("man"))
            and not class_of(word, 0) & (lx.FIRST_NAME | lx.SURNAME | lx.KEPT | lx.LINK)
            and bool(class_of(words[position + 1], 0) & lx.FIRST_NAME)
        )

    def head_of(self, first: int, stop: int) -> int:
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

    def end_of_body(self, first: int, begin: int, stop: int) -> int:
        """Tell where a name ends whose head is a body's or place's word, looking from *begin* on; 0 without a head."""
        words, gaps, class_of = self.tokens.words, self.tokens.gaps, self.classes.get
        best = 0
        for position in range(begin, min(stop, begin + _LONGEST_NAME)):
            if (
                position > first
                and gaps[position] not in _BODY_GAPS
                and not (words[position] == "s" and position > begin)
            ):
                if gaps[position] != ". " or (position != begin and words[position - 1] not in _SHORT_BODIES):
                    break
            if best == position > begin and words[position] in COMPLEMENTS and gaps[position] in SPACES:
                # "Institute for Border Studies": the head's complement is part of the name, whatever heads it holds.
                return self.end_of_complement(position, stop)
            kind = class_of(words[position], 0)
            if kind & lx.TITLE and (position > begin or begin > first):
                title = self.match_title(position, stop)
                if title > position + 1 or (title > position and not kind & lx.ORG_HEAD):
                    break
            if kind & lx.HEADS and self.capitals[position]:
                best = position + 1
        if best == 1 and first == 0 and self.numbered and words[0] in UNITS:
            return best
        if not best or best - first == 1:
            leads = begin == first and first + 1 < stop and gaps[first + 1] == " " and self.is_leading_head(first)
            if leads and words[first + 1] not in COMPLEMENTS:
                return self.end_of_unknown(first, stop, True)
            if not (best and best < stop and words[best] in COMPLEMENTS and gaps[best] in SPACES):
                return 0
        if best < stop and words[best] in COMPLEMENTS and gaps[best] in (" ", "\n"):
            return self.end_of_complement(best, stop)
        if best < stop and words[best] in _TAILS and gaps[best] == " " and self.capitals[best]:
            # "SVB Energy International"
            return best + 1
        return best

    def is_leading_head(self, first: int) -> bool:
        """Tell whether a head stands before the rest of a name: "Radio Kabul", "Jaysh al-Sunna"."""
        words, class_of = self.tokens.words, self.classes.get
        return words[first] in _LEADING_HEADS or bool(
            class_of(words[first], 0) & lx.ARMED_HEAD and class_of(words[first + 1], 0) & lx.LINK
        )

    def is_surname_first(self, first: int) -> bool:
        """Tell whether three words are a name with its surname first: "Park Chan-woo"."""
        surname, given, rest = self.tokens.words[first : first + 3]
        return (
            surname in self.lexicon["surnames_first"]
            and given not in self.lexicon.dictionary
            and 1 < len(given) < 7
            and 1 < len(rest) < 7
            and given.isalpha()
            and rest.isalpha()
        )

    def end_of_complement(self, first: int, stop: int) -> int:
        """Tell where a complement ends ("of Refugees and Repatriations"): before a title."""
        words, gaps, class_of = self.tokens.words, self.tokens.gaps, self.classes.get
        end = first
        while (
            end < stop
            and end - first < _LONGEST_COMPLEMENT
            # "Ministry of Women's Affairs", "of Agriculture, Irrigation and Livestock" (no run holds another comma)
            and (
                gaps[end] in (" ", "-", "\n", ", ")
                or (words[end] == "s" and gaps[end] == "'" and words[end - 1] in _OWNERS and end + 1 < stop)
            )
        ):
            if end > first + 1:
                kind = class_of(words[end], 0)
                if kind & lx.TITLE and self.match_title(end, stop) > end:
                    break
                if kind & lx.FIRST_NAME and self._is_person(end, stop):
                    break
            end += 1
        return end

    def _is_person(self, position: int, stop: int) -> bool:
        """Tell whether a given name and more begin here: "the Bank of Norland | Brian E. Nelson"."""
        after = position + 1
        return (
            after < stop
            and self.tokens.words[position] not in self.lexicon.dictionary
            and self.tokens.gaps[after] == " "
            and self.capitals[after]
            and self.tokens.gaps[position] == " "
            and self.capitals[position - 1]
        )

    def end_of_unknown(self, first: int, stop: int, titled: bool) -> int:
        """Tell where an unknown name ends: before a listed name or a title."""
        words, gaps, class_of, index = self.tokens.words, self.tokens.gaps, self.classes.get, self.index
        person = titled or bool(class_of(words[first], 0) & (lx.FIRST_NAME | lx.KEPT))
        position = first + 1
        while position < stop:
            gap = gaps[position]
            hit = None
            if words[position] in DAYS_ONLY and gap == " " and (titled or position > first + 1):
                # "Met Jalil Sattari Tuesday": when, not who.
                break
            if (
                class_of(words[position], 0) & lx.LISTED
                and gap != "-"
                and gap != "'"
                and not class_of(words[position - 1], 0) & lx.LINK
            ):
                hit = index.match(self.tokens, position)
            if hit is not None:
                soft = hit.entry.type in ("place", "country", "people") and hit.stop - position == 1
                if self.is_branch(first, position, hit, stop):
                    position = stop
                    continue
                if self.is_namesake(first, position, hit):
                    position += 1
                    continue
                if not (soft and person) and not (hit.stop - position == 1 and hit.entry.type == "people"):
                    if not (soft and hit.stop == stop and self.is_origin(first, position)):
                        break
            elif class_of(words[position], 0) & lx.TITLE:
                end = self.match_title(position, stop)
                # One word of a title may be a name's last, but not behind an acronym or a firm: "CAA Director Khan".
                behind = position == first + 1 < stop - 1 and (
                    (len(words[first]) > 1 and self.tokens.forms[first].isupper())
                    # "Ruritania CM Kalyan Rao"
                    or self.tokens.forms[position].isupper()
                    or self.lexicon.known.get(words[first], "place") != "place"
                )
                if end > position + (gap == " " and not behind):
                    break
            position += 1
        return position

    def is_branch(self, first: int, position: int, hit: NameHit, stop: int) -> bool:
        """Tell whether a country ends the name of a firm's branch there: "Sony Australia"."""
        tokens = self.tokens
        return (
            position == first + 1
            and hit.stop == stop
            and hit.entry.type in ("country", "place")
            and hit.entry.form == "name"
            and tokens.gaps[position] == " "
            and self.lexicon.known.get(tokens.words[first], "place") != "place"
        )

    def is_namesake(self, first: int, position: int, hit: NameHit) -> bool:
        """Tell whether a firm's listed name is a person's surname behind a given name: "Walt Disney"."""
        words = self.tokens.words
        return (
            position == first + 1 == hit.stop - 1
            and hit.entry.type in ("organisation", "media")
            and not self.tokens.forms[position].isupper()
            and bool(self.classes.get(words[first], 0) & lx.FIRST_NAME)
            and words[first] not in self.lexicon.dictionary
        )

    def is_origin(self, first: int, position: int) -> bool:
        """Tell whether a place behind one unknown word is a surname by origin: "Attaullah Khogyani"."""
        words = self.tokens.words
        return (
            position == first + 1
            and self.tokens.gaps[position] == " "
            and words[position][-1:] == "i"
            and not self.classes.get(words[first], 0)
            and words[first] not in self.lexicon.dictionary
        )

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
                        # "Foreign Minister Shah Mahmood Qureshi"
                        return end + (words[end] not in TITLES_OR_NAMES or stop - end < 3)
                    if end < stop and words[end] in ("of", "for") and words[end - 1] in PORTFOLIOS:
                        # "Minister of Agriculture, Irrigation and Livestock Daud Omari"
                        named = end_of_portfolio(self.tokens, end, self.names)
                        return named if end < named < stop else end
                    return end
        return first
