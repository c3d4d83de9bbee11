"""Tells from the types of a class which of its fields may hold spans and which hold references to annotations."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from types import NoneType
from typing import Any, Final, Literal, get_args, get_origin, get_type_hints

import attrs

from afghanbrief.span import Span

_PLAIN: Final = (str, int, float, bytes, datetime.date, datetime.time, datetime.timedelta, NoneType, Enum)
_WITHOUT_REFERENCES: Final = (*_PLAIN, Decimal, Span)


@attrs.frozen
class References:
    """Where the references of a class stand.

    Attributes:
        own: names of its fields that hold ids: those that end in ``_id`` or ``_ids``.
        needed: those of them that may not be ``None``.
        inside: names of its fields whose values may have references of their own.
    """

    own: tuple[str, ...] = ()
    needed: frozenset[str] = frozenset()
    inside: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.own or self.inside)


@functools.cache
def decimals_of(kind: type[Any]) -> tuple[str, ...]:
    """Give the fields of a class that hold a decimal or nothing.

    Arguments:
        kind: the class.

    Returns:
        Their names.

    >>> from afghanbrief.kinds import Statistic
    >>> decimals_of(Statistic)
    ('value', 'upper')
    """
    hints = _hints(kind)  # type: ignore[arg-type]
    return tuple([field.name for field in attrs.fields(kind) if hints.get(field.name) in (Decimal, Decimal | None)])


@functools.cache
def fields_to_verify(kind: type[Any]) -> tuple[str, ...]:
    """Give the fields of an annotation class that may hold spans or further decimals, beside those that all have.

    Arguments:
        kind: the class. A field whose type cannot be resolved may hold anything.

    Returns:
        Their names.

    >>> from afghanbrief.kinds import DateMention, Quote
    >>> fields_to_verify(DateMention), fields_to_verify(Quote)
    ((), ('content', 'verbatim', 'cue', 'speaker', 'audience'))
    """
    hints = _hints(kind)  # type: ignore[arg-type]
    seen = ("span", "evidence", "id", *decimals_of(kind))  # type: ignore[arg-type]
    names = [field.name for field in attrs.fields(kind) if field.name not in seen]
    return tuple([name for name in names if _may_hold(hints.get(name, Any), _PLAIN, _is_anything)])


@functools.cache
def references_of(cls: type[Any]) -> References:
    """Tell where the references of a class stand; of a class that is none of attrs, nowhere.

    Arguments:
        cls: the class of an annotation, a finding, or a value inside one.

    Returns:
        Its fields with references, and those whose values may have some.

    >>> from afghanbrief.kinds import Actor, ActorMention
    >>> references_of(Actor).own, references_of(Actor).inside, bool(references_of(ActorMention))
    (('mention_ids',), ('roles',), False)
    """
    if not attrs.has(cls):
        return References()
    known = _hints(cls)
    hints = {field.name: known.get(field.name, Any) for field in attrs.fields(cls)}
    own = [name for name in hints if name.endswith(("_id", "_ids"))]
    others = [name for name in hints if name not in ("span", "evidence", *own)]
    return References(
        tuple(own),
        frozenset([name for name in own if not _may_be_none(hints[name])]),
        tuple([name for name in others if _may_hold(hints[name], _WITHOUT_REFERENCES, _has_references)]),
    )


@functools.cache
def _hints(cls: type[Any]) -> dict[str, Any]:
    try:
        return get_type_hints(cls)
    except Exception:
        # A name that is known to type checkers only, or is local to a function.
        return {}


def _may_be_none(hint: Any) -> bool:
    return hint is Any or NoneType in get_args(hint)


def _is_anything(_cls: type[Any]) -> bool:
    return True


def _has_references(cls: type[Any]) -> bool:
    return any(field.name.endswith(("_id", "_ids")) for field in attrs.fields(cls))


def _may_hold(
    hint: Any, plain: tuple[type[Any], ...], wanted: Callable[[type[Any]], bool], above: tuple[type[Any], ...] = ()
) -> bool:
    """Tell whether a value of a type may be, or have inside, something that is not plain and is wanted."""
    if get_origin(hint) is Literal or hint is Ellipsis:
        return False
    arguments = get_args(hint)
    if arguments:
        return any(_may_hold(argument, plain, wanted, above) for argument in arguments)
    if not isinstance(hint, type):
        return True
    if issubclass(hint, plain) or hint in above:
        return False
    if not attrs.has(hint) or wanted(hint):
        return True
    hints = _hints(hint)
    return any(_may_hold(hints.get(field.name, Any), plain, wanted, (*above, hint)) for field in attrs.fields(hint))
