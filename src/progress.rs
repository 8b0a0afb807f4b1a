//! What a person sees while the program works: bars on a terminal, a line now and then elsewhere, or nothing.
//! Always on standard error; never part of a result.

use std::io::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

/// How progress is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Progress {
    /// Nothing.
    #[default]
    None,
    /// Bars.
    Bar,
    /// A line when a stage begins and ends, and every ten seconds.
    Plain,
}

/// A line on standard error; where that cannot be written to (a full disk), the run goes on.
pub fn complain(text: &str) {
    let _ = writeln!(std::io::stderr(), "muqabala: {text}");
}

/// Seconds between two lines of plain progress.
const PLAIN_EVERY: Duration = Duration::from_secs(10);

/// A stage under way; ends when dropped.
#[derive(Debug)]
pub struct Stage {
    bar: ProgressBar,
    name: &'static str,
    plain: Option<(Arc<AtomicBool>, Instant)>,
}

impl Progress {
    /// Begins a stage of so many steps (0 when not known).
    pub fn stage(self, name: &'static str, length: u64) -> Stage {
        let bar = match self {
            Progress::Bar => {
                let template = if length > 0 {
                    "{msg:10} {bar:32} {pos}/{len} {per_sec} {eta}"
                } else {
                    "{msg:10} {spinner} {elapsed}"
                };
                let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
                let bar = if length > 0 { ProgressBar::new(length) } else { ProgressBar::new_spinner() };
                bar.enable_steady_tick(Duration::from_millis(120));
                bar.with_style(style).with_message(name)
            }
            Progress::Plain | Progress::None => {
                let bar = ProgressBar::hidden();
                bar.set_length(length);
                bar
            }
        };
        let plain = (self == Progress::Plain).then(|| {
            complain(name);
            let (stop, watched) = (Arc::new(AtomicBool::new(false)), bar.clone());
            let seen = stop.clone();
            std::thread::spawn(move || {
                let mut last = Instant::now();
                while !seen.load(Ordering::Relaxed) {
                    std::thread::sleep(Duration::from_millis(200));
                    if last.elapsed() >= PLAIN_EVERY && !seen.load(Ordering::Relaxed) {
                        last = Instant::now();
                        complain(&format!("{name} {}/{}", watched.position(), watched.length().unwrap_or(0)));
                    }
                }
            });
            (stop, Instant::now())
        });
        Stage { bar, name, plain }
    }
}

impl Stage {
    /// The bar, to count on.
    pub fn bar(&self) -> &ProgressBar {
        &self.bar
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
        if let Some((stop, begun)) = &self.plain {
            stop.store(true, Ordering::Relaxed);
            complain(&format!("{} done in {:.1} s", self.name, begun.elapsed().as_secs_f64()));
        }
    }
}
