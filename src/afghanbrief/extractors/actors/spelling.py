"""Makes keys under which spellings of one name fall together."""

from __future__ import annotations

import functools
import itertools
import unicodedata
from collections.abc import Iterable
from typing import Final

_FINAL: Final = {
    "mohammad": "mamad",
    "mohammed": "mamad",
    "muhammad": "mamad",
    "mohamed": "mamad",
    "mohamad": "mamad",
    "mohammod": "mamad",
}
_CHAINS: Final = (
    ("gh", "g"), ("kh", "k"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("ck", "k"), ("q", "k"), ("ee", "i"), ("oo", "u"),
    ("ou", "u"), ("ai", "i"), ("ei", "i"), ("ay", "i"), ("ey", "i"), ("iy", "i"), ("y", "i"), ("e", "i"), ("o", "u"),
    ("w", "v"), ("z", "s"), ("c", "k"),
)  # fmt: skip


def initials(forms: Iterable[str]) -> str:
    """Give the capitals that words begin with.

    >>> initials(("Central", "Bureau", "of", "Statistics"))
    'CBS'
    """
    return "".join([form[0] for form in forms if form[0].isupper()])


def plain(text: str) -> str:
    """Make a name of one line, single blanks between its words."""
    return " ".join(text.split()) if "\n" in text or "  " in text else text


@functools.lru_cache(maxsize=4096)
def spell(text: str) -> str:
    """Make a key of a name: case, marks, hyphens, apostrophes and stops aside.

    >>> spell("Hélène Marchetti"), spell("al-Nusra"), spell("U.S.")
    ('helene marchetti', 'al nusra', 'us')
    """
    if text.isalpha() and text.isascii():
        return text.lower()
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
        text = text.replace("\u2019", "'").replace("\u2018", "'")
    return " ".join(text.lower().replace("-", " ").replace(".", " " if ". " in text else "").replace("'", "").split())


@functools.lru_cache(maxsize=4096)
def sound(word: str) -> str:
    """Make a key of one word of a person's name under which its transliterations fall together.

    Vowels keep three classes, so that Hassan and Hussein stay apart.

    Arguments:
        word: a word in lower case, as :func:`spell` gives it.

    Returns:
        The key.

    >>> sound("haibatullah") == sound("hibatullah"), sound("kandahari") == sound("qandahari")
    (True, True)
    >>> sound("hassan") == sound("hussein")
    False
    """
    if word in _FINAL:
        return _FINAL[word]
    for old, new in _CHAINS:
        if old in word:
            word = word.replace(old, new)
    kept = [word[:1]]
    for before, letter in itertools.pairwise(word):
        if letter == before or (letter == "h" and before not in "sc"):
            continue
        kept.append(letter)
    return "".join(kept)
