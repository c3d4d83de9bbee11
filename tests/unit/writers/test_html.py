from __future__ import annotations

import base64
import hashlib
import io
import re
import shutil
import subprocess
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from afghanbrief import Briefing, DateMention, Document, Evidence, Finding, Quote
from afghanbrief.writers.html import HtmlWriter, to_html
from afghanbrief.writers.html.article import mark_article
from afghanbrief.writers.html.index import PageIndex
from afghanbrief.writers.html.timeline import draw_timeline

VOID = {"meta", "br", "link", "img", "input"}


class Reader(HTMLParser):
    """Reads a page strictly: every element must be closed in its order."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        for name, value in attributes:
            if name in ("src", "href", "action", "data"):
                self.links.append(value or "")
            if name == "id":
                self.ids.append(value or "")
            assert not name.startswith("on")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        for tag in set(self.open):
            self.texts.setdefault(tag, []).append(data)


def test_the_page_is_well_formed_and_loads_nothing(briefing: Briefing) -> None:
    page = to_html(briefing)
    found = Reader(page)
    assert set(found.links) - {f"#e{n}" for n in range(len(briefing.annotations))} == {
        "#text",
        "https://example.org/a?b=1&c=2",
    }
    assert len(found.ids) == len(set(found.ids))
    assert "@import" not in page
    assert "url(" not in page


def test_the_page_is_the_same_every_time(briefing: Briefing) -> None:
    assert to_html(briefing) == to_html(attrs.evolve(briefing))


def test_text_stays_text() -> None:
    evil = "</script><script>alert(1)</script><img src=x onerror=alert(2)>"
    document = Document(f"{evil} & {evil}", id=evil, title=f"</title>{evil}", publisher=evil, url=f"javascript:{evil}")
    date = DateMention(
        span=document.span(0, 20),
        evidence=Evidence(evil, evil, (document.span(0, 9),)),
        type="DATE",
        value=evil,
        mod=evil,
    )
    finding = Finding(check="x", severity="error", message=evil, annotation_ids=(date.id,))
    page = to_html(Briefing(document=document, annotations=(date,), findings=(finding,)))
    found = Reader(page)
    assert page.count("<script") == page.count("</script>") == 1
    assert "<img" not in page
    assert not any(link.startswith("javascript") for link in found.links)
    assert evil in "".join(found.texts["article"])


def test_only_the_pages_own_script_may_run(briefing: Briefing) -> None:
    page = to_html(briefing)
    [script] = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    [allowed] = re.findall(r"script-src 'sha256-([^']+)'", page)
    assert base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() == allowed
    assert "default-src 'none'" in page


def test_an_entry_tells_fields_rule_and_cues(briefing: Briefing) -> None:
    page = to_html(briefing)
    [entry] = re.findall(r'<li class="entry g-quote"[^>]*data-at="142-209".*?</li>', page, re.DOTALL)
    assert "<code>quotes/told-that</code>" in entry
    assert "<dt>Named as</dt><dd><q>He</q></dd>" in entry
    assert "<dt>Certainty</dt><dd>inferred</dd>" in entry
    assert 'data-lit="cue:122-126 speaker:119-121 audience:127-136 speaker:68-78"' in entry
    [figure] = re.findall(r'<li class="entry g-statistic"[^>]*data-at="35-48".*?</li>', page, re.DOTALL)
    assert "229 of 407 districts is 56.3%: agrees" in figure
    assert "31 January 2018</a>" in figure
    assert "as_of:193-209 source:68-78" in figure
    assert "<dt>force</dt><dd>9</dd>" in page


def test_what_lights_up_begins_and_ends_a_stretch(briefing: Briefing) -> None:
    article = mark_article(PageIndex(briefing))
    offsets = {int(offset) for offset in re.findall(r'data-o="(\d+)"', article)}
    for item in PageIndex(briefing).items:
        for span in (*item.drawn, *(span for _, span in item.lights)):
            assert span.start in offsets


def test_failures_and_open_checks_stand_on_the_page(briefing: Briefing) -> None:
    page = to_html(briefing)
    assert "This briefing is incomplete" in page
    assert "broken failed: ValueError: it &lt;failed&gt;" in page
    assert "1 agree" in page


def test_an_empty_document_gives_a_page() -> None:
    page = to_html(Briefing(document=Document("")))
    Reader(page)
    assert "Nothing was found" in page
    assert "publication date unknown" in page


def visible(article: str) -> str:
    return "".join(Reader(article).texts.get("p", []) + Reader(article).texts.get("h2", []))


@given(st.text(alphabet="ab. <&\x00\ud800", min_size=1, max_size=40), st.data())
def test_marks_change_no_character(text: str, data: st.DataObject) -> None:
    document = Document(text)
    items = []
    for _ in range(data.draw(st.integers(0, 6))):
        start = data.draw(st.integers(0, len(text) - 1))
        span = document.span(start, data.draw(st.integers(start + 1, len(text))))
        items.append(Quote(span=span, evidence=Evidence("q", "r"), content=(span,), style="direct"))
    unique = sorted({item.id: item for item in items}.values(), key=lambda item: (item.span.start, -item.span.end))
    article = mark_article(PageIndex(Briefing(document=document, annotations=tuple(unique))))
    wanted = "".join(text[block.start : block.end] for block in document.blocks)
    assert visible(article) == wanted.replace("\x00", "\ufffd").replace("\ud800", "\ufffd")


def test_ten_thousand_nested_quotes_give_a_page_of_their_size() -> None:
    document = Document("a" * 20_000)
    quotes = []
    for depth in range(10_000):
        span = document.span(depth, 20_000 - depth)
        quotes.append(Quote(span=span, evidence=Evidence("q", "r"), content=(span,), style="indirect"))
    article = mark_article(PageIndex(Briefing(document=document, annotations=tuple(quotes))))
    assert len(article) < 200 * len(document.text)


def test_the_timeline_is_to_scale() -> None:
    document = Document("x " * 40, published="2018-07-03")
    days = ["2017-01-01", "2018-01-01", "2019-01-01"]
    dates = []
    for number, day in enumerate(days):
        moment = Document("", published=day).published
        span = document.span(2 * number, 2 * number + 1)
        dates.append(
            DateMention(span=span, evidence=Evidence("d", "r"), type="DATE", value=day, earliest=moment, latest=moment)
        )
    strip = draw_timeline(PageIndex(Briefing(document=document, annotations=tuple(dates))))
    [first, second] = [float(left) for left in re.findall(r'class="bar".*?left:([\d.]+)%', strip)]
    assert first == 0
    assert second == pytest.approx(50, abs=0.1)
    [right] = [float(right) for right in re.findall(r'class="bar flip".*?right:([\d.]+)%', strip)]
    assert right == pytest.approx(0, abs=0.01)
    [published] = [float(left) for left in re.findall(r'class="published late" style="left:([\d.]+)%', strip)]
    assert published == pytest.approx(75, abs=0.2)


def test_crowded_dates_are_drawn_once_more(briefing: Briefing) -> None:
    document = Document("x " * 40)
    days = ["1979-12-24", "2018-07-01", "2018-07-05", "2018-07-09", "2018-08-01", "0001-01-01", "9999-12-31"]
    dates = []
    for number, day in enumerate(days):
        moment = Document("", published=day).published
        span = document.span(2 * number, 2 * number + 1)
        dates.append(
            DateMention(span=span, evidence=Evidence("d", "r"), type="DATE", value=day, earliest=moment, latest=moment)
        )
    strip = draw_timeline(PageIndex(Briefing(document=document, annotations=tuple(dates))))
    assert "enlarged" in strip
    Reader(strip)
    assert draw_timeline(PageIndex(Briefing(document=document, annotations=tuple(dates[:1])))) == ""


def test_several_pages_are_an_archive(briefing: Briefing) -> None:
    target = io.BytesIO()
    HtmlWriter().write([briefing, briefing], target)
    assert zipfile.ZipFile(target).read("d-1.html") == to_html(briefing).encode("utf-8")


CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")
def test_a_browser_shows_the_chosen_item(briefing: Briefing, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(to_html(briefing), encoding="utf-8")
    [number] = [str(n) for n, item in enumerate(briefing.annotations) if item.id == "quote:142-209"]
    command = [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    shot = tmp_path / "page.png"
    run = subprocess.run(
        [*command, "--virtual-time-budget=2000", f"--screenshot={shot}", f"{page.as_uri()}#e{number}"],
        capture_output=True,
        timeout=60,
        check=False,
    )
    if run.returncode or not shot.exists():
        pytest.skip("Chromium does not run here")
    assert shot.read_bytes().startswith(b"\x89PNG")
    run = subprocess.run(
        [*command, "--virtual-time-budget=2000", "--dump-dom", f"{page.as_uri()}#e{number}"],
        capture_output=True,
        timeout=60,
        check=True,
    )
    shown = run.stdout.decode("utf-8")
    assert re.search(r'<div id="card"[^>]*(?<!hidden="")>', shown)
    assert "quotes/told-that" in shown.split('id="card-body"')[1].split("</aside>")[0]
    assert 'data-why="speaker"' in shown


def test_quotes_stand_whole_in_their_list() -> None:
    document = Document("word " * 2_000)
    quotes = [
        Quote(span=span, evidence=Evidence("q", "r"), content=(span,), style="indirect")
        for span in (document.span(0, 2_999), document.span(3_000, 9_999))
    ]
    page = to_html(Briefing(document=document, annotations=tuple(quotes)))
    shown = re.findall(r'<span class="words">(.*?)</span>', page)
    assert shown[0] == quotes[0].span.text.strip()
    assert shown[1].endswith("word \u2026")
    assert len(shown[1]) < 3_010
