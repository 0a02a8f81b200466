//! What a tool scores for a query: its best finds together, and what a field is worth that has all words.

use super::field::{Field, Place, bit};
use super::find::{Beyond, Find, Finds};
use super::groups::number;
use super::index::Index;
use super::layer::{Fit, Layer};
use super::query::{MOST_WORDS, Query};
use super::reading::Reading;
use super::typing::LEAST_STANDING;
use crate::domain::text::Lang;
use std::ops::Range;
use std::sync::Arc;

/// A query ready for scoring tools.
#[derive(Debug)]
pub struct Scoring<'a> {
    index: &'a Index,
    query: &'a Query,
    /// The language in which names are shown, as a bit.
    lang: u8,
    beyond: &'a [Beyond],
    met: &'a Met,
    /// How many words must be found.
    count: u32,
    /// From which score on a single word stands in a name itself; never when there are others.
    exact: u32,
    /// How many words of a field are looked at: of one letter only how it begins.
    reach: usize,
}

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
    /// The way to read all words as one.
    whole: u32,
}

/// A reading that fits a word.
#[derive(Debug, Clone, Copy)]
struct Fitting {
    way: u32,
    /// The words of the query that it stands for, as bits.
    words: u32,
    fit: Fit,
    /// How many letters of the word it covers.
    letters: u32,
    /// Where the next one is, as in [`Met::first`].
    next: u32,
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

    fn with_fit(self, fit: Fit) -> Whole {
        Whole(self.0 | (fit.layer as u32) << 16 | u32::from(fit.quality))
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
        self.whole = number(same.get(query.whole).copied().unwrap_or_default());
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
            *first = if way == self.whole { whole.with_fit(fit).0 } else { whole.0 };
        }
        self.words.push(word);
        self.some.get_mut(word as usize / 64).into_iter().for_each(|bits| *bits |= 1 << (word % 64));
    }

    /// The first reading that fits a word.
    fn first(&self, word: u32) -> Option<&Fitting> {
        self.at(self.first_at(word))
    }

    /// Where that is; 0 for none, as with most words.
    fn first_at(&self, word: u32) -> u32 {
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

    fn at(&self, place: u32) -> Option<&Fitting> {
        self.fits.get(place.checked_sub(1)? as usize)
    }

    /// How well all words as one fit a word; most have no bit, and the bits lie closer together than all else.
    fn whole(&self, word: u32) -> Fit {
        if !self.has(word) {
            return Fit::NONE;
        }
        if word >= self.count {
            return self.first.get(word as usize).map_or(Fit::NONE, |first| Whole(*first).fit());
        }
        let mut next = self.first(word);
        while let Some(met) = next {
            if met.way == self.whole {
                return met.fit;
            }
            next = self.at(met.next);
        }
        Fit::NONE
    }
}

