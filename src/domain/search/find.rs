//! A find: where a word of a query was met in a tool, and what that is worth.

use super::field::Place;
use super::layer::{Fit, Layer};
use super::query::MOST_WORDS;

/// Where a word of the query was found best in a tool, in one number, since there are very many: the score in the highest
/// 24 bits, then the place and the layer with four bits each; 0 is no find.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Find(u32);

impl Find {
    /// What fits so in such a place: the quality times the worth of the place.
    #[must_use]
    #[inline]
    pub fn new(place: Place, fit: Fit) -> Find {
        Find::weighing(place.worth(), place, fit)
    }

    /// The same where the place is worth something else, in percent.
    #[must_use]
    #[inline]
    pub fn weighing(worth: u32, place: Place, fit: Fit) -> Find {
        Find((u32::from(fit.quality) * worth / 100) << 8 | (place as u32) << 4 | fit.layer as u32)
    }

    #[must_use]
    #[inline]
    pub fn score(self) -> u32 {
        self.0 >> 8
    }

    /// Where it is and how it was met; nothing where there is no find.
    #[must_use]
    pub fn found(self) -> Option<(Place, Layer)> {
        let place = Place::ALL.get((self.0 >> 4 & 15) as usize).copied();
        let layer = Layer::ALL.get((self.0 & 15) as usize).copied();
        place.zip(layer).filter(|_| self.0 != 0)
    }

    #[inline]
    pub fn raise(&mut self, other: Find) {
        if other.score() > self.score() {
            *self = other;
        }
    }
}

/// For each word of a query the best find in one tool.
pub type Finds = [Find; MOST_WORDS];

/// The best finds in one tool: of each word of a query, or of the only one that most have.
pub trait Best {
    /// Those outside the vocabulary.
    fn of(beyond: &[Beyond], tool: u32) -> Self;

    /// Notes a find of these words, given as bits.
    fn raise(&mut self, words: u32, find: Find);

    fn all(&self) -> &[Find];
}

impl Best for Find {
    #[inline]
    fn of(beyond: &[Beyond], tool: u32) -> Find {
        beyond.first().map_or(Find::default(), |beyond| beyond.of(tool))
    }

    #[inline]
    fn raise(&mut self, _: u32, find: Find) {
        Find::raise(self, find);
    }

    #[inline]
    fn all(&self) -> &[Find] {
        std::slice::from_ref(self)
    }
}

impl Best for Finds {
    fn of(beyond: &[Beyond], tool: u32) -> Finds {
        let mut finds = Finds::default();
        finds.iter_mut().zip(beyond).for_each(|(find, beyond)| *find = beyond.of(tool));
        finds
    }

    #[inline]
    fn raise(&mut self, words: u32, find: Find) {
        let mut left = words;
        while left != 0 {
            self.get_mut(left.trailing_zeros() as usize).into_iter().for_each(|slot| slot.raise(find));
            left &= left - 1;
        }
    }

    #[inline]
    fn all(&self) -> &[Find] {
        self
    }
}

/// The finds of one word of a query outside the vocabulary, at most one for each tool; empty where there are none.
#[derive(Debug, Clone, Default)]
pub struct Beyond(Vec<Find>);

impl Beyond {
    /// A place for the find in each of `count` tools, with those that are there.
    pub fn among(&mut self, count: usize) -> &mut [Find] {
        self.0.resize(count, Find::default());
        &mut self.0
    }

    /// The find in a tool.
    #[must_use]
    #[inline]
    pub fn of(&self, tool: u32) -> Find {
        self.0.get(tool as usize).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_find_tells_what_it_was_made_of() {
        for place in Place::ALL {
            for layer in Layer::ALL {
                let find = Find::new(place, Fit { quality: 700, layer });
                assert_eq!((find.found(), find.score()), (Some((place, layer)), 7 * place.worth()));
            }
        }
        assert_eq!((Find::default().found(), Find::default().score()), (None, 0));
    }

    #[test]
    fn only_better_finds_replace_those_that_are_there() {
        let mut beyond = Beyond::default();
        let of = |quality| Find::new(Place::Name, Fit { quality, layer: Layer::Exact });
        for quality in [500, 900, 700] {
            beyond.among(3).iter_mut().skip(2).for_each(|best| best.raise(of(quality)));
        }
        assert_eq!((beyond.of(2), beyond.of(1), beyond.of(3)), (of(900), Find::default(), Find::default()));
    }
}
