"""The command line: what goes to which stream, and which status comes back."""

from __future__ import annotations

import contextlib
import io
import json
import os
import runpy
import subprocess
import sys
import warnings
from pathlib import Path
from typing import Any

import pytest
from afghanbrief_toys import Plugin, Word, Words, make_extractor

import afghanbrief
from afghanbrief import PluginHost, cli
from afghanbrief.annotation import Evidence
from afghanbrief.briefer import Briefer
from afghanbrief.errors import PluginLoadError
from afghanbrief.serialize import VERSION
from afghanbrief.text import tokens

TOYS = ["--plugin", "afghanbrief_toys", "--only", "toys.words", "--only", "toys.notes"]
TEXT = "Anar met Solan."
pytestmark = pytest.mark.filterwarnings("ignore::RuntimeWarning")


@pytest.fixture(autouse=True)
def only_the_toys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFGHANBRIEF_PLUGINS", "none")


class Streams:
    """What was written to the standard streams so far."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self._out, self._err = "", ""

    def _read(self) -> None:
        captured = self._capsys.readouterr()
        self._out += captured.out
        self._err += captured.err

    @property
    def out(self) -> str:
        self._read()
        return self._out

    @property
    def err(self) -> str:
        self._read()
        return self._err


@pytest.fixture
def streams(capsys: pytest.CaptureFixture[str]) -> Streams:
    return Streams(capsys)


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


@pytest.fixture
def records(tmp_path: Path) -> str:
    path = tmp_path / "records.jsonl"
    path.write_text(f'{{"id": "a", "text": "{TEXT}"}}\n{{"id": "b", "text": "No"}}\n', encoding="utf-8")
    return str(path)


def test_run_writes_json_lines(streams: Streams, records: str) -> None:
    assert cli.main(["run", "--input", "jsonl", "--format", "jsonl", records, *TOYS]) == 0
    first, second = map(json.loads, streams.out.splitlines())
    assert first["document"]["id"] == "a"
    assert "text" not in first["document"]
    assert [item["kind"] for item in first["annotations"]] == ["toys.note", "toys.word", "toys.word"]
    assert second["document"]["id"] == "b"
    assert streams.err == ""


def test_run_reads_standard_input_and_keeps_texts(streams: Streams, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{"text": "Anar"}\n'), "utf-8"))
    arguments = ["run", "-", "--input", "jsonl", "--format", "jsonl", "--with-text", "--workers", "2", *TOYS]
    assert cli.main(arguments) == 0
    assert json.loads(streams.out)["document"]["text"] == "Anar"


def test_run_with_a_writer_into_a_file(streams: Streams, article: str, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    assert cli.main(["run", article, "--format", "json", "-o", str(target), "--published", "2018-08-30", *TOYS]) == 0
    record = json.loads(target.read_text("utf-8"))
    assert record["document"]["published"] == "2018-08-30"
    assert streams.out == ""
    assert cli.main(["run", article, "--format", "json", "-o", "-", *TOYS]) == 0
    assert json.loads(streams.out)["document"]["id"] == "article"


@pytest.mark.parametrize("form", ["jsonl", "json"])
def test_broken_lines_make_it_incomplete(streams: Streams, tmp_path: Path, form: str) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text('{"text": "Anar"}\n{"text"\n{"id": "record"}\n', encoding="utf-8")
    assert cli.main(["run", "--input", "jsonl", "--format", form, str(path), *TOYS]) == 1
    assert streams.out.count('"schema"') == 3
    first, second = streams.err.splitlines()
    assert first.startswith(f"afghanbrief: {path}: line 2: this is no JSON")
    assert second == f"afghanbrief: record: {path}: line 3: the record has no 'text'"


def test_skipped_producers_make_it_incomplete(streams: Streams, article: str, tmp_path: Path) -> None:
    settings = tmp_path / "s.toml"
    settings.write_text('disable = ["toys.words"]\n', encoding="utf-8")
    for form in ("jsonl", "json"):
        assert cli.main(["run", article, "--format", form, "--settings", str(settings), *TOYS]) == 1
    assert "toys.words: it is disabled in the settings" in streams.err


def test_failures_words_in_the_text_do_not_confuse_the_status(streams: Streams, tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text(json.dumps({"text": 'He wrote "failures": [1], "skipped": [2] there.'}) + "\n", encoding="utf-8")
    assert cli.main(["run", "--input", "jsonl", "--format", "jsonl", "--with-text", str(path), *TOYS]) == 0


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["run"],
        ["run", "x.txt", "--workers", "0"],
        ["run", "x.txt", "--workers", "two"],
        ["nothing"],
        ["run", "missing.txt", *TOYS],
        ["run", "--input", "jsonl", "missing.jsonl", *TOYS],
        ["run", "x.txt", "--format", "nothing", *TOYS],
        ["run", "x.txt", "--only", "nothing"],
        ["run", "x.txt", "--settings", "missing.toml"],
        ["run", "here.txt", "-o", "missing/out.json", *TOYS],
        ["run", "here.txt", "missing.txt", *TOYS],
        ["run", "here.txt", "-o", "here.txt", *TOYS],
        ["run", "here.txt", "-o", "link.txt", *TOYS],
        ["run", "here.txt", "-o", ".", *TOYS],
        ["run", "here.txt", "--published", "soon", *TOYS],
        ["run", "here.txt", "--plugin", "no_such_module"],
        ["run", "here.txt", "--settings", "plugin.toml"],
        ["run", "here.txt", "--settings", "latin.toml"],
        ["explain", "here.txt", "--plugin", "no_such_module"],
        ["explain", "here.txt", "--kind", "words", *TOYS],
        ["explain", "here.txt", "missing.txt", *TOYS],
        ["explain", "missing.txt", *TOYS],
    ],
)
def test_wrong_usage(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, arguments: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    here = tmp_path / "here.txt"
    here.write_text(TEXT, encoding="utf-8")
    (tmp_path / "link.txt").symlink_to(here)
    (tmp_path / "plugin.toml").write_text('plugins = ["no_such_module"]', encoding="utf-8")
    (tmp_path / "latin.toml").write_bytes(b'disable = ["\xff"]')
    before = sorted(tmp_path.iterdir())
    assert cli.main(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err
    assert "_positive" not in captured.err
    assert here.read_text("utf-8") == TEXT
    assert sorted(tmp_path.iterdir()) == before


def test_version_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--version"]) == 0
    assert cli.main(["run", "--help"]) == 0
    assert "afghanbrief 0" in capsys.readouterr().out


@pytest.mark.parametrize(("file", "build"), [("tokens.py", "plain Python"), ("tokens.cp311-win_amd64.pyd", "compiled")])
def test_version_says_whether_it_is_compiled(
    file: str, build: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tokens, "__file__", file)
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == f"afghanbrief {VERSION} ({build})\n"


def test_explain(monkeypatch: pytest.MonkeyPatch, streams: Streams, article: str) -> None:
    assert cli.main(["explain", article, "--kind", "toys.note", *TOYS, "--only", "toys.count"]) == 0
    assert streams.out.splitlines() == [
        "# article",
        "0-4 toys.note 'Anar'",
        "    rule toys.notes/all-words, explicit",
        "    cue 'Anar' at 0-4",
        "finding toys.count: info: 2 words",
        "    about toys.word:0-4",
        "    about toys.word:9-14",
    ]


def test_explain_tells_losers_failures_and_gaps(
    monkeypatch: pytest.MonkeyPatch, streams: Streams, article: str
) -> None:
    def double(document: Any, found: Any) -> Any:
        yield Word(span=document.span(0, 4), evidence=Evidence("toys.zz", "double"))

    def fail(document: Any, found: Any) -> Any:
        raise RuntimeError("boom")

    extractors = (
        Words,
        make_extractor("toys.zz", extract=double),
        make_extractor("toys.bad", provides=(), extract=fail),
        make_extractor("toys.off", provides=()),
    )
    briefer = Briefer(
        cli.Settings(disable=("toys.off",)),
        only=[extractor.name for extractor in extractors],
        plugins=(Plugin(*extractors),),
        discover=False,
    )
    monkeypatch.setattr(cli, "_briefer", lambda options: briefer)
    assert cli.main(["explain", article]) == 1
    assert "    also found by toys.zz/double" in streams.out
    assert "failed toys.bad: RuntimeError: boom" in streams.out
    assert "skipped toys.off: it is disabled in the settings" in streams.out


def test_plugins(capsys: pytest.CaptureFixture[str]) -> None:
    status = cli.main(["plugins", "--plugin", "afghanbrief_toys", "--plugin", "no_such_module"])
    captured = capsys.readouterr()
    assert status == 1
    assert "afghanbrief_toys (given by name, afghanbrief_toys)" in captured.out
    assert "    extractor toys.notes: provides toys.note; requires toys.word" in captured.out
    assert "    check toys.count: requires toys.word" in captured.out
    assert "    writer toys.lines" in captured.out
    assert "PROBLEM PluginLoadError: plugin 'no_such_module'" in captured.out
    assert "afghanbrief: warning: plugin 'no_such_module'" in captured.err


def test_describes_what_offers_nothing_and_gazetteers() -> None:
    from afghanbrief import Gazetteer

    class Free:
        name = "toys.free"
        requires = uses = ()

        def check(self, document: Any, found: Any) -> Any:
            return ()

    gazetteer = Gazetteer(name="g", topic="actors", source="a list", licence="CC0-1.0")
    optional = make_extractor("toys.opt", uses=(Word,), provides=())
    plugins = [Plugin(optional, gazetteers=(gazetteer,), checks=(Free(),)), Plugin(name="empty")]
    host = PluginHost(plugins, built_ins=(), discover=False)
    lines = list(cli.describe_host(host))
    assert "    gazetteer g (actors; a list; CC0-1.0)" in lines
    assert "    check toys.free: requires nothing" in lines
    assert "    extractor toys.opt: provides ; uses toys.word" in lines
    assert lines[-1] == "    offers nothing"


def test_plugins_is_complete_without_problems(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    briefer = Briefer(only=("toys.words",), plugins=(Plugin(Words),), discover=False)
    monkeypatch.setattr(briefer.host, "_problems", [])
    monkeypatch.setattr(cli, "_briefer", lambda options: briefer)
    assert cli.main(["plugins"]) == 0
    briefer.host._problems.append(PluginLoadError("x", plugin="p"))
    assert cli.main(["plugins"]) == 1


def test_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out)["properties"]["schema"]


def test_interrupted(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupt(options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_briefer", interrupt)
    assert cli.main(["plugins"]) == 130
    assert capsys.readouterr().err == "afghanbrief: interrupted\n"


def test_errors_without_a_file_name(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def fail(options: object) -> None:
        raise OSError("no space")

    monkeypatch.setattr(cli, "_briefer", fail)
    assert cli.main(["plugins"]) == 2
    assert "no space" in capsys.readouterr().err


def test_a_reader_that_went_away(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(options: object) -> None:
        raise BrokenPipeError

    calls = []
    monkeypatch.setattr(cli, "_briefer", gone)
    monkeypatch.setattr(os, "dup2", lambda *given: calls.append(given))
    monkeypatch.setattr(sys, "stdout", open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
    assert cli.main(["plugins"]) == 0
    assert calls
    os.close(calls[0][0])
    sys.stdout.close()


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("with_tqdm", [True, False])
def test_progress_on_terminals_only(
    monkeypatch: pytest.MonkeyPatch, streams: Streams, article: str, with_tqdm: bool
) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    if not with_tqdm:
        monkeypatch.setitem(sys.modules, "tqdm", None)
    else:
        pytest.importorskip("tqdm")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert cli.main(["run", article, "--format", "json", *TOYS]) == 0
        assert cli.main(["run", article, "--format", "json", "--no-progress", *TOYS]) == 0
    assert streams.out.count('"schema"') == 2


def test_module_runs_the_command_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["afghanbrief", "schema"])
    main = str(Path(afghanbrief.__file__).with_name("__main__.py"))
    with pytest.raises(SystemExit) as stop:
        runpy.run_path(main, run_name="__main__")
    assert stop.value.code == 0
    runpy.run_path(main, run_name="other")
    assert "schema" in capsys.readouterr().out


def test_a_pipe_that_closes_early(records: str, root: Path) -> None:
    command = f"{sys.executable} -m afghanbrief plugins | head -c 1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False, env=environment(root))
    assert "Traceback" not in done.stderr


def environment(root: Path) -> dict[str, str]:
    paths = [str(root / "src"), str(root / "tests" / "toys"), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in paths if path), "AFGHANBRIEF_PLUGINS": "none"}


@pytest.mark.parametrize("workers", ["1", "2"])
def test_ctrl_c_ends_cleanly(root: Path, workers: str) -> None:
    import signal
    import threading

    command = [sys.executable, "-u", "-m", "afghanbrief", "run", "-", "--input", "jsonl", "--format", "jsonl"]
    process = subprocess.Popen(
        [*command, "--workers", workers, *TOYS],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(root),
        # A shell that runs the suite in the background lets its children ignore the signal.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    deadline = threading.Timer(60, process.kill)
    deadline.start()
    assert process.stdin is not None
    assert process.stdout is not None
    line = (json.dumps({"text": TEXT * 50}) + "\n").encode()
    stop = threading.Event()

    def feed() -> None:
        while not stop.is_set():
            try:
                process.stdin.write(line * 100)  # type: ignore[union-attr]
                process.stdin.flush()  # type: ignore[union-attr]
            except OSError:
                return

    feeder = threading.Thread(target=feed, daemon=True)
    feeder.start()
    assert process.stdout.readline().startswith(b'{"schema"')
    process.send_signal(signal.SIGINT)
    drained: list[bytes] = []
    reader = threading.Thread(target=lambda: drained.extend(process.stdout), daemon=True)  # type: ignore[arg-type]
    reader.start()
    assert process.stderr is not None
    errors = process.stderr.read().decode()
    status = process.wait(timeout=30)
    deadline.cancel()
    stop.set()
    feeder.join(timeout=5)
    reader.join(timeout=5)
    for pipe in (process.stdin, process.stdout, process.stderr):
        with contextlib.suppress(OSError):
            pipe.close()
    assert status == 130
    assert errors.strip().endswith("afghanbrief: interrupted")
    assert "Traceback" not in errors


def test_problems_of_what_nobody_chose_only_warn(
    monkeypatch: pytest.MonkeyPatch, streams: Streams, article: str
) -> None:
    def fail(document: Any, found: Any) -> Any:
        raise RuntimeError("boom")

    bad = make_extractor("toys.bad", provides=(), extract=fail)
    briefer = Briefer(only=("toys.bad",), plugins=(Plugin(bad), Plugin(bad, name="again")), discover=False)
    briefer.host.extractors()
    monkeypatch.setattr(cli, "_briefer", lambda options: briefer)
    assert cli.main(["run", article, "--format", "jsonl"]) == 1
    assert streams.err == "afghanbrief: article: toys.bad: boom\n"


def test_a_date_for_records_that_have_none(streams: Streams, records: str) -> None:
    arguments = ["run", "--input", "jsonl", "--format", "jsonl", "--published", "2018-08-30T10:00", records, *TOYS]
    assert cli.main(arguments) == 0
    assert [json.loads(line)["document"]["published"] for line in streams.out.splitlines()] == ["2018-08-30"] * 2
    assert cli.main(["run", records, "--published", "", "--format", "jsonl", *TOYS]) == 0


def test_documents_that_fail_are_named_once(streams: Streams, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xff")
    settings = tmp_path / "s.toml"
    settings.write_text("[limits]\nmax_characters = 3\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    paths = [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    assert cli.main(["run", *paths, "--format", "jsonl", "--settings", str(settings), *TOYS]) == 1
    first, second = streams.err.splitlines()
    assert first.startswith(f"afghanbrief: {paths[0]}: this is not UTF-8")
    assert second.startswith("afghanbrief: b: the text has")
    assert [json.loads(line)["document"]["id"] for line in streams.out.splitlines()] == ["a", "b"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_device_is_named_without_a_file(capfd: pytest.CaptureFixture[str], article: str, root: Path) -> None:
    command = [sys.executable, "-m", "afghanbrief", "run", article, "-o", "/dev/full", *TOYS]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment(root))
    assert (done.returncode, done.stderr) == (2, "afghanbrief: No space left on device\n")
