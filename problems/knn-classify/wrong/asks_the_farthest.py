"""Your voters are the examples farthest away. Look at which end of the sorted distances you
take."""

from collections import Counter

import numpy as np


def knn_classify(x_train, y_train, x, k):
    answers = []
    for query in x:
        squares = np.sum(-((x_train - query) ** 2), axis=1)
        nearest = np.argsort(squares, kind="stable")[:k]
        votes = Counter(y_train[nearest].tolist())
        answers.append(min(votes, key=lambda label: (-votes[label], label)))
    return np.array(answers, dtype=y_train.dtype)
