"""Your text is encoded with one byte per character. That covers a few languages only; which
encoding has room for all characters?"""

BEGIN, END = 256, 257


def encode(text):
    return [BEGIN, *text.encode("latin-1", errors="replace"), END]


def decode(ids):
    for token in ids:
        if not 0 <= token <= END:
            raise ValueError(f"no token has the id {token}")
    text = bytes(token for token in ids if token < BEGIN)
    return text.decode("latin-1", errors="replace")
