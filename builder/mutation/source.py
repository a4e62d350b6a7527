"""A Python source whose syntax tree can be found again in its text."""

from __future__ import annotations

import ast
import io
import itertools
import tokenize
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import unified_diff

Edit = tuple[int, int, str]
Positioned = ast.expr | ast.stmt | ast.keyword
_SHOWN = 40
_BLANK = {
    tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT,
    tokenize.ENDMARKER,
}  # fmt: skip


@dataclass(frozen=True)
class Token:
    """A token that means something, with its place in the text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Mutant:
    """A source with one small fault in it; `what` names the fault, `line` is where it begins."""

    line: int
    what: str
    text: str

    def diff(self, original: str, name: str) -> str:
        """Return the changed lines as a unified diff."""
        before, after = original.splitlines(), self.text.splitlines()
        lines = unified_diff(before, after, name, f"{name} (mutant)", n=0, lineterm="")
        return "\n".join(lines)


class Source:
    """A source's text, tokens and syntax tree; places are offsets of characters in the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tree = ast.parse(text)
        self._lines = text.split("\n")
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._tokens = self._tokenize()
        self._token_starts = [token.start for token in self._tokens]
        self.parents = {
            child: node for node in ast.walk(self.tree) for child in ast.iter_child_nodes(node)
        }

    def _tokenize(self) -> list[Token]:
        found = tokenize.generate_tokens(io.StringIO(self.text).readline)
        return [
            Token(
                token.string,
                self._starts[token.start[0] - 1] + token.start[1],
                self._starts[token.end[0] - 1] + token.end[1],
            )
            for token in found
            if token.type not in _BLANK
        ]

    def _offset(self, line: int, column: int) -> int:
        before = self._lines[line - 1].encode()[:column]
        return self._starts[line - 1] + len(before.decode())

    def start(self, node: Positioned) -> int:
        """Return where a node begins; parentheses around it are not part of it."""
        return self._offset(node.lineno, node.col_offset)

    def end(self, node: Positioned) -> int:
        """Return where a node ends."""
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        return self._offset(node.end_lineno, node.end_col_offset)

    def segment(self, node: Positioned) -> str:
        """Return a node's text."""
        return self.text[self.start(node) : self.end(node)]

    def tokens(self, start: int, end: int) -> list[Token]:
        """Return the tokens that begin from one place up to another."""
        first = bisect_left(self._token_starts, start)
        return self._tokens[first : bisect_left(self._token_starts, end)]

    def before(self, place: int) -> Token:
        """Return the last token that begins before a place."""
        return self._tokens[bisect_left(self._token_starts, place) - 1]

    def after(self, place: int) -> Token:
        """Return the first token that begins at a place or after it."""
        return self._tokens[bisect_left(self._token_starts, place)]

    def operator(self, left: ast.expr, right: ast.expr) -> Token:
        """Return the operator between two operands, of one word or of two."""
        between = self.tokens(self.end(left), self.start(right))
        words = [token for token in between if token.text not in ("(", ")")]
        text = " ".join(token.text for token in words)
        return Token(text, words[0].start, words[-1].end)

    def mutant(self, edits: list[Edit], old: str, new: str) -> Mutant:
        """Return what the edits make of the text; they replace, in effect, `old` by `new`."""
        text = self.text
        for start, end, replacement in sorted(edits, reverse=True):
            text = text[:start] + replacement + text[end:]
        first = min(start for start, _, _ in edits)
        line = self.text.count("\n", 0, first) + 1
        return Mutant(line, f"{_fold(old)} -> {_fold(new)}", text)

    def replace(self, start: int, end: int, new: str) -> Mutant:
        """Return the mutant that has another text at one place."""
        return self.mutant([(start, end, new)], self.text[start:end], new)

    def replace_node(self, node: Positioned, new: str) -> Mutant:
        """Return the mutant that has another text instead of a node."""
        return self.replace(self.start(node), self.end(node), new)

    def swap_neighbours(self, nodes: Sequence[ast.expr]) -> Iterator[Mutant]:
        """Yield the mutants that have two neighbours of a list in the other order."""
        for one, other in itertools.pairwise(nodes):
            first, second = self.segment(one), self.segment(other)
            between = self.text[self.end(one) : self.start(other)]
            starred = isinstance(one, ast.Starred) or isinstance(other, ast.Starred)
            if first != second and not starred:
                yield self.replace(self.start(one), self.end(other), second + between + first)

    def same_tree(self, text: str) -> bool:
        """Tell if a text has the syntax tree as it is now."""
        try:
            return ast.dump(ast.parse(text)) == ast.dump(self.tree)
        except SyntaxError:
            return False


def _fold(text: str) -> str:
    folded = " ".join(text.split()) or "nothing"
    return folded if len(folded) <= _SHOWN else f"{folded[: _SHOWN - 3]}..."
