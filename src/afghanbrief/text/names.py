"""Name lists (gazetteers) and the index that finds their names in a text."""

from __future__ import annotations

import datetime
import functools
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any, Final, Literal, NamedTuple, get_args

import attrs

from afghanbrief.text.folding import fold, normalize
from afghanbrief.text.tokens import Tokens, tokenize

NameForm = Literal["name", "acronym", "alias", "adjective", "demonym", "capital", "metonym"]
ENTRY_FORMS: Final = frozenset(get_args(NameForm))
#: The topics that the built-in extractors read, and what the entries of their lists may be.
TOPICS: Final = ("actors", "places")
ENTRY_TYPES: Final = frozenset("person government organisation armed_group media people role place country".split())


@attrs.frozen(kw_only=True, weakref_slot=False)
class GazetteerEntry:
    """One thing of a name list, with its names.

    Attributes:
        id: names the thing; entries of one id are one thing.
        type: what it is: an actor type (``"person"``, ``"government"``, ``"organisation"``, ``"armed_group"``,
            ``"media"``, ``"people"``, ``"role"``), ``"place"`` or ``"country"``; in lists of one's own topic anything.
        names: its names; one in capitals only (an acronym) matches in capitals only, all others in any case whose
            first letter is written as in the list.
        form: what sort of names these are.
        country: ISO 3166-1 alpha-3 code, or ``None``.
        codes: scheme, code, first and last day of validity (``None`` where open).
        valid_from: first day on which the entry holds, or ``None``; it is found in reports of such days only, and in
            those without a date.
        valid_to: last day on which it holds, or ``None``.
    """

    id: str
    type: str
    names: tuple[str, ...]
    form: NameForm = "name"
    country: str | None = None
    codes: tuple[tuple[str, str, datetime.date | None, datetime.date | None], ...] = ()
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None

    def holds(self, day: datetime.date | None) -> bool:
        """Tell whether the entry is valid on *day*; without a day every entry is."""
        if day is None:
            return True
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@attrs.frozen(kw_only=True, cache_hash=True)
class Gazetteer:
    """A name list.

    Attributes:
        name: the list's own name.
        topic: what it lists: ``"actors"`` or ``"places"``, which the built-in extractors read, or a topic of one's own,
            with a dot, which an extractor of one's own reads.
        source: where the facts are from.
        licence: under which licence.
        entries: what it lists.
        priority: among names of equal length the list of the higher number wins; the built-in ones have 0, a
            plugin's or user's own should have more.

    >>> entry = GazetteerEntry(id="blf", type="armed_group", names=("Blue Lake Front", "BLF"), country="AFG")
    >>> Gazetteer(name="lake", topic="actors", source="own", licence="CC0-1.0", entries=(entry,), priority=1).name
    'lake'
    """

    name: str
    topic: str
    source: str
    licence: str
    entries: tuple[GazetteerEntry, ...] = ()
    priority: int = 0


class NameHit(NamedTuple):
    """A name of the index found in a text.

    Attributes:
        first: index of its first token.
        stop: index after its last token.
        entry: the entry whose name it is.
    """

    first: int
    stop: int
    entry: GazetteerEntry


# Minus the number of words, minus the priority, the words, an acronym's exact spelling or the first letter, the entry.
_Row = tuple[int, int, tuple[str, ...], str, GazetteerEntry]


