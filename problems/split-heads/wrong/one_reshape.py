"""Your heads have the right shape, but each holds whole tokens instead of a piece of every token. A
reshape never moves a number; which step would have to move them?"""


def split_heads(x, n_heads):
    texts, tokens, width = x.shape
    return x.reshape(texts, n_heads, tokens, width // n_heads)


def join_heads(heads):
    texts, n_heads, tokens, width = heads.shape
    return heads.reshape(texts, tokens, n_heads * width)
