"""Your distances are right near zero and lost in rounding far from it. Multiplying out the square
makes huge numbers whose difference is to be tiny."""

from collections import Counter

import numpy as np


def knn_classify(x_train, y_train, x, k):
    answers = []
    for query in x:
        squares = np.sum(x_train**2, axis=1) - 2 * x_train @ query + np.sum(query**2)
        nearest = np.argsort(squares, kind="stable")[:k]
        votes = Counter(y_train[nearest].tolist())
        answers.append(min(votes, key=lambda label: (-votes[label], label)))
    return np.array(answers, dtype=y_train.dtype)
