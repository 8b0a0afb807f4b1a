#!/usr/bin/env python3
"""Fits the model of rows (src/resolve/names/rows.rs) and makes the table of words beside names.

    muqabala train rows --articles ant.jsonl.gz --out OUT
    python3 tools/fit_rows.py neighbours OUT/neighbours.tsv src/lang/ar/neighbours.tsv
    muqabala train rows --articles ant.jsonl.gz --out OUT            (features with the new table)
    python3 tools/fit_rows.py rows OUT/rows.tsv training/rows.tsv src/lang/ar/rows.tsv

`rows` also prints what ten-fold cross-validation gives: the area under the curve, and for several borders how many of the
rows above them are wrong. Logistic regression with a squared penalty, by Newton's method; no library is needed.
"""
import hashlib
import math
import sys

PENALTY = 20.0  # of the weights of standardised features
LEAST = 300  # a word stands so often beside something
TELLS = 0.6  # log odds of a word that says something

NOTES = {
    "loc": "a place (persons: none of the three)",
    "org": "an institution",
    "other": "another name",
    "score": "mean log odds of the tagger's score",
    "score_min": "its least score",
    "score_max": "its highest score",
    "mentions": "log of the mentions",
    "articles": "log of the articles",
    "spellings": "log of the forms that are written",
    "letters": "letters of the name",
    "article": "the name begins with the article",
    "listed_town": "the lists have it as a town",
    "listed_body": "the lists have it as an institution",
    "head_first": "its first word is a head of institutions",
    "count_min": "log frequency of its rarest word",
    "count_last": "log frequency of its last word",
    "named_last": "how often the corpus has its last word in names (class of shares, 6 unknown)",
    "own_last": "the same in names of its type",
    "others_last": "how much the contexts of its last word look like another type's (class, 5 unknown)",
    "others_min": "the least of that over its words",
    "before_same": "share of the commonest word before it",
    "before_named": "that share times how often the word is in names",
    "before_definite": "share of words with the article before it",
    "before_edge": "share of signs and beginnings before it",
    "behind_spread": "how evenly the words behind it are spread, 0 to 1",
    "behind_same": "share of the commonest word behind it",
    "behind_content": "the same when that is no word of grammar",
    "behind_definite": "share of words with the article behind it",
    "behind_purpose": "share of words with lil- behind it",
    "glued_before": "share tied to the word before by a hyphen or point",
    "glued_behind": "share tied to the word behind",
    "particle_cut": "share with a particle cut off",
    "particle_kept": "begins with a letter that may be a particle",
    "role": "share with a role beside it",
    "title": "share behind a title",
    "head_before": "share behind a head of institutions",
    "touches_before": "share right behind another name",
    "touches_behind": "share right before another name",
    "free": "log of how often the words stand free of names for once as a name (-3 where not counted)",
    "free_count": "log of how often they stand free",
    "inside": "share of occurrences inside longer names",
    "near_margin": "log odds of its type less those of the next by the words beside it (neighbours.tsv)",
    "near_own": "log odds of its type less those of no name, by the same words",
    "full_person": "a person of two names and more",
    "known_person": "log of how many bear its rarest part (persons)",
    "single_definite": "one word with the article",
    "digits": "has digits",
    "contexts": "different pairs of words beside it for once as a name",
    "bias": "what is added",
}


def table(path):
    with open(path, encoding="utf-8") as f:
        lines = [l.rstrip("\n").split("\t") for l in f if not l.startswith("#")]
    return lines[0], lines[1:]


def neighbours(source, target):
    _, rows = table(source)
    counts = {(r[0], r[1]): [int(x) for x in r[2:]] for r in rows}
    sums = {side: [0] * 5 for side in ("before", "behind")}
    for (side, _), c in counts.items():
        sums[side] = [a + b for a, b in zip(sums[side], c)]
    out = []
    for (side, word), c in sorted(counts.items()):
        if sum(c) < LEAST:
            continue
        rates = [(x + 0.5) / s for x, s in zip(c, sums[side])]
        mean = sum(rates) / 5
        odds = [max(-3.0, min(3.0, math.log(x / mean + 0.02))) for x in rates]
        if max(map(abs, odds)) > TELLS:
            out.append("\t".join([side, word] + [f"{x:.2f}" for x in odds]))
    with open(target, "w", encoding="utf-8") as f:
        f.write(
            "# Words right before and behind names: log odds of standing beside a person, a place, an institution, another name and\n"
            "# a word that is none, against the mean of the five. Folded. Counted by the program over ANT v2.1 where the tagger is\n"
            "# sure, words of 300 occurrences and more that say something; made by tools/fit_rows.py.\n"
        )
        f.write("side\tword\tper\tloc\torg\tother\tnone\n" + "\n".join(out) + "\n")
    print(len(out), "words")


