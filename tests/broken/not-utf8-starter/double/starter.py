# café
def double(x):
    pass
