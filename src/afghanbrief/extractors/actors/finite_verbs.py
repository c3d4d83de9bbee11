"""Tells whether a finite verb of saying or acting stands at a word, and whether it agrees with its noun."""

from __future__ import annotations

from afghanbrief.extractors.actors import lexicon as lx
from afghanbrief.extractors.actors.described_words import ACTS, SPEAKS, DescribedWords
from afghanbrief.extractors.actors.function_words import (
    ATTITUDES,
    BE,
    BEFORE_NOUNS,
    DO,
    HAVE,
    INNER,
    NOUNS_TOO,
    OBJECT_STARTS,
    PLURAL_FORMS,
    SINGULAR_FORMS,
    SPACES,
    UNCHANGED,
)
from afghanbrief.extractors.actors.lexicon import Lexicon
from afghanbrief.extractors.actors.predicates import BEHIND_PARTICIPLES
from afghanbrief.text.tokens import Tokens


class FiniteVerbs:
    """Judges the verbs of one document.

    Arguments:
        tokens: the document's tokens.
        lexicon: the actors' word lists.
        words: the words by which described actors are known.
    """

    __slots__ = ("_classes", "_forms", "_gaps", "_last", "_lists", "_verbs", "_words")

    def __init__(self, tokens: Tokens, lexicon: Lexicon, words: DescribedWords) -> None:
        self._words = tokens.words
        self._forms = tokens.forms
        self._gaps = tokens.gaps
        self._last = len(tokens.words)
        self._classes = lexicon.classes
        self._verbs = words.verbs
        self._lists = words

    def _verb_from(self, at: int, plural: bool | None) -> int:
        """Judge the verb at a token or behind the adverbs there."""
        words, gaps = self._words, self._gaps
        most = min(at + 3, self._last)
        start = at
        while at < most and (at == start or gaps[at] in SPACES):
            found = self._verb(at, plural, False)
            if found:
                return found
            if not (self._classes.get(words[at], 0) & lx.ADVERB or words[at].endswith("ly")):
                return 0
            at += 1
        return 0

    def _verb(self, at: int, plural: bool | None, phrase: bool) -> int:
        """Tell whether a word is a finite verb of saying or acting that agrees with the noun."""
        words, gaps, forms = self._words, self._gaps, self._forms
        word = words[at]
        kind = self._classes.get(word, 0)
        if kind & lx.AUXILIARY:
            return self._auxiliary(at, plural)
        own = self._verbs.get(word, 0)
        following = words[at + 1] if at + 1 < self._last else ""
        spaced = gaps[at + 1] in SPACES
        if not (own or kind & (lx.SPEECH | lx.ACTION)):
            # An unknown verb with an object: "doctors treated the wounded".
            if not following or not spaced or not word.endswith("ed") or (phrase and forms[at - 1] == words[at - 1]):
                return 0
            if word in self._lists.transitive:
                return ACTS if following in OBJECT_STARTS or forms[at + 1] != following else 0
            return 0 if following in BEHIND_PARTICIPLES else ACTS
        if gaps[at] == "-" or gaps[at + 1] == "-" or gaps[at] == "'" or words[at - 1] in BEFORE_NOUNS:
            return 0
        speech = own & SPEAKS or kind & lx.SPEECH
        past = word.endswith("ed")
        if not past:
            third = word.endswith("s") and not word.endswith("ss")
            if third and plural:
                return 0
            if not third and plural is False and word not in UNCHANGED and self._is_base(word):
                return 0
            if spaced and self._classes.get(following, 0) & (lx.AUXILIARY | lx.SPEECH) and word in NOUNS_TOO:
                return 0
        if spaced and (
            (following == "by" and word != "said")
            or (following in ("of", "as", "in") and word in self._lists.transitive)
        ):
            return 0
        if word in self._lists.transitive and not (
            (
                spaced
                and (
                    following in OBJECT_STARTS or following[:1].isdigit() or (following and forms[at + 1] != following)
                )
            )
            or (speech and self._opens_speech(at + 1, following))
            or (spaced and following[-1:] == "s" and following not in ("as", "this"))
            or (spaced and following not in BEHIND_PARTICIPLES and self._leads_to_plural(at + 1))
        ):
            return 0
        if phrase and not (forms[at - 1] != words[at - 1] and gaps[at] in SPACES):
            if word in NOUNS_TOO and following != "that":
                return 0
            # "troops and jets retook Amara"
            past = past or (word[-1] != "s" and not self._is_base(word))
            if not speech and not (past or (spaced and (following in OBJECT_STARTS or following == "to"))):
                return 0
        return SPEAKS if speech else ACTS

    def _leads_to_plural(self, at: int) -> bool:
        """Tell whether modifiers and a plural noun begin here: "held face-to-face talks"."""
        for position in range(at + 1, min(at + 4, self._last)):
            word = self._words[position]
            if self._gaps[position] not in (" ", "-") or (word in BEHIND_PARTICIPLES and self._gaps[position] == " "):
                return False
            if word[-1:] == "s" and word[-2:] != "ss":
                return True
        return False

    def _opens_speech(self, at: int, following: str) -> bool:
        gap = self._gaps[at]
        return '"' in gap or "," in gap or ":" in gap or gap == " '" or following == "that"

    def _is_base(self, word: str) -> bool:
        third = f"{word}s"
        return bool(self._classes.get(third, 0) & (lx.SPEECH | lx.ACTION) or self._verbs.get(third, 0))

    def _auxiliary(self, at: int, plural: bool | None) -> int:
        words, gaps = self._words, self._gaps
        word = words[at]
        if plural is not None and word in (SINGULAR_FORMS if plural else PLURAL_FORMS):
            return 0
        next_at = self._past_adverbs(at + 1)
        if next_at >= self._last or gaps[next_at] not in (" ", "\n", "'"):
            return 0
        following = words[next_at]
        if word in BE:
            return self._predicate(next_at, following)
        if word in HAVE:
            if following == "been":
                after = self._past_adverbs(next_at + 1)
                return ACTS if after < self._last and words[after].endswith("ing") else 0
            if following == "to":
                return ACTS
            kind = self._classes.get(following, 0)
            if kind & lx.SPEECH and not self._is_base(following):
                return SPEAKS
            return (
                ACTS
                if following.endswith(("ed", "en", "gone", "done", "begun", "come", "had"))
                or kind & lx.ACTION
                or following in self._verbs
                else 0
            )
        if word in DO:
            kind = self._classes.get(following, 0)
            return SPEAKS if kind & lx.SPEECH else ACTS
        if following == "be" or following == "have":
            after = self._past_adverbs(next_at + 1)
            if after >= self._last:
                return 0
            if following == "be":
                return ACTS if words[after].endswith("ing") else 0
            return ACTS if words[after] != "been" else 0
        return ACTS if gaps[next_at] in SPACES else 0

    def _predicate(self, at: int, word: str) -> int:
        """Judge what follows a form of "be": progressive, "quoted as", or a predicate before words in marks."""
        if word == "to" and at + 1 < self._last and self._words[at + 1] not in ("be", "blame"):
            # "Ministers are to abandon the plan", but "rivals are to blame"
            return ACTS
        if word.endswith("ing") and word not in ("being", "nothing", "something", "missing"):
            return SPEAKS if word == "saying" else ACTS
        if word in ("quoted", "cited"):
            return SPEAKS
        if self._words[at - 1] in ("was", "were"):
            degree = word in ("less", "more", "very", "not", "so", "also")
            if (self._words[at + 1] if degree and at + 1 < self._last else word) in ATTITUDES:
                # "Exporters were unhappy": a stand on what has happened.
                return ACTS
        gaps = self._gaps
        for after in range(at + 1, min(at + 7, self._last)):
            gap = gaps[after]
            if '"' in gap or (":" in gap and "'" in gap) or ". '" in gap:
                # "was more cautious", "was blunter"
                marked = ":" in gap or word in ("more", "less") or word.endswith("er")
                return SPEAKS if marked and gap[0] in ":.," else 0
            if gap not in INNER:
                return 0
        return 0

    def _past_adverbs(self, at: int) -> int:
        words = self._words
        while at < self._last and (
            self._classes.get(words[at], 0) & lx.ADVERB or words[at] in ("t", "not") or words[at].endswith("ly")
        ):
            at += 1
        return at
