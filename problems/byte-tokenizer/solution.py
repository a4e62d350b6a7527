"""A tokenizer whose tokens are the bytes of UTF-8, and two special tokens."""

BEGIN, END = 256, 257


def encode(text):
    """Return the begin token, the bytes of the text as ints, and the end token."""
    return [BEGIN, *text.encode("utf-8"), END]


def decode(ids):
    """Return the text of the bytes among the ids; an id outside of 0 to 257 raises ValueError."""
    for token in ids:
        # mutant: 0 -> -1 -- bytes() refuses -1 as well
        if not 0 <= token <= END:
            raise ValueError(f"no token has the id {token}")
    # All bytes together: a character may be spread over several of them.
    text = bytes(token for token in ids if token < BEGIN)
    return text.decode("utf-8", errors="replace")
