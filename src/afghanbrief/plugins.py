"""The plugin host: finds, loads, checks, blocks and describes what comes in through the hooks."""

from __future__ import annotations

import datetime
import importlib
import os
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from types import ModuleType
from typing import Any, Final

import attrs
import pluggy

from afghanbrief import hookspecs
from afghanbrief.annotation import Overlap
from afghanbrief.errors import PluginContractError, PluginError, PluginLoadError
from afghanbrief.hookspecs import PROJECT, Check, Writer
from afghanbrief.serialize import BUILT_IN_KINDS, VERSION
from afghanbrief.text.names import ENTRY_FORMS, ENTRY_TYPES, TOPICS, Gazetteer, GazetteerEntry

BUILT_INS: Final = (
    "afghanbrief.extractors.dates",
    "afghanbrief.extractors.actors",
    "afghanbrief.extractors.quotes",
    "afghanbrief.extractors.statistics",
    "afghanbrief.checks",
    "afghanbrief.writers",
)
ENTRY_POINT_GROUP: Final = "afghanbrief"
ENVIRONMENT_VARIABLE: Final = "AFGHANBRIEF_PLUGINS"
_HOOKS: Final = ("afghanbrief_extractors", "afghanbrief_gazetteers", "afghanbrief_checks", "afghanbrief_writers")


@attrs.frozen(kw_only=True)
class LoadedPlugin:
    """A plugin that was registered.

    Attributes:
        name: its name: that of its entry point, or the dotted name of its module.
        distribution: the distribution that it came from; ``"afghanbrief"`` for built-ins.
        version: that distribution's version.
        module: where its hooks stand.
        built_in: whether it belongs to the library itself.
    """

    name: str
    distribution: str
    version: str
    module: str
    built_in: bool


@attrs.frozen
class Offer:
    """Something that a plugin offers through a hook.

    Attributes:
        value: the extractor class, gazetteer, check or writer.
        plugin: whose it is.
    """

    value: Any
    plugin: LoadedPlugin


class PluginHost:
    """Holds the plugins of one Briefer; there is no global one.

    Built-ins come first, from one tuple of dotted names, by the same door as all others; then the entry points of
    group ``afghanbrief``, sorted by distribution and name; then *plugins*. What fails to load, misspells a hook or
    breaks a contract is kept in :attr:`problems` and costs nothing else.

    Arguments:
        plugins: further plugins: modules or objects with hooks, or dotted names of modules.
        built_ins: dotted names of the modules that belong to the library.
        discover: whether to look for entry points. The environment variable ``AFGHANBRIEF_PLUGINS`` narrows them:
            ``none`` turns all off, a comma-separated list keeps those named in it.
        strict: raise the first problem instead of keeping it.

    Raises:
        PluginError: with ``strict``, the first problem.
    """

    def __init__(
        self,
        plugins: Sequence[Any] = (),
        *,
        built_ins: Sequence[str] = BUILT_INS,
        discover: bool = True,
        strict: bool = False,
    ) -> None:
        self._manager = pluggy.PluginManager(PROJECT)
        self._manager.add_hookspecs(hookspecs)
        self._strict = strict
        self._plugins: dict[str, LoadedPlugin] = {}
        self._problems: list[PluginError] = []
        self._offers: dict[str, tuple[Offer, ...]] = {}
        for dotted in built_ins:
            self._load(dotted, partial(importlib.import_module, dotted), PROJECT, VERSION, True)
        if discover:
            for name, distribution, version, load in _entry_points():
                self._load(name, load, distribution, version, False)
        for plugin in plugins:
            if isinstance(plugin, str):
                self._load(plugin, partial(importlib.import_module, plugin), "", "", False)
            else:
                self._load(_name_of(plugin), partial(_itself, plugin), "", "", False)
        self._manager.check_pending()

    @property
    def plugins(self) -> tuple[LoadedPlugin, ...]:
        """The registered plugins, in the order in which they were loaded."""
        return tuple(self._plugins.values())

    @property
    def problems(self) -> tuple[PluginError, ...]:
        """What went wrong so far."""
        return tuple(self._problems)

    def extractors(self) -> tuple[Offer, ...]:
        """Give the extractor classes that keep their contract.

        Their names are unique, and so are those of their kinds: the first one loaded wins.
        """
        return self._collect("afghanbrief_extractors", _ExtractorFaults(), lambda extractor: extractor.name)

    def gazetteers(self) -> tuple[Offer, ...]:
        """Give the name lists."""
        return self._collect("afghanbrief_gazetteers", _gazetteer_fault, None)

    def checks(self) -> tuple[Offer, ...]:
        """Give the checks that keep their contract; names are unique."""
        return self._collect("afghanbrief_checks", _check_fault, lambda check: check.name)

    def writers(self) -> tuple[Offer, ...]:
        """Give the writers that keep their contract; names are unique."""
        return self._collect("afghanbrief_writers", _writer_fault, lambda writer: writer.name)

    def report(self, problem: PluginError) -> None:
        """Keep a problem and warn of it, or raise it if the host is strict."""
        if self._strict:
            raise problem
        self._problems.append(problem)
        warnings.warn(str(problem), RuntimeWarning, stacklevel=3)

    def _load(self, name: str, load: Callable[[], Any], distribution: str, version: str, built_in: bool) -> None:
        if name in self._plugins:
            self.report(PluginLoadError("another plugin of this name is loaded; rename one", plugin=name))
            return
        try:
            plugin = load()
        except Exception as error:
            cause = (
                f"it cannot be imported: {type(error).__name__}: {error}; repair or uninstall it, or correct its name"
            )
            self.report(PluginLoadError(cause, plugin=name))
            return
        try:
            self._manager.register(plugin, name=name)
        except Exception as error:
            if self._manager.has_plugin(name):
                self._manager.unregister(name=name)
            cause = f"it cannot be registered: {' '.join(str(error).split())}; compare its hooks with the reference"
            self.report(PluginLoadError(cause, plugin=name))
            return
        misspelt = _misspelt_hook(self._manager, plugin)
        if misspelt:
            self._manager.unregister(name=name)
            self.report(PluginContractError(misspelt, plugin=name))
            return
        module = plugin.__name__ if isinstance(plugin, ModuleType) else f"{type(plugin).__module__}.{name}"
        self._plugins[name] = LoadedPlugin(
            name=name, distribution=distribution, version=version, module=module, built_in=built_in
        )

    def _collect(
        self, hook: str, fault_of: Callable[[Any], str | None], key: Callable[[Any], str] | None
    ) -> tuple[Offer, ...]:
        if hook in self._offers:
            return self._offers[hook]
        offers: list[Offer] = []
        owners: dict[str, str] = {}
        for plugin, value in self._values(hook):
            # The lists of the library itself are thousands of entries, which its tests look at.
            fault = None if plugin.built_in and hook == "afghanbrief_gazetteers" else fault_of(value)
            if fault is None and key is not None:
                name = key(value)
                if name in owners:
                    fault = f"the name {name!r} is taken by plugin {owners[name]!r}; rename it"
                owners.setdefault(name, plugin.name)
            if fault is not None:
                self.report(PluginContractError(f"{hook} gave {_short(value)}: {fault}", plugin=plugin.name))
                continue
            offers.append(Offer(value, plugin))
        self._offers[hook] = tuple(offers)
        return self._offers[hook]

    def _values(self, hook: str) -> Iterator[tuple[LoadedPlugin, Any]]:
        # pluggy would end the whole call at the first implementation that raises, and go last in, first out:
        # so it only keeps the implementations, and they are called here one by one in the order of loading.
        functions = {impl.plugin_name: impl.function for impl in getattr(self._manager.hook, hook).get_hookimpls()}
        for name, plugin in self._plugins.items():
            if name not in functions:
                continue
            try:
                values = tuple(functions[name]())
            except Exception as error:
                cause = f"{hook} failed: {type(error).__name__}: {error}; it must return an iterable"
                self.report(PluginContractError(cause, plugin=name))
                continue
            for value in values:
                yield plugin, value


