"""Briefings as brat standoff, both ways: for correcting them by hand in the annotation tool."""

from __future__ import annotations

from afghanbrief.writers.brat.reader import from_brat
from afghanbrief.writers.brat.writer import BratWriter, to_brat

__all__ = ["BratWriter", "from_brat", "to_brat"]
