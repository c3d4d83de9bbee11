"""Points in time: their values, bounds and arithmetic."""

from __future__ import annotations

import datetime

import pytest

from afghanbrief.extractors.dates.timex import Point, coarsen, same_grain_shift, shift, week_point

DAY = Point("day", 2018, 8, 30)


@pytest.mark.parametrize(
    ("point", "value", "first", "last"),
    [
        (DAY, "2018-08-30", "2018-08-30", "2018-08-30"),
        (Point("month", 2018, 2), "2018-02", "2018-02-01", "2018-02-28"),
        (Point("year", 2018), "2018", "2018-01-01", "2018-12-31"),
        (Point("quarter", 2018, part="Q2"), "2018-Q2", "2018-04-01", "2018-06-30"),
        (Point("half", 2018, part="H2"), "2018-H2", "2018-07-01", "2018-12-31"),
        (Point("season", 2018, part="WI"), "2018-WI", "2018-12-01", "2019-02-28"),
        (Point("decade", 198), "198", "1980-01-01", "1989-12-31"),
        (Point("century", 19), "19", "1900-01-01", "1999-12-31"),
        (week_point(datetime.date(2018, 8, 30)), "2018-W35", "2018-08-27", "2018-09-02"),
        (week_point(datetime.date(2018, 8, 30), "weekend"), "2018-W35-WE", "2018-09-01", "2018-09-02"),
    ],
)
def test_values_and_bounds(point: Point, value: str, first: str, last: str) -> None:
    assert (point.value(), str(point.first()), str(point.last())) == (value, first, last)


@pytest.mark.parametrize(
    ("point", "value"),
    [
        (Point("year", -480), "BC0480"),
        (Point("month", -480, 6), "BC0480-06"),
        (Point("day", 2015, 2, 29), "2015-02-29"),
    ],
)
def test_what_has_no_bounds(point: Point, value: str) -> None:
    assert (point.value(), point.first()) == (value, None)


@pytest.mark.parametrize(
    ("count", "unit", "value"),
    [
        (-1, "D", "2018-08-29"),
        (1, "W", "2018-W36"),
        (-1, "FN", "2018-W33"),
        (1, "WE", "2018-W36-WE"),
        (-8, "M", "2017-12"),
        (1, "Q", "2018-Q4"),
        (-3, "Q", "2017-Q4"),
        (-2, "Y", "2016"),
        (-1, "DE", "200"),
        (1, "CE", "21"),
    ],
)
def test_shift(count: int, unit: str, value: str) -> None:
    moved = shift(DAY, count, unit)
    assert moved is not None
    assert moved.value() == value


def test_there_is_no_year_nought() -> None:
    assert shift(Point("year", -1), 1, "Y") == Point("year", 1)


@pytest.mark.parametrize(
    ("point", "unit"), [(Point("month", 2018, 5), "D"), (Point("year", 0), "Y"), (Point("decade", 198), "M")]
)
def test_what_cannot_be_moved(point: Point, unit: str) -> None:
    assert shift(point, 1, unit) is None


@pytest.mark.parametrize(
    ("unit", "value"),
    [
        ("D", "2018-08-30"),
        ("W", "2018-W35"),
        ("M", "2018-08"),
        ("Q", "2018-Q3"),
        ("Y", "2018"),
        ("DE", "201"),
        ("CE", "20"),
    ],
)
def test_coarsen(unit: str, value: str) -> None:
    assert coarsen(DAY, unit).value() == value


def test_the_same_day_a_year_before() -> None:
    assert same_grain_shift(Point("day", 2016, 2, 29), -1) == Point("day", 2015, 2, 28)
    assert same_grain_shift(Point("quarter", 2018, part="Q3"), -1) == Point("quarter", 2017, part="Q3")
    assert same_grain_shift(Point("decade", 198), -1) is None
