"""Writes a briefing as plain text that a person reads in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import TextWrapper
from typing import Any, BinaryIO, ClassVar, Final

import attrs

from afghanbrief.annotation import Certainty
from afghanbrief.briefing import Briefing, Finding
from afghanbrief.kinds import Actor, ActorMention, DateMention, Quote, Statistic
from afghanbrief.writers.characters import replace_controls
from afghanbrief.writers.wording import describe_actor, figure_in_words, one_line, role_in_words

_WIDTH: Final = 100
_MARKS: Final = {"info": "+", "warning": "?", "error": "!"}
_OWN_SECTIONS: Final = (Actor, ActorMention, DateMention, Quote, Statistic)


@attrs.frozen
class SummaryWriter:
    """Writes actors with roles, quotes with speakers, figures with source and date, dates, plugins' items, findings."""

    name: ClassVar[str] = "text"
    suffix: ClassVar[str] = ".txt"

    def write(self, briefings: Iterable[Briefing], target: BinaryIO) -> None:
        """Write the summaries in UTF-8, a blank line between them; what terminals would obey is replaced."""
        for number, briefing in enumerate(briefings):
            lines = [""] if number else []
            lines += [replace_controls(line) for line in _summarise(briefing)]
            target.write(("\n".join(lines) + "\n").encode("utf-8"))


def _summarise(briefing: Briefing) -> Iterator[str]:
    document = briefing.document
    yield one_line(document.title or document.id) or _shorten(document.text, 70) or "(empty document)"
    known = [
        one_line(document.publisher or ""),
        str(document.published) if document.published else "publication date unknown",
    ]
    yield ", ".join(part for part in known if part)
    sections = (
        ("ACTORS", [_actor_line(briefing, actor) for actor in briefing.actors]),
        ("QUOTES", [_quote_line(briefing, quote) for quote in briefing.quotes]),
        ("FIGURES", [_figure_line(briefing, figure) for figure in briefing.statistics]),
        (
            "DATES",
            [f"{date.span.text}: {date.value}" + (f" ({date.mod})" if date.mod else "") for date in briefing.dates],
        ),
        ("OTHER", [_other_line(item) for item in briefing.annotations if not isinstance(item, _OWN_SECTIONS)]),
        ("FINDINGS", [_finding_line(finding) for finding in briefing.findings]),
        ("FAILED", [f"{failure.producer}: {failure.error}: {failure.message}" for failure in briefing.failures]),
        ("SKIPPED", [f"{skipped.producer}: {skipped.reason}" for skipped in briefing.skipped]),
    )
    for title, lines in sections:
        if lines:
            yield ""
            yield f"{title} ({len(lines)})"
            for line in lines:
                yield from TextWrapper(_WIDTH, initial_indent="  ", subsequent_indent="      ").wrap(line)


def _shorten(text: str, length: int) -> str:
    plain = one_line(text[: 2 * length])
    return plain if len(plain) <= length else plain[: length - 3] + "..."


def _actor_line(briefing: Briefing, actor: Actor) -> str:
    line = f"{actor.name} ({describe_actor(actor)})"
    roles = [role_in_words(briefing, role) for role in actor.roles]
    if roles:
        line += f": {'; '.join(roles)}"
    if actor.aliases:
        line += f"; also {', '.join(actor.aliases)}"
    return line + f" [{len(actor.mention_ids)}x]"


def _quote_line(briefing: Briefing, quote: Quote) -> str:
    actor = briefing.speaker(quote)
    spoken = quote.speaker.text if quote.speaker else "?"
    if actor is None:
        who = spoken
    elif quote.speaker is None or spoken == actor.name or quote.speaker.text.lower() in actor.name.lower():
        who = actor.name
    else:
        who = f"{actor.name} ({spoken!r})"
    doubt = "" if quote.evidence.certainty is Certainty.EXPLICIT else f", {quote.evidence.certainty.value}"
    words = " ... ".join(one_line(piece.text) for piece in quote.content)
    return f"{who} [{quote.style}{doubt}]: {words}"


def _figure_line(briefing: Briefing, figure: Statistic) -> str:
    line = figure_in_words(figure)
    if figure.counted is not None:
        line += f", {one_line(figure.counted.text)}"
    as_of, source = briefing.get(figure.as_of_id), briefing.get(figure.source_id)
    restated = briefing.get(figure.restates_id)
    facts = [
        f"as of {as_of.value}" if isinstance(as_of, DateMention) else "",
        f"source {source.name}" if isinstance(source, Actor) else "",
        f"restates {restated.span.text!r}" if restated else "",
    ]
    inside = "; ".join(fact for fact in facts if fact)
    return line + (f" [{inside}]" if inside else "")


def _other_line(item: Any) -> str:
    return f"{getattr(item, 'unknown_kind', item.kind)}: {one_line(item.span.text)}"


def _finding_line(finding: Finding) -> str:
    return f"{_MARKS[finding.severity]} {finding.message}"
