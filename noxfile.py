"""All that a change must pass. ``nox --no-venv`` runs it in the environment that nox itself is installed in."""

from __future__ import annotations

import sys

import nox

nox.options.default_venv_backend = "none"
PYTHON = sys.executable


@nox.session
def lint(session: nox.Session) -> None:
    """Style, and who may import whom."""
    session.run(PYTHON, "-m", "ruff", "check", ".")
    session.run(PYTHON, "-m", "ruff", "format", "--check", ".")
    session.run(PYTHON, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()")


@nox.session
def types(session: nox.Session) -> None:
    """Types, strictly."""
    session.run(PYTHON, "-m", "mypy")


@nox.session
def tests(session: nox.Session) -> None:
    """The test suite, on two cores; doctests of the sources among it."""
    session.run(PYTHON, "-m", "pytest", "-n", "2", *session.posargs)


@nox.session
def coverage(session: nox.Session) -> None:
    """Lines and branches of the core, all of them; the tests of what is around it are left out."""
    paths = ["tests/unit", "tests/plugins", "tests/plugins_dist", "-k", "not its_own_tests"]
    for around in ("writers", "checks", "test_spark.py", "test_scale_examples.py"):
        paths += ["--ignore", f"tests/unit/{around}"]
    session.run(PYTHON, "-m", "coverage", "run", "-m", "pytest", "-q", *paths)
    session.run(PYTHON, "-m", "coverage", "report")


@nox.session
def docs(session: nox.Session) -> None:
    """The documentation, warnings as errors."""
    session.run(PYTHON, "-m", "sphinx", "-n", "-W", "-q", "-b", "html", "docs", "docs/_build/html")


@nox.session
def compiled(session: nox.Session) -> None:
    """The tests of what a text yields, once more on compiled modules."""
    session.run("bash", ".ci/compiled", env={"PYTHON": PYTHON}, external=True)


@nox.session
def plugins(session: nox.Session) -> None:
    """Every plugin as a wheel, installed into a clean environment beside the core's wheel, with its tests."""
    session.run("bash", ".ci/plugins", *session.posargs, env={"PYTHON": PYTHON}, external=True)
