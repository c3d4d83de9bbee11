from __future__ import annotations

import io
import json
from collections import Counter
from pathlib import Path
from typing import Any

import attrs
import pytest

from afghanbrief import Briefing, Document
from afghanbrief.writers.webannotation import WebAnnotationWriter, to_web_annotations

# The terms that the writer uses, as appendix A of the Web Annotation Vocabulary defines them.
ANNO = json.loads((Path(__file__).parent / "anno.jsonld").read_text(encoding="utf-8"))


def load_nothing_else(url: str, options: dict[str, Any]) -> dict[str, Any]:
    assert url == "http://www.w3.org/ns/anno.jsonld"
    return {"contextUrl": None, "documentUrl": url, "document": ANNO, "contentType": "application/ld+json"}


def keys_of(value: Any) -> Counter[str]:
    found: Counter[str] = Counter()
    if isinstance(value, dict):
        found.update(key for key in value if key != "@context")
        for key, inner in value.items():
            if key != "@context":
                found += keys_of(inner)
    elif isinstance(value, list):
        for inner in value:
            found += keys_of(inner)
    return found


def test_a_json_ld_processor_understands_every_term(briefing: Briefing) -> None:
    jsonld = pytest.importorskip("pyld.jsonld", reason="needs pyld")
    written = to_web_annotations(briefing)
    options = {"documentLoader": load_nothing_else}
    expanded = jsonld.expand(written, options)
    back = jsonld.compact(expanded, written["@context"], options)
    assert keys_of(back) == keys_of(written)
    triples = jsonld.to_rdf(written, {**options, "format": "application/n-quads"})
    assert '<http://www.w3.org/ns/oa#exact> "We hold 229 districts,"' in triples
    assert "<https://schema.org/spokenByCharacter>" in triples
    assert "<http://www.w3.org/ns/oa#motivatedBy> <http://www.w3.org/ns/oa#identifying>" in triples
    assert triples == jsonld.to_rdf(expanded, {"format": "application/n-quads"})


def test_selectors_say_where_the_words_stand(briefing: Briefing) -> None:
    text = briefing.document.text
    items = to_web_annotations(briefing)["first"]["items"]
    assert len(items) == len(briefing.annotations) - len(briefing.actors)
    for item in items:
        for target in item["target"] if isinstance(item["target"], list) else [item["target"]]:
            assert target["source"] == briefing.document.url
            position, quote = target["selector"]
            assert text[position["start"] : position["end"]] == quote["exact"]
            assert text[: position["start"]].endswith(quote["prefix"])
            assert text[position["end"] :].startswith(quote["suffix"])
            assert len(quote["prefix"]) == min(40, position["start"])


def test_bodies_speak_schema_org(briefing: Briefing) -> None:
    bodies = {item["afb:kind"]: item["body"] for item in to_web_annotations(briefing)["first"]["items"]}
    assert bodies["quote"]["type"] == "schema:Quotation"
    assert bodies["quote"]["schema:spokenByCharacter"]["schema:name"] == "Anar Solan"
    assert bodies["quote"]["schema:spokenByCharacter"]["schema:jobTitle"] == ["Defense Minister of Norania"]
    assert bodies["date"]["schema:value"] == "2018-01-31"
    assert bodies["date"]["schema:temporalCoverage"] == "2018-01-31"
    assert bodies["statistic"]["schema:minValue"] == "13"
    assert bodies["actor-mention"]["type"] == "schema:Organization"
    assert json.loads(bodies["weather.storm"]["value"]) == {"force": 9, "names": ["<b>"]}


def test_a_quote_of_two_pieces_has_two_targets(briefing: Briefing) -> None:
    items = to_web_annotations(briefing)["first"]["items"]
    [quote] = [item for item in items if item["id"].endswith("#quote:27-117")]
    assert [target["selector"][1]["exact"] for target in quote["target"]] == [
        "We hold 229 districts,",
        "That is 56.3 percent.",
    ]


def test_without_an_address_the_text_itself_is_the_source(briefing: Briefing) -> None:
    nowhere = attrs.evolve(briefing, document=Document(briefing.document.text))
    [source] = {
        item["target"]["source"]
        for item in to_web_annotations(nowhere)["first"]["items"]
        if isinstance(item["target"], dict)
    }
    assert source.startswith("ni:///sha-256;")


def test_a_line_for_each_briefing(briefing: Briefing) -> None:
    target = io.BytesIO()
    WebAnnotationWriter().write([briefing, Briefing(document=Document("\ud800"))], target)
    lines = target.getvalue().decode("utf-8").splitlines()
    assert [json.loads(line)["total"] for line in lines] == [11, 0]
