//! What the things of the domain are called on the screen, and how lengths are written.

use crate::domain::agenda::Kind;
use crate::domain::text::{Lang, Words, words};
use crate::domain::times::Seconds;
use crate::domain::tool::{Form, Grouping, Phase, Variant};

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

/// A shape for a kind of block, so that the run sheet can be read at a glance.
#[must_use]
pub const fn shape(kind: Kind) -> &'static str {
    match kind {
        Kind::Opening => "┌",
        Kind::Work => "■",
        Kind::Talk => "»",
        Kind::Break => "○",
        Kind::Closing => "└",
        Kind::Buffer => "~",
    }
}

#[must_use]
pub const fn phase(phase: Phase) -> Words {
    match phase {
        Phase::StartUp => words("Oppstart", "Oppstart", "Start-up"),
        Phase::Planning => words("Planlegging", "Planlegging", "Planning"),
        Phase::Delivery => words("Gjennomføring", "Gjennomføring", "Delivery"),
        Phase::Evaluation => words("Evaluering", "Evaluering", "Evaluation"),
    }
}

#[must_use]
pub const fn form(form: Form) -> Words {
    match form {
        Form::InPerson => words("i rommet", "i rommet", "in the room"),
        Form::Hybrid => words("hybrid", "hybrid", "hybrid"),
        Form::Online => words("på nett", "på nett", "online"),
    }
}

#[must_use]
pub const fn variant(variant: Variant) -> Words {
    match variant {
        Variant::Short => words("kort", "kort", "short"),
        Variant::Normal => words("normal", "normal", "normal"),
        Variant::Long => words("lang", "lang", "long"),
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

/// The name of a language, in that language.
#[must_use]
pub const fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::Nb => "bokmål",
        Lang::Nn => "nynorsk",
        Lang::En => "English",
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

/// From here on a countdown is told in words: in digits it would look like a clock time.
pub const HOUR: Seconds = Seconds::minutes(60);

/// A countdown in a sentence: `12:34`, `1 t 10 min`.
#[must_use]
pub fn countdown(time: Seconds, lang: Lang) -> String {
    if time < HOUR { time.to_string() } else { self::length(time, lang) }
}

/// A range such as `10–15`; one number when both are the same.
#[must_use]
pub fn range((least, most): (u16, u16)) -> String {
    let mut range = String::with_capacity("65535–65535 min".len());
    push_number(&mut range, least);
    if least != most {
        range.push('–');
        push_number(&mut range, most);
    }
    range
}

/// Writes what is written in every row of a list, without the detours of formatting.
fn push_number(text: &mut String, number: u16) {
    for place in [10_000, 1_000, 100, 10, 1] {
        if number >= place || place == 1 {
            text.extend(char::from_digit(u32::from(number / place % 10), 10));
        }
    }
}

/// How many can take part: `4–500`, `fra 4` when there is no upper limit.
#[must_use]
pub fn people((least, most): (u16, u16), lang: Lang) -> String {
    if most >= 1000 { words("fra {}", "frå {}", "{} or more").with(lang, least) } else { range((least, most)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_written_like_its_numbers() {
        for number in [0, 7, 10, 99, 100, 4_050, 10_000, u16::MAX] {
            assert_eq!(range((number, number)), number.to_string());
            assert_eq!(range((3, number)), format!("3–{number}"));
        }
    }
}
