"""Your votes are counted at the position that the label names. That fails for negative labels; find
out first which labels occur."""

import numpy as np


def knn_classify(x_train, y_train, x, k):
    answers = []
    for query in x:
        squares = np.sum((x_train - query) ** 2, axis=1)
        nearest = np.argsort(squares, kind="stable")[:k]
        answers.append(int(np.bincount(y_train[nearest]).argmax()))
    return np.array(answers, dtype=y_train.dtype)
