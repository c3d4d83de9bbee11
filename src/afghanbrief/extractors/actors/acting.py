"""Tells by the grammar around a noun whether those whom it names speak or act."""

from __future__ import annotations

from afghanbrief.extractors.actors import lexicon as lx
from afghanbrief.extractors.actors.described_words import ACTS, SPEAKS, DescribedWords
from afghanbrief.extractors.actors.function_words import (
    BARE_CLAUSES,
    BE,
    BEFORE_NOUNS,
    CLAUSES,
    COUNTS,
    DASHES,
    DO,
    ENDS,
    HAVE,
    INNER,
    MET,
    NOUNS_TOO,
    OBJECT_STARTS,
    PHRASE,
    PLURAL_FORMS,
    PREPOSITIONS,
    RELATIVES,
    SINGULAR_FORMS,
    SPACES,
    TELLING,
    UNCHANGED,
)
from afghanbrief.extractors.actors.lexicon import Lexicon
from afghanbrief.extractors.actors.predicates import BEHIND_PARTICIPLES
from afghanbrief.text.tokens import Tokens

# Beside ``SPEAKS`` and ``ACTS``: what stands around a noun may also say these.
NAMED = 4  # a name follows, so the noun is a title
OBJECT = 8  # neither a subject nor one who is told something
TOLD = 16  # is told something
SUBJECT = 32  # may be a subject

_WINDOW = 22
_LONGEST_PHRASE = 12
_LONGEST_INSERTION = 18
_MOST_INSERTIONS = 3


class ActingGrammar:
    """Judges the nouns of one document.

    Arguments:
        tokens: the document's tokens.
        lexicon: the actors' word lists.
        words: the words by which described actors are known.
        persons: the first tokens of names of persons.
    """

    __slots__ = ("_classes", "_forms", "_gaps", "_last", "_lists", "_persons", "_verbs", "_words")

    def __init__(self, tokens: Tokens, lexicon: Lexicon, words: DescribedWords, persons: frozenset[int]) -> None:
        self._words = tokens.words
        self._forms = tokens.forms
        self._gaps = tokens.gaps
        self._last = len(tokens.words)
        self._classes = lexicon.classes
        self._verbs = words.verbs
        self._lists = words
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
                if self.is_named(at):
                    return relative if according else NAMED
                if word == "who":
                    relative = max(relative, self._verb_from(at + 1, plural))
                elif word in ("and", "or"):
                    phrase, opened = True, at
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
            if phrase and at in self._persons and self._is_apposed(at):
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
        counted = at < first - 1 and words[first - 1][0] < ":"
        if word == "to":
            return SPEAKS if at and words[at - 1] == "according" else OBJECT
        if word == "by":
            return SPEAKS if at and words[at - 1] in self._lists.said_by else OBJECT
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
            if not spaced or not word.endswith("ed") or (phrase and forms[at - 1] == words[at - 1]):
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
                if following.endswith(("ed", "en", "gone", "done", "begun", "come"))
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
        if word.endswith("ing") and word not in ("being", "nothing", "something", "missing"):
            return SPEAKS if word == "saying" else ACTS
        if word in ("quoted", "cited"):
            return SPEAKS
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
