"""Draws the dated events of a report on a line, to scale."""

from __future__ import annotations

import datetime
from html import escape
from typing import Final

import attrs

from afghanbrief.kinds import DateMention
from afghanbrief.writers.html.index import PageIndex
from afghanbrief.writers.wording import one_line, period_in_words

# The line is drawn as if it were so many pixels wide when labels are kept apart; narrower windows scroll it.
_WIDTH: Final = 900
_LETTER: Final = 6.6
_GAP: Final = 10
_MOST_LANES: Final = 12
_TICKS: Final = 9
# A part of the line gets a strip of its own when at least half of the dates lie in less than this share of it.
_CROWDED: Final = 0.2
_LABEL: Final = 30


@attrs.frozen
class _Bar:
    first: int
    last: int
    label: str
    numbers: tuple[int, ...]
    texts: tuple[str, ...]
    figures: int

    @property
    def middle(self) -> float:
        return (self.first + self.last) / 2


def draw_timeline(index: PageIndex) -> str:
    """Draw all dates and times whose first and last day are known.

    Arguments:
        index: the items of the page.

    Returns:
        HTML, empty if there are fewer than two different ones. A bar is as long as the period that the date may
        mean; where most dates crowd in a small part of the line, that part is drawn once more, enlarged.
    """
    bars = _bars(index)
    if len(bars) < 2:
        return ""
    published = index.briefing.document.published
    mark = published.toordinal() if published else None
    ends = [bar.first for bar in bars] + [bar.last + 1 for bar in bars] + ([mark] if mark else [])
    strips = [_strip(bars, min(ends), max(ends), mark)]
    crowd = _crowd(bars, min(ends), max(ends))
    if crowd:
        low, high = min(bar.first for bar in crowd), max(bar.last + 1 for bar in crowd)
        if mark and low - (high - low) < mark < high + (high - low):
            low, high = min(low, mark), max(high, mark + 1)
        title = escape(period_in_words(datetime.date.fromordinal(low), datetime.date.fromordinal(high - 1)))
        strips.append(f'<p class="zoom">{title}, enlarged</p>{_strip(crowd, low, high, mark)}')
    return "\n".join(strips)


def _bars(index: PageIndex) -> list[_Bar]:
    grouped: dict[tuple[int, int], list[tuple[int, DateMention]]] = {}
    for entry in index.of_group("date"):
        date = entry.item
        if date.type in ("DATE", "TIME") and date.earliest and date.latest and date.earliest <= date.latest:
            key = (date.earliest.toordinal(), date.latest.toordinal())
            grouped.setdefault(key, []).append((entry.number, date))
    bars = []
    for (first, last), members in sorted(grouped.items()):
        label = period_in_words(datetime.date.fromordinal(first), datetime.date.fromordinal(last))
        figures = sum(len(index.figures_of.get(date.id, ())) for _, date in members)
        numbers = tuple(number for number, _ in members)
        texts = tuple(dict.fromkeys(one_line(date.span.text) for _, date in members))
        bars.append(_Bar(first, last, label, numbers, texts, figures))
    return bars


def _crowd(bars: list[_Bar], low: int, high: int) -> list[_Bar]:
    """Find the narrowest stretch that holds at least half of the bars, and what else lies near it."""
    short = [bar for bar in bars if bar.last - bar.first < _CROWDED * (high - low)]
    need = max(3, (len(bars) + 1) // 2)
    if len(short) < need:
        return []
    width, start = min(
        (short[i + need - 1].last + 1 - short[i].first, short[i].first) for i in range(len(short) - need + 1)
    )
    if width >= _CROWDED * (high - low):
        return []
    end = start + width
    return [bar for bar in bars if start - width <= bar.first and bar.last < end + width]


def _strip(bars: list[_Bar], low: int, high: int, mark: int | None) -> str:
    scale = 100 / max(1, high - low)
    lanes: list[float] = []
    rows: list[str] = []
    for bar in bars:
        label = bar.label if len(bar.label) <= _LABEL else bar.label[: _LABEL - 1] + "\u2026"
        left, width = (bar.first - low) * scale, (bar.last + 1 - bar.first) * scale
        # Near the right edge the label stands before the bar.
        needed = (len(label) * _LETTER + _GAP) / _WIDTH * 100
        flipped = left + needed > 100 and left + width > needed
        begin, stop = (
            (left + width - max(needed, width), left + width) if flipped else (left, left + max(needed, width))
        )
        lane = next((i for i, taken in enumerate(lanes) if taken <= begin), None)
        if lane is None:
            if len(lanes) >= _MOST_LANES:
                lane = _MOST_LANES - 1
            else:
                lane = len(lanes)
                lanes.append(0.0)
        lanes[lane] = stop + _GAP / _WIDTH * 100
        said = " \u00b7 ".join(bar.texts[:4]) + (f" \u00b7 {bar.figures} figures" if bar.figures else "")
        place = f"right:{100 - left - width:.3f}%" if flipped else f"left:{left:.3f}%"
        rows.append(
            f'<a class="bar{" flip" if flipped else ""}" href="#e{bar.numbers[0]}" data-n="{bar.numbers[0]}" '
            f'title="{escape(said)}" style="{place};--w:{width / 100:.5f};--lane:{lane}">'
            f"<i></i><span>{escape(label)}</span></a>"
        )
    ticks = "".join(
        f'<span class="tick" style="left:{(day - low) * scale:.3f}%">{escape(label)}</span>'
        for day, label in _ticks(low, high)
    )
    marked = ""
    if mark is not None and low <= mark <= high:
        at = (mark - low) * scale
        late = " late" if at > 50 else ""
        marked = f'<span class="published{late}" style="left:{at:.3f}%"><b>published</b></span>'
    kind = "strip marked" if marked else "strip"
    return (
        f'<div class="scroll"><div class="{kind}" style="--lanes:{max(1, len(lanes))}">{marked}{"".join(rows)}'
        f'<div class="axis">{ticks}</div></div></div>'
    )


def _ticks(low: int, high: int) -> list[tuple[int, str]]:
    """Choose round years, months or days, no more than fit."""
    first, last = datetime.date.fromordinal(low), datetime.date.fromordinal(min(high, datetime.date.max.toordinal()))
    for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000):
        years = [year for year in range(-(-first.year // step) * step, last.year + 1, step) if year > 0]
        days = [datetime.date(year, 1, 1) for year in years]
        inside = [day for day in days if low <= day.toordinal() <= high]
        if len(inside) <= _TICKS and (high - low) > 900:
            return [(day.toordinal(), str(day.year)) for day in inside]
    for step in (1, 2, 3, 6):
        months = [(first.year * 12 + first.month - 1) + i for i in range((high - low) // 28 + 2)]
        days = [datetime.date(m // 12, m % 12 + 1, 1) for m in months if m % step == 0 and m // 12 <= 9999]
        inside = [day for day in days if low <= day.toordinal() <= high]
        if len(inside) <= _TICKS and (high - low) > 75:
            return [(day.toordinal(), f"{day.year:04d}-{day.month:02d}") for day in inside]
    for step in (1, 2, 7, 14, 28):
        if (high - low) / step <= _TICKS:
            return [(day, datetime.date.fromordinal(day).isoformat()) for day in range(low, high, step)]
    return []
