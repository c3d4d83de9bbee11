from __future__ import annotations

import io

from afghanbrief import Briefing, from_json
from afghanbrief.writers.jsonl import JsonLinesWriter, JsonWriter


def test_a_line_for_each_briefing(briefing: Briefing) -> None:
    target = io.BytesIO()
    JsonLinesWriter(text=True).write([briefing, briefing], target)
    lines = target.getvalue().splitlines()
    assert [from_json(line) for line in lines] == [briefing, briefing]
    target = io.BytesIO()
    JsonLinesWriter().write([briefing], target)
    assert from_json(target.getvalue(), text=briefing.document.text) == briefing


def test_json_is_readable_and_whole(briefing: Briefing) -> None:
    target = io.BytesIO()
    JsonWriter().write([briefing], target)
    assert target.getvalue().startswith(b'{\n  "schema"')
    assert from_json(target.getvalue()) == briefing
