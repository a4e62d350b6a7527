"""Turns local checkouts in public layouts into problem folders."""
