//! One way to read some of the words of a query, and the words of the catalogue that it fits.

use super::index::Index;
use super::layer::{Fit, Layer, Token};
use std::ops::Range;
use std::sync::Arc;

/// What a word is read as, and the words of the vocabulary that fit that.
#[derive(Debug)]
pub struct Meant {
    pub token: Token,
    /// What a find is worth when it is read so, in percent.
    percent: u16,
    pub fitting: Vec<(u32, Fit)>,
    /// The words of the thesaurus that fit, in order, when a word is read as it stands.
    pub phrases: Vec<(u32, Fit)>,
    /// What of the vocabulary begins with its stem or holds it.
    near: Vec<u32>,
    /// Whether some word was met otherwise than by slips.
    pub is_literal: bool,
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
    pub fn new(token: Token, percent: u16, index: &Index, begun: Option<&Meant>) -> Meant {
        let near = index.vocabulary.near(&token, begun.map(|meant| meant.near.as_slice()));
        let mut fitting = Vec::with_capacity(near.len().max(FEW_WORDS));
        index.vocabulary.fitting(&token, near.iter().copied(), |word, fit| fitting.push((word, fit.worth(percent))));
        let is_literal = fitting.iter().any(|(_, fit)| fit.layer < Layer::Typo);
        let phrases = if percent == 100 { index.thesaurus.fits(&token) } else { Vec::new() };
        Meant { token, percent, fitting, phrases, near, is_literal }
    }

    /// Whether this is what `token`, worth so many percent, is read as.
    #[must_use]
    pub fn is(&self, token: &Token, percent: u16) -> bool {
        let other = &self.token;
        (self.percent, other.slips) == (percent, token.slips)
            && (&other.literal, &other.text) == (&token.literal, &token.text)
    }
}

impl Reading {
    /// The words of the query that this stands for, as bits.
    #[must_use]
    pub fn mask(&self) -> u32 {
        self.stands_for.clone().fold(0, |mask, at| mask | 1 << at)
    }
}
