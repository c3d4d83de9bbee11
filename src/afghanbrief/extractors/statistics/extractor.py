"""Finds figures with their bound, unit, counted thing, change, date and source."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from afghanbrief.annotation import Certainty, Evidence, plain_evidence
from afghanbrief.document import Document
from afghanbrief.extractor import BuildContext, Found
from afghanbrief.extractors.statistics.antecedents import CountedReader
from afghanbrief.extractors.statistics.change import load_changes, read_change
from afghanbrief.extractors.statistics.context import SettingReader
from afghanbrief.extractors.statistics.figure import Figure
from afghanbrief.extractors.statistics.figures import read_figures
from afghanbrief.extractors.statistics.lexicon import load_lexicon
from afghanbrief.extractors.statistics.unit_table import load_units
from afghanbrief.kinds import Actor, ActorMention, DateMention, Quote, Statistic
from afghanbrief.kinds.statistics import Change


class StatisticsExtractor:
    """Reads figures left to right; elided nouns, dates and sources come from what went before."""

    name: ClassVar[str] = "statistics"
    provides: ClassVar[tuple[type[Any], ...]] = (Statistic,)
    requires: ClassVar[tuple[type[Any], ...]] = (DateMention,)
    uses: ClassVar[tuple[type[Any], ...]] = (Actor, ActorMention, Quote)
    Settings: ClassVar[type[Any] | None] = None

    def __init__(self, context: BuildContext) -> None:
        self._lexicon = load_lexicon()
        self._units = load_units()
        self._changes = load_changes()

    def extract(self, document: Document, found: Found) -> Iterable[Statistic]:
        """Yield the statistics of a document."""
        tokens, changes = document.tokens, self._changes
        taken = [(span.start, span.end) for span in [date.span for date in found.of(DateMention)]]
        figures = read_figures(document, self._lexicon, self._units, taken)
        if not figures:
            return
        read_setting = SettingReader(document, found).read
        read_counted = CountedReader(document).read
        previous: Figure | None = None
        change: Change = "level"
        # One question after the other: what one of them reads stays at hand for the next figure.
        counts = [read_counted(figure) for figure in figures]
        settings = [
            read_setting(figure, counted.lemma, counted.carried)
            for figure, counted in zip(figures, counts, strict=True)
        ]
        for figure, counted, (as_of, source, inherited) in zip(figures, counts, settings, strict=True):
            elided = counted.elided
            change = read_change(tokens, figure, changes, previous, change)
            previous = figure
            rule = "elided-noun" if elided else figure.rule
            certain = Certainty.INFERRED if inherited or elided else Certainty.EXPLICIT
            cue_first, cue_stop = figure.bound_first, figure.first
            if cue_first < cue_stop:
                cue = document.span(tokens.starts[cue_first], tokens.ends[cue_stop - 1])
                evidence = Evidence("statistics", rule, (cue,), certain)
            else:
                evidence = plain_evidence("statistics", rule, certain)
            yield Statistic(
                span=counted.span,
                evidence=evidence,
                value=figure.value,
                upper=figure.upper,
                bound=figure.bound,
                unit=figure.unit,
                counted=counted.phrase,
                counted_lemma=counted.lemma,
                whole=counted.whole,
                change=change,
                as_of_id=as_of,
                source_id=source,
                restates_id=counted.restates_id,
            )
