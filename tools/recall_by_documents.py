#!/usr/bin/env python3
"""Recall of compared facts by pairs of documents: a comparison of two documents counts once, however often each states its value.

usage: recall_by_documents.py GOLD_DIR OUT_DIR
Pairs of values as in score.py (spans that overlap, the verdict the same). Annotators differ in how many mentions of one value they
list; this figure does not depend on it.
"""
import collections
import csv
import itertools
import json
import sys

csv.field_size_limit(10**9)


def same(a, b):
    return a.strip().casefold() == b.strip().casefold()


def told(gold, out):
    """For each comparison and pair of documents: its verdict, and whether a pair of its values is told with it."""
    facts = collections.defaultdict(list)
    with open(f"{out}/facts.csv", encoding="utf-8-sig", newline="") as table:
        for row in csv.DictReader(table):
            facts[row["fact_id"]].append(row)
    pairs = collections.defaultdict(list)
    for rows in facts.values():
        for a, b in itertools.combinations(rows, 2):
            verdict = a["verdict"]
            if a["doc_id"] == b["doc_id"] and verdict != "contradict":
                continue
            if verdict == "contradict" and same(a["value"], b["value"]):
                verdict = "agree"
            pairs[frozenset((a["doc_id"], b["doc_id"]))].append((verdict, a, b))

    def overlaps(value, row):
        return value["doc"] == row["doc_id"] and value["start"] < int(row["end"]) and int(row["start"]) < value["end"]

    with open(f"{gold}/compares.jsonl", encoding="utf-8") as lines:
        comparisons = [c for line in lines for c in json.loads(line)["comparisons"]]
    for comparison in comparisons:
        found = collections.defaultdict(bool)
        for a, b in itertools.combinations(comparison["values"], 2):
            verdict = comparison["verdict"]
            if a["doc"] == b["doc"] and verdict != "contradict":
                continue
            if verdict == "contradict" and same(str(a["value"]), str(b["value"])):
                verdict = "agree"
            documents = frozenset((a["doc"], b["doc"]))
            found[verdict, documents] |= any(
                v == verdict and (overlaps(a, x) and overlaps(b, y) or overlaps(a, y) and overlaps(b, x))
                for v, x, y in pairs[documents]
            )
        yield from ((verdict, hit) for (verdict, _), hit in found.items())


def main():
    gold, out = sys.argv[1:3]
    hits = collections.defaultdict(list)
    for verdict, hit in told(gold, out):
        hits[verdict].append(hit)
    for verdict in ("agree", "contradict", "compatible"):
        of = hits[verdict]
        print(f"{verdict:<11} {sum(of)} of {len(of)}  recall {sum(of) / max(1, len(of)):.3f}")


if __name__ == "__main__":
    main()