class NameIndex:
    """Finds the names of gazetteers in tokens: dictionaries on the first word or two, then the longest match.

    Of several names that begin at one word the longest wins, then the one of the gazetteer of higher priority,
    then the one that was given first. Matches never share a word: the one that begins first wins.

    Arguments:
        gazetteers: the name lists.

    >>> entry = GazetteerEntry(id="un", type="organisation", names=("United Nations", "UN"))
    >>> lists = [Gazetteer(name="a", topic="actors", source="own", licence="CC0-1.0", entries=(entry,))]
    >>> tokens = tokenize("The United Nations (UN) said.")
    >>> [(hit.first, hit.stop) for hit in NameIndex(lists).find(tokens)]
    [(1, 3), (3, 4)]
    """

    __slots__ = ("_borders", "_by_name", "_by_pair", "_by_word", "_dated", "first_pairs", "first_words", "small_words")

    def __init__(self, gazetteers: Iterable[Gazetteer]) -> None:
        by_word: dict[str, list[_Row]] = {}
        by_pair: dict[tuple[str, ...], list[_Row]] = {}
        by_name: dict[str, tuple[int, GazetteerEntry]] = {}
        small: set[str] = set()
        dated: list[GazetteerEntry] = []
        lists = tuple(gazetteers)
        for gazetteer in lists:
            for entry in gazetteer.entries:
                if entry.valid_from is not None or entry.valid_to is not None:
                    dated.append(entry)
                for name in entry.names:
                    forms: tuple[str, ...] = (name,)
                    words: tuple[str, ...] = (name.lower(),)
                    normalized = name
                    # Half of all names are one word, and need no cutting.
                    if not name.isalpha():
                        normalized = normalize(name)
                        tokens = tokenize(normalized)
                        forms, words = tokens.forms, tokens.words
                        if not words:
                            continue
                    exact = name if _is_acronym(name) and len(words[0]) < 8 else ""
                    row = (-len(words), -gazetteer.priority, words, exact or forms[0][0], entry)
                    if len(words) == 1:
                        by_word.setdefault(words[0], []).append(row)
                    else:
                        by_pair.setdefault(words[:2], []).append(row)
                        small.update(words[1:])
                    key = fold(normalized)
                    if key not in by_name or by_name[key][0] < gazetteer.priority:
                        by_name[key] = (gazetteer.priority, entry)
        for rows in (*by_word.values(), *by_pair.values()):
            if len(rows) > 1:
                rows.sort(key=lambda row: row[:2])
        # Longer names are found by their first two words, so that the many names that begin with "Afghan" cost nothing.
        self._by_word = by_word
        self._by_pair = by_pair
        self.first_pairs = frozenset(by_pair)
        # The words that begin a name; a test against it stays in C.
        self.first_words = frozenset((*by_word, *[words[0] for words in by_pair]))
        # The words inside names, which a text may write small ("Haqqani network", "Herat city").
        self.small_words = frozenset(small)
        self._by_name = {key: entry for key, (_, entry) in by_name.items()}
        # The days on which an entry begins to hold or holds no more.
        self._borders = sorted({day for entry in dated for day in _borders(entry)})
        self._dated = _Dated(lists, dated) if dated else None

    def on(self, day: datetime.date | None) -> NameIndex:
        """Give the index of the entries that hold on a day.

        Arguments:
            day: the day, or ``None`` for all entries.

        Returns:
            This index itself where all its entries hold, as is usual.

        >>> old = GazetteerEntry(id="old", type="place", names=("Norgrad",), valid_to=datetime.date(1990, 5, 1))
        >>> index = NameIndex([Gazetteer(name="a", topic="places", source="own", licence="CC0-1.0", entries=(old,))])
        >>> index.on(datetime.date(2018, 8, 30)).get("Norgrad") is None, index.on(None) is index
        (True, True)
        """
        if day is None or not self._borders:
            return self
        return _index_in_period(self, bisect_right(self._borders, day))

    def _in_period(self, period: int) -> NameIndex:
        assert self._dated is not None
        # All days between two borders are alike.
        day = self._borders[period - 1] if period else datetime.date.min
        gone = frozenset([id(entry) for entry in self._dated.entries if not entry.holds(day)])
        if not gone:
            return self
        index = object.__new__(NameIndex)
        index._by_word, index._by_pair, index._by_name = dict(self._by_word), dict(self._by_pair), dict(self._by_name)
        for words in self._dated.words:
            rows = index._by_word if len(words) == 1 else index._by_pair
            key: Any = words[0] if len(words) == 1 else words
            rows[key] = [row for row in rows[key] if id(row[-1]) not in gone]
        for name, candidates in self._dated.names.items():
            left = [candidate for candidate in candidates if id(candidate[1]) not in gone]
            if left:
                index._by_name[name] = max(left, key=itemgetter(0))[1]
            else:
                del index._by_name[name]
        # They say only where to look.
        index.first_words, index.first_pairs, index.small_words = self.first_words, self.first_pairs, self.small_words
        index._borders, index._dated = [], None
        return index

    def __contains__(self, word: object) -> bool:
        return word in self.first_words

    def get(self, name: str) -> GazetteerEntry | None:
        """Give the entry of exactly this name, case aside, or ``None``."""
        return self._by_name.get(fold(normalize(name)))

    def match(self, tokens: Tokens, index: int) -> NameHit | None:
        """Find the longest name that begins at token *index*."""
        words = tokens.words
        for rows in (self._by_pair.get(words[index : index + 2]), self._by_word.get(words[index])):
            if rows is None:
                continue
            for length, _, name, shape, entry in rows:
                stop = index - length
                if length < -2 and words[index:stop] != name:
                    continue
                if len(shape) > 1:
                    if not _is_spelled(tokens, index, stop, shape):
                        continue
                elif shape.isupper() and not tokens.forms[index][0].isupper():
                    continue
                if length == -1 or all(map(_GAPS.get, tokens.gaps[index + 1 : stop])):
                    return NameHit(index, stop, entry)
        return None

    def find(self, tokens: Tokens) -> list[NameHit]:
        """Find all names, left to right."""
        hits: list[NameHit] = []
        free_from = 0
        first_words = self.first_words
        for index in [i for i, word in enumerate(tokens.words) if word in first_words]:
            if index < free_from:
                continue
            hit = self.match(tokens, index)
            if hit is not None:
                hits.append(hit)
                free_from = hit.stop
        return hits


