"""The four hooks by which extractors, name lists, checks and writers come in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, BinaryIO, ClassVar, Final, Protocol

import pluggy

from afghanbrief.briefing import Briefing, Finding
from afghanbrief.document import Document
from afghanbrief.extractor import Extractor, Found
from afghanbrief.text.names import Gazetteer

PROJECT: Final = "afghanbrief"

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


class Check(Protocol):
    """The shape of a check: it reads what was found in a whole document and yields findings.

    Attributes:
        name: ``"arithmetic"``; third parties ``"distribution.word"``.
        requires: kinds without which it is skipped.
        uses: kinds that it reads where they exist.
    """

    name: ClassVar[str]
    requires: ClassVar[tuple[type[Any], ...]]
    uses: ClassVar[tuple[type[Any], ...]]

    def check(self, document: Document, found: Found) -> Iterable[Finding]:
        """Yield what is worth saying; pure."""
        ...


class Writer(Protocol):
    """The shape of a writer: it turns briefings into bytes of one format.

    Attributes:
        name: the format's name, as in ``afghanbrief run --format NAME``.
        suffix: usual ending of its files, with the dot.
    """

    name: ClassVar[str]
    suffix: ClassVar[str]

    def write(self, briefings: Iterable[Briefing], target: BinaryIO) -> None:
        """Write the briefings to *target*, one after another as they come."""
        ...


@hookspec
def afghanbrief_extractors() -> Iterable[type[Extractor]]:
    """Give the extractor classes of a plugin. Called once, when a Briefer is built."""
    return ()


@hookspec
def afghanbrief_gazetteers() -> Iterable[Gazetteer]:
    """Give the name lists of a plugin; a region pack can be gazetteers alone. Called once, when a Briefer is built."""
    return ()


@hookspec
def afghanbrief_checks() -> Iterable[Check]:
    """Give the checks of a plugin, ready to use. Called once, when a Briefer is built."""
    return ()


@hookspec
def afghanbrief_writers() -> Iterable[Writer]:
    """Give the writers of a plugin, ready to use. Called when a format is asked for."""
    return ()
