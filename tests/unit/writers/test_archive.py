from __future__ import annotations

import io
import zipfile

from afghanbrief import Briefing, Document
from afghanbrief.writers.archive import file_stem, write_one_or_archive


def briefing_of(name: str) -> Briefing:
    return Briefing(document=Document("", id=name))


def test_names_are_safe_and_differ() -> None:
    taken: set[str] = set()
    names = ["../../etc/passwd", "a b", "A b", "", "a-b", "\u0627\u062e\u0628\u0627\u0631", "x" * 200, "a-b-7x", "A-B"]
    stems = [file_stem(name, number, taken) for number, name in enumerate(names, 1)]
    assert stems[:4] == ["etc-passwd", "a-b", "A-b-3", "document-4"]
    assert len({stem.lower() for stem in stems}) == len(names)
    assert all("/" not in stem and not stem.startswith(".") and len(stem) < 90 for stem in stems)
    assert file_stem("b-2", 1, {"b-2", "b-2-1"}) == "b-2-1x"


def test_none_one_and_several() -> None:
    target = io.BytesIO()
    write_one_or_archive([], target, lambda briefing: b"x", ".x")
    assert target.getvalue() == b""
    write_one_or_archive([briefing_of("a")], target, lambda briefing: briefing.document.id.encode(), ".x")
    assert target.getvalue() == b"a"
    target = io.BytesIO()
    write_one_or_archive(map(briefing_of, "abc"), target, lambda briefing: briefing.document.id.encode(), ".x")
    archive = zipfile.ZipFile(target)
    assert {name: archive.read(name) for name in archive.namelist()} == {"a.x": b"a", "b.x": b"b", "c.x": b"c"}
    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
