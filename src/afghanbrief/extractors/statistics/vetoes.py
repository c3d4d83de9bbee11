"""Tells numbers that name, order or date something from figures."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.statistics.figure import Figure, is_compared_time
from afghanbrief.extractors.statistics.identifiers import COMMON_DESIGNATORS, is_identifier
from afghanbrief.extractors.statistics.lexicon import Lexicon
from afghanbrief.extractors.statistics.unit_table import UnitTable
from afghanbrief.text.numerals import Numeral
from afghanbrief.text.tokens import Tokens


def is_vetoed(tokens: Tokens, text: str, numeral: Numeral, lexicon: Lexicon, table: UnitTable) -> bool:
    """Tell whether a number is no figure.

    Arguments:
        tokens: the document's tokens.
        text: the normalized text.
        numeral: a number that is no ordinal.
        lexicon: the word lists.
        table: the units.
    """
    stop = numeral.stop
    form = numeral.form
    if form == "multiple":
        return _is_plain_adverb(tokens, numeral)
    after = tokens.words[stop] if stop < len(tokens.words) else ""
    after_gap = tokens.gaps[stop]
    if form == "fraction":
        if after_gap == "-" and tokens.words[stop - 1] in _NTH:
            # "A third-generation migrant", "a half-hour walk".
            return True
        if _is_no_share(tokens, numeral, after):
            return True
        if tokens.words[stop - 1] != "quarter":
            return False
        front = tokens.words[numeral.first - 1] if numeral.first else ""
        if tokens.words[numeral.first] == "a" and (front[:1].isdigit() or front in _SCALES) and after != "of":
            # "Takes AFN 3.6 billion a quarter": how often.
            return True
        if after_gap != " ":
            return False
        return after == "century" or (after == "of" and _is_year(tokens, stop + 1))
    if after in lexicon.sets["time_units"] and after_gap.replace("\n", " ") in (" ", "-", "'"):
        return True
    before = tokens.words[numeral.first - 1] if numeral.first else ""
    if before not in _LIMITING:
        pass
    elif before in ("under", "over"):
        if tokens.gaps[numeral.first] == "-":
            # "Under-five mortality", "the over-65s".
            return True
        if form in ("digits", "words") and numeral.value < _OLDEST:
            if _is_limit_of_age(tokens, numeral, lexicon, after, after_gap):
                return True
    elif before == "every":
        ahead = tokens.words[max(0, numeral.first - 3) : numeral.first - 1]
        ends = not after_gap or after_gap[0] in ".,;\n"
        if (after_gap == " " or ends) and (ahead[-1:] == ("for",) or ahead == ("one", "of")):
            # "One doctor for every 30,000 people", "one of every 35,000 births": what a rate is reckoned by.
            return True
    elif form in ("digits", "words"):
        # "12 deaths per 1,000 births": so is this.
        return True
    if form == "digits":
        return is_identifier(tokens, text, numeral, lexicon, table)
    return form == "words" and _is_vetoed_in_words(tokens, numeral, lexicon, table, before, after, after_gap)


_SCALES: Final = frozenset(("thousand", "million", "billion", "trillion", "bn", "m", "tonnes", "tons", "dollars"))
_LIMITING: Final = frozenset(("under", "over", "every", "per"))
_NTH: Final = frozenset(("half", "third", "quarter", "fourth", "fifth"))
_ORDINAL_WINDOW: Final = 12


def _is_no_share(tokens: Tokens, numeral: Numeral, after: str) -> bool:
    """Tell whether "a third" is one more of two that were told of, and whether "the half" belongs to a name."""
    words, first, stop = tokens.words, numeral.first, numeral.stop
    if words[stop - 1] == "third" and after in ("was", "is", "has", "died"):
        # "Two men were killed and a third was injured".
        return words[first - 1] in ("and", "while") and "two" in words[max(0, first - _ORDINAL_WINDOW) : first]
    return words[stop - 1] == "half" and first > 0 and words[first - 1] == "the" and after not in ("of", "")


def _is_vetoed_in_words(
    tokens: Tokens,
    numeral: Numeral,
    lexicon: Lexicon,
    table: UnitTable,
    before: str,
    after: str,
    after_gap: str,
) -> bool:
    value = numeral.value
    if value == 1:
        return not _counts_one(tokens, numeral, lexicon, table)
    if value == 0:
        # "Has fallen to zero" measures; "zero tolerance" does not.
        ahead = tokens.words[numeral.first - 2] if numeral.first > 1 else ""
        return before != "to" or ahead not in lexicon.sets["change_verbs"]
    if before == "of" and (
        _is_named_group(tokens, numeral, after_gap) or tokens.words[numeral.first - 2] in ("age", "ages")
    ):
        return True
    if after_gap == "-" and after in _SHAPES and value < 20:
        return True
    if tokens.forms[numeral.first] != tokens.words[numeral.first] and numeral.first and _is_in_name(tokens, numeral):
        return True
    if (
        before in _NUMBERED
        and value < 100
        and tokens.gaps[numeral.first] == " "
        and (after_gap.strip() or not after or after in lexicon.sets["stops"])
    ):
        # "On day five of the trial".
        return True
    if before in ("the", "both", "these", "those") and after in lexicon.sets["no_counts"]:
        return True
    if before in ("since", "until", "till") and value < _HOURS and after_gap.strip():
        # "I had been there since six".
        return True
    if value == 2 and before == "or" and numeral.first > 2 and tokens.words[numeral.first - 3] in ("a", "an"):
        # "A stumble or two".
        return True
    if before in ("top", "bottom") and not (after_gap == " " and after.endswith("s")):
        return True
    if value in (2, 3) and before == "the" and after_gap == " ":
        if after not in lexicon.sets["stops"] and after not in lexicon.sets["casualty"]:
            return True
    if value != 2 or before not in ("the", "these", "those"):
        return False
    return not after or after_gap.strip() != "" or (after in lexicon.sets["stops"] and after != "of")


_CHANNELS: Final = frozenset(("channel", "radio", "network", "studio", "ward", "area", "apollo", "platform", "block"))
_NUMBERED: Final = frozenset("day week round phase stage chapter season episode part lesson act scene lane".split())


def _is_in_name(tokens: Tokens, numeral: Numeral) -> bool:
    """Tell whether a number with a capital inside a sentence belongs to a name: "Brisbane's *Nine News*"."""
    first, stop = numeral.first, numeral.stop
    if tokens.gaps[first] != " ":
        return False
    form, word = tokens.forms[first - 1], tokens.words[first - 1]
    if form != word:
        # A headline has many capitals: "Blast Kills Nine".
        return word in _CHANNELS
    behind = tokens.forms[stop : stop + 1]
    return bool(behind) and tokens.gaps[stop] == " " and behind[0][0].isupper() and first > 1


def _is_named_group(tokens: Tokens, numeral: Numeral, after_gap: str) -> bool:
    """Tell whether a number is part of a name: "the Committee of Thirty", "the Group of Seven"."""
    first, stop = numeral.first, numeral.stop
    form, ahead = tokens.forms[first], tokens.forms[first - 2]
    if form == tokens.words[first] or ahead == tokens.words[first - 2]:
        return False
    return after_gap != " " or stop >= len(tokens.forms) or tokens.forms[stop] == tokens.words[stop]


_HOURS: Final = 13
_CHILDREN: Final = frozenset(
    "children child boys girls kids those infants babies people men women youths pupils anyone them whom".split()
)


def _is_limit_of_age(tokens: Tokens, numeral: Numeral, lexicon: Lexicon, after: str, after_gap: str) -> bool:
    """Tell whether the number is an age in "children under five"."""
    ahead = tokens.words[numeral.first - 2] if numeral.first > 1 else ""
    if after_gap[:1] in "%+" and after_gap:
        return False
    return ahead in _CHILDREN and (after_gap.strip() != "" or not after or after in lexicon.sets["stops"])


# "A four-door car", "a five-star hotel": the number tells of what make a thing is.
_SHAPES: Final = frozenset(
    "door star way speed wheel wheeled wheeler bed bedroom seat seater cylinder sided pronged tier ply lane legged "
    "time step stage party piece part fold dimensional letter".split()
)


def _is_year(tokens: Tokens, index: int) -> bool:
    word = tokens.words[index] if index < len(tokens.words) else ""
    return len(word) == 4 and word.isdecimal() and word[0] in "12"


_AFTER_TWICE: Final = frozenset("the that what its their his her more higher our".split())
_AS_COMPARED: Final = frozenset(
    "many much high large big long likely fast great often old expensive wide heavy strong good deep tall far".split()
)


def _is_plain_adverb(tokens: Tokens, numeral: Numeral) -> bool:
    """Tell whether "twice" counts occasions ("met twice"), "double" is an adjective: no measure."""
    word = tokens.words[numeral.first]
    after = tokens.words[numeral.stop : numeral.stop + 3]
    if after and after[0] in ("down", "back", "up"):
        return True
    if word in ("twice", "thrice"):
        if not after or tokens.gaps[numeral.stop].strip():
            return True
        if after[0] == "as":
            return not (after[1:2] and (after[1] in _AS_COMPARED or after[2:] == ("as",)))
        return after[0] not in _AFTER_TWICE and not is_compared_time(tokens, numeral.stop)
    if word in ("double", "triple", "quadruple"):
        before = tokens.words[numeral.first - 1] if numeral.first else ""
        if before in ("to", "will", "would", "could", "may", "might", "nearly", "almost", "than", "about", "roughly"):
            return False
        return not after or after[0] not in ("the", "that", "what", "its", "their", "from")
    return False


def _counts_one(tokens: Tokens, numeral: Numeral, lexicon: Lexicon, table: UnitTable) -> bool:
    """Tell whether "one" is a number: before a unit, of a known whole, compared, or after a verb that counts."""
    words, gaps = tokens.words, tokens.gaps
    first, stop = numeral.first, numeral.stop
    before = words[first - 1] if first else ""
    after = words[stop] if stop < len(words) else ""
    gap = gaps[stop].replace("\n", " ")
    if gap == " " and after in table.heads and _is_plain_unit(tokens, stop, table):
        return True
    if gap != " ":
        return False
    following = words[stop + 1 : stop + 3]
    if after in ("more", "less", "fewer") and following[:1] == ("than",):
        return True
    if after == "of" and before in ("only", "just", "least", "than") and following:
        last = following[-1] if following[0] in ("the", "his", "her", "its", "their", "our") else following[0]
        return last in lexicon.sets["small_numbers"] or last[0].isdecimal()
    if _is_casualty(words, stop, lexicon):
        # "One person was killed".
        return True
    if first and gaps[first] not in (" ", ". ", ", ", " \u2013 ", "\n"):
        return False
    if after in lexicon.sets["stops"] or after in lexicon.sets["verbs"] or after in lexicon.sets["after_article"]:
        return False
    if first > 2 and gaps[first] == ", ":
        # "Eleven women, four goats, one bicycle": an item of a list of counts.
        return any(
            word in lexicon.sets["small_numbers"] or word[0].isdecimal() for word in words[first - 3 : first - 1]
        )
    return before in lexicon.sets["before_one"]


_STRUCK: Final = frozenset("destroyed damaged burnt burned seized shot found freed recovered abducted hit lost".split())


def _is_casualty(words: tuple[str, ...], stop: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun and "was killed" or the like follow."""
    for index in range(stop + 1, min(stop + 4, len(words) - 1)):
        if words[index] in ("was", "has", "is"):
            word = "".join(words[index + 2 : index + 3]) if words[index + 1] == "been" else words[index + 1]
            return word in lexicon.sets["casualty"] or word in _STRUCK
        if words[index] in lexicon.sets["stops"]:
            return False
    return False


