//! A query as it is meant: its words, which of them must be found, and the ways to read them.

use super::collector::joined;
use super::fold::{Word, words};
use super::groups::number;
use super::index::Index;
use super::layer::{Fit, Layer, Token};
use super::loose::Loose;
use super::reading::{Meant, Reading, Way};
use super::stem::stem;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

/// How much of a query is read, in characters; of a longer one with many words not the last of them, which may be cut.
const LONGEST: usize = 200;

/// How many words of a query are looked for.
pub const MOST_WORDS: usize = 12;

/// A query, read.
#[derive(Debug)]
pub struct Query {
    pub words: Vec<Word>,
    /// The words that must be found, as bits: all but stop words, or all when there are no others.
    pub required: u32,
    /// The words that are parts of a compound, as bits.
    parts: u32,
    /// First each word by itself, in order; then other spellings, neighbours as one word, and all words as one.
    pub readings: Vec<Reading>,
    /// The readings of all words as one, as they stand and in their other spelling; the same twice where that is one.
    pub wholes: [usize; 2],
}

impl Query {
    /// `text`, read over `index`; what earlier queries have found out about the same words, and about their beginnings, is
    /// taken from `known`, the last one first.
    #[must_use]
    pub fn new(text: &str, index: &Index, known: &[&Query]) -> Query {
        let mut words = words(&text.chars().take(LONGEST).collect::<String>());
        if words.len() > FEW {
            if text.chars().nth(LONGEST).is_some() {
                words.pop();
            }
            words = each_once(words);
        }
        words.truncate(MOST_WORDS);
        Query::of(Loose { words, ..Loose::default() }, index, known)
    }

    /// This query, which finds nothing, read more loosely; nothing where that is no other way.
    #[must_use]
    pub fn again(&self, index: &Index) -> Option<Query> {
        let loose = Loose::of(&self.words, MOST_WORDS, index)?;
        Some(Query::of(loose, index, &[self]))
    }

    fn of(Loose { words, parts, general }: Loose, index: &Index, known: &[&Query]) -> Query {
        let stops = words.iter().enumerate().filter(|(_, word)| index.thesaurus.is_stop(&word.text));
        let optional = stops.fold(general, |mask, (at, _)| mask | 1 << at);
        let all = (1_u32 << number(words.len())) - 1;
        let required = if optional == all { all } else { all & !optional };
        let mut query = Query { required, parts, readings: Vec::new(), wholes: [0; 2], words };
        query.read(index, known);
        query
    }

    fn read(&mut self, index: &Index, known: &[&Query]) {
        let count = self.words.len();
        let mut ways = Vec::new();
        for (at, word) in self.words.iter().enumerate() {
            let token = meant(word, index);
            let way = match self.parts & 1 << at {
                0 if count == 1 && token.is_letter() => Way::Initial,
                0 => Way::AsWritten,
                _ => Way::Part,
            };
            ways.push((token, at..at + 1, way));
        }
        for (at, word) in self.words.iter().enumerate() {
            let other = index.thesaurus.respelled(word).into_iter();
            let way = if self.parts & 1 << at == 0 { Way::Respelled } else { Way::Part };
            ways.extend(other.map(|word| (Token::new(word), at..at + 1, way)));
        }
        let pairs = self.words.windows(2).enumerate().filter(|_| count > 2);
        for (at, pair) in pairs {
            let word = joined(pair);
            let token = if count > FEW { Token::exact(word) } else { Token::new(word) };
            ways.push((token, at..at + 2, Way::Joined));
        }
        let turned: Vec<_> = (0..count.saturating_sub(2)).filter_map(|at| self.turned(at, index)).collect();
        if count > 1 {
            let (token, is_turned) = match turned.first() {
                Some((token, range)) if *range == (0..count) => (token.clone(), true),
                _ => (Token::new(joined(&self.words)), false),
            };
            self.wholes = [ways.len(); 2];
            ways.push((token, 0..count, Way::Joined));
            ways.extend(turned.into_iter().filter(|_| !is_turned).map(|(token, range)| (token, range, Way::Joined)));
            if let Some(token) = self.respelled(index) {
                self.wholes[1] = ways.len();
                ways.push((token, 0..count, Way::Joined));
            }
        }
        for (token, stands_for, way) in ways {
            let known = || known.iter().flat_map(|query| &query.readings);
            let mut before = self.readings.iter().chain(known()).map(|reading| &reading.meant);
            let same = before.find(|meant| meant.is(&token, way)).cloned();
            let meant = same.unwrap_or_else(|| {
                let begun = known().map(|reading| &*reading.meant).find(|meant| token.continues(&meant.token));
                Arc::new(Meant::new(token, way, index, begun))
            });
            self.readings.push(Reading { meant, stands_for });
        }
    }

