TWICE = {1: 2, 4: 8}
