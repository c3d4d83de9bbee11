"""The command line: run, explain, plugins, new-plugin, schema."""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
import warnings
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from afghanbrief.briefer import Briefer
from afghanbrief.briefing import Briefing
from afghanbrief.document import Document
from afghanbrief.errors import AfghanbriefError, InvalidDocumentError, SettingsError
from afghanbrief.plugins import PluginHost
from afghanbrief.reading import check_files, read_files, read_json_lines
from afghanbrief.serialize import VERSION, to_dict
from afghanbrief.settings import Settings
from afghanbrief.text import tokens

COMPLETE, INCOMPLETE, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Arguments:
        arguments: words after the program's name; without them those of the process.

    Returns:
        0 if all briefings are complete, 1 if one is not, 2 for wrong usage, 130 after Ctrl-C.
    """
    parser = make_parser()
    try:
        options = parser.parse_args(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)
    if options.command is None:
        parser.print_help(sys.stderr)
        return WRONG_USAGE
    try:
        with _warnings_as_lines():
            return int(options.act(options))
    except AfghanbriefError as error:
        print(f"afghanbrief: {error}", file=sys.stderr)
        return WRONG_USAGE
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            # The reader went away (``| head``): nothing is left to say, not even at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return COMPLETE
        place = f"{error.filename}: " if error.filename else ""
        print(f"afghanbrief: {place}{error.strerror or error}", file=sys.stderr)
        return WRONG_USAGE
    except KeyboardInterrupt:
        print("afghanbrief: interrupted", file=sys.stderr)
        return INTERRUPTED


def _build() -> str:
    return "plain Python" if tokens.__file__.endswith(".py") else "compiled"


def make_parser() -> argparse.ArgumentParser:
    """Make the parser of the command line; the reference page is tested against it."""
    parser = argparse.ArgumentParser(
        prog="afghanbrief", description="Turn news and monitoring reports into typed briefings, offline."
    )
    parser.add_argument("--version", action="version", version=f"afghanbrief {VERSION} ({_build()})")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    run = commands.add_parser("run", help="brief files, or records from a JSON Lines file")
    run.add_argument("files", nargs="+", metavar="FILE", help="texts (a FILE.toml beside one says what is known), or -")
    run.add_argument("--input", choices=("text", "jsonl"), default="text", help="what the files hold (default: text)")
    run.add_argument("--format", default="text", metavar="NAME", help="text, json, jsonl, or any installed writer's")
    run.add_argument("--output", "-o", metavar="PATH", help="write there instead of standard output")
    run.add_argument("--published", type=_day, metavar="DATE", help="publication date where none is given, ISO 8601")
    run.add_argument("--workers", type=_positive, default=1, metavar="N", help="number of processes (default: 1)")
    run.add_argument("--with-text", action="store_true", help="keep the documents' texts in jsonl output")
    run.add_argument("--no-progress", action="store_true", help="show no progress bar")
    _add_building_options(run)
    run.set_defaults(act=_run)

    explain = commands.add_parser("explain", help="say for each item which rule found it, by which cues")
    explain.add_argument("files", nargs="+", metavar="FILE")
    explain.add_argument("--published", type=_day, metavar="DATE", help="publication date where none is given")
    explain.add_argument("--kind", action="append", metavar="KIND", help="only this kind (may be repeated)")
    _add_building_options(explain)
    explain.set_defaults(act=_explain)

    plugins = commands.add_parser("plugins", help="list what is loaded, from where, and what failed and why")
    _add_building_options(plugins)
    plugins.set_defaults(act=_plugins)

    new_plugin = commands.add_parser("new-plugin", help="write the skeleton of a plugin, with tests that pass")
    new_plugin.add_argument("name", metavar="NAME", help="its name, such as mine-fields")
    new_plugin.add_argument(
        "--directory", default=".", metavar="DIR", help="where its folder is to lie (default: here)"
    )
    new_plugin.set_defaults(act=_new_plugin)

    schema = commands.add_parser("schema", help="print the JSON Schema of a briefing")
    schema.set_defaults(act=_schema)
    return parser


def _add_building_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--settings", type=Path, metavar="FILE", help="settings in TOML")
    parser.add_argument("--only", action="append", metavar="NAME", help="run only this extractor or check (repeatable)")
    parser.add_argument(
        "--plugin", action="append", default=[], metavar="MODULE", help="register this module as a plugin"
    )


def _positive(word: str) -> int:
    if not word.isdecimal() or int(word) < 1:
        raise argparse.ArgumentTypeError(f"a number from 1 is wanted, not {word!r}")
    return int(word)


def _day(word: str) -> str:
    try:
        published = Document("", published=word).published
    except InvalidDocumentError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return published.isoformat() if published else ""


def _briefer(options: argparse.Namespace) -> Briefer:
    settings = Settings.from_toml(options.settings) if options.settings else None
    return Briefer(settings, only=options.only, plugins=options.plugin)


def _chosen_briefer(options: argparse.Namespace) -> Briefer:
    """Build the Briefer; what was asked for by name has to be there."""
    briefer = _briefer(options)
    chosen = {*options.plugin, *briefer.settings.plugins}
    for problem in briefer.host.problems:
        if problem.plugin in chosen:
            raise problem
    return briefer


def _run(options: argparse.Namespace) -> int:
    from afghanbrief.writing import find_writer, opened

    briefer = _chosen_briefer(options)
    writer = find_writer(options.format, briefer.host)
    _check_paths(options)
    documents = _documents(options)
    target_of = sys.stdout.buffer if options.output in (None, "-") else options.output
    with opened(target_of) as target, _progress(documents, options) as counted:
        if options.format == "jsonl":
            lines = briefer.stream_json(counted, workers=options.workers, text=options.with_text)
            status = _write_lines(lines, target)
        else:
            watched = _Watched(briefer.stream(counted, workers=options.workers))
            writer.write(watched, target)
            status = COMPLETE if watched.complete else INCOMPLETE
        target.flush()
    return status


def _check_paths(options: argparse.Namespace) -> None:
    check_files(options.files)
    if options.output is None or not Path(options.output).exists():
        return
    for name in options.files:
        if name != "-" and Path(options.output).is_file() and os.path.samefile(name, options.output):
            raise SettingsError(f"{options.output} is one of the files to be read; write elsewhere", key="output")


def _write_lines(lines: Iterable[bytes], target: BinaryIO) -> int:
    status = COMPLETE
    for line in lines:
        target.write(line + b"\n")
        # Failures stand at the end of the line; an empty list is what a complete briefing has.
        if b'"failures": [], "skipped": []' not in line[line.rfind(b'"failures": ') :]:
            status = INCOMPLETE
            _tell_failures(json.loads(line))
    return status


def _tell_failures(record: dict[str, Any]) -> None:
    identity = record["document"]["id"]
    for failure in record["failures"]:
        place = f"{identity}: {failure['producer']}: "
        if failure["producer"] == "document":
            # The message begins with the file, where there is one, and the document often has its name.
            source, named, _ = failure["message"].partition(": ")
            place = "" if named and identity in source else f"{identity}: "
        print(f"afghanbrief: {place}{failure['message']}", file=sys.stderr)
    for skipped in record["skipped"]:
        print(f"afghanbrief: {identity}: {skipped['producer']}: {skipped['reason']}", file=sys.stderr)


class _Watched:
    """Passes briefings through and remembers whether all were complete."""

    def __init__(self, briefings: Iterable[Briefing]) -> None:
        self._briefings = briefings
        self.complete = True

    def __iter__(self) -> Iterator[Briefing]:
        for briefing in self._briefings:
            if not briefing.complete:
                self.complete = False
                _tell_failures(to_dict(briefing, text=False))
            yield briefing


def _documents(options: argparse.Namespace) -> Iterable[Any]:
    if options.input == "jsonl":
        return read_json_lines(options.files, published=options.published)
    return read_files(options.files, published=options.published)


def _explain(options: argparse.Namespace) -> int:
    from afghanbrief.writers.characters import replace_controls

    complete = True
    briefer = _chosen_briefer(options)
    known = sorted(kind.kind for kind in briefer.kinds)
    for kind in options.kind or ():
        if kind not in known:
            raise SettingsError(f"nothing finds {kind!r}; there are {', '.join(known)}", key="kind")
    check_files(options.files)
    out = io.TextIOWrapper(sys.stdout.buffer, "utf-8", errors="replace", write_through=True)
    try:
        for briefing in briefer.stream(read_files(options.files, published=options.published)):
            complete = complete and briefing.complete
            for line in explain_briefing(briefing, options.kind):
                print(replace_controls(line), file=out)
    finally:
        # Else the wrapper would take standard output with it when it goes.
        out.detach()
    return COMPLETE if complete else INCOMPLETE


def explain_briefing(briefing: Briefing, kinds: Sequence[str] | None = None) -> Iterator[str]:
    """Say for each item of a briefing which rule found it, by which cues; *kinds* narrows it to some."""
    yield f"# {briefing.document.id}"
    for item in briefing.annotations:
        if kinds and item.kind not in kinds:
            continue
        evidence = item.evidence
        yield f"{item.span.start}-{item.span.end} {item.kind} {' '.join(item.span.text.split())!r}"
        yield f"    rule {evidence.extractor}/{evidence.rule}, {evidence.certainty.value}"
        for cue in evidence.cues:
            yield f"    cue {cue.text!r} at {cue.start}-{cue.end}"
        if evidence.also:
            yield f"    also found by {', '.join(evidence.also)}"
    for finding in briefing.findings:
        yield f"finding {finding.check}: {finding.severity}: {finding.message}"
        for annotation_id in finding.annotation_ids:
            yield f"    about {annotation_id}"
    for failure in briefing.failures:
        yield f"failed {failure.producer}: {failure.error}: {failure.message}"
    for skipped in briefing.skipped:
        yield f"skipped {skipped.producer}: {skipped.reason}"


def _plugins(options: argparse.Namespace) -> int:
    briefer = _briefer(options)
    for line in describe_host(briefer.host):
        print(line)
    return INCOMPLETE if briefer.host.problems else COMPLETE


def describe_host(host: PluginHost) -> Iterator[str]:
    """Say what a host has loaded, from where, what it provides and needs, and what failed and why."""
    offered: dict[str, list[str]] = {}
    for offer in host.extractors():
        kind = offer.value
        needs = [f"requires {_names(kind.requires)}"] if kind.requires else []
        needs += [f"uses {_names(kind.uses)}"] if kind.uses else []
        line = "; ".join([f"extractor {kind.name}: provides {_names(kind.provides)}", *needs])
        offered.setdefault(offer.plugin.name, []).append(line)
    for offer in host.gazetteers():
        line = f"gazetteer {offer.value.name} ({offer.value.topic}; {offer.value.source}; {offer.value.licence})"
        offered.setdefault(offer.plugin.name, []).append(line)
    for offer in host.checks():
        line = f"check {offer.value.name}: requires {_names(offer.value.requires) or 'nothing'}"
        offered.setdefault(offer.plugin.name, []).append(line)
    for offer in host.writers():
        offered.setdefault(offer.plugin.name, []).append(f"writer {offer.value.name}")
    for plugin in host.plugins:
        origin = f"{plugin.distribution} {plugin.version}".strip() or "given by name"
        yield f"{plugin.name} ({origin}, {plugin.module})"
        for line in offered.get(plugin.name, ["offers nothing"]):
            yield f"    {line}"
    for problem in host.problems:
        yield f"PROBLEM {type(problem).__name__}: {problem}"


def _new_plugin(options: argparse.Namespace) -> int:
    from afghanbrief.scaffold import write_plugin

    folder = write_plugin(options.name, options.directory)
    print(f"wrote {folder}; now: pip install -e '{folder}[test]' && python -m pytest {folder}")
    return COMPLETE


def _names(kinds: Iterable[type[Any]]) -> str:
    return ", ".join(kind.kind for kind in kinds)


def _schema(_options: argparse.Namespace) -> int:
    from afghanbrief.json_schema import make_schema

    print(json.dumps(make_schema(), indent=2, ensure_ascii=False))
    return COMPLETE


@contextmanager
def _progress(documents: Iterable[Any], options: argparse.Namespace) -> Iterator[Iterable[Any]]:
    """Count documents on standard error, if that is a terminal and tqdm is installed (extra ``progress``)."""
    if options.no_progress or not sys.stderr.isatty():
        yield documents
        return
    try:
        from tqdm import tqdm
    except ImportError:
        yield documents
        return
    # Short runs show nothing: the bar waits for a second.
    with tqdm(documents, unit=" documents", file=sys.stderr, delay=1.0) as bar:
        yield bar


@contextmanager
def _warnings_as_lines() -> Iterator[None]:
    def show(message: Warning | str, category: type[Warning], *_: Any, **__: Any) -> None:
        print(f"afghanbrief: warning: {message}", file=sys.stderr)

    with warnings.catch_warnings():
        warnings.simplefilter("default", RuntimeWarning)
        warnings.showwarning = show
        yield
