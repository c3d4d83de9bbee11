"""Grammar of years: four digits, eras, words, fiscal years, decades."""

from __future__ import annotations

from afghanbrief.extractors.dates.expression import Expression
from afghanbrief.extractors.dates.scan import Scan


def full_year(year: int) -> int:
    """Give the year that two digits stand for, from 1931 to 2030."""
    return year + (1900 if year > 30 else 2000) if year < 100 else year


def year(scan: Scan, index: int) -> list[Expression]:
    """Read a year, unless it is an amount, an identifier or a piece of a number; "1995-96" is two."""
    word = scan.words[index]
    value = int(word)
    gap, before, after = scan.gap(index), scan.word(index - 1), scan.word(index + 1)
    context = scan.lexicon.context
    raw = scan.gaps[index][-1:]
    raw_after = scan.gaps[index + 1]
    if (
        gap in "^;:$"
        or (raw and raw in "$\u20ac\u00a3#%+.@/\\" and raw != ".")
        or raw_after[:1] in ("%", "\u00b0", "$", "\u20ac")
    ):
        return []
    if scan.gap(index + 1) in "^;:" and scan.letter(index + 1) in "dnYx" and scan.gap(index + 1) != ":":
        return []
    if scan.letter(index - 1) in "dnY" and gap in "-/" and scan.letter(index - 1) != "Y":
        return []
    if before in context["identifier"] and gap in " .;|":
        return []
    if scan.letter(index + 1) == "E":
        return early_year(scan, index)
    if before == "ad" and scan.forms[index - 1] == "AD":
        return [_with_era(scan, index - 1, index + 1, value, 1)]
    said = before in context["year_before"] and gap in " -"
    strong = said and before in (
        "in",
        "since",
        "until",
        "during",
        "year",
        "early",
        "late",
        "mid",
        "summer",
        "spring",
        "autumn",
        "winter",
        "fall",
        "circa",
        "throughout",
        "fiscal",
        "fy",
    )
    if not 1400 <= value <= 2100 and not strong:
        return []
    if (
        after in context["counted"]
        and scan.gap(index + 1) in " -"
        and not (
            strong
            and 1800 <= value <= 2050
            and after
            not in (
                "men",
                "people",
                "troops",
                "soldiers",
                "km",
                "miles",
                "feet",
                "metres",
                "meters",
                "years",
                "casualties",
                "deaths",
                "civilians",
            )
        )
    ):
        return []
    if not 1700 <= value <= 2060 and not said and scan.gap(index) not in "(-~|":
        return []
    if scan.letter(index - 1) in "NnY" and gap == " ":
        return []
    if (
        before in ("about", "around", "than", "some", "nearly", "almost", "least", "over", "roughly", "approximately")
        and scan.gap(index + 1) == " "
        and after.endswith("s")
        and after not in ("was", "is", "as", "has")
    ):
        return []
    found = Expression(index, index + 1, "date", "year")
    found.year = value
    if (
        scan.gap(index + 1) in "-/"
        and scan.letter(index + 2 - 1) in "dn"
        and len(after) == 2
        and scan.gap(index + 2) not in "-/;^"
    ):
        tail = int(after)
        if scan.gap(index + 2) == "-" and scan.letter(index + 2) in "dnY":
            return []
        if scan.gap(index + 1) == "-" and 1 <= tail <= 12 and tail <= value % 100 and gap in " (|,":
            found.after, found.month, found.rule = index + 2, tail, "numeric-date"
            return [found]
        if tail == (value + 1) % 100 or tail > value % 100:
            second = Expression(index + 1, index + 2, "date", "year-range")
            second.year = value - value % 100 + tail
            return [found, second]
    return [found]


