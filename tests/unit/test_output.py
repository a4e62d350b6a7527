"""The folder of a build: swapped in whole, or left as it was."""

from pathlib import Path

import pytest

from builder.output import replacing
from grader.faults import ProblemFaults


def write_site(folder: Path, text: str) -> None:
    (folder / "index.html").write_text(text, "utf-8")
    (folder / ".nojekyll").touch()


def test_a_site_is_replaced(tmp_path: Path) -> None:
    for text in ("one", "two"):
        with replacing(tmp_path / "deep" / "dist") as site:
            write_site(site, text)
        assert (tmp_path / "deep" / "dist" / "index.html").read_text("utf-8") == text
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["dist"]


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError])
def test_a_build_that_ends_early_leaves_the_old_site(
    error: type[BaseException], tmp_path: Path
) -> None:
    with replacing(tmp_path / "dist") as site:
        write_site(site, "one")
    with pytest.raises(error), replacing(tmp_path / "dist") as site:
        write_site(site, "two")
        raise error
    assert (tmp_path / "dist" / "index.html").read_text("utf-8") == "one"
    assert [path.name for path in tmp_path.iterdir()] == ["dist"]


def test_a_folder_that_is_no_site_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("dear", "utf-8")
    with pytest.raises(ProblemFaults, match="not a site"), replacing(tmp_path):
        pytest.fail("nothing is built")
    assert (tmp_path / "letters.txt").is_file()


def test_a_file_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "dist").write_text("dear", "utf-8")
    with pytest.raises(ProblemFaults, match="not a site"), replacing(tmp_path / "dist"):
        pytest.fail("nothing is built")


def test_an_empty_folder_is_used(tmp_path: Path) -> None:
    (tmp_path / "dist").mkdir()
    with replacing(tmp_path / "dist") as site:
        write_site(site, "one")
    assert (tmp_path / "dist" / "index.html").is_file()
