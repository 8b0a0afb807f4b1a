"use strict";
// The report page. Data is untrusted text: it enters the page through text nodes alone.
(() => {
const D = JSON.parse(document.getElementById("data").textContent);
const root = document.documentElement;
const main = document.getElementById("main");
let lang = D.language;
let listed = []; // routes of the last list, for previous and next

// ---------------------------------------------------------------- words
const M = (key, values) => {
  const m = D.messages[key];
  let s = m ? m[lang === "ar" ? 1 : 0] : key.slice(key.indexOf(".") + 1);
  for (const k in values || {}) s = s.split("{" + k + "}").join(values[k]);
  return s;
};
const count = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, ",");
const percent = (x) => Math.round(x * 100) + " %";

// Arabic folded as the program folds it: hamza, alef maqsura, ta marbuta, vowel marks, tatweel, digits, bidi marks.
const FOLDS = [
  [/[\u064b-\u065f\u0670\u0610-\u061a\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff\u00ad]/g, ""],
  [/[\u0622\u0623\u0625\u0671-\u0673\u0675]/g, "\u0627"],
  [/[\u0624\u0676]/g, "\u0648"],
  [/[\u0626\u0649\u06cc\u06cd\u06d0\u06d2\u06d3\u0678]/g, "\u064a"],
  [/[\u0629\u06c0-\u06c3\u06d5\u06be]/g, "\u0647"],
  [/[\u06a9-\u06ac\u06af]/g, "\u0643"],
];
const fold = (s) => {
  s = String(s).normalize("NFKC");
  for (const [from, to] of FOLDS) s = s.replace(from, to);
  return s
    .replace(/[\u0660-\u0669]/g, (c) => c.charCodeAt(0) - 0x660)
    .replace(/[\u06f0-\u06f9]/g, (c) => c.charCodeAt(0) - 0x6f0)
    .toLowerCase();
};

// ---------------------------------------------------------------- elements
const BIDI = /[\u202a-\u202e\u2066-\u2069]/;
// Text as nodes; characters that would reorder it are shown instead of obeyed.
const put = (parent, s) => {
  s = String(s);
  if (!BIDI.test(s)) {
    parent.append(s);
    return parent;
  }
  for (const part of s.split(/([\u202a-\u202e\u2066-\u2069])/)) {
    if (!part) continue;
    if (!BIDI.test(part)) {
      parent.append(part);
      continue;
    }
    const name = "U+" + part.charCodeAt(0).toString(16).toUpperCase();
    const mark = document.createElement("span");
    mark.className = "control";
    mark.dir = "ltr";
    mark.textContent = "\u27e6" + name + "\u27e7";
    mark.title = M("bidi.shown", { c: name });
    parent.append(mark);
  }
  return parent;
};
const h = (tag, props, ...children) => {
  const e = document.createElement(tag);
  for (const k in props || {}) {
    const v = props[k];
    if (v === null || v === undefined || v === false) continue;
    if (k === "on") for (const name in v) e.addEventListener(name, v[name]);
    else if (k === "class") e.className = v;
    else if (k === "text") put(e, v);
    else e.setAttribute(k, v === true ? "" : v);
  }
  for (const c of children.flat(Infinity)) {
    if (c === null || c === undefined || c === false || c === "") continue;
    if (c instanceof Node) e.append(c);
    else put(e, c);
  }
  return e;
};
const ar = (s, cls) => h("bdi", { lang: "ar", dir: "rtl", class: cls, text: s });
const auto = (s, cls) => h("bdi", { dir: "auto", class: cls, text: s });
// A sentence of ours around words of others: what stands between quotation marks, and Arabic names in an English
// sentence, are isolated so that they keep their order.
const QUOTED = /("[^"]*"|\u201c[^\u201d]*\u201d|\u00ab[^\u00bb]*\u00bb)/;
const ARABIC = /([\u0621-\u06ff][\u0621-\u06ff\s\u200c-\u200f]*[\u0621-\u06ff]|[\u0621-\u06ff])/;
const prose = (s) => {
  const parts = String(s).split(QUOTED);
  const english = /[a-z]{3,}/.test(parts.filter((_, i) => i % 2 === 0).join(" "));
  return h("bdi", { dir: english ? "ltr" : "rtl", lang: english ? "en" : "ar", class: "prose-run" }, parts.map((part, i) => {
    if (i % 2) return [part[0], auto(part.slice(1, -1)), part[part.length - 1]];
    return english ? part.split(ARABIC).map((run, j) => (j % 2 ? ar(run) : run)) : part;
  }));
};
const ltr = (s, cls) => h("bdi", { dir: "ltr", class: cls, text: s });
const HTTP = /^https?:\/\//i;
const out = (url, ...children) =>
  HTTP.test(url || "") ? h("a", { href: url, target: "_blank", rel: "noopener noreferrer", class: "out" }, children) : null;
const say = (s) => { document.getElementById("live").textContent = s; };

// ---------------------------------------------------------------- address
const here = () => {
  const raw = location.hash.replace(/^#\/?/, "");
  const [path, query] = raw.split("?");
  const params = {};
  for (const pair of (query || "").split("&")) {
    const i = pair.indexOf("=");
    if (i > 0) params[pair.slice(0, i)] = pair.slice(i + 1);
  }
  const args = path.split("/").map((s) => { try { return decodeURIComponent(s); } catch { return s; } });
  return { view: args[0] || "overview", args: args.slice(1), params };
};
const address = (view, args, params) => {
  const p = Object.assign({}, params);
  if (lang !== D.language) p.l = lang;
  const query = Object.keys(p).filter((k) => p[k] !== "" && p[k] !== undefined && p[k] !== null).map((k) => k + "=" + p[k]);
  return "#/" + [view].concat(args || []).map(encodeURIComponent).join("/") + (query.length ? "?" + query.join("&") : "");
};
const list = (s) => (s ? s.split(",").map((x) => { try { return decodeURIComponent(x); } catch { return x; } }) : []);
const joined = (values) => values.map(encodeURIComponent).join(",");
const to = (view, args, params, ...children) => h("a", { href: address(view, args, params) }, children);

// ---------------------------------------------------------------- pieces
const outlet = (i) => D.outlets[i];
const docOf = (v) => D.docs[v.d];
const outletName = (i) => auto(outlet(i), "outlet");
const chip = (kind, value, label) => h("span", { class: "chip " + kind + " " + value }, label);
const SYMBOL = { agree: "\u2713", contradict: "\u2717", compatible: "\u2248" };
const verdict = (v) => chip("verdict", v, [h("span", { "aria-hidden": "true" }, SYMBOL[v] || ""), " ", M("verdict." + v)]);
const severity = (y) => (y ? chip("severity", y, M("severity." + y)) : null);
const published = (d) => (d.p ? ltr(moment(d), "when") : h("span", { class: "quiet" }, M("doc.undated")));
let utc = false;
const moment = (d) => {
  if (!d.p || d.p.length < 16 || d.z === null || d.z === undefined) return d.p || "";
  if (utc) return new Date(stamp(d)).toISOString().slice(0, 16).replace("T", " ") + " Z";
  const z = Math.abs(d.z);
  const sign = d.z < 0 ? "-" : "+";
  return d.p + " " + sign + String(Math.floor(z / 60)).padStart(2, "0") + ":" + String(z % 60).padStart(2, "0");
};
const stamp = (d) => {
  const t = Date.parse(d.p.length > 10 ? d.p.replace(" ", "T") + "Z" : d.p + "T12:00Z");
  return utc && d.z && d.p.length > 10 ? t - d.z * 60000 : t;
};
const passage = (t, quoted) =>
  t ? h("bdi", { lang: "ar", dir: "rtl", class: "passage" + (quoted ? " quoted" : "") }, t[0], t[1] ? h("mark", { text: t[1] }) : "", t[2]) : null;
const encode = (s) => encodeURIComponent(s).replace(/[-!'()*]/g, (c) => "%" + c.charCodeAt(0).toString(16).toUpperCase());
const link = (d, f) => {
  if (!HTTP.test(d.u || "")) return null;
  if (!f || !f[0]) return d.u;
  return d.u.split("#")[0] + "#:~:text=" + encode(f[0]) + (f[1] ? "," + encode(f[1]) : "");
};
const copy = async (s, button) => {
  try {
    await navigator.clipboard.writeText(s);
  } catch {
    const area = h("textarea", { class: "offscreen" });
    area.value = s;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  const before = button.textContent;
  button.textContent = M("fact.copied");
  say(M("fact.copied"));
  setTimeout(() => { button.textContent = before; }, 1500);
};
const citation = (d, words, f) =>
  [outlet(d.o), d.p ? " (" + moment(d) + ")" : "", ": \u00ab" + words + "\u00bb", d.u ? " " + link(d, f) : ""].join("");
const actions = (v, i) => {
  const d = docOf(v);
  const words = v.t ? v.t.join("") : v.w;
  const url = link(d, v.f);
  return h("div", { class: "actions" },
    url ? out(url, M("fact.open")) : null,
    d.x ? to("doc", [d.id], i === undefined ? {} : { m: i }, M("fact.read")) : null,
    h("button", { type: "button", class: "plain", on: { click: (e) => copy(citation(d, words, v.f), e.target) } }, M("fact.copy")));
};
const title = (s) => { document.title = s + " \u00b7 " + M("title.short"); };
const heading = (s, ...rest) => h("div", { class: "head" }, h("h1", {}, s), rest);
const groupsOf = (f) => {
  const groups = [];
  for (const v of f.x) {
    const g = groups.find((x) => x.v === v.v);
    if (g) g.x.push(v);
    else groups.push({ v: v.v, x: [v] });
  }
  return groups;
};
const outletsOf = (values) => [...new Set(values.map((v) => docOf(v).o))].sort((a, b) => a - b);
const names = (ids) => h("span", { class: "names" }, ids.map((o, i) => [i ? h("span", { class: "quiet" }, lang === "ar" ? "\u060c " : ", ") : "", outletName(o)]));

// What is compared, without the type that a chip beside it names.
const subject = (f) => f.u.replace(/^[a-z ]+: (?=\S)/, "");
// A normalised value for eyes: thousands set apart, a range with a dash, bounds as signs.
const value = (f, v) => (f.k === "number" ? v.replace(/\.\./g, " \u2013 ").replace(/\d{5,}/g, count).replace(">=", "\u2265 ").replace("<=", "\u2264 ") : v);

const factCard = (f) => {
  const groups = groupsOf(f).slice(0, 3);
  return h("article", { class: "card fact " + f.v, "data-nav": address("fact", [f.id]) },
    h("header", {}, severity(f.y), chip("type", f.k, M("type." + f.k)),
      h("h3", {}, to("fact", [f.id], {}, auto(subject(f))))),
    h("div", { class: "sides" }, groups.map((g) => h("div", { class: "side" },
      h("div", { class: "value" }, auto(value(f, g.v))),
      h("div", { class: "by" }, names(outletsOf(g.x))),
      passage(g.x[0].t)))),
    f.e ? h("p", { class: "why" }, prose(f.e)) : null);
};
const datingSide = (s) => {
  const d = docOf(s);
  return h("div", { class: "side" },
    h("div", { class: "value" }, ar(s.w || ""), s.v && s.v !== s.w ? [" ", ltr(s.v, "iso")] : null),
    h("div", { class: "by" }, outletName(d.o), " ", published(d)),
    passage(s.t), actions(s));
};
const datingCard = (d) => h("article", { class: "card dating", "data-nav": address("dating", [d.id]) },
  h("header", {}, severity(d.y), h("h3", {}, to("dating", [d.id], {}, M("dating." + d.k))),
    d.n !== null ? h("span", { class: "quiet" }, M("col.days_apart"), " ", ltr(count(d.n))) : null),
  h("div", { class: "sides" }, datingSide(d.a), datingSide(d.b)),
  d.e ? h("p", { class: "why" }, prose(d.e)) : null);

// ---------------------------------------------------------------- lists
const csvCell = (s) => {
  s = String(s === null || s === undefined ? "" : s);
  if (/^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(s) && !/^-?\d+(\.\d+)?$/.test(s)) s = "'" + s;
  return /[",\r\n]/.test(s) ? '"' + s.replace(/"/g, '""') + '"' : s;
};
const download = (name, head, rows) => {
  const text = "\ufeff" + [head].concat(rows).map((r) => r.map(csvCell).join(",")).join("\r\n") + "\r\n";
  const a = h("a", { href: URL.createObjectURL(new Blob([text], { type: "text/csv" })), download: name });
  document.body.append(a);
  a.click();
  setTimeout(() => { URL.revokeObjectURL(a.href); a.remove(); }, 1000);
};
const indexed = new WeakMap();
const needle = (item, text) => {
  if (!indexed.has(item)) indexed.set(item, fold(text(item)));
  return indexed.get(item);
};

// A list with search, facets with counts, sorting, more and CSV; its state is in the address.
const listView = (o) => {
  const at = here();
  const p = at.params;
  const side = h("div", { class: "facets" });
  const body = h("div", { class: "list" });
  const input = h("input", { type: "search", id: "q", placeholder: M("page.search.hint"), "aria-label": M("page.search"), autocomplete: "off" });
  input.value = list(p.q)[0] || "";
  const total = h("span", { class: "total", role: "status" });
  const sort = h("select", { "aria-label": M("page.sort") },
    Object.keys(o.sorts).map((k) => h("option", { value: k, selected: (p.s || Object.keys(o.sorts)[0]) === k }, M("sort." + k))));
  const change = (key, value) => {
    if (value) p[key] = value;
    else delete p[key];
    if (key !== "n") delete p.n;
    history.replaceState(null, "", address(at.view, at.args, Object.assign({}, p, { l: undefined })));
    update();
  };
  let timer = 0;
  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(() => change("q", encodeURIComponent(input.value.trim())), 120); });
  sort.addEventListener("change", () => change("s", sort.value));
  const chosen = (f) => list(p[f.key]);
  const passes = (item, f) => {
    const c = chosen(f);
    if (!c.length) return true;
    const has = f.of(item).map(String);
    return f.all ? c.every((x) => has.includes(x)) : c.some((x) => has.includes(x));
  };
  const matched = (except) => {
    const words = fold(list(p.q)[0] || "").split(/\s+/).filter(Boolean);
    return o.items.filter((item) => {
      for (const f of o.facets) if (f !== except && !passes(item, f)) return false;
      if (!words.length) return true;
      const text = needle(item, o.text);
      return words.every((w) => text.includes(w));
    });
  };
  const current = () => {
    const items = matched(null);
    const by = o.sorts[p.s || Object.keys(o.sorts)[0]];
    return by ? items.slice().sort(by) : items;
  };
  const facet = (f) => {
    const counts = new Map();
    for (const item of matched(f.all ? null : f)) for (const v of f.of(item)) counts.set(String(v), (counts.get(String(v)) || 0) + 1);
    for (const v of chosen(f)) if (!counts.has(v)) counts.set(v, 0);
    const values = [...counts.keys()].sort((a, b) => (f.order ? f.order.indexOf(a) - f.order.indexOf(b) : counts.get(b) - counts.get(a)));
    if (values.length < 2 && !chosen(f).length) return null;
    const box = h("fieldset", {}, h("legend", {}, M(f.name)));
    for (const v of values.slice(0, 24)) {
      const check = h("input", { type: "checkbox", value: v, "data-facet": f.key });
      check.checked = chosen(f).includes(v);
      check.addEventListener("change", () => {
        const now = chosen(f).filter((x) => x !== v).concat(check.checked ? [v] : []);
        change(f.key, joined(now));
        const again = side.querySelector('[data-facet="' + f.key + '"][value="' + CSS.escape(v) + '"]');
        if (again) again.focus();
      });
      box.append(h("label", {}, check, h("span", { class: "name" }, f.label(v)), h("span", { class: "n" }, count(counts.get(v)))));
    }
    return box;
  };
  const update = () => {
    const items = current();
    const shown = Math.min(items.length, Number(p.n) || o.page || 60);
    listed = items.map(o.route);
    total.textContent = M("page.results", { n: count(items.length), total: count(o.items.length) });
    const any = o.facets.some((f) => chosen(f).length) || p.q;
    side.replaceChildren(...o.facets.map(facet).filter(Boolean),
      ...(any ? [h("button", { type: "button", class: "plain", on: { click: () => { location.hash = address(at.view, at.args, {}); } } }, M("page.clear"))] : []));
    body.replaceChildren(items.length ? o.render(items.slice(0, shown)) : h("p", { class: "empty" }, M("page.none.filter")));
    if (shown < items.length) {
      body.append(h("button", { type: "button", class: "more", on: { click: () => change("n", String(shown + 120)) } },
        M("page.more"), " ", ltr("(" + count(items.length - shown) + ")")));
    }
  };
  const save = h("button", { type: "button", class: "plain", on: { click: () => download(at.view + ".csv", o.csv.map((c) => c[0]), current().map((i) => o.csv.map((c) => c[1](i)))) } }, M("page.csv"));
  const narrow = h("details", { class: "narrow", open: window.innerWidth > 860 }, h("summary", {}, M("facet.type"), " \u00b7 ", M("facet.outlet")), side);
  update();
  return [
    h("div", { class: "tools" }, input, h("label", { class: "sort" }, M("page.sort"), " ", sort), total, save),
    o.note ? h("p", { class: "notice" }, o.note) : null,
    h("div", { class: "with-facets" }, narrow, body),
  ];
};

// ---------------------------------------------------------------- views
const views = {};

views.overview = () => {
  title(M("nav.overview"));
  const n = D.counts;
  const card = (key, value, view, params, cls) =>
    h("a", { class: "stat " + (cls || ""), href: address(view, [], params) }, h("b", {}, ltr(count(value))), h("span", {}, M("summary." + key)));
  const sum = D.total.agree + D.total.compatible + D.total.contradict;
  const bar = h("div", { class: "proportion", role: "img",
    "aria-label": ["contradict", "compatible", "agree"].map((v) => M("verdict." + v) + " " + D.total[v]).join(", ") });
  for (const v of ["contradict", "compatible", "agree"]) {
    const part = h("span", { class: v, title: M("verdict." + v) + " " + count(D.total[v]) });
    part.style.flexGrow = D.total[v];
    if (D.total[v]) bar.append(part);
  }
  const span = D.span ? ltr(D.span[0] === D.span[1] ? D.span[0] : D.span[0] + " \u2013 " + D.span[1]) : "";
  const lead = M("page.lead", { articles: count(n.articles), outlets: count(n.outlets), span: "\u0000" }).split("\u0000");
  const top = D.facts.filter((f) => f.v === "contradict").slice(0, 6);
  const stories = D.stories.map((s, i) => i).filter((i) => D.stories[i].o.length > 1)
    .sort((a, b) => D.stories[b].o.length - D.stories[a].o.length || D.stories[b].t - D.stories[a].t || a - b).slice(0, 8);
  return [
    h("div", { class: "hero" }, h("h1", {}, M("title")),
      h("p", { class: "lead" }, lead[0].replace(/[,\u060c\s]+$/, D.span ? "$&" : ""), span, lead[1] || ""),
      h("p", { class: "caution" }, M("page.caution"))),
    h("div", { class: "stats" },
      card("contradict", n.contradict, "facts", { v: "contradict" }, "contradict"),
      card("dating", n.dating, "dating", {}, "dating"),
      card("compatible", n.compatible, "facts", { v: "compatible" }, "compatible"),
      card("agree", n.agree, "facts", { v: "agree" }, "agree"),
      card("shared_stories", n.shared_stories, "stories", {}, ""),
      card("claims", n.claims, "speakers", {}, ""),
      card("entities", n.entities, "entities", {}, ""),
      card("errors", n.errors, "errors", {}, n.errors ? "warn" : "")),
    sum ? bar : null,
    top.length ? h("section", {}, h("h2", {}, M("page.top.contradictions")), h("div", { class: "cards" }, top.map(factCard)),
      h("p", {}, to("facts", [], { v: "contradict" }, M("page.all"), " ", ltr("(" + count(n.contradict) + ")")))) : null,
    D.dating.length ? h("section", {}, h("h2", {}, M("page.top.dating")), h("div", { class: "cards" }, D.dating.slice(0, 4).map(datingCard)),
      h("p", {}, to("dating", [], {}, M("page.all"), " ", ltr("(" + count(n.dating) + ")")))) : null,
    D.outlets.length > 1 && D.pairs.length ? pairMatrix() : null,
    stories.length ? h("section", {}, h("h2", {}, M("page.top.stories")), storyTable(stories)) : null,
  ];
};

const pairMatrix = () => {
  const shown = D.outlets.map((o, i) => i).filter((i) => D.pairs.some((p) => p[0] === i || p[1] === i)).slice(0, 40);
  const at = new Map(D.pairs.map((p) => [p[0] + "," + p[1], p]));
  const most = Math.max(1, ...D.pairs.map((p) => p[4]));
  const cell = (a, b) => {
    if (a === b) return h("td", { class: "self" });
    const p = at.get(Math.min(a, b) + "," + Math.max(a, b));
    if (!p) return h("td", { class: "none" }, "\u2013");
    const label = M("page.pairs.cell", { a: outlet(a), b: outlet(b), contradict: p[4], agree: p[3], dating: p[5], stories: p[2] });
    const heat = p[4] ? Math.ceil((4 * p[4]) / most) : 0;
    return h("td", { class: "heat" + heat }, h("a", { href: address("facts", [], { o: joined([outlet(a), outlet(b)]) }), title: label, "aria-label": label },
      h("span", { class: p[4] ? "c" : "zero c0" }, h("span", { "aria-hidden": "true" }, "\u2717"), count(p[4])), " ", h("span", { class: p[3] ? "g" : "zero g0" }, h("span", { "aria-hidden": "true" }, "\u2713"), count(p[3]))));
  };
  return h("section", {}, h("h2", {}, M("page.pairs")), h("p", { class: "quiet" }, M("page.pairs.note")),
    h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": M("page.pairs") },
      h("table", { class: "pairs" }, h("caption", { class: "hidden" }, M("page.pairs")),
        h("thead", {}, h("tr", {}, h("td"), shown.map((i) => h("th", { scope: "col" }, outletName(i))))),
        h("tbody", {}, shown.map((a) => h("tr", {}, h("th", { scope: "row" }, outletName(a)), shown.map((b) => cell(a, b))))))));
};

// Facts by outlets: a column an outlet while they fit, else the outlets listed in the row.
const MANY = 9;
const factTable = (facts) => {
  const used = [...new Set(facts.flatMap((f) => f.x.map((v) => docOf(v).o)))].sort((a, b) => a - b);
  const wide = used.length <= MANY;
  const cell = (f, o, groups, most) => {
    const mine = groups.filter((g) => g.x.some((v) => docOf(v).o === o));
    if (!mine.length) {
      const s = f.q.includes(o);
      return h("td", { class: s ? "silent" : "none", "data-label": outlet(o), title: s ? M("cell.silent") : M("cell.uncovered") }, s ? "\u2013" : "");
    }
    let v = f.v;
    if (v === "contradict" && mine.length === 1 && mine[0] === most) v = "agree";
    return h("td", { class: "val " + v, "data-label": outlet(o), title: M("cell." + v) },
      h("div", { class: "cell" }, h("span", { class: "symbol", "aria-label": M("cell." + v) }, SYMBOL[v]), " ", auto(mine.map((g) => value(f, g.v)).join(" / "))));
  };
  return h("div", { class: "scroll" }, h("table", { class: "facts" }, h("caption", { class: "hidden" }, M("nav.facts")),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, M("col.verdict")), h("th", { scope: "col" }, M("col.subject")),
      wide ? used.map((o) => h("th", { scope: "col" }, outletName(o))) : h("th", { scope: "col" }, M("col.outlets")))),
    h("tbody", {}, facts.map((f) => {
      const groups = groupsOf(f);
      const size = Math.max(...groups.map((g) => g.x.length));
      const largest = groups.filter((g) => g.x.length === size);
      const most = largest.length === 1 ? largest[0] : null;
      return h("tr", { "data-nav": address("fact", [f.id]) },
        h("td", { class: "lead-cell" }, verdict(f.v), " ", severity(f.y), h("div", { class: "quiet" }, M("type." + f.k))),
        h("th", { scope: "row" }, to("fact", [f.id], {}, auto(subject(f))),
          f.s !== null ? h("div", { class: "quiet story" }, ar(D.stories[f.s].l)) : null),
        wide ? used.map((o) => cell(f, o, groups, most))
          : h("td", { class: "many" }, groups.map((g) => h("div", {}, h("b", {}, auto(value(f, g.v))), " ", names(outletsOf(g.x))))));
    }))));
};
const factText = (f) => [f.u, f.e, f.id, M("type." + f.k), f.s !== null ? D.stories[f.s].l : ""]
  .concat(f.x.flatMap((v) => [v.v, v.p, outlet(docOf(v).o)].concat(v.t))).join(" ");

