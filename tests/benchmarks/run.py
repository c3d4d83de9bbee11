"""The project's own benchmark: ``python tests/benchmarks/run.py [--corpora DIR] [--base REVISION]``.

Without corpora it measures speed over the golden reports. With a folder of corpora (``dates``, ``actors``, ``quotes``,
``statistics``, ``briefing``: JSON Lines with ``text``, ``dct`` and ``gold``) it measures quality too, and with a base
revision what was gained and lost against it, item by item.
"""

from __future__ import annotations

import argparse
import json
import sys
from contextlib import nullcontext
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent.parent / "src")]

import quality  # noqa: E402
import speed  # noqa: E402


def main() -> int:
    """Measure, print, and give 1 if a budget is overrun."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path, metavar="DIR", help="folder of corpora with gold")
    parser.add_argument("--base", metavar="REVISION", help="revision to compare with (checked out beside the tree)")
    parser.add_argument("--show", type=int, default=20, metavar="N", help="how many changed items are shown of a class")
    parser.add_argument("--hostile", action="store_true", help="a megabyte of each repeated unit too (minutes)")
    parser.add_argument("--no-speed", action="store_true", help="quality only")
    options = parser.parse_args()
    if options.corpora:
        with quality.worktree(options.base) if options.base else nullcontext() as base:
            for line in quality.report(options.corpora, base=base, show=options.show):
                print(line, flush=True)
    overrun = False
    if not options.no_speed:
        for name, figure, budget in speed.report(_texts(options.corpora), hostile=options.hostile):
            overrun = overrun or figure > budget
            print(f"{name:45} {figure:9.2f}   budget {budget:g}{'   OVERRUN' if figure > budget else ''}", flush=True)
    return int(overrun)


def _texts(corpora: Path | None) -> list[str]:
    path = HERE.parent / "golden" / "reports" / "reports.jsonl"
    if corpora and (corpora / "briefing" / "dev.jsonl").is_file():
        path = corpora / "briefing" / "dev.jsonl"
    return [json.loads(line)["text"] for line in path.read_text("utf-8").splitlines()]


if __name__ == "__main__":
    sys.exit(main())
