//! The parts of a running block: each has its own countdown and goes on to the next by itself (TIMING section 5).

use super::super::session::StepAct;
use super::super::times::Seconds;

/// The part that runs at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartNow {
    /// Counted from 0.
    pub index: usize,
    /// Time left in the part; negative when the last part is over its time.
    pub remaining: Seconds,
    /// Its length as it now stands.
    pub length: Seconds,
    /// Time left in the block when all parts have had theirs; negative = too short by so much.
    pub spare: Seconds,
}

/// Where a block is among its parts: which one, since when (in time used by the block), and what was added to it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Place {
    index: usize,
    since: Seconds,
    added: Seconds,
}

impl Place {
    pub const START: Place = Place { index: 0, since: Seconds::ZERO, added: Seconds::ZERO };

    /// The place after the parts whose time is up at `elapsed` have gone on by themselves.
    fn settled(mut self, lengths: &[Seconds], elapsed: Seconds) -> Place {
        while self.index + 1 < lengths.len() {
            let due = self.since + self.length(lengths);
            if elapsed < due {
                break;
            }
            self = Place { index: self.index + 1, since: due, added: Seconds::ZERO };
        }
        self
    }

    fn length(self, lengths: &[Seconds]) -> Seconds {
        lengths.get(self.index).copied().unwrap_or_default() + self.added
    }

    /// What is left of the part at `elapsed`.
    pub fn remaining(self, lengths: &[Seconds], elapsed: Seconds) -> Seconds {
        let here = self.settled(lengths, elapsed);
        here.length(lengths) - (elapsed - here.since)
    }

    /// The place after `act`; nothing when there is no such part.
    pub fn after(self, act: StepAct, lengths: &[Seconds], elapsed: Seconds) -> Option<Place> {
        let here = self.settled(lengths, elapsed);
        let go = |index: usize| Place { index, since: elapsed, added: Seconds::ZERO };
        match act {
            StepAct::Next => Some(go(here.index + 1)).filter(|place| place.index < lengths.len()),
            StepAct::Previous => here.index.checked_sub(1).map(go),
            StepAct::Add(by) => (!lengths.is_empty()).then_some(Place { added: here.added + by, ..here }),
        }
    }

    /// The running part, in a block that has used `elapsed` and has `left`.
    pub fn now(self, lengths: &[Seconds], elapsed: Seconds, left: Seconds) -> Option<PartNow> {
        let here = self.settled(lengths, elapsed);
        let length = lengths.get(here.index).map(|_| here.length(lengths))?;
        let remaining = here.remaining(lengths, elapsed);
        let later: Seconds = lengths.iter().skip(here.index + 1).copied().sum();
        Some(PartNow { index: here.index, remaining, length, spare: left - remaining.or_zero() - later })
    }
}
