//! One way to read some of the words of a query, and the words of the catalogue that it fits.

use super::index::Index;
use super::layer::{Fit, Layer, Token};
use std::ops::Range;
use std::sync::Arc;

/// What a word is read as, and the words of the vocabulary that fit that.
#[derive(Debug)]
pub struct Meant {
    pub token: Token,
    way: Way,
    pub fitting: Vec<(u32, Fit)>,
    /// The words of the thesaurus that fit, in order, when a word is read as it stands.
    pub phrases: Vec<(u32, Fit)>,
    /// What of the vocabulary begins with its stem or holds it.
    near: Vec<u32>,
    /// What of the vocabulary begins near it with slips, where slips are forgiven; the same of the thesaurus, where that
    /// was asked.
    slipped: Vec<u32>,
    slipped_phrases: Option<Vec<u32>>,
    /// Whether some word was met otherwise than by slips.
    pub is_literal: bool,
}

/// In which way a word is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    AsWritten,
    /// One letter and nothing else: as that with which names begin.
    Initial,
    Respelled,
    /// Several words as one.
    Joined,
    /// As a part of a compound that finds nothing as it stands.
    Part,
}

/// A reading: what is meant, and the words of the query that it stands for.
#[derive(Debug, Clone)]
pub struct Reading {
    pub meant: Arc<Meant>,
    pub stands_for: Range<usize>,
}

/// As many words fit most readings that are longer than a letter or two.
const FEW_WORDS: usize = 64;

impl Meant {
    /// Meets all words of the vocabulary; `begun` may be what its beginning has met.
    #[must_use]
    pub fn new(token: Token, way: Way, index: &Index, begun: Option<&Meant>) -> Meant {
        let near = match way {
            Way::Initial => index.initial_words(&token).collect(),
            _ => index.vocabulary.near(&token, begun.map(|meant| meant.near.as_slice())),
        };
        let mut fitting = Vec::with_capacity(near.len().max(FEW_WORDS));
        let mut take = |word, fit| fitting.extend(way.seen(fit).map(|fit| (word, fit)));
        index.vocabulary.fitting(&token, near.iter().copied(), &mut take);
        let begun = begun.filter(|meant| token.slips_on(&meant.token));
        let slipped = index.vocabulary.slipped(&token, begun.map(|meant| meant.slipped.as_slice()), take);
        let is_literal = fitting.iter().any(|(_, fit)| fit.layer < Layer::Typo);
        let begun = begun.and_then(|meant| meant.slipped_phrases.as_deref());
        let (phrases, slipped_phrases) = way.is_of_one().then(|| index.thesaurus.fits(&token, begun)).unzip();
        let phrases = phrases.into_iter().flatten().filter_map(|(word, fit)| Some((word, way.seen(fit)?))).collect();
        Meant { token, way, fitting, phrases, near, slipped, slipped_phrases, is_literal }
    }

    /// What `fit` is when it is met by what is read so.
    #[must_use]
    pub fn seen(&self, fit: Fit) -> Option<Fit> {
        self.way.seen(fit)
    }

    /// Whether this is one letter and nothing else.
    #[must_use]
    pub fn is_initial(&self) -> bool {
        self.way == Way::Initial
    }

    /// Whether this is what `token` is read as in such a way.
    #[must_use]
    pub fn is(&self, token: &Token, way: Way) -> bool {
        let other = &self.token;
        (self.way, other.slips) == (way, token.slips) && (&other.literal, &other.text) == (&token.literal, &token.text)
    }
}

impl Way {
    /// Whether it is a word by itself that is read so, as somebody means it.
    fn is_of_one(self) -> bool {
        matches!(self, Way::AsWritten | Way::Initial | Way::Part)
    }

    /// What a find is worth when it is read so, in percent.
    fn percent(self) -> u16 {
        match self {
            Way::AsWritten | Way::Initial => 100,
            Way::Joined => 97,
            Way::Respelled => 94,
            Way::Part => 60,
        }
    }

    /// What `fit` is when it is met in this way; the part of a compound is a word or begins one.
    fn seen(self, fit: Fit) -> Option<Fit> {
        let worth = fit.worth(self.percent());
        match self {
            Way::Part => (fit.layer <= Layer::WordStart).then_some(Fit { layer: Layer::Compound, ..worth }),
            _ => Some(worth),
        }
    }
}

impl Reading {
    /// The words of the query that this stands for, as bits.
    #[must_use]
    pub fn mask(&self) -> u32 {
        self.stands_for.clone().fold(0, |mask, at| mask | 1 << at)
    }
}
