//! A total and its parts in other currencies: 550 million euros of which 400 million euros are loans and 150 million dollars are
//! grants. The figures add up, the currencies do not: one of them is wrong, in every article that has copied them.

use super::{Draft, Story, explain, value_at};
use crate::model::*;

/// Sentences between a total and its parts.
const NEAR: u32 = 1;
/// Least total worth a row.
const LEAST: f64 = 1000.0;

/// A total and the part in another currency, as indices into the quantities of a document; the other part between them.
struct Sum {
    view: usize,
    total: usize,
    first: usize,
    odd: usize,
}

/// Is a unit an ISO 4217 code or the name of a currency that several countries share?
fn is_currency(unit: &str) -> bool {
    unit.len() == 3 && unit.bytes().all(|b| b.is_ascii_uppercase())
        || matches!(unit, "dinar" | "rial" | "pound" | "lira")
}

fn sums(view: usize, quantities: &[Quantity]) -> Vec<Sum> {
    let mut out = Vec::new();
    for (total, t) in quantities.iter().enumerate().filter(|(_, q)| is_currency(&q.unit) && q.value >= LEAST) {
        for first in total + 1..quantities.len().saturating_sub(1) {
            let (a, b) = (&quantities[first], &quantities[first + 1]);
            if b.sentence - t.sentence > NEAR {
                break;
            }
            let exact = [t, a, b].iter().all(|q| q.upper.is_none());
            let adds_up = (a.value + b.value - t.value).abs() <= 1e-9 * t.value;
            let other = is_currency(&a.unit) && is_currency(&b.unit) && (a.unit == t.unit) != (b.unit == t.unit);
            if exact && adds_up && other && a.sentence == b.sentence {
                let odd = if a.unit == t.unit { first + 1 } else { first };
                out.push(Sum { view, total, first, odd });
            }
        }
    }
    out
}

/// One fact for each such total of a story. Linear in the quantities.
pub fn facts(story: &Story, of: &crate::model::Story, language: Language) -> Vec<Fact> {
    let quantities = |view: usize| story.views[view].reading.mentions.quantities.as_slice();
    let all: Vec<Sum> = (0..story.views.len()).flat_map(|v| sums(v, quantities(v))).collect();
    let key = |s: &Sum| {
        let (t, o) = (&quantities(s.view)[s.total], &quantities(s.view)[s.odd]);
        (t.value.to_bits(), &t.unit, o.value.to_bits(), &o.unit)
    };
    let mut out = Vec::new();
    for (n, s) in all.iter().enumerate() {
        if all[..n].iter().any(|o| key(o) == key(s)) {
            continue;
        }
        let why = explain::reason(super::verdict::Reason::Sum, language);
        let mut values = Vec::new();
        for s in all.iter().filter(|o| key(o) == key(s)) {
            let view = &story.views[s.view];
            for q in [s.total, s.odd].map(|k| &quantities(s.view)[k]) {
                let value = value_at(view, q.span, super::slots::number_value(q), why);
                if !values.contains(&value) {
                    values.push(value);
                }
            }
        }
        values.sort_by_key(|v| (v.doc, v.span));
        let doc = &story.views[s.view].reading.doc;
        let words = |k: usize| doc.slice(quantities(s.view)[k].span);
        out.push(
            Draft {
                kind: FactKind::Number,
                subject: format!("{}: {}", explain::pick(language, "sum", "المجموع"), words(s.total)),
                verdict: Relation::Contradict,
                values,
                severity: Severity::Medium,
                confidence_0_1: 0.7,
                explanation: explain::sum(
                    &doc.article.outlet,
                    words(s.total),
                    [words(s.first), words(s.first + 1)],
                    language,
                ),
                score_parts: Vec::new(),
            }
            .fact(story, of),
        );
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Document;

    fn found(text: &str) -> usize {
        sums(0, &crate::mentions::quantities::extract(&Document::from_text(text))).len()
    }

    #[test]
    fn parts_in_another_currency_do_not_make_the_total() {
        assert_eq!(found("تمنح 300 مليون يورو، منها 200 مليون يورو قروضا و100 مليون دولار هبات"), 1);
        assert_eq!(found("تمنح 300 مليون يورو، منها 200 مليون يورو قروضا و100 مليون يورو هبات"), 0);
        assert_eq!(found("تمنح 300 مليون يورو، منها 200 مليون يورو قروضا و120 مليون دولار هبات"), 0);
    }
}
