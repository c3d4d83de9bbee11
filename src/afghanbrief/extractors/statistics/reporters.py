"""Names who reports a figure and in which manner: who says it, gives it, counts it, or does what it tells of."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from afghanbrief.kinds import ActorMention, Quote

Manner = Literal["none", "said", "gave", "acted", "documented", "denied"]


class Voucher(NamedTuple):
    """Who vouches for a figure, and how.

    Attributes:
        source_id: id of the actor, or ``None``.
        manner: what the text says that the actor did; ``"denied"`` is the opposite of vouching.
        quote: the innermost quote around the figure, or ``None``.
        verb: offset of the verb of promising or asking, or -1; what stands before it dates the promise.
    """

    source_id: str | None
    manner: Manner
    quote: Quote | None
    verb: int = -1


class Reporter(NamedTuple):
    """A mention that reports or does something, where, and in which manner.

    Attributes:
        verb: offset of the verb.
        actor: the mention, or the id of an actor.
        manner: what it does.
    """

    verb: int
    actor: str | ActorMention | None
    manner: Manner


NOBODY: Final = Voucher(None, "none", None)


def suffers(reporter: Reporter) -> bool:
    """Tell whether a country "recorded" what befell it: "India recorded 5,000 violations, the minister said"."""
    return isinstance(reporter.actor, ActorMention) and reporter.actor.type == "government"
