"""Compiles the modules that read a text to extension modules, beside their sources: ``python setup.py build_ext``.

``hook.py`` runs it in a copy of ``src``; it is no installer of its own.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from mypyc.build import mypycify
from setuptools import setup
from setuptools.command.build_ext import build_ext

PACKAGE = Path("afghanbrief")
# Values that users hold, compare, pickle and look into stay Python's own, and what judges values of wrong types.
COMPILED = ("text", "extractors", "checks")
LEFT = frozenset(("text/names.py",))
OPTIMISATION = "1"


def find_modules() -> Iterator[Path]:
    """Give the modules that a briefing spends its time in."""
    for folder in COMPILED:
        for path in sorted((PACKAGE / folder).rglob("*.py")):
            if path.name != "__init__.py" and path.relative_to(PACKAGE).as_posix() not in LEFT:
                yield path


class ParallelBuild(build_ext):
    """Compiles as many C files at a time as there are processors, within an extension as among extensions."""

    def build_extensions(self) -> None:
        """Compile and link them."""
        workers = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        compile_one = self.compiler.compile

        def compile_all(sources: Iterable[str], **options: Any) -> list[str]:
            with ThreadPoolExecutor(workers) as pool:
                made = pool.map(lambda source: compile_one([source], **options), sources)
                return [path for paths in made for path in paths]

        self.compiler.compile = compile_all
        self.parallel = workers
        super().build_extensions()


if __name__ == "__main__":
    options = ["--config-file=", "--ignore-missing-imports"]
    extensions = mypycify(
        [*options, *map(str, find_modules())], opt_level=OPTIMISATION, debug_level="0", multi_file=True
    )
    # The one that holds all the code is linked while the modules' own small ones are compiled.
    extensions.sort(key=lambda extension: -len(extension.sources))
    setup(
        name="afghanbrief",
        packages=["afghanbrief"],
        ext_modules=extensions,
        cmdclass={"build_ext": ParallelBuild},
        script_args=["build_ext", "--inplace"],
    )
