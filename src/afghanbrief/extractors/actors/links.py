"""Links the mentions of a document to actors: one for each person, government, body, group or people."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from afghanbrief.annotation import Certainty, Evidence
from afghanbrief.document import Document
from afghanbrief.extractor import BuildContext, Found
from afghanbrief.extractors.actors.lexicon import load_lexicon
from afghanbrief.extractors.actors.roles import Office, read_offices
from afghanbrief.kinds import Actor, ActorMention, Role
from afghanbrief.kinds.actors import ActorType
from afghanbrief.text.names import GazetteerEntry, NameIndex
from afghanbrief.text.patterns import compile_pattern

_SLUG = compile_pattern(r"[^a-z0-9]+")
_TITLE_TAIL = frozenset(["government", "administration", "regime", "authorities", "govt"])
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
        self._index = NameIndex(lists)
        self._lexicon = load_lexicon()

    def extract(self, document: Document, found: Found) -> Iterable[Actor]:
        """Yield the actors of a document."""
        mentions = [m for m in found.of(ActorMention) if m.type != "place" and m.form != "pronoun"]
        clusters = _Clusters(document, self._index, mentions)
        offices = self._offices(document, mentions)
        taken: dict[str, int] = {}
        drafts = [self._draft(document, cluster, clusters, offices, taken) for cluster in clusters.groups]
        by_mention = {mention_id: draft.id for draft in drafts for mention_id in draft.mention_ids}
        index = found.index(ActorMention)
        for draft in drafts:
            roles = tuple(self._resolved(role, by_mention, index, document, mentions) for role in draft.roles)
            yield draft if roles == draft.roles else _replace_roles(draft, roles)

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
        clusters: _Clusters,
        offices: dict[str, list[Office]],
        taken: dict[str, int],
    ) -> Actor:
        entry = clusters.entry_of(cluster)
        names = list(dict.fromkeys(_plain(mention.span.text) for mention in cluster))
        name = _fullest(cluster)
        roles = self._roles(document, cluster, offices)
        country = self._country(cluster, entry, roles, document)
        slug = _slug(entry.id.lower() if entry and cluster[0].type == "government" else name)
        taken[slug] = taken.get(slug, 0) + 1
        if taken[slug] > 1:
            slug = f"{slug}-{taken[slug]}"
        certain = all(_plain(mention.span.text).lower() == name.lower() for mention in cluster)
        return Actor(
            span=cluster[0].span,
            evidence=_EXPLICIT if certain else _INFERRED,
            id=f"actor:{slug}",
            name=name,
            type=_type_of(cluster),
            country=country,
            mention_ids=tuple(mention.id for mention in cluster),
            aliases=tuple(other for other in names if other.lower() != name.lower()),
            roles=roles,
            codes=_codes(entry, document.published),
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
                    of = _plain(document.text[tokens.starts[office.of_first] : end])
                roles.setdefault(title.lower(), Role(title=title, of=of, span=span))
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
            first = document.tokens.first_from(cluster[0].span.start)
            hit = self._index.match(document.tokens, first) if first < len(document.tokens) else None
            if hit is not None and hit.entry.country:
                return hit.entry.country
        return None

    def _resolved(
        self, role: Role, by_mention: dict[str, str], index: Any, document: Document, mentions: Sequence[ActorMention]
    ) -> Role:
        if role.of is None or role.span is None:
            return role
        entry = self._index.get(role.of)
        for mention in mentions:
            if mention.type in ("person", "role"):
                continue
            other = self._index.get(_plain(mention.span.text))
            same = entry is not None and other is not None and entry.country == other.country
            if _plain(mention.span.text).lower() == role.of.lower() or (same and mention.type == "government"):
                return Role(title=role.title, of=role.of, of_id=by_mention.get(mention.id), span=role.span)
        return role


def _replace_roles(actor: Actor, roles: tuple[Role, ...]) -> Actor:
    import attrs

    return attrs.evolve(actor, roles=roles)


class _Clusters:
    """Groups of mentions that are one actor."""

    def __init__(self, document: Document, index: NameIndex, mentions: Sequence[ActorMention]) -> None:
        self._index = index
        self._document = document
        self._entries: dict[str, GazetteerEntry | None] = {}
        by_key: dict[str, list[ActorMention]] = {}
        aliases = self._aliases(mentions)
        for mention in mentions:
            key = self._key(mention)
            by_key.setdefault(aliases.get(key, key), []).append(mention)
        self.groups = sorted(by_key.values(), key=lambda group: group[0].span.start)

    def entry_of(self, cluster: list[ActorMention]) -> GazetteerEntry | None:
        """Give the gazetteer entry of the first listed mention."""
        for mention in cluster:
            entry = self._entry(mention)
            if entry is not None:
                return entry
        return None

    def _entry(self, mention: ActorMention) -> GazetteerEntry | None:
        text = _plain(mention.span.text)
        if text not in self._entries:
            words = text.split()
            entry = self._index.get(text)
            if entry is None and words[-1].lower() in _TITLE_TAIL and mention.type == "government":
                entry = self._index.get(" ".join(words[:-1]))
            self._entries[text] = entry
        return self._entries[text]

    def _key(self, mention: ActorMention) -> str:
        entry = self._entry(mention)
        if mention.type == "government" and entry is not None and entry.country:
            return f"government:{entry.country}"
        if entry is not None and mention.type not in ("person", "government") and entry.form == "name":
            return f"listed:{entry.id}"
        text = _spelling(mention.span.text)
        if mention.type == "role":
            return f"role:{text}"
        if mention.type == "people":
            return f"people:{text.rstrip('s')}"
        return f"{'person' if mention.type == 'person' else 'body'}:{text}"

    def _aliases(self, mentions: Sequence[ActorMention]) -> dict[str, str]:
        """Map keys of short names to those of the full ones: surnames, acronyms in brackets, last or first parts."""
        aliases: dict[str, str] = {}
        persons: dict[str, list[str]] = {}
        bodies: dict[str, list[str]] = {}
        keys = list(dict.fromkeys(self._key(mention) for mention in mentions))
        for key in keys:
            kind, _, text = key.partition(":")
            words = text.split()
            if kind == "person" and len(words) > 1:
                for word in dict.fromkeys((words[-1], words[0], " ".join(words[-2:]), " ".join(words[1:]))):
                    persons.setdefault(word, []).append(key)
            elif kind == "body" and len(words) > 1:
                for size in range(1, len(words)):
                    bodies.setdefault(" ".join(words[-size:]), []).append(key)
                    bodies.setdefault(" ".join(words[:size]), []).append(key)
                bodies.setdefault("".join(word[0] for word in words if word not in _SMALL), []).append(key)
        for key in keys:
            kind, _, text = key.partition(":")
            fuller = (persons if kind == "person" else bodies if kind == "body" else {}).get(text, [])
            candidates = [other for other in fuller if other != key]
            if len(set(candidates)) == 1 or (candidates and kind == "body"):
                aliases[key] = candidates[0]
        aliases.update(self._bracketed(mentions))
        return {key: _last(aliases, key) for key in aliases}

    def _bracketed(self, mentions: Sequence[ActorMention]) -> dict[str, str]:
        """Link "Northern Monitoring Group (NMG)": a name and what stands in brackets right behind it."""
        text = self._document.text
        found: dict[str, str] = {}
        for left, right in zip(mentions, mentions[1:], strict=False):
            between = text[left.span.end : right.span.start]
            if between.strip() == "(" and text[right.span.end : right.span.end + 1] == ")" and left.type != "person":
                found[self._key(right)] = self._key(left)
        return {key: target for key, target in found.items() if key != target}


_SMALL = frozenset(["of", "for", "and", "the", "on", "in", "to"])


def _last(aliases: dict[str, str], key: str) -> str:
    seen = {key}
    while aliases.get(key, key) not in seen:
        key = aliases[key]
        seen.add(key)
    return key


def _plain(text: str) -> str:
    return " ".join(text.split())


def _spelling(text: str) -> str:
    """Make a key under which spellings of one name fall together: case, marks, hyphens and honorific dots aside."""
    plain = unicodedata.normalize("NFKD", _plain(text)).lower()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(plain.replace("\u2019", "'").replace("-", " ").replace(".", "").split())


def _slug(text: str) -> str:
    return _SLUG.sub("-", _spelling(text)).strip("-") or "unnamed"


def _fullest(cluster: list[ActorMention]) -> str:
    def rank(mention: ActorMention) -> tuple[int, int, int]:
        text = _plain(mention.span.text)
        named = 0 if mention.form in ("name", "nominal", "demonym") else 1
        return (named, -len(text), mention.span.start)

    return _plain(min(cluster, key=rank).span.text)


def _type_of(cluster: list[ActorMention]) -> ActorType:
    counts: dict[str, int] = {}
    for mention in cluster:
        weight = (
            3 if mention.evidence.certainty is Certainty.EXPLICIT else 2 if len(mention.span.text.split()) > 1 else 1
        )
        counts[mention.type] = counts.get(mention.type, 0) + weight
    return max(counts, key=lambda kind: (counts[kind], kind))  # type: ignore[return-value]


def _codes(entry: GazetteerEntry | None, day: datetime.date | None) -> tuple[tuple[str, str], ...]:
    if entry is None:
        return ()
    valid = [
        (scheme, code)
        for scheme, code, start, end in entry.codes
        if day is None or ((start is None or start <= day) and (end is None or day < end))
    ]
    return tuple(dict.fromkeys(valid))[:1] if day is not None else tuple(dict.fromkeys(valid))[-1:]
