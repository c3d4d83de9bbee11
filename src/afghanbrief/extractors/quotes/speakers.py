"""Tells which actor a speaker stands for: names by their mention, pronouns and descriptions by what went before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from operator import attrgetter
from typing import Final

from afghanbrief.annotation import Certainty
from afghanbrief.extractor import Found
from afghanbrief.extractors.quotes.holders import find_holder
from afghanbrief.extractors.quotes.lexicon import (
    CUE,
    DETERMINER,
    PAPER,
    PREPOSITION,
    TIME,
    describing_words,
    word_list,
)
from afghanbrief.extractors.quotes.phrases import phrase_after
from afghanbrief.extractors.quotes.subjects import Subject
from afghanbrief.extractors.quotes.view import View
from afghanbrief.kinds.actors import Actor, ActorMention
from afghanbrief.span import Span

Resolved = tuple[Span, str | None, Certainty]

# What dates a paper: "data published on Monday by the agency", "a poll released last week by the institute".
_DATING: Final = frozenset(("on", "in", "last", "this", "earlier"))
_START: Final = attrgetter("span.start")
_LOOK_BACK: Final = 40
_ARTICLES: Final = ("the", "a", "an")
_FAR: Final = 4000
_SUBJECT_FORM: Final = {"him": "he", "his": "he", "her": "she", "them": "they", "their": "they", "its": "it"}
_HE_OR_SHE: Final = frozenset(("he", "she"))
_SOME: Final = frozenset(("one", "some", "others", "many", "most", "both", "another", "several"))
_PARTS: Final = word_list("parts")
_BODIES: Final = frozenset(("organisation", "government", "armed_group", "media"))
_MANY: Final = frozenset(("people", "armed_group", "organisation", "government", "role"))


class Speakers:
    """Resolves the speakers of one document, in text order.

    Arguments:
        view: the document.
        found: what earlier extractors found.
    """

    __slots__ = (
        "_actor_of",
        "_actors",
        "_cache",
        "_genders",
        "_mention_ends",
        "_mentions",
        "_said",
        "_said_at",
        "_starts",
        "_view",
    )

    def __init__(self, view: View, found: Found) -> None:
        self._view = view
        self._mentions = found.of(ActorMention)
        self._starts = list(map(_START, self._mentions))
        self._actors = {actor.id: actor for actor in found.of(Actor) if actor.type != "place"}
        self._actor_of: dict[str, Actor] = {}
        for actor in self._actors.values():
            self._actor_of.update(dict.fromkeys(actor.mention_ids, actor))
        # Speakers so far: offsets and ids, for pronouns that follow.
        self._said_at: list[int] = []
        self._said: list[str] = []
        self._cache: dict[tuple[int, int], Resolved] = {}
        self._genders: dict[str, str] = {}

    def resolve(self, subject: Subject) -> Resolved:
        """Resolve a speaker.

        Arguments:
            subject: where the speaker is named.

        Returns:
            The minimal mention, the actor's id or ``None``, and how sure that is.
        """
        key = (subject.start, subject.end)
        known = self._cache.get(key)
        if known is None:
            known = self._cache[key] = self._resolve(subject)
            if known[1] is not None:
                at = bisect_left(self._said_at, known[0].start)
                self._said_at.insert(at, known[0].start)
                self._said.insert(at, known[1])
        return known

    def _resolve(self, subject: Subject) -> Resolved:
        view = self._view
        word = view.words[subject.start]
        if subject.antecedent is not None:
            named, actor, _ = self._phrase(*subject.antecedent)
            if word == "that":
                # "a statement that said": nobody calls "that" a speaker.
                return named, actor, Certainty.INFERRED
            span = view.document.span(view.starts[subject.start], view.ends[subject.end - 1])
            return span, actor, Certainty.INFERRED
        if subject.rule == "pronoun":
            span = view.document.span(view.starts[subject.start], view.ends[subject.end - 1])
            return span, self._pronoun(word, span.start), Certainty.INFERRED
        return self._phrase(subject.start, subject.end)

    def _phrase(self, start: int, end: int) -> Resolved:
        view = self._view
        first, last = start, end
        if last - first > 1 and view.words[last - 1] == "s" and view.gaps[last - 1] == "'":
            last -= 1
        if last - first > 1 and view.classes[first] & DETERMINER:
            first += 1
        joint = self._joint(first, last)
        if joint is not None:
            return joint
        named = find_holder(view, self._mentions, self._starts, end) if last == end else None
        if named is not None:
            actor = self._actor_of.get(named.id)
            return named.span, actor.id if actor else None, Certainty.EXPLICIT
        if last == end and view.words[last - 1] in _PARTS and end + 1 < len(view.words) and view.words[end] == "of":
            # "two thirds of villagers", "dozens of residents"
            whole = phrase_after(view, end + 1, min(end + 8, len(view.words)))
            if whole is not None and view.gaps[end] == view.gaps[end + 1] == " ":
                return self._phrase(*whole)
        begin, stop = view.starts[first], view.ends[last - 1]
        within: ActorMention | None = None
        index = bisect_right(self._starts, view.starts[start]) - 1
        index = max(index, 0)
        while index < len(self._mentions) and self._starts[index] < stop:
            mention = self._mentions[index]
            index += 1
            if mention.span.end <= begin:
                continue
            if mention.span.end >= stop or (mention.span.end == stop + 1 and view.text[stop] == "."):
                actor = self._actor_of.get(mention.id)
                return mention.span, actor.id if actor else None, Certainty.EXPLICIT
            within = mention
        span = view.document.span(begin, stop)
        head = view.words[last - 1]
        if within is not None and view.classes[last - 1] & PAPER:
            actor = self._actor_of.get(within.id)
            return span, actor.id if actor else None, Certainty.INFERRED
        described = self._description(first, last, head, begin)
        if described is None and within is None and last - first == 1 and view.forms[first].isupper():
            described = self._initialled(view.forms[first])
        if described is None and within is not None:
            actor = self._actor_of.get(within.id)
            if actor is not None and actor.type not in ("person", "role") and head not in describing_words()["person"]:
                return span, actor.id, Certainty.WEAK
        return span, described, Certainty.INFERRED

    def _joint(self, first: int, last: int) -> Resolved | None:
        """Resolve two speakers or more, unless "and" belongs to one name ("Standard and Poor's")."""
        view = self._view
        for at in range(last - 2, first, -1):
            if view.words[at] != "and":
                continue
            index = bisect_right(self._starts, view.starts[at]) - 1
            if index >= 0 and self._mentions[index].span.end > view.starts[at]:
                return None
            left, left_id, _ = self._phrase(first, at)
            right, right_id, _ = self._phrase(at + 1, last)
            begin = left.start
            while first < at and view.starts[first] < begin and ", " in view.gaps[first + 1 : at + 1]:
                begin = self._phrase(first, first + 1 + view.gaps[first + 1 : at + 1].index(", "))[0].start
                break
            return view.document.span(begin, right.end), left_id or right_id, Certainty.INFERRED
        return None

    def _pronoun(self, word: str, offset: int) -> str | None:
        word = _SUBJECT_FORM.get(word, word)
        if word in _HE_OR_SHE:
            other = "female" if word == "he" else "male"
            found = self._back(offset, lambda actor: _is_one(actor) and self._gender(actor) != other)
            if found is not None and not self._genders.get(found):
                # Whom one pronoun stands for, the other cannot.
                self._genders[found] = "male" if word == "he" else "female"
            return found
        if word == "they":
            return self._back(offset, lambda actor: actor.type in _MANY)
        if word == "it":
            return self._back(offset, lambda actor: actor.type in _BODIES)
        return None

    def _description(self, first: int, last: int, head: str, offset: int) -> str | None:
        view = self._view
        lists = describing_words()
        if last - first == 1 and head in _SOME:
            # "one of them said": of those whom the passage spoke of.
            return self._back(offset, lambda actor: actor.type in ("role", "people"))
        if head == "latter" and last - first == 1:
            return self._last_named(offset)
        if head == "old" and last - first == 3 and view.words[last - 2] == "year" and view.gaps[last - 1] == "-":
            # "the 19-year-old added": the person just named.
            aged = first > 0 and view.words[first - 1] == "the"
            return self._back(offset, lambda actor: actor.type == "person") if aged else None
        body = last - first == 1 and first > 0 and view.words[first - 1] == "the"
        long = last - first > 2 or (last - first > 1 and head not in lists["person"])
        if long or (view.forms[last - 1][0].isupper() and not body):
            if not view.classes[last - 1] & PAPER:
                return None
        before = view.words[first - 1] if first > 0 else ""
        if last - first == 1 and before == "the" and view.forms[first][0].isupper() and not view.classes[first] & PAPER:
            # "the Fund", "the Council": the body whose name ends so.
            return self._back(offset, lambda actor: actor.type in _BODIES and _ends_in(actor, head))
        definite = before in ("the", "this", "that", "his", "her", "their", "its", "s")
        if view.classes[last - 1] & PAPER:
            issuer = self._issuer(last)
            if issuer is not None or not definite:
                return issuer
            return self._back(offset, lambda actor: actor.type in _BODIES)
        if not definite:
            return None
        if head in lists["person"] or head in lists["male"] or head in lists["female"]:
            if before in ("his", "her", "their"):
                # "His deputy" is somebody else than whoever was named.
                return None
            gender = "male" if head in lists["male"] else "female" if head in lists["female"] else ""
            titled = self._back(offset, lambda actor: any(head in role.title.lower().split() for role in actor.roles))
            if titled is not None:
                return titled
            other = {"male": "female", "female": "male"}.get(gender)
            return self._back(
                offset, lambda actor: actor.type == "person" and (self._gender(actor) != other or not other)
            )
        for name, types in (
            ("group", ("armed_group", "organisation")),
            ("organisation", ("organisation",)),
            ("government", ("government",)),
            ("media", ("media",)),
        ):
            if head in lists[name]:
                named = self._back(offset, lambda actor: actor.type != "person" and _has_word(actor, head))
                if named is not None:
                    return named
                found = self._back(offset, _of_type(types))
                if found is not None:
                    return found
        return None

    def _issuer(self, last: int) -> str | None:
        # "a report by the Institute": the body right behind the paper.
        view = self._view
        most = min(last + 5, len(view.words) - 1)
        if last < most and view.words[last].endswith("ed"):
            # "data published on Monday by the agency"
            last += 1
            while last < most and (view.classes[last] & TIME or view.words[last] in _DATING) and view.gaps[last] == " ":
                last += 1
        if last >= len(view.words) or view.words[last] not in ("by", "of", "from", "for"):
            return None
        begin = view.starts[last]
        index = bisect_left(self._starts, begin)
        if index < len(self._mentions) and self._starts[index] - begin < 60:
            actor = self._actor_of.get(self._mentions[index].id)
            return actor.id if actor else None
        return None

    def _back(self, offset: int, fits: Callable[[Actor], bool]) -> str | None:
        """Give the actor that fits, first in the nearest earlier sentence that holds one."""
        view = self._view
        document = view.document
        sentence = -1
        best: str | None = None
        second: str | None = None
        passed = False
        index = bisect_left(self._starts, offset) - 1
        said = bisect_left(self._said_at, offset) - 1
        for _ in range(_LOOK_BACK):
            at_mention = self._starts[index] if index >= 0 else -1
            at_said = self._said_at[said] if said >= 0 else -1
            at = max(at_mention, at_said)
            if at < 0 or offset - at > _FAR:
                break
            spoke = at_said >= at_mention
            if spoke:
                actor = self._actors.get(self._said[said])
                said -= 1
                if at_said == at_mention:
                    index -= 1
            else:
                actor = self._actor_of.get(self._mentions[index].id)
                index -= 1
                if actor is not None and view.in_zone(at):
                    continue
            if actor is None or not fits(actor):
                continue
            here = document.sentence_index(at)
            if here != sentence and (best is not None or (second is not None and (passed or not spoke))):
                break
            passed = passed or (second is not None and here != sentence)
            sentence = here
            if (spoke and best is None) or self._is_agent(at):
                # Who spoke last speaks on; so does who denied in "a charge denied by the ministry".
                return actor.id
            # Whom a preposition governs ("asked by Tannehill") is seldom meant.
            word = document.tokens.first_from(at) - 1
            if word > 0 and view.words[word] in _ARTICLES:
                word -= 1
            if word >= 0 and view.classes[word] & PREPOSITION:
                second = actor.id
            else:
                best = actor.id
        return best or second

    def _initialled(self, letters: str) -> str | None:
        # "CAR: ..." in an interview of the Central Asia Review.
        if not 2 <= len(letters) <= 5:
            return None
        for actor in self._actors.values():
            if "".join(word[0] for word in actor.name.replace("-", " ").split() if word[0].isupper()) == letters:
                return actor.id
        return None

    def _last_named(self, offset: int) -> str | None:
        # "The latter": whoever was named last.
        index = bisect_left(self._starts, offset) - 1
        for mention in reversed(self._mentions[max(index - 4, 0) : index + 1]):
            actor = self._actor_of.get(mention.id)
            if actor is not None:
                return actor.id
        return None

    def _is_agent(self, offset: int) -> bool:
        view = self._view
        word = view.document.tokens.first_from(offset) - 1
        if word > 0 and view.words[word] in _ARTICLES:
            word -= 1
        if word < 1 or view.words[word] != "by" or not view.classes[word - 1] & CUE:
            return False
        # "Asked by a reporter, he smiled": whoever asks is not the one who goes on.
        return not view.words[word - 1].startswith("ask")

    def _gender(self, actor: Actor) -> str:
        gender = self._genders.get(actor.id)
        if gender is None:
            gender = self._genders[actor.id] = self._find_gender(actor)
        return gender

    def _find_gender(self, actor: Actor) -> str:
        lists = describing_words()
        words = {word for role in actor.roles for word in role.title.lower().split()}
        words.update(word.lower().strip(".") for word in actor.name.split())
        tokens = self._view.document.tokens
        for mention in actor.mention_ids[:6]:
            at = mention.rpartition(":")[2].partition("-")[0]
            if at.isdigit():
                index = tokens.first_from(int(at)) - 1
                if index >= 0:
                    words.add(tokens.words[index])
        if words & lists["female"]:
            return "female"
        return "male" if words & lists["male"] else ""


def _is_one(actor: Actor) -> bool:
    # "he" is no "U.S. troops" or "officials".
    if actor.type == "person":
        return True
    return actor.type == "role" and (actor.name[-1:] != "s" or actor.name[-2:] == "ss")


def _has_word(actor: Actor, word: str) -> bool:
    return any(word in name.lower().split() for name in (actor.name, *actor.aliases))


def _ends_in(actor: Actor, word: str) -> bool:
    return any(name.lower().rpartition(" ")[2] == word for name in (actor.name, *actor.aliases))


def _of_type(types: tuple[str, ...]) -> Callable[[Actor], bool]:
    return lambda actor: actor.type in types
