//! A query as it is meant: its words, which of them must be found, and the ways to read them.

use super::collector::joined;
use super::fold::{Word, words};
use super::groups::number;
use super::index::Index;
use super::layer::{Fit, Token};
use super::reading::{Meant, Reading};
use std::sync::Arc;

/// How much of a query is read, in characters.
const LONGEST: usize = 200;

/// How many words of a query are looked for.
pub const MOST_WORDS: usize = 12;

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
    /// `text`, read over `index`; what an earlier query has found out about the same words is taken from `known`.
    #[must_use]
    pub fn new(text: &str, index: &Index, known: &[Reading]) -> Query {
        let mut words = words(&text.chars().take(LONGEST).collect::<String>());
        words.truncate(MOST_WORDS);
        let stops = words.iter().enumerate().filter(|(_, word)| index.thesaurus.is_stop(&word.text));
        let optional = stops.fold(0, |mask, (at, _)| mask | 1 << at);
        let all = (1_u32 << number(words.len())) - 1;
        let required = if optional == all { all } else { all & !optional };
        let mut query = Query { required, readings: Vec::new(), whole: 0, words };
        query.read(index, known);
        query
    }

    fn read(&mut self, index: &Index, known: &[Reading]) {
        let count = self.words.len();
        let mut ways = Vec::new();
        for (at, word) in self.words.iter().enumerate() {
            ways.push((meant(word, index), at..at + 1, 100));
        }
        for (at, word) in self.words.iter().enumerate() {
            let other = index.thesaurus.respelled(word).into_iter();
            ways.extend(other.map(|word| (Token::new(word), at..at + 1, RESPELLED)));
        }
        let pairs = self.words.windows(2).enumerate().filter(|_| count > 2);
        for (at, pair) in pairs {
            let word = joined(pair);
            let token = if count > FEW { Token::exact(word) } else { Token::new(word) };
            ways.push((token, at..at + 2, JOINED));
        }
        if count > 1 {
            self.whole = ways.len();
            ways.push((Token::new(joined(&self.words)), 0..count, JOINED));
        }
        for (token, stands_for, percent) in ways {
            let mut before = self.readings.iter().chain(known).map(|reading| &reading.meant);
            let meant = match before.find(|meant| meant.is(&token, percent)) {
                Some(meant) => meant.clone(),
                None => Arc::new(Meant::new(token, percent, index, known)),
            };
            self.readings.push(Reading { meant, stands_for });
        }
    }

    /// What fits a reading and tells anything: several words written as one begin with a single letter only where the
    /// first of them does, unless that letter is the whole query. `words` is how many words come before those.
    pub fn fitting<'q>(&self, reading: &'q Reading, words: u32) -> impl Iterator<Item = &'q (u32, Fit)> {
        let is_letter = self.words.len() > 1 && reading.meant.token.text.len() == 1;
        reading.meant.fitting.iter().take_while(move |(word, _)| !is_letter || *word < words)
    }

    /// Whether this is one letter only: too little to say more than how a name begins.
    #[must_use]
    pub fn is_letter(&self) -> bool {
        matches!(self.words.as_slice(), [word] if word.text.len() == 1 && word.text.bytes().all(|byte| byte.is_ascii_alphabetic()))
    }

    /// Whether this is long enough to say more than one card does.
    #[must_use]
    pub fn may_say_more(&self) -> bool {
        let needed = self.words.iter().enumerate().filter(|(at, _)| self.required & 1 << at != 0);
        SAYS_MORE.contains(&self.required.count_ones())
            && needed.map(|(_, word)| word.text.len()).all(|len| len >= SAYING)
    }

    /// The words that no short field has as they are written, as bits.
    #[must_use]
    pub fn unwritten(&self) -> u32 {
        let all = (1_u32 << number(self.words.len())) - 1;
        self.readings
            .iter()
            .filter(|reading| reading.meant.is_literal)
            .fold(all, |mask, reading| mask & !reading.mask())
    }
}

/// `word` as a token. What the catalogue has as a word, or as its beginning, is no slip of another.
fn meant(word: &Word, index: &Index) -> Token {
    let begins = index.vocabulary.starting(&word.text).any(|range| !range.is_empty());
    if index.knows(&word.text) || begins { Token::exact(word.clone()) } else { Token::new(word.clone()) }
}

/// How many words that must be found a query has that may say more than a card, and how long they are at least.
const SAYS_MORE: std::ops::RangeInclusive<u32> = 3..=6;
const SAYING: usize = 3;

/// In longer queries two words written as one are looked for as they stand only, and letters with gaps not at all: what
/// somebody writes out in so many words is not abbreviated, and each would be looked for in all names.
pub const FEW: usize = 5;

/// What a find under another spelling is worth, in percent.
const RESPELLED: u16 = 94;

/// What a find of words written as one is worth, in percent.
const JOINED: u16 = 97;
