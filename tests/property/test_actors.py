"""What holds for actors whatever the text: hits are a naive search's, and far words change nothing."""

from __future__ import annotations

import functools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afghanbrief import Briefer, Document
from afghanbrief.kinds import Actor, ActorMention
from afghanbrief.text.names import Gazetteer, GazetteerEntry, NameIndex
from afghanbrief.text.tokens import tokenize

TEXTS = (
    (
        "KABUL, Afghanistan (AP) - Zubin Kettler, a Taliban spokesman, denied that Pakistan\u2019s army"
        " had met the Taliban."
    ),
    "Moscow, Ankara and Washington watched. Gen. Torab Stanik\u2019s men left Kunduz, and Stanik said so.",
    (
        "The Northern Monitoring Group (NMG) said on Monday that Hezb-e Islami\u2019s leaders had left."
        " NMG\u2019s head agreed."
    ),
    (
        "A senior U.S. official said the Ministry of Defense\u2019s plan was dead."
        " \u201cNo,\u201d said Ahmad Zirakyar, a deputy."
    ),
)
PARAGRAPHS = (
    "It rained for three days, and nobody went out.",
    "The harvest was poor: apples, pears, plums.",
    "Oslo and Bergen are far apart.",
)


@functools.cache
def briefer() -> Briefer:
    return Briefer(only=("actors.mentions", "actors.link"))


def mentions(text: str) -> list[tuple[int, int, str, str, str]]:
    found = briefer().brief(Document(text, published="2018-08-30")).of(ActorMention)
    return [(m.span.start, m.span.end, m.type, m.form, m.evidence.rule) for m in found]


@given(st.sampled_from(TEXTS), st.sampled_from(PARAGRAPHS))
def test_an_unrelated_paragraph_changes_no_mention_elsewhere(text: str, paragraph: str) -> None:
    longer = mentions(f"{text}\n\n{paragraph}")
    assert [mention for mention in longer if mention[1] <= len(text)] == mentions(text)


@pytest.mark.parametrize("text", TEXTS)
def test_straight_marks_change_nothing(text: str) -> None:
    straight = text.replace("\u2019", "'").replace("\u201c", '"').replace("\u201d", '"')
    assert mentions(straight) == mentions(text)
    curly, plain = (briefer().brief(Document(each)).of(Actor) for each in (text, straight))
    assert [actor.mention_ids for actor in curly] == [actor.mention_ids for actor in plain]


WORDS = st.sampled_from(["Blue", "Lake", "Front", "of", "Red", "sea", "."])


@given(
    st.lists(st.lists(WORDS.filter(str.istitle), min_size=1, max_size=3), min_size=1, max_size=5),
    st.lists(WORDS, max_size=15),
)
def test_an_index_hit_is_what_a_naive_search_finds(names: list[list[str]], words: list[str]) -> None:
    listed = {tuple(word.lower() for word in name) for name in names}
    entries = tuple(
        GazetteerEntry(id=" ".join(name), type="person", names=(" ".join(name),))
        for name in sorted(listed_forms(names))
    )
    index = NameIndex([Gazetteer(name="own", topic="actors", source="own", licence="CC0-1.0", entries=entries)])
    tokens = tokenize(" ".join(words))
    hits = [(hit.first, hit.stop) for hit in index.find(tokens)]
    naive: list[tuple[int, int]] = []
    position = 0
    while position < len(tokens):
        best = max(
            (
                stop
                for stop in range(position + 1, min(position + 3, len(tokens)) + 1)
                if tokens.words[position:stop] in listed and all(gap == " " for gap in tokens.gaps[position + 1 : stop])
            ),
            default=position,
        )
        if best > position:
            naive.append((position, best))
        position = max(best, position + 1)
    assert hits == naive


def listed_forms(names: list[list[str]]) -> set[tuple[str, ...]]:
    return {tuple(name) for name in names}


@given(
    st.lists(
        st.sampled_from(
            ["Gen. ", "Kabul ", "U.S. ", "Ali ", "al-", "said ", ", ", "the ", "of ", "\n", "(", "'", "Front "]
        ),
        max_size=60,
    )
)
def test_spans_are_exact_and_apart_on_any_mix_of_names(parts: list[str]) -> None:
    text = "".join(parts)
    last = 0
    for start, end, *_ in mentions(text):
        assert last <= start < end <= len(text)
        last = end
