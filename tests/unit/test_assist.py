"""What answers the editor: what it offers, tells and marks, from the archive that pages get."""

import importlib
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from builder.assist import find_archive

HEAD = "import numpy as np\n\n\ndef half(values, scale=2):\n    '''Return each value divided.'''\n"
Answer = Callable[..., Any]
# Code up to the cursor, and names that are offered first.
OFFERED = {
    "numpy": (f"{HEAD}    return np.me", ["mean", "median", "memmap", "meshgrid"]),
    "name-of-the-file": (f"{HEAD}    return 1\n\n\nhal", ["half"]),
    "local-name": (f"{HEAD}    total = 1\n    return tot", ["total"]),
    "parameter": (f"{HEAD}    return np.mean(values, ax", ["axis="]),
    "python": ("pri", ["print"]),
    "method": ("names = []\nnames.app", ["append"]),
    "module": ("import math\nmath.sqr", ["sqrt"]),
    "annotated-array": ("import numpy as np\ndef f(x: np.ndarray):\n    x.resh", ["reshape"]),
    "nothing-private": ("import numpy as np\nnp.linalg._umath", ["_umath_linalg"]),
    "unknown-module": ("import numpy\nimport torch\ntorch.me", []),
    "no-such-name": ("import numpy\nimport math\nmath.reshap", []),
}
# Code up to the cursor, the title, and what the docstring begins with.
DESCRIBED = {
    "numpy": ("import numpy as np\nnp.mean", "mean(a, axis=None,", "Compute the arithmetic mean"),
    "ufunc": ("import numpy as np\nnp.exp", "exp(x, /, out=None,", "Calculate the exponential"),
    "module": ("import numpy as np\nnp.linalg", "linalg", "``numpy.linalg``\n\nThe NumPy linear"),
    "constant": ("import numpy as np\nnp.pi", "pi = 3.14159", ""),
    "python": ("len", "len(obj, /)", "Return the number of items"),
    "own": (f"{HEAD}    return half", "half(values, scale=2)", "Return each value divided."),
    "method": ("','.join", "join(iterable, /)", "Concatenate any number of strings."),
    "guessed-array": (f"{HEAD}    return values.sum", "ndarray.sum(axis=None,", "Return the sum"),
    "guessed-shape": (f"{HEAD}    return values.shape", "ndarray.shape", "Tuple of array"),
    "own-class": ("class Net:\n    '''A network.'''\n\n\nNet", "Net()", "A network."),
}
# Code up to the cursor, the call, its parameters, and the one that is meant.
CALLS = {
    "numpy": ("import numpy as np\nnp.mean(x, ", "mean", "a, axis=None, dtype=None", "axis=None"),
    "ufunc": ("import numpy as np\nnp.exp(", "exp", "x, /, out=None, *, where=True", "x"),
    "python": ("print(1, sep=", "print", "*args, sep=' ', end='\\n'", "sep=' '"),
    "own": (f"{HEAD}    return half(1, ", "half", "values, scale=2", "scale=2"),
    "guessed-array": (
        "import numpy as np\nx = np.zeros((2, 3))\nx.max(axis=1).mean(len([1]), ",
        "ndarray.mean",
        "axis=None, dtype=None",
        "dtype=None",
    ),
    "kinds": ("def f(a: int, /, *, k='x'): ...\nf(1, k=", "f", "a: int, /, *, k='x'", "k='x'"),
}
# Code, and what is said of it: line, the text that is marked, how, the words.
MISTAKES = {
    "none": (f"{HEAD}    return np.mean(values) / scale\n", []),
    "near-name": (
        f"{HEAD}    return np.mean(valeus) / scale\n",
        [(6, "valeus", "warning", "`valeus` is not defined. Did you mean `values`?")],
    ),
    "unknown-name": ("print(zzz)\n", [(1, "zzz", "warning", "`zzz` is not defined.")]),
    "unused": (
        "import math\ndef f():\n    x = 3\n",
        [
            (1, "import math", "hint", "`math` is imported but not used."),
            (3, "x", "hint", "`x` gets a value that is not used."),
        ],
    ),
    "wide-letters": ("é = '😀' + zzz\n", [(1, "zzz", "warning", "`zzz` is not defined.")]),
    "syntax": (
        "x = (1,\ny = 2\n",
        [
            (
                1,
                "(1,",
                "error",
                "'(' was never closed. This bracket has no partner. "
                "The mistake may be a line above.",
            )
        ],
    ),
    "syntax-at-the-end": (
        "def f():",
        [
            (
                1,
                ":",
                "error",
                "Expected an indented block after function definition on line 1. "
                "The line before ends in `:`, so this one has to be indented, by four spaces.",
            )
        ],
    ),
    "twice": (
        "def f(): ...\ndef f(): ...\n",
        [(2, "def f(): ...", "warning", "`f` is defined again; line 1 has no effect.")],
    ),
    "star": ("from math import *\nsqrt(2)\n", [(1, "from math import *", "hint", None)]),
    "null-byte": ("\0", None),
}


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answer]:
    """Unpack the archive as the browser does, and ask it."""
    folder = tmp_path_factory.mktemp("assist")
    with zipfile.ZipFile(find_archive()) as archive:
        archive.extractall(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(folder))
        answering = importlib.import_module("assist.answering")
        answering.get_ready()
        yield lambda kind, **args: json.loads(
            answering.answer_json(json.dumps({"kind": kind, **args}))
        )


