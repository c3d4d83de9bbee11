"""Runs extractors and checks over a document, isolates their failures and assembles the briefing."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import islice
from types import ModuleType, NoneType
from typing import Any

from afghanbrief.briefing import Briefing, Failure, Finding, Producer, Skipped
from afghanbrief.conflicts import settle_conflicts
from afghanbrief.document import Document
from afghanbrief.errors import (
    AfghanbriefError,
    ContractViolationError,
    DocumentTooLargeError,
    InvalidDocumentError,
    SettingsError,
)
from afghanbrief.extractor import Extractor, Found
from afghanbrief.hookspecs import Check
from afghanbrief.intake import as_document, id_of
from afghanbrief.plugins import Offer, PluginHost
from afghanbrief.serialize import BUILT_IN_KINDS
from afghanbrief.settings import Settings
from afghanbrief.stations import build_stations, close_over_needs
from afghanbrief.verification import clear_dangling, verify_annotations, verify_finding


class Briefer:
    """Turns documents into briefings. Built once, it may be used for any number of documents, and by threads.

    Arguments:
        settings: how it is built; see :class:`~afghanbrief.settings.Settings`.
        only: names of the extractors and checks to run; what they require is run too. ``None`` runs all.
        plugins: further plugins: modules or objects with hooks, or dotted names of modules.
        discover: whether installed plugins are looked for.
        strict: raise the first problem of a plugin instead of keeping it.

    Raises:
        SettingsError: if a setting names an extractor or key that does not exist, or an argument has a wrong type.
        PluginError: with ``strict``, the first problem.

    >>> briefer = Briefer(only=("dates",))
    >>> [date.value for date in briefer.brief("Talks began on 4 September 2018.").dates]
    ['2018-09-04']
    """

    def __init__(
        self,
        settings: Settings | None = None,
        *,
        only: Sequence[str] | None = None,
        plugins: Sequence[Any] = (),
        discover: bool = True,
        strict: bool = False,
    ) -> None:
        _validate_arguments(settings, only, plugins)
        self.settings = settings or Settings()
        # A module cannot be pickled for worker processes; its name can.
        recipe = tuple(plugin.__name__ if isinstance(plugin, ModuleType) else plugin for plugin in plugins)
        self._recipe = (self.settings, only, recipe, discover, strict)
        self.host = PluginHost((*self.settings.plugins, *plugins), discover=discover, strict=strict)
        offers = self.host.extractors()
        checks = self.host.checks()
        names = {offer.value.name for offer in (*offers, *checks)}
        self._validate_names(names, only)
        for offer in checks:
            if self.settings.extractors.get(offer.value.name):
                key = f"extractors.{offer.value.name}"
                raise SettingsError("it is a check, which has no settings; take the table out", key=key)
        wanted = close_over_needs((*offers, *checks), only)
        self._stations = build_stations(self.host, offers, self.settings, wanted)
        running = wanted.difference(self.settings.disable)
        self._checks: tuple[tuple[Check, Producer], ...] = tuple(
            (offer.value, _check_producer(offer)) for offer in checks if offer.value.name in running
        )
        # Whether none but the library's own extractors make its kinds.
        self._trusted = all(
            offer.plugin.built_in or not set(offer.value.provides).intersection(BUILT_IN_KINDS) for offer in offers
        )
        self._priority = {offer.value.name: getattr(offer.value, "priority", 0) for offer in offers}

    def __reduce__(self) -> Any:
        settings, only, plugins, discover, strict = self._recipe
        return functools.partial(Briefer, only=only, plugins=plugins, discover=discover, strict=strict), (settings,)

    @property
    def kinds(self) -> tuple[type[Any], ...]:
        """The annotation classes that its extractors provide; reading JSON with them gives typed items back."""
        kinds = {kind: None for station in self._stations for kind in station.kind.provides}
        return tuple(kinds)

    @property
    def producers(self) -> tuple[Producer, ...]:
        """The extractors and checks that will run, in their order."""
        built = (station.producer for station in self._stations if station.extractor is not None)
        return (*built, *(producer for _, producer in self._checks))

    def brief(self, text: str | Document, **known: Any) -> Briefing:
        """Brief one document.

        Arguments:
            text: the report, or a :class:`~afghanbrief.document.Document`.
            known: what is known about it, if *text* is a ``str``: ``published`` (a date or ISO 8601), ``id``,
                ``title``, ``publisher``, ``url``.

        Returns:
            The briefing; what failed is in its ``failures`` and ``skipped``.

        Raises:
            InvalidDocumentError: if it is no ``str``, ``published`` is no date, or *known* is given beside a document.
            DocumentTooLargeError: if it is longer than ``settings.limits.max_characters``.
        """
        if not isinstance(text, Document):
            text = Document(text, **known)
        elif known:
            cure = "the document has its own; change it with attrs.evolve"
            raise InvalidDocumentError(f"{', '.join(known)}: given beside a document; {cure}")
        document = self.accept(text)
        try:
            return self._run(document)
        finally:
            document.release()

    def stream(self, documents: Iterable[Any], *, workers: int = 1) -> Iterator[Briefing]:
        """Brief documents one after another, in order, in constant memory.

        A document that cannot be briefed (no ``str``, too large, an error in place of a document) gives a briefing
        without items whose ``failures`` say why; the stream goes on.

        Arguments:
            documents: documents, texts, or mappings with ``text`` and what else is known; errors of this library
                in their place are passed through as failures.
            workers: number of processes; they send back bytes, not objects.

        Yields:
            A briefing for each document.

        Raises:
            InvalidDocumentError: if a single document is given in place of several.
            SettingsError: if there is no worker.
        """
        from afghanbrief.streaming import stream_briefings

        _validate_stream(documents, workers)
        return stream_briefings(self, documents, workers=workers)

    def stream_json(self, documents: Iterable[Any], *, workers: int = 1, text: bool = False) -> Iterator[bytes]:
        """Brief documents like :meth:`stream`, and yield each briefing as one line of JSON without its line end.

        Arguments:
            documents: as for :meth:`stream`.
            workers: number of processes.
            text: whether the JSON holds the document's text.

        Yields:
            UTF-8 bytes for each document.

        Raises:
            InvalidDocumentError: if a single document is given in place of several.
            SettingsError: if there is no worker.
        """
        from afghanbrief.streaming import stream_json

        _validate_stream(documents, workers)
        return stream_json(self, documents, workers=workers, text=text)

    def accept(self, item: Any) -> Document:
        """Make a document from what a stream may hold, and see that it is not too large.

        Raises:
            InvalidDocumentError: if it is no document.
            DocumentTooLargeError: if it is longer than ``settings.limits.max_characters``.
        """
        document = as_document(item)
        limit = self.settings.limits.max_characters
        if len(document.text) > limit:
            raise DocumentTooLargeError(length=len(document.text), limit=limit)
        return document

    def brief_or_fail(self, item: Any) -> Briefing:
        """Brief whatever a stream holds; a typed error becomes a briefing that says so."""
        try:
            return self.brief(as_document(item))
        except AfghanbriefError as error:
            failure = Failure(producer="document", error=type(error).__name__, message=str(error))
            return Briefing(document=Document("", id=id_of(item)), failures=(failure,))

    # ------------------------------------------------------------ building

    def _validate_names(self, names: set[str], only: Sequence[str] | None) -> None:
        for key, given in (("disable", self.settings.disable), ("only", only or ())):
            for name in given:
                if name not in names:
                    raise SettingsError(f"no extractor or check is called {name!r}; there are {sorted(names)}", key=key)
        for name in self.settings.extractors:
            if name not in names:
                raise SettingsError(f"no such extractor; there are {sorted(names)}", key=f"extractors.{name}")

    # ------------------------------------------------------------ running

    def _run(self, document: Document) -> Briefing:
        state: dict[type[Any], tuple[Any, ...]] = {}
        lost: dict[type[Any], str] = {}
        ids: set[str] = set()
        failures: list[Failure] = []
        skipped: list[Skipped] = []
        producers: list[Producer] = []
        for station in self._stations:
            kind = station.kind
            reason = station.reason or self._gap(kind.requires, state, lost)
            if reason or station.extractor is None:
                # What the caller left out by 'only' is not missing from the briefing.
                if not station.left_out:
                    skipped.append(Skipped(producer=kind.name, reason=reason))
                _note_loss(kind.provides, kind.name, "was skipped", lost)
                continue
            found = Found(state, reader=kind.name, allowed=(*kind.requires, *kind.uses))
            try:
                items = self._extract(station.extractor, document, found)
                by_kind = verify_annotations(kind, document.text, items, ids)
            except Exception as error:
                failures.append(Failure(producer=kind.name, error=type(error).__name__, message=str(error)))
                _note_loss(kind.provides, kind.name, "failed", lost)
                continue
            producers.append(station.producer)
            for provided in kind.provides:
                merged = (*state.get(provided, ()), *by_kind.get(provided, ()))
                state[provided] = settle_conflicts(merged, priority=self._priority)
                ids.update([item.id for item in by_kind.get(provided, ())])
        # What settling took away may still be referred to.
        state, present = clear_dangling(state, trusted=self._trusted)
        findings = self._check(document, state, lost, present, failures, skipped, producers)
        # Each kind is sorted by span and id; a stable sort of the kinds in the order of their names keeps that.
        by_kind_name = sorted(state.items(), key=_kind_name)
        annotations = sorted((item for _, items in by_kind_name for item in items), key=_place)
        return Briefing(
            document=document,
            annotations=tuple(annotations),
            findings=tuple(findings),
            failures=tuple(failures),
            skipped=tuple(skipped),
            producers=tuple(producers),
        )

    def _extract(self, extractor: Extractor, document: Document, found: Found) -> list[Any]:
        limit = self.settings.limits.max_annotations
        items = list(islice(extractor.extract(document, found), limit + 1))
        if len(items) > limit:
            raise ContractViolationError(
                f"it yielded more than {limit:,} annotations; if rightly, raise limits.max_annotations in Settings",
                extractor=extractor.name,
            )
        return items

    def _gap(
        self, requires: Iterable[type[Any]], state: dict[type[Any], tuple[Any, ...]], lost: dict[type[Any], str]
    ) -> str:
        for kind in requires:
            if kind not in state:
                return f"it requires {kind.kind}, but {lost.get(kind, 'no extractor provides it')}"
        return ""

    def _check(
        self,
        document: Document,
        state: dict[type[Any], tuple[Any, ...]],
        lost: dict[type[Any], str],
        ids: Set[str],
        failures: list[Failure],
        skipped: list[Skipped],
        producers: list[Producer],
    ) -> list[Finding]:
        findings: list[Finding] = []
        for check, producer in self._checks:
            reason = self._gap(check.requires, state, lost)
            if reason:
                skipped.append(Skipped(producer=check.name, reason=reason))
                continue
            found = Found(state, reader=check.name, allowed=(*check.requires, *check.uses))
            try:
                made = [verify_finding(check.name, finding, ids) for finding in check.check(document, found)]
            except Exception as error:
                failures.append(Failure(producer=check.name, error=type(error).__name__, message=str(error)))
                continue
            producers.append(producer)
            findings += made
        return findings


def _validate_arguments(settings: Any, only: Any, plugins: Any) -> None:
    if not isinstance(settings, (Settings, NoneType)):
        cure = "read others with Settings.from_dict or Settings.from_toml"
        raise SettingsError(f"a Settings is wanted, not {type(settings).__name__}; {cure}", key="settings")
    for key, given in (("only", only), ("plugins", plugins)):
        if isinstance(given, str):
            raise SettingsError(f"a tuple is wanted, not a str; give ({given!r},)", key=key)


def _validate_stream(documents: Any, workers: int) -> None:
    if isinstance(documents, (str, bytes, Mapping, Document)):
        kind = type(documents).__name__
        raise InvalidDocumentError(f"an iterable of documents is wanted, not one {kind}; put it in a list")
    if workers < 1:
        raise SettingsError(f"a number from 1 is wanted, not {workers}", key="workers")


def _check_producer(offer: Offer) -> Producer:
    return Producer(name=offer.value.name, version=offer.plugin.version, provides=("finding",))


def _kind_name(entry: tuple[type[Any], Any]) -> str:
    return entry[0].kind  # type: ignore[no-any-return]


def _place(item: Any) -> int:
    """Order by start, then longest first, in one number: documents are far shorter than 2 ** 32 characters."""
    span = item.span
    return (span.start << 32) - span.end  # type: ignore[no-any-return]


def _note_loss(kinds: Iterable[type[Any]], producer: str, verb: str, lost: dict[type[Any], str]) -> None:
    for kind in kinds:
        lost.setdefault(kind, f"its producer {producer!r} {verb}")


@functools.cache
def default_briefer() -> Briefer:
    """Build the Briefer behind :func:`brief`: default settings, all installed plugins. Built once."""
    return Briefer()


def brief(text: str | Document, *, settings: Settings | None = None, **known: Any) -> Briefing:
    """Brief one report with all installed extractors.

    Arguments:
        text: the report.
        settings: how the Briefer is built; without them one default Briefer serves all calls.
        known: what is known about the report: ``published`` (a date or ISO 8601), ``id``, ``title``,
            ``publisher``, ``url``.

    Returns:
        The briefing.

    Raises:
        InvalidDocumentError: if it is no ``str``, ``published`` is no date, or *known* is given beside a document.
        DocumentTooLargeError: if it is longer than 2,000,000 characters, or the limit in the settings.
        SettingsError: if a setting names an extractor or key that does not exist.

    >>> from afghanbrief import brief
    >>> [date.value for date in brief("Talks resume on Monday.", published="2018-08-30").dates]
    ['2018-09-03']
    """
    briefer = default_briefer() if settings is None else Briefer(settings)
    return briefer.brief(text, **known)
