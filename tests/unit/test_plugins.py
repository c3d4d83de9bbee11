"""The host loads, checks, blocks and describes plugins; what is wrong with one costs nothing else."""

from __future__ import annotations

import datetime
import types
from typing import Any, get_args

import attrs
import pluggy
import pytest
from afghanbrief_toys import CountCheck, LineWriter, Note, Plugin, Word, Words, make_extractor

from afghanbrief import Gazetteer, GazetteerEntry, PluginHost, UnknownAnnotation, hookimpl, hookspecs
from afghanbrief.errors import PluginContractError, PluginError, PluginLoadError
from afghanbrief.kinds.actors import ActorType, MentionType
from afghanbrief.plugins import BUILT_INS, _gazetteer_fault
from afghanbrief.text.names import ENTRY_TYPES

pytestmark = pytest.mark.filterwarnings("ignore::RuntimeWarning")


def host(*plugins: Any, **more: Any) -> PluginHost:
    return PluginHost(plugins, built_ins=(), discover=False, **more)


def problem(made: PluginHost, of: type[PluginError] = PluginContractError) -> str:
    (found,) = made.problems
    assert type(found) is of
    return str(found)


def test_modules_objects_and_dotted_names() -> None:
    import afghanbrief_toys

    for given in (afghanbrief_toys, "afghanbrief_toys"):
        made = host(given)
        assert [plugin.name for plugin in made.plugins] == ["afghanbrief_toys"]
        assert made.plugins[0].module == "afghanbrief_toys"
        assert [offer.value.name for offer in made.extractors()] == ["toys.words", "toys.notes"]
        assert [offer.value.name for offer in made.checks()] == ["toys.count"]
        assert [offer.value.name for offer in made.writers()] == ["toys.lines"]
        assert made.gazetteers() == ()
        assert made.problems == ()
    assert host(Plugin(Words)).plugins[0].module == "afghanbrief_toys.toys"


def test_built_ins_come_by_the_same_door() -> None:
    made = PluginHost(discover=False)
    assert tuple(plugin.name for plugin in made.plugins) == BUILT_INS
    assert all(plugin.built_in and plugin.distribution == "afghanbrief" for plugin in made.plugins)
    assert {"dates", "quotes", "statistics"} <= {offer.value.name for offer in made.extractors()}


def test_offers_are_collected_once() -> None:
    made = host(Plugin(Words))
    assert made.extractors() is made.extractors()


def test_import_error() -> None:
    assert "cannot be imported: ModuleNotFoundError" in problem(host("no_such_module_here"), PluginLoadError)


def test_doubled_plugin_name() -> None:
    made = host(Plugin(Words, name="p"), Plugin(name="p"))
    assert "another plugin of this name" in problem(made, PluginLoadError)
    assert [offer.value for offer in made.extractors()] == [Words]


def test_wrong_signature() -> None:
    class Wrong:
        name = "wrong"

        @hookimpl
        def afghanbrief_extractors(self, document: Any) -> Any:
            return ()

    made = host(Wrong(), Plugin(Words))
    assert "cannot be registered" in problem(made, PluginLoadError)
    assert [offer.value for offer in made.extractors()] == [Words]


def test_the_same_plugin_twice_under_two_names() -> None:
    plugin = Plugin(Words, name="one")
    made = host(plugin)
    assert made.plugins
    plugin.name = "two"
    again = host(plugin, attrs.make_class("Named", ["name"])("three"))
    assert [loaded.name for loaded in again.plugins] == ["two", "three"]


def test_misspelt_hook() -> None:
    class Misspelt:
        name = "misspelt"

        @hookimpl
        def afghanbrief_extractor(self) -> Any:
            return ()

    assert "did you mean 'afghanbrief_extractors'" in problem(host(Misspelt()))


def test_hook_of_another_name() -> None:
    class Other:
        name = "other"

        @hookimpl
        def qqqqqq(self) -> Any:
            return ()

    assert "there are afghanbrief_extractors," in problem(host(Other()))


def test_forgotten_marker() -> None:
    module = types.ModuleType("forgotten")
    module.afghanbrief_checks = lambda: ()  # type: ignore[attr-defined]
    module.afghanbrief_version = "1"  # type: ignore[attr-defined]
    assert "is not marked" in problem(host(module))


