"""Says which tables there are, which columns each has, and how a briefing fills them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, Literal

import attrs

from afghanbrief.briefing import Briefing
from afghanbrief.errors import SettingsError
from afghanbrief.kinds import Actor, ActorMention, DateMention, Quote, Statistic
from afghanbrief.serialize import annotation_to_dict, to_json
from afghanbrief.writers.characters import replace_surrogates
from afghanbrief.writers.wording import role_in_words

ColumnType = Literal["string", "integer", "boolean", "date", "decimal", "strings"]
Row = tuple[Any, ...]


@attrs.frozen
class Column:
    """A column of a table.

    Attributes:
        name: its name.
        type: ``"string"``, ``"integer"`` (64 bits), ``"boolean"``, ``"date"``, ``"decimal"`` (38 digits, 9 of them
            after the point; what does not fit is null, the exact figure stands in a ``_text`` column beside it) or
            ``"strings"`` (a list).
    """

    name: str
    type: ColumnType


@attrs.frozen
class Table:
    """A table: its columns, and the function that makes its rows.

    Attributes:
        name: ``"items"``, ``"briefings"``, ``"dates"``, ``"mentions"``, ``"actors"``, ``"quotes"``,
            ``"statistics"`` or ``"findings"``.
        columns: its columns in order.
        fill: gives the rows of one briefing, cells in the order of the columns.
    """

    name: str
    columns: tuple[Column, ...]
    fill: Callable[[Briefing], Iterator[Row]]


def find_table(name: str) -> Table:
    """Give a table by its name.

    Raises:
        SettingsError: if there is none of this name.
    """
    if name not in TABLES:
        raise SettingsError(f"no table is called {name!r}; there are {', '.join(TABLES)}", key="table")
    return TABLES[name]


def rows_of(briefing: Briefing, table: str = "items") -> Iterator[dict[str, Any]]:
    """Give the rows of a briefing.

    Arguments:
        briefing: the briefing.
        table: name of the table, a key of ``TABLES``.

    Returns:
        A dict for each row, columns in order: ``str``, ``int``, ``bool``, ``date``, ``Decimal``, lists of ``str``,
        or ``None``.

    Raises:
        SettingsError: if there is no such table.

    >>> from afghanbrief import Briefing, Document
    >>> [row["document"] for row in rows_of(Briefing(document=Document("", id="a")), "briefings")]
    ['a']
    """
    found = find_table(table)
    names = [column.name for column in found.columns]
    return (dict(zip(names, row, strict=True)) for row in found.fill(briefing))


def _columns(*parts: str) -> tuple[Column, ...]:
    """Read columns from ``"name"`` (a string) or ``"name type"``."""
    return tuple(Column(name, kind or "string") for name, _, kind in (part.partition(" ") for part in parts))  # type: ignore[arg-type]


_HEAD: Final = ("document", "id", "start integer", "end integer", "text")
_TAIL: Final = ("extractor", "rule", "certainty", "cues strings", "also strings")


def _head(briefing: Briefing, item: Any) -> Row:
    span = item.span
    return (_clean(briefing.document.id), _clean(item.id), span.start, span.end, _clean(span.text))


def _tail(item: Any) -> Row:
    evidence = item.evidence
    cues = [_clean(cue.text) for cue in evidence.cues]
    return (evidence.extractor, evidence.rule, evidence.certainty.value, cues, list(evidence.also))


def _clean(text: str | None) -> Any:
    return None if text is None else replace_surrogates(text)


def _text(span: Any) -> Any:
    return None if span is None else _clean(span.text)


def _name(item: Any) -> Any:
    return _clean(item.name) if type(item) is Actor else None


def _fill_dates(briefing: Briefing) -> Iterator[Row]:
    for item in briefing.dates:
        own = (item.type, item.value, item.mod, item.calendar, item.earliest, item.latest, item.anchor_id)
        yield (*_head(briefing, item), *own, *_tail(item))


def _owners(briefing: Briefing) -> dict[str, Actor]:
    """Give the actor or the linked place of each mention by its id."""
    return {mention: actor for actor in briefing.of(Actor) for mention in actor.mention_ids}


def _fill_mentions(briefing: Briefing) -> Iterator[Row]:
    owners = _owners(briefing)
    for item in briefing.of(ActorMention):
        actor = owners.get(item.id)
        own = (item.type, item.form, _clean(actor.id) if actor else None, _name(actor))
        yield (*_head(briefing, item), *own, *_tail(item))


def _fill_actors(briefing: Briefing) -> Iterator[Row]:
    for item in briefing.actors:
        own = (
            _clean(item.name),
            item.type,
            item.country,
            [_clean(role_in_words(briefing, role)) for role in item.roles],
            [_clean(alias) for alias in item.aliases],
            [f"{scheme}:{code}" for scheme, code in item.codes],
            [_clean(mention) for mention in item.mention_ids],
            len(item.mention_ids),
        )
        yield (*_head(briefing, item), *own, *_tail(item))


def _fill_quotes(briefing: Briefing) -> Iterator[Row]:
    for item in briefing.quotes:
        actor = briefing.speaker(item)
        own = (
            item.style,
            [_text(piece) for piece in item.content],
            [_text(piece) for piece in item.verbatim],
            _text(item.cue),
            _text(item.speaker),
            item.speaker.start if item.speaker else None,
            item.speaker.end if item.speaker else None,
            _clean(item.speaker_id),
            _name(actor),
            actor.type if actor else None,
            actor.country if actor else None,
            _text(item.audience),
        )
        yield (*_head(briefing, item), *own, *_tail(item))


def _fill_statistics(briefing: Briefing) -> Iterator[Row]:
    for item in briefing.statistics:
        as_of, source = briefing.get(item.as_of_id), briefing.get(item.source_id)
        date = as_of if isinstance(as_of, DateMention) else None
        own = (
            item.value,
            str(item.value),
            item.upper,
            None if item.upper is None else str(item.upper),
            item.bound,
            item.unit,
            _text(item.counted),
            _clean(item.counted_lemma),
            _text(item.whole),
            item.change,
            item.as_of_id,
            date.value if date else None,
            date.earliest if date else None,
            date.latest if date else None,
            _clean(item.source_id),
            _name(source),
            item.restates_id,
        )
        yield (*_head(briefing, item), *own, *_tail(item))


def _fill_findings(briefing: Briefing) -> Iterator[Row]:
    for finding in briefing.findings:
        yield (
            _clean(briefing.document.id),
            finding.check,
            finding.severity,
            _clean(finding.message),
            finding.relation,
            [str(operand) for operand in finding.operands],
            finding.claimed,
            finding.expected,
            finding.holds,
            [_clean(reference) for reference in finding.annotation_ids],
        )


def _fill_briefings(briefing: Briefing) -> Iterator[Row]:
    document = briefing.document
    faults = [_clean(f"{failure.producer}: {failure.error}: {failure.message}") for failure in briefing.failures]
    faults += [_clean(f"{skipped.producer}: {skipped.reason}") for skipped in briefing.skipped]
    yield (
        _clean(document.id),
        _clean(document.title),
        document.published,
        _clean(document.publisher),
        _clean(document.url),
        len(document.text),
        briefing.complete,
        faults,
        len(briefing.dates),
        len(briefing.actors),
        len(briefing.quotes),
        len(briefing.statistics),
        len(briefing.findings),
        # Without its own text: whoever has these rows has the texts beside them.
        to_json(briefing, text=False),
    )


def _fill_items(briefing: Briefing) -> Iterator[Row]:
    owners = _owners(briefing)
    for item in briefing.annotations:
        document, identity, start, end, text = _head(briefing, item)
        kind = str(getattr(item, "unknown_kind", item.kind))
        yield (document, kind, identity, start, end, text, *_summary(briefing, owners, item), *_tail(item))


def _summary(briefing: Briefing, owners: Mapping[str, Actor], item: Any) -> Row:
    """Give type, value, unit, bound, counted, actor id, actor, date id, date, details."""
    get = briefing.get
    if type(item) is DateMention:
        return (item.type, item.value, None, None, None, None, None, item.anchor_id, item.value, None)
    if type(item) is ActorMention:
        actor = owners.get(item.id)
        return (
            item.type,
            item.form,
            None,
            None,
            None,
            _clean(actor.id) if actor else None,
            _name(actor),
            None,
            None,
            None,
        )
    if type(item) is Actor:
        roles = _clean("; ".join(role_in_words(briefing, role) for role in item.roles)) or None
        return (item.type, _clean(item.name), None, None, None, _clean(item.id), _name(item), None, None, roles)
    if type(item) is Quote:
        words = _clean(" \u2026 ".join(piece.text for piece in item.content))
        actor = get(item.speaker_id)
        return (
            item.style,
            words,
            None,
            None,
            None,
            _clean(item.speaker_id),
            _name(actor),
            None,
            None,
            _text(item.speaker),
        )
    if type(item) is Statistic:
        as_of = get(item.as_of_id)
        value = str(item.value) if item.upper is None else f"{item.value}..{item.upper}"
        dated = as_of.value if type(as_of) is DateMention else None
        found = (_text(item.counted), _clean(item.source_id), _name(get(item.source_id)), item.as_of_id, dated)
        return (item.change, value, item.unit, item.bound, *found, item.restates_id)
    values = annotation_to_dict(item)
    own = {key: values[key] for key in values if key not in ("kind", "id", "span", "evidence")}
    return (*(None,) * 9, _clean(json.dumps(own, ensure_ascii=False)))


_SUMMARY: Final = (
    "type", "value", "unit", "bound", "counted", "actor_id", "actor", "date_id", "date", "details",
)  # fmt: skip
_OWN: Final = {
    "dates": ("type", "value", "mod", "calendar", "earliest date", "latest date", "anchor_id"),
    "mentions": ("type", "form", "actor_id", "actor"),
    "actors": (
        "name", "type", "country", "roles strings", "aliases strings", "codes strings", "mention_ids strings",
        "mentions integer",
    ),
    "quotes": (
        "style", "content strings", "verbatim strings", "cue", "speaker_text", "speaker_start integer",
        "speaker_end integer", "speaker_id", "speaker", "speaker_type", "speaker_country", "audience",
    ),
    "statistics": (
        "value decimal", "value_text", "upper decimal", "upper_text", "bound", "unit", "counted", "counted_lemma",
        "whole", "change", "as_of_id", "as_of", "as_of_earliest date", "as_of_latest date", "source_id", "source",
        "restates_id",
    ),
}  # fmt: skip
_FINDINGS: Final = (
    "document", "check", "severity", "message", "relation", "operands strings", "claimed decimal",
    "expected decimal", "holds boolean", "annotation_ids strings",
)  # fmt: skip
_BRIEFINGS: Final = (
    "document", "title", "published date", "publisher", "url", "length integer", "complete boolean",
    "failures strings", "dates integer", "actors integer", "quotes integer", "statistics integer",
    "findings integer", "briefing",
)  # fmt: skip
_FILLERS: Final[dict[str, Callable[[Briefing], Iterator[Row]]]] = {
    "dates": _fill_dates,
    "mentions": _fill_mentions,
    "actors": _fill_actors,
    "quotes": _fill_quotes,
    "statistics": _fill_statistics,
}

#: The tables by name. ``items`` has a row for every item of every kind; the others have all fields of one kind.
TABLES: Final[Mapping[str, Table]] = MappingProxyType(
    {
        "items": Table("items", _columns("document", "kind", *_HEAD[1:], *_SUMMARY, *_TAIL), _fill_items),
        "briefings": Table("briefings", _columns(*_BRIEFINGS), _fill_briefings),
        **{name: Table(name, _columns(*_HEAD, *_OWN[name], *_TAIL), fill) for name, fill in _FILLERS.items()},
        "findings": Table("findings", _columns(*_FINDINGS), _fill_findings),
    }
)
