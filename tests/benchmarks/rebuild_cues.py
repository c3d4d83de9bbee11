"""Counts, over a corpus of annotated quotations, how often each form of a cue in each frame is reported speech.

    python tests/benchmarks/rebuild_cues.py CORPUS.jsonl [--least 5] > cues.csv

CORPUS has one text a line: {"text", "gold": [{"start", "end", "act"}]}. The table (form, rule, found, right, speech)
is what the classes ``bare`` and ``weak`` of ``extractors/quotes/data/words.toml`` were made from: a form is *bare* if
its clauses without "that" are mostly reported speech, *weak* if most of what it introduces is not. Only counts come
out; no text does.
"""

from __future__ import annotations

import argparse
import collections
import csv
import json
import sys

from afghanbrief import Document
from afghanbrief.extractor import BuildContext, Found
from afghanbrief.extractors.quotes.extractor import QuotesExtractor

_EDGE = " \t\n.,;:\"'\u201c\u201d\u2018\u2019\u2014-"
_OVERLAP = 0.8


def _range(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def _overlap(left: tuple[int, int], right: tuple[int, int]) -> float:
    shared = min(left[1], right[1]) - max(left[0], right[0])
    return shared / (max(left[1], right[1]) - min(left[0], right[0])) if shared > 0 else 0.0


def count(path: str) -> dict[tuple[str, str], list[int]]:
    """Count found, right and speech by form and rule over a corpus file."""
    extractor, nothing = QuotesExtractor(BuildContext()), Found({})
    counts: dict[tuple[str, str], list[int]] = collections.defaultdict(lambda: [0, 0, 0])
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            text = record["text"]
            gold = [(_range(text, item["start"], item["end"]), item.get("act", "speech")) for item in record["gold"]]
            for quote in extractor.extract(Document(text), nothing):
                row = counts[(quote.cue.text.lower() if quote.cue else "", quote.evidence.rule)]
                for piece in quote.content:
                    here = _range(text, piece.start, piece.end)
                    acts = [act for there, act in gold if _overlap(here, there) >= _OVERLAP]
                    row[0] += 1
                    row[1] += bool(acts)
                    row[2] += "speech" in acts
    return counts


def main() -> None:
    """Write the table as CSV, the most frequent first."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus")
    parser.add_argument("--least", type=int, default=5, help="leave out rows found less often")
    arguments = parser.parse_args()
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(("form", "rule", "found", "right", "speech"))
    for (form, rule), row in sorted(count(arguments.corpus).items(), key=lambda item: (-item[1][0], item[0])):
        if row[0] >= arguments.least:
            table.writerow((form, rule, *row))


if __name__ == "__main__":
    main()
