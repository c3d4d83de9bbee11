"""Name lists and their index."""

from __future__ import annotations

import datetime
import pickle

import pytest

from afghanbrief.text.folding import normalize
from afghanbrief.text.names import Gazetteer, GazetteerEntry, NameIndex, index_of
from afghanbrief.text.tokens import tokenize


def make_list(*names: str, name: str = "own", priority: int = 0, kind: str = "organisation") -> Gazetteer:
    entries = tuple(GazetteerEntry(id=f"{name}:{each}", type=kind, names=(each,)) for each in names)
    return Gazetteer(name=name, topic="actors", source="own", licence="CC0-1.0", entries=entries, priority=priority)


def find(index: NameIndex, text: str) -> list[str]:
    tokens = tokenize(normalize(text))
    return [text[tokens.starts[hit.first] : tokens.ends[hit.stop - 1]] for hit in index.find(tokens)]


def test_the_longest_name_wins() -> None:
    index = NameIndex([make_list("Peace Council", "Peace Council of the Lake", "Peace")])
    assert find(index, "The Peace Council of the Lake met the Peace Council.") == [
        "Peace Council of the Lake",
        "Peace Council",
    ]


def test_of_equal_names_the_list_of_higher_priority_wins() -> None:
    index = NameIndex([make_list("Blue Front", name="first"), make_list("Blue Front", name="second", priority=1)])
    tokens = tokenize("The Blue Front left.")
    assert [hit.entry.id for hit in index.find(tokens)] == ["second:Blue Front"]
    entry = index.get("blue front")
    assert entry is not None
    assert entry.id == "second:Blue Front"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The US said no.", ["US"]),
        ("They told us so.", []),
        ("The U.S. said no.", ["U.S"]),
        ("Reunions are held.", []),
    ],
)
def test_acronyms_are_found_in_capitals_only_and_words_as_wholes(text: str, found: list[str]) -> None:
    assert find(NameIndex([make_list("US", "U.S.", "Union")]), text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [("LeT struck.", ["LeT"]), ("Let us go.", []), ("Unama said so.", ["Unama"]), ("UNAMA said so.", ["UNAMA"])],
)
def test_acronyms_with_small_letters(text: str, found: list[str]) -> None:
    assert find(NameIndex([make_list("LeT", "UNAMA")]), text) == found


def test_names_run_over_line_ends_hyphens_and_apostrophes() -> None:
    index = NameIndex([make_list("Jabhat al-Nusra", "Kurdistan Workers' Party")])
    assert find(index, "Jabhat\nal-Nusra and the Kurdistan Workers\u2019 Party") == [
        "Jabhat\nal-Nusra",
        "Kurdistan Workers\u2019 Party",
    ]


def test_entries_hold_for_a_time() -> None:
    entry = GazetteerEntry(id="x", type="person", names=("X",), valid_from=datetime.date(2001, 1, 1))
    assert entry.holds(None)
    assert entry.holds(datetime.date(2001, 1, 1))
    assert not entry.holds(datetime.date(2000, 12, 31))


def test_one_index_for_the_same_lists() -> None:
    lists = (make_list("Blue Front"),)
    assert index_of(lists) is index_of((make_list("Blue Front"),))


def test_an_index_can_be_sent_to_another_process() -> None:
    index = pickle.loads(pickle.dumps(NameIndex([make_list("Blue Front")])))
    assert find(index, "The Blue Front left.") == ["Blue Front"]
