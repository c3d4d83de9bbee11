"""Actors, their mentions and their roles."""

from __future__ import annotations

from typing import ClassVar, Literal

import attrs

from afghanbrief.annotation import Evidence, Overlap, span_id
from afghanbrief.span import Span

ActorType = Literal["person", "government", "organisation", "armed_group", "media", "people", "role", "place"]
MentionType = Literal["person", "government", "organisation", "armed_group", "media", "people", "role", "place"]
MentionForm = Literal["name", "acronym", "alias", "office", "metonym", "demonym", "nominal", "pronoun"]


@attrs.frozen(kw_only=True, weakref_slot=False)
class ActorMention:
    """A place in the text where an actor, or a place as such, is named or described.

    Attributes:
        span: the minimal name or the described role.
        evidence: the rule and its cues.
        form: how it is mentioned: name, acronym, alias, office, metonym, demonym, nominal, pronoun.
        type: what is mentioned; ``"place"`` is a place name used as a place only.
        id: ``"actor-mention:START-END"``.
    """

    kind: ClassVar[str] = "actor-mention"
    overlap: ClassVar[Overlap] = Overlap.FORBID

    span: Span
    evidence: Evidence
    form: MentionForm
    type: MentionType
    id: str = attrs.field(default=attrs.Factory(span_id, takes_self=True))


@attrs.frozen(kw_only=True, weakref_slot=False)
class Role:
    """An office or function as the text states it.

    Attributes:
        title: the title's words without possessor or "of ...", as written.
        of: the body or country that the title belongs to, as written, or ``None``.
        of_id: id of the actor that ``of`` names or means ("the group"), or ``None``.
        span: where the title stands, or ``None`` for knowledge that the text does not state.
    """

    title: str
    of: str | None = None
    of_id: str | None = None
    span: Span | None = None


@attrs.frozen(kw_only=True, weakref_slot=False)
class Actor:
    """One person, government, body, group or people of the report, with all its mentions.

    A place that is named more than once is linked in the same way, as type ``"place"``: it is no actor, has no roles or
    codes, and :attr:`Briefing.actors <afghanbrief.Briefing.actors>` leaves it out.

    Attributes:
        span: the first mention.
        evidence: the rule and its cues.
        id: made from the name, such as ``"actor:taliban"``, ``"place:aleppo"``.
        name: fullest name in the text.
        type: what it is.
        country: ISO 3166-1 alpha-3 code, or ``None``.
        mention_ids: ids of its mentions, in text order.
        aliases: its other names in the text.
        roles: offices that the text states.
        codes: pairs of scheme and code, such as ``("cameo", "AFGREB")``.
    """

    kind: ClassVar[str] = "actor"
    overlap: ClassVar[Overlap] = Overlap.ALLOW

    span: Span
    evidence: Evidence
    id: str
    name: str
    type: ActorType
    country: str | None = None
    mention_ids: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    codes: tuple[tuple[str, str], ...] = ()