class _Dated:
    """What an index has to know of entries that hold for a time.

    Arguments:
        gazetteers: all name lists.
        entries: those of their entries that have a first or last day.
    """

    __slots__ = ("entries", "names", "words")

    def __init__(self, gazetteers: Iterable[Gazetteer], entries: Sequence[GazetteerEntry]) -> None:
        self.entries = entries
        # The keys of their rows, and by name all entries that have it with their priorities, in the order of the lists.
        self.words: set[tuple[str, ...]] = set()
        self.names: dict[str, list[tuple[int, GazetteerEntry]]] = {}
        for entry in entries:
            for name in entry.names:
                # As the index cuts them.
                normalized = name if name.isalpha() else normalize(name)
                words = (name.lower(),) if name.isalpha() else tokenize(normalized).words
                if words:
                    self.words.add(words[:2])
                    self.names[fold(normalized)] = []
        for gazetteer in gazetteers:
            for entry in gazetteer.entries:
                for name in entry.names:
                    key = fold(name if name.isalpha() else normalize(name))
                    if key in self.names:
                        self.names[key].append((gazetteer.priority, entry))


def _borders(entry: GazetteerEntry) -> Iterator[datetime.date]:
    if entry.valid_from is not None:
        yield entry.valid_from
    if entry.valid_to is not None and entry.valid_to < datetime.date.max:
        yield entry.valid_to + datetime.timedelta(1)


@functools.lru_cache(maxsize=64)
def _index_in_period(index: NameIndex, period: int) -> NameIndex:
    return index._in_period(period)


def index_of(gazetteers: tuple[Gazetteer, ...]) -> NameIndex:
    """Give the index of name lists; the same one for the same lists, since building takes milliseconds.

    Arguments:
        gazetteers: the name lists.

    Returns:
        Their index.

    >>> index_of(()) is index_of(())
    True
    """
    try:
        return _index_of(gazetteers)
    except TypeError:
        # A stranger's entries may hold lists, which have no hash.
        return NameIndex(gazetteers)


@functools.lru_cache(maxsize=8)
def _index_of(gazetteers: tuple[Gazetteer, ...]) -> NameIndex:
    return NameIndex(gazetteers)


# What may stand between the words of one name.
_GAPS: Final = dict.fromkeys((" ", "-", ".", ". ", "'", "' ", ", ", "\n", "\r\n", "/", " - ", "-\n"), True)


def _is_acronym(name: str) -> bool:
    """Tell whether a name is written in capitals ("NDS"), or is a short word with capitals inside ("LeT")."""
    return name.upper() == name or (len(name) < 5 and name.isalpha() and not name[1:].islower())


def _is_spelled(tokens: Tokens, first: int, stop: int, shape: str) -> bool:
    """Tell whether an acronym is spelled as listed; "U.S." has its stops, "US" has none."""
    if not shape.isupper():
        return tokens.forms[first] == shape
    if tokens.forms[first] == shape.capitalize() and len(shape) > 3 and shape.isalpha():
        # British papers write "Unama", "Nato".
        return True
    if not all(form.isupper() or form.isdigit() for form in tokens.forms[first:stop]):
        return False
    return stop - first == 1 or "." not in shape or all("." in gap for gap in tokens.gaps[first + 1 : stop])
