"""Finds the mentions of actors and places."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import Any, ClassVar

from afghanbrief.annotation import Certainty, Evidence
from afghanbrief.document import Document
from afghanbrief.extractor import BuildContext, Found
from afghanbrief.extractors.actors.classify import NameClassifier
from afghanbrief.extractors.actors.described import Described, find_bodies, find_roles
from afghanbrief.extractors.actors.lexicon import load_lexicon
from afghanbrief.extractors.actors.scan import Piece, find_pieces
from afghanbrief.extractors.actors.senses import Sense, agree_in_lists, judge_sense
from afghanbrief.kinds import ActorMention
from afghanbrief.kinds.actors import MentionForm, MentionType
from afghanbrief.text.names import GazetteerEntry, NameIndex
from afghanbrief.text.tokens import Tokens

_PARTICIPLES = ("backed", "led", "held", "controlled", "based", "made", "born", "occupied", "run", "funded", "trained",
                "brokered", "installed", "supported", "sponsored", "dominated", "mediated", "affiliated", "linked")  # fmt: skip


class ActorMentionsExtractor:
    """Finds listed and unlisted names, described actors and places."""

    name: ClassVar[str] = "actors.mentions"
    provides: ClassVar[tuple[type[Any], ...]] = (ActorMention,)
    requires: ClassVar[tuple[type[Any], ...]] = ()
    uses: ClassVar[tuple[type[Any], ...]] = ()
    Settings: ClassVar[type[Any] | None] = None

    def __init__(self, context: BuildContext) -> None:
        lists = (*context.gazetteers.get("actors", ()), *context.gazetteers.get("places", ()))
        self._index = NameIndex(lists)
        self._lexicon = load_lexicon()

    def extract(self, document: Document, found: Found) -> Iterable[ActorMention]:
        """Yield the mentions of a document."""
        tokens = document.tokens
        pieces = find_pieces(document, self._index, self._lexicon)
        classifier = NameClassifier(tokens, self._lexicon, pieces)
        bodies = find_bodies(tokens, self._index.find(tokens), of=_is_country)
        taken = {position for body in bodies for position in range(body.first, body.stop)}
        starts: dict[int, int] = {body.stop: body.first for body in bodies}
        senses = self._senses(tokens, [piece for piece in pieces if piece.entry and piece.entry.type == "country"])
        made: list[tuple[int, int, MentionType, MentionForm, str, Certainty]] = []
        for piece in pieces:
            starts[piece.stop] = piece.first
            if piece.first in taken:
                continue
            mention = self._judge(tokens, piece, classifier, senses)
            if mention is not None:
                made.append((piece.first, piece.stop, *mention))
        roles = find_roles(tokens, self._lexicon, lambda stop: starts.get(stop, -1))
        covered = {position for role in roles for position in range(role.first, role.stop)}
        described = [*roles, *(body for body in bodies if body.first not in covered)]
        for first, stop, mention_type, form, rule, certainty in made:
            if first not in covered:
                yield self._mention(document, first, stop, mention_type, form, rule, certainty)
        for item in described:
            yield self._mention(document, item.first, item.stop, item.type, item.form, item.rule, Certainty.EXPLICIT)

    def _senses(self, tokens: Tokens, pieces: list[Piece]) -> dict[int, tuple[Sense, str]]:
        names = []
        for piece in pieces:
            capital = piece.entry is not None and piece.entry.form == "capital"
            names.append(
                (
                    piece.first,
                    piece.stop,
                    *judge_sense(tokens, piece.first, piece.stop, self._lexicon, capital=capital),
                )
            )
        return {first: (sense, rule) for first, _, sense, rule in agree_in_lists(tokens, names)}

    def _judge(
        self,
        tokens: Tokens,
        piece: Piece,
        classifier: NameClassifier,
        senses: dict[int, tuple[Sense, str]],
    ) -> tuple[MentionType, MentionForm, str, Certainty] | None:
        if _is_compound(tokens, piece.stop):
            return None
        entry = piece.entry
        if entry is None:
            verdict = classifier.classify(piece)
            if verdict is None:
                return None
            sure = Certainty.WEAK if verdict.rule.startswith(("unlisted", "long-")) else Certainty.INFERRED
            return verdict.type, verdict.form, verdict.rule, sure
        if entry.type == "country":
            sense, rule = senses[piece.first]
            if sense is Sense.MODIFIER:
                return None
            if sense is Sense.PLACE:
                return "place", "name", rule, Certainty.INFERRED
            return "government", "metonym" if entry.form == "capital" else "name", rule, Certainty.INFERRED
        if entry.type == "people" and entry.form == "demonym":
            return self._judge_demonym(tokens, piece)
        form: MentionForm = "acronym" if tokens.forms[piece.first].isupper() else "name"
        return entry.type, form, "listed-name", Certainty.EXPLICIT  # type: ignore[return-value]

    def _judge_demonym(self, tokens: Tokens, piece: Piece) -> tuple[MentionType, MentionForm, str, Certainty] | None:
        if not tokens.words[piece.stop - 1].endswith("s"):
            return None
        return "people", "demonym", "nationals", Certainty.EXPLICIT

    def _mention(
        self,
        document: Document,
        first: int,
        stop: int,
        mention_type: MentionType,
        form: MentionForm,
        rule: str,
        certainty: Certainty,
    ) -> ActorMention:
        tokens = document.tokens
        end = tokens.ends[stop - 1]
        if tokens.forms[stop - 1].isupper() and len(tokens.forms[stop - 1]) == 1 and stop - first > 1:
            # "U.S.", "U.N.": the last stop belongs to the name.
            end += tokens.gaps[stop].startswith(".") and "." in tokens.gaps[stop - 1]
        return ActorMention(
            span=document.span(tokens.starts[first], end),
            evidence=_evidence(rule, certainty),
            form=form,
            type=mention_type,
        )


@functools.cache
def _evidence(rule: str, certainty: Certainty) -> Evidence:
    # Evidence without cues is the same for every mention that a rule finds: one object serves all.
    return Evidence("actors.mentions", rule, (), certainty)


def _is_country(entry: GazetteerEntry) -> bool:
    return entry.country is not None and (entry.type == "country" or entry.form == "demonym")


def _is_compound(tokens: Tokens, stop: int) -> bool:
    """Tell whether the name is part of a compound with a participle ("Taliban-held")."""
    return stop < len(tokens) and tokens.gaps[stop] == "-" and tokens.words[stop] in _PARTICIPLES


__all__ = ["ActorMentionsExtractor", "Described"]