def _itself(plugin: Any) -> Any:
    return plugin


def _name_of(plugin: Any) -> str:
    name = getattr(plugin, "__name__", None) or getattr(plugin, "name", None)
    return name if isinstance(name, str) else type(plugin).__qualname__


def _short(value: Any) -> str:
    shown = repr(value)
    return shown if len(shown) <= 80 else shown[:77] + "..."


def _entry_points() -> Iterator[tuple[str, str, str, Callable[[], Any]]]:
    from importlib.metadata import entry_points

    switch = os.environ.get(ENVIRONMENT_VARIABLE)
    if switch is not None and switch.strip().lower() in ("", "none", "off", "0"):
        return
    allowed = None if switch is None else {name.strip() for name in switch.split(",")}
    found = [
        (point.dist.name if point.dist else "", point.name, point.dist.version if point.dist else "", point)
        for point in entry_points(group=ENTRY_POINT_GROUP)
    ]
    for distribution, name, version, point in sorted(found, key=lambda row: row[:3]):
        if allowed is None or name in allowed or distribution in allowed:
            yield name, distribution, version, point.load


def _misspelt_hook(manager: pluggy.PluginManager, plugin: Any) -> str | None:
    for caller in manager.get_hookcallers(plugin) or ():
        if not caller.has_spec():
            from difflib import get_close_matches

            near = get_close_matches(caller.name, _HOOKS, n=1, cutoff=0.5)
            return f"there is no hook {caller.name!r}; " + (
                f"did you mean {near[0]!r}?" if near else f"there are {', '.join(_HOOKS)}"
            )
    for name in sorted(vars(plugin)) if hasattr(plugin, "__dict__") else ():
        value = vars(plugin)[name]
        if name.startswith("afghanbrief_") and callable(value) and not hasattr(value, "afghanbrief_impl"):
            return f"{name!r} is not marked; put @afghanbrief.hookimpl above it"
    return None


