"""The discourse clock, the direction of tense, settings and hostile input of the dates extractor."""

from __future__ import annotations

import time

import pytest

from afghanbrief import Certainty, Document
from afghanbrief.extractor import BuildContext, Found
from afghanbrief.extractors.dates.extractor import DateSettings, DatesExtractor
from afghanbrief.kinds import DateMention

EXTRACTOR = DatesExtractor(BuildContext())


def read(text: str, published: str | None = None, extractor: DatesExtractor = EXTRACTOR) -> list[DateMention]:
    return list(extractor.extract(Document(text, published=published), Found({})))


def values(text: str, published: str | None = None) -> dict[str, str]:
    return {mention.span.text: mention.value for mention in read(text, published)}


class TestClock:
    def test_months_follow_the_main_line_over_new_year(self) -> None:
        found = values("The war began in October 1991. In December the capital fell. In February the king fled.")
        assert found == {"October 1991": "1991-10", "December": "1991-12", "February": "1992-02"}

    def test_brackets_do_not_move_the_clock(self) -> None:
        text = "In March 1992 the front collapsed. The governor (born in 1931) stayed. In June he was killed."
        assert values(text)["June"] == "1992-06"

    def test_a_heading_in_brackets_moves_the_clock(self) -> None:
        text = "In March 1992 the front collapsed.\n\nThe second siege (1995)\n\nIn June the city was shelled."
        assert values(text)["June"] == "1995-06"

    def test_what_is_looked_back_at_does_not_move_the_clock(self) -> None:
        text = "In March 1992 the front collapsed. The army had bought tanks in 1980. In June it had none."
        assert values(text)["June"] == "1992-06"

    def test_a_history_keeps_its_years_though_it_was_published_later(self) -> None:
        text = (
            "On 3 June 1995 the siege began. On 5 July 1995 it was lifted. In May 1996 the war went on. "
            "In June 1997 it ended. In August the refugees came home."
        )
        assert values(text, "2009-12-19")["August"] == "1997-08"

    def test_a_report_without_a_date_keeps_a_year_for_its_paragraph_only(self) -> None:
        text = "They met in April 2017. In June they met again.\n\nIn July the envoys flew to Doha."
        assert values(text) == {"April 2017": "2017-04", "June": "2017-06", "July": "XXXX-07"}

    def test_a_pluperfect_goes_back_to_the_month_before(self) -> None:
        text = "In March 1905 the line broke. The fleet, which had sailed on 15 October, was met on 27 May."
        found = values(text, "2009-12-19")
        assert (found["15 October"], found["27 May"]) == ("1904-10-15", "1905-05-27")

    def test_a_clause_that_looked_back_does_not_lend_its_year(self) -> None:
        text = (
            "On 8 February 1958 the village was hit. On 13 May 1958 the army rose. "
            "The general, who had left office in January 1946, returned on 1 June."
        )
        assert values(text, "2009-12-19")["1 June"] == "1958-06-01"

    def test_behind_a_pluperfect_the_line_goes_on(self) -> None:
        text = (
            "On 8 May 1963 nine were shot. On 2 November 1963 the army struck. In August shrines had been raided. "
            "Later that month a third man took power."
        )
        assert values(text, "2009-12-19")["Later that month"] == "1963-11"

    def test_a_history_may_open_with_a_bare_month(self) -> None:
        text = "In May the rising began. On 3 June 1918 it spread. On 7 February 1920 it was crushed."
        assert values(text, "2009-12-19")["May"] == "1918-05"

    def test_a_short_text_opens_with_its_year(self) -> None:
        text = "In 2009 the rebels returned. They took the town in May; by the following year they held it all."
        found = values(text, "2018-11-15")
        assert (found["May"], found["the following year"]) == ("2009-05", "2010")
        assert values("The firm was founded in 2009. In March it was sold.", "2018-11-15")["March"] == "2018-03"

    def test_a_day_may_name_its_year_by_relation(self) -> None:
        text = "On 4 May 1922 they met. On 25 October 1922 the port fell; the last gave up on 16 June the next year."
        assert values(text, "2009-12-19")["16 June the next year"] == "1923-06-16"

    def test_both_ends_of_a_range_share_the_year(self) -> None:
        assert values("From July to November 1954 they dug.", "2009-12-19")["July"] == "1954-07"

    def test_a_past_date_holds_for_the_sentences_behind_it_in_news(self) -> None:
        text = "The war began in April 1992. In October rockets fell. In January a front opened."
        assert values(text, "2018-08-30") == {"April 1992": "1992-04", "October": "1992-10", "January": "1993-01"}

    def test_it_does_not_hold_once_the_news_is_told_again(self) -> None:
        text = (
            "He was killed in May 2011. Officials said on Tuesday that prices fell in June. In October polls will open."
        )
        found = values(text, "2018-08-30")
        assert (found["June"], found["October"]) == ("2018-06", "2018-10")

    def test_a_date_names_the_day_that_an_offset_only_counts_to(self) -> None:
        found = values("The bridge fell on 1 March 1982. Six days later, on 7 March, it stood.", "2018-08-30")
        assert found["Six days later"] == "1982-03-07"


