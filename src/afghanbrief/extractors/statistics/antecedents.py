"""Reads what each figure counts, and fills a noun that is left out from the figures before it."""

from __future__ import annotations

from typing import Final

from afghanbrief.document import Document
from afghanbrief.extractors.statistics import grammar as g
from afghanbrief.extractors.statistics.appositions import (
    apposed_plural,
    apposed_sum,
    apposed_total,
    counted_at_place,
    goes_on_in_other_money,
)
from afghanbrief.extractors.statistics.clauses import (
    counted_before_mark,
    counted_by_gap,
    counted_by_heading,
    counted_by_verb,
    main_subject,
    nearest_plural,
)
from afghanbrief.extractors.statistics.counted import counted_beside
from afghanbrief.extractors.statistics.counted_persons import OF_VOTES, accounts_for, is_of_people, is_won
from afghanbrief.extractors.statistics.counting import Counted, is_money, lemma_of
from afghanbrief.extractors.statistics.figure import Figure
from afghanbrief.extractors.statistics.layout import LayoutReader
from afghanbrief.extractors.statistics.links import (
    ELLIPTIC,
    Remembered,
    bracket_of,
    follows_money,
    in_one_sentence,
    is_linked,
    restated_id,
)
from afghanbrief.extractors.statistics.noun_phrases import Phrase, is_plural
from afghanbrief.span import Span

_NAMED_BY_NOUN: Final = frozenset(("count", "percent"))
# "70 tonnes of seed. Half was sown": of these a share may be spoken of as of a count.
_NEXT_SENTENCE: Final = 100
_AMOUNTS: Final = frozenset(("kg", "t", "l", "lb", "g", "bbl", "ha", "m3"))
_UNSPOKEN: Final = frozenset(("other", "time", "way"))
_OBLIQUE: Final = frozenset("in from with within at on among across near against including".split())
_OF_THEM: Final = frozenset((("of", "them"), ("of", "these"), ("of", "those")))
_OF_WHICH: Final = frozenset((("of", "which"), ("of", "whom")))
_SHARES: Final = frozenset(("share", "proportion", "percentage"))
_REVISED: Final = frozenset("revised raised cut lowered reduced increased".split())
_OF_OTHERS: Final = g.TOLL | g.CASUALTY


# What a figure counts by a rule, or the figure that it goes on from.
_Elsewhere = tuple[Counted | None, Remembered | None]
_UNTOLD: Final[_Elsewhere] = None, None