def _era(scan: Scan, index: int) -> int:
    # "480 BC", "499-493 BC", "from 499 to 493 BC": the era stands once, behind the last number.
    if scan.letter(index) == "E" and scan.gap(index) == " ":
        return int(scan.lexicon.values["eras"][scan.words[index]])
    if scan.gap(index) in "-~" or scan.letter(index) == "&":
        at = index + (scan.letter(index) == "&")
        if scan.letter(at) in "nd" and scan.letter(at + 1) == "E" and scan.gap(at + 1) == " ":
            era = int(scan.lexicon.values["eras"][scan.words[at + 1]])
            return era if era < 0 else 0
    return 0


def _with_era(scan: Scan, first: int, after: int, value: int, era: int) -> Expression:
    found = Expression(first, after, "date", "year-era")
    found.year = value * era
    return found


def early_year(scan: Scan, index: int) -> list[Expression]:
    """Read a year of less than four digits by its era: "480 BC", "499-493 BC"."""
    era = _era(scan, index + 1)
    if not era or scan.gap(index) in "^;" or scan.letter(index) == "o":
        return []
    after = index + 2 if scan.letter(index + 1) == "E" else index + 1
    return [_with_era(scan, index, after, int(scan.words[index]), era)]


def spelled_year(scan: Scan, index: int) -> Expression | None:
    """Read a year in words: "nineteen ninety-seven", "two thousand" after a preposition or "the year"."""
    value = scan.values["N"]
    first, second = value[scan.words[index]], value.get(scan.word(index + 1), 0)
    after = index + 2
    if first in (18, 19, 20) and 20 <= second <= 90 and scan.gap(index + 1) == " ":
        tail = value.get(scan.word(after), 0)
        if tail < 10 and tail and scan.gap(after) in "- ":
            second, after = second + tail, after + 1
        total = first * 100 + second
    elif first == 2 and second == 1000 and scan.word(index - 1) == "year":
        total = 2000
    else:
        return None
    if scan.letter(after) in "uUhkN" or scan.word(after) in scan.lexicon.context["counted"]:
        return None
    found = Expression(index, after, "date", "year-spelled")
    found.year = total
    return found


def fiscal_year(scan: Scan, index: int) -> Expression | None:
    """Read "fiscal year 2018", "fiscal 1989", "FY 2018", "FY 2017/18"."""
    after = index + 1
    if scan.word(after) == "year":
        after += 1
    if scan.letter(after) != "Y" or scan.gap(after) not in " -":
        return None
    found = Expression(index, after + 1, "date", "fiscal-year")
    found.year = int(scan.words[after])
    if scan.gap(after + 1) in "/-" and scan.letter(after + 1) in "dn" and len(scan.words[after + 1]) == 2:
        found.after += 1
    return found


def fiscal_token(scan: Scan, index: int) -> list[Expression]:
    """Read "FY2018", "FY18"."""
    found = Expression(index, index + 1, "date", "fiscal-year")
    found.year = full_year(int(scan.words[index][2:]))
    if found.year < 1500:
        rule = "afghan-fiscal-year" if scan.words[index][0] == "f" else "solar-hijri-year"
        found.kind, found.rule, found.calendar = "hijri", rule, "solar-hijri"
    return [found]


def decade(scan: Scan, index: int) -> list[Expression]:
    """Read a decade: "the 1980s", "the '90s", "the nineties"."""
    word = scan.words[index]
    first = index - 1 if scan.letter(index - 1) == "t" and scan.gap(index) in " `'" else index
    if scan.letter(index) == "K":
        if first == index and scan.letter(index - 1) != "e":
            return []
        number = 190 + int(scan.values["K"][word])
    else:
        digits = int(word[:-1])
        if digits < 100:
            if scan.gap(index) not in "`'" and first == index and scan.letter(index - 1) != "e":
                return []
            number = 190 + digits // 10 if digits >= 20 else 200 + digits // 10
        else:
            number = digits // 10
    found = Expression(first, index + 1, "decade", "decade")
    found.year = number
    if scan.word(index + 1) in ("bc", "bce"):
        found.year, found.after = -number - 1, index + 2
    return [found]
