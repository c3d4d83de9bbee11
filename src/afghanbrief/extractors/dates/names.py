"""Tells months from names and verbs (Theresa May, the March on the capital), and "daily" from newspapers."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.dates.scan import Scan

_PERSONAL: Final = frozenset(("april", "june", "may", "august"))
_SURE: Final = frozenset(
    ("in", "by", "since", "of", "until", "from", "last", "this", "next", "during", "before", "after")
)
_TO_PERSONS: Final = frozenset(("to", "with", "for"))
_MARCHES: Final = frozenset(("on", "for", "of", "to", "against", "towards", "toward"))
_PREDICATES: Final = frozenset("s said says told be is was will would can could must has had did does wants".split())


def is_name(scan: Scan, index: int) -> bool:
    """Tell whether the month's name at *index* stands for a person, an event or a verb instead."""
    shape = scan.shape
    letter = shape[2 * index + 1]
    if letter == "J":
        return not _is_dated(scan, index) and not _is_abbreviated_month(scan, index)
    if _is_dated(scan, index):
        return False
    before, gap = scan.words[index - 1], shape[2 * index]
    if before in scan.lexicon.context["name_titles"] and gap in " .":
        return True
    if scan.words[index + 1] in scan.lexicon.context["name_heads"] and shape[2 * index + 2] == " ":
        if scan.forms[index + 1][0].isupper():
            return True
    if letter == "m":
        return _is_may_or_march_a_name(scan, index)
    word = scan.words[index]
    if word == "august" and scan.forms[index][0].islower():
        return True
    if word not in _PERSONAL:
        return False
    if before in _TO_PERSONS and gap == " ":
        # "spoke to April Ryan", not "to April President Ghani"
        following = scan.forms[index + 1]
        beside = scan.words[index + 1] in scan.lexicon.context["name_titles"]
        return shape[2 * index + 2] == " " and shape[2 * index + 3] == "x" and following.istitle() and not beside
    if before in scan.lexicon.context["prepositions"] and before != "and":
        return False
    return _is_capitalised_word(scan, index - 1, gap) or _is_capitalised_word(scan, index + 1, shape[2 * index + 2])


def _is_dated(scan: Scan, index: int) -> bool:
    """Tell whether a day or year stands beside the month."""
    shape = scan.shape
    following, behind = shape[2 * index + 3], shape[2 * index + 2]
    if following in "doY" and behind in " .-/,'`":
        return True
    if following in "MmJ" and behind in "-~/" and shape[2 * index + 5] in "doY":
        # "Jan-Jun 2018"
        return True
    if following == "t" and shape[2 * index + 5] == "o" and behind == " ":
        return True
    if following in "ON" and behind == " " and shape[2 * index - 1] in "Ww":
        # "Sunday, March eighth"
        return True
    if shape[2 * index - 1] in "do" and shape[2 * index] in " -/.":
        return True
    return shape[2 * index - 1] == "f" and shape[2 * index - 3] in "oO"


def _is_abbreviated_month(scan: Scan, index: int) -> bool:
    if scan.gap(index + 1) != "." or scan.words[index] in ("jan", "mar"):
        return False
    return scan.words[index] == "sept" or scan.words[index - 1] in scan.lexicon.context["prepositions"]


def _is_capitalised_word(scan: Scan, index: int, gap: str) -> bool:
    return gap == " " and 0 <= index < scan.count and scan.letter(index) == "x" and scan.forms[index][0].isupper()


def _is_may_or_march_a_name(scan: Scan, index: int) -> bool:
    """Tell whether "May" or "March" with a capital and without a day is a name, a verb or a noun."""
    word, form = scan.words[index], scan.forms[index]
    before, after = scan.words[index - 1], scan.words[index + 1]
    gap, behind = scan.gap(index), scan.gap(index + 1)
    if form.isupper() and before not in _SURE:
        return True
    if before in scan.lexicon.context["prepositions"] and gap in " -":
        if before in _SURE and before != "of":
            return False
        return after in (_MARCHES if word == "march" else _PREDICATES) and behind in " '"
    if _is_capitalised_word(scan, index - 1, gap) or (before == "long" and gap == " "):
        return True
    if before.endswith("est") and len(before) > 4 and gap == " " and scan.words[index - 2] in ("the", "s"):
        # "the coldest March in years"
        return False
    if behind == "'":
        return True
    # "May the talks begin", "March said": a name or verb unless a pause follows, as in a list of months.
    return behind == " " and before not in ("early", "late") and gap != "-"


def is_newspaper(scan: Scan, index: int) -> bool:
    """Tell whether "daily" and the like stand for a paper: "the China Daily", "the daily Granma", "a weekly"."""
    form, behind = scan.forms[index], scan.gap(index + 1)
    if form[0].isupper() and behind == " " and index + 1 < scan.count and scan.forms[index + 1][0].isupper():
        # "China Daily News", "the Weekly Standard"; "Quarterly Report" and a heading in capitals are no titles
        return form in ("Daily", "Weekly", "Monthly", "Nightly")
    if form[0].isupper() and scan.gaps[index] == " " and index and scan.forms[index - 1][0].isupper():
        return True
    following = scan.forms[index + 1] if index + 1 < scan.count else ""
    if following in _PAPER_SAYS and behind == " " and scan.gaps[index] == " " and scan.forms[index - 1][:1].isupper():
        # "the Mandegar daily wrote"
        return True
    if behind == " " and following[:1].isupper() and form[0].islower() and scan.words[index + 1] not in ("from", "u"):
        return True
    return scan.words[index - 1] in ("a", "the") and behind != " "


_PAPER_SAYS: Final = frozenset(
    "said says wrote writes reported reports quoted quotes newspaper paper published".split()
)


def is_paper(scan: Scan, index: int) -> bool:
    """Tell whether the weekday at *index* begins the name of a paper: "the Sunday Times"."""
    return scan.forms[index + 1] in _PAPERS and scan.gap(index + 1) == " "


_PAPERS: Final = frozenset(("Times", "Telegraph", "Mirror", "Express", "Herald", "Tribune", "Mail"))


def is_programme(scan: Scan, index: int) -> bool:
    """Tell whether "Today" at *index* ends a name: "USA Today", "Radio Today"."""
    if scan.forms[index] not in ("Today", "TODAY") or scan.gap(index) != " ":
        return False
    if scan.forms[index].isupper():
        return scan.words[index - 1] == "usa"
    before = scan.forms[index - 1]
    return (before.isupper() and len(before) > 1) or before in _BEFORE_TODAY


_BEFORE_TODAY: Final = frozenset(
    ("Radio", "Russia", "India", "Pakistan", "Physics", "Psychology", "Arms", "Christianity")
)


def is_title(scan: Scan, index: int, head: int) -> bool:
    """Tell whether "The Week" and the like stand in capitals behind a small word: no sentence, no heading begins."""
    before = scan.forms[index - 1]
    return head == index + 1 and scan.gap(index) == " " and index > 0 and before.islower() and before.isalpha()


def names_an_event(scan: Scan, head: int, unit: str) -> bool:
    """Tell "the Seven Years War" and the programme "60 Minutes" from a heading's "17 Years of War"."""
    form, following = scan.forms[head], scan.forms[head + 1]
    if form[0].islower() or form.isupper():
        return False
    behind = scan.gaps[head + 1]
    return unit == "TM" or behind[:1] == "'" or (behind == " " and following[0].isupper())
