"""The four built-in kinds and the actors they refer to: data classes only."""

from afghanbrief.kinds.actors import Actor, ActorMention, Role
from afghanbrief.kinds.dates import DateMention
from afghanbrief.kinds.quotes import Quote
from afghanbrief.kinds.statistics import Statistic

__all__ = ["Actor", "ActorMention", "DateMention", "Quote", "Role", "Statistic"]
