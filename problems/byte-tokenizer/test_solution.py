"""Hidden tests of byte-tokenizer.

The expected bytes are written out by hand; one test builds them from the bits of UTF-8.
"""

from solution import decode, encode

TEXTS = {
    "ASCII": "To be, or not to be?\n",
    "two bytes": "na\u00efve caf\u00e9",
    "three bytes": "\u8a9e \u20ac \ufffd",
    "four bytes": "\U0001f600\U0001f1eb\U0001f1f7",
    "control characters": "\x00\t\x7f\x80",
    "combined characters": "e\u0301 \u00e9",
    "an empty text": "",
}


def ids_of(text):
    """Return the submission's ids, once they are known to be a list of ints."""
    ids = encode(text)
    assert type(ids) is list, f"encode should return a list, not a {type(ids).__name__}."
    for token in ids:
        assert type(token) is int, f"The list should hold ints, not a {type(token).__name__}."
    return list(ids)


def text_of(ids):
    """Return the submission's text, once it is known to be a string."""
    text = decode(ids)
    assert type(text) is str, f"decode should return a string, not a {type(text).__name__}."
    return text


def utf8(character):
    """Compute the bytes of one character from the bits of its number."""
    code = ord(character)
    if code < 0x80:
        return [code]
    if code < 0x800:
        return [0xC0 + (code >> 6), 0x80 + (code & 0x3F)]
    if code < 0x10000:
        return [0xE0 + (code >> 12), 0x80 + (code >> 6 & 0x3F), 0x80 + (code & 0x3F)]
    middle = [0x80 + (code >> 12 & 0x3F), 0x80 + (code >> 6 & 0x3F)]
    return [0xF0 + (code >> 18), *middle, 0x80 + (code & 0x3F)]


def test_encode_plain_text():
    """encode: plain letters between the begin and the end token"""
    got = ids_of("ab c")
    assert got[1:-1] == [97, 98, 32, 99], (
        f"The bytes of 'ab c' are 97, 98, 32, 99, but between the ends of yours is {got[1:-1]}."
    )
    assert got[:1] == [256], f"The first token should be the begin token 256, not {got[:1]}."
    assert got[-1:] == [257], f"The last token should be the end token 257, not {got[-1:]}."


def test_encode_other_characters():
    """encode: characters of two, three and four bytes"""
    for name, text in TEXTS.items():
        expected = [byte for character in text for byte in utf8(character)]
        got = ids_of(text)[1:-1]
        assert len(got) >= len(text), (
            f"{text!a} ({name}) has {len(text)} characters and none of them takes less than a "
            f"byte, but there are only {len(got)} bytes."
        )
        assert got == expected, (
            f"For {text!a} ({name}) the bytes should be {expected}, but yours are {got}. "
            "One character can be several bytes."
        )


def test_encode_an_empty_text():
    """encode: an empty text is the two special tokens"""
    got = ids_of("")
    assert got == [256, 257], f"An empty text still begins and ends: [256, 257], not {got}."


def test_decode_bytes():
    """decode: bytes become the text they came from"""
    got = text_of([72, 105, 33])
    assert got == "Hi!", f"72, 105, 33 are the bytes of 'Hi!', but yours is {got!a}."
    got = text_of([226, 130, 172, 53])
    assert "\ufffd" not in got, (
        f"226, 130, 172 are one valid character together, but replaced one by one here: {got!a}."
    )
    assert got == "\u20ac5", (
        f"226, 130, 172 are one character, the euro sign: {chr(0x20AC) + '5'!a}, not {got!a}. "
        "Are the bytes decoded one by one?"
    )
    got = text_of([])
    assert got == "", f"No tokens are an empty text, but yours is {got!a}."


def test_special_tokens_are_left_out():
    """decode: special tokens are left out, wherever they stand"""
    got = text_of([256, 72, 257, 256, 105, 257, 257])
    assert got == "Hi", f"Only 72 and 105 are bytes here, so the text is 'Hi', not {got!a}."
    got = text_of([72, 105])
    assert got == "Hi", f"Without special tokens no byte may be lost: 'Hi', not {got!a}."
    got = text_of([195, 256, 169])
    assert got == "\u00e9", (
        "195 and 169 are one character, also with a special token between them: "
        f"{chr(233)!a}, not {got!a}."
    )


def test_broken_bytes():
    """decode: bytes that are no valid UTF-8 become replacement characters"""
    cases = [([195], "\ufffd"), ([72, 240, 159, 152], "H\ufffd"), ([128, 65], "\ufffdA")]
    cases += [([255, 254], "\ufffd\ufffd"), ([195, 40], "\ufffd(")]
    for ids, expected in cases:
        try:
            got = text_of(ids)
        except UnicodeDecodeError as error:
            raise AssertionError(
                f"decode({ids}) fails: {error.reason}. A model may produce any bytes; a "
                "replacement character should stand for those that are no text."
            ) from None
        assert got == expected, f"decode({ids}) should be {expected!a}, but it is {got!a}."


def test_round_trip():
    """decode(encode(text)) is the text"""
    for name, text in TEXTS.items():
        got = text_of(ids_of(text))
        assert got == text, f"{text!a} ({name}) should come back, but {got!a} did."
    text = "".join(chr(code) for code in range(0, 0x11000, 97) if not 0xD800 <= code < 0xE000)
    assert text_of(ids_of(text)) == text, "A text with characters of all lengths should come back."


def test_unknown_ids():
    """decode: ids that do not exist raise ValueError"""
    for ids in ([258], [-1], [256, 72, 300, 257], [72, -256]):
        refused = False
        try:
            decode(ids)
        except ValueError:
            refused = True
        assert refused, f"decode({ids}) should raise ValueError: ids go from 0 to 257."


def test_ids_are_left_unchanged():
    """decode: ids is left unchanged"""
    ids = [256, 72, 105, 257]
    text_of(ids)
    assert ids == [256, 72, 105, 257], f"ids is {ids} after the call: work on a new list."
