"""Puts the page together: template, style, script and the parts that the briefing fills."""

from __future__ import annotations

import base64
import functools
import hashlib
from html import escape
from importlib.resources import files
from string import Template
from typing import Final

from afghanbrief.briefing import Briefing
from afghanbrief.serialize import VERSION
from afghanbrief.writers.characters import replace_non_xml
from afghanbrief.writers.html.article import mark_article
from afghanbrief.writers.html.entries import (
    list_actors,
    list_dates,
    list_figures,
    list_findings,
    list_others,
    list_quotes,
    text_of,
)
from afghanbrief.writers.html.index import PageIndex
from afghanbrief.writers.html.timeline import draw_timeline
from afghanbrief.writers.wording import day_in_words, one_line

_SECTIONS: Final = (
    ("quote", "Quotes", list_quotes),
    ("statistic", "Figures", list_figures),
    ("actor", "Actors", list_actors),
    ("date", "Dates", list_dates),
    ("other", "Further items", list_others),
)
_SAFE_ADDRESSES: Final = ("http://", "https://")


@functools.cache
def _read(name: str) -> str:
    return (files("afghanbrief.writers.html") / "data" / name).read_text(encoding="utf-8")


def make_page(briefing: Briefing) -> str:
    """Make the page; see :func:`afghanbrief.writers.html.to_html`."""
    index = PageIndex(briefing)
    script, style = _read("page.js"), _read("page.css")
    document = briefing.document
    title = document.title or document.id or one_line(document.text[:200])[:80] or "Empty document"
    sections, filters = [], []
    for group, heading, write in _SECTIONS:
        inner = write(index)
        if not inner:
            continue
        count = _count(index, group)
        sections.append(
            f'<section class="list s-{group}" id="list-{group}"><h2>{heading} <span>{count}</span></h2>'
            f"<ol>{inner}</ol></section>"
        )
        filters.append(
            f'<button type="button" aria-pressed="true" class="filter k-{group}" data-group="{group}">'
            f"<i></i>{heading} <span>{count}</span></button>"
        )
    findings = list_findings(index)
    timeline = draw_timeline(index)
    page = Template(_read("page.html")).substitute(
        language=escape(replace_non_xml(document.language)),
        title=text_of(title),
        heading=' class="repeated"' if one_line(document.text[:500]).startswith(one_line(title)) else "",
        facts=_facts(briefing),
        warnings=_warnings(briefing),
        filters="".join(filters),
        timeline=f'<details class="timeline" open><summary>Timeline</summary>{timeline}</details>' if timeline else "",
        findings=_findings(findings, briefing),
        article=mark_article(index),
        sections="".join(sections) or '<p class="nothing">Nothing was found in this text.</p>',
        version=VERSION,
        digest=_hash(script),
        style=style,
        script=script,
    )
    document.release()
    return page


def _count(index: PageIndex, group: str) -> int:
    return len(index.briefing.actors) if group == "actor" else len(index.of_group(group))


def _hash(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")


def _facts(briefing: Briefing) -> str:
    document = briefing.document
    facts = [text_of(document.publisher)] if document.publisher else []
    if document.published:
        facts.append(f'<time datetime="{document.published.isoformat()}">{day_in_words(document.published)}</time>')
    else:
        facts.append("publication date unknown")
    if document.url:
        shown = text_of(document.url)
        safe = document.url.lower().startswith(_SAFE_ADDRESSES)
        facts.append(f'<a href="{shown}" rel="noreferrer">{shown}</a>' if safe else shown)
    facts.append(f"{len(document.text.split()):,} words")
    return " \u00b7 ".join(facts)


def _warnings(briefing: Briefing) -> str:
    lines = [f"{failure.producer} failed: {failure.error}: {failure.message}" for failure in briefing.failures]
    lines += [f"{skipped.producer} did not run: {skipped.reason}" for skipped in briefing.skipped]
    if not lines:
        return ""
    inner = "".join(f"<li>{text_of(line)}</li>" for line in lines)
    return f'<section class="warnings"><h2>This briefing is incomplete</h2><ul>{inner}</ul></section>'


def _findings(inner: str, briefing: Briefing) -> str:
    if not inner:
        return ""
    wrong = sum(finding.holds is False or finding.severity == "error" for finding in briefing.findings)
    right = sum(finding.holds is True for finding in briefing.findings)
    said = [f"{right} agree"] if right else []
    said += [f"{wrong} to look at"] if wrong else []
    tail = f" <span>{', '.join(said)}</span>" if said else ""
    return f'<section class="findings"><h2>Checks{tail}</h2><ul>{inner}</ul></section>'
