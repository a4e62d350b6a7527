"""The command `import`: converts what a checkout holds, and lists what it could not convert."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from builder.importing.deep_ml import DeepMlQuestions
from builder.importing.draft import Checkout, NotConvertible
from builder.importing.exercism import ExercismTrack
from builder.importing.folder import write_draft
from builder.importing.licence import find_licence
from grader.faults import Fault, ProblemFaults

LAYOUTS: dict[str, Callable[[Path], Checkout]] = {
    "exercism": ExercismTrack,
    "deep-ml": DeepMlQuestions,
}


@dataclass
class Summary:
    """What came of an import: slugs, and names with the reason why they were not converted."""

    converted: list[str] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        lines = [f"Converted {len(self.converted)}, not converted {len(self.refused)}"]
        lines += [f"  {name}: {reason}" for name, reason in self.refused.items()]
        return "\n".join(lines)


def run_import(
    layout: str,
    checkout: Path,
    only: Sequence[str],
    into: Path,
    say: Callable[[str], None] = print,
) -> Summary:
    """Convert a checkout's exercises, or only some, into problem folders.

    Raises `ProblemFaults` where the checkout is not in that layout or does not have them.
    """
    source = LAYOUTS[layout](checkout)
    summary = Summary()
    for name in _choose(source, layout, checkout, only):
        try:
            draft = source.convert(name)
            target = write_draft(draft, into)
        except NotConvertible as reason:
            summary.refused[name] = str(reason)
            say(f"{name}: not converted: {reason}")
            continue
        summary.converted.append(draft.slug)
        notes = "".join(f"; {note}" for note in draft.notes)
        say(f"{name}: {target.as_posix()}{notes}")
    licence = find_licence(checkout)
    if licence is not None and summary.converted:
        shutil.copyfile(licence, into / f"LICENSE.{layout}")
    return summary


def _choose(source: Checkout, layout: str, checkout: Path, only: Sequence[str]) -> list[str]:
    names = source.list()
    if not names:
        advice = "give the path of its checkout"
        fault = f"there is no exercise in the layout of {layout}; {advice}"
        raise ProblemFaults([Fault(checkout, 1, fault)])
    chosen = [name for name in names if not only or {name, source.slug(name)} & set(only)]
    known = {*names, *map(source.slug, names)}
    if unknown := [
        Fault(checkout, 1, f"there is no exercise {name!r}; correct the name")
        for name in only
        if name not in known
    ]:
        raise ProblemFaults(unknown)
    return chosen
