"""JSON values that cannot be changed compare, hash, travel and go back as they came."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from afghanbrief import Document, Evidence, UnknownAnnotation
from afghanbrief.frozen_json import FrozenMapping, freeze, thaw

VALUE: dict[str, Any] = {"b": [1, [None, {"x": "y"}], {}], "a": True}


def test_it_holds_what_it_was_given() -> None:
    frozen = freeze(VALUE)
    assert list(frozen) == ["b", "a"]
    assert len(frozen) == 2
    assert frozen["b"] == (1, (None, {"x": "y"}), {})
    assert repr(frozen).startswith("FrozenMapping({'b': (1, ")
    assert thaw(frozen) == VALUE
    assert freeze(frozen) is frozen


def test_it_cannot_be_changed() -> None:
    frozen = freeze(VALUE)
    with pytest.raises(TypeError):
        frozen["c"] = 1
    given = {"a": [1]}
    kept = freeze(given)
    given["a"].append(2)
    assert kept["a"] == (1,)


def test_it_equals_what_holds_the_same() -> None:
    frozen = freeze(VALUE)
    assert frozen == VALUE
    assert frozen == freeze(thaw(frozen))
    assert hash(frozen) == hash(freeze({"a": True, "b": VALUE["b"]}))
    assert frozen != {"b": VALUE["b"], "c": True}
    assert frozen != {"a": True}
    assert frozen != "b"
    copy = pickle.loads(pickle.dumps(frozen))
    assert copy == frozen
    assert isinstance(copy["b"][2], FrozenMapping)


def test_unknown_annotations_are_values() -> None:
    given = {"b": [1]}
    item = UnknownAnnotation(
        span=Document("a").span(0, 1), evidence=Evidence("x.y", "r"), id="i", unknown_kind="x.z", fields=given
    )
    given["b"].append(2)
    assert item.fields == {"b": [1]}
    assert len({item, pickle.loads(pickle.dumps(item))}) == 1
