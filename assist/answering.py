"""Answers one question after the other, as JSON: the page and this program share nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from assist import mistakes, names

_ANSWERS: dict[str, Callable[..., Any]] = {
    "complete": names.complete,
    "describe": names.describe,
    "document": names.document,
    "mistakes": mistakes.find_mistakes,
    "sign": names.sign,
}
_WARM_UP = "import numpy as np\n\n\ndef half(x):\n    return np.mean(x) / 2\n\n\nhalf(len("


def get_ready() -> None:
    """Read what every first answer needs, so that no learner waits for it."""
    last = _WARM_UP.count("\n") + 1
    names.complete(_WARM_UP, last, len("half(le"))
    names.sign(_WARM_UP, last, len("half(len("))
    mistakes.find_mistakes(_WARM_UP)


def answer_json(question: str) -> str:
    """Answer a question: the `kind` of it and its arguments; null where there is no answer."""
    asked = json.loads(question)
    answer = _ANSWERS[asked.pop("kind")]
    try:
        return json.dumps(answer(**asked))
    except Exception:  # noqa: BLE001 - on odd code Jedi fails in many ways: no answer
        return "null"
