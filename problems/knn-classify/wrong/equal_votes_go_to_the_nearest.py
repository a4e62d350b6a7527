"""Your votes are right until they are equal: then you answer with the nearest of the labels. The
statement has another rule for such ties."""

from collections import Counter

import numpy as np


def knn_classify(x_train, y_train, x, k):
    answers = []
    for query in x:
        squares = np.sum((x_train - query) ** 2, axis=1)
        nearest = np.argsort(squares, kind="stable")[:k]
        votes = Counter(y_train[nearest].tolist())
        answers.append(votes.most_common(1)[0][0])
    return np.array(answers, dtype=y_train.dtype)