def test_plugins_without_a_name_or_dict() -> None:
    class Bare:
        __slots__ = ()

        @hookimpl
        def afghanbrief_extractors(self) -> Any:
            return (Words,)

    made = host(Bare())
    assert made.plugins[0].name.endswith("Bare")
    assert [offer.value for offer in made.extractors()] == [Words]


@pytest.mark.parametrize("hook", ["afghanbrief_extractors", "afghanbrief_checks"])
def test_hook_that_raises_or_gives_no_iterable(hook: str) -> None:
    def raising() -> Any:
        raise RuntimeError("boom")

    for function, told in ((raising, "boom"), (lambda: None, "not iterable")):
        module = types.ModuleType("bad")
        setattr(module, hook, hookimpl(function))
        made = host(module, Plugin(Words, checks=(CountCheck(),)))
        assert len(made.extractors()) == 1
        assert len(made.checks()) == 1
        assert told in problem(made)


@attrs.frozen
class NoKind:
    """An attrs class that is no annotation."""

    span: int


@attrs.frozen
class NoId:
    """An annotation without id."""

    kind = "x.y"
    overlap = Word.overlap
    span: int


@attrs.frozen
class Quote:
    """An annotation with the kind of another."""

    kind = "quote"
    overlap = Word.overlap
    span: int
    evidence: int
    id: str


@attrs.frozen
class OtherWord(Quote):
    """An annotation with the kind of a toy."""

    kind = Word.kind


@pytest.mark.parametrize(
    ("extractor", "told"),
    [
        (make_extractor("toys.x")(None), "a class is wanted" if False else "an extractor class is wanted"),
        (make_extractor(""), "class variable 'name'"),
        (make_extractor("toys.x", name=3), "class variable 'name'"),
        (type("NoExtract", (), {"name": "x.y"}), "needs a method 'extract'"),
        (make_extractor("toys.x", provides=[Word]), "'provides' must be a tuple"),
        (make_extractor("toys.x", requires=(str,)), "no attrs class"),
        (make_extractor("toys.x", requires=("toys.word" * 20,)), "..."),
        (make_extractor("toys.x", uses=(NoKind,)), "lacks the class variables"),
        (make_extractor("toys.x", provides=(NoId,)), "lacks one of the fields"),
        (make_extractor("toys.x", provides=(Quote,)), "kind 'quote' needs a dot"),
        (make_extractor("toys.x", uses=(UnknownAnnotation,)), "kind 'unknown' needs a dot"),
        (make_extractor("toys.x", Settings=dict), "must be an attrs class"),
    ],
)
def test_extractors_must_keep_their_contract(extractor: Any, told: str) -> None:
    made = host(Plugin(extractor, Words))
    assert [offer.value for offer in made.extractors()] == [Words]
    assert told in problem(made)


def test_doubled_extractor_name() -> None:
    made = host(Plugin(Words), Plugin(make_extractor("toys.words"), name="other"))
    assert [offer.value for offer in made.extractors()] == [Words]
    assert "is taken by plugin 'toys'" in problem(made)
    assert made.problems[0].plugin == "other"


def test_doubled_kind_name() -> None:
    made = host(
        Plugin(Words, make_extractor("toys.again")), Plugin(make_extractor("x.y", provides=(OtherWord,)), name="x")
    )
    assert [offer.value.name for offer in made.extractors()] == ["toys.words", "toys.again"]
    assert "kind 'toys.word' is that of afghanbrief_toys.Word; provide that class, or rename yours" in problem(made)


def test_gazetteers_checks_and_writers_must_keep_theirs() -> None:
    gazetteer = Gazetteer(name="g", topic="actors", source="s", licence="CC0")
    made = host(Plugin(gazetteers=(gazetteer, "no list"), checks=(object(), CountCheck()), writers=(LineWriter(), 3)))
    assert [offer.value for offer in made.gazetteers()] == [gazetteer]
    assert [offer.value.name for offer in made.checks()] == ["toys.count"]
    assert [offer.value.name for offer in made.writers()] == ["toys.lines"]
    assert [type(found) for found in made.problems] == [PluginContractError] * 3


def test_strict_raises() -> None:
    with pytest.raises(PluginLoadError):
        host("no_such_module_here", strict=True)
    with pytest.raises(PluginContractError):
        host(Plugin(3), strict=True).extractors()


