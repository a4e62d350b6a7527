"""Encode and decode a text with the merges of byte pair encoding."""


def encode_bpe(text, merges):
    """Return the tokens of the text: its bytes, after all merges in their order."""
    ids = list(text.encode("utf-8"))
    for new_id, pair in enumerate(merges, start=256):
        ids = _replace_pair(ids, pair, new_id)
    return ids


def _replace_pair(ids, pair, new_id):
    """Return ids with every occurrence of the pair, from left to right, replaced by new_id."""
    replaced, position = [], 0
    while position < len(ids):
        if tuple(ids[position : position + 2]) == pair:
            replaced.append(new_id)
            position += 2
        else:
            replaced.append(ids[position])
            position += 1
    return replaced


def decode_bpe(ids, merges):
    """Return the text of the tokens; an unknown id raises ValueError."""
    spelled = [bytes([byte]) for byte in range(256)]
    for first, second in merges:  # both parts are bytes or earlier tokens: they are there already
        spelled.append(spelled[first] + spelled[second])
    for token in ids:
        if not 0 <= token < len(spelled):  # a negative index would count from the end
            raise ValueError(f"no token has the id {token}")
    return b"".join(spelled[token] for token in ids).decode("utf-8", errors="replace")
