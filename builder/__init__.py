"""Turns problem folders into the static site: what `build.py` is made of."""
