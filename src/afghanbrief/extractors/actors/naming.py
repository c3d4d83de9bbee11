"""Reads a name once: its list entry, the key under which its spellings fall together, the role that its words tell."""

from __future__ import annotations

import functools
from typing import Final

from afghanbrief.extractors.actors.codes import role_of_words
from afghanbrief.extractors.actors.name_context import load_sense_words
from afghanbrief.extractors.actors.spelling import plain, sound, spell
from afghanbrief.kinds.actors import MentionType
from afghanbrief.text.names import GazetteerEntry, NameIndex
from afghanbrief.text.patterns import compile_pattern
from afghanbrief.text.tokens import tokenize

_SLUG: Final = compile_pattern(r"[^a-z0-9]+")
_GOVERNMENT_TAILS: Final = frozenset(["government", "administration", "regime", "authorities", "govt"])
# What "Helmand Province" has more than "Helmand".
PLACE_TAILS: Final = frozenset(
    "province district governorate oblast county city town village region prefecture".split()
)
_BODIES: Final = ("organisation", "armed_group", "media")
# Types whose names tell a role.
_TELLING: Final = ("role", "organisation", "armed_group")
# Ends of firms' names.
COMPANIES: Final = frozenset("inc ltd corp co llc plc limited incorporated corporation company group".split())
_TURNING: Final = frozenset(("ministry", "department"))
# The particle between the parts of a Persian name.
_EZAFE: Final = ("e", "i", "ye", "yi")
# What begins the name of a body that every state has one of.
_OF_THE_NATION: Final = ("national ", "state ", "supreme ", "federal ", "central ", "royal ", "government ")
# Those who are not of the land where they are, and those who are asked anywhere.
_FROM_ABROAD: Final = frozenset("western foreign international diplomats diplomat".split())
_FROM_ANYWHERE: Final = frozenset(
    "analysts analyst critics critic experts expert observers observer"
    " economists economist sceptics skeptics mediators mediator forecasters traders investors donors".split()
)
_HONORIFICS: Final = frozenset(
    "mullah maulvi mawlawi maulana haji hajji sayed sayyid mufti qari ustad ayatollah sheikh shaykh hafiz bibi"
    " mama molvi moulvi akhund hojatoleslam imam".split()
)


class Name:
    """A name as a document writes it, with all that can be known of it without the document.

    Attributes:
        type: what its mentions are.
        text: the name on one line.
        folded: the same in lower case.
        entry: its list entry, or ``None``.
        key: equal for names of one actor that differ in spelling only; a person's is the name by sound.
        id: the id of an actor or place of that name.
        inner: the entry of the first listed name inside it ("Afghan" in "Afghan security official"), or ``None``.
        told: the role of CAMEO that its words tell, or ``None``.
        body: a body's name as it is compared with others, or ``None``.
        home: where its bearer belongs: ``"nation"`` where the report is at home, as every state has one; ``"abroad"``
            not where it is met; ``"anywhere"`` nowhere that the report tells; or ``""``.
        alone: how a company's name sounds without its "Inc.", or ``""``.
    """

    __slots__ = ("alone", "body", "entry", "folded", "home", "id", "inner", "key", "text", "told", "type")

    def __init__(self, index: NameIndex, kind: MentionType, text: str) -> None:
        self.type = kind
        self.text = text
        self.folded = text.lower()
        entry = index.get(text)
        if entry is None and kind == "government":
            words = text.split()
            if words[-1].lower() in _GOVERNMENT_TAILS:
                entry = index.get(" ".join(words[:-1]))
            elif words[0].lower() == "government" and len(words) > 2:
                entry = index.get(" ".join(words[2 + (words[2] == "the") :]))
        elif entry is not None and kind == "organisation" and entry.type == "country":
            # "Brussels" as an actor is the union.
            entry = index.get(next(iter(load_sense_words()["union"])))
        elif entry is not None and kind == "organisation" and entry.type == "media" and text.isupper():
            # "CBS" where the text gives it to another body.
            entry = None
        elif entry is None and ("-i" in text or "-e" in text) and kind in _BODIES:
            entry = _listed_with_ezafe(index, text)
        elif entry is None and kind == "place":
            head, _, tail = text.rpartition(" ")
            if head and tail.lower() in PLACE_TAILS:
                entry = index.get(head)
        self.entry = entry
        self.key = _make_key(kind, text, entry)
        slug = entry.country if kind == "government" and entry is not None else None
        slug = slug.lower() if slug else _SLUG.sub("-", spell(text)).strip("-") or "unnamed"
        self.id = f"{'place' if kind == 'place' else 'actor'}:{slug}"
        unlisted = entry is None and kind not in ("person", "place")
        self.inner = listed_inside(index, text) if unlisted or kind == "role" else None
        self.body = None
        self.alone = ""
        self.home = ""
        if kind == "role":
            words = self.folded.split()
            if not _FROM_ABROAD.isdisjoint(words):
                self.home = "abroad"
            elif not _FROM_ANYWHERE.isdisjoint(words):
                self.home = "anywhere"
        elif self.folded.startswith(_OF_THE_NATION):
            self.home = "nation"
        if kind in _BODIES:
            self.body = self.key[5:] if self.key.startswith("body:") else spell(text)
            head, _, tail = self.body.rpartition(" ")
            if tail in COMPANIES:
                self.alone = " ".join(map(sound, head.split()))
        self.told = role_of_words(head_first(text)) if kind in _TELLING else None

    @property
    def is_description(self) -> bool:
        """Whether it names nobody by itself: a role, or "Taliban government", whose group has a name."""
        entry = self.entry
        return self.type == "role" or (self.type == "government" and entry is not None and entry.type == "armed_group")


