"""Reads the clause around a verb of saying: who, what, in which frame."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.quotes.finite import starts_relative
from afghanbrief.extractors.quotes.lexicon import (
    ADVERB,
    AUXILIARY,
    CONJUNCTION,
    DETERMINER,
    MEDIUM,
    MODAL,
    NAME,
    NEGATION,
    NOUN,
    PAPER,
    PREPOSITION,
    PRONOUN,
    SAY,
    SUBORDINATOR,
    TELL,
    TIME,
    WEAK,
    word_list,
)
from afghanbrief.extractors.quotes.phrases import JOINS, Range, is_manner
from afghanbrief.extractors.quotes.subjects import Subject, subject_before
from afghanbrief.extractors.quotes.view import Sentence, View

_CLITICS: Final = frozenset(("s", "d", "re", "ll", "ve", "m", "t"))
_PERFORMING: Final = word_list("performing")
_WITHHOLDING: Final = word_list("withholding")
_HYPOTHETICAL: Final = frozenset(("if", "unless", "whether", "lest"))
_PUT: Final = word_list("putting")
_NOUN_FORMS: Final = word_list("noun_forms")
_PLURALS: Final = frozenset(
    ("people", "men", "women", "police", "children", "some", "many", "most", "others", "both", "few")
)
_NO_PHRASE: Final = word_list("no_phrase")


class Clause:
    """A verb of saying with what belongs to it.

    Attributes:
        cue: index of the verb.
        first: index of the first word of the verb group.
        subject: who says it, or ``None``.
        frame: how the reported words stand: that, clause, question, to, phrase, colon, zone, before, broken, none.
        reported: whether it is part of what an earlier clause reports ("said that A had fled and had told ...").
        audience: word indexes of the hearer.
        start: index of the clause's first word, subject included.
        negated: whether the saying is negated.
        withheld: whether another verb says that nothing was said ("refused to confirm").
        form: finite, participle, infinitive or passive.
    """

    __slots__ = (
        "audience",
        "cue",
        "first",
        "form",
        "frame",
        "negated",
        "reported",
        "sentence",
        "start",
        "subject",
        "withheld",
    )

    def __init__(self, cue: int, first: int, sentence: Sentence) -> None:
        self.cue = cue
        self.first = first
        self.sentence = sentence
        self.subject: Subject | None = None
        self.frame = "none"
        self.reported = False
        self.audience: Range | None = None
        self.start = first
        self.negated = False
        self.withheld = False
        self.form = "finite"


def read_clause(view: View, cue: int, sentence: Sentence, low: int) -> Clause | None:
    """Read the clause of the verb at word *cue*.

    Arguments:
        view: the document.
        cue: index of the verb.
        sentence: its sentence.
        low: index of the first word that may belong to the clause (after earlier zones or clauses).

    Returns:
        The clause, or ``None`` if the word is no verb here ("the report", "his call").
    """
    classes, words, gaps = view.classes, view.words, view.gaps
    first = cue
    form = view.forms[cue]
    capital = form[0].isupper()
    if capital and cue > sentence.low and view.document.blocks[sentence.block].role == "body":
        # "The Washington Post reported", "Omar Said was held": a name, no verb.
        if sentence.block or not _is_headline(view, sentence):
            return None
    if gaps[cue] == "-" or gaps[cue + 1] == "-" or (capital and form.isupper() and ":" in gaps[cue + 1]):
        # "so-called", "NOTE:"
        return None
    if capital and cue == sentence.low and form[-1] == "s" and view.classes[cue] & (NOUN | PAPER | WEAK):
        # "Reports that the king had fled were denied": no verb, for nobody stands before it.
        return None
    clause = Clause(cue, first, sentence)
    passive = infinitive = modal = False
    perfect = False
    low = max(low, cue - 10)
    while first > low and gaps[first] in JOINS:
        bits = classes[first - 1]
        word = words[first - 1]
        if not bits and word[-2:] != "ly" and word != "s":
            # Most verbs have a name or a noun before them.
            break
        if len(word) == 1 and view.forms[first - 1].isupper() and word != "i":
            # "the U.N. says": the "n" is no negation.
            break
        if (
            word in _CLITICS
            and gaps[first - 1] == "'"
            and first - 2 >= low
            and (classes[first - 2] & PRONOUN or word != "s")
        ):
            perfect = True
        elif bits & AUXILIARY and word not in _CLITICS:
            passive = passive or word in ("is", "are", "was", "were", "been", "be", "being")
            perfect = perfect or word in ("has", "have", "had", "having")
            # "would only say that ..." was said.
            modal = modal or (bool(bits & MODAL) and words[first] != "only")
        elif bits & NEGATION:
            pass
        elif word == "since" and first - 2 >= low and classes[first - 2] & AUXILIARY:
            # "has since said"
            pass
        elif word == "to" and first - 1 > low:
            infinitive = True
            first -= 1
            break
        elif is_manner(view, first - 1):
            pass
        elif not bits & ADVERB or (view.forms[first - 1][0].isupper() and not bits & TIME):
            break
        if bits & NEGATION:
            clause.negated = True
        first -= 1
    while (
        first < cue
        and gaps[first + 1] in JOINS
        and classes[first] & ADVERB
        and not classes[first] & (AUXILIARY | NEGATION)
    ):
        # An adverb before the group belongs to the clause before ("... on Monday, said").
        first += 1
        if not classes[first - 1] & TIME:
            first -= 1
            break
    clause.first = clause.start = first
    word = words[cue]
    bits = classes[cue]
    if (word.endswith("ing") and first == cue) or (first == sentence.low and words[first] == "having"):
        clause.form = "participle"
    elif infinitive:
        clause.form = "infinitive"
    elif passive and not word.endswith("ing"):
        clause.form = "passive"
    if modal:
        # "Would say only that an inquiry was under way": that much was said.
        only = view.words[cue + 1 : cue + 2] == ("only",)
        clause.negated = clause.negated or not (perfect or only)
    if clause.form in ("infinitive", "participle") and _is_withheld(view, first, low):
        clause.withheld = True
    if bits & NAME and first == cue and cue + 1 < sentence.high and gaps[cue + 1] == " ":
        if classes[cue + 1] & AUXILIARY:
            # "The accused were acquitted"
            return None
    if word in _PUT and (cue + 1 >= sentence.high or words[cue + 1] not in ("it", "this")):
        return None
    if first < cue and first > low and words[first - 1] in _NO_PHRASE and gaps[first] == " ":
        if all(classes[index] & ADVERB and not classes[index] & AUXILIARY for index in range(first, cue)):
            # "the only state"
            return None
    if first == cue and cue > low:
        if word in _NOUN_FORMS and not _is_plural_before(view, cue):
            behind = cue + 1
            that = behind < sentence.high and words[behind] == "that"
            if that and starts_relative(view, behind, sentence.high):
                # "a question that asked"
                return None
            if behind < sentence.high and not that and ":" not in gaps[behind]:
                return None
        if gaps[cue] in JOINS:
            if _is_object(view, clause):
                return None
        elif gaps[cue] == "'s ":
            return None
    if bits & (NOUN | PAPER | MEDIUM) and cue > 0 and words[cue - 1] == "s" and gaps[cue - 1] == "'":
        return None
    return clause


def _is_plural_before(view: View, cue: int) -> bool:
    # "officials state", "they call", "..., and call"; but "her home state", "the second term", "Noor's tweet"
    gap, before = view.gaps[cue], cue - 1
    if gap not in JOINS:
        return "," in gap or '"' in gap
    bits = view.classes[before]
    if bits & (PRONOUN | CONJUNCTION | ADVERB | TIME) and not bits & DETERMINER:
        return True
    word = view.words[before]
    if view.forms[before][0].isupper() and (
        view.words[before - 1] == "and" or (cue + 1 < len(view.words) and view.classes[cue + 1] & DETERMINER)
    ):
        # "Noor and Karim call", "the Taliban call the plan"
        return True
    return word in _PLURALS or (word[-1] == "s" and word[-2:] != "ss" and len(word) > 3) or word.isdigit()


def _is_object(view: View, clause: Clause) -> bool:
    # "the report", "worth saying"; but "without saying", "all said"
    before = clause.cue - 1
    word, bits = view.words[before], view.classes[before]
    if word == "worth":
        return True
    if not bits & (DETERMINER | PREPOSITION) or not (view.forms[before][0].islower() or before == clause.sentence.low):
        return False
    if clause.form == "participle" and bits & PREPOSITION:
        return False
    cue = view.classes[clause.cue]
    if word == "that" and before > clause.sentence.low and cue & (SAY | TELL) and not cue & WEAK:
        # "a statement that said its men were safe"
        return False
    return not (bits & PRONOUN or (bits & DETERMINER and word not in _NO_PHRASE))


def _is_headline(view: View, sentence: Sentence) -> bool:
    # Headlines in capitals have no noun or verb without one.
    return not any(
        view.forms[index].islower() and not view.classes[index] and len(view.forms[index]) > 3
        for index in range(sentence.low, min(sentence.high, sentence.low + 40))
    )


def is_performed(view: View, first: int, low: int) -> bool:
    """Tell whether an infinitive at word *first* took place: "went on to say", but not "to say that ..." alone."""
    for index in range(first - 1, max(low, first - 5) - 1, -1):
        if view.words[index] in _PERFORMING:
            return True
        if view.gaps[index + 1] not in JOINS or view.classes[index] & (CONJUNCTION | SUBORDINATOR):
            return False
    return False


def _is_withheld(view: View, first: int, low: int) -> bool:
    # "refused to confirm", "stopped short of saying", "without saying", "is expected to announce"
    for index in range(first - 1, max(low, first - 4) - 1, -1):
        if view.gaps[index + 1] not in JOINS or view.classes[index] & (CONJUNCTION | SUBORDINATOR):
            return False
        if view.words[index] in _WITHHOLDING:
            return True
    return False


def find_subject(view: View, clause: Clause, low: int) -> None:
    """Give the clause the subject before its verb, if one stands there."""
    subject = subject_before(view, clause.first, low)
    if subject is not None:
        clause.subject = subject
        clause.start = min(subject.clause, subject.start)
        before = clause.start - 1
        if before >= low and (
            view.words[before] in _HYPOTHETICAL
            or (before == clause.sentence.low and view.words[before] in ("had", "should"))
        ):
            # "If he says that ...", "Had he said that ..."
            clause.negated = True
