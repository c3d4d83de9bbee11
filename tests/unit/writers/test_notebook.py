"""The notebook's display is the small sister of the HTML page: the same colours, no script."""

from __future__ import annotations

import re

from afghanbrief import Briefing, Document, Evidence, Quote


def test_every_kind_says_what_it_means(briefing: Briefing) -> None:
    shown = briefing._repr_html_()
    titles = set(re.findall(r'title="([^"]+)"', shown))
    assert {
        "quote by Anar Solan; rule cue-after",
        "quote by He; rule told-that",
        "statistic = 56.30 percent; rule percent",
        "actor-mention, person; rule title-name",
        "date 2018-08-27; rule weekday-by-tense",
    } <= titles
    text = re.sub(r"<[^>]+>", "", shown).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert text == briefing.document.text
    # What stands between the pieces of a quote is none of its words.
    assert re.search(r"Solan</mark> said on <mark", shown)


def test_ten_thousand_nested_quotes_are_shown_at_once() -> None:
    document = Document("a" * 20_000)
    spans = [document.span(depth, 20_000 - depth) for depth in range(10_000)]
    quotes = tuple(Quote(span=span, evidence=Evidence("q", "r"), content=(span,), style="indirect") for span in spans)
    assert Briefing(document=document, annotations=quotes)._repr_html_().count("<mark") == 19_999
