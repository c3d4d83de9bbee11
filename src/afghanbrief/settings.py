"""Settings of a Briefer, from a dict or TOML; an unknown key is an error with its dotted path."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs

from afghanbrief.errors import SettingsError


def _limit(_instance: object, attribute: attrs.Attribute[Any], value: Any) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise SettingsError(f"a whole number from 0 is wanted, not {value!r}", key=f"limits.{attribute.name}")


def _tuple(value: Any) -> Any:
    # A str is left for the validator to refuse, which knows whose it is.
    return value if isinstance(value, str) else tuple(value)


def _names(_instance: object, attribute: attrs.Attribute[Any], value: Any) -> None:
    if isinstance(value, str) or not all(isinstance(name, str) for name in value):
        raise SettingsError(f"a list of strings is wanted, not {value!r}", key=attribute.name)


@attrs.frozen(kw_only=True)
class Limits:
    """Limits of what is taken in.

    Attributes:
        max_characters: longest text, in code points.
        max_annotations: most items that one extractor may yield for one document.
    """

    max_characters: int = attrs.field(default=2_000_000, validator=_limit)
    max_annotations: int = attrs.field(default=1_000_000, validator=_limit)


@attrs.frozen(kw_only=True)
class Settings:
    """How a Briefer is built.

    Attributes:
        disable: names of extractors and checks that are not to run.
        plugins: dotted names of modules to register as plugins, beside the installed ones.
        limits: limits of what is taken in.
        extractors: tables of settings by extractor name; each extractor's ``Settings`` class reads its own.

    >>> Settings.from_dict({"limits": {"max_characters": 1000}}).limits.max_characters
    1000
    """

    disable: tuple[str, ...] = attrs.field(default=(), converter=_tuple, validator=_names)
    plugins: tuple[str, ...] = attrs.field(default=(), converter=_tuple, validator=_names)
    limits: Limits = Limits()
    extractors: Mapping[str, Mapping[str, Any]] = attrs.field(factory=dict)

    @classmethod
    def from_dict(cls, table: Mapping[str, Any]) -> Settings:
        """Read settings from nested mappings.

        Arguments:
            table: keys ``disable``, ``plugins``, ``limits`` and ``extractors``.

        Raises:
            SettingsError: if a key is unknown or a value has a wrong type; it carries the dotted path.
        """
        settings: Settings = read_table(cls, table)
        for name, inner in settings.extractors.items():
            if not isinstance(inner, Mapping):
                raise SettingsError("this is no table", key=f"extractors.{name}")
        return settings

    @classmethod
    def from_toml(cls, source: str | Path) -> Settings:
        """Read settings from a TOML file (a ``Path``) or from TOML text (a ``str``).

        Raises:
            SettingsError: if it is no TOML or not UTF-8, a key is unknown or a value has a wrong type.
        """
        import tomllib

        place = f"{source}: " if isinstance(source, Path) else ""
        try:
            # Editors of Windows begin a file with a mark of its encoding.
            text = source.read_text(encoding="utf-8-sig") if isinstance(source, Path) else source
            table = tomllib.loads(text)
        except UnicodeDecodeError as error:
            fault = f"{place}this is not UTF-8: {error.reason} at byte {error.start}; convert it first"
            raise SettingsError(fault, key="") from None
        except tomllib.TOMLDecodeError as error:
            raise SettingsError(f"{place}this is no TOML: {error}", key="") from None
        return cls.from_dict(table)


def read_table(cls: type[Any], table: Mapping[str, Any], path: str = "") -> Any:
    """Make an instance of an attrs class of settings from a mapping.

    Arguments:
        cls: the attrs class; nested attrs classes are read from nested mappings.
        table: the values by field name.
        path: dotted path of the table, for messages.

    Returns:
        The instance.

    Raises:
        SettingsError: if a key is unknown or a value has a wrong type.
    """
    if not isinstance(table, Mapping):
        raise SettingsError("this is no table", key=path)
    hints = get_type_hints(cls)
    known = {field.name: hints[field.name] for field in attrs.fields(cls) if field.init}
    values: dict[str, Any] = {}
    for key, value in table.items():
        dotted = f"{path}.{key}" if path else str(key)
        if key not in known:
            from difflib import get_close_matches

            near = get_close_matches(str(key), known, n=1)
            cure = f"did you mean {near[0]!r}?" if near else f"known here: {', '.join(sorted(known)) or 'nothing'}"
            raise SettingsError(f"it is unknown; {cure}", key=dotted)
        values[key] = _read_value(known[key], value, dotted)
    try:
        return cls(**values)
    except SettingsError:
        raise
    except (TypeError, ValueError) as error:
        raise SettingsError(str(error), key=path) from error


def _read_value(hint: Any, value: Any, path: str) -> Any:
    origin = get_origin(hint)
    if attrs.has(hint):
        return value if isinstance(value, hint) else read_table(hint, value, path)
    if origin in (Union, UnionType):
        if value is None and type(None) in get_args(hint):
            return None
        return _read_value(next(part for part in get_args(hint) if part is not type(None)), value, path)
    if hint is Any:
        return value
    if origin is Literal:
        if value not in get_args(hint):
            raise SettingsError(f"one of {list(get_args(hint))} is wanted, not {value!r}", key=path)
        return value
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        # TOML writes 1 where 1.0 is meant.
        return float(value)
    if origin is tuple:
        if isinstance(value, str) or not isinstance(value, (list, tuple)):
            raise SettingsError(f"a list is wanted, not {value!r}", key=path)
        return tuple(_read_value(get_args(hint)[0], part, f"{path}[{i}]") for i, part in enumerate(value))
    wanted = Mapping if origin is not None and issubclass(origin, Mapping) else hint
    if isinstance(wanted, type) and (not isinstance(value, wanted) or (isinstance(value, bool) and wanted is int)):
        raise SettingsError(f"a value of type {wanted.__name__} is wanted, not {value!r}", key=path)
    return value
