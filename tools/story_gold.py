#!/usr/bin/env python3
"""Writes a folder of gold that score.py reads from the comparisons in training/stories.jsonl or contradictions.jsonl and the corpus.

usage: story_gold.py training/stories.jsonl ../shared/data/ant.jsonl.gz GOLD_DIR [SURE]
Comparisons of which the reader was less sure than SURE (1 to 3) are left out. The folder gets articles.jsonl (the articles of the stories), compares.jsonl and docs.jsonl (without names, dates and quotes, which
were not annotated: only the figures facts.* of score.py mean something).
"""
import gzip
import json
import os
import sys


def main():
    stories, corpus, gold = sys.argv[1:4]
    least = int(sys.argv[4]) if len(sys.argv) > 4 else 1
    with open(stories, encoding="utf-8") as lines:
        stories = [json.loads(line) for line in lines]
    for story in stories:
        story["comparisons"] = [c for c in story["comparisons"] if c.get("sure", 3) >= least]
    cluster_of = {doc: story["cluster"] for story in stories for doc in story["docs"]}
    articles = {}
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            if article["id"] in cluster_of:
                articles[article["id"]] = article
    missing = [doc for doc in cluster_of if doc not in articles]
    if missing:
        sys.exit(f"not in the corpus: {', '.join(missing)}")
    os.makedirs(gold, exist_ok=True)

    def write(name, rows):
        with open(os.path.join(gold, name), "w", encoding="utf-8") as out:
            out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)

    write("articles.jsonl", (articles[doc] for doc in cluster_of))
    empty = {"dates": [], "quotes": [], "entities": []}
    write("docs.jsonl", ({"doc": doc, "cluster": cluster, **empty} for doc, cluster in cluster_of.items()))
    for story in stories:
        for value in (value for comparison in story["comparisons"] for value in comparison["values"]):
            article = articles[value["doc"]]
            value["text"] = f"{article['title']}\n{article['text']}"[value["start"] : value["end"]]
    write("compares.jsonl", ({"cluster": s["cluster"], "comparisons": s["comparisons"]} for s in stories))


if __name__ == "__main__":
    main()
