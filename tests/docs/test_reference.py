"""The reference names all that is public, with its signature, and nothing that is not there."""

from __future__ import annotations

import argparse
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

import afghanbrief
from afghanbrief import cli, errors, hookspecs
from afghanbrief.briefing import Finding
from afghanbrief.plugins import ENVIRONMENT_VARIABLE, PluginHost
from afghanbrief.serialize import BUILT_IN_KINDS
from afghanbrief.settings import Limits, Settings

DOCS = Path(__file__).parent.parent.parent / "docs"
REFERENCE = DOCS / "reference"
HOOKS = [name for name in vars(hookspecs) if name.startswith("afghanbrief_")]
ERRORS = [
    value
    for value in vars(errors).values()
    if isinstance(value, type) and issubclass(value, errors.AfghanbriefError) and value.__module__ == errors.__name__
]
# Rules of extractors have pages of their own; checks and writers are plugins like those of others.
UNLISTED = re.compile(r"afghanbrief\.(?:__main__|extractors\b|checks\b|writers\b|testing\.)|.*\._")


def read(name: str) -> str:
    return (REFERENCE / name).read_text("utf-8")


def sections(text: str) -> dict[str, str]:
    parts = re.split(r"^## (.*)$", text, flags=re.MULTILINE)
    return {title.strip().replace("`", ""): body for title, body in zip(parts[1::2], parts[2::2], strict=True)}


def rows(text: str) -> Iterator[list[str]]:
    for line in text.splitlines():
        if line.startswith("| `"):
            yield [cell.strip() for cell in line.strip()[1:-1].split("|")]


# ---------------------------------------------------------------- names


def test_every_public_name_is_listed_once() -> None:
    page = read("names.md")
    listed = [name for block in re.findall(r"```\{public-names\}\n(.*?)```", page, re.DOTALL) for name in block.split()]
    listed += re.findall(r"^`(\w+)`$", page, re.MULTILINE)
    assert sorted(listed) == sorted(afghanbrief.__all__)


def test_every_public_name_says_what_it_is_for() -> None:
    for name in afghanbrief.__all__:
        value = getattr(afghanbrief, name)
        if callable(value):
            assert inspect.getdoc(value), name


def modules() -> list[str]:
    found = [info.name for info in pkgutil.walk_packages(afghanbrief.__path__, "afghanbrief.")]
    packages = {name.rpartition(".")[0] for name in found}
    return [name for name in found if not UNLISTED.match(name) and name not in packages - {"afghanbrief.testing"}]


def test_every_module_has_a_page() -> None:
    documented = [
        name
        for page in sorted((REFERENCE / "api").glob("*.md"))
        for name in re.findall(r"^\.\. automodule:: (\S+)$", page.read_text("utf-8"), re.MULTILINE)
    ]
    assert len(documented) == len(set(documented))
    assert set(modules()) <= set(documented)
    for name in documented:
        importlib.import_module(name)


@pytest.mark.parametrize("name", modules())
def test_everything_in_a_documented_module_has_a_docstring(name: str) -> None:
    module = importlib.import_module(name)
    assert module.__doc__
    for member, value in vars(module).items():
        if member.startswith("_") or getattr(value, "__module__", None) != name:
            continue
        if inspect.isfunction(value) or inspect.isclass(value):
            assert inspect.getdoc(value), f"{name}.{member}"


def test_the_architecture_page_places_every_module() -> None:
    page = (DOCS / "explanation" / "architecture.md").read_text("utf-8")
    placed = {name for row in rows(page) for name in re.findall(r"`(\w+)`", row[0])}
    found = {info.name for info in pkgutil.iter_modules(afghanbrief.__path__) if not info.name.startswith("_")}
    assert placed == found


# ---------------------------------------------------------------- hooks


@pytest.mark.parametrize("name", HOOKS)
def test_every_hook_is_documented_with_its_signature(name: str) -> None:
    signature = str(inspect.signature(getattr(hookspecs, name))).replace("'", "")
    assert f"`{name}{signature}`" in read("hooks.md")


def test_no_other_hook_is_documented() -> None:
    documented = re.findall(r"^`(afghanbrief_\w+)\(", read("hooks.md"), re.MULTILINE)
    assert sorted(documented) == sorted(HOOKS)


@pytest.mark.parametrize(
    ("section", "shape"),
    [("Extractors", afghanbrief.Extractor), ("Checks", afghanbrief.Check), ("Writers", afghanbrief.Writer)],
)
def test_every_attribute_that_a_hook_wants_is_documented(section: str, shape: Any) -> None:
    body = sections(read("hooks.md"))[section]
    methods = {name for name, value in vars(shape).items() if inspect.isfunction(value) and not name.startswith("_")}
    for name in {*inspect.get_annotations(shape), *methods}:
        assert re.search(rf"^\| `{name}[`(]", body, re.MULTILINE), name


