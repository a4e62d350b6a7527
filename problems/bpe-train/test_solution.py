"""Hidden tests of bpe-train.

The worked texts are short enough to follow by hand. The properties hold for any text: the tokens
spell it, and each merge was the best one at its time.
"""

from solution import train_bpe

RHYME = "she sells sea shells by the sea shore, the shells she sells are sea shells for sure"


def train(text, n_merges):
    """Return the submission's merges and ids, once their form is right."""
    result = train_bpe(text, n_merges)
    assert type(result) is tuple, f"train_bpe should return a tuple, not {type(result).__name__}."
    assert len(result) == 2, f"The tuple should hold merges and ids, not {len(result)} values."
    merges, ids = result
    assert type(merges) is list, f"merges should be a list, not a {type(merges).__name__}."
    assert type(ids) is list, f"ids should be a list, not a {type(ids).__name__}."
    for pair in merges:
        assert type(pair) is tuple, f"A merge should be a tuple, not a {type(pair).__name__}."
    for token in [*ids, *(token for pair in merges for token in pair)]:
        assert type(token) is int, f"Tokens should be ints, not {type(token).__name__}."
    return list(merges), list(ids)


def spell(ids, merges):
    """Return the bytes that tokens stand for."""
    spelled = [bytes([byte]) for byte in range(256)]
    for first, second in merges:
        spelled.append(spelled[first] + spelled[second])
    return b"".join(spelled[token] for token in ids)


def pair_counts(ids):
    """Count the pairs of neighbours by position."""
    counts = {}
    for position in range(len(ids) - 1):
        pair = ids[position], ids[position + 1]
        counts[pair] = counts.get(pair, 0) + 1
    return counts


def test_first_merge():
    """the most frequent pair is merged first"""
    merges, ids = train("xyzyzw", 1)
    assert merges == [(121, 122)], (
        f"In 'xyzyzw' the pair 'yz', (121, 122), occurs twice, and should be merged, not {merges}."
    )
    assert ids == [120, 256, 256, 119], (
        f"With 'yz' as 256 the text is [120, 256, 256, 119], but yours is {ids}."
    )


def test_several_merges():
    """later merges build on earlier ones"""
    merges, ids = train("abcabcabcd", 10)
    assert merges[:1] == [(97, 98)], (
        "'ab' and 'bc' both occur three times, and (97, 98) is the smaller pair, so it should be "
        f"the first merge, but the merges begin with {merges[:1]}."
    )
    assert merges == [(97, 98), (256, 99), (257, 257)], (
        "After 'ab' is 256, the pair (256, 99) occurs three times and becomes 257; then (257, 257) "
        f"occurs twice, as neighbours overlap, and is merged. Your merges are {merges}."
    )
    assert ids == [258, 257, 100], f"The text should end as [258, 257, 100], but it is {ids}."


def test_equal_counts():
    """of equally frequent pairs the smallest is merged"""
    merges, _ = train("dc ba dc ba", 1)
    assert merges == [(32, 98)], (
        "'dc', 'c ', ' b' and 'ba' occur twice each. The smallest pair is that of the space and b, "
        f"(32, 98), but yours is {merges}."
    )
    merges, _ = train("zyzyXzx.zx", 1)
    assert merges == [(122, 120)], (
        "In 'zyzyXzx.zx' the pairs (122, 120) and (122, 121) occur twice each. Their first ids are "
        f"equal, so the second ids decide: (122, 120), not {merges}."
    )


def test_overlapping_pairs():
    """a run of equal letters is merged from left to right"""
    for text, expected in [("aaa", [256, 97]), ("aaaa", [256, 256]), ("aaaaa", [256, 256, 97])]:
        merges, ids = train(text, 1)
        assert merges == [(97, 97)], (
            f"In {text!r} the pair (97, 97) occurs {len(text) - 1} times, so it should be merged, "
            f"but the merges are {merges}."
        )
        assert ids == expected, (
            f"From left to right, {text!r} becomes {expected}, but yours is {ids}. A letter that "
            "was merged is used up."
        )


def test_single_pairs_are_not_merged():
    """the training ends when no pair occurs twice"""
    for text in ("abcdef", "a", "", "aa"):
        merges, ids = train(text, 5)
        assert merges == [], f"In {text!r} no pair occurs twice, but yours merges {merges}."
        assert ids == list(text.encode()), f"{text!r} should stay as its bytes, not become {ids}."


def test_number_of_merges():
    """never more merges than asked for"""
    longest, _ = train(RHYME, 100)
    assert len(longest) > 10, f"The rhyme has more to merge than {len(longest)} pairs."
    for n_merges in (0, 1, 4):
        merges, _ = train(RHYME, n_merges)
        assert merges == longest[:n_merges], (
            f"With n_merges = {n_merges} the merges should be the first {n_merges} of those that a "
            f"longer training finds, {longest[:n_merges]}, but they are {merges}."
        )


def test_bytes_of_utf8():
    """the first tokens are bytes, not characters"""
    merges, ids = train("\u00e9\u00e9", 0)
    assert ids == [195, 169, 195, 169], (
        f"Two e with an accent have the bytes [195, 169, 195, 169], but yours are {ids}."
    )
    merges, ids = train("\u00e9\u00e9", 3)
    assert merges == [(195, 169)], f"Only (195, 169) occurs twice, but yours merges {merges}."
    assert ids == [256, 256], f"Each of the letters should become 256, but the ids are {ids}."


def test_tokens_spell_the_text():
    """the tokens still spell the text"""
    for text in (RHYME, "\u20ac 5, \u20ac 55, \u20ac 555", "abababab" * 5):
        merges, ids = train(text, 12)
        got = spell(ids, merges)
        assert got == text.encode(), (
            f"Spelled out, your tokens are {got[:40]!r}, but the text is {text.encode()[:40]!r}."
        )


def test_each_merge_was_the_best():
    """every merge is the most frequent pair of its round"""
    merges, _ = train(RHYME, 15)
    for turn, pair in enumerate(merges):
        _, ids = train(RHYME, turn)
        counts = pair_counts(ids)
        top = max(counts.values())
        assert counts.get(pair, 0) == top, (
            f"In round {turn + 1} the pair {pair} was chosen, which occurs {counts.get(pair, 0)} "
            f"times; another one occurs {top} times."
        )
        best = min(other for other in counts if counts[other] == top)
        assert pair == best, f"In round {turn + 1} {best} is as frequent as {pair}, and smaller."
