"""Links the mentions of a document to actors: one for each person, government, body, group or people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar, cast

import attrs

from afghanbrief.annotation import Certainty, Evidence
from afghanbrief.document import Document
from afghanbrief.extractor import BuildContext, Found
from afghanbrief.extractors.actors.clusters import Clusters
from afghanbrief.extractors.actors.codes import code_of_entry, code_of_words
from afghanbrief.extractors.actors.lexicon import load_lexicon
from afghanbrief.extractors.actors.roles import Office, read_offices
from afghanbrief.extractors.actors.spelling import plain, spell
from afghanbrief.kinds import Actor, ActorMention, Role
from afghanbrief.kinds.actors import ActorType
from afghanbrief.text.names import GazetteerEntry, index_of
from afghanbrief.text.patterns import compile_pattern

_SLUG = compile_pattern(r"[^a-z0-9]+")
# Ranks cut short: their full stop belongs to the title.
_SHORT_RANKS = frozenset("gen maj lt col capt sgt cpl adm brig gov sen rep amb cmdr".split())
_EXPLICIT = Evidence("actors.link", "same-name")
_INFERRED = Evidence("actors.link", "part-of-name", (), Certainty.INFERRED)


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

    def extract(self, document: Document, found: Found) -> Iterable[Actor]:
        """Yield the actors of a document."""
        mentions = [m for m in found.of(ActorMention) if m.type != "place" and m.form != "pronoun"]
        clusters = Clusters(document, self._index, mentions)
        offices = self._offices(document, mentions)
        home = self._home(found.of(ActorMention), clusters)
        taken: dict[str, int] = {}
        drafts = [self._draft(document, cluster, clusters, offices, taken, home) for cluster in clusters.groups]
        owners: dict[str, str] = {}
        governments: dict[str, str] = {}
        for draft in drafts:
            if draft.type not in ("person", "role"):
                for name in (draft.name, *draft.aliases):
                    owners.setdefault(name.lower(), draft.id)
                if draft.type == "government" and draft.country:
                    governments.setdefault(draft.country, draft.id)
        for draft in drafts:
            roles = tuple([self._resolved(role, owners, governments) for role in draft.roles])
            yield draft if roles == draft.roles else attrs.evolve(draft, roles=roles)

    def _home(self, mentions: Sequence[ActorMention], clusters: Clusters) -> str | None:
        """Give the country that most listed names of the report belong to, if it is more than half of them."""
        counts: dict[str, int] = {}
        for mention in mentions:
            if mention.type in ("place", "government", "organisation", "armed_group"):
                entry = clusters.entry(plain(mention.span.text), mention.type)
                if entry is not None and entry.country:
                    counts[entry.country] = counts.get(entry.country, 0) + 1
        if not counts:
            return None
        home = max(sorted(counts), key=lambda country: counts[country])
        return home if 2 * counts[home] > sum(counts.values()) else None

    def _offices(self, document: Document, mentions: Sequence[ActorMention]) -> dict[str, list[Office]]:
        tokens = document.tokens
        offices: dict[str, list[Office]] = {}
        for mention in mentions:
            if mention.type == "person":
                first, stop = tokens.first_from(mention.span.start), tokens.last_before(mention.span.end) + 1
                read = read_offices(tokens, first, stop, self._lexicon)
                if read:
                    offices[mention.id] = read
        return offices

    def _draft(
        self,
        document: Document,
        cluster: list[ActorMention],
        clusters: Clusters,
        offices: dict[str, list[Office]],
        taken: dict[str, int],
        home: str | None,
    ) -> Actor:
        entry = clusters.entry_of(cluster)
        texts = dict.fromkeys([plain(mention.span.text) for mention in cluster])
        name = _fullest(cluster) if len(texts) > 1 else next(iter(texts))
        folded = name.lower()
        aliases = tuple([other for other in texts if other.lower() != folded])
        roles = self._roles(document, cluster, offices) if offices and cluster[0].type == "person" else ()
        country = self._country(cluster, entry, roles, document)
        if country is None and home is not None and _is_of_state(cluster, entry, roles):
            country = home
        slug = entry.country.lower() if entry and entry.country and cluster[0].type == "government" else _slug(name)
        while slug in taken:
            taken[slug] += 1
            slug = f"{slug}-{taken[slug]}"
        taken[slug] = 1
        return Actor(
            span=cluster[0].span,
            evidence=_INFERRED if aliases else _EXPLICIT,
            id=f"actor:{slug}",
            name=name,
            type=_type_of(cluster),
            country=country,
            mention_ids=tuple([mention.id for mention in cluster]),
            aliases=aliases,
            roles=roles,
            codes=self._codes(document, cluster, entry, roles, country),
        )

    def _roles(
        self, document: Document, cluster: list[ActorMention], offices: dict[str, list[Office]]
    ) -> tuple[Role, ...]:
        tokens = document.tokens
        roles: dict[str, Role] = {}
        for mention in cluster:
            for office in offices.get(mention.id, ()):
                title_end = tokens.ends[office.stop - 1]
                if tokens.words[office.stop - 1] in _SHORT_RANKS and tokens.gaps[office.stop].startswith("."):
                    title_end += 1
                span = document.span(tokens.starts[office.first], title_end)
                title = " ".join(span.text.split())
                of = None
                if office.of_first >= 0:
                    end = tokens.ends[office.of_stop - 1]
                    if tokens.gaps[office.of_stop].startswith(".") and tokens.gaps[office.of_stop - 1] == ".":
                        end += 1
                    of = plain(document.text[tokens.starts[office.of_first] : end])
                known = roles.get(title.lower())
                if known is None:
                    roles[title.lower()] = Role(title=title, of=of, span=span)
                elif known.of is None and of is not None:
                    roles[title.lower()] = attrs.evolve(known, of=of)
        return tuple(roles.values())

    def _country(
        self, cluster: list[ActorMention], entry: GazetteerEntry | None, roles: tuple[Role, ...], document: Document
    ) -> str | None:
        if entry is not None and entry.country:
            return entry.country
        for role in roles:
            listed = self._index.get(role.of) if role.of else None
            if listed is not None and listed.country:
                return listed.country
        if cluster[0].type in ("role", "organisation", "government"):
            hit = self._first_hit(document, cluster[0])
            if hit is not None and hit.country:
                return hit.country
        return None

    def _codes(
        self,
        document: Document,
        cluster: list[ActorMention],
        entry: GazetteerEntry | None,
        roles: tuple[Role, ...],
        country: str | None,
    ) -> tuple[tuple[str, str], ...]:
        """Give the code by the gazetteer, by the office, or by the head of the name; by the report's date."""
        kind = cluster[0].type
        day = document.published
        code = code_of_entry(entry, day) if entry is not None and kind not in ("role", "people") else None
        if code is None and kind == "person":
            for role in roles:
                body = self._index.get(role.of) if role.of else None
                if body is not None and body.type not in ("country", "place", "people"):
                    code = code_of_entry(body, day)
                if code is None:
                    words = [word.strip(".") for word in role.title.lower().split()]
                    code = code_of_words(reversed(words), country or (body.country if body is not None else None))
                if code is not None:
                    break
        elif code is None and kind == "government" and country:
            code = f"{country}GOV"
        elif code is None and kind == "armed_group":
            code = f"{country or ''}REB"
        elif code is None and kind == "media":
            code = f"{country or ''}MED"
        elif code is None and kind in ("role", "organisation"):
            hit = self._first_hit(document, cluster[0]) if kind == "role" else None
            if hit is not None and hit.type not in ("country", "place", "people"):
                code = code_of_entry(hit, day)
            if code is None:
                words = spell(plain(cluster[0].span.text)).split()
                head = words.index("of") if "of" in words[1:] else len(words)
                code = code_of_words((*reversed(words[:head]), *words[head:]), country)
        return (("cameo", code),) if code else ()

    def _first_hit(self, document: Document, mention: ActorMention) -> GazetteerEntry | None:
        """Give the first listed name inside a mention ("Afghan" in "Afghan security official")."""
        tokens = document.tokens
        position = tokens.first_from(mention.span.start)
        while position < len(tokens) and tokens.ends[position] <= mention.span.end:
            hit = self._index.match(tokens, position) if tokens.words[position] in self._index else None
            if hit is not None:
                return hit.entry
            position += 1
        return None

    def _resolved(self, role: Role, owners: Mapping[str, str], governments: Mapping[str, str]) -> Role:
        """Name the actor that an office belongs to, if the text mentions it."""
        if role.of is None:
            return role
        of_id = owners.get(role.of.lower())
        if of_id is None:
            entry = self._index.get(role.of)
            if entry is not None and entry.country and entry.type == "country":
                of_id = governments.get(entry.country)
        return role if of_id is None else attrs.evolve(role, of_id=of_id)


