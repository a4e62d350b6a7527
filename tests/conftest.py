"""Options of the test suite."""

import pytest

collect_ignore = ["broken", "good"]  # problems, with tests of their own


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-goldens", action="store_true", help="write the golden reports anew")
