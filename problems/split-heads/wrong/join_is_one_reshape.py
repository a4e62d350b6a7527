"""Your splitting is right, but the way back is too short: the pieces of different tokens end up in
one vector. What has to be undone before the borders are drawn anew?"""


def split_heads(x, n_heads):
    texts, tokens, width = x.shape
    return x.reshape(texts, tokens, n_heads, width // n_heads).swapaxes(1, 2)


def join_heads(heads):
    texts, n_heads, tokens, width = heads.shape
    return heads.reshape(texts, tokens, n_heads * width)