views.facts = () => {
  title(M("nav.facts"));
  const at = here();
  const story = list(at.params.st)[0];
  const items = story ? D.facts.filter((f) => f.s !== null && D.stories[f.s].id === story) : D.facts;
  const rank = new Map(D.facts.map((f, i) => [f, i]));
  return [heading(M("nav.facts")), listView({
    items, text: factText, render: factTable, route: (f) => address("fact", [f.id]), page: 80,
    facets: [
      { key: "v", name: "facet.verdict", of: (f) => [f.v], label: (v) => M("verdict." + v), order: ["contradict", "compatible", "agree"] },
      { key: "t", name: "facet.type", of: (f) => [f.k], label: (v) => M("type." + v) },
      { key: "y", name: "facet.severity", of: (f) => (f.y ? [f.y] : []), label: (v) => M("severity." + v), order: ["high", "medium", "low"] },
      { key: "o", name: "facet.outlet", all: true, of: (f) => outletsOf(f.x).map(outlet), label: (v) => auto(v) },
    ],
    sorts: {
      rank: (a, b) => rank.get(a) - rank.get(b),
      confidence: (a, b) => b.c - a.c,
      outlets: (a, b) => outletsOf(b.x).length - outletsOf(a.x).length,
      story: (a, b) => (a.s === null ? 1e9 : a.s) - (b.s === null ? 1e9 : b.s),
    },
    csv: [["fact_id", (f) => f.id], ["verdict", (f) => f.v], ["severity", (f) => f.y], ["confidence", (f) => f.c], ["type", (f) => f.k],
      ["subject", (f) => f.u], ["values", (f) => f.x.map((v) => outlet(docOf(v).o) + ": " + v.v).join(" | ")],
      ["evidence", (f) => f.x.map((v) => v.t.join("")).join(" | ")], ["urls", (f) => f.x.map((v) => docOf(v).u || "").join(" | ")], ["explanation", (f) => f.e],
      ["story_id", (f) => (f.s === null ? "" : D.stories[f.s].id)]],
    note: D.facts.length < D.total.facts ? M("page.shown", { shown: count(D.facts.length), total: count(D.total.facts) }) : null,
  })];
};

