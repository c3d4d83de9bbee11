"""Grammar of years: four digits, eras, words, fiscal years, decades."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from afghanbrief.extractors.dates.eras import early_year, era_at, is_of_life, with_era
from afghanbrief.extractors.dates.expression import Expression
from afghanbrief.extractors.dates.scan import Scan


def full_year(year: int) -> int:
    """Give the year that two digits stand for, from 1931 to 2030."""
    return year + (1900 if year > 30 else 2000) if year < 100 else year


def year(scan: Scan, index: int) -> list[Expression]:
    """Read a year, unless it is an amount, an identifier or a piece of a number; "1995-96" is two."""
    value = int(scan.words[index])
    if _is_piece_of_number(scan, index):
        return []
    before, gap = scan.words[index - 1], scan.gap(index)
    words_before = scan.words[index - 3 : index - 1]
    context = scan.lexicon.context
    owned = before == "s" and scan.gap(index - 1) == "'"
    if before in context["identifier"] and gap in " .;|" and not owned:
        # "Bill S. 2018", but "the party's 2018 campaign"
        return []
    if gap == " " and scan.words[index - 2] in context["identifier"] and scan.forms[index - 1].isupper():
        # "flight KM 2003"
        return []
    if scan.letter(index + 1) == "E":
        return early_year(scan, index)
    if before == "ad" and scan.forms[index - 1] == "AD" and gap == " ":
        return [with_era(index - 1, index + 1, value, 1)]
    if before == "least" and words_before == ("since", "at"):
        before = "since"
    said = before in context["year_before"] and gap in " -"
    if not said and scan.gap(index + 1) == " " and scan.words[index + 1].isdecimal() and len(scan.words[index + 1]) > 2:
        # "Call 2020 4567": a number in groups.
        return []
    sure = said and before in context["year_sure"]
    ranged = (
        scan.gap(index + 1) in "-~" and scan.letter(index + 1) == "Y" and 0 < int(scan.words[index + 1]) - value < 250
    )
    if not 1400 <= value <= 2100 and not sure and not ranged:
        return []
    if not 1700 <= value <= 2060 and not said and gap not in "(-~|" and not (ranged and is_of_life(scan, index)):
        return []
    if _is_amount(scan, index, said, sure and 1800 <= value <= 2050):
        return []
    if value % 10 == 0 and scan.gaps[index + 1] == "'" and scan.words[index + 1] == "s" and _is_plural(scan, index):
        # "the 1930's were hard"
        found = Expression(index - (before == "the"), index + 2, "decade", "decade")
        found.year = value // 10
        return [found]
    found = Expression(index, index + 1, "date", "year")
    found.year = value
    return _with_second_year(scan, found)


def short_year(scan: Scan, index: int) -> Expression | None:
    """Read "resigned in '99", "the summer of '04": two digits behind an apostrophe."""
    word = scan.words[index]
    if scan.gaps[index] != " '" or len(word) != 2 or not word.isdecimal() or scan.gaps[index + 1][:1] == "'":
        return None
    before = scan.words[index - 1]
    if before not in scan.lexicon.context["year_before"] or (before == "of" and scan.words[index - 2] != "class"):
        # "The Club of '89" may be of another century.
        return None
    found = Expression(index, index + 1, "date", "year")
    found.year = full_year(int(word))
    return found


def _is_piece_of_number(scan: Scan, index: int) -> bool:
    """Tell whether signs or digits stand at the number: "$2018", "2,018", "2018.5", "192.168.2018.1", "1984%"."""
    shape = scan.shape
    gap, behind = shape[2 * index], shape[2 * index + 2]
    raw = scan.gaps[index][-1:]
    if raw in ("'", '"') and raw == scan.gaps[index + 1][:1]:
        # The film "1917"
        return True
    if gap == "/" and shape[2 * index - 1] == "Y" and 0 < int(scan.words[index]) - int(scan.words[index - 1]) <= 2:
        # "the season 2017/2018"
        return False
    if gap in "^;:$" or (raw != "" and raw in "$\u20ac\u00a3#%+@/\\"):
        return True
    if scan.gaps[index + 1][:1] in ("%", "\u00b0", "$", "\u20ac"):
        return True
    if behind in "^;" and shape[2 * index + 3] in "dnYx":
        return True
    previous = shape[2 * index - 1]
    if previous == "x" and gap == " " and len(scan.words[index - 1]) > 2 and scan.words[index - 1].isdecimal():
        # "tel. 0799 1990"
        return True
    return (previous in "dn" and gap in "-/") or (previous in "NnY" and gap == " ")


def _is_amount(scan: Scan, index: int, said: bool, sure: bool) -> bool:
    """Tell whether a number like a year is an amount, by its neighbours.

    Arguments:
        scan: the document.
        index: of the number.
        said: whether a word stands before it that may stand before a year.
        sure: whether that word stands before years only.

    Returns:
        Whether it counts or measures: "2001 men", "1754 civilian casualties", "1995 of them", "a total of 1978".
    """
    context, words = scan.lexicon.context, scan.words
    counted, people = context["counted"], context["always_counted"]
    before, after, behind = words[index - 1], words[index + 1], scan.gap(index + 1)
    if behind in " -" and after in (people if sure or (behind == " " and _is_definite(words, index)) else counted):
        return True
    if (before in context["amount_sure"] and words[index - 3] != "since") or (
        before == "of" and words[index - 2] in context["measured"]
    ):
        return True
    if before == "force" and words[index - 2] == "task":
        return True
    if before == "to" and words[index - 2] in _RISEN:
        # "rose to 2018"
        return True
    if before == "from" and words[index - 3] == "to" and words[index - 4] in _RISEN and not sure:
        return True
    if before in _AMOUNTED and not context["measured"].isdisjoint(words[max(0, index - 5) : index - 1]):
        # "the population was 2001"
        return True
    bound = before == "over" and behind not in "-~"
    if words[index].endswith("00") and (bound or (words[index - 2], before) in _BOUNDS):
        return True
    if after == "more" and behind == " " and not said:
        return True
    if after == "or" and words[index + 2] in ("more", "so", "fewer", "less"):
        return True
    if before == "as" and words[index - 2] == "many":
        return True
    if behind != " ":
        return False
    if (
        before in _JOINING
        and scan.letter(index - 2) != "Y"
        and after.endswith("s")
        and after[-2:] != "ss"
        and len(after) > 4
    ):
        # "2,000 houses and 1400 shops"
        return scan.letter(index + 1) == "x" and scan.forms[index + 1].islower()
    if after in ("and", "or", "to") and scan.letter(index + 2) == "Y":
        return words[index + 3] in counted and scan.gap(index + 3) == " " and words[index + 3] not in _EVENTS
    if after == "of" and not sure:
        return words[index + 2] in _PARTITIVE or (words[index + 2] == "the" and not said)
    if before in context["amount_before"] and after.endswith("s") and after not in ("was", "is", "as", "has"):
        return True
    if said and before not in context["amount_before"] and before not in ("and", "with", "or", "at"):
        return False
    if scan.gap(index + 2) == " " and words[index + 2] in counted:
        return True
    # "1600 Poplar Avenue"
    return scan.forms[index + 1][0].isupper() and not context["streets"].isdisjoint(words[index + 2 : index + 4])


def _is_definite(words: Sequence[str], index: int) -> bool:
    # "the 2001 attacks", "the party's 2012 voters", "its 2016 arrests"; but "the 2000 arrests"
    return words[index - 1] in _DEFINITE and words[index][2:] != "00"


_DEFINITE: Final = frozenset(("the", "s", "its", "his", "her", "their", "our"))
_JOINING: Final = frozenset(("and", "or", "with"))
_RISEN: Final = frozenset(
    "rose fell risen fallen increased decreased dropped climbed grew grown rising falling doubled".split()
)
_AMOUNTED: Final = frozenset(("was", "is", "were", "are", "reached", "hit", "at"))
_PARTITIVE: Final = frozenset(("them", "whom", "which", "these", "those"))
_EVENTS: Final = frozenset(("attacks", "incidents", "deaths", "casualties"))
_BOUNDS: Final = frozenset((("more", "than"), ("fewer", "than"), ("less", "than"), ("up", "to")))


def _is_plural(scan: Scan, index: int) -> bool:
    """Tell whether "1930's" means the decade: behind "the" or "early", and nothing owned behind it."""
    if scan.letter(index - 1) not in "te":
        return False
    return scan.gap(index + 2) != " " or scan.letter(index + 2) != "x" or scan.words[index + 2] in _BEHIND_DECADE


_BEHIND_DECADE: Final = frozenset("in when were was that he she it they had saw on at by with after before as".split())


def _with_second_year(scan: Scan, found: Expression) -> list[Expression]:
    """Read two digits behind a year: a second year ("1995-96") or a month ("2018-05")."""
    index = found.first
    gap, after = scan.gap(index + 1), scan.words[index + 1]
    # "In 1890 - 91, he wrote"
    apart = gap == "~" and scan.gap(index + 2) in "|,."
    if (gap not in "-/" and not apart) or scan.letter(index + 1) not in "dn" or len(after) != 2:
        return [found]
    if scan.gap(index + 2) in "/;^":
        return [found]
    if scan.gap(index + 2) == "-":
        # "2018-19-20" is a number; in "1995-96-based" the range ends.
        return [] if scan.letter(index + 2) in "dnY" else [found]
    tail, own = int(after), found.year % 100
    if gap == "-" and 1 <= tail <= 12 and tail <= own and scan.gap(index) in " (|,":
        found.after, found.month, found.rule = index + 2, tail, "numeric-date"
        return [found]
    if tail == (own + 1) % 100 or tail > own:
        second = Expression(index + 1, index + 2, "date", "year-range")
        second.year = found.year - own + tail + (100 if tail < own else 0)
        return [found, second]
    return [found]


def year_by_number(scan: Scan, index: int, at: int) -> Expression | None:
    """Read "the year 378": a number of three digits, and no unit or era behind it."""
    if len(scan.words[at]) != 3 or scan.words[at][0] == "0" or scan.gap(at + 1) == "^":
        return None
    era, after = era_at(scan, at + 1)
    if era:
        return with_era(index, after, int(scan.words[at]), era)
    if scan.gap(at + 1) == " " and scan.letter(at + 1) in "uUhk":
        return None
    found = Expression(index, at + 1, "date", "year")
    found.year = int(scan.words[at])
    return found


def spelled_year(scan: Scan, index: int) -> Expression | None:
    """Read a year in words: "nineteen ninety-seven", "two thousand" after a preposition or "the year"."""
    value = scan.values["N"]
    first, second = value[scan.words[index]], value.get(scan.words[index + 1], 0)
    after = index + 2
    if first in (18, 19, 20) and 20 <= second <= 90 and scan.gap(index + 1) == " ":
        tail = value.get(scan.words[after], 0)
        if tail < 10 and tail and scan.gap(after) in "- ":
            second, after = second + tail, after + 1
        total = first * 100 + second
    elif first == 2 and second == 1000 and scan.words[index - 1] == "year":
        total = 2000
    else:
        return None
    if scan.letter(after) in "uUhkN" or scan.words[after] in scan.lexicon.context["counted"]:
        return None
    found = Expression(index, after, "date", "year-spelled")
    found.year = total
    return found


def fiscal_year(scan: Scan, index: int) -> Expression | None:
    """Read "fiscal year 2018", "fiscal 1989", "FY 2018", "FY 2017/18"."""
    after = index + 1
    if scan.words[after] == "year":
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


_DEGREES: Final = frozenset(("temperature", "temperatures", "highs", "lows", "degrees", "scores", "percentages"))


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
            if not _DEGREES.isdisjoint(scan.words[max(0, index - 6) : index]):
                # "temperatures in the 30s"
                return []
            if scan.gap(index) not in "`'" and first == index and scan.letter(index - 1) != "e":
                return []
            number = 190 + digits // 10 if digits >= 20 else 200 + digits // 10
        else:
            number = digits // 10
    found = Expression(first, index + 1, "decade", "decade")
    found.year = number
    if scan.words[index + 1] in ("bc", "bce"):
        found.year, found.after = -number - 1, index + 2
    return [found]
