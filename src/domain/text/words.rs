//! Words of the interface: constants in three languages, so that none can lack one.

use super::Lang;
use std::fmt;

/// Words of the interface in the three languages; constants beside the code that shows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    pub nb: &'static str,
    pub nn: &'static str,
    pub en: &'static str,
}

impl Words {
    /// The words in `lang`.
    #[must_use]
    pub fn pick(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Nb => self.nb,
            Lang::Nn => self.nn,
            Lang::En => self.en,
        }
    }

    /// The words in `lang`, with `{}` replaced by `value`.
    #[must_use]
    pub fn with(self, lang: Lang, value: impl fmt::Display) -> String {
        self.pick(lang).replace("{}", &value.to_string())
    }
}

/// Interface words: bokmål, nynorsk, English.
#[must_use]
pub const fn words(nb: &'static str, nn: &'static str, en: &'static str) -> Words {
    Words { nb, nn, en }
}
