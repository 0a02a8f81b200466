//! A session that has been held, as something that can be mailed: when it was, what was done, and what was noted. All of
//! it in one language.

use super::markdown::plain;
use crate::domain::harvest::{Grouping, Note, order};
use crate::domain::review::{Review, ReviewRow};
use crate::domain::text::{Lang, Words, words};
use crate::domain::times::Zone;

/// What minutes are made of.
pub struct Held<'a> {
    pub title: &'a str,
    /// When it was and how it went, a sentence each.
    pub told: &'a [String],
    pub review: &'a Review,
    /// Those that are to be in it.
    pub notes: Vec<Note>,
    pub zone: &'a Zone,
    pub lang: Lang,
}

/// The minutes of a session: its blocks that were held, and its notes by kind.
#[must_use]
pub fn minutes(held: &Held<'_>) -> String {
    let opening =
        format!("# {}\n\n{}", plain(held.title), held.told.iter().map(|it| plain(it)).collect::<Vec<_>>().join("\n"));
    let rows: Vec<String> = held.review.rows.iter().filter_map(|row| held.row(row)).collect();
    let rows = Some(format!("## {}\n\n{}", BLOCKS.pick(held.lang), rows.join("\n"))).filter(|_| !rows.is_empty());
    std::iter::once(opening).chain(rows).chain(held.harvest()).collect::<Vec<_>>().join("\n\n") + "\n"
}

impl Held<'_> {
    /// `- 09:00–09:12 Velkommen`; nothing of a block that was not held.
    fn row(&self, row: &ReviewRow) -> Option<String> {
        let (first, last) = (row.visits.first()?, row.visits.last()?);
        let end = last.end.map(|end| end.clock(self.zone)).unwrap_or_default();
        row.was_led().then(|| format!("- {}–{end} {}", first.start.clock(self.zone), plain(&row.title)))
    }

    /// A heading and a list for each kind of note.
    fn harvest(&self) -> Vec<String> {
        let places = order(&self.notes, Grouping::ByKind);
        let sorted: Vec<&Note> = places.into_iter().filter_map(|place| self.notes.get(place)).collect();
        let kinds = sorted.chunk_by(|one, other| one.kind == other.kind);
        let section = |notes: &[&Note]| {
            let heading = notes.first()?.kind.heading().pick(self.lang);
            let lines: Vec<String> = notes.iter().map(|note| self.note(note)).collect();
            Some(format!("## {heading}\n\n{}", lines.join("\n")))
        };
        kinds.filter_map(section).collect()
    }

    fn note(&self, note: &Note) -> String {
        let tick = match (note.kind.can_be_done(), note.done) {
            (false, _) => "",
            (true, true) => "[x] ",
            (true, false) => "[ ] ",
        };
        format!("- {tick}{} {}", plain(&note.text), plain(&note.about(self.zone)))
    }
}

const BLOCKS: Words = words("Det vi gjorde", "Det vi gjorde", "What we did");
