"""Reads the clause around a verb of saying: who, what, in which frame."""

from __future__ import annotations

from afghanbrief.extractors.quotes.complementizers import (
    adjunct,
    behind_time,
    long_enough,
    that_ahead,
    that_behind,
    that_soon,
)
from afghanbrief.extractors.quotes.finite import (
    has_finite,
    has_verb_next,
    is_clause_start,
    opens_clause,
    opens_quantity,
    opens_small_clause,
    starts_relative,
)
from afghanbrief.extractors.quotes.lexicon import (
    ADVERB,
    AUXILIARY,
    BARE,
    CONJUNCTION,
    DETERMINER,
    MEDIUM,
    MODAL,
    NAME,
    NEGATION,
    NOUN,
    OBJECT_PRONOUN,
    PAPER,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SAY,
    SUBORDINATOR,
    TELL,
    TIME,
    WEAK,
    word_list,
)
from afghanbrief.extractors.quotes.phrases import JOINS, Range, is_manner, is_nominal, is_past, phrase_after
from afghanbrief.extractors.quotes.subjects import Subject, subject_before
from afghanbrief.extractors.quotes.view import Sentence, View

_CLITICS = frozenset(("s", "d", "re", "ll", "ve", "m", "t"))
_QUESTION = word_list("question")
_PERFORMING = word_list("performing")
_WITHHOLDING = word_list("withholding")
_HYPOTHETICAL = frozenset(("if", "unless", "whether", "lest"))
SHOWING = frozenset(("show", "shows", "showed", "showing"))
_OBJECT_PREPOSITIONS = frozenset(("of", "about", "for", "on", "against"))
_CALLING = frozenset(("call", "calls", "called", "calling"))
_WHILE = frozenset(("as", "while", "when"))
_LIMITING = frozenset(("only", "just", "nearly", "almost", "even"))
_PUT = frozenset(("put", "puts"))
_NO_PHRASE = word_list("no_phrase")
_PRO_FORMS = word_list("pro_forms")
_SAID = frozenset(("say", "says", "said", "saying"))


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
            modal = modal or bool(bits & MODAL)
        elif bits & NEGATION:
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
    if word.endswith("ing") and first == cue:
        clause.form = "participle"
    elif infinitive:
        clause.form = "infinitive"
    elif passive and not word.endswith("ing"):
        clause.form = "passive"
    if modal:
        clause.negated = clause.negated or not perfect
    if clause.form in ("infinitive", "participle") and _is_withheld(view, first, low):
        clause.withheld = True
    behind = classes[cue + 1] if cue + 1 < sentence.high and gaps[cue + 1] == " " else 0
    if bits & NAME and first == cue and behind & AUXILIARY:
        # "The accused were acquitted"
        return None
    if first == cue and cue > low and gaps[cue] in JOINS and words[cue - 1] == "worth":
        return None
    if word in _PUT and (cue + 1 >= sentence.high or words[cue + 1] not in ("it", "this")):
        return None
    if (
        first == cue
        and cue > low
        and gaps[cue] in JOINS
        and classes[cue - 1] & (DETERMINER | PREPOSITION)
        and (view.forms[cue - 1][0].islower() or cue - 1 == sentence.low)
    ):
        if clause.form == "participle" and classes[cue - 1] & PREPOSITION:
            pass
        elif not (classes[cue - 1] & PRONOUN or (classes[cue - 1] & DETERMINER and words[cue - 1] not in _NO_PHRASE)):
            return None
    if (first == cue and cue > low and gaps[cue] == "'s ") or (
        cue > 0 and words[cue - 1] == "s" and gaps[cue - 1] == "'" and bits & (NOUN | PAPER | MEDIUM)
    ):
        return None
    return clause


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


