"""The built-in checks: each a module, offered by the same hook as a stranger's."""

from __future__ import annotations

from collections.abc import Iterable

from afghanbrief.hookspecs import Check, hookimpl


@hookimpl
def afghanbrief_checks() -> Iterable[Check]:
    """Give the built-in checks."""
    from afghanbrief.checks.arithmetic import ArithmeticCheck
    from afghanbrief.checks.attribution import AttributionCheck
    from afghanbrief.checks.publication import PublicationCheck
    from afghanbrief.checks.timeline import TimelineCheck
    from afghanbrief.checks.weekdays import WeekdayCheck

    return (ArithmeticCheck(), AttributionCheck(), PublicationCheck(), TimelineCheck(), WeekdayCheck())