def test_problems_warn() -> None:
    with pytest.warns(RuntimeWarning, match="no_such_module_here"):
        host("no_such_module_here")


def test_reported_problems_are_kept() -> None:
    made = host()
    made.report(PluginError("m", plugin="p"))
    assert [str(found) for found in made.problems] == ["plugin 'p': m"]


def test_requires_may_be_of_others() -> None:
    made = host(Plugin(make_extractor("toys.x", requires=(Note,), Settings=attrs.make_class("S", [], frozen=True))))
    assert len(made.extractors()) == 1


def test_what_a_failed_registration_left_is_taken_back(monkeypatch: pytest.MonkeyPatch) -> None:
    register = pluggy.PluginManager.register

    def register_then_fail(self: pluggy.PluginManager, plugin: Any, name: str | None = None) -> None:
        # Releases of pluggy before 1.7 fail when part of the plugin is registered already.
        register(self, plugin, name)
        raise pluggy.PluginValidationError(plugin, "wrong signature")

    monkeypatch.setattr(pluggy.PluginManager, "register", register_then_fail)
    made = host(Plugin(Words))
    assert "wrong signature" in problem(made, PluginLoadError)
    assert made.extractors() == ()


def test_specifications_give_nothing() -> None:
    for name in ("extractors", "gazetteers", "checks", "writers"):
        assert getattr(hookspecs, f"afghanbrief_{name}")() == ()


def entry(**changes: Any) -> GazetteerEntry:
    return GazetteerEntry(**{"id": "blf", "type": "armed_group", "names": ("Blue Lake Front",), **changes})


@pytest.mark.parametrize(
    ("topic", "entries", "told"),
    [
        ("actor", (), "did you mean 'actors'"),
        ("actrs", (), "did you mean 'actors'"),
        ("Places", (), "did you mean 'places'"),
        ("actors", ("BLF",), "its entry 'BLF' is no GazetteerEntry"),
        ("actors", (entry(type="militia"),), "its entry 'blf' has the type 'militia'; there are armed_group, "),
        ("actors", (entry(form="akronym"),), "has the form 'akronym'; there are acronym, "),
        ("actors", (entry(names="BLF"),), "has the names 'BLF'"),
        ("actors", (entry(names=()),), "has the names ()"),
        ("actors", (entry(names=("BLF", "")),), "has the names ('BLF', '')"),
        ("places", (entry(country="Afghanistan"),), "such as 'AFG'"),
        ("places", (entry(country="afg"),), "such as 'AFG'"),
        ("actors", (entry(valid_to="1990-01-01"),), "give datetime.date values"),
        ("actors", (entry(codes=(("cameo", "AFGREB"),)),), "has the code ('cameo', 'AFGREB')"),
        ("actors", (entry(codes=(("cameo", "AFGREB", None, "1990"),)),), "has the code"),
        ("toys.crops", (entry(names=""),), "has the names ''"),
    ],
)
def test_gazetteers_are_looked_through(topic: str, entries: Any, told: str) -> None:
    good = Gazetteer(name="good", topic="actors", source="s", licence="CC0", entries=(entry(country="AFG"),))
    made = host(Plugin(gazetteers=(attrs.evolve(good, topic=topic, entries=entries), good)))
    assert [offer.value for offer in made.gazetteers()] == [good]
    assert told in problem(made)


@pytest.mark.parametrize("topic", ["toys.crops", "crops", "places.of.mine"])
def test_topics_of_ones_own_hold_anything(topic: str) -> None:
    day = datetime.date(1990, 1, 1)
    crop = entry(type="crop", names=["Wheat"], codes=[["cameo", "X", None, day]], valid_from=day)
    made = host(Plugin(gazetteers=(Gazetteer(name="g", topic=topic, source="s", licence="CC0", entries=(crop,)),)))
    assert len(made.gazetteers()) == 1
    assert made.problems == ()


def test_the_built_in_lists_keep_to_the_rules() -> None:
    for offer in PluginHost(discover=False).gazetteers():
        assert _gazetteer_fault(offer.value) is None
    assert {*get_args(ActorType), "country"} == ENTRY_TYPES
    assert set(get_args(MentionType)) <= ENTRY_TYPES
