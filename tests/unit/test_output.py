"""What a submission prints: captured, capped, in batches, and kept where a run breaks off."""

import sys

from grader.native import grade
from grader.output import RUN_CAP, TEST_CAP, Capture, printable
from grader.problem import read_problem
from places import PROBLEMS

LOOP = """
def mse_loss(pred, target):
    print("before the end")
    import os
    os._exit(0)

mse_loss_backward = mse_loss
"""


def test_caps_hold_for_a_part_and_for_the_run() -> None:
    capture = Capture()
    kept = []
    for _ in range(6):
        with capture.record() as output:
            print("x" * 100_000)
        kept.append(len(output["text"]))
        assert output["cut"] == 100_001 - len(output["text"])
    assert kept == [TEST_CAP] * (RUN_CAP // TEST_CAP) + [0] * (6 - RUN_CAP // TEST_CAP)


def test_batches_come_before_the_end_and_add_up() -> None:
    said: list[str] = []
    with Capture().record(said.append) as output:
        print("at once")
        assert said == ["at once\n"]
        for number in range(1000):
            print(number)
    assert output["text"].startswith("".join(said))
    assert len(said) < 20


def test_bytes_and_odd_text_arrive() -> None:
    with Capture().record() as output:
        sys.stdout.buffer.write(b"raw \xff\n")
        print("\ud800 \0 \x1b[31m é")
    assert output["text"] == "raw \ufffd\n\\ud800 \\x00 \\x1b[31m é\n"


def test_a_closed_stream_is_not_the_next_ones() -> None:
    capture = Capture()
    with capture.record():
        sys.stdout.close()
    with capture.record() as output:
        print("still here")
    assert output["text"] == "still here\n"


def test_lines_printed_over_each_other_follow_each_other() -> None:
    with Capture().record() as output:
        print("one\r\nstep 1\rstep 2")
    assert output["text"] == "one\nstep 1\nstep 2\n"


def test_control_characters_are_escapes() -> None:
    assert printable("a\x07\tb\n\x9f") == "a\\x07\tb\n\\x9f"


def test_output_survives_the_end_of_the_interpreter() -> None:
    report = grade(read_problem(PROBLEMS / "mse-loss").problem, LOOP)
    assert report["state"] == "crashed"
    assert report["examples"][0]["output"]["text"] == "before the end\n"
