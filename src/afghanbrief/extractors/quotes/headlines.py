"""Reads headlines with a colon, turns of a transcript, and headlines that name their source at the end."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.quotes.lexicon import (
    PAPER,
    describing_words,
    word_list,
)
from afghanbrief.extractors.quotes.report import Report
from afghanbrief.extractors.quotes.subjects import Subject
from afghanbrief.extractors.quotes.view import Sentence, View

_SERIES: Final = word_list("series")
_BODIES: Final = frozenset(("un", "eu", "us", "uk"))
_FIRST_PERSON: Final = frozenset(("i", "we", "our", "us", "my", "me"))
_COLLECTIVES: Final = word_list("collectives")
_QUESTION: Final = word_list("question")
_VERBS: Final = frozenset(("said", "says", "told", "tells", "asked", "wrote", "added", "replied"))
_OPENING: Final = 30


def read_headline(view: View, block: int) -> Report | None:
    """Read a headline "X: Y", or a turn of a transcript "SMITH: Y".

    Arguments:
        view: the document.
        block: index of the block.

    Returns:
        The report, or ``None``.
    """
    document = view.document
    start, end, role = document.blocks[block]
    text = view.text
    colon = text.find(":", start, start + 60)
    if colon < 0 or colon + 2 >= end or text[colon + 1] not in " \n":
        return None
    head = text[start:colon]
    if not head[:1].isupper():
        return None
    turn = head.isupper() and len(head) > 2
    headline = not turn and (block == 0 or role in ("title", "heading"))
    if turn and (text[colon:end].isupper() or role == "title"):
        return None
    if turn and block == 0 and not _speaks(view, start, end):
        # "PESHAWAR: Two policemen ..." opens a report with its place.
        return None
    if not (headline or turn) or "." in head[4:-1].replace(". ", "") or '"' in head or "," in head:
        return None
    tokens = document.tokens
    first, last = tokens.first_from(start), tokens.last_before(colon) + 1
    size = last - first
    if not 0 < size <= 6 or view.words[last - 1] in _SERIES:
        return None
    if any(view.words[index] in _VERBS and view.forms[index].islower() for index in range(first + 1, last)):
        # 'Green said of Brown: "..."'
        return None
    if size == 1 and len(head) < 3 and view.words[first] not in _BODIES:
        return None
    if view.forms[first][0].islower() or (
        view.forms[last - 1][0].islower() and view.words[last - 1] not in describing_words()["person"]
    ):
        return None
    sentence = Sentence(start, end, block)
    sentence.low, sentence.high = first, tokens.first_from(end)
    if sentence.high - last < 3 or (headline and view.words[last] in _QUESTION):
        # "Iran: why is the river dry?" asks for itself.
        return None
    stop = last
    for index in range(first + 1, last):
        if view.words[index] in ("to", "on", "at", "in") or "(" in view.gaps[index]:
            stop = index
            break
    report = Report(
        "headline-colon" if headline else "transcript-turn", None, Subject(first, stop, first, "phrase"), sentence
    )
    report.regions.append((colon + 1 + (text[colon + 1] == " "), end))
    report.direct = not headline
    return report


def _speaks(view: View, start: int, end: int) -> bool:
    tokens = view.document.tokens
    first = tokens.first_from(start)
    return not _FIRST_PERSON.isdisjoint(view.words[first : min(tokens.first_from(end), first + _OPENING)])


def read_sourced_headline(view: View, block: int) -> Report | None:
    """Read a headline that names its source at the end: "Talks to resume in May: minister", "... - police".

    Arguments:
        view: the document.
        block: index of the block.

    Returns:
        The report, or ``None``.
    """
    document = view.document
    start, end, _ = document.blocks[block]
    tokens = document.tokens
    first, high = tokens.first_from(start), tokens.first_from(end)
    # "'No talks': Taliban"
    least = first if first in view.opens else first + 3
    marked = _marked_ahead(view, block, first, high)
    for index in range(high - 1, max(least, high - 6), -1):
        if index in view.opens:
            # 'The minister replied: "Which report?"'
            return marked
        gap = view.gaps[index].strip(" \"'")
        if gap not in ("-", "\u2014", ":", "--") or view.gaps[index] == "-":
            continue
        lists = describing_words()
        head = view.words[high - 1]
        known = head in lists["person"] or head in lists["organisation"] or head in _COLLECTIVES
        if not (known or view.classes[high - 1] & PAPER) or view.forms[high - 1].isupper():
            return marked
        sentence = Sentence(start, end, block)
        sentence.low, sentence.high = first, high
        report = Report("headline-source", None, Subject(index, high, index, "phrase"), sentence)
        report.regions.append((start, view.ends[index - 1]))
        return report
    return marked


def _marked_ahead(view: View, block: int, first: int, high: int) -> Report | None:
    """Read a headline that opens with somebody's words: "'Nowhere left to run': families flee Goma"."""
    number = view.opens.get(first)
    if number is None:
        return None
    behind = view.zone_words[number][1]
    if behind - first < _FEWEST_SAID or behind >= high or view.gaps[behind].strip("\"'")[:2] != ": ":
        return None
    start, end, _ = view.document.blocks[block]
    sentence = Sentence(start, end, block)
    sentence.low, sentence.high = first, high
    report = Report("headline-quote", None, None, sentence)
    report.regions.append((view.zones[number].start, view.zones[number].end))
    report.direct = True
    return report


def name_headlines(view: View, reports: list[Report]) -> None:
    """Give the words that open a headline the speaker of the quote below that they were taken from, if one has them.

    Arguments:
        view: the document.
        reports: its reports; those of headlines get their subjects.
    """
    folded = view.document.folded
    for headline in reports:
        if headline.rule != "headline-quote":
            continue
        begin, end = headline.regions[0]
        words = folded[begin:end].strip(" .,!?")
        for report in reports:
            if report is headline or report.subject is None:
                continue
            if any(words in folded[start:stop] for start, stop in report.regions):
                headline.subject, headline.inferred = report.subject, True
                break


# Fewer words in marks at the head of a headline are a name or a term.
_FEWEST_SAID: Final = 3
