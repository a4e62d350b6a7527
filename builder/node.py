"""Runs the build's Node programs."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from builder.places import NODE_MODULES, ROOT
from grader.faults import Fault, ProblemFaults


def run_node(script: Path, *arguments: str, text: str = "", node: Path | None = None) -> str:
    """Run a script with text on its standard input and return what it prints."""
    command = [find_program(script, node), str(script), *arguments]
    run = subprocess.run(
        command, cwd=ROOT, input=text, capture_output=True, encoding="utf-8", check=False
    )
    if run.returncode:
        message = f"Node failed; correct what it says:\n{run.stderr.strip()}"
        raise ProblemFaults([Fault(script, 1, message)])
    return run.stdout


def find_program(script: Path, node: Path | None = None) -> str:
    """Return the Node that runs a script: the one given, else the machine's."""
    program = str(node) if node else shutil.which("node")
    if program is None or not NODE_MODULES.is_dir():
        message = "Node or its packages are missing; run npm start, which sets both up"
        raise ProblemFaults([Fault(script, 1, message)])
    return program
