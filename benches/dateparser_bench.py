#!/usr/bin/env python3
"""dateparser's search_dates beside `cargo bench --bench dates`, on the same articles in the same run.

    pip install dateparser==1.5.0
    python3 benches/dateparser_bench.py ARTICLES.jsonl[.gz] [COUNT, default 200]

Takes COUNT articles at even distances from the file, times both on one core and prints the ratio.
"""
import gzip
import json
import os
import re
import subprocess
import sys
import tempfile
import time

from dateparser.search import search_dates

path, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 200
opened = gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")
with opened as lines:
    articles = [json.loads(line) for line in lines]
articles = articles[:: max(1, len(articles) // count)][:count]
texts = [a.get("title", "") + "\n" + a["text"] for a in articles]
megabytes = sum(len(t.encode()) for t in texts) / 1e6

with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8", delete=False) as out:
    for a in articles:
        out.write(json.dumps({"title": a.get("title", ""), "text": a["text"]}, ensure_ascii=False) + "\n")
command = os.environ.get("MUQABALA_BENCH", "cargo bench --quiet --bench dates --").split() + [out.name]
ours = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip().splitlines()[-1]
os.unlink(out.name)
print(ours)

clock = time.process_time()
found = sum(len(search_dates(text, languages=["ar"]) or []) for text in texts)
seconds = time.process_time() - clock
print(f"dates/dateparser: {len(texts)} articles, {megabytes:.2f} MB, {found} expressions, {seconds:.1f} s, {megabytes / seconds:.4f} MB/s")
speed = float(re.search(r"s, ([\d.]+) MB/s", ours).group(1))
print(f"ratio: {speed * seconds / megabytes:.0f}")
