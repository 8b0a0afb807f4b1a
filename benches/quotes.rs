//! Speed of claim extraction alone, on fixture text repeated to a named size.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use muqabala::mentions::quotes;
use muqabala::model::Mentions;
use muqabala::text::Document;
use std::hint::black_box;

const PARAGRAPH: &str = "وقال المتحدث باسم الوزارة أحمد سالم، الثلاثاء، إن عدد المصابين بلغ 12 شخصا، مضيفا أن \"التحقيق مستمر حتى الآن\". \
وكانت وكالة الأنباء نقلت عن مصدر أمني قوله إن الهجوم وقع في ساعة متأخرة من الليل. وشهدت المدينة انتشارا واسعا لقوات الشرطة، بحسب شهود عيان. \
ودعت المنظمة الأطراف إلى وقف القتال فورا. وأغلقت السلطات الطرق المؤدية إلى وسط المدينة منذ ساعات الصباح، فيما واصلت فرق الإنقاذ عملها بين الأنقاض.\n";

fn claims(c: &mut Criterion) {
    let text = PARAGRAPH.repeat(200);
    let doc = Document::from_text(&text);
    let mentions = Mentions::default();
    let found = quotes::extract(&doc, &mentions);
    assert!(found.len() >= 1000, "five attributed claims a paragraph");
    let mut group = c.benchmark_group("quotes");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("extract/paragraphs_200", |b| b.iter(|| quotes::extract(black_box(&doc), &mentions)));
    group.finish();
}

criterion_group!(benches, claims);
criterion_main!(benches);
