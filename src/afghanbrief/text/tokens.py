"""The one scan over the words of a text that all extractors share."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import Final

import attrs

from afghanbrief.text.patterns import compile_pattern

_WORDS: Final = compile_pattern(r"(\w+)")
# Tables over the bytes of an ASCII text: all but words made blank; the same in lower case; and words made blank, with
# what is white space between them as letters, so that a split keeps it.
_IS_WORD: Final = tuple(byte < 128 and (chr(byte).isalnum() or byte == 0x5F) for byte in range(256))
_FORMS: Final = bytes(byte if word else 0x20 for byte, word in enumerate(_IS_WORD))
_LOWER: Final = _FORMS.lower()
_SHIFT: Final = 0xC0
_GAPS: Final = bytes(
    0x20 if word else byte + _SHIFT if byte <= 0x20 else byte if byte < 0x80 else 0
    for byte, word in enumerate(_IS_WORD)
)
_UNSHIFT: Final = {byte + _SHIFT: byte for byte in range(0x21)}


@attrs.frozen(eq=False)
class Tokens:
    """The words of a text (runs of ``\\w``), in parallel tuples.

    Attributes:
        forms: the words of the normalized text, case kept.
        words: the same in lower case.
        starts: offset of each word's first character, in code points.
        ends: offset after each word's last character.
        gaps: what stands between: ``gaps[i]`` is before word ``i``, ``gaps[len(forms)]`` after the last one.
    """

    forms: tuple[str, ...]
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    gaps: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.forms)

    def first_from(self, offset: int) -> int:
        """Give the index of the first word that starts at *offset* or later (the number of words if none does)."""
        return bisect_left(self.starts, offset)

    def last_before(self, offset: int) -> int:
        """Give the index of the last word that ends at *offset* or earlier (-1 if none does)."""
        return bisect_right(self.ends, offset) - 1


def tokenize(normalized: str) -> Tokens:
    """Cut a normalized text into words and what stands between them.

    Arguments:
        normalized: what :func:`afghanbrief.text.folding.normalize` gave.

    Returns:
        The tokens; their offsets hold for the original text too.

    >>> tokens = tokenize("U.S. forces left.")
    >>> tokens.words, tokens.gaps
    (('u', 's', 'forces', 'left'), ('', '.', '. ', ' ', '.'))
    """
    if normalized.isascii():
        return _tokenize_ascii(normalized)
    # Splitting with a group and adding up lengths stays in C all the way: about a third of a loop over matches.
    parts = _WORDS.split(normalized)
    forms = tuple(parts[1::2])
    # One lower-casing of all words, for less than half of what one for each costs; no word holds a blank.
    words = tuple(" ".join(forms).lower().split(" ")) if forms else ()
    return _with_offsets(parts, forms, words, tuple(parts[0::2]))


def _tokenize_ascii(normalized: str) -> Tokens:
    """Do the same by translating and splitting at blanks, for three quarters of what the pattern costs."""
    raw = normalized.encode("ascii")
    forms = raw.translate(_FORMS).decode("ascii").split()
    if not forms:
        return Tokens((), (), (), (), (normalized,))
    words = tuple(raw.translate(_LOWER).decode("ascii").split())
    gaps = [*map(_Gaps().__getitem__, raw.translate(_GAPS).decode("latin-1").split())]
    if _IS_WORD[raw[0]]:
        gaps.insert(0, "")
    if _IS_WORD[raw[-1]]:
        gaps.append("")
    parts = [""] * (2 * len(forms) + 1)
    parts[0::2] = gaps
    parts[1::2] = forms
    return _with_offsets(parts, tuple(forms), words, tuple(gaps))


class _Gaps(dict[str, str]):
    """What stands between words, by how :data:`_GAPS` writes it: one string for all places, whose hash is kept."""

    def __missing__(self, written: str) -> str:
        gap = self[written] = written.translate(_UNSHIFT)
        return gap


def _with_offsets(parts: list[str], forms: tuple[str, ...], words: tuple[str, ...], gaps: tuple[str, ...]) -> Tokens:
    offsets = tuple(accumulate(map(len, parts), initial=0))
    return Tokens(forms, words, offsets[1:-1:2], offsets[2::2], gaps)
