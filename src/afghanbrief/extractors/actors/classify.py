"""Decides what an unlisted name is, on all evidence of the document."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from typing import NamedTuple

from afghanbrief.extractors.actors import lexicon as lx
from afghanbrief.extractors.actors.scan import Piece, Scanner
from afghanbrief.kinds.actors import MentionForm, MentionType

_THAT_ARE_PERSONS = frozenset(("who", "whose", "aged"))
_OPENERS_OF_APPOSITION = frozenset(("a", "an", "the", "whose", "who", "aged"))
_SAID = frozenset(("said", "says", "told", "added", "asked", "wrote"))
_ROMAN = frozenset("IVXLC")
_MEDIA_NOUNS = frozenset(
    "agency newspaper daily broadcaster weekly station magazine website paper network channel".split()
)
_BODY_NOUNS = frozenset(
    "charity company firm group party bank ngo organisation organization foundation union retailer airline club team"
    " carrier manufacturer contractor conglomerate association alliance coalition body institute university".split()
)
_ARMED_NOUNS = frozenset("militia faction rebels gang insurgents guerrillas".split())
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

    __slots__ = ("armed", "body", "count", "inside", "medium", "person", "place", "the", "titled", "told")

    def __init__(self) -> None:
        self.titled = self.place = self.person = self.armed = self.medium = self.the = self.inside = self.count = 0
        self.body = self.told = 0


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
        pieces = list(pieces)
        unknown = [piece for piece in pieces if piece.entry is None]
        for piece in unknown:
            self._weigh(piece)
        for piece in unknown:
            if piece.stop - piece.first > 1:
                self._learn_parts(piece)
        for left, right in itertools.pairwise(pieces):
            if right.entry is None and right.first == left.stop and self._tokens.gaps[left.stop] == " (":
                self._learn_acronym(left, right)

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
            if votes.medium and not votes.titled:
                return Verdict("media", "name", "medium-by-telling")
            if key[0] in self._surnames:
                return Verdict("person", "name", "surname-of-named-person")
            if key[0] in self._parts and votes.place <= votes.person + votes.the:
                return self._parts[key[0]]
            if classes & lx.HEADS and not votes.titled:
                return None
        if votes.titled:
            return Verdict("person", "name", "person-by-title")
        if votes.medium or (votes.told and not votes.person > 1):
            return Verdict("media", "name", "medium-by-telling")
        if votes.armed and not votes.person > votes.armed:
            return Verdict("armed_group", "name", "armed-group-by-fighters")
        if not votes.inside and (single or (votes.count < 2 and piece.first in self._scanner.quiet)):
            # "Lavrov told reporters": the verb makes up for the capital letter that the sentence's start explains.
            if not votes.person or (single and (votes.person < 2 or classes & lx.ENGLISH)):
                return None
        if single and (classes & lx.ENGLISH or key[0] in self._scanner.small) and not votes.person > 1:
            return None
        if votes.body > votes.place:
            return Verdict("organisation", "name", "body-by-apposition")
        if votes.place > votes.person:
            return Verdict("place", "name", "place-by-preposition")
        if votes.the and not votes.person > votes.the + 1:
            return Verdict("organisation", "name", "body-by-article") if votes.person else None
        if votes.person > 1 or (votes.person and not single):
            return Verdict("person", "name", "person-by-speech")
        if single:
            return Verdict("person", "name", "unlisted-single-name") if votes.person else None
        known = [word for word in key if self._classes.get(word, 0) & lx.ENGLISH or word in self._scanner.small]
        if known:
            return None
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
            if first & (lx.FIRST_NAME | lx.KEPT) and not first & lx.ENGLISH:
                return Verdict("person", "name", "person-by-first-name")
            return None
        if head:
            if piece.first in self._scanner.quiet and not self._votes[key].inside and not self._is_taken_up(key, head):
                return None
            return self._judge_head(key, head)
        if piece.titled or first & (lx.FIRST_NAME | lx.KEPT):
            return Verdict("person", "name", "person-by-title" if piece.titled else "person-by-first-name")
        if len(forms[0]) == 1 or (len(forms[1]) == 1 and len(key) > 2 and forms[1].isupper()):
            return Verdict("person", "name", "person-by-initial")
        if key[-1] in ("jr", "sr", "khan", "zada") or any(word in ("bin", "ibn", "ul", "bint") for word in key[1:-1]):
            return Verdict("person", "name", "person-by-name-parts")
        return None

    def _is_taken_up(self, key: tuple[str, ...], head: int) -> bool:
        """Tell whether the text takes up a headline's name by its head ("the Mission")."""
        if not head & (lx.ORG_HEAD | lx.ARMED_HEAD) or len(key) > 7:
            return False
        for word in key:
            votes = self._votes.get((word,))
            if votes is not None and votes.inside and self._classes.get(word, 0) & (lx.ORG_HEAD | lx.ARMED_HEAD):
                return True
        return False

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
        if (
            kind & (lx.COMMON | lx.NOT_NAME)
            or len(form) > 8
            or set(form) <= _ROMAN
            or (piece.opens and kind & lx.ENGLISH)
        ):
            return None
        if word in self._surnames:
            return Verdict("person", "name", "surname-of-named-person")
        if piece.first in self._scanner.quiet and (kind & lx.ENGLISH or word in self._scanner.small):
            return None
        after = self._tokens.words[piece.stop : piece.stop + 1]
        if after and after[0][0].isdigit() and self._tokens.gaps[piece.stop] in (" ", "-", ": ", "$"):
            return None
        if self._tokens.gaps[piece.stop].startswith("$"):
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
            elif before == "of":
                kind = classes.get(words[first - 2], 0) if first > 1 else 0
                if kind & (lx.PLACE_OF | lx.PLACE_NOUN):
                    votes.place += 2
            elif before in _IN:
                votes.place += 2
            elif before in ("from", "to", "into", "through", "via"):
                votes.place += 1
            elif before == "told":
                votes.told += 1
            elif before in _SAID:
                votes.person += 2
            elif before in _MEDIA_NOUNS:
                votes.medium += 1
            elif before in _BODY_NOUNS:
                votes.body += 2
            elif before in _ARMED_NOUNS:
                votes.armed += 2
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
            elif after in _MEDIA_NOUNS:
                votes.medium += 1
            elif kind & lx.SPEECH:
                votes.person += 2
            elif kind & lx.ACTION:
                votes.person += 1
        elif after_gap == ", ":
            if after in _OPENERS_OF_APPOSITION or after.isdigit():
                self._weigh_apposition(votes, stop, after)
        elif after_gap == ": " and first == 0:
            # "Lavrov: Talks will resume" is a headline that quotes.
            votes.person += 2
        elif after_gap.startswith((': "', ": '")):
            votes.person += 1

    def _weigh_apposition(self, votes: _Votes, stop: int, after: str) -> None:
        """Read "X, a militia that ...", "X, the newspaper ...", "X, a village in ...", "X, who ..."."""
        words, gaps, classes = self._tokens.words, self._tokens.gaps, self._classes
        if after in ("a", "an", "the"):
            for position in range(stop + 1, min(stop + 5, len(words))):
                if gaps[position] not in (" ", "-", "\n"):
                    break
                word = words[position]
                if word in _MEDIA_NOUNS:
                    votes.medium += 1
                    return
                if word in _ARMED_NOUNS:
                    votes.armed += 3
                    return
                if word in _BODY_NOUNS:
                    votes.body += 2
                    return
                if classes.get(word, 0) & lx.PLACE_NOUN:
                    votes.place += 2
                    return
                if classes.get(word, 0) & (lx.TITLE | lx.ROLE_HEAD):
                    votes.person += 2
                    return
        votes.person += 1 + (after in _THAT_ARE_PERSONS)

    def _learn_acronym(self, left: Piece, right: Piece) -> None:
        """Give an acronym in brackets the type of the name before it: "Northern Monitoring Group (NMG)"."""
        tokens = self._tokens
        form = tokens.forms[right.first]
        if right.stop - right.first != 1 or not form.isupper() or not tokens.gaps[right.stop].startswith(")"):
            return
        key = (tokens.words[right.first],)
        if left.entry is not None:
            if left.entry.type not in ("organisation", "armed_group", "media", "government"):
                return
            self._verdicts[key] = Verdict(left.entry.type, "acronym", "acronym-in-brackets")  # type: ignore[arg-type]
            return
        verdict = self.classify(left)
        if verdict is not None and verdict.type not in ("person", "place"):
            self._verdicts[key] = Verdict(verdict.type, "acronym", "acronym-in-brackets")

    def _learn_parts(self, piece: Piece) -> None:
        verdict = self.classify(piece)
        if verdict is None:
            return
        words = self._tokens.words
        if verdict.type == "person":
            self._surnames.add(words[piece.stop - 1])
            if verdict.rule != "person-by-shape" and len(words[piece.first]) > 3:
                self._surnames.add(words[piece.first])
        elif verdict.type in ("organisation", "armed_group", "media"):
            for position in range(piece.first, piece.stop):
                word = words[position]
                if position > piece.first and word in ("of", "for", "on"):
                    break
                if (
                    len(word) > 3
                    and (position == piece.first or piece.head)
                    and not self._classes.get(word, 0) & (lx.COMMON | lx.TITLE | lx.NOT_NAME)
                ):
                    self._parts.setdefault(word, Verdict(verdict.type, "alias", "part-of-body-name"))
