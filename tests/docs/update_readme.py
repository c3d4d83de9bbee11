"""Writes the seed article's real summary into the README: ``python tests/docs/update_readme.py``."""

from __future__ import annotations

import io
import re
from pathlib import Path

from afghanbrief import Briefer
from afghanbrief.reading import read_files
from afghanbrief.writing import find_writer

ROOT = Path(__file__).parent.parent.parent
README = ROOT / "README.md"
SEED = ROOT / "seeds" / "taliban-talks-in-russia.txt"
BEGIN, END = "<!-- seed:begin (tests/docs/update_readme.py writes this) -->\n", "<!-- seed:end -->"
BLOCK = re.compile(f"(?<={re.escape(BEGIN)}).*?(?={re.escape(END)})", re.DOTALL)
# Whole sections where they are short; the first lines of the long ones.
SHOWN = {"ACTORS": 20, "QUOTES": 14, "FIGURES": 10, "DATES": 8, "FINDINGS": 8}


def summarise_seed() -> str:
    """Give what ``afghanbrief run`` prints for the seed, with built-in extractors only."""
    briefer = Briefer(discover=False)
    buffer = io.BytesIO()
    find_writer("text", briefer.host).write(briefer.stream(read_files([str(SEED)])), buffer)
    return buffer.getvalue().decode("utf-8")


def abridge(summary: str) -> str:
    """Keep the first lines of each section, and three dots where some are left out."""
    shown: list[str] = []
    for section in summary.rstrip("\n").split("\n\n"):
        lines = section.split("\n")
        limit = SHOWN.get(lines[0].split(" ")[0], 3) + 1
        # An item that is longer than a line goes on with a deeper indent; it is not cut in two.
        while limit < len(lines) and lines[limit].startswith("      "):
            limit += 1
        shown += [*lines[:limit], *(["  ..."] if len(lines) > limit else []), ""]
    return "\n".join(shown[:-1])


def render(readme: str) -> str:
    """Give the README with a current block."""
    block = f"```\n{abridge(summarise_seed())}\n```\n"
    return BLOCK.sub(lambda _: block, readme)


if __name__ == "__main__":
    README.write_text(render(README.read_text("utf-8")), "utf-8")
