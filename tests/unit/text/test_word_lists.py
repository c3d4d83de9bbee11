"""Tables and word lists are read from the data folders of packages."""

from __future__ import annotations

import pytest

from afghanbrief.text.word_lists import classify_words, read_table, read_word_lists


def test_tables_stand_beside_the_code() -> None:
    assert "mr" in read_table("afghanbrief.text", "abbreviations.toml")["titles"]


def test_lists_are_sets_of_words() -> None:
    lists = read_word_lists("afghanbrief.extractors.quotes", "lists.toml")
    assert "whether" in lists["question"]
    assert all(type(words) is frozenset and "" not in words for words in lists.values())


def test_a_word_of_several_lists_has_the_bits_of_all() -> None:
    lists = {"nouns": frozenset({"report", "claim"}), "verbs": frozenset({"report"})}
    assert classify_words(lists, {"nouns": 1, "verbs": 2}) == {"report": 3, "claim": 1}


def test_a_list_without_a_class_is_an_error() -> None:
    with pytest.raises(KeyError):
        classify_words({"nouns": frozenset({"report"})}, {})
