import numpy as np


def beam_search(next_logits, prompt, end_id, beam_width, max_new_tokens):
    """Return the most probable texts that a beam search finds after the prompt.

    next_logits:    function from a list of ints to an array of floats, shape (V,)
    prompt:         list of ints, at least one
    end_id:         an int; a text that ends with this token is finished
    beam_width:     how many texts are kept after each step, an int of at least 1
    max_new_tokens: the number of steps, an int of at least 0
    returns:        list of pairs (tokens, score), the best first: the added tokens, a list of ints,
                    and the logarithm of their probability, a float
    """
    # Your code here
    pass
