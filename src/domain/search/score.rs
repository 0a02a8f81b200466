//! What a tool scores for a query: its best finds together, and what a field is worth that has all words.

use super::find::{Beyond, Find, Finds};
use super::groups::number;
use super::index::Index;
use super::layer::{Fit, Layer};
use super::query::{MOST_WORDS, Query};
use super::reading::Reading;
use super::typing::LEAST_STANDING;
use crate::domain::text::Lang;
use std::ops::Range;

/// A query ready for scoring tools.
#[derive(Debug)]
pub struct Scoring<'a> {
    index: &'a Index,
    query: &'a Query,
    lang: Lang,
    beyond: &'a [Beyond],
    met: &'a Met,
}

/// For each word of the vocabulary the readings that fit it.
#[derive(Debug, Default)]
pub struct Met {
    /// Where the first one is, counted from 1; 0 for none.
    first: Vec<u32>,
    fits: Vec<Fitting>,
    /// The words that have some.
    words: Vec<u32>,
    ways: Vec<Way>,
}

/// A reading that fits a word.
#[derive(Debug, Clone, Copy)]
struct Fitting {
    reading: u32,
    fit: Fit,
    /// Where the next one is, as in [`Met::first`].
    next: u32,
}

/// What is asked of a reading over and over again.
#[derive(Debug, Clone)]
struct Way {
    /// The words of the query that it stands for, as bits and as a range.
    mask: u32,
    words: Range<usize>,
    /// Its length.
    letters: u32,
}

impl Met {
    /// Holds the readings of `query` and nothing else from now on; `count` is how many words there are.
    pub fn fill(&mut self, query: &Query, count: usize) {
        for word in self.words.drain(..) {
            self.first.get_mut(word as usize).into_iter().for_each(|first| *first = 0);
        }
        self.fits.clear();
        self.first.resize(count, 0);
        let fitting = query.readings.iter().map(|reading| reading.meant.fitting.len()).sum();
        self.fits.reserve(fitting);
        self.words.reserve(fitting);
        let letters = |reading: &Reading| number(reading.meant.token.text.len());
        let way = |reading: &Reading| Way {
            mask: reading.mask(),
            words: reading.stands_for.clone(),
            letters: letters(reading),
        };
        self.ways = query.readings.iter().map(way).collect();
        for (at, reading) in query.readings.iter().enumerate().rev() {
            for (word, fit) in &reading.meant.fitting {
                let Some(first) = self.first.get_mut(*word as usize) else { continue };
                self.fits.push(Fitting { reading: number(at), fit: *fit, next: *first });
                *first = number(self.fits.len());
                self.words.push(*word);
            }
        }
    }

    /// The readings that fit a word, in order.
    fn of(&self, word: u32) -> impl Iterator<Item = &Fitting> {
        let mut next = self.first.get(word as usize).copied().unwrap_or_default();
        std::iter::from_fn(move || {
            let fitting = self.fits.get(next.checked_sub(1)? as usize)?;
            next = fitting.next;
            Some(fitting)
        })
    }
}

