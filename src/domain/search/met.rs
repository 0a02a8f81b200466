//! The readings of a query that fit the words of the vocabulary, word by word, as scoring asks for them.

use super::groups::number;
use super::index::Index;
use super::layer::{Fit, Layer};
use super::query::{MOST_WORDS, Query};
use super::reading::Reading;
use std::sync::Arc;

/// For each word of the vocabulary the readings that fit it.
#[derive(Debug, Default)]
pub struct Met {
    /// Where the first one is, counted from 1; 0 for none. For what is only several words written as one, a [`Whole`].
    first: Vec<u32>,
    /// How many are words.
    count: u32,
    fits: Vec<Fitting>,
    /// The words that have some, and the same as bits.
    words: Vec<u32>,
    some: Vec<u64>,
    /// The words of the query, as bits, that each way to read some of them stands for.
    ways: Vec<u32>,
    /// The ways to read all words as one.
    wholes: [u32; 2],
}

/// A reading that fits a word.
#[derive(Debug, Clone, Copy)]
pub struct Fitting {
    way: u32,
    /// The words of the query that it stands for, as bits.
    pub words: u32,
    pub fit: Fit,
    /// How many letters of the word it covers.
    pub letters: u32,
    /// Where the next one is, as in [`Met::first`].
    pub next: u32,
}

/// A way to read some words of the query.
#[derive(Debug, Clone, Copy)]
struct Way {
    number: u32,
    /// The words that it stands for, as bits.
    words: u32,
    /// How many letters it has.
    letters: u32,
}

/// What fits several words written as one, in one number: in the lowest 16 bits the quality when that is all words of
/// the query as one, in the next 4 the layer, in the highest 12 the words of the query, as bits. There are very many of
/// them, so that each further look into memory is felt.
#[derive(Debug, Clone, Copy)]
struct Whole(u32);

const _: () = assert!(MOST_WORDS <= 12, "each word of a query has a bit");

impl Whole {
    fn with_words(self, mask: u32) -> Whole {
        Whole(self.0 | mask << 20)
    }

    /// The same with the better of its fit and this one.
    fn with_fit(self, fit: Fit) -> Whole {
        if fit.quality <= self.fit().quality {
            return self;
        }
        Whole(self.0 >> 20 << 20 | (fit.layer as u32) << 16 | u32::from(fit.quality))
    }

    fn words(self) -> u32 {
        self.0 >> 20
    }

    fn fit(self) -> Fit {
        let layer = Layer::ALL.get((self.0 >> 16 & 15) as usize).copied().unwrap_or_default();
        Fit { quality: u16::try_from(self.0 & 0xffff).unwrap_or_default(), layer }
    }
}

impl Met {
    /// Makes room for the words of `index` before the first query comes.
    pub fn prepare(&mut self, index: &Index) {
        self.first.resize(index.vocabulary.len(), 0);
        self.some.resize(index.vocabulary.len().div_ceil(64), 0);
    }

    /// Holds the readings of `query` and nothing else from now on; readings that mean the same are one way.
    pub fn fill(&mut self, query: &Query, index: &Index) {
        for word in self.words.drain(..) {
            self.first.get_mut(word as usize).into_iter().for_each(|first| *first = 0);
            self.some.get_mut(word as usize / 64).into_iter().for_each(|bits| *bits = 0);
        }
        self.fits.clear();
        self.ways.clear();
        self.prepare(index);
        self.count = index.vocabulary.words();
        let readings = query.readings.iter();
        let same = readings.clone().map(|reading| {
            let is_same = |other: &Reading| Arc::ptr_eq(&other.meant, &reading.meant);
            query.readings.iter().position(is_same).unwrap_or_default()
        });
        let same: Vec<usize> = same.collect();
        self.ways.resize(same.len(), 0);
        for (first, reading) in same.iter().zip(readings) {
            self.ways.get_mut(*first).into_iter().for_each(|mask| *mask |= reading.mask());
        }
        self.wholes = query.wholes.map(|whole| number(same.get(whole).copied().unwrap_or_default()));
        for (at, reading) in query.readings.iter().enumerate().rev().filter(|(at, _)| same.get(*at) == Some(at)) {
            let words = self.ways.get(at).copied().unwrap_or_default();
            let way = Way { number: number(at), words, letters: number(reading.meant.token.text.len()) };
            self.fits.reserve(reading.meant.fitting.len());
            self.words.reserve(reading.meant.fitting.len());
            for (word, fit) in query.fitting(reading, self.count) {
                self.note((*word, *fit), way, index);
            }
        }
    }

    /// Notes that a word fits in a way.
    #[inline]
    fn note(&mut self, (word, fit): (u32, Fit), Way { number: way, words, letters }: Way, index: &Index) {
        let Some(first) = self.first.get_mut(word as usize) else { return };
        if word < self.count {
            let letters = letters.min(index.vocabulary.length(word));
            self.fits.push(Fitting { way, words, fit, letters, next: *first });
            *first = number(self.fits.len());
        } else {
            let whole = Whole(*first).with_words(words);
            *first = if self.wholes.contains(&way) { whole.with_fit(fit).0 } else { whole.0 };
        }
        self.words.push(word);
        self.some.get_mut(word as usize / 64).into_iter().for_each(|bits| *bits |= 1 << (word % 64));
    }

    /// The first reading that fits a word.
    #[inline]
    #[must_use]
    pub fn first(&self, word: u32) -> Option<&Fitting> {
        self.at(self.first_at(word))
    }

    /// Where that is; 0 for none, as with most words.
    #[inline]
    #[must_use]
    pub fn first_at(&self, word: u32) -> u32 {
        self.first.get(word as usize).copied().unwrap_or_default()
    }

    /// The words of the query, as bits, that some word of a field, or all its words as one, can stand for.
    #[must_use]
    pub fn words_in(&self, index: &Index, field: u32) -> u32 {
        let whole = index.fields.get(field as usize).map_or(0, |field| self.words_of(field.whole));
        index.of_field.of(field).iter().fold(whole, |mask, word| mask | self.words_of(*word))
    }

    fn words_of(&self, word: u32) -> u32 {
        if !self.has(word) {
            return 0;
        }
        if word >= self.count {
            return self.first.get(word as usize).map_or(0, |first| Whole(*first).words());
        }
        let fitting = std::iter::successors(self.first(word), |met| self.at(met.next));
        fitting.fold(0, |mask, met| mask | met.words)
    }

    /// Whether some reading fits a word.
    fn has(&self, word: u32) -> bool {
        self.some.get(word as usize / 64).is_some_and(|bits| bits >> (word % 64) & 1 != 0)
    }

    #[inline]
    #[must_use]
    pub fn at(&self, place: u32) -> Option<&Fitting> {
        self.fits.get(place.checked_sub(1)? as usize)
    }

    /// How well all words as one fit a word; most have no bit, and the bits lie closer together than all else.
    #[inline]
    #[must_use]
    pub fn whole(&self, word: u32) -> Fit {
        if !self.has(word) {
            return Fit::NONE;
        }
        if word >= self.count {
            return self.first.get(word as usize).map_or(Fit::NONE, |first| Whole(*first).fit());
        }
        let mut next = self.first(word);
        while let Some(met) = next {
            if self.wholes.contains(&met.way) {
                return met.fit;
            }
            next = self.at(met.next);
        }
        Fit::NONE
    }
}
