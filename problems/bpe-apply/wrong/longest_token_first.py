"""Your encoder looks for the longest token that fits. That is another method; with merges, their
order decides."""


def encode_bpe(text, merges):
    ids = list(text.encode("utf-8"))
    spelled = [bytes([byte]) for byte in range(256)]
    for first, second in merges:
        spelled.append(spelled[first] + spelled[second])
    data, ids = bytes(ids), []
    while data:
        fits = [token for token in range(len(spelled)) if data.startswith(spelled[token])]
        ids.append(max(fits, key=lambda token: len(spelled[token])))
        data = data[len(spelled[ids[-1]]) :]
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