# Roles of CAMEO that belong to a state: an Interior Ministry that no country is named for is the report's own.
_OF_STATE = frozenset(("GOV", "MIL", "COP", "LEG", "JUD", "SPY"))


def _is_of_state(cluster: list[ActorMention], entry: GazetteerEntry | None, roles: tuple[Role, ...]) -> bool:
    """Tell whether an actor is a body, an officer or an official of some state that the text leaves unsaid."""
    if entry is not None and entry.codes:
        return False
    kind = cluster[0].type
    if kind == "person":
        return any((code_of_words(reversed(spell(role.title).split()), None) or "") in _OF_STATE for role in roles)
    if kind not in ("organisation", "role"):
        return False
    words = spell(plain(cluster[0].span.text)).split()
    head = words.index("of") if "of" in words[1:] else len(words)
    return (code_of_words(reversed(words[:head]), None) or "") in _OF_STATE


def _slug(text: str) -> str:
    return _SLUG.sub("-", spell(text)).strip("-") or "unnamed"


def _fullest(cluster: list[ActorMention]) -> str:
    def rank(mention: ActorMention) -> tuple[int, int, int]:
        text = plain(mention.span.text)
        named = 0 if mention.form in ("name", "nominal", "demonym") else 1
        return (named, -len(text), mention.span.start)

    return plain(min(cluster, key=rank).span.text)


def _type_of(cluster: list[ActorMention]) -> ActorType:
    if len(cluster) == 1 or all(mention.type == cluster[0].type for mention in cluster):
        return cast(ActorType, cluster[0].type)
    counts: dict[str, int] = {}
    for mention in cluster:
        weight = (
            3 if mention.evidence.certainty is Certainty.EXPLICIT else 2 if len(mention.span.text.split()) > 1 else 1
        )
        counts[mention.type] = counts.get(mention.type, 0) + weight
    return cast(ActorType, max(counts.items(), key=lambda item: (item[1], item[0]))[0])
