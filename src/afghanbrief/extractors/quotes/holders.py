"""Finds who holds an office when the name stands behind the body or field that it is of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from afghanbrief.extractors.quotes.lexicon import (
    ADVERB,
    AUXILIARY,
    CUE,
    TIME,
    describing_words,
)
from afghanbrief.extractors.quotes.view import View
from afghanbrief.kinds.actors import ActorMention

_IN_TITLE: Final = frozenset((" ", "-", ". ", ".", "'", " (", ") "))


def find_holder(view: View, mentions: Sequence[ActorMention], offsets: list[int], end: int) -> ActorMention | None:
    """Find who is named behind an office: "Secretary of State Mike Pompeo".

    Arguments:
        view: the document.
        mentions: the mentions of actors.
        offsets: where they start.
        end: index of "of" or "for" behind the office.

    Returns:
        The mention of whoever holds the office, or ``None``.
    """
    if (
        end + 2 >= len(view.words)
        or view.words[end] not in ("of", "for")
        or view.words[end - 1] not in describing_words()["person"]
    ):
        return None
    far = _name_behind_body(view, mentions, offsets, end) or _name_at_end(view, mentions, offsets, end)
    if far is not None:
        return far
    if view.words[end] != "of":
        return None
    index = bisect_left(offsets, view.starts[end + 2])
    for mention in mentions[index : index + 2]:
        name = bisect_left(view.starts, mention.span.start, end + 2, min(end + 8, len(view.words)))
        if name >= len(view.words) or view.starts[name] != mention.span.start:
            return None
        if any(gap != " " for gap in view.gaps[end : name + 1]):
            return None
        if mention.type == "person":
            return mention if view.words[name - 1] in describing_words()["field"] else None
    return None


def _name_behind_body(
    view: View, mentions: Sequence[ActorMention], offsets: list[int], end: int
) -> ActorMention | None:
    """Find the name in "Spokesman for Resolute Support Colonel Sonny Leggett told": right before the verb."""
    persons = describing_words()["person"]
    most = min(end + 14, len(view.words) - 1)
    last = end + 1
    while (
        last < most
        and view.gaps[last] in _IN_TITLE
        and not (view.classes[last] & (CUE | AUXILIARY) and view.forms[last][0].islower())
    ):
        last += 1
    while last > end + 2 and view.classes[last - 1] & (ADVERB | TIME) and view.gaps[last] == " ":
        last -= 1
    if last >= most or view.gaps[last] not in (" ", ", "):
        return None
    index = bisect_left(offsets, view.starts[end + 1])
    for mention in mentions[index : index + 4]:
        if mention.type != "person" or mention.span.end != view.ends[last - 1]:
            continue
        name = bisect_left(view.starts, mention.span.start)
        # "a spokesman for President Ghani": the name is the president's.
        between = [at for at in range(end + 1, name) if view.words[at] not in persons and view.words[at] != "the"]
        return mention if between else None
    return None


def _name_at_end(view: View, mentions: Sequence[ActorMention], offsets: list[int], end: int) -> ActorMention | None:
    """Find the name in 'said Secretary of the Treasury for Trade Brian E. Nelson.': right before a stop."""
    starts, gaps = view.starts, view.gaps
    index = bisect_left(offsets, starts[end + 1])
    for mention in mentions[index : index + 4]:
        name = bisect_left(starts, mention.span.start, end + 1, min(end + 16, len(starts)))
        stop = bisect_left(starts, mention.span.end, name, min(name + 6, len(starts)))
        if any(gap != " " for gap in gaps[end + 1 : name + 1]):
            return None
        if mention.type == "person" and name - end > 2 and gaps[stop][:1] in (".", ",", '"'):
            # "for President Ghani" is somebody else's name.
            return mention if view.words[name - 1] not in describing_words()["person"] else None
    return None
