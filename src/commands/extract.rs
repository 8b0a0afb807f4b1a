//! `extract`: what is found in the articles one by one, in a folder that `compare` reads.
//!
//! readings.jsonl holds a document a line (article, noise, names, dates, quantities, claims; offsets are bytes);
//! extract.json the rest (files, problems, articles not read). Folders of several extractions can be compared together.

use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::Path;

use anyhow::{Context, Result};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::{Done, Failure, check_output, exit, need_articles, plan, print, tell_problems};
use crate::cli::{ExtractArgs, Global, InputArgs};
use crate::model::{
    Article, Claim, DateMention, EntityMention, InputFile, Mentions, Noise, Problem, Quantity, Reading,
};
use crate::pipeline::{self, Extracted};
use crate::text::Document;
use crate::{mentions, resolve};

/// Version of the folder.
const SCHEMA: &str = "muqabala.extract/1";

#[derive(Serialize)]
struct LineOut<'a> {
    article: &'a Article,
    noise: &'a [Noise],
    entities: &'a [EntityMention],
    dates: &'a [DateMention],
    quantities: &'a [Quantity],
    claims: &'a [Claim],
}

#[derive(Deserialize)]
struct LineIn {
    article: Article,
    noise: Vec<Noise>,
    entities: Vec<EntityMention>,
    quantities: Vec<Quantity>,
    claims: Vec<Claim>,
}

#[derive(Serialize, Deserialize)]
struct Rest {
    schema: String,
    unread: Vec<Article>,
    problems: Vec<Problem>,
    inputs: Vec<InputFile>,
}

/// Reads articles and writes what is found in each.
///
/// # Errors
/// When nothing can be read or the folder cannot be written.
pub fn extract(global: &Global, inputs: &InputArgs, args: &ExtractArgs) -> Done {
    let plan = plan(global, inputs)?;
    check_output(&args.out)?;
    let extracted = pipeline::extract(&plan);
    need_articles(&extracted, global)?;
    write(&extracted, &args.out).map_err(Failure::output)?;
    tell_problems(&extracted.problems, global);
    print(&format!("{} articles read into {}\n", extracted.readings.len(), args.out.display()))?;
    Ok(exit(&extracted.problems))
}

fn write(extracted: &Extracted, out: &Path) -> Result<()> {
    std::fs::create_dir_all(out).with_context(|| format!("{}: cannot create", out.display()))?;
    put(out, "readings.jsonl", |file| {
        for chunk in extracted.readings.chunks(512) {
            let lines: Vec<String> = chunk
                .par_iter()
                .map(|r| {
                    serde_json::to_string(&LineOut {
                        article: &r.doc.article,
                        noise: &r.doc.noise,
                        entities: &r.mentions.entities,
                        dates: &r.mentions.dates,
                        quantities: &r.mentions.quantities,
                        claims: &r.mentions.claims,
                    })
                })
                .collect::<Result<_, _>>()?;
            for line in lines {
                file.write_all(line.as_bytes())?;
                file.write_all(b"\n")?;
            }
        }
        Ok(())
    })?;
    let rest = Rest {
        schema: SCHEMA.into(),
        unread: extracted.unread.clone(),
        problems: extracted.problems.clone(),
        inputs: extracted.inputs.clone(),
    };
    put(out, "extract.json", |file| Ok(serde_json::to_writer_pretty(file, &rest)?))
}

/// Writes a file beside its place and renames it.
fn put(folder: &Path, name: &str, fill: impl FnOnce(&mut BufWriter<std::fs::File>) -> Result<()>) -> Result<()> {
    let (partial, place) = (folder.join(format!(".{name}.partial")), folder.join(name));
    let file = std::fs::File::create(&partial).with_context(|| format!("{}: cannot create", partial.display()))?;
    let mut writer = BufWriter::new(file);
    fill(&mut writer)?;
    writer.flush()?;
    drop(writer);
    std::fs::rename(&partial, &place).with_context(|| format!("{}: cannot put in place", place.display()))
}

/// Reads the folder of an extraction. Dates are found again from the words: they cost little, and what their words say
/// before resolution is not in the file.
///
/// # Errors
/// When a file is missing or is not what `extract` writes.
pub fn load(folder: &Path) -> Result<Extracted> {
    let path = folder.join("extract.json");
    let text = std::fs::read_to_string(&path)
        .with_context(|| format!("{}: cannot read; give a folder made by `muqabala extract`", path.display()))?;
    let rest: Rest = serde_json::from_str(&text).with_context(|| format!("{}: not an extraction", path.display()))?;
    if rest.schema != SCHEMA {
        anyhow::bail!("{}: \"{}\" is not \"{SCHEMA}\"; extract again", path.display(), rest.schema);
    }
    let path = folder.join("readings.jsonl");
    let file = std::fs::File::open(&path).with_context(|| format!("{}: cannot read", path.display()))?;
    let lines: Vec<String> = BufReader::new(file).lines().collect::<Result<_, _>>()?;
    let readings: Vec<Reading> = lines
        .into_par_iter()
        .enumerate()
        .map(|(i, line)| reading(&line).with_context(|| format!("{}:{}: not a document", path.display(), i + 1)))
        .collect::<Result<_>>()?;
    Ok(Extracted {
        readings,
        unread: rest.unread,
        problems: rest.problems,
        inputs: rest.inputs,
        ..Extracted::default()
    })
}

fn reading(line: &str) -> Result<Reading> {
    let read: LineIn = serde_json::from_str(line)?;
    let text = read.article.text.clone();
    let mut doc = Document::new(read.article, read.noise);
    let fits = |s: crate::model::Span| text.get(s.range()).is_some();
    let real = read.entities.iter().all(|e| fits(e.span) && e.role.is_none_or(fits))
        && read.quantities.iter().all(|q| fits(q.span) && fits(q.number_span))
        && read.claims.iter().all(|c| {
            let spans = [c.cue, c.speaker, c.speaker_role, c.speaker_from, c.reported_by];
            fits(c.span) && spans.into_iter().flatten().all(fits) && c.fragments.iter().all(|f| fits(*f))
        });
    if !real {
        anyhow::bail!("a span lies outside the text");
    }
    let mut dates = mentions::dates::extract(&doc);
    resolve::when::resolve(&mut doc, &mut dates);
    let mentions = Mentions { entities: read.entities, dates, quantities: read.quantities, claims: read.claims };
    Ok(Reading { doc, mentions })
}
