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


OLD = GazetteerEntry(
    id="old", type="organisation", names=("Blue Front", "Norgrad", "--"), valid_to=datetime.date(1990, 5, 1)
)
NEW = GazetteerEntry(id="new", type="organisation", names=("Blue Front", "Sol"), valid_from=datetime.date(1990, 5, 2))
LAST = GazetteerEntry(id="last", type="organisation", names=("Sol", "Kor"), valid_to=datetime.date.max)
ALWAYS = GazetteerEntry(id="always", type="place", names=("Norgrad", "Sol", "Ena"))
TEXT_OF_ALL = "Blue Front, Norgrad, Sol, Kor, Ena"


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (None, ["old", "old", "new", "last", "always"]),
        (datetime.date.min, ["old", "old", "always", "last", "always"]),
        (datetime.date(1990, 5, 1), ["old", "old", "always", "last", "always"]),
        (datetime.date(1990, 5, 2), ["new", "always", "new", "last", "always"]),
        (datetime.date.max, ["new", "always", "new", "last", "always"]),
    ],
)
def test_names_are_found_while_their_entries_hold(day: datetime.date | None, found: list[str]) -> None:
    def listed(name: str, priority: int, *entries: GazetteerEntry) -> Gazetteer:
        return Gazetteer(name=name, topic="t", source="s", licence="CC0", entries=entries, priority=priority)

    index = NameIndex([listed("a", 0, ALWAYS), listed("b", 1, OLD, NEW), listed("c", 0, LAST)])
    if day is not None and found[2] == "always":
        # Of two lists of one priority the first one wins.
        assert index.on(day).get("Sol") is ALWAYS
    held = index.on(day)
    assert held is index.on(day)
    assert held.on(datetime.date(2000, 1, 1)) is held or day is None
    assert [hit.entry.id for hit in held.find(tokenize(TEXT_OF_ALL))] == found
    names = ("blue front", "Norgrad", "Sol", "Kor", "Ena")
    assert [entry.id for entry in map(held.get, names) if entry is not None] == found
    assert held.get("--") is None


def test_an_index_without_dates_is_its_own() -> None:
    index = NameIndex([make_list("Blue Front")])
    assert index.on(datetime.date(2018, 8, 30)) is index
    late = GazetteerEntry(id="late", type="place", names=("Sol",), valid_to=datetime.date(1990, 5, 1))
    dated = NameIndex([Gazetteer(name="a", topic="t", source="s", licence="CC0", entries=(late,))])
    assert dated.on(datetime.date(1980, 1, 1)) is dated
    assert pickle.loads(pickle.dumps(dated)).on(datetime.date(2018, 8, 30)).get("Sol") is None


def test_one_index_for_the_same_lists() -> None:
    lists = (make_list("Blue Front"),)
    assert index_of(lists) is index_of((make_list("Blue Front"),))


def test_an_index_can_be_sent_to_another_process() -> None:
    index = pickle.loads(pickle.dumps(NameIndex([make_list("Blue Front")])))
    assert find(index, "The Blue Front left.") == ["Blue Front"]
