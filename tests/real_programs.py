#!/usr/bin/env python3
"""Opens what the program writes with the programs people use.

    tests/real_programs.py [--install] [MUQABALA] [OUT]

Runs MUQABALA (default target/debug/muqabala) on fixtures/news and on three hostile articles, then:
Frictionless validates datapackage.json; openpyxl and LibreOffice open the workbook; DuckDB and pandas query
JSON lines and Parquet; a headless Chromium loads report.html in both languages and themes, searches, filters,
opens a fact, and finds an injected <script> to be text. What cannot be had is named and skipped; --install fetches it first
(apt-get for the programs, a virtual environment for the Python packages).
Exit code 1 when a check fails, 0 otherwise.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
PACKAGES = ["openpyxl", "frictionless", "duckdb", "pandas", "pyarrow"]
PROGRAMS = {"chromium": "chromium", "soffice": "libreoffice-calc"}
results = []


def check(name):
    def wrap(function):
        def run(*args):
            try:
                done = function(*args)
                results.append(("skipped" if done else "passed", name, done or ""))
            except ImportError as e:
                results.append(("skipped", name, f"no Python package {e.name}"))
            except Exception as e:
                results.append(("FAILED", name, f"{type(e).__name__}: {e}"))
            print("{:8} {} {}".format(*results[-1]), flush=True)
        return run
    return wrap


def install():
    """Programs with apt-get, packages in a virtual environment; then starts again inside it."""
    missing = [p for name, p in PROGRAMS.items() if not shutil.which(name)]
    if missing and shutil.which("apt-get"):
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        subprocess.run(["apt-get", "update"], **quiet)
        subprocess.run(["apt-get", "install", "-y", "--no-install-recommends", "fonts-noto-core", *missing], **quiet)
    venv = ROOT / "target" / "real_programs"
    python = venv / "bin" / "python"
    try:
        if not python.exists():
            subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "-q", *PACKAGES], check=True)
    except (subprocess.CalledProcessError, OSError) as e:
        print("no Python packages:", e)
        return
    os.execv(python, [str(python), __file__, *[a for a in sys.argv[1:] if a != "--install"]])


HOSTILE = [
    {"id": "h-1", "outlet": "وكالة <b>الاختبار</b>", "url": "https://h-1.example/?a=1&b=2", "published": "2025-03-04T10:00:00+03:00",
     "title": "مقتل ثلاثة أشخاص في انهيار مبنى بحي الزيتون",
     "text": "قتل ثلاثة أشخاص وأصيب عشرة آخرون في انهيار مبنى سكني بحي الزيتون </script><script>window.owned=1</script>.\n"
             "وقال المحافظ سامر الخطيب إن \"التحقيق في انهيار المبنى بدأ <img src=x onerror='window.owned=2'>\".\n\u202eمقلوب\u202c نص."},
    {"id": "h-2", "outlet": "=صحيفة+المرسى", "url": "javascript:alert(1)", "published": "2025-03-04T12:00:00+00:00",
     "title": "مقتل خمسة أشخاص في انهيار مبنى بحي الزيتون",
     "text": "قتل خمسة أشخاص وأصيب عشرة آخرون في انهيار مبنى سكني بحي الزيتون </script><script>window.owned=3</script>.\n"
             "وقال المحافظ سامر الخطيب إن \"التحقيق في انهيار المبنى بدأ\"."},
]


def produce(program, out):
    hostile = out / "hostile.jsonl"
    hostile.write_text("".join(json.dumps(a, ensure_ascii=False) + "\n" for a in HOSTILE), encoding="utf-8")
    runs = {"en": ROOT / "fixtures" / "news", "ar": ROOT / "fixtures" / "news", "hostile": hostile}
    for name, source in runs.items():
        language = "ar" if name == "ar" else "en"
        done = subprocess.run([program, "run", "-q", str(source), "-o", str(out / name), "--language", language, "--format", "jsonl,parquet"],
                              capture_output=True, text=True)
        assert done.returncode in (0, 1), done.stderr
    return runs


@check("Frictionless: datapackage.json and every table")
def frictionless(out):
    from frictionless import Package, system
    with system.use_context(trusted=True):
        for name in ("en", "hostile"):
            report = Package(str(out / name / "datapackage.json")).validate()
            assert report.valid, [(t.name, [e.message for e in t.errors[:3]]) for t in report.tasks if not t.valid]


@check("openpyxl: sheets, frozen heading, filters, links, marks, decisions")
def openpyxl(out):
    import openpyxl as x
    for name in ("en", "ar", "hostile"):
        book = x.load_workbook(out / name / "muqabala.xlsx", rich_text=True)
        assert len(book.sheetnames) == 10, book.sheetnames
        for sheet in book.worksheets[1:]:
            assert sheet.freeze_panes, sheet.title
            assert sheet.auto_filter.ref, sheet.title
        assert all(bool(s.sheet_view.rightToLeft) == (name == "ar") for s in book.worksheets)
        sheet = book.worksheets[1]
        assert len(sheet.data_validations.dataValidation) == 1
        for row in sheet.iter_rows(min_row=3):
            for cell in row:
                assert cell.data_type != "f", (cell.coordinate, cell.value)
    book = x.load_workbook(out / "en" / "muqabala.xlsx", rich_text=True)
    rows = [r for r in book["contradictions"].iter_rows(min_row=3) if r[0].value]
    if rows:
        assert any(c.hyperlink and "text=" in (c.hyperlink.location or c.hyperlink.target or "") for r in rows for c in r), "no link to a passage"
        assert any(type(c.value).__name__ == "CellRichText" for r in rows for c in r), "no marked words"
    raw = zipfile.ZipFile(out / "en" / "muqabala.xlsx")
    assert all(i.date_time[0] == 1980 for i in raw.infolist()), "times inside the file"


@check("LibreOffice: opens the workbook and writes it out again")
def libreoffice(out):
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    if not soffice:
        return "no LibreOffice"
    for name in ("en", "ar"):
        subprocess.run([soffice, "--headless", f"-env:UserInstallation=file://{out}/profile", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2",
                        "--outdir", str(out / "office" / name), str(out / name / "muqabala.xlsx")], check=True, capture_output=True, timeout=300)
        made = list((out / "office" / name).glob("*.csv"))
        assert made, "nothing was written"
        import csv as c
        shown = list(c.reader(made[0].open(encoding="utf-8")))
        table = list(c.DictReader((out / name / "contradictions.csv").open(encoding="utf-8-sig")))
        assert len([r for r in shown[2:] if r and r[0]]) == len(table), (len(shown), len(table))


@check("DuckDB: JSON lines and Parquet")
def duckdb(out):
    import duckdb as d
    data = out / "en" / "data"
    one = d.sql(f"select count(*) from read_json_auto('{data}/sources.jsonl')").fetchall()[0][0]
    two = d.sql(f"select count(*) from '{data}/sources.parquet'").fetchall()[0][0]
    assert one == two > 0, (one, two)
    d.sql(f"""select f.outlet, count(*) n from '{data}/facts.parquet' f join '{data}/sources.parquet' s using (doc_id)
              where f.verdict = 'contradict' and s.published_date >= date '2000-01-01' group by all order by n desc""").fetchall()
    kinds = dict(d.sql(f"select column_name, column_type from (describe select * from '{data}/sources.parquet')").fetchall())
    assert kinds["characters"] == "BIGINT" and kinds["published_date"] == "DATE", kinds


@check("pandas: CSV, JSON lines, Parquet give the same rows")
def pandas(out):
    import pandas as p
    import pyarrow  # noqa: F401
    folder = out / "hostile"
    a = p.read_csv(folder / "sources.csv", encoding="utf-8-sig")
    b = p.read_json(folder / "data" / "sources.jsonl", lines=True)
    c = p.read_parquet(folder / "data" / "sources.parquet")
    assert len(a) == len(b) == len(c) == 2
    assert "=صحيفة+المرسى" in set(c["outlet"]) and "=صحيفة+المرسى" in set(b["outlet"])
    assert "'=صحيفة+المرسى" in set(a["outlet"]), "the guard is in the CSV alone"


@check("Chromium: page loads, searches, filters, both languages, injected script is text")
def chromium(out):
    sys.path.insert(0, str(HERE / "browser"))
    from page import Browser, find_chromium
    if not find_chromium():
        return "no Chromium"
    browser = Browser()
    try:
        page = browser.page()
        page.size(1280, 900)

        def clean(where):
            assert not page.console, (where, page.console)
            outside = [r for r in page.requests if not r.startswith(("file:", "blob:", "about:"))]
            assert not outside, (where, outside)

        def load(name):
            page.open(f"file://{out / name / 'report.html'}")
            page.wait("document.querySelector('main h1')")
            return page.run("JSON.parse(document.getElementById('data').textContent)")

        for name in ("en", "ar"):
            data = load(name)
            assert page.run("document.documentElement.dir") == ("rtl" if name == "ar" else "ltr")
            views = ["overview", "facts", "dating", "stories", "timeline", "speakers", "entities", "errors", "method"]
            routes = [f"#/{v}" for v in views] + [f"#/fact/{f['id']}" for f in data["facts"][:20]] + [f"#/story/{s['id']}" for s in data["stories"]]
            routes += [f"#/dating/{d['id']}" for d in data["dating"]] + [f"#/entities/{e['id']}" for e in data["entities"][:5]]
            for scheme in ("light", "dark"):
                page.scheme(scheme)
                for route in routes:
                    page.go(route)
                    assert page.run("document.querySelector('main').textContent.length") > 10, route
                    clean(route)
        data = load("en")
        rows = "document.querySelectorAll('table.facts tbody tr').length"
        page.go("#/facts")
        everything = page.run(rows)
        assert everything == min(80, len(data["facts"])), everything
        # a facet: the number beside it is the number of rows it leaves, and the address keeps it
        page.run("document.querySelector('[data-facet=v]').click()")
        page.wait("location.hash.includes('v=')")
        said = int(page.run("document.querySelector('[data-facet=v]').closest('label').querySelector('.n').textContent"))
        assert page.run(rows) == min(said, 80), (page.run(rows), said)
        kept = page.run("location.hash")
        load("en")
        page.go(kept)
        assert page.run(rows) == min(said, 80), "the address brings the view back"
        # search folds: hamza, vowel marks and ta marbuta do not matter
        page.go("#/stories")
        word = next(w for s in data["stories"] for w in s["l"].split() if any(c in "أإآةى" for c in w) and len(w) > 3)
        plain = word.translate(str.maketrans("أإآةى", "اااهي"))
        count = "document.querySelectorAll('table.stories tbody tr').length"
        found = []
        for typed in (word, plain, plain[:2] + "\u064e" + plain[2:]):
            page.run(f"(() => {{ const q = document.getElementById('q'); q.value = {json.dumps(typed)}; q.dispatchEvent(new Event('input')); }})()")
            page.run("new Promise(r => setTimeout(r, 250))")
            found.append(page.run(count))
        assert found[0] > 0 and len(set(found)) == 1, (word, found)
        # keys: j to a row, Enter opens it, Escape goes back
        page.go("#/facts")
        page.key("j", "j")
        page.key("Enter", "\r")
        page.wait("location.hash.startsWith('#/fact/')")
        page.key("Escape")
        page.wait("location.hash.startsWith('#/facts')")
        # every control can be reached: no positive tabindex, every input has a name
        assert page.run("[...document.querySelectorAll('input,select,button')].every(e => e.labels?.length || e.getAttribute('aria-label') || e.textContent.trim())")
        # CSV of the view
        page.run("window.saved = null; URL.createObjectURL = (b) => { window.saved = b; return 'blob:none'; }; HTMLAnchorElement.prototype.click = () => {}")
        page.run("[...document.querySelectorAll('.tools button')].at(-1).click()")
        lines = page.run("saved.arrayBuffer().then(b => new TextDecoder('utf-8', {ignoreBOM: true}).decode(b))")
        assert lines.startswith("\ufefffact_id,") and "\r\n" in lines
        clean("controls")

        data = load("hostile")
        for route in ["#/overview", "#/facts", "#/stories", "#/speakers"] + [f"#/fact/{f['id']}" for f in data["facts"]] + [f"#/doc/{d['id']}" for d in data["docs"]] + ["#/compare/h-1/h-2"]:
            page.go(route)
            assert page.run("window.owned") is None, route
            assert page.run("document.querySelectorAll('main script, main img').length") == 0, route
            clean(route)
        page.go("#/doc/h-1")
        text = page.run("document.querySelector('.article').textContent")
        assert "<script>window.owned=1</script>" in text, "the injected script stays text"
        assert "U+202E" in text and "\u202e" not in text, "bidi controls are shown, not obeyed"
        assert page.run("[...document.querySelectorAll('a')].every(a => !a.href.startsWith('javascript:'))")
    finally:
        browser.close()


def main():
    if "--install" in sys.argv:
        install()
    rest = [a for a in sys.argv[1:] if not a.startswith("--")]
    program = rest[0] if rest else str(ROOT / "target" / "debug" / "muqabala")
    keep = pathlib.Path(rest[1]).resolve() if len(rest) > 1 else None
    out = keep or pathlib.Path(tempfile.mkdtemp(prefix="real-programs-"))
    out.mkdir(parents=True, exist_ok=True)
    try:
        produce(program, out)
        for test in (frictionless, openpyxl, libreoffice, duckdb, pandas, chromium):
            test(out)
    finally:
        if not keep:
            shutil.rmtree(out, ignore_errors=True)
    failed = [r for r in results if r[0] == "FAILED"]
    skipped = [r for r in results if r[0] == "skipped"]
    print(f"{len(results) - len(failed) - len(skipped)} passed, {len(skipped)} skipped, {len(failed)} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
