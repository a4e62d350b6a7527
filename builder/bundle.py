"""The problem bundle: what a page carries of its problem, with the hidden part sealed."""

from __future__ import annotations

import base64
import gzip
import json
from typing import Any, Literal, NotRequired, TypedDict

from builder.mutation.exclusions import without_exclusions
from builder.tree import read_tree
from grader.manifest import Disclosure
from grader.problem import Limits, Problem, ProblemFolder, Signature
from grader.report import TestCase

FORMAT: Literal[1] = 1


class Sealed(TypedDict):
    """What a learner should not come across by accident in the page's source.

    `explanation` says why the solution is as it is: a list of nodes, each a text, or a list of an
    element's tag, its attributes, and its own nodes. It may be empty.
    """

    problem: Problem
    solution: str
    explanation: list[Any]
    hints: list[str]


class Bundle(TypedDict):
    """A problem as its page knows it; `sealed` is base64 of gzip of the JSON of `Sealed`.

    `explained` tells whether there is an explanation in it; `version` changes with the statement
    and the tests.
    """

    format: Literal[1]
    slug: str
    version: str
    title: str
    starter: str
    tests: list[TestCase]
    examples: list[TestCase]
    limits: Limits
    hint_count: int
    explained: bool
    disclosure: Disclosure
    sealed: str


RuntimeKind = Literal[
    "script", "wasm", "stdlib", "wheel", "grader", "assist", "heap", "files", "meta", "library"
]


class RuntimeFile(TypedDict):
    """One file of the runtime that a page loads; `bytes` as stored, `size` once inflated.

    One of the kind `assist` is for the editor, and no run loads it.
    A file without a `size` is not inflated; `integrity` is what the browser holds a file against.
    """

    path: str
    kind: RuntimeKind
    bytes: int
    size: NotRequired[int]
    integrity: NotRequired[str]


class RuntimeManifest(TypedDict):
    """The runtime files of one problem; `base` is their folder, relative to the page.

    `packages` are imported before a run; `lock` is what Pyodide's lock says of the build
    itself: its Python, platform and ABI; `snapshot` is the identity of the memory snapshot.
    `plots` is the file, in `base`, with the manifest of what draws figures as well: fetched when
    code asks for it, and null where this one draws them.
    """

    base: str
    lock: dict[str, str]
    packages: list[str]
    snapshot: str | None
    plots: str | None
    files: list[RuntimeFile]


class PageData(TypedDict):
    """The one JSON island of a problem page; `base` and `assets` are relative to the page.

    In a frame, the page answers to pages of the `embed_origins`; without them, to none.
    """

    bundle: Bundle
    runtime: RuntimeManifest
    base: str
    assets: str
    embed_origins: NotRequired[list[str]]


def seal(content: Sealed) -> str:
    """Return the content compressed and encoded; equal contents give equal text."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return base64.b64encode(gzip.compress(text.encode(), mtime=0)).decode("ascii")


def make_bundle(
    folder: ProblemFolder,
    tests: list[TestCase],
    examples: list[TestCase],
    signatures: list[Signature],
    explanation: str = "",
) -> Bundle:
    """Make the bundle of a problem from its folder and what its check found.

    `explanation` is the explanation of the reference solution as HTML.
    """
    problem: Problem = {**folder.problem, "signatures": signatures}
    solution = without_exclusions(folder.solution)
    sealed: Sealed = {
        "problem": problem,
        "solution": solution,
        "explanation": read_tree(explanation),
        "hints": folder.hints,
    }
    return {
        "format": FORMAT,
        "slug": folder.slug,
        "version": folder.version,
        "title": folder.title,
        "starter": folder.starter,
        "tests": tests,
        "examples": examples,
        "limits": problem["limits"],
        "hint_count": len(folder.hints),
        "explained": bool(explanation),
        "disclosure": folder.disclosure,
        "sealed": seal(sealed),
    }
