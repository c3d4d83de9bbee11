"""Tells months and weekdays from names: Theresa May, April Smith, March for Life, Black Friday."""

from __future__ import annotations

from afghanbrief.extractors.dates.scan import Scan

_PERSONAL = frozenset(("april", "june", "may", "august", "jan"))


def is_name(scan: Scan, index: int) -> bool:
    """Tell whether the month's name at *index* stands for a person, an event or a verb instead."""
    letter = scan.shape[2 * index + 1]
    word, before, after = scan.words[index], scan.word(index - 1), scan.word(index + 1)
    context = scan.lexicon.context
    gap, behind = scan.gap(index), scan.gap(index + 1)
    next_letter = scan.letter(index + 1)
    if letter == "J":
        return not (
            (next_letter in "doY"
            and behind in " .-/,'")
            or (scan.letter(index - 1) in "do"
            and gap in " -/")
            or (word in ("sept",)
            and behind in " .")
        ) and not (behind == "." and before in context["prepositions"] and word not in ("jan", "sat", "mar"))
    dated = (
        next_letter in "doY"
        or (behind == " "
        and scan.letter(index + 1) == "t"
        and scan.letter(index + 2) == "o")
        or (scan.letter(index - 1) in "do" and gap in " -/")
        or (scan.letter(index - 1) == "f" and scan.letter(index - 2) in "oO")
    )
    if dated:
        return False
    if before in context["name_titles"] and gap in " .":
        return True
    form = scan.forms[index]
    if letter == "m":
        if (
            form.isupper()
            and len(form) > 1
            and before not in ("in", "by", "since", "of", "until", "from", "last", "this", "next")
        ):
            return True
        if before in context["prepositions"] and gap in " -":
            # "the March on the capital", "to May's office"
            if (
                before in ("the", "to", "that", "as", "for", "or", "and", "end", "of")
                and word == "march"
                and after in ("on", "for", "of", "to", "against", "towards", "toward")
            ):
                return True
            if (
                before in ("to", "and", "for", "that", "as", "or")
                and word == "may"
                and after in ("s", "said", "has", "was", "is", "will", "be", "told")
            ):
                return True
            return False
        if gap in " " and index and scan.forms[index - 1][:1].isupper() and scan.letter(index - 1) == "x":
            return True
        if (
            behind == " "
            and scan.forms[index + 1 : index + 2]
            and after
            in (
                "be",
                "have",
                "not",
                "i",
                "we",
                "the",
                "he",
                "she",
                "it",
                "they",
                "you",
                "said",
                "on",
                "for",
                "against",
                "has",
                "was",
                "is",
                "will",
                "told",
                "also",
                "god",
            )
        ):
            return True
        if behind == "'" and after == "s":
            return gap in " " or gap == "|"
        return (
            behind == " "
            and bool(scan.forms[index + 1 : index + 2])
            and not (gap == "|" and behind in ":")
            and before not in ("early", "late")
            and gap != "-"
        )
    if (
        word in _PERSONAL
        and gap == " "
        and behind == " "
        and index + 1 < scan.count
        and scan.forms[index + 1][:1].isupper()
        and next_letter == "x"
        and before not in context["prepositions"]
    ):
        return True
    if word == "august" and not form[0].isupper():
        return True
    if (
        word in _PERSONAL
        and gap == " "
        and index
        and scan.forms[index - 1][:1].isupper()
        and scan.letter(index - 1) == "x"
        and before not in context["prepositions"]
    ):
        return True
    return False
