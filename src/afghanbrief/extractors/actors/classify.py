"""Decides what an unlisted name is, on all evidence of the document."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from afghanbrief.extractors.actors import lexicon as lx
from afghanbrief.extractors.actors.scan import Piece, Scanner
from afghanbrief.kinds.actors import MentionForm, MentionType

_THAT_ARE_PERSONS = frozenset(("who", "whose", "aged"))
_OPENERS_OF_APPOSITION = frozenset(("a", "an", "the", "whose", "who", "aged"))
_SAID = frozenset(("said", "says", "told", "added", "asked", "wrote"))
_IN = frozenset(("in", "at", "near", "across", "inside", "outside", "around", "above", "towards", "toward"))
_GOVERNMENT_HEADS = frozenset(("government", "administration", "kingdom", "republic", "emirate"))


class Verdict(NamedTuple):
    """What a piece is taken for.

    Attributes:
        type: the type of its mention.
        form: the form of its mention.
        rule: the rule that decided.
    """

    type: MentionType
    form: MentionForm
    rule: str


class _Votes:
    """What stands around all occurrences of one name."""

    __slots__ = ("armed", "count", "inside", "medium", "person", "place", "the", "titled")

    def __init__(self) -> None:
        self.titled = self.place = self.person = self.armed = self.medium = self.the = self.inside = self.count = 0


class NameClassifier:
    """Gives each unlisted name of one document a type: first by its own words, then by what stands around it anywhere.

    Arguments:
        scanner: the scanner of the document.
        pieces: all pieces of the document.
    """

    def __init__(self, scanner: Scanner, pieces: Iterable[Piece]) -> None:
        self._scanner = scanner
        self._tokens = scanner.tokens
        self._lexicon = scanner.lexicon
        self._classes = scanner.classes
        self._votes: dict[tuple[str, ...], _Votes] = {}
        self._surnames: set[str] = set()
        self._parts: dict[str, Verdict] = {}
        self._verdicts: dict[tuple[str, ...], Verdict | None] = {}
        unknown = [piece for piece in pieces if piece.entry is None]
        for piece in unknown:
            self._weigh(piece)
        for piece in unknown:
            if piece.stop - piece.first > 1:
                self._learn_parts(piece)

    def classify(self, piece: Piece) -> Verdict | None:
        """Decide what a piece is, or that it is no name (``None``)."""
        key = self._tokens.words[piece.first : piece.stop]
        try:
            return self._verdicts[key]
        except KeyError:
            verdict = self._verdicts[key] = self._judge(piece, key)
            return verdict

    def _judge(self, piece: Piece, key: tuple[str, ...]) -> Verdict | None:
        verdict = self._by_own_words(piece, key)
        if verdict is not None:
            return verdict
        votes = self._votes[key]
        single = len(key) == 1
        classes = self._classes.get(key[-1], 0)
        if single:
            if key[0] in self._surnames:
                return Verdict("person", "name", "surname-of-named-person")
            if key[0] in self._parts:
                return self._parts[key[0]]
            if classes & lx.HEADS and not votes.titled:
                return None
        if votes.titled:
            return Verdict("person", "name", "person-by-title")
        if votes.medium:
            return Verdict("media", "name", "medium-by-telling")
        if votes.armed and not votes.person > votes.armed:
            return Verdict("armed_group", "name", "armed-group-by-fighters")
        if not votes.inside and (single or votes.count < 2):
            if not votes.person or single:
                return None
        if single and (classes & lx.ENGLISH or key[0] in self._scanner.small) and not votes.person > 1:
            return None
        if votes.place > votes.person:
            return Verdict("place", "name", "place-by-preposition")
        if votes.the and not votes.person > votes.the + 1:
            return Verdict("organisation", "name", "body-by-article")
        if votes.person > 1 or (votes.person and not single):
            return Verdict("person", "name", "person-by-speech")
        if single:
            return Verdict("person" if votes.person else "organisation", "name", "unlisted-single-name")
        known = [word for word in key if self._classes.get(word, 0) & lx.ENGLISH or word in self._scanner.small]
        if known:
            return None if votes.place or len(known) == len(key) else Verdict("organisation", "name", "long-unlisted-name")
        if len(key) <= 4:
            return Verdict("person", "name", "person-by-shape")
        return Verdict("organisation", "name", "long-unlisted-name")

    def _by_own_words(self, piece: Piece, key: tuple[str, ...]) -> Verdict | None:
        forms = self._tokens.forms[piece.first : piece.stop]
        first = self._classes.get(key[0], 0)
        head = piece.head
        if len(key) == 1:
            if forms[0].isupper() and len(forms[0]) > 1:
                return self._judge_capitals(piece, forms[0], first)
            if first & (lx.FIRST_NAME | lx.KEPT) and not first & lx.ENGLISH and (not piece.opens or self._votes[key].inside):
                return Verdict("person", "name", "person-by-first-name")
            return None
        if head:
            return self._judge_head(key, head)
        if piece.titled or first & (lx.FIRST_NAME | lx.KEPT):
            return Verdict("person", "name", "person-by-title" if piece.titled else "person-by-first-name")
        if len(forms[0]) == 1 or (len(forms[1]) == 1 and len(key) > 2):
            return Verdict("person", "name", "person-by-initial")
        if key[-1] in ("jr", "sr", "khan", "zada") or any(word in ("bin", "ibn", "ul", "bint") for word in key[1:-1]):
            return Verdict("person", "name", "person-by-name-parts")
        return None

    def _judge_head(self, key: tuple[str, ...], head: int) -> Verdict | None:
        if head & lx.ARMED_HEAD:
            return Verdict("armed_group", "name", "armed-group-by-head")
        if head & lx.PLACE_HEAD and not head & (lx.ORG_HEAD | lx.MEDIA_HEAD):
            return Verdict("place", "name", "place-by-head")
        if head & lx.MEDIA_HEAD and not head & lx.ORG_HEAD:
            return Verdict("media", "name", "medium-by-head")
        if key[0] in _GOVERNMENT_HEADS or (key[-1] in _GOVERNMENT_HEADS and "of" not in key):
            return Verdict("government", "name", "government-by-head")
        return Verdict("organisation", "name", "body-by-head")

    def _judge_capitals(self, piece: Piece, form: str, kind: int) -> Verdict | None:
        word = form.lower()
        if kind & (lx.COMMON | lx.NOT_NAME) or len(form) > 8 or (piece.opens and kind & lx.ENGLISH):
            return None
        if word in self._surnames:
            return Verdict("person", "name", "surname-of-named-person")
        if piece.first in self._scanner.quiet and (kind & lx.ENGLISH or word in self._scanner.small):
            return None
        if self._tokens.gaps[piece.stop] == "-" and self._tokens.words[piece.stop : piece.stop + 1] and (
            self._tokens.words[piece.stop].isdigit()
        ):
            return None
        return Verdict("organisation", "acronym", "acronym")

    def _weigh(self, piece: Piece) -> None:
        tokens, classes = self._tokens, self._classes
        key = tokens.words[piece.first : piece.stop]
        votes = self._votes.get(key)
        if votes is None:
            votes = self._votes[key] = _Votes()
        votes.count += 1
        if not piece.opens:
            votes.inside += 1
        if piece.titled:
            votes.titled += 1
        if piece.head:
            return
        first, stop, words, gaps = piece.first, piece.stop, tokens.words, tokens.gaps
        gap = gaps[first]
        before = words[first - 1] if first and (gap == " " or gap == "\n") else ""
        if before:
            if before == "the":
                votes.the += 1
                before = words[first - 2] if first > 1 else ""
                if before in _IN:
                    votes.place += 1
                elif before in _SAID:
                    votes.medium += before == "told" and gaps[stop] == " " and words[stop : stop + 1] == ("agency",)
            elif before == "of":
                kind = classes.get(words[first - 2], 0) if first > 1 else 0
                if kind & (lx.PLACE_OF | lx.PLACE_NOUN):
                    votes.place += 2
            elif before in _IN:
                votes.place += 2
            elif before in ("from", "to", "into", "through", "via"):
                votes.place += 1
            elif before in _SAID:
                votes.person += 2
            elif before == "by":
                votes.person += 1
        after_gap = gaps[stop]
        if stop >= len(words):
            return
        after = words[stop]
        if after_gap == " " or after_gap == "\n":
            kind = classes.get(after, 0)
            if kind & lx.PLACE_NOUN:
                votes.place += 3
            elif kind & lx.FIGHTERS:
                votes.armed += 1
            elif after in ("agency", "newspaper", "daily", "broadcaster"):
                votes.medium += 1
            elif kind & lx.SPEECH:
                votes.person += 2
            elif kind & lx.ACTION:
                votes.person += 1
        elif after_gap == ", ":
            if after in _OPENERS_OF_APPOSITION or after.isdigit():
                votes.person += 1 + (after in _THAT_ARE_PERSONS)
        elif after_gap.startswith(": \"") or after_gap.startswith(": '"):
            votes.person += 1

    def _learn_parts(self, piece: Piece) -> None:
        verdict = self.classify(piece)
        if verdict is None:
            return
        words = self._tokens.words
        if verdict.type == "person":
            self._surnames.add(words[piece.stop - 1])
        elif verdict.type in ("organisation", "armed_group", "media"):
            for position in (piece.first, piece.stop - 1):
                word = words[position]
                if len(word) > 3 and not self._classes.get(word, 0) & (lx.COMMON | lx.TITLE | lx.NOT_NAME):
                    self._parts.setdefault(word, Verdict(verdict.type, "alias", "part-of-body-name"))
