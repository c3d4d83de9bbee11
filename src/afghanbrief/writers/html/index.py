"""Numbers the items of a briefing for the page, and says what each of them draws and lights up in the text."""

from __future__ import annotations

from typing import Any

import attrs

from afghanbrief.briefing import Briefing, Finding
from afghanbrief.kinds import Actor, ActorMention, DateMention, Quote, Statistic
from afghanbrief.span import Span

Light = tuple[str, Span]


@attrs.frozen
class PageItem:
    """An item of the page.

    Attributes:
        number: its number on the page, from 0, in the order of the text.
        item: the annotation.
        group: the filter that it belongs to: ``"quote"``, ``"statistic"``, ``"actor"``, ``"date"`` or ``"other"``.
        drawn: the spans that are marked in the text as this item.
        lights: what lights up when it is chosen, each with the reason.
    """

    number: int
    item: Any
    group: str
    drawn: tuple[Span, ...]
    lights: tuple[Light, ...]


class PageIndex:
    """All items of a briefing as the page numbers them.

    Arguments:
        briefing: the briefing.
    """

    def __init__(self, briefing: Briefing) -> None:
        self.briefing = briefing
        self.actor_of_mention: dict[str, Actor] = {
            mention: actor for actor in briefing.actors for mention in actor.mention_ids
        }
        self.quotes_of: dict[str, list[Quote]] = {}
        for quote in briefing.quotes:
            if quote.speaker_id:
                self.quotes_of.setdefault(quote.speaker_id, []).append(quote)
        self.figures_of: dict[str, list[Statistic]] = {}
        for figure in briefing.statistics:
            for reference in (figure.source_id, figure.as_of_id):
                if reference:
                    self.figures_of.setdefault(reference, []).append(figure)
        self.findings_of: dict[str, list[Finding]] = {}
        for finding in briefing.findings:
            for reference in finding.annotation_ids:
                self.findings_of.setdefault(reference, []).append(finding)
        self.numbers: dict[str, int] = {item.id: number for number, item in enumerate(briefing.annotations)}
        self.items: tuple[PageItem, ...] = tuple(
            PageItem(number, item, _group(item), _drawn(item), tuple(self._lights(item)))
            for number, item in enumerate(briefing.annotations)
        )

    def of_group(self, group: str) -> list[PageItem]:
        """Give the items of a filter in text order."""
        return [item for item in self.items if item.group == group]

    def _lights(self, item: Any) -> list[Light]:
        lights: list[Light] = [("cue", cue) for cue in item.evidence.cues]
        get = self.briefing.get
        if type(item) is Quote:
            lights += [("cue", item.cue)] if item.cue else []
            # A mixed quote is cut where its words in marks begin and end.
            lights += [("verbatim", piece) for piece in item.verbatim] if item.style == "mixed" else []
            if item.speaker:
                lights.append(("speaker", item.speaker))
            if item.audience:
                lights.append(("audience", item.audience))
            actor = get(item.speaker_id)
            if actor is not None and actor.span != item.speaker:
                lights.append(("speaker", actor.span))
        elif type(item) is Statistic:
            for reason, span in (("counted", item.counted), ("of", item.whole)):
                lights += [(reason, span)] if span and not item.span.contains(span) else []
            for reason, reference in (("as of", item.as_of_id), ("source", item.source_id), ("same", item.restates_id)):
                found = get(reference)
                lights += [(reason, found.span)] if found is not None else []
        elif type(item) is DateMention:
            anchor = get(item.anchor_id)
            lights += [("from", anchor.span)] if anchor is not None else []
        elif type(item) is Actor:
            lights += [("name", mention.span) for mention in self.briefing.mentions(item)]
            lights += [("role", role.span) for role in item.roles if role.span]
        return list(dict.fromkeys(lights))


def _group(item: Any) -> str:
    return {Quote: "quote", Statistic: "statistic", DateMention: "date", Actor: "actor", ActorMention: "actor"}.get(
        type(item), "other"
    )


def _drawn(item: Any) -> tuple[Span, ...]:
    if type(item) is Actor:
        return ()
    return tuple(item.content) if type(item) is Quote else (item.span,)
