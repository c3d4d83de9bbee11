"""JSON values that cannot be changed: mappings and tuples in place of dicts and lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


class FrozenMapping(Mapping[str, Any]):
    """A JSON object that cannot be changed. It keeps the order of its keys and equals any mapping of the same items.

    Arguments:
        table: the items; their values are frozen too.

    >>> table = FrozenMapping({"a": [1, {"b": None}]})
    >>> table["a"]
    (1, FrozenMapping({'b': None}))
    """

    __slots__ = ("_table",)

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._table = {key: freeze(value) for key, value in table.items()}

    def __getitem__(self, key: str) -> Any:
        return self._table[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._table)

    def __len__(self) -> int:
        return len(self._table)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Mapping):
            return NotImplemented
        return len(self) == len(other) and all(key in other and freeze(other[key]) == self[key] for key in self)

    def __hash__(self) -> int:
        return hash(frozenset(self._table.items()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._table!r})"

    def __reduce__(self) -> tuple[type[FrozenMapping], tuple[dict[str, Any]]]:
        return type(self), (self._table,)


def freeze(value: Any) -> Any:
    """Give a JSON value that cannot be changed.

    Arguments:
        value: what ``json.loads`` gives, or a frozen value.

    Returns:
        A :class:`FrozenMapping` for an object, a tuple for an array, all else as it is.
    """
    if isinstance(value, FrozenMapping):
        return value
    if isinstance(value, Mapping):
        return FrozenMapping(value)
    if isinstance(value, (list, tuple)):
        return tuple([freeze(part) for part in value])
    return value


def thaw(value: Any) -> Any:
    """Give a frozen JSON value as ``json.dumps`` wants it, in dicts and lists.

    >>> thaw(freeze({"a": [1, {"b": None}]}))
    {'a': [1, {'b': None}]}
    """
    if isinstance(value, Mapping):
        return {key: thaw(part) for key, part in value.items()}
    if isinstance(value, tuple):
        return [thaw(part) for part in value]
    return value
