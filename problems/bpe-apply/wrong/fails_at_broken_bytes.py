"""Your decoder raises an error when the bytes are no valid text. A model may write any tokens in
any order."""


def encode_bpe(text, merges):
    ids = list(text.encode("utf-8"))
    for new_id, pair in enumerate(merges, start=256):
        ids = replace_pair(ids, pair, new_id)
    return ids


def replace_pair(ids, pair, new_id):
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
    spelled = [bytes([byte]) for byte in range(256)]
    for first, second in merges:
        spelled.append(spelled[first] + spelled[second])
    for token in ids:
        if not 0 <= token < len(spelled):
            raise ValueError(f"no token has the id {token}")
    return b"".join(spelled[token] for token in ids).decode("utf-8")
