"""Tells from the words of a clause whether it looks back or forward; no parser."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.dates.scan import Scan

_REACH_LEFT: Final = 16
# Words further away than that count only if they are of the plainest future.
_FAR_LEFT: Final = 10
_PLAIN_FUTURE: Final = frozenset(("will", "scheduled", "expected"))
_REACH_RIGHT: Final = 8
_WAS: Final = frozenset(("was", "were"))
_NOT_TO_COME: Final = frozenset(("have", "become", "prove"))
_BE: Final = frozenset(("be", "being"))
_PRESENT_BE: Final = frozenset(("is", "are", "m", "re"))
_PLURAL_SUBJECTS: Final = frozenset(("they", "we", "you", "i", "people", "who", "children", "police", "and"))
_NOT_AHEAD: Final = frozenset(("have", "we", "i", "they", "he", "she", "it", "you", "the"))
_VERBS_ONLY: Final = frozenset("meet begin resume reopen arrive depart convene gather go testify".split())
_BODIES: Final = frozenset(
    "committee council court parliament assembly house senate cabinet board government country nation team".split()
)
# An expression right behind one of these has not begun yet.
_BEGINNING: Final = frozenset(("starting", "beginning", "effective"))
_CONVENED: Final = frozenset("called summoned convened announced fixed booked invited proposed".split())
_FIRST_MEANT: Final = frozenset(("originally", "initially", "previously"))
_NEITHER: Final = frozenset(("neither", "nor", "nobody", "none", "no"))
_SOON: Final = frozenset((("soon", "as"), ("early", "as"), ("ahead", "of")))

Clause = tuple[int, int]


def direction(scan: Scan, first: int, after: int) -> Clause:
    """Give the direction of the clause around an expression, and the word that shows it.

    Arguments:
        scan: the document.
        first: index of the expression's first word.
        after: index after its last word.

    Returns:
        ``-1`` for past, ``1`` for future, ``0`` if no cue stands near; and the index of the cue (``-1`` if none).
    """
    return _before(scan, first) or _behind(scan, after) or (0, -1)


def _before(scan: Scan, first: int) -> Clause | None:
    tenses, words, gaps = scan.lexicon.tenses, scan.words, scan.gaps
    infinitive = -1
    for index in range(first - 1, max(-1, first - 1 - _REACH_LEFT), -1):
        gap = gaps[index + 1]
        word = words[index]
        if gap != " " and _ends_clause(gap) and not (word == "m" and (gap == ". (" or scan.letter(index + 1) in "WD")):
            # "at 7 a.m. (0500 GMT) on Sunday" goes on
            return None
        tense = tenses.get(word)
        if tense is None:
            if len(word) > 4 and word.endswith("ed"):
                tense = "past"
            elif index + 1 == first and word in _BEGINNING:
                return 1, index
            elif index + 2 == first and (word, words[index + 1]) in _SOON:
                return 1, index
            else:
                continue
        if tense == "not past":
            continue
        if tense == "to":
            if _is_infinitive(scan, index + 1):
                infinitive = index
            continue
        if tense == "intent":
            # "agreed to meet Monday" looks forward, "agreed Monday" and "the plan" do not.
            if infinitive > index:
                return (-1 if _had(words, index) else 1), index
            tense = "past" if word.endswith("ed") else None
        elif tense == "intended":
            tense = "future" if infinitive == index + 1 else None
        elif tense == "may":
            # "may resume Monday", not "May"; "may have resumed" looks back, "should we believe" is asked.
            tense = "modal" if scan.forms[index].islower() and words[index + 1] not in _NOT_AHEAD else None
        elif tense == "present":
            tense = "future"
        elif tense == "possible":
            # "could resume Monday", "could be released Monday"; "could not be reached Monday" looks back.
            tense = "future" if tenses.get(words[index + 1]) == "base" else None
        elif tense == "base":
            # "the talks resume Monday": a verb only behind a plural.
            before = words[index - 1] if index else ""
            plural = (before.endswith("s") and len(before) > 2) or before in _PLURAL_SUBJECTS
            if not plural and index and word in _VERBS_ONLY and scan.forms[index].islower():
                # "Mr. Ghani and Mr. Abdullah meet Monday", "Taliban resume talks Saturday"
                plural = scan.forms[index - 1][0].isupper()
            tense = "future" if plural and gaps[index] == " " else None
        elif tense == "call":
            # "Let's meet Monday", "See you Monday"
            tense = "future" if words[index + 1] in _CALLED else None
        elif tense == "level":
            tense = "past" if index + 1 < first and _is_level_past(scan, index) else None
        elif tense == "third":
            # "Parliament votes Tuesday", not "the votes Tuesday"
            before = scan.forms[index - 1] if index and scan.letter(index - 1) == "x" else ""
            tense = "future" if gaps[index] == " " and (before[:1].isupper() or before in _BODIES) else None
        elif tense == "going":
            # "are meeting Monday", "is leaving Friday"
            if index and (words[index - 1] in _PRESENT_BE or (index > 1 and words[index - 2] in _PRESENT_BE)):
                tense = "future"
            else:
                tense = None
        elif tense == "be":
            # "the vote is Monday", "is due", "are to meet Monday"
            tense = "future" if index + 1 == first or infinitive == index + 1 else None
            if index + 2 == first and words[index + 1] in ("on", "in", "at"):
                tense = "future"
        if tense == "past":
            if infinitive == index + 1 and word in _WAS and words[index + 2] not in _NOT_TO_COME:
                # "was to travel to Boston on Thursday": still to come when that was written; open before a "but"
                return (0 if "but" in words[first + 1 : first + 4] else 1), index
            if words[first - 1] == "for" and word in _CONVENED:
                # "called a protest for noon on Tuesday", "summoned the envoy for Monday"
                return 1, index
            if index > 1 and words[index - 1] in _BE and tenses.get(words[index - 2]) in _AHEAD:
                denied = words[index - 2] == "could" and not _NEITHER.isdisjoint(words[max(0, index - 10) : index])
                # "neither he nor his aide could be reached Monday"
                return (-1 if denied else 1), index
            if index and words[index - 1] in _PRESENT_BE:
                # "the case is heard in May"
                continue
            return -1, index
        if tense == "future" and words[index - 1] in _FIRST_MEANT:
            # "originally set for 7 July"
            return -1, index
        if tense == "future" or tense == "modal":
            # "had been due to end Sunday": what was to come then is past now.
            return (-1 if _had(words, index) else 1), index
    return _far_before(scan, first)


def _far_before(scan: Scan, first: int) -> Clause | None:
    """Find the auxiliary of a long clause: "will meet his counterpart on the sidelines of ... on Thursday"."""
    words, gaps, last = scan.words, scan.gaps, first - _REACH_LEFT
    begin = last - _FAR_LEFT if last > _FAR_LEFT else 0
    if last <= 0 or _PLAIN_FUTURE.isdisjoint(words[begin:last]):
        return None
    for index in range(last - 1, begin - 1, -1):
        word = words[index]
        if gaps[index + 1] != " " and _ends_clause(gaps[index + 1]):
            return None
        if word in _PLAIN_FUTURE:
            return None if _had(words, index) else (1, index)
        if scan.lexicon.tenses.get(word) == "past" or (len(word) > 4 and word.endswith("ed")):
            return None
    return None


def _is_infinitive(scan: Scan, index: int) -> bool:
    """Tell whether the word behind "to" may be a verb: no name, no article, no noun in the plural."""
    form = scan.forms[index]
    plural = form.endswith("s") and not form.endswith("ss")
    if scan.letter(index) != "x":
        return form in _EDGES
    return form.islower() and not plural and form not in _DETERMINERS


_CALLED: Final = frozenset(("s", "us", "you"))
_EDGES: Final = frozenset(("begin", "close", "end", "open", "start"))
_DETERMINERS: Final = frozenset(("my", "your", "whom", "which", "it", "him", "them", "us", "me", "any", "no", "all"))
_AHEAD: Final = frozenset(("to", "modal", "may", "possible"))


def _had(words: tuple[str, ...], index: int) -> bool:
    return "had" in words[max(0, index - 3) : index]


def _behind(scan: Scan, after: int) -> Clause | None:
    tenses, words, gaps = scan.lexicon.tenses, scan.words, scan.gaps
    for index in range(after, min(scan.count, after + _REACH_RIGHT)):
        gap = gaps[index]
        if gap != " " and _ends_clause(gap):
            return None
        word = words[index]
        tense = tenses.get(word)
        if tense == "modal" or (tense == "be" and ((index == after and gap == " ") or _is_to_come(scan, index + 1))):
            # "Monday will be quiet", "Monday is a holiday", "on Monday they are to meet"
            return 1, index
        if tense == "past" or (tense is None and len(word) > 4 and word.endswith("ed")):
            return -1, index
    return None


def _is_level_past(scan: Scan, index: int) -> bool:
    """Tell whether "cut" is a past: "The bank cut rates", not "banks cut rates", "a cut of", "will cut"."""
    subject, behind = scan.forms[index - 1], scan.words[index + 1]
    if not index or scan.gap(index) != " " or scan.letter(index - 1) != "x" or subject.endswith("s"):
        return False
    if subject in _PLURAL_SUBJECTS or subject in _NO_SUBJECTS or scan.lexicon.tenses.get(subject) is not None:
        return False
    return scan.gap(index + 1) == " " and behind not in _PREPOSITIONS


_NO_SUBJECTS: Final = frozenset("not never be being been also just now still first big major direct rate price".split())
_PREPOSITIONS: Final = frozenset(
    "in on of by from for at to as and with off out up after before since during or".split()
)


def _is_to_come(scan: Scan, index: int) -> bool:
    """Tell whether what stands behind "is" looks forward: "are to meet", "is expected to vote", "is due"."""
    word = scan.words[index]
    if word == "to":
        return _is_infinitive(scan, index + 1)
    return scan.lexicon.tenses.get(word) == "future" or (word in _BOUND_TO and scan.words[index + 1] == "to")


_BOUND_TO: Final = frozenset(("going", "about", "bound", "supposed", "ready"))


def _ends_clause(gap: str) -> bool:
    return ". " in gap or "\n\n" in gap or ";" in gap or "?" in gap or "!" in gap or '."' in gap or ".\n" in gap
