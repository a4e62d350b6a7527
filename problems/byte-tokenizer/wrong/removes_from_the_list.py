"""Your decoder takes the special tokens out of the caller's list. The text is right, but the ids
are gone."""

BEGIN, END = 256, 257


def encode(text):
    return [BEGIN, *text.encode("utf-8"), END]


def decode(ids):
    for token in ids:
        if not 0 <= token <= END:
            raise ValueError(f"no token has the id {token}")
    while BEGIN in ids:
        ids.remove(BEGIN)
    while END in ids:
        ids.remove(END)
    return bytes(ids).decode("utf-8", errors="replace")
