"""Writes briefings as JSON: one object a line, or one readable object."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO, ClassVar

import attrs

from afghanbrief.briefing import Briefing
from afghanbrief.serialize import to_json


@attrs.frozen
class JsonLinesWriter:
    """Writes one briefing a line.

    Attributes:
        text: whether the documents' texts go in.
    """

    name: ClassVar[str] = "jsonl"
    suffix: ClassVar[str] = ".jsonl"

    text: bool = False

    def write(self, briefings: Iterable[Briefing], target: BinaryIO) -> None:
        """Write each briefing as a line of UTF-8 JSON."""
        for briefing in briefings:
            target.write(to_json(briefing, text=self.text).encode("utf-8") + b"\n")


@attrs.frozen
class JsonWriter:
    """Writes each briefing as indented JSON with the document's text, so that it can be read back alone."""

    name: ClassVar[str] = "json"
    suffix: ClassVar[str] = ".json"

    def write(self, briefings: Iterable[Briefing], target: BinaryIO) -> None:
        """Write each briefing as an indented object of UTF-8 JSON."""
        for briefing in briefings:
            target.write(to_json(briefing, indent=2).encode("utf-8") + b"\n")
