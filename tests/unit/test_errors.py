"""Each error carries its data, names the cure, and travels between processes."""

from __future__ import annotations

import pickle

import pytest

from afghanbrief import errors

EXAMPLES = [
    errors.InvalidDocumentError("no text", source="a.jsonl", line=3),
    errors.InvalidDocumentError("no text"),
    errors.DocumentTooLargeError(length=3_000_000, limit=2_000_000),
    errors.SettingsError("it is unknown", key="limits.max"),
    errors.PluginLoadError("it cannot be imported", plugin="p"),
    errors.PluginContractError("no name", plugin="p"),
    errors.DependencyCycleError(("a", "b", "a")),
    errors.ExtractionError("it failed", extractor="e"),
    errors.ContractViolationError("a false span", extractor="e"),
    errors.UndeclaredNeedError(extractor="e", kind="quote"),
    errors.PatternTimeoutError(extractor="e", pattern="(a+)+", seconds=1.0),
    errors.SerializationError("no JSON"),
    errors.UnsupportedSchemaError("afghanbrief/9"),
    errors.CorruptBriefingError("annotations[3].span.text", "it is not its slice"),
]


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
def test_pickles_with_its_data(error: errors.AfghanbriefError) -> None:
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is type(error)
    assert str(copy) == str(error)
    assert vars(copy) == vars(error)


def test_every_class_is_among_the_examples() -> None:
    roots = {errors.AfghanbriefError, errors.PluginError}
    classes = {
        value
        for value in vars(errors).values()
        if isinstance(value, type) and issubclass(value, errors.AfghanbriefError)
    }
    assert classes - roots == {type(error) for error in EXAMPLES}


def test_messages_name_place_and_cure() -> None:
    assert str(EXAMPLES[0]) == "a.jsonl: line 3: no text"
    assert str(EXAMPLES[1]) == "no text"
    assert "3,000,000" in str(EXAMPLES[2])
    assert "split the text" in str(EXAMPLES[2])
    assert "a -> b -> a" in str(errors.DependencyCycleError(("a", "b", "a")))
    assert errors.DependencyCycleError(("a", "b", "a")).plugin == "a"


def test_standard_classes_catch_them() -> None:
    for cls in (errors.InvalidDocumentError, errors.SettingsError, errors.SerializationError):
        assert issubclass(cls, ValueError)
