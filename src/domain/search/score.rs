//! What a tool scores for a query: its best finds together, and what a field is worth that has all words.

use super::field::{Field, Place, bit};
use super::find::{Best, Beyond, Find, Finds};
use super::index::Index;
use super::layer::{Fit, Layer};
use super::met::Met;
use super::query::Query;
use super::typing::LEAST_STANDING;
use super::weight::Weights;
use crate::domain::text::Lang;
use std::ops::Range;

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
    is_letter: bool,
    weights: Weights,
}

impl<'a> Scoring<'a> {
    /// `met` holds the readings of `query`.
    #[must_use]
    pub fn new(index: &'a Index, query: &'a Query, lang: Lang, (beyond, met): (&'a [Beyond], &'a Met)) -> Scoring<'a> {
        let count = query.required.count_ones().max(1);
        let exact = if query.words.len() == 1 { EXACT } else { u32::MAX };
        let (is_letter, weights) = (query.is_letter(), Weights::of(query));
        Scoring { index, query, lang: bit(lang), beyond, met, count, exact, is_letter, weights }
    }

    /// The score of a tool, and the finds that make it; `fields` are those of its fields that hold a word that fits.
    #[must_use]
    pub fn score(&self, tool: u32, fields: impl Iterator<Item = u32>) -> (u32, Finds) {
        let mut finds = Finds::of(self.beyond, tool);
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
        if self.beyond.len() == 1 { self.each::<Find>(tools, fields) } else { self.each::<Finds>(tools, fields) }
    }

    fn each<B: Best>(&self, tools: &[u32], fields: &[u32]) -> Vec<(u32, u32)> {
        let mut left = fields;
        let mut scored = Vec::with_capacity(tools.len());
        for tool in tools {
            let mut finds = B::of(self.beyond, *tool);
            let own = self.index.fields_of(*tool);
            let has_fields = left.first().is_some_and(|field| *field < own.end);
            let bonus = if has_fields { self.meet_fields(own, &mut left, &mut finds) } else { 0 };
            scored.push((*tool, self.worth(finds.all()) + bonus));
        }
        scored
    }

    /// Meets those of its `own` fields that come first in `left`, and takes them and all before them from there; answers what
    /// the best is worth beyond its words. By itself, so that nothing is made ready for the many tools without such fields.
    #[inline(never)]
    fn meet_fields(&self, own: Range<u32>, left: &mut &[u32], finds: &mut impl Best) -> u32 {
        let mut bonus = 0;
        while let Some((at, others)) = left.split_first().filter(|(at, _)| **at < own.end) {
            if let Some(field) = self.index.fields.get(*at as usize).filter(|_| *at >= own.start) {
                bonus = bonus.max(self.meet_field((*at, field), finds));
            }
            *left = others;
        }
        bonus
    }

    /// What the finds are worth together, shared among the words that must be found.
    #[inline]
    fn worth(&self, finds: &[Find]) -> u32 {
        if let [find] = finds {
            return find.score();
        }
        let needed = |at: usize| self.query.required & 1 << at != 0;
        let found = finds.iter().take(self.beyond.len()).enumerate().filter(|(at, _)| needed(*at));
        found.map(|(_, find)| find.score()).sum::<u32>() / self.count + self.weights.said_somewhere(finds)
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
    fn meet_field(&self, (at, field): (u32, &Field), finds: &mut impl Best) -> u32 {
        let (place, words) = (field.place_for(self.lang), self.index.of_field.of(at));
        if self.is_letter {
            return self.begin_field(words, (field, place), finds);
        }
        let (mut here, mut covered) = (0, 0);
        let worth = if place == Place::Need { self.weights.of_need(field) } else { place.worth() };
        for (at, word) in words.iter().enumerate() {
            let mut next = self.met.first_at(*word);
            if next == 0 {
                continue;
            }
            let mut letters = 0;
            while let Some(met) = self.met.at(next) {
                here |= met.words;
                letters = letters.max(met.letters);
                finds.raise(met.words, Find::weighing(worth, place, positioned(met.fit, at)));
                next = met.next;
            }
            covered += letters;
        }
        let whole = self.met.whole(field.whole);
        let more = if whole.quality > 0 {
            here = self.query.required;
            finds.raise(self.query.all(), Find::new(place, whole));
            self.whole_field(whole, (field, place))
        } else if place == Place::Name && finds.all().first().is_some_and(|find| find.score() >= self.exact) {
            READ
        } else {
            0
        };
        (more + self.together(here, (covered, field.letters))) * place.worth() / 100
    }

    /// The same for one letter: it fits how the field begins, and so all its words as one.
    fn begin_field(&self, words: &[u32], (field, place): (&Field, Place), finds: &mut impl Best) -> u32 {
        let Some(met) = words.first().and_then(|first| self.met.first(*first)) else { return 0 };
        finds.raise(met.words, Find::new(place, positioned(met.fit, 0)));
        let whole = if words.len() == 1 { met.fit } else { Fit { layer: Layer::Prefix, ..met.fit } };
        let more = self.whole_field(whole, (field, place)) + self.together(met.words, (met.letters, field.letters));
        more * place.worth() / 100
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
        let said = if said == 0 { 0 } else { self.weights.as_said(said.count_ones()) };
        said + match has {
            _ if has == self.query.required => cover(),
            _ if has.is_power_of_two() => 0,
            _ => cover() * has.count_ones() / self.count / 2,
        }
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

/// What the first word of a field is worth beyond a later one.
const FIRST: u16 = 40;

/// What a field is worth that has all words of the query.
const TOGETHER: u32 = 80;

/// What a field is worth that has nothing but the words of the query.
const COVER: u32 = 150;
