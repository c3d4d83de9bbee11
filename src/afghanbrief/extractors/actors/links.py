"""Links the mentions of a document to actors: one for each person, government, body, group, people or place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Any, ClassVar, Final

from afghanbrief.annotation import Certainty, Evidence
from afghanbrief.document import Document
from afghanbrief.extractor import BuildContext, Found
from afghanbrief.extractors.actors.clusters import group_mentions
from afghanbrief.extractors.actors.complements import keep_apart
from afghanbrief.extractors.actors.countries import Surroundings
from afghanbrief.extractors.actors.definites import join_definite_roles
from afghanbrief.extractors.actors.lexicon import load_lexicon
from afghanbrief.extractors.actors.office_holders import find_office_holder, surnames_of
from afghanbrief.extractors.actors.offices import OfficeBook
from afghanbrief.extractors.actors.profiler import Profiler
from afghanbrief.kinds import Actor, ActorMention
from afghanbrief.text.names import index_of

_form_of = attrgetter("form")
_SAME_NAME: Final = Evidence("actors.link", "same-name")
_PART_OF_NAME: Final = Evidence("actors.link", "part-of-name", (), Certainty.INFERRED)
_SAME_PLACE: Final = Evidence("actors.link", "same-place")


class ActorLinksExtractor:
    """Clusters mentions by name, surname, acronym and metonym, and reads roles, countries and codes."""

    name: ClassVar[str] = "actors.link"
    provides: ClassVar[tuple[type[Any], ...]] = (Actor,)
    requires: ClassVar[tuple[type[Any], ...]] = (ActorMention,)
    uses: ClassVar[tuple[type[Any], ...]] = ()
    Settings: ClassVar[type[Any] | None] = None

    def __init__(self, context: BuildContext) -> None:
        lists = (*context.gazetteers.get("actors", ()), *context.gazetteers.get("places", ()))
        self._index = index_of(lists)
        self._lexicon = load_lexicon()
        self._surnames = surnames_of(lists)

    def extract(self, document: Document, found: Found) -> Iterable[Actor]:
        """Yield the actors of a document, and its places, each once."""
        mentions: Sequence[ActorMention] = found.of(ActorMention)
        if "pronoun" in map(_form_of, mentions):
            mentions = [mention for mention in mentions if mention.form != "pronoun"]
        index = self._index.on(document.published)
        profiles = keep_apart(document.tokens, index, group_mentions(document, index, mentions))
        book = OfficeBook(document, mentions, profiles, self._lexicon)
        if book:
            profiles = join_definite_roles(document, profiles, book)
        surroundings = Surroundings(document, profiles)
        # A place is no actor; what is named twice is linked all the same.
        profiles = [profile for profile in profiles if profile.type != "place" or len(profile.mentions) > 1]
        taken: dict[str, int] = {}
        for profile in profiles:
            profile.settle(taken)
            if profile.is_titled:
                profile.offices = book.of(profile.mentions)
                if profile.entry is None and profile.offices and " " not in profile.name:
                    profile.entry = find_office_holder(profile, self._surnames, document.published)
        profiler = Profiler(document, index, profiles, surroundings)
        country_of, codes_of = profiler.country, profiler.codes
        for profile in profiles:
            linked = profile.mentions
            of_place = profile.type == "place"
            country = country_of(profile)
            yield Actor(
                span=linked[0].span,
                evidence=_SAME_PLACE if of_place else _PART_OF_NAME if profile.aliases else _SAME_NAME,
                id=profile.id,
                name=profile.name,
                type=profile.type,
                country=country,
                mention_ids=(linked[0].id,) if len(linked) == 1 else tuple([mention.id for mention in linked]),
                aliases=profile.aliases,
                roles=profiler.roles(profile) if profile.offices else (),
                codes=() if of_place else codes_of(profile, country),
            )