class CountedReader:
    """Reads figures left to right and remembers what was counted last, inside brackets and outside."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._tokens = document.tokens
        self._classes = g.word_classes()
        self._layout = LayoutReader(document)
        self._bracketed = "(" in document.normalized
        self._previous: Remembered | None = None
        self._outside: Remembered | None = None
        self._last: Remembered | None = None
        self._counted: Remembered | None = None
        self._inside: Remembered | None = None
        self._people: Remembered | None = None
        self._placed: Remembered | None = None
        self._block = -1
        self._last_bracket = -1

    def read(self, figure: Figure) -> Remembered:
        """Tell what a figure counts.

        Arguments:
            figure: the figure; figures come in text order.

        Returns:
            What it counts.
        """
        document, tokens = self._document, self._tokens
        unit = figure.unit
        bracket = bracket_of(document, figure.start) if self._bracketed else -1
        if bracket < 0 or bracket != self._last_bracket:
            self._inside = None
        found = counted_beside(tokens, figure, self._classes)
        if found is None and tokens.gaps[figure.bound_first] != " " and unit in ELLIPTIC:
            place = self._layout.read(figure)
            if place is not None:
                found = Counted(place)
        carried: Remembered | None = None
        elided = found is None or found.again
        if elided:
            found, carried = self._elsewhere(figure, found, bracket)
        stop, end = figure.stop, figure.end
        phrase: Span | None = None
        whole: Span | None = None
        lemma: str | None = None
        if carried is not None:
            phrase, lemma = carried.phrase, carried.lemma
        elif found is not None:
            place = found.phrase
            if place is not None:
                phrase = self._span(place)
                lemma = lemma_of(tokens.words[place.stop - 1])
                if found.adjacent:
                    stop = place.stop
                    if unit == "count":
                        end = tokens.ends[stop - 1]
                        if lemma == "other":
                            carried = self._of_others(figure)
                            if carried is not None:
                                phrase, lemma = carried.phrase, carried.lemma
                if found.whole is not None and unit == "percent":
                    whole = self._span(found.whole)
        last = self._last
        restated = None
        if unit == "percent":
            restated = restated_id(document, figure, last if self._inside is None else self._inside)
        kept = Remembered(
            figure,
            stop,
            document.span(figure.start, end),
            end,
            phrase,
            lemma,
            whole,
            bracket,
            last is not None and not elided and self._is_oblique(figure, stop, last),
            elided and phrase is not None and carried is None,
            (elided or carried is not None) and phrase is not None and unit in _NAMED_BY_NOUN,
            carried is not None and phrase is not None,
            restated,
        )
        self._remember(kept, elided)
        return kept

    def _span(self, phrase: Phrase) -> Span:
        return self._document.span(self._tokens.starts[phrase.first], self._tokens.ends[phrase.stop - 1])

    def _of_others(self, figure: Figure) -> Remembered | None:
        """Read "killing 11 civilians and injuring 104 *others*": more of those that its sentence has counted."""
        antecedent = self._antecedent(figure)
        if antecedent is None or not in_one_sentence(self._document, antecedent, figure):
            return None
        return None if self._classes.get(antecedent.lemma or "", 0) & (_OF_OTHERS | g.EVENT) else antecedent

    def _elsewhere(self, figure: Figure, found: Counted | None, bracket: int) -> _Elsewhere:
        """Find what a figure without a noun of its own counts: by rule, or as a figure before it."""
        antecedent, tokens = self._antecedent(figure), self._tokens
        if found is not None:
            # A change without a noun is one of what stands before it; else it is named by itself.
            near = found.phrase is not None and found.whole is None and not found.adjacent
            if found.phrase is not None and figure.unit == "count":
                # "Gives a toll of 315": of those whom the passage has counted.
                near = near and not self._classes.get(tokens.words[found.phrase.stop - 1], 0) & g.TOLL
            if found.adjacent and antecedent is not None and self._classes.get(antecedent.lemma or "", 0) & _OF_OTHERS:
                # "A toll of 48, with 67 others wounded", "five killed and 12 wounded": no more of the same.
                return found, None
            again = self._again(figure, antecedent, bracket, near=near)
            if found.phrase is None and figure.unit in _NAMED_BY_NOUN and tokens.gaps[figure.bound_first] == ", ":
                # "She has kept their notebooks, 31 of them".
                apposed = apposed_plural(tokens, figure.bound_first, self._classes)
                if apposed is not None:
                    return apposed, None
            if again is not None or found.phrase is not None:
                return found, again
            if figure.unit == "percentage-point":
                return _UNTOLD
            return nearest_plural(self._tokens, figure.bound_first, self._classes), None
        if figure.unit == "count" and tokens.gaps[figure.bound_first] == ", ":
            counted = apposed_total(tokens, figure, self._classes)
            if counted is not None:
                return counted, None
        if figure.unit == "count" and tokens.gaps[figure.bound_first] == " ":
            listed = counted_by_heading(self._tokens, figure, self._classes)
            if listed is not None:
                return listed, None
        beside = self._previous
        if bracket >= 0 and beside is not None and beside.bracket == bracket and is_money(figure.unit):
            if is_money(beside.figure.unit) and beside.phrase is not None:
                # "94bn tenge ($215m; 158m pounds)".
                return None, beside
        if bracket >= 0 and beside is not None and beside.bracket >= 0 and beside.figure.unit == figure.unit == "count":
            if beside.phrase is not None and in_one_sentence(self._document, beside, figure):
                # "In Kosti (21,700 people), Rabak (15,400)".
                return None, beside
        previous = self._before(figure, bracket)
        if previous is not None and previous.figure.unit == "x" and previous.phrase is not None:
            if not {":", "("}.isdisjoint(tokens.gaps[figure.bound_first]) and in_one_sentence(
                self._document, previous, figure
            ):
                # "Cases have tripled in a week: 1,260 by Sunday", "twice as much as in 2021 ($121 million)".
                return None, previous
        if (
            previous is not None
            and (
                previous.phrase is not None
                or previous.figure.unit == figure.unit
                or "(" in self._tokens.gaps[figure.bound_first]
            )
            and is_linked(self._document, previous, figure, self._classes)
        ):
            if figure.unit == "percent" and previous.figure.unit == "count":
                # "grew by 300 jobs or 2 percent": what grew.
                grown = counted_by_verb(self._tokens, previous.figure, self._classes, changing=True)
                if grown is not None and grown.phrase is not None:
                    return grown, None
            return None, previous
        return self._by_clause(figure, previous, antecedent, bracket)

    def _by_clause(
        self, figure: Figure, previous: Remembered | None, antecedent: Remembered | None, bracket: int
    ) -> _Elsewhere:
        """Find what a figure counts through its clause, and only then through what was counted before."""
        tokens, classes = self._tokens, self._classes
        elliptic = figure.unit in ELLIPTIC
        if previous is not None and previous.phrase is not None:
            if tokens.words[max(0, figure.bound_first - 2) : figure.bound_first] in _OF_WHICH:
                if in_one_sentence(self._document, previous, figure):
                    return None, previous
        found = counted_by_verb(tokens, figure, classes)
        if figure.unit == "percent" and antecedent is not None and accounts_for(tokens, figure):
            return None, antecedent
        if found is None and previous is not None:
            rated = figure.rule == previous.figure.rule == "exchange-rate"
            if rated or figure.rule == "elided-currency" or self._is_apposed_change(figure):
                return None, previous
        if found is None and figure.unit != "count":
            found = counted_before_mark(tokens, figure, classes, bracketed=not elliptic)
        if found is None and previous is not None and previous.measured:
            if in_one_sentence(self._document, previous, figure):
                found = counted_by_gap(tokens, figure, classes)
        if found is None and is_money(figure.unit):
            found = apposed_sum(tokens, figure, self._document.normalized, classes)
        if found is not None and found.again:
            again = self._again(figure, antecedent, bracket, near=not elliptic)
            return main_subject(tokens, figure, classes) if again is None else None, again
        if found is not None and found.phrase is not None and self._is_noun(figure, found.phrase, antecedent):
            return found, None
        if found is None and previous is not None and previous.phrase is not None and is_money(figure.unit):
            if goes_on_in_other_money(tokens, previous.figure, figure):
                return None, previous
        if not elliptic and figure.unit in _AMOUNTS and previous is not None and previous.figure.unit in _AMOUNTS:
            if previous.phrase is not None and in_one_sentence(self._document, previous, figure):
                # "460 cubic metres of water, enough for 11 litres a head".
                return None, previous
        if not elliptic:
            loose = None if is_money(figure.unit) else counted_by_verb(tokens, figure, classes, loose=True)
            return self._resolved(figure, loose), None
        return self._by_context(figure, antecedent, bracket, tolled=found is not None)

    def _by_context(self, figure: Figure, antecedent: Remembered | None, bracket: int, *, tolled: bool) -> _Elsewhere:
        """Give the antecedent of a count or share that its clause says nothing of, or what stands for it."""
        tokens, classes = self._tokens, self._classes
        of_money = follows_money(self._document, self._previous, figure)
        if figure.unit == "percent" and antecedent is not None and antecedent.lemma not in OF_VOTES:
            before = self._previous
            beside = before is not None and before.figure.unit == "percent" and before.phrase is None
            if is_won(tokens, figure) or (
                beside and before is not None and in_one_sentence(self._document, before, figure)
            ):
                return _UNTOLD
        if antecedent is not None:
            if self._classes.get(antecedent.lemma or "", 0) & g.EVENT and is_of_people(tokens, figure, classes):
                return None, self._people if self._is_near(self._people, figure) else None
            if not of_money:
                return None, antecedent
        elif figure.unit == "count":
            if bracket < 0:
                return _UNTOLD if tolled else (nearest_plural(tokens, figure.bound_first, classes), None)
            # "Refugees came from Iran (598), Pakistan (380)": the figures of a list are those of its clause's subject.
            subject = counted_at_place(tokens, figure, classes) or main_subject(tokens, figure, classes)
            if subject is not None and subject.phrase is not None:
                head = tokens.words[subject.phrase.stop - 1]
                if is_plural(head, classes.get(head, 0)):
                    return subject, None
            return _UNTOLD
        if figure.unit == "count" or figure.form == "fraction" or of_money:
            return _UNTOLD
        found = counted_before_mark(tokens, figure, classes, bracketed=True)
        if found is None:
            found = counted_by_verb(tokens, figure, classes, loose=True)
        return self._resolved(figure, found), None

    def _resolved(self, figure: Figure, found: Counted | None) -> Counted | None:
        return main_subject(self._tokens, figure, self._classes) if found is not None and found.again else found

    def _is_noun(self, figure: Figure, phrase: Phrase, antecedent: Remembered | None) -> bool:
        """Tell whether a subject says itself what is counted; "the toll" of a count does not, nor does "this year"."""
        head = self._classes.get(self._tokens.words[phrase.stop - 1], 0)
        if head & g.TOLL:
            return figure.unit != "count" or antecedent is None
        if figure.unit == "percent" and self._tokens.words[phrase.stop - 1] in _SHARES and antecedent is not None:
            # "The true *share* is closer to a third": of what was counted.
            return False
        return not head & (g.TIME | g.PRONOUN)

    def _is_apposed_change(self, figure: Figure) -> bool:
        """Read "$9 million for the bridge, up 4 percent"."""
        index, previous = figure.bound_first - 1, self._previous
        words, gaps = self._tokens.words, self._tokens.gaps
        if index > 2 and words[index] == "by" and gaps[index] == " ":
            # "..., revised upward by 40 billion".
            index -= 2 if words[index - 1] in ("upward", "upwards", "downward", "downwards", "up", "down") else 1
            if words[index] not in _REVISED or gaps[index] != ", ":
                return False
        elif index < 1 or words[index] not in ("up", "down") or gaps[index] != ", ":
            return False
        return (
            previous is not None
            and is_money(previous.figure.unit)
            and in_one_sentence(self._document, previous, figure)
        )

    def _antecedent(self, figure: Figure) -> Remembered | None:
        """Give the figure whose noun is spoken of, if it is not too far back."""
        antecedent = self._inside if self._inside is not None else self._last
        return antecedent if self._is_near(antecedent, figure) else None

    def _is_near(self, antecedent: Remembered | None, figure: Figure) -> bool:
        if antecedent is None:
            return False
        block_index = self._document.block_index
        if antecedent is not self._placed:
            self._placed, self._block = antecedent, block_index(antecedent.figure.start)
        return block_index(figure.start) - self._block <= 1

    def _before(self, figure: Figure, bracket: int) -> Remembered | None:
        """Give the figure before this one; behind a bracket, the one before the bracket."""
        previous = self._previous
        if previous is None or previous.bracket < 0 or previous.bracket == bracket:
            return previous
        outside = self._outside
        # A conversion in brackets: "$9 (7 euros) a month and $12".
        converted = outside is not None and previous.phrase is not None and previous.phrase is outside.phrase
        if converted and is_linked(self._document, previous, figure, self._classes):
            return previous
        return outside

    def _again(self, figure: Figure, antecedent: Remembered | None, bracket: int, *, near: bool) -> Remembered | None:
        """Give the figure whose noun a pronoun or a bare change stands for; if *near*, from the same sentence only."""
        previous = self._previous
        if previous is not None and previous.bracket >= 0 and previous.bracket != bracket:
            previous = self._outside
        if previous is not None and previous.figure.unit == "percent" and self._counted is not None:
            if self._tokens.words[figure.stop : figure.stop + 2] in _OF_THEM and figure.unit == "count":
                # "Feeds 8 million people and has cut rations by half for 2 million of them"
                previous = self._counted
        if previous is not None and previous.oblique and antecedent is not None:
            previous = antecedent
        if previous is not None and previous.phrase is not None:
            if in_one_sentence(self._document, previous, figure):
                return previous
            if figure.unit == previous.figure.unit and figure.unit not in ELLIPTIC:
                # "Revenue is to cover 161 billion; in 2017 it was 151 billion."
                return previous if figure.start - previous.end < _NEXT_SENTENCE else None
        return None if near or figure.unit not in ELLIPTIC else antecedent

    def _is_oblique(self, figure: Figure, stop: int, last: Remembered) -> bool:
        """Tell whether a figure stands behind a preposition and is not spoken of further: "12 boats from 9 ports"."""
        words = self._tokens.words
        if words[figure.stop : figure.stop + 2] == ("of", "them") and stop <= figure.stop:
            # "Enrolment was 9 million, 39 per cent of them girls, against 5 million": said by the way.
            return self._tokens.gaps[figure.bound_first] == ", "
        return (
            figure.bound_first > 0
            and words[figure.bound_first - 1] in _OBLIQUE
            and words[stop : stop + 1] != ("to",)
            and in_one_sentence(self._document, last, figure)
        )

    def _remember(self, kept: Remembered, elided: bool) -> None:
        self._previous = kept
        bracket = kept.bracket
        if bracket < 0:
            self._outside = kept
        lemma = kept.lemma
        if kept.phrase is None or kept.oblique or lemma in _UNSPOKEN:
            return
        unit = kept.figure.unit
        if unit == "x" or (unit not in ELLIPTIC and (elided or unit not in _AMOUNTS)):
            return
        # What stands in brackets is a part: after them the noun before them is the antecedent again.
        self._last_bracket = bracket
        if bracket >= 0 and self._last is not None:
            self._inside = kept
        else:
            self._last = kept
            if unit == "count" and not elided:
                self._counted = kept
            if lemma is None or not self._classes.get(lemma, 0) & g.EVENT:
                self._people = kept
