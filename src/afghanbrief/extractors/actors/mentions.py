"""Finds the mentions of actors and places."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import Any, ClassVar, Final

from afghanbrief.annotation import Certainty, plain_evidence
from afghanbrief.document import Document
from afghanbrief.extractor import BuildContext, Found
from afghanbrief.extractors.actors import lexicon as lx
from afghanbrief.extractors.actors.bodies import find_bodies
from afghanbrief.extractors.actors.classify import NameClassifier
from afghanbrief.extractors.actors.described import DescribedActors
from afghanbrief.extractors.actors.described_bodies import Described
from afghanbrief.extractors.actors.described_words import load_described_words
from afghanbrief.extractors.actors.districts import drop_foreign_districts
from afghanbrief.extractors.actors.extents import DOTTED
from afghanbrief.extractors.actors.lists_of_names import settle_lists
from afghanbrief.extractors.actors.name_context import load_sense_words, stands_as_place
from afghanbrief.extractors.actors.names import NameTable, name_table
from afghanbrief.extractors.actors.pieces import Piece
from afghanbrief.extractors.actors.premodifiers import NameMap
from afghanbrief.extractors.actors.runs import RunCutter
from afghanbrief.extractors.actors.scan import Scanner
from afghanbrief.extractors.actors.senses import Judgement, Sense, judge_sense
from afghanbrief.extractors.actors.shadowed_surnames import add_shadowed_surnames
from afghanbrief.extractors.actors.teams import TeamReader
from afghanbrief.extractors.actors.verdicts import STATE
from afghanbrief.kinds import ActorMention
from afghanbrief.kinds.actors import MentionForm, MentionType
from afghanbrief.text.tokens import Tokens

_WEAK: Final = frozenset(("unlisted-single-name", "long-unlisted-name", "person-by-shape", "names-of-one-list"))

# Firms whose service bears their name: "wrote on Twitter", "a Facebook post" name the service.
_PLATFORMS: Final = frozenset(
    "twitter facebook youtube instagram whatsapp telegram tiktok linkedin skype flickr".split()
)
_ON_THEM: Final = frozenset(("on", "via", "over", "from", "a", "through"))
_OF_THEM: Final = frozenset(
    "account accounts post posts page pages message messages video videos user users feed group groups channel channels"
    " thread threads followers profile profiles chat chats live story stories".split()
)

# What makes a people of a name before it: "the Zadran tribe", said of a district elsewhere.
_TRIBES: Final = frozenset(("tribe", "clan", "subtribe", "tribesmen"))

_AND: Final = ("and",)
_GOVERNMENTS: Final = frozenset(("government", "administration"))
# Nouns right behind a name that make another thing of it.
_TELLING_NOUNS: Final = _TRIBES | _GOVERNMENTS
_PERSONS: Final = lx.FIRST_NAME | lx.SURNAME

Draft = tuple[int, int, MentionType, MentionForm, str, Certainty]


class ActorMentionsExtractor:
    """Finds listed and unlisted names, described actors and places."""

    name: ClassVar[str] = "actors.mentions"
    provides: ClassVar[tuple[type[Any], ...]] = (ActorMention,)
    requires: ClassVar[tuple[type[Any], ...]] = ()
    uses: ClassVar[tuple[type[Any], ...]] = ()
    Settings: ClassVar[type[Any] | None] = None

    def __init__(self, context: BuildContext) -> None:
        lists = (*context.gazetteers.get("actors", ()), *context.gazetteers.get("places", ()))
        self._names = name_table(lists)
        self._lexicon = self._names.lexicon
        self._described = load_described_words()
        self._cutter = RunCutter(self._names)

    def extract(self, document: Document, found: Found) -> Iterable[ActorMention]:
        """Yield the mentions of a document, in text order."""
        tokens = document.tokens
        table = self._names.on(document.published)
        scanner = Scanner(document, table, self._cutter if table is self._names else _cutter_of(table))
        pieces = drop_foreign_districts(scanner, scanner.find(), document)
        pieces = add_shadowed_surnames(scanner, pieces)
        bodies = find_bodies(tokens, scanner.countries, self._lexicon)
        names = self._name_map(scanner, pieces, bodies)
        described = DescribedActors(document, self._lexicon, self._described, names).find()
        if bodies or described:
            covered = {position for item in (*bodies, *described) for position in range(item.first, item.stop)}
            pieces = [piece for piece in pieces if piece.first not in covered]
        drafts = self._named(tokens, scanner, pieces)
        inside = {position for actor in described for position in range(actor.first, actor.stop)}
        drafts += [(*actor, Certainty.EXPLICIT) for actor in described]
        drafts += [(*body, Certainty.EXPLICIT) for body in bodies if body.first not in inside]
        drafts.sort()
        last_stop = 0
        starts_at, ends, forms, gaps, span_of = tokens.starts, tokens.ends, tokens.forms, tokens.gaps, document.span
        for first, stop, mention_type, form, rule, certainty in drafts:
            if first < last_stop:
                continue
            last_stop = stop
            end = ends[stop - 1]
            if gaps[stop][:1] == ".":
                # The last stop of "U.S." and "Jr." belongs to it.
                if len(forms[stop - 1]) == 1:
                    end += stop - first > 1 and "." in gaps[stop - 1] and forms[stop - 1].isupper()
                elif tokens.words[stop - 1] in DOTTED:
                    end += 1
            span = span_of(starts_at[first], end)
            evidence = plain_evidence("actors.mentions", rule, certainty)
            # The id that the kind itself would make, without the way there.
            ident = f"actor-mention:{span.start}-{span.end}"
            yield ActorMention(span=span, evidence=evidence, form=form, type=mention_type, id=ident)

    def _name_map(self, scanner: Scanner, pieces: list[Piece], bodies: list[Described]) -> NameMap:
        class_of, words = self._lexicon.classes.get, scanner.tokens.words
        starts = {stop: first for first, stop in scanner.countries}
        persons: set[int] = set()
        person_stops: set[int] = set()
        within: set[int] = set()
        countries = set(starts)
        for first, stop, entry, titled, _, head, _ in pieces:
            starts[stop] = first
            if entry is None:
                if head and stop - first > 2:
                    within.update(range(first, stop))
                person_stops.add(stop)
                if titled or (not head and (stop - first > 1 or class_of(words[first], 0) & _PERSONS)):
                    persons.add(first)
            else:
                kind = entry.type
                if stop - first > 1:
                    within.update(range(first, stop))
                if kind == "country":
                    countries.add(stop)
                elif kind == "person":
                    person_stops.add(stop)
                    persons.add(first)
        for body in bodies:
            starts[body.stop] = body.first
            countries.add(body.stop)
        return NameMap(
            starts,
            set(starts.values()),
            countries,
            persons,
            person_stops,
            within,
            scanner.quiet,
        )

    def _modifies(self, tokens: Tokens, first: int, stop: int) -> bool:
        """Tell whether a country's initials and an adjective modify one noun: "U.S. and Australian bonds"."""
        if not tokens.forms[first].isupper():
            return False
        hit = self._names.index.match(tokens, stop + 1)
        return hit is not None and hit.entry.form == "adjective" and tokens.gaps[hit.stop] == " "

    def _named(self, tokens: Tokens, scanner: Scanner, pieces: list[Piece]) -> list[Draft]:
        verdicts = NameClassifier(scanner, pieces).classify()
        words, gaps, count = tokens.words, tokens.gaps, len(tokens)
        forms = tokens.forms
        weak, inferred, explicit = Certainty.WEAK, Certainty.INFERRED, Certainty.EXPLICIT
        verdict_of = verdicts.get
        teams = TeamReader(tokens)
        is_team = teams.is_team
        drafts: list[Draft] = []
        countries: list[tuple[int, int]] = []
        capitals: list[bool] = []
        judgements: list[Judgement] = []
        for first, stop, entry, _, opens, head, _ in pieces:
            if words[first] in _PLATFORMS and _is_platform(tokens, first, stop):
                continue
            if stop < count and words[stop] in _TELLING_NOUNS and gaps[stop] == " ":
                if words[stop] in _TRIBES:
                    if entry is None or entry.type != "people":
                        drafts.append((first, stop, "people", "name", "people-of-tribe", inferred))
                        continue
                elif entry is not None and entry.type == "armed_group" and forms[first] != words[first]:
                    drafts.append((first, stop + 1, "government", "name", "government-of-group", explicit))
                    continue
            if entry is None:
                verdict = verdict_of(first)
                if verdict is STATE:
                    countries.append((first, stop))
                    capitals.append(False)
                    judgements.append(judge_sense(tokens, first, stop, self._lexicon, capital=False, opens=opens))
                elif verdict is not None:
                    kind, shape, rule = verdict
                    if kind == "place" and not head and is_team(first, stop):
                        kind, rule = "organisation", "team-of-town"
                    drafts.append((first, stop, kind, shape, rule, weak if rule in _WEAK else inferred))
            elif entry.type == "country":
                if words[stop : stop + 1] == _AND and len(forms[first]) < 4 and self._modifies(tokens, first, stop):
                    continue
                capital = entry.form in ("capital", "metonym")
                countries.append((first, stop))
                capitals.append(capital)
                judgements.append(judge_sense(tokens, first, stop, self._lexicon, capital=capital, opens=opens))
            elif entry.form == "demonym":
                if words[stop - 1].endswith("s"):
                    drafts.append((first, stop, "people", "demonym", "nationals", explicit))
            else:
                if entry.type == "government" and stands_as_place(tokens, first):
                    drafts.append((first, stop, "place", "name", "seat-as-building", inferred))
                    continue
                if entry.type == "place" and is_team(first, stop):
                    drafts.append((first, stop, "organisation", "name", "team-of-town", inferred))
                    continue
                short = stop - first == 1 and entry.type != "place" and forms[first].isupper()
                form: MentionForm = "acronym" if short else "name"
                drafts.append((first, stop, entry.type, form, "listed-name", explicit))  # type: ignore[arg-type]
        if teams.found:
            for number, (first, stop, kind, shape, _, certainty) in enumerate(drafts):
                if kind == "place" and teams.is_taken_up(first, stop):
                    drafts[number] = (first, stop, "organisation", shape, "team-of-town", certainty)
        settle_lists(tokens, countries, judgements)
        for (first, stop), capital, judgement in zip(countries, capitals, judgements, strict=True):
            if judgement.sense is Sense.PLACE:
                drafts.append((first, stop, "place", "name", judgement.rule, inferred))
            elif judgement.sense is Sense.GOVERNMENT:
                shape = "metonym" if capital else "name"
                if capital and words[first] in load_sense_words()["union_seats"]:
                    drafts.append((first, stop, "organisation", shape, judgement.rule, inferred))
                    continue
                drafts.append((first, stop, "government", shape, judgement.rule, inferred))
        return drafts


@functools.lru_cache(maxsize=8)
def _cutter_of(names: NameTable) -> RunCutter:
    """Give the cutter of the names that hold on a day."""
    return RunCutter(names)


def _is_platform(tokens: Tokens, first: int, stop: int) -> bool:
    """Tell whether a firm's name stands for its service."""
    words = tokens.words
    return (first > 0 and words[first - 1] in _ON_THEM) or (
        tokens.gaps[stop] == " " and stop < len(words) and words[stop] in _OF_THEM
    )
