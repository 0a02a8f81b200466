//! What the things of the domain are called on the screen.

use crate::domain::agenda::Kind;
pub use crate::domain::names::{grouping, kind, length};
use crate::domain::text::{Lang, Words, words};
use crate::domain::times::Seconds;
use crate::domain::tool::{Form, Phase, Variant};

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

/// The name of a language, in that language.
#[must_use]
pub const fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::Nb => "bokmål",
        Lang::Nn => "nynorsk",
        Lang::En => "English",
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
    let mut range = least.to_string();
    if least != most {
        range.push('–');
        range.push_str(&most.to_string());
    }
    range
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
        assert_eq!([range((0, 0)), range((4_050, 4_050)), range((3, 10))], ["0", "4050", "3–10"]);
    }
}
