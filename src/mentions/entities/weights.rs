//! Weights of a trained tagger, read straight from the compiled-in bytes.
//!
//! Layout, little-endian: magic `MQNR`; scale (f32); start scores (9 × f32); transition scores (9 × 9 × f32, from row
//! to column); document features ([`DOCUMENT_FEATURES`] × 3 places × 9 × f32); number of lexicon entries (u32) and
//! their label statistics, two to a byte (6 bytes an entry); 65,537 bucket starts (u32, bytes into what follows); the
//! feature rows: low half of the hash (u32), number of weights (u8), weights as pairs of offset × 9 + label (u8) and
//! value (i8, times scale). The bucket is the top 16 bits of a feature's hash.

use super::features::{DOCUMENT_FEATURES, OFFSETS, STATS};

/// Number of labels.
pub const LABELS: usize = 9;
/// Label names; OTHER is called MISC in ANERcorp.
pub const LABEL_NAMES: [&str; LABELS] = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-MISC", "I-MISC"];
/// Scores by label.
pub type Scores = [f32; LABELS];
/// Scores that a word type gives at each offset.
pub type TypeScores = [Scores; OFFSETS];

const TRANSITIONS: usize = 8 + LABELS * 4;
const DOCUMENT: usize = TRANSITIONS + LABELS * LABELS * 4;
const STATISTICS: usize = DOCUMENT + DOCUMENT_FEATURES * 3 * LABELS * 4;

/// Can label `b` follow label `a`?
pub fn allowed(a: usize, b: usize) -> bool {
    b == 0 || b % 2 == 1 || a == b || a + 1 == b
}

/// A model over its bytes.
#[derive(Debug, Clone)]
pub struct Weights<'a> {
    bytes: &'a [u8],
    scale: f32,
    stats_len: usize,
    buckets: usize,
    rows: usize,
    /// Scores of a sentence's first label.
    pub start: Scores,
    /// Scores of a label (column) after another (row).
    pub transitions: [Scores; LABELS],
    document: Vec<[Scores; 3]>,
    /// One bit for each value of a hash's last [`FILTER_BITS`] bits that some row has: most pairs of words have no row,
    /// and are told so without a look into the table.
    filter: Vec<u64>,
}

/// Bits of a hash in the filter; 2^20 bits are 128 KiB and stay in the second cache.
const FILTER_BITS: u32 = 20;

fn u32_at(b: &[u8], at: usize) -> u32 {
    u32::from_le_bytes([b[at], b[at + 1], b[at + 2], b[at + 3]])
}

fn scores_at(b: &[u8], at: usize) -> Scores {
    std::array::from_fn(|y| f32::from_bits(u32_at(b, at + 4 * y)))
}

impl<'a> Weights<'a> {
    /// Wraps the bytes; None when they are not a model. Reads the small tables and walks once over the rows.
    pub fn new(bytes: &'a [u8]) -> Option<Weights<'a>> {
        if bytes.len() < STATISTICS + 4 || &bytes[..4] != b"MQNR" {
            return None;
        }
        let stats_len = u32_at(bytes, STATISTICS) as usize;
        let buckets = STATISTICS + 4 + stats_len * STATS / 2;
        let rows = buckets + 4 * 65_537;
        if bytes.len() < rows || bytes.len() != rows + u32_at(bytes, rows - 4) as usize {
            return None;
        }
        let mut filter = vec![0u64; 1 << (FILTER_BITS - 6)];
        let mut at = rows;
        while at + 5 <= bytes.len() {
            let slot = u32_at(bytes, at) & ((1 << FILTER_BITS) - 1);
            filter[(slot >> 6) as usize] |= 1 << (slot & 63);
            at += 5 + usize::from(bytes[at + 4]) * 2;
        }
        Some(Weights {
            filter,
            bytes,
            scale: f32::from_bits(u32_at(bytes, 4)),
            stats_len,
            buckets,
            rows,
            start: scores_at(bytes, 8),
            transitions: std::array::from_fn(|a| scores_at(bytes, TRANSITIONS + a * LABELS * 4)),
            document: (0..DOCUMENT_FEATURES)
                .map(|i| std::array::from_fn(|p| scores_at(bytes, DOCUMENT + (i * 3 + p) * LABELS * 4)))
                .collect(),
        })
    }

    /// Label statistics of a lexicon entry. Constant.
    pub fn stats(&self, index: u32) -> Option<[u8; STATS]> {
        let index = index as usize;
        if index >= self.stats_len {
            return None;
        }
        let at = STATISTICS + 4 + index * STATS / 2;
        let packed = &self.bytes[at..at + STATS / 2];
        if packed.iter().all(|b| *b == 0) {
            return None;
        }
        Some(std::array::from_fn(|i| if i % 2 == 0 { packed[i / 2] & 15 } else { packed[i / 2] >> 4 }))
    }

    fn row(&self, hash: u64) -> &'a [u8] {
        let slot = hash as u32 & ((1 << FILTER_BITS) - 1);
        if self.filter[(slot >> 6) as usize] >> (slot & 63) & 1 == 0 {
            return &[];
        }
        let bucket = self.buckets + 4 * (hash >> 48) as usize;
        let mut at = self.rows + u32_at(self.bytes, bucket) as usize;
        let end = self.rows + u32_at(self.bytes, bucket + 4) as usize;
        let low = hash as u32;
        while at + 5 <= end {
            let n = usize::from(self.bytes[at + 4]) * 2;
            if u32_at(self.bytes, at) == low {
                return self.bytes.get(at + 5..at + 5 + n).unwrap_or(&[]);
            }
            at += 5 + n;
        }
        &[]
    }

