"""Your tokens are the numbers of the characters. For plain letters these are the bytes, but there
are far more characters than 256."""

BEGIN, END = 256, 257


def encode(text):
    return [BEGIN, *(ord(character) for character in text), END]


def decode(ids):
    for token in ids:
        if not 0 <= token <= END:
            raise ValueError(f"no token has the id {token}")
    text = bytes(token for token in ids if token < BEGIN)
    return text.decode("utf-8", errors="replace")
