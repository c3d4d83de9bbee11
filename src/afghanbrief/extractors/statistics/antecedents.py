"""Reads what each figure counts, and fills a noun that is left out from the figures before it."""

from __future__ import annotations

from typing import NamedTuple

from afghanbrief.document import Document
from afghanbrief.extractors.statistics import grammar as g
from afghanbrief.extractors.statistics.counted import (
    Counted,
    counted_before_mark,
    counted_beside,
    counted_by_gap,
    counted_by_verb,
    is_money,
    lemma_of,
    main_subject,
    nearest_plural,
)
from afghanbrief.extractors.statistics.figure import Figure
from afghanbrief.extractors.statistics.noun_phrases import Phrase, is_plural
from afghanbrief.span import Span

_ELLIPTIC = frozenset(("count", "percent", "percentage-point", "x"))
_NAMED_BY_NOUN = frozenset(("count", "percent"))
# "70 tonnes of seed. Half was sown": of these a share may be spoken of as of a count.
_AMOUNTS = frozenset(("kg", "t", "l", "lb", "g", "bbl", "ha", "m3"))
_SIGNS = "$\u20ac\u00a3~"
_PLACED = frozenset(("in", "at", "for", "by", "from", "to", "the", "with"))
_LINK_WINDOW = 10
_BRACKET_WINDOW = 120
_RESTATEMENT_WINDOW = 80
_MONEY_WINDOW = 40
_OBLIQUE = frozenset("in from with within at on among across near against".split())


class Counting(NamedTuple):
    """What a figure counts, ready for its statistic.

    Attributes:
        span: the figure with its counted head, where it stands in the same noun phrase.
        phrase: the noun phrase of what is measured, or ``None``.
        lemma: its head in the singular, or ``None``.
        whole: what a share is a share of, or ``None``.
        elided: whether the noun stands elsewhere or is left out.
        carried: whether it is what an earlier figure counts.
        restates_id: id of the statistic that a share restates, or ``None``.
    """

    span: Span
    phrase: Span | None
    lemma: str | None
    whole: Span | None
    elided: bool
    carried: bool
    restates_id: str | None


class _Remembered(NamedTuple):
    """A figure that was read, for those behind it."""

    figure: Figure
    stop: int
    end: int
    phrase: Span | None
    id: str
    block: int
    bracket: int
    oblique: bool
    measured: bool


