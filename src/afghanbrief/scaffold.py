"""Writes the skeleton of a plugin: a distribution of its own whose tests pass at once."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from string import Template
from typing import Final

from afghanbrief.errors import PluginError
from afghanbrief.text.patterns import compile_pattern

_NAME: Final = compile_pattern(r"[a-z][a-z0-9]{0,30}(?:-[a-z0-9]{1,30}){0,4}")
_PREFIX: Final = "afghanbrief-"
_FILES: Final = (
    ("pyproject.toml.tmpl", "pyproject.toml"),
    ("README.md.tmpl", "README.md"),
    ("gitignore.tmpl", ".gitignore"),
    ("init.py.tmpl", "src/${module}/__init__.py"),
    ("extractor.py.tmpl", "src/${module}/extractor.py"),
    ("words.toml.tmpl", "src/${module}/data/words.toml"),
    ("test_plugin.py.tmpl", "tests/test_${module}.py"),
)


def write_plugin(name: str, directory: str | Path = ".") -> Path:
    """Write the skeleton of a plugin.

    Arguments:
        name: the plugin's name in lower case with hyphens, with ``afghanbrief-`` before it or without.
        directory: where the folder of the new distribution is to lie.

    Returns:
        The folder, ``DIRECTORY/afghanbrief-NAME``.

    Raises:
        PluginError: if the name cannot be one, or the folder is there already; nothing is written then.
        OSError: if the files cannot be written.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     sorted(path.name for path in write_plugin("mine-fields", folder).iterdir())
    ['.gitignore', 'README.md', 'pyproject.toml', 'src', 'tests']
    """
    short = name.removeprefix(_PREFIX)
    if not _NAME.fullmatch(short):
        fault = "this is no name for one; use lower-case letters, digits and hyphens, such as 'mine-fields'"
        raise PluginError(fault, plugin=name)
    folder = Path(directory) / f"{_PREFIX}{short}"
    if folder.exists():
        raise PluginError(f"{folder} is there already; choose another name or directory", plugin=name)
    words = _words_for(short)
    templates = resources.files("afghanbrief").joinpath("templates", "plugin")
    for template, target in _FILES:
        path = folder / Template(target).substitute(words)
        path.parent.mkdir(parents=True, exist_ok=True)
        text = Template(templates.joinpath(template).read_text(encoding="utf-8")).substitute(words)
        path.write_text(text, encoding="utf-8", newline="\n")
    return folder


def _words_for(short: str) -> dict[str, str]:
    camel = "".join(part.capitalize() for part in short.split("-"))
    return {
        "name": short,
        "distribution": f"{_PREFIX}{short}",
        "module": f"afghanbrief_{short.replace('-', '_')}",
        "kind": f"{short}.word",
        "kind_class": f"{camel}Word",
        "extractor_name": f"{short}.words",
        "extractor_class": f"{camel}Extractor",
        "settings_class": f"{camel}Settings",
    }
