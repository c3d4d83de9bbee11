"""Verifies what extractors and checks yield: spans are slices, ids unique, kinds declared, references resolved."""

from __future__ import annotations

import operator
from collections.abc import Iterable, Mapping, Set
from decimal import Decimal
from typing import Any, Final, get_args

import attrs

from afghanbrief.annotation import Certainty, Evidence
from afghanbrief.briefing import Finding, Severity
from afghanbrief.errors import ContractViolationError
from afghanbrief.extractor import Extractor
from afghanbrief.fields import References, decimals_of, fields_to_verify, references_of
from afghanbrief.kinds import Actor, ActorMention, DateMention, Quote, Role, Statistic
from afghanbrief.span import DocumentSpan, Span

_OWN: Final = "afghanbrief.extractors."
# There is one empty tuple.
_NOTHING: Final[tuple[()]] = ()
# What the references of the built-in kinds lead to.
REFERRED: Final[Mapping[tuple[type[Any], str], type[Any]]] = {
    (Actor, "mention_ids"): ActorMention,
    (Role, "of_id"): Actor,
    (Quote, "speaker_id"): Actor,
    (Statistic, "as_of_id"): DateMention,
    (Statistic, "source_id"): Actor,
    (Statistic, "restates_id"): Statistic,
    (DateMention, "anchor_id"): DateMention,
}
_SEVERITIES: Final = frozenset(get_args(Severity))
_COLLECTIONS: Final = (tuple, list, set, frozenset)


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
            cue, or piece) that is not its slice of the text, with a decimal that is no finite number, without evidence
            of its own, with an id twice.
    """
    by_kind: dict[type[Any], list[Any]] = {kind: [] for kind in extractor.provides}
    plans = {
        kind: (by_kind[kind], fields_to_verify(kind))  # type: ignore[arg-type]
        for kind in extractor.provides
    }
    seen: dict[str, Span] = {}
    name = extractor.name
    length = len(text)
    verified: object = by_kind
    for item in items:
        kind = type(item)
        plan = plans.get(kind)
        if plan is None:
            raise ContractViolationError(
                f"it yielded a {type(item).__name__}, which it does not declare in 'provides'", extractor=name
            )
        bucket, fields = plan
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
        # The document's own spans come by the thousand: their words are right if their offsets lie in it.
        if not (type(span) is DocumentSpan and span.source is text and 0 <= span.start < span.end <= length):
            _verify_span(name, text, span, identifier)
        for field in fields:
            value = getattr(item, field)
            if value is None or value is _NOTHING:
                continue
            if type(value) is DocumentSpan and value.source is text and 0 <= value.start < value.end <= length:
                continue
            _verify_value(name, text, value, identifier)
        first = seen.setdefault(identifier, span)
        if first is not span and first != span:
            raise ContractViolationError(f"it yielded the id {identifier!r} for two places", extractor=name)
        if identifier in taken and not identifier.startswith(f"{item.kind}:"):
            raise ContractViolationError(f"the id {identifier!r} is taken by another extractor", extractor=name)
        bucket.append(item)
    if not extractor.__module__.startswith(_OWN):
        # What type checkers see to in the library's own extractors.
        for kind, bucket in by_kind.items():
            _verify_types(name, kind, bucket)
    return by_kind


def _verify_types(extractor: str, kind: type[Any], items: Iterable[Any]) -> None:
    decimals = decimals_of(kind)  # type: ignore[arg-type]
    for item in items:
        owner, evidence = item.id, item.evidence
        if not isinstance(owner, str):
            raise ContractViolationError(f"it yielded the id {owner!r}, which is no str", extractor=extractor)
        for value, wanted in ((evidence.rule, str), (evidence.certainty, Certainty), (evidence.also, tuple)):
            if not isinstance(value, wanted):
                fault = f"the evidence of {owner!r} holds {value!r} where a {wanted.__name__} is wanted"
                raise ContractViolationError(fault, extractor=extractor)
        for field in decimals:
            value = getattr(item, field)
            if value is not None and not (isinstance(value, Decimal) and value.is_finite()):
                fault = f"{owner!r} holds {value!r} where a finite Decimal is wanted"
                raise ContractViolationError(fault, extractor=extractor)


def _verify_value(extractor: str, text: str, value: Any, owner: str) -> None:
    kind = type(value)
    if issubclass(kind, Span):
        _verify_span(extractor, text, value, owner)
    elif kind is Decimal:
        if not value.is_finite():
            raise ContractViolationError(
                f"{owner!r} holds {value!r} where a finite Decimal is wanted", extractor=extractor
            )
    elif issubclass(kind, _COLLECTIONS):
        for part in value:
            _verify_value(extractor, text, part, owner)
    elif issubclass(kind, Mapping):
        for part in value.values():
            _verify_value(extractor, text, part, owner)
    elif attrs.has(kind):
        for field in attrs.fields(kind):
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
        ContractViolationError: if it is no Finding, names another check, is of an unknown severity, holds what is no
            finite decimal, or refers to what is not there.
    """
    if not isinstance(finding, Finding) or finding.check != check:
        raise ContractViolationError(f"it yielded {type(finding).__name__}, not a Finding in its name", extractor=check)
    if finding.severity not in _SEVERITIES:
        raise ContractViolationError(f"a finding has the severity {finding.severity!r}", extractor=check)
    for number in (*finding.operands, finding.claimed, finding.expected):
        if number is not None and not (isinstance(number, Decimal) and number.is_finite()):
            raise ContractViolationError(
                f"a finding holds {number!r} where a finite Decimal is wanted", extractor=check
            )
    for annotation_id in finding.annotation_ids:
        if annotation_id not in ids:
            raise ContractViolationError(f"a finding refers to {annotation_id!r}, which is not there", extractor=check)
    return finding