const around = (current) => {
  const i = listed.indexOf(current);
  if (i < 0) return null;
  const step = (j, key) => (listed[j] ? h("a", { href: listed[j], class: "step", "data-step": key }, key === "k" ? (lang === "ar" ? "\u2192" : "\u2190") : (lang === "ar" ? "\u2190" : "\u2192")) : null);
  return h("nav", { class: "around", "aria-label": M("keys.next") }, step(i - 1, "k"), " ", ltr(i + 1 + " / " + listed.length), " ", step(i + 1, "j"));
};

views.fact = (id) => {
  const i = D.facts.findIndex((f) => f.id === id);
  const f = D.facts[i];
  if (!f) return missing();
  title(subject(f));
  const story = f.s !== null ? D.stories[f.s] : null;
  const groups = groupsOf(f);
  const size = Math.max(...groups.map((g) => g.x.length));
  const minority = (v) => f.v === "contradict" && groups.find((g) => g.v === v.v).x.length < size;
  const why = { agree: "fact.why.agree", contradict: "fact.why.differ", compatible: "fact.why.compatible" }[f.v] || "fact.why.same";
  const reasons = [...new Set(f.x.map((v) => v.r).filter(Boolean))];
  const two = groups.length > 1 ? [docOf(groups[0].x[0]), docOf(groups[1].x[0])] : [docOf(f.x[0]), docOf(f.x[f.x.length - 1])];
  const others = D.facts.filter((g) => g !== f && g.s === f.s && f.s !== null).slice(0, 12);
  return [
    around(address("fact", [id])),
    story ? h("p", { class: "crumb" }, M("facet.story"), ": ", to("story", [story.id], {}, ar(story.l))) : null,
    heading(auto(subject(f)), h("p", { class: "chips" }, verdict(f.v), " ", severity(f.y), " ", chip("type", f.k, M("type." + f.k)), " ",
      h("span", { class: "quiet" }, M("fact.confidence", { p: percent(f.c) })), " ", ltr(f.id, "id"))),
    f.e ? h("section", { class: "explain " + f.v }, h("h2", {}, M(why)), h("p", {}, prose(f.e))) : null,
    h("section", {}, h("h2", {}, M("fact.values")),
      h("table", { class: "values" }, h("caption", { class: "hidden" }, M("fact.values")),
        h("thead", {}, h("tr", {}, ["facet.outlet", "fact.value", "fact.normal", "fact.sentence", "fact.published"].map((k) => h("th", { scope: "col" }, M(k))))),
        h("tbody", {}, groups.flatMap((g) => g.x).map((v) => h("tr", { class: minority(v) ? "minority" : "" },
          h("th", { scope: "row" }, outletName(docOf(v).o), minority(v) ? h("div", { class: "flag" }, "\u2717 ", M("fact.minority")) : null),
          h("td", { "data-label": M("fact.value"), class: "printed" }, ar(v.t[1])),
          h("td", { "data-label": M("fact.normal"), class: "norm" }, auto(value(f, v.v))),
          h("td", { "data-label": M("fact.sentence") }, passage(v.t), v.p ? h("div", { class: "quiet" }, M("fact.attributed"), " ", ar(v.p)) : null, actions(v, i)),
          h("td", { "data-label": M("fact.published") }, published(docOf(v)))))))),
    two[0] !== two[1] && two[0].x && two[1].x ? h("p", {}, to("compare", [two[0].id, two[1].id], {}, M("fact.compare"))) : null,
    f.q.length ? h("p", {}, M("fact.silent"), ": ", names(f.q)) : null,
    reasons.length ? h("section", {}, h("h2", {}, M("fact.why.same")), h("ul", {}, reasons.map((r) => h("li", {}, prose(r))))) : null,
    f.m.length ? waterfall(f.m) : null,
    others.length ? h("section", {}, h("h2", {}, M("fact.others")), h("ul", { class: "plainlist" }, others.map((g) =>
      h("li", {}, verdict(g.v), " ", to("fact", [g.id], {}, auto(subject(g))))))) : null,
  ];
};
const waterfall = (parts) => {
  const sum = parts.reduce((s, p) => s + p[1], 0);
  const most = Math.max(...parts.map((p) => Math.abs(p[1])), 0.001);
  const row = (name, x, cls) => {
    const bar = h("span", { class: "bar " + (x < 0 ? "minus" : "plus") });
    bar.style.width = Math.max(1, (100 * Math.abs(x)) / most) + "%";
    return h("tr", { class: cls }, h("th", { scope: "row" }, auto(name)), h("td", { class: "num" }, ltr((x > 0 ? "+" : "") + x.toFixed(2))), h("td", { class: "track" }, bar));
  };
  return h("section", {}, h("h2", {}, M("fact.score")), h("table", { class: "score" }, h("caption", { class: "hidden" }, M("fact.score")),
    h("tbody", {}, parts.map((p) => row(p[0], p[1])), parts.length > 1 ? h("tr", { class: "sum" }, h("th", { scope: "row" }, M("fact.total")), h("td", { class: "num" }, ltr(sum.toFixed(2))), h("td")) : null)));
};
const missing = () => [heading(M("page.none")), h("p", {}, to("overview", [], {}, M("nav.overview")))];

