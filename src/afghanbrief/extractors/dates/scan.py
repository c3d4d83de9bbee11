"""One document as the grammar sees it: shape, words, and the reading of numbers at a word."""

from __future__ import annotations

from typing import Any, Final

from afghanbrief.extractors.dates.lexicon import Lexicon
from afghanbrief.extractors.dates.shape import shape_of
from afghanbrief.text.tokens import Tokens

# Words that are none, behind the last one: looking ahead needs no care, nor does looking back before the first one.
_PADDING: Final = 32
_BEHIND: Final = (" ",) * _PADDING


class Scan:
    """Words, gaps and shape of one document, with the lexicon.

    Attributes:
        shape: see :func:`afghanbrief.extractors.dates.shape.shape_of`, padded behind so that looking ahead is safe.
        words: lower-case words, padded likewise: outside the text stands a blank.
        forms: words with their case, padded likewise.
        starts, ends: offsets.
        gaps: what stands between the words.
        count: number of words.
        lexicon: the word tables.
        values: class letter -> word -> value.
    """

    __slots__ = ("count", "ends", "forms", "gaps", "lexicon", "shape", "starts", "values", "words")

    def __init__(self, tokens: Tokens, lexicon: Lexicon) -> None:
        self.shape = shape_of(tokens, lexicon, 2 * _PADDING)
        self.words = tokens.words + _BEHIND
        self.forms = tokens.forms + _BEHIND
        self.starts = tokens.starts
        self.ends = tokens.ends
        self.gaps = tokens.gaps
        self.count = len(tokens.forms)
        self.lexicon = lexicon
        self.values: dict[str, dict[str, Any]] = lexicon.values

    def letter(self, index: int) -> str:
        """Give the class letter of the word at *index* (``"|"`` outside the text)."""
        return self.shape[2 * index + 1]

    def gap(self, index: int) -> str:
        """Give the letter of the gap before the word at *index*."""
        return self.shape[2 * index]

    def digits(self, index: int) -> tuple[str, int] | None:
        """Read a number in digits with group commas and decimals: its value and the index after it."""
        shape = self.shape
        value = self.words[index]
        after = index + 1
        while (
            shape[2 * after] == "^"
            and shape[2 * after + 1] in "ndY"
            and len(self.words[after]) == 3
            and after < index + 4
        ):
            value += self.words[after]
            after += 1
        if (
            shape[2 * after] == ";"
            and shape[2 * after + 1] in "dn"
            and after == index + 1
            and len(self.words[after]) < 3
        ):
            value += "." + self.words[after]
            after += 1
        elif (
            shape[2 * after] == " "
            and self.words[after] == "1"
            and shape[2 * after + 2] == "/"
            and self.words[after + 1] == "2"
        ):
            value += ".5"
            after += 2
        return value.lstrip("0") or "0", after

    def number(self, index: int) -> tuple[str, int] | None:
        """Read an amount: digits, number words, "a few", "a couple of", "several".

        Returns:
            Its value (``"X"`` if the text does not say how many) and the index of the word after it, or ``None``.
        """
        shape = self.shape
        letter = shape[2 * index + 1]
        if letter in "dnY":
            return self.digits(index)
        if letter == "q":
            value = self.values["q"][self.words[index]]
            after = index + 1
            if shape[2 * after + 1] == "f":
                after += 1
                while shape[2 * after + 1] in "qN" and shape[2 * after + 3] == "f" and after < index + 6:
                    after += 2
            return value, after
        if letter != "N":
            return None
        total = current = 0
        after = index
        while after < index + 6 and shape[2 * after + 1] == "N" and (after == index or shape[2 * after] in " -"):
            number = self.values["N"][self.words[after]]
            if number == 12 and self.words[after] == "dozen":
                current = (current or 1) * 12
            elif number == 100:
                current = (current or 1) * 100
            elif number == 1000:
                total += (current or 1) * 1000
                current = 0
            elif current and (current % 10 or (number >= 10 and current % 100)):
                break
            else:
                current += number
            after += 1
            if (
                shape[2 * after + 1] == "&"
                and self.words[after] == "and"
                and current >= 100
                and shape[2 * after + 3] == "N"
            ):
                after += 1
        value = str(total + current)
        if self.words[after] == "and" and "y" in (shape[2 * after + 3], shape[2 * after + 5]):
            # "two and a half years", "two and half years"
            if shape[2 * after + 3] == "y":
                return value + ".5", after + 2
            if shape[2 * after + 3] == "a":
                return value + ".5", after + 3
        return value, after
