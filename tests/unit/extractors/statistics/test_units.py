"""Units of every kind, and what they are reckoned by."""

from __future__ import annotations

import pytest

from afghanbrief import Briefer, Statistic

BRIEFER = Briefer(only=("statistics",), discover=False)


def _figures(text: str) -> tuple[Statistic, ...]:
    return BRIEFER.brief(text, published="2021-03-30").statistics


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("It cost RM2.70.", "MYR", "2.7"),
        ("It cost EUR50m.", "EUR", "50000000"),
        ("It cost A$450.", "AUD", "450"),
        ("It cost NZ$99.", "NZD", "99"),
        ("It cost $A23,400.", "AUD", "23400"),
        ("It cost cad$ 15.", "CAD", "15"),
        ("It cost $US113 trillion.", "USD", "113000000000000"),
        ("It cost 1,200\u20ac.", "EUR", "1200"),
        ("It cost Y=590 billion.", "JPY", "590000000000"),
        ("It cost 30 MUSD.", "USD", "30000000"),
        ("It cost R20,000.", "ZAR", "20000"),
        ("It cost 7.5 million Danish crowns.", "DKK", "7500000"),
        ("It cost 9 New Zealand dollars.", "NZD", "9"),
        ("It cost 150 pesos in Manila.", "PHP", "150"),
        ("It cost 150 pesos.", "MXN", "150"),
        (f"SANTIAGO - Prices rose. {'So it goes on and on in the north. ' * 7}It cost 150 pesos.", "CLP", "150"),
        ("NAGPUR - It cost Rs 58 crore.", "INR", "580000000"),
        ("He was fined 208 pounds.", "GBP", "208"),
        ("He weighs 208 pounds.", "lb", "208"),
        ("It cost 12 cents.", "cent", "12"),
        ("Its share stood at 118.5p.", "penny", "118.5"),
        ("It is worth 2 lakh rupees.", "PKR", "200000"),
        ("It is worth 2 lakh rupees in Delhi.", "INR", "200000"),
        ("It rose 20 basis points.", "bp", "20"),
        ("The index lost 190 points.", "point", "190"),
        ("Support fell three points in the poll.", "percentage-point", "3"),
        ("It is 4.2 light-years away.", "light year", "4.2"),
        ("It covers 17 sq miles.", "mi2", "17"),
        ("It covers 2,400 sq ft.", "ft2", "2400"),
        ("It covers 3923sq m.", "m2", "3923"),
        ("It weighs 120 \u03bcg.", "microgram", "120"),
        ("It weighs 120 \u00b5g.", "microgram", "120"),
        ("It reached 113 GPa.", "gigapascal", "113"),
        ("It used 900 kWh.", "kWh", "900"),
        ("It gives 640bhp.", "bhp", "640"),
        ("It held 2.5 F in the capacitor.", "farad", "2.5"),
        ("It was 104 F outside.", "\u00b0F", "104"),
        ("It was 40 C outside.", "\u00b0C", "40"),
        ("It runs at 120Hz.", "Hz", "120"),
        ("It needs 2500 Calories.", "calorie", "2500"),
        ("It holds 64GB.", "GB", "64"),
        ('It is a 9" plate.', "in", "9"),
        ("It lies 4,300m up.", "m", "4300"),
        ("It is a 20m high wall.", "m", "20"),
        ("It helps 4.2m people.", "count", "4200000"),
        ("It sold two barrels.", "count", "2"),
        ("It moved 12bn cubic metres.", "m3", "12000000000"),
        ("It lies half a mile off.", "mi", "0.5"),
        ("The dose is 1/16 of a pint.", "pint", "0.0625"),
        ("It fell half a percentage point.", "percentage-point", "0.5"),
        ("It is cut at three points.", "count", "3"),
        ("Winds of 61 kt blew.", "knot", "61"),
        ("The nuclear bomb had 15 kt.", "kiloton", "15"),
        ("It lies 12 nm off the coast.", "nmi", "12"),
        ("It is a 25nm laser.", "nm", "25"),
        ("Pressure fell to 950 mb.", "millibar", "950"),
        ("The tyre has 2 bar of pressure.", "bar", "2"),
        ("He runs 3 bars.", "count", "3"),
        ("The electric charge was 5 C.", "coulomb", "5"),
        ("The magnetic field has 3 T.", "tesla", "3"),
        ("It costs \u00a5300 in Beijing.", "CNY", "300"),
        ("It costs \u00a5300.", "JPY", "300"),
        ("The ticket cost 150 kn.", "HRK", "150"),
        ("He weighs 14 stone.", "stone", "14"),
        ("He threw 14 stones.", "count", "14"),
        ("A 10-point plan was read.", "count", "10"),
    ],
)
def test_units(text: str, unit: str, value: str) -> None:
    (figure,) = _figures(text)
    assert (figure.unit, f"{figure.value:f}") == (unit, value)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Oil fell to $52 a barrel.", "USD/barrel"),
        ("Gas costs $2.24 per mmBTU.", "USD/mega british thermal unit"),
        ("Gold is at $1,271.20 an ounce.", "USD/oz"),
        ("Land costs $80 per sq m.", "USD/m2"),
        ("It pumps 400,000 barrels a day.", "barrel/day"),
        ("It pumps 28 million barrels of oil per day.", "barrel/day"),
        ("It drove at 140 kilometres per hour.", "km/h"),
        ("It drove at 80 m.p.h.", "mph"),
        ("It drove at 80km/h.", "km/h"),
        ("It flew at 400 metres per second.", "m/s"),
        ("It does 35 miles per gallon.", "mpg"),
        ("He got 0.5 R per day.", "roentgen/day"),
        ("It is 1.3 A/cm2.", "ampere/square centimetre"),
        ("It turns at 3000 rpm.", "revolution/min"),
        ("The plan costs 8.99 Australian dollars per month.", "AUD/month"),
        ("The offer was $6 per share.", "USD/share"),
        ("A policeman gets 9,000 afghanis a month.", "AFN"),
        ("It spends $2 per patient.", "USD"),
        ("The clinic treats 90 patients a day.", "count"),
    ],
)
def test_rates(text: str, unit: str) -> None:
    (figure,) = _figures(text)
    assert figure.unit == unit


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("It rose from 44 to 55 afghanis.", ["AFN", "AFN"]),
        ("The gauge climbed 31.4 points to 2,018.75.", ["point", "point"]),
        ("The gauge shed 88.25 points, or 1.17%, and fell to 7,453.60.", ["point", "percent", "point"]),
        ("The high is 84.75 cents, while the low is 74.07.", ["cent", "cent"]),
        ("Incidents fell 4 percent to 1,204.", ["percent", "count"]),
        ("The room is 10 x 12 metres.", ["m", "m"]),
        ("He closed 664 of the border's 980 kilometres.", ["km", "km"]),
        ("Men made up 58 per cent of arrivals and women 24.", ["percent", "percent"]),
        ("It carries 33 billion cubic metres, of which 5 billion go to us.", ["m3", "m3"]),
        ("Of 377 billion afghanis, 43 percent was spent; last year it was 151 billion.", ["AFN", "percent", "AFN"]),
        ("The yen fell to 148.6, against 151.2 in May.", ["JPY", "JPY"]),
        ("The rate stood at 70.1 to the dollar.", ["count"]),
    ],
)
def test_units_left_out(text: str, units: list[str]) -> None:
    assert [figure.unit for figure in _figures(text)] == units


