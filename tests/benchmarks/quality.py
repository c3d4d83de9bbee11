"""Compares what the library finds in corpora with their gold, and with what a base revision finds: gains and losses."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parent.parent.parent
KINDS = ("dates", "actors", "quotes", "statistics")
_ACTOR_TYPES = {"government": "GPE", "place": "GPE", "organisation": "ORG", "media": "ORG", "people": "GROUP"}
_ACTOR_TYPES |= {"armed_group": "GROUP"}
_GOLD_TYPES = {"LOC": "GPE", "PLACE": "GPE", "GOVERNMENT": "GPE", "ORGANISATION": "ORG", "MEDIA": "ORG"}
_GOLD_TYPES |= {"PEOPLE": "GROUP", "ARMED_GROUP": "GROUP"}


class Item(NamedTuple):
    """Something found, or in the gold: where it stands, and its value."""

    start: int
    end: int
    value: str


class Score(NamedTuple):
    """How many items are right, found and in the gold."""

    right: int
    found: int
    gold: int

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else 1.0

    def __str__(self) -> str:
        precision = self.right / self.found if self.found else 1.0
        recall = self.right / self.gold if self.gold else 1.0
        return f"P {precision:.3f}  R {recall:.3f}  F1 {self.f1:.3f}"


def corpus_files(corpora: Path) -> Iterator[tuple[Path, Sequence[str]]]:
    """Give the files of a folder of corpora, each with the kinds that its gold holds."""
    for folder in sorted(corpora.iterdir()):
        for path in sorted(folder.glob("*.jsonl")):
            gold = json.loads(path.open(encoding="utf-8").readline()).get("gold")
            if folder.name in KINDS and isinstance(gold, list) and gold and "start" in gold[0]:
                yield path, (folder.name,)
            elif isinstance(gold, dict):
                yield path, KINDS


def gold_items(record: Mapping[str, Any], kind: str) -> set[Item]:
    """Give the gold of one record."""
    gold = record["gold"]
    rows = gold[kind] if isinstance(gold, dict) else gold
    if isinstance(rows, dict):
        rows = rows["mentions"]
    items = set()
    for row in rows:
        if row.get("ignore"):
            continue
        pieces = row.get("pieces") or [row]
        for piece in pieces:
            start, end = (piece["start"], piece["end"]) if isinstance(piece, dict) else piece[:2]
            items.add(Item(start, end, _gold_value(row, kind, record["text"])))
    return items


def _gold_value(row: Mapping[str, Any], kind: str, text: str) -> str:
    if kind == "quotes":
        speaker = row.get("speaker")
        return text[speaker["start"] : speaker["end"]] if speaker else ""
    if kind == "actors":
        return _GOLD_TYPES.get(row["type"], row["type"])
    if kind == "statistics":
        value = row.get("value", row.get("lower"))
        return _number(value[0] if isinstance(value, list) else value)
    return str(row.get("value"))


def _number(value: Any) -> str:
    return f"{float(value):g}" if value is not None else ""


def found_items(record: Mapping[str, Any], kind: str) -> set[Item]:
    """Give what a briefing holds of a kind."""
    items = set()
    for row in record["annotations"]:
        span = row["span"]
        if kind == "dates" and row["kind"] == "date":
            items.add(Item(span["start"], span["end"], row["value"]))
        elif kind == "statistics" and row["kind"] == "statistic":
            items.add(Item(span["start"], span["end"], _number(row["value"])))
        elif kind == "actors" and row["kind"] == "actor-mention":
            items.add(Item(span["start"], span["end"], _ACTOR_TYPES.get(row["type"], row["type"].upper())))
        elif kind == "quotes" and row["kind"] == "quote":
            speaker = row["speaker"]["text"] if row["speaker"] else ""
            items |= {Item(piece["start"], piece["end"], speaker) for piece in row["content"]}
    return items


def run_library(tree: Path, path: Path) -> list[dict[str, Any]]:
    """Brief a file of records with the library of a source tree."""
    command = [
        sys.executable,
        "-m",
        "afghanbrief",
        "run",
        "--input",
        "jsonl",
        "--format",
        "jsonl",
        "-",
        "--no-progress",
    ]
    environment = {**os.environ, "PYTHONPATH": str(tree / "src"), "AFGHANBRIEF_PLUGINS": "none"}
    done = subprocess.run(command, stdin=path.open("rb"), capture_output=True, env=environment, check=False)
    if done.returncode > 1:
        raise SystemExit(done.stderr.decode())
    return [json.loads(line) for line in done.stdout.splitlines()]


def score(gold: Sequence[set[Item]], found: Sequence[set[Item]], *, by_value: bool) -> Score:
    """Score items by their span, or by span and value."""
    right = 0
    for wanted, had in zip(gold, found, strict=True):
        if by_value:
            right += len(wanted & had)
        else:
            right += len({item[:2] for item in wanted} & {item[:2] for item in had})
    return Score(right, sum(map(len, found)), sum(map(len, gold)))


@contextmanager
def worktree(revision: str) -> Iterator[Path]:
    """Check a revision out beside the tree, for as long as it is needed."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "base"
        git = ["git", "-C", str(ROOT), "worktree"]
        subprocess.run([*git, "add", "--detach", "--quiet", str(tree), revision], check=True)
        try:
            yield tree
        finally:
            subprocess.run([*git, "remove", "--force", str(tree)], check=True)


