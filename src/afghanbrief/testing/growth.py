"""Measures how time grows with the text on repeated units, where quadratic time shows."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from typing import Any

# Twice the text may take 2.6 times as long: caches and the cost of larger lists account for the difference to 2.
GROWTH_LIMIT = 2.6
# Seconds of processor time that a poor result is measured for, at least: a busy neighbour takes the caches for longer
# than a few rounds of a millisecond last.
_PATIENCE = 3.0
_MOST_ROUNDS = 1000


def measure_growth(function: Callable[[str], Any], unit: str, *, characters: int = 50_000, rounds: int = 20) -> float:
    """Measure the processor time on a doubled text over that on the text.

    Noise only ever adds time, so the best of the rounds counts on either side. A poor result is measured again, since
    on a busy machine a few milliseconds are easily disturbed; time that really grows faster stays so.

    Arguments:
        function: what is measured; it takes a text.
        unit: what the texts repeat.
        characters: length of the shorter text, in code points.
        rounds: how often both are measured, unless that takes less than three seconds; it ends early once the growth
            is below 2.6.

    Returns:
        The growth: about 2.0 for linear time, 4.0 for quadratic time.

    >>> measure_growth(lambda text: text.count("a"), "ab") < 4
    True
    """
    count = max(1, characters // len(unit))
    short, long = unit * count, unit * (2 * count)
    small = large = growth = float("inf")
    spent = 0.0
    done = 0
    while done < rounds or (spent < _PATIENCE and done < _MOST_ROUNDS):
        done += 1
        for_short, for_long = _processor_time(function, short), _processor_time(function, long)
        small, large, spent = min(small, for_short), min(large, for_long), spent + for_short + for_long
        # A millisecond on both sides keeps the clock's grain and fixed costs out of tiny measurements.
        growth = (large + 0.001) / (small + 0.0005)
        if done > 1 and growth <= GROWTH_LIMIT:
            break
    return growth


def _processor_time(function: Callable[[str], Any], text: str) -> float:
    # A collection looks at all that the test run holds, not at what is measured.
    collecting = gc.isenabled()
    gc.disable()
    try:
        start = time.process_time()
        function(text)
        return time.process_time() - start
    finally:
        if collecting:
            gc.enable()
