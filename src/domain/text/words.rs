//! Words of the interface: constants in three languages, so that none can lack one, and the filling of their gaps.

use super::Lang;
use std::fmt::Display;

/// Words of the interface in the three languages; constants beside the code that shows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    pub nb: &'static str,
    pub nn: &'static str,
    pub en: &'static str,
}

/// Where the first value goes, the second, and the third.
const GAPS: [&str; 3] = ["{}", "[]", "<>"];

impl Words {
    /// The words in `lang`.
    #[must_use]
    pub const fn pick(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Nb => self.nb,
            Lang::Nn => self.nn,
            Lang::En => self.en,
        }
    }

    /// The words in `lang`, with `{}` replaced by `value`.
    #[must_use]
    pub fn with(self, lang: Lang, value: impl Display) -> String {
        filled(self.pick(lang), &[&value])
    }

    /// The words in `lang`, with `{}` replaced by `first` and `[]` by `second`.
    #[must_use]
    pub fn with2(self, lang: Lang, first: impl Display, second: impl Display) -> String {
        filled(self.pick(lang), &[&first, &second])
    }

    /// The words in `lang`, with `{}`, `[]` and `<>` replaced by the three values.
    #[must_use]
    pub fn with3(self, lang: Lang, (first, second, third): (impl Display, impl Display, impl Display)) -> String {
        filled(self.pick(lang), &[&first, &second, &third])
    }
}

/// The template with its gaps filled. It is read once from left to right, so what a value looks like does not matter: a
/// title may well be `Sjekkliste []`.
fn filled(template: &str, values: &[&dyn Display]) -> String {
    let (mut filled, mut rest) = (String::new(), template);
    while let Some((before, value, after)) = first_gap(rest, values) {
        filled += before;
        filled += &value.to_string();
        rest = after;
    }
    filled + rest
}

/// What stands before the first gap, what goes into it, and what follows.
fn first_gap<'a>(text: &'a str, values: &[&'a dyn Display]) -> Option<(&'a str, &'a dyn Display, &'a str)> {
    let gaps = GAPS.iter().zip(values).filter_map(|(gap, value)| {
        let (before, after) = text.split_once(gap)?;
        Some((before, *value, after))
    });
    gaps.min_by_key(|(before, ..)| before.len())
}

/// Interface words: bokmål, nynorsk, English.
#[must_use]
pub const fn words(nb: &'static str, nn: &'static str, en: &'static str) -> Words {
    Words { nb, nn, en }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TITLE: &str = "a {} [] <> z";

    #[test]
    fn a_value_that_looks_like_a_gap_is_left_as_it_is() {
        let said = words("«{}» til [] <>", "[] før «{}»", "{}, {} and []");
        assert_eq!(said.with(Lang::Nb, TITLE), "«a {} [] <> z» til [] <>");
        assert_eq!(said.with2(Lang::Nb, TITLE, "5 min"), "«a {} [] <> z» til 5 min <>");
        assert_eq!(said.with2(Lang::Nn, TITLE, TITLE), "a {} [] <> z før «a {} [] <> z»");
        assert_eq!(said.with2(Lang::En, "{}", "[]"), "{}, {} and []");
        assert_eq!(said.with3(Lang::Nb, ("[]", "<>", "{}")), "«[]» til <> {}");
    }
}
