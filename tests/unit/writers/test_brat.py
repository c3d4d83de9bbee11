from __future__ import annotations

import io
import zipfile
from decimal import Decimal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from afghanbrief import Briefing, DateMention, Document, Evidence
from afghanbrief.errors import CorruptBriefingError
from afghanbrief.writers.brat import BratWriter, from_brat, to_brat


def test_what_nobody_touched_comes_back_as_it_was(briefing: Briefing) -> None:
    back = from_brat(briefing.document, to_brat(briefing))
    assert back.annotations == briefing.annotations
    assert to_brat(back) == to_brat(briefing)


@given(st.text(alphabet="ab \n\r\t\U0001f54a", min_size=1, max_size=30), st.data())
def test_any_span_comes_back(text: str, data: st.DataObject) -> None:
    document = Document(text)
    start = data.draw(st.integers(0, len(text) - 1))
    span = document.span(start, data.draw(st.integers(start + 1, len(text))))
    date = DateMention(span=span, evidence=Evidence("dates", "x"), type="DATE", value="2018")
    back = from_brat(document, to_brat(Briefing(document=document, annotations=(date,))))
    assert back.annotations == ((date,) if span.text.strip("\r\n") else ())


def test_line_ends_part_fragments(briefing: Briefing) -> None:
    lines = to_brat(briefing).splitlines()
    assert (
        "T9\tQuote 142 156;157 209\tNorania\u2019s army had lost at least 13 soldiers as of January 31, 2018" in lines
    )
    assert "T2\tQuote 27 49;96 117\tWe hold 229 districts, That is 56.3 percent." in lines


def edited(briefing: Briefing, *changes: tuple[str, str]) -> Briefing:
    lines = to_brat(briefing)
    for old, new in changes:
        assert old in lines
        lines = lines.replace(old, new)
    return from_brat(briefing.document, lines)


def test_moved_borders_count(briefing: Briefing) -> None:
    back = edited(briefing, ("T3\tStatistic 35 48\t229 districts", "T3\tStatistic 35 38\t229"))
    first = back.statistics[0]
    assert (first.span.text, first.id, first.value) == ("229", "statistic:35-38", Decimal(229))
    assert back.statistics[1].restates_id == "statistic:35-38"


def test_a_shorter_quote_keeps_its_speaker(briefing: Briefing) -> None:
    back = edited(
        briefing,
        ("Quote 27 49;96 117\tWe hold 229 districts, That is 56.3 percent.", "Quote 27 49\tWe hold 229 districts,"),
    )
    quote = back.quotes[0]
    assert [piece.text for piece in quote.content] == ["We hold 229 districts,"]
    assert quote.verbatim == quote.content
    assert quote.speaker_id == "actor:anar-solan"


def test_attributes_and_relations_count(briefing: Briefing) -> None:
    back = edited(
        briefing,
        ("Style T2 direct", "Style T2 indirect"),
        ("SpokenBy Arg1:T9 Arg2:T4", "SpokenBy Arg1:T9 Arg2:T10"),
        ("MentionOf Arg1:T11 Arg2:T10", "MentionOf Arg1:T11 Arg2:T4"),
        ("R11\tHasAudience Arg1:T9 Arg2:T19\n", ""),
    )
    first, second = back.quotes
    assert (first.style, first.verbatim) == ("indirect", ())
    assert (second.speaker_id, second.audience) == ("actor:army", None)
    assert [actor.mention_ids for actor in back.actors] == [
        ("actor-mention:68-78", "actor-mention:142-156"),
        (),
    ]


def test_a_deleted_line_takes_its_references_along(briefing: Briefing) -> None:
    kept = [line for line in to_brat(briefing).splitlines() if not line.startswith("T4\t")]
    back = from_brat(briefing.document, "\r\n".join(kept))
    assert [actor.id for actor in back.actors] == ["actor:army"]
    assert {quote.speaker_id for quote in back.quotes} == {None}


def test_added_lines_become_items(briefing: Briefing) -> None:
    text = briefing.document.text
    lines = (
        "T1\tMention 68 78\tAnar Solan\nA1\tActorType T1 person\nT2\tActor 68 78\tAnar Solan\n"
        "R1\tMentionOf Arg1:T1 Arg2:T2\nT3\tQuote 27 49\tWe hold 229 districts,\nR2\tSpokenBy Arg1:T3 Arg2:T2\n"
        "T4\tHasNothing 0 5\tTalks\n#1\tAnnotatorNotes T4\tlook here\nT5\tDate 87 93\tMonday\n"
        "#2\tAnnotatorNotes T5\t2018-08-27\nT6\tStatistic 35 38\t229\nE1\tEvent:T1\n*\tEquiv T1 T2\n"
    )
    back = from_brat(text, lines)
    assert [(item.kind, item.evidence.rule) for item in back.annotations if item.kind != "unknown"] == [
        ("quote", "annotator"),
        ("statistic", "annotator"),
        ("actor", "annotator"),
        ("actor-mention", "annotator"),
        ("date", "annotator"),
    ]
    assert back.speaker(back.quotes[0]) == back.actors[0]
    assert back.mentions(back.actors[0])[0].span.text == "Anar Solan"
    assert back.dates[0].value == "2018-08-27"
    assert back.statistics[0].value == 229
    assert back.annotations[0].fields == {"note": "look here"}


def test_a_changed_type_drops_the_old_fields(briefing: Briefing) -> None:
    back = edited(
        briefing, ("T6\tDate 87 93", "T6\tMention 87 93"), ("A6\tTimexType T6 DATE", "A6\tActorType T6 person")
    )
    assert [date.span.text for date in back.dates] == ["January 31, 2018"]
    assert back.dates[0].anchor_id is None


@pytest.mark.parametrize(
    ("line", "path"),
    [
        ("T1\tDate 0 400\tTalks", "T1"),
        ("T1\tDate zero five\tTalks", "T1"),
        ("T1\tDate 0 5\tKabul", "T1"),
        ("T7\tStatistic 0 5\tTalks", "T7"),
        ("T1\tMention 0 5\tTalks\nA1\tActorType T1 planet", "annotations[0]"),
    ],
)
def test_lines_that_do_not_fit_are_refused(briefing: Briefing, line: str, path: str) -> None:
    with pytest.raises(CorruptBriefingError) as caught:
        from_brat(briefing.document.text, line)
    assert caught.value.path.startswith(path)


def test_the_archive_is_a_folder_for_brat(briefing: Briefing) -> None:
    target, again = io.BytesIO(), io.BytesIO()
    BratWriter().write([briefing, briefing], target)
    BratWriter().write([briefing, briefing], again)
    assert target.getvalue() == again.getvalue()
    archive = zipfile.ZipFile(target)
    assert archive.namelist() == ["annotation.conf", "visual.conf", "d-1.txt", "d-1.ann", "d-1-2.txt", "d-1-2.ann"]
    text = archive.read("d-1.txt").decode("utf-8")
    back = from_brat(text, archive.read("d-1.ann").decode("utf-8"))
    assert back.annotations == briefing.annotations
    known = archive.read("annotation.conf").decode("utf-8")
    used = {line.split("\t")[1].split(" ")[0] for line in to_brat(briefing).splitlines() if line[0] in "TRA"}
    assert all(f"\n{name}" in known for name in used - {"weather_storm"})


def test_plugins_kinds_are_read_as_their_class(briefing: Briefing) -> None:
    only_date = attrs.evolve(briefing, annotations=briefing.dates[:1])
    assert from_brat(briefing.document, to_brat(only_date), kinds=(DateMention,)).dates == briefing.dates[:1]
