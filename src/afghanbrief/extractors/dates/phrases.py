"""Grammar of phrases around a unit of time: "the past two years", "last week", "every May", "two days later"."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.dates.amounts import bare_plural, duration, one_unit, take_age, unit_of
from afghanbrief.extractors.dates.compared_periods import same_period, year_ago, year_period
from afghanbrief.extractors.dates.counted_days import day_in_a_row, means_some_day, time_ahead, weekday_of_month
from afghanbrief.extractors.dates.expression import Expression
from afghanbrief.extractors.dates.feasts import feast
from afghanbrief.extractors.dates.lunisolar import afghan_date, solar_year
from afghanbrief.extractors.dates.names import is_paper, is_title, names_an_event
from afghanbrief.extractors.dates.ordinal_units import ordinal_unit
from afghanbrief.extractors.dates.quarters import last_quarter
from afghanbrief.extractors.dates.scan import Scan
from afghanbrief.extractors.dates.seasons import half, part_of_day, season
from afghanbrief.extractors.dates.years import spelled_year, year_by_number


def noun_phrase(scan: Scan, index: int) -> Expression | None:
    """Read a phrase of determiner, relation, number and unit that begins at *index*."""
    shape, words = scan.shape, scan.words
    j = index
    determiner = relation = ""
    letter = shape[2 * j + 1]
    if letter in "tTZa":
        determiner = words[j]
        j += 1
        letter = shape[2 * j + 1]
        if shape[2 * j] != " ":
            return None
    if letter in "us":
        ago = year_ago(scan, index, j)
        if ago is not None:
            return ago
    if letter == "Y" and determiner == "the":
        return year_period(scan, index, j)
    if letter == "r" and words[j] == "following" and not determiner and shape[2 * j + 3] in "rtT":
        return None
    if letter == "r" and words[j] == "last" and not determiner and scan.lexicon.tenses.get(words[index - 1]) in _VERBAL:
        # "will last four months"
        return None
    while letter == "r" and j < index + 3:
        if not relation or words[j] in ("past", "coming") or determiner == "same":
            relation = words[j]
        j += 1
        letter = shape[2 * j + 1]
        if shape[2 * j] not in " -":
            return None
    if letter == "s" and words[j] == "solar" and (relation or determiner == "this"):
        return solar_year(scan, index, j, relation or determiner)
    if letter == "s" and determiner in ("a", "an") and shape[2 * j + 3] in "uh" and shape[2 * j + 2] == " ":
        # "an additional year", "a single day"
        j += 1
        letter = shape[2 * j + 1]
    ordinal = 0
    if letter == "O" or letter == "o":
        ordinal = int(scan.values["O"][words[j]]) if letter == "O" else int(words[j].rstrip("sthnrd"))
        j += 1
        letter = shape[2 * j + 1]
        if shape[2 * j] not in " -":
            return None
        if words[j] == "calendar" and shape[2 * j + 3] == "u":
            # "the third calendar quarter"
            j += 1
            letter = "u"
        row = day_in_a_row(scan, index, j)
        if row is not None:
            return row
    number = scan.number(j) if letter in "dnNYq" else None
    if letter == "q" and words[j] == "some" and number and scan.letter(number[1]) in "dnNY":
        return None
    amount = ""
    if number:
        amount, j = number
        if shape[2 * j] not in " -":
            return None
        if words[j - 1] != "of" and scan.words[j] == "of":
            return None
        if shape[2 * j + 3] in "uUhk&" and words[j] in _BETWEEN:
            if scan.words[j] == "and":
                return None
            j += 1
        elif shape[2 * j + 1] == "&" and shape[2 * j + 3] in "dnN":
            upper = scan.number(j + 1)
            if upper and scan.letter(upper[1]) in "Uk" and scan.gap(upper[1]) in " -" and scan.words[j] != "and":
                return duration(scan, index, upper[1], "X", determiner, relation, ordinal)
            return None
        letter = shape[2 * j + 1]
    fiscal = False
    if letter == "F":
        fiscal = True
        j += 1
        letter = shape[2 * j + 1]
        if letter == "O":
            ordinal = int(scan.values["O"][words[j]])
            j += 1
            letter = shape[2 * j + 1]
    if j >= scan.count or (j > index and shape[2 * j] not in " -"):
        return None
    if letter == "p" and determiner == "the" and relation in ("same", "corresponding"):
        return same_period(scan, index, j)
    if relation == "latest" and scan.words[j] == "period":
        found = Expression(index, j + 1, "unit", "unit-relation")
        found.relation, found.unit = "latest", "Q"
        return found
    if letter == "u" and not amount and not ordinal and determiner in ("", "the") and not relation:
        at = j + 2 if shape[2 * j + 2] == "'" and scan.words[j + 1] == "s" else j + 1
        if scan.words[at] == "end" and shape[2 * at] == "-" and words[j] == "week":
            # "a week-end house"
            return None
        if scan.words[at] == "end" and shape[2 * at] in " -" and words[j] in ("year", "month", "week", "quarter"):
            found = Expression(index, at + 1, "unit", "unit-end")
            found.relation, found.unit, found.mod = "the", unit_of(scan, j), "END"
            return found
    if letter in "uUhk":
        return _unit_phrase(scan, index, j, determiner, relation, ordinal, amount, fiscal)
    if letter == "y":
        return half(scan, index, j, determiner, relation, ordinal, amount)
    if amount and words[j] == "nights" and not relation and not ordinal:
        # "held for three nights"
        found = Expression(index, j + 1, "duration", "duration-counted" if amount != "X" else "duration-vague")
        found.count, found.unit = amount, "D"
        return found
    if amount:
        return None
    if letter == "P":
        return part_of_day(scan, index, j, determiner, relation, ordinal)
    if letter in "SB":
        return season(scan, index, j, determiner, relation)
    if letter in "HIL" and (relation or determiner) in ("last", "next", "this", "past", "coming") and not ordinal:
        named = feast(scan, j) if letter == "L" else afghan_date(scan, j)
        if named is not None:
            named.first, named.relation = index, {"past": "last", "coming": "next"}.get(relation, relation)
        return named
    if letter == "W" and (ordinal or relation == "last"):
        counted = weekday_of_month(scan, index, j, ordinal)
        if counted is not None:
            return counted
    if letter == "W" and is_paper(scan, j):
        return None
    if letter == "W" and (relation or determiner in ("this", "that", "the")) and not ordinal:
        found = Expression(index, j + 1, "weekday", "weekday-relation")
        found.weekday = int(scan.values["W"][words[j]])
        found.relation = relation or determiner
        return found
    if letter in "Mm" and (relation or determiner == "this") and not ordinal:
        if relation in ("past", "following") and not determiner and shape[2 * j + 3] in "doY":
            # "staying past May 1": a preposition
            return None
        found = Expression(index, j + 1, "date", "month-relation")
        found.month = int(scan.values[letter][words[j]])
        found.relation = relation or determiner
        return found
    return None


# Between a number and its unit: "three full years", "six and a half hours".
_BETWEEN: Final = frozenset(
    "more full consecutive straight long brutal short additional further trading working calendar solid and".split()
)
_COMPARED: Final = frozenset(("to", "on", "by", "over"))
_OVER_QUARTERS: Final = frozenset(("for", "in", "over", "after", "within"))
_SUBJECTS: Final = frozenset(("he", "she", "they", "it", "we", "i", "you", "the", "a", "in"))


_POINTING: Final = frozenset(("referred", "refers", "refer", "back", "prior", "up", "down"))
_VERBAL: Final = frozenset(("modal", "may", "possible", "to"))
_DAYS_OF: Final = frozenset(("mourning", "rest", "prayer", "remembrance", "action", "reckoning", "celebration"))
_CLOSINGS: Final = frozenset(
    "end ends ended ending close closes closed closing finish finishes finished finishing".split()
)


def _unit_phrase(
    scan: Scan, index: int, head: int, determiner: str, relation: str, ordinal: int, amount: str, fiscal: bool
) -> Expression | None:
    shape = scan.shape
    unit = unit_of(scan, head)
    plural = shape[2 * head + 1] in "Uk"
    if amount:
        hyphen = shape[2 * head] == "-"
        if not plural and not hyphen and amount not in ("1", "1.5", "0.5", "X") and scan.words[head] != "century":
            if shape[2 * head + 2] not in "- " or shape[2 * head - 1] == "Y":
                # "World Cup 2018 day five"
                return None
        if amount == "X" and not plural:
            return None
        if (
            unit == "Q"
            and not relation
            and not ordinal
            and scan.words[head - 1] not in ("consecutive", "straight")
            and scan.words[head + 1] != "ago"
            and (scan.words[index - 1] not in _OVER_QUARTERS or scan.words[head + 1] == "of" or amount == "X")
        ):
            return None
        if index and names_an_event(scan, head, unit):
            return None
        if (
            (not plural and amount not in ("1", "0.5", "1.5"))
            or (hyphen and not plural)
            or determiner in ("those", "that", "these", "his", "her", "its", "their", "our")
        ):
            # An adjective ("the next six-month mandate"), or an amount already spoken of: the number begins the span.
            while index < head and shape[2 * index + 1] not in "dnNYq":
                index += 1
            relation = ""
        if means_some_day(scan, index, head):
            found = Expression(index, head + 1, "reference", "some-day")
            found.value = "FUTURE_REF"
            return found
        if scan.forms[index] == "One" and unit == "D":
            # "One day, she left": nobody knows which
            if shape[2 * head + 2] == "," or scan.words[head + 1] in _SUBJECTS:
                return None
        found = duration(scan, index, head, amount, determiner, relation, ordinal)
        if found.kind == "duration":
            take_age(scan, found)
            if determiner in ("first",) or ordinal:
                found.rule = "duration-framed"
        return found
    if not plural and not relation and shape[2 * head + 2] == "-" and scan.words[head + 1] == "long" and not ordinal:
        # "the week-long truce"
        found = Expression(head, head + 2, "duration", "duration-counted")
        found.count, found.unit = "1", unit
        return found
    if determiner in ("a", "an", "another"):
        if ordinal or (relation and relation not in ("full", "entire", "whole")):
            return None
        if unit == "D" and scan.words[head + 1] == "of" and scan.words[head + 2] in _DAYS_OF:
            # "declared Monday a day of mourning"
            return None
        return one_unit(scan, index, head, unit)
    if unit in ("TH", "TM", "TS") and not (determiner == "the" and plural):
        if plural and not determiner and not relation and not ordinal:
            return bare_plural(scan, index, head, unit)
        return None
    if ordinal:
        return ordinal_unit(scan, index, head, determiner, ordinal, unit, plural)
    if relation:
        if plural:
            found = Expression(index, head + 1, "reference", "vague-stretch")
            value = scan.values["r"][relation]
            if relation in ("last", "final") and shape[2 * head + 3] == "f":
                found.kind, found.rule, found.count, found.unit = "duration", "duration-framed", "X", unit
                return found
            if value < 0:
                found.value = "PAST_REF"
                return found
            if value > 0 and relation not in ("following", "subsequent"):
                found.kind, found.count, found.unit = "duration", "X", unit
                return found
            return None
        if unit == "Q" and relation in ("last", "final"):
            last = last_quarter(scan, index, head)
            if last is not None:
                return last
        if relation == "same" and shape[2 * head] == "-":
            # "same-day delivery"
            return None
        found = Expression(index, head + 1, "unit", "unit-relation")
        found.relation, found.unit = relation, unit
        if relation in ("full", "entire", "whole"):
            found.kind, found.count = "duration", "1"
        if (
            unit in ("W", "M")
            and relation in ("last", "final")
            and shape[2 * head + 3] == "f"
            and scan.gap(head + 1) == " "
            and shape[2 * head + 5] in "MmJtTZYHI"
        ):
            found.kind, found.count, found.rule, found.number = "duration", "1", "duration-framed", -1
            return found
        if unit in ("DE", "CE", "FN") and relation in ("last", "past", "next", "coming") and determiner:
            found.kind, found.count = ("duration", "1")
        if relation == "recent" or (relation == "present" and unit != "Y"):
            found.kind, found.value = "reference", "PAST_REF" if relation == "recent" else "PRESENT_REF"
        return found
    if fiscal and shape[2 * head + 3] == "Y" and unit == "Y":
        return None
    if determiner == "these" and unit == "D":
        found = Expression(index, head + 1, "reference", "vague-stretch")
        found.value = "PRESENT_REF"
        return found
    if determiner == "those" and unit == "D" and scan.words[index - 1] == "in":
        found = Expression(index, head + 1, "reference", "vague-stretch")
        found.value = "PAST_REF"
        return found
    if plural:
        if determiner == "the" and shape[2 * head + 2] == " ":
            return time_ahead(scan, index, head, unit)
        return bare_plural(scan, index, head, unit) if not determiner else None
    if determiner in ("this", "that", "the"):
        if scan.forms[head][0].isupper() and (scan.forms[index][0].islower() or is_title(scan, index, head)):
            # "the French Quarter", "Man of the Year", "a writer for The Week"
            return None
        if determiner == "the" and unit in ("DE", "CE", "TH", "TM", "ML", "FN"):
            return None
        if unit == "Y" and determiner == "the" and shape[2 * head + 3] == "n" and shape[2 * head + 2] == " ":
            early = year_by_number(scan, index, head + 1)
            if early is not None:
                return early
        if unit == "Y" and shape[2 * head + 3] == "N" and shape[2 * head + 2] == " ":
            spelled = spelled_year(scan, head + 1)
            if spelled:
                spelled.first = index
                return spelled
        if shape[2 * head + 3] == "Y" and unit == "Y":
            marked = afghan_date(scan, head + 1)
            if marked:
                return marked
            found = Expression(index, head + 2, "date", "year")
            found.year = int(scan.words[head + 1])
            return found
        if shape[2 * head + 2] == "-" and (unit in ("Y", "Q") or scan.words[head + 1] in _COMPARED):
            # "the quarter-to-quarter comparison"
            return None
        found = Expression(index, head + 1, "unit", "unit-determined")
        found.relation, found.unit = determiner, unit
        if (
            determiner == "this"
            and unit == "D"
            and scan.words[index - 1] == "to"
            and scan.words[index - 2] not in _POINTING
        ):
            # "stands to this day"
            found.kind, found.value = "reference", "PRESENT_REF"
            return found
        if determiner == "the":
            after = scan.words[head + 1]
            beside = scan.words[head + 2]
            if after in ("before", "after") and beside in ("yesterday", "tomorrow") and unit == "D":
                found.kind, found.rule, found.after = "deictic", "deictic-day", head + 3
                found.count = "-2" if beside == "yesterday" else "2"
                return found
            if after == "under" and beside == "review":
                found.kind, found.rule, found.after = "reported", "reporting-period", head + 3
                return found
            if (after, beside) in (("before", "last"), ("after", "next")) and shape[2 * head + 7] not in "WMmJuS":
                found.relation, found.direction, found.after = beside, f"{after} {beside}", head + 3
                return found
            if after == "before" and beside == "that" and shape[2 * head + 6] in ",.;|":
                # "the year before that"
                found.relation, found.after = "previous", head + 3
                return found
            if after in ("before", "earlier", "after", "following", "previous") and shape[2 * head + 2] == " ":
                if (
                    shape[2 * head + 4] != " "
                    or after == "earlier"
                    or scan.words[head + 2] in ("and", "in", "by", "with", "when")
                ):
                    found.relation, found.after = (
                        "following" if after in ("after", "following") else "previous",
                        head + 2,
                    )
                    return found
            if unit == "Y" and (after in ("ended", "ending") or (after == "to" and shape[2 * head + 5] in "MmJ")):
                found.kind, found.count = "duration", "1"
                return found
            if unit == "D":
                # "to end the day at 8,017 points"
                found.rule = "closing-day"
                return found if scan.words[index - 1] in _CLOSINGS and shape[2 * index] == " " else None
        return found
    return None
