"""Writes briefings as brat standoff: the text, and a line for each item, attribute, relation and note."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import Any, BinaryIO, ClassVar, Final

import attrs

from afghanbrief.briefing import Briefing
from afghanbrief.kinds import Actor
from afghanbrief.serialize import annotation_to_dict
from afghanbrief.writers.archive import write_archive
from afghanbrief.writers.brat.layout import (
    ATTRIBUTES,
    MENTION_OF,
    REFERENCES,
    SPANS,
    Fragments,
    covered_text,
    fragments_of,
    pieces_of,
    relation_to,
    type_name,
)
from afghanbrief.writers.characters import replace_surrogates

_CONFIGURATION: Final = ("annotation.conf", "visual.conf")


@attrs.frozen
class BratWriter:
    """Writes a ZIP of ``.txt`` and ``.ann`` files with brat's configuration: unpacked, a folder for the tool."""

    name: ClassVar[str] = "brat"
    suffix: ClassVar[str] = ".zip"

    def write(self, briefings: Iterable[Briefing], target: BinaryIO) -> None:
        """Write the briefings, two files each."""
        folder = files("afghanbrief.writers.brat") / "data"
        write_archive(
            ((briefing, _files(briefing)) for briefing in briefings),
            target,
            extra=[(name, (folder / name).read_bytes()) for name in _CONFIGURATION],
        )


def _files(briefing: Briefing) -> list[tuple[str, bytes]]:
    text = replace_surrogates(briefing.document.text)
    return [(".txt", text.encode("utf-8")), (".ann", replace_surrogates(to_brat(briefing)).encode("utf-8"))]


def to_brat(briefing: Briefing) -> str:
    """Turn a briefing's annotations into the content of an ``.ann`` file.

    Arguments:
        briefing: the briefing.

    Returns:
        Standoff lines. Offsets are code points. The words of a quote, or of an item over several lines, are a
        discontinuous annotation; what brat has no place for stands as JSON in the item's note.

    >>> from afghanbrief import Briefing, Document
    >>> to_brat(Briefing(document=Document("")))
    ''
    """
    return "".join(f"{line}\n" for line in _Lines(briefing).all())


class _Lines:
    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing
        self._text = briefing.document.text
        self._counts = {"T": 0, "A": 0, "R": 0, "#": 0}
        self._helpers: dict[tuple[str, Fragments], str] = {}

    def all(self) -> Iterator[str]:
        drawn = [(item, fragments_of(pieces_of(item))) for item in self._briefing.annotations]
        keys: dict[str, str] = {}
        for item, fragments in drawn:
            # Only a plugin can make an item of line ends alone; brat cannot draw it.
            if fragments:
                keys[item.id] = self._key("T")
                yield self._bound(keys[item.id], type_name(item), fragments)
                yield from self._about(item, keys[item.id])
        for item, fragments in drawn:
            if fragments:
                yield from self._relations(item, keys)

    def _key(self, letter: str) -> str:
        self._counts[letter] += 1
        return f"{letter}{self._counts[letter]}"

    def _bound(self, key: str, name: str, fragments: Fragments) -> str:
        places = ";".join(f"{start} {end}" for start, end in fragments)
        return f"{key}\t{name} {places}\t{covered_text(self._text, fragments)}"

    def _about(self, item: Any, key: str) -> Iterator[str]:
        for field, name in ATTRIBUTES.get(type(item), {}).items():
            yield f"{self._key('A')}\t{name} {key} {getattr(item, field)}"
        if item.evidence.certainty != "explicit":
            yield f"{self._key('A')}\tCertainty {key} {item.evidence.certainty}"
        note = json.dumps(annotation_to_dict(item), ensure_ascii=True)
        yield f"{self._key('#')}\tAnnotatorNotes {key}\t{note}"

    def _relations(self, item: Any, keys: dict[str, str]) -> Iterator[str]:
        own = keys[item.id]
        for field, name in SPANS.get(type(item), {}).items():
            span = getattr(item, field)
            fragments = fragments_of((span,)) if span is not None else ()
            if not fragments:
                continue
            helper = self._helpers.get((name, fragments))
            if helper is None:
                helper = self._helpers[name, fragments] = self._key("T")
                yield self._bound(helper, name, fragments)
            yield f"{self._key('R')}\t{relation_to(name)} Arg1:{own} Arg2:{helper}"
        for field, name in REFERENCES.get(type(item), {}).items():
            other = keys.get(getattr(item, field) or "")
            if other is not None:
                yield f"{self._key('R')}\t{name} Arg1:{own} Arg2:{other}"
        if type(item) is Actor:
            for mention in item.mention_ids:
                if mention in keys:
                    yield f"{self._key('R')}\t{MENTION_OF} Arg1:{keys[mention]} Arg2:{own}"