impl<'a> Scoring<'a> {
    /// `met` holds the readings of `query`.
    #[must_use]
    pub fn new(index: &'a Index, query: &'a Query, lang: Lang, (beyond, met): (&'a [Beyond], &'a Met)) -> Scoring<'a> {
        let count = query.required.count_ones().max(1);
        let exact = if query.words.len() == 1 { EXACT } else { u32::MAX };
        let reach = if query.is_letter() { 1 } else { usize::MAX };
        Scoring { index, query, lang: bit(lang), beyond, met, count, exact, reach }
    }

    /// The score of a tool, and the finds that make it; `fields` are those of its fields that hold a word that fits.
    #[must_use]
    pub fn score(&self, tool: u32, fields: impl Iterator<Item = u32>) -> (u32, Finds) {
        let mut finds = Finds::default();
        self.begin(tool, &mut finds);
        let mut bonus = 0;
        for at in fields {
            let field = self.index.fields.get(at as usize);
            bonus = bonus.max(field.map_or(0, |field| self.meet_field((at, field), &mut finds)));
        }
        (self.worth(&finds) + bonus, finds)
    }

    /// These tools, in order, with their scores; `fields` are all fields, in order, that hold a word that fits.
    #[must_use]
    pub fn all(&self, tools: &[u32], fields: &[u32]) -> Vec<(u32, u32)> {
        let (mut left, mut finds) = (fields, Finds::default());
        let mut scored = Vec::with_capacity(tools.len());
        for tool in tools {
            self.begin(*tool, &mut finds);
            let own = self.index.fields_of(*tool);
            let has_fields = left.first().is_some_and(|field| *field < own.end);
            let bonus = if has_fields { self.meet_fields(own, &mut left, &mut finds) } else { 0 };
            scored.push((*tool, self.worth(&finds) + bonus));
        }
        scored
    }

    /// Meets those of its `own` fields that come first in `left`, and takes them and all before them from there; answers what
    /// the best is worth beyond its words. By itself, so that nothing is made ready for the many tools without such fields.
    #[inline(never)]
    fn meet_fields(&self, own: Range<u32>, left: &mut &[u32], finds: &mut Finds) -> u32 {
        let mut bonus = 0;
        while let Some((at, others)) = left.split_first().filter(|(at, _)| **at < own.end) {
            if let Some(field) = self.index.fields.get(*at as usize).filter(|_| *at >= own.start) {
                bonus = bonus.max(self.meet_field((*at, field), finds));
            }
            *left = others;
        }
        bonus
    }

    /// Puts what was found outside the vocabulary in the place of the finds that are there.
    fn begin(&self, tool: u32, finds: &mut Finds) {
        for (find, beyond) in finds.iter_mut().zip(self.beyond) {
            *find = beyond.of(tool);
        }
    }

    /// What the finds are worth together, shared among the words that must be found.
    fn worth(&self, finds: &Finds) -> u32 {
        let needed = |at: usize| self.query.required & 1 << at != 0;
        let found = finds.iter().take(self.beyond.len()).enumerate().filter(|(at, _)| needed(*at));
        found.map(|(_, find)| find.score()).sum::<u32>() / self.count
    }

    /// Whether all words of one of the fields stand in the query, two at least that must be found.
    #[must_use]
    pub fn has_whole_field(&self, mut fields: impl Iterator<Item = u32>) -> bool {
        fields.any(|field| {
            let words = self.index.of_field.of(field).iter();
            let standing = words.map(|word| self.standing(*word)).try_fold(0, |all, words| Some(all | words?));
            standing.is_some_and(|words| (words & self.query.required).count_ones() >= LEAST_STANDING)
        })
    }

    /// The words of the query, as bits, that a word stands for as a whole; nothing when there are none and it says
    /// something.
    fn standing(&self, word: u32) -> Option<u32> {
        let fitting = std::iter::successors(self.met.first(word), |met| self.met.at(met.next));
        let whole = fitting.filter(|met| met.fit.layer <= Layer::Prefix || met.fit.layer == Layer::Typo);
        let words = whole.fold(0, |all, met| all | met.words);
        let is_stop = || self.index.thesaurus.is_stop(self.index.vocabulary.word(word).text);
        (words != 0 || is_stop()).then_some(words)
    }

    /// Notes what one field has; answers what the field is worth beyond its words.
    #[inline]
    fn meet_field(&self, (at, field): (u32, &Field), finds: &mut Finds) -> u32 {
        let place = field.place_for(self.lang);
        let (mut here, mut covered) = (0, 0);
        for (at, word) in self.index.of_field.of(at).iter().take(self.reach).enumerate() {
            let mut next = self.met.first_at(*word);
            if next == 0 {
                continue;
            }
            let mut letters = 0;
            while let Some(met) = self.met.at(next) {
                here |= met.words;
                letters = letters.max(met.letters);
                raise(finds, met.words, Find::new(place, positioned(met.fit, at)));
                next = met.next;
            }
            covered += letters;
        }
        let whole = self.met.whole(field.whole);
        let more = if whole.quality > 0 {
            here = self.query.required;
            finds.iter_mut().take(self.query.words.len()).for_each(|slot| slot.raise(Find::new(place, whole)));
            self.whole_field(whole, (field, place))
        } else if place == Place::Name && finds[0].score() >= self.exact {
            READ
        } else {
            0
        };
        (more + self.together(here, (covered, field.letters))) * place.worth() / 100
    }

    /// What it is worth when all words of the query as one fit all words of a field as one. While somebody types, the
    /// beginning of a name they read says more than another form of an alias, or than an alias in another language; the word
    /// itself in such a name says as much.
    #[inline(never)]
    fn whole_field(&self, fit: Fit, (field, place): (&Field, Place)) -> u32 {
        let is_one = self.query.words.len() == 1;
        let is_foreign = place == Place::Alias && field.shown & self.lang == 0;
        match fit.layer {
            Layer::Exact | Layer::Form if is_foreign && is_one => 100,
            Layer::Exact => 400,
            Layer::Form if place == Place::Alias => 170,
            Layer::Form => 250,
            Layer::Prefix => match place {
                Place::Name if is_one => 100 + READ,
                Place::Name => 400,
                Place::OtherName | Place::NamePart | Place::Alias if !is_one => 300,
                _ => 100,
            },
            Layer::Typo => 150,
            _ => 0,
        }
    }

    /// What it is worth that a field has the words `here` of the query (as bits) together, which are so many of its
    /// letters.
    #[inline]
    fn together(&self, here: u32, (covered, letters): (u32, u32)) -> u32 {
        let (has, said) = (here & self.query.required, here & !self.query.required);
        if has == 0 {
            return 0;
        }
        let cover = || TOGETHER + covered.min(letters) * COVER / letters.max(1);
        // Bits are counted where there may be several: most processors are asked for that in many steps.
        let said = if said == 0 { 0 } else { AS_SAID * said.count_ones() / number(self.query.words.len()) };
        said + match has {
            _ if has == self.query.required => cover(),
            _ if has.is_power_of_two() => 0,
            _ => cover() * has.count_ones() / self.count / 2,
        }
    }
}

/// Raises the finds of these words, given as bits.
fn raise(finds: &mut Finds, mask: u32, find: Find) {
    let mut left = mask;
    while left != 0 {
        finds.get_mut(left.trailing_zeros() as usize).into_iter().for_each(|slot| slot.raise(find));
        left &= left - 1;
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

/// What it is worth that a single word begins a name somebody reads, or stands in it, and from which score on a find is
/// the word itself.
const READ: u32 = 160;
const EXACT: u32 = 1000;

/// What it is worth when a field has, beside a word that must be found, all other words of the query.
const AS_SAID: u32 = 120;

/// What the first word of a field is worth beyond a later one.
const FIRST: u16 = 40;

/// What a field is worth that has all words of the query.
const TOGETHER: u32 = 80;

/// What a field is worth that has nothing but the words of the query.
const COVER: u32 = 150;
