"""Finds described actors: governments and forces of a country, officials, fighters and residents who act or speak."""

from __future__ import annotations

from itertools import compress
from typing import Final

from afghanbrief.extractors.actors import described_words as dw
from afghanbrief.extractors.actors import lexicon as lx
from afghanbrief.extractors.actors.acting import NAMED, OBJECT, SUBJECT, TOLD
from afghanbrief.extractors.actors.described_bodies import Described, DescribedBodies
from afghanbrief.extractors.actors.described_words import ACTS, SPEAKS
from afghanbrief.extractors.actors.function_words import SPACES
from afghanbrief.extractors.actors.premodifiers import DETERMINERS

_INDEFINITE: Final = frozenset(("a", "an", "one", "another"))
_OWN: Final = frozenset(("my", "our", "your"))
_ARTICLES: Final = frozenset(("a", "an", "the", "his", "her", "its", "their"))
_BEFORE_OBJECTS: Final = frozenset(
    "for with from on at between among against about like towards toward into onto over under without behind"
    " beside".split()
)
_ORDINALS: Final = frozenset(("then", "first", "second", "third", "fourth", "fifth"))
_LEADING: Final = lx.AUXILIARY | lx.SPEECH | lx.ACTION | lx.ADVERB
_LEADING_ENDS: Final = frozenset(("ed", "ng", "ly"))
_STOPS: Final = frozenset(".;?!)")
_PERSONS: Final = dw.SINGULAR | dw.PLURAL | dw.ACRONYM
_ASKING: Final = frozenset(
    "ask asks asked urge urges urged summon summons summoned warn warns warned expel expels expelled".split()
)
_SUFFERED: Final = frozenset("died dies die perished drowned starved vanished suffered".split())
_GENERIC: Final = frozenset(("every", "no", "any", "each"))
# Endings of nouns that say who does something.
_AGENT_ENDS: Final = (
    "er",
    "or",
    "ist",
    "ian",
    "ers",
    "ors",
    "ists",
    "ians",
    "man",
    "men",
    "woman",
    "women",
    "eer",
    "eers",
)


