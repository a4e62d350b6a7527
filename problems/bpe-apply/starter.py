def encode_bpe(text, merges):
    """Return the tokens of a text.

    text:    a string
    merges:  list of pairs of ints; the pair at index i becomes the token 256 + i
    returns: list of ints
    """
    # Your code here
    pass


def decode_bpe(ids, merges):
    """Return the text of tokens.

    ids:     list of ints
    merges:  list of pairs of ints; the pair at index i becomes the token 256 + i
    returns: a string, with a replacement character for what is no valid UTF-8
    raises:  ValueError if an id is below 0 or not below 256 + len(merges)
    """
    # Your code here
    pass
