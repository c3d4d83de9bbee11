"""Sphinx directive ``extractor-settings``: the settings tables of the built-in extractors, read from their classes."""

from __future__ import annotations

import inspect
import re
from typing import Any

import attrs
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from afghanbrief import PluginHost


class ExtractorSettings(SphinxDirective):
    """Shows a table of keys, types, defaults and meanings for each built-in extractor that has settings."""

    def run(self) -> list[nodes.Node]:
        """Make the tables."""
        lines: list[str] = []
        for extractor in sorted(built_in_extractors(), key=lambda extractor: str(extractor.name)):
            if extractor.Settings is None or not attrs.fields(extractor.Settings):
                lines += [f"`extractors.{extractor.name}`", ": has no settings.", ""]
                continue
            lines += ["| key | type | default | what it does |", "|---|---|---|---|"]
            meanings = attribute_meanings(extractor.Settings)
            for field in attrs.fields(extractor.Settings):
                kind = str(field.type).replace("|", "or")
                key = f"extractors.{extractor.name}.{field.name}"
                lines.append(f"| `{key}` | `{kind}` | `{_default(field)}` | {meanings.get(field.name, '')} |")
            lines.append("")
        return self.parse_text_to_nodes("\n".join(lines))


def built_in_extractors() -> list[Any]:
    """Give the classes of the built-in extractors."""
    return [offer.value for offer in PluginHost(discover=False).extractors()]


def attribute_meanings(cls: type[Any]) -> dict[str, str]:
    """Read the ``Attributes:`` section of a class's docstring."""
    section = (inspect.getdoc(cls) or "").partition("Attributes:\n")[2]
    meanings: dict[str, str] = {}
    name = ""
    for line in section.splitlines():
        if line and not line.startswith(" "):
            break
        entry = re.match(r" {4}(\w+)(?: \([^)]*\))?: (.*)", line)
        if entry:
            name = entry[1]
            meanings[name] = entry[2]
        elif name and line.strip():
            meanings[name] += f" {line.strip()}"
    return meanings


def _default(field: Any) -> str:
    if field.default is attrs.NOTHING:
        return "none, it must be given"
    value = field.default.factory() if hasattr(field.default, "factory") else field.default
    if isinstance(value, bool):
        return str(value).lower()
    if value == () or value == []:
        return "[]"
    return "not set" if value is None else repr(value).replace("'", '"')


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the directive."""
    app.add_directive("extractor-settings", ExtractorSettings)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
