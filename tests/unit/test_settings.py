"""Settings come from dicts and TOML; what is unknown or wrong is named by its dotted path."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import attrs
import pytest

from afghanbrief import Settings
from afghanbrief.errors import SettingsError
from afghanbrief.settings import Limits, read_table


@attrs.frozen
class Inner:
    """Nested."""

    depth: int = 1


@attrs.frozen
class Table:
    """Every type that a setting may have."""

    name: str = "n"
    words: tuple[str, ...] = ()
    inner: Inner = Inner()
    limit: int | None = None
    share: float = 0.5
    on: bool = False
    any: Any = None
    mode: Literal["fast", "slow"] = "fast"
    table: Mapping[str, Any] = attrs.field(factory=dict)


@attrs.frozen
class Checked:
    """A setting with a condition."""

    size: int = attrs.field(default=1, validator=attrs.validators.ge(1))


def test_defaults() -> None:
    assert Settings().limits.max_characters == 2_000_000
    assert Settings.from_dict({}) == Settings()


def test_from_dict() -> None:
    settings = Settings.from_dict(
        {"disable": ["a"], "plugins": ("m",), "limits": {"max_characters": 5}, "extractors": {"dates": {"x": 1}}}
    )
    assert settings.disable == ("a",)
    assert settings.plugins == ("m",)
    assert settings.limits == Limits(max_characters=5)
    assert settings.extractors == {"dates": {"x": 1}}


def test_from_toml(tmp_path: Path) -> None:
    text = 'disable = ["a"]\n[limits]\nmax_annotations = 7\n'
    path = tmp_path / "s.toml"
    path.write_text(text, encoding="utf-8")
    assert Settings.from_toml(path) == Settings.from_toml(text)
    assert Settings.from_toml(text).limits.max_annotations == 7


@pytest.mark.parametrize(
    ("table", "key", "cure"),
    [
        ({"disabel": []}, "disabel", "did you mean 'disable'"),
        ({"zzz": 1}, "zzz", "known here: disable"),
        ({"limits": {"max_charactres": 1}}, "limits.max_charactres", "max_characters"),
        ({"limits": {"max_characters": "1"}}, "limits.max_characters", "type int"),
        ({"limits": {"max_characters": True}}, "limits.max_characters", "type int"),
        ({"limits": 3}, "limits", "no table"),
        ({"disable": "dates"}, "disable", "a list"),
        ({"disable": 3}, "disable", "a list"),
        ({"disable": ["a", 3]}, "disable[1]", "type str"),
        ({"extractors": []}, "extractors", "type Mapping"),
        ({"extractors": {"dates": 3}}, "extractors.dates", "no table"),
    ],
)
def test_what_is_wrong_is_named(table: dict[str, Any], key: str, cure: str) -> None:
    with pytest.raises(SettingsError) as caught:
        Settings.from_dict(table)
    assert caught.value.key == key
    assert cure in str(caught.value)


def test_broken_toml() -> None:
    with pytest.raises(SettingsError, match="no TOML"):
        Settings.from_toml("limits = [")


def test_tables_of_extractors() -> None:
    table = {
        "name": "m",
        "words": ["a", "b"],
        "inner": {"depth": 2},
        "limit": 3,
        "share": 0.25,
        "on": True,
        "any": [1],
        "mode": "slow",
        "table": {"a": 1},
    }
    made = read_table(Table, table, "extractors.toys")
    assert made == Table("m", ("a", "b"), Inner(2), 3, 0.25, True, [1], "slow", {"a": 1})
    assert read_table(Table, {"limit": None, "inner": Inner(4)}) == Table(inner=Inner(4))


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ({"inner": {"dept": 1}}, "e.t.inner.dept"),
        ({"limit": "3"}, "e.t.limit"),
        ({"on": 1}, "e.t.on"),
        ({"mode": "x"}, "e.t.mode"),
        ({"share": True}, "e.t.share"),
    ],
)
def test_tables_of_extractors_name_the_path(table: dict[str, Any], key: str) -> None:
    with pytest.raises(SettingsError) as caught:
        read_table(Table, table, "e.t")
    assert caught.value.key == key


def test_conditions_of_a_settings_class_are_settings_errors() -> None:
    with pytest.raises(SettingsError, match="size"):
        read_table(Checked, {"size": 0}, "extractors.toys")
    with pytest.raises(SettingsError, match="unknown; known here: nothing"):
        read_table(attrs.make_class("Empty", [], frozen=True), {"size": 0})


def test_whole_numbers_are_fractions_too() -> None:
    assert read_table(Table, {"share": 1}).share == 1


def test_files_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    path = tmp_path / "briefer.toml"
    for content, told in ((b'disable = ["\xff"]', "this is not UTF-8"), (b"disable =", "this is no TOML")):
        path.write_bytes(content)
        with pytest.raises(SettingsError) as caught:
            Settings.from_toml(path)
        assert str(caught.value).startswith(f"{path}: {told}")
        assert caught.value.key == ""
    path.write_bytes(b'\xef\xbb\xbfdisable = ["a"]')
    assert Settings.from_toml(path).disable == ("a",)


@pytest.mark.parametrize("name", ["max_characters", "max_annotations"])
@pytest.mark.parametrize("value", [-1, True, 1.5, "5"])
def test_limits_are_whole_numbers(name: str, value: Any) -> None:
    with pytest.raises(SettingsError) as caught:
        Limits(**{name: value})
    assert caught.value.key == f"limits.{name}"
    with pytest.raises(SettingsError) as caught:
        Settings.from_dict({"limits": {name: value}})
    assert caught.value.key == f"limits.{name}"


@pytest.mark.parametrize("value", ["quotes", ("a", 1)])
def test_names_are_a_list_of_strings(value: Any) -> None:
    for key in ("disable", "plugins"):
        with pytest.raises(SettingsError) as caught:
            Settings(**{key: value})
        assert caught.value.key == key
    assert Settings(disable=["a"]).disable == ("a",)  # type: ignore[arg-type]
