"""Do the report's own figures agree?"""

from __future__ import annotations

import pytest

from afghanbrief import brief

RELATIONS = [
    ("UNAMA counted 5,122 casualties (1,692 deaths and 3,430 injured).", "sum", True),
    ("UNAMA counted 5,122 casualties (1,692 deaths and 3,330 injured).", "sum", False),
    ("The bomb killed 21 and wounded 37, bringing the casualties to 68.", "sum", False),
    ("Some 1,120 families sleep in the open: 610 in Herat, 330 in Badghis and 180 in Ghor.", "sum", True),
    ("By July, 226 of the 407 districts (55.5%) were held.", "share-of-total", True),
    ("By July, 226 of the 407 districts (65.5%) were held.", "share-of-total", False),
    ("Fifty of the 250 seats, a quarter, are kept for women.", "share-of-total", False),
    ("Attacks rose 25 per cent, from 400 to 500.", "percent-change", True),
    ("Attacks fell by a half, from 400 to 240.", "percent-change", False),
    ("The force shrank by 2,000 to 18,000 from 20,000.", "difference", True),
    ("The gap narrowed by six points, from 31% to 26%.", "difference", False),
    ("The king reigned for 40 years, from 1933 to 1973.", "duration", True),
    ("The king reigned for 30 years, from 1933 to 1973.", "duration", False),
]


@pytest.mark.parametrize(("text", "relation", "holds"), RELATIONS)
def test_relations_that_the_wording_asserts(text: str, relation: str, holds: bool) -> None:
    findings = [finding for finding in brief(text).findings if finding.relation]
    assert [(finding.relation, finding.holds) for finding in findings] == [(relation, holds)]
    assert findings[0].severity == ("info" if holds else "warning")
    assert findings[0].annotation_ids


@pytest.mark.parametrize(
    "text",
    [
        "Officials counted 14 bodies, elders 19.",
        "There were 12 attacks in May and 30 in June. In July 50 men were killed.",
        "He bought 3 sheep, 4 goats and 2 cows for $300.",
        "About 40 percent of 300 men and 200 women voted.",
    ],
)
def test_figures_that_merely_stand_together_are_left_alone(text: str) -> None:
    assert [finding for finding in brief(text).findings if finding.relation] == []


def test_a_sentence_that_a_person_can_read() -> None:
    (finding,) = brief("By July, 226 of the 407 districts (55.5%) were held.").findings
    assert finding.message == "226 of 407 districts is 55.5%: agrees"


def test_totals_that_the_text_does_not_state_are_the_sum_of_the_parts() -> None:
    text = (
        "There were 229 districts, about 56.3 percent, under control. There were 59 districts, about 14.5 percent, "
        "under rebel control. The remaining 119 districts, about 29.2 percent, are contested."
    )
    findings = [finding for finding in brief(text).findings if finding.relation == "share-of-total"]
    assert [(int(finding.operands[1]), finding.holds) for finding in findings] == [(407, True)] * 3
