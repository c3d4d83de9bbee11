from __future__ import annotations

import io

from afghanbrief import Briefing, Document
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
    assert "  56.30 percent [restates '229 districts']" in lines
    assert "  January 31, 2018: 2018-01-31 (START)" in lines
    assert "  + 229 of 407 districts is 56.3%: agrees" in lines
    assert "  broken: ValueError: it <failed>" in lines


def test_several_stand_apart_and_nothing_is_said_of_nothing() -> None:
    nothing = Briefing(document=Document(""))
    assert summary(nothing, nothing) == "(empty document)\npublication date unknown\n" * 1 + (
        "\n(empty document)\npublication date unknown\n"
    )
    assert summary(Briefing(document=Document("word " * 50))).startswith("word word")
