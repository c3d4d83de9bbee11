from __future__ import annotations

import io
from decimal import Decimal

from afghanbrief import Briefing, Document, Evidence, Span, Statistic, UnknownAnnotation
from afghanbrief.writers.summary import SummaryWriter


def summary(*briefings: Briefing) -> str:
    target = io.BytesIO()
    SummaryWriter().write(briefings, target)
    return target.getvalue().decode("utf-8")


def test_a_person_reads_who_said_what(briefing: Briefing) -> None:
    lines = summary(briefing).splitlines()
    assert lines[:2] == ["Talks", "The Wire, 2018-08-30"]
    assert "  Anar Solan (person, NOR): Defense Minister of Norania; also Solan [1x]" in lines
    assert "  Anar Solan [direct]: We hold 229 districts, ... That is 56.3 percent." in lines
    assert any(line.startswith("  Anar Solan ('He') [indirect, inferred]:") for line in lines)
    assert "  229, districts [as of 2018-01-31; source Anar Solan]" in lines
    assert "  56.30% [restates '229 districts']" in lines
    assert lines[lines.index("OTHER (1)") + 1].startswith("  ")
    assert "  January 31, 2018: 2018-01-31 (START)" in lines
    assert "  + 229 of 407 districts is 56.3%: agrees" in lines
    assert "  broken: ValueError: it <failed>" in lines


def test_several_stand_apart_and_nothing_is_said_of_nothing() -> None:
    nothing = Briefing(document=Document(""))
    assert summary(nothing, nothing) == "(empty document)\npublication date unknown\n" * 1 + (
        "\n(empty document)\npublication date unknown\n"
    )
    assert summary(Briefing(document=Document("word " * 50))).startswith("word word")


def test_terminals_are_told_nothing() -> None:
    text = "\x1b[2J\0\u202eEvil\x9b31m \ud800"
    (item,) = (
        UnknownAnnotation(
            span=Document(text).span(0, len(text)), evidence=Evidence("x.y", "r"), id="i", unknown_kind="x.z", fields={}
        ),
    )
    shown = summary(
        Briefing(document=Document(text, title="A\n\x1b]0;title\x07", publisher="B\x1b\nC"), annotations=(item,)),
        Briefing(document=Document(text)),
    )
    assert all(character == "\n" or character.isprintable() or character == "\ufffd" for character in shown)
    assert "  x.z: \ufffd[2J\ufffd\ufffdEvil\ufffd31m \ufffd\n" in shown
    assert shown.startswith("A \ufffd]0;title\ufffd\nB\ufffd C, publication date unknown\n")


def test_large_numbers_do_not_fill_the_page() -> None:
    figure = Statistic(span=Span(0, 1, "9"), evidence=Evidence("x.y", "r"), value=Decimal("1E+999999"))
    assert "  1E+999999\n" in summary(Briefing(document=Document("9"), annotations=(figure,)))
