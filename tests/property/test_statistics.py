"""Promises of the statistics extractor and the arithmetic check."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from afghanbrief import Briefer

BRIEFER = Briefer(only=("statistics", "arithmetic"), discover=False)

whole = st.integers(min_value=2, max_value=999_999_999)


class TestNumbersInAnyStyle:
    @given(whole)
    def test_grouped_digits_read_back(self, number: int) -> None:
        (figure,) = BRIEFER.brief(f"They counted {number:,} houses.").statistics
        assert figure.value == number

    @given(st.integers(min_value=2100, max_value=999_999_999))
    def test_plain_digits_read_back(self, number: int) -> None:
        (figure,) = BRIEFER.brief(f"They counted {number} houses.").statistics
        assert figure.value == number

    @given(st.decimals(min_value=Decimal("0.1"), max_value=Decimal("99.9"), places=1))
    def test_decimals_read_back(self, number: Decimal) -> None:
        (figure,) = BRIEFER.brief(f"The share is {number} percent.").statistics
        assert figure.value == number

    @given(st.integers(min_value=2, max_value=999), st.sampled_from([("million", 10**6), ("bn", 10**9)]))
    def test_scale_words_read_back(self, number: int, scale: tuple[str, int]) -> None:
        (figure,) = BRIEFER.brief(f"It cost ${number} {scale[0]}.").statistics
        assert figure.value == number * scale[1]


_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()


def spell(number: int, *, conjunction: bool) -> str:
    """Write a number out: 2105 is "two thousand one hundred and five"."""
    for scale, word in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if number >= scale:
            rest = number % scale
            head = f"{spell(number // scale, conjunction=conjunction)} {word}"
            return f"{head} {spell(rest, conjunction=conjunction)}" if rest else head
    if number >= 100:
        rest = number % 100
        head = f"{_SMALL[number // 100]} hundred"
        joint = " and " if conjunction and rest != 1 else " "
        return f"{head}{joint}{spell(rest, conjunction=conjunction)}" if rest else head
    if number >= 20:
        return _TENS[number // 10] + (f"-{_SMALL[number % 10]}" if number % 10 else "")
    return _SMALL[number]


class TestNumbersInWords:
    @given(st.integers(min_value=2, max_value=10**12 - 1), st.booleans())
    def test_what_is_spelled_out_reads_back(self, number: int, conjunction: bool) -> None:
        (figure,) = BRIEFER.brief(f"They counted {spell(number, conjunction=conjunction)} houses.").statistics
        assert figure.value == number

    @given(st.integers(min_value=2, max_value=999), st.sampled_from((2, 3, 4, 5, 8, 10)), st.data())
    def test_mixed_numbers_read_back(self, whole: int, under: int, data: st.DataObject) -> None:
        over = data.draw(st.integers(min_value=1, max_value=under - 1))
        (figure,) = BRIEFER.brief(f"The road is {whole} {over}/{under} miles long.").statistics
        assert figure.unit == "mi"
        assert abs(figure.value - (whole + Decimal(over) / under)) < Decimal("0.00001")


class TestUnits:
    @given(
        st.decimals(min_value=Decimal("0.1"), max_value=Decimal("999.9"), places=1),
        st.sampled_from((
            ("km", "km"), ("kilometres", "km"), ("kg", "kg"), ("tonnes", "t"), ("MW", "MW"), ("hectares", "ha"),
            ("percent", "percent"), ("afghanis", "AFN"), ("Swiss francs", "CHF"), ("basis points", "bp"),
            ("degrees Celsius", "\u00b0C"), ("miles per hour", "mph"), ("cubic metres", "m3"), ("sq ft", "ft2"),
        )),
        st.sampled_from(("It is {} {}.", "About {} {} were lost.", "It fell by {} {} in May, he said.")),
    )  # fmt: skip
    def test_units_read_back(self, number: Decimal, unit: tuple[str, str], frame: str) -> None:
        (figure,) = BRIEFER.brief(frame.format(number, unit[0])).statistics
        assert (figure.value, figure.unit) == (number, unit[1])

    @given(st.text(alphabet="0123456789 ,.-/$%\u20ac\u00bdmkgxa\n()", max_size=60))
    def test_no_row_of_digits_and_signs_is_too_odd(self, text: str) -> None:
        for figure in BRIEFER.brief(text).statistics:
            assert text[figure.span.start : figure.span.end] == figure.span.text


class TestBreakdowns:
    @given(st.integers(min_value=30, max_value=90_000), st.integers(min_value=30, max_value=90_000))
    def test_one_that_sums_is_never_flagged(self, dead: int, hurt: int) -> None:
        text = f"The mission recorded {dead + hurt:,} casualties ({dead:,} deaths and {hurt:,} injured)."
        assert [finding.holds for finding in BRIEFER.brief(text).findings] == [True]

    @given(
        st.integers(min_value=30, max_value=90_000),
        st.integers(min_value=30, max_value=90_000),
        st.integers(min_value=1, max_value=20_000),
    )
    def test_one_that_is_off_always_is(self, dead: int, hurt: int, error: int) -> None:
        text = f"The mission recorded {dead + hurt + error:,} casualties ({dead:,} deaths and {hurt:,} injured)."
        assert [finding.holds for finding in BRIEFER.brief(text).findings] == [False]

    @given(st.integers(min_value=101, max_value=999), st.integers(min_value=10, max_value=100))
    def test_a_rounded_share_agrees(self, total: int, part: int) -> None:
        share = (Decimal(part) * 100 / total).quantize(Decimal("0.1"))
        text = f"The rebels hold {part} of the {total} districts ({share}%)."
        assert [finding.holds for finding in BRIEFER.brief(text).findings] == [True]
