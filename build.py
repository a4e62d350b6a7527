"""The command line of Scratchwork's build: builds, checks and serves the site of a catalogue."""

from __future__ import annotations

import argparse
import gc
import shlex
import signal
import sys
from collections.abc import Callable
from contextlib import nullcontext, redirect_stdout
from pathlib import Path
from types import FrameType

from builder.places import CACHE, PROBLEMS, ROOT
from grader.faults import ProblemFaults

# Each command imports what it needs: a second start of `serve` has nothing to build and is quick.


def build(out: Path, problems: Path, base_url: str) -> int:
    """Build the site of all problems into a folder; if there is a fault, leave it as it is."""
    from builder.scan import looking

    gc.disable()  # what a build holds, it needs to its end; to look through that takes long
    with looking(problems) as looks:  # before the imports, which take as long
        from builder.building import build_site

        count = build_site(out, problems, base_url, looks.at)
    print(f"Built {_count(count)} into {out}")
    return 0


def check(
    problems: Path,
    slugs: list[str],
    mutate: bool,
    min_score: float | None,
    shard: tuple[int, int] | None,
    merge: list[Path],
    json: bool,
) -> int:
    """Prove the problems: what their statements hold and what each of their solutions does."""
    from builder.checking.command import run_check, tell
    from builder.checking.report import merge_reports

    if merge:
        return tell(lambda: merge_reports(merge), as_json=json)
    status = tell(lambda: run_check(problems, slugs, shard), as_json=json)
    if status == 0 and (mutate or min_score is not None):
        from builder.catalogue import read_catalogue, read_some
        from builder.mutation.score import report_scores

        folders = read_some(problems, slugs) if slugs else read_catalogue(problems).problems
        with redirect_stdout(sys.stderr) if json else nullcontext():  # the report is alone there
            return 0 if report_scores(folders, 100 if min_score is None else min_score) else 1
    return status


def new(problems: Path, slug: str) -> int:
    """Make a problem that is complete and passes, as a start for one's own."""
    from builder.new import create_problem

    made = create_problem(problems, slug)
    print(f"Made {made}; edit its files, and look at each step with")
    where = "" if problems == PROBLEMS else f" --problems {shlex.quote(str(problems))}"
    print(f"  python build.py serve{where}")
    print(f"  python build.py check {slug} --mutate{where}")
    return 0


def serve(out: Path, problems: Path, port: int | None) -> int:
    """Serve the site, built anew wherever a source changes; open pages load themselves again."""
    from builder.output import check_target
    from builder.serve import serve

    check_target(out)
    return 0 if serve(out, problems, port) else 1


def contracts() -> int:
    """Write the schemas of the contracts, and the types that the scripts are checked against."""
    from builder.contracts import write_schemas, write_typescript

    folder = CACHE / "contracts"
    write_schemas(folder)
    write_typescript(folder / "contracts.d.ts")
    print(f"Wrote the contracts into {folder.relative_to(ROOT)}")
    return 0


def import_checkout(layout: str, path: Path, only: list[str], into: Path) -> int:
    """Turn a local checkout in a public layout into problem folders."""
    from builder.importing.command import run_import

    summary = run_import(layout, path, only, into)
    print(summary)
    return 1 if summary.refused else 0


def _count(problems: int) -> str:
    return f"{problems} problem{'s' * (problems != 1)}"


_COMMANDS: dict[str, Callable[..., int]] = {
    "build": build,
    "check": check,
    "new": new,
    "serve": serve,
    "contracts": contracts,
    "import": import_checkout,
}


def _parse(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="build.py", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, command in _COMMANDS.items():
        commands.add_parser(name, help=command.__doc__, description=command.__doc__)
    for name in ("build", "check", "new", "serve"):
        commands.choices[name].add_argument(
            "--problems", type=Path, default=PROBLEMS, metavar="DIR", help="the problem folders"
        )
    for name, required in (("build", True), ("serve", False)):
        commands.choices[name].add_argument(
            "--out", type=Path, default=ROOT / "dist", required=required, metavar="DIR",
            help="the folder of the site",
        )  # fmt: skip
    commands.choices["build"].add_argument(
        "--base-url", type=_base_url, default="", metavar="URL",
        help="where the site will be, instead of what site.toml says",
    )  # fmt: skip
    _describe_check(commands.choices["check"])
    commands.choices["new"].add_argument("slug", metavar="SLUG", help="its folder and its address")
    commands.choices["serve"].add_argument("--port", type=int, help="default: 8000, or the next")
    _describe_import(commands.choices["import"])
    return parser.parse_args(arguments)


def _base_url(text: str) -> str:
    from builder.site_config import clean_base_url

    try:
        return clean_base_url(text) if text else ""
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text} {error}") from None


def _describe_check(command: argparse.ArgumentParser) -> None:
    command.add_argument("slugs", nargs="*", metavar="SLUG")
    command.add_argument(
        "--mutate", action="store_true",
        help="put small faults into the references, and see if the hidden tests catch them",
    )  # fmt: skip
    command.add_argument(
        "--min-score", type=_percent, metavar="N",
        help="with --mutate: the percentage that a problem has to catch; 100 if not given",
    )  # fmt: skip
    command.add_argument(
        "--shard", type=_shard, metavar="N/M", help="check the Nth of M shares of the problems"
    )
    command.add_argument(
        "--merge", type=Path, nargs="+", default=[], metavar="FILE",
        help="check nothing; make one report of those that --shard with --json has printed",
    )  # fmt: skip
    command.add_argument("--json", action="store_true", help="print the report as JSON")


def _shard(text: str) -> tuple[int, int]:
    number, slash, count = text.partition("/")
    shard = int(number), int(count)
    if not slash or not 1 <= shard[0] <= shard[1]:
        raise argparse.ArgumentTypeError(f"{text} is no share such as 3/8")
    return shard


def _percent(text: str) -> float:
    value = float(text)
    if not 0 <= value <= 100:
        raise argparse.ArgumentTypeError(f"{text} is no percentage")
    return value


def _describe_import(command: argparse.ArgumentParser) -> None:
    command.add_argument("layout", choices=("exercism", "deep-ml"), help="whose layout it has")
    command.add_argument("path", type=Path, metavar="PATH", help="the local checkout")
    command.add_argument(
        "--only", action="append", default=[], metavar="SLUG", help="import this one; repeatable"
    )
    command.add_argument(
        "--into", type=Path, default=PROBLEMS, metavar="DIR", help="where the folders are put"
    )


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return 1 after printing every fault, if there is any."""
    options = vars(_parse(arguments))
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        return _COMMANDS[options.pop("command")](**options)
    except ProblemFaults as found:
        print(found, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
