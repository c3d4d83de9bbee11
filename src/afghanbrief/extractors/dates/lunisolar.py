"""Grammar of Afghan, Iranian and Islamic dates and feasts; nothing is found without a real cue."""

from __future__ import annotations

from afghanbrief.extractors.dates.expression import Expression
from afghanbrief.extractors.dates.scan import Scan


def afghan_date(scan: Scan, index: int) -> Expression | None:
    """Read a date of the Solar Hijri or Islamic calendar that begins at *index*."""
    return None


def feast(scan: Scan, index: int) -> Expression | None:
    """Read a feast that begins at *index*."""
    return None