    /// All words as one, each in its other spelling where it has one: `femminutteri` as `5minutteri`.
    fn respelled(&self, index: &Index) -> Option<Token> {
        let other = |word: &Word| index.thesaurus.respelled(word).into_iter().next();
        let others: Vec<Option<Word>> = self.words.iter().map(other).collect();
        if others.iter().all(Option::is_none) {
            return None;
        }
        let words: Vec<Word> =
            others.into_iter().zip(&self.words).map(|(other, word)| other.unwrap_or(word.clone())).collect();
        Some(Token::exact(joined(&words)))
    }

    /// The compound that three words from `at` on stand for, the middle one a preposition: `gruppearbeid` for `arbeid i
    /// grupper`. Nothing when the catalogue has no such word, or has the three as they stand.
    fn turned<'a>(&self, at: usize, index: &'a Index) -> Option<(Token, Range<usize>)> {
        let three = self.words.get(at..at + 3)?;
        let [head, between, tail] = three else { return None };
        let is_needed = |at: usize| self.required & 1 << at != 0;
        if !is_needed(at) || !is_needed(at + 2) || !PREPOSITIONS.contains(&between.text.as_str()) {
            return None;
        }
        let root = tail.text.get(..stem(&tail.text)).filter(|root| root.len() >= LEAST_HALF)?;
        let begun = index.vocabulary.starting(root).flatten().map(|word| index.vocabulary.word(word).text);
        let first_half = |compound: &'a str| compound.strip_suffix(head.text.as_str());
        let mut compounds = begun.filter(|word| first_half(word).and_then(|half| half.get(..stem(half))) == Some(root));
        let compound = compounds.next()?;
        let is_there = index.vocabulary.knows(&joined(three).text);
        let word = words(compound).into_iter().next().filter(|_| !is_there)?;
        Some((Token::exact(word), at..at + 3))
    }

    /// What fits a reading and tells anything: several words written as one begin with a single letter only where the
    /// first of them does, unless that letter is the whole query. A stop word with another after it is not on the way to
    /// a longer word. `words` is how many words come before those.
    pub fn fitting<'q>(&self, reading: &'q Reading, words: u32) -> impl Iterator<Item = &'q (u32, Fit)> {
        let is_letter = self.words.len() > 1 && reading.meant.token.text.len() == 1;
        let mask = reading.mask();
        let is_said = mask & self.required == 0 && mask >> (self.words.len().saturating_sub(1)) == 0;
        let fitting = reading.meant.fitting.iter().take_while(move |(word, _)| !is_letter || *word < words);
        fitting.filter(move |(_, fit)| !is_said || fit.layer <= Layer::Form)
    }

    /// Whether this is one letter only.
    #[must_use]
    pub fn is_letter(&self) -> bool {
        self.readings.first().is_some_and(|reading| reading.meant.is_initial())
    }

    /// Whether this is long enough to say more than one card does.
    #[must_use]
    pub fn may_say_more(&self) -> bool {
        let needed = self.words.iter().enumerate().filter(|(at, _)| self.required & 1 << at != 0);
        SAYS_MORE.contains(&self.required.count_ones())
            && needed.map(|(_, word)| word.text.len()).all(|len| len >= SAYING)
    }

    /// All words, as bits.
    #[must_use]
    pub fn all(&self) -> u32 {
        (1 << number(self.words.len())) - 1
    }

    /// The words that no short field has as they are written, as bits.
    #[must_use]
    pub fn unwritten(&self) -> u32 {
        self.readings
            .iter()
            .filter(|reading| reading.meant.is_literal)
            .fold(self.all(), |mask, reading| mask & !reading.mask())
    }
}

/// The words, in order, without those that were there before.
fn each_once(words: Vec<Word>) -> Vec<Word> {
    let mut before = BTreeSet::new();
    words.into_iter().filter(|word| before.insert(word.text.clone())).collect()
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
/// somebody writes out in so many words is not abbreviated, and each would be looked for in all names. A word that comes
/// again says nothing more there; in shorter ones it may be part of a name (`Hva – hva så – hva nå`).
pub const FEW: usize = 5;

/// What stands between the halves of a compound when they stand apart, folded.
const PREPOSITIONS: [&str; 14] =
    ["i", "pa", "av", "for", "fra", "til", "med", "om", "over", "mellom", "of", "in", "from", "between"];

/// The shortest first half of a compound without its ending, in letters.
const LEAST_HALF: usize = 3;
