//! What a machine can judge of how the catalogue and the guide are written, as remarks in words. The rules are in the
//! files below, their thresholds in `limits`; what cannot be used at all is told where it is read.

mod card;
mod cards;
mod guide;
mod limits;
mod sequences;
mod template;

pub use card::{card, relations};
pub use cards::cards;
pub use guide::guide;
pub use limits::{Counts, Limits};
pub use sequences::sequences;
pub use template::templates;

use super::Problem;
use super::catalogue::Catalogue;
use super::guide::Guide;
use super::text::{Lang, Line, Text};
use std::fmt::Display;

/// Every remark on every card, on the cards together, and on what leads to them.
#[must_use]
pub fn all(catalogue: &Catalogue, guide: &Guide, limits: &Limits) -> Vec<Problem> {
    let each = catalogue.tools().flat_map(|tool| [card(tool, limits), relations(tool, catalogue)].concat());
    let together = [
        cards(catalogue, limits),
        self::guide(guide, catalogue, limits),
        templates(&guide.templates, catalogue, limits),
        sequences(catalogue.sequences(), catalogue, limits),
    ];
    each.chain(together.concat()).collect()
}

/// A text with what it is within its place: `tips 2`.
type Part<'a> = (String, &'a Text);

fn remark(place: impl Display, text: impl Into<String>) -> Problem {
    Problem { place: place.to_string(), text: text.into() }
}

/// A part for each text of a list, numbered from 1.
fn numbered<'a>(what: &str, texts: &'a [Text]) -> Vec<Part<'a>> {
    texts.iter().enumerate().map(|(index, text)| (format!("{what} {}", index + 1), text)).collect()
}

fn named<'a>(what: &str, text: &'a Text) -> Part<'a> {
    (what.to_owned(), text)
}

/// The languages of `wanted` that the text is not written in.
fn lacking((what, text): &Part<'_>, wanted: &[Lang]) -> Vec<String> {
    let lacks = |lang: &&Lang| text.written(**lang).is_none_or(|line| line.is_empty());
    wanted.iter().filter(lacks).map(|lang| format!("{what} lacks {}", lang.code())).collect()
}

/// The text in each language it is written in.
fn written(text: &Text) -> impl Iterator<Item = (Lang, &Line)> {
    Lang::ALL.into_iter().filter_map(|lang| Some((lang, text.written(lang)?)))
}

/// Signs that good typesetting does not have in these languages.
fn signs((what, text): &Part<'_>) -> Vec<String> {
    let mut found = Vec::new();
    for (lang, line) in written(text) {
        let foreign = if lang == Lang::En { ["«", "»", "„"] } else { ["“", "”", "„"] };
        let slips = [" - ", "--", "...", "\"", "'"].into_iter().chain(foreign).filter(|slip| line.contains(slip));
        found.extend(slips.map(|slip| format!("{what} {} has {slip:?}: {line}", lang.code())));
    }
    found
}

/// The languages in which the text has more than `most` words.
fn wordy((what, text): &Part<'_>, most: usize) -> Vec<String> {
    let long = written(text).map(|(lang, line)| (lang, words(line))).filter(|(_, count)| *count > most);
    long.map(|(lang, count)| format!("{what} {} has {count} words; {most} are allowed", lang.code())).collect()
}

/// The languages in which the text takes more than `most` lines on the wall.
fn tall((what, text): &Part<'_>, most: usize, limits: &Limits) -> Vec<String> {
    let lines = written(text).map(|(lang, line)| (lang, textwrap::wrap(line, limits.columns).len()));
    lines
        .filter(|(_, count)| *count > most)
        .map(|(lang, count)| format!("{what} {} takes {count} lines of {}; {most} fit", lang.code(), limits.columns))
        .collect()
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}
