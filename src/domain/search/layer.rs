//! The layers: how well one word of a query fits one word of a text. How fields and whole queries weigh is not here.

use super::fold::{Word, bag, pairs};
use super::stem::stem;
use super::typo::{Path, Pattern, Slips, forgiven};
use std::ops::Range;

/// How a word of the query met a word of a text, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Layer {
    /// The same word (`kafe` and `Kafé` too).
    Exact,
    /// Another form of the word: `intervjuene` for `intervju`.
    Form,
    /// The beginning of the first word of a field.
    Prefix,
    /// The beginning of a later word.
    WordStart,
    /// A part of a longer word, best its end: `kort` in `styrkekort`.
    Inside,
    /// Two words written as one: `gruppearbeid` for `arbeid i grupper`.
    Compound,
    /// The letters in order with gaps, as fuzzy-matcher scores it: `vkafe` for `verdenskafé`.
    Fuzzy,
    /// A slip or two: `prikkstemming`.
    #[default]
    Typo,
}

impl Layer {
    pub const ALL: [Layer; 8] = [
        Layer::Exact,
        Layer::Form,
        Layer::Prefix,
        Layer::WordStart,
        Layer::Inside,
        Layer::Compound,
        Layer::Fuzzy,
        Layer::Typo,
    ];
}

/// How well a word fits, 0 (not at all) to 1000 and a little more for what is written the same way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Fit {
    pub quality: u16,
    pub layer: Layer,
}

impl Fit {
    pub const NONE: Fit = Fit { quality: 0, layer: Layer::Typo };

    /// The fit, worth `percent` of what it was.
    #[must_use]
    #[inline]
    pub fn worth(self, percent: u16) -> Fit {
        if percent == 100 {
            return self;
        }
        Fit { quality: self.quality / 100 * percent + self.quality % 100 * percent / 100, ..self }
    }
}

/// A word of the query, prepared once for meeting many words of texts.
#[derive(Debug, Clone)]
pub struct Token {
    pub literal: String,
    pub text: String,
    stem: usize,
    /// The characters of the stem.
    bag: u64,
    /// The pairs of characters of the stem.
    pairs: u64,
    /// How many slips are forgiven.
    pub slips: u32,
    /// There is one when some are.
    pattern: Option<Pattern>,
}

/// A word of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry<'a> {
    pub text: &'a str,
    pub literal: &'a str,
    pub stem: usize,
    /// Whether it stands somewhere by itself, and is not only several words written as one.
    pub is_word: bool,
}

impl<'a> Entry<'a> {
    #[must_use]
    pub fn new(word: &'a Word) -> Entry<'a> {
        Entry { stem: stem(&word.text), text: &word.text, literal: &word.literal, is_word: true }
    }

    /// The word without its ending.
    #[must_use]
    pub fn root(&self) -> &'a str {
        self.text.get(..self.stem).unwrap_or_default()
    }
}

impl Token {
    #[must_use]
    pub fn new(word: Word) -> Token {
        let is_number = word.text.bytes().all(|b| b.is_ascii_digit());
        let slips = if is_number { 0 } else { forgiven(word.text.chars().count()) };
        let exact = Token::exact(word);
        let pattern = Some(slips).filter(|slips| *slips > 0);
        let pattern = pattern.and_then(|slips| Pattern::new(&exact.text, exact.stem, slips));
        Token { slips, pattern, ..exact }
    }

    /// A word that is known to be right: nothing is read as a slip of it.
    #[must_use]
    pub fn exact(word: Word) -> Token {
        let stem = stem(&word.text);
        let root = word.text.get(..stem).unwrap_or_default();
        Token {
            stem,
            bag: bag(root),
            pairs: pairs(root),
            slips: 0,
            pattern: None,
            text: word.text,
            literal: word.literal,
        }
    }

    /// The word without its ending.
    #[must_use]
    pub fn root(&self) -> &str {
        self.text.get(..self.stem).unwrap_or_default()
    }