def report(corpora: Path, *, base: Path | None, show: int) -> Iterator[str]:
    """Give the lines of the report: scores by corpus and kind, then gains and losses against the base."""
    for path, kinds in corpus_files(corpora):
        records = [json.loads(line) for line in path.open(encoding="utf-8") if line.strip()]
        now = run_library(ROOT, path)
        before = run_library(base, path) if base else None
        for kind in kinds:
            yield from _report_kind(f"{path.parent.name}/{path.stem} {kind}", records, kind, now, before, show)


def _report_kind(
    name: str,
    records: Sequence[Mapping[str, Any]],
    kind: str,
    now: Sequence[Mapping[str, Any]],
    before: Sequence[Mapping[str, Any]] | None,
    show: int,
) -> Iterator[str]:
    gold = [gold_items(record, kind) for record in records]
    found = [found_items(record, kind) for record in now]
    old = None if before is None else [found_items(record, kind) for record in before]
    for by_value in (False, True):
        line = f"{name:38} {'span and value' if by_value else 'span':15} {score(gold, found, by_value=by_value)}"
        if old is not None:
            was = score(gold, old, by_value=by_value)
            line += f"   base F1 {was.f1:.3f}"
        yield line
    if old is not None:
        yield from _changes(records, gold, found, old, show)


def _changes(
    records: Sequence[Mapping[str, Any]],
    gold: Sequence[set[Item]],
    found: Sequence[set[Item]],
    old: Sequence[set[Item]],
    show: int,
) -> Iterator[str]:
    classes: dict[str, list[str]] = {"gained": [], "lost": [], "newly wrong": [], "no longer wrong": []}
    for record, wanted, had, was in zip(records, gold, found, old, strict=True):
        for name, items in (
            ("gained", (had - was) & wanted),
            ("lost", (was - had) & wanted),
            ("newly wrong", had - was - wanted),
            ("no longer wrong", was - had - wanted),
        ):
            classes[name] += [_shown(record, item) for item in sorted(items)]
    for name, lines in classes.items():
        if lines:
            yield f"  {name}: {len(lines)}"
            yield from (f"    {line}" for line in lines[:show])


def _shown(record: Mapping[str, Any], item: Item) -> str:
    text = " ".join(record["text"][item.start : item.end].split())
    return f"{record['id']} {item.start}-{item.end} {text[:80]!r} = {item.value[:60]}"
