"""Hidden tests of bpe-apply.

The oracle for encoding works in rounds: it looks for the pair with the lowest rank that is in the
text. The one for decoding takes tokens apart, again and again.
"""

from itertools import pairwise

from solution import decode_bpe, encode_bpe

LETTERS = [(97, 98), (256, 99), (99, 97), (257, 256), (98, 98), (259, 259), (32, 97), (260, 98)]


def encode(text, merges):
    """Return the submission's tokens, once they are known to be a list of ints."""
    ids = encode_bpe(text, merges)
    assert type(ids) is list, f"encode_bpe should return a list, not a {type(ids).__name__}."
    for token in ids:
        assert type(token) is int, f"The list should hold ints, not a {type(token).__name__}."
    return list(ids)


def decode(ids, merges):
    """Return the submission's text, once it is known to be a string."""
    text = decode_bpe(ids, merges)
    assert type(text) is str, f"decode_bpe should return a string, not a {type(text).__name__}."
    return text


def slow_encode(text, merges):
    """Merge one single pair at a time: the leftmost one of the lowest rank."""
    ids = list(text.encode())
    while True:
        ranked = [
            (merges.index((a, b)), position)
            for position, (a, b) in enumerate(pairwise(ids))
            if (a, b) in merges
        ]
        if not ranked:
            return ids
        rank, position = min(ranked)
        ids[position : position + 2] = [256 + rank]


def test_one_merge():
    """encode_bpe: one merge, everywhere in the text"""
    got = encode("xaby ab", [(97, 98)])
    assert got.count(256) == 2, f"'ab' occurs twice, and each should become 256: {got}."
    assert got == [120, 256, 121, 32, 256], (
        f"With 'ab' as 256, 'xaby ab' is [120, 256, 121, 32, 256], but yours is {got}."
    )
    got = encode("ba", [(97, 98)])
    assert got == [98, 97], f"'ba' is not the pair 'ab' and stays [98, 97], but yours is {got}."


def test_earlier_merges_win():
    """encode_bpe: of two pairs that share a token, the earlier merge gets it"""
    got = encode("abc", [(97, 98), (98, 99), (97, 257)])
    assert got == [256, 99], (
        "'ab' is the first merge, so 'abc' is [256, 99], although 258 would spell all of it, "
        f"but yours is {got}."
    )
    got = encode("abc", [(98, 99), (97, 98)])
    assert got == [97, 256], (
        "'bc' was learned before 'ab', so 'abc' is [97, 256], "
        f"but yours is {got}. What decides, the text or the list?"
    )
    got = encode("abcd", [(97, 98), (98, 99), (99, 100), (257, 100)])
    assert got == [256, 258], (
        f"'ab' is first, then 'bc' is gone, then comes 'cd': [256, 258], but yours is {got}."
    )


def test_merges_of_merges():
    """encode_bpe: a merge of tokens that earlier merges made"""
    merges = [(97, 97), (256, 256), (257, 257)]
    for count, expected in [(8, [258]), (7, [257, 256, 97]), (4, [257]), (3, [256, 97])]:
        got = encode("a" * count, merges)
        assert got == expected, (
            f"With merges for 2, 4 and 8 letters, {'a' * count!r} is {expected}, not {got}."
        )


def test_matches_the_slow_way():
    """encode_bpe: any text gives what merging pair by pair gives"""
    for text in (
        "abcababc abcab",
        "cabbabcabcabcab a",
        "bbbbb abbb",
        "ccaaccaa",
        "abcabababcab" * 3,
    ):
        got, expected = encode(text, LETTERS), slow_encode(text, LETTERS)
        assert got == expected, (
            f"With the merges {LETTERS}, {text!r} should be {expected}, but yours is {got}."
        )


def test_no_merges_and_no_text():
    """without merges the tokens are bytes; without a text there are none"""
    got = encode("\u00e9a", [])
    assert got == [195, 169, 97], f"Without merges the tokens are bytes: 195, 169, 97, not {got}."
    got = encode("", LETTERS)
    assert got == [], f"An empty text has no tokens, but yours is {got}."
    assert decode([], LETTERS) == "", "No tokens are an empty text."


def test_decode():
    """decode_bpe: each token is spelled out"""
    merges = [(104, 101), (108, 108), (256, 257), (258, 111)]
    assert decode([0, 127], merges) == "\x00\x7f", "0 and 127 are tokens like all others."
    for ids, expected in [([259], "hello"), ([256, 257, 111], "hello"), ([33, 258, 32], "!hell ")]:
        got = decode(ids, merges)
        assert got == expected, f"The tokens {ids} spell {expected!r}, but yours is {got!r}."


def test_decode_across_tokens():
    """decode_bpe: a character may be spread over tokens, or be broken"""
    merges = [(97, 226), (130, 172)]
    got = decode([256, 257, 256, 257], merges)
    assert got == "a\u20aca\u20ac", (
        "256 is an a and the first byte of the euro sign, 257 its other two bytes, so the text is "
        f"{'a' + chr(0x20AC) + 'a' + chr(0x20AC)!a}, not {got!a}. When are the bytes decoded?"
    )
    try:
        got = decode([98, 257, 256], merges)
    except UnicodeDecodeError as error:
        raise AssertionError(f"decode_bpe fails at broken text: {error.reason}.") from None
    assert got == "b\ufffd\ufffda\ufffd", (
        "Bytes that are no text become replacement characters: 'b\\ufffd\\ufffda\\ufffd', "
        f"not {got!a}."
    )


def test_round_trip():
    """what was encoded comes back"""
    for text in ("abcab cab \u20ac abc", "", "\U0001f600 abb", "no merge here?"):
        got = decode(encode(text, LETTERS), LETTERS)
        assert got == text, f"{text!a} should come back, but {got!a} did."


def test_unknown_ids():
    """decode_bpe: ids that do not exist raise ValueError"""
    for ids, merges in [([258], [(97, 98), (98, 99)]), ([97, -1], [(97, 98)]), ([256], [])]:
        refused = False
        try:
            decode_bpe(ids, merges)
        except ValueError:
            refused = True
        assert refused, f"With {len(merges)} merges, decode_bpe({ids}) should raise ValueError."


def test_lists_are_left_unchanged():
    """merges and ids are left unchanged"""
    merges, ids = [(97, 98), (256, 99)], [257, 97, 256]
    encode("abcab", merges)
    decode(ids, merges)
    assert merges == [(97, 98), (256, 99)], f"merges is {merges} after the calls: use a new list."
    assert ids == [257, 97, 256], f"ids is {ids} after the calls: use a new list."
