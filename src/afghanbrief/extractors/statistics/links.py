"""Tells how a figure hangs together with the one before it: one thing measured again, a part, a share of a sum."""

from __future__ import annotations

from typing import Final

import attrs

from afghanbrief.document import Document
from afghanbrief.extractors.statistics import grammar as g
from afghanbrief.extractors.statistics.counting import is_money
from afghanbrief.extractors.statistics.figure import Figure
from afghanbrief.extractors.statistics.noun_phrases import Classes
from afghanbrief.span import Span
from afghanbrief.text.tokens import Tokens

ELLIPTIC: Final = frozenset(("count", "percent", "percentage-point", "x"))
_SIGNS: Final = "$\u20ac\u00a3~"
_PLACED: Final = frozenset(("in", "at", "for", "by", "from", "to", "with"))
_PARTING_BY: Final = frozenset("through by for from in to at on with".split())
_PARTING: Final = frozenset('.;:\n"')
LINK_WINDOW: Final = 10
_SENTENCE_WINDOW: Final = 160
_BRACKET_WINDOW: Final = 120
_RESTATEMENT_WINDOW: Final = 80
_MONEY_WINDOW: Final = 40


@attrs.define(eq=False, weakref_slot=False)
class Remembered:
    """A figure with what it counts, for its statistic and for the figures behind it.

    Attributes:
        figure: the figure.
        stop: index after its last token, its counted head included.
        span: the figure with its counted head, where it stands in the same noun phrase.
        end: offset after its last character.
        phrase: the noun phrase of what is measured, or ``None``.
        lemma: its head in the singular, or ``None``.
        whole: what a share is a share of, or ``None``.
        bracket: offset of the bracket that it stands in, or -1.
        oblique: whether it stands behind a preposition and is not spoken of further.
        measured: whether a verb told what it counts.
        elided: whether the noun stands elsewhere or is left out.
        carried: whether it is what an earlier figure counts.
        restates_id: id of the statistic that a share restates, or ``None``.
    """

    figure: Figure
    stop: int
    span: Span
    end: int
    phrase: Span | None
    lemma: str | None
    whole: Span | None
    bracket: int
    oblique: bool
    measured: bool
    elided: bool
    carried: bool
    restates_id: str | None


def in_one_sentence(document: Document, previous: Remembered, figure: Figure) -> bool:
    """Tell whether no mark parts a figure from an earlier one."""
    if figure.start - previous.end > _SENTENCE_WINDOW:
        return False
    between = document.normalized[previous.end : figure.start]
    if "\n\n" in between or "; " in between:
        return False
    stop = between.find(". ")
    # "the quarter ended Sept. 29": behind an abbreviation no sentence begins.
    return stop < 0 or between[stop + 2 : stop + 3].isdigit()


def is_linked(document: Document, previous: Remembered, figure: Figure, classes: Classes) -> bool:
    """Tell whether only words that tie two figures of one thing stand between them: "190 points, or 0.6 percent".

    Arguments:
        document: the document.
        previous: the figure before.
        figure: the figure.
        classes: the word classes.
    """
    tokens = document.tokens
    words, gaps, forms = tokens.words, tokens.gaps, tokens.forms
    begin, first = previous.stop, figure.bound_first
    alike = figure.unit == previous.figure.unit
    if _goes_back(document.tokens, previous, figure):
        return in_one_sentence(document, previous, figure)
    if not 0 <= first - begin <= LINK_WINDOW:
        return False
    if words[first - 1] == "or" and gaps[first - 1] == ", " and figure.unit == "percent" != previous.figure.unit:
        # "$87 million of this amount, or 36 percent": the same again as a share.
        return in_one_sentence(document, previous, figure)
    if alike and _is_parallel(words, gaps, previous.stop, figure):
        return in_one_sentence(document, previous, figure)
    if previous.figure.unit == "count" and figure.unit not in ELLIPTIC:
        # "14,000 blankets and $3 million": money and measures are not of what is counted.
        return False
    if figure.unit not in ELLIPTIC and _is_listed(gaps[begin : first + 1], alike):
        return True
    if first == begin:
        # Side by side stands another measure of the same ("240 metres, $3 million"); a count is another thing.
        if "(" not in gaps[first] and "count" in (figure.unit, previous.figure.unit):
            return False
    elif previous.oblique and figure.unit == "count" and words[begin] != "to":
        return False
    placed = False
    for index in range(begin, first):
        word = words[index]
        if alike and word in _PLACED:
            placed = True
        elif placed and forms[index][0].isupper() and gaps[index] == " ":
            # "58 afghanis in Kabul and 61 in Herat"
            continue
        elif classes.get(word, 0) & (g.GLUE | g.TIME | g.NUMBER) or word[0].isdigit():
            placed = placed and word == "the"
        else:
            return False
    for index in range(begin, first + 1):
        gap = gaps[index]
        if gap != " " and not _PARTING.isdisjoint(gap) and not (gap == "." and len(words[index - 1]) == 1):
            return False
    return True


