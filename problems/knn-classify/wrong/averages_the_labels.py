"""Your answer is a mean of labels. Labels are names: halfway between 1 and 3 is not 2, it is a
tie."""

from collections import Counter

import numpy as np


def knn_classify(x_train, y_train, x, k):
    answers = []
    for query in x:
        squares = np.sum((x_train - query) ** 2, axis=1)
        nearest = np.argsort(squares, kind="stable")[:k]
        votes = Counter(y_train[nearest].tolist())
        answers.append(round(float(y_train[nearest].mean())))
    return np.array(answers, dtype=y_train.dtype)
