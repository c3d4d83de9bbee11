"""Writes the golden briefings, once the diff that ``pytest tests/golden`` shows was read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from afghanbrief import Briefer, Document
from afghanbrief.reading import read_files, read_json_lines
from afghanbrief.serialize import to_dict

HERE = Path(__file__).parent
SEEDS = HERE.parent.parent / "seeds"
BRIEFINGS = HERE / "briefings"


def golden_documents() -> Iterator[Document]:
    """Give the seeds and the reports."""
    for item in read_files(sorted(map(str, SEEDS.glob("*.txt")))):
        assert isinstance(item, Document)
        yield item
    for record in read_json_lines([str(HERE / "reports" / "reports.jsonl")]):
        assert isinstance(record, dict)
        yield Document(record["text"], id=record["id"], title=record["title"], published=record["published"])


def golden_lines(briefer: Briefer, document: Document) -> list[str]:
    """Give the briefing as lines, one for each item; spans and ids, no text, no versions."""
    record = to_dict(briefer.brief(document), text=False)
    lines = [_line("document", record["document"])]
    lines += [_line("annotation", item) for item in record["annotations"]]
    for part in ("findings", "failures", "skipped"):
        lines += [_line(part, item) for item in record[part]]
    lines += [_line("producer", {"name": item["name"], "provides": item["provides"]}) for item in record["producers"]]
    return lines


def _line(part: str, values: dict[str, Any]) -> str:
    # What is empty or as usual says nothing to the person who reads the diff.
    shown = {key: _short(value) for key, value in values.items() if value not in (None, [], "explicit")}
    return json.dumps({"part": part, **shown}, ensure_ascii=False)


def _short(value: Any) -> Any:
    if isinstance(value, dict) and set(value) == {"start", "end", "text"}:
        return f"{value['start']}-{value['end']} {value['text']}"
    if isinstance(value, dict):
        return {key: _short(inner) for key, inner in value.items() if inner not in (None, [], "explicit")}
    return [_short(inner) for inner in value] if isinstance(value, list) else value


def main() -> None:
    """Write all golden briefings."""
    BRIEFINGS.mkdir(exist_ok=True)
    for old in BRIEFINGS.glob("*.jsonl"):
        old.unlink()
    briefer = Briefer(discover=False, strict=True)
    for document in golden_documents():
        lines = golden_lines(briefer, document)
        (BRIEFINGS / f"{document.id}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"{document.id}: {len(lines)} lines")


if __name__ == "__main__":
    main()
