"""Reads the names of who vouches: one that brackets abbreviate, the first of two, a body that belongs to another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from afghanbrief.kinds import ActorMention
from afghanbrief.text.tokens import Tokens

BODIES: Final = frozenset(("organisation", "armed_group", "government", "media"))
_LONGEST_NAME: Final = 12
_IN_NAMES: Final = frozenset(("of", "for", "and", "on", "in", "the", "to"))
_PAIR: Final = 48


def start_of_name(tokens: Tokens, index: int) -> int:
    """Give the first word of the name that the word in brackets at *index* abbreviates, or *index*.

    Arguments:
        tokens: the document's tokens.
        index: index of the word in brackets.
    """
    first = index
    for before in range(index - 1, max(-1, index - _LONGEST_NAME), -1):
        if tokens.forms[before][:1].isupper():
            first = before
        elif tokens.words[before] not in _IN_NAMES:
            break
        if tokens.gaps[before].strip(" '-&"):
            break
    return first


def possessed_by(mentions: Sequence[ActorMention], position: int, folded: str) -> ActorMention | None:
    """Of "the Taliban's General Directorate of Intelligence" give the body that belongs to the first.

    Arguments:
        mentions: the mentions in text order.
        position: position of the owner.
        folded: the text in lower case.
    """
    if position + 1 >= len(mentions):
        return None
    owner, body = mentions[position], mentions[position + 1]
    if body.type not in BODIES or body.span.start <= owner.span.end:
        return None
    return body if folded[owner.span.end : body.span.start] in ("'s ", "' ") else None


def first_of_pair(mentions: Sequence[ActorMention], position: int, folded: str) -> ActorMention | None:
    """Of "A and B counted" and "the A Section of B counted" give the first: it stands for both.

    Arguments:
        mentions: the mentions in text order.
        position: position of the second.
        folded: the text in lower case.
    """
    if not position:
        return None
    left, right = mentions[position - 1], mentions[position]
    between = folded[left.span.end : min(right.span.start, left.span.end + _PAIR)]
    if between.lstrip(") ") in ("of ", "of the ", "at ", "at the ") and left.type in BODIES:
        return left
    paired = between.lstrip(") ").startswith("and ") and len(between) < _PAIR and not set(between) & set(".;:,")
    return left if paired else None


def ends_clause(tokens: Tokens, index: int) -> bool:
    """Tell whether a verb before word *index* ends its clause: "notes in a report", "reports, reached".

    Arguments:
        tokens: the document's tokens.
        index: index of the word behind the verb.
    """
    mark = tokens.gaps[index].lstrip()[:1]
    return mark in (",", ".", ";", ":") if mark else index < len(tokens.words) and tokens.words[index] in ("in", "on")
