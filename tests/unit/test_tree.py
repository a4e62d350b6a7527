"""Trees of an explanation: what HTML says, as plain data."""

import pytest

from builder.tree import read_tree

TREES = {
    "nothing": ("", []),
    "text": ("a &lt; b &amp; c", ["a < b & c"]),
    "nested": ("<p>x<b>y</b></p>z", [["p", {}, "x", ["b", {}, "y"]], "z"]),
    "attributes": ('<a href="#x" rel="y">z</a>', [["a", {"href": "#x", "rel": "y"}, "z"]]),
    "elements without an end": (
        '<img src="a.svg" alt="&quot;"><br>x<hr />y',
        [["img", {"src": "a.svg", "alt": '"'}], ["br", {}], "x", ["hr", {}], "y"],
    ),
    "MathML": (
        '<math display="block"><mi>x</mi><mspace></mspace></math>',
        [["math", {"display": "block"}, ["mi", {}, "x"], ["mspace", {}]]],
    ),
}


@pytest.mark.parametrize("name", TREES)
def test_html_becomes_a_tree(name: str) -> None:
    html, tree = TREES[name]
    assert read_tree(html) == tree


def test_tags_that_do_not_match_are_refused() -> None:
    with pytest.raises(ValueError, match="</p> ends <b>"):
        read_tree("<p><b>x</p></b>")
