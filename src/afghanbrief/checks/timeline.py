"""Checks figures against time: a date later than the report's own, and a death toll that shrinks."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar, Final

from afghanbrief.briefing import Finding
from afghanbrief.document import Document
from afghanbrief.extractor import Found
from afghanbrief.kinds import DateMention, Statistic
from afghanbrief.text.patterns import compile_pattern

# How far before a figure "toll" may stand: "the death toll in Kabul has now risen to 48".
_TOLL: Final = compile_pattern(
    r"\b(?<!of the )(?<!of that )(?<!of this )toll\b(?![^.;:!?\n]{0,48}\binclud)[^.;:!?\n]{0,48}$"
)
_RATE: Final = compile_pattern(r"\s*(?:[a-z]+ )?(?:a|an|each|every|per) (?:day|week|month|year)\b")
# "in Herat", "from Sunday's attack": what a toll is of.
_OF_WHAT: Final = compile_pattern(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|[Oo]f) (?:the )?([A-Z][a-z]+)")
_AS_OF: Final = compile_pattern(r"\bas (?:of|at)\s$")
# A figure for a time to come is a plan, a forecast or a target, and may well be later than the report.
_AHEAD: Final = compile_pattern(
    r"\b(?:will|would|shall|could|may|might|should|plans?|planned|expects?|expected|forecasts?|"
    r"projected|projects|projections?|targets?|goals?|aims?|intends?|due|until|by|next|estimates?|estimated|pledged|"
    r"promised|budget|scheduled|is to|are to|going to)\b"
)
# Words by which a report itself says that a figure was corrected, is another one, or is older.
_REVISED: Final = compile_pattern(
    r"\b(?:revis\w{1,5}|lower\w{0,3}|correct\w{0,4}|earlier|initial\w{0,2}|previous\w{0,2}|at first|first|down|fell|"
    r"had been|only|original\w{0,2}|preliminary|separate\w{0,2}|another|other|last (?:year|month|week)|compared|"
    r"against|than|former)\b"
)
_DEATHS: Final = frozenset(("person", "people", "killed", "dead", "death", "body", "civilian", "fatality", "toll", ""))
_WINDOW: Final = 64


class TimelineCheck:
    """Looks at figures whose date lies after the publication, and at death tolls that fall without a word on why."""

    name: ClassVar[str] = "timeline"
    requires: ClassVar[tuple[type[Any], ...]] = (Statistic, DateMention)
    uses: ClassVar[tuple[type[Any], ...]] = ()

    def check(self, document: Document, found: Found) -> Iterable[Finding]:
        """Yield a finding for each figure dated after the publication and for each toll that shrinks.

        Arguments:
            document: the document; without a publication date the first kind of finding is never made.
            found: its statistics and dates.
        """
        statistics = found.of(Statistic)
        if document.published is not None:
            later = {
                date.id: date
                for date in found.of(DateMention)
                if date.earliest is not None and date.earliest > document.published
            }
            if later:
                yield from _later_than_published(document, later, statistics, document.published)
        if len(statistics) > 1 and "toll" in document.folded:
            yield from _shrinking_tolls(document, statistics)


def _sentence(document: Document, statistic: Statistic) -> str:
    """Give the folded text of the figure's sentence, at most 400 characters before and after the figure."""
    sentence = document.sentences[document.sentence_index(statistic.span.start)]
    start, end = statistic.span.start, statistic.span.end
    return document.folded[max(sentence.start, start - 400) : min(sentence.end, end + 400)]


def _later_than_published(
    document: Document, later: Mapping[str, DateMention], statistics: Sequence[Statistic], published: datetime.date
) -> Iterable[Finding]:
    for statistic in statistics:
        date = later.get(statistic.as_of_id or "")
        if date is None or statistic.bound in ("<", "<="):
            continue
        # Only "as of" says that the figure was taken then; plans and offers are dated ahead all the time.
        if not _AS_OF.search(document.folded, max(0, date.span.start - 12), date.span.start):
            continue
        if _AHEAD.search(_sentence(document, statistic)):
            continue
        yield Finding(
            check="timeline",
            severity="warning",
            message=f'"{statistic.span.text}" is dated {date.value}, later than the report ({published.isoformat()})',
            annotation_ids=(statistic.id, date.id),
        )


def _shrinking_tolls(document: Document, statistics: Sequence[Statistic]) -> Iterable[Finding]:
    highest: Statistic | None = None
    for statistic in statistics:
        if not _is_toll(document, statistic):
            continue
        if highest is None or statistic.value >= highest.value:
            if not _REVISED.search(_sentence(document, statistic)):
                highest = statistic
            continue
        if statistic.source_id != highest.source_id or _REVISED.search(_sentence(document, statistic)):
            continue
        if statistic.as_of_id not in (None, highest.as_of_id) or _is_of_another(document, highest, statistic):
            continue
        yield Finding(
            check="timeline",
            severity="warning",
            message=(
                f"the death toll is {highest.value} first and {statistic.value} later, and nothing says why it fell"
            ),
            annotation_ids=(highest.id, statistic.id),
        )


def _is_of_another(document: Document, first: Statistic, second: Statistic) -> bool:
    """Tell whether a later toll names a place or a day that the first one does not name: it is of another event."""
    known, named = (_OF_WHAT.findall(_original(document, statistic)) for statistic in (first, second))
    return not set(named) <= set(known)


def _original(document: Document, statistic: Statistic) -> str:
    sentence = document.sentences[document.sentence_index(statistic.span.start)]
    start, end = statistic.span.start, statistic.span.end
    return document.normalized[max(sentence.start, start - 400) : min(sentence.end, end + 400)]


def _is_toll(document: Document, statistic: Statistic) -> bool:
    if statistic.unit != "count" or statistic.upper is not None or statistic.change != "level":
        return False
    if statistic.bound not in ("=", ">=", ">") or (statistic.counted_lemma or "") not in _DEATHS:
        return False
    start = statistic.span.start
    if _RATE.match(document.folded, statistic.span.end):
        return False
    return _TOLL.search(document.folded, max(0, start - _WINDOW), start) is not None