def test_the_off_switch_is_documented() -> None:
    assert ENVIRONMENT_VARIABLE in read("hooks.md")


# ---------------------------------------------------------------- kinds


@pytest.mark.parametrize("kind", [*BUILT_IN_KINDS, Finding], ids=lambda kind: str(kind.__name__))
def test_every_kind_is_documented_with_its_fields(kind: Any) -> None:
    body = sections(read("kinds.md"))[kind.__name__]
    if kind is not Finding:
        assert f"Kind `{kind.kind}`, overlap `{kind.overlap.value}`" in body
    named = [name for row in rows(body) for name in re.findall(r"`(\w+)`", row[0])]
    common = () if kind is Finding else ("span", "evidence", "id")
    assert named == [field.name for field in attrs.fields(kind) if field.init and field.name not in common]


# ---------------------------------------------------------------- settings


def test_every_setting_is_documented_with_its_default() -> None:
    documented = {row[0].strip("`"): row[2].strip("`") for row in rows(read("settings.md"))}
    assert set(documented) == {
        *(field.name for field in attrs.fields(Settings)),
        *(f"limits.{field.name}" for field in attrs.fields(Limits)),
    }
    for field in attrs.fields(Limits):
        assert documented[f"limits.{field.name}"] == str(field.default)


def test_every_setting_of_a_built_in_extractor_has_a_meaning() -> None:
    for offer in PluginHost(discover=False).extractors():
        settings = offer.value.Settings
        for field in attrs.fields(settings) if settings else ():
            assert re.search(rf"^ +{field.name}: \S", inspect.getdoc(settings) or "", re.MULTILINE), field.name


# ---------------------------------------------------------------- errors


def test_every_error_is_in_the_table_of_cause_and_cure() -> None:
    assert [row[0].strip("`") for row in rows(read("errors.md"))] == [error.__name__ for error in ERRORS]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: str(error.__name__))
def test_an_errors_row_says_what_it_is_and_carries(error: type[Exception]) -> None:
    _, also, attributes, cause, cure = next(row for row in rows(read("errors.md")) if row[0] == f"`{error.__name__}`")
    builtin = [base.__name__ for base in error.__mro__ if base.__module__ == "builtins"]
    assert re.findall(r"`(\w+)`", also) == [
        name for name in builtin if name not in ("Exception", "BaseException", "object")
    ]
    carried = [
        name
        for base in reversed(error.__mro__)
        if base.__module__ == errors.__name__
        for name in re.findall(r"^ {4}(\w+): ", (inspect.getdoc(base) or "").partition("Attributes:")[2], re.MULTILINE)
    ]
    assert re.findall(r"`(\w+)`", attributes) == carried
    assert cause
    assert cure


# ---------------------------------------------------------------- command line


def commands() -> dict[str, argparse.ArgumentParser]:
    parser = cli.make_parser()
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    raise AssertionError("the parser has no commands")


def options(parser: argparse.ArgumentParser) -> set[str]:
    found = {option for action in parser._actions for option in action.option_strings}
    return found - {"-h", "--help"}


def documented_options(text: str) -> set[str]:
    return {option for row in rows(text) for option in re.findall(r"`(--?[a-z][a-z-]*)", row[0])}


def test_every_command_is_documented() -> None:
    titles = [title.split()[1] for title in sections(read("cli.md")) if title.startswith("afghanbrief ")]
    assert sorted(titles) == sorted(commands())


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_option_of_a_command_is_documented_and_no_other(name: str) -> None:
    body = next(body for title, body in sections(read("cli.md")).items() if title.split()[:2] == ["afghanbrief", name])
    assert documented_options(body) == options(commands()[name])


def test_the_options_of_the_program_are_documented() -> None:
    head = read("cli.md").partition("\n## ")[0]
    assert documented_options(head) == {"-h", "--help", "--version"}


def test_every_choice_and_metavar_is_documented() -> None:
    page = read("cli.md")
    for parser in commands().values():
        for action in parser._actions:
            for choice in action.choices or ():
                assert str(choice) in page
            if action.option_strings and isinstance(action.metavar, str):
                assert f"`{action.option_strings[0]} {action.metavar}`" in page


def test_exit_codes_are_documented() -> None:
    for code in (cli.COMPLETE, cli.INCOMPLETE, cli.WRONG_USAGE, cli.INTERRUPTED):
        assert f"| {code} | " in read("cli.md")


@pytest.mark.parametrize(("page", "values"), [("certainty", afghanbrief.Certainty), ("conflicts", afghanbrief.Overlap)])
def test_every_member_of_an_enumeration_is_explained(page: str, values: Any) -> None:
    text = (DOCS / "explanation" / f"{page}.md").read_text("utf-8")
    for member in values:
        assert f"`{member.value}`" in text
