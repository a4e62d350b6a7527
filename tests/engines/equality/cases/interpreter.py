"""The interpreter's own state, which a snapshot could bake in or leave out."""

import datetime
import importlib
import locale
import math
import os
import sys
import time
from pathlib import Path

import numpy as np
from shown import say, show
from solution import count


def test_modules_that_are_first_imported_here():
    names = [
        "fractions",
        "statistics",
        "csv",
        "zoneinfo",
        "numpy.polynomial",
        "numpy.ma",
        "html.parser",
    ]
    names += ["numpy.ctypeslib", "numpy.linalg.lapack_lite", "calendar", "unicodedata"]
    for name in names:
        say(importlib.import_module(name).__name__)
    say(sys.modules["fractions"].Fraction("3.25"), sys.modules["statistics"].stdev([1, 2, 4]))
    say(np.polynomial.Polynomial.fit([0, 1, 2], [1, 3, 7], 2).convert().coef.round(9))
    say(sys.modules["calendar"].month(2024, 2), sys.modules["unicodedata"].name("ß"))


def test_environment():
    say(sorted(os.environ.items()), str(Path.cwd()), sys.flags, sys.version)
    say(
        sys.getrecursionlimit(),
        sys.get_int_max_str_digits(),
        sys.float_repr_style,
        sys.byteorder,
        sys.maxsize,
    )
    say(
        [path for path in sys.path if "tmp" not in path],
        sys.getfilesystemencoding(),
        sys.dont_write_bytecode,
    )
    say(
        locale.getpreferredencoding(),
        locale.getlocale(),
        sys.executable,
        sys.platform,
        os.name,
        sys.argv,
    )


def test_clock():
    say(
        time.tzname,
        time.timezone,
        time.localtime(0)[:6],
        datetime.datetime(2024, 7, 1).astimezone(),
    )
    say(
        time.time() > 1.7e9,
        time.monotonic() <= time.monotonic(),
        time.get_clock_info("monotonic").resolution,
    )
    before = time.perf_counter()
    say(0 <= time.perf_counter() - before < 60)


def test_order_of_sets_and_hashes():
    say({"one", "two", "three", "four"}, hash("scratchwork"), hash(1.5), hash((1, "a")), hash(b"x"))
    say(sorted(vars(math)) == sorted(vars(math)), list({3, 1, 2}), hash(frozenset("ab")))


def test_streams():
    sys.stderr.write("to the error stream\n")
    sys.stdout.write("café \ud800 \x00 \x1b[31m\n")
    say(sys.stdout.encoding, sys.stdin.read() == "")


def test_state_of_the_submission_is_new():
    show(count(), count())


def test_state_of_the_submission_is_new_again():
    show(count())
