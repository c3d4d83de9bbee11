"""Finds surnames that are everyday words, months, nationalities or places, too: "Will urged", "Jordan said"."""

from __future__ import annotations

from typing import Final

from afghanbrief.extractors.actors import lexicon as lx
from afghanbrief.extractors.actors.name_context import load_sense_words
from afghanbrief.extractors.actors.pieces import Piece, new_piece
from afghanbrief.extractors.actors.scan import Scanner, opens_behind
from afghanbrief.extractors.actors.verdicts import FIRST_NAME, SURNAME

_SHADOWED: Final = lx.COMMON | lx.NOT_NAME | lx.AUXILIARY | lx.TITLE
_VERBS: Final = lx.SPEECH | lx.ACTION
# What a nationality's word may stand behind and still not modify a noun.
_BEHIND: Final = frozenset("by with for against to told said met joined beat and or of from".split())
_LANDS: Final = ("place", "country")
# What goes to a town rather than to a person; what towns have.
_MOVING: Final = frozenset(
    "moved move moves moving returned return returns flew fly flies went go goes travelled traveled trip trips flight"
    " flights way road back migrated relocated relocate drove drive".split()
)
_OF_TOWNS: Final = frozenset(
    "mayor governor council residents streets suburbs airport university downtown city".split()
)
# Verbs that are nouns behind a name: "Houston shares".
_NOUNS_TOO: Final = frozenset("shares talks moves strikes reports votes visits plans raids attacks".split())
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
    lands: dict[str, int] = {}
    # The places that the text is about before it names a person after them.
    seen: set[str] = set()
    for first, stop, entry, titled, _, head, verdict in pieces:
        if stop - first == 1:
            if entry is not None and entry.type in _LANDS:
                seen.add(words[first])
            continue
        if head or (entry is not None and entry.type != "person"):
            continue
        last = words[stop - 1]
        kind = class_of(last, 0)
        if not kind & (_SHADOWED | lx.LISTED) or last in named or last in lands:
            continue
        if entry is None and not titled and not class_of(words[first], 0) & lx.FIRST_NAME and verdict is not FIRST_NAME:
            continue
        if kind & _SHADOWED:
            named[last] = stop
        else:
            hit = scanner.index.match(scanner.tokens, stop - 1)
            if hit is None:
                continue
            if hit.entry.form in ("adjective", "demonym"):
                named[last] = stop
            elif hit.entry.type in _LANDS and last not in seen:
                lands[last] = stop
    if lands:
        pieces = [
            piece._replace(entry=None)
            if piece.entry is not None
            and words[piece.first] in lands
            and piece.stop - piece.first == 1
            and piece.first >= lands[words[piece.first]]
            and piece.entry.type in _LANDS
            and _is_no_land(scanner, piece.first, piece.entry.type == "country")
            else piece
            for piece in pieces
        ]
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


def _is_no_land(scanner: Scanner, position: int, country: bool) -> bool:
    """Tell whether a place's name, which is a surname here, stands where a person does: "Houston was 31"."""
    tokens, class_of = scanner.tokens, scanner.classes.get
    words, gaps = tokens.words, tokens.gaps
    if stands_as_town(scanner, position):
        return False
    before = class_of(words[position - 1], 0) if gaps[position] == " " else 0
    if before & lx.HONORIFIC or (before & lx.SPEECH and gaps[position + 1][:1] in ",."):
        return True
    if gaps[position + 1] == "'":
        return not country
    behind = words[position + 1] if position + 1 < len(words) and gaps[position + 1] == " " else ""
    if class_of(behind, 0) & (lx.AUXILIARY | _VERBS) and behind not in _NOUNS_TOO:
        return True
    return bool(before & _VERBS) and words[position - 1] not in load_sense_words()["verbs_with_places"]


def stands_as_town(scanner: Scanner, position: int) -> bool:
    """Tell whether a name that a person bears, too, is a town's where it stands: "in Austin", "Austin's mayor".

    Arguments:
        scanner: the document's names.
        position: index of the name.

    Returns:
        Whether it is the town's.
    """
    tokens, class_of = scanner.tokens, scanner.classes.get
    words, gaps = tokens.words, tokens.gaps
    before, gap = words[position - 1], gaps[position + 1]
    if gaps[position] == " " and (class_of(before, 0) & lx.PLACE_BEFORE or (before == "of" and gap != "'")):
        return True
    if before == "to" and position > 1 and words[position - 2] in _MOVING:
        return True
    if gap == "'":
        return not _OF_TOWNS.isdisjoint(words[position + 2 : position + 4])
    if gap == ", " and position + 1 in scanner.places:
        return True
    return gap == " " and position + 1 < len(words) and bool(class_of(words[position + 1], 0) & lx.PLACE_NOUN)


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
