"""Sphinx directive ``public-names``: signatures of names of ``afghanbrief``; and links for ``afghanbrief.NAME``."""

from __future__ import annotations

import inspect
from enum import EnumMeta
from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective

import afghanbrief

_PLAIN = (str, int, bool, type(None))


class PublicNames(SphinxDirective):
    """Shows for each name of its content the signature, a link to its full entry, and its docstring's first line."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Make a definition list of the names."""
        lines: list[str] = []
        for name in self.content:
            value = getattr(afghanbrief, name)
            lines += [
                f"{{py:obj}}`{name}{signature(value)} <{home(value)}.{value.__name__}>`",
                f": {purpose(value)}",
                "",
            ]
        return self.parse_text_to_nodes("\n".join(lines))


def signature(value: Any) -> str:
    """Write an object's signature without types; defaults that are no plain values are three dots."""
    if isinstance(value, EnumMeta) or getattr(value, "_is_protocol", False) or not callable(value):
        return ""
    if isinstance(value, type) and issubclass(value, BaseException):
        return ""
    parts: list[str] = []
    starred = False
    for parameter in inspect.signature(value).parameters.values():
        if parameter.kind is parameter.KEYWORD_ONLY and not starred:
            parts.append("*")
            starred = True
        if parameter.kind is parameter.VAR_KEYWORD:
            parts.append(f"**{parameter.name}")
        elif parameter.default is parameter.empty:
            parts.append(parameter.name)
        else:
            parts.append(f"{parameter.name}={_default(parameter.default)}")
    return f"({', '.join(parts)})"


def home(value: Any) -> str:
    """Give the module that defines an object."""
    return str(value.__module__)


def purpose(value: Any) -> str:
    """Give the first line of an object's docstring."""
    return (inspect.getdoc(value) or "").partition("\n")[0]


def _default(value: Any) -> str:
    return repr(value) if isinstance(value, _PLAIN) or value == () else "..."


def _find_public_name(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, content: nodes.Element
) -> nodes.Element | None:
    # ``afghanbrief.Briefer.stream`` is how users know ``afghanbrief.briefer.Briefer.stream``.
    package, _, rest = node.get("reftarget", "").partition(".")
    name, _, member = rest.partition(".")
    value = getattr(afghanbrief, name, None) if package == "afghanbrief" and name in afghanbrief.__all__ else None
    if value is None or not hasattr(value, "__module__"):
        return None
    full = ".".join(part for part in (home(value), name, member) if part)
    return env.domains.python_domain.resolve_xref(
        env, node["refdoc"], app.builder, "obj", full, _as_object(node), content
    )


def _as_object(node: pending_xref) -> pending_xref:
    copy = node.copy()
    copy["reftype"] = "obj"
    return copy


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the directive and the links."""
    app.add_directive("public-names", PublicNames)
    app.connect("missing-reference", _find_public_name)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