class DescribedActors(DescribedBodies):
    """Finds the unnamed persons and bodies of one document that act or speak.

    Arguments:
        document: the document.
        lexicon: the actors' word lists.
        words: the words by which described actors are known.
        names: where the names are.
    """

    def find(self) -> list[Described]:
        """Give the described actors in text order: premodifiers and head, no article."""
        words, gaps, triggers = self._words, self._gaps, self._lists.triggers
        class_of, leading, untold = self._classes.get, self._lists.leading, self._telling.isdisjoint
        found: list[Described] = []
        last = len(words) - 1
        for position in compress(range(last + 1), map(triggers.__contains__, words)):
            kind = triggers[words[position]]
            if kind & _PERSONS:
                gap = gaps[position + 1]
                if gap == " " and position < last:
                    # By far the most nouns end here: what follows neither is a verb nor leads to one, and nobody tells
                    # them.
                    following = words[position + 1]
                    idle = (
                        not class_of(following, 0) & _LEADING
                        and following not in leading
                        and following[-2:] not in _LEADING_ENDS
                    )
                else:
                    idle = gap[:1] in _STOPS and "\n" not in gap
                actor = None
                if words[position - 1] == "facto" and kind & dw.BODY:
                    # "the de facto authorities" are a government.
                    idle = True
                if not (idle and untold(words[position - 7 if position > 7 else 0 : position])):
                    actor = self._role(position, kind)
                if actor is None and kind & dw.BODY:
                    actor = self._body(position)
            elif kind & dw.BODY:
                actor = self._body(position)
            elif gaps[position] == " " and words[position - 1].endswith(_AGENT_ENDS):
                actor = self._agent(position)
            else:
                continue
            if actor is not None:
                found.append(actor)
        return found

    def _role(self, position: int, kind: int) -> Described | None:
        forms, words, gaps = self._forms, self._words, self._gaps
        form, word, gap = forms[position], words[position], gaps[position + 1]
        if gap[:1] == "'" or gap[:1] == "-":
            return None
        if kind & dw.ACRONYM and not kind & (dw.SINGULAR | dw.PLURAL) and not form[:2].isupper():
            return None
        if form != word and len(form) > 1:
            if position in self._names.within:
                # "Special Inspector General for Afghanistan Reconstruction"
                return None
            if form.isupper() and not kind & dw.ACRONYM:
                return None
            if (
                words[position + 1 : position + 2] == ("of",)
                and (word, *words[position + 2 : position + 3]) in self._title_links
            ):
                return None
        quiet = position in self._names.quiet
        if position and gaps[position] == " ":
            near = words[position - 1]
            bare = near in self._lists.outside
            if kind & (dw.COMPANY | dw.KIN) and (bare if kind & dw.COMPANY else near in _OWN):
                return None
            if near in _ARTICLES and position > 1 and gaps[position - 1] == " ":
                near = words[position - 2]
            if near in _BEFORE_OBJECTS and words[position + 1 : position + 2] != ("who",):
                return None
        if gap in SPACES and self._goes_on(position, quiet):
            return None
        suffered = words[position + 1 : position + 2] and words[position + 1] in _SUFFERED
        if suffered and gap == " " and position not in self._names.countries:
            # Who dies does nothing; "British soldiers" are a country's all the same.
            return None
        plural = bool(kind & dw.PLURAL) or (bool(kind & dw.ACRONYM) and word[-1] == "s")
        number = None if kind & dw.COLLECTIVE else plural
        after = self._grammar.after(position, plural=number)
        if (
            not after
            and ":" not in gap
            and "\n" not in gap
            and self._telling.isdisjoint(words[max(0, position - 7) : position])
        ):
            return None
        first = self._premodifiers.first(position)
        before = self._grammar.before(first)
        relative = before in (OBJECT, TOLD) and "who" in words[position + 1 : position + 7]
        if before == OBJECT and not relative:
            return None
        if after == NAMED:
            if before != SPEAKS or words[first - 1] not in _INDEFINITE:
                return None
            after = self._grammar.after(position, plural=number, according=True)
            if after == NAMED:
                return None
        possessive = bool(first > 1 and words[first - 1] == "s" and gaps[first - 1] == "'")
        if (
            first == position
            and not possessive
            and not (quiet and after)
            and (kind & dw.COMPANY or (kind & dw.VAGUE and words[position + 1 : position + 2] != ("of",)))
        ):
            # "the general said", "the secretary said": those of whom the text spoke.
            opens = kind & dw.COMPANY and form != word and self._opens_sentence(position)
            if not (
                after == SPEAKS and (opens or (not kind & dw.COMPANY and words[position - 1 : position] == ("the",)))
            ):
                return None
        if word == "police" and first < position:
            return None
        if before == OBJECT:
            act = after if after == SPEAKS else 0
        elif before == TOLD:
            act = ACTS if self._is_addressed(first, position, kind) else after if relative else 0
        elif before == SUBJECT:
            act = after or self._in_heading(first, position)
        else:
            act = before
        if not act or not self._counts(first, position, kind, act, plural=plural):
            return None
        return Described(first, position + 1, "role", "nominal", "acting-role")

    def _counts(self, first: int, position: int, kind: int, act: int, *, plural: bool) -> bool:
        """Tell whether those who speak or act are actors: generic forces, kin and titles mostly are not."""
        words, gaps, forms = self._words, self._gaps, self._forms
        near = words[first - 1] if first and gaps[first] in SPACES else ""
        if near in _ORDINALS and first > 1:
            near = words[first - 2]
        possessive = bool(first > 1 and words[first - 1] == "s" and gaps[first - 1] == "'")
        determined = near in DETERMINERS or possessive
        if self._is_apposition(first, near, plural=plural, possessive=possessive):
            return False
        if act != SPEAKS and (kind & dw.ARMED or (kind & dw.COLLECTIVE and first in self._names.firsts)):
            # "the Taliban delegation left": the group acts.
            if not self._is_national(first, position) and words[first] not in self._lists.peoples:
                return False
        if act != SPEAKS and (near in _GENERIC or kind & dw.ADDRESSEE):
            return False
        if near == "few" and words[first - 2] != "a":
            # "Few people believe it": nobody in particular.
            return False
        if kind & dw.KIN and (near in _OWN or (act != SPEAKS and near not in _INDEFINITE)):
            return False
        if kind & dw.KIN and first in self._names.firsts and not self._is_national(first, position):
            # "one of the Wesley boys": the name is the family's.
            return False
        if forms[position] != words[position] and position not in self._names.quiet and not kind & dw.ACRONYM:
            # Inside a sentence a capital makes it a title, unless an article stands before and a verb of saying behind.
            opens = first == 0 or gaps[first] not in SPACES or self._opens_line(first)
            if not opens and not (determined and act == SPEAKS):
                return False
        if plural or determined or kind & dw.ACRONYM or near == "to":
            return True
        if first < position and first in self._names.firsts and act == SPEAKS:
            return True
        return self._is_heading(position)

    def _is_national(self, first: int, position: int) -> bool:
        countries, starts = self._names.countries, self._names.starts
        return any(stop in countries and starts.get(stop) is not None for stop in range(first + 1, position + 1))

    def _is_apposition(self, first: int, near: str, *, plural: bool, possessive: bool) -> bool:
        """Tell whether a description stands behind a name and a comma: then it says what the named one is."""
        gaps, words, stops = self._gaps, self._words, self._names.person_stops
        start = first
        if possessive:
            start = self._names.starts.get(first - 1, first - 2)
        elif near in DETERMINERS:
            start -= 1
        elif plural:
            return False
        if start < 1 or "," not in gaps[start]:
            return False
        # "Abdul Baqi, 42, a tea seller"
        if start > 1 and words[start - 1].isdigit() and gaps[start - 1] == ", ":
            start -= 1
        return start in stops

    def _is_addressed(self, first: int, position: int, kind: int) -> bool:
        """Tell whether those who are told something are worth a mention: partners, a country's delegation."""
        if kind & dw.ADDRESSEE:
            return False
        return self._is_national(first, position) or (
            # "asked donors for more"; those whom one only tells something are hearers.
            first == position
            and bool(kind & dw.PLURAL)
            and self._gaps[first] in SPACES
            and self._words[first - 1] in _ASKING
            and not kind & (dw.ARMED | dw.KIN)
        )

    def _in_heading(self, first: int, position: int) -> int:
        """Judge what has no verb: "X grows - Russian envoy" and "Convoy survivor: 'We hid'"."""
        gaps = self._gaps
        gap, behind = gaps[first], gaps[position + 1]
        if behind[:1] == ":" and ('"' in behind or "'" in behind) and (first == 0 or self._opens_line(first)):
            return SPEAKS
        if ("\n" in behind or position + 1 == len(self._words)) and gap.strip(" ") in ("\u2014", "-", "--", "\u2013"):
            return SPEAKS if gap != "-" and self._is_heading(position) else 0
        return 0

    def _is_heading(self, position: int) -> bool:
        document = self._document
        start = self._tokens.starts[position]
        return document.blocks[document.block_index(start)].role in ("title", "heading")

    def _opens_sentence(self, first: int) -> bool:
        gap = self._gaps[first]
        return gap[:1] in ".!?" or self._opens_line(first)

    def _opens_line(self, first: int) -> bool:
        gap = self._gaps[first]
        return "\n" in gap or gap == ""

    def _agent(self, position: int) -> Described | None:
        """Take an unlisted noun that says who does something, right beside a verb of saying: "a thatcher said"."""
        words, gaps, forms = self._words, self._gaps, self._forms
        head = position - 1
        if head < 1:
            return None
        word = words[head]
        if len(word) < 6 or forms[head] != word or word in self._lists.no_agents or word in self._lists.triggers:
            return None
        plural = word.endswith(("s", "men"))
        if not plural and not words[position].endswith(("s", "ed", "id", "ote")):
            return None
        first = self._premodifiers.first(head)
        near = words[first - 1] if gaps[first] in SPACES else ""
        if not plural and near not in _INDEFINITE:
            return None
        if self._grammar.before(first) != SUBJECT or self._is_apposition(first, near, plural=plural, possessive=False):
            return None
        if self._grammar.after(head, plural=plural) != SPEAKS:
            return None
        return Described(first, head + 1, "role", "nominal", "agent-noun")
