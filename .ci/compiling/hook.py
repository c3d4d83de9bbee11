"""Puts compiled modules into the wheel where that is asked for; else the wheel is pure Python and does the same.

``AFGHANBRIEF_COMPILE`` says what is wanted: ``never`` (the default), ``auto``, or ``always``, which makes it an error
when nothing can be compiled. An editable installation is never compiled: its sources are there to be changed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

VARIABLE = "AFGHANBRIEF_COMPILE"
CHOICES = ("never", "auto", "always")
# What mypyc needs, and the libraries whose types it reads.
REQUIRED = ("mypy>=1.13", "setuptools>=70", "attrs>=23.2", "cattrs>=23.2.3", "pluggy>=1.4")


def read_choice() -> str:
    """Give what the environment asks for.

    Raises:
        ValueError: if it asks for something else than a choice that there is.
    """
    choice = os.environ.get(VARIABLE, "never")
    if choice not in CHOICES:
        raise ValueError(f"{VARIABLE} is {choice!r}; give one of {', '.join(CHOICES)}")
    return choice


class CompilingHook(BuildHookInterface[Any]):
    """Compiles before the wheel is written, and throws the compiled files away behind it."""

    _folder: str | None = None

    def dependencies(self) -> list[str]:
        """Give what the build needs beside hatchling."""
        return [] if read_choice() == "never" else list(REQUIRED)

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and add the extension modules to the wheel.

        Arguments:
            version: ``standard`` or ``editable``.
            build_data: what hatchling is told about the wheel.

        Raises:
            RuntimeError: if compiling fails that ``always`` asks for.
        """
        choice = read_choice()
        if version == "editable" or choice == "never":
            return
        self._folder = tempfile.mkdtemp(prefix="afghanbrief-compiling-")
        source = Path(self._folder, "src")
        shutil.copytree(Path(self.root, "src"), source, ignore=shutil.ignore_patterns("__pycache__", "*.so", "*.pyd"))
        shutil.copy(Path(__file__).with_name("setup.py"), source)
        run = subprocess.run(
            [sys.executable, "setup.py"],
            cwd=source,
            env={**os.environ, "MYPYPATH": "."},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
        if run.returncode:
            last = "\n".join(run.stdout.splitlines()[-12:])
            if choice == "always":
                raise RuntimeError(f"the modules could not be compiled:\n{last}")
            self.app.display_warning(f"not compiled, so pure Python, which is slower and finds the same:\n{last}")
            return
        for path in sorted((*source.rglob("*.so"), *source.rglob("*.pyd"))):
            inside = path.relative_to(source)
            if "build" not in inside.parts:
                build_data["force_include"][str(path)] = str(inside)
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Throw the folder away."""
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
