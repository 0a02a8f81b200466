//! A sleep of the computer while a block was running: told for a while, and to be counted as a pause (T1).

use crate::domain::times::{Moment, Seconds};

/// A sleep that was slept through by a running block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slept {
    /// When it fell asleep.
    pub from: Moment,
    pub length: Seconds,
}

/// How long the line about it stands.
const TOLD: Seconds = Seconds::minutes(2);

/// How long it can be counted as a pause: by then one has settled with the time that is left.
const OFFERED: Seconds = Seconds::minutes(15);

impl Slept {
    /// Whether the line about it stands at `now`.
    #[must_use]
    pub fn is_told(self, now: Moment) -> bool {
        self.is_within(TOLD, now)
    }

    /// Whether it can still be counted as a pause at `now`.
    #[must_use]
    pub fn is_offered(self, now: Moment) -> bool {
        self.is_within(OFFERED, now)
    }

    fn is_within(self, time: Seconds, now: Moment) -> bool {
        now >= self.from && now < self.from + self.length + time
    }
}
