"""Decides what an unlisted name is, on all evidence of the document."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.actors import lexicon as lx
from afghanbrief.extractors.actors import verdicts as v
from afghanbrief.extractors.actors.acronyms import read_joined_acronyms, read_marked_acronyms
from afghanbrief.extractors.actors.name_endings import SURNAME_ENDINGS, by_ending, is_of_town, is_state
from afghanbrief.extractors.actors.name_uses import is_behind_place, is_field
from afghanbrief.extractors.actors.naming import COMPANIES
from afghanbrief.extractors.actors.pieces import Piece
from afghanbrief.extractors.actors.scan import Scanner
from afghanbrief.extractors.actors.shadowed_surnames import stands_as_town
from afghanbrief.extractors.actors.spelling import initials
from afghanbrief.extractors.actors.verdicts import Verdict, is_mixed_acronym, is_written_as_firm
from afghanbrief.extractors.actors.votes import Votes, is_group_of_fighters, weigh

_ROMAN: Final = frozenset("IVXLC")
_BODIES: Final = frozenset(("organisation", "armed_group", "media"))
# What may stand between two names of one list, and before its last "and".
_JOINING: Final = ("and", "or")
_MARKS: Final = (")", ":")
_LIST_GAPS: Final = frozenset((", ", "/", " & "))
_LIST_GAPS_BEFORE_AND: Final = frozenset((" ", ", "))
_PLAIN: Final = lx.COMMON | lx.AUXILIARY | lx.NOT_NAME | lx.HEADS | lx.ACTION | lx.SPEECH | lx.ADVERB
_PARTY: Final = {"country": "place"}

Key = tuple[str, ...]


class NameClassifier:
    """Gives each unlisted name of one document a type: first by its own words, then by what stands around it anywhere.

    Arguments:
        scanner: the scanner of the document.
        pieces: all pieces of the document.
    """

    def __init__(self, scanner: Scanner, pieces: list[Piece]) -> None:
        self._scanner = scanner
        self._tokens = scanner.tokens
        self._dictionary = scanner.lexicon.dictionary
        self._classes = scanner.classes
        self._known = scanner.lexicon.known
        self._pieces = pieces
        self._surnames: set[str] = set()
        self._parts: dict[str, Verdict] = {}
        # The first words of firms, and the beginnings of long names of bodies.
        self._firms: set[str] = set()
        self._beginnings: dict[Key, Verdict] = {}
        self._event_starts = scanner.lexicon["event_starts"]
        self._leaders = scanner.lexicon["leaders"]
        self._events: set[str] = set()
        # The initials of listed groups of fighters.
        self._armed: set[str] = set()
        # The occurrences of each name; a name of one word is known by that word.
        self._words: dict[str, list[Piece]] = {}
        self._names: dict[Key, list[Piece]] = {}

    def classify(self) -> dict[int, Verdict]:
        """Give what each unlisted name is by its first token; what is no name is left out."""
        words, gaps, single, several = self._tokens.words, self._tokens.gaps, self._words, self._names
        # Pieces right behind another, and the words that stand in brackets or before a colon: few of all.
        joined: list[int] = []
        marked: set[str] = set()
        reach = 0
        for number, piece in enumerate(self._pieces):
            first, stop, entry, _, _, _, _ = piece
            if first < reach:
                joined.append(number)
            reach = stop + 2
            if entry is None:
                if stop - first == 1:
                    word = words[first]
                    if gaps[stop][:1] in _MARKS:
                        marked.add(word)
                    if word in single:
                        single[word].append(piece)
                    else:
                        single[word] = [piece]
                else:
                    key = words[first:stop]
                    if key in several:
                        several[key].append(piece)
                    else:
                        several[key] = [piece]
            elif stop - first > 2 and entry.type == "armed_group":
                # "Kachin Independence Army", later "the KIA"
                self._armed.add(initials(self._tokens.forms[first:stop]))
        verdicts: dict[int, Verdict] = {}
        quiet = self._scanner.quiet
        open_names: list[Key] = []
        for key, places in several.items():
            piece = places[0]
            if key[0] in self._event_starts and not piece.head:
                self._events.update(key[1:])
                continue
            verdict = piece.verdict
            if verdict is None:
                open_names.append(key)
            elif verdict.rule == "person-by-first-name" and is_behind_place(self._tokens, places):
                for piece in places:
                    verdicts[piece.first] = v.PLACE
            elif not piece.head or not (
                (piece.first in quiet and self._says_nothing(key, places))
                or is_field(self._tokens, places, self._scanner.lexicon)
            ):
                if verdict.rule == "body-by-head" and any(is_group_of_fighters(self._scanner, p) for p in places):
                    verdict = v.ARMED
                self._learn_parts(piece, verdict)
                for piece in places:
                    verdicts[piece.first] = verdict
        for key in open_names:
            places = several[key]
            verdict = self._beginnings.get(key) or self._judge_long(key, places, self._weigh(places))
            if verdict is not None:
                self._learn_parts(places[0], verdict)
                for piece in places:
                    verdicts[piece.first] = verdict
        acronyms = read_joined_acronyms(self._scanner, self._pieces, joined, verdicts) if joined else {}
        if marked:
            marks = {word: single[word] for word in marked}
            others, things = read_marked_acronyms(self._scanner, self._pieces, marks, several, verdicts)
            acronyms = {**others, **acronyms}
            self._events |= things
        events = self._events
        for word, places in single.items():
            if word in events:
                continue
            verdict = acronyms.get(word) or self._judge_word(places, word)
            if verdict is not None:
                town = verdict is v.SURNAME and self._known.get(word) == "place"
                for piece in places:
                    if town and stands_as_town(self._scanner, piece.first):
                        verdicts[piece.first] = v.KNOWN["place"]
                    else:
                        verdicts[piece.first] = verdict
        if joined:
            self._settle_lists(joined, verdicts)
        return verdicts

    def _settle_lists(self, joined: list[int], verdicts: dict[int, Verdict]) -> None:
        """Give an open name of a list the type of the names beside it: "Urchin, Zipdash and Keyhole"."""
        gaps, words, pieces = self._tokens.gaps, self._tokens.words, self._pieces
        run: list[Piece] = []
        last = -1
        for number in joined:
            before, first = pieces[number - 1].stop, pieces[number].first
            if first == before:
                if gaps[first] not in _LIST_GAPS:
                    continue
            elif words[before] not in _JOINING or gaps[before] not in _LIST_GAPS_BEFORE_AND:
                continue
            if number - 1 != last:
                if run:
                    self._settle_list(run, verdicts)
                run = [pieces[number - 1]]
            run.append(pieces[number])
            last = number
        if run:
            self._settle_list(run, verdicts)

    def _settle_list(self, run: list[Piece], verdicts: dict[int, Verdict]) -> None:
        if len(run) == 2 and run[1].first == run[0].stop:
            return
        open_pieces = [piece for piece in run if piece.entry is None and piece.first not in verdicts]
        if not open_pieces or 2 * len(open_pieces) > len(run) + 1:
            return
        types = set()
        for piece in run:
            if piece.entry is not None:
                types.add(_PARTY.get(piece.entry.type, piece.entry.type))
            elif piece.first in verdicts:
                types.add(verdicts[piece.first].type)
        if len(types) == 1:
            verdict = v.LISTED_TOGETHER.get(types.pop())
            if verdict is not None and (len(run) > 2 or verdict.type in ("person", "place")):
                for piece in open_pieces:
                    if self._may_be_name(piece):
                        verdicts[piece.first] = verdict

    def _may_be_name(self, piece: Piece) -> bool:
        """Tell whether not all words of a piece are everyday words, and none names an event."""
        words = self._tokens.words[piece.first : piece.stop]
        if words[0] in self._event_starts or not self._events.isdisjoint(words):
            return False
        if piece.opens and not self._classes.get(words[-1], 0) & lx.SURNAME:
            return False
        return not self._dictionary.issuperset(words) and len(words[0]) > 1

    def _weigh(self, places: list[Piece]) -> Votes:
        found = Votes()
        for piece in places:
            weigh(self._scanner, piece, found)
        return found

    def _says_nothing(self, key: Key, places: list[Piece]) -> bool:
        """Tell whether a headline's capitals make a body of everyday words."""
        return all(piece.opens for piece in places) and not self._is_taken_up(key, places[0].head)

    def _is_taken_up(self, key: Key, head: int) -> bool:
        """Tell whether the text takes up a headline's name by its head ("the Mission")."""
        if not head & (lx.ORG_HEAD | lx.ARMED_HEAD) or len(key) > 7:
            return False
        for word in key:
            places = self._words.get(word)
            if places and self._classes.get(word, 0) & (lx.ORG_HEAD | lx.ARMED_HEAD):
                if not all(piece.opens for piece in places):
                    return True
        return False

    def _judge_word(self, places: list[Piece], word: str) -> Verdict | None:
        """Judge a name of one word."""
        piece = places[0]
        kind = self._classes.get(word, 0)
        form = self._tokens.forms[piece.first]
        if (
            len(form) == 1
            or any(map(str.isdigit, form))
            or (form[:2].isupper() and not form.isupper() and form[-1] == "s")
        ):
            # "X", "CFLs"
            return None
        if (form.isupper() and len(form) > 1) or (form[-1].isupper() and not piece.titled and is_mixed_acronym(form)):
            if len(form) > 4 and self._known.get(word) == "place":
                # "NAGPUR, June 18: ..."
                return v.KNOWN["place"]
            verdict = self._judge_capitals(piece, form, kind)
            if verdict is v.ACRONYM:
                found = self._weigh(places)
                verdict = v.MEDIUM if found.medium else v.ARMED if found.armed or form in self._armed else verdict
            if verdict is not None or len(form) < 4 or kind & lx.COMMON:
                return verdict
        if word in self._surnames:
            return v.SURNAME
        known = self._known.get(word)
        if known is not None and known != "place" and not piece.titled:
            return v.KNOWN[known]
        if (
            word[-1] == "s"
            and known is None
            and not piece.titled
            and is_of_town(word, self._scanner.index, self._known, self._dictionary)
        ):
            return v.TOWNSPEOPLE
        found = self._weigh(places)
        if found.medium and not found.titled:
            return v.MEDIUM
        part = self._parts.get(word)
        firm = word in self._firms and not found.titled
        if firm and part is not None and (known is None or not found.place):
            return part
        acts = found.person + found.weak
        if known is not None and not found.titled:
            named = kind & (lx.FIRST_NAME | lx.SURNAME)
            if known != "place" or not named or found.person <= found.place:
                return v.KNOWN[known]
        if kind & (lx.FIRST_NAME | lx.KEPT) and (word not in self._dictionary or (found.inside and not kind & _PLAIN)):
            if found.place > acts + 1:
                return v.PLACE
            if not found.the or acts:
                return v.FIRST_NAME
        if part is not None and found.place <= found.person + found.the:
            return part
        if kind & lx.HEADS and not found.titled:
            return None
        verdict = self._judge((word,), places, found, kind, word in self._dictionary)
        if verdict is v.SINGLE or verdict is v.SPEECH:
            return v.INNER_CAPITAL if is_written_as_firm(form, self._classes) else verdict
        return verdict

    def _judge_long(self, key: Key, places: list[Piece], votes: Votes) -> Verdict | None:
        """Judge a name of several words that says nothing of itself."""
        last = self._classes.get(key[-1], 0)
        if len("".join(key)) == len(key) or (len(key[1]) > 1 and key[1][0] < ":" and not votes.titled):
            # "G.D.P.", "KC-135R Stratotanker"
            return None
        if last & lx.TITLE_END and last & lx.TITLE and not last & (lx.SURNAME | lx.FIRST_NAME) and not votes.titled:
            # "the Independent Police Review Director": an office.
            return None
        if is_field(self._tokens, places, self._scanner.lexicon):
            return None
        first, stop = places[0].first, places[0].stop
        gaps = self._tokens.gaps
        if (
            " & " in gaps[first + 1 : stop]
            and not votes.titled
            and not any(mark in gaps[first] + gaps[stop] for mark in "(;")
        ):
            # "Brandt & Cia", but "(Dye & Ryan, 2010)" are authors.
            return v.BODY
        if not votes.titled and self._known.get(key[0], "place") != "place":
            # "Mozilla Firefox": what a firm makes bears its name.
            return v.BODY_PART
        dictionary = self._dictionary
        classes = self._classes
        plain = [w for w in key if w in dictionary and not classes.get(w, 0) & lx.LINK]
        return self._judge(key, places, votes, self._classes.get(key[-1], 0), bool(plain))

    def _judge(self, key: Key, places: list[Piece], votes: Votes, kind: int, plain: bool) -> Verdict | None:
        """Judge a name by what stands around it."""
        single = len(key) == 1
        person, place = votes.person, votes.place
        if votes.titled:
            return v.TITLED
        if key[0] == "st" and not single:
            return v.SPEECH if person > 1 else v.SAINT
        surname = bool(kind & lx.SURNAME) or (single and key[0].endswith(SURNAME_ENDINGS))
        if votes.medium or (votes.told and not person > 1 and not surname):
            return v.MEDIUM
        person += 2 * min(1, votes.told)
        if votes.armed and not person > votes.armed:
            return v.ARMED
        if surname:
            person += 2 * min(1, votes.rule)
        if surname or not plain:
            person += votes.weak
        if single and not plain and not surname and votes.state and is_state(key[0], votes.state, place):
            return v.STATE
        if single and not plain and not votes.titled:
            ending = by_ending(key[0], acts=votes.person > 1)
            if ending is not None:
                return ending
        if not votes.inside and (single or (votes.count < 2 and places[0].first in self._scanner.quiet)):
            # "Lavrov told reporters": the verb makes up for the capital letter that the sentence's start explains.
            if (not person and not votes.body > 1) or (plain and ((single and not surname) or person < 2)):
                return None
        if plain and not person > 1 and not votes.body > 1 and (single or not place > 1):
            return v.LEADER if single and not votes.the and not place and key[0] in self._leaders else None
        if plain and votes.numbered:
            # "Rule 37", "Factor 1"
            return None
        if votes.body > place and votes.body > person:
            return v.BODY
        if place == 1 and not person and single and kind & lx.SURNAME:
            # "A call from Macron": "from" alone does not outweigh a listed surname.
            return v.SINGLE
        if place > person or (place > 1 and place == person == votes.weak):
            return v.PLACE
        if votes.the and not surname and not person > votes.the + 1:
            return v.ARTICLE if person > 1 or (person and not single) else None
        if person > 1 or (person and 1 < len(key) < 5):
            return v.SPEECH
        if single:
            return v.SINGLE if person or surname else None
        if plain:
            return None
        return v.SHAPE if len(key) <= 4 else v.LONG

    def _judge_capitals(self, piece: Piece, form: str, kind: int) -> Verdict | None:
        word = form.lower()
        if (
            kind & (lx.COMMON | lx.NOT_NAME)
            or len(form) > 8
            or set(form) <= _ROMAN
            or not form.isalpha()
            or (piece.opens and word in self._dictionary)
        ):
            return v.LEADER if piece.opens and word in self._leaders else None
        if word in self._surnames:
            return v.SURNAME
        if piece.opens and kind & lx.SURNAME and len(form) > 3 and word not in self._known:
            # "MACRON TO VISIT ..."
            return v.SINGLE
        if piece.first in self._scanner.quiet and word in self._dictionary:
            return None
        gap = self._tokens.gaps[piece.stop]
        after = self._tokens.words[piece.stop : piece.stop + 1]
        if (after and after[0][0].isdigit() and gap in (" ", "-", ": ", "$")) or gap.startswith("$"):
            return None
        return v.ACRONYM

    def _learn_parts(self, piece: Piece, verdict: Verdict) -> None:
        words = self._tokens.words
        if verdict.type == "person":
            if verdict is v.SURNAME_FIRST:
                self._surnames.add(words[piece.first])
                return
            self._surnames.add(words[piece.stop - 1])
            if verdict.rule != "person-by-shape" and len(words[piece.first]) > 3:
                self._surnames.add(words[piece.first])
        elif verdict.type in _BODIES:
            part = Verdict(verdict.type, "alias", "part-of-body-name")
            if piece.head:
                if words[piece.stop - 1] in COMPANIES:
                    self._firms.add(words[piece.first])
                for end in range(piece.first + 2, piece.stop):
                    self._beginnings.setdefault(words[piece.first : end], part)
            for position in range(piece.first, piece.stop):
                word = words[position]
                if position > piece.first and word in ("of", "for", "on"):
                    break
                if (
                    len(word) > 3
                    and (position == piece.first or piece.head)
                    and not self._classes.get(word, 0) & (lx.COMMON | lx.TITLE | lx.NOT_NAME)
                ):
                    self._parts.setdefault(word, part)