def read_right(view: View, clause: Clause) -> tuple[str, int]:
    """Read what follows the verb: adverbials and the hearer are passed, the frame is named.

    Arguments:
        view: the document.
        clause: the clause; its audience is set.

    Returns:
        The frame (that, clause, question, to, phrase, colon, zone, comma, end) and the index of the word where the
        reported words begin, or after the last word that was passed.
    """
    classes, words, gaps = view.classes, view.words, view.gaps
    high = clause.sentence.high
    index = clause.cue + 1
    bits = classes[clause.cue]
    if bits & (TELL | NAME) and index < high and gaps[index] == " " and index not in view.opens:
        # The hearer of telling, or the object of naming.
        owner = words[index] == "her" and index + 1 < high and gaps[index + 1] == " " and is_nominal(view, index + 1)
        if words[index] in ("it", "you") and index + 1 < high and classes[index + 1] & AUXILIARY:
            # "warned it will": the subject of what was said.
            pass
        elif classes[index] & OBJECT_PRONOUN and not (
            owner and not classes[index + 1] & (TIME | ADVERB | DETERMINER | PRONOUN)
        ):
            clause.audience = (index, index + 1)
            index += 1
        elif bits & TELL and words[index] != "that" and words[index] not in _QUESTION:
            phrase = phrase_after(view, index, high)
            if phrase and (not bits & SAY or that_soon(view, phrase[1], high)):
                clause.audience = phrase
                index = phrase[1]
                while index < high and gaps[index] in (" ", "'s ") and words[index] in ("of", "at", "in", "from"):
                    more = phrase_after(view, index + 1, high)
                    if not more:
                        break
                    index = more[1]
    counted = index < high and bits & SAY and opens_quantity(view, index, high)
    if not counted and index == clause.cue + 1 < high and words[index] in _OBJECT_PREPOSITIONS and gaps[index] == " ":
        # "called for a new accord", "warned of a long war": the object of the preposition is what was said.
        after = index + 1
        topic = phrase_after(view, after, high) if bits & SAY and not bits & NAME else None
        if topic:
            that = topic[1]
            if that < high and words[that] == "that" and gaps[that] == " " and not starts_relative(view, that, high):
                # "said of the coming meeting that he was hopeful"
                return "that", that + 1
        if (
            after < high
            and not classes[after] & (TIME | MEDIUM)
            and bits & (NAME | WEAK | SAY)
            and words[after] != "that"
        ):
            if words[index] in ("for", "of", "about", "against") or words[clause.cue] in _CALLING:
                return "preposition", after
    if index < high and words[index] in _WHILE and gaps[index] == " " and bits & SAY:
        # 'said as he left the hall, "..."'
        for position in range(index + 1, min(high, index + 25)):
            if position in view.opens:
                return ("zone", position) if "," in gaps[position] else ("other", index)
    passed = 0
    passed_time = False
    for _ in range(6):
        if index >= high:
            return ("colon" if view.text[clause.sentence.end - 1] == ":" else "end"), index
        gap = gaps[index]
        if index in view.closes:
            gap = gap.replace('"', "").lstrip("'") or " "
        if index in view.opens:
            number = view.opens[index]
            if bits & (SAY | TELL) and ":" not in gap and view.is_title(number, clause.cue + 1):
                # 'told MSNBC's "Morning Joe" that', 'said in his book, "..."'
                index = view.zone_words[number][1]
                continue
            return ("colon" if ":" in gap else "zone"), index
        if ":" in gap:
            return "colon", index
        if gap != " " and gap != "\n" and gap != "  ":
            that = that_behind(view, index, high)
            if that:
                return "that", that + 1
            return "comma" if "," in gap or "\u2014" in gap or " - " in gap or ")" in gap else "other", index
        word = words[index]
        here = classes[index]
        if word == "as" and passed_time and bits & SAY and index + 1 < high and classes[index + 1] & PRONOUN:
            # "said Friday as he entered the hall"
            return "other", index
        if word == "that":
            if not starts_relative(view, index, high):
                return "that", index + 1
            if index > clause.cue + 1 or not bits & SAY or bits & WEAK:
                return "phrase", index
            return "that", index
        if (
            word == "to"
            and index + 1 < high
            and not classes[index + 1] & DETERMINER
            and view.forms[index + 1][0].islower()
        ):
            return "to", index + 1
        when = behind_time(view, index, high)
        if when:
            index = when
            continue
        if here & (TIME | ADVERB) and view.forms[index][0].isupper() == bool(
            here & TIME and word[0] != "y" and word not in ("morning",)
        ):
            index += 1
            passed_time = True
            continue
        limits = word in _LIMITING and index == clause.cue + 1 and has_finite(view, index, high)
        if limits and not (index + 1 < high and words[index + 1] == "that"):
            # "saying only four had died"
            return "clause", index
        if (here & ADVERB and not here & (SUBORDINATOR | CONJUNCTION)) or is_manner(view, index):
            index += 1
            continue
        if word in _QUESTION:
            return "question", index
        if here & PREPOSITION and not (bits & SAY and opens_quantity(view, index, high)):
            that = that_ahead(view, index, high)
            if that:
                return "that", that + 1
            phrase = phrase_after(view, index + 1, high)
            after = phrase[1] if phrase else index + 1
            if phrase is None and after < high and (classes[after] & TIME or view.forms[after] == "May"):
                after += 1
            if after <= index + 1 or gaps[index + 1] != " ":
                return "preposition", index
            if bits & BARE and after < high and gaps[after] == " " and classes[after] & PRONOUN:
                if not classes[after] & (RELATIVE | OBJECT_PRONOUN) and has_verb_next(view, after, high):
                    # "said after the vote he would stay": the pronoun begins what was said.
                    return "clause", after
            if (
                after < high
                and gaps[after] == " "
                and is_clause_start(view, after, high)
                and not adjunct(view, index, after)
            ):
                return "preposition", index
            if after < high and gaps[after] == " " and (classes[after] & AUXILIARY or is_past(view, after)):
                # "said about a third of the kilns had": the preposition belongs to the subject of what is said.
                return "clause", passed or index
            passed = passed or index
            index = after
            continue
        if words[clause.cue] in _SAID:
            if word in _PRO_FORMS and not has_verb_next(view, index, high):
                if not (word == "no" and index + 1 < high and gaps[index + 1] == " " and not classes[index + 1]):
                    return "phrase", index
            opens = has_finite(view, index, high) or long_enough(view, index, high) or opens_clause(view, index, high)
        else:
            opens = opens_clause(view, index, high) or (
                words[clause.cue] in SHOWING and opens_small_clause(view, index, high)
            )
        return ("clause" if opens else "phrase"), index
    return "other", index
