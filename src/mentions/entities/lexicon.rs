//! Word classes: for each frequent word its count and its clusters, read straight from the compiled-in bytes.
//!
//! Layout, little-endian: magic `MQLX`, number of entries (u32), 65,537 bucket starts (u32), then entries of
//! [`ENTRY`] bytes sorted by hash: low half of the hash (u32), count (u16, saturating), exchange classes (u8, u16),
//! vector classes (u8, u16, u16). The bucket is the top 16 bits of the hash, so that a look-up touches two places.

use xxhash_rust::xxh3::xxh3_64;

/// Bytes of an entry.
pub const ENTRY: usize = 14;
/// Bytes before the entries.
const HEAD: usize = 8 + 4 * 65_537;
/// No class known.
pub const NO_CLASS: u16 = u16::MAX;

/// Hash of a folded word, the same in training and tagging.
pub fn word_hash(word: &str) -> u64 {
    xxh3_64(word.as_bytes())
}

/// What the lexicon knows of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// Position in the lexicon, the key of label statistics.
    pub index: u32,
    /// Occurrences in the corpus, at most 65,535.
    pub count: u16,
    /// Exchange classes, coarse and fine.
    pub exchange: [u16; 2],
    /// Classes of its vector, coarse to fine.
    pub vector: [u16; 3],
}

/// The lexicon over its bytes.
#[derive(Debug, Clone, Copy)]
pub struct Lexicon<'a> {
    bytes: &'a [u8],
}

fn u16_at(b: &[u8], at: usize) -> u16 {
    u16::from_le_bytes([b[at], b[at + 1]])
}

fn u32_at(b: &[u8], at: usize) -> u32 {
    u32::from_le_bytes([b[at], b[at + 1], b[at + 2], b[at + 3]])
}

fn byte_class(b: u8) -> u16 {
    if b == u8::MAX { NO_CLASS } else { u16::from(b) }
}

impl<'a> Lexicon<'a> {
    /// Wraps the bytes; None when they are not a lexicon. Constant.
    pub fn new(bytes: &'a [u8]) -> Option<Lexicon<'a>> {
        let good = bytes.len() >= HEAD
            && &bytes[..4] == b"MQLX"
            && bytes.len() == HEAD + u32_at(bytes, 4) as usize * ENTRY
            && u32_at(bytes, 8 + 4 * 65_536) == u32_at(bytes, 4);
        good.then_some(Lexicon { bytes })
    }

    /// Number of words.
    pub fn len(&self) -> usize {
        u32_at(self.bytes, 4) as usize
    }

    /// True when it knows no word.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The entry of a folded word. Constant.
    pub fn get(&self, word: &str) -> Option<Entry> {
        let hash = word_hash(word);
        let bucket = (hash >> 48) as usize;
        let from = u32_at(self.bytes, 8 + 4 * bucket) as usize;
        let to = u32_at(self.bytes, 12 + 4 * bucket) as usize;
        let low = hash as u32;
        (from..to.min(self.len())).find_map(|i| {
            let at = HEAD + i * ENTRY;
            (u32_at(self.bytes, at) == low).then(|| Entry {
                index: i as u32,
                count: u16_at(self.bytes, at + 4),
                exchange: [byte_class(self.bytes[at + 6]), u16_at(self.bytes, at + 7)],
                vector: [byte_class(self.bytes[at + 9]), u16_at(self.bytes, at + 10), u16_at(self.bytes, at + 12)],
            })
        })
    }

    /// The word without a joined particle (و ف ب ل ك and pairs of them), when that rest is the more frequent word:
    /// `وبرلين` → `برلين`. For fused لل the rest is looked up with its article; the slice then lacks the alef.
    pub fn stem<'w>(&self, word: &'w str) -> Option<(&'w str, Entry)> {
        let own = self.get(word).map_or(0, |e| e.count);
        let mut best: Option<(&str, Entry)> = None;
        for particle in ["و", "ف", "ب", "ل", "ك", "وب", "ول", "س"] {
            if let Some(rest) = word.strip_prefix(particle)
                && let Some(e) = self.get(rest)
                && e.count > own
                && best.is_none_or(|b| e.count > b.1.count)
            {
                best = Some((rest, e));
            }
        }
        if best.is_none() {
            for particle in ["لل", "ولل"] {
                if let Some(rest) = word.strip_prefix(particle)
                    && let Some(e) = self.get(&format!("ال{rest}"))
                    && e.count > own
                {
                    best = Some((rest, e));
                }
            }
        }
        best
    }
}

/// Writes a lexicon from words with their count and classes (coarse exchange and vector classes below 255).
pub fn write(words: &[(String, u32, [u16; 2], [u16; 3])]) -> Vec<u8> {
    let mut order: Vec<(u64, usize)> = words.iter().enumerate().map(|(i, w)| (word_hash(&w.0), i)).collect();
    order.sort_unstable();
    order.dedup_by_key(|o| (o.0 >> 48, o.0 as u32));
    let mut out = Vec::with_capacity(HEAD + order.len() * ENTRY);
    out.extend_from_slice(b"MQLX");
    out.extend_from_slice(&(order.len() as u32).to_le_bytes());
    let mut i = 0;
    for bucket in 0..65_536u64 {
        out.extend_from_slice(&(i as u32).to_le_bytes());
        while i < order.len() && order[i].0 >> 48 == bucket {
            i += 1;
        }
    }
    out.extend_from_slice(&(order.len() as u32).to_le_bytes());
    for (hash, i) in order {
        let (_, count, exchange, vector) = &words[i];
        out.extend_from_slice(&(hash as u32).to_le_bytes());
        out.extend_from_slice(&(*count).min(65_535).to_le_bytes()[..2]);
        out.push(exchange[0].min(255) as u8);
        out.extend_from_slice(&exchange[1].to_le_bytes());
        out.push(vector[0].min(255) as u8);
        out.extend_from_slice(&vector[1].to_le_bytes());
        out.extend_from_slice(&vector[2].to_le_bytes());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_written_are_found() {
        let words =
            vec![("برلين".to_string(), 900, [3, 400], [5, 6, 700]), ("وبرلين".to_string(), 4, [1, 2], [3, 4, 5])];
        let bytes = write(&words);
        let lexicon = Lexicon::new(&bytes).expect("just written");
        assert_eq!(lexicon.get("برلين").map(|e| (e.count, e.exchange, e.vector)), Some((900, [3, 400], [5, 6, 700])));
        assert_eq!(lexicon.stem("وبرلين").map(|s| s.0), Some("برلين"));
        assert!(lexicon.get("باريس").is_none());
    }
}