def _is_parallel(words: tuple[str, ...], gaps: tuple[str, ...], stop: int, figure: Figure) -> bool:
    """Tell whether two figures are told apart by one preposition: "$7 million through A and $3 million through B"."""
    first, behind = figure.bound_first, figure.stop
    if behind >= len(words) or words[stop] != words[behind] or words[stop] not in _PARTING_BY:
        return False
    return words[first - 1] == "and" or gaps[first].rstrip(_SIGNS) == ", "


def _is_listed(gaps: tuple[str, ...], alike: bool) -> bool:
    """Tell whether a sum is a part, or the next of a list: "half was paid: $20 million by ...", "...; $2 million"."""
    parting = gaps[-1].rstrip(_SIGNS)
    if parting == "; ":
        return alike
    return parting == ": " and not any("\n" in gap or ". " in gap or ";" in gap for gap in gaps)


def follows_money(document: Document, previous: Remembered | None, figure: Figure) -> bool:
    """Tell whether a share stands right behind a sum of money, which is its noun: "US$5.2 million (28%)"."""
    if previous is None or figure.unit != "percent" or not is_money(previous.figure.unit):
        return False
    between = document.normalized[previous.end : figure.start]
    return len(between) < _MONEY_WINDOW and not any(mark in between for mark in ".;\n")


def bracket_of(document: Document, offset: int) -> int:
    """Give the offset of the bracket that is open at *offset*, or -1."""
    text = document.normalized
    opened = text.rfind("(", max(0, offset - _BRACKET_WINDOW), offset)
    if opened < 0 or text.find(")", opened, offset) >= 0 or text.find("\n", opened, offset) >= 0:
        return -1
    return opened


_OF_THESE: Final = frozenset(("of", word) for word in ("them", "these", "those", "whom", "which"))


def _goes_back(tokens: Tokens, previous: Remembered, figure: Figure) -> bool:
    """Tell whether a figure is the level that the one before it began at: "fell to $78m in nine months, from $83m"."""
    first, start = figure.bound_first, previous.figure.bound_first
    if first < 2 or tokens.words[first - 1] != "from" or "," not in tokens.gaps[first - 1]:
        return False
    return figure.unit == previous.figure.unit and start > 0 and tokens.words[start - 1] in ("to", "at")


def restated_id(document: Document, figure: Figure, last: Remembered | None) -> str | None:
    """Give the id of the count that a share restates: "229 districts ... which is about 56.3 percent"; or ``None``."""
    if last is None or figure.unit != "percent" or last.figure.unit != "count":
        return None
    if figure.start - last.end > _RESTATEMENT_WINDOW:
        return None
    between = document.normalized[last.end : figure.start]
    if any(mark in between for mark in ".;!?\n"):
        return None
    if document.tokens.words[figure.stop : figure.stop + 2] in _OF_THESE:
        # "214 patients, a third of them children": a part, not the same again.
        return None
    words = between.lower().replace("(", " ( ").replace(",", " , ").split()
    joint = any(word in ("(", "or", "which", ",", "about", "approximately") for word in words)
    if not joint or "and" in words or "while" in words:
        return None
    return f"statistic:{last.figure.start}-{last.end}"
