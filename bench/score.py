"""What bench/compare says of values: how far two are apart, and how good one is."""
import numpy as np


def edges_of(path):
    return np.fromfile(path, dtype=np.int64, sep=" ").reshape(-1, 2)


def same_names(labels):
    """The labels, each replaced by the first vertex that has it."""
    _, first, number = np.unique(labels, return_index=True, return_inverse=True)
    return first[number]


def difference(task, ours, theirs):
    """The largest: absolute up to 1, relative above. Of components the number of vertices in another one."""
    if len(ours) != len(theirs):
        return f"{len(ours)} values against {len(theirs)}"
    if task == "components":
        return float((same_names(ours) != same_names(theirs)).sum())
    size = np.maximum(1, np.maximum(np.abs(ours), np.abs(theirs)))
    return float(np.max(np.abs(ours - theirs) / size, initial=0))


def residual(edges, ranks, damping=0.85):
    """The L1 norm of what one more iteration of PageRank would change, undirected; sinks jump anywhere."""
    n = len(ranks)
    tails, heads = np.concatenate([edges, edges[:, ::-1]]).T
    degree = np.bincount(tails, minlength=n)
    share = ranks / np.maximum(degree, 1)
    walked = np.bincount(heads, weights=share[tails], minlength=n) + ranks[degree == 0].sum() / n
    return float(np.abs(ranks - ((1 - damping) / n + damping * walked)).sum())


def modularity(edges, communities):
    """At resolution 1, undirected, every edge with the weight 1."""
    communities = communities.astype(np.int64)
    inside = (communities[edges[:, 0]] == communities[edges[:, 1]]).mean()
    ends = np.bincount(communities[edges.ravel()]) / (2 * len(edges))
    return float(inside - (ends**2).sum())
