"""Writes the lists beside the article: an entry an item, with its fields, rule and cues."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from html import escape
from typing import Any, Final

from afghanbrief.annotation import Certainty
from afghanbrief.briefing import Finding
from afghanbrief.kinds import Actor, ActorMention, DateMention, Quote, Statistic
from afghanbrief.serialize import annotation_to_dict
from afghanbrief.span import Span
from afghanbrief.writers.characters import replace_non_xml
from afghanbrief.writers.html.index import PageIndex, PageItem
from afghanbrief.writers.wording import (
    date_in_words,
    describe_actor,
    figure_in_words,
    number_in_words,
    one_line,
    period_in_words,
    possessor_comes_first,
    role_in_words,
    short_name,
    speaker_in_words,
)

_HOLDS: Final = {True: ("agrees", "\u2713"), False: ("does not follow", "\u2717"), None: ("note", "!")}
_ACTOR_TYPES: Final = ("person", "role", "government", "armed_group", "organisation", "media", "people")
_ACTOR_ORDER: Final = {name: rank for rank, name in enumerate(_ACTOR_TYPES)}
# No quote of a report is longer; ten thousand nested ones must not fill the page. The style sheet folds long ones.
_SHOWN: Final = 3000


def text_of(value: str) -> str:
    """Escape a text for HTML, white space collapsed."""
    return escape(replace_non_xml(one_line(value)))


def link_to(index: PageIndex, reference: str | None, words: str | None = None) -> str:
    """Write a link to the entry of an item, or nothing if there is none."""
    found = index.briefing.get(reference)
    if found is None or reference is None:
        return ""
    number = index.numbers[reference]
    shown = words if words is not None else (found.name if type(found) is Actor else found.span.text)
    return f'<a href="#e{number}" data-n="{number}">{text_of(shown)}</a>'


def list_quotes(index: PageIndex) -> str:
    """Write the quotes: who, in which manner, what."""
    return "".join(_entry(index, entry, _quote_head(index, entry.item)) for entry in index.of_group("quote"))


def list_figures(index: PageIndex) -> str:
    """Write the figures with what they count, their date, source and checks."""
    return "".join(_entry(index, entry, _figure_head(index, entry.item)) for entry in index.of_group("statistic"))


def list_dates(index: PageIndex) -> str:
    """Write the dates with what they mean."""
    return "".join(_entry(index, entry, _date_head(entry.item)) for entry in index.of_group("date"))


def list_actors(index: PageIndex) -> str:
    """Write the actors, most named first within each type, and the places, each with its mentions."""
    entries = {entry.item.id: entry for entry in index.of_group("actor")}
    actors = sorted(
        (entry for entry in entries.values() if type(entry.item) is Actor),
        key=lambda entry: (
            _ACTOR_ORDER.get(entry.item.type, len(_ACTOR_ORDER)),
            -len(entry.item.mention_ids),
            entry.number,
        ),
    )
    parts = []
    for entry in actors:
        own = [entries[mention] for mention in entry.item.mention_ids if mention in entries]
        parts.append(_entry(index, entry, _actor_head(index, entry.item), _list_mentions(index, own)))
    homeless = [
        entry
        for entry in entries.values()
        if type(entry.item) is ActorMention and entry.item.id not in index.actor_of_mention
    ]
    if homeless:
        parts.append('<li class="sub">Places and other names</li>')
        parts += [_entry(index, entry, _mention_head(entry.item)) for entry in homeless]
    return "".join(parts)


def list_others(index: PageIndex) -> str:
    """Write the items of kinds that plugins brought."""
    parts = []
    for entry in index.of_group("other"):
        kind = text_of(_kind_of(entry.item))
        parts.append(_entry(index, entry, f'<b>{text_of(entry.item.span.text)}</b> <em class="tag">{kind}</em>'))
    return "".join(parts)


def list_findings(index: PageIndex) -> str:
    """Write what the checks say, what does not follow first."""
    order = {False: 0, None: 1, True: 2}
    findings = sorted(index.briefing.findings, key=lambda finding: order[finding.holds])
    return "".join(f"<li>{_finding(index, finding, links=True)}</li>" for finding in findings)


def _finding(index: PageIndex, finding: Finding, *, links: bool) -> str:
    word, sign = _HOLDS[finding.holds]
    state = {True: "holds", False: "fails", None: finding.severity}[finding.holds]
    about = [link_to(index, reference) for reference in finding.annotation_ids] if links else []
    tail = f'<span class="about">{", ".join(about)}</span>' if about else ""
    sums = ""
    if finding.claimed is not None and finding.expected is not None and finding.holds is False:
        sums = f" (stated {number_in_words(finding.claimed)}, computed {number_in_words(finding.expected)})"
    return (
        f'<span class="finding f-{state}"><span class="sign" role="img" aria-label="{word}">{sign}</span> '
        f"{text_of(finding.message + sums)}</span>{tail}"
    )


def _kind_of(item: Any) -> str:
    return str(getattr(item, "unknown_kind", item.kind))


# ---------------------------------------------------------------- heads


def _shorten(words: str) -> str:
    plain = one_line(words)
    return text_of(plain if len(plain) <= _SHOWN else plain[:_SHOWN].rpartition(" ")[0] + " \u2026")


def _doubt(item: Any) -> str:
    certainty = item.evidence.certainty
    return "" if certainty is Certainty.EXPLICIT else f' <em class="tag doubt">{certainty.value}</em>'


def _quote_head(index: PageIndex, quote: Quote) -> str:
    words = " \u2026 ".join(one_line(piece.text) for piece in quote.content)
    marked = f"\u201c{_shorten(words)}\u201d" if quote.style == "direct" else _shorten(words)
    who = text_of(speaker_in_words(index.briefing, quote))
    return f'<b>{who}</b> <em class="tag">{quote.style}</em>{_doubt(quote)}<span class="words">{marked}</span>'


def _figure_head(index: PageIndex, figure: Statistic) -> str:
    counted = f" {text_of(figure.counted.text)}" if figure.counted else ""
    signs = "".join(
        f' <span class="sign f-{"holds" if finding.holds else "fails"}" title="{text_of(finding.message)}">'
        f"{_HOLDS[finding.holds][1]}</span>"
        for finding in index.findings_of.get(figure.id, ())
        if finding.holds is not None
    )
    as_of, source = index.briefing.get(figure.as_of_id), index.briefing.get(figure.source_id)
    facts = [f"as of {date_in_words(as_of)}"] if type(as_of) is DateMention else []
    facts += [f"source: {short_name(source)}"] if type(source) is Actor else []
    below = f'<span class="words">{text_of("; ".join(facts))}</span>' if facts else ""
    return f"<b>{text_of(figure_in_words(figure))}</b>{counted}{signs}{_doubt(figure)}{below}"


def _date_head(date: DateMention) -> str:
    kind = "" if date.type == "DATE" else f' <em class="tag">{date.type.lower()}</em>'
    return (
        f'<b>{text_of(date.span.text)}</b>{kind}{_doubt(date)}<span class="words">{text_of(date_in_words(date))}</span>'
    )


def _actor_head(index: PageIndex, actor: Actor) -> str:
    roles = "; ".join(role_in_words(index.briefing, role) for role in actor.roles)
    below = f'<span class="words">{text_of(roles)}</span>' if roles else ""
    counts = [f"{len(actor.mention_ids)}\u00d7"]
    said = len(index.quotes_of.get(actor.id, ()))
    counts += [f"{said} quote{'s' if said > 1 else ''}"] if said else []
    return (
        f'<b>{text_of(actor.name)}</b> <em class="tag">{text_of(describe_actor(actor))}</em> '
        f'<span class="count">{", ".join(counts)}</span>{below}'
    )


def _mention_head(mention: ActorMention) -> str:
    return f'<b>{text_of(mention.span.text)}</b> <em class="tag">{mention.type.replace("_", " ")}</em>{_doubt(mention)}'


# ---------------------------------------------------------------- entries


def _list_mentions(index: PageIndex, mentions: Iterable[PageItem]) -> str:
    inner = "".join(_entry(index, entry, _mention_head(entry.item)) for entry in mentions)
    return f'<ul class="mentions">{inner}</ul>' if inner else ""


def _entry(index: PageIndex, entry: PageItem, head: str, below: str = "") -> str:
    rows = [(label, value) for label, value in (*_fields(index, entry.item), *_reasons(entry.item)) if value]
    listed = "".join(f"<dt>{label}</dt><dd>{value}</dd>" for label, value in rows)
    checks = "".join(_finding(index, found, links=False) for found in index.findings_of.get(entry.item.id, ()))
    drawn = ",".join(_range(span) for span in entry.drawn)
    lights = " ".join(f"{reason.replace(' ', '_')}:{_range(span)}" for reason, span in entry.lights)
    # A mention lights up what its actor does; to list that at every mention would grow with the square of their number.
    owner = index.actor_of_mention.get(entry.item.id) if type(entry.item) is ActorMention else None
    along = f' data-owner="{index.numbers[owner.id]}"' if owner else ""
    return (
        f'<li class="entry g-{entry.group}" id="e{entry.number}" data-n="{entry.number}"{along} data-at="{drawn}" '
        f'data-lit="{lights}"><button type="button" class="head">{head}</button>'
        f'<div class="more">{checks}<dl>{listed}</dl></div>{below}</li>'
    )


def _range(span: Span) -> str:
    return f"{span.start}-{span.end}"


def _reasons(item: Any) -> Iterator[tuple[str, str]]:
    evidence = item.evidence
    yield "Found by", f"<code>{text_of(f'{evidence.extractor}/{evidence.rule}')}</code>"
    yield "Cues", ", ".join(f"<q>{text_of(cue.text)}</q>" for cue in evidence.cues)
    yield "Certainty", "" if evidence.certainty is Certainty.EXPLICIT else evidence.certainty.value
    yield "Also found by", ", ".join(f"<code>{text_of(rule)}</code>" for rule in evidence.also)
    yield "Offsets", f"{item.span.start}\u2013{item.span.end}"


def _fields(index: PageIndex, item: Any) -> Iterator[tuple[str, str]]:
    if type(item) is Quote:
        yield from _quote_fields(index, item)
    elif type(item) is Statistic:
        yield from _figure_fields(index, item)
    elif type(item) is DateMention:
        yield "Type", item.type.lower()
        yield "Value", f"<code>{text_of(item.value)}</code>"
        yield "Modifier", text_of((item.mod or "").lower().replace("_", " "))
        yield "Means", text_of(period_in_words(item.earliest, item.latest))
        yield "Calendar", "" if item.calendar == "gregorian" else item.calendar
        yield "Counted from", link_to(index, item.anchor_id)
        yield "Figures", ", ".join(link_to(index, figure.id) for figure in index.figures_of.get(item.id, ()))
    elif type(item) is Actor:
        yield from _actor_fields(index, item)
    elif type(item) is ActorMention:
        actor = index.actor_of_mention.get(item.id)
        yield "Stands for", link_to(index, actor.id) if actor else ""
        yield "Roles", text_of("; ".join(role_in_words(index.briefing, role) for role in actor.roles)) if actor else ""
        yield "Type", item.type.replace("_", " ")
        yield "Form", item.form
    else:
        values = annotation_to_dict(item)
        for name in sorted(set(values) - {"kind", "id", "span", "evidence"}):
            value = values[name]
            yield text_of(name), text_of(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def _quote_fields(index: PageIndex, quote: Quote) -> Iterator[tuple[str, str]]:
    marked = " \u2026 ".join(one_line(piece.text) for piece in quote.verbatim)
    yield "In marks", _shorten(marked) if quote.style == "mixed" else ""
    actor = index.briefing.speaker(quote)
    yield "Speaker", link_to(index, quote.speaker_id)
    if quote.speaker is not None and (actor is None or quote.speaker.text != actor.name):
        yield "Named as", f"<q>{text_of(quote.speaker.text)}</q>"
    yield "Roles", text_of("; ".join(role_in_words(index.briefing, role) for role in actor.roles)) if actor else ""
    yield "Verb or phrase", f"<q>{text_of(quote.cue.text)}</q>" if quote.cue else ""
    yield "Said to", f"<q>{text_of(quote.audience.text)}</q>" if quote.audience else ""
    yield "Style", quote.style


def _figure_fields(index: PageIndex, figure: Statistic) -> Iterator[tuple[str, str]]:
    yield "In the text", f"<q>{text_of(figure.span.text)}</q>"
    yield "Counts", text_of(figure.counted.text) if figure.counted else ""
    yield "Of", text_of(figure.whole.text) if figure.whole else ""
    yield "Change", "" if figure.change == "level" else figure.change
    as_of = index.briefing.get(figure.as_of_id)
    yield "As of", link_to(index, figure.as_of_id, date_in_words(as_of)) if type(as_of) is DateMention else ""
    yield "Source", link_to(index, figure.source_id)
    yield "Same as", link_to(index, figure.restates_id)


def _actor_fields(index: PageIndex, actor: Actor) -> Iterator[tuple[str, str]]:
    yield "Also called", text_of(", ".join(actor.aliases))
    yield "Type", actor.type.replace("_", " ")
    yield "Country", text_of(actor.country or "")
    roles = []
    for role in actor.roles:
        title = text_of(role.title)
        if role.of is not None:
            of = link_to(index, role.of_id, role.of) or text_of(role.of)
            title = f"{of} {title}" if possessor_comes_first(index.briefing, role) else f"{title} of {of}"
        roles.append(title)
    yield "Roles", "; ".join(roles)
    yield "Codes", ", ".join(f"{text_of(scheme)} <code>{text_of(code)}</code>" for scheme, code in actor.codes)
    yield (
        "Said",
        ", ".join(link_to(index, quote.id, _first_words(quote)) for quote in index.quotes_of.get(actor.id, ())),
    )
    yield "Figures", ", ".join(link_to(index, figure.id) for figure in index.figures_of.get(actor.id, ()))


def _first_words(quote: Quote) -> str:
    words = quote.content[0].text.split() if quote.content else [quote.span.text]
    return " ".join(words[:5]) + ("\u2026" if len(words) > 5 else "")