views.dating = (id) => {
  if (id) {
    const d = D.dating.find((x) => x.id === id);
    if (!d) return missing();
    title(M("dating." + d.k));
    const story = d.s !== null ? D.stories[d.s] : null;
    return [around(address("dating", [id])),
      story ? h("p", { class: "crumb" }, M("facet.story"), ": ", to("story", [story.id], {}, ar(story.l))) : null,
      heading(M("dating." + d.k), h("p", { class: "chips" }, severity(d.y), " ", h("span", { class: "quiet" }, M("fact.confidence", { p: percent(d.c) })), " ", ltr(d.id, "id"))),
      datingCard(d),
      story ? h("section", {}, h("h2", {}, M("story.timeline")), timeline(story)) : null];
  }
  title(M("nav.dating"));
  return [heading(M("nav.dating")), listView({
    items: D.dating, route: (d) => address("dating", [d.id]), page: 40,
    text: (d) => [d.e, d.id, M("dating." + d.k), d.a.w, d.b.w, d.a.v, d.b.v, outlet(docOf(d.a).o), outlet(docOf(d.b).o)].concat(d.a.t || [], d.b.t || []).join(" "),
    render: (items) => h("div", { class: "cards one" }, items.map(datingCard)),
    facets: [
      { key: "k", name: "facet.kind", of: (d) => [d.k], label: (v) => M("dating." + v) },
      { key: "y", name: "facet.severity", of: (d) => [d.y], label: (v) => M("severity." + v), order: ["high", "medium", "low"] },
      { key: "o", name: "facet.outlet", of: (d) => [...new Set([outlet(docOf(d.a).o), outlet(docOf(d.b).o)])], label: (v) => auto(v) },
    ],
    sorts: { rank: null, confidence: (a, b) => b.c - a.c, count: (a, b) => Math.abs(b.n || 0) - Math.abs(a.n || 0) },
    csv: [["issue_id", (d) => d.id], ["kind", (d) => d.k], ["severity", (d) => d.y], ["confidence", (d) => d.c], ["outlet_a", (d) => outlet(docOf(d.a).o)],
      ["text_a", (d) => d.a.w], ["value_a", (d) => d.a.v], ["outlet_b", (d) => outlet(docOf(d.b).o)], ["text_b", (d) => d.b.w], ["value_b", (d) => d.b.v],
      ["days_apart", (d) => d.n], ["explanation", (d) => d.e]],
    note: D.dating.length < D.total.dating ? M("page.shown.dating", { shown: count(D.dating.length), total: count(D.total.dating) }) : null,
  })];
};

