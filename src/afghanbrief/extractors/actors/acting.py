"""Tells by the grammar around a noun whether those whom it names speak or act."""

from __future__ import annotations

from collections.abc import Set
from typing import Final

from afghanbrief.extractors.actors import lexicon as lx
from afghanbrief.extractors.actors.described_words import SPEAKS, DescribedWords
from afghanbrief.extractors.actors.finite_verbs import FiniteVerbs
from afghanbrief.extractors.actors.function_words import (
    ACCOUNTS,
    BARE_CLAUSES,
    BE,
    CLAUSES,
    COUNTS,
    DASHES,
    ENDS,
    HAVE,
    INNER,
    MET,
    PHRASE,
    PREPOSITIONS,
    RELATIVES,
    SPACES,
    TELLING,
)
from afghanbrief.extractors.actors.lexicon import Lexicon
from afghanbrief.extractors.actors.predicates import BEHIND_PARTICIPLES
from afghanbrief.extractors.actors.titles import title_back
from afghanbrief.text.tokens import Tokens

# Beside ``SPEAKS`` and ``ACTS``: what stands around a noun may also say these.
NAMED: Final = 4  # a name follows, so the noun is a title
OBJECT: Final = 8  # neither a subject nor one who is told something
TOLD: Final = 16  # is told something
SUBJECT: Final = 32  # may be a subject

_WINDOW: Final = 22
_LONGEST_PHRASE: Final = 12
_LONGEST_INSERTION: Final = 18
_IN_OFFICES: Final = frozenset(("of", "and", "the", "for"))
_MOST_INSERTIONS: Final = 3