def clear_dangling(
    found: Mapping[type[Any], tuple[Any, ...]], *, trusted: bool = False
) -> tuple[dict[type[Any], tuple[Any, ...]], Set[str]]:
    """Clear references to annotations that lost a conflict or are of another kind, also in values inside annotations.

    Arguments:
        found: the annotations by kind.
        trusted: whether the library's own extractors alone made the built-in kinds, whose references lead to the kind
            that they should.

    Returns:
        The annotations that stay, by kind, and their ids. Fields that end in ``_id`` become ``None``, those in ``_ids``
        lose what is gone; an annotation that cannot be without its reference goes with what it refers to. Of two of one
        id the first stays.
    """
    state = dict(found)
    ids = _ids_of(state)
    if len(ids) != sum(map(len, state.values())):
        _drop_doubled(state)
    while True:
        present = _Present(ids, {} if trusted else state)
        gone = 0
        for kind, items in state.items():
            where = references_of(kind) if items else None  # type: ignore[arg-type]
            if where and not _all_there(kind, items, where, present):
                left = [_without(item, present) for item in items]
                state[kind] = tuple([item for item in left if item is not None])
                gone += len(items) - len(state[kind])
        if not gone:
            return state, ids
        ids = _ids_of(state)


def _ids_of(state: Mapping[type[Any], tuple[Any, ...]]) -> set[str]:
    return {item.id for items in state.values() for item in items}


class _Present:
    """What references may lead to.

    Arguments:
        ids: the ids of all annotations.
        state: the annotations by kind, where it matters which kind a reference leads to.
    """

    __slots__ = ("_ids", "_of_kind")

    def __init__(self, ids: set[str], state: Mapping[type[Any], tuple[Any, ...]]) -> None:
        self._ids = ids
        self._of_kind = {kind: {item.id for item in state.get(kind, ())} for kind in REFERRED.values()} if state else {}

    def ids(self, cls: type[Any], field: str) -> set[str]:
        """Give the ids that a field of a class may hold."""
        wanted = REFERRED.get((cls, field))
        return self._ids if wanted is None else self._of_kind.get(wanted, self._ids)


def _drop_doubled(state: dict[type[Any], tuple[Any, ...]]) -> None:
    """Keep the first item of each id; those of one kind and place were settled before."""
    seen: set[str] = set()
    for kind, items in state.items():
        kept = []
        for item in items:
            if item.id not in seen:
                seen.add(item.id)
                kept.append(item)
        state[kind] = tuple(kept)


def _all_there(kind: type[Any], items: Iterable[Any], where: References, present: _Present) -> bool:
    """Tell whether no reference dangles, which is the rule; what is odd is looked at more closely by others."""
    own, inside = [(name, present.ids(kind, name)) for name in where.own], where.inside
    try:
        for item in items:
            for name, ids in own:
                reference = getattr(item, name)
                if reference is None or reference in ids:
                    continue
                if type(reference) is not tuple or not ids.issuperset(reference):
                    return False
            for name in inside:
                inner = getattr(item, name)
                if inner is not None and inner is not _NOTHING and _without(inner, present) is not inner:
                    return False
    except TypeError:
        return False
    return True


def _without(value: Any, present: _Present) -> Any:
    """Give a value without its references to what is not there, or ``None`` if it cannot be without them."""
    if isinstance(value, tuple):
        parts = [_without(part, present) for part in value]
        same = all(map(operator.is_, parts, value))
        return value if same else tuple([part for part in parts if part is not None])
    cls = type(value)
    where = references_of(cls)  # type: ignore[arg-type]
    changes: dict[str, Any] = {}
    for name in where.own:
        reference = getattr(value, name)
        if reference is None or reference is _NOTHING:
            continue
        ids = present.ids(cls, name)
        if isinstance(reference, (tuple, list)):
            there = tuple([one for one in reference if isinstance(one, str) and one in ids])
            if len(there) != len(reference):
                changes[name] = there
        elif not isinstance(reference, str) or reference not in ids:
            if name in where.needed:
                return None
            changes[name] = None
    for name in where.inside:
        inner = getattr(value, name)
        if inner is not None and inner is not _NOTHING:
            left = _without(inner, present)
            if left is not inner:
                changes[name] = left
    if not changes:
        return value
    try:
        return attrs.evolve(value, **changes)
    except (TypeError, ValueError):
        # A validator of the class asks for what is gone.
        return None
