"""Tells numbers that name, order, date or number something from figures."""

from __future__ import annotations

from afghanbrief.document import Document
from afghanbrief.extractors.statistics.figure import Figure
from afghanbrief.extractors.statistics.lexicon import Lexicon
from afghanbrief.extractors.statistics.unit_table import UnitTable
from afghanbrief.text.numerals import Numeral
from afghanbrief.text.tokens import Tokens


def is_vetoed(document: Document, numeral: Numeral, lexicon: Lexicon, table: UnitTable) -> bool:
    tokens = document.tokens
    first, stop = numeral.first, numeral.stop
    before = tokens.words[first - 1] if first else ""
    gap, after_gap = tokens.gaps[first], tokens.gaps[stop]
    after = tokens.words[stop] if stop < len(tokens) else ""
    if numeral.form == "multiple":
        return _is_plain_adverb(tokens, numeral)
    if numeral.form == "fraction":
        if tokens.words[stop - 1] != "quarter" or after_gap != " ":
            return False
        return after == "century" or (after == "of" and _is_year(tokens, stop + 1))
    if after in lexicon["time_units"] and after_gap.replace("\n", " ") in (" ", "-", "'"):
        return True
    if numeral.form == "words" and numeral.value == 1:
        return not _counts_one(tokens, numeral, lexicon)
    if numeral.form == "words" and numeral.value == 0:
        return True
    if numeral.form == "words" and before in ("the", "both", "these", "those") and after in lexicon["no_counts"]:
        return True
    if numeral.form == "words" and numeral.value in (2, 3) and before == "the" and after_gap == " ":
        if after not in lexicon["stops"] and after not in lexicon["casualty"]:
            return True
    if (
        numeral.form == "words"
        and numeral.value == 2
        and before in ("the", "these", "those")
        and after in ("", "are", "have")
    ):
        return True
    if numeral.form != "digits":
        return False
    return _is_vetoed_in_digits(tokens, numeral, lexicon, table, before, gap, after, after_gap)


def _is_vetoed_in_digits(
    tokens: Tokens,
    numeral: Numeral,
    lexicon: Lexicon,
    table: UnitTable,
    before: str,
    gap: str,
    after: str,
    after_gap: str,
) -> bool:
    first, stop = numeral.first, numeral.stop
    if gap == "" and first:
        return True
    if first and gap.strip() == gap and gap[-1:] in (".", ")", "]", ",", "\u201d", "\u2019", '"', "'"):
        # Digits glued to the end of a sentence or quotation are a footnote's.
        return True
    if gap == "-" and before.isdecimal():
        # The scores of a match, or a code: a range has been read before.
        return True
    if after_gap == "-" and after.isdecimal() and not numeral.scaled and numeral.value >= int(after[:9]):
        return True
    if gap == " " and _is_index_name(tokens, numeral, table):
        return True
    if before in ("is", "was", "turned") and 9 < numeral.value < 100 and not numeral.scaled and first > 1:
        subject = tokens.words[first - 2]
        if subject in ("who", "he", "she") or tokens.forms[first - 2] != subject:
            return after in ("and", "when", "years", "at", "") or after_gap[:1] in (",", ".")
    if gap in ("-", ".", "/", "/ ", "#", "'", "+", " +", "(+", "_", "@", ":") and first:
        # Designators (M-16), footnotes glued to a stop (MOI.16), codes, clock times.
        if gap != "-" or not before[:1].isdecimal():
            return gap != "-" or numeral.value < 10_000
    if before in lexicon["designators"] and gap in (" ", ". ", "-", " (", ": ", " #"):
        if before not in _COMMON_DESIGNATORS or tokens.forms[first - 1] != before:
            return True
    if (
        after in ("a", "p")
        and after_gap == " "
        and tokens.words[stop + 1 : stop + 2] == ("m",)
        and tokens.gaps[stop + 1] == "."
    ):
        return True
    if after_gap == ":" and after[:1].isdecimal():
        return True
    if after_gap.startswith("-") and after in ("year", "years", "old", "day", "month", "week", "hour", "minute", "km"):
        return after != "km"
    if after_gap in (". ", ") ") and (not first or "\n" in gap):
        return True
    if (
        gap.endswith((" (", "("))
        and after_gap.startswith((") ", ")"))
        and numeral.value < 100
        and not numeral.scaled
        and not before
    ):
        return True
    if (
        gap == ", "
        and after_gap[:1] in (",", ".")
        and first
        and tokens.forms[first - 1] != before
        and 9 < numeral.value < 100
    ):
        # An age in apposition: "Zarmina Totakhel, 38, the ...".
        if tokens.gaps[first - 1] == " " and tokens.forms[first - 2 : first - 1] != tokens.words[first - 2 : first - 1]:
            return True
    if before in lexicon["age_words"] and numeral.value < 120:
        return True
    if _is_bare_year(numeral, tokens) and (after_gap.strip() or after in lexicon["stops"] or not after):
        return True
    return _is_phone(tokens, first, stop)


