"""Every exception class of the library, each carrying its data and naming the cure."""

from __future__ import annotations

from typing import Any


def _rebuild(cls: type[AfghanbriefError], args: tuple[Any, ...], state: dict[str, Any]) -> AfghanbriefError:
    error = cls.__new__(cls, *args)
    error.args = args
    error.__dict__.update(state)
    return error


class AfghanbriefError(Exception):
    """Root of all errors that this library raises on purpose."""

    def __reduce__(self) -> Any:
        return _rebuild, (type(self), self.args, dict(self.__dict__))


class InvalidDocumentError(AfghanbriefError, ValueError):
    """The input is no document: not a ``str``, not UTF-8, a broken JSON line, an unreadable date.

    Attributes:
        source: file or document identifier, if known.
        line: line number in the source, from 1, if known.
        document: the document's id, if known.
    """

    def __init__(
        self, message: str, *, source: str | None = None, line: int | None = None, document: str | None = None
    ) -> None:
        place = "".join([f"{source}: " if source else "", f"line {line}: " if line is not None else ""])
        super().__init__(place + message)
        self.source = source
        self.line = line
        self.document = document


class DocumentTooLargeError(AfghanbriefError):
    """The text is longer than ``Settings.limits.max_characters``.

    Attributes:
        length: length of the text in code points.
        limit: the limit in force.
    """

    def __init__(self, *, length: int, limit: int) -> None:
        super().__init__(
            f"the text has {length:,} characters, the limit is {limit:,}; "
            "split the text, or raise limits.max_characters in Settings"
        )
        self.length = length
        self.limit = limit


class SettingsError(AfghanbriefError, ValueError):
    """A setting is unknown or has a wrong value.

    Attributes:
        key: dotted path of the setting, such as ``"limits.max_characters"``; empty if none of them can be read.
    """

    def __init__(self, message: str, *, key: str) -> None:
        super().__init__(f"setting {key!r}: {message}" if key else message)
        self.key = key


class PluginError(AfghanbriefError):
    """Something is wrong with a plugin.

    Attributes:
        plugin: name of the plugin.
    """

    def __init__(self, message: str, *, plugin: str) -> None:
        super().__init__(f"plugin {plugin!r}: {message}")
        self.plugin = plugin


class PluginLoadError(PluginError):
    """A plugin could not be imported or registered; the built-ins go on without it."""


class PluginContractError(PluginError):
    """A plugin was loaded, but what it offers does not keep the contract of its hook."""


class DependencyCycleError(PluginError):
    """Extractors need each other in a ring.

    Attributes:
        ring: names of the extractors along the ring; the first one comes again at its end.
    """

    def __init__(self, ring: tuple[str, ...]) -> None:
        super().__init__(
            f"extractors need each other in a ring: {' -> '.join(ring)}; "
            "split a kind in two, or turn one 'requires' into no need at all",
            plugin=ring[0],
        )
        self.ring = ring


class ExtractionError(AfghanbriefError):
    """An extractor failed on a document.

    Attributes:
        extractor: name of the extractor.
    """

    def __init__(self, message: str, *, extractor: str) -> None:
        super().__init__(f"extractor {extractor!r}: {message}")
        self.extractor = extractor


class ContractViolationError(ExtractionError):
    """An extractor yielded something that its contract forbids: a false span, a doubled id, an undeclared kind."""


class UndeclaredNeedError(ExtractionError):
    """An extractor asked for a kind that it declared neither in ``requires`` nor in ``uses``.

    Attributes:
        kind: name of the kind.
    """

    def __init__(self, *, extractor: str, kind: str) -> None:
        super().__init__(
            f"it reads {kind!r} without declaring it; add the kind to 'requires' or 'uses'", extractor=extractor
        )
        self.kind = kind


class PatternTimeoutError(ExtractionError):
    """A guarded pattern ran longer than it may.

    Attributes:
        pattern: source of the pattern.
        seconds: the time that it had.
    """

    def __init__(self, *, extractor: str, pattern: str, seconds: float) -> None:
        super().__init__(
            f"pattern {pattern!r} ran for more than {seconds} s; bound its repeats or match over a smaller window",
            extractor=extractor,
        )
        self.pattern = pattern
        self.seconds = seconds


class SerializationError(AfghanbriefError, ValueError):
    """A briefing cannot be written or read."""


class UnsupportedSchemaError(SerializationError):
    """The JSON names a schema that this version does not read.

    Attributes:
        schema: what the JSON names.
    """

    def __init__(self, schema: object) -> None:
        super().__init__(f"schema {schema!r} is not known to this version; upgrade afghanbrief, or write the file anew")
        self.schema = schema


class CorruptBriefingError(SerializationError):
    """The JSON does not hold together: a span that is not its slice, an unknown reference, a missing field.

    Attributes:
        path: where, such as ``"annotations[3].span.text"``.
    """

    def __init__(self, path: str, message: str) -> None:
        super().__init__(f"{path}: {message}; read it from its source again, or run the briefing anew")
        self.path = path
