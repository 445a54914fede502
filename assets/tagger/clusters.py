"""Groups common words by what stands around them: k-means over the word vectors of spaCy's `en_core_web_md`.

    python clusters.py --model DIR --corpora DIR --gazetteer DIR --tokens FILE > clusters.tsv

The vectors are CC0. A line is: word, group among 1024; group N of 1024 lies in group `coarse[N]` of 64 and 256, which
the first two lines give.
"""

import argparse, collections, json, pathlib
import numpy as np, spacy
from sklearn.cluster import MiniBatchKMeans
from train import GOLD, held_out, read_corpora


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("model", "corpora", "gazetteer", "tokens"):
        parser.add_argument("--" + name, required=True)
    args = parser.parse_args()
    vocab = spacy.load(args.model, exclude=["ner", "tagger", "parser", "lemmatizer", "attribute_ruler", "senter"]).vocab
    tokens = {d["id"]: d["tokens"] for d in map(json.loads, open(args.tokens))}
    seen = collections.Counter()
    for doc in read_corpora(args.corpora):
        if doc["file"] in GOLD and held_out(doc["file"], doc["id"]) == "train":
            seen.update(doc["text"][s:e] for s, e in tokens[doc["id"]])
    names = set()
    for path in sorted(pathlib.Path(args.gazetteer).glob("*")):
        if path.suffix in (".tsv", ".txt"):
            for line in open(path):
                if not line.startswith("#"):
                    names.update(line.split("\t")[0].split())
    common = [vocab.strings[key] for key, row in vocab.vectors.key2row.items() if key in vocab.strings][:30000]
    words = sorted(w for w in set(seen) | names | set(common)
                   if vocab.has_vector(w) and w.strip() == w and "\t" not in w and any(c.isalpha() for c in w) and len(w) < 25)
    vectors = np.array([vocab.get_vector(w) for w in words], dtype=np.float32)
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6)
    fine = MiniBatchKMeans(1024, random_state=1, n_init=1, batch_size=4096, max_iter=60).fit(vectors)
    centres = fine.cluster_centers_
    for size in (64, 256):
        coarse = MiniBatchKMeans(size, random_state=1, n_init=5, batch_size=1024).fit(centres)
        print(f"#{size}\t" + " ".join(map(str, coarse.labels_)))
    for word, label in zip(words, fine.labels_):
        print(f"{word}\t{label}")


if __name__ == "__main__":
    main()
