"""Whatever a broken plugin does, the built-in annotations stay the same bytes, and the result says what happened."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from afghanbrief import Briefer, Briefing, to_json
from afghanbrief.errors import DependencyCycleError, PluginContractError, PluginLoadError
from afghanbrief.testing import NEWS_TEXTS

pytestmark = pytest.mark.filterwarnings("ignore::RuntimeWarning")

HEAD = """
    import attrs
    from afghanbrief import Actor, Certainty, DateMention, Evidence, Overlap, Quote, Span, Statistic, hookimpl
    from afghanbrief.annotation import span_id

    @attrs.frozen(kw_only=True)
    class Thing:
        kind = "broken.thing"
        overlap = Overlap.ALLOW
        span: Span
        evidence: Evidence
        id: str = attrs.field(default=attrs.Factory(span_id, takes_self=True))

    class Base:
        name = "broken.things"
        provides = (Thing,)
        requires = uses = ()
        Settings = None
        def __init__(self, context):
            pass
        def extract(self, document, found):
            yield Thing(span=document.span(0, 1), evidence=Evidence(self.name, "first"))
"""
OFFER = """
    @hookimpl
    def afghanbrief_extractors():
        return (Broken,)
"""


def things(body: str) -> str:
    return HEAD + "\n    class Broken(Base):\n" + "\n".join(f"        {line}" for line in body.splitlines()) + OFFER


@pytest.fixture(scope="module")
def texts(seed_text: str) -> tuple[str, ...]:
    return (seed_text, *NEWS_TEXTS)


@pytest.fixture(scope="module")
def plain(texts: tuple[str, ...]) -> list[str]:
    briefer = Briefer(discover=False)
    return [built_in_bytes(briefer.brief(text, published="2018-09-03")) for text in texts]


def built_in_bytes(briefing: Briefing) -> str:
    record = json.loads(to_json(briefing))
    return json.dumps([[item for item in record["annotations"] if "." not in item["kind"]], record["findings"]])


@pytest.fixture
def run(texts: tuple[str, ...], plain: list[str]) -> Callable[[], tuple[Briefer, Briefing]]:
    """Brief all texts with what is installed, and see that the built-in annotations are the same bytes."""

    def run_all() -> tuple[Briefer, Briefing]:
        briefer = Briefer()
        briefings = [briefer.brief(text, published="2018-09-03") for text in texts]
        assert [built_in_bytes(briefing) for briefing in briefings] == plain
        return briefer, briefings[0]

    return run_all


def test_one_that_works(install: Any, run: Any) -> None:
    install("good-plugin", things("pass"), version="2.5")
    briefer, briefing = run()
    assert briefer.host.problems == ()
    assert briefing.complete
    assert [item.kind for item in briefing.annotations].count("broken.thing") == 1
    (plugin,) = [plugin for plugin in briefer.host.plugins if not plugin.built_in]
    assert (plugin.distribution, plugin.version, plugin.module) == ("good-plugin", "2.5", "good_plugin")
    assert [(made.name, made.version) for made in briefing.producers if "." in made.name and "2.5" in made.version]


@pytest.mark.parametrize(
    ("source", "error", "told"),
    [
        ("import no_such_module_anywhere", PluginLoadError, "ModuleNotFoundError"),
        ("def broken(:", PluginLoadError, "SyntaxError"),
        ("raise RuntimeError('boom')", PluginLoadError, "boom"),
        (
            "from afghanbrief import hookimpl\n@hookimpl\ndef afghanbrief_extractors(document):\n    return ()",
            PluginLoadError,
            "cannot be registered",
        ),
        (
            "from afghanbrief import hookimpl\n@hookimpl\ndef afghanbrief_extracters():\n    return ()",
            PluginContractError,
            "did you mean 'afghanbrief_extractors'",
        ),
        ("def afghanbrief_extractors():\n    return ()", PluginContractError, "not marked"),
        (
            "from afghanbrief import hookimpl\n@hookimpl\ndef afghanbrief_extractors():\n    raise OSError('boom')",
            PluginContractError,
            "boom",
        ),
        (things("name = 'dates'"), PluginContractError, "'dates' is taken"),
        (things("provides = (str,)"), PluginContractError, "no attrs class"),
        (things("def __init__(self, context):\n    raise OSError('no data')"), PluginContractError, "no data"),
    ],
    ids=[
        "import-error",
        "syntax-error",
        "raises-on-import",
        "wrong-signature",
        "misspelt-hook",
        "unmarked-hook",
        "hook-raises",
        "doubled-name",
        "no-kind",
        "cannot-be-built",
    ],
)
def test_ones_that_cannot_be_used(install: Any, run: Any, source: str, error: type[Exception], told: str) -> None:
    install("broken-plugin", source)
    briefer, _ = run()
    (problem,) = briefer.host.problems
    assert type(problem) is error
    assert told in str(problem)
    assert "broken_plugin" in str(problem)
    with pytest.raises(error):
        Briefer(strict=True)


def test_problems_are_warned_of(install: Any) -> None:
    install("broken-plugin", "import no_such_module_anywhere")
    with pytest.warns(RuntimeWarning, match="broken_plugin"):
        Briefer()


def test_doubled_entry_point_name(install: Any, run: Any) -> None:
    install("alpha-plugin", things("pass"), entry="same")
    install("beta-plugin", things("name = 'beta.things'"), entry="same")
    briefer, briefing = run()
    (problem,) = briefer.host.problems
    assert "another plugin of this name" in str(problem)
    # The distributions are sorted by name: the first one is in.
    assert {made.name for made in briefing.producers} >= {"broken.things"}
    assert "beta.things" not in {made.name for made in briefing.producers}


def test_ring(install: Any, run: Any) -> None:
    other = HEAD.replace("broken.thing", "other.thing").replace("class Thing", "class Other")
    source = things(
        "requires = (Quote,)\nprovides = (Thing, Actor)\ndef extract(self, document, found):\n    return ()"
    )
    install("ring-plugin", source)
    briefer, _ = run()
    (problem,) = briefer.host.problems
    assert isinstance(problem, DependencyCycleError)
    assert problem.ring[0] == problem.ring[-1]
    assert {"quotes", "broken.things"} <= set(problem.ring)
    assert " -> ".join(problem.ring) in str(problem)
    assert other


def test_missing_producer(install: Any, run: Any) -> None:
    install("needy-plugin", things("requires = (Thing,)\nprovides = ()"))
    _, briefing = run()
    (skipped,) = briefing.skipped
    assert skipped.producer == "broken.things"
    assert skipped.reason == "it requires broken.thing, which no extractor provides"


@pytest.mark.parametrize(
    ("body", "error", "told"),
    [
        ("def extract(self, document, found):\n    raise RuntimeError('boom')", "RuntimeError", "boom"),
        (
            (
                "def extract(self, document, found):\n"
                "    yield Thing(span=document.span(0, 1), evidence=Evidence(self.name, 'first'))\n"
                "    raise RecursionError('deep')"
            ),
            "RecursionError",
            "deep",
        ),
        (
            (
                "def extract(self, document, found):\n"
                "    yield Thing(span=Span(0, 5, 'lies!'), evidence=Evidence(self.name, 'lie'))"
            ),
            "ContractViolationError",
            "but the text has",
        ),
        (
            (
                "def extract(self, document, found):\n"
                "    evidence = Evidence(self.name, 'r')\n"
                "    yield DateMention(span=document.span(0, 5), evidence=evidence, type='DATE', value='X')"
            ),
            "ContractViolationError",
            "does not declare",
        ),
        ("def extract(self, document, found):\n    found.of(Quote)\n    return ()", "UndeclaredNeedError", "quote"),
        ("def extract(self, document, found):\n    return None", "TypeError", "iterable"),
        ("def extract(self, document, found):\n    yield 'text'", "ContractViolationError", "yielded a str"),
        (
            "def extract(self, document, found):\n    document.text = ''\n    return ()",
            "FrozenInstanceError",
            "",
        ),
        (
            (
                "def extract(self, document, found):\n"
                "    yield Thing(span=document.span(0, 1), evidence=Evidence('dates', 'forged'))"
            ),
            "ContractViolationError",
            "names this extractor",
        ),
    ],
    ids=[
        "raises",
        "raises-late",
        "lies",
        "undeclared-kind",
        "undeclared-need",
        "none",
        "no-annotation",
        "writes",
        "forges",
    ],
)
def test_ones_that_fail_on_a_document(install: Any, run: Any, body: str, error: str, told: str) -> None:
    install("failing-plugin", things(body))
    briefer, briefing = run()
    assert briefer.host.problems == ()
    (failure,) = briefing.failures
    assert (failure.producer, failure.error) == ("broken.things", error)
    assert told in failure.message
    assert not briefing.complete
    assert not any(item.kind == "broken.thing" for item in briefing.annotations)


def test_a_check_that_fails(install: Any, run: Any) -> None:
    source = """
    from afghanbrief import hookimpl

    class Check:
        name = "broken.check"
        requires = uses = ()
        def check(self, document, found):
            raise RuntimeError("boom")

    @hookimpl
    def afghanbrief_checks():
        return (Check(),)
    """
    install("check-plugin", source)
    _, briefing = run()
    assert [(failure.producer, failure.error) for failure in briefing.failures] == [("broken.check", "RuntimeError")]


def test_order_of_installation_does_not_show(install: Any, texts: tuple[str, ...]) -> None:
    import sys

    install("zeta-plugin", things("name = 'zeta.things'"))
    install("alpha-plugin", things("name = 'alpha.things'").replace("broken.thing", "alpha.thing"))
    one = to_json(Briefer().brief(texts[0]))
    sys.path.reverse()
    try:
        other = to_json(Briefer().brief(texts[0]))
    finally:
        sys.path.reverse()
    assert one == other


@pytest.mark.parametrize("value", ["none", "", "off", "0", "other-plugin"])
def test_environment_turns_plugins_off(install: Any, monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    install("broken-plugin", "import no_such_module_anywhere")
    monkeypatch.setenv("AFGHANBRIEF_PLUGINS", value)
    assert Briefer(strict=True).host.problems == ()


@pytest.mark.parametrize("value", ["good-plugin", "good_plugin", "other, good-plugin"])
def test_environment_names_distributions_or_plugins(install: Any, monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    install("good-plugin", things("pass"))
    monkeypatch.setenv("AFGHANBRIEF_PLUGINS", value)
    assert [plugin.name for plugin in Briefer().host.plugins if not plugin.built_in] == ["good_plugin"]


def test_without_the_environment_all_are_in(install: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    install("good-plugin", things("pass"))
    monkeypatch.delenv("AFGHANBRIEF_PLUGINS")
    assert "good_plugin" in {plugin.name for plugin in Briefer().host.plugins}
