"""The extractor of entities: labels to types, exact spans, below the built-ins, one parse for all."""

from __future__ import annotations

import pickle
from typing import Any

import afghanbrief_spacy
import pytest
from afghanbrief_spacy.entities import EntitiesExtractor
from afghanbrief_spacy.parsing import cut, parser_of

from afghanbrief import ActorMention, Briefer, BuildContext, Document, Found, Settings
from afghanbrief.errors import SettingsError
from afghanbrief.testing import check_extractor

TEXT = "In Brugelette, the Larch Foundation paid 12 ducats for Ilse Vantongeren's map."


def _settings(pipeline: str, **more: Any) -> Settings:
    return Settings.from_dict({"extractors": {"spacy.entities": {"pipeline": pipeline, **more}}})


def _mentions(pipeline: str, text: str) -> list[ActorMention]:
    settings = EntitiesExtractor.Settings(pipeline=pipeline)
    return list(EntitiesExtractor(BuildContext(settings)).extract(Document(text), Found({})))


def test_labels_become_types_and_spans_are_trimmed(pipeline: str) -> None:
    assert [(mention.span.text, mention.type, mention.evidence.rule) for mention in _mentions(pipeline, TEXT)] == [
        ("Brugelette", "place", "entity-gpe"),
        ("Larch Foundation", "organisation", "entity-org"),
        ("Ilse Vantongeren", "person", "entity-person"),
    ]


def test_is_silent_without_a_pipeline() -> None:
    extractor = EntitiesExtractor(BuildContext(EntitiesExtractor.Settings()))
    assert list(extractor.extract(Document(TEXT), Found({}))) == []


def test_built_in_mentions_win(pipeline: str) -> None:
    briefer = Briefer(_settings(pipeline), plugins=[afghanbrief_spacy], discover=False, strict=True)
    briefing = briefer.brief("The Taliban met the Larch Foundation, officials said.")
    taliban, larch = (
        next(mention for mention in briefing.of(ActorMention) if mention.span.text == name)
        for name in ("Taliban", "Larch Foundation")
    )
    assert taliban.type == "armed_group"
    assert taliban.evidence.extractor == "actors.mentions"
    assert "spacy.entities/entity-org" in taliban.evidence.also
    assert larch.type == "organisation"


def test_another_label_can_be_given_a_type(pipeline: str) -> None:
    settings = _settings(pipeline, labels={"MONEY": "people"})
    briefer = Briefer(settings, only=["spacy.entities"], plugins=[afghanbrief_spacy], discover=False, strict=True)
    assert [mention.span.text for mention in briefer.brief(TEXT).of(ActorMention)] == ["12 ducats"]


def test_a_type_that_does_not_exist_is_an_error(pipeline: str) -> None:
    with pytest.raises(SettingsError, match="'wizard'"):
        Briefer(_settings(pipeline, labels={"ORG": "wizard"}), plugins=[afghanbrief_spacy], discover=False)


def test_one_parse_is_shared(pipeline: str) -> None:
    document = Document(TEXT)
    assert parser_of(pipeline) is parser_of(pipeline)
    assert document.once(parser_of(pipeline)) is document.once(parser_of(pipeline))


def test_offsets_hold_over_many_pieces(pipeline: str) -> None:
    text = f"{'x ' * 40_000}\n\n{TEXT}\n\n{'word ' * 30_000}\n\n{TEXT}"
    spans = [mention.span for mention in _mentions(pipeline, text)]
    assert len(spans) == 6
    assert all(text[span.start : span.end] == span.text for span in spans)


def test_stretches_hold_every_block_and_none_is_too_long() -> None:
    document = Document("\n\n".join(["a" * 30, "b" * 70, "c" * 250, "d"]))
    stretches = list(cut(document, 100))
    assert stretches == [(0, 30), (32, 102), (104, 204), (204, 304), (304, 357)]
    assert list(cut(Document(""))) == []


@pytest.mark.parametrize("text", ["\ud800 In Brugelette.", "\x00 In Brugelette.", "", "\n\n"])
def test_odd_texts(pipeline: str, text: str) -> None:
    assert len(_mentions(pipeline, text)) == text.count("Brugelette")


def test_a_briefer_with_it_can_be_pickled(pipeline: str) -> None:
    briefer = Briefer(_settings(pipeline), only=["spacy.entities"], plugins=["afghanbrief_spacy"], discover=False)
    copy = pickle.loads(pickle.dumps(briefer))
    assert copy.brief(TEXT).annotations == briefer.brief(TEXT).annotations


def test_keeps_the_contract(pipeline: str) -> None:
    settings = _settings(pipeline)
    check_extractor(EntitiesExtractor, texts=[TEXT], settings=settings, plugins=["afghanbrief_spacy"], growth=False)
