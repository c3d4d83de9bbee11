"""The component: span groups, alignment, the briefing on the Doc, saving and several processes."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from afghanbrief_spacy import component
from spacy.language import Language
from spacy.tokens import Doc

TEXT = '"We want peace," Mullah Omar said on Monday.'


@pytest.fixture
def nlp() -> Language:
    """A blank pipeline with the component."""
    pipeline = spacy.blank("en")
    pipeline.add_pipe("afghanbrief")
    return pipeline


def test_items_are_span_groups(nlp: Language) -> None:
    doc = nlp(TEXT)
    (quote,) = doc.spans["afghanbrief.quote"]
    assert (quote.text, quote.label_) == ("We want peace,", "direct")
    assert [span.text for span in doc.spans["afghanbrief.actor-mention"]] == ["Mullah Omar"]
    assert [span.label_ for span in doc.spans["afghanbrief.date"]] == ["DATE"]
    assert len(doc.spans["afghanbrief.statistic"]) == 0


def test_a_span_leads_back_to_its_item(nlp: Language) -> None:
    doc = nlp(TEXT)
    item = doc._.briefing.get(doc.spans["afghanbrief.quote"][0].id_)
    assert item.speaker.text == "Mullah Omar"
    assert doc._.briefing.document.text == doc.text


def test_the_publication_date_is_read_from_the_doc(nlp: Language) -> None:
    doc = nlp.make_doc(TEXT)
    doc._.published = "2018-08-30"
    date = nlp(doc)._.briefing.dates[0]
    assert date.value == "2018-08-27"
    assert nlp(TEXT)._.briefing.dates[0].value.startswith("XXXX")


def test_a_doc_without_briefing_has_none(nlp: Language) -> None:
    assert nlp.make_doc(TEXT)._.briefing is None


@pytest.mark.parametrize(("alignment", "texts"), [("expand", ["on-Monday"]), ("contract", []), ("strict", [])])
def test_items_are_aligned_to_tokens(alignment: str, texts: list[str]) -> None:
    pipeline = spacy.blank("en")
    pipeline.tokenizer = lambda text: Doc(pipeline.vocab, words=text.split(" "))
    pipeline.add_pipe("afghanbrief", config={"alignment": alignment, "only": ["dates"]})
    doc = pipeline("They met on-Monday again.")
    assert [span.text for span in doc.spans["afghanbrief.date"]] == texts


def test_prefix_and_settings() -> None:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("afghanbrief", config={"prefix": "", "settings": {"disable": ["dates"]}})
    groups = pipeline(TEXT).spans
    assert len(groups["quote"]) == 1
    assert "date" not in groups or not groups["date"]


def test_briefed_docs_and_pipelines_can_be_saved(nlp: Language, tmp_path: Path) -> None:
    doc = nlp(TEXT)
    copy = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert [span.id_ for span in copy.spans["afghanbrief.quote"]] == [
        span.id_ for span in doc.spans["afghanbrief.quote"]
    ]
    assert copy._.briefing == doc._.briefing
    nlp.to_disk(tmp_path / "pipeline")
    assert spacy.load(tmp_path / "pipeline")(TEXT)._.briefing == doc._.briefing


def test_docs_come_back_from_other_processes(nlp: Language) -> None:
    docs = list(nlp.pipe([TEXT] * 4, n_process=2, batch_size=2))
    assert [doc._.briefing for doc in docs] == [nlp(TEXT)._.briefing] * 4


def test_works_behind_an_entity_ruler(pipeline: str) -> None:
    nlp = spacy.load(pipeline)
    nlp.add_pipe("afghanbrief")
    doc = nlp("The Taliban met the Larch Foundation on Monday.")
    assert "Taliban" in [entity.text for entity in doc.ents]
    assert [span.text for span in doc.spans["afghanbrief.date"]] == ["Monday"]


def test_extensions_are_set_once() -> None:
    component.set_extensions()
    component.set_extensions()
    assert Doc.has_extension("briefing")
