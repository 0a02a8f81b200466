//! Acts on how long methods take (variants, the number of people), and on stretches that do not count (sleep).

use super::super::parts::Parts;
use super::order::Dated;
use super::{Replay, Stand};
use crate::domain::agenda::BlockId;
use crate::domain::times::{Moment, Seconds};
use crate::domain::tool::{MOST_PEOPLE, Variant};

impl Replay {
    /// Runs the block in another of its method's lengths; the block takes as long as its parts.
    pub(super) fn set_variant(&mut self, id: BlockId, variant: Variant, at: Moment) -> bool {
        let Some(index) = self.index_of(id).filter(|index| self.is_ahead(*index)) else { return false };
        let parts = self.slots.get(index).map(|slot| slot.parts.clone()).unwrap_or_default();
        if !parts.has_variants() || parts.variant == variant {
            return false;
        }
        let other = parts.in_variant(variant);
        let length = other.length();
        self.take_parts(index, other, length, at)
    }

    /// Gives every round that has not been run the time that so many people need (S6): a change of length (W20).
    pub(super) fn set_people(&mut self, people: u16, at: Moment) -> bool {
        if !(1..=MOST_PEOPLE).contains(&people) || self.people == Some(people) || self.is_over() {
            return false;
        }
        self.people = Some(people);
        for index in 0..self.slots.len() {
            let Some(parts) = self.slots.get(index).map(|slot| slot.parts.clone()) else { continue };
            let other = parts.with_people(people);
            let is_open = self.is_ahead(index) || self.tally(index).visits.is_empty();
            if is_open && other != parts {
                let length = self.tally(index).length + other.length() - parts.length();
                self.take_parts(index, other, length, at);
            }
        }
        true
    }

    /// Whether the block runs or is still to come.
    pub(super) fn is_ahead(&self, index: usize) -> bool {
        match self.stand {
            Stand::Done { .. } => false,
            _ => self.position().is_none_or(|position| index >= position),
        }
    }

    /// Puts other parts in the place of a block's own, from `at` on; an "until" block keeps its end.
    fn take_parts(&mut self, index: usize, parts: Parts, length: Seconds, at: Moment) -> bool {
        let elapsed = if self.current() == Some(index) { self.elapsed(at) } else { self.tally(index).used };
        let (Some(slot), Some(tally)) = (self.slots.get_mut(index), self.tallies.get_mut(index)) else { return false };
        tally.place = tally.place.settled(&slot.parts, elapsed).over_now(&parts, elapsed);
        slot.parts = parts;
        if slot.until.is_none() {
            let length = length.clamp(Seconds::minutes(1), Seconds::LONGEST);
            (tally.length, tally.asked) = (length, tally.asked + (length - tally.length));
        }
        self.changed(index, at);
        true
    }

    /// Pauses for a sleep of this length, if it is over when it is told.
    pub(super) fn fall_asleep(&mut self, length: Seconds, dated: Dated) -> bool {
        let is_over = length > Seconds::ZERO && length <= Seconds::LONGEST && dated.at + length <= dated.told;
        is_over && self.pause(dated.at)
    }
}