def _kinds_fault(value: Any, field: str) -> str | None:
    kinds = getattr(value, field, None)
    if not isinstance(kinds, tuple):
        return f"{field!r} must be a tuple of annotation classes"
    for kind in kinds:
        if not isinstance(kind, type) or not attrs.has(kind):
            return f"{field!r} holds {_short(kind)}, which is no attrs class"
        if not isinstance(getattr(kind, "kind", None), str) or not isinstance(getattr(kind, "overlap", None), Overlap):
            return f"{field!r} holds {kind.__name__}, which lacks the class variables 'kind' and 'overlap'"
        if not {"span", "evidence", "id"} <= {field.name for field in attrs.fields(kind)}:
            return f"{field!r} holds {kind.__name__}, which lacks one of the fields 'span', 'evidence', 'id'"
        name = getattr(kind, "kind", "")
        if "." not in name and kind not in BUILT_IN_KINDS:
            return (
                f"{field!r} holds {kind.__name__}, whose kind {name!r} needs a dot, such as 'distribution.word'; "
                "plain names are the library's"
            )
    return None


def _name_fault(value: Any) -> str | None:
    name = getattr(value, "name", None)
    return None if isinstance(name, str) and name else "it needs a class variable 'name', a str"


def _method_fault(value: Any, *methods: str) -> str | None:
    for method in methods:
        if not callable(getattr(value, method, None)):
            return f"it needs a method {method!r}"
    return None


def _first(faults: Iterable[str | None]) -> str | None:
    return next((fault for fault in faults if fault is not None), None)


class _ExtractorFaults:
    """Tells what is wrong with extractors, and remembers which class each kind's name belongs to."""

    def __init__(self) -> None:
        self._kinds: dict[str, type[Any]] = {}

    def __call__(self, value: Any) -> str | None:
        """Give the fault of the next extractor, or ``None``."""
        if not isinstance(value, type):
            return "an extractor class is wanted, not an instance"
        settings = getattr(value, "Settings", None)
        fault = _first(
            (
                _name_fault(value),
                _method_fault(value, "extract"),
                *(_kinds_fault(value, field) for field in ("provides", "requires", "uses")),
                None if settings is None or attrs.has(settings) else "'Settings' must be an attrs class or None",
            )
        )
        return fault or self._doubled(getattr(value, "provides", ()))

    def _doubled(self, kinds: tuple[type[Any], ...]) -> str | None:
        for kind in kinds:
            owner = self._kinds.setdefault(kind.kind, kind)
            if owner is not kind:
                return (
                    f"'provides' holds {kind.__name__}, whose kind {kind.kind!r} is that of "
                    f"{owner.__module__}.{owner.__qualname__}; provide that class, or rename yours"
                )
        return None


def _gazetteer_fault(value: Any) -> str | None:
    if not isinstance(value, Gazetteer):
        return "a Gazetteer is wanted"
    near = _built_in_topic(value.topic)
    if near != value.topic:
        return f"no extractor reads the topic {value.topic!r}; did you mean {near!r}? Topics of your own have a dot"
    types = ENTRY_TYPES if value.topic in TOPICS else None
    return _first(_entry_fault(entry, types) for entry in value.entries)


def _built_in_topic(topic: str) -> str:
    """Give the topic of the library that was meant, or the topic itself."""
    if topic in TOPICS or "." in topic:
        return topic
    from difflib import get_close_matches

    return next(iter(get_close_matches(topic.lower(), TOPICS, n=1, cutoff=0.8)), topic)


def _entry_fault(entry: Any, types: frozenset[str] | None) -> str | None:
    if not isinstance(entry, GazetteerEntry):
        return f"its entry {_short(entry)} is no GazetteerEntry"
    place = f"its entry {entry.id!r}"
    names = entry.names
    if not isinstance(names, (tuple, list)) or not names or not all(isinstance(name, str) and name for name in names):
        return f"{place} has the names {_short(names)}; a tuple of names is wanted"
    if types is not None and entry.type not in types:
        return f"{place} has the type {entry.type!r}; there are {', '.join(sorted(types))}"
    if entry.form not in ENTRY_FORMS:
        return f"{place} has the form {entry.form!r}; there are {', '.join(sorted(ENTRY_FORMS))}"
    if entry.country is not None and not _is_country(entry.country):
        return f"{place} has the country {entry.country!r}; give its ISO 3166-1 alpha-3 code, such as 'AFG'"
    if not all(map(_is_day, (entry.valid_from, entry.valid_to))):
        return f"{place} has the days {entry.valid_from!r} and {entry.valid_to!r}; give datetime.date values or None"
    for code in entry.codes:
        if not isinstance(code, (tuple, list)) or len(code) != 4 or not all(map(_is_day, code[2:])):
            return f"{place} has the code {_short(code)}; give scheme, code, first and last day (a date or None)"
    return None


def _is_country(code: Any) -> bool:
    return isinstance(code, str) and len(code) == 3 and code.isascii() and code.isalpha() and code.isupper()


def _is_day(value: Any) -> bool:
    return value is None or type(value) is datetime.date


def _check_fault(value: Check) -> str | None:
    return _first(
        (
            _name_fault(value),
            _method_fault(value, "check"),
            *(_kinds_fault(value, field) for field in ("requires", "uses")),
        )
    )


def _writer_fault(value: Writer) -> str | None:
    return _first((_name_fault(value), _method_fault(value, "write")))
