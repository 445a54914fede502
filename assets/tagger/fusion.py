"""Fits how much each source counts, from what `cargo run --example opinions` printed for held-out documents.

    python fusion.py --fast FILE --full FILE > fusion.tsv

One logistic regression a kind, on the marks of documents whose corpus marks that kind.
"""

import argparse, json
import numpy as np
from sklearn.linear_model import LogisticRegression

KINDS = ["Person", "Organization", "Place", "Group", "Date", "Event"]


def fit(path, kind):
    rows, right = [], []
    for doc in map(json.loads, open(path)):
        if kind in doc["labels"] or kind in ("Person", "Organization", "Place"):
            for start, end, name, is_right, features in doc["marks"]:
                if name == kind:
                    rows.append(features)
                    right.append(is_right)
    model = LogisticRegression(C=0.3, max_iter=2000).fit(np.array(rows), right)
    return len(rows), sum(right), model


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fast", required=True)
    parser.add_argument("--full", required=True)
    args = parser.parse_args()
    print("# How much each source counts. Made by fusion.py; see SOURCES.md. Kind, reading, constant, weights.")
    for kind in KINDS:
        for care, path in (("fast", args.fast), ("full", args.full)):
            count, right, model = fit(path, kind)
            weights = "\t".join(f"{w:.4f}" for w in [model.intercept_[0], *model.coef_[0]])
            print(f"# {kind}, {care}: {count} marks, {right} right")
            print(f"{kind}\t{care}\t{weights}")


if __name__ == "__main__":
    main()
