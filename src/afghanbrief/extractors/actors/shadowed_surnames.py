"""Finds surnames that are everyday words, months or nationalities, too: "Will urged", "Mr May", "Cuban left"."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.actors import lexicon as lx
from afghanbrief.extractors.actors.pieces import Piece, new_piece
from afghanbrief.extractors.actors.scan import Scanner, opens_behind
from afghanbrief.extractors.actors.verdicts import SURNAME

_SHADOWED: Final = lx.COMMON | lx.NOT_NAME | lx.AUXILIARY | lx.TITLE
_VERBS: Final = lx.SPEECH | lx.ACTION
# What a nationality's word may stand behind and still not modify a noun.
_BEHIND: Final = frozenset("by with for against to told said met joined beat and or of from".split())
_BEFORE_NOUNS: Final = frozenset("the a an this that these those another every each no any some".split())


def add_shadowed_surnames(scanner: Scanner, pieces: list[Piece]) -> list[Piece]:
    """Add the surnames that their words hide, of persons who were named in full before.

    Arguments:
        scanner: the document's names.
        pieces: what it found.

    Returns:
        The pieces with those surnames, in text order.
    """
    words, class_of = scanner.tokens.words, scanner.classes.get
    named: dict[str, int] = {}
    for first, stop, entry, titled, _, head, _ in pieces:
        if stop - first == 1 or head or (entry is not None and entry.type != "person"):
            continue
        last = words[stop - 1]
        kind = class_of(last, 0)
        if not (kind & _SHADOWED or (kind & lx.LISTED and _is_nationality(scanner, stop - 1))) or last in named:
            continue
        if entry is not None or titled or class_of(words[first], 0) & lx.FIRST_NAME:
            named[last] = stop
    if not named:
        return pieces
    taken = {position for piece in pieces for position in range(piece.first, piece.stop)}
    found = [
        new_piece((position, position + 1, None, False, position in scanner.openers, 0, SURNAME))
        for position, word in enumerate(words)
        if word in named
        and position >= named[word]
        and position not in taken
        and position not in scanner.quiet
        and _is_surname(scanner, position)
    ]
    return sorted((*pieces, *found), key=_first_of) if found else pieces


def _first_of(piece: Piece) -> int:
    return piece.first


def _is_nationality(scanner: Scanner, position: int) -> bool:
    hit = scanner.index.match(scanner.tokens, position)
    return hit is not None and hit.entry.form in ("adjective", "demonym")


def _is_surname(scanner: Scanner, position: int) -> bool:
    """Tell whether a capitalised word stands where a person does and the everyday word does not."""
    tokens, capitals, class_of = scanner.tokens, scanner.capitals, scanner.classes.get
    words, gaps = tokens.words, tokens.gaps
    if not capitals[position] or gaps[position] == "-" or gaps[position + 1] == "-":
        return False
    before = words[position - 1]
    spaced = gaps[position] == " "
    if capitals[position + 1] and gaps[position + 1] == " ":
        return False
    if class_of(before, 0) & lx.HONORIFIC and gaps[position] in (" ", ". "):
        return True
    if (spaced and capitals[position - 1] and not class_of(before, 0) & lx.COMMON) or before in _BEFORE_NOUNS:
        return False
    kind = class_of(words[position], 0)
    opens = position in scanner.openers or opens_behind(gaps[position])
    if _acts(scanner, position + 1, plain=not kind & (lx.AUXILIARY | lx.NOT_NAME)):
        return True
    if class_of(before, 0) & lx.SPEECH and spaced and gaps[position + 1][:1] in ",.":
        # '"Not yet," said May.'
        return True
    if kind & lx.NOT_NAME:
        return False
    if gaps[position + 1] == "'" and words[position + 1 : position + 2] == ("s",):
        return True
    if opens:
        return False
    if kind & (lx.COMMON | lx.TITLE):
        # Inside a sentence, an everyday word has no capital.
        return True
    return before in _BEHIND and gaps[position + 1][:1] in tuple(",.;:?!)")


def _acts(scanner: Scanner, position: int, *, plain: bool) -> bool:
    """Tell whether a finite verb stands there; behind a month or modal one that neither has: "urged", "says"."""
    tokens = scanner.tokens
    if position >= len(tokens.words) or tokens.gaps[position] != " " or scanner.capitals[position]:
        return False
    word = tokens.words[position]
    kind = scanner.classes.get(word, 0)
    finite = word[-1] == "s" or word[-2:] == "ed" or word in _PAST
    if kind & lx.AUXILIARY:
        return plain and word in _PAST
    return bool(kind & _VERBS and finite) or (word[-2:] == "ed" and plain)


_PAST: Final = frozenset(
    "said told was had did wrote spoke made gave took went came won lost led left held met saw kept sent"
    " chose became began ran stood thought felt knew is has".split()
)
