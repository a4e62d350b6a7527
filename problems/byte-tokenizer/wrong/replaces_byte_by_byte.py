"""Your decoder asks for every byte by itself whether it is text. Half a character is none; the
halves have to be put together first."""

BEGIN, END = 256, 257


def encode(text):
    return [BEGIN, *text.encode("utf-8"), END]


def decode(ids):
    for token in ids:
        if not 0 <= token <= END:
            raise ValueError(f"no token has the id {token}")
    parts = [bytes([token]) for token in ids if token < BEGIN]
    return "".join(part.decode("utf-8", errors="replace") for part in parts)
