"""Total, once more: the words that the rules look for, in any order, and reports that break off anywhere.

Rules look a word ahead and a word behind; what goes wrong there is an index behind the last word, or a loop that does
not go on. Prose hardly ever shows it, and text of arbitrary characters holds no word of any list.
"""

from __future__ import annotations

import json
import random
import re
import signal
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import pytest

from afghanbrief import Briefer

SOURCES = Path(__file__).parent.parent.parent / "src" / "afghanbrief"
GAPS = (
    *[" "] * 12,
    *(
        "-",
        "'",
        "\u2019",
        ". ",
        ", ",
        "; ",
        ": ",
        " \u2014 ",
        " (",
        ") ",
        "\n",
        "\n\n",
        '"',
        "\u201c",
        "\u201d",
        " $",
        "%",
    ),
    *("/", "1", "12,000 ", " 5 ", " 3.5", " \u2022 ", ", said ", " according to ", " told ", "'s ", "s' "),
)
ROUNDS, EACH, SECONDS = 8, 600, 120


@pytest.fixture(autouse=True)
def alarm() -> Iterator[None]:
    """End a loop that does not go on; where there are no alarms, the suite's own limit does."""

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise TimeoutError("a briefing did not end")

    if not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture(scope="module")
def briefer() -> Briefer:
    return Briefer(discover=False)


@pytest.fixture(scope="module")
def words() -> list[str]:
    files = sorted(SOURCES.glob("**/data/*.toml"))
    return sorted({word for file in files for word in re.findall(r"[A-Za-z]{1,14}", file.read_text("utf-8"))})


@pytest.fixture(scope="module")
def reports(root: Path) -> list[str]:
    lines = (root / "tests" / "golden" / "reports" / "reports.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines]


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_words_of_the_lists_in_any_order(briefer: Briefer, words: list[str], seed: int) -> None:
    choose = random.Random(seed)
    for _ in range(EACH):
        pieces: list[str] = []
        for _ in range(choose.randint(4, 50)):
            word = choose.choice(words)
            pieces += [word.title() if choose.random() < 0.4 else word, choose.choice(GAPS)]
        text = "".join(pieces)
        assert briefer.brief(text, published=choose.choice((None, "2018-08-30"))).failures == (), text


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_reports_that_break_off_and_are_torn(briefer: Briefer, reports: list[str], words: list[str], seed: int) -> None:
    choose = random.Random(seed)
    for _ in range(EACH):
        report = choose.choice(reports)
        start = choose.randrange(len(report))
        text = report[start : start + choose.randint(20, 300)]
        for _ in range(choose.randint(0, 6)):
            place = choose.randint(0, len(text))
            text = text[:place] + choose.choice(choose.choice((words, GAPS))) + text[place + choose.randint(0, 6) :]
        assert briefer.brief(text, published=choose.choice((None, "2018-08-30"))).failures == (), text
