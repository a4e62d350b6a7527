def double(x: str):
    pass
