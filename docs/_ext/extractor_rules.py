"""Sphinx directive ``extractor-rules``: the rules of an extractor with their phrases, read from its examples.toml."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

EXTRACTORS = Path(__file__).parent.parent.parent / "src" / "afghanbrief" / "extractors"
_SHOWN = 3


class ExtractorRules(SphinxDirective):
    """Shows each rule's name, what it says, and phrases that it catches and leaves alone."""

    required_arguments = 1
    option_spec: ClassVar[dict[str, Any]] = {"phrases": directives.positive_int}

    def run(self) -> list[nodes.Node]:
        """Make a definition list of the rules."""
        path = EXTRACTORS / self.arguments[0] / "examples.toml"
        if not path.is_file():
            return [nodes.paragraph("", "This extractor has no examples yet.")]
        self.env.note_dependency(str(path))
        shown = self.options.get("phrases", _SHOWN)
        rules = tomllib.loads(path.read_text(encoding="utf-8")).get("rule", [])
        listing = nodes.definition_list()
        for rule in rules:
            body = nodes.definition("", nodes.paragraph("", rule.get("doc", "")))
            body += _phrases("catches", rule.get("catches", [])[:shown])
            body += _phrases("leaves alone", rule.get("ignores", [])[:shown])
            term = nodes.term("", "", nodes.literal("", rule["name"]))
            listing += nodes.definition_list_item("", term, body)
        return [nodes.paragraph("", f"{len(rules)} rules."), listing]


def _phrases(verb: str, examples: list[dict[str, Any]]) -> list[nodes.Node]:
    if not examples:
        return []
    listing = nodes.bullet_list()
    for example in examples:
        line = nodes.paragraph("", f"{verb}: ")
        line += nodes.emphasis("", " ".join(example["text"].split()))
        if example.get("published") not in (None, "2018-08-30"):
            line += nodes.Text(f" (published: {example['published'] or 'unknown'})")
        for number, item in enumerate(example.get("expect", [])):
            line += nodes.Text("; " if number else " \u2192 ")
            line += nodes.literal("", ", ".join(f"{key} {_short(value)}" for key, value in item.items()))
        listing += nodes.list_item("", line)
    return [listing]


def _short(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the directive."""
    app.add_directive("extractor-rules", ExtractorRules)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
