"""Every loop of every universal function."""

import pytest
import sweep
from shown import say

CODES = "?bBhHiIlLqQefdgFDGmMOSUT"


@pytest.mark.parametrize("code", CODES)
def test_ufuncs(code):
    found = sweep.loops(code)
    for name, function, inputs in found:
        say(name, sweep.apply(function, inputs))
    assert found
