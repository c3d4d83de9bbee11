"""Reads the word lists of the actors extractors, as one dictionary from word to classes."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from importlib import resources
from typing import Final, cast

import attrs

from afghanbrief.kinds.actors import MentionType
from afghanbrief.text.word_lists import read_table

# Classes of words, as bits of one number, so that a word is looked up once.
COMMON: Final = 1  # opens a sentence and is no name
NOT_NAME: Final = 2  # written with a capital, yet no actor
HONORIFIC: Final = 4  # says that a person follows
KEPT: Final = 8  # an honorific that belongs to the name
TITLE: Final = 16  # begins a title
ORG_HEAD: Final = 32
ARMED_HEAD: Final = 64
MEDIA_HEAD: Final = 128
PLACE_HEAD: Final = 256
FIRST_NAME: Final = 512
LINK: Final = 1024  # small word inside a person's name
INNER: Final = 2048  # small word inside a body's name
SPEECH: Final = 4096
ACTION: Final = 8192
AUXILIARY: Final = 16384
ADVERB: Final = 32768
PLACE_BEFORE: Final = 65536  # preposition of place
PARTY_BEFORE: Final = 131072  # preposition or verb before a party
PLACE_NOUN: Final = 262144  # lower-case noun behind a place's name
PLACE_OF: Final = 524288  # lower-case noun before "of" and a place's name
ENGLISH: Final = 1048576  # an everyday English word
ROLE_HEAD: Final = 2097152
FIGHTERS: Final = 4194304  # nouns behind an armed group's name
TITLE_MODIFIER: Final = 8388608
TITLE_END: Final = 1 << 28  # ends a title
LISTED: Final = 16777216  # begins a listed name
TAIL: Final = 536870912  # a small word inside a listed name
SURNAME: Final = 33554432  # a frequent surname
PERSON_BEFORE: Final = 67108864  # a lower-case noun before a person's name ("striker", "daughter")
EVENT: Final = 1 << 30  # ends the name of an event, a prize, a law
BODY_AFTER: Final = 134217728  # a lower-case noun behind a body's name ("spokeswoman", "shares")
HEADS: Final = ORG_HEAD | ARMED_HEAD | MEDIA_HEAD | PLACE_HEAD

_CLASSES: Final = (
    ("common_words", COMMON),
    ("not_names", NOT_NAME),
    ("honorifics", HONORIFIC),
    ("kept", KEPT),
    ("organisation_heads", ORG_HEAD),
    ("armed_heads", ARMED_HEAD),
    ("media_heads", MEDIA_HEAD),
    ("place_heads", PLACE_HEAD),
    ("first_names", FIRST_NAME),
    ("person_links", LINK),
    ("inner_words", INNER),
    ("speech_verbs", SPEECH),
    ("action_verbs", ACTION),
    ("auxiliaries", AUXILIARY),
    ("adverbs", ADVERB),
    ("place_before", PLACE_BEFORE),
    ("party_before", PARTY_BEFORE),
    ("place_nouns", PLACE_NOUN),
    ("place_of", PLACE_OF),
    ("role_heads", ROLE_HEAD),
    ("fighters", FIGHTERS),
    ("title_modifiers", TITLE_MODIFIER),
    ("person_before", PERSON_BEFORE),
    ("occupations", PERSON_BEFORE),
    ("body_after", BODY_AFTER),
    ("event_nouns", EVENT),
)


# What stands between the words of a well-known name besides blanks.
_MARKS: Final = str.maketrans("-&./'", "     ")


@attrs.frozen
class Lexicon:
    """The word lists of ``data``.

    Attributes:
        sets: every list by its name.
        classes: the classes of each word, as bits.
        titles: titles and ranks as tuples of words.
        titles_by_first: the same by their first word, longest first.
        longest_title: number of words of the longest title.
        ranks: those titles that are ranks.
        title_links: the words before and behind "of" in titles.
        known: well-known names that are looked up as a whole, their words joined by blanks: cities, companies, media.
        known_firsts: the first words of those of several words, with the number of words of the longest.
        dictionary: English words; kept apart, since a table as large as this is slow to ask about every word.
    """

    sets: Mapping[str, frozenset[str]]
    classes: Mapping[str, int]
    titles: frozenset[tuple[str, ...]]
    titles_by_first: Mapping[str, tuple[tuple[str, ...], ...]]
    longest_title: int
    ranks: frozenset[tuple[str, ...]]
    title_links: frozenset[tuple[str, str]]
    known: Mapping[str, MentionType]
    known_firsts: Mapping[str, int]
    dictionary: frozenset[str]

    def __getitem__(self, name: str) -> frozenset[str]:
        return self.sets[name]


@functools.cache
def load_lexicon() -> Lexicon:
    """Give the word lists, read once."""
    data = resources.files("afghanbrief.extractors.actors").joinpath("data")
    sets = {
        name: frozenset(words.strip().split("|"))
        for name, words in read_table("afghanbrief.extractors.actors", "words.toml").items()
    }
    verbs = frozenset(form for base in sets.pop("regular_verbs") for form in _inflect(base))
    sets["action_verbs"] |= verbs
    sets["role_heads"] |= sets["agents"]
    sets["title_outside"] |= sets["title_praise"]
    titles = frozenset(
        tuple(title.replace("-", " ").replace("'", " ").split())
        for title in sets["titles"] | sets["more_titles"] | sets["ranks"]
    )
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for title in titles:
        by_first.setdefault(title[0], []).append(title)
    classes = dict.fromkeys(data.joinpath("english.txt").read_text("utf-8").split(), ENGLISH)
    for file, bit in (("given_names.txt", FIRST_NAME), ("surnames.txt", SURNAME)):
        # Thousands of names: all but those that are in already are added in one go.
        names = dict.fromkeys(data.joinpath(file).read_text("utf-8").split(), bit)
        for word in names.keys() & classes.keys():
            names[word] |= classes[word]
        classes.update(names)
    for name, bit in _CLASSES:
        for word in sets[name]:
            classes[word] = classes.get(word, 0) | bit
    for word in by_first:
        classes[word] = classes.get(word, 0) | TITLE
    for word in {title[-1] for title in titles}:
        classes[word] = classes.get(word, 0) | TITLE_END
    one_word, _, several = data.joinpath("cities.txt").read_text("utf-8").partition("\n\n")
    known: dict[str, MentionType] = dict.fromkeys(one_word.split("\n"), "place")
    long_names: dict[str, MentionType] = dict.fromkeys(several.splitlines(), "place")
    for line in data.joinpath("well_known.csv").read_text("utf-8").lower().translate(_MARKS).splitlines()[1:]:
        kind, _, cell = line.partition(",")
        for name in cell.split("|"):
            long_names[" ".join(name.split())] = cast(MentionType, kind)
    firsts: dict[str, int] = {}
    for name in long_names:
        first, blank, rest = name.partition(" ")
        if blank:
            firsts[first] = max(firsts.get(first, 0), rest.count(" ") + 2)
    known.update(long_names)
    return Lexicon(
        sets=sets,
        classes=classes,
        titles=titles,
        titles_by_first={
            word: tuple(sorted(rows, key=lambda row: (-len(row), row))) for word, rows in by_first.items()
        },
        longest_title=max(map(len, titles)),
        title_links=frozenset(
            (title[title.index("of") - 1], title[title.index("of") + 1]) for title in titles if "of" in title[1:-1]
        ),
        known=known,
        known_firsts=firsts,
        dictionary=frozenset(data.joinpath("dictionary.txt").read_text("utf-8").split()),
        ranks=frozenset(tuple(rank.replace("-", " ").split()) for rank in sets["ranks"]),
    )


def _inflect(base: str) -> tuple[str, str, str]:
    """Give the base, the third person and the past of a regular verb."""
    if base.endswith("e"):
        return base, f"{base}s", f"{base}d"
    if base.endswith("y") and base[-2] not in "aeou":
        return base, f"{base[:-1]}ies", f"{base[:-1]}ied"
    if base.endswith(("s", "sh", "ch", "x", "z")):
        return base, f"{base}es", f"{base}ed"
    return base, f"{base}s", f"{base}ed"
