def encode(text):
    """Return the token ids of a text: 256, one id per UTF-8 byte, 257.

    text:    a string
    returns: list of ints
    """
    # Your code here
    pass


def decode(ids):
    """Return the text of token ids; special tokens are left out.

    ids:     list of ints from 0 to 257
    returns: a string, with a replacement character for what is no valid UTF-8
    raises:  ValueError if an id is below 0 or above 257
    """
    # Your code here
    pass
