"""Decides what an unlisted name is, on all evidence of the document."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from afghanbrief.extractors.actors.lexicon import Lexicon
from afghanbrief.extractors.actors.scan import Piece
from afghanbrief.kinds.actors import MentionForm, MentionType
from afghanbrief.text.tokens import Tokens

_PLURAL_FIGHTERS = frozenset(
    ["fighters", "militants", "rebels", "insurgents", "gunmen", "guerrillas", "commanders", "militiamen"]
)
_PLACE_BEFORE = frozenset(
    [
        "in",
        "at",
        "near",
        "from",
        "to",
        "across",
        "inside",
        "outside",
        "around",
        "into",
        "through",
        "toward",
        "towards",
        "via",
    ]
)


@attrs.frozen
class Verdict:
    """What a piece is taken for.

    Attributes:
        type: the type of its mention.
        form: the form of its mention.
        rule: the rule that decided.
    """

    type: MentionType
    form: MentionForm
    rule: str


class NameClassifier:
    """Gives each unlisted name of one document a type: first by its own words, then by what stands around it anywhere.

    Arguments:
        tokens: the document's tokens.
        lexicon: the word lists.
        pieces: all pieces of the document.
    """

    def __init__(self, tokens: Tokens, lexicon: Lexicon, pieces: Iterable[Piece]) -> None:
        self._tokens = tokens
        self._lexicon = lexicon
        self._by_words: dict[tuple[str, ...], Verdict | None] = {}
        self._votes: dict[tuple[str, ...], dict[str, int]] = {}
        self._surnames: set[str] = set()
        self._parts: dict[str, Verdict] = {}
        self._seen_inside: set[tuple[str, ...]] = set()
        self._heads = lexicon["organisation_heads"] | lexicon["armed_heads"] | lexicon["place_heads"]
        unknown = [piece for piece in pieces if piece.entry is None]
        for piece in unknown:
            self._weigh(piece)
        for piece in unknown:
            self._learn_parts(piece)

    def key(self, piece: Piece) -> tuple[str, ...]:
        """Give the words of a piece in lower case."""
        return self._tokens.words[piece.first : piece.stop]

    def classify(self, piece: Piece) -> Verdict | None:
        """Decide what a piece is, or that it is no name (``None``)."""
        key = self.key(piece)
        votes = self._votes.get(key, {})
        if votes.get("medium"):
            return Verdict("media", "name", "medium-by-noun")
        inner = self._by_own_words(piece, key)
        if inner is not None:
            return inner
        if len(key) == 1 and key[0] in self._heads and key[0] not in self._parts:
            return None
        if votes.get("titled"):
            return Verdict("person", "name", "person-by-title")
        if len(key) == 1:
            if key[0] in self._surnames:
                return Verdict("person", "name", "surname-of-named-person")
            if key[0] in self._parts:
                return self._parts[key[0]]
        if votes.get("armed"):
            return Verdict("armed_group", "name", "armed-group-by-fighters")
        if votes.get("place", 0) > votes.get("person", 0):
            return Verdict("place", "name", "place-by-preposition")
        if votes.get("person"):
            return Verdict("person", "name", "person-by-speech")
        if len(key) == 1:
            if piece.opens and key not in self._seen_inside:
                return None
            return Verdict("place", "name", "unlisted-single-name")
        if piece.opens and key not in self._seen_inside:
            return None
        if votes.get("the"):
            return Verdict("organisation", "name", "body-by-article")
        if len(key) <= 4 and all(word.isalpha() for word in key):
            return Verdict("person", "name", "person-by-shape")
        return Verdict("organisation", "name", "long-unlisted-name")

    def _by_own_words(self, piece: Piece, key: tuple[str, ...]) -> Verdict | None:
        if key in self._by_words:
            return self._by_words[key]
        verdict = self._judge_words(piece, key)
        self._by_words[key] = verdict
        return verdict

    def _judge_words(self, piece: Piece, key: tuple[str, ...]) -> Verdict | None:
        lexicon, forms = self._lexicon, self._tokens.forms[piece.first : piece.stop]
        last, heads = key[-1], (key[0], key[-1])
        before_of = key[key.index("of") - 1] if "of" in key[1:] else last
        if len(key) == 1 and forms[0].isupper() and 2 <= len(forms[0]) <= 7:
            return Verdict("organisation", "acronym", "acronym")
        if len(key) > 1:
            if last in lexicon["place_heads"] and last not in lexicon["organisation_heads"]:
                return Verdict("place", "name", "place-by-head")
            if any(head in lexicon["armed_heads"] for head in (*heads, before_of)):
                return Verdict("armed_group", "name", "armed-group-by-head")
            if (last in lexicon["media_heads"] and last != "agency") or key[0] in ("radio", "tv", "television"):
                return Verdict("media", "name", "medium-by-head")
            if any(word in lexicon["organisation_heads"] for word in (last, before_of, key[0])):
                return Verdict("organisation", "name", "body-by-head")
            if key[0] in lexicon["first_names"] or key[0] in lexicon["kept"]:
                return Verdict("person", "name", "person-by-first-name")
            if len(forms[0]) == 1 or (len(forms[1]) == 1 and len(key) > 2):
                return Verdict("person", "name", "person-by-initial")
        elif last in lexicon["media_heads"] and last == "newsdesk":
            return Verdict("media", "name", "medium-by-head")
        elif key[0] in lexicon["first_names"]:
            return Verdict("person", "name", "person-by-first-name")
        return None

    def _weigh(self, piece: Piece) -> None:
        tokens, lexicon = self._tokens, self._lexicon
        votes = self._votes.setdefault(self.key(piece), {})

        def add(name: str, weight: int = 1) -> None:
            votes[name] = votes.get(name, 0) + weight

        if not piece.opens:
            self._seen_inside.add(self.key(piece))
        if piece.titled:
            add("titled")
        before = tokens.words[piece.first - 1] if piece.first and tokens.gaps[piece.first] == " " else ""
        after_gap = tokens.gaps[piece.stop]
        after = tokens.words[piece.stop] if piece.stop < len(tokens) else ""
        if (
            before in _PLACE_BEFORE
            or before in lexicon["place_of"]
            or (before == "of" and self._noun_before_of(piece) in lexicon["place_of"])
        ):
            add("place", 2)
        if before == "the":
            add("the")
        if after_gap == " ":
            if after in lexicon["place_nouns"]:
                add("place", 3)
            elif after in _PLURAL_FIGHTERS:
                add("armed", 2)
            elif after in lexicon["speech_verbs"] and after not in ("report", "reports"):
                add("person", 2)
            elif after in lexicon["action_verbs"]:
                add("person")
        elif after_gap == ", " and after in ("who", "a", "an", "the", "whose", "aged"):
            add("person")
        elif after_gap == "'" and after == "s":
            add("person" if before not in _PLACE_BEFORE else "place")
        if before in lexicon["media_nouns"] or (after_gap == " " and after in lexicon["media_nouns"]):
            add("medium")
        elif tokens.gaps[piece.first].endswith("(") and after_gap.startswith((") -", ") \u2014")):
            add("medium")
        elif tokens.gaps[piece.first].endswith("(") and after_gap.startswith("):"):
            add("medium")
        if before in ("said", "says", "told", "by", "added"):
            add("person", 2 if before != "by" else 1)

    def _noun_before_of(self, piece: Piece) -> str:
        return self._tokens.words[piece.first - 2] if piece.first > 1 else ""

    def _learn_parts(self, piece: Piece) -> None:
        key = self.key(piece)
        if len(key) < 2:
            return
        verdict = self._by_own_words(piece, key)
        if verdict is None:
            verdict = self.classify(piece)
        if verdict is None:
            return
        if verdict.type == "person":
            self._surnames.add(key[-1])
        elif verdict.type in ("organisation", "armed_group", "media"):
            for word in (key[0], key[-1]):
                self._parts.setdefault(word, Verdict(verdict.type, "alias", "part-of-listed-name"))
