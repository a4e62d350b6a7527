"""The rules that a problem is held against by reading it: nothing of it is run here."""
