"""Cut vectors into heads, and join them again."""


def split_heads(x, n_heads):
    """Return x of shape (B, T, D) as heads of shape (B, n_heads, T, D / n_heads)."""
    texts, tokens, width = x.shape
    # Cut the last axis first, so that no piece takes numbers from two tokens; then move the
    # heads. reshape itself raises ValueError if the pieces do not come out even.
    pieces = x.reshape(texts, tokens, n_heads, width // n_heads)
    return pieces.swapaxes(1, 2)


def join_heads(heads):
    """Return heads of shape (B, H, T, w) as vectors of shape (B, T, H w)."""
    texts, n_heads, tokens, width = heads.shape
    return heads.swapaxes(1, 2).reshape(texts, tokens, n_heads * width)
