"""Your encoder returns the bytes alone. A model learns from the special tokens where a text begins
and when to stop."""

BEGIN, END = 256, 257


def encode(text):
    return list(text.encode("utf-8"))


def decode(ids):
    for token in ids:
        if not 0 <= token <= END:
            raise ValueError(f"no token has the id {token}")
    text = bytes(token for token in ids if token < BEGIN)
    return text.decode("utf-8", errors="replace")
