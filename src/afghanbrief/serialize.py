"""Briefings as JSON and back: one schema number, upgrades, corrupt input refused with its path."""

from __future__ import annotations

import datetime
import functools
import json
import math
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import attrs

from afghanbrief.annotation import Evidence, UnknownAnnotation
from afghanbrief.briefing import Briefing, Failure, Finding, Producer, Skipped
from afghanbrief.document import Document
from afghanbrief.errors import CorruptBriefingError, SerializationError, UnsupportedSchemaError
from afghanbrief.fields import references_of
from afghanbrief.frozen_json import thaw
from afghanbrief.kinds import Actor, ActorMention, DateMention, Quote, Statistic
from afghanbrief.span import Span
from afghanbrief.text.patterns import compile_pattern
from afghanbrief.verification import REFERRED

if TYPE_CHECKING:
    from cattrs import Converter

VERSION: Final = "0.1.0"
SCHEMA: Final = "afghanbrief/1"
BUILT_IN_KINDS: Final[tuple[type[Any], ...]] = (DateMention, ActorMention, Actor, Quote, Statistic)
# A finite number as Decimal writes it, in digits of ASCII; JSON Schema knows no class of digits that means these alone.
DECIMAL_PATTERN: Final = r"^-?[0-9]+(\.[0-9]+)?([Ee][+-]?[0-9]+)?$"
_IS_DECIMAL: Final = compile_pattern(DECIMAL_PATTERN)
# How a record of an older schema becomes one of the next; old numbers stay readable for ever.
_UPGRADES: Final[Mapping[str, Callable[[dict[str, Any]], dict[str, Any]]]] = {}


@functools.cache
def converter() -> Converter:
    """Give the cattrs converter of all values: Decimals as strings, dates in ISO 8601, unknown fields refused."""
    import cattrs

    made = cattrs.Converter(forbid_extra_keys=True, prefer_attrib_converters=False)
    made.register_unstructure_hook(Decimal, str)
    made.register_structure_hook(Decimal, _read_decimal)
    made.register_unstructure_hook(datetime.date, datetime.date.isoformat)
    made.register_structure_hook(datetime.date, lambda value, _: datetime.date.fromisoformat(value))
    # The hook of a class catches its subclasses too: enums of strings go by that for str, a bool needs its own.
    made.register_structure_hook(str, _read_str)
    made.register_structure_hook(int, _read_int)
    made.register_structure_hook(bool, _read_bool)
    return made


def _read_decimal(value: Any, _: Any) -> Decimal:
    if not isinstance(value, str):
        raise ValueError(f"a decimal is written as a string, not {value!r}")
    if _IS_DECIMAL.match(value) is None or value.endswith("\n"):
        raise ValueError(f"{value!r} is no decimal")
    return Decimal(value)


def _read_str(value: Any, cls: type[str]) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is no string")
    return value if cls is str else cls(value)


def _read_int(value: Any, cls: type[int]) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError(f"{value!r} is no integer")
    return value if cls is int else cls(value)


def _read_bool(value: Any, _: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"{value!r} is neither true nor false")
    return value


def place_of(annotation: Any) -> tuple[int, int, str, str]:
    """Give the key by which the annotations of a briefing are sorted: start, longest first, kind, id."""
    span = annotation.span
    return span.start, -span.end, getattr(annotation, "unknown_kind", annotation.kind), annotation.id


# ---------------------------------------------------------------- writing


def annotation_to_dict(annotation: Any) -> dict[str, Any]:
    """Turn one annotation into JSON values, keys in a fixed order."""
    if isinstance(annotation, UnknownAnnotation):
        return {
            "kind": annotation.unknown_kind,
            "id": annotation.id,
            "span": converter().unstructure(annotation.span, Span),
            "evidence": converter().unstructure(annotation.evidence),
            **thaw(annotation.fields),
        }
    values = converter().unstructure(annotation)
    return {
        "kind": annotation.kind,
        "id": values.pop("id"),
        "span": values.pop("span"),
        "evidence": values.pop("evidence"),
        **values,
    }


def to_dict(briefing: Briefing, *, text: bool = True) -> dict[str, Any]:
    """Turn a briefing into JSON values.

    Arguments:
        briefing: the briefing.
        text: whether the document's text goes in; without it the reader must supply it.

    Returns:
        A dict with ``schema``, ``generator``, ``document``, ``annotations``, ``findings``, ``failures``,
        ``skipped``, ``producers``.
    """
    unstructure = converter().unstructure
    document = briefing.document
    about = {
        "id": document.id,
        "title": document.title,
        "published": document.published.isoformat() if document.published else None,
        "publisher": document.publisher,
        "url": document.url,
        "language": document.language,
        "length": len(document.text),
        "sha256": _digest(document.text),
    }
    if text:
        about["text"] = document.text
    return {
        "schema": SCHEMA,
        "generator": {"name": "afghanbrief", "version": VERSION},
        "document": about,
        "annotations": [annotation_to_dict(annotation) for annotation in briefing.annotations],
        "findings": [unstructure(finding) for finding in briefing.findings],
        "failures": [unstructure(failure) for failure in briefing.failures],
        "skipped": [unstructure(skipped) for skipped in briefing.skipped],
        "producers": [unstructure(producer) for producer in briefing.producers],
    }


