"""Your distance adds up the differences along the axes, as a taxi would drive. The straight line
may lead to other neighbours."""

from collections import Counter

import numpy as np


def knn_classify(x_train, y_train, x, k):
    answers = []
    for query in x:
        squares = np.sum(np.abs(x_train - query), axis=1)
        nearest = np.argsort(squares, kind="stable")[:k]
        votes = Counter(y_train[nearest].tolist())
        answers.append(min(votes, key=lambda label: (-votes[label], label)))
    return np.array(answers, dtype=y_train.dtype)
