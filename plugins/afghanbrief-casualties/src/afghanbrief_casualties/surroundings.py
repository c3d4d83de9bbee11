"""What stands around a toll: by whom, where and when, read from the other kinds of the briefing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Any

from afghanbrief import Actor, ActorMention, DateMention, Document, Found, Span
from afghanbrief_casualties.harm import Figure, Reading
from afghanbrief_casualties.lexicon import Lexicon

try:
    from afghanbrief_places import Place
except ImportError:
    PLACE_KINDS: tuple[type[Any], ...] = ()
else:
    PLACE_KINDS = (Place,)

_AGENT, _NOUN_AGENT, _BLAME, _SUBJECT, _NEIGHBOURS = 12, 3, 25, 5, 3
_PRECISION = {"district": 0, "city": 1, "capital": 1, "province": 2, "country": 3}


class Surroundings:
    """Answers for one document who, where and when, each in time that does not grow with the text.

    Arguments:
        document: the document.
        found: what other extractors found in it.
        lexicon: the plugin's words.
    """

    def __init__(self, document: Document, found: Found, lexicon: Lexicon) -> None:
        self._document = document
        self._grammar = lexicon.grammar
        mentions = found.of(ActorMention)
        self._actors = [mention for mention in mentions if mention.type != "place"]
        places: Iterable[Any] = (mention for mention in mentions if mention.type == "place")
        for kind in PLACE_KINDS:
            # A place that was resolved says more than its mention; the others stay as they are.
            resolved = {place.span: place for place in found.of(kind)}
            places = [resolved.get(mention.span, mention) for mention in places]
        self._places = sorted(places, key=lambda place: place.span)
        self._dates = [date for date in found.of(DateMention) if date.type in ("DATE", "TIME")]
        self._owner = {mention: actor.id for actor in found.of(Actor) for mention in actor.mention_ids}
        self._actor_starts = [mention.span.start for mention in self._actors]
        self._place_starts = [place.span.start for place in self._places]
        self._date_starts = [date.span.start for date in self._dates]

    def agent(self, figure: Figure, reading: Reading) -> tuple[Span | None, str | None]:
        """Give the words for whoever did it, and the id of the actor: "by the Taliban", "gunmen killed 13"."""
        mention = self._agent_behind(figure, reading)
        if mention is None and reading.rule == "active":
            mention = self._subject(reading.cues[0])
        elif mention is None and reading.rule == "harm-noun":
            mention = self._causer(figure)
        return (None, None) if mention is None else (mention.span, self._owner.get(mention.id))

    def place(self, span: Span) -> tuple[Span | None, str | None]:
        """Give the most precise place of the sentence, and its id if it is a ``places.place``."""
        near = self._near(self._places, self._place_starts, span)
        if not near:
            return None, None
        # "in Sangin, Helmand": the district is meant; of equals the one behind the figure is, then the nearer one.
        best = min(
            near,
            key=lambda place: (
                _PRECISION.get(getattr(place, "level", ""), 2),
                place.span.start < span.start,
                abs(place.span.start - span.start),
            ),
        )
        return best.span, best.id if type(best) in PLACE_KINDS else None

    def date(self, span: Span) -> str | None:
        """Give the id of the date in the sentence that is nearest to the figure."""
        near = self._near(self._dates, self._date_starts, span)
        best = min(near, key=lambda date: abs(date.span.start - span.start), default=None)
        return None if best is None else best.id

    def _agent_behind(self, figure: Figure, reading: Reading) -> ActorMention | None:
        words = self._document.tokens.words
        begin = max(figure.stop, reading.cues[-1] + 1)
        # "14 killings by the police"; "killed in an attack by the Taliban"; an active verb has its agent before it.
        reach = {"active": 0, "harm-noun": _NOUN_AGENT}.get(reading.rule, _AGENT)
        for index in range(begin, min(begin + _BLAME, figure.sentence_end)):
            if words[index] in self._grammar["agents"]:
                blamed = words[index - 1] in self._grammar["blame"]
                if blamed or (words[index] == "by" and index < begin + reach):
                    mention = self._actor_from(index + 1)
                    if mention is not None:
                        return mention
            elif words[index] in self._grammar["finites"]:
                # Another sentence begins: "... were killed and three were arrested by the police".
                reach = 0
        return None

    def _causer(self, figure: Figure) -> ActorMention | None:
        # "The Taliban caused 2,884 civilian casualties".
        words = self._document.tokens.words
        for index in range(figure.first - 1, max(figure.first - 5, figure.begin - 1), -1):
            if words[index] in self._grammar["causes"]:
                return self._subject(index)
            if words[index] not in self._grammar["before"]:
                return None
        return None

    def _actor_from(self, index: int) -> ActorMention | None:
        tokens = self._document.tokens
        if index >= len(tokens):
            return None
        position = bisect_left(self._actor_starts, tokens.starts[index])
        if position < len(self._actors):
            mention = self._actors[position]
            if tokens.first_from(mention.span.start) - index <= 2:
                return mention
        return None

    def _subject(self, verb: int) -> ActorMention | None:
        tokens = self._document.tokens
        if tokens.words[verb].endswith("ing"):
            return None
        position = bisect_left(self._actor_starts, tokens.starts[verb]) - 1
        if position < 0:
            return None
        mention = self._actors[position]
        between = tokens.words[tokens.first_from(mention.span.end) : verb]
        joined = len(between) <= _SUBJECT and all(word in self._grammar["subjects"] for word in between)
        return mention if joined and self._shares_sentence(mention.span, tokens.starts[verb]) else None

    def _near(self, items: Sequence[Any], starts: list[int], span: Span) -> list[Any]:
        middle = bisect_left(starts, span.start)
        around = items[max(0, middle - _NEIGHBOURS) : middle + _NEIGHBOURS]
        return [item for item in around if self._shares_sentence(item.span, span.start)]

    def _shares_sentence(self, span: Span, offset: int) -> bool:
        return self._document.sentence_index(span.start) == self._document.sentence_index(offset)
