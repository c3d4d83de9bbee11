from __future__ import annotations

import io
import xml.etree.ElementTree as ElementTree
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from afghanbrief import Briefing, DateMention, Document, Evidence
from afghanbrief.writers.timeml import TimemlWriter, to_timeml


def test_dates_are_tagged_and_the_text_is_unchanged(briefing: Briefing) -> None:
    root = ElementTree.fromstring(to_timeml(briefing))
    text = root.find("TEXT")
    assert text is not None
    assert "".join(text.itertext()) == briefing.document.text
    assert [(tag.text, dict(tag.attrib)) for tag in text] == [
        ("Monday", {"tid": "t1", "type": "DATE", "value": "2018-08-27", "temporalFunction": "false"}),
        (
            "January 31, 2018",
            {
                "tid": "t2",
                "type": "DATE",
                "value": "2018-01-31",
                "mod": "START",
                "temporalFunction": "true",
                "anchorTimeID": "t1",
            },
        ),
    ]
    [created] = root.findall("DCT/TIMEX3")
    assert (created.get("value"), created.get("functionInDocument")) == ("2018-08-30", "CREATION_TIME")
    assert root.findtext("DOCID") == "d/1"
    assert root.findtext("TITLE") == "Talks"


@given(st.text(max_size=40))
def test_any_text_gives_xml_of_the_same_length(text: str) -> None:
    found = ElementTree.fromstring(to_timeml(Briefing(document=Document(text)))).findtext("TEXT")
    assert found is not None
    assert len(found) == len(text)
    assert all(left == right or right == "\ufffd" for left, right in zip(text, found, strict=True))


def test_without_a_date_there_is_no_creation_time() -> None:
    assert "<DCT></DCT>" in to_timeml(Briefing(document=Document("")))


def test_dates_that_cross_do_not_break_the_tags() -> None:
    document = Document("1 May 2018 to 2 May")
    dates = tuple(
        DateMention(
            span=document.span(*place), evidence=Evidence("d", "r"), type="DATE", value='"<', calendar="islamic"
        )
        for place in ((0, 10), (2, 15))
    )
    text = ElementTree.fromstring(to_timeml(Briefing(document=document, annotations=dates))).find("TEXT")
    assert text is not None
    assert [(tag.text, tag.get("comment")) for tag in text] == [("1 May 2018", "islamic calendar")]


def test_one_is_a_file_and_several_are_an_archive(briefing: Briefing) -> None:
    one, several = io.BytesIO(), io.BytesIO()
    TimemlWriter().write([briefing], one)
    assert one.getvalue() == to_timeml(briefing).encode("utf-8")
    TimemlWriter().write([briefing] * 2, several)
    assert zipfile.ZipFile(several).read("d-1.tml") == one.getvalue()
