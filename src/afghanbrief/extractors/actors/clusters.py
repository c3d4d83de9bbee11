"""Groups the mentions of a document that are one actor: by name, surname, sound, acronym, country."""

from __future__ import annotations

from collections.abc import Sequence

from afghanbrief.document import Document
from afghanbrief.extractors.actors.spelling import plain, sound, spell
from afghanbrief.kinds import ActorMention
from afghanbrief.text.names import GazetteerEntry, NameIndex

_TITLE_TAIL = frozenset(["government", "administration", "regime", "authorities", "govt"])


class Clusters:
    """Groups of mentions that are one actor."""

    def __init__(self, document: Document, index: NameIndex, mentions: Sequence[ActorMention]) -> None:
        self._index = index
        self._document = document
        self._entries: dict[str, GazetteerEntry | None] = {}
        self._keys: dict[tuple[str, str], str] = {}
        self.keys = [self._key(mention) for mention in mentions]
        aliases = self._aliases(mentions)
        by_key: dict[str, list[ActorMention]] = {}
        for mention, key in zip(mentions, self.keys, strict=True):
            by_key.setdefault(aliases.get(key, key), []).append(mention)
        self.groups = list(by_key.values())

    def entry_of(self, cluster: list[ActorMention]) -> GazetteerEntry | None:
        """Give the gazetteer entry of the first listed mention."""
        for mention in cluster:
            entry = self.entry(plain(mention.span.text), mention.type)
            if entry is not None:
                return entry
        return None

    def entry(self, text: str, mention_type: str = "") -> GazetteerEntry | None:
        """Give the gazetteer entry of a name; a country's of "the Afghan government"."""
        try:
            return self._entries[text]
        except KeyError:
            entry = self._index.get(text)
            if entry is None and mention_type == "government":
                words = text.split()
                if words[-1].lower() in _TITLE_TAIL:
                    entry = self._index.get(" ".join(words[:-1]))
                elif words[0].lower() == "government" and len(words) > 2:
                    entry = self._index.get(" ".join(words[2 + (words[2] == "the") :]))
            self._entries[text] = entry
            return entry

    def _key(self, mention: ActorMention) -> str:
        pair = (mention.type, mention.span.text)
        key = self._keys.get(pair)
        if key is None:
            key = self._keys[pair] = self._make_key(mention.type, plain(mention.span.text))
        return key

    def _make_key(self, mention_type: str, text: str) -> str:
        entry = self.entry(text, mention_type)
        if mention_type == "government" and entry is not None and entry.country:
            if entry.form == "metonym" and not entry.codes[0][1].endswith("GOV"):
                return f"listed:{entry.id}"
            return f"government:{entry.country}"
        if entry is not None and entry.form == "name" and mention_type not in ("government", "role"):
            if mention_type == "person":
                return f"person:{' '.join(map(sound, spell(entry.names[0]).split()))}"
            return f"listed:{entry.id}"
        spelled = spell(text)
        if mention_type == "role":
            return f"role:{spelled}"
        if mention_type == "people":
            return f"people:{spelled.rstrip('s')}"
        if mention_type == "person":
            words = [word for word in spelled.split() if word not in _HONORIFICS] or spelled.split()
            return f"person:{' '.join(map(sound, words))}"
        return f"body:{spelled}"

    def _aliases(self, mentions: Sequence[ActorMention]) -> dict[str, str]:
        """Map keys of short names to those of the full ones: surnames, acronyms in brackets, last or first parts."""
        aliases: dict[str, str] = {}
        persons: dict[str, list[str]] = {}
        bodies: dict[str, list[str]] = {}
        keys = list(dict.fromkeys(self.keys))
        for key in keys:
            kind, _, text = key.partition(":")
            if " " not in text:
                continue
            words = text.split()
            if kind == "person":
                for word in dict.fromkeys(
                    (words[-1], words[0], " ".join(words[-2:]), " ".join(words[1:]), f"{words[0]} {words[-1]}")
                ):
                    persons.setdefault(word, []).append(key)
            elif kind == "body":
                for size in range(1, min(len(words), 7)):
                    bodies.setdefault(" ".join(words[-size:]), []).append(key)
                    bodies.setdefault(" ".join(words[:size]), []).append(key)
                bodies.setdefault("".join([word[0] for word in words if word not in _SMALL]), []).append(key)
                for word in words[1:-1]:
                    if word in ("of", "for", "on"):
                        bodies.setdefault(words[words.index(word) - 1], []).append(key)
        # Longer names first, so that a surname sees the two spellings of one full name as one.
        for key in sorted(keys, key=lambda each: -each.count(" ")):
            kind, _, text = key.partition(":")
            if kind == "person":
                candidates = {
                    _last(aliases, other) for other in persons.get(text, ())[:_MOST_CANDIDATES] if other != key
                }
                if len(candidates) == 1:
                    aliases[key] = candidates.pop()
            elif kind == "body":
                fuller = [other for other in bodies.get(text, ()) if other != key]
                if fuller:
                    aliases[key] = fuller[0]
        aliases.update(self._bracketed(mentions))
        return {key: _last(aliases, key) for key in aliases}

    def _bracketed(self, mentions: Sequence[ActorMention]) -> dict[str, str]:
        """Link "Northern Monitoring Group (NMG)": a name and what stands in brackets right behind it."""
        text = self._document.text
        found: dict[str, str] = {}
        for number in range(len(mentions) - 1):
            start, stop = mentions[number].span.end, mentions[number + 1].span.start
            if not 0 < stop - start < 4 or text[stop - 1] != "(" or text[start:stop].strip() != "(":
                continue
            right = mentions[number + 1].span.end
            kind = mentions[number].type
            if text[right : right + 1] == ")" and kind != "person" and mentions[number + 1].type != "person":
                found[self.keys[number + 1]] = self.keys[number]
        return {key: target for key, target in found.items() if key != target}


# A name that very many others hold is no help, and looking at all of them would cost.
_MOST_CANDIDATES = 12
_SMALL = frozenset(["of", "for", "and", "the", "on", "in", "to"])
_HONORIFICS = frozenset(
    (
        "mullah",
        "maulvi",
        "mawlawi",
        "maulana",
        "haji",
        "hajji",
        "sayed",
        "sayyid",
        "mufti",
        "qari",
        "ustad",
        "ayatollah",
        "sheikh",
        "shaykh",
        "hafiz",
        "bibi",
        "mama",
    )
)


def _last(aliases: dict[str, str], key: str) -> str:
    seen = {key}
    while aliases.get(key, key) not in seen:
        key = aliases[key]
        seen.add(key)
    return key