@pytest.mark.parametrize(
    ("text", "ends", "unit"),
    [
        ("It costs $115 to $125 a share.", ("115", "125"), "USD/share"),
        ("It costs US$3bn-US$4bn.", ("3000000000", "4000000000"), "USD"),
        ("It costs $1.2-$1.5 billion.", ("1200000000", "1500000000"), "USD"),
        ("It costs between $2 and $3bn.", ("2000000000", "3000000000"), "USD"),
        ("Claims range from $200 to $4 million.", ("200", "4000000"), "USD"),
        ("It does 0-60 mph.", ("0", "60"), "mph"),
        ("It needs 2000 - 2500 calories.", ("2000", "2500"), "calorie"),
        ("It is 1.5 to 2 times the rate.", ("1.5", "2"), "x"),
        ("It sold 40 or 41 houses.", ("40", "41"), "count"),
        ("It fell by 5% to 10%.", ("5", "10"), "percent"),
    ],
)
def test_ranges(text: str, ends: tuple[str, str], unit: str) -> None:
    (figure,) = _figures(text)
    assert (f"{figure.value:f}", f"{figure.upper:f}", figure.bound, figure.unit) == (*ends, "range", unit)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It rose $1.20 to $63.40.", ["1.2", "63.4"]),
        ("It rose by three to 127.", ["3", "127"]),
        ("The index edged up 0.1% to 96.4.", ["0.1", "96.4"]),
        ("It grew from 1 to 1.3 billion.", ["1000000000", "1300000000"]),
        ("It was revised from 1,200 to 1,450.", ["1200", "1450"]),
    ],
)
def test_a_change_and_its_level_are_no_range(text: str, values: list[str]) -> None:
    assert [f"{figure.value:f}" for figure in _figures(text)] == values


def test_coins_belong_to_their_notes() -> None:
    assert [f"{figure.value}" for figure in _figures("It costs 15 dollars 50. Or two pounds and 30 pence.")] == [
        "15.5",
        "2.3",
    ]
