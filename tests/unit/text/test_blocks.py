"""Blocks: paragraphs, titles, headings, list items and captions."""

from __future__ import annotations

import pytest

from afghanbrief.text.blocks import find_blocks


def cut(text: str) -> list[tuple[str, str]]:
    return [(text[block.start : block.end], block.role) for block in find_blocks(text)]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\r\n \x0c\u2028"])
def test_nothing_gives_nothing(text: str) -> None:
    assert cut(text) == []


def test_blank_lines_part_blocks() -> None:
    assert cut("One is here.\n\nTwo is here.\r\n\r\nThree.") == [
        ("One is here.", "body"),
        ("Two is here.", "body"),
        ("Three.", "body"),
    ]


def test_single_line_ends_part_blocks_too() -> None:
    assert cut("One is here.\nTwo is here.") == [("One is here.", "body"), ("Two is here.", "body")]


def test_a_line_in_lower_case_goes_on() -> None:
    assert cut("One is\nhere.") == [("One is\nhere.", "body")]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    line = "The committee said that it would wait for Them and"
    assert cut("\n".join([line, line, line, "The end."])) == [("\n".join([line, line, line, "The end."]), "body")]


def test_title_then_heading() -> None:
    assert [role for _, role in cut("Talks in Norin\n\nThey began.\n\nWhat comes next\n\nNobody knows.")] == [
        "title",
        "body",
        "heading",
        "body",
    ]


@pytest.mark.parametrize("item", ["- one", "* one", "\u2022 one", "1. one", "(a) one", "12) one"])
def test_items(item: str) -> None:
    assert cut(f"The list:\n{item}\n{item}")[1:] == [(item, "item"), (item, "item")]


@pytest.mark.parametrize("caption", ["Photo: a river", "A river in spring (photo by A. B.)", "File photo of a river"])
def test_captions(caption: str) -> None:
    assert cut(f"One is here.\n\n{caption}\n\nTwo is here.")[1] == (caption, "caption")


def test_last_line_is_no_heading() -> None:
    assert cut("One is here.\n\nAnar Solan")[1] == ("Anar Solan", "body")


def test_long_lines_are_body() -> None:
    assert cut("word " * 60 + "\n\nEnd.")[0][1] == "body"
