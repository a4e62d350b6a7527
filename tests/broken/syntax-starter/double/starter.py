def double(x)
    pass
