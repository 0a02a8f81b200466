//! A find: where a word of a query was met in a tool, and what that is worth.

use super::field::Place;
use super::layer::{Fit, Layer};
use super::query::MOST_WORDS;

/// Where a word of the query was found best in a tool.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Find {
    /// Quality times the worth of the place.
    pub score: u32,
    pub found: Option<(Place, Layer)>,
}

impl Find {
    #[must_use]
    pub fn new(place: Place, fit: Fit) -> Find {
        Find { score: u32::from(fit.quality) * place.worth() / 100, found: Some((place, fit.layer)) }
    }

    pub fn raise(&mut self, other: Find) {
        if other.score > self.score {
            *self = other;
        }
    }
}

/// For each word of a query the best find in one tool.
pub type Finds = [Find; MOST_WORDS];

/// The finds of one word of a query outside the vocabulary, at most one for each tool; empty where there are none.
#[derive(Debug, Clone, Default)]
pub struct Beyond(Vec<u32>);

impl Beyond {
    /// Notes a find in one of `count` tools.
    pub fn note(&mut self, tool: u32, find: Find, count: usize) {
        if self.0.is_empty() {
            self.0 = vec![0; count];
        }
        let Some((place, layer)) = find.found else { return };
        if let Some(slot) = self.0.get_mut(tool as usize).filter(|slot| find.score > **slot >> 8) {
            *slot = find.score << 8 | (place as u32) << 4 | layer as u32;
        }
    }

    /// The find in a tool.
    #[must_use]
    #[inline]
    pub fn of(&self, tool: u32) -> Find {
        let packed = self.0.get(tool as usize).copied().unwrap_or_default();
        if packed == 0 {
            return Find::default();
        }
        let (place, layer) = (Place::ALL.get((packed >> 4 & 15) as usize), Layer::ALL.get((packed & 15) as usize));
        Find { score: packed >> 8, found: place.copied().zip(layer.copied()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_noted_is_found_again_and_only_better_finds_replace_it() {
        let mut beyond = Beyond::default();
        for place in Place::ALL {
            for layer in Layer::ALL {
                let find = Find { score: 700, found: Some((place, layer)) };
                let mut other = Beyond::default();
                other.note(1, find, 3);
                assert_eq!((other.of(1), other.of(0)), (find, Find::default()));
            }
        }
        let of = |quality| Find::new(Place::Name, Fit { quality, layer: Layer::Exact });
        for quality in [500, 900, 700] {
            beyond.note(2, of(quality), 3);
        }
        assert_eq!(beyond.of(2), of(900));
    }
}
