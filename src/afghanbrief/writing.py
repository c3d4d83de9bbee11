"""Finds a writer by its format's name and writes briefings with it."""

from __future__ import annotations

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
        target: a path, or a binary file.
        host: whose writers; without it those of all installed plugins.

    Raises:
        SettingsError: if there is no such format.
    """
    writer = find_writer(name, host)
    with _opened(target) as stream:
        writer.write([briefings] if isinstance(briefings, Briefing) else briefings, stream)


@contextmanager
def _opened(target: str | Path | BinaryIO) -> Iterator[BinaryIO]:
    if isinstance(target, (str, Path)):
        with open(target, "wb") as stream:
            yield stream
    else:
        yield target