const storyTable = (ids) => h("div", { class: "scroll" }, h("table", { class: "stories" }, h("caption", { class: "hidden" }, M("nav.stories")),
  h("thead", {}, h("tr", {}, [M("facet.story"), M("col.outlets"), M("col.documents"), SYMBOL.contradict + " " + M("verdict.contradict"), SYMBOL.compatible + " " + M("verdict.compatible"), SYMBOL.agree + " " + M("verdict.agree"), M("nav.dating")].map((s) => h("th", { scope: "col" }, s)))),
  h("tbody", {}, ids.map((i) => {
    const s = D.stories[i];
    const n = (x, cls, label) => h("td", { class: "num " + (x ? cls : "zero"), "data-label": label }, ltr(count(x)));
    return h("tr", { "data-nav": address("story", [s.id]) },
      h("th", { scope: "row" }, to("story", [s.id], {}, ar(s.l))), h("td", { "data-label": M("col.outlets") }, names(s.o.slice(0, 6)), s.o.length > 6 ? " \u2026" : ""),
      n(s.t, "", M("col.documents")), n(s.n[2], "contradict", M("verdict.contradict")), n(s.n[1], "compatible", M("verdict.compatible")), n(s.n[0], "agree", M("verdict.agree")), n(s.n[3], "dating", M("nav.dating")));
  }))));

views.stories = () => {
  title(M("nav.stories"));
  const at = new Map(D.stories.map((s, i) => [s, i]));
  const first = (s) => s.d.map((d) => D.docs[d].p).filter(Boolean).sort()[0] || "";
  return [heading(M("nav.stories")), listView({
    items: D.stories, route: (s) => address("story", [s.id]), page: 80,
    text: (s) => [s.l, s.id].concat(s.o.map(outlet), s.d.map((d) => D.docs[d].h)).join(" "),
    render: (items) => storyTable(items.map((s) => at.get(s))),
    facets: [{ key: "o", name: "facet.outlet", all: true, of: (s) => s.o.map(outlet), label: (v) => auto(v) }],
    sorts: { rank: null, outlets: (a, b) => b.o.length - a.o.length || b.t - a.t, date: (a, b) => (first(a) < first(b) ? -1 : 1), count: (a, b) => b.n[2] - a.n[2] },
    csv: [["story_id", (s) => s.id], ["label", (s) => s.l], ["documents", (s) => s.t], ["outlets", (s) => s.o.map(outlet).join(" | ")],
      ["agreements", (s) => s.n[0]], ["contradictions", (s) => s.n[2]], ["dating_conflicts", (s) => s.n[3]]],
    note: D.stories.length < D.total.stories ? M("page.shown.stories", { shown: count(D.stories.length), total: count(D.total.stories) }) : null,
  })];
};

views.story = (id) => {
  const i = D.stories.findIndex((s) => s.id === id);
  const s = D.stories[i];
  if (!s) return missing();
  title(s.l);
  const facts = D.facts.filter((f) => f.s === i);
  const dating = D.dating.filter((d) => d.s === i);
  const picked = [];
  const go = h("button", { type: "button", disabled: true, on: { click: () => { location.hash = address("compare", picked.slice(-2)); } } }, M("story.compare"));
  const rows = s.d.map((d) => D.docs[d]).map((d) => {
    const box = h("input", { type: "checkbox", "aria-label": outlet(d.o) + ": " + d.h, disabled: !d.x });
    box.addEventListener("change", () => {
      if (box.checked) picked.push(d.id);
      else picked.splice(picked.indexOf(d.id), 1);
      go.disabled = picked.length < 2;
    });
    return h("tr", {}, h("td", { class: "pick" }, box), h("th", { scope: "row" }, outletName(d.o)),
      h("td", {}, d.x ? to("doc", [d.id], {}, ar(d.h || d.id)) : ar(d.h || d.id), d.w ? h("div", { class: "quiet" }, M("doc.voice"), " ", d.w.map((o, j) => [j ? ", " : "", auto(o)])) : null),
      h("td", {}, published(d)), h("td", {}, out(d.u, M("fact.open"))));
  });
  return [
    around(address("story", [id])),
    heading(ar(s.l), h("p", { class: "chips" }, names(s.o), " ", ltr(s.id, "id"))),
    h("section", {}, h("h2", {}, M("story.timeline")), timeline(s)),
    facts.length ? h("section", {}, h("h2", {}, M("story.facts")), factTable(facts.slice(0, 80))) : null,
    dating.length ? h("section", {}, h("h2", {}, M("story.dating")), h("div", { class: "cards" }, dating.slice(0, 12).map(datingCard))) : null,
    h("section", {}, h("h2", {}, M("story.articles")), h("p", { class: "quiet" }, M("story.choose"), " ", go),
      h("div", { class: "scroll" }, h("table", { class: "articles" }, h("caption", { class: "hidden" }, M("story.articles")), h("tbody", {}, rows)))),
  ];
};

