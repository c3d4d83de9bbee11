"""What an extractor may read of what others found."""

from __future__ import annotations

import pytest
from afghanbrief_toys import Note, Word

from afghanbrief import BuildContext, Document, Evidence, Found
from afghanbrief.errors import UndeclaredNeedError

DOCUMENT = Document("Anar met Solan")
WORDS = tuple(
    Word(span=DOCUMENT.span(start, end), evidence=Evidence("toys.words", "r")) for start, end in ((0, 4), (9, 14))
)


def test_reads_declared_kinds() -> None:
    found = Found({Word: WORDS}, reader="toys.x", allowed=(Word, Note))
    assert found.of(Word) == WORDS
    assert found.of(Note) == ()
    assert found.at(DOCUMENT.span(3, 10), Word) == WORDS
    assert found.at(DOCUMENT.span(4, 9), Word) == ()
    assert found.index(Word) is found.index(Word)


def test_finds_ids_among_declared_kinds_only() -> None:
    assert Found({Word: WORDS}, reader="toys.x", allowed=(Word,)).get(WORDS[0].id) is WORDS[0]
    assert Found({Word: WORDS}, reader="toys.x", allowed=(Note,)).get(WORDS[0].id) is None
    everything = Found({Word: WORDS})
    assert everything.get(WORDS[1].id) is WORDS[1]
    assert everything.get("nothing") is None
    assert everything.of(Word) == WORDS


@pytest.mark.parametrize("ask", ["of", "index"])
def test_refuses_undeclared_kinds(ask: str) -> None:
    found = Found({Word: WORDS}, reader="toys.x", allowed=())
    with pytest.raises(UndeclaredNeedError, match=r"toys\.x.*toys\.word"):
        getattr(found, ask)(Word)
    with pytest.raises(UndeclaredNeedError):
        found.at(WORDS[0].span, Word)


def test_context_is_empty_by_default() -> None:
    assert BuildContext().settings is None
    assert BuildContext().gazetteers == {}
