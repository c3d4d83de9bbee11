"""Holds one actor in the making: its mentions and names, and what they tell of its type and fullest name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from afghanbrief.annotation import Certainty
from afghanbrief.extractors.actors.naming import Name
from afghanbrief.extractors.actors.spelling import plain
from afghanbrief.kinds import ActorMention, Role
from afghanbrief.kinds.actors import ActorType


class StatedOffice:
    """An office of one person as the document states it.

    Attributes:
        role: the title, what it is of, and where it stands.
        tie: what binds the two; see :class:`~afghanbrief.extractors.actors.roles.Office`.
        past: whether the text calls it a former one.
        rank: whether it is a rank.
        owner: the name of what it is of: of "the group" the one that the text used before.
    """

    __slots__ = ("owner", "past", "rank", "role", "tie")

    def __init__(self, role: Role, tie: str, past: bool, rank: bool, owner: str | None) -> None:
        self.role = role
        self.tie = tie
        self.past = past
        self.rank = rank
        self.owner = owner


class Profile:
    """One actor or place in the making.

    Attributes:
        mentions: its mentions in text order.
        names: its names, each once, in the order of their first mentions.
        type: what it is; complete after :meth:`settle`, as all that follows.
        name: its fullest name.
        aliases: its other names.
        id: its id.
        entry: the list entry of its first listed name, or ``None``.
        is_titled: whether some office stands beside one of its names.
        offices: a person's offices.
        known: the country in a tuple, once it has been asked for.
    """

    # Most actors are one mention with nothing else to tell, so that what is usual stands here once.
    aliases: tuple[str, ...] = ()
    offices: Sequence[StatedOffice] = ()
    is_titled: bool = False
    known: tuple[str | None] | None = None
    id: str = ""

    def __init__(self, name: Name, mentions: list[ActorMention]) -> None:
        self.mentions = mentions
        self.names = [name]
        self.type: ActorType = name.type
        self.name = name.text
        self.entry = name.entry

    def add(self, name: Name, mentions: list[ActorMention]) -> None:
        """Add another name and its mentions."""
        self.mentions.extend(mentions)
        self.names.append(name)

    def join(self, other: Profile) -> None:
        """Take the mentions of another over, which have no name of their own ("the major")."""
        self.mentions.extend(other.mentions)
        self.names.extend(other.names)

    def settle(self, taken: dict[str, int]) -> None:
        """Give it its type, its fullest name and an id.

        Arguments:
            taken: ids so far, with how often each was wanted.
        """
        names = self.names
        name = names[0]
        if len(names) > 1:
            self.mentions.sort(key=_start_of)
            if not all(each.type == name.type for each in names):
                self.type = self._weigh_types()
            forms: dict[str, bool] = {}
            for mention in self.mentions:
                forms.setdefault(plain(mention.span.text), mention.form in ("name", "nominal", "demonym"))
            name = min(names, key=lambda each: (each.is_description, not forms[each.text], -len(each.text)))
            self.name = name.text
            self.aliases = tuple(dict.fromkeys([each.text for each in names if each.folded != name.folded]))
            self.entry = next((each.entry for each in names if each.entry is not None), None)
        ident = name.id
        while ident in taken:
            taken[ident] += 1
            ident = f"{ident}-{taken[ident]}"
        taken[ident] = 1
        self.id = ident

    def _weigh_types(self) -> ActorType:
        counts: dict[str, int] = {}
        for mention in self.mentions:
            if mention.type != "role":
                sure = mention.evidence.certainty is Certainty.EXPLICIT
                weight = 3 if sure else 2 if len(mention.span.text.split()) > 1 else 1
                counts[mention.type] = counts.get(mention.type, 0) + weight
        return cast(ActorType, max(counts.items(), key=lambda item: (item[1], item[0]))[0])


def _start_of(mention: ActorMention) -> int:
    return mention.span.start