// ---------------------------------------------------------------- timeline
const DAY = 86400000;
const dayAt = (s) => Date.parse(s + "T00:00Z");
const iso = (t) => new Date(t).toISOString().slice(0, 10);
// One row an article: the moment of publication as a dot, the dates its text gives as bars as long as their grain.
const timeline = (s) => {
  const docs = s.d.map((d) => D.docs[d]);
  const dated = docs.filter((d) => d.p).map(stamp);
  const bars = docs.flatMap((d) => d.g.map((g) => ({ d, from: dayAt(g[0]), to: dayAt(g[1]) + DAY, v: g[2], w: g[3] })));
  if (!dated.length && !bars.length) return h("p", { class: "empty" }, M("page.none"));
  let from;
  let until;
  if (dated.length) {
    from = Math.min(...dated);
    until = Math.max(...dated);
    const reach = Math.max(10 * DAY, (until - from) * 0.6);
    const near = bars.filter((b) => b.to > from - reach && b.from < until + reach && b.to - b.from <= 32 * DAY);
    from = Math.min(from - DAY, ...near.map((b) => b.from));
    until = Math.max(until + DAY, ...near.map((b) => b.to));
  } else {
    const starts = bars.map((b) => b.from).sort((a, b) => a - b);
    from = starts[Math.floor(starts.length * 0.1)] - DAY;
    until = Math.max(from + 8 * DAY, starts[Math.floor(starts.length * 0.9)] + 8 * DAY);
  }
  const x = (t) => (100 * (t - from)) / (until - from);
  const outside = bars.filter((b) => b.to < from || b.from > until).length;
  const conflict = new Set(D.dating.filter((i) => D.stories[i.s] === s).flatMap((i) => [i.a.d + "|" + i.a.w, i.b.d + "|" + i.b.w]));
  const days = (until - from) / DAY;
  const step = [1, 2, 7, 14, 31, 92, 366, 1830].find((n) => days / n <= 9) || 3660;
  const ticks = [];
  for (let t = Math.ceil(from / DAY) * DAY; t < until; t += step * DAY) ticks.push(t);
  const place = (e, l, w) => {
    e.style.left = l + "%";
    if (w !== undefined) e.style.width = w + "%";
    return e;
  };
  const axis = h("div", { class: "tl-axis", "aria-hidden": "true" }, ticks.map((t) => place(h("span", { class: "tick", dir: "ltr" }, step < 31 ? iso(t).slice(5) : iso(t).slice(0, 7)), x(t))));
  const rows = docs.map((d) => {
    const track = h("div", { class: "tl-track", dir: "ltr" }, ticks.map((t) => place(h("i", { class: "grid" }), x(t))));
    const mine = bars.filter((b) => b.d === d && b.to >= from && b.from <= until).sort((a, b) => b.to - b.from - (a.to - a.from));
    mine.forEach((b) => {
      const l = Math.max(0, x(b.from));
      const r = Math.min(100, x(b.to));
      const span = (b.to - b.from) / DAY;
      const cls = span <= 1.01 ? "day" : span <= 8 ? "week" : span <= 32 ? "month" : "year";
      const bad = conflict.has(D.docs.indexOf(d) + "|" + b.w);
      track.append(place(h("span", { class: "ev " + cls + (bad ? " bad" : ""), title: "\u2068" + b.w + "\u2069 \u00b7 " + b.v }), l, Math.max(0.6, r - l)));
    });
    if (d.p) track.append(place(h("span", { class: "pub", title: M("timeline.published") + " " + moment(d) }), x(stamp(d))));
    const words = mine.map((b) => b.w + " = " + b.v).join("; ");
    return h("div", { class: "tl-row", role: "listitem" }, h("div", { class: "tl-name" }, outletName(d.o), h("div", { class: "quiet" }, published(d))), track,
      h("span", { class: "hidden" }, words));
  });
  const zone = h("button", { type: "button", class: "plain", on: { click: () => { utc = !utc; render(); } } }, M("timeline.zone"), ": ", M(utc ? "timeline.utc" : "timeline.local"));
  return h("div", { class: "timeline" },
    h("div", { class: "tl-key quiet" }, h("span", { class: "pub" }), " ", M("timeline.published"), h("span", { class: "ev day" }), " ", M("timeline.event"), " \u00b7 ", M("timeline.grain"), " ", M("timeline.axis"), " ", zone),
    h("div", { class: "tl-row head" }, h("div", { class: "tl-name" }), axis),
    h("div", { role: "list" }, rows),
    outside ? h("p", { class: "quiet" }, M("timeline.outside", { n: count(outside) })) : null);
};
views.timeline = (id) => {
  title(M("nav.timeline"));
  const stories = D.stories.filter((s) => s.o.length > 1);
  const all = stories.length ? stories : D.stories;
  const s = all.find((x) => x.id === id) || all[0];
  if (!s) return missing();
  const pick = h("select", { id: "q", "aria-label": M("timeline.choose") }, all.slice(0, 300).map((x) => h("option", { value: x.id, selected: x === s }, x.l.slice(0, 90))));
  pick.addEventListener("change", () => { location.hash = address("timeline", [pick.value]); });
  return [heading(M("nav.timeline")), h("p", { class: "tools" }, h("label", {}, M("timeline.choose"), " ", pick), " ", to("story", [s.id], {}, M("fact.read"))), timeline(s)];
};

// ---------------------------------------------------------------- articles
const docNamed = (id) => D.docs.find((d) => d.id === id);
const docHead = (d) => h("p", { class: "chips" }, outletName(d.o), " ", published(d), " ", out(d.u, M("fact.open")), " ", ltr(d.id, "id"));
views.doc = (id) => {
  const d = docNamed(id);
  if (!d) return missing();
  title(d.h || d.id);
  const story = d.s !== null ? D.stories[d.s] : null;
  const focus = here().params.m;
  const top = [story ? h("p", { class: "crumb" }, M("facet.story"), ": ", to("story", [story.id], {}, ar(story.l))) : null, heading(ar(d.h || d.id), docHead(d))];
  if (!d.x) return top.concat(h("p", { class: "empty" }, M("doc.notext")));
  const cuts = new Set([0, d.x.length]);
  for (const m of d.m) { cuts.add(m[0]); cuts.add(m[1]); }
  for (let i = d.x.indexOf("\n"); i >= 0; i = d.x.indexOf("\n", i + 1)) { cuts.add(i); cuts.add(i + 1); }
  const points = [...cuts].sort((a, b) => a - b);
  const body = h("div", { class: "article", lang: d.l, dir: d.l === "ar" ? "rtl" : "auto" });
  let p = h("p");
  for (let i = 0; i + 1 < points.length; i++) {
    const s = d.x.slice(points[i], points[i + 1]);
    if (s === "\n") {
      if (p.childNodes.length) body.append(p);
      p = h("p");
      continue;
    }
    const over = d.m.filter((m) => m[0] <= points[i] && m[1] >= points[i + 1]);
    if (!over.length) {
      put(p, s);
      continue;
    }
    const kinds = [...new Set(over.map((m) => "m-" + m[2]))].join(" ");
    const fact = over.find((m) => m[2] === "f");
    const tip = over.filter((m) => m[3] !== null && m[2] !== "f").map((m) => m[3]).join(" \u00b7 ");
    const here_ = fact && String(fact[3]) === focus ? " focus" : "";
    p.append(fact ? h("a", { class: kinds + here_, href: address("fact", [D.facts[fact[3]].id]), title: tip || null, text: s }) : h("span", { class: kinds, title: tip || null, text: s }));
  }
  if (p.childNodes.length) body.append(p);
  return top.concat([
    d.w ? h("p", { class: "notice" }, M("doc.voice"), " ", d.w.map((o, j) => [j ? ", " : "", auto(o)])) : null,
    h("p", { class: "quiet legend" }, h("span", { class: "m-f" }, M("fact.value")), " ", h("span", { class: "m-n" }, M("nav.entities")), " ", h("span", { class: "m-d" }, M("nav.dating")), " ", h("span", { class: "m-q" }, M("sheet.claims")), " ", h("span", { class: "m-x" }, "\u2026"), " ", M("doc.marks")), body]);
};

