"""The extractor of temporal expressions: scan, parse, resolve, and make the annotations."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any, ClassVar, Final

import attrs

from afghanbrief.annotation import Certainty, Evidence, plain_evidence
from afghanbrief.document import Document
from afghanbrief.extractor import BuildContext, Found
from afghanbrief.extractors.dates.eras import continue_era
from afghanbrief.extractors.dates.expression import Expression
from afghanbrief.extractors.dates.lexicon import load_lexicon
from afghanbrief.extractors.dates.parser import Parser
from afghanbrief.extractors.dates.resolver import Resolver
from afghanbrief.extractors.dates.scan import Scan
from afghanbrief.kinds.dates import DateMention
from afghanbrief.span import Span


@attrs.frozen
class DateSettings:
    """Settings of the dates extractor.

    Attributes:
        infer_published: without a publication date, take the text's dateline (or its latest full date) for it; what
            is resolved against it has the certainty ``inferred``.
        bare_ages: report an age that names no unit ("Sher Alam, 47, a driver") as a duration, as is done with "42
            years old"; the corpora of TimeML leave such ages out.
    """

    infer_published: bool = False
    bare_ages: bool = True


class DatesExtractor:
    """Finds temporal expressions and gives their TIMEX3 values.

    Arguments:
        context: the settings; gazetteers are not used.
    """

    name: ClassVar[str] = "dates"
    provides: ClassVar[tuple[type[Any], ...]] = (DateMention,)
    requires: ClassVar[tuple[type[Any], ...]] = ()
    uses: ClassVar[tuple[type[Any], ...]] = ()
    Settings: ClassVar[type[Any] | None] = DateSettings

    def __init__(self, context: BuildContext) -> None:
        self._settings = context.settings or DateSettings()
        self._lexicon = load_lexicon()

    def extract(self, document: Document, found: Found) -> Iterable[DateMention]:
        """Give the document's temporal expressions in the order of the text."""
        scan = Scan(document.tokens, self._lexicon)
        expressions = continue_era(scan, Parser(scan).expressions())
        if not self._settings.bare_ages:
            expressions = [expression for expression in expressions if expression.rule != "bare-age"]
        published = document.published
        guessed = published is None and self._settings.infer_published
        dateline: tuple[Span, ...] = ()
        if guessed:
            published, source = _infer_published(expressions)
            if source is not None:
                dateline = (document.span(scan.starts[source.first], scan.ends[source.after - 1]),)
        resolver = Resolver(scan, expressions, published)
        text = document.text
        mentions: list[DateMention] = []
        ids: dict[Expression | None, str] = {}
        last = 0
        starts, ends, resolve, span_of = scan.starts, scan.ends, resolver.resolve, document.span
        for expression in expressions:
            resolved = resolve(expression)
            if resolved is None:
                continue
            type_, value, point, anchored, cue, earliest, latest = resolved
            start, end = starts[expression.first], ends[expression.after - 1]
            kind = expression.kind
            if text[end - 2] == "." and text[end : end + 1] == "." and text[end - 1].isalpha():
                # "9 a.m.", "1398 A.H.", "490 B.C."
                end += 1
            elif kind == "hijri" and text[end : end + 1] == ")" and "(" in text[start:end]:
                # "1343 (SH)"
                end += 1
            elif kind == "decade" and text[start - 1 : start] in ("'", "\u2019"):
                start -= 1
            if start < last:
                continue
            last = end
            by_text = guessed and anchored == "published"
            # The check "publication" tells by this cue that the day was taken from the text.
            cues = dateline if by_text else ()
            if cue >= 0:
                cues = (span_of(starts[cue], ends[cue]), *cues)
            if cues:
                evidence = Evidence("dates", expression.rule, cues, Certainty.INFERRED)
            else:
                certainty = Certainty.INFERRED if by_text or anchored == "text" else Certainty.EXPLICIT
                evidence = plain_evidence("dates", expression.rule, certainty)
            bounds = point.bounds() if point is not None else None
            if bounds is not None:
                earliest, latest = bounds
            mention = DateMention(
                span=span_of(start, end),
                evidence=evidence,
                type=type_,  # type: ignore[arg-type]
                value=value,
                mod=expression.mod,
                anchor_id=ids.get(resolver.anchor) if resolver.anchor is not None else None,
                calendar=expression.calendar,  # type: ignore[arg-type]
                earliest=earliest,
                latest=latest,
                id=f"date:{start}-{end}",
            )
            mentions.append(mention)
            ids[expression] = mention.id
        return mentions


_DATELINE_WORDS: Final = 40


def _infer_published(expressions: list[Expression]) -> tuple[datetime.date | None, Expression | None]:
    """Give the day of a text and where it stands: a full date among its first words, else its latest full date."""
    best: tuple[datetime.date | None, Expression | None] = (None, None)
    for expression in expressions:
        if expression.kind != "date" or not expression.day or expression.year <= 0 or not expression.month:
            continue
        try:
            day = datetime.date(expression.year, expression.month, expression.day)
        except ValueError:
            continue
        if expression.first < _DATELINE_WORDS:
            return day, expression
        if best[0] is None or day > best[0]:
            best = (day, expression)
    return best
