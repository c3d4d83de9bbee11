"""Known days of the Solar Hijri and Islamic calendars."""

from __future__ import annotations

import datetime

import pytest

from afghanbrief.extractors.dates import islamic, solar_hijri

D = datetime.date

# New year days as the calendars of Afghanistan and Iran printed them.
NAWRUZ = {
    1300: D(1921, 3, 21),
    1358: D(1979, 3, 21),
    1376: D(1997, 3, 21),
    1380: D(2001, 3, 21),
    1388: D(2009, 3, 21),
    1392: D(2013, 3, 21),
    1395: D(2016, 3, 20),
    1396: D(2017, 3, 21),
    1397: D(2018, 3, 21),
    1399: D(2020, 3, 20),
    1400: D(2021, 3, 21),
    1403: D(2024, 3, 20),
    1404: D(2025, 3, 21),
}


@pytest.mark.parametrize(("year", "day"), NAWRUZ.items())
def test_nawruz(year: int, day: datetime.date) -> None:
    assert solar_hijri.to_gregorian(year, 1, 1) == day


@pytest.mark.parametrize(
    ("hijri", "day"),
    [
        ((1357, 2, 7), D(1978, 4, 27)),  # the Saur revolution
        ((1358, 10, 6), D(1979, 12, 27)),
        ((1367, 11, 26), D(1989, 2, 15)),  # the Soviet army's last day
        ((1298, 5, 28), D(1919, 8, 20)),
        ((1400, 5, 24), D(2021, 8, 15)),
    ],
)
def test_days_of_history(hijri: tuple[int, int, int], day: datetime.date) -> None:
    assert solar_hijri.to_gregorian(*hijri) == day
    assert solar_hijri.from_gregorian(day) == hijri


@pytest.mark.parametrize("hijri", [(1397, 12, 30), (1397, 7, 31), (1397, 13, 1), (1397, 1, 0), (1000, 1, 1)])
def test_there_is_no_such_day(hijri: tuple[int, int, int]) -> None:
    assert solar_hijri.to_gregorian(*hijri) is None


def test_days_before_the_cycle_are_refused() -> None:
    with pytest.raises(ValueError, match="outside"):
        solar_hijri.from_gregorian(D(1700, 1, 1))


@pytest.mark.parametrize(
    ("year", "bounds"),
    [
        (1390, (D(2011, 3, 21), D(2012, 3, 19))),
        (1391, (D(2012, 3, 20), D(2012, 12, 20))),
        (1392, (D(2012, 12, 21), D(2013, 12, 21))),
        (1397, (D(2017, 12, 22), D(2018, 12, 21))),
        (1401, (D(2022, 3, 21), D(2023, 3, 20))),
    ],
)
def test_fiscal_years(year: int, bounds: tuple[datetime.date, datetime.date]) -> None:
    assert solar_hijri.fiscal_year_bounds(year) == bounds


@pytest.mark.parametrize(
    ("year", "month", "first"),
    [(1439, 9, D(2018, 5, 16)), (1440, 1, D(2018, 9, 11)), (1443, 9, D(2022, 4, 2)), (1343, 1, D(1924, 8, 1))],
)
def test_lunar_months(year: int, month: int, first: datetime.date) -> None:
    bounds = islamic.month_bounds(year, month)
    assert bounds is not None
    assert bounds[0] == first


def test_the_tabular_calendar_begins_with_the_hijra() -> None:
    # 16 July 622 of the Julian calendar is 19 July of the proleptic Gregorian one.
    assert islamic.to_gregorian(1, 1, 1) == D(622, 7, 19)


def test_the_nearest_lunar_year() -> None:
    assert islamic.year_near(D(2018, 8, 30), 9) == 1439
    assert islamic.year_near(D(2018, 12, 30), 9) == 1440


@pytest.mark.parametrize("date", [(1439, 13, 1), (0, 1, 1), (1439, 9, 31), (1439, 9, 0)])
def test_there_is_no_such_lunar_day(date: tuple[int, int, int]) -> None:
    assert islamic.to_gregorian(*date) is None
