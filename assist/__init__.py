"""Answers what the editor asks about the code in it; runs in the browser, beside no run."""
