"""Finds the body that issues a report: who sends out a press release, whose report the text excerpts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from afghanbrief.document import Document
from afghanbrief.extractors.statistics.vouching import load_vouching
from afghanbrief.kinds import ActorMention
from afghanbrief.text.patterns import compile_pattern

_ISSUERS: Final = frozenset(("organisation", "government"))
_HEAD: Final = 400
_OPENING: Final = 900
_OPENING_SENTENCES: Final = 4
_NEAR: Final = 40
_SHORTEST_TITLE: Final = 12
# A line of its own: in running text a press office is one that somebody cites.
_PRESS: Final = compile_pattern(
    r"(?:\A|\n)[^\n]{0,30}\b(?:press|media|news) (?:releases?|office|statement|communiqu\w+)\b[^\n]{0,40}(?=\n)"
)
# "(Geneva, 4 May 2020) \u2013": the dateline of a release that a body sends out itself.
_DATELINE: Final = compile_pattern(r"\([a-z][^()\n]{2,50}\) ?[\u2013\u2014-]")
_SAID_TODAY: Final = compile_pattern(
    r"[^.;:!?]{0,12}\b(?:said|announced|reported|warned|confirmed)"
    r"(?: in (?:a|its) [a-z ]{0,20}(?:report|statement|briefing|paper|analysis)[a-z ]{0,20})? today\b"
)


def find_issuer(document: Document, mentions: Sequence[ActorMention], starts: Sequence[int]) -> ActorMention | None:
    """Find the body that issues a report.

    Arguments:
        document: the report.
        mentions: mentions of actors that may be sources, sorted.
        starts: where they start.

    Returns:
        A mention of the body, or ``None`` where nothing tells that the report is its own.
    """
    body = _body(document)
    press = _PRESS.search(document.folded, 0, _HEAD)
    if press is not None or _DATELINE.match(document.folded, body):
        said = _who_said_today(document, mentions, starts, body)
        return said or (None if press is None else _in_head(mentions, starts, body, press.end()))
    return _who_acts_today(document, mentions, starts) or _owner_of_title(document, mentions, starts, body)


def _body(document: Document) -> int:
    """Give the offset where the text begins under its titles and headings."""
    for block in document.blocks:
        if block.role not in ("title", "heading"):
            return block.start
    return 0


def _in_head(mentions: Sequence[ActorMention], starts: Sequence[int], body: int, press: int) -> ActorMention | None:
    """Give the body in the head of a press release: the last one over "Press Office", or else the first."""
    bodies = [mention for mention in mentions[: bisect_left(starts, body)] if mention.type in _ISSUERS]
    over = [mention for mention in bodies if mention.span.end <= press]
    return over[-1] if over else next(iter(bodies), None)


def _who_said_today(
    document: Document, mentions: Sequence[ActorMention], starts: Sequence[int], body: int
) -> ActorMention | None:
    """Read "..., Justice Now said today" in the opening of a press release."""
    for mention in mentions[bisect_left(starts, body) : bisect_right(starts, body + _OPENING)]:
        if mention.type in _ISSUERS and _SAID_TODAY.match(document.folded, mention.span.end):
            return mention
    return None


def _who_acts_today(document: Document, mentions: Sequence[ActorMention], starts: Sequence[int]) -> ActorMention | None:
    """Read "Today, the Treasury sanctioned five individuals"."""
    tokens, issuing = document.tokens, load_vouching()["issuing"]
    for sentence in document.sentences[:_OPENING_SENTENCES]:
        first, stop = tokens.first_from(sentence.start), tokens.first_from(sentence.end)
        said = tokens.words[first:stop]
        if "today" not in said or issuing.isdisjoint(said):
            continue
        verb = tokens.starts[first + next(place for place, word in enumerate(said) if word in issuing)]
        for position in range(bisect_left(starts, verb) - 1, -1, -1):
            mention = mentions[position]
            if mention.span.start < sentence.start or verb - mention.span.end > _NEAR:
                break
            if mention.type in _ISSUERS:
                return mention
    return None


def _owner_of_title(
    document: Document, mentions: Sequence[ActorMention], starts: Sequence[int], body: int
) -> ActorMention | None:
    """Read "..., the Bank says in its Development Update" under the title "Development Update: ..."."""
    folded = document.folded
    title = folded[:body].partition("\n")[0].partition(":")[0].strip()
    if len(title) < _SHORTEST_TITLE:
        return None
    named = folded.find(f"in its {title}", body, body + _OPENING)
    if named < 0:
        return None
    position = bisect_left(starts, named) - 1
    mention = mentions[position] if position >= 0 else None
    near = mention is not None and mention.type in _ISSUERS and named - mention.span.end <= _NEAR
    return mention if near else None
