def double(x, times=2):
    pass
