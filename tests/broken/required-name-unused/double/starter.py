def double(x):
    pass


def halve(x):
    pass
