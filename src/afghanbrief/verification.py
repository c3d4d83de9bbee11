"""Verifies what extractors and checks yield: spans are slices, ids unique, kinds declared, references resolved."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterable, Sequence, Set
from decimal import Decimal
from typing import Any

import attrs

from afghanbrief.annotation import Evidence
from afghanbrief.briefing import Finding
from afghanbrief.errors import ContractViolationError
from afghanbrief.extractor import Extractor
from afghanbrief.span import Span

# Fields of these types hold no spans; kinds that annotate with real types instead of strings are looked at in full.
_SCALARS = frozenset(
    {"str", "int", "bool", "str | None", "int | None", "Decimal", "Decimal | None", "datetime.date | None"}
    | {"tuple[str, ...]", "tuple[tuple[str, str], ...]", "Calendar", "TimexType", "QuoteStyle", "Bound", "Change"}
    | {"ActorType", "MentionType", "MentionForm"}
)
# There is one empty tuple.
_NOTHING: tuple[()] = ()
_PLAIN = (str, int, Decimal, datetime.date)


def verify_annotations(
    extractor: type[Extractor], text: str, items: Iterable[Any], taken: Set[str]
) -> dict[type[Any], list[Any]]:
    """Hold annotations against the contract.

    Arguments:
        extractor: the class that yielded them.
        text: the document's text.
        items: what it yielded.
        taken: ids of annotations that are there already.

    Returns:
        The annotations by kind.

    Raises:
        ContractViolationError: for the first one that breaks it: of a kind that is not declared, with a span (or
            cue, or piece) that is not its slice of the text, without evidence of its own, with an id twice.
    """
    by_kind: dict[type[Any], list[Any]] = {kind: [] for kind in extractor.provides}
    fields = {kind: _fields_with_spans(kind) for kind in extractor.provides}  # type: ignore[arg-type]
    seen: dict[str, Span] = {}
    name = extractor.name
    verified: object = by_kind
    for item in items:
        kind = type(item)
        bucket = by_kind.get(kind)
        if bucket is None:
            raise ContractViolationError(
                f"it yielded a {type(item).__name__}, which it does not declare in 'provides'", extractor=name
            )
        evidence = item.evidence
        identifier, span = item.id, item.span
        # Items that follow one another often share an evidence.
        if evidence is not verified:
            if not isinstance(evidence, Evidence) or evidence.extractor != name or not evidence.rule:
                raise ContractViolationError(
                    f"the evidence of {identifier!r} must be an Evidence that names this extractor and a rule",
                    extractor=name,
                )
            for cue in evidence.cues:
                _verify_span(name, text, cue, identifier)
            verified = evidence
        _verify_span(name, text, span, identifier)
        for field in fields[kind]:
            value = getattr(item, field)
            if value is not None and value is not _NOTHING:
                _verify_value(name, text, value, identifier)
        first = seen.setdefault(identifier, span)
        if first is not span and first != span:
            raise ContractViolationError(f"it yielded the id {identifier!r} for two places", extractor=name)
        if identifier in taken and not identifier.startswith(f"{item.kind}:"):
            raise ContractViolationError(f"the id {identifier!r} is taken by another extractor", extractor=name)
        bucket.append(item)
    return by_kind


@functools.cache
def _fields_with_spans(kind: type[Any]) -> tuple[str, ...]:
    return tuple(
        field.name
        for field in attrs.fields(kind)
        if field.name not in ("span", "evidence", "id") and field.type not in _SCALARS
    )


def _verify_value(extractor: str, text: str, value: Any, owner: str) -> None:
    if isinstance(value, Span):
        _verify_span(extractor, text, value, owner)
    elif type(value) is tuple:
        for part in value:
            _verify_value(extractor, text, part, owner)
    elif value is not None and not isinstance(value, _PLAIN) and attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            _verify_value(extractor, text, getattr(value, field.name), owner)


def _verify_span(extractor: str, text: str, span: Any, owner: str) -> None:
    if not isinstance(span, Span):
        raise ContractViolationError(f"{owner!r} holds {span!r} where a Span is wanted", extractor=extractor)
    if not span.cuts(text):
        actual = text[max(0, span.start) : max(0, min(span.end, span.start + 40))]
        raise ContractViolationError(
            f"{owner!r} has the span {span.start}..{span.end} with {span.text[:40]!r}, but the text has {actual!r} "
            "there; make spans with document.span(start, end)",
            extractor=extractor,
        )


def verify_finding(check: str, finding: Any, ids: Set[str]) -> Finding:
    """Hold a finding against the contract.

    Arguments:
        check: name of the check that yielded it.
        finding: what it yielded.
        ids: ids of all annotations.

    Returns:
        The finding.

    Raises:
        ContractViolationError: if it is no Finding, names another check, or refers to what is not there.
    """
    if not isinstance(finding, Finding) or finding.check != check:
        raise ContractViolationError(f"it yielded {type(finding).__name__}, not a Finding in its name", extractor=check)
    for annotation_id in finding.annotation_ids:
        if annotation_id not in ids:
            raise ContractViolationError(f"a finding refers to {annotation_id!r}, which is not there", extractor=check)
    return finding


@functools.cache
def _reference_fields(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in attrs.fields(kind) if field.name.endswith(("_id", "_ids")))


def clear_dangling(items: Sequence[Any], ids: set[str]) -> tuple[Any, ...]:
    """Clear references to annotations that lost a conflict.

    Arguments:
        items: annotations of one kind.
        ids: ids of all annotations that stayed.

    Returns:
        The annotations; fields that end in ``_id`` become ``None``, those in ``_ids`` lose what is gone.
    """
    if not items or not _reference_fields(type(items[0])):  # type: ignore[arg-type]
        return tuple(items)
    return tuple([_cleared(item, ids) for item in items])


def _cleared(item: Any, ids: set[str]) -> Any:
    changes: dict[str, Any] = {}
    for field in _reference_fields(type(item)):  # type: ignore[arg-type]
        value = getattr(item, field)
        if value is None or value in ids:
            continue
        if not isinstance(value, tuple):
            changes[field] = None
        elif not ids.issuperset(value):
            changes[field] = tuple([reference for reference in value if reference in ids])
    return attrs.evolve(item, **changes) if changes else item
