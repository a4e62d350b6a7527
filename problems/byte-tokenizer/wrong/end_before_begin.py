"""Your two special tokens have changed places. Which id marks the beginning?"""

BEGIN, END = 256, 257
FIRST, LAST = END, BEGIN


def encode(text):
    return [FIRST, *text.encode("utf-8"), LAST]


def decode(ids):
    for token in ids:
        if not 0 <= token <= END:
            raise ValueError(f"no token has the id {token}")
    text = bytes(token for token in ids if token < BEGIN)
    return text.decode("utf-8", errors="replace")
