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
