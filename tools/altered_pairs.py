#!/usr/bin/env python3
"""Changes one fact in one of two articles and counts how often the change comes out as a contradiction.

    muqabala run articles.jsonl.gz -o RESULTS --tables-only
    tools/altered_pairs.py articles.jsonl.gz RESULTS WORK target/release/muqabala [--each 60] [--seed 1]

The facts that are changed are some on which RESULTS (facts.csv) has two outlets agree: numbers, days, places, names, and
whether something happened. Two kinds of pairs are made of them:

  copies   an article beside itself under another outlet's name, with the fact changed
  retold   the two articles of the two outlets, with the fact changed in one of them

WORK gets the pairs (copies.jsonl, retold.jsonl), the results over them, and for each kind a list of what was not found
(copies.missed.txt, retold.missed.txt). A change counts as found when a contradiction of facts.csv has the changed words, or the
sentence's content behind a changed verb of saying, on one side and the other article on the other.
Needs nothing but Python 3.9 or later.
"""

import argparse
import collections
import csv
import gzip
import json
import pathlib
import random
import re
import subprocess

csv.field_size_limit(10**9)
KINDS = {"number": "number", "date": "day", "place": "place", "person": "name", "polarity": "denial"}
LEAST = {"polarity": 0.75}  # confidence of the facts that are changed; 0.6 for the others
DAYS = "السبت الأحد الثلاثاء الأربعاء الخميس الجمعة".split()
MONTHS = "يناير|فبراير|مارس|أبريل|إبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر"
COUNTS = ["ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة".split(), "ثلاث أربع خمس ست سبع ثماني تسع عشر".split()]
DENIALS = [
    ("أكدت", "نفت"), ("أكد", "نفى"), ("سيتم", "لن يتم"), ("ستتم", "لن تتم"), ("يمكن", "لا يمكن"), ("كان", "لم يكن"),
    ("كانت", "لم تكن"), ("تم", "لم يتم"), ("تمت", "لم تتم"), ("تمكن", "لم يتمكن"), ("تمكنت", "لم تتمكن"),
    ("أسفر", "لم يسفر"), ("وافق", "لم يوافق"), ("وافقت", "لم توافق"), ("قرر", "لم يقرر"), ("سيكون", "لن يكون"),
    ("ستكون", "لن تكون"), ("يشارك", "لن يشارك"),
]  # fmt: skip
NEGATED = re.compile(r"(?<!\w)[وف]?(لم|لا|لن|ما|ليس|ليست|عدم|قد|وقد|إذا|ان|أن)\s+$")


def word(w):
    return r"(?<!\w)" + re.escape(w) + r"(?!\w)"


def other_number(text, rnd, _):
    """Another figure for the first one: small ones by one to three, large ones by a fifth or more."""
    m = re.search(r"\d+", text)
    if m and not re.search(r"\d[.,،]\d", text):
        v = int(m.group())
        if v < 2:
            return None
        if v < 20:
            v += rnd.choice([1, 2, 3])
        elif v < 1000:
            v = int(v * rnd.choice([0.7, 0.8, 1.2, 1.4]))
        else:
            v += rnd.choice([1, 2, 3, 4]) * 10 ** (len(str(v)) - 2)
        return text[: m.start()] + str(v) + text[m.end() :]
    for words in COUNTS:
        for w in text.split():
            if w in words:
                return text.replace(w, rnd.choice([x for x in words if x != w]), 1)
    return None


def other_day(text, rnd, _):
    """Another weekday, day of the month or year."""
    for d in DAYS + ["الاثنين", "الإثنين"]:
        if re.search(word(d), text):
            return text.replace(d, rnd.choice([x for x in DAYS if x != d]))
    m = re.match(rf"(\d{{1,2}})(\s+\S*(?:{MONTHS}))", text)
    if m:
        day = int(m.group(1))
        return str(day + rnd.choice([2, 3, 5]) * (1 if day < 20 else -1)) + text[m.end(1) :]
    m = re.search(r"\b(19|20)\d\d\b", text)
    return m and text[: m.start()] + str(int(m.group()) - rnd.choice([1, 2, 3])) + text[m.end() :]


def other_name(text, rnd, pool):
    """Another name of the same kind that shares no word with this one."""
    return rnd.choice([n for n in pool if not set(n.split()) & set(text.split())]) if text in pool else None


CHANGES = {"number": other_number, "day": other_day, "place": other_name, "name": other_name}


def denied(text):
    """Where to deny something in a sentence, and how."""
    for told, denial in DENIALS:
        m = re.search(word(told), text)
        if m and not NEGATED.search(text[: m.start()]):
            return m.start(), m.end(), denial
    return None


