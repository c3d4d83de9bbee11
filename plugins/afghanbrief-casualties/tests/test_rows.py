"""The CSV writer: one row a toll, columns as conflict-event data sets have them."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

from afghanbrief_casualties.extractor import PLACE_KINDS
from afghanbrief_casualties.rows import COLUMNS, CasualtiesWriter

from afghanbrief import Briefing

Brief = Callable[..., Briefing]


def _rows(*briefings: Briefing) -> list[dict[str, str]]:
    target = io.BytesIO()
    CasualtiesWriter().write(briefings, target)
    return list(csv.DictReader(io.StringIO(target.getvalue().decode("utf-8"), newline="")))


def test_row_of_a_toll(brief: Brief) -> None:
    text = "At least 13 soldiers were killed by the Taliban in Sangin on 5 May 2018."
    briefing = brief(
        text,
        ["13 soldiers", ">="],
        mentions=[["Taliban", "armed_group"], ["Sangin", "place"]],
        dates=[["5 May 2018", "2018-05-05"]],
        id="report-1",
        published="2018-05-06",
    )
    (row,) = _rows(briefing)
    assert row["id"] == "report-1#casualties.toll:9-20"
    assert (row["low"], row["best"], row["high"]) == ("13", "13", "")
    assert (row["date_start"], row["date_end"], row["source_date"]) == ("2018-05-05", "2018-05-05", "2018-05-06")
    assert (row["side_a"], row["harm"], row["group"]) == ("Taliban", "killed", "soldiers")
    assert row["where_description"] == "Sangin"
    if PLACE_KINDS:
        assert (row["country"], row["adm_1"], row["adm_2"]) == ("AFG", "Helmand", "Sangin")


def test_header_alone_without_tolls(brief: Brief) -> None:
    target = io.BytesIO()
    CasualtiesWriter().write([brief("Nothing happened.")], target)
    assert target.getvalue() == (",".join(COLUMNS) + "\r\n").encode()


def test_formulas_stay_text(brief: Brief) -> None:
    briefing = brief("13 =soldiers were killed.", ["13 =soldiers", "=", "=soldiers"])
    assert _rows(briefing)[0]["victims"] == "'=soldiers"
