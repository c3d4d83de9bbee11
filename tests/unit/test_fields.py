"""What fields may hold is told from their types, not from the names of these."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, NewType

import attrs
import pytest

from afghanbrief import Actor, ActorMention, Finding, Quote, Role, Span, Statistic
from afghanbrief.fields import References, decimals_of, fields_to_verify, references_of

if TYPE_CHECKING:
    from collections import OrderedDict


@attrs.frozen
class Tree:
    """Holds its like."""

    trees: tuple[Tree, ...]
    forms: tuple[Literal["a", "b"], ...]
    days: tuple[datetime.date | None, ...]


Number = NewType("Number", int)


@attrs.frozen
class Named:
    """Has a type whose values may be anything, as far as one can see."""

    number: Number


@attrs.frozen
class Hidden:
    """Has a type that only type checkers know."""

    table: OrderedDict[str, Span]
    number: int


@attrs.frozen
class Box:
    """Holds what holds a reference."""

    roles: tuple[tuple[Role, ...], ...]
    tree: Tree
    anything: Any
    amount: Decimal
    plain: tuple
    own_id: str
    other_id: str | None
    any_id: Any


def test_references() -> None:
    assert references_of(Actor) == References(("mention_ids",), frozenset({"mention_ids"}), ("roles",))
    assert references_of(Role).own == ("of_id",)
    assert references_of(Finding).own == ("annotation_ids",)
    assert not references_of(ActorMention)
    assert not references_of(dict)
    assert references_of(Box) == References(
        ("own_id", "other_id", "any_id"), frozenset({"own_id"}), ("roles", "anything", "plain")
    )


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (Quote, ("content", "verbatim", "cue", "speaker", "audience")),
        (Statistic, ("counted", "whole")),
        (ActorMention, ()),
        (Tree, ("trees",)),
        (Named, ("number",)),
        (Hidden, ("table", "number")),
        (Box, ("roles", "tree", "anything", "plain", "any_id")),
    ],
)
def test_fields_to_verify(kind: type[Any], names: tuple[str, ...]) -> None:
    assert fields_to_verify(kind) == names


def test_decimals() -> None:
    assert decimals_of(Statistic) == ("value", "upper")
    assert decimals_of(Box) == ("amount",)
