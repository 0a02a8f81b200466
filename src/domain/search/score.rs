//! What a tool scores for a query: its best finds together, and what a field is worth that has all words.

use super::find::{Beyond, Find, Finds};
use super::groups::number;
use super::index::Index;
use super::layer::{Fit, Layer};
use super::query::{MOST_WORDS, Query};
use crate::domain::text::Lang;

/// A query ready for scoring tools.
#[derive(Debug)]
pub struct Scoring<'a> {
    index: &'a Index,
    query: &'a Query,
    lang: Lang,
    beyond: &'a [Beyond],
    met: Met,
}

/// For each word of the vocabulary the readings that fit it.
#[derive(Debug)]
struct Met {
    /// Where the first one is, counted from 1; 0 for none.
    first: Vec<u32>,
    /// Reading, fit, and where the next one is.
    fits: Vec<(u32, Fit, u32)>,
}

impl Met {
    fn new(query: &Query, count: usize) -> Met {
        let mut met = Met { first: vec![0; count], fits: Vec::new() };
        for (at, reading) in query.readings.iter().enumerate().rev() {
            for (word, fit) in &reading.meant.fitting {
                if let Some(first) = met.first.get_mut(*word as usize) {
                    met.fits.push((number(at), *fit, *first));
                    *first = number(met.fits.len());
                }
            }
        }
        met
    }

    /// The readings that fit a word, in order.
    fn of(&self, word: u32) -> impl Iterator<Item = (usize, Fit)> {
        let mut next = self.first.get(word as usize).copied().unwrap_or_default();
        std::iter::from_fn(move || {
            let (reading, fit, after) = *self.fits.get(next.checked_sub(1)? as usize)?;
            next = after;
            Some((reading as usize, fit))
        })
    }
}

impl<'a> Scoring<'a> {
    #[must_use]
    pub fn new(index: &'a Index, query: &'a Query, lang: Lang, beyond: &'a [Beyond]) -> Scoring<'a> {
        Scoring { index, query, lang, beyond, met: Met::new(query, index.vocabulary.len()) }
    }

    /// The score of a tool, and the finds that make it; `fields` are those of its fields that hold a word that fits.
    #[must_use]
    pub fn score(&self, tool: u32, fields: impl Iterator<Item = u32>) -> (u32, Finds) {
        let mut finds = [Find::default(); MOST_WORDS];
        for (find, beyond) in finds.iter_mut().zip(self.beyond) {
            find.raise(beyond.of(tool));
        }
        let mut bonus = 0;
        for field in fields {
            bonus = bonus.max(self.meet_field(field, &mut finds));
        }
        let weight = |at: usize| if self.query.required & 1 << at == 0 { 1 } else { REQUIRED };
        let words = finds.iter().take(self.query.words.len()).enumerate();
        let total: u32 = words.map(|(at, find)| find.score * weight(at)).sum();
        (total / (REQUIRED * self.query.required.count_ones().max(1)) + bonus, finds)
    }

    /// Notes what one field has; answers what the field is worth beyond its words.
    fn meet_field(&self, at: u32, finds: &mut Finds) -> u32 {
        let Some(field) = self.index.fields.get(at as usize) else { return 0 };
        let place = field.place(self.lang);
        let (mut here, mut covered) = (0, 0);
        for (at, word) in self.index.of_field.of(at).iter().enumerate() {
            let mut letters = 0;
            for (reading, fit) in self.met.of(*word) {
                let Some(reading) = self.query.readings.get(reading) else { continue };
                here |= reading.mask();
                letters = letters.max(number(reading.meant.token.text.len()));
                let find = Find::new(place, positioned(fit, at));
                let stood_for = finds.get_mut(reading.stands_for.clone()).unwrap_or_default();
                stood_for.iter_mut().for_each(|slot| slot.raise(find));
            }
            if letters > 0 {
                covered += letters.min(self.index.vocabulary.length(*word));
            }
        }
        let whole = self.met.of(field.whole).find(|(reading, _)| *reading == self.query.whole);
        let whole = whole.map_or(Fit::NONE, |(_, fit)| fit);
        if whole.quality > 0 {
            here = self.query.required;
            finds.iter_mut().take(self.query.words.len()).for_each(|slot| slot.raise(Find::new(place, whole)));
        }
        let complete = here & self.query.required == self.query.required;
        let cover = if complete { TOGETHER + covered.min(field.letters) * COVER / field.letters.max(1) } else { 0 };
        (whole_field(whole) + cover) * place.worth() / 100
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

/// How many times as much a word counts that must be found as a stop word does.
const REQUIRED: u32 = 5;

/// What the first word of a field is worth beyond a later one.
const FIRST: u16 = 40;

/// What a field is worth that has all words of the query.
const TOGETHER: u32 = 80;

/// What a field is worth that has nothing but the words of the query.
const COVER: u32 = 150;
