"""Grades one submission against a problem's hidden tests, natively and in Pyodide alike."""