@functools.lru_cache(maxsize=8192)
def read_name(index: NameIndex, kind: MentionType, text: str) -> Name:
    """Read a name; names recur from report to report, so that the last thousands are kept.

    Arguments:
        index: the listed names.
        kind: what it is a name of.
        text: the name as written.

    Returns:
        What is known of it.
    """
    return Name(index, kind, plain(text))


# Words that are one body alone, and part of the names of many: "Congress for Unity" is not the one in Washington.
_SHARED: Final = frozenset(("congress", "senate"))


@functools.lru_cache(maxsize=2048)
def listed_inside(index: NameIndex, text: str) -> GazetteerEntry | None:
    """Give the entry of a name, or of the first listed name inside it.

    Arguments:
        index: the listed names.
        text: a name or phrase.

    Returns:
        The entry, or ``None``.
    """
    entry = index.get(text)
    if entry is None:
        tokens = tokenize(text)
        for hit in index.find(tokens):
            if hit.stop - hit.first > 1 or tokens.words[hit.first] not in _SHARED:
                return hit.entry
    return entry


def _listed_with_ezafe(index: NameIndex, text: str) -> GazetteerEntry | None:
    """Find "Hezb-i Islami" where "Hezb-e-Islami" is listed."""
    for particle in ("-i-", "-i ", "-e "):
        text = text.replace(particle, "-e-")
    return index.get(text) or index.get(text.replace("-e-", "-i-"))


def head_first(text: str) -> list[str]:
    """Give the words of a name, its head first: what stands before "of" backwards, then the rest.

    >>> head_first("chief of the traffic police"), head_first("Afghan National Army")
    (['chief', 'the', 'traffic', 'police'], ['army', 'national', 'afghan'])
    """
    words = spell(text).split()
    if "of" not in words[1:]:
        return words[::-1]
    head = words.index("of", 1)
    return [*reversed(words[:head]), *words[head + 1 :]]


def _make_key(kind: MentionType, text: str, entry: GazetteerEntry | None) -> str:
    if entry is not None:
        if kind == "government":
            if entry.type == "armed_group":
                # "the Taliban administration"
                return f"listed:{entry.id}"
            if entry.country:
                if entry.form == "metonym" and not entry.codes[0][1].endswith("GOV"):
                    return f"listed:{entry.id}"
                return f"government:{entry.country}"
        elif kind == "place":
            if entry.form not in ("capital", "adjective", "demonym"):
                return f"place:{entry.id.removeprefix('place:').lower()}"
        elif entry.form == "name" and kind != "role":
            if kind == "person":
                return " ".join(map(sound, spell(entry.names[0]).split()))
            return f"listed:{entry.id}"
    spelled = spell(text)
    if kind == "person":
        words = spelled.split()
        if len(words) > 1 and words[0] in _HONORIFICS:
            words = [word for word in words if word not in _HONORIFICS] or words
        return " ".join(map(sound, words))
    if kind == "place":
        return f"place:{' '.join(map(sound, spelled.split()))}"
    if kind == "role":
        return f"role:{spelled}"
    if kind == "people":
        return f"people:{spelled.rstrip('s')}"
    return f"body:{_body(spelled)}"


def _body(spelled: str) -> str:
    """Give the common shape of "Ministry of Interior Affairs" and "Interior Ministry", "Hezb-e" and "Hizb-i Islami"."""
    head, _, rest = spelled.partition(" of ")
    if rest and head in _TURNING:
        return f"{rest.removeprefix('the ').removesuffix(' affairs')} {head}"
    if " e " in spelled or " i " in spelled:
        return " ".join([sound(word) for word in spelled.split() if word not in _EZAFE])
    tail = spelled.rpartition(" ")[2]
    return f"{spelled.removesuffix(f' affairs {tail}')} {tail}" if spelled.endswith(f" affairs {tail}") else spelled
