"""Grammar of amounts of time: durations, offsets, ages, rates."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.dates.expression import Expression
from afghanbrief.extractors.dates.scan import Scan

_AGO: Final = {
    "ago": "ago",
    "later": "later",
    "earlier": "earlier",
    "hence": "hence",
    "afterwards": "later",
    "afterward": "later",
}
_BEFORE: Final = {
    "before": "earlier",
    "after": "later",
    "previously": "earlier",
    "prior": "earlier",
    "beforehand": "earlier",
}
_RATED: Final = frozenset(
    (
        "times",
        "once",
        "twice",
        "percent",
        "cent",
        "dollars",
        "afghanis",
        "euros",
        "rupees",
        "pounds",
        "hours",
        "days",
        "miles",
        "kilometres",
        "kilometers",
    )
)
_RATE_STOPS: Final = frozenset(
    ("in", "for", "within", "after", "about", "than", "over", "is", "was", "only", "just", "nearly", "almost", "during")
)


def duration(
    scan: Scan, index: int, head: int, amount: str, determiner: str, relation: str, ordinal: int
) -> Expression:
    """Make the duration of an amount and the unit at *head*; "ago" and the like behind it make it an offset."""
    unit = unit_of(scan, head)
    found = Expression(index, head + 1, "duration", "duration-counted" if amount != "X" else "duration-vague")
    found.count, found.unit = amount, unit
    if relation or ordinal:
        found.rule = "duration-framed"
        found.relation = relation
        return found
    if amount.isdigit() and unit in _COMPOUND and scan.gap(head + 1) in " ,":
        _take_smaller_units(scan, found)
    return with_direction(scan, found)


_COMPOUND: Final = ("Y", "M", "W", "D", "TH", "TM", "TS")


def _take_smaller_units(scan: Scan, found: Expression) -> None:
    """Take smaller units into a duration: "12 years, 3 months and 4 days", "two hours and 20 minutes"."""
    parts = [(found.count, found.unit)]
    while len(parts) < 4:
        after = found.after
        joined = scan.words[after] == "and"
        at = after + joined
        if (not joined and scan.gap(after) != ",") or scan.letter(at) not in "dnNY":
            break
        smaller = scan.number(at)
        if smaller is None or not smaller[0].isdigit() or scan.letter(smaller[1]) not in "uUhk":
            break
        unit = unit_of(scan, smaller[1])
        if scan.gap(smaller[1]) != " " or unit not in _COMPOUND:
            break
        if _COMPOUND.index(unit) <= _COMPOUND.index(parts[-1][1]):
            break
        parts.append((smaller[0], unit))
        found.after = smaller[1] + 1
    if len(parts) > 1:
        days = "".join(count + unit for count, unit in parts if unit[0] != "T")
        clock = "".join(count + unit[1] for count, unit in parts if unit[0] == "T")
        found.value, found.rule = f"P{days}{'T' if clock else ''}{clock}", "duration-compound"


def unit_of(scan: Scan, head: int) -> str:
    """Give the TIMEX3 letter of the unit at *head*."""
    return str(scan.values[scan.shape[2 * head + 1]][scan.words[head]])


def with_direction(scan: Scan, found: Expression) -> Expression:
    """Take "ago", "later", "before that" behind an amount into it."""
    shape = scan.shape
    after = found.after
    word = scan.words[after]
    if shape[2 * after] in " -":
        if word == "or" and scan.words[after + 1] in ("so", "more"):
            found.mod = "APPROX" if scan.words[after + 1] == "so" else "EQUAL_OR_MORE"
            found.after = after = after + 2
            word = scan.words[after]
        direction = _AGO.get(word)
        if direction is None and word in _BEFORE and shape[2 * after + 2] not in " -'":
            direction = _BEFORE[word]
        if direction is None and word == "from" and scan.words[after + 1] in ("now", "today"):
            found.after, direction = after + 2, "hence"
        elif direction is None and word == "from" and shape[2 * after + 3] in "WD" and found.unit in ("D", "W"):
            return _from_day(scan, found, after + 1)
        elif direction:
            if word == "earlier" and scan.words[after + 1] == "than":
                return found
            found.after = after + 1
            if word == "ago" and scan.words[after + 1] == "today" and shape[2 * after + 2] == " ":
                # "two weeks ago today"
                found.after += 1
            elif (
                word == "ago"
                and found.unit == "Y"
                and scan.words[after + 1] == "this"
                and scan.words[after + 2] in ("month", "week")
            ):
                # "two years ago this month"
                found.after, found.relation = after + 3, scan.words[after + 2]
        elif (
            word in ("before", "after")
            and scan.words[after + 1] == "that"
            and shape[2 * after + 4] not in " "
            and (found.count != "X" or scan.words[found.first - 1] != "for")
        ):
            found.after, direction = after + 2, _BEFORE[word]
        elif word == "on" and shape[2 * after + 2] == "," and _opens_sentence(scan, found.first):
            # "Five months on, it is a test"
            found.after, direction = after + 1, "on"
        if direction:
            found.kind, found.direction, found.rule = "offset", direction, "offset"
    elif scan.gaps[after][:1] == "'":
        # "in two weeks' time", "in a year's time"
        at = after + (word == "s")
        if scan.words[at] == "time" and scan.words[found.first - 1] == "in":
            found.after, found.kind, found.direction, found.rule = at + 1, "offset", "hence", "offset"
    return found


def _opens_sentence(scan: Scan, index: int) -> bool:
    return not index or scan.gap(index) == "." or "\n" in scan.gaps[index]


def _from_day(scan: Scan, found: Expression, at: int) -> Expression:
    """Take the day at *at* into "a week from Friday", "two weeks from tomorrow"."""
    weekday = scan.letter(at) == "W"
    day = Expression(at, at + 1, "weekday" if weekday else "deictic", "weekday" if weekday else "deictic-day")
    if weekday:
        day.weekday, day.relation = int(scan.values["W"][scan.words[at]]), "next"
    else:
        day.count = str(scan.values["D"][scan.words[at]])
    found.kind, found.rule, found.direction, found.of, found.after = "beside", "day-beside", "after", day, at + 1
    return found


def take_age(scan: Scan, found: Expression) -> None:
    """Take "old" and "of age" behind an amount into it."""
    if scan.words[found.after] in ("old", "olds") and scan.gap(found.after) in " -":
        found.after += 1
        found.rule = "age"
    elif scan.words[found.after] == "of" and scan.words[found.after + 1] == "age":
        found.after += 2
        found.rule = "age"
    elif scan.words[found.after] == "long" and scan.gap(found.after) == "-":
        found.after += 1


def range_of_amounts(scan: Scan, index: int) -> list[Expression]:
    """Read the two ends of a range of time: "between 9 and 11 hours", "18-24 months", "two to six days"."""
    shape = scan.shape
    lower = scan.number(index)
    if lower is None or not lower[0].isdigit():
        return []
    at = lower[1]
    if shape[2 * at + 1] == "&":
        if scan.words[at] == "or" or (scan.words[at] == "and" and scan.words[index - 1] != "between"):
            return []
        at += 1
    elif shape[2 * at] not in "-~":
        return []
    upper = scan.number(at) if shape[2 * at + 1] in "dnN" else None
    if upper is None or not upper[0].isdigit() or scan.letter(upper[1]) not in "Uk" or scan.gap(upper[1]) not in " -":
        return []
    if int(upper[0]) <= int(lower[0]) or shape[2 * index] in "^;:/$":
        return []
    unit = unit_of(scan, upper[1])
    first = Expression(index, lower[1], "duration", "duration-range")
    second = Expression(at, upper[1] + 1, "duration", "duration-range")
    first.count, second.count = lower[0], upper[0]
    first.unit = second.unit = unit
    second = with_direction(scan, second)
    return [first, second] if second.kind == "duration" else []


_SMALL: Final = frozenset("amount amounts quantity quantities detail details fraction trace traces change".split())
_SCORED: Final = frozenset(("scored", "hit", "smashed", "struck", "compiled"))


def one_unit(scan: Scan, index: int, head: int, unit: str) -> Expression | None:
    """Read "a year": an offset, a rate, or a duration."""
    shape = scan.shape
    if shape[2 * head + 2] == "-" and scan.words[head + 1] in ("long", "end", "old"):
        found = Expression(index + 1, head + 2, "duration", "duration-counted")
        found.count, found.unit = "1", unit
        return found if scan.words[head + 1] != "end" else None
    if shape[2 * head + 2] == "-" and shape[2 * head + 3] not in "ge":
        return None
    if scan.words[head + 1] in _SMALL and unit == "TM":
        # "a minute amount"
        return None
    if scan.words[index - 1] in _SCORED and unit == "CE":
        # "scored a century"
        return None
    found = Expression(index, head + 1, "duration", "duration-counted")
    found.count, found.unit = "1", unit
    if unit == "Q" and scan.words[head + 1] not in _AGO:
        return None
    if scan.words[head + 1] == "and" and shape[2 * head + 5] == "a" and shape[2 * head + 7] == "y":
        found.count, found.after = "1.5", head + 4
    if scan.words[head + 1] == "or" and scan.words[head + 2] == "two":
        found.count, found.after = "X", head + 3
    found = with_direction(scan, found)
    if found.kind == "offset" or found.mod or found.count != "1":
        return found
    if is_rate(scan, index):
        found.kind, found.value, found.rule = "set", "P" + amount_value("1", unit), "rate"
        return found
    return found


def amount_value(count: str, unit: str) -> str:
    """Write an amount as TIMEX3 does, without the P."""
    if unit == "FN":
        return f"{int(count) * 2}W" if count.isdigit() else "XW"
    if unit == "WE":
        return "2D" if count == "1" else "XW"
    if "." in count and unit in ("DE", "CE"):
        return f"{float(count) * (10 if unit == 'DE' else 100):g}Y"
    if unit[0] != "T":
        return f"{count}{unit}"
    if count.endswith(".5") and unit != "TS":
        # Half an hour is 30 minutes, a minute and a half 1 minute and 30 seconds.
        whole = "" if count == "0.5" else f"{count[:-2]}{unit[1]}"
        return f"T{whole}30{'M' if unit == 'TH' else 'S'}"
    return f"T{count}{unit[1]}"


def is_rate(scan: Scan, index: int) -> bool:
    """Tell whether an amount stands close before "a day", as in "$20 a month"."""
    # "eight times a day", "$20 a month", "600 people a night": an amount within the four words before.
    for back in range(1, 5):
        gap = scan.gap(index - back + 1)
        if index - back < 0 or (gap not in " ^;-$" and scan.gaps[index - back + 1][:1] not in "%"):
            return False
        word, letter = scan.words[index - back], scan.shape[2 * (index - back) + 1]
        if word in _RATE_STOPS or letter in "fT":
            return False
        if letter in "dnYN" or word in _RATED or word[0].isdigit():
            return True
    return False


_FOLLOWED: Final = frozenset(("follows", "followed", "following", "ended", "amid", "with", "caused", "saw", "to", "by"))
_BEEN: Final = frozenset(("been", "was", "is", "be", "and", "or"))
_PASSING: Final = frozenset(("passed", "pass", "elapsed", "went"))
_JUST: Final = frozenset(
    ("just", "only", "mere", "but", "within", "even", "and", "killed", "died", "came", "comes", "arrested")
)

_SINCE_WHEN: Final = frozenset(("been", "s", "is", "was", "and", "but"))


def bare_plural(scan: Scan, index: int, head: int, unit: str) -> Expression | None:
    """Read a unit in the plural without a number: "for months", "days later"."""
    before = scan.words[index - 1]
    found = Expression(index, head + 1, "duration", "duration-vague")
    found.count, found.unit = "X", unit
    found = with_direction(scan, found)
    if found.kind == "offset":
        return found
    if scan.gap(head + 1) == "-" and scan.words[head + 1] in ("long", "old"):
        found.after += 1
        return found
    if before == "of" and scan.words[index - 2] == "matter":
        return found
    opens = _opens_sentence(scan, index)
    if (
        scan.words[head + 1] in ("before", "after")
        and scan.gap(head + 1) == " "
        and (opens or before in _JUST or scan.gap(index) == ",")
    ):
        # "just days before the vote", "killed hours after it", "in December, weeks after the attack"
        return found
    if scan.words[head + 1] == "since" and scan.gap(head + 1) == " " and before in _SINCE_WHEN:
        # "It has been months since the clinic saw insulin and years since it had a surgeon"
        return found
    if scan.gap(head + 1) == " " and (
        (scan.words[head + 1] in ("since", "before") and before in _BEEN)
        or (opens and scan.words[head + 1] in _PASSING and scan.words[head + 2] in ("before", "until", "without"))
    ):
        # "It has been months since", "Weeks passed before they met"
        return found
    if scan.words[head + 1] == "of" and (opens or (unit[0] != "D" and before in _FOLLOWED)):
        # "Months of drought have ended", "It follows weeks of fighting"
        return found
    if scan.words[head + 1] == "of" and before in ("for", "in", "after", "despite", "over", "within", "through", "of"):
        return found
    if (
        before
        in (
            "for",
            "in",
            "within",
            "over",
            "after",
            "takes",
            "take",
            "took",
            "spent",
            "lasted",
            "last",
            "many",
            "of",
            "and",
            "or",
            "between",
        )
        and scan.gap(index) == " "
    ):
        if before in ("of", "and", "or", "between", "last"):
            return found if scan.letter(index - 2) in "kUd" or before == "last" else None
        return found
    return None


def unit_amount(count: str, unit: str) -> str:
    """Write an amount of a unit as a TIMEX3 duration: ``unit_amount("2", "Y")`` is ``"P2Y"``, hours take a T."""
    return "P" + amount_value(count, unit)