def solve(a, b):
    """Gauss with pivots."""
    n = len(b)
    m = [row[:] + [v] for row, v in zip(a, b)]
    for i in range(n):
        p = max(range(i, n), key=lambda r: abs(m[r][i]))
        m[i], m[p] = m[p], m[i]
        for r in range(i + 1, n):
            f = m[r][i] / m[i][i]
            if f:
                for c in range(i, n + 1):
                    m[r][c] -= f * m[i][c]
    x = [0.0] * n
    for i in reversed(range(n)):
        x[i] = (m[i][n] - sum(m[i][c] * x[c] for c in range(i + 1, n))) / m[i][i]
    return x


def sigmoid(z):
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, z))))


def fit(xs, ys):
    n = len(xs[0])
    means = [sum(x[k] for x in xs) / len(xs) for k in range(n)]
    devs = [math.sqrt(sum((x[k] - means[k]) ** 2 for x in xs) / len(xs)) or 1.0 for k in range(n)]
    zs = [[(x[k] - means[k]) / devs[k] for k in range(n)] + [1.0] for x in xs]
    w = [0.0] * (n + 1)
    for _ in range(12):
        grad = [PENALTY * v for v in w[:n]] + [0.0]
        hess = [[0.0] * (n + 1) for _ in range(n + 1)]
        for i in range(n):
            hess[i][i] = PENALTY
        for z, y in zip(zs, ys):
            p = sigmoid(sum(a * b for a, b in zip(w, z)))
            for i in range(n + 1):
                grad[i] += (p - y) * z[i]
                v = p * (1 - p) * z[i]
                row = hess[i]
                for j in range(n + 1):
                    row[j] += v * z[j]
        step = solve(hess, grad)
        w = [a - b for a, b in zip(w, step)]
        if max(map(abs, step)) < 1e-6:
            break
    return means, devs, w


def apply(model, x):
    means, devs, w = model
    return sigmoid(sum((a - m) / d * b for a, m, d, b in zip(x, means, devs, w)) + w[-1])


def area(scores, ys):
    good = [s for s, y in zip(scores, ys) if y]
    bad = sorted(s for s, y in zip(scores, ys) if not y)
    below = 0.0
    for g in good:
        below += sum(1.0 if b < g else 0.5 if b == g else 0.0 for b in bad)
    return below / (len(good) * len(bad))


def rows(source, labels, target):
    header, lines = table(source)
    names = header[5:]
    features = {r[0]: [float(x) for x in r[5:]] for r in lines}
    _, read = table(labels)
    read = [r for r in read if r[0] in features]
    xs = [features[r[0]] for r in read]
    # rows of several entities cannot be told by what stands around them: they count as right
    ys = [int(r[2] in ("border", "none", "type")) for r in read]
    wrong = [int(r[2] != "right") for r in read]
    drawn = [r[3] for r in read]
    print(len(read), "rows,", sum(ys), "of them to be found,", sum(wrong), "wrong at all")
    fold = [int(hashlib.sha1(r[0].encode()).hexdigest(), 16) % 10 for r in read]
    scores = [0.0] * len(xs)
    for k in range(10):
        model = fit([x for x, f in zip(xs, fold) if f != k], [y for y, f in zip(ys, fold) if f != k])
        for i, f in enumerate(fold):
            if f == k:
                scores[i] = apply(model, xs[i])
    chance = [i for i, d in enumerate(drawn) if d == "random"]
    print("area %.3f; at random %.3f" % (area(scores, ys), area([scores[i] for i in chance], [ys[i] for i in chance])))
    for border in (0.3, 0.35, 0.4, 0.45, 0.5, 0.6):
        for what, some in (("at random", chance), ("doubted", [i for i in range(len(xs)) if i not in set(chance)])):
            above = [i for i in some if scores[i] > border]
            print("  above %.2f, %s: %d of %d, %d wrong" % (border, what, len(above), len(some), sum(wrong[i] for i in above)))
    means, devs, w = fit(xs, ys)
    with open(target, "w", encoding="utf-8") as f:
        f.write(
            "# Weights of what speaks for a row of names being no name, cut, stretched or mistyped (src/resolve/names/rows.rs): each feature\n"
            "# less its mean, over its deviation, times its weight. Fitted by tools/fit_rows.py on training/rows.tsv.\n"
        )
        f.write("feature\tmean\tdeviation\tweight\tnotes\n")
        for name, m, d, v in zip(names, means, devs, w):
            f.write(f"{name}\t{m:.4f}\t{d:.4f}\t{v:.4f}\t{NOTES[name]}\n")
        f.write(f"bias\t0\t1\t{w[-1]:.4f}\t{NOTES['bias']}\n")


if __name__ == "__main__":
    {"neighbours": neighbours, "rows": rows}[sys.argv[1]](*sys.argv[2:])