class CountedReader:
    """Reads figures left to right and remembers what was counted last, inside brackets and outside."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._tokens = document.tokens
        self._classes = g.word_classes()
        self._previous: _Remembered | None = None
        self._outside: _Remembered | None = None
        self._last: _Remembered | None = None
        self._inside: _Remembered | None = None
        self._last_bracket = -1

    def read(self, figure: Figure) -> Counting:
        """Tell what a figure counts.

        Arguments:
            figure: the figure; figures come in text order.

        Returns:
            What it counts.
        """
        document = self._document
        bracket = _bracket_of(document, figure.start)
        if bracket < 0 or bracket != self._last_bracket:
            self._inside = None
        antecedent = self._inside if self._inside is not None else self._last
        if antecedent is not None and document.block_index(figure.start) - antecedent.block > 1:
            antecedent = None
        found = counted_beside(self._tokens, figure, self._classes)
        elided = carried = False
        phrase: Span | None = None
        if found is None or found.again:
            elided = True
            found, phrase = self._elsewhere(figure, found, antecedent, bracket)
            carried = phrase is not None
        if found is not None and found.phrase is not None and phrase is None:
            phrase = self._span(found.phrase)
        end = figure.end
        stop = figure.stop
        if found is not None and found.adjacent and found.phrase is not None:
            stop = found.phrase.stop
            if figure.unit == "count":
                end = self._tokens.ends[stop - 1]
        span = document.span(figure.start, end)
        counting = Counting(
            span,
            phrase,
            None if phrase is None else lemma_of(phrase.text.split()[-1].lower()),
            self._span(found.whole)
            if found is not None and found.whole is not None and figure.unit == "percent"
            else None,
            elided and phrase is not None and figure.unit in _NAMED_BY_NOUN,
            carried,
            _restated(document, figure, antecedent),
        )
        self._remember(figure, stop, counting, bracket, elided, carried)
        return counting

    def _span(self, phrase: Phrase) -> Span:
        return self._document.span(self._tokens.starts[phrase.first], self._tokens.ends[phrase.stop - 1])

    def _elsewhere(
        self, figure: Figure, found: Counted | None, antecedent: _Remembered | None, bracket: int
    ) -> tuple[Counted | None, Span | None]:
        """Find what a figure without a noun of its own counts: by rule, or as a figure before it."""
        if found is not None:
            # A change without a noun is one of what stands before it; else it is named by itself.
            again = self._again(figure, antecedent, bracket, near=found.phrase is not None and found.whole is None)
            if again is None and found.phrase is None and figure.unit != "percentage-point":
                return nearest_plural(self._tokens, figure.bound_first, self._classes), None
            return (found, again) if again is not None or found.phrase is None else (found, None)
        previous = self._previous
        if previous is not None and previous.bracket >= 0 and previous.bracket != bracket:
            outside = self._outside
            # A conversion in brackets: "$9 (7 euros) a month and $12".
            converted = outside is not None and previous.phrase is not None and previous.phrase is outside.phrase
            if not (converted and self._is_linked(previous, figure)):
                previous = outside
        tokens, classes = self._tokens, self._classes
        if previous is not None and self._is_linked(previous, figure):
            if figure.unit == "percent" and previous.figure.unit == "count":
                # "grew by 300 jobs or 2 percent": what grew.
                grown = counted_by_verb(tokens, previous.figure, classes, changing=True)
                if grown is not None and grown.phrase is not None:
                    return grown, None
            return None, previous.phrase
        elliptic = figure.unit in _ELLIPTIC
        found = counted_by_verb(tokens, figure, classes)
        if found is None and figure.rule == "elided-currency" and previous is not None:
            return None, previous.phrase
        if previous is not None and found is None and tokens.gaps[figure.bound_first - 1] == ", ":
            # "$9 million for the bridge, up 4 percent"
            if tokens.words[figure.bound_first - 1] in ("up", "down") and self._follows_money(figure):
                return None, previous.phrase
        if found is None and figure.unit != "count":
            found = counted_before_mark(tokens, figure, classes, bracketed=not elliptic)
        if found is None and previous is not None and previous.measured and self._same_sentence(previous, figure):
            found = counted_by_gap(tokens, figure, classes)
        if found is not None:
            if found.again:
                again = self._again(figure, antecedent, bracket, near=not elliptic)
                return (found, again) if again is not None else (main_subject(tokens, figure, classes), None)
            if found.phrase is not None:
                head = classes.get(tokens.words[found.phrase.stop - 1], 0)
                if not head & (g.TOLL | g.TIME | g.PRONOUN) or (
                    head & g.TOLL and (figure.unit != "count" or (antecedent is None and head & g.NUMBERING))
                ):
                    return found, None
        if not elliptic:
            found = None if is_money(figure.unit) else counted_by_verb(tokens, figure, classes, loose=True)
        elif antecedent is not None and not self._follows_money(figure):
            return None, antecedent.phrase
        elif figure.unit == "count" and bracket >= 0:
            # "Refugees came from Iran (598), Pakistan (380)": the figures of a list are those of its clause's subject.
            found = main_subject(tokens, figure, classes)
            plural = found is not None and found.phrase is not None and found.phrase.stop
            if not plural or not is_plural(tokens.words[plural - 1], classes.get(tokens.words[plural - 1], 0)):
                return None, None
            return found, None
        elif figure.unit == "count" and antecedent is None:
            return None if found is not None else nearest_plural(tokens, figure.bound_first, classes), None
        elif figure.unit == "count" or figure.form == "fraction" or self._follows_money(figure):
            return None, None
        else:
            found = counted_before_mark(tokens, figure, classes, bracketed=True)
            if found is None:
                found = counted_by_verb(tokens, figure, classes, loose=True)
        return (found, None) if found is None or not found.again else (main_subject(tokens, figure, classes), None)

    def _again(self, figure: Figure, antecedent: _Remembered | None, bracket: int, *, near: bool) -> Span | None:
        """Give the phrase that a pronoun or a bare change stands for; if *near*, from the same sentence only."""
        previous = self._previous
        if previous is not None and previous.bracket >= 0 and previous.bracket != bracket:
            previous = self._outside
        if previous is not None and previous.oblique and antecedent is not None:
            previous = antecedent
        if previous is not None and previous.phrase is not None and self._same_sentence(previous, figure):
            return previous.phrase
        if near or antecedent is None or figure.unit not in _ELLIPTIC:
            return None
        return antecedent.phrase

    def _same_sentence(self, previous: _Remembered, figure: Figure) -> bool:
        between = self._document.normalized[previous.end : figure.start]
        return len(between) < 160 and ". " not in between and "\n\n" not in between and "; " not in between

    def _is_linked(self, previous: _Remembered, figure: Figure) -> bool:
        """Tell whether only words that tie two figures of one thing stand between them."""
        tokens = self._tokens
        words, gaps = tokens.words, tokens.gaps
        first = figure.bound_first
        if not 0 <= first - previous.stop <= _LINK_WINDOW:
            return False
        if figure.unit not in _ELLIPTIC:
            parting = gaps[first].rstrip(_SIGNS)
            if (parting == ": " and not self._is_parted(previous.stop, first)) or (parting == "; " and figure.unit == previous.figure.unit):
                # The parts of a sum, or the next of a list: "three quarters has been paid: $20 million by ...".
                return True
        for index in range(previous.stop, first + 1):
            gap = gaps[index]
            if gap != " " and any(mark in gap for mark in '.;:\n"') and not (gap == "." and len(words[index - 1]) == 1):
                return False
        if first == previous.stop:
            # Side by side stands another measure of the same ("240 metres, $3 million"); a count is another thing.
            if "(" not in gaps[first] and (figure.unit == "count" or previous.figure.unit == "count"):
                return False
        elif previous.oblique and figure.unit == "count" and words[previous.stop] != "to":
            return False
        classes = self._classes
        for index in range(previous.stop, first):
            word = words[index]
            if classes.get(word, 0) & (g.GLUE | g.TIME) or word[0].isdigit():
                continue
            # "58 afghanis in Kabul and 61 in Herat"
            placed = words[index - 1] in _PLACED and (tokens.forms[index][0].isupper() or word == "the")
            placed = placed or (index > previous.stop + 1 and tokens.forms[index][0].isupper() and gaps[index] == " ")
            if not placed or figure.unit != previous.figure.unit:
                return False
        return True

    def _is_parted(self, first: int, stop: int) -> bool:
        return any("\n" in gap or ". " in gap or ";" in gap for gap in self._tokens.gaps[first : stop + 1])

    def _follows_money(self, figure: Figure) -> bool:
        """Tell whether a share stands right behind a sum of money, which is its noun: "US$5.2 million (28%)"."""
        previous = self._previous
        if previous is None or figure.unit != "percent" or not is_money(previous.figure.unit):
            return False
        between = self._document.normalized[previous.end : figure.start]
        return len(between) < _MONEY_WINDOW and not any(mark in between for mark in ".;\n")

    def _remember(
        self, figure: Figure, stop: int, counting: Counting, bracket: int, elided: bool, carried: bool
    ) -> None:
        last = self._last
        # "412 observers from 19 states": what stands behind a preposition is not spoken of further.
        oblique = (
            not elided
            and last is not None
            and figure.bound_first > 0
            and self._tokens.words[figure.bound_first - 1] in _OBLIQUE
            and not (stop < len(self._tokens.words) and self._tokens.words[stop] == "to")
            and self._same_sentence(last, figure)
        )
        kept = _Remembered(
            figure,
            stop,
            counting.span.end,
            counting.phrase,
            f"statistic:{counting.span.start}-{counting.span.end}",
            self._document.block_index(figure.start),
            bracket,
            oblique,
            elided and not carried and counting.phrase is not None,
        )
        self._previous = kept
        if bracket < 0:
            self._outside = kept
        if counting.phrase is None or oblique or counting.lemma == "other":
            return
        if figure.unit not in _ELLIPTIC and (elided or figure.unit not in _AMOUNTS):
            return
        # What stands in brackets is a part: after them the noun before them is the antecedent again.
        self._last_bracket = bracket
        if bracket >= 0 and last is not None:
            self._inside = kept
        else:
            self._last = kept


def _bracket_of(document: Document, offset: int) -> int:
    """Give the offset of the bracket that is open at *offset*, or -1."""
    window = document.normalized[max(0, offset - _BRACKET_WINDOW) : offset]
    opened = window.rfind("(")
    return -1 if opened < 0 or ")" in window[opened:] or "\n" in window[opened:] else offset - len(window) + opened


def _restated(document: Document, figure: Figure, last: _Remembered | None) -> str | None:
    """Tell whether a share restates the count before it: "229 districts ... which is about 56.3 percent"."""
    if last is None or figure.unit != "percent" or last.figure.unit != "count":
        return None
    between = document.normalized[last.end : figure.start]
    if len(between) > _RESTATEMENT_WINDOW or any(mark in between for mark in ".;!?\n"):
        return None
    words = between.lower().replace("(", " ( ").replace(",", " , ").split()
    joint = any(word in ("(", "or", "which", ",", "about", "approximately") for word in words)
    return last.id if joint and "and" not in words and "while" not in words else None
