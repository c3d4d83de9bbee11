"""An inferred publication date is said to be one."""

from __future__ import annotations

from typing import Any

from afghanbrief import Briefer, Settings

TEXT = "KABUL, 4 September 2018 (Newsdesk) - Talks resumed on Monday. They will end tomorrow."
INFERRING = Briefer(Settings.from_dict({"extractors": {"dates": {"infer_published": True}}}), discover=False)


def _findings(briefer: Briefer, **known: Any) -> list[str]:
    return [f.message for f in briefer.brief(TEXT, **known).findings if f.check == "publication"]


def test_dates_that_rest_on_the_dateline_are_told() -> None:
    (message,) = _findings(INFERRING)
    assert message == (
        "the publication date is unknown; 2 relative dates rest on 2018-09-04, inferred from '4 September 2018'"
    )


def test_nothing_is_inferred_unless_it_is_asked_for() -> None:
    assert _findings(Briefer(discover=False)) == []


def test_a_known_publication_date_needs_no_word() -> None:
    assert _findings(INFERRING, published="2018-09-05") == []
