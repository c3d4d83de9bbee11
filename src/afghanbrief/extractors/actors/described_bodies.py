"""Finds bodies of a state without a name that act or speak: "the interior ministry", "the provincial council"."""

from __future__ import annotations

from typing import Final, NamedTuple

from afghanbrief.document import Document
from afghanbrief.extractors.actors import described_words as dw
from afghanbrief.extractors.actors import lexicon as lx
from afghanbrief.extractors.actors.acting import OBJECT, SUBJECT, ActingGrammar
from afghanbrief.extractors.actors.described_words import ACTS, SPEAKS, DescribedWords
from afghanbrief.extractors.actors.function_words import DAYS, SPACES
from afghanbrief.extractors.actors.lexicon import Lexicon
from afghanbrief.extractors.actors.premodifiers import DETERMINERS, NameMap, Premodifiers
from afghanbrief.kinds.actors import MentionForm, MentionType

_SINGLE_BODIES: Final = (("central", "bank"), ("de", "facto", "authorities"))
_DEFINITE: Final = frozenset(("the", "its", "their", "s"))
_GOVERNING: Final = frozenset(("government", "administration", "junta", "authorities"))
_MEDIA: Final = frozenset(("media", "television", "tv", "radio", "broadcaster"))


class Described(NamedTuple):
    """A described actor.

    Attributes:
        first: index of its first token.
        stop: index after its last token.
        type: the type of its mention.
        form: the form of its mention.
        rule: the rule that found it.
    """

    first: int
    stop: int
    type: MentionType
    form: MentionForm
    rule: str


class DescribedBodies:
    """Finds the bodies of states that are written small and act, speak or are told something, in one document.

    Arguments:
        document: the document.
        lexicon: the actors' word lists.
        words: the words by which described actors are known.
        names: where the names are.
    """

    def __init__(self, document: Document, lexicon: Lexicon, words: DescribedWords, names: NameMap) -> None:
        tokens = document.tokens
        self._document = document
        self._tokens = tokens
        self._words = tokens.words
        self._forms = tokens.forms
        self._gaps = tokens.gaps
        self._lists = words
        self._classes = lexicon.classes
        self._dictionary = lexicon.dictionary
        self._title_links = lexicon.title_links
        self._names = names
        self._telling = words.before_told
        self._premodifiers = Premodifiers(tokens, lexicon, words, names)
        self._grammar = ActingGrammar(tokens, lexicon, words, names.persons)

    def _goes_on(self, position: int, quiet: bool) -> bool:
        """Tell whether the noun is a title before a name or stands before the head of its phrase."""
        after = position + 1
        words, forms = self._words, self._forms
        if after == len(words):
            return False
        word = words[after]
        kind = self._classes.get(word, 0)
        if forms[after] != word and word not in DAYS:
            return not (quiet and kind & (lx.SPEECH | lx.ACTION | lx.AUXILIARY))
        return bool(
            self._lists.triggers.get(word, 0) & (dw.SINGULAR | dw.PLURAL) and not kind & (lx.SPEECH | lx.ACTION)
        )

    def _body(self, position: int) -> Described | None:
        """Take a body of a state that is written small and acts, speaks or is told something."""
        words, gaps, forms = self._words, self._gaps, self._forms
        word = words[position]
        if forms[position] != word or gaps[position + 1][:1] in ("'", "-"):
            return None
        needed = self._lists.bodies[word]
        first = position
        while first and position - first < 3 and gaps[first] in SPACES and words[first - 1] in needed:
            first -= 1
        if (
            first == position
            and first > 1
            and gaps[first - 1] == "-"
            and f"{words[first - 2]}-{words[first - 1]}" in needed
        ):
            first -= 2
        elif first == position and first > 2 and words[first - 1] == "s" and gaps[first - 1] == "'":
            # "the attorney general's office", "the prosecutor's office"
            if f"{words[first - 2]}'s" in needed:
                first -= 2
                while first and gaps[first] in SPACES and words[first - 1] in self._lists.modifiers:
                    first -= 1
        elif first == position and first > 1 and gaps[first] == "' " and f"{words[first - 1]}'" in needed:
            first -= 1
        elif (
            word == "ministry"
            and first == position
            and gaps[first] == " "
            and words[first - 1] in self._dictionary
            and words[first - 1] not in self._lists.outside
            and not self._classes.get(words[first - 1], 0) & (lx.COMMON | lx.AUXILIARY | lx.SPEECH | lx.PLACE_BEFORE)
        ):
            # "the vice and virtue ministry"
            first -= 1
            if first > 1 and words[first - 1] == "and" and gaps[first] == " " == gaps[first - 1]:
                first -= 2
        alone = first == position
        if (alone and "-" not in needed) or words[first] == "of":
            return None
        if alone and forms[first - 1] != words[first - 1] and words[first - 1] not in ("the", "as", "but", "and"):
            return None
        if gaps[position + 1] in SPACES and self._goes_on(position, False):
            return None
        before = self._grammar.before(first)
        if before == OBJECT and not alone:
            act = ACTS if first > 1 and (self._is_agent(first) or self._is_of_state(first, position)) else 0
        elif before == OBJECT:
            act = 0
        elif before == SUBJECT:
            act = self._grammar.after(position, plural=False) & (SPEAKS | ACTS)
            if not act and not alone and self._is_of_state(first, position):
                act = ACTS
        else:
            act = ACTS
        if not act or (alone and act != SPEAKS and word not in ("parliament", "senate", "military")):
            return None
        if (
            alone
            and act != SPEAKS
            and (word == "army" or (word == "military" and (words[first - 1] != "the" or before != SUBJECT)))
        ):
            return None
        kind: MentionType = "government" if word in _GOVERNING else "media" if word in _MEDIA else "organisation"
        return Described(first, position + 1, kind, "nominal", "acting-body")

    def _is_of_state(self, first: int, position: int) -> bool:
        """Tell whether a body is one that a state has one of: "the central bank", "its finance ministry"."""
        words = self._words
        return words[first - 1] in _DEFINITE and (
            words[position] == "ministry" or words[first : position + 1] in _SINGLE_BODIES
        )

    def _is_agent(self, first: int) -> bool:
        """Tell whether "by" and a participle stand before: "denied by the defense ministry"."""
        words = self._words
        at = first - 1 - (words[first - 1] in DETERMINERS)
        return at > 0 and words[at] == "by" and words[at - 1].endswith(("ed", "en", "ld", "de", "un"))
