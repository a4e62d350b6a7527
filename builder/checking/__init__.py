"""The command `check`: which problems it looks at, its progress, its table and its report."""
