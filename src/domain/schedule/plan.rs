//! The plan laid on the clock: civil times become moments, and each block becomes a slot. Nothing here depends on
//! what the facilitator did.

use super::parts::Parts;
use crate::domain::agenda::{Agenda, Block, BlockId, Kind};
use crate::domain::session::Session;
use crate::domain::times::{ClockTime, Moment, Seconds};

/// What a slot is, where the rules differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Nature {
    Plain,
    /// Eaten by lateness in front of it (W11).
    Buffer,
    /// A fixed moment of no length, never entered (W10).
    Marker,
}

/// How a slot ends by the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Onward {
    ByHand,
    /// Goes on at zero by itself (W18).
    ByItself,
}

/// A block on the clock.
#[derive(Debug, Clone)]
pub(super) struct Slot {
    pub id: BlockId,
    pub nature: Nature,
    pub length: Seconds,
    pub fixed: Option<Moment>,
    pub until: Option<Moment>,
    pub min: Option<Seconds>,
    pub gap: Seconds,
    pub onward: Onward,
    pub parts: Parts,
}

impl Slot {
    pub fn of(block: &Block, moment: impl Fn(ClockTime) -> Moment) -> Slot {
        let nature = match block.kind {
            _ if block.is_marker() => Nature::Marker,
            Kind::Buffer => Nature::Buffer,
            _ => Nature::Plain,
        };
        Slot {
            id: block.id,
            nature,
            length: block.length(),
            fixed: block.fixed.map(&moment),
            until: block.until.map(&moment),
            min: block.min.map(Seconds::of_minutes),
            gap: block.changeover(),
            onward: if block.auto { Onward::ByItself } else { Onward::ByHand },
            parts: Parts::of(block),
        }
    }

    /// Moves its clock times (W23).
    pub fn shift(&mut self, by: Seconds) {
        self.fixed = self.fixed.map(|moment| moment + by);
        self.until = self.until.map(|moment| moment + by);
    }

    /// Whether it is a mark on the clock that lies after `at` (W10).
    pub fn is_mark_after(&self, at: Moment) -> bool {
        self.nature == Nature::Marker && self.fixed.is_some_and(|fixed| fixed > at)
    }

    /// Where an "until" slot that begins at `start` ends (W7).
    pub fn until_from(&self, start: Moment) -> Option<Moment> {
        let until = self.until?;
        Some(self.min.map_or(until, |min| until.max(start + min)))
    }
}

/// The slots of a session's plan, in agenda order.
pub(super) fn slots(session: &Session) -> Vec<Slot> {
    let moment = |time| session.zone.moment(session.day, time);
    session.plan.blocks.iter().map(|block| Slot::of(block, moment)).collect()
}

/// The planned start as a moment; none when the agenda starts when it is started.
pub(super) fn planned_start(session: &Session) -> Option<Moment> {
    let Agenda { start, .. } = &session.plan;
    start.map(|time| session.zone.moment(session.day, time))
}