def at_end(code: str) -> dict[str, Any]:
    """Return the end of code as a question has it."""
    lines = code.split("\n")
    return {"code": code, "line": len(lines), "column": len(lines[-1])}


@pytest.mark.parametrize("case", OFFERED)
def test_names_are_offered(ask: Answer, case: str) -> None:
    code, names = OFFERED[case]
    answer = ask("complete", **at_end(code))
    assert [option["label"] for option in answer["options"]][: len(names) or None] == names
    assert not answer["guessed"]


def test_what_is_unknown_may_be_an_array(ask: Answer) -> None:
    answer = ask("complete", **at_end(f"{HEAD}    return values.me"))
    assert (answer["guessed"], answer["options"]) == (True, [{"label": "mean", "kind": "function"}])
    assert ask("document", label="mean")["doc"].startswith("Returns the average of the array")


def test_an_offered_name_is_described(ask: Answer) -> None:
    ask("complete", **at_end("import numpy as np\nnp.me"))
    described = ask("document", label="median")
    assert described["title"].startswith("median(a, axis=None,")
    assert described["doc"].startswith("Compute the median along the specified axis.")
    assert ask("document", label="mode") is None


@pytest.mark.parametrize("case", DESCRIBED)
def test_a_name_is_described(ask: Answer, case: str) -> None:
    code, title, doc = DESCRIBED[case]
    described = ask("describe", **at_end(code))
    assert described["title"].startswith(title)
    assert described["doc"].startswith(doc)


@pytest.mark.parametrize("code", ["for", "x = 3\nx", "import", "def f(x):\n    return x"])
def test_a_name_that_tells_nothing_is_not_described(ask: Answer, code: str) -> None:
    assert ask("describe", **at_end(code)) is None


@pytest.mark.parametrize("case", CALLS)
def test_a_call_is_signed(ask: Answer, case: str) -> None:
    code, name, parameters, active = CALLS[case]
    call = ask("sign", **at_end(code))
    assert call["name"] == name
    assert ", ".join(call["parameters"]).startswith(parameters)
    assert call["parameters"][call["active"]] == active
    line = code.split("\n")[call["line"] - 1]
    assert line[: call["column"]].endswith(name.removeprefix("ndarray."))
    assert line[call["column"]] == "("


@pytest.mark.parametrize("case", MISTAKES)
def test_mistakes_are_found(ask: Answer, case: str) -> None:
    code, wanted = MISTAKES[case]
    found = ask("mistakes", code=code)
    if wanted is None:
        assert [one["severity"] for one in found] == ["error"]
        return
    lines = [line.encode("utf-16-le") for line in code.split("\n")]
    said = [
        (
            one["line"],
            lines[one["line"] - 1][2 * one["column"] : 2 * one["end"]].decode("utf-16-le"),
            one["severity"],
            one["message"],
        )
        for one in found
    ]
    assert [one[:3] for one in said] == [one[:3] for one in wanted]
    words = [one[3] for one in wanted if one[3] is not None]
    assert words == [] or [one[3] for one in said] == words


def test_code_is_read_and_never_run(ask: Answer, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    code = f"import pathlib\npathlib.Path({str(trace)!r}).write_text('run')\nx = pathlib.Pat"
    ask("complete", **at_end(code))
    ask("mistakes", code=code)
    assert not trace.exists()


def test_a_question_that_cannot_be_answered_has_no_answer(ask: Answer) -> None:
    assert ask("complete", code="x", line=9, column=3) is None


def test_the_archive_is_made_of_its_parts_alone() -> None:
    with zipfile.ZipFile(find_archive()) as archive:
        names = archive.namelist()
    assert {name.split("/")[0].split("-")[0] for name in names} == {
        "assist", "jedi", "parso", "pyflakes",
    }  # fmt: skip
    assert "jedi/third_party/typeshed/stdlib/builtins.pyi" in names
    assert not [name for name in names if "/tensorflow/" in name or "/test/" in name]
    assert len([name for name in names if "license" in name.lower()]) >= 3
