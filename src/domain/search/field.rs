//! The short fields of a card, and what a find in each is worth.

use crate::domain::text::Lang;

/// Where in a card a word was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// The name in the language asked for.
    Name,
    /// The name in another language.
    OtherName,
    /// What stands in brackets or after a slash in a name.
    NamePart,
    Alias,
    /// What somebody wants to whom the tool is the answer.
    Need,
    Id,
    /// A word that means the same as one in a name or alias.
    Synonym,
    /// What people call a purpose of the tool.
    Purpose,
    /// The card says it where it tells what the tool is good for.
    Why,
    /// The card says it in its parts, tips or examples.
    Steps,
}

impl Place {
    pub const ALL: [Place; 10] = [
        Place::Name,
        Place::OtherName,
        Place::NamePart,
        Place::Alias,
        Place::Need,
        Place::Id,
        Place::Synonym,
        Place::Purpose,
        Place::Why,
        Place::Steps,
    ];

    /// Whether it is what the tool is called, in any language.
    #[must_use]
    pub fn is_a_name(self) -> bool {
        self <= Place::Alias
    }

    /// Whether it is a name or what somebody needs, and not a longer text or a meaning.
    #[must_use]
    pub fn is_short(self) -> bool {
        self <= Place::Need
    }

    /// What a find here is worth, in percent of one in the name.
    #[must_use]
    pub fn worth(self) -> u32 {
        match self {
            Place::Name => 100,
            Place::OtherName => 96,
            Place::NamePart => 93,
            Place::Alias => 88,
            Place::Need => 75,
            Place::Id => 70,
            Place::Synonym => 60,
            Place::Purpose => 45,
            Place::Why => 32,
            Place::Steps => 18,
        }
    }
}

/// A short field of a tool.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    pub tool: u32,
    /// Its words written as one, as a number in the vocabulary.
    pub whole: u32,
    /// Length of its words together.
    pub letters: u32,
    pub place: Place,
    /// The languages whose users are shown this name, or read this alias, as bits in the order of [`Lang::ALL`].
    pub shown: u8,
}

impl Field {
    /// Where this is, for somebody who reads `lang`.
    #[must_use]
    pub fn place(&self, lang: Lang) -> Place {
        self.place_for(bit(lang))
    }

    /// The same for the [`bit`] of a language.
    #[must_use]
    pub fn place_for(&self, lang: u8) -> Place {
        match self.place {
            Place::Name if self.shown & lang == 0 => Place::OtherName,
            place => place,
        }
    }

    /// Whether it is of this kind, whoever reads it.
    #[must_use]
    pub fn is(&self, place: Place) -> bool {
        self.place == place
    }
}

/// Both kinds of Norwegian when `lang`, the bit of a language, is one of them: who reads one reads the other.
#[must_use]
pub fn norwegian(lang: u8) -> u8 {
    let both = bit(Lang::Nb) | bit(Lang::Nn);
    if lang & both == 0 { lang } else { lang | both }
}

/// The bit of a language in [`Field::shown`].
#[must_use]
pub fn bit(lang: Lang) -> u8 {
    Lang::ALL.iter().position(|other| *other == lang).map_or(0, |place| 1 << place)
}
