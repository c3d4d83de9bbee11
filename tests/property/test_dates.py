"""Promises of the dates extractor: shifts, spellings, calendars, totality."""

from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st

from afghanbrief import Document
from afghanbrief.extractor import BuildContext, Found
from afghanbrief.extractors.dates import islamic, solar_hijri
from afghanbrief.extractors.dates.extractor import DatesExtractor
from afghanbrief.extractors.dates.feasts import easter
from afghanbrief.kinds import DateMention

EXTRACTOR = DatesExtractor(BuildContext())
FOUND = Found({})
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
AFGHAN = ["Hamal", "Sawr", "Jawza", "Saratan", "Asad", "Sunbula", "Mizan", "Aqrab", "Qaws", "Jadi", "Dalw", "Hut"]

days = st.dates(datetime.date(1950, 1, 1), datetime.date(2090, 12, 31))
relative_days = st.sampled_from(
    [("yesterday", -1), ("today", 0), ("tomorrow", 1), ("three days ago", -3), ("ten days ago", -10)]
)
fragments = st.sampled_from(
    [
        "He came on ",
        "5 May",
        "May 5, 2018",
        " ",
        ", ",
        ". ",
        "\n\n",
        "the ",
        "last ",
        "two ",
        "years",
        " ago",
        "-",
        "of ",
        "1,",
        "2018",
        "Monday",
        "a.m.",
        "9:20 ",
        "Hamal ",
        "1397",
        "every ",
        "the end of ",
        "(",
        ")",
        "BC",
        "\u06f1\u06f3\u06f9\u06f7",
        "'s ",
        "10 p",
        "AD ",
        "Q3 ",
        "2018H1",
        "12, 13 and 14 ",
        "Good Friday",
        "Easter ",
        "third ",
        "consecutive day",
        "quarter ended ",
        "next week",
        "one ",
        "until ",
        "will ",
        "' time",
    ]
)
texts = st.lists(fragments, max_size=30).map("".join) | st.text(max_size=200)


def read(text: str, published: datetime.date | None = None) -> list[DateMention]:
    return list(EXTRACTOR.extract(Document(text, published=published), FOUND))


class TestShift:
    """Shifting the publication date by n days shifts what is relative by n days, and nothing else."""

    @given(days, st.integers(-400, 400), relative_days)
    def test_relative_days_shift(self, published: datetime.date, by: int, expression: tuple[str, int]) -> None:
        words, offset = expression
        for day in (published, published + datetime.timedelta(by)):
            (mention,) = read(f"The army left {words}.", day)
            assert mention.value == (day + datetime.timedelta(offset)).isoformat()
            assert mention.earliest == mention.latest == day + datetime.timedelta(offset)

    @given(days, st.integers(-400, 400), days)
    def test_full_dates_stay(self, published: datetime.date, by: int, told: datetime.date) -> None:
        text = f"The army left on {told.day} {MONTHS[told.month - 1]} {told.year}, in the 1980s and every day."
        assert read(text, published) == read(text, published + datetime.timedelta(by))

    @given(texts)
    def test_nothing_is_dated_by_the_clock(self, text: str) -> None:
        assert read(text) == read(text)


class TestSpelling:
    """The spellings of one date agree."""

    @given(days)
    def test_gregorian(self, day: datetime.date) -> None:
        month = MONTHS[day.month - 1]
        ordinal = {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10 if day.day not in (11, 12, 13) else 0, "th")
        for spelling in (
            f"{day.day} {month} {day.year}",
            f"{month} {day.day}, {day.year}",
            f"the {day.day}{ordinal} of {month} {day.year}",
            f"{day.day}-{month[:3]}-{day.year}",
            day.isoformat(),
            f"{day.day:02d}.{day.month:02d}.{day.year}",
        ):
            (mention,) = read(f"It was signed on {spelling} in Kabul.")
            assert (mention.span.text, mention.value) == (spelling, day.isoformat())

    @given(st.integers(2, 90), st.sampled_from(["days", "weeks", "months", "years"]))
    def test_amounts(self, count: int, unit: str) -> None:
        units = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
        units += ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
        tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
        words = units[count] if count < 20 else "-".join(filter(None, (tens[count // 10], units[count % 10])))
        values = [read(f"The siege lasted for {amount} {unit}.")[0].value for amount in (count, words)]
        assert values == [f"P{count}{unit[0].upper()}"] * 2


class TestCalendars:
    """Gregorian and Solar Hijri dates turn into one another and back."""

    @given(st.dates(datetime.date(1921, 3, 21), datetime.date(2122, 3, 20)))
    def test_round_trip(self, day: datetime.date) -> None:
        assert solar_hijri.to_gregorian(*solar_hijri.from_gregorian(day)) == day

    @given(st.dates(datetime.date(1921, 3, 21), datetime.date(2110, 3, 20)))
    def test_the_text_agrees_with_the_arithmetic(self, day: datetime.date) -> None:
        year, month, number = solar_hijri.from_gregorian(day)
        (mention,) = read(f"The letter is of {number} {AFGHAN[month - 1]} {year}.")
        assert (mention.value, mention.calendar) == (day.isoformat(), "solar-hijri")

    @given(st.integers(1300, 1499))
    def test_years_follow_one_another(self, year: int) -> None:
        this, following = solar_hijri.year_bounds(year), solar_hijri.year_bounds(year + 1)
        assert this is not None
        assert following is not None
        assert following[0] - this[1] == datetime.timedelta(1)
        assert datetime.date(this[0].year, 3, 19) <= this[0] <= datetime.date(this[0].year, 3, 22)

    @given(st.integers(1, 3000), st.integers(1, 12))
    def test_lunar_months_follow_one_another(self, year: int, month: int) -> None:
        this = islamic.month_bounds(year, month)
        following = islamic.month_bounds(year + month // 12, month % 12 + 1)
        assert this is not None
        assert following is not None
        if (year, month) not in ((1342, 12), (1500, 12)):
            assert following[0] - this[1] == datetime.timedelta(1)


class TestTotality:
    """Any text gives mentions whose spans are exact, in order and apart."""

    @given(texts, st.none() | days)
    def test_spans(self, text: str, published: datetime.date | None) -> None:
        end = 0
        for mention in read(text, published):
            assert mention.span.start >= end
            assert text[mention.span.start : mention.span.end] == mention.span.text
            assert mention.value
            if mention.earliest and mention.latest:
                assert mention.earliest <= mention.latest
            end = mention.span.end


class TestFeasts:
    """Easter and what hangs on it."""

    @given(st.integers(1600, 2400))
    def test_easter_is_a_sunday_of_spring(self, year: int) -> None:
        sunday = easter(year)
        assert sunday.isoweekday() == 7
        assert datetime.date(year, 3, 22) <= sunday <= datetime.date(year, 4, 25)

    @given(st.integers(1950, 2090))
    def test_good_friday_is_two_days_before_easter(self, year: int) -> None:
        friday, monday = (mention.earliest for mention in read(f"From Good Friday {year} to Easter Monday {year}."))
        assert friday is not None
        assert monday is not None
        assert (monday - friday).days == 3


class TestLists:
    """Days of one month stand in a list."""

    @given(st.lists(st.integers(1, 28), min_size=3, max_size=5, unique=True).map(sorted), st.sampled_from(MONTHS))
    def test_all_days_of_a_list_are_dated(self, days: list[int], month: str) -> None:
        listed = ", ".join(map(str, days[:-1])) + f" and {days[-1]}"
        for text in (f"On {month} {listed}, 2017, it rained.", f"On {listed} {month} 2017 it rained."):
            assert [m.earliest and m.earliest.day for m in read(text)] == days
