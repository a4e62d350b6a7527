"""Your decoder turns each byte into a character. A single byte of a longer character means nothing
on its own."""

BEGIN, END = 256, 257


def encode(text):
    return [BEGIN, *text.encode("utf-8"), END]


def decode(ids):
    for token in ids:
        if not 0 <= token <= END:
            raise ValueError(f"no token has the id {token}")
    return "".join(chr(token) for token in ids if token < BEGIN)
