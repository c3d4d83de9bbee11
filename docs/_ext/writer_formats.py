"""Sphinx directive ``writer-formats``: the formats of the built-in writers, read from the writers."""

from __future__ import annotations

import inspect
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from afghanbrief import PluginHost


class WriterFormats(SphinxDirective):
    """Shows a table of format, usual file ending, and what is written."""

    def run(self) -> list[nodes.Node]:
        """Make the table."""
        rows: dict[tuple[str, str], list[str]] = {}
        for offer in PluginHost(discover=False).writers():
            writer = offer.value
            purpose = " ".join((inspect.getdoc(writer) or "").partition("\n\n")[0].split())
            purpose = purpose.replace("``", "`").replace("|", "\\|")
            rows.setdefault((purpose, writer.suffix), []).append(f"`{writer.name}`")
        lines = ["| format | ending | what it writes |", "|---|---|---|"]
        lines += [f"| {', '.join(names)} | `{suffix}` | {purpose} |" for (purpose, suffix), names in rows.items()]
        return self.parse_text_to_nodes("\n".join(lines))


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the directive."""
    app.add_directive("writer-formats", WriterFormats)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
