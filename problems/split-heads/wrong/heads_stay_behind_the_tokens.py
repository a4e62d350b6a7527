"""Your vectors are cut in the right places, but the axes are not where attention needs them: its
last two are tokens and entries, and the heads come before."""


def split_heads(x, n_heads):
    texts, tokens, width = x.shape
    return x.reshape(texts, tokens, n_heads, width // n_heads)


def join_heads(heads):
    texts, tokens, n_heads, width = heads.shape
    return heads.reshape(texts, tokens, n_heads * width)
