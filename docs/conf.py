"""Builds the documentation: ``python -m sphinx -n -W docs docs/_build/html``; nothing is fetched from the network."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "docs" / "_ext")]

from afghanbrief import __version__  # noqa: E402

project = "afghanbrief"
author = "The afghanbrief maintainers"
project_copyright = "The afghanbrief maintainers; Apache License 2.0"
release = version = __version__

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "briefing_output",
    "extractor_rules",
    "extractor_settings",
    "public_names",
    "writer_formats",
]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"afghanbrief {release}"
html_extra_path = ["reference/briefing.schema.json"]
html_static_path = ["_static"]
html_css_files = ["output.css"]
html_show_sphinx = False

myst_enable_extensions = ["colon_fence", "deflist", "fieldlist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_class_signature = "mixed"
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True
napoleon_use_rtype = False
napoleon_preprocess_types = False

nitpicky = True
# What other packages define is named but not linked: links would need their inventories from the network.
nitpick_ignore_regex = [
    (r"py:.*", r"(?!afghanbrief\b).*"),
    # Type variables are no objects of the documentation.
    (r"py:class", r"afghanbrief\.(?:briefing|extractor)\.Kind|afghanbrief\.document\.Layer|afghanbrief\.span\.Item"),
]
