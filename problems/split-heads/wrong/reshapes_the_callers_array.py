"""Your heads are right, but the array that was passed in has another shape afterwards. Setting
`shape` changes the array itself, whoever else is using it."""


def split_heads(x, n_heads):
    texts, tokens, width = x.shape
    if width % n_heads:
        raise ValueError("the heads do not come out even")
    x.shape = texts, tokens, n_heads, width // n_heads
    return x.swapaxes(1, 2)


def join_heads(heads):
    texts, n_heads, tokens, width = heads.shape
    return heads.swapaxes(1, 2).reshape(texts, tokens, n_heads * width)
