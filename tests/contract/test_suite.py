"""The contract suite finds what is wrong with an extractor, and lets good ones pass."""

from __future__ import annotations

import itertools
import time
from typing import Any

import attrs
import pytest
from afghanbrief_toys import Note, Notes, Plugin, Word, Words, make_extractor

from afghanbrief import Document, Evidence, Overlap, Settings, Span
from afghanbrief.testing import check_extractor, growth, measure_growth

COUNTER = itertools.count()


@attrs.define
class Loose:
    """A kind that can be changed."""

    kind = "toys.loose"
    overlap = Overlap.ALLOW
    span: Span
    evidence: Evidence
    id: str


@attrs.frozen
class Plain:
    """A kind with a field that JSON cannot hold."""

    kind = "toys.plain"
    overlap = Overlap.ALLOW
    span: Span
    evidence: Evidence
    id: str
    table: dict[str, int] = attrs.field(factory=dict)


@attrs.frozen
class Undotted(Plain):
    """A kind whose name has no dot."""

    kind = "plain"


@attrs.frozen
class Needy:
    """Settings without a default."""

    size: int


@attrs.define(slots=False)
class Changing:
    """Settings that can be changed."""

    size: int = 1


class Remembering(Words):
    """Counts what it was given."""

    name = "toys.remembering"

    def extract(self, document: Document, found: Any) -> Any:
        self.count = getattr(self, "count", 0) + 1
        yield Word(span=document.span(0, 1), evidence=Evidence(self.name, f"rule-{self.count}"))


class Drawing(Words):
    """No two of it are alike."""

    name = "toys.drawing"

    def __init__(self, context: Any) -> None:
        self.number = next(COUNTER)

    def extract(self, document: Document, found: Any) -> Any:
        if document.text:
            yield Word(span=document.span(0, 1), evidence=Evidence(self.name, f"rule-{self.number}"))


class Quadratic(Words):
    """Looks at every two characters."""

    name = "toys.quadratic"

    def extract(self, document: Document, found: Any) -> Any:
        for start in range(0, len(document.text), 40):
            document.text.count("zz", 0, start * 20)
            document.text[start:].encode("utf-8", "replace")
        return super().extract(document, found)


def check(extractor: type[Any], **more: Any) -> str:
    with pytest.raises(AssertionError) as caught:
        check_extractor(extractor, **{"growth": False, **more})
    return str(caught.value)


def test_good_ones_pass() -> None:
    check_extractor(Words, growth=False)
    check_extractor(Notes, growth=False, plugins=(Plugin(Words),))
    check_extractor(Notes, growth=False, plugins=("afghanbrief_toys",), settings=Settings(disable=("toys.count",)))


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"extractor_name": "nodot"}, "needs a dot"),
        ({"extractor_name": "toys.x", "provides": [Word]}, "must be a tuple"),
        ({"extractor_name": "toys.x", "provides": (Loose,)}, "is not frozen"),
        ({"extractor_name": "toys.x", "provides": (Plain,)}, "cannot be written as JSON"),
        ({"extractor_name": "toys.x", "provides": (Undotted,)}, "kind 'plain' needs a dot"),
        ({"extractor_name": "toys.x", "Settings": Needy}, "default for every field"),
        ({"extractor_name": "toys.x", "Settings": Changing}, "Settings are not frozen"),
        ({"extractor_name": "toys.x", "requires": (Note,)}, "give plugins="),
        ({"extractor_name": "toys.x", "extract": lambda document, found: ()}, "found nothing"),
        ({"extractor_name": "toys.x", "extract": lambda document, found: 1 / 0}, "ZeroDivisionError"),
        ({"extractor_name": "toys.x"}, "cannot be pickled"),
    ],
)
def test_faults_are_named(changes: dict[str, Any], told: str) -> None:
    assert told in check(make_extractor(**changes))


def test_rule_names() -> None:
    def loud(document: Document, found: Any) -> Any:
        if document.text:
            yield Word(span=document.span(0, 1), evidence=Evidence("toys.loud", "Loud Rule"))

    assert "'Loud Rule' is not kebab-case" in check(make_extractor("toys.loud", extract=loud))


def test_broken_construction() -> None:
    class Broken(Words):
        name = "toys.broken"

        def __init__(self, context: Any) -> None:
            raise OSError("no data")

    assert "no Briefer can be built with it" in check(Broken)


def test_state_between_calls_and_instances() -> None:
    assert "keep no state" in check(Remembering)
    told = check(Drawing)
    assert "another instance gives another result" in told
    assert "that was pickled gives another result" in told


def test_growth(monkeypatch: pytest.MonkeyPatch) -> None:
    from afghanbrief.testing import contract

    monkeypatch.setattr(contract, "REPEATED_UNITS", ("a ",))
    check_extractor(Words)
    assert "times as long" in check(Quadratic, growth=True)


def test_measures_processor_time_in_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    def quadratic(text: str) -> None:
        for start in range(0, len(text), 4):
            text[start:].encode()

    assert measure_growth(quadratic, "ab", characters=40_000, rounds=3) > 3.0
    assert measure_growth(str.encode, "ab") < growth.GROWTH_LIMIT
    monkeypatch.setattr(time, "process_time", iter([0.0, 1.0, 1.0, 9.0, 0.0, 1.0, 1.0, 9.0]).__next__)
    assert 7 < measure_growth(len, "ab", rounds=2) < 9


def test_strange_units_are_no_trouble() -> None:
    assert measure_growth(len, "x" * 100, characters=10) < 4
    import gc

    gc.disable()
    try:
        assert measure_growth(len, "x") < 4
        assert not gc.isenabled()
    finally:
        gc.enable()
