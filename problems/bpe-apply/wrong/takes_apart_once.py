"""Your decoder takes a merged token apart once. Its parts may be merged tokens as well."""

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
    parts = []
    for token in ids:
        if not 0 <= token < 256 + len(merges):
            raise ValueError("unknown id")
        parts += [token] if token < 256 else merges[token - 256]
    return bytes(part for part in parts if part < 256).decode("utf-8", errors="replace")
