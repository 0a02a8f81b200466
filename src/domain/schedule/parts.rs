//! The parts of a running block: each has its own countdown and goes on to the next by itself.

use crate::domain::agenda::{self, Block};
use crate::domain::session::StepAct;
use crate::domain::times::Seconds;
use crate::domain::tool::{Advance, PerPerson, Variant};

/// The part that runs at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartNow {
    /// Counted from 0.
    pub index: usize,
    /// How many parts there are.
    pub count: usize,
    /// Time left in the part; negative when it is over its time.
    pub remaining: Seconds,
    /// Its length as it now stands.
    pub length: Seconds,
    /// Time left in the block when all parts have had theirs; negative = too short by so much (S4, S5).
    pub spare: Seconds,
    /// Whether it goes on to the next part by itself.
    pub advance: Advance,
}

impl PartNow {
    /// Whether another part comes after it.
    #[must_use]
    pub fn leads_on(&self) -> bool {
        self.index + 1 < self.count
    }

    /// How long it has gone on beyond its time while others wait; none while it has time, and none in the last part,
    /// where the block's time counts.
    #[must_use]
    pub fn overtime(&self) -> Option<Seconds> {
        Some(-self.remaining).filter(|over| *over > Seconds::ZERO && self.leads_on())
    }

    /// What the block, with so much left, lacks for the rest of its parts; none when they have room (S4).
    #[must_use]
    pub fn lacks(&self, left: Seconds) -> Option<Seconds> {
        let needs = left - self.spare;
        Some(-self.spare).filter(|lacking| *lacking > Seconds::ZERO && needs > Seconds::ZERO)
    }
}

/// The parts of a block as they now stand, and in which of the method's lengths.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Parts {
    pub each: Vec<Part>,
    pub advance: Advance,
    pub variant: Variant,
}

/// What decides how long a part lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part {
    /// As it now stands.
    pub length: Seconds,
    /// Run short, normal and long.
    lengths: [Seconds; 3],
    round: Option<PerPerson>,
}

impl Parts {
    pub fn of(block: &Block) -> Parts {
        Parts { each: block.parts.iter().map(Part::of).collect(), advance: block.advance, variant: block.variant }
    }

    /// The sum of all parts.
    pub fn length(&self) -> Seconds {
        self.each.iter().map(|part| part.length).sum()
    }

    /// Whether the method has other lengths than this one.
    pub fn has_variants(&self) -> bool {
        let total = |at: usize| -> Seconds { self.each.iter().filter_map(|part| part.lengths.get(at).copied()).sum() };
        total(0) != total(1) || total(2) != total(1)
    }

    /// The same parts in another of the method's lengths; rounds keep theirs.
    pub fn in_variant(&self, variant: Variant) -> Parts {
        let parts = self.with(|part| if part.round.is_some() { part.length } else { part.in_variant(variant) });
        Parts { variant, ..parts }
    }

    /// The same parts when so many take part.
    pub fn with_people(&self, people: u16) -> Parts {
        self.with(|part| part.round.map_or(part.length, |round| round.length(people)))
    }

    fn with(&self, length: impl Fn(&Part) -> Seconds) -> Parts {
        let each = self.each.iter().map(|part| Part { length: length(part), ..*part });
        Parts { each: each.collect(), ..*self }
    }

    fn at(&self, index: usize) -> Seconds {
        self.each.get(index).map(|part| part.length).unwrap_or_default()
    }
}

impl Part {
    fn of(part: &agenda::Part) -> Part {
        let each = [Variant::Short, Variant::Normal, Variant::Long];
        let lengths = each.map(|variant| Seconds::of_minutes(part.minutes_in(variant)));
        Part { length: Seconds::of_minutes(part.minutes), lengths, round: part.per_person }
    }

    fn in_variant(&self, variant: Variant) -> Seconds {
        let [short, normal, long] = self.lengths;
        match variant {
            Variant::Short => short,
            Variant::Normal => normal,
            Variant::Long => long,
        }
    }
}

