"""What all writers promise: the same bytes whatever the hash seed, and size and time in line with the text."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import afghanbrief
from afghanbrief import Briefing, Document
from afghanbrief.errors import SettingsError
from afghanbrief.writers import afghanbrief_writers

NEEDS = {"parquet": "pyarrow", "arrow": "pyarrow", "cas": "cassis"}
WRITERS = [pytest.param(writer, id=writer.name) for writer in afghanbrief_writers()]


def written(writer: Any, *briefings: Briefing) -> bytes:
    pytest.importorskip(NEEDS.get(writer.name.partition("-")[0], "afghanbrief"))
    target = io.BytesIO()
    writer.write(briefings, target)
    return target.getvalue()


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_every_writer_takes_every_briefing(writer: Any, briefing: Briefing) -> None:
    odd = Briefing(document=Document("\x00\ud800 \r\n\u202e", id="\ud800/..\x00", title="\udfff", url="::"))
    assert written(writer, briefing) == written(writer, briefing)
    for briefings in ((), (odd,), (odd, briefing, odd)):
        written(writer, *briefings)


SCRIPT = """
import hashlib, io, sys
sys.path.insert(0, sys.argv[1])
from conftest import make_briefing
from afghanbrief.errors import SettingsError
from afghanbrief.writers import afghanbrief_writers
for writer in afghanbrief_writers():
    if writer.name.partition("-")[0] not in ("parquet", "arrow", "cas"):
        target = io.BytesIO()
        writer.write([make_briefing()], target)
        print(writer.name, hashlib.sha256(target.getvalue()).hexdigest())
"""


def test_the_hash_seed_changes_no_byte() -> None:
    source = str(Path(afghanbrief.__file__).parent.parent)
    found = set()
    for seed in ("0", "1"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": source}
        command = [sys.executable, "-c", SCRIPT, str(Path(__file__).parent)]
        found.add(subprocess.run(command, env=environment, capture_output=True, check=True).stdout)
    assert len(found) == 1
    assert hashlib.sha256(b"").hexdigest() not in found.pop().decode()


@pytest.mark.parametrize("writer", [param for param in WRITERS if param.id in ("html", "brat", "webannotation")])
def test_size_grows_with_the_text_and_not_with_its_square(writer: Any) -> None:
    from afghanbrief import Actor, ActorMention, Evidence

    def size(count: int) -> int:
        document = Document("Kabul denied it. " * count)
        evidence = Evidence("actors", "name")
        mentions = tuple(
            ActorMention(span=document.span(17 * n, 17 * n + 5), evidence=evidence, form="name", type="government")
            for n in range(count)
        )
        ids = tuple(mention.id for mention in mentions)
        actor = Actor(
            span=mentions[0].span, evidence=evidence, id="actor:k", name="Kabul", type="government", mention_ids=ids
        )
        made = Briefing(document=document, annotations=(actor, *mentions))
        return len(written(writer, made))

    small, large = size(400), size(800)
    assert large - small < 1.2 * small


@pytest.mark.parametrize(
    ("name", "module", "extra"),
    [("parquet", "pyarrow", "arrow"), ("arrow", "pyarrow", "arrow"), ("cas", "cassis", "cassis")],
)
def test_a_missing_package_is_named(
    name: str, module: str, extra: str, briefing: Briefing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    writer = next(writer for writer in afghanbrief_writers() if writer.name == name)
    with pytest.raises(SettingsError, match=rf"pip install 'afghanbrief\[{extra}\]'"):
        writer.write([briefing], io.BytesIO())


@pytest.mark.parametrize("module", ["pandas", "polars"])
def test_a_missing_frame_library_is_named(module: str, briefing: Briefing, monkeypatch: pytest.MonkeyPatch) -> None:
    from afghanbrief.writers import rows

    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(SettingsError, match=rf"pip install 'afghanbrief\[{module}\]'"):
        getattr(rows, f"to_{module}")(briefing)