def to_json(briefing: Briefing, *, text: bool = True, indent: int | None = None) -> str:
    """Write a briefing as JSON.

    Arguments:
        briefing: the briefing.
        text: whether the document's text goes in.
        indent: spaces by level, or ``None`` for one line.

    Returns:
        The JSON; the same briefing always gives the same characters. Characters stand for themselves, but where
        the text holds lone surrogates, which UTF-8 cannot: then everything beyond ASCII is escaped.

    Raises:
        SerializationError: if an item of a plugin holds what JSON cannot.

    >>> from afghanbrief import brief, from_json, to_json
    >>> briefing = brief("Kabul denied it on 5 May 2018.")
    >>> from_json(to_json(briefing)) == briefing
    True
    """
    try:
        values = to_dict(briefing, text=text)
        written = json.dumps(values, ensure_ascii=False, indent=indent, allow_nan=False)
    except Exception as error:
        raise SerializationError(f"the briefing cannot be written as JSON: {_unwritable(briefing)}{error}") from None
    try:
        written.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(values, ensure_ascii=True, indent=indent, allow_nan=False)
    return written


def _unwritable(briefing: Briefing) -> str:
    for annotation in briefing.annotations:
        try:
            json.dumps(annotation_to_dict(annotation), allow_nan=False)
        except Exception:
            return f"{annotation.id!r}, a {type(annotation).__name__}: "
    return ""


def _digest(text: str) -> str:
    # It loads OpenSSL, a mebibyte that nobody needs before a briefing is written.
    import hashlib

    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


# ---------------------------------------------------------------- reading


def from_json(source: str | bytes, *, text: str | None = None, kinds: Iterable[type[Any]] = ()) -> Briefing:
    """Read a briefing from JSON and verify it.

    Arguments:
        source: what :func:`to_json` gave, or any JSON of a known schema.
        text: the document's text, where the JSON does not hold it.
        kinds: annotation classes beside the built-in ones (``Briefer.kinds``); items of other kinds become
            :class:`~afghanbrief.annotation.UnknownAnnotation` and are kept.

    Returns:
        The briefing.

    Raises:
        SerializationError: if it is no JSON.
        UnsupportedSchemaError: if the schema is unknown.
        CorruptBriefingError: if it does not hold together; the path says where.
    """
    try:
        record = json.loads(source, parse_constant=_refuse_number, parse_float=_read_float)
    except (ValueError, RecursionError, TypeError) as error:
        raise SerializationError(f"this is no JSON: {error}; write the briefing anew") from None
    return from_dict(record, text=text, kinds=kinds)


def _refuse_number(word: str) -> float:
    raise ValueError(f"{word} is no number of JSON")


def _read_float(word: str) -> float:
    number = float(word)
    # What is too large would be written back as no JSON.
    return number if math.isfinite(number) else _refuse_number(word)


def from_dict(record: Any, *, text: str | None = None, kinds: Iterable[type[Any]] = ()) -> Briefing:
    """Read a briefing from JSON values; see :func:`from_json`."""
    record = _upgraded(record)
    document = _read_document(_part(record, "document", dict), text)
    by_name = {kind.kind: kind for kind in (*BUILT_IN_KINDS, *kinds)}
    annotations: list[Any] = []
    by_id: dict[str, Any] = {}
    for index, values in enumerate(_part(record, "annotations", list)):
        path = f"annotations[{index}]"
        annotation = _read_annotation(values, by_name, path)
        if annotation.id in by_id:
            raise CorruptBriefingError(f"{path}.id", f"{annotation.id!r} is the id of an annotation before it")
        by_id[annotation.id] = annotation
        _verify_spans(annotation, document.text, path)
        if annotations and place_of(annotation) < place_of(annotations[-1]):
            raise CorruptBriefingError(path, "annotations are sorted by start, then longest first, then kind and id")
        annotations.append(annotation)
    for index, annotation in enumerate(annotations):
        _verify_references(annotation, by_id, f"annotations[{index}]")
    parts: dict[str, tuple[Any, ...]] = {}
    classes = {"findings": Finding, "failures": Failure, "skipped": Skipped, "producers": Producer}
    for name, cls in classes.items():
        rows = _part(record, name, list)
        parts[name] = tuple(_structure(cls, row, f"{name}[{index}]") for index, row in enumerate(rows))
    for index, finding in enumerate(parts["findings"]):
        _verify_references(finding, by_id, f"findings[{index}]")
    return Briefing(document=document, annotations=tuple(annotations), **parts)


