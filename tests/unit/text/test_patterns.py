"""Patterns compile in one place, and runaway ones are named."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

import afghanbrief
from afghanbrief.errors import PatternTimeoutError, SettingsError
from afghanbrief.text.patterns import GuardedPattern, compile_pattern, runaway_repeats


def test_flags() -> None:
    assert compile_pattern("a").search("A") is None
    assert compile_pattern("a", ignore_case=True).search("A")
    assert compile_pattern("^b", multiline=True).search("a\nb")


@pytest.mark.parametrize("source", [r"(a+)+b", r"(a*)*", r"(?:x(a|b+)+)*", r"(a+?)*?", r"((a+)?b)*"])
def test_runaway_repeats_are_named(source: str) -> None:
    assert runaway_repeats(source)


@pytest.mark.parametrize(
    "source",
    [r"a+b", r"(a{1,5})+", r"(?>a+)+b", r"(?:a++)+b", r"(?>(?:a)+)*", r"(a|b)*", r"a(?=b)*", r"(?P<x>a)(?P=x)+"],
)
def test_bounded_patterns_pass(source: str) -> None:
    assert runaway_repeats(source) == ()


def package_patterns() -> list[tuple[str, re.Pattern[str]]]:
    found = []
    for info in pkgutil.walk_packages(afghanbrief.__path__, "afghanbrief."):
        if info.name in ("afghanbrief.__main__", "afghanbrief.testing.pytest_plugin"):
            continue
        try:
            module = importlib.import_module(info.name)
        except ImportError as error:
            if str(error.name).startswith("afghanbrief"):
                raise
            # An extra that is not installed.
            continue
        for name, value in vars(module).items():
            if isinstance(value, re.Pattern):
                found.append((f"{info.name}.{name}", value))
    return found


def test_no_pattern_of_the_package_can_run_away() -> None:
    patterns = package_patterns()
    assert patterns
    assert {
        name: runaway_repeats(pattern.pattern) for name, pattern in patterns if runaway_repeats(pattern.pattern)
    } == {}


def test_guarded_pattern_finds() -> None:
    pattern = GuardedPattern(r"\p{Lu}\w+", extractor="toys.x")
    assert [match.group() for match in pattern.finditer("in Kabul and Herat")] == ["Kabul", "Herat"]


def test_guarded_pattern_stops_in_time() -> None:
    pattern = GuardedPattern(r"(a|aa)+$", extractor="toys.x", seconds=0.05)
    with pytest.raises(PatternTimeoutError) as caught:
        list(pattern.finditer("a" * 60 + "b"))
    assert (caught.value.extractor, caught.value.pattern, caught.value.seconds) == ("toys.x", r"(a|aa)+$", 0.05)


@pytest.mark.parametrize("source", ["(a", "[z-a]", "a{2,1}", r"\p{Nothing}"])
def test_what_is_no_pattern_is_a_wrong_setting(source: str) -> None:
    with pytest.raises(SettingsError, match="is no pattern") as caught:
        GuardedPattern(source, extractor="toys.x")
    assert caught.value.key == "extractors.toys.x"
