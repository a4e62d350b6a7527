"""Your encoder leaves out every character that is not plain ASCII. Nothing may be lost: the text
has to come back."""

BEGIN, END = 256, 257


def encode(text):
    return [BEGIN, *text.encode("ascii", errors="ignore"), END]


def decode(ids):
    for token in ids:
        if not 0 <= token <= END:
            raise ValueError(f"no token has the id {token}")
    text = bytes(token for token in ids if token < BEGIN)
    return text.decode("utf-8", errors="replace")
