//! A query as it is meant: its words, which of them must be found, and the ways to read them.

use super::fold::{Word, words};
use super::layer::{Fit, Layer, Token};
use super::thesaurus::Thesaurus;
use super::vocabulary::{Vocabulary, joined, number};
use std::ops::Range;

/// How much of a query is read, in characters.
const LONGEST: usize = 200;

/// How many words of a query are looked for.
pub const MOST_WORDS: usize = 12;

/// One way to read some of the words of a query, and how well it fits each word of the vocabulary.
#[derive(Debug)]
pub struct Reading {
    pub token: Token,
    /// The words of the query that this stands for.
    pub stands_for: Range<usize>,
    /// For each word of the vocabulary.
    pub fits: Vec<Fit>,
    /// The words that fit at all.
    pub fitting: Vec<u32>,
}

impl Reading {
    fn new(word: Word, stands_for: Range<usize>, percent: u16, vocabulary: &Vocabulary) -> Reading {
        let token = Token::new(word);
        let mut fits = vec![Fit::NONE; vocabulary.entries.len()];
        let mut fitting = Vec::new();
        let slots = fits.iter_mut().zip(&vocabulary.bags).zip(&vocabulary.entries).zip(0..);
        for (((slot, bag), entry), at) in slots {
            if !token.may_fit(*bag) {
                continue;
            }
            let fit = token.fit(entry).worth(percent);
            if fit.quality > 0 {
                *slot = fit;
                fitting.push(at);
            }
        }
        Reading { token, stands_for, fits, fitting }
    }

    /// How well this reading fits a word of the vocabulary.
    #[must_use]
    pub fn fit(&self, word: u32) -> Fit {
        self.fits.get(word as usize).copied().unwrap_or_default()
    }

    /// The words of the query that this stands for, as bits.
    #[must_use]
    pub fn mask(&self) -> u32 {
        self.stands_for.clone().fold(0, |mask, at| mask | 1 << at)
    }

    /// Whether some word was met otherwise than by slips.
    #[must_use]
    pub fn is_literal(&self) -> bool {
        self.fitting.iter().any(|word| self.fit(*word).layer < Layer::Typo)
    }
}

/// A query, read.
#[derive(Debug)]
pub struct Query {
    pub words: Vec<Word>,
    /// The words that must be found, as bits: all but stop words, or all when there are no others.
    pub required: u32,
    /// First each word by itself, in order; then other spellings, neighbours as one word, and all words as one.
    pub readings: Vec<Reading>,
    /// The reading of all words as one.
    pub whole: usize,
}

impl Query {
    #[must_use]
    pub fn new(text: &str, vocabulary: &Vocabulary, thesaurus: &Thesaurus) -> Query {
        let mut words = words(&text.chars().take(LONGEST).collect::<String>());
        words.truncate(MOST_WORDS);
        let stops = words.iter().enumerate().filter(|(_, word)| thesaurus.is_stop(word));
        let optional = stops.fold(0, |mask, (at, _)| mask | 1 << at);
        let all = (1_u32 << number(words.len())) - 1;
        let required = if optional == all { all } else { all & !optional };
        let mut query = Query { required, readings: Vec::new(), whole: 0, words };
        query.read(vocabulary, thesaurus);
        query
    }

    fn read(&mut self, vocabulary: &Vocabulary, thesaurus: &Thesaurus) {
        let count = self.words.len();
        let single = |(at, word): (usize, &Word)| Reading::new(word.clone(), at..at + 1, 100, vocabulary);
        self.readings.extend(self.words.iter().enumerate().map(single));
        for (at, word) in self.words.iter().enumerate() {
            let other = thesaurus.respelled(word).into_iter();
            self.readings.extend(other.map(|word| Reading::new(word, at..at + 1, RESPELLED, vocabulary)));
        }
        let pairs = self.words.windows(2).enumerate().filter(|_| count > 2);
        self.readings.extend(pairs.map(|(at, pair)| Reading::new(joined(pair), at..at + 2, JOINED, vocabulary)));
        if count > 1 {
            self.whole = self.readings.len();
            self.readings.push(Reading::new(joined(&self.words), 0..count, JOINED, vocabulary));
        }
    }

    /// The words of the query by themselves, with their places.
    pub fn singles(&self) -> impl Iterator<Item = (usize, &Reading)> {
        self.readings.iter().take(self.words.len()).enumerate()
    }

    /// The words that no short field has as they are written, as bits.
    #[must_use]
    pub fn unwritten(&self) -> u32 {
        let all = (1_u32 << number(self.words.len())) - 1;
        self.readings.iter().filter(|reading| reading.is_literal()).fold(all, |mask, reading| mask & !reading.mask())
    }
}

/// What a find under another spelling is worth, in percent.
const RESPELLED: u16 = 94;

/// What a find of words written as one is worth, in percent.
const JOINED: u16 = 97;
