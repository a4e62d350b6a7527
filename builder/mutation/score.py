"""Scores problems: how many small faults in its reference a problem's hidden tests catch."""

from __future__ import annotations

import json
import sys
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import asdict, dataclass
from pathlib import Path

from builder.mutation.exclusions import Exclusion, read_exclusions
from builder.mutation.mutants import make_mutants
from builder.mutation.source import Mutant
from builder.mutation.workers import Judge, Verdict, Verdicts, open_workers
from builder.places import CACHE, ROOT, fingerprint, fingerprint_files, list_files, write_whole
from grader.faults import Fault, ProblemFaults
from grader.problem import Problem, ProblemFolder

_AT_ONCE = 40
_AHEAD = 8


@dataclass(frozen=True)
class Score:
    """How many of a problem's mutants were killed, and those that were not."""

    killed: int
    total: int
    survivors: list[Mutant]

    @property
    def percent(self) -> float:
        """The share of the mutants that were killed."""
        return 100 * self.killed / self.total if self.total else 100.0


def score_problems(
    problems: list[ProblemFolder], say: Callable[[str], None] = print
) -> dict[str, Score]:
    """Score each problem, or take the cache's word where nothing has changed.

    Raises `ProblemFaults` with what is wrong in their exclusions.
    """
    key = _fingerprint_tools()
    places = {folder.slug: _cache_place(folder, key) for folder in problems}
    scores = {slug: _read(place) for slug, place in places.items() if place.is_file()}
    stale = [folder for folder in problems if folder.slug not in scores]
    faults: list[Fault] = []
    if stale:
        packages = {name for folder in stale for name in folder.problem["packages"]}
        with open_workers(packages) as judge:
            for run in _start_runs(stale, judge):
                score = run.finish(faults)
                if score is not None:
                    scores[run.folder.slug] = score
                    write_whole(places[run.folder.slug], json.dumps(asdict(score)))
                    say(f"Mutated {run.folder.slug}: {describe(score)}")
    if faults:
        raise ProblemFaults(faults)
    return {folder.slug: scores[folder.slug] for folder in problems}


def describe(score: Score) -> str:
    """Return a score in words."""
    return f"{score.killed} of {score.total} mutants killed ({score.percent:.4g}%)"


def report_scores(problems: list[ProblemFolder], least: float) -> bool:
    """Score problems, print the mutants that survived, and tell if every score is enough."""
    scores = score_problems(problems)
    for folder in problems:
        for mutant in scores[folder.slug].survivors:
            print(describe_survivor(folder, mutant))
    poor = [slug for slug, score in scores.items() if score.percent < least]
    for slug in poor:
        print(f"{slug}: {describe(scores[slug])}, less than {least:g}%", file=sys.stderr)
    killed = sum(score.killed for score in scores.values())
    total = sum(score.total for score in scores.values())
    print(f"Mutation: {describe(Score(killed, total, []))}")
    return not poor


def describe_survivor(folder: ProblemFolder, mutant: Mutant) -> str:
    """Return where a mutant is, what to do about it, and its diff."""
    advice = f"add a check that fails, or exclude it by '# mutant: {mutant.what} -- REASON'"
    message = f"the hidden tests pass with this mutant; {advice}"
    place = Fault(folder.path / "solution.py", mutant.line, message)
    return f"{place}\n{mutant.diff(folder.solution, 'solution.py')}"


def _fingerprint_tools() -> str:
    parts = [fingerprint_files(ROOT, list_files(ROOT / part)) for part in ("grader", _OWN)]
    return fingerprint([*parts, (ROOT / "requirements.txt").read_bytes(), sys.version])


_OWN = Path(__file__).parent.relative_to(ROOT)


def _cache_place(folder: ProblemFolder, tools: str) -> Path:
    content = json.dumps([folder.problem, folder.solution], sort_keys=True)
    return CACHE / "mutants" / f"{fingerprint([content, tools])}.json"


def _read(place: Path) -> Score:
    stored = json.loads(place.read_bytes())
    survivors = [Mutant(**mutant) for mutant in stored.pop("survivors")]
    return Score(**stored, survivors=survivors)


def _start_runs(problems: list[ProblemFolder], judge: Judge) -> Iterator[_Run]:
    """Yield the runs of all problems; only some are ahead of the one that is waited for."""
    ahead: deque[_Run] = deque()
    for folder in problems:
        ahead.append(_Run(folder, judge))
        if len(ahead) > _AHEAD:
            yield ahead.popleft()
    yield from ahead


class _Run:
    """The judging of one problem's mutants, some at once."""

    def __init__(self, folder: ProblemFolder, judge: Judge) -> None:
        self.folder = folder
        self._mutants = make_mutants(folder.solution)
        problem: Problem = {**folder.problem, "examples": []}
        texts = [mutant.text for mutant in self._mutants]
        parts = [texts[start : start + _AT_ONCE] for start in range(0, len(texts), _AT_ONCE)]
        self._verdicts: list[Future[Verdicts]] = [
            judge(problem, folder.solution, part) for part in parts
        ]

    def finish(self, faults: list[Fault]) -> Score | None:
        """Wait for all; note what is wrong, and return the score if nothing is."""
        path = self.folder.path / "solution.py"
        found: list[Fault] = []
        exclusions = read_exclusions(path, self.folder.solution, found)
        verdicts: list[Verdict] = []
        for future in self._verdicts:
            part = future.result()
            if part is None:
                message = "it does not pass its own tests here; correct one of the two"
                faults.append(Fault(path, 1, message))
                return None
            verdicts += part
        judged = list(zip(self._mutants, verdicts, strict=True))
        found += [
            Fault(path, exclusion.written, message)
            for exclusion in exclusions
            if (message := _why_not(exclusion, judged))
        ]
        faults += found
        return None if found else _make_score(judged, exclusions)


def _why_not(exclusion: Exclusion, judged: list[tuple[Mutant, Verdict]]) -> str:
    """Return what is wrong with an exclusion."""
    verdicts = [verdict for mutant, verdict in judged if exclusion.holds_for(mutant)]
    if not verdicts:
        advice = "copy what 'check --mutate' prints, or take the comment out"
        return f"line {exclusion.line} has no mutant {exclusion.what!r}; {advice}"
    if all(verdict == "killed" for verdict in verdicts):
        return f"the hidden tests catch {exclusion.what!r}; take the comment out"
    return ""


def _make_score(judged: list[tuple[Mutant, Verdict]], exclusions: list[Exclusion]) -> Score:
    counted = [
        (mutant, verdict)
        for mutant, verdict in judged
        if not any(exclusion.holds_for(mutant) for exclusion in exclusions)
    ]
    survivors = [mutant for mutant, verdict in counted if verdict == "survived"]
    return Score(len(counted) - len(survivors), len(counted), survivors)
