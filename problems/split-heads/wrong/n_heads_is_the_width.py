"""Your second argument is taken for the width of a head, but it says how many heads there are. With
two heads of two entries nobody notices."""


def split_heads(x, n_heads):
    texts, tokens, width = x.shape
    return x.reshape(texts, tokens, width // n_heads, n_heads).swapaxes(1, 2)


def join_heads(heads):
    texts, n_heads, tokens, width = heads.shape
    return heads.swapaxes(1, 2).reshape(texts, tokens, n_heads * width)
