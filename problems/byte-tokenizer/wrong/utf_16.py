"""Your characters take two bytes each, and most of these are 0. There are several ways to write
characters as bytes; the table names the one to use."""

BEGIN, END = 256, 257


def encode(text):
    return [BEGIN, *text.encode("utf-16-le"), END]


def decode(ids):
    for token in ids:
        if not 0 <= token <= END:
            raise ValueError(f"no token has the id {token}")
    text = bytes(token for token in ids if token < BEGIN)
    return text.decode("utf-16-le", errors="replace")
