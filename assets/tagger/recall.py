"""Fits how much each thing counts that is known of a mark once an analyst has decided something.

    python recall.py --fast FILE --full FILE > recall.tsv

From what `cargo run --example recollections` printed for held-out documents: one logistic regression for each case of who
proposes a mark, and for quick and careful readings. The decisions of the simulated analyst depend on what is shown, so print
and fit again until little changes (three times).
"""

import argparse
import numpy as np
from sklearn.linear_model import LogisticRegression

VOICES = ["reading", "taught", "both", "memory"]
# Where things stand among the numbers: see `features` in src/suggest/recall/mod.rs.
VERDICT = slice(2, 6)
AMOUNT = 19


def weight(numbers):
    """As much as `score` lets the fit count: in full where something was decided about the name, else by what was learnt."""
    if any(numbers[VERDICT]):
        return 1.0
    return min(1.0, max(0.0, (np.expm1(numbers[AMOUNT]) * 1000 - 100) / 900))


def read(path):
    rows = {voice: ([], []) for voice in VOICES}
    for line in open(path):
        _, voice, _, right, *numbers = line.rstrip("\n").split("\t")
        rows[voice][0].append([float(n) for n in numbers])
        rows[voice][1].append(int(right))
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fast", required=True)
    parser.add_argument("--full", required=True)
    args = parser.parse_args()
    print("# How much decisions count. Made by recall.py; see SOURCES.md. Who proposes, reading, constant, weights.")
    for care, path in (("fast", args.fast), ("full", args.full)):
        for voice, (features, right) in read(path).items():
            # C keeps the weights of rare features small.
            model = LogisticRegression(C=0.3, max_iter=5000)
            model.fit(np.array(features), right, sample_weight=[weight(row) for row in features])
            weights = "\t".join(f"{w:.4f}" for w in [model.intercept_[0], *model.coef_[0]])
            print(f"# {voice}, {care}: {len(right)} marks, {sum(right)} right")
            print(f"{voice}\t{care}\t{weights}")


if __name__ == "__main__":
    main()