impl<'a> Scoring<'a> {
    /// `met` holds the readings of `query`.
    #[must_use]
    pub fn new(index: &'a Index, query: &'a Query, lang: Lang, (beyond, met): (&'a [Beyond], &'a Met)) -> Scoring<'a> {
        Scoring { index, query, lang, beyond, met }
    }

    /// The score of a tool, and the finds that make it; `fields` are those of its fields that hold a word that fits.
    #[must_use]
    pub fn score(&self, tool: u32, fields: impl Iterator<Item = u32>) -> (u32, Finds) {
        let mut finds = [Find::default(); MOST_WORDS];
        for (find, beyond) in finds.iter_mut().zip(self.beyond) {
            find.raise(beyond.of(tool));
        }
        let mut bonus = 0;
        fields.for_each(|field| bonus = bonus.max(self.meet_field(field, &mut finds)));
        let words = finds.iter().take(self.query.words.len()).enumerate();
        let total: u32 = words.filter(|(at, _)| self.query.required & 1 << at != 0).map(|(_, find)| find.score).sum();
        (total / self.query.required.count_ones().max(1) + bonus, finds)
    }

    /// Whether all words of one of the fields stand in the query, two at least that must be found.
    #[must_use]
    pub fn has_whole_field(&self, mut fields: impl Iterator<Item = u32>) -> bool {
        fields.any(|field| {
            let mut standing = 0;
            let mut stands = |word: &u32| {
                let masks =
                    self.met.of(*word).filter(|met| met.fit.layer <= Layer::Prefix || met.fit.layer == Layer::Typo);
                let mask =
                    masks.filter_map(|met| self.met.ways.get(met.reading as usize)).fold(0, |all, way| all | way.mask);
                standing |= mask & self.query.required;
                mask != 0 || self.index.thesaurus.is_stop_text(self.index.vocabulary.word(*word).text)
            };
            self.index.of_field.of(field).iter().all(&mut stands) && standing.count_ones() >= LEAST_STANDING
        })
    }

    /// Notes what one field has; answers what the field is worth beyond its words.
    fn meet_field(&self, at: u32, finds: &mut Finds) -> u32 {
        let Some(field) = self.index.fields.get(at as usize) else { return 0 };
        let place = field.place(self.lang);
        let (mut here, mut covered) = (0, 0);
        for (at, word) in self.index.of_field.of(at).iter().enumerate() {
            let mut letters = 0;
            for met in self.met.of(*word) {
                let Some(way) = self.met.ways.get(met.reading as usize) else { continue };
                here |= way.mask;
                letters = letters.max(way.letters);
                let find = Find::new(place, positioned(met.fit, at));
                for slot in finds.get_mut(way.words.clone()).unwrap_or_default() {
                    slot.raise(find);
                }
            }
            if letters > 0 {
                covered += letters.min(self.index.vocabulary.length(*word));
            }
        }
        let whole = self.met.of(field.whole).find(|met| met.reading as usize == self.query.whole);
        let whole = whole.map_or(Fit::NONE, |met| met.fit);
        if whole.quality > 0 {
            here = self.query.required;
            finds.iter_mut().take(self.query.words.len()).for_each(|slot| slot.raise(Find::new(place, whole)));
        }
        let required = self.query.required;
        let (has, needed) = ((here & required).count_ones(), required.count_ones().max(1));
        let cover = TOGETHER + covered.min(field.letters) * COVER / field.letters.max(1);
        let cover = match has {
            _ if has == needed => cover,
            2.. => cover * has / needed / 2,
            _ => 0,
        };
        let said = if has == 0 {
            0
        } else {
            AS_SAID * (here & !required).count_ones() / number(self.query.words.len()).max(1)
        };
        (whole_field(whole) + cover + said) * place.worth() / 100
    }
}

/// A fit with the place of the word in its field: the first word is worth more, and a later one is not a prefix.
fn positioned(fit: Fit, at: usize) -> Fit {
    match (at, fit.layer) {
        (0, _) => Fit { quality: fit.quality + FIRST, ..fit },
        (_, Layer::Prefix) => Fit { quality: fit.quality.saturating_sub(FIRST), layer: Layer::WordStart },
        _ => fit,
    }
}

/// What it is worth when all words of the query as one fit all words of a field as one.
fn whole_field(fit: Fit) -> u32 {
    match fit.layer {
        _ if fit.quality == 0 => 0,
        Layer::Exact => 400,
        Layer::Form => 250,
        Layer::Prefix => 100,
        Layer::Typo => 150,
        _ => 0,
    }
}

/// What it is worth when a field has, beside a word that must be found, all other words of the query.
const AS_SAID: u32 = 120;

/// What the first word of a field is worth beyond a later one.
const FIRST: u16 = 40;

/// What a field is worth that has all words of the query.
const TOGETHER: u32 = 80;

/// What a field is worth that has nothing but the words of the query.
const COVER: u32 = 150;
