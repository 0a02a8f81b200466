//! A session as linear text: how it went, block by block, what was done when, and the harvest.

use super::{Silent, Told};
use crate::domain::harvest::Note;
use crate::domain::review::{Fate, Happened, ReviewRow, Sense};
use crate::domain::schedule::Visit;
use crate::domain::text::{Lang, Words, words};
use crate::domain::times::{Moment, Zone};
use crate::ui::{dates, tally};

/// A line for each session.
pub fn list(all: &[Told], lang: Lang) -> String {
    all.iter().map(|told| line(told, lang)).collect()
}

fn line(told: &Told, lang: Lang) -> String {
    let session = told.session();
    let review = told.review();
    let name = told.stem.as_deref().unwrap_or(RUNNING.pick(lang));
    let began = review.began.map(|began| clock(began, &session.zone, lang)).unwrap_or_default();
    let length = tally::length(review.totals().1, lang);
    let notes = match told.notes(Silent::Kept).len() {
        0 => String::new(),
        1 => ONE_NOTE.pick(lang).to_owned(),
        count => NOTES.with(lang, count),
    };
    format!("{name}: {}, {began}, {length}{notes}\n", session.plan.title)
}

/// Everything about one session.
pub fn whole(told: &Told, silent: Silent, lang: Lang) -> String {
    let writing = Writing { zone: &told.session().zone, lang };
    let review = told.review();
    let head = tally::sentences(&review, writing.zone, lang).join("\n");
    let rows: String = review.rows.iter().map(|row| writing.row(row)).collect();
    let acts: String = told.happened(lang).iter().map(|happened| writing.happened(happened)).collect();
    let title = &told.session().plan.title;
    let (blocks, log) = (BLOCKS.pick(lang), LOG.pick(lang));
    format!("{title}\n{head}\n\n{blocks}\n{rows}\n{log}\n{acts}{}", writing.harvest(&told.notes(silent)))
}

fn clock(moment: Moment, zone: &Zone, lang: Lang) -> String {
    dates::long(moment, zone, lang) + &AT.with(lang, moment.clock(zone))
}

struct Writing<'a> {
    zone: &'a Zone,
    lang: Lang,
}

impl Writing<'_> {
    /// `09:00–09:12  Velkommen: planlagt 10 min, faktisk 12 min, 2 min lengre`.
    fn row(&self, row: &ReviewRow) -> String {
        let when = row.visits.iter().map(|visit| self.visit(visit)).collect::<Vec<_>>().join(", ");
        let when = if row.was_led() { when } else { "–".to_owned() };
        let planned = row.planned.map(|time| PLANNED.with(self.lang, tally::length(time, self.lang)));
        let actual = row.was_led().then(|| ACTUAL.with(self.lang, tally::length(row.actual, self.lang)));
        let more = Some(tally::more(row, self.lang)).filter(|more| row.was_led() && !more.is_empty());
        let fate = Some(tally::fate(row, self.lang));
        let told = [planned, actual.filter(|_| row.fate != Fate::Mark), fate, more];
        let told = told.into_iter().flatten().collect::<Vec<_>>().join(", ");
        format!("{when}  {}: {told}\n", row.title)
    }

    fn visit(&self, visit: &Visit) -> String {
        let end = visit.end.map(|end| end.clock(self.zone)).unwrap_or_default();
        format!("{}–{end}", visit.start.clock(self.zone))
    }

    fn happened(&self, happened: &Happened) -> String {
        let told = happened.told.map(|told| TOLD.with(self.lang, told.clock(self.zone))).unwrap_or_default();
        let sense = if happened.sense == Sense::Made { "" } else { NO_SENSE.pick(self.lang) };
        format!("{}  {}{told}{sense}\n", happened.at.clock(self.zone), happened.text)
    }

    fn harvest(&self, notes: &[&Note]) -> String {
        let mut notes = notes.to_vec();
        notes.sort_by_key(|note| (note.kind, note.at));
        let kinds = notes.chunk_by(|one, other| one.kind == other.kind);
        kinds.map(|kind| self.kind(kind)).collect()
    }

    fn kind(&self, notes: &[&Note]) -> String {
        let heading = notes.first().map(|note| note.kind.heading().pick(self.lang)).unwrap_or_default();
        let line = |note: &&Note| {
            let tick = if note.done { "[x]" } else { "[ ]" };
            format!("{tick} {} {}\n", note.text, note.about(self.zone))
        };
        format!("\n{heading}:\n{}", notes.iter().map(line).collect::<String>())
    }
}

const AT: Words = words(" kl. {}", " kl. {}", ", {}");
const RUNNING: Words = words("pågår", "pågår", "running");
const ONE_NOTE: Words = words(", 1 notat", ", 1 notat", ", 1 note");
const NOTES: Words = words(", {} notater", ", {} notat", ", {} notes");
const BLOCKS: Words = words("Økter:", "Økter:", "Blocks:");
const LOG: Words = words("Logg:", "Logg:", "Log:");
const PLANNED: Words = words("planlagt {}", "planlagd {}", "planned {}");
const ACTUAL: Words = words("faktisk {}", "faktisk {}", "actual {}");
const TOLD: Words = words(" (trykket {})", " (trykt {})", " (pressed {})");
const NO_SENSE: Words = words(" (uten virkning)", " (utan verknad)", " (no effect)");