class ActingGrammar(FiniteVerbs):
    """Judges the nouns of one document.

    Arguments:
        tokens: the document's tokens.
        lexicon: the actors' word lists.
        words: the words by which described actors are known.
        persons: the first tokens of names of persons.
    """

    __slots__ = ("_lexicon", "_persons", "_tokens")

    def __init__(self, tokens: Tokens, lexicon: Lexicon, words: DescribedWords, persons: Set[int]) -> None:
        super().__init__(tokens, lexicon, words)
        self._tokens = tokens
        self._lexicon = lexicon
        self._persons = persons

    def after(self, position: int, *, plural: bool | None, according: bool = False) -> int:
        """Tell what the words behind a noun make of it.

        Arguments:
            position: the index of the noun.
            plural: whether it is plural; ``None`` where its verb may be either.
            according: whether "according to" stands before it, so that a name behind its comma is another's.

        Returns:
            ``SPEAKS``, ``ACTS``, ``NAMED`` or 0.
        """
        words, gaps, forms, class_of = self._words, self._gaps, self._forms, self._classes.get
        at = position + 1
        stop = min(at + _WINDOW, self._last)
        persons, verbs = self._persons, self._verbs
        phrase, relative, insertions, opened = False, 0, 0, at
        joined = according
        while at < stop:
            gap = gaps[at]
            word = words[at]
            if phrase and gap == " ":
                # By far the most words of a phrase are neither verbs nor names nor the end of it.
                kind = class_of(word, 0)
                if not (kind & TELLING or at in persons or word in verbs or word in ENDS or word[-2:] == "ed"):
                    at += 1
                    if at - opened > _LONGEST_PHRASE:
                        return relative
                    continue
            if gap[:1] == "," or gap in DASHES:
                if word == "speaking":
                    return SPEAKS
                if self.is_named(at) or self._is_described(at):
                    return relative if joined else NAMED
                if word == "who":
                    relative = max(relative, self._verb_from(at + 1, plural))
                elif word in ("and", "or"):
                    # "the envoy, and its spokesman, X": whoever is named now is another.
                    phrase, opened, joined = True, at, True
                    at += 1
                    continue
                elif phrase and self._verbs.get(word, 0) | class_of(word, 0) & lx.SPEECH and word[-2:] != "ed":
                    return relative
                closing = self._closing(at)
                insertions += 1
                if not closing or insertions > _MOST_INSERTIONS:
                    return relative
                found = self._verb_from(closing, plural)
                if found:
                    return max(found, relative)
                if words[closing] in ("and", "or"):
                    phrase, opened = True, at
                    closing += 1
                    if closing < self._last and gaps[closing] in SPACES:
                        at = closing
                        continue
                    return relative
                at = closing
                continue
            if gap == " (":
                closing = self._bracket(at)
                if not closing:
                    return relative
                found = self._verb_from(closing, plural)
                if found:
                    return max(found, relative)
                phrase, opened = True, at
                at = closing + 1
                continue
            if gap not in INNER or (gap[:1] == "." and len(forms[at - 1]) > 1):
                return relative
            if phrase and at in persons and (self._is_apposed(at) or self._bears_title(position, at, plural=plural)):
                return NAMED
            kind = class_of(word, 0)
            if word in RELATIVES or (word == "that" and not phrase):
                if phrase and word != "who":
                    at += 1
                    continue
                relative = max(relative, self._verb_from(at + 1, plural))
                phrase, opened = True, at
                at += 2
                continue
            found = self._verb(at, plural, phrase)
            if found:
                return max(found, relative)
            if word in CLAUSES or (kind & lx.AUXILIARY and not relative):
                return relative
            if not (
                phrase
                or word in PHRASE
                or kind & lx.ADVERB
                or word in self._lists.transitive
                or word.endswith(("ing", "ly"))
                # "troops backed by jets retook"
                or (word.endswith("ed") and at + 1 < stop and words[at + 1] in BEHIND_PARTICIPLES)
            ):
                return relative
            if not (phrase or kind & lx.ADVERB or word.endswith("ly")):
                phrase, opened = True, at
            at += 1
        return relative

    def before(self, first: int) -> int:
        """Tell what the words before a description make of it.

        Arguments:
            first: the index of its first word.

        Returns:
            ``SPEAKS``, ``TOLD``, ``OBJECT`` or ``SUBJECT``.
        """
        words, gaps, outside = self._words, self._gaps, self._lists.outside
        at = first - 1
        possessive = at > 1 and words[at] == "s" and gaps[at] == "'" and gaps[first] in SPACES
        if possessive:
            # "according to the city's chamber of commerce"
            at -= 2
        while (
            at >= 0
            and (gaps[at + 1] in SPACES or gaps[at + 1] == ",")
            and (words[at] in outside or words[at][0] < ":")
            and words[at] not in ("than", "at")
        ):
            at -= 1
        while at > 0 and gaps[at + 1] in SPACES and (words[at] in COUNTS and words[at - 1] in ("more", "fewer", "at")):
            at -= 2
        if at < 0 or gaps[at + 1] not in SPACES:
            return SUBJECT
        word = words[at]
        if possessive and word != "to" and word != "by":
            return SUBJECT
        counted = at < first - 1 and words[first - 1][0] < ":"
        if word == "to":
            return SPEAKS if at and words[at - 1] == "according" else OBJECT
        if word == "by":
            return SPEAKS if at and (words[at - 1] in self._lists.said_by or words[at - 1] in ACCOUNTS) else OBJECT
        if word == "of":
            near = words[at - 1] if at else ""
            if near in self._lists.quantities or near[:1].isdigit():
                return OBJECT if at > 1 and words[at - 2] in ("to", "of", "for", "by", "with", "killed") else SUBJECT
            return OBJECT
        if word == "in" and at < first - 1 and at and (words[at - 1] == "one" or words[at - 1][0] < ":"):
            # "one in five evacuees"
            return SUBJECT
        if word in PREPOSITIONS or word in BE:
            return OBJECT
        if word in self._lists.inverted and ('"' in gaps[at] or "," in gaps[at] or "'" in gaps[at]):
            return SPEAKS
        if word in self._lists.telling:
            return TOLD
        if word in BARE_CLAUSES:
            return SUBJECT
        if word in MET or (word.endswith("ing") and self._classes.get(word, 0) & lx.ENGLISH and at and gaps[at] != "."):
            return OBJECT
        kind = self._classes.get(word, 0)
        if kind & (lx.ACTION | lx.SPEECH) and (
            word.endswith("ed") or counted or (at and (words[at - 1] == "to" or self._is_modal(words[at - 1])))
        ):
            return OBJECT
        return SUBJECT

    def _is_modal(self, word: str) -> bool:
        return bool(self._classes.get(word, 0) & lx.AUXILIARY) and word not in BE and word not in HAVE

    def is_named(self, at: int) -> bool:
        """Tell whether a person's name, with or without title, stands at a token."""
        forms, words = self._forms, self._words
        most = min(at + 5, self._last)
        if at + 2 in self._persons and words[at + 1] == "s" and self._gaps[at + 1] == "'":
            # "the envoy, Norway's Ekwall"
            at += 2
        while at < most and forms[at] != words[at]:
            if at in self._persons:
                # "the guards, Ekwall says, let": a reporting clause is no apposition.
                while at < most and forms[at] != words[at] and (self._gaps[at + 1] == " "):
                    at += 1
                return at >= self._last or not self._classes.get(words[at], 0) & lx.SPEECH or forms[at] != words[at]
            if not self._classes.get(words[at], 0) & (lx.TITLE | lx.TITLE_MODIFIER | lx.HONORIFIC | lx.TITLE_END):
                return False
            at += 1
        return False

    def _is_apposed(self, at: int) -> bool:
        """Tell whether a name stands right behind another: "spokesman for Resolute Support Colonel Leggett"."""
        forms, words, gaps = self._forms, self._words, self._gaps
        while gaps[at] in (" ", ". ") and self._classes.get(words[at - 1], 0) & (lx.TITLE | lx.HONORIFIC):
            at -= 1
        return gaps[at] in (" ", ". ") and forms[at - 1] != words[at - 1] and words[at - 1] not in PHRASE

    def _bears_title(self, first: int, at: int, *, plural: bool | None) -> bool:
        """Tell whether a noun is part of a title: "Refugees and repatriation director X", "head of the board X"."""
        if self._gaps[at] != " ":
            return False
        if (
            plural is False
            and self._words[first + 1] == "of"
            and self._classes.get(self._words[at - 1], 0) & lx.ORG_HEAD
        ):
            return True
        if plural is False and self._words[first + 1] == "of" and self._is_office(first, at):
            return True
        return -1 < title_back(self._tokens, at, self._lexicon) <= first

    def _is_office(self, first: int, at: int) -> bool:
        """Tell whether capitals run from a noun to a name: "Minister of Commerce and Industry X"."""
        forms, words, gaps = self._forms, self._words, self._gaps
        return forms[first] != words[first] and all(
            gaps[index + 1] == " " and (forms[index] != words[index] or words[index] in _IN_OFFICES)
            for index in range(first + 1, at)
        )

    def _is_described(self, at: int) -> bool:
        """Tell whether a name with its title or trade stands behind a comma: "the president, former referee X"."""
        for name in range(at + 1, min(at + 5, self._last)):
            if self._gaps[name] != " ":
                return False
            if name in self._persons:
                kind = self._classes.get(self._words[name - 1], 0)
                return bool(kind & (lx.TITLE_END | lx.PERSON_BEFORE)) and self._forms[name - 1] == self._words[name - 1]
        return False

    def _closing(self, at: int) -> int:
        """Give the first word behind an insertion that begins at a token, 0 if it does not end."""
        gaps, forms = self._gaps, self._forms
        for after in range(at + 1, min(at + _LONGEST_INSERTION, self._last)):
            gap = gaps[after]
            if gap[:1] == "," or gap in DASHES:
                return after
            if gap not in INNER and gap not in (" (", ") "):
                return 0
            if gap[:1] == "." and len(forms[after - 1]) > 1:
                return 0
        return 0

    def _bracket(self, at: int) -> int:
        gaps = self._gaps
        for after in range(at + 1, min(at + 12, self._last)):
            if gaps[after][:1] == ")":
                return after if gaps[after] == ") " else 0
        return 0
