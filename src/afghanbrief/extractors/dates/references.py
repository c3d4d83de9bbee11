"""Grammar of references to the present, past and future: "now", "recently", "the future", "the time being"."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.dates.expression import Expression
from afghanbrief.extractors.dates.scan import Scan


def reference(scan: Scan, index: int) -> Expression | None:
    """Read a reference word; "now that" and names are none."""
    word = scan.words[index]
    if scan.shape[2 * index] in "-@" and word != "now":
        return None
    after = index + 1
    if scan.words[index - 1] == "the" and scan.forms[index][0].isupper():
        # "the Now magazine"
        return None
    if index and scan.forms[index] == "Now" and scan.gaps[index] == " " and scan.forms[index - 1].islower():
        # "The Power of Now"
        return None
    if word == "now" and scan.words[after] in ("that", "then") and scan.gap(after) == " ":
        return None
    first = index
    if word == "now" and scan.words[index - 1] in ("right", "until", "till") and scan.gap(index) == " ":
        first = index - 1 if scan.words[index - 1] == "right" else index
    if word == "recently" and scan.words[index - 1] in ("more", "most", "as"):
        first = index - 1 if scan.words[index - 1] != "as" else index
    found = Expression(first, after, "reference", "reference")
    found.value = str(scan.values["R"][word])
    return found


def long_ago(scan: Scan, index: int) -> Expression | None:
    """Read "some time ago", "a long time ago", "not long ago" from "ago"."""
    words = scan.words
    first = index - 1
    if words[first] == "time":
        first -= 1
        if words[first] not in ("some", "long"):
            return None
    elif words[first] not in ("long", "while"):
        return None
    if scan.gap(index) != " ":
        return None
    before = words[first - 1]
    if before == "a":
        first -= 1
    elif before in ("not", "so", "too", "very") and words[first] == "long":
        first -= 2 if before in ("so", "too", "very") and words[first - 2] == "not" else 1
    found = Expression(first, index + 1, "reference", "long-ago")
    found.value = "PAST_REF"
    return found


_STRETCHES: Final = {"future": "FUTURE_REF", "past": "PAST_REF", "present": "PRESENT_REF"}


def stretch(scan: Scan, index: int) -> Expression | None:
    """Read "the past", "the future", "the near future", "the time being", where no noun follows."""
    after = index + 1
    if scan.words[after] in ("near", "distant", "immediate", "foreseeable", "recent") and scan.words[after + 1] in (
        "future",
        "past",
    ):
        after += 1
    word = scan.words[after]
    if word == "time" and scan.words[after + 1] == "being":
        found = Expression(index, after + 2, "reference", "reference-noun")
        found.value = "PRESENT_REF"
        return found
    if word not in _STRETCHES or scan.gap(after) != " " or scan.gap(after + 1) == "-":
        return None
    following = scan.gap(after + 1)
    next_letter = scan.letter(after + 1)
    if (
        following == " "
        and (
            next_letter not in "xtT"
            or scan.words[after + 1]
            not in (
                "the",
                "this",
                "than",
                "after",
                "during",
                "under",
                "she",
                "he",
                "they",
                "we",
                "it",
                "because",
                "while",
                "although",
                "more",
                "is",
                "was",
                "has",
                "with",
                "in",
                "on",
                "for",
                "will",
                "by",
                "as",
                "that",
                "but",
                "when",
                "if",
                "at",
                "from",
                "would",
                "could",
                "may",
            )
        )
        and next_letter not in "f&"
    ):
        return None
    found = Expression(index, after + 1, "reference", "reference-noun")
    found.value = _STRETCHES[word]
    return found


def reporting_period(scan: Scan, index: int) -> Expression | None:
    """Read "the reporting period", "the period under review": the first range of dates of the text says which."""
    words = scan.words[index + 1 : index + 4]
    if words[:2] in (("reporting", "period"), ("review", "period"), ("reporting", "quarter")):
        after = index + 3
    elif words == ("period", "under", "review"):
        after = index + 4
    else:
        return None
    return Expression(index, after, "reported", "reporting-period")
