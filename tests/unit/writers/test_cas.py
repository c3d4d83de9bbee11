from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest

from afghanbrief import Briefing
from afghanbrief.writers.cas import CasWriter, CasXmiWriter, make_type_system, to_cas

cassis = pytest.importorskip("cassis", reason="needs dkpro-cassis")
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


def check(cas: Any, briefing: Briefing) -> None:
    assert cas.sofa_string == briefing.document.text
    quotes = cas.select("afghanbrief.Quote")
    assert [(item.get_covered_text(), item.style, item.part, item.parts, item.verbatim) for item in quotes] == [
        ("We hold 229 districts,", "direct", 1, 2, True),
        ("That is 56.3 percent.", "direct", 2, 2, True),
        ("Norania\u2019s army\nhad lost at least 13 soldiers as of January 31, 2018", "indirect", 1, 1, False),
    ]
    assert {item.speaker.actor.name for item in quotes} == {"Anar Solan"}
    figure = cas.select("afghanbrief.Statistic")[0]
    assert (figure.value, figure.asOf.value, figure.source.roles) == (
        "229",
        "2018-01-31",
        "Defense Minister of Norania",
    )
    mentions = cas.select("afghanbrief.ActorMention")
    assert [item.actor.name if item.actor else None for item in mentions] == ["Anar Solan", None, "Norania\u2019s army"]
    assert [item.kind for item in cas.select("afghanbrief.Item")] == ["weather.storm"]


def test_json_is_read_back_by_cassis(briefing: Briefing) -> None:
    target = io.BytesIO()
    CasWriter().write([briefing], target)
    check(cassis.load_cas_from_json(target.getvalue().decode("utf-8")), briefing)


def test_xmi_counts_utf_16_and_is_read_back_by_cassis(briefing: Briefing) -> None:
    target = io.BytesIO()
    CasXmiWriter().write([briefing, briefing], target)
    archive = zipfile.ZipFile(target)
    assert archive.namelist() == ["TypeSystem.xml", "d-1.xmi", "d-1-2.xmi"]
    xmi = archive.read("d-1.xmi").decode("utf-8")
    assert 'begin="88" end="94" identifier="date:87-93"' in xmi
    types = cassis.load_typesystem(archive.read("TypeSystem.xml").decode("utf-8"))
    check(cassis.load_cas_from_xmi(xmi, typesystem=types), briefing)


def test_the_same_briefing_gives_the_same_bytes(briefing: Briefing) -> None:
    assert to_cas(briefing).to_json() == to_cas(briefing).to_json()
    assert make_type_system().to_xml() == make_type_system().to_xml()
