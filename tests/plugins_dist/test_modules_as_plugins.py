"""A Briefer that was given a module as plugin can be sent to other processes, as one that was given its name."""

from __future__ import annotations

import pickle
import sys
from pathlib import Path

import pytest

from afghanbrief import Briefer
from afghanbrief.scaffold import write_plugin


@pytest.mark.parametrize("given", ["module", "name"])
def test_briefers_with_plugins_can_be_pickled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    folder = write_plugin("pickled", tmp_path)
    monkeypatch.syspath_prepend(folder / "src")
    import afghanbrief_pickled  # type: ignore[import-not-found]

    plugin = afghanbrief_pickled if given == "module" else "afghanbrief_pickled"
    briefer = Briefer(only=["pickled.words"], plugins=[plugin], discover=False, strict=True)
    copy = pickle.loads(pickle.dumps(briefer))
    assert copy.brief("Two mines.").annotations == briefer.brief("Two mines.").annotations != ()
    for name in [name for name in sys.modules if name.startswith("afghanbrief_pickled")]:
        monkeypatch.delitem(sys.modules, name)
