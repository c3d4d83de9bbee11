"""Finds a writer by its format's name and writes briefings with it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from afghanbrief.briefing import Briefing
from afghanbrief.errors import SettingsError
from afghanbrief.hookspecs import Writer
from afghanbrief.plugins import PluginHost


def writers_by_name(host: PluginHost) -> dict[str, Writer]:
    """Give the writers of a host by the name of their format."""
    return {offer.value.name: offer.value for offer in host.writers()}


def find_writer(name: str, host: PluginHost | None = None) -> Writer:
    """Find a writer.

    Arguments:
        name: the format's name, such as ``"jsonl"``.
        host: whose writers; without it those of all installed plugins.

    Returns:
        The writer.

    Raises:
        SettingsError: if there is none of this name; the message lists those there are.
    """
    writers = writers_by_name(host or PluginHost())
    if name not in writers:
        raise SettingsError(f"no writer is called {name!r}; there are {', '.join(sorted(writers))}", key="format")
    return writers[name]


def write(
    briefings: Briefing | Iterable[Briefing],
    name: str,
    target: str | Path | BinaryIO,
    *,
    host: PluginHost | None = None,
) -> None:
    """Write briefings in a format.

    Arguments:
        briefings: one, or several.
        name: the format's name, such as ``"jsonl"``.
        target: a path, or a binary file. At a path the file is there when all of it is written, else what was before.
        host: whose writers; without it those of all installed plugins.

    Raises:
        SettingsError: if there is no such format.
    """
    writer = find_writer(name, host)
    with opened(target) as stream:
        writer.write([briefings] if isinstance(briefings, Briefing) else briefings, stream)


@contextmanager
def opened(target: str | Path | BinaryIO) -> Iterator[BinaryIO]:
    """Open what is written to. A file takes the place of an older one only when all of it is there.

    Arguments:
        target: a path, or a binary file, which is left open.

    Yields:
        A binary file.

    Raises:
        OSError: if it cannot be opened or put into its place.
    """
    if not isinstance(target, (str, Path)):
        yield target
        return
    if os.path.exists(target) and not os.path.isfile(target):
        # A device or a pipe.
        with open(target, "wb") as stream:
            yield stream
        return
    # A link goes on to lead where it does.
    path = Path(os.path.realpath(target))
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        file = open(part, "xb")  # noqa: SIM115
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(target)) from None
    try:
        with file as stream:
            yield stream
        if path.exists():
            shutil.copymode(path, part)
        os.replace(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
