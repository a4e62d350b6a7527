"""Prints many pages on all cores, in processes that end with this one."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from pathlib import Path

from builder.printing import Job, Press, Printer, Result
from grader.faults import Fault, ProblemFaults

# So many are in memory at a time.
_AT_ONCE = 100
# Fewer are printed sooner than processes start.
_WORTH_PROCESSES = 3 * _AT_ONCE


def print_pages(press: Press, jobs: Sequence[Job]) -> Iterator[Result]:
    """Print the pages, and yield what became of each, in any order."""
    chunks = [jobs[start : start + _AT_ONCE] for start in range(0, len(jobs), _AT_ONCE)]
    if len(jobs) >= _WORTH_PROCESSES:
        yield from _print_in_processes(press, chunks)
    elif jobs:
        printer = Printer(press)
        for chunk in chunks:
            yield from printer.print(chunk)


def _print_in_processes(press: Press, chunks: list[Sequence[Job]]) -> Iterator[Result]:
    waiting = list(reversed(chunks))
    with ExitStack() as stack:
        busy = [_start(press, stack) for _ in range(min(os.cpu_count() or 1, len(chunks)))]
        for line in busy:
            line.send(waiting.pop())
        while busy:
            for line in (one for one in wait(busy) if isinstance(one, Connection)):
                yield from _receive(line)
                if waiting:
                    line.send(waiting.pop())
                else:
                    busy.remove(line)


def _receive(line: Connection) -> list[Result]:
    """Return what a process has printed; raise what it could not help."""
    try:
        answer: list[Result] | Exception = line.recv()
    except (EOFError, OSError):
        message = "a process that prints pages has ended before its time; build again"
        raise ProblemFaults([Fault(Path(__file__), 1, message)]) from None
    if isinstance(answer, Exception):
        raise answer
    return answer


def _start(press: Press, stack: ExitStack) -> Connection:
    """Start a process that prints until the stack is left."""
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(press, theirs), daemon=True)
    process.start()
    theirs.close()
    stack.callback(process.join)
    stack.callback(process.terminate)
    stack.enter_context(closing(ours))
    return ours


def _work(press: Press, line: Connection) -> None:
    """Print what comes down the line, until it is closed or the process at its end is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    printer = Printer(press)
    gc.disable()  # pages leave no cycles worth looking for; a chunk's end is soon enough
    try:
        while True:
            line.send(_try(printer, line.recv()))
            gc.collect()
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


def _try(printer: Printer, jobs: Sequence[Job]) -> list[Result] | Exception:
    try:
        return printer.print(jobs)
    except Exception as error:  # noqa: BLE001 - raised again where it can be told
        return error
