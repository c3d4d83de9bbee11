"""The contract suite: what every extractor must keep, the built-in ones and those of plugins."""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import attrs

from afghanbrief.briefer import Briefer
from afghanbrief.briefing import Briefing
from afghanbrief.document import Document
from afghanbrief.hookspecs import hookimpl
from afghanbrief.json_schema import make_schema
from afghanbrief.plugins import PluginHost
from afghanbrief.serialize import BUILT_IN_KINDS, from_json, to_json
from afghanbrief.settings import Settings
from afghanbrief.testing.growth import GROWTH_LIMIT, measure_growth
from afghanbrief.testing.texts import HOSTILE_TEXTS, NEWS_TEXTS, REPEATED_UNITS

_RULE = re.compile(r"[a-z0-9]++(?:-[a-z0-9]++)*\Z")


def check_extractor(
    extractor: type[Any],
    *,
    texts: Sequence[str] = NEWS_TEXTS,
    published: str | None = "2018-08-30",
    plugins: Sequence[Any] = (),
    settings: Settings | None = None,
    growth: bool = True,
) -> None:
    """Hold an extractor against its whole contract; call it from a test.

    The class has what the host wants; its kinds can be written as JSON and come back equal, read with the plugin and
    without; values are frozen; spans, cues, ids and evidence are verified; rule names are kebab-case; two Briefers
    give the same bytes whatever was briefed before; a Briefer with it can be pickled; hostile texts give a result;
    and the time grows no faster than the text.

    Arguments:
        extractor: the class.
        texts: texts in which it finds something; hostile texts are tried beside them.
        published: publication date of the texts, ISO 8601.
        plugins: other plugins that provide what it requires.
        settings: settings of the Briefer.
        growth: whether to measure time on repeated units (some seconds).

    Raises:
        AssertionError: if it breaks the contract; the message lists all that was found.

    >>> from afghanbrief.extractors.dates.extractor import DatesExtractor
    >>> check_extractor(DatesExtractor, growth=False)
    """
    faults = list(_shape_faults(extractor))
    if not faults:
        make = _maker(extractor, plugins, settings)
        faults += _result_faults(extractor, make, texts, published)
    if not faults and growth:
        faults += _growth_faults(make())
    if faults:
        name = getattr(extractor, "name", extractor)
        raise AssertionError(
            "\n".join([f"extractor {name!r} breaks its contract:", *(f"- {fault}" for fault in faults)])
        )


class _Carrier:
    """A plugin that offers one extractor class."""

    def __init__(self, extractor: type[Any]) -> None:
        self.extractor = extractor
        self.name = f"{extractor.__module__}.{extractor.__qualname__}"

    @hookimpl
    def afghanbrief_extractors(self) -> Iterable[type[Any]]:
        """Offer it."""
        return (self.extractor,)


def _maker(extractor: type[Any], plugins: Sequence[Any], settings: Settings | None) -> Any:
    known = [offer.value for offer in PluginHost(plugins, discover=False).extractors()]
    given = tuple(plugins) if extractor in known else (*plugins, _Carrier(extractor))

    def make() -> Briefer:
        return Briefer(settings, only=(extractor.name,), plugins=given, discover=False, strict=True)

    return make


def _shape_faults(extractor: type[Any]) -> Iterator[str]:
    host = PluginHost([_Carrier(extractor)], built_ins=(), discover=False, strict=True)
    try:
        host.extractors()
    except Exception as error:
        yield str(error)
        return
    built_in = extractor.__module__.startswith("afghanbrief.extractors.")
    if not built_in and "." not in extractor.name:
        yield f"the name {extractor.name!r} needs a dot, such as 'distribution.word'; plain names are the library's"
    for kind in extractor.provides:
        if not _is_frozen(kind):
            yield f"the kind {kind.__name__} is not frozen; put @attrs.frozen above it"
        try:
            make_schema((*BUILT_IN_KINDS, kind))
        except TypeError as error:
            yield f"the kind {kind.__name__} cannot be written as JSON: {error}"
    if extractor.Settings is not None:
        if not _is_frozen(extractor.Settings):
            yield "its Settings are not frozen; put @attrs.frozen above them"
        try:
            extractor.Settings()
        except TypeError as error:
            yield f"its Settings need a default for every field: {error}"


def _is_frozen(cls: type[Any]) -> bool:
    instance = object.__new__(cls)
    try:
        setattr(instance, "no_such_field", None)  # noqa: B010
    except attrs.exceptions.FrozenInstanceError:
        return True
    except AttributeError:
        return False
    return False


def _result_faults(extractor: type[Any], make: Any, texts: Sequence[str], published: str | None) -> Iterator[str]:
    documents = [Document(text, published=published, id=str(i)) for i, text in enumerate((*texts, *HOSTILE_TEXTS))]
    try:
        briefer = make()
    except Exception as error:
        yield f"no Briefer can be built with it: {type(error).__name__}: {error}"
        return
    briefings = [briefer.brief(document) for document in documents]
    for briefing in briefings:
        yield from _briefing_faults(extractor, briefer, briefing)
    if texts and not any(
        item.evidence.extractor == extractor.name for b in briefings[: len(texts)] for item in b.annotations
    ):
        yield "it found nothing in any of the texts; give texts=[...] in which it does"
    written = [to_json(briefing) for briefing in briefings]
    backwards = [to_json(make().brief(document)) for document in reversed(documents[:8])]
    again = [to_json(briefer.brief(document)) for document in reversed(documents)]
    if again[::-1] != written:
        yield "the same text gives another result after other texts; keep no state between calls of extract"
    if backwards[::-1] != written[:8]:
        yield "another instance gives another result; __init__ and extract must depend on their arguments alone"
    try:
        copy = pickle.loads(pickle.dumps(briefer))
    except Exception as error:
        yield f"a Briefer with it cannot be pickled for worker processes: {type(error).__name__}: {error}"
    else:
        if [to_json(copy.brief(document)) for document in documents[:8]] != written[:8]:
            yield "a Briefer that was pickled gives another result"


def _briefing_faults(extractor: type[Any], briefer: Briefer, briefing: Briefing) -> Iterator[str]:
    shown = repr(briefing.document.text[:60])
    for failure in briefing.failures:
        yield f"{failure.producer!r} fails on {shown}: {failure.error}: {failure.message}"
    for skipped in briefing.skipped:
        yield f"{skipped.producer!r} is skipped: {skipped.reason}; give plugins=[...] that provide what it requires"
    for item in briefing.annotations:
        if item.evidence.extractor == extractor.name and not _RULE.match(item.evidence.rule):
            yield f"the rule name {item.evidence.rule!r} is not kebab-case"
    written = to_json(briefing)
    if from_json(written, kinds=briefer.kinds) != briefing:
        yield f"the briefing of {shown} does not come back equal from its JSON"
    if to_json(from_json(written)) != written:
        yield f"the briefing of {shown} does not survive a reader without the plugin"


def _growth_faults(briefer: Briefer) -> Iterator[str]:
    for unit in REPEATED_UNITS:
        growth = measure_growth(briefer.brief, unit, characters=20_000)
        if growth > GROWTH_LIMIT:
            yield f"twice the text of {unit!r} repeated takes {growth:.1f} times as long; {GROWTH_LIMIT} is the limit"
