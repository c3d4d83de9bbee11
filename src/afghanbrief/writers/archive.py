"""Writes formats that hold one document a file: one briefing as the file, several as a ZIP of such files."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable
from itertools import chain
from typing import BinaryIO, Final

from afghanbrief.briefing import Briefing
from afghanbrief.text.patterns import compile_pattern

_UNSAFE: Final = compile_pattern(r"[^\w.-]++")
_LONGEST_NAME: Final = 80


def write_one_or_archive(
    briefings: Iterable[Briefing], target: BinaryIO, render: Callable[[Briefing], bytes], suffix: str
) -> None:
    """Write one briefing as it is, several as a ZIP.

    Arguments:
        briefings: one or several; none writes nothing.
        target: where to.
        render: makes the file of one briefing.
        suffix: ending of the files in the ZIP, with the dot.
    """
    rest = iter(briefings)
    first = next(rest, None)
    if first is None:
        return
    second = next(rest, None)
    if second is None:
        target.write(render(first))
    else:
        files = ((briefing, [(suffix, render(briefing))]) for briefing in chain((first, second), rest))
        write_archive(files, target)


def write_archive(
    files: Iterable[tuple[Briefing, list[tuple[str, bytes]]]],
    target: BinaryIO,
    *,
    extra: Iterable[tuple[str, bytes]] = (),
) -> None:
    """Write a ZIP whose bytes depend on its content alone.

    Arguments:
        files: for each briefing its files, as pairs of suffix and content; the names come from the document's id.
        target: where to; it need not be seekable.
        extra: further files, as pairs of name and content; they come first.
    """
    taken: set[str] = set()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in extra:
            archive.writestr(_entry(name), content)
        for number, (briefing, parts) in enumerate(files, 1):
            stem = file_stem(briefing.document.id, number, taken)
            for suffix, content in parts:
                archive.writestr(_entry(stem + suffix), content)


def file_stem(document_id: str, number: int, taken: set[str]) -> str:
    """Make a file's name from a document's id, unlike all others.

    Arguments:
        document_id: the id; what no file system likes in it becomes ``-``.
        number: the document's number, for those without an id and for names that come twice.
        taken: names that are taken, in lower case; the new one is added.

    Returns:
        The name without suffix.

    >>> file_stem("reports/2018 09", 1, set())
    'reports-2018-09'
    """
    stem = _UNSAFE.sub("-", document_id).strip(".-")[:_LONGEST_NAME] or f"document-{number}"
    if stem.lower() in taken:
        stem = f"{stem}-{number}"
    while stem.lower() in taken:
        stem += "x"
    taken.add(stem.lower())
    return stem


def _entry(name: str) -> zipfile.ZipInfo:
    # A fixed time and fixed rights: the same briefings give the same bytes.
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry
