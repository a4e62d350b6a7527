"""Your heads are right where the width can be divided, and lose entries where it cannot. Numbers
that vanish in silence are hard to find later."""


def split_heads(x, n_heads):
    texts, tokens, width = x.shape
    piece = width // n_heads
    kept = x[:, :, : n_heads * piece]
    return kept.reshape(texts, tokens, n_heads, piece).swapaxes(1, 2)


def join_heads(heads):
    texts, n_heads, tokens, width = heads.shape
    return heads.swapaxes(1, 2).reshape(texts, tokens, n_heads * width)