def change(kind, article, row, rnd, pools):
    """The text of an article with the fact of a row changed, and where; None where it cannot be changed simply."""
    start, end = int(row["start"]), int(row["end"])
    if article[start:end] != row["text"] or start <= article.index("\n") or "\n" in article[start:end]:
        return None
    old = article[start:end]
    if kind == "denial":
        found = denied(old)
        if found is None:
            return None
        at, to, new = start + found[0], start + found[1], found[2]
        return article[:at] + new + article[to:], (at, at + len(new)), article[at:to], new
    new = CHANGES[kind](old, rnd, pools.get(kind, []))
    if new is None or new == old:
        return None
    if kind in ("number", "day"):
        return article[:start] + new + article[end:], (start, start + len(new)), old, new
    # a name is changed wherever it stands as a word of its own
    if not re.compile(word(old)).match(article, start):
        return None
    before = len(re.sub(word(old), new, article[:start]))
    return re.sub(word(old), new, article), (before, before + len(new)), old, new


def read_facts(results):
    """The rows of each fact that outlets agree on, and the names to choose others from."""
    facts, names = collections.defaultdict(list), collections.defaultdict(collections.Counter)
    for r in csv.DictReader(open(pathlib.Path(results) / "facts.csv", encoding="utf-8-sig")):
        if r["verdict"] == "agree" and r["type"] in KINDS and float(r["confidence"]) >= LEAST.get(r["type"], 0.6):
            facts[r["fact_id"]].append(r)
            names[KINDS[r["type"]]][r["text"]] += 1
    pools = {
        "name": [n for n in names["name"] if re.fullmatch(r"(?!و)\w+ \w+", n)],
        "place": [n for n, k in names["place"].items() if k > 8 and re.fullmatch(r"(?![وبلك])\w+", n)],
    }
    return facts, pools


def draw(mode, articles, facts, pools, each, rnd):
    """Pairs of articles with one fact changed: kind, the two articles, the changed place, what was changed, the sentences."""
    cases, made, used = [], collections.Counter(), set()
    order = sorted(facts)
    rnd.shuffle(order)
    for rows in (facts[f] for f in order):
        left, others = rows[0], [r for r in rows if r["outlet"] != rows[0]["outlet"]]
        kind = KINDS[left["type"]]
        if not others or made[kind] >= each:
            continue
        right = rnd.choice(others)
        ids = {left["doc_id"], right["doc_id"]}
        if used & ids or not ids <= articles.keys():
            continue
        source = articles[right["doc_id"]]
        changed = change(kind, source["title"] + "\n" + source["text"], right, rnd, pools)
        if changed is None:
            continue
        text, at, old, new = changed
        title, body = text.split("\n", 1)
        beside = dict(articles[left["doc_id"]] if mode == "retold" else source, id=f"L{len(cases)}")
        copy = dict(source, id=f"R{len(cases)}", title=title, text=body)
        if mode == "copies":
            copy["outlet"] = "copy"
        for d in (beside, copy):
            d.pop("url", None)
        used |= ids
        made[kind] += 1
        cases.append((kind, beside, copy, at, f"{old} → {new}", left["sentence"], right["sentence"]))
    return cases


def is_found(kind, beside, copy, at, contradictions):
    """Does a contradiction have the changed place on one side and the other article on the other?"""
    # what is said behind a verb that was changed stands in the same sentence
    end = at[1] + (250 if kind == "denial" else 0)
    for rows in contradictions:
        changed = any(r["doc_id"] == copy["id"] and int(r["start"]) < end and int(r["end"]) > at[0] for r in rows)
        if changed and any(r["doc_id"] == beside["id"] for r in rows):
            return True
    return False


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("articles", "results", "work", "binary"):
        p.add_argument(name)
    p.add_argument("--each", type=int, default=60, help="pairs for each kind of fact")
    p.add_argument("--seed", type=int, default=1)
    a = p.parse_args()
    rnd, work = random.Random(a.seed), pathlib.Path(a.work)
    work.mkdir(parents=True, exist_ok=True)
    opened = gzip.open if a.articles.endswith(".gz") else open
    articles = {d["id"]: d for d in map(json.loads, opened(a.articles, "rt", encoding="utf-8"))}
    facts, pools = read_facts(a.results)
    for mode in ("copies", "retold"):
        cases = draw(mode, articles, facts, pools, a.each, rnd)
        pairs, out = work / f"{mode}.jsonl", work / mode
        lines = (json.dumps(d, ensure_ascii=False) + "\n" for c in cases for d in c[1:3])
        pairs.write_text("".join(lines), encoding="utf-8")
        subprocess.run([a.binary, "run", pairs, "-o", out, "--tables-only", "-q"], check=True, stdout=subprocess.DEVNULL)
        contradicted = collections.defaultdict(list)
        for r in csv.DictReader(open(out / "facts.csv", encoding="utf-8-sig")):
            if r["verdict"] == "contradict":
                contradicted[r["fact_id"]].append(r)
        made, found, missed = collections.Counter(c[0] for c in cases), collections.Counter(), []
        for kind, beside, copy, at, what, one, two in cases:
            if is_found(kind, beside, copy, at, contradicted.values()):
                found[kind] += 1
            else:
                missed.append(f"{kind} {beside['id']} {what}\n  {one}\n  {two}\n")
        (work / f"{mode}.missed.txt").write_text("".join(missed), encoding="utf-8")
        print(mode, *(f"{k} {found[k]}/{made[k]}" for k in sorted(made)), f"all {sum(found.values())}/{len(cases)}")


if __name__ == "__main__":
    main()
