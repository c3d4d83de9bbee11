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
        tokens = document.tokens
        taken = [(date.span.start, date.span.end) for date in found.of(DateMention)]
        figures = read_figures(document, self._lexicon, self._units, taken)
        if not figures:
            return
        settings = SettingReader(document, found)
        reader = CountedReader(document)
        previous: Figure | None = None
        change: Change = "level"
        for figure in figures:
            counting = reader.read(figure)
            setting = settings.read(
                figure.start, figure.end, unit=figure.unit, lemma=counting.lemma or "", elided=counting.carried
            )
            change = read_change(tokens, figure, self._changes, previous, change)
            previous = figure
            rule = "elided-noun" if counting.elided else figure.rule
            certain = Certainty.INFERRED if setting.inherited or rule == "elided-noun" else Certainty.EXPLICIT
            cue_first, cue_stop = figure.bound_first, figure.first
            if cue_first < cue_stop:
                cue = document.span(tokens.starts[cue_first], tokens.ends[cue_stop - 1])
                evidence = Evidence("statistics", rule, (cue,), certain)
            else:
                evidence = plain_evidence("statistics", rule, certain)
            yield Statistic(
                span=counting.span,
                evidence=evidence,
                value=figure.value,
                upper=figure.upper,
                bound=figure.bound,
                unit=figure.unit,
                counted=counting.phrase,
                counted_lemma=counting.lemma,
                whole=counting.whole,
                change=change,
                as_of_id=setting.as_of_id,
                source_id=setting.source_id,
                restates_id=counting.restates_id,
            )
