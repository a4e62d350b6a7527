"""The benchmark: what a learner waits for, next to what other ways of running Python cost."""
