"""What built-ins and plugins are tested with: the contract suite, hostile texts, growth, Hypothesis strategies.

``afghanbrief.testing.strategies`` needs Hypothesis and is imported apart; the fixtures of
``afghanbrief.testing.pytest_plugin`` are there wherever pytest finds this library installed.
"""

from afghanbrief.testing.contract import check_extractor
from afghanbrief.testing.growth import GROWTH_LIMIT, measure_growth
from afghanbrief.testing.texts import HOSTILE_TEXTS, NEWS_TEXTS, REPEATED_UNITS

__all__ = ["GROWTH_LIMIT", "HOSTILE_TEXTS", "NEWS_TEXTS", "REPEATED_UNITS", "check_extractor", "measure_growth"]