def _is_plain_unit(tokens: Tokens, stop: int, table: UnitTable) -> bool:
    """Tell whether a unit of measurement follows: "one per cent", "one million" is no such case."""
    for entry in table.heads[tokens.words[stop]]:
        if entry.form or entry.need or tokens.words[stop + 1 : stop + 1 + len(entry.rest)] != entry.rest:
            continue
        return True
    return False


def is_no_measure(tokens: Tokens, pair: Figure, lexicon: Lexicon) -> bool:
    """Tell whether a range is one of ages, times or house numbers: "aged 18 to 34", "9 and 11 hours"."""
    before = tokens.words[max(0, pair.first - 3) : pair.first]
    if (
        pair.unit == "count"
        and pair.stop - pair.first == 2
        and tokens.gaps[pair.first + 1] == " - "
        and _is_score(tokens, pair)
    ):
        return True
    if pair.unit != "count" or pair.value > _OLDEST:
        return False
    if before and before[-1][-1] == "s" and before[-1] in lexicon.sets["designators"]:
        # "Chapters 2 to 4".
        return before[-1] not in COMMON_DESIGNATORS or tokens.forms[pair.first - 1] != before[-1]
    if tokens.words[pair.stop : pair.stop + 1] and tokens.words[pair.stop] in lexicon.sets["time_units"]:
        return tokens.gaps[pair.stop] in (" ", "-", "\n")
    after = tokens.words[pair.stop : pair.stop + 3]
    if after and tokens.forms[pair.stop] != after[0] and not _STREETS.isdisjoint(after):
        return True
    if not before:
        return False
    return before[-1] in lexicon.sets["age_words"] or (before[-1] in ("of", "between", "from") and "ages" in before)


def _is_score(tokens: Tokens, pair: Figure) -> bool:
    """Tell whether small numbers with a spaced dash are a match's result: "lost 1 - 2 to", "Tunisia 1 - 2 England"."""
    if pair.upper is None or pair.upper >= _MOST_GOALS or not pair.first:
        return False
    if tokens.words[pair.first - 1] in _PLAYED:
        return True
    behind = tokens.forms[pair.stop : pair.stop + 1]
    return tokens.forms[pair.first - 1][0].isupper() and bool(behind) and behind[0][0].isupper()


_MOST_GOALS: Final = 20
_PLAYED: Final = frozenset("lost won beat drew draw win loss defeat defeated score led trailed lead wins loses".split())
_STREETS: Final = frozenset("road street avenue lane drive boulevard terrace crescent".split())
_OLDEST: Final = 120
