"""Tokens are the words of the text, with offsets and gaps that put it together again."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from afghanbrief.text.folding import normalize
from afghanbrief.text.tokens import tokenize


@given(st.text(st.characters(), max_size=80))
def test_tokens_are_the_words(text: str) -> None:
    normalized = normalize(text)
    tokens = tokenize(normalized)
    matches = list(re.finditer(r"\w+", normalized))
    assert list(tokens.forms) == [match.group() for match in matches]
    assert list(tokens.starts) == [match.start() for match in matches]
    assert list(tokens.ends) == [match.end() for match in matches]
    assert list(tokens.words) == [match.group().lower() for match in matches]
    pieces = [piece for pair in zip(tokens.gaps, (*tokens.forms, ""), strict=True) for piece in pair]
    assert "".join(pieces) == normalized
    assert len(tokens) == len(matches)


def test_positions() -> None:
    tokens = tokenize("one two  three")
    assert tokens.first_from(0) == 0
    assert tokens.first_from(1) == 1
    assert tokens.first_from(99) == 3
    assert tokens.last_before(2) == -1
    assert tokens.last_before(7) == 1
