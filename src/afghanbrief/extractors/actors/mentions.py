"""Finds the mentions of actors and places."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from afghanbrief.annotation import Certainty, plain_evidence
from afghanbrief.document import Document
from afghanbrief.extractor import BuildContext, Found
from afghanbrief.extractors.actors.classify import NameClassifier
from afghanbrief.extractors.actors.described import STATE_BODY_HEADS, find_bodies, find_roles, find_state_bodies
from afghanbrief.extractors.actors.lexicon import load_lexicon
from afghanbrief.extractors.actors.lists_of_names import settle_lists
from afghanbrief.extractors.actors.scan import Piece, Scanner
from afghanbrief.extractors.actors.senses import Judgement, Sense, judge_sense
from afghanbrief.kinds import ActorMention
from afghanbrief.kinds.actors import MentionForm, MentionType
from afghanbrief.text.names import index_of
from afghanbrief.text.tokens import Tokens

_PARTICIPLES = frozenset(
    "backed led held controlled based made born occupied run funded trained brokered installed supported sponsored"
    " dominated mediated affiliated linked allied aligned owned".split()
)
_WEAK = ("unlisted", "long-", "person-by-shape")

Draft = tuple[int, int, MentionType, MentionForm, str, Certainty]


class ActorMentionsExtractor:
    """Finds listed and unlisted names, described actors and places."""

    name: ClassVar[str] = "actors.mentions"
    provides: ClassVar[tuple[type[Any], ...]] = (ActorMention,)
    requires: ClassVar[tuple[type[Any], ...]] = ()
    uses: ClassVar[tuple[type[Any], ...]] = ()
    Settings: ClassVar[type[Any] | None] = None

    def __init__(self, context: BuildContext) -> None:
        lists = (*context.gazetteers.get("actors", ()), *context.gazetteers.get("places", ()))
        self._index = index_of(lists)
        self._lexicon = load_lexicon()

    def extract(self, document: Document, found: Found) -> Iterable[ActorMention]:
        """Yield the mentions of a document, in text order."""
        tokens = document.tokens
        scanner = Scanner(document, self._index, self._lexicon)
        pieces = [piece for piece in scanner.find() if not _is_compound(tokens, piece.stop)]
        bodies = find_bodies(tokens, scanner.countries)
        if not scanner.small.isdisjoint(STATE_BODY_HEADS):
            taken = {body.stop for body in bodies}
            bodies += [body for body in find_state_bodies(tokens, self._lexicon) if body.stop not in taken]
        starts = {stop: first for first, stop in scanner.countries}
        for piece in pieces:
            starts[piece.stop] = piece.first
        for body in bodies:
            starts[body.stop] = body.first
        persons = frozenset([piece.stop for piece in pieces if piece.entry is None or piece.entry.type == "person"])
        roles = find_roles(tokens, self._lexicon, starts, persons)
        covered = {position for item in (*bodies, *roles) for position in range(item.first, item.stop)}
        drafts = self._named(tokens, scanner, [piece for piece in pieces if piece.first not in covered])
        inside = {position for role in roles for position in range(role.first, role.stop)}
        drafts += [(*role, Certainty.EXPLICIT) for role in roles]
        drafts += [(*body, Certainty.EXPLICIT) for body in bodies if body.first not in inside]
        drafts.sort()
        last_stop = 0
        for first, stop, mention_type, form, rule, certainty in drafts:
            if first < last_stop:
                continue
            last_stop = stop
            why = plain_evidence("actors.mentions", rule, certainty)
            span = document.span(tokens.starts[first], _end_of(tokens, first, stop))
            yield ActorMention(span=span, evidence=why, form=form, type=mention_type)

    def _named(self, tokens: Tokens, scanner: Scanner, pieces: list[Piece]) -> list[Draft]:
        classifier = NameClassifier(scanner, pieces)
        drafts: list[Draft] = []
        countries: list[tuple[int, int]] = []
        capitals: list[bool] = []
        judgements: list[Judgement] = []
        for piece in pieces:
            first, stop, entry, _, opens, _ = piece
            if entry is None:
                verdict = classifier.classify(piece)
                if verdict is not None:
                    sure = Certainty.WEAK if verdict.rule.startswith(_WEAK) else Certainty.INFERRED
                    drafts.append((first, stop, verdict.type, verdict.form, verdict.rule, sure))
            elif entry.type == "country":
                capital = entry.form in ("capital", "metonym")
                countries.append((first, stop))
                capitals.append(capital)
                judgements.append(judge_sense(tokens, first, stop, self._lexicon, capital=capital, opens=opens))
            elif entry.form == "demonym":
                if tokens.words[stop - 1].endswith("s"):
                    drafts.append((first, stop, "people", "demonym", "nationals", Certainty.EXPLICIT))
            else:
                form: MentionForm = "acronym" if tokens.forms[first].isupper() else "name"
                drafts.append((first, stop, entry.type, form, "listed-name", Certainty.EXPLICIT))  # type: ignore[arg-type]
        settle_lists(tokens, countries, judgements)
        for (first, stop), capital, judgement in zip(countries, capitals, judgements, strict=True):
            if judgement.sense is Sense.PLACE:
                drafts.append((first, stop, "place", "name", judgement.rule, Certainty.INFERRED))
            elif judgement.sense is Sense.GOVERNMENT:
                shape: MentionForm = "metonym" if capital else "name"
                drafts.append((first, stop, "government", shape, judgement.rule, Certainty.INFERRED))
        return drafts


def _end_of(tokens: Tokens, first: int, stop: int) -> int:
    """Give the offset after a name; the last stop of "U.S." belongs to it."""
    end = tokens.ends[stop - 1]
    last = tokens.forms[stop - 1]
    if len(last) == 1 and stop - first > 1 and last.isupper():
        end += tokens.gaps[stop].startswith(".") and "." in tokens.gaps[stop - 1]
    return end


def _is_compound(tokens: Tokens, stop: int) -> bool:
    """Tell whether the name is part of a compound with a participle ("Taliban-held")."""
    return tokens.gaps[stop] in ("-", ".-") and stop < len(tokens) and tokens.words[stop] in _PARTICIPLES