def _upgraded(record: Any) -> dict[str, Any]:
    if not isinstance(record, dict):
        raise CorruptBriefingError("$", f"an object is wanted, not {type(record).__name__}")
    while record.get("schema") != SCHEMA:
        upgrade = _UPGRADES.get(record.get("schema", "")) if isinstance(record.get("schema"), str) else None
        if upgrade is None:
            raise UnsupportedSchemaError(record.get("schema"))
        record = upgrade(record)
    return dict(record)


def _part(record: Mapping[str, Any], name: str, kind: type[Any]) -> Any:
    value = record.get(name)
    if not isinstance(value, kind):
        raise CorruptBriefingError(name, f"a {kind.__name__} is wanted, not {type(value).__name__}")
    return value


def _read_document(about: dict[str, Any], text: str | None) -> Document:
    stored = about.get("text", text)
    if not isinstance(stored, str):
        raise CorruptBriefingError("document.text", "the JSON was written without it; give it as text=...")
    if text is not None and stored != text:
        raise CorruptBriefingError("document.text", "it is another one than the text that was given")
    if about.get("length") != len(stored):
        raise CorruptBriefingError("document.length", f"{about.get('length')!r}, but the text has {len(stored)}")
    if about.get("sha256") != _digest(stored):
        raise CorruptBriefingError("document.sha256", "it is not that of the text")
    known = {key: about.get(key) for key in ("id", "title", "publisher", "url", "language")}
    for key, value in known.items():
        if not isinstance(value, str) and (value is not None or key in ("id", "language")):
            raise CorruptBriefingError(f"document.{key}", f"a string is wanted, not {value!r}")
    try:
        return Document(stored, published=about.get("published"), **known)  # type: ignore[arg-type]
    except ValueError as error:
        raise CorruptBriefingError("document.published", str(error)) from None


def _read_annotation(values: Any, by_name: Mapping[str, type[Any]], path: str) -> Any:
    if not isinstance(values, dict) or not isinstance(values.get("kind"), str):
        raise CorruptBriefingError(f"{path}.kind", "an object with a kind is wanted")
    fields = {key: value for key, value in values.items() if key != "kind"}
    kind = by_name.get(values["kind"])
    if kind is not None:
        return _structure(kind, fields, path)
    if "." not in values["kind"]:
        raise CorruptBriefingError(
            f"{path}.kind", f"{values['kind']!r} is none of the library's, and others have a dot"
        )
    head = {key: fields.pop(key, None) for key in ("id", "span", "evidence")}
    return UnknownAnnotation(
        span=_structure(Span, head["span"], f"{path}.span"),
        evidence=_structure(Evidence, head["evidence"], f"{path}.evidence"),
        id=_structure(str, head["id"], f"{path}.id"),
        unknown_kind=values["kind"],
        fields=fields,
    )


def _structure(cls: type[Any], values: Any, path: str) -> Any:
    import cattrs

    try:
        return converter().structure(values, cls)
    except (cattrs.BaseValidationError, ValueError, TypeError, KeyError, AttributeError) as error:
        where, what = _innermost(error, path)
        raise CorruptBriefingError(where, what) from None


def _innermost(error: BaseException, path: str) -> tuple[str, str]:
    """Follow a cattrs error to its first leaf, and name the way to it."""
    import cattrs

    while isinstance(error, BaseExceptionGroup):
        inner = error.exceptions[0]
        for note in getattr(inner, "__notes__", ()):
            if isinstance(note, cattrs.AttributeValidationNote):
                path = f"{path}.{note.name}"
            elif isinstance(note, cattrs.IterableValidationNote):
                path = f"{path}[{note.index}]"
        error = inner
    if isinstance(error, KeyError):
        missing = f".{error.args[0]}"
        return path if path.endswith(missing) else path + missing, "it is missing"
    return path, " ".join(str(error).split()) or type(error).__name__


def _verify_spans(value: Any, text: str, path: str) -> None:
    if isinstance(value, Span):
        if not value.cuts(text):
            where = f"{value.start}..{value.end}"
            raise CorruptBriefingError(f"{path}.text", f"{value.text[:40]!r} does not stand at {where}")
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            _verify_spans(part, text, f"{path}[{index}]")
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            _verify_spans(getattr(value, field.name), text, f"{path}.{field.name}")


def _verify_references(value: Any, by_id: Mapping[str, Any], path: str) -> None:
    if isinstance(value, tuple):
        for index, part in enumerate(value):
            _verify_references(part, by_id, f"{path}[{index}]")
        return
    where = references_of(type(value))  # type: ignore[arg-type]
    for name in where.own:
        found = getattr(value, name)
        wanted = REFERRED.get((type(value), name), object)
        for reference in found if isinstance(found, tuple) else (found,):
            if reference is None:
                continue
            if reference not in by_id:
                raise CorruptBriefingError(f"{path}.{name}", f"nothing has the id {reference!r}")
            if not isinstance(by_id[reference], wanted):
                raise CorruptBriefingError(f"{path}.{name}", f"{reference!r} is of another kind than {wanted.__name__}")
    for name in where.inside:
        _verify_references(getattr(value, name), by_id, f"{path}.{name}")