    /// Whether a word with these pairs of characters can contain this or its stem.
    #[must_use]
    pub fn may_be_in(&self, pairs: u64) -> bool {
        self.pairs & !pairs == 0
    }

    /// Whether the stem of this stands in `text`.
    #[must_use]
    pub fn is_in(&self, text: &[u8]) -> bool {
        holds(text, self.root().as_bytes())
    }

    /// Whether `text` begins with the stem of this.
    #[must_use]
    pub fn begins(&self, text: &[u8]) -> bool {
        text.starts_with(self.root().as_bytes())
    }

    /// Whether all words that hold the stem of this one hold that of `other` too, which is looked for inside of words.
    #[must_use]
    pub fn continues(&self, other: &Token) -> bool {
        other.text.len() >= SHORTEST_INSIDE && self.root().starts_with(other.root())
    }

    /// Whether all words that this can mean with slips were near `other` too, its beginning.
    #[must_use]
    pub fn slips_on(&self, other: &Token) -> bool {
        let patterns = self.pattern.as_ref().zip(other.pattern.as_ref());
        patterns.is_some_and(|(own, begun)| own.goes_on(begun)) && self.text.starts_with(&other.text)
    }

    /// Whether a word with these characters lacks no more than slips can explain.
    #[must_use]
    pub fn lacks_few(&self, bag: u64) -> bool {
        at_most(self.bag & !bag, self.slips)
    }

    /// How well `word` fits, by words alone.
    #[must_use]
    pub fn fit(&self, word: Entry<'_>) -> Fit {
        let written = self.fit_as_written(word);
        let Some(mut path) = self.path().filter(|_| written.quality == 0) else { return written };
        path.go(word.text.as_bytes(), 0);
        self.fit_with(path.slips(word.text.len(), word.stem), word)
    }

