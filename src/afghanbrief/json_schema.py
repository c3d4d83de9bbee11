"""Generates the JSON Schema of a briefing from the classes."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from decimal import Decimal
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

import attrs

from afghanbrief.briefing import Failure, Finding, Producer, Skipped
from afghanbrief.serialize import BUILT_IN_KINDS, DECIMAL_PATTERN, SCHEMA
from afghanbrief.text.patterns import compile_pattern

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_STRING: Final = {"type": "string"}
_NO_NAME: Final = compile_pattern(r"[^\w.-]")


def make_schema(kinds: Iterable[type[Any]] = BUILT_IN_KINDS) -> dict[str, Any]:
    """Generate the JSON Schema (draft 2020-12) of a briefing.

    Arguments:
        kinds: the annotation classes that it knows; items of other kinds, whose names contain a dot, are allowed
            with any fields beside ``id``, ``span`` and ``evidence``.

    Returns:
        The schema as JSON values.

    >>> make_schema()["properties"]["schema"]
    {'const': 'afghanbrief/1'}
    """
    definitions = _Definitions()
    known = [_annotation(kind, definitions) for kind in kinds]
    foreign = {
        "type": "object",
        "properties": {
            "kind": {"type": "string", "pattern": "\\."},
            "id": _STRING,
            "span": {"$ref": "#/$defs/Span"},
            "evidence": {"$ref": "#/$defs/Evidence"},
        },
        "required": ["kind", "id", "span", "evidence"],
    }
    lists = {"findings": Finding, "failures": Failure, "skipped": Skipped, "producers": Producer}
    properties = {
        "schema": {"const": SCHEMA},
        "generator": _object({"name": _STRING, "version": _STRING}),
        "document": _document(),
        "annotations": {"type": "array", "items": {"anyOf": [*known, foreign]}},
        **{name: {"type": "array", "items": _type(cls, definitions)} for name, cls in lists.items()},
    }
    return {
        "$schema": _DIALECT,
        "title": "A briefing of afghanbrief",
        **_object(properties),
        "$defs": {name: definitions.made[name] for name in sorted(definitions.made)},
    }


class _Definitions:
    """The definitions of classes, each under a name of its own."""

    def __init__(self) -> None:
        self.made: dict[str, dict[str, Any]] = {}
        self._names: dict[type[Any], str] = {}

    def name_of(self, cls: type[Any]) -> str:
        """Give the name of a class; two classes of one name are told apart by their kinds or modules."""
        if cls not in self._names:
            taken = self._names.values()
            long = str(getattr(cls, "kind", f"{cls.__module__}.{cls.__qualname__}"))
            name = cls.__name__ if cls.__name__ not in taken else _NO_NAME.sub("_", long)
            while name in taken:
                name += "_"
            self._names[cls] = name
        return self._names[cls]


def _object(properties: dict[str, Any], required: list[str] | None = None) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties) if required is None else required,
        "additionalProperties": False,
    }


def _document() -> dict[str, Any]:
    optional = {"anyOf": [_STRING, {"type": "null"}]}
    properties = {
        "id": _STRING,
        "title": optional,
        "published": {"anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]},
        "publisher": optional,
        "url": optional,
        "language": _STRING,
        "length": {"type": "integer", "minimum": 0},
        "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "text": _STRING,
    }
    return _object(properties, [name for name in properties if name != "text"])


def _annotation(kind: type[Any], definitions: _Definitions) -> dict[str, Any]:
    reference = _type(kind, definitions)
    definition = definitions.made[definitions.name_of(kind)]
    if "kind" not in definition["properties"]:
        definition["properties"] = {"kind": {"const": kind.kind}, **definition["properties"]}
        definition["required"] = ["kind", *definition["required"]]
    return reference


def _type(hint: Any, definitions: _Definitions) -> dict[str, Any]:
    plain: dict[Any, dict[str, Any]] = {
        str: _STRING,
        int: {"type": "integer"},
        bool: {"type": "boolean"},
        NoneType: {"type": "null"},
        Decimal: {"type": "string", "pattern": DECIMAL_PATTERN},
        datetime.date: {"type": "string", "format": "date"},
    }
    if hint in plain:
        return plain[hint]
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return {"anyOf": [_type(argument, definitions) for argument in arguments]}
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple and arguments[-1] is Ellipsis:
        return {"type": "array", "items": _type(arguments[0], definitions)}
    if origin is tuple:
        items = [_type(argument, definitions) for argument in arguments]
        return {"type": "array", "prefixItems": items, "minItems": len(items), "maxItems": len(items)}
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"enum": [member.value for member in hint]}
    if attrs.has(hint):
        return _class(hint, definitions)
    raise TypeError(f"no JSON Schema for {hint!r}; kinds are made of str, int, bool, Decimal, date, Span and tuples")


def _class(cls: type[Any], definitions: _Definitions) -> dict[str, Any]:
    name = definitions.name_of(cls)
    if name not in definitions.made:
        definitions.made[name] = {}
        hints = get_type_hints(cls)
        described = {"description": (cls.__doc__ or "").strip().splitlines()[0]} if cls.__doc__ else {}
        properties = {
            field.name: _with_least(_type(hints[field.name], definitions), field)
            for field in attrs.fields(cls)
            if field.init
        }
        definitions.made[name] = {**described, **_object(properties)}
    return {"$ref": f"#/$defs/{name}"}


def _with_least(schema: dict[str, Any], field: attrs.Attribute[Any]) -> dict[str, Any]:
    """Take over how many parts a collection has at least, where ``attrs.validators.min_len`` says so."""
    least = getattr(field.validator, "min_length", None)
    return schema if least is None or schema.get("type") != "array" else {**schema, "minItems": least}
