import nothing_like_it


def double(x):
    pass
