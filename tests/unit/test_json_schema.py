"""The JSON Schema is made from the classes."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any, Literal

import attrs
import pytest
from afghanbrief_toys import Word

from afghanbrief import Evidence, Overlap, Span
from afghanbrief.json_schema import make_schema
from afghanbrief.serialize import BUILT_IN_KINDS


@attrs.frozen
class Wide:
    """Has every type that a kind may have.

    And a second paragraph.
    """

    kind = "toys.wide"
    overlap = Overlap.ALLOW

    span: Span
    evidence: Evidence
    id: str
    count: int
    flag: bool
    amount: Decimal | None
    day: datetime.date
    form: Literal["a", "b"]
    policy: Overlap
    pairs: tuple[tuple[str, int], ...]
    hidden: dict[str, Any] = attrs.field(init=False, factory=dict)


def test_types() -> None:
    schema = make_schema((Wide,))["$defs"]["Wide"]
    properties = schema["properties"]
    assert schema["description"] == "Has every type that a kind may have."
    assert next(iter(properties)) == "kind"
    assert properties["kind"] == {"const": "toys.wide"}
    assert properties["count"] == {"type": "integer"}
    assert properties["flag"] == {"type": "boolean"}
    assert properties["amount"]["anyOf"][1] == {"type": "null"}
    assert properties["day"] == {"type": "string", "format": "date"}
    assert properties["form"] == {"enum": ["a", "b"]}
    assert properties["policy"] == {"enum": ["forbid", "nest", "allow"]}
    assert properties["pairs"]["items"]["minItems"] == 2
    assert "hidden" not in properties
    assert set(schema["required"]) == set(properties)
    assert schema["additionalProperties"] is False


def test_a_kind_twice_is_described_once() -> None:
    assert make_schema((Word, Word))["$defs"]["Word"]["required"].count("kind") == 1


def test_classes_without_docstring() -> None:
    bare = attrs.make_class("Bare", {"span": attrs.field(type=Span)})
    bare.kind = "toys.bare"
    bare.__doc__ = None
    assert "description" not in make_schema((bare,))["$defs"]["Bare"]


@pytest.mark.parametrize("hint", [dict, list[str], set])
def test_other_types_are_refused(hint: Any) -> None:
    odd = attrs.make_class("Odd", {"span": attrs.field(type=hint)})
    odd.kind = "toys.odd"
    with pytest.raises(TypeError, match="no JSON Schema"):
        make_schema((odd,))


def test_every_built_in_kind_is_there() -> None:
    definitions = make_schema()["$defs"]
    assert {kind.__name__ for kind in BUILT_IN_KINDS} <= set(definitions)
    assert list(definitions) == sorted(definitions)


def test_classes_of_one_name_have_definitions_of_their_own() -> None:
    base = {"span": Span, "evidence": Evidence, "id": str}

    def make(name: str, kind: str | None, **fields: type) -> type[Any]:
        body = {"__annotations__": {**(base if kind else {}), **fields}, "overlap": Overlap.ALLOW}
        return attrs.frozen(type(name, (), {**body, **({"kind": kind} if kind else {})}))

    part = make("Span", None, depth=int)
    mine, other = make("Quote", "mine.quote", words=int, part=part), make("Quote", "mine quote", words=str)
    definitions = make_schema((*BUILT_IN_KINDS, mine, other, make("Quote", "mine/quote")))["$defs"]
    assert definitions["Quote"]["properties"]["kind"] == {"const": "quote"}
    assert definitions["mine.quote"]["properties"]["kind"] == {"const": "mine.quote"}
    assert definitions["mine.quote"]["properties"]["words"] == {"type": "integer"}
    assert definitions["mine_quote"]["properties"]["words"] == {"type": "string"}
    assert definitions["mine_quote_"]["properties"]["kind"] == {"const": "mine/quote"}
    assert set(definitions["Span"]["properties"]) == {"start", "end", "text"}
    reference = definitions["mine.quote"]["properties"]["part"]["$ref"].removeprefix("#/$defs/")
    assert definitions[reference]["properties"] == {"depth": {"type": "integer"}}
