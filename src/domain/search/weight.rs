//! What the words weigh that need not be found, and a single word in a long sentence.

use super::field::{Field, Place};
use super::find::Find;
use super::groups::number;
use super::layer::Layer;
use super::query::Query;

/// What is known of a query before any tool is looked at.
#[derive(Debug, Clone, Copy)]
pub struct Weights {
    /// The words that need not be found, as bits.
    stops: u32,
    words: u32,
    /// How many words need not be found, times how many there are; at least 1.
    unsaid: u32,
    /// The length of the query when only one word of it must be found; 0 when several must.
    lone: u32,
}

impl Weights {
    #[must_use]
    pub fn of(query: &Query) -> Weights {
        let words = number(query.words.len());
        let letters = || number(query.words.iter().map(|word| word.text.len()).sum());
        let lone = if query.required.is_power_of_two() { letters() } else { 0 };
        let stops = query.all() & !query.required;
        Weights { stops, words, unsaid: (stops.count_ones() * words).max(1), lone }
    }

    /// What a find in a need is worth, in percent: the only word that is looked for says little in a long sentence.
    #[must_use]
    #[inline]
    pub fn of_need(self, need: &Field) -> u32 {
        if self.lone == 0 {
            return Place::Need.worth();
        }
        let share = self.lone.min(need.letters) * (100 - IN_A_SENTENCE) / need.letters.max(1);
        Place::Need.worth() * (IN_A_SENTENCE + share) / 100
    }

    /// What it is worth that a field has so many of the words that need not be found: much when it has them all.
    #[must_use]
    pub fn as_said(self, said: u32) -> u32 {
        AS_SAID * said * said / self.unsaid
    }

    /// What it is worth that a tool has all words that need not be found, each in some short field.
    #[must_use]
    #[inline]
    pub fn said_somewhere(self, finds: &[Find]) -> u32 {
        if self.stops != 0 && self.are_all_in(finds) { SAID_SOMEWHERE } else { 0 }
    }

    fn are_all_in(self, finds: &[Find]) -> bool {
        let has = |at: usize| {
            let found = finds.get(at).and_then(|find| find.found());
            found.is_some_and(|(place, layer)| place.is_short() && layer <= Layer::Form)
        };
        (0..self.words as usize).filter(|at| self.stops & 1 << at != 0).all(has)
    }
}

/// What a single word in a need is worth at least, in percent of a need that is nothing else.
const IN_A_SENTENCE: u32 = 70;

/// What it is worth when a field has, beside a word that must be found, all other words of the query.
const AS_SAID: u32 = 400;

/// What it is worth when they stand in any short fields of the tool.
const SAID_SOMEWHERE: u32 = 60;
