//! The order in which the entries of a log happen: by the moments they are dated to, as the clock is now set.

use crate::domain::session::{Act, Entry, PlanEdit};
use crate::domain::times::{Moment, Seconds};
use std::collections::BTreeSet;

/// Something of the log that happens at a moment.
#[derive(Debug, Clone, Copy)]
pub(super) struct Happening {
    pub at: Moment,
    /// The place of its entry in the log.
    pub place: usize,
    pub kind: Kind,
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    Acts,
    /// The end of a sleep that counts as a pause.
    Wakes,
}

/// When an entry holds and when it was told, by the clock as it is now set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dated {
    pub at: Moment,
    pub told: Moment,
}

/// What happens, in the order of the moments; at the same moment in the order of the log.
pub(super) fn happenings(log: &[Entry], dated: &[Dated]) -> Vec<Happening> {
    let mut all = Vec::with_capacity(log.len());
    for (place, (entry, Dated { at, .. })) in log.iter().zip(dated).enumerate() {
        all.push(Happening { at: *at, place, kind: Kind::Acts });
        if let Act::Asleep(length) = entry.act {
            all.push(Happening { at: *at + length.or_zero(), place, kind: Kind::Wakes });
        }
    }
    all.sort_by_key(|happening| happening.at);
    all
}

/// By how much the clock is set in all.
pub(super) fn steps(log: &[Entry]) -> Seconds {
    log.iter().map(|entry| step(&entry.act)).sum()
}

/// By how much the clock is set by this act; a file may say anything, but no clock is a hundred years off.
pub(super) fn step(act: &Act) -> Seconds {
    match act {
        Act::ClockStep(by) if by.0.unsigned_abs() <= FARTHEST_OFF => *by,
        _ => Seconds::ZERO,
    }
}

/// A hundred years in seconds.
const FARTHEST_OFF: u64 = 100 * 366 * 86_400;

/// The moments of every entry, moved by the steps of the clock that came after it (W22). What was edited before the
/// session was started is in the plan that is started, also when the start is dated back.
pub(super) fn dated(log: &[Entry]) -> Vec<Dated> {
    let mut later = Seconds::ZERO;
    let moved = log.iter().rev().map(|entry| {
        let dated = Dated { at: entry.at + later, told: entry.told + later };
        later += step(&entry.act);
        dated
    });
    let mut dated: Vec<Dated> = moved.collect();
    dated.reverse();
    hold_from_start(log, &mut dated);
    dated
}

/// Dates the edits that were told before the start back to it, and what they put another description in the place of.
fn hold_from_start(log: &[Entry], dated: &mut [Dated]) {
    let Some(place) = log.iter().position(|entry| matches!(entry.act, Act::Start(..))) else { return };
    let Some(start) = dated.get(place).map(|dated| dated.at) else { return };
    let mut anew = BTreeSet::new();
    for (entry, dated) in log.iter().zip(dated).take(place).rev() {
        if let Act::Edit(PlanEdit::Change(block)) = &entry.act {
            anew.insert(block.id);
        }
        let holds = match &entry.act {
            Act::Edit(_) => true,
            Act::Length(id, _) | Act::Variant(id, _) => anew.contains(id),
            _ => false,
        };
        if holds {
            dated.at = dated.at.min(start);
        }
    }
}