    /// The way through words that may be meant, when slips are forgiven.
    #[must_use]
    pub fn path(&self) -> Option<Path<'_>> {
        self.pattern.as_ref().map(Path::new)
    }

    /// Whether this is one letter only: too little to say more than how a name begins.
    #[must_use]
    pub fn is_letter(&self) -> bool {
        self.text.len() == 1 && self.text.bytes().all(|byte| byte.is_ascii_alphabetic())
    }

    /// Whether this is so short that it has no other forms, and is written as it is compared.
    #[must_use]
    pub fn is_short(&self) -> bool {
        self.text.len() <= 3 && self.text == self.literal
    }

    /// How well a word of so many bytes fits that is written as it is compared and begins with this short one.
    #[must_use]
    pub fn fit_begun(&self, length: usize) -> Fit {
        if length == self.text.len() {
            return Fit { quality: 1000 + LITERAL, layer: Layer::Exact };
        }
        Fit { quality: 800 + share(self.text.len(), length) + LITERAL, layer: Layer::Prefix }
    }

    /// Exact, another form, the beginning: what holds in any text, also a long one.
    #[must_use]
    pub fn fit_start(&self, word: Entry<'_>) -> Fit {
        if word.text == self.text {
            return self.fitted(1000, Layer::Exact, word);
        }
        if self.stem == word.stem && self.text.len() > 3 && self.root() == word.root() {
            let quality = if is_same_ending(&self.text, word.text) { SAME_ENDING } else { 930 };
            return self.fitted(quality, Layer::Form, word);
        }
        if word.text.starts_with(&self.text) {
            return self.fitted(800 + share(self.text.len(), word.text.len()), Layer::Prefix, word);
        }
        Fit::NONE
    }

    /// How well `word` fits without a slip.
    #[must_use]
    pub fn fit_as_written(&self, word: Entry<'_>) -> Fit {
        let start = self.fit_start(word);
        if start.quality > 0 || self.text.len() < SHORTEST_INSIDE || !word.is_word {
            return start;
        }
        let cover = share(self.stem, word.text.len());
        if word.text.ends_with(&self.text) {
            return self.fitted(620 + cover, Layer::Inside, word);
        }
        if holds(word.text.as_bytes(), self.text.as_bytes()) {
            return self.fitted(540 + cover, Layer::Inside, word);
        }
        if self.stem >= 4 && word.root().ends_with(self.root()) {
            return self.fitted(600 + cover, Layer::Inside, word);
        }
        if self.stem >= 4 && word.text.starts_with(self.root()) {
            return self.fitted(560 + cover, Layer::Form, word);
        }
        Fit::NONE
    }

    /// How well `word` fits when it is this one with such slips.
    #[must_use]
    pub fn fit_with(&self, slips: Slips, word: Entry<'_>) -> Fit {
        let less = |count: u32| match count {
            0 => 0,
            1 => 60,
            _ => 150,
        };
        let begun = || 430 + share(self.text.len(), word.text.len()) / 3;
        let quality = match slips {
            Slips { whole: Some(2..), begins: true, .. } => begun(),
            Slips { whole: Some(count), .. } => 520 - less(count),
            Slips { root: Some(count), .. } => 480 - less(count),
            Slips { begins: true, .. } => begun(),
            _ => return Fit::NONE,
        };
        self.fitted(quality, Layer::Typo, word)
    }

    /// Adds what is due to a word that is written the same way: `før` comes before `for` when one types `før`.
    fn fitted(&self, quality: u16, layer: Layer, word: Entry<'_>) -> Fit {
        let same =
            word.literal.starts_with(&self.literal) || (layer > Layer::Prefix && word.literal.contains(&self.literal));
        Fit { quality: quality + if same { LITERAL } else { 0 }, layer }
    }

    /// The bytes of `word` that this word of the query stands for.
    #[must_use]
    pub fn covered(&self, word: Entry<'_>, layer: Layer) -> Range<usize> {
        let part = |text: &str| word.text.find(text).map(|start| start..start + text.len());
        match layer {
            Layer::Exact | Layer::Typo | Layer::Fuzzy => 0..word.text.len(),
            _ if word.root() == self.root() => 0..word.text.len(),
            _ => part(&self.text).or_else(|| part(self.root())).unwrap_or(0..word.text.len()),
        }
    }
}

/// Whether two words differ only as the same form does in nynorsk and bokmål: `rollar` and `roller`.
fn is_same_ending(one: &str, other: &str) -> bool {
    let is_pair = |(here, there): &(&str, &str)| {
        let same =
            |one: &str, other: &str| one.strip_suffix(here).is_some_and(|rest| other.strip_suffix(there) == Some(rest));
        same(one, other) || same(other, one)
    };
    one.len() == other.len() && ENDINGS.iter().any(is_pair)
}

/// Endings of the same form in nynorsk and bokmål.
const ENDINGS: [(&str, &str); 4] = [("ar", "er"), ("ane", "ene"), ("a", "e"), ("ast", "est")];

/// How well a word fits that differs in such an ending only.
const SAME_ENDING: u16 = 985;

/// From how many letters on a word is looked for inside others.
pub const SHORTEST_INSIDE: usize = 3;

/// What the same way of writing is worth.
const LITERAL: u16 = 8;

/// Whether `count` bits or fewer are set; more than two are not counted.
fn at_most(bits: u64, count: u32) -> bool {
    let but_one = bits & bits.wrapping_sub(1);
    match count {
        0 => bits == 0,
        1 => but_one == 0,
        _ => but_one & but_one.wrapping_sub(1) == 0,
    }
}

/// Whether `part` stands in `text`; quicker than the library where both are short.
fn holds(text: &[u8], part: &[u8]) -> bool {
    text.windows(part.len().max(1)).any(|here| here.first() == part.first() && here == part)
}

/// `part` of `whole` in hundredths.
fn share(part: usize, whole: usize) -> u16 {
    u16::try_from(part.min(whole) * 100 / whole.max(1)).unwrap_or(100)
}