// Two articles sentence by sentence: sentences set side by side by the words they share, in order; words compared folded.
const wordsOf = (s) => s.split(/(\s+)/).map((w) => ({ w, f: fold(w).replace(/[^\p{L}\p{N}]/gu, "") }));
const dice = (a, b) => {
  if (!a.size || !b.size) return 0;
  let n = 0;
  for (const w of a) if (b.has(w)) n++;
  return (2 * n) / (a.size + b.size);
};
const aligned = (a, b) => {
  const best = Array.from({ length: a.length + 1 }, () => new Float64Array(b.length + 1));
  const score = (i, j) => { const s = dice(a[i].set, b[j].set); return s >= 0.25 ? s : -1; };
  const table = a.map((_, i) => b.map((__, j) => score(i, j)));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      best[i][j] = Math.max(best[i + 1][j], best[i][j + 1], table[i][j] > 0 ? table[i][j] + best[i + 1][j + 1] : 0);
  const rows = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && table[i][j] > 0 && best[i][j] === table[i][j] + best[i + 1][j + 1]) rows.push([a[i++], b[j++]]);
    else if (j >= b.length || (i < a.length && best[i + 1][j] >= best[i][j + 1])) rows.push([a[i++], null]);
    else rows.push([null, b[j++]]);
  }
  return rows;
};
const sharedWords = (a, b) => {
  const n = a.length;
  const m = b.length;
  const t = Array.from({ length: n + 1 }, () => new Uint16Array(m + 1));
  for (let i = n - 1; i >= 0; i--) for (let j = m - 1; j >= 0; j--) t[i][j] = a[i].f && a[i].f === b[j].f ? t[i + 1][j + 1] + 1 : Math.max(t[i + 1][j], t[i][j + 1]);
  let i = 0;
  let j = 0;
  while (i < n && j < m) {
    if (a[i].f && a[i].f === b[j].f) { a[i++].same = true; b[j++].same = true; }
    else if (t[i + 1][j] >= t[i][j + 1]) i++;
    else j++;
  }
};
views.compare = (ida, idb) => {
  const a = docNamed(ida);
  const b = docNamed(idb);
  title(M("compare.title"));
  if (!a || !b || !a.x || !b.x) return [heading(M("compare.title")), h("p", { class: "empty" }, M("doc.notext"))];
  const cut = (d) => d.y.map(([s, e]) => {
    const words = wordsOf(d.x.slice(s, e).replace(/\n/g, " "));
    return { words, set: new Set(words.map((w) => w.f).filter((f) => f.length > 2)) };
  });
  const sa = cut(a);
  const sb = cut(b);
  const rows = aligned(sa, sb);
  for (const [x, y] of rows) if (x && y) sharedWords(x.words, y.words);
  let n = 0;
  let same = 0;
  for (const s of sa.concat(sb)) for (const w of s.words) if (w.f) { n++; if (w.same) same++; }
  const cell = (s, other, d) => h("td", { lang: d.l, dir: "rtl", class: s ? (other ? "both" : "alone") : "gap", "data-label": outlet(d.o) }, s ? runs(s.words, Boolean(other)) : "");
  const runs = (words, marked) => {
    const nodes = [];
    let run = "";
    let on = false;
    const flush = () => { if (run) nodes.push(on ? h("ins", { text: run }) : h("span", { text: run })); run = ""; };
    words.forEach((w, k) => {
      const blank = !w.f;
      const now = marked && !blank ? !w.same : on && blank && k + 1 < words.length && words[k + 1].f && !words[k + 1].same;
      if (now !== on) { flush(); on = now; }
      run += w.w;
    });
    flush();
    return nodes;
  };
  return [heading(M("compare.title"), h("p", { class: "quiet" }, M("compare.shared", { n: n ? Math.round((100 * same) / n) : 0 }), ". ", M("compare.note"), " ", M("compare.align"), " ",
    to("compare", [idb, ida], {}, M("compare.swap")))),
    h("table", { class: "compare" }, h("caption", { class: "hidden" }, M("compare.title")),
      h("thead", {}, h("tr", {}, [a, b].map((d) => h("th", { scope: "col" }, h("div", {}, outletName(d.o), " ", published(d)), to("doc", [d.id], {}, ar(d.h || d.id)))))),
      h("tbody", {}, rows.map(([x, y]) => h("tr", {}, cell(x, y, a), cell(y, x, b)))))];
};

// ---------------------------------------------------------------- speakers, names, errors, method
const said = (c) => h("li", { class: "said" },
  h("div", { class: "by" }, outletName(docOf(c).o), " ", published(docOf(c)), " ", chip("kind", c.k, M("kind." + c.k)), c.n !== "affirmed" ? [" ", chip("polarity", c.n, M("polarity." + c.n))] : null),
  h("blockquote", { lang: "ar", dir: "rtl", text: c.t }),
  h("div", { class: "quiet" }, c.q ? ar(c.q) : null, c.w ? [" ", ar(c.w)] : null, c.r ? [" \u00b7 ", ar(c.r)] : null, c.b ? [" \u00b7 ", M("fact.attributed"), " ", ar(c.b)] : null),
  actions({ d: c.d, t: null, w: c.t, f: c.f }));
views.speakers = (name) => {
  if (name) {
    const s = D.speakers.find((x) => x.n === name);
    if (!s) return missing();
    title(s.n);
    return [around(address("speakers", [name])), heading(ar(s.n), h("p", { class: "chips quiet" }, M("speaker.claims", { n: count(s.t) }), " \u00b7 ", M("speaker.outlets", { n: count(s.o) }))),
      h("ul", { class: "plainlist saids" }, s.x.map(said)),
      s.x.length < s.t ? h("p", { class: "notice" }, M("page.results", { n: count(s.x.length), total: count(s.t) }), " \u00b7 claims.csv") : null];
  }
  title(M("nav.speakers"));
  const disputed = D.facts.filter((f) => f.k === "attribution" && f.v === "contradict");
  return [heading(M("nav.speakers")),
    disputed.length ? h("section", { class: "explain contradict" }, h("h2", {}, M("speaker.conflict")), h("ul", { class: "plainlist" }, disputed.slice(0, 8).map((f) => h("li", {}, to("fact", [f.id], {}, auto(subject(f))), " ", groupsOf(f).map((g, i) => [i ? " / " : "", auto(g.v)]))))) : null,
    listView({
      items: D.speakers, route: (s) => address("speakers", [s.n]), page: 60,
      text: (s) => [s.n].concat(s.x.flatMap((c) => [c.t, c.r, c.w, outlet(docOf(c).o)])).join(" "),
      render: (items) => h("div", { class: "cards one" }, items.map((s) => h("article", { class: "card", "data-nav": address("speakers", [s.n]) },
        h("header", {}, h("h3", {}, to("speakers", [s.n], {}, ar(s.n))), h("span", { class: "quiet" }, M("speaker.claims", { n: count(s.t) }), " \u00b7 ", M("speaker.outlets", { n: count(s.o) }))),
        h("ul", { class: "plainlist saids" }, s.x.slice(0, 2).map(said))))),
      facets: [
        { key: "o", name: "facet.outlet", of: (s) => [...new Set(s.x.map((c) => outlet(docOf(c).o)))], label: (v) => auto(v) },
        { key: "k", name: "facet.kind", of: (s) => [...new Set(s.x.map((c) => c.k))], label: (v) => M("kind." + v) },
      ],
      sorts: { outlets: null, count: (a, b) => b.t - a.t, name: (a, b) => (a.n < b.n ? -1 : 1) },
      csv: [["speaker", (s) => s.n], ["statements", (s) => s.t], ["outlets", (s) => s.o], ["content", (s) => s.x.map((c) => c.t).join(" | ")]],
      note: D.speakers.length < D.total.speakers ? M("page.shown.speakers", { shown: count(D.speakers.length), total: count(D.total.speakers) }) : null,
    })];
};
views.entities = (id) => {
  if (id) {
    const e = D.entities.find((x) => x.id === id);
    if (!e) return missing();
    title(e.n);
    return [around(address("entities", [id])), heading(ar(e.n), h("p", { class: "chips" }, chip("type", e.k, M("entity." + e.k)), " ", names(e.o), " ", ltr(e.id, "id"))),
      h("p", {}, M("col.documents"), " ", ltr(count(e.d)), " \u00b7 ", M("col.mentions"), " ", ltr(count(e.m))),
      h("section", {}, h("h2", {}, M("entity.variants")), h("p", { class: "variants" }, e.v.map((v) => [ar(v, "variant"), " "]))),
      e.r.length ? h("section", {}, h("h2", {}, M("col.roles")), h("p", { class: "variants" }, e.r.map((v) => [ar(v, "variant"), " "]))) : null,
      h("section", {}, h("h2", {}, M("entity.reasons")), e.w.length ? h("table", { class: "reasons" }, h("caption", { class: "hidden" }, M("entity.reasons")),
        h("tbody", {}, e.w.map((w) => h("tr", {}, h("td", {}, ar(w[0])), h("td", {}, ar(w[1])), h("td", {}, auto(w[2])))))) : h("p", { class: "quiet" }, M("entity.noreason")))];
  }
  title(M("nav.entities"));
  return [heading(M("nav.entities")), listView({
    items: D.entities, route: (e) => address("entities", [e.id]), page: 80,
    text: (e) => [e.n, e.id].concat(e.v, e.r).join(" "),
    render: (items) => h("div", { class: "scroll" }, h("table", { class: "entities" }, h("caption", { class: "hidden" }, M("nav.entities")),
      h("thead", {}, h("tr", {}, ["col.name", "col.type", "col.documents", "col.outlets", "col.variants", "col.roles"].map((k) => h("th", { scope: "col" }, M(k))))),
      h("tbody", {}, items.map((e) => h("tr", { "data-nav": address("entities", [e.id]) },
        h("th", { scope: "row" }, to("entities", [e.id], {}, ar(e.n))), h("td", {}, M("entity." + e.k)), h("td", { class: "num" }, ltr(count(e.d))), h("td", { class: "num" }, ltr(count(e.o.length))),
        h("td", { class: "variants" }, e.v.slice(0, 8).map((v) => [ar(v, "variant"), " "]), e.v.length > 8 ? "\u2026" : ""), h("td", { class: "quiet" }, e.r.slice(0, 3).map((v, i) => [i ? " \u00b7 " : "", ar(v)]))))))),
    facets: [
      { key: "t", name: "facet.entity", of: (e) => [e.k], label: (v) => M("entity." + v) },
      { key: "o", name: "facet.outlet", all: true, of: (e) => e.o.map(outlet), label: (v) => auto(v) },
    ],
    sorts: { rank: null, count: (a, b) => b.d - a.d, outlets: (a, b) => b.o.length - a.o.length, name: (a, b) => (a.n < b.n ? -1 : 1) },
    csv: [["entity_id", (e) => e.id], ["name", (e) => e.n], ["type", (e) => e.k], ["documents", (e) => e.d], ["mentions", (e) => e.m], ["variants", (e) => e.v.join(" | ")], ["roles", (e) => e.r.join(" | ")]],
    note: D.entities.length < D.total.entities ? M("page.shown.entities", { shown: count(D.entities.length), total: count(D.total.entities) }) : null,
  })];
};
views.errors = () => {
  title(M("nav.errors"));
  return [heading(M("nav.errors")), D.errors.length ? h("div", { class: "scroll" }, h("table", {}, h("caption", { class: "hidden" }, M("nav.errors")),
    h("thead", {}, h("tr", {}, ["col.input", "col.line", "col.doc_id", "col.stage", "col.error", "col.action"].map((k) => h("th", { scope: "col" }, M(k))))),
    h("tbody", {}, D.errors.map((e) => h("tr", {}, e.map((x, i) => h("td", { class: i === 1 ? "num" : "" }, x === null ? "" : i === 4 ? auto(x) : ltr(x)))))))) : h("p", { class: "empty" }, M("errors.none")),
    D.errors.length < D.total.errors ? h("p", { class: "notice" }, M("page.results", { n: count(D.errors.length), total: count(D.total.errors) }), " \u00b7 errors.csv") : null];
};
views.method = () => {
  title(M("method.title"));
  return [heading(M("method.title")), [1, 2, 3, 4, 5, 6].map((i) => h("p", { class: "prose" }, M("method." + i))),
    D.overrides.length ? h("section", {}, h("h2", {}, "overrides.csv"), h("ul", {}, D.overrides.map((o) => h("li", {}, auto(o))))) : null,
    h("section", {}, h("h2", {}, M("method.dictionary")), h("p", { class: "quiet" }, M("method.tables"), ": ", h("a", { href: "muqabala.xlsx" }, "muqabala.xlsx"), ", ", h("a", { href: "datapackage.json" }, "datapackage.json"), ", ", h("a", { href: "manifest.json" }, "manifest.json")),
      D.tables.map(([name, row, columns]) => h("details", { class: "dict" }, h("summary", {}, ltr(name + ".csv"), " ", h("span", { class: "quiet" }, lang === "en" ? row : "")),
        h("p", {}, h("a", { href: name + ".csv" }, ltr(name + ".csv"))),
        h("table", {}, h("caption", { class: "hidden" }, name), h("tbody", {}, columns.map((c) => h("tr", {}, h("th", { scope: "row" }, ltr(c[0], "code")), h("td", {}, ltr(c[1])), h("td", {}, lang === "ar" ? c[3] : c[2]))))))))];
};

