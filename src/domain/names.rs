//! What kinds of block and ways to sit together are called, and how lengths are written: on the screen and on paper.

use super::agenda::Kind;
use super::text::{Lang, Words, words};
use super::times::Seconds;
use super::tool::Grouping;

/// A kind of block.
#[must_use]
pub const fn kind(kind: Kind) -> Words {
    match kind {
        Kind::Opening => words("åpning", "opning", "opening"),
        Kind::Work => words("arbeid", "arbeid", "work"),
        Kind::Talk => words("innlegg", "innlegg", "talk"),
        Kind::Break => words("pause", "pause", "break"),
        Kind::Closing => words("avslutning", "avslutning", "closing"),
        Kind::Buffer => words("buffer", "buffer", "buffer"),
    }
}

/// How people sit together.
#[must_use]
pub fn grouping(grouping: Grouping, lang: Lang) -> String {
    match grouping {
        Grouping::Individual => words("hver for seg", "kvar for seg", "on your own").pick(lang).to_owned(),
        Grouping::Pairs => words("to og to", "to og to", "in pairs").pick(lang).to_owned(),
        Grouping::Groups(size) => words("grupper på {}", "grupper på {}", "groups of {}").with(lang, size),
        Grouping::Plenary => words("i plenum", "i plenum", "all together").pick(lang).to_owned(),
    }
}

/// A length in words: `45 min`, `1 t 30 min`; rounded up to the minute.
#[must_use]
pub fn length(length: Seconds, lang: Lang) -> String {
    let all = length.minutes_up().max(0);
    let (hours, minutes) = (all / 60, all % 60);
    let hour = words("t", "t", "h").pick(lang);
    match (hours, minutes) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} {hour}"),
        (hours, minutes) => format!("{hours} {hour} {minutes} min"),
    }
}