/// Where a block is among its parts: which one, since when (in time used by the block), and what was added to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    index: usize,
    since: Seconds,
    added: Seconds,
    /// Whether this part is let go on by itself.
    advance: Advance,
}

impl Default for Place {
    fn default() -> Place {
        Place::START
    }
}

impl Place {
    pub const START: Place = Place { index: 0, since: Seconds::ZERO, added: Seconds::ZERO, advance: Advance::ByItself };

    /// The place after the parts whose time is up at `elapsed` have gone on by themselves; from then on other lengths
    /// may hold.
    pub fn settled(mut self, parts: &Parts, elapsed: Seconds) -> Place {
        while self.index + 1 < parts.each.len() && self.advance(parts) == Advance::ByItself {
            let due = self.since + self.length(parts);
            if elapsed < due {
                break;
            }
            self = Place { index: self.index + 1, since: due, ..Place::START };
        }
        self
    }

    fn length(self, parts: &Parts) -> Seconds {
        (parts.at(self.index) + self.added).or_zero()
    }

    /// The same place when its part has other lengths from `elapsed` on: one that goes on by itself and is over by that
    /// does so now, not in the past (as W18 has it for blocks). Any other is in overtime (W20).
    pub fn over_now(self, parts: &Parts, elapsed: Seconds) -> Place {
        let used = elapsed - self.since;
        let goes_on = self.index + 1 < parts.each.len() && self.advance(parts) == Advance::ByItself;
        if goes_on && self.length(parts) < used { Place { added: used - parts.at(self.index), ..self } } else { self }
    }

    fn advance(self, parts: &Parts) -> Advance {
        if self.advance == Advance::ByHand { Advance::ByHand } else { parts.advance }
    }

    /// The same place, where there is such a part; else the first one, from `elapsed` on.
    pub fn within(self, parts: &Parts, elapsed: Seconds) -> Place {
        if self.index < parts.each.len() { self } else { Place { since: elapsed, ..Place::START } }
    }

    /// What is left of the part at `elapsed`.
    pub fn remaining(self, parts: &Parts, elapsed: Seconds) -> Seconds {
        let here = self.settled(parts, elapsed);
        here.length(parts) - (elapsed - here.since)
    }

    /// The place after `act`; nothing when there is no such part, or nothing to hold.
    pub fn after(self, act: StepAct, parts: &Parts, elapsed: Seconds) -> Option<Place> {
        let here = self.settled(parts, elapsed);
        let count = parts.each.len();
        let go = |index: usize| Some(Place { index, since: elapsed, ..Place::START }).filter(|_| index < count);
        match act {
            StepAct::Next => go(here.index + 1),
            StepAct::Previous => here.index.checked_sub(1).and_then(go),
            StepAct::Goto(index) => go(index).filter(|_| index != here.index),
            StepAct::Hold if parts.advance == Advance::ByHand || here.index + 1 >= count => None,
            StepAct::Hold if here.advance == Advance::ByItself => Some(Place { advance: Advance::ByHand, ..here }),
            StepAct::Hold if here.remaining(parts, elapsed) <= Seconds::ZERO => go(here.index + 1),
            StepAct::Hold => Some(Place { advance: Advance::ByItself, ..here }),
            StepAct::Add(by) => (count > 0).then_some(Place { added: here.added + by, ..here }),
        }
    }

    /// The running part, in a block that has used `elapsed` and has `left`.
    pub fn now(self, parts: &Parts, elapsed: Seconds, left: Seconds) -> Option<PartNow> {
        let here = self.settled(parts, elapsed);
        let length = parts.each.get(here.index).map(|_| here.length(parts))?;
        let remaining = here.remaining(parts, elapsed);
        let later: Seconds = parts.each.iter().skip(here.index + 1).map(|part| part.length).sum();
        let spare = left - remaining.or_zero() - later;
        let count = parts.each.len();
        Some(PartNow { index: here.index, count, remaining, length, spare, advance: here.advance(parts) })
    }
}
