"""Tells what the acronyms of a document stand for, where it says so itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from afghanbrief.extractors.actors import verdicts as v
from afghanbrief.extractors.actors.pieces import Piece
from afghanbrief.extractors.actors.scan import Scanner
from afghanbrief.extractors.actors.spelling import initials
from afghanbrief.extractors.actors.verdicts import Verdict

_BODIES: Final = frozenset(("organisation", "armed_group", "media", "government"))
_DASHES: Final = frozenset((":", "-", "--", "\u2013", "\u2014"))
_LONGEST_OF_SPEAKERS: Final = 4


def read_joined_acronyms(
    scanner: Scanner, pieces: Sequence[Piece], joined: Sequence[int], verdicts: dict[int, Verdict]
) -> dict[str, Verdict]:
    """Give acronyms in brackets the type of the name before: "Northern Monitoring Group (NMG)".

    Arguments:
        scanner: the scanner of the document.
        pieces: all its pieces.
        joined: the numbers of those that stand right behind another.
        verdicts: what the names of several words are, by their first tokens.

    Returns:
        What each acronym is.
    """
    tokens = scanner.tokens
    gaps, words, forms = tokens.gaps, tokens.words, tokens.forms
    found: dict[str, Verdict] = {}
    for number in joined:
        left, right = pieces[number - 1], pieces[number]
        first = right.first
        if gaps[first] != " (" or first != left.stop or right.entry is not None or right.stop != first + 1:
            continue
        if not _is_acronym(forms[first]) or gaps[first + 1][:1] not in (")", ","):
            continue
        if left.entry is not None:
            if left.entry.type in _BODIES:
                found[words[first]] = Verdict(left.entry.type, "acronym", "acronym-in-brackets")  # type: ignore[arg-type]
            continue
        verdict = verdicts.get(left.first)
        if verdict is None and left.stop - left.first > 2 and initials(forms[left.first : left.stop]) == forms[first]:
            # "Economic Offences Wing (EOW)": what has an acronym is a body, whatever its head.
            verdict = verdicts[left.first] = v.BODY
        if verdict is not None and verdict.type not in ("person", "place"):
            found[words[first]] = Verdict(verdict.type, "acronym", "acronym-in-brackets")
    return found


def read_marked_acronyms(
    scanner: Scanner,
    pieces: Sequence[Piece],
    marked: Mapping[str, Sequence[Piece]],
    several: Mapping[tuple[str, ...], Sequence[Piece]],
    verdicts: Mapping[int, Verdict],
) -> tuple[dict[str, Verdict], set[str]]:
    """Read acronyms of things, agencies and speakers: "acute watery diarrhoea (AWD)", "(ANW) -", "PJM: No."

    Arguments:
        scanner: the scanner of the document.
        pieces: all its pieces.
        marked: the unlisted names of one word that stand before a bracket's end or a colon, with their pieces.
        several: those of several words.
        verdicts: what the names of several words are, by their first tokens.

    Returns:
        What acronyms are, and those that are no names.
    """
    tokens = scanner.tokens
    gaps, words, forms = tokens.gaps, tokens.words, tokens.forms
    found: dict[str, Verdict] = {}
    things: set[str] = set()
    for word, places in marked.items():
        for piece in places:
            first = piece.first
            behind = gaps[first + 1][:1]
            if behind == ")" and gaps[first] == " (":
                if gaps[first + 1][1:].strip() in _DASHES and first in scanner.places.values():
                    # "KABUL, Afghanistan (ANW) -"
                    found[word] = v.MEDIUM
                elif _is_short_for(forms, words, first):
                    things.add(word)
            elif behind == ":" and len(places) > 1 and 1 < len(word) <= _LONGEST_OF_SPEAKERS and forms[first].isupper():
                named = _speaker_of(words, word, pieces, several, verdicts)
                if named is not None:
                    found[word] = named
                break
    return found, things


def _speaker_of(
    words: Sequence[str],
    letters: str,
    pieces: Sequence[Piece],
    several: Mapping[tuple[str, ...], Sequence[Piece]],
    verdicts: Mapping[int, Verdict],
) -> Verdict | None:
    """Give what the letters before a colon stand for in an interview: "PJM: We sold nothing."."""
    for key, places in several.items():
        verdict = verdicts.get(places[0].first)
        if verdict is not None and "".join([part[0] for part in key]) == letters:
            return Verdict(verdict.type, "acronym", "letters-of-speaker")
    for first, stop, entry, _, _, _, _ in pieces:
        if entry is not None and entry.type in _BODIES and stop - first == len(letters):
            if "".join([part[0] for part in words[first:stop]]) == letters:
                return Verdict(entry.type, "acronym", "letters-of-speaker")  # type: ignore[arg-type]
    return None


def _is_short_for(forms: tuple[str, ...], words: tuple[str, ...], position: int) -> bool:
    """Tell whether an acronym in brackets is short for everyday words before it, none of them with a capital."""
    letters = words[position]
    first = position - len(letters)
    return (
        first >= 0
        and len(letters) > 1
        and forms[first:position] == words[first:position]
        and "".join([word[0] for word in words[first:position]]) == letters
    )


def _is_acronym(form: str) -> bool:
    """Tell whether a word is an acronym: in capitals, or short with capitals inside ("MoIA")."""
    return form.isupper() or (len(form) < 7 and sum(map(str.isupper, form)) > 1)
