//! How the parts of the running block stand: their list, what is held, and what has room in the block, in words.

use super::standing::Standing;
use crate::domain::agenda::{Block, Part};
use crate::domain::schedule::{Current, PartNow};
use crate::domain::text::{Lang, Words, words};
use crate::domain::times::Seconds;
use crate::domain::tool::Advance;
use crate::ui::names;
use crate::ui::theme::Tone;
use std::cmp::Ordering;

const HELD: Words = words(" · ■ holdt", " · ■ halden", " · ■ held");
const OVER: Words =
    words(", {} min mer enn delene trenger", ", {} min meir enn delane treng", ", {} min more than its parts need");
const LACKING: Words = words(
    "▲ {} min for lite til resten; = gir økten dem",
    "▲ {} min for lite til resten; = gir økta dei",
    "▲ {} min too short for the rest; = adds them",
);

const LACKING_BRIEFLY: Words =
    words("▲ {} min for lite; = gir mer", "▲ {} min for lite; = gir meir", "▲ {} min too short; = adds");

const LEFT: Words = words("{} igjen", "{} att", "{} left");
const BEYOND: Words = words("{} over", "{} over", "{} over");

/// The sign of the running part that goes on by itself, and of one that lasts until the leader goes on.
const RUNS: &str = "●";
const STAYS: &str = "■";

/// From so much on it is worth a word what has no room, or is left over.
const WORTH_TELLING: Seconds = Seconds(60);

/// A part in the list of parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartLine {
    pub sign: &'static str,
    pub name: String,
    /// Its countdown, or its length when it does not run.
    pub time: String,
    pub tone: Tone,
}

/// That the running part is held by hand, where the others of its block go on by themselves.
#[must_use]
pub fn held(block: &Block, current: &Current, lang: Lang) -> &'static str {
    let is_held = current.part.is_some_and(|part| part.advance == Advance::ByHand && part.leads_on());
    if is_held && block.advance == Advance::ByItself { HELD.pick(lang) } else { "" }
}

/// What will be left of the block when all parts have had their time.
#[must_use]
pub fn over(current: &Current, lang: Lang) -> String {
    let spare = current.part.map(|part| part.spare).filter(|spare| *spare >= WORTH_TELLING);
    spare.map(|spare| OVER.with(lang, spare.0 / 60)).unwrap_or_default()
}

/// What the block lacks for the rest of its parts.
#[must_use]
pub fn lacking(current: &Current, lang: Lang) -> Option<Standing> {
    let lacking = current.part?.lacks(current.remaining).filter(|lacking| *lacking >= WORTH_TELLING)?;
    let said = |words: Words| words.with(lang, lacking.minutes_up());
    Some(Standing::new(said(LACKING), Tone::Warning).or_briefly(said(LACKING_BRIEFLY)))
}

/// The parts of the running block, each with its own countdown; a single one is not listed.
#[must_use]
pub fn lines(block: &Block, current: &Current, lang: Lang) -> Vec<PartLine> {
    let Some(now) = current.part.filter(|_| block.parts.len() > 1) else { return Vec::new() };
    let line = |(index, part): (usize, &Part)| {
        let length = format!("{} min", part.minutes);
        let (sign, time, tone) = match index.cmp(&now.index) {
            Ordering::Less => ("✓", length, Tone::Quiet),
            Ordering::Equal => (sign(&now), countdown(&now, lang), Tone::Running),
            Ordering::Greater => (" ", length, Tone::Text),
        };
        let name = format!("{} {}", index + 1, names::grouping(part.grouping, lang));
        PartLine { sign, name, time, tone }
    };
    block.parts.iter().enumerate().map(line).collect()
}

fn sign(part: &PartNow) -> &'static str {
    if part.advance == Advance::ByHand && part.leads_on() { STAYS } else { RUNS }
}

fn countdown(part: &PartNow, lang: Lang) -> String {
    match part.overtime() {
        Some(over) => BEYOND.with(lang, names::countdown(over, lang)),
        None => LEFT.with(lang, names::countdown(part.remaining.or_zero(), lang)),
    }
}
