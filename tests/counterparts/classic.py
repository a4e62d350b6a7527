"""Classic models and metrics, beside SciPy."""

from __future__ import annotations

import numpy as np
from scipy import linalg, sparse, spatial, special, stats
from scipy.cluster import vq

from counterparts.compare import compare


@compare("linear-regression-closed-form", "scipy.linalg.lstsq, linregress")
def linear_regression_closed_form(ours, rng):
    x, y = rng.normal(size=(20, 4)) + 3, rng.normal(size=20)
    solution = linalg.lstsq(np.column_stack([x, np.ones(20)]), y)[0]
    w, b = ours.fit_linear(x, y)
    yield np.append(w, b), solution
    line = stats.linregress(x[:, 0], y)
    w, b = ours.fit_linear(x[:, :1], y)
    yield np.append(w, b), [line.slope, line.intercept]


@compare("pca", "scipy.linalg.eigh of the covariance")
def pca(ours, rng):
    x = rng.normal(size=(30, 5)) * [5, 3, 2, 1, 0.5] + rng.normal(size=5)
    values, vectors = linalg.eigh(np.cov(x, rowvar=False))
    components, variances, scores = ours.pca(x, 3)
    theirs = vectors[:, ::-1][:, :3].T
    theirs = theirs * np.sign((theirs * components).sum(1))[:, None]  # either sign is right
    yield variances, values[::-1][:3]
    yield components, theirs
    yield scores, (x - x.mean(0)) @ theirs.T


@compare("k-means-step", "scipy.cluster.vq.kmeans2, one iteration")
def k_means_step(ours, rng):
    x, centers = rng.normal(size=(50, 3)), rng.normal(size=(4, 3))
    labels, moved = ours.k_means_step(x, centers)
    yield labels, vq.vq(x, centers)[0]
    yield moved, vq.kmeans2(x, centers, iter=1, minit="matrix")[0]


@compare("knn-classify", "scipy.spatial.KDTree, scipy.stats.mode")
def knn_classify(ours, rng):
    x_train, x = rng.normal(size=(60, 3)), rng.normal(size=(25, 3))
    y_train = rng.integers(-2, 3, size=60)
    for k in (1, 2, 7):
        _, rows = spatial.KDTree(x_train).query(x, [*range(1, k + 1)])
        yield ours.knn_classify(x_train, y_train, x, k), stats.mode(y_train[rows], axis=1).mode


@compare("naive-bayes", "scipy.stats.norm, logsumexp")
def naive_bayes(ours, rng):
    y = rng.integers(3, size=40)
    x, queries = rng.normal(size=(40, 5)) + y[:, None], 4 * rng.normal(size=(10, 5))
    model = ours.fit_naive_bayes(x, y, 0.0)
    groups = [x[y == label] for label in range(3)]
    joint = [
        stats.norm(*stats.norm.fit(group[:, j])).logpdf(queries[:, j])
        for group in groups
        for j in range(5)
    ]
    priors = np.log([len(group) / 40 for group in groups])
    joint = np.reshape(joint, (3, 5, 10)).sum(1).T + priors
    yield ours.log_posterior(model, queries), joint - special.logsumexp(joint, 1, keepdims=True)
    yield ours.predict(model, queries), joint.argmax(1)


@compare("confusion-matrix", "scipy.sparse.coo_array")
def confusion_matrix(ours, rng):
    y_true, y_pred = rng.integers(4, size=(2, 60))
    theirs = sparse.coo_array((np.ones(60, int), (y_true, y_pred)), shape=(5, 5)).toarray()
    yield ours.confusion_matrix(y_true, y_pred, 5), theirs
    shares = theirs[:4] / theirs[:4].sum(1, keepdims=True)
    yield ours.row_shares(theirs)[:4], shares


@compare("precision-recall-f1", "scipy.stats.hmean of both")
def precision_recall_f1(ours, rng):
    y_true = rng.integers(4, size=60)
    y_pred = np.where(rng.random(60) < 0.5, y_true, rng.integers(4, size=60))
    precision, recall, f1 = ours.class_scores(y_true, y_pred, 4)
    yield precision, [np.mean(y_true[y_pred == c] == c) for c in range(4)]
    yield recall, [np.mean(y_pred[y_true == c] == c) for c in range(4)]
    harmonic = stats.hmean([precision, recall])
    yield f1, harmonic
    yield ours.mean_f1(y_true, y_pred, 4, "macro"), harmonic.mean()
    counts = np.bincount(y_true)
    yield ours.mean_f1(y_true, y_pred, 4, "weighted"), np.average(harmonic, weights=counts)
    yield ours.mean_f1(y_true, y_pred, 4, "micro"), np.mean(y_true == y_pred)


@compare("roc-auc", "scipy.stats.rankdata, mannwhitneyu")
def roc_auc(ours, rng):
    y_true, scores = rng.integers(2, size=80), rng.integers(20, size=80) / 7  # with ties
    yield ours.average_ranks(scores), stats.rankdata(scores)
    positive, negative = scores[y_true == 1], scores[y_true == 0]
    wins = stats.mannwhitneyu(positive, negative).statistic
    yield ours.roc_auc(y_true, scores), wins / (len(positive) * len(negative))


@compare("decision-tree-split", "scipy.spatial.distance: pairs that differ")
def decision_tree_split(ours, rng):
    x, y = rng.normal(size=(30, 3)), rng.integers(3, size=30)

    def impurity(labels):
        return 2 * spatial.distance.pdist(labels[:, None], "hamming").sum() / len(labels) ** 2

    yield ours.gini(y), impurity(y)
    feature, threshold, gain = ours.best_split(x, y)
    left = x[:, feature] <= threshold
    parts = left.mean() * impurity(y[left]) + (~left).mean() * impurity(y[~left])
    yield gain, impurity(y) - parts
