"""Finds where temporal expressions begin in a shape, lets the grammar read them, and joins what belongs together."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from afghanbrief.extractors.dates import absolute, eras, years
from afghanbrief.extractors.dates.ages import BEFORE_AGE, age_behind_word, bare_age
from afghanbrief.extractors.dates.amounts import range_of_amounts
from afghanbrief.extractors.dates.composition import JOINTS, compose, name_by_date
from afghanbrief.extractors.dates.counted_days import day_beside, lone_day
from afghanbrief.extractors.dates.expression import Expression
from afghanbrief.extractors.dates.feasts import feast
from afghanbrief.extractors.dates.lunisolar import afghan_date, afghan_range, names_solar_years, plain_solar_year
from afghanbrief.extractors.dates.modifiers import BOUND_WORDS, amount_modifier, point_phrase
from afghanbrief.extractors.dates.names import is_name, is_paper, is_programme
from afghanbrief.extractors.dates.phrases import noun_phrase
from afghanbrief.extractors.dates.quarters import short_quarter, year_and_quarter
from afghanbrief.extractors.dates.references import long_ago, reference, reporting_period, stretch
from afghanbrief.extractors.dates.repetition import repeated, set_word
from afghanbrief.extractors.dates.scan import Scan
from afghanbrief.extractors.dates.spelled_dates import spelled_day_of_month, spelled_decade, spelled_recent_year
from afghanbrief.extractors.dates.times import clock_time, range_of_hours
from afghanbrief.text.patterns import compile_pattern

# The letters of words that an expression may be headed by, and of those that may stand before such a word.
_HEAD: Final = "uUhkMmJHILPSFEYCWKBDyi"
_CHAIN: Final = "dnNqOoyatTZFref&s"


def _to_head(most: int, head: str = _HEAD) -> str:
    """Give the pattern of up to *most* words before a head; that what follows is neither is seen first."""
    return rf"(?=[{_CHAIN}{head}])(?:[{_CHAIN}][ \-]){{0,{most}}}[{head}]"


_NUMBER: Final = (
    r"(?<=[xf]`.)(?=[ .,;|])|(?<=x[,|].)(?=[,.;])|(?<=x\(.)(?=\|[tax])|(?<=x .)(?=[.,|]| [x&]|;\Z)"
    r"|(?<=f .)(?=[.,|]| x|;\Z)"
    r"|(?=:[dnxA]|[ ;](?:A|G|a;|x'|d/d[ \-])|/d|;d;[dnY]|;[dn] (?:A|a;)|-d-[dnY]|-[nY][|,;.]"
    r"|\^n(?:[^;]n){0,3}[ \-][Ukuh]"
    rf"| (?:s |[&dnNFafyro] ){{0,4}}[{_HEAD}]|[~-](?:[dnNFo]-)?[{_HEAD}]|(?:[ ~-][dnoNYf&]){{1,5}}[ \-.][{_HEAD}]"
    r"|;d [Ukuh]|(?: & |[-~])d[ ;](?:A|a;))"
)
_ORDINAL: Final = rf"(?=[ \-](?:[dnNqOyaf&srFu][ \-]){{0,6}}[{_HEAD}])"
_RELATION: Final = rf"(?=[ \-]{_to_head(4)})"
# The class of a word that may begin an expression -> what must stand behind it: the word is temporal itself, or a
# determiner, number or modifier a few words before one.
_BEGINNINGS: Final = {
    "t": rf"(?=[ `'](?:[jop]|{_to_head(5, _HEAD + 'r')}))",
    "a": r"(?= (?:[uhqyP]|N [uUhk]|[sr] [uUhk]|O s u)|;x\.[dnY])",
    "d": _NUMBER + r"|(?=(?:,d){1,4}[, ]& d [MmJ])",
    "n": _NUMBER,
    **dict.fromkeys("MmJHILWwXDKCvRQzYSiPUk", ""),
    **dict.fromkeys("uh", r"(?=[ \-'])"),
    **dict.fromkeys("rZBF", _RELATION),
    "T": _RELATION + "|(?= p)",
    **dict.fromkeys("oOq", _ORDINAL),
    "N": _ORDINAL + "|(?= N)",
    "e": rf"(?=[ \-`](?:x |s )?(?:[{_CHAIN}][ \-]){{0,4}}[{_HEAD}])",
    "b": r"(?= (?:x |f ){0,2}[dnN])",
    "E": "(?= [dnY])",
    "V": "(?= [uUhkWMmSPdnNsOq])",
    "l": "(?= u)",
    "g": "",
    "y": "(?= (?:a )?[uh])",
}
# Every alternative begins with a letter of its own: the search skips letters that begin nothing, and the alternatives
# of other letters, in C. These are tried in turn, so the classes of the commonest words stand first.
_COMMON: Final = "taZdnNYeMurqOTbUWmRVlDEJPFSgvyokBLC"
_START: Final = compile_pattern(
    "|".join(f"{letter}(?:{_BEGINNINGS[letter]})" for letter in dict.fromkeys((*_COMMON, *_BEGINNINGS)))
)


_FEAST_DAYS: Final = frozenset(("good", "palm", "ash"))
_NAMED_DAYS: Final = _FEAST_DAYS | {"black", "bloody", "super", "cyber"}
_BEHIND_HOURS: Final = ("o", "on")


class Parser:
    """Reads the expressions of one scan, from left to right, none overlapping another."""

    __slots__ = ("_solar_years", "scan")

    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        self._solar_years: bool | None = None

    def expressions(self) -> list[Expression]:
        """Give the expressions in order."""
        found: list[Expression] = []
        after = 0
        scan = self.scan
        shape, words = scan.shape, scan.words
        for match in _START.finditer(shape, 1, 2 * scan.count + 1):
            at = match.start()
            index = at >> 1
            if index < after:
                continue
            if (
                (shape[at + 2] == "x" or (shape[at + 2] == "&" and shape[at + 4] == "x"))
                and shape[at + 1] == " "
                and shape[at] in "dn"
                and shape[at - 1] != "`"
                and words[index - 1] not in BEFORE_AGE
                and words[index + 1] not in _BEHIND_HOURS
            ):
                # Before another word a number is an age, or an hour: "6 o'clock", "1430 on Monday".
                continue
            for expression in self.read(index):
                if expression.first < after:
                    continue
                if (
                    expression.part
                    and expression.kind == "date"
                    and 1300 <= expression.year <= 1420
                    and self._is_solar()
                ):
                    expression.of = Expression(expression.first, expression.after, "hijri", "solar-hijri-year")
                    expression.of.year, expression.year = expression.year, 0
                elif expression.rule == "year" and 1300 <= expression.year <= 1420 and self._is_solar():
                    # "the year 1393"
                    expression.kind, expression.rule = "hijri", "solar-hijri-year"
                    expression.calendar = "solar-hijri"
                if found and expression.kind == "date" and found[-1].kind in ("offset", "unit"):
                    name_by_date(scan, found[-1], expression)
                found.append(expression)
                after = expression.after
        return found

    def read(self, index: int, depth: int = 0) -> list[Expression]:
        """Read what begins at word *index*: mostly none or one expression, two for a range."""
        scan = self.scan
        if index >= scan.count:
            return []
        shape, words = scan.shape, scan.words
        reader = _READERS.get(shape[2 * index + 1])
        core = reader(self, index, depth) if reader is not None else None
        if not core:
            return []
        if core[0].rule == "weekday-relation" and shape[2 * core[0].after] == ",":
            core = self._with_date(core[0]) or core
        if depth < 3:
            # Most words behind and before an expression have nothing to do with it.
            after = core[-1].after
            if shape[2 * after + 1] != "x" or shape[2 * after] == "'" or words[after] in JOINTS:
                compose(scan, core[-1], depth, self.read)
        if depth == 0:
            first = core[0].first
            gap = shape[2 * first]
            if words[first - 1] in BOUND_WORDS if gap == " " else gap in "-.":
                amount_modifier(scan, core[0])
        return core

    def _core(self, index: int, depth: int) -> list[Expression]:
        reader = _READERS.get(self.scan.shape[2 * index + 1])
        return reader(self, index, depth) if reader is not None else []

    def _month(self, index: int, _depth: int) -> list[Expression]:
        return [] if is_name(self.scan, index) else absolute.month_first(self.scan, index)

    def _year(self, index: int, _depth: int) -> list[Expression]:
        scan = self.scan
        shape = scan.shape
        behind = shape[2 * index + 2]
        if behind == " " and len(scan.words[index]) == 4:
            one = clock_time(scan, index)
            if one:
                return [one]
        one = year_and_quarter(scan, index) or afghan_date(scan, index) or self._plain_solar_year(index)
        if one:
            return [one]
        dated = absolute.numeric(scan, index) if behind in "-/;" else []
        return dated or _listed(noun_phrase(scan, index)) or years.year(scan, index)

    def _number(self, index: int, _depth: int) -> list[Expression]:
        scan = self.scan
        shape, at = scan.shape, 2 * index + 1
        letter, behind, following = shape[at], shape[at + 1], shape[at + 2]
        age = bare_age(scan, index)
        if age is not None:
            return [age]
        if shape[at - 1] == "`":
            short = years.short_year(scan, index)
            if short is not None:
                return [short]
        if behind in ".,|" and following not in ("MmJ" if behind == "." else "do&"):
            return []
        if behind == " " and following == "x" and scan.words[index + 1] not in _BEHIND_HOURS:
            return []
        if behind in "-~" or following == "&":
            amounts = range_of_amounts(scan, index)
            if amounts:
                return amounts
        if letter != "n":
            if letter == "d" and shape[at + (6 if following == "&" else 4)] in "Aa":
                hours = range_of_hours(scan, index)
                if hours:
                    return hours
            if letter == "d" and behind in "-~&/ ":
                dated = afghan_range(scan, index) or absolute.nine_eleven(scan, index)
                if dated:
                    return dated
            if behind in "-/;":
                dated = absolute.numeric(scan, index)
                if dated:
                    return dated
            if following in "MmJfdot&":
                dated = absolute.day_first(scan, index)
                if dated:
                    return dated
        one = afghan_date(scan, index) if following in "HIf" else None
        if one is None and (behind in ":;" or following in "AGakx"):
            one = clock_time(scan, index)
        one = one or noun_phrase(scan, index)
        return [one] if one else eras.early_year(scan, index)

    def _point(self, index: int, depth: int) -> list[Expression]:
        return point_phrase(self.scan, index, self.read, depth) if depth < 2 else []

    def _the(self, index: int, depth: int) -> list[Expression]:
        scan = self.scan
        shape = scan.shape
        following = shape[2 * index + 3]
        if following in "er":
            points = self._point(index, depth)
            if points:
                return points
        elif following == "p":
            return _listed(reporting_period(scan, index))
        elif following in "od":
            dated = absolute.day_first(scan, index) or _listed(afghan_date(scan, index))
            if dated:
                return absolute.without_article(scan, dated)
        elif following in "CK":
            return years.decade(scan, index + 1)
        elif following in "ON":
            spelled = spelled_day_of_month(scan, index) or (
                spelled_decade(scan, index + 1) if following == "N" else None
            )
            if spelled is not None:
                return [spelled]
        if following in "us":
            second = scan.words[index + 2]
            whole: list[Expression] = []
            if second in ("before", "after"):
                whole = day_beside(scan, index, self.read, depth)
            elif second == "month" or scan.words[index + 1] == "month":
                whole = self._month_of(index)
            if whole:
                return whole
        one = noun_phrase(scan, index)
        if one is None and following in "jr":
            one = stretch(scan, index)
        elif one is None and following in "MJ" and "quarter" in scan.words[index + 2 : index + 4]:
            # "the June quarter", "the July-September quarter"
            dated = absolute.month_first(scan, index + 1)
            dated[0].first -= dated[0].part != ""
            return dated
        elif one is None and following in "oO":
            return lone_day(scan, index)
        return _listed(one)

    def _this(self, index: int, _depth: int) -> list[Expression]:
        if self.scan.letter(index + 1) == "p":
            return _listed(reporting_period(self.scan, index))
        return _listed(noun_phrase(self.scan, index))

    def _fiscal(self, index: int, _depth: int) -> list[Expression]:
        scan = self.scan
        at = index + 2 if scan.words[index + 1] == "year" else index + 1
        one = afghan_date(scan, at) if scan.letter(at) == "Y" else None
        if one and one.first == index:
            return [one]
        return _listed(years.fiscal_year(scan, index) or noun_phrase(scan, index))

    def _spelled(self, index: int, _depth: int) -> list[Expression]:
        spelled = years.spelled_year(self.scan, index) or spelled_recent_year(self.scan, index)
        if spelled is None and self.scan.shape[2 * index + 3] == "K":
            spelled = spelled_decade(self.scan, index)
        if spelled is not None:
            return [spelled]
        return range_of_amounts(self.scan, index) or _listed(noun_phrase(self.scan, index))

    def _phrase(self, index: int, _depth: int) -> list[Expression]:
        return _listed(noun_phrase(self.scan, index))

    def _weekdays(self, index: int, _depth: int) -> list[Expression]:
        one = Expression(index, index + 1, "set", "weekday-set")
        one.value = f"XXXX-WXX-{self.scan.values['X'][self.scan.words[index]]}"
        return [one]

    def _other_calendar(self, index: int, _depth: int) -> list[Expression]:
        return _listed(afghan_date(self.scan, index))

    def _is_solar(self) -> bool:
        if self._solar_years is None:
            self._solar_years = names_solar_years(self.scan)
        return self._solar_years

    def _plain_solar_year(self, index: int) -> Expression | None:
        found = plain_solar_year(self.scan, index)
        return found if found is not None and self._is_solar() else None

    def _month_of(self, index: int) -> list[Expression]:
        # "the month of Saratan", "the holy month of Ramadan"
        scan = self.scan
        head = index + 1 if scan.words[index + 1] == "month" else index + 2
        if scan.words[head] != "month" or scan.letter(head + 1) != "f" or scan.letter(head + 2) not in "MmHI":
            return []
        inner = self._core(head + 2, 3)
        if inner:
            inner[0].first = index
        return inner

    def _weekday(self, index: int, _depth: int) -> list[Expression]:
        scan = self.scan
        shape = scan.shape
        if scan.words[index - 1] in _FEAST_DAYS and scan.forms[index - 1][0].isupper():
            named = feast(scan, index - 1)
            if named is not None:
                return [named]
        if scan.words[index - 1] in _NAMED_DAYS and scan.forms[index - 1][0].isupper() and shape[2 * index] == " ":
            return []
        if is_paper(scan, index) or (shape[2 * index + 2] == ";" and scan.words[index + 1] in ("com", "org", "net")):
            return []
        if shape[2 * index + 3] == "P" and shape[2 * index + 2] == " " and scan.forms[index + 1].istitle():
            if scan.forms[index + 2].istitle() and shape[2 * index + 4] == " ":
                # "Saturday Night Live"
                return []
        found = Expression(index, index + 1, "weekday", "weekday")
        found.weekday = int(scan.values["W"][scan.words[index]])
        return (self._with_date(found) if shape[2 * index + 2] in " ,(" else []) or [found]

    def _with_date(self, weekday: Expression) -> list[Expression]:
        """Give the date behind a weekday, the weekday taken into it: "Sunday, 4 May", "this Sunday, May 4"."""
        if self.scan.letter(weekday.after) not in "MmJdotHI":
            return []
        dates = self._core(weekday.after, 3)
        if not dates or dates[0].kind not in ("date", "hijri") or not dates[0].day or dates[0].rule == "lone-day":
            return []
        dates[0].first, dates[0].weekday = weekday.first, weekday.weekday
        return dates

    def _short_weekday(self, index: int, _depth: int) -> list[Expression]:
        scan = self.scan
        after = index + 1
        if scan.gap(after) in " ,." and scan.letter(after) in "MmJdo":
            dates = self._core(after, 3)
            if dates and dates[0].kind == "date" and dates[0].day:
                dates[0].first = index
                return dates
        return []

    def _deictic(self, index: int, _depth: int) -> list[Expression]:
        scan = self.scan
        word = scan.words[index]
        if is_programme(scan, index):
            return []
        found = Expression(index, index + 1, "deictic", "deictic-day")
        found.count = str(scan.values["D"][word])
        if word in ("tonight", "overnight"):
            found.clock = "TNI"
        return [found]


def _listed(found: Expression | None) -> list[Expression]:
    return [found] if found else []


# The reading of what a class of words begins.
_READERS: Final[dict[str, Callable[[Parser, int, int], list[Expression]]]] = {
    **dict.fromkeys("MmJ", Parser._month),
    **dict.fromkeys("don", Parser._number),
    **dict.fromkeys("OqrZuUhkPSBy", Parser._phrase),
    "a": lambda parser, index, _depth: _listed(noun_phrase(parser.scan, index)) or eras.after_era(parser.scan, index),
    **dict.fromkeys("HI", Parser._other_calendar),
    **dict.fromkeys("CK", lambda parser, index, _depth: years.decade(parser.scan, index)),
    **dict.fromkeys("Ll", lambda parser, index, _depth: _listed(feast(parser.scan, index))),
    "Y": Parser._year,
    "W": Parser._weekday,
    "w": Parser._short_weekday,
    "X": Parser._weekdays,
    "D": Parser._deictic,
    "e": Parser._point,
    "t": Parser._the,
    "T": Parser._this,
    "F": Parser._fiscal,
    "N": Parser._spelled,
    "v": lambda parser, index, _depth: _listed(set_word(parser.scan, index)),
    "Q": lambda parser, index, _depth: _listed(short_quarter(parser.scan, index)),
    "i": lambda parser, index, _depth: years.fiscal_token(parser.scan, index),
    "b": lambda parser, index, _depth: age_behind_word(parser.scan, index),
    "E": lambda parser, index, _depth: eras.after_era(parser.scan, index),
    "V": lambda parser, index, _depth: _listed(repeated(parser.scan, index)),
    "R": lambda parser, index, _depth: _listed(reference(parser.scan, index)),
    "g": lambda parser, index, _depth: _listed(long_ago(parser.scan, index)),
    "z": lambda parser, index, _depth: _listed(clock_time(parser.scan, index)),
}