// ---------------------------------------------------------------- frame
const NAV = ["overview", "facts", "dating", "stories", "timeline", "speakers", "entities", "errors", "method"];
const OF = { fact: "facts", story: "stories", doc: "stories", compare: "stories" };
const help = h("dialog", { "aria-labelledby": "keys" });
const frame = () => {
  const at = here();
  root.lang = lang;
  root.dir = lang === "ar" ? "rtl" : "ltr";
  const other = lang === "ar" ? "en" : "ar";
  const skip = h("button", { type: "button", class: "skip", on: { click: () => main.focus() } }, M("nav.skip"));
  document.getElementById("top").replaceChildren(skip,
    h("a", { class: "brand", href: address("overview") }, h("span", { class: "mark", lang: "ar" }, "\u0645\u0642\u0627\u0628\u0644\u0629"), lang === "en" ? h("span", { class: "latin" }, "muqabala") : null),
    h("nav", { class: "tabs", "aria-label": M("title.short") }, NAV.map((v) => h("a", { href: address(v), "aria-current": v === (OF[at.view] || at.view) ? "page" : null }, M("nav." + v),
      v === "errors" && D.total.errors ? h("span", { class: "badge" }, count(D.total.errors)) : null))),
    h("div", { class: "prefs" },
      h("button", { type: "button", class: "plain", lang: other, on: { click: () => { lang = other; const a = here(); delete a.params.l; history.replaceState(null, "", address(a.view, a.args, a.params)); render(); } } }, M("nav.language")),
      h("button", { type: "button", class: "plain", "aria-label": M("nav.theme"), title: M("nav.theme"), on: { click: theme } }, h("span", { class: "half", "aria-hidden": "true" })),
      h("button", { type: "button", class: "plain", "aria-label": M("nav.help"), title: M("nav.help"), on: { click: () => showHelp() } }, "?")));
  document.getElementById("foot").replaceChildren(h("p", {}, ltr("muqabala " + D.version), " \u00b7 ", M("method.6")));
};
const showHelp = () => {
  const row = (k, key) => h("tr", {}, h("td", {}, h("kbd", {}, k)), h("td", {}, M("keys." + key)));
  help.replaceChildren(h("h2", { id: "keys" }, M("keys.title")), h("table", {}, h("tbody", {}, row("/", "search"), row("j  k", "next"), row("Enter", "open"), row("Esc", "back"), row("?", "help"))),
    h("form", { method: "dialog" }, h("button", {}, "OK")));
  help.showModal();
};
const dark = () => (root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches);
const theme = () => {
  root.dataset.theme = dark() ? "light" : "dark";
  try { localStorage.setItem("muqabala-theme", root.dataset.theme); } catch { /* private windows keep nothing */ }
};
let last = "";
const render = () => {
  const at = here();
  if (at.params.l === "ar" || at.params.l === "en") lang = at.params.l;
  else lang = at.params.l ? lang : D.language;
  frame();
  const view = Object.hasOwn(views, at.view) ? views[at.view] : missing;
  const before = last;
  last = at.view + "/" + at.args.join("/");
  main.replaceChildren(...[view(...at.args)].flat(Infinity).filter(Boolean));
  if (before && before !== last) {
    window.scrollTo(0, 0);
    main.focus({ preventScroll: true });
  }
  const focus = main.querySelector(".focus");
  if (focus) focus.scrollIntoView({ block: "center" });
};
document.addEventListener("keydown", (e) => {
  if (e.ctrlKey || e.metaKey || e.altKey || help.open) return;
  const typing = e.target.closest("input[type=search], textarea, select");
  if (e.key === "Escape") {
    if (typing) { typing.blur(); return; }
    if (location.hash.split("?")[0].split("/").length > 2) history.back();
    else location.hash = address("overview");
    return;
  }
  if (typing) return;
  if (e.key === "/") {
    const q = document.getElementById("q");
    if (q) { e.preventDefault(); q.focus(); }
    else { location.hash = address("facts"); setTimeout(() => { const s = document.getElementById("q"); if (s) s.focus(); }, 60); }
  } else if (e.key === "?") showHelp();
  else if (e.key === "j" || e.key === "k") {
    const step = main.querySelector('[data-step="' + e.key + '"]');
    if (step) { location.hash = step.getAttribute("href"); return; }
    const rows = [...main.querySelectorAll("[data-nav]")];
    const now = rows.findIndex((r) => r.contains(document.activeElement));
    const next = rows[Math.max(0, Math.min(rows.length - 1, now + (e.key === "j" ? 1 : -1)))];
    const a = next && next.querySelector("a[href]");
    if (a) { a.focus(); next.scrollIntoView({ block: "nearest" }); }
  }
});
let opened = [];
window.addEventListener("beforeprint", () => { opened = [...document.querySelectorAll("details:not([open])")]; opened.forEach((d) => { d.open = true; }); });
window.addEventListener("afterprint", () => { opened.forEach((d) => { d.open = false; }); });
try { const t = localStorage.getItem("muqabala-theme"); if (t) root.dataset.theme = t; } catch { /* nothing kept */ }
document.body.append(help);
window.addEventListener("hashchange", render);
render();
})();
