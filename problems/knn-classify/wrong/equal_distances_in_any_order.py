"""Your neighbours are right unless distances are equal: which of these come first is left to
chance. Sorting can keep the order of equal elements, if it is asked to."""

from collections import Counter

import numpy as np


def knn_classify(x_train, y_train, x, k):
    answers = []
    for query in x:
        squares = np.sum((x_train - query) ** 2, axis=1)
        nearest = np.argsort(squares + 1e-12 * np.arange(len(squares), 0, -1))[:k]
        votes = Counter(y_train[nearest].tolist())
        answers.append(min(votes, key=lambda label: (-votes[label], label)))
    return np.array(answers, dtype=y_train.dtype)
