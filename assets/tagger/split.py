"""Writes the parts of the corpora that taggers learn from, and those that they are tried on.

    python split.py --corpora DIR --teacher FILE --out DIR

`train-*.jsonl` and `silver-*.jsonl` are for `dateline train`, `dev-*.jsonl` for choosing and for fusion.py,
`test-*.jsonl` for measuring only.
"""

import argparse, collections, json, pathlib
from train import GOLD, SILVER, held_out, read_corpora


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("corpora", "teacher", "out"):
        parser.add_argument("--" + name, required=True)
    args = parser.parse_args()
    silver = {d["id"]: d["spans"] for d in map(json.loads, open(args.teacher))}
    parts = collections.defaultdict(list)
    for doc in read_corpora(args.corpora):
        part, name = held_out(doc["file"], doc["id"]), doc["file"]
        if name not in GOLD and part != "test":
            continue
        parts[f"{part}-{name}"].append({"id": doc["id"], "text": doc["text"], "spans": doc["spans"]})
        if part == "train" and name in SILVER:
            # What the teacher has no word for here (its numbers, works, laws) is no name to us.
            known = [s for s in silver[doc["id"]] if s[2] in TEACHER]
            parts[f"silver-{name}"].append({"id": doc["id"], "text": doc["text"], "spans": known})
    for name, docs in parts.items():
        path = pathlib.Path(args.out) / f"{name}.jsonl"
        path.write_text("".join(json.dumps(d) + "\n" for d in docs))
        print(path, len(docs))


TEACHER = {"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "DATE", "TIME", "MONEY", "QUANTITY", "PERCENT"}

if __name__ == "__main__":
    main()