# Words that are common nouns when written small: "no 5" is none, "level 5" may be one.
_COMMON_DESIGNATORS = frozenset(
    "no number part unit order act area group team top day week year point line case cases an it su class law "
    "figure".split()
)


def _is_index_name(tokens: Tokens, numeral: Numeral, table: UnitTable) -> bool:
    """Tell whether capitals before a bare whole number make a name of both: "S&P 500", "ISO 3888"."""
    form = tokens.forms[numeral.first - 1] if numeral.first else ""
    return (
        form.isupper()
        and len(form) <= 5
        and numeral.stop - numeral.first == 1
        and not numeral.scaled
        and form not in table.codes
        and form.lower() not in table.before
        and (len(form) > 1 or tokens.gaps[numeral.first - 1] == "&")
        and tokens.gaps[numeral.stop][:1] not in ("%",)
        and not any(character in tokens.gaps[numeral.first] for character in "$(")
    )


def _is_year(tokens: Tokens, index: int) -> bool:
    word = tokens.words[index] if index < len(tokens.words) else ""
    return len(word) == 4 and word.isdecimal() and word[0] in "12"


def _is_bare_year(numeral: Numeral, tokens: Tokens) -> bool:
    return (
        numeral.stop - numeral.first == 1
        and len(tokens.words[numeral.first]) == 4
        and 1000 < numeral.value < 2100
        and not numeral.scaled
    )


def _is_phone(tokens: Tokens, first: int, stop: int) -> bool:
    """Tell whether the number is one of a row of digit groups that only blanks, brackets and hyphens part."""
    groups = 0
    for index in range(max(1, first - 3), min(len(tokens), stop + 4)):
        if tokens.words[index].isdecimal() and tokens.words[index - 1].isdecimal() and tokens.gaps[index] in (" ", "-"):
            groups += 1
    return groups >= 2


def _is_plain_adverb(tokens: Tokens, numeral: Numeral) -> bool:
    """Tell whether "twice" counts occasions ("met twice"), "double" is an adjective: no measure."""
    word = tokens.words[numeral.first]
    after = tokens.words[numeral.stop : numeral.stop + 1]
    if word in ("twice", "thrice"):
        return not after or after[0] not in ("as", "the", "that", "what", "its", "their", "his", "more", "higher")
    if word in ("double", "triple", "quadruple"):
        return not after or after[0] not in ("the", "that", "what", "its", "their", "from")
    return False


def _counts_one(tokens: Tokens, numeral: Numeral, lexicon: Lexicon) -> bool:
    before = tokens.words[numeral.first - 1] if numeral.first else ""
    after = tokens.words[numeral.stop] if numeral.stop < len(tokens) else ""
    if tokens.gaps[numeral.stop] != " " or (
        numeral.first and tokens.gaps[numeral.first] not in (" ", ". ", ", ", " \u2013 ")
    ):
        return False
    if after in lexicon["stops"] or after in lexicon["verbs"] or after in lexicon["after_article"]:
        return False
    return before in lexicon["before_one"]


def is_age_range(tokens: Tokens, pair: Figure, lexicon: Lexicon) -> bool:
    """Tell whether the two ends of a range are ages: "aged 18 to 34", "between the ages of 15 and 24"."""
    before = tokens.words[max(0, pair.first - 3) : pair.first]
    if pair.unit != "count" or not before or pair.value > _OLDEST:
        return False
    return before[-1] in lexicon["age_words"] or (before[-1] in ("of", "between", "from") and "ages" in before)


_OLDEST = 120
