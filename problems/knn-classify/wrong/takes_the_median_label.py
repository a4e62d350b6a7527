"""Your answer is the middle one of the labels, sorted. Labels are names without an order to speak
of; count how often each occurs."""

from collections import Counter

import numpy as np


def knn_classify(x_train, y_train, x, k):
    answers = []
    for query in x:
        squares = np.sum((x_train - query) ** 2, axis=1)
        nearest = np.argsort(squares, kind="stable")[:k]
        votes = Counter(y_train[nearest].tolist())
        answers.append(sorted(y_train[nearest].tolist())[(k - 1) // 2])
    return np.array(answers, dtype=y_train.dtype)
