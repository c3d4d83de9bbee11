"""Keeps the offices that a document states for its persons."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from typing import Final

import attrs

from afghanbrief.document import Document
from afghanbrief.extractors.actors import lexicon as lx
from afghanbrief.extractors.actors.antecedents import Antecedents
from afghanbrief.extractors.actors.apposition import (
    APPOINTING,
    OFFICE_VERBS,
    read_appointed,
    read_behind,
    read_predicate_office,
    read_relative_office,
)
from afghanbrief.extractors.actors.lexicon import Lexicon
from afghanbrief.extractors.actors.profiles import Profile, StatedOffice
from afghanbrief.extractors.actors.roles import COMMAS, INSIDE, TITLE_LINKS, Office, read_before
from afghanbrief.extractors.actors.spelling import plain
from afghanbrief.kinds import ActorMention, Role

# Ranks cut short: their full stop belongs to the title.
_SHORT_RANKS: Final = frozenset("gen maj lt col capt sgt cpl adm brig gov sen rep amb cmdr".split())
_OWNERS: Final = frozenset(("organisation", "government", "armed_group", "media"))
_BODIES: Final = ("organisation", "armed_group", "media")
_NAMED: Final = frozenset(("organisation", "armed_group", "media", "government", "place"))
# Words of a title that tell whose office it is: "army spokesman".
_OF_STATES: Final = frozenset("army military police navy government ministry presidential palace provincial".split())
_WINDOW: Final = 12
_COMMA_STARTS: Final = (",", ".", " (")
_CLAUSES: Final = tuple(f" {verb} " for verb in sorted(OFFICE_VERBS))
_BEFORE: Final = lx.TITLE_END | lx.HONORIFIC


class OfficeBook:
    """The offices of the persons of one document.

    Arguments:
        document: the document.
        mentions: its mentions in text order.
        profiles: its actors.
        lexicon: the word lists.
    """

    def __init__(
        self,
        document: Document,
        mentions: Sequence[ActorMention],
        profiles: Sequence[Profile],
        lexicon: Lexicon,
    ) -> None:
        self._document = document
        self._mentions = mentions
        self._lexicon = lexicon
        self._antecedents: Antecedents | None = None
        self._read: dict[str, list[Office]] = {}
        self._ends: frozenset[int] | None = None
        self._name_ends: list[int] | None = None
        tokens, text = document.tokens, document.text
        words, gaps, forms, classes = tokens.words, tokens.gaps, tokens.forms, lexicon.classes
        outside, starts = lexicon["title_outside"], tokens.starts
        for profile in profiles:
            if profile.type != "person":
                continue
            known = False
            for mention in profile.mentions:
                span = mention.span
                # Before a surname alone of one named before a title stands at most right there.
                full = not known or text.find(" ", span.start, span.end) >= 0
                known = True
                first = bisect_left(starts, span.start)
                offices: list[Office] = []
                if first:
                    before, gap = words[first - 1], gaps[first]
                    kind = classes.get(before, 0)
                    if gap in INSIDE:
                        near = kind & _BEFORE or before in outside
                        # "Special Envoy for Afghanistan X": a name between title and name.
                        named = full and (forms[first - 1] != before or kind & lx.ORG_HEAD)
                        nation = full and before == "s" and gaps[first - 1] == "'"
                        if near or nation or (named and _has_link(words, first)):
                            offices = read_before(tokens, first, lexicon, self._stops)
                    elif full and gap in COMMAS and (kind & lx.TITLE_END or _has_link(words, first)):
                        offices = read_before(tokens, first, lexicon, self._stops)
                if text.startswith(_COMMA_STARTS, span.end):
                    stop = bisect_left(starts, span.end, first)
                    behind = read_behind(tokens, stop, lexicon)
                    if behind is None:
                        behind = read_predicate_office(tokens, stop, lexicon)
                    if behind is not None:
                        offices.append(behind)
                        further = read_relative_office(tokens, behind, lexicon)
                        if further is not None:
                            offices.append(further)
                elif text.startswith(_CLAUSES, span.end):
                    behind = read_predicate_office(tokens, bisect_left(starts, span.end, first), lexicon)
                    if behind is not None:
                        offices.append(behind)
                elif first and (words[first - 1] in APPOINTING or (text.startswith(" as ", span.end))):
                    behind = read_appointed(tokens, first, bisect_left(starts, span.end, first), lexicon)
                    if behind is not None:
                        offices.append(behind)
                if offices and offices[0].of_first < 0 and text.startswith(" of ", span.end):
                    offices[0] = self._of_body_behind(offices[0], bisect_left(starts, span.end, first))
                if offices:
                    self._read[mention.id] = offices
                    profile.is_titled = True

    def _of_body_behind(self, office: Office, link: int) -> Office:
        """Read whose office it is behind the name: "Detective Inspector Joan Pell of Harrowgate Police"."""
        tokens = self._document.tokens
        after = link + 1 + (tokens.words[link + 1 : link + 2] == ("the",))
        if after >= len(tokens) or office.stop > link:
            return office
        body = self._mention_at(tokens.starts[after])
        if body is None or body.type not in _OWNERS:
            return office
        return office._replace(of_first=after, of_stop=bisect_left(tokens.starts, body.span.end), tie="of")

    def _mention_at(self, start: int) -> ActorMention | None:
        number = bisect_left(self._mentions, start, key=lambda mention: mention.span.start)
        mention = self._mentions[number] if number < len(self._mentions) else None
        return mention if mention is not None and mention.span.start == start else None

    def _stops(self) -> Collection[int]:
        """Give the indexes after the last tokens of the persons' names."""
        if self._ends is None:
            starts = self._document.tokens.starts
            self._ends = frozenset(
                [bisect_left(starts, each.span.end) for each in self._mentions if each.type == "person"]
            )
        return self._ends

    def of(self, group: Sequence[ActorMention]) -> list[StatedOffice]:
        """Give the offices of a person, each title once."""
        stated: dict[str, StatedOffice] = {}
        for mention in group:
            for office in self._read.get(mention.id, ()):
                new = self._state(office)
                key = new.role.title.lower()
                known = stated.get(key)
                if known is None:
                    stated[key] = new
                elif known.role.of is None and new.role.of is not None:
                    known.role = attrs.evolve(known.role, of=new.role.of)
                    known.owner = new.owner
                    known.tie = new.tie
        return list(stated.values())

    def at(self, mention: ActorMention) -> Sequence[Office]:
        """Give the offices around one mention."""
        return self._read.get(mention.id, ())

    def __bool__(self) -> bool:
        return bool(self._read)

    def _name_before(self, stop: int) -> tuple[int, str] | None:
        """Give the first token and the type of the body's or place's name that ends before a token, if one does."""
        if self._name_ends is None:
            self._name_ends = [mention.span.end for mention in self._mentions]
        tokens = self._document.tokens
        number = bisect_left(self._name_ends, tokens.ends[stop - 1])
        if number == len(self._name_ends):
            return None
        mention = self._mentions[number]
        span = mention.span
        if mention.type not in _NAMED or (stop < len(tokens) and span.end > tokens.starts[stop]):
            return None
        first = bisect_left(tokens.starts, span.start)
        return (first, mention.type) if first < stop else None

    def _fit(self, office: Office) -> Office:
        """Fit an office to the names around it: "Directorate of Intelligence | spokesman", "Africa director"."""
        for stop in range(office.first + 1, office.stop):
            body = self._name_before(stop)
            if (
                body is not None
                and (body[0] < office.first or (body[0] == office.first and body[1] in _BODIES))
                and office.of_first < office.stop
            ):
                return office._replace(first=stop, of_first=body[0], of_stop=stop, tie="of")
        if 0 <= office.of_first < office.first:
            regional = self._with_region(office)
            if regional is not None:
                return regional
            # The name may begin before what was read: "Directorate of Intelligence spokesman".
            body = self._name_before(office.of_stop)
            if body is not None:
                return office._replace(of_first=body[0]) if body[0] < office.of_first else office
        if office.of_first > office.stop and office.first:
            # "Africa director at the Observatory": the region is part of the title.
            body = self._name_before(office.first)
            tokens = self._document.tokens
            if body is not None and body[1] in ("place", "government") and tokens.gaps[office.first] == " ":
                if not body[0] or tokens.gaps[body[0]] in COMMAS:
                    return office._replace(first=body[0])
        return office

    def _before(self) -> Antecedents:
        if self._antecedents is None:
            self._antecedents = Antecedents(self._document, self._mentions)
        return self._antecedents

    def _with_region(self, office: Office) -> Office | None:
        """Take a region right before a title into it: "the Observatory's associate Asia director", whose is it?"""
        tokens = self._document.tokens
        words, gaps = tokens.words, tokens.gaps
        if words[office.stop - 1] not in self._lexicon["regional_titles"] or gaps[office.first] != " ":
            return None
        region = self._name_before(office.first)
        if region is None or region[1] != "place" or gaps[region[0]] not in (" ", ", "):
            return None
        first = region[0]
        while first and gaps[first] == " " and self._lexicon.classes.get(words[first - 1], 0) & lx.TITLE_MODIFIER:
            first -= 1
        owner = first
        if first > 1 and words[first - 1] == "s" and gaps[first - 1] == "'" and gaps[first] == " ":
            owner = first - 1
        body = self._name_before(owner) if owner and gaps[first] == " " else None
        if body is None or body[1] == "place":
            return office._replace(first=first, of_first=-1, of_stop=-1, tie="")
        return office._replace(first=first, of_first=body[0], of_stop=owner, tie="of")

    def _state(self, office: Office) -> StatedOffice:
        document = self._document
        tokens = document.tokens
        office = self._fit(office)
        words, starts, ends, gaps = tokens.words, tokens.starts, tokens.ends, tokens.gaps
        end = ends[office.stop - 1]
        if words[office.stop - 1] in _SHORT_RANKS and gaps[office.stop].startswith("."):
            end += 1
        span = document.span(starts[office.first], end)
        of = named = None
        if office.of_first >= 0:
            end = ends[office.of_stop - 1]
            if gaps[office.of_stop].startswith(".") and gaps[office.of_stop - 1] == ".":
                end += 1
            if words[office.of_stop : office.of_stop + 1] == ("and",):
                # "director of the Chamber of Commerce and Industry"
                body = self._mention_at(starts[office.of_first])
                if body is not None and body.span.end > end:
                    end = body.span.end
            of = plain(document.text[starts[office.of_first] : end])
            first = office.of_first
            if office.of_stop - first == 1 and first and words[first - 1] == "the":
                # "the committee's chair", "the spokesman of the Ministry"
                owner = self._before().named_by(starts[first], words[first])
                named = None if owner is None else plain(owner.span.text)
        elif office.tie or (
            words[office.stop - 1].startswith("spokes") and _OF_STATES.isdisjoint(words[office.first : office.stop])
        ):
            owner = self._before().owner(span.start, office.tie, words[office.stop - 1])
            if owner is not None:
                of = plain(owner.span.text)
        rank = words[office.first : office.stop] in self._lexicon.ranks
        role = Role(title=plain(span.text), of=of, span=span)
        return StatedOffice(role, office.tie, office.past, rank, named or of)


def _has_link(words: Sequence[str], first: int) -> bool:
    """Tell whether "of" or its like stands a little before a name, so that a title may stand before that."""
    return not TITLE_LINKS.isdisjoint(words[max(0, first - _WINDOW) : first])
