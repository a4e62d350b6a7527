"""Mutation testing: small faults in the reference solution that the hidden tests have to catch."""
