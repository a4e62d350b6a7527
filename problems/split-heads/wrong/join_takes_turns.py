"""Your joined vectors hold the right numbers in another order: the heads take turns. The pieces
should stay in one piece each, one head after the other."""


def split_heads(x, n_heads):
    texts, tokens, width = x.shape
    return x.reshape(texts, tokens, n_heads, width // n_heads).swapaxes(1, 2)


def join_heads(heads):
    texts, n_heads, tokens, width = heads.shape
    return heads.transpose(0, 2, 3, 1).reshape(texts, tokens, n_heads * width)
