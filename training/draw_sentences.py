#!/usr/bin/env python3
"""Draws the sentences to annotate: draw_sentences.py ARTICLES.jsonl.gz FRAME.txt EXCLUDE.jsonl COUNT > sentences.tsv

FRAME.txt holds the ids of the articles that may be used, EXCLUDE.jsonl articles that may not (the development gold).
At most two sentences an article, the same number from each outlet. Order and choice come from SHA-256 of article id and
offset, so that a larger COUNT keeps the earlier choice. Columns: index, doc id, start, end (code points into
title + newline + text), sentence.
"""
import collections
import gzip
import hashlib
import json
import re
import sys


def rank(doc_id, start, salt=""):
    return hashlib.sha256(f"{doc_id}:{start}{salt}".encode()).hexdigest()


def sentences(text):
    """Spans of five to seventy words; a headline of at least three."""
    for paragraph in re.finditer(r"[^\n]+", text):
        line, base, start = paragraph.group(), paragraph.start(), 0
        for stop in re.finditer(r"[.!?\u061f]+[\"\u00bb\u201d]?(?=\s)|$", line):
            piece = line[start:stop.end()]
            begin = base + start + len(piece) - len(piece.lstrip())
            end = base + start + len(piece.rstrip())
            words = len(text[begin:end].split())
            if end > begin and (5 <= words <= 70 or (begin == 0 and words >= 3)):
                yield begin, end
            start = stop.end()
            if start == len(line):
                break


def main(articles, frame, exclude, count):
    allowed = {line.strip() for line in open(frame)}
    allowed -= {json.loads(line)["id"] for line in open(exclude, encoding="utf-8")}
    by_outlet = collections.defaultdict(list)
    for line in gzip.open(articles, "rt", encoding="utf-8"):
        article = json.loads(line)
        if article["id"] not in allowed:
            continue
        text, seen = article["title"] + "\n" + article["text"], []
        for start, end in sorted(sentences(text), key=lambda s: rank(article["id"], s[0])):
            if text[start:end] not in seen:
                seen.append(text[start:end])
                by_outlet[article["id"][:2]].append((article["id"], start, end, text[start:end]))
            if len(seen) == 2:
                break
    picked = []
    for outlet in sorted(by_outlet):
        drawn = sorted(by_outlet[outlet], key=lambda s: rank(s[0], s[1], ":draw"))
        picked += drawn[:count // len(by_outlet)]
    picked.sort(key=lambda s: rank(s[0], s[1], ":order"))
    for i, row in enumerate(picked):
        print(i, *row, sep="\t")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]))
