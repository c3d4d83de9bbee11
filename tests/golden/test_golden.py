"""What the library makes of the seed and of nineteen reports, item by item."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest

from afghanbrief import Briefer, Document

HERE = Path(__file__).parent
GOLDEN = runpy.run_path(str(HERE / "regenerate.py"), run_name="golden")
DOCUMENTS = list(GOLDEN["golden_documents"]())
BRIEFER = Briefer(discover=False)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.id)
def test_briefing(document: Document) -> None:
    path = GOLDEN["BRIEFINGS"] / f"{document.id}.jsonl"
    before = path.read_text("utf-8").splitlines()
    now = GOLDEN["golden_lines"](BRIEFER, document)
    lost = [f"- {line}" for line in before if line not in set(now)]
    gained = [f"+ {line}" for line in now if line not in set(before)]
    changes = sorted(lost + gained, key=lambda line: (_offset(line), line[0] == "+"))
    assert not changes, "\n".join(
        [f"{document.id} changed; read it, then run python tests/golden/regenerate.py", *changes]
    )
    assert now == before


def _offset(line: str) -> int:
    _, found, rest = line.partition('"span": "')
    return int(rest.partition("-")[0]) if found else -1


def test_nothing_golden_is_left_over() -> None:
    assert {path.stem for path in GOLDEN["BRIEFINGS"].glob("*.jsonl")} == {document.id for document in DOCUMENTS}


# ------------------------------------------------------------ the seed: what must be found, whatever else changes


@pytest.fixture(scope="module")
def seed() -> Any:
    return BRIEFER.brief(DOCUMENTS[0])


def test_seed_comes_first() -> None:
    assert DOCUMENTS[0].id == "taliban-talks-in-russia"
    assert DOCUMENTS[0].published is None


@pytest.mark.parametrize(
    ("name", "title"),
    [("Sergei Lavrov", "Foreign Minister"), ("Mike Pompeo", "Secretary of State"), ("Ashraf Ghani", "President")],
)
def test_seed_persons_have_their_roles(seed: Any, name: str, title: str) -> None:
    (actor,) = [actor for actor in seed.actors if actor.name == name]
    assert actor.type == "person"
    assert title.casefold() in {role.title.casefold() for role in actor.roles}


def test_seed_direct_quotes_have_their_speakers(seed: Any) -> None:
    speakers = [seed.speaker(quote) for quote in seed.quotes if quote.style == "direct"]
    assert [speaker and speaker.name for speaker in speakers] == ["Mike Pompeo", "Sergei Lavrov"]
    resumed = [quote for quote in seed.quotes if quote.style == "direct"][1]
    assert len(resumed.content) == 2


@pytest.mark.parametrize(("count", "share"), [("229", "56.3"), ("59", "14.5"), ("119", "29.2")])
def test_seed_districts(seed: Any, count: str, share: str) -> None:
    for value, unit in ((count, "count"), (share, "percent")):
        (statistic,) = [item for item in seed.statistics if str(item.value) == value and item.unit == unit]
        assert statistic.counted is not None
        assert "district" in statistic.counted.text
        assert seed.get(statistic.as_of_id).value == "2018-01-31"
        assert "SIGAR" in {seed.get(statistic.source_id).name, *seed.get(statistic.source_id).aliases}


def test_seed_shares_hold(seed: Any) -> None:
    held = [finding for finding in seed.findings if finding.relation == "share-of-total" and finding.holds]
    assert {str(finding.claimed) for finding in held} >= {"56.3", "14.5", "29.2"}


def test_seed_dates_stay_open_where_the_year_is_not_said(seed: Any) -> None:
    assert any(date.value.startswith("XXXX") for date in seed.dates)
    assert len(seed.dates) >= 15
