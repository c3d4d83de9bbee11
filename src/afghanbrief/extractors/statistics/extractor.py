"""Finds figures with their bound, unit, counted thing, change, date and source."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from afghanbrief.annotation import Certainty, Evidence, plain_evidence
from afghanbrief.document import Document
from afghanbrief.extractor import BuildContext, Found
from afghanbrief.extractors.statistics.change import read_change
from afghanbrief.extractors.statistics.context import SettingReader
from afghanbrief.extractors.statistics.counted import Counted, find_counted, find_subject, lemma_of
from afghanbrief.extractors.statistics.figure import Figure
from afghanbrief.extractors.statistics.figures import read_figures
from afghanbrief.extractors.statistics.lexicon import load_lexicon
from afghanbrief.extractors.statistics.unit_table import load_units
from afghanbrief.kinds import Actor, ActorMention, DateMention, Quote, Statistic
from afghanbrief.span import Span

_NAMED_BY_NOUN = frozenset(("count", "percent"))
_ELLIPTIC = frozenset(("count", "percent", "percentage-point", "x"))


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

    def extract(self, document: Document, found: Found) -> Iterable[Statistic]:
        """Yield the statistics of a document."""
        tokens = document.tokens
        taken = [(date.span.start, date.span.end) for date in found.of(DateMention)]
        figures = read_figures(document, self._lexicon, self._units, taken)
        if not figures:
            return
        settings = SettingReader(document, found)
        last: Statistic | None = None
        inside: Statistic | None = None
        previous: Statistic | None = None
        last_block = last_bracket = -1
        for figure in figures:
            counted = find_counted(tokens, figure, self._lexicon)
            span = _span_of(document, figure, counted)
            block = document.block_index(figure.start)
            phrase = _phrase(document, counted)
            elided = phrase is None and figure.unit in _ELLIPTIC
            if phrase is None and figure.unit not in _ELLIPTIC:
                subject = find_subject(tokens, figure, self._lexicon)
                phrase = _phrase(document, subject)
            bracket = _bracket_of(document, figure.start)
            if bracket < 0 or bracket != last_bracket:
                inside = None
            antecedent = inside if inside is not None else last
            if elided:
                subject = find_subject(tokens, figure, self._lexicon)
                if subject is not None:
                    phrase = _phrase(document, subject)
                elif (
                    antecedent is not None
                    and block - last_block <= 1
                    and not _follows_money(document, previous, figure)
                ):
                    phrase = antecedent.counted
            lemma = lemma_of(phrase.text.split()[-1].lower()) if phrase is not None else None
            setting = settings.read(
                figure.start, figure.end, unit=figure.unit, lemma=lemma or "", elided=_is_elided(phrase, antecedent)
            )
            restates = _restates(document, figure, antecedent)
            change = read_change(tokens, figure, self._lexicon)
            rule = "elided-noun" if elided and phrase is not None and figure.unit in _NAMED_BY_NOUN else figure.rule
            certain = Certainty.INFERRED if setting.inherited or rule == "elided-noun" else Certainty.EXPLICIT
            statistic = Statistic(
                span=span,
                evidence=_evidence(rule, certain, _bound_cue(document, figure)),
                value=figure.value,
                upper=figure.upper,
                bound=figure.bound,
                unit=figure.unit,
                counted=phrase,
                counted_lemma=lemma,
                whole=_whole(document, counted) if figure.unit == "percent" else None,
                change=change,
                as_of_id=setting.as_of_id,
                source_id=setting.source_id,
                restates_id=restates,
            )
            yield statistic
            previous = statistic
            if figure.unit in _ELLIPTIC and phrase is not None:
                # What stands in brackets is a part: after them the noun before them is the antecedent again.
                last_bracket = bracket
                if bracket >= 0 and last is not None:
                    inside = statistic
                else:
                    last, last_block = statistic, block


def _is_elided(phrase: Span | None, antecedent: Statistic | None) -> bool:
    return phrase is not None and antecedent is not None and phrase is antecedent.counted


def _follows_money(document: Document, previous: Statistic | None, figure: Figure) -> bool:
    """Tell whether a share stands right behind an amount of money, which is its noun: "US$5.2 million (28%)"."""
    if previous is None or figure.unit != "percent" or not previous.unit.isupper() or len(previous.unit) != 3:
        return False
    between = document.text[previous.span.end : figure.start]
    return len(between) < 40 and not any(mark in between for mark in ".;\n")


_BRACKET_WINDOW = 120


def _bracket_of(document: Document, offset: int) -> int:
    """Give the offset of the bracket that is open at *offset*, or -1."""
    window = document.normalized[max(0, offset - _BRACKET_WINDOW) : offset]
    opened = window.rfind("(")
    return -1 if opened < 0 or ")" in window[opened:] or "\n" in window[opened:] else offset - len(window) + opened


def _span_of(document: Document, figure: Figure, counted: Counted | None) -> Span:
    end = figure.end
    if counted is not None and counted.adjacent and figure.unit in ("count",):
        end = document.tokens.ends[counted.stop - 1]
    return document.span(figure.start, end)


def _phrase(document: Document, counted: Counted | None) -> Span | None:
    if counted is None:
        return None
    return document.span(document.tokens.starts[counted.first], document.tokens.ends[counted.stop - 1])


def _whole(document: Document, counted: Counted | None) -> Span | None:
    if counted is None or counted.whole_first < 0:
        return None
    return document.span(document.tokens.starts[counted.whole_first], document.tokens.ends[counted.whole_stop - 1])


def _bound_cue(document: Document, figure: Figure) -> Span | None:
    if figure.bound_first >= figure.first:
        return None
    tokens = document.tokens
    return document.span(tokens.starts[figure.bound_first], tokens.ends[figure.first - 1])


def _evidence(rule: str, certainty: Certainty, cue: Span | None) -> Evidence:
    if cue is None:
        return plain_evidence("statistics", rule, certainty)
    return Evidence("statistics", rule, (cue,), certainty)


def _restates(document: Document, figure: Figure, last: Statistic | None) -> str | None:
    """Tell whether a share restates the count before it: "229 districts ... which is about 56.3 percent"."""
    if last is None or figure.unit != "percent" or last.unit != "count":
        return None
    between = document.normalized[last.span.end : figure.start]
    if len(between) > 80 or any(mark in between for mark in ".;!?\n"):
        return None
    words = between.lower().replace("(", " ( ").replace(",", " , ").split()
    joint = any(word in ("(", "or", "which", ",", "about", "approximately") for word in words)
    return last.id if joint and "and" not in words and "while" not in words else None
