"""What stands beside a problem: the other problems and the series that a page may lead to."""

from __future__ import annotations

from pathlib import Path

from builder.places import has_file
from builder.series import read_series
from builder.statement import heading_ids, parse_markdown


class Shelf:
    """The folder of all problems, looked into only where a problem asks for another one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._series: set[str] | None = None

    def has_problem(self, slug: str) -> bool:
        """Tell whether there is a problem with this slug."""
        return has_file(self._folder / slug / "problem.toml")

    def has_series(self, slug: str) -> bool:
        """Tell whether there is a series with this slug."""
        if self._series is None:
            found = read_series(self._folder / "series.toml", set(), [])
            self._series = {series.slug for series in found}
        return slug in self._series

    def has_asset(self, slug: str, name: str) -> bool:
        """Tell whether a problem has a file of this name in its `assets/`."""
        return has_file(self._folder / slug / name)

    def anchors(self, slug: str) -> set[str]:
        """Return the anchors in a problem's statement."""
        path = self._folder / slug / "statement.md"
        text = path.read_text("utf-8", "replace") if has_file(path) else ""
        return heading_ids(parse_markdown(text, path.stem))
