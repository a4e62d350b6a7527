def double(x):
    pass