    /// Adds the weights of an atom at every offset up to its reach.
    pub fn add_atom(&self, hash: u64, scores: &mut TypeScores) {
        for pair in self.row(hash).chunks_exact(2) {
            let code = usize::from(pair[0]);
            if code < OFFSETS * LABELS {
                scores[code / LABELS][code % LABELS] += f32::from(pair[1] as i8) * self.scale;
            }
        }
    }

    /// Adds the weights of a feature that has no offset.
    pub fn add(&self, hash: u64, scores: &mut Scores) {
        for pair in self.row(hash).chunks_exact(2) {
            scores[usize::from(pair[0]) % LABELS] += f32::from(pair[1] as i8) * self.scale;
        }
    }

    /// Weights of a document feature seen before (0), at (1) or after (2) the word.
    pub fn document(&self, index: u8, place: usize) -> &Scores {
        &self.document[usize::from(index)][place]
    }
}

/// What a trainer hands over to be written.
#[derive(Debug, Default)]
pub struct Trained {
    /// Scores of a sentence's first label.
    pub start: Scores,
    /// Scores of a label (column) after another (row).
    pub transitions: [Scores; LABELS],
    /// Document features by index and place.
    pub document: Vec<[Scores; 3]>,
    /// Label statistics by lexicon entry.
    pub stats: Vec<[u8; STATS]>,
    /// Rows: hash, weights by offset × 9 + label.
    pub rows: Vec<(u64, Vec<(u8, f32)>)>,
}

impl Trained {
    /// Takes `by` from the score of "no name" at every word: exact spans gain recall more than they lose precision.
    pub fn lower_outside(&mut self, by: f32) {
        let bias = super::features::bias();
        match self.rows.iter_mut().find(|r| r.0 == bias) {
            Some(row) => {
                let first = row.1.iter_mut().find(|w| w.0 == 0);
                match first {
                    Some(w) => w.1 -= by,
                    None => row.1.push((0, -by)),
                }
            }
            None => self.rows.push((bias, vec![(0, -by)])),
        }
    }
}

/// Largest weight that is kept as it is; larger ones are cut off.
const LARGEST: f32 = 6.0;

/// Writes a model; weights that round to nothing are left out.
pub fn write(model: &Trained) -> Vec<u8> {
    let scale = model.rows.iter().flat_map(|r| &r.1).map(|w| w.1.abs()).fold(0.1f32, f32::max).min(LARGEST) / 127.0;
    let mut out = b"MQNR".to_vec();
    let float = |x: f32, out: &mut Vec<u8>| out.extend_from_slice(&x.to_bits().to_le_bytes());
    float(scale, &mut out);
    for x in model.start.iter().chain(model.transitions.iter().flatten()) {
        float(*x, &mut out);
    }
    for i in 0..DOCUMENT_FEATURES {
        for place in 0..3 {
            for y in 0..LABELS {
                float(model.document.get(i).map_or(0.0, |d| d[place][y]), &mut out);
            }
        }
    }
    out.extend_from_slice(&(model.stats.len() as u32).to_le_bytes());
    for s in &model.stats {
        out.extend(s.chunks_exact(2).map(|p| (p[0] & 15) | (p[1] << 4)));
    }
    let mut rows: Vec<&(u64, Vec<(u8, f32)>)> = model.rows.iter().collect();
    rows.sort_unstable_by_key(|r| r.0);
    let mut stream: Vec<u8> = Vec::new();
    let mut starts: Vec<u32> = Vec::with_capacity(65_537);
    let mut i = 0;
    for bucket in 0..65_536u64 {
        starts.push(stream.len() as u32);
        while i < rows.len() && rows[i].0 >> 48 == bucket {
            let weights: Vec<(u8, i8)> = rows[i]
                .1
                .iter()
                .map(|w| (w.0, (w.1 / scale).round().clamp(-127.0, 127.0) as i8))
                .filter(|w| w.1 != 0)
                .collect();
            if !weights.is_empty() {
                stream.extend_from_slice(&(rows[i].0 as u32).to_le_bytes());
                stream.push(weights.len().min(255) as u8);
                for (code, value) in weights.into_iter().take(255) {
                    stream.push(code);
                    stream.push(value as u8);
                }
            }
            i += 1;
        }
    }
    starts.push(stream.len() as u32);
    for s in starts {
        out.extend_from_slice(&s.to_le_bytes());
    }
    out.extend_from_slice(&stream);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_written_are_read_within_a_step() {
        let mut model = Trained { stats: vec![[0; STATS], [3; STATS]], ..Trained::default() };
        model.transitions[1][2] = 1.5;
        model.rows = vec![(7 << 50 | 9, vec![(2 * 9 + 1, 2.0), (44, -1.0)])];
        let bytes = write(&model);
        let weights = Weights::new(&bytes).expect("just written");
        let mut scores = TypeScores::default();
        weights.add_atom(7 << 50 | 9, &mut scores);
        assert!((scores[2][1] - 2.0).abs() < 0.02 && (scores[4][8] + 1.0).abs() < 0.02);
        assert_eq!(weights.transitions[1][2], 1.5);
        assert_eq!((weights.stats(0), weights.stats(1)), (None, Some([3; STATS])));
        assert!(Weights::new(&bytes[..bytes.len() - 1]).is_none());
    }
}
