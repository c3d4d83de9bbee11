"""The extractor: turns statistics that report harm into tolls, and links parts to their whole."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise
from typing import Any, ClassVar

import attrs

from afghanbrief import (
    Actor,
    ActorMention,
    BuildContext,
    Certainty,
    DateMention,
    Document,
    Evidence,
    Found,
    Statistic,
)
from afghanbrief_casualties.harm import Figure, Reading, read_harm
from afghanbrief_casualties.lexicon import read_lexicon
from afghanbrief_casualties.surroundings import PLACE_KINDS, Surroundings
from afghanbrief_casualties.toll import Toll

_MAX_JOINT = 6
_MAX_PARTS = 12
_SELF_EVIDENT = ("killed", "wounded", "casualties")
_PART_OF_CASUALTIES = frozenset(_SELF_EVIDENT)


class CasualtiesExtractor:
    """Yields a Toll for each statistic that counts killed, wounded, missing, captured or displaced people."""

    name: ClassVar[str] = "casualties.tolls"
    provides: ClassVar[tuple[type[Any], ...]] = (Toll,)
    requires: ClassVar[tuple[type[Any], ...]] = (Statistic,)
    uses: ClassVar[tuple[type[Any], ...]] = (Actor, ActorMention, DateMention, *PLACE_KINDS)
    Settings: ClassVar[type[Any] | None] = None

    def __init__(self, context: BuildContext) -> None:
        self._lexicon = read_lexicon()

    def extract(self, document: Document, found: Found) -> Iterable[Toll]:
        """Yield the tolls in text order."""
        # What grew or fell by so many is a difference between two tolls, not a toll.
        statistics = [item for item in found.of(Statistic) if item.unit == "count" and item.change == "level"]
        figures = self._figures(document, statistics)
        readings: list[Reading | None] = []
        for statistic, figure in zip(statistics, figures, strict=True):
            reading = read_harm(document.tokens, figure, self._lexicon)
            readings.append(reading if reading and self._counts_people(statistic, figure, reading) else None)
        people = [self._names_people(*pair) for pair in zip(statistics, figures, strict=True)]
        self._share_readings(document, figures, people, readings)
        if not any(readings):
            return []
        surroundings = Surroundings(document, found, self._lexicon)
        tolls = [
            self._toll(document, statistic, figure, reading, surroundings) if reading else None
            for statistic, figure, reading in zip(statistics, figures, readings, strict=True)
        ]
        return self._with_wholes(document, figures, tolls)

    def _figures(self, document: Document, statistics: list[Statistic]) -> list[Figure]:
        tokens, sentences = document.tokens, document.sentences
        bare: list[tuple[int, int, int, int]] = []
        for statistic in statistics:
            number = document.sentence_index(statistic.span.start)
            begin = tokens.first_from(sentences[number].start) if number >= 0 else 0
            end = tokens.first_from(sentences[number].end) if number >= 0 else len(tokens)
            bare.append((tokens.first_from(statistic.span.start), tokens.first_from(statistic.span.end), begin, end))
        figures = []
        for index, (first, stop, begin, end) in enumerate(bare):
            counted = statistics[index].counted
            words: tuple[str, ...] = ()
            head = -1
            if counted is not None:
                head = tokens.first_from(counted.end) - 1
                words = tokens.words[tokens.first_from(counted.start) : head + 1][-12:]
            before = bare[index - 1][1] if index else 0
            behind = bare[index + 1][0] if index + 1 < len(bare) else end
            figures.append(Figure(first, stop, words, head, max(begin, before), min(end, behind), end))
        return figures

    def _counts_people(self, statistic: Statistic, figure: Figure, reading: Reading) -> bool:
        if statistic.counted is None or reading.rule == "harm-noun" or reading.harm in _SELF_EVIDENT:
            # Sheep are killed, too, but districts are captured far more often.
            return True
        return self._names_people(statistic, figure)

    def _names_people(self, statistic: Statistic, figure: Figure) -> bool:
        # A name that is counted ("13 Hazaras") is that of a people.
        counted = statistic.counted
        named = counted is not None and counted.text.split()[-1][:1].isupper()
        return named or self._lexicon.group_of(figure.words) is not None

    def _share_readings(
        self, document: Document, figures: list[Figure], people: list[bool], readings: list[Reading | None]
    ) -> None:
        """Give figures of one list the harm that only one of them states: "killed 13 soldiers and five civilians"."""
        words = document.tokens.words
        including, joins = self._lexicon.grammar["including"], self._lexicon.grammar["joins"]

        def are_listed(left: int, right: int) -> bool:
            between = words[figures[left].stop : figures[right].first]
            return (
                len(between) <= _MAX_JOINT
                and all(word in joins for word in between)
                and figures[left].sentence_end == figures[right].sentence_end
                and people[left]
                and people[right]
            )

        for left, right in pairwise(range(len(figures))):
            reading = readings[left]
            if reading is not None and readings[right] is None and are_listed(left, right):
                between = words[figures[left].stop : figures[right].first]
                rule = "included" if not including.isdisjoint(between) else "coordinated"
                readings[right] = Reading(reading.harm, rule, reading.cues)
        for left, right in reversed(list(pairwise(range(len(figures))))):
            reading = readings[right]
            if reading is not None and readings[left] is None and reading.rule in ("passive", "coordinated"):
                if are_listed(left, right):
                    readings[left] = Reading(reading.harm, "coordinated", reading.cues)

    def _toll(
        self, document: Document, statistic: Statistic, figure: Figure, reading: Reading, surroundings: Surroundings
    ) -> Toll:
        tokens = document.tokens
        cues = tuple(document.span(tokens.starts[index], tokens.ends[index]) for index in reading.cues)
        certainty = Certainty.INFERRED if reading.rule in ("coordinated", "included") else Certainty.EXPLICIT
        low, best, high = _interval(statistic)
        by, by_id = surroundings.agent(figure, reading)
        where, place_id = surroundings.place(statistic.span)
        return Toll(
            span=statistic.span,
            evidence=Evidence(self.name, reading.rule, cues=cues, certainty=certainty),
            harm=reading.harm,  # type: ignore[arg-type]
            low=low,
            best=best,
            high=high,
            victims=statistic.counted,
            group=self._lexicon.group_of(figure.words),
            by=by,
            by_id=by_id,
            where=where,
            place_id=place_id,
            date_id=statistic.as_of_id or surroundings.date(statistic.span),
            source_id=statistic.source_id,
            statistic_id=statistic.id,
        )

    def _with_wholes(self, document: Document, figures: list[Figure], tolls: list[Toll | None]) -> list[Toll]:
        """Keep breakdowns: "10,993 casualties: 3,804 deaths and 7,189 injured", "13 people, including 5 children"."""
        result = list(tolls)
        whole: int | None = None
        left = Decimal(0)
        parts = 0
        for index, toll in enumerate(tolls):
            if toll is None:
                continue
            if whole is not None and (
                figures[whole].sentence_end != figures[index].sentence_end or parts >= _MAX_PARTS or left < toll.low
            ):
                whole = None
            opens = index > 0 and tolls[index - 1] is not None and self._opens_parts(document, figures, tolls, index)
            if opens:
                if whole is None or toll.evidence.rule == "included":
                    whole = index - 1
                    left, parts = _most(tolls[whole]), 0
                if left < toll.low:
                    whole = None
            if whole is not None:
                owner = tolls[whole]
                if owner is not None and _is_part(owner, toll):
                    # "812 civilian casualties (297 deaths ...)": the dead of the bracket are civilians, too.
                    group = owner.group if toll.group in (None, "people") else toll.group
                    result[index] = attrs.evolve(toll, part_of_id=owner.id, group=group)
                    left -= toll.low
                    parts += 1
                else:
                    whole = None
        return [toll for toll in result if toll is not None]

    def _opens_parts(self, document: Document, figures: list[Figure], tolls: list[Toll | None], index: int) -> bool:
        before, toll = tolls[index - 1], tolls[index]
        if before is None or toll is None or figures[index - 1].sentence_end != figures[index].sentence_end:
            return False
        tokens = document.tokens
        first, stop = figures[index - 1].stop, figures[index].first
        if stop - first > _MAX_JOINT:
            return False
        if not self._lexicon.grammar["including"].isdisjoint(tokens.words[first:stop]):
            return True
        marks = "".join(tokens.gaps[first : stop + 1])
        return before.harm == "casualties" and any(mark in marks for mark in ":(\u2014-")


def _is_part(whole: Toll, part: Toll) -> bool:
    if whole.harm == "casualties":
        return part.harm in _PART_OF_CASUALTIES
    return whole.harm == part.harm


def _most(toll: Toll | None) -> Decimal:
    if toll is None:
        return Decimal(0)
    return toll.high or toll.best or toll.low


def _interval(statistic: Statistic) -> tuple[Decimal, Decimal | None, Decimal | None]:
    """Give the lowest, the stated and the highest number that the wording allows."""
    value, upper = statistic.value, statistic.upper
    if statistic.bound == "range" or upper is not None:
        return value, None, upper
    if statistic.bound in (">", ">="):
        return value + (statistic.bound == ">"), value, None
    if statistic.bound in ("<", "<="):
        return Decimal(0), value, max(Decimal(0), value - (statistic.bound == "<"))
    return value, value, value
