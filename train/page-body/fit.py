"""Step 2: vectors -> forest. Gradient-boosted trees of scikit-learn (Debian's python3-sklearn), seeded.

Five folds by site give the scores on sites the model has not seen, and one forest each for `held-out.ts`;
the forest that ships is fitted on all pages. usage: fit.py WORK MODEL
"""
import json
import os
import sys

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

WORK, MODEL = sys.argv[1], sys.argv[2]
FOLDS = 5
SETTINGS = dict(max_iter=260, learning_rate=0.07, max_leaf_nodes=24, min_samples_leaf=30, l2_regularization=5.0, random_state=0)

features = json.load(open(os.path.join(WORK, "features.json")))
rows = [line.split("\t") for line in open(os.path.join(WORK, "rows.tsv"), encoding="utf-8").read().split("\n")]
page = np.array([int(r[0]) for r in rows])
sets = np.array([r[1] for r in rows])
site = np.array([r[2] for r in rows])
label = np.array([int(r[3]) for r in rows])
excluded = np.array([int(r[4]) for r in rows]) == 1
# Excluded runs are not weighed and have no vector.
X = np.zeros((len(rows), len(features)), dtype=np.float32)
X[~excluded] = np.fromfile(os.path.join(WORK, "vectors.f32"), dtype=np.float32).reshape(-1, len(features))
words = np.array([int(r[5]) for r in rows])
marked = np.array([int(r[6]) for r in rows])
usable = (label >= 0) & ~excluded
# A run weighs what it costs its page's score, within bounds: each page counts alike, and no run alone decides.
weight = np.minimum((words + 4) / (marked + 300.0), 0.25) * 1000

names = sorted(set(site))
order = np.random.RandomState(1).permutation(len(names))
fold_of = {name: int(order[i] % FOLDS) for i, name in enumerate(names)}
fold = np.array([fold_of[s] for s in site])


def fit(rows_used):
    return HistGradientBoostingClassifier(**SETTINGS).fit(X[rows_used], label[rows_used], sample_weight=weight[rows_used])


def write(model, path):
    """Flat arrays in which the right child follows the left one, as src/page/forest.ts walks them."""
    feature, value, left, roots = [], [], [], []
    for (tree,) in model._predictors:
        nodes = tree.nodes
        base = len(feature)
        roots.append(base)
        queue, placed = [0], {0: base}
        feature.append(0), value.append(0), left.append(0)
        while queue:
            at = queue.pop(0)
            node, here = nodes[at], placed[at]
            if node["is_leaf"]:
                feature[here], value[here] = -1, round(float(node["value"]), 6)
                continue
            feature[here], value[here], left[here] = int(node["feature_idx"]), float("%.7g" % node["num_threshold"]), len(feature)
            for child in (int(node["left"]), int(node["right"])):
                placed[child] = len(feature)
                feature.append(0), value.append(0), left.append(0)
                queue.append(child)
    base = float(np.ravel(model._baseline_prediction)[0])
    with open(path, "w", encoding="utf-8") as out:
        json.dump(dict(features=features, base=round(base, 6), feature=feature, value=value, left=left, roots=roots), out, separators=(",", ":"))


probability = np.zeros(len(label))
for k in range(FOLDS):
    model = fit(usable & (fold != k))
    held = usable & (fold == k)
    probability[held] = model.predict_proba(X[held])[:, 1]
    write(model, os.path.join(WORK, f"fold-{k}.json"))
json.dump(fold_of, open(os.path.join(WORK, "folds.json"), "w"))
np.save(os.path.join(WORK, "probability.npy"), probability)

print("words right on sites not trained on, before the rules of html.ts:")
for name in sorted(set(sets)):
    P, R = [], []
    for number in np.unique(page[sets == name]):
        rows_here = (page == number) & (label >= 0)
        kept = words[rows_here & usable & (probability >= 0.5)].sum()
        right = words[rows_here & usable & (probability >= 0.5) & (label == 1)].sum()
        wanted = words[rows_here & (label == 1)].sum()
        P.append(right / kept if kept else 0)
        R.append(right / wanted if wanted else 1)
    p, r = np.mean(P), np.mean(R)
    print(f"  {name:8} P {p:.4f}  R {r:.4f}  F1 {2 * p * r / (p + r):.4f}")
write(fit(usable), MODEL)
print("wrote", os.path.basename(MODEL))
