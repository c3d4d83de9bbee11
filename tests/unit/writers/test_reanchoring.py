from __future__ import annotations

import pytest

from afghanbrief import Briefing
from afghanbrief.writers.reanchoring import Reanchored, reanchor
from afghanbrief.writers.webannotation import to_web_annotations


def states(found: tuple[Reanchored, ...]) -> set[str]:
    return {item.state for item in found}


def test_the_same_text_has_all_in_place(briefing: Briefing) -> None:
    found = reanchor(briefing, briefing.document.text)
    assert states(found) == {"same"}
    assert all(item.span is not None and item.span.text == item.exact for item in found)
    assert len(found) == 12  # eleven annotations, one of two pieces


def test_a_briefing_and_its_web_annotations_find_the_same(briefing: Briefing) -> None:
    later = "UPDATE. " + briefing.document.text
    page = to_web_annotations(briefing)
    places = [item.span for item in reanchor(briefing, later)]
    assert places == [item.span for item in reanchor(page, later)]
    assert places == [item.span for item in reanchor(page["first"], later)]
    assert places[0] == reanchor(page["first"]["items"][0], later)[0].span


def test_all_moves_with_a_new_beginning(briefing: Briefing) -> None:
    found = reanchor(briefing, "Corrected at noon.\n\n" + briefing.document.text)
    assert states(found) == {"moved"}
    assert all(item.span is not None and item.span.text == item.exact for item in found)


def test_spacing_and_marks_do_not_count(briefing: Briefing) -> None:
    text = briefing.document.text.replace("\u2019", "'").replace("\u201c", '"').replace("\n", "\r\n  ")
    found = {item.exact: item.span.text for item in reanchor(briefing, text) if item.span}
    assert found["Norania\u2019s army"] == "Norania's army"
    assert len(found) == 12


def test_altered_words_are_found_and_said_to_be_altered(briefing: Briefing) -> None:
    text = briefing.document.text.replace("had lost at least 13 soldiers", "had lost some 13 soldiers")
    [quote] = [item for item in reanchor(briefing, text) if item.id == "quote:142-209"]
    assert quote.state == "changed"
    assert quote.span is not None
    assert quote.span.text == "Norania\u2019s army\nhad lost some 13 soldiers as of January 31, 2018"
    assert 0.75 < quote.likeness < 1


def test_what_was_cut_is_gone(briefing: Briefing) -> None:
    text = briefing.document.text
    found = reanchor(briefing, text[: text.index("\u201cThat is")])
    gone = [item.exact for item in found if item.state == "gone"]
    assert "56.3 percent" in gone
    assert "January 31, 2018" in gone
    assert "Anar Solan" not in gone


def test_a_short_piece_without_its_neighbours_is_not_guessed(briefing: Briefing) -> None:
    found = {item.exact: item.state for item in reanchor(briefing, "Monday was hot. They resume work.")}
    assert found["Monday"] == "gone"
    assert found["resume"] == "gone"


@pytest.mark.parametrize("text", ["", " ", "\u201c", "a", "Nothing of this stands there."])
def test_other_texts_hold_nothing(briefing: Briefing, text: str) -> None:
    assert states(reanchor(briefing, text)) == {"gone"}


def test_the_nearest_of_many_occurrences_wins(briefing: Briefing) -> None:
    text = briefing.document.text
    found = reanchor(briefing, (text + "\n") * 300)
    assert states(found) == {"same"}


def test_other_selectors_are_passed_over() -> None:
    record = {"id": "x", "target": {"selector": {"type": "TextPositionSelector", "start": 0, "end": 3}}}
    assert reanchor(record, "text") == ()


def selector(exact: str, start: int, prefix: str, suffix: str) -> dict[str, object]:
    parts = [
        {"type": "TextPositionSelector", "start": start, "end": start + len(exact)},
        {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix},
    ]
    return {"id": "x", "target": {"selector": parts}}


def test_of_a_thousand_occurrences_the_one_near_its_old_place_is_compared() -> None:
    later = "Officials in Kabul denied it. " * 1_000
    [found] = reanchor(selector("Kabul", 13 + 30 * 500 + 2, "Officials in ", " denied it."), later)
    assert found.state == "moved"
    assert found.span is not None
    assert abs(found.span.start - (13 + 30 * 500 + 2)) < 30


def test_signs_alone_are_found_only_in_their_place() -> None:
    assert reanchor(selector("--", 2, "", "x"), "a --x")[0].state == "same"
    assert reanchor(selector("--", 2, "x ", ""), "a -- b")[0].state == "same"
    assert reanchor(selector("--", 0, "", ""), "a -- b")[0].state == "gone"


def test_marks_around_the_words_come_along() -> None:
    [found] = reanchor(selector("(now!)", 0, "", " it ends"), "So: (Now!) it ends")
    assert found.span is not None
    assert found.span.text == "(Now!)"


def test_a_long_quote_that_was_rewritten_in_half_is_gone() -> None:
    words = "We never said that the talks would end before the winter and we shall not say so now"
    later = "They never said that the talks could fail, and in spring nobody will say anything"
    assert reanchor(selector(words, 0, "", ""), later)[0].state == "gone"


def test_a_very_long_quote_is_found_changed() -> None:
    words = [f"word{n % 97}" for n in range(2_000)]
    earlier = " ".join(words)
    later = "New start. " + " ".join([*words[:900], "indeed", *words[905:]])
    [found] = reanchor(selector(earlier, 0, "", ""), later)
    assert found.state == "changed"
    assert found.span is not None
    assert found.span.start == 11


def test_single_words_far_off_do_not_stretch_a_changed_quote() -> None:
    words = "the army will leave all of the valley before the first snow falls"
    later = "Then the men of all towns heard: army will leave most of the valley before the first snow, as all knew"
    [found] = reanchor(selector(words, 0, "", ""), later)
    assert found.span is not None
    assert found.span.text == "army will leave most of the valley before the first snow"