class TestDirection:
    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("Talks resumed Monday.", "2018-08-27"),
            ("Talks are set to resume Monday.", "2018-09-03"),
            ("The vote is expected to be held on Monday.", "2018-09-03"),
            ("They must leave by Monday.", "2018-09-03"),
            ("He was arrested on Thursday.", "2018-08-30"),
            ("The trial opens Monday.", "2018-09-03"),
            ("Polls open Monday.", "2018-09-03"),
            ("The envoys are meeting Monday.", "2018-09-03"),
            ("The envoys were meeting Monday.", "2018-08-27"),
            ("Parliament votes Monday.", "2018-09-03"),
            ("The votes Monday were counted.", "2018-08-27"),
            ("They agreed to meet Monday.", "2018-09-03"),
            ("They agreed on terms Monday.", "2018-08-27"),
            ("They had agreed to meet Monday.", "2018-08-27"),
            ("It may resume Monday.", "2018-09-03"),
            ("It may have resumed Monday.", "2018-08-27"),
            ("It was postponed until Monday.", "2018-09-03"),
            ("Until Monday they had not met.", "2018-08-27"),
            ("By Monday they were home.", "2018-08-27"),
            ("Ahead of Monday's vote they met.", "2018-09-03"),
            ("It could come as early as Monday.", "2018-09-03"),
        ],
    )
    def test_weekdays(self, text: str, value: str) -> None:
        assert next(iter(values(text, "2018-08-30").values())) == value

    def test_the_cue_is_shown(self) -> None:
        (mention,) = read("Talks will resume Monday.", "2018-08-30")
        assert [cue.text for cue in mention.evidence.cues] == ["will"] or mention.evidence.cues[0].text == "resume"


class TestSettings:
    def test_without_a_publication_date_relative_dates_stay_open(self) -> None:
        assert values("He left yesterday, last week and last year.") == {
            "yesterday": "XXXX-XX-XX",
            "last week": "XXXX-WXX",
            "last year": "XXXX",
        }

    def test_the_publication_date_may_be_inferred(self) -> None:
        extractor = DatesExtractor(BuildContext(settings=DateSettings(infer_published=True)))
        found = read("KABUL, 30 August 2018 - He left yesterday.", extractor=extractor)
        assert found[1].value == "2018-08-29"
        assert found[1].evidence.certainty is Certainty.INFERRED

    def test_an_anchor_is_named(self) -> None:
        found = read("The city fell on 3 June 1995. Two days later it was burnt.")
        assert found[1].anchor_id == found[0].id


@pytest.mark.parametrize(
    "unit",
    [
        "1,",
        "1 ",
        "a ",
        "the ",
        "of January ",
        "U.S. ",
        "twenty ",
        "5 May 2018 ",
        "the end of ",
        "last ",
        "and ",
        "1-",
        "a few ",
        "May ",
        "Hamal ",
        "(",
        "a.m. ",
        "9:",
        "Monday, ",
        "the first ",
        "two and ",
        "'",
        "of the ",
    ],
)
def test_time_grows_with_the_text(unit: str) -> None:
    def took(size: int) -> float:
        document = Document((unit * size)[: size * 3], published="2018-08-30")
        assert document.tokens is not None
        best = 9.0
        for _ in range(2):
            begin = time.process_time()
            list(EXTRACTOR.extract(document, Found({})))
            best = min(best, time.process_time() - begin)
        return best

    assert took(8_000) / max(took(2_000), 0.002) < 9
