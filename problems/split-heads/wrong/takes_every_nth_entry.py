"""Your heads take turns: each gets every H-th entry of a vector. The statement gives a head
neighbouring entries, so in which order do the two new axes stand?"""


def split_heads(x, n_heads):
    texts, tokens, width = x.shape
    return x.reshape(texts, tokens, width // n_heads, n_heads).transpose(0, 3, 1, 2)


def join_heads(heads):
    texts, n_heads, tokens, width = heads.shape
    return heads.transpose(0, 2, 3, 1).reshape(texts, tokens, n_heads * width)
