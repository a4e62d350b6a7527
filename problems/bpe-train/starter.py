def train_bpe(text, n_merges):
    """Learn merges from a text.

    text:     a string
    n_merges: an int, at least 0, the largest number of merges
    returns:  a tuple (merges, ids): a list of pairs of ints, in the order of their choice,
              and the text as a list of ints
    """
    # Your code here
    pass
