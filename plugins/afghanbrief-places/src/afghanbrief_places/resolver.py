"""The extractor: chooses, for each place mention, the entry that it stands for, by what else the report names."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from typing import Any, ClassVar

import attrs

from afghanbrief import ActorMention, BuildContext, Certainty, Document, Evidence, Found, Span
from afghanbrief_places.names import Entry, EntryIndex, read_entries
from afghanbrief_places.place import Place

_LEVEL_WORDS = {
    "province": ("province",),
    "provinces": ("province",),
    "city": ("city", "capital"),
    "town": ("city", "capital"),
    "district": ("district",),
    "districts": ("district",),
    "cities": ("city", "capital"),
    "towns": ("city", "capital"),
}
_ALIKE = {"capital": "city"}
_COMPASS = ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest")
_DIRECTIONS = frozenset(
    (*_COMPASS, *(f"{point}ern" for point in _COMPASS), "central", "greater", "upper", "lower", "the")
)
# What joins the name of a place to that of the larger one it lies in: "Sharan, Paktika", "Chora district of Urozgan".
_JOINTS = (
    frozenset({"in", "of", "district", "city", "town", "province", "s", "the", "volatile", "restive"}) | _DIRECTIONS
)
_MAX_JOINT = 5
# Where nothing else decides between places of one name that lie in one another, the report means the best known.
_BY_RENOWN = ("country", "capital", "city", "province", "district")


@attrs.define
class _Case:
    """A mention while it is being resolved."""

    mention: ActorMention
    candidates: tuple[Entry, ...]
    loose: bool
    chosen: Entry | None = None
    rule: str = ""
    cues: tuple[Span, ...] = ()

    def choose(self, candidates: Iterable[Entry], rule: str, cues: tuple[Span, ...] = ()) -> bool:
        """Settle for the only one of *candidates*; with several, keep to them; with none, change nothing."""
        kept = tuple(candidates)
        if not kept:
            return False
        self.candidates = kept
        if len(kept) > 1:
            return False
        self.chosen, self.rule, self.cues = kept[0], rule, cues
        return True


class PlacesExtractor:
    """Yields a Place for each place mention that the tables know.

    Persons and governments are never looked up: only mentions of type ``"place"`` are.
    """

    name: ClassVar[str] = "places.resolve"
    provides: ClassVar[tuple[type[Any], ...]] = (Place,)
    requires: ClassVar[tuple[type[Any], ...]] = (ActorMention,)
    uses: ClassVar[tuple[type[Any], ...]] = ()
    Settings: ClassVar[type[Any] | None] = None

    def __init__(self, context: BuildContext) -> None:
        self._entries = read_entries()
        self._index = EntryIndex(self._entries.values())

    def extract(self, document: Document, found: Found) -> Iterable[Place]:
        """Yield the places in text order."""
        cases = [self._look_up(mention) for mention in found.of(ActorMention) if mention.type == "place"]
        # Names all over the world look like a romanisation; they are one where the report is about Afghanistan.
        at_home = any(entry.country == "AFG" for case in cases if not case.loose for entry in case.candidates)
        cases = [case for case in cases if case.candidates and (at_home or not case.loose)]
        lists = _find_lists(cases, document)
        for case in cases:
            _by_level_word(case, document)
        _by_shared_level_word(lists, document)
        _by_neighbours(cases, document)
        for case in cases:
            if case.chosen is None and len(case.candidates) == 1:
                case.choose(case.candidates, "only-entry")
        _by_likeness(lists)
        _by_report(cases, document)
        _by_renown(cases)
        return [self._place(case) for case in cases if case.chosen is not None]

    def _look_up(self, mention: ActorMention) -> _Case:
        for name in _readings(mention.span.text):
            candidates = self._index.find(name)
            if candidates:
                return _Case(mention, candidates, loose=False)
        for name in _readings(mention.span.text):
            candidates = self._index.find_romanised(name)
            if candidates:
                return _Case(mention, candidates, loose=True)
        return _Case(mention, (), loose=False)

    def _place(self, case: _Case) -> Place:
        entry = case.chosen
        assert entry is not None
        sure = case.rule in ("only-entry", "level-word", "named-parent") and not case.loose
        rule = "romanisation" if case.loose and case.rule == "only-entry" else case.rule
        certainty = Certainty.EXPLICIT if sure else Certainty.INFERRED
        province = entry.province
        return Place(
            span=case.mention.span,
            evidence=Evidence(self.name, rule, cues=case.cues, certainty=certainty),
            entry=entry.id,
            name=entry.name,
            level=entry.level,
            country=entry.country,
            province=self._entries[province].name if province else None,
            latitude=entry.latitude,
            longitude=entry.longitude,
            codes=entry.codes,
            mention_id=case.mention.id,
        )


def _readings(text: str) -> Iterator[str]:
    """Give the name as it stands, then without directions before and words of level behind."""
    yield text
    words = text.split()[:8]
    while len(words) > 1 and words[0].lower() in _DIRECTIONS:
        words = words[1:]
    if len(words) > 1 and words[-1].lower() in _LEVEL_WORDS:
        words = words[:-1]
    stripped = " ".join(words)
    if stripped != text:
        yield stripped


def _by_level_word(case: _Case, document: Document) -> None:
    """Keep to the level that the text says: "Kunduz city", "the province of Kunduz"."""
    tokens = document.tokens
    after = tokens.first_from(case.mention.span.end)
    first = tokens.first_from(case.mention.span.start)
    last = after - 1
    where: list[int] = []
    if last > first and tokens.words[last] in _LEVEL_WORDS:
        where.append(last)
    if after < len(tokens) and tokens.gaps[after] == " ":
        where.append(after)
    if first >= 2 and tokens.words[first - 1] == "of":
        where.append(first - 2)
    for index in where:
        levels = _LEVEL_WORDS.get(tokens.words[index])
        if levels:
            cue = document.span(tokens.starts[index], tokens.ends[index])
            case.choose((entry for entry in case.candidates if entry.level in levels), "level-word", (cue,))
            return


def _find_lists(cases: list[_Case], document: Document) -> list[list[_Case]]:
    """Find the mentions that stand in lists: "Herat, Badghis and Ghor"."""
    lists: list[list[_Case]] = [[]]
    for case in cases:
        if lists[-1] and not _are_listed(lists[-1][-1].mention.span, case.mention.span, document):
            lists.append([])
        lists[-1].append(case)
    return [members for members in lists if len(members) > 1]


def _are_listed(left: Span, right: Span, document: Document) -> bool:
    tokens = document.tokens
    first, stop = tokens.first_from(left.end), tokens.first_from(right.start)
    if stop == first:
        return tokens.gaps[first].strip() == ","
    return stop == first + 1 and tokens.words[first] in ("and", "or")


def _by_shared_level_word(lists: list[list[_Case]], document: Document) -> None:
    """Let the plural behind a list speak for all of it: "Herat, Badghis and Ghor provinces"."""
    tokens = document.tokens
    for members in lists:
        index = tokens.first_from(members[-1].mention.span.end)
        if index >= len(tokens) or tokens.gaps[index] != " " or not tokens.words[index].endswith("s"):
            continue
        levels = _LEVEL_WORDS.get(tokens.words[index])
        if levels:
            cue = document.span(tokens.starts[index], tokens.ends[index])
            for case in members:
                if case.chosen is None:
                    case.choose((entry for entry in case.candidates if entry.level in levels), "level-word", (cue,))


def _by_likeness(lists: list[list[_Case]]) -> None:
    """Take the members of a list to be of like level: in "Kunduz, Takhar and Badakhshan" the first is a province."""
    for members in lists:
        sure = [case for case in members if case.chosen is not None]
        levels = {_ALIKE.get(case.chosen.level, case.chosen.level) for case in sure if case.chosen}
        if len(levels) == 1:
            for case in members:
                if case.chosen is None:
                    alike = (entry for entry in case.candidates if _ALIKE.get(entry.level, entry.level) in levels)
                    case.choose(alike, "listed-with", (sure[0].mention.span,))


def _by_neighbours(cases: list[_Case], document: Document) -> None:
    """Let a name and that of the larger place beside it decide each other: "Sharan, Paktika", "Urozgan's Chora"."""
    for left, right in itertools.pairwise(cases):
        if not _are_joined(left.mention.span, right.mention.span, document):
            continue
        for inner, outer in ((left, right), (right, left)):
            wholes = {entry.id for entry in outer.candidates}
            fitting = [entry for entry in inner.candidates if wholes.intersection(entry.above)]
            # "Kabul, Afghanistan" says nothing about which Kabul is meant.
            if not fitting or (len(fitting) > 1 and len(fitting) == len(inner.candidates)):
                continue
            held = {key for entry in fitting for key in entry.above}
            if inner.chosen is None:
                inner.choose(fitting, "named-parent", (outer.mention.span,))
            if outer.chosen is None and len(outer.candidates) > 1:
                holding = [entry for entry in outer.candidates if entry.id in held]
                outer.choose(holding, "named-part", (inner.mention.span,))
            break


def _are_joined(left: Span, right: Span, document: Document) -> bool:
    tokens = document.tokens
    first, stop = tokens.first_from(left.end), tokens.first_from(right.start)
    if stop - first > _MAX_JOINT or document.sentence_index(left.start) != document.sentence_index(right.start):
        return False
    if stop == first:
        return tokens.gaps[first].strip() in (",", "(", "", "'", "-")
    return all(word in _JOINTS for word in tokens.words[first:stop])


def _by_report(cases: list[_Case], document: Document) -> None:
    """Prefer the place whose province, then whose country, the report names: nearest in the sentence, else anywhere."""
    for rule, area in (("co-mention", _province), ("country-in-focus", _country)):
        named: dict[str, Span] = {}
        by_sentence: dict[int, dict[str, Span]] = {}
        for case in cases:
            if case.chosen is not None and (key := area(case.chosen)):
                span = case.mention.span
                named.setdefault(key, span)
                by_sentence.setdefault(document.sentence_index(span.start), {}).setdefault(key, span)
        for case in cases:
            if case.chosen is None and len({area(entry) for entry in case.candidates}) > 1:
                near = by_sentence.get(document.sentence_index(case.mention.span.start), {})
                _keep_named(case, area, near, rule) or _keep_named(case, area, named, rule)


def _keep_named(case: _Case, area: Callable[[Entry], str | None], named: dict[str, Span], rule: str) -> bool:
    kept = [entry for entry in case.candidates if area(entry) in named]
    areas = sorted({key for entry in kept if (key := area(entry))})
    if len(areas) != 1:
        return False
    if not case.choose(kept, rule, (named[areas[0]],)):
        # Several of one area are left: which of them is a question of level.
        case.rule, case.cues = rule, (named[areas[0]],)
    return True


def _by_renown(cases: list[_Case]) -> None:
    """Choose the best known of places that lie in one another, such as Ghazni, the city, and Ghazni, the province."""
    for case in cases:
        if case.chosen is None and len({entry.province or entry.id for entry in case.candidates}) == 1:
            ranked = sorted(case.candidates, key=lambda entry: (_BY_RENOWN.index(entry.level), entry.id))
            if len(ranked) == 1 or ranked[0].level != ranked[1].level:
                case.choose(ranked[:1], case.rule or "best-known", case.cues)


def _province(entry: Entry) -> str | None:
    return entry.province


def _country(entry: Entry) -> str | None:
    return entry.country
