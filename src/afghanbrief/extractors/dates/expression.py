"""What the grammar makes of a temporal expression before it is resolved."""

from __future__ import annotations


class Expression:
    """A parsed temporal expression; its slots say what the words say, nothing is resolved.

    Attributes:
        first: index of its first word.
        after: index after its last word.
        kind: ``date``, ``weekday``, ``unit``, ``offset``, ``deictic``, ``duration``, ``set``, ``reference``, ``time``,
            ``decade``, ``century``, ``period`` (solar or lunar), ``open``.
        rule: name of the rule.
        year, month, day: what is said of them; 0 if not.
        part: season, quarter or half (``"SP"``, ``"Q3"``, ``"H1"``).
        weekday: 1 to 7, or 0.
        relation: ``this``, ``last``, ``next``, ``previous``, ``following``, ``same``, ``that``, ``the`` or empty.
        count: number of units, a string (``"2"``, ``"X"``, ``"2.5"``).
        unit: TIMEX3 unit.
        clock: suffix of a time (``"TMO"``, ``"T09:20"``).
        mod: TIMEX3 modifier.
        value: ready value (sets, references).
        of: the expression that this one is a part of ("May of that year").
        direction: ``ago``, ``later``, ``earlier``, ``before``, ``after``.
        number: which of a row is meant ("the second week of"), -1 for the last; 0 if that is not said.
        until: the second end of the range that it begins, where neither end names its year.
        told: the year of such a second end, by the first one, and what that was resolved against.
        calendar: ``gregorian``, ``solar-hijri`` or ``islamic``.
    """

    __slots__ = (
        "after",
        "calendar",
        "clock",
        "count",
        "day",
        "direction",
        "first",
        "kind",
        "mod",
        "month",
        "number",
        "of",
        "part",
        "relation",
        "rule",
        "told",
        "unit",
        "until",
        "value",
        "weekday",
        "year",
    )

    def __init__(self, first: int, after: int, kind: str, rule: str) -> None:
        self.first = first
        self.after = after
        self.kind = kind
        self.rule = rule
        self.year = 0
        self.month = 0
        self.day = 0
        self.part = ""
        self.weekday = 0
        self.relation = ""
        self.count = ""
        self.unit = ""
        self.clock = ""
        self.mod: str | None = None
        self.value = ""
        self.of: Expression | None = None
        self.direction = ""
        self.number = 0
        self.until: Expression | None = None
        self.told: tuple[int, str] | None = None
        self.calendar = "gregorian"
