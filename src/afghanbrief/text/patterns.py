"""The one place that compiles regular expressions, and that says which ones may run away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from afghanbrief.errors import PatternTimeoutError, SettingsError


def compile_pattern(source: str, *, ignore_case: bool = False, multiline: bool = False) -> re.Pattern[str]:
    """Compile a pattern in verbose-free syntax.

    Arguments:
        source: the pattern; nested unbounded repeats must be possessive or atomic (:func:`runaway_repeats`
            tells; the test suite asks it about every compiled pattern of the package).
        ignore_case: match letters in either case.
        multiline: let ``^`` and ``$`` match at line ends.

    Returns:
        The compiled pattern.
    """
    return re.compile(source, (re.IGNORECASE if ignore_case else 0) | (re.MULTILINE if multiline else 0))


def runaway_repeats(source: str) -> tuple[str, ...]:
    """Name the constructions of a pattern that can backtrack without end.

    Arguments:
        source: the pattern.

    Returns:
        One phrase for each unbounded, backtracking repeat whose body repeats without bound again; empty if safe.

    >>> runaway_repeats(r"(a+)+b")
    ('unbounded repeat inside an unbounded repeat',)
    >>> runaway_repeats(r"(?>a+)+b")
    ()
    """
    from re import _constants, _parser  # type: ignore[attr-defined]

    repeats = (_constants.MAX_REPEAT, _constants.MIN_REPEAT)
    found: list[str] = []

    def children(argument: Any) -> Iterator[Any]:
        if isinstance(argument, _parser.SubPattern):
            yield argument
        elif isinstance(argument, (tuple, list)):
            for part in argument:
                yield from children(part)

    def walk(pattern: Any, inside: bool) -> None:
        for operation, argument in pattern:
            unbounded = operation in repeats and argument[1] is _constants.MAXREPEAT
            if unbounded and inside:
                found.append("unbounded repeat inside an unbounded repeat")
            sealed = operation in (_constants.ATOMIC_GROUP, _constants.POSSESSIVE_REPEAT)
            for child in children(argument):
                walk(child, (inside or unbounded) and not sealed)

    walk(_parser.parse(source), False)
    return tuple(found)


class GuardedPattern:
    """A pattern with a time limit, for plugins whose patterns come from users.

    Arguments:
        source: a pattern in the syntax of the ``regex`` package.
        extractor: name of the extractor that asks, for the error message.
        seconds: time that one scan may take.

    Raises:
        SettingsError: if it is no pattern; the key is that of the extractor's settings.
        PatternTimeoutError: from :meth:`finditer`, when the time is up.

    >>> pattern = GuardedPattern(r"UN(?:AMA|SC)", extractor="newsroom.bodies")
    >>> [match.group() for match in pattern.finditer("UNAMA told the UNSC.")]
    ['UNAMA', 'UNSC']
    """

    __slots__ = ("_compiled", "extractor", "seconds", "source")

    def __init__(self, source: str, *, extractor: str, seconds: float = 1.0) -> None:
        import regex

        try:
            self._compiled = regex.compile(source)
        except regex.error as error:
            raise SettingsError(f"{source!r} is no pattern: {error}", key=f"extractors.{extractor}") from None
        self.source = source
        self.extractor = extractor
        self.seconds = seconds

    def finditer(self, text: str) -> Iterator[Any]:
        """Give the matches in *text*, as ``regex.Pattern.finditer`` does."""
        try:
            yield from self._compiled.finditer(text, timeout=self.seconds)
        except TimeoutError:
            raise PatternTimeoutError(extractor=self.extractor, pattern=self.source, seconds=self.seconds) from None
