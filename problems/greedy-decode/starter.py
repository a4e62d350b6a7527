import numpy as np


def greedy_decode(next_logits, prompt, end_id, max_new_tokens):
    """Return the tokens that follow the prompt when the best one is taken each time.

    next_logits:    function from a list of ints to an array of floats, shape (V,)
    prompt:         list of ints, at least one
    end_id:         an int; after this token nothing more is added
    max_new_tokens: an int, at least 0
    returns:        list of ints, the added tokens
    """
    # Your code here
    pass
