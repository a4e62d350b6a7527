"""Your encoder merges the first pair that it meets in the text. Of two pairs that share a token,
which was learned first?"""


def encode_bpe(text, merges):
    ids = list(text.encode("utf-8"))
    position = 0
    while position < len(ids) - 1:
        pair = (ids[position], ids[position + 1])
        if pair in merges:
            ids[position : position + 2] = [256 + merges.index(pair)]
            position = 0
        else:
            position += 1
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
    return b"".join(spelled[token] for token in ids).decode("utf-8", errors="replace")
