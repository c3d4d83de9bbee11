"""Sphinx directive ``briefing-output``: what the command line prints, run when the documentation is built."""

from __future__ import annotations

import contextlib
import io
import os
from pathlib import Path
from typing import Any, ClassVar
from unittest import mock

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from afghanbrief.cli import main

ROOT = Path(__file__).parent.parent.parent


class BriefingOutput(SphinxDirective):
    """Shows a command and its output, from the project's root; no installed plugin takes part."""

    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Any]] = {"lines": directives.positive_int, "from": directives.unchanged}

    def run(self) -> list[nodes.Node]:
        """Run the command and make a literal block of it."""
        command = self.arguments[0]
        lines = run_command(command.split()).splitlines()
        if "from" in self.options:
            start = next((i for i, line in enumerate(lines) if line.startswith(self.options["from"])), 0)
            lines = ["...", *lines[start:]] if start else lines
        limit = self.options.get("lines")
        if limit is not None and len(lines) > limit:
            lines = [*lines[:limit], "..."]
        block = "\n".join([f"$ afghanbrief {command}", *lines])
        return [nodes.literal_block(block, block, language="none", classes=["output"])]


def run_command(words: list[str]) -> str:
    """Run the command line in this process and give what it prints on standard output."""
    buffer = io.BytesIO()
    out = io.TextIOWrapper(buffer, "utf-8", write_through=True)
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        with mock.patch.dict(os.environ, {"AFGHANBRIEF_PLUGINS": "none"}), contextlib.redirect_stdout(out):
            main(words)
    finally:
        os.chdir(before)
    return buffer.getvalue().decode("utf-8")


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the directive."""
    app.add_directive("briefing-output", BriefingOutput)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
