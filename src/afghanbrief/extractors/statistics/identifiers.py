"""Tells digits that name, number or place something from figures: designators, ages, codes, clock times, addresses."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.statistics.bare_ages import KIN, TURNING, is_age, is_age_in_apposition
from afghanbrief.extractors.statistics.lexicon import Lexicon
from afghanbrief.extractors.statistics.unit_table import UnitTable
from afghanbrief.text.numerals import Numeral
from afghanbrief.text.tokens import Tokens


def is_identifier(tokens: Tokens, text: str, numeral: Numeral, lexicon: Lexicon, table: UnitTable) -> bool:
    """Tell whether a number in digits measures nothing.

    Arguments:
        tokens: the document's tokens.
        text: the normalized text.
        numeral: a number in digits.
        lexicon: the word lists.
        table: the units.
    """
    words, forms = tokens.words, tokens.forms
    first, stop = numeral.first, numeral.stop
    gap, after_gap = tokens.gaps[first], tokens.gaps[stop]
    before = words[first - 1] if first else ""
    after = words[stop] if stop < len(words) else ""
    if gap and gap[-1] in _MONEY:
        return False
    plain = gap == " " and after_gap == " " and before > ":" and after > ":" and words[stop - 1][-1] < ":"
    if plain and before not in lexicon.naming and forms[first - 1] == before and forms[stop] == after:
        # Most figures stand among plain words: nothing near them names anything.
        if words[first][0] != "0" and after not in ("a", "p"):
            return _is_lone_year(tokens, numeral, lexicon, before, after)
    if first and numeral.start == tokens.starts[first] and _is_glued(tokens, numeral, gap, before):
        return True
    if after < ":" and after_gap in _BETWEEN_DIGITS and after.isdecimal() and not numeral.scaled:
        # The first of a score ("134-97", "1 - 0"), of a clock time or of a height in feet; a range rises.
        if after_gap in (":", "'") or (
            numeral.value >= int(after[:9]) and not (after_gap == " - " and _is_share(tokens, stop + 1))
        ):
            return True
    if after and forms[stop] != after and len(after) <= _LONGEST_CODE and forms[stop].isupper():
        if after_gap == "-" and after not in table.heads and stop - first == 1:
            # "Report 42-AR".
            return True
        if after_gap == " " and after in _COMPASS and stop - first > 1 and len(after) == 1:
            # "34.5281 N".
            return True
    if (gap[-1:] == "[" and after_gap[:1] == "]") or (gap[-1:] == "(" and after_gap[:2] == ".)"):
        return True
    if stop - first == 2 and len(words[first]) == 4 and tokens.gaps[stop - 1] == "." and before in _DATING:
        # "In 2022.42": a year and the number of a note.
        return 1900 < numeral.value < 2100
    decimals = words[stop - 1] if stop - first == 2 and tokens.gaps[stop - 1] == "." else ""
    if len(decimals) > _MOST_DECIMALS and decimals.isdecimal():
        # Nobody reports to the fifth decimal: a coordinate.
        return not numeral.scaled
    if len(decimals) > 2 and not _COORDINATES.isdisjoint(words[max(0, first - _NEAR_HEAD) : first]):
        return True
    if after_gap == "\u00b0" and (after in _COMPASS or after[:1].isdecimal()):
        return True
    if gap[-1:] == "\u00b0" or (words[first][0] == "0" and stop - first == 1 and len(words[first]) > 1):
        # "34\u00b031'N", "Schalke 04".
        return True
    if before == "number" and first > 1 and numeral.value >= _LARGE and (numeral.scaled or after_gap[:1] in ",.;"):
        # "Displaced people *number* 5.6 million": a verb.
        if words[first - 2] in _ADVERBS or words[first - 2][-1] == "s" or words[first - 2] in _COLLECTIVES:
            return False
    if before in lexicon.sets["designators"] and gap in (" ", ". ", "-", " (", ": ", " #", " - "):
        if before not in COMMON_DESIGNATORS or forms[first - 1] != before:
            # A percent sign makes it a figure all the same: "level 5%".
            return text[numeral.end : numeral.end + 1] != "%"
        if before in _RUNNING and gap == " " and (after_gap[:1] in ",.;:)" or after in lexicon.sets["stops"]):
            return True
    if first > 1 and stop - first == 1 and (before in ("and", "or", "to") or before[0].isdigit()):
        # "Articles 5 and 7", "pages 71, 72 and 73".
        if _continues_list(tokens, first, lexicon, after):
            return True
    if before == "day" and after == "of" and gap == " " == after_gap:
        # "On day 112 of the siege".
        return True
    if before == "top" and gap == " " and (after_gap.strip() or not after or after in lexicon.sets["stops"]):
        # "In the top 50".
        return True
    if numeral.value < _OLDEST and after_gap[:1] == "," and after in _PERSONAL and _opens_with_age(words, first):
        return True
    if before in lexicon.sets["age_words"] and numeral.value < _OLDEST:
        return True
    if after_gap[:1] == "-" and after in _AGES:
        return True
    if after_gap in (". ", ") ") and (not first or "\n" in gap):
        return True
    if after in ("a", "p") and after_gap in (" ", "") and words[stop + 1 : stop + 2] == ("m",):
        return tokens.gaps[stop + 1] == "."
    if words[first] in _RESOLUTIONS:
        return True
    if words[stop - 1] in _GENERATIONS and forms[stop - 1][-1] == "G":
        return True
    simple = stop - first == 1 and not numeral.scaled
    if simple and before in ("the", "a", "an") and after in _SINGULAR and len(words[first]) > 2 and gap == " ":
        # "The 486 is old": one thing called by a number.
        return True
    if first and simple and words[first] < ":":
        if gap == " ":
            if _is_named(tokens, numeral, lexicon, table):
                return True
            if before in _BEFORE_AGE and is_age(tokens, numeral, after, after_gap):
                return True
        elif gap in (", ", "), ") and is_age_in_apposition(tokens, numeral, after, after_gap):
            return True
        if (before in _CALLING and gap in (", ", " ")) or (before == "complaints" and gap == ", "):
            return True
        if numeral.value < 100 and gap[-1:] == "(" and after_gap[:1] == ")" and (not before or gap[0] in ";:.,"):
            return True
        if before in _TELLING and _is_told_by_noun(tokens, first, before):
            return True
        if _is_bare_year(tokens, numeral, gap, before) and (
            after_gap.strip() or after in lexicon.sets["stops"] or not after
        ):
            return True
    if (
        before in _MONTHS
        and numeral.value < 32
        and gap == " "
        and (after_gap.strip() or after in lexicon.sets["stops"])
    ):
        return forms[first - 1] != before
    if before in ("ad", "bc", "ce") or (before == "d" and words[first - 2 : first - 1] == ("a",)):
        return True
    if after and forms[stop] != after and after_gap == " ":
        if _is_address(tokens, numeral) or (words[first] in _AIRLINERS and after in ("max", "dreamliner", "jumbo")):
            return True
    return _is_phone(tokens, first, stop)


def _is_lone_year(tokens: Tokens, numeral: Numeral, lexicon: Lexicon, before: str, after: str) -> bool:
    if len(tokens.words[numeral.first]) != 4 or numeral.stop - numeral.first != 1 or numeral.scaled:
        return False
    if before in _DETERMINERS and 1900 < numeral.value < 2040:
        # "Her 2005 book": no plural follows.
        return not after.endswith("s") and after not in lexicon.sets["irregular_plurals"]
    return after in lexicon.sets["stops"] and _is_bare_year(tokens, numeral, " ", before)


_DETERMINERS: Final = frozenset("the s his her its their our my this a".split())


_PERSONAL: Final = frozenset("he she they i we".split())
_COORDINATES: Final = frozenset("coordinates coordinate latitude longitude lat lon long gps".split())
_NEAR_HEAD: Final = 6
_LONGEST_RUN: Final = 8


def _opens_with_age(words: tuple[str, ...], first: int) -> bool:
    """Read "At just 20, she": an age before its person."""
    at = first - (2 if words[first - 1] in ("just", "only", "barely", "about") else 1)
    return at >= 0 and words[at] == "at"


def _continues_list(tokens: Tokens, first: int, lexicon: Lexicon, after: str) -> bool:
    """Tell whether a number goes on with those of a designator in the plural."""
    words, gaps = tokens.words, tokens.gaps
    listed = False
    for index in range(first - 1, max(-1, first - _LONGEST_RUN), -1):
        if gaps[index + 1] not in (" ", ", "):
            return False
        word = words[index]
        if word[0].isdigit() or word in ("and", "or", "to"):
            listed = listed or word[0].isdigit()
            continue
        if not listed or word[-1] != "s" or word not in lexicon.sets["designators"]:
            return False
        capital = tokens.forms[index] != word
        return word not in COMMON_DESIGNATORS or capital or after in lexicon.sets["stops"]
    return False


_LARGE: Final = 100
_ADVERBS: Final = frozenset("now still currently already".split())
_COLLECTIVES: Final = frozenset("people men women children police troops they dead".split())
_BEFORE_AGE: Final = frozenset(("is", "was", "at", "am", "be", *TURNING))
_MONEY: Final = "$\u20ac\u00a3\u00a5\u20b9"
_OLDEST: Final = 120
_DATING: Final = frozenset("in since of until by from during through".split())
_COMPASS: Final = frozenset("n s e w north south east west".split())
_AGES: Final = frozenset("year years old day month week hour minute".split())
# Words that are common nouns when written small: "no 5" is none, "level 5" may be one.
COMMON_DESIGNATORS: Final = frozenset(
    "kilometre kilometer "
    "no part unit order act area group team top day week year point line case cases an it su class law figure game "
    "planet fortune big seat row galaxy falcon dow pixel windows block round checkpoint post outpost company platoon "
    "battalion brigade division corps site court tower hall hospital school release update document form bill model "
    "mark note notes rule title camp exit book season terminal report batch hill hills rooms cells tables "
    "gates wards rows series committee".split()
)
# Of these, the ones that number something when nothing counted follows: "line 20, where".
_RUNNING: Final = frozenset(
    "kilometre kilometer "
    "line item class group unit part case act figure area team order release update document form bill model mark note "
    "rule title camp exit rooms cells tables gates wards rows".split()
)
_CALLING: Final = frozenset("hotline helpline telephone phone dial dialling dialing tollfree".split())


def _is_glued(tokens: Tokens, numeral: Numeral, gap: str, before: str) -> bool:
    """Tell footnotes, codes, scores and clock times by the mark right before the digits."""
    if not gap:
        return True
    last = gap[-1]
    if gap == " - " and before < ":" and before.isdecimal() and numeral.value < 100:
        # "Sweden won 1 - 0": a range has been read before; "475 - 38 percent - agreed" is an aside.
        return int(before[:9]) >= numeral.value and not _is_share(tokens, numeral.stop)
    if last in " $\u20ac\u00a3\u00a5(~<>\u20b9\u2248\n":
        return gap.strip() == "-" and gap[0] == " " and gap[-1] != " " and before.isupper()
    if last == "-":
        if before in ("minus", "negative") or gap != "-":
            # "COVID -19" is a name, " -19" a number.
            form = tokens.forms[numeral.first - 1]
            return gap == " -" and form.isupper() and len(form) > 2
        # Scores of a match and codes ("M-16"); a range has been read before.
        return before.isdecimal() or (not before[:1].isdecimal()) or numeral.value < 10_000
    if last == "." and numeral.start != tokens.starts[numeral.first]:
        return False
    if last in ".)],\u201d\u2019\"'" and gap.strip() == gap:
        # Digits glued to the end of a sentence or quotation are a footnote's.
        return True
    return last in "./#'+_@:&" and gap not in (". ", ": ") and last not in " " and not gap.endswith((" +", "(+"))


def _is_share(tokens: Tokens, stop: int) -> bool:
    return tokens.gaps[stop][:1] == "%" or tokens.words[stop : stop + 1] in (("percent",), ("per",))


_LONGEST_NAME: Final = 8
_LONGEST_CODE: Final = 3
_BETWEEN_DIGITS: Final = frozenset(("-", " - ", ":", "'"))
_MOST_DECIMALS: Final = 4
_PLACING: Final = frozenset("in at from near to for on and or since until through than over under about".split())


def _is_named(tokens: Tokens, numeral: Numeral, lexicon: Lexicon, table: UnitTable) -> bool:
    """Tell whether a name and a bare whole number make one name: "S&P 500", "Fortune 100", "iPhone 11", "Big 12"."""
    first, stop = numeral.first, numeral.stop
    words, forms = tokens.words, tokens.forms
    before, form = words[first - 1], forms[first - 1]
    if form == before or numeral.value >= 10_000 or tokens.gaps[stop][:1] in ("%", "\u00b0", ","):
        return form != before and form.isupper() and _is_code_name(tokens, numeral, table)
    if form.isupper():
        return _is_code_name(tokens, numeral, table)
    if form in table.codes or before in table.before:
        return False
    after = words[stop] if stop < len(words) else ""
    gap = tokens.gaps[stop]
    ends = gap.strip() != "" or not after or after in lexicon.sets["stops"] or after in lexicon.sets["verbs"]
    if not ends or after == "of" or "\n" in tokens.gaps[first]:
        return False
    if first < 2 or tokens.gaps[first - 1].replace("\n", " ") != " ":
        # A capital that opens a sentence says nothing.
        return False
    begin = first - 2
    while begin > first - _LONGEST_NAME and begin > 0 and forms[begin] != words[begin] and tokens.gaps[begin] == " ":
        # "Internet Explorer 6": what stands before the whole name tells.
        begin -= 1
    ahead = words[begin]
    if ahead in ("the", "a", "an", "this", "each", "every", "new", "latest"):
        return True
    if forms[begin] != ahead or ahead in _PLACING or ahead in lexicon.sets["verbs"]:
        return False
    return before not in _MONTHS


_MONTHS: Final = frozenset(
    "january february march april may june july august september october november december".split()
)


def _is_code_name(tokens: Tokens, numeral: Numeral, table: UnitTable) -> bool:
    """Tell whether capitals before a bare whole number make a name of both: "S&P 500", "ISO 3888"."""
    form = tokens.forms[numeral.first - 1]
    following = tokens.forms[numeral.stop : numeral.stop + 1]
    if following and len(following[0]) > 1 and following[0].isupper():
        # A line in capitals: "BLAST KILLS 12 IN KABUL".
        return False
    return (
        len(form) <= 5
        and form not in table.codes
        and form.lower() not in table.before
        and (len(form) > 1 or tokens.gaps[numeral.first - 1] in ("&", " "))
        and (form != "I" and form != "A")
        and tokens.gaps[numeral.stop][:1] != "%"
    )


_ABOUT: Final = frozenset(("about", "around", "some", "perhaps"))
_TELLING: Final = frozenset(("is", "was", "of", "and", "to", *_ABOUT))
_NUMBERED: Final = frozenset(
    "passport phone telephone account serial id licence license registration flight case badge mobile plate tazkira "
    "identity card fax room reference".split()
)


def _is_told_by_noun(tokens: Tokens, first: int, before: str) -> bool:
    """Read "her passport number was 1234567", "the Group of 20", "a daughter of 3", "aged 5 and 7"."""
    words = tokens.words
    ahead = words[first - 2] if first > 1 else ""
    if before in ("is", "was"):
        return ahead == "number" and words[first - 3 : first - 2] != () and words[first - 3] in _NUMBERED
    if before in _ABOUT:
        # "A man of about 25".
        return ahead == "of" and first > 2 and words[first - 3] in KIN and len(words[first]) < 3
    if before == "of":
        if ahead in ("ages", "age"):
            return True
        named = ahead == "group" and tokens.forms[first - 2] == "Group"
        return named or (ahead in KIN and len(words[first]) < 3)
    return ahead < ":" and ahead.isdecimal() and words[first - 3 : first - 2] in (("aged",), ("ages",))


def _is_bare_year(tokens: Tokens, numeral: Numeral, gap: str, before: str) -> bool:
    return (
        len(tokens.words[numeral.first]) == 4
        and 1000 < numeral.value < 2100
        and gap[-1:] not in ("$", "\u20ac", "\u00a3", "\u00a5", "~")
        and before not in ("of", "than", "nearly", "some", "about", "over", "least")
    )


_SINGULAR: Final = frozenset(("is", "was", "has"))
_RESOLUTIONS: Final = frozenset(("480p", "720p", "1080p", "1080i", "1440p", "2160p"))
_GENERATIONS: Final = frozenset(("2g", "3g", "4g", "5g", "6g"))
_AIRLINERS: Final = frozenset("707 717 727 737 747 757 767 777 787".split())
_STREETS: Final = frozenset(
    "road street avenue lane drive boulevard square terrace court place st rd ave blvd highway crescent close".split()
)


def _is_address(tokens: Tokens, numeral: Numeral) -> bool:
    """Tell whether the number is a house's: "575 Wilbraham Road"."""
    for index in range(numeral.stop + 1, min(numeral.stop + 4, len(tokens.words))):
        if tokens.gaps[index] != " " or tokens.forms[index] == tokens.words[index]:
            return False
        if tokens.words[index] in _STREETS:
            return True
    return False


def _is_phone(tokens: Tokens, first: int, stop: int) -> bool:
    """Tell whether the number is one of a row of digit groups that only blanks, brackets and hyphens part."""
    words = tokens.words
    if not (
        (stop < len(words) and words[stop] < ":" and words[stop].isdecimal())
        or (first and words[first - 1] < ":" and words[first - 1].isdecimal())
    ):
        return False
    groups = 0
    for index in range(max(1, first - 3), min(len(words), stop + 4)):
        if words[index].isdecimal() and words[index - 1].isdecimal() and tokens.gaps[index] in (" ", "-", ") "):
            groups += 1
    return groups >= 2
