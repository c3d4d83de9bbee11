"""Reads interviews, hearings and debates printed as turns: a speaker's name, a colon, and his words without marks."""

from __future__ import annotations

from collections import Counter
from typing import Final

from afghanbrief.extractors.quotes.lexicon import word_list
from afghanbrief.extractors.quotes.report import Report
from afghanbrief.extractors.quotes.subjects import Subject
from afghanbrief.extractors.quotes.view import Sentence, View
from afghanbrief.text.patterns import compile_pattern

_SERIES: Final = word_list("series")
_LABELS: Final = word_list("turn_labels")
# "Mr Smith (Kabul East) (Lab): ", "Q: ", "Q. "; the longest head that a debate prints fits the window.
_HEAD: Final = compile_pattern(r"(?:([A-Z][\w.' -]{0,38}?)((?: \([^()\n]{1,50}\)){0,3}):|([QA])\.)[ \n](?=\S)")
_WINDOW: Final = 150
_WORDS: Final = 6
# Paragraphs without a head that may stand between two turns of one passage.
_BETWEEN: Final = 4
_ASIDES: Final = "([\"'\u201c\u2018-\u2022*"


class _Turn:
    """A paragraph that seems to open a turn.

    Attributes:
        block: index of its block.
        head: where its speaker is named.
        name: the speaker's words, in lower case.
        start: offset of the first word said.
        seat: whether a seat or a party in brackets follows the name.
    """

    __slots__ = ("block", "head", "name", "seat", "start")

    def __init__(self, block: int, head: Subject, name: str, start: int, seat: bool) -> None:
        self.block = block
        self.head = head
        self.name = name
        self.start = start
        self.seat = seat


def read_turns(view: View) -> list[Report]:
    """Read the turns of a document; each is one direct quote with no other quote inside.

    Arguments:
        view: the document.

    Returns:
        The reports in text order. Paragraphs of a turn are pieces of one quote.
    """
    passage: list[_Turn] = []
    reports: list[Report] = []
    text = view.text
    if ":" not in text and "\nQ." not in text:
        return []
    find = text.find
    for block, (start, end, _) in enumerate(view.document.blocks):
        # Most paragraphs have no colon near their front.
        window = start + _WINDOW
        if find(":", start, end if end < window else window) < 0 and text[start + 1 : start + 2] != ".":
            continue
        turn = _turn(view, block)
        if turn is None:
            continue
        if passage and block - passage[-1].block > _BETWEEN + 1:
            reports += _passage(view, passage)
            passage = []
        passage.append(turn)
    return reports + _passage(view, passage)


def _turn(view: View, block: int) -> _Turn | None:
    start, end, role = view.document.blocks[block]
    text = view.text
    if not text[start : start + 1].isupper():
        return None
    match = _HEAD.match(text, start, min(end, start + _WINDOW))
    if match is None:
        return None
    number = 1 if match.group(1) else 3
    name = match.group(number)
    label = name.lower() in _LABELS
    if name.isupper() and not label:
        # A speaker in capitals is one wherever he stands: read with the headlines.
        return None
    if not label and (role in ("title", "heading") or block == 0):
        return None
    tokens = view.document.tokens
    first, last = tokens.first_from(start), tokens.last_before(match.end(number)) + 1
    if not 0 < last - first <= _WORDS or view.words[last - 1] in _SERIES:
        return None
    if not label and any(not view.forms[index][0].isupper() for index in (first, last - 1)):
        return None
    return _Turn(block, Subject(first, last, first, "phrase"), name.lower(), match.end(), bool(match.group(2)))


def _passage(view: View, turns: list[_Turn]) -> list[Report]:
    """Read the turns of one passage, if its heads are those of speakers and no labels of a list of facts."""
    if len(turns) < 2 or not _is_dialogue(view, turns):
        return []
    blocks = view.document.blocks
    reports = []
    for number, turn in enumerate(turns):
        start, end, _ = blocks[turn.block]
        sentence = Sentence(start, end, turn.block)
        sentence.low, sentence.high = turn.head.start, view.document.tokens.first_from(end)
        report = Report("dialogue-turn", None, turn.head, sentence)
        report.direct = True
        report.regions.append((turn.start, end))
        # Behind the last turn the writer may go on.
        behind = turns[number + 1].block if number + 1 < len(turns) else turn.block
        for block in range(turn.block + 1, behind):
            start, end, role = blocks[block]
            if role != "body" or view.text[start] in _ASIDES:
                break
            report.regions.append((start, end))
        reports.append(report)
    return reports


def _is_dialogue(view: View, turns: list[_Turn]) -> bool:
    counts = Counter(turn.name for turn in turns)
    if len(counts) < 2:
        return False
    if any(turn.seat for turn in turns) or sum(count for name, count in counts.items() if name in _LABELS) > 1:
        return True
    # Names that come again, and a question: "Needs: ...", "Response: ..." come again too, but nobody asks.
    asked = any("?" in view.text[turn.start : view.document.blocks[turn.block].end] for turn in turns)
    return asked and (len(counts) < len(turns) or len(turns) == 2)
