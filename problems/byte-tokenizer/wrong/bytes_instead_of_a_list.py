"""Your encoder returns something other than a list of ints. A bytes object looks like one, but
cannot hold the special tokens."""

BEGIN, END = 256, 257


def encode(text):
    return text.encode("utf-8")


def decode(ids):
    for token in ids:
        if not 0 <= token <= END:
            raise ValueError(f"no token has the id {token}")
    text = bytes(token for token in ids if token < BEGIN)
    return text.decode("utf-8", errors="replace")
