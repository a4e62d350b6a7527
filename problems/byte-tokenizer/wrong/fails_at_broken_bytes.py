"""Your decoder raises an error when the bytes are no valid text. What a model writes may end in the
middle of a character."""

BEGIN, END = 256, 257


def encode(text):
    return [BEGIN, *text.encode("utf-8"), END]


def decode(ids):
    for token in ids:
        if not 0 <= token <= END:
            raise ValueError(f"no token has the id {token}")
    text = bytes(token for token in ids if token < BEGIN)
    return text.decode("utf-8")
