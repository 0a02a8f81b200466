//! Changes of the plan while it runs: what is still to come may be edited, moved and added to; what is behind or
//! running is a fact. Proposals are taken here too (TIMING section 6).

use super::super::Span;
use super::super::plan::{Nature, Slot};
use super::{Replay, Stand, Tally, Walk};
use crate::domain::agenda::{Block, BlockId, MOST_BLOCKS};
use crate::domain::session::{Change, PlanEdit};
use crate::domain::times::{ClockTime, Moment, Seconds};

impl Replay {
    pub(super) fn edit(&mut self, edit: &PlanEdit, at: Moment) -> bool {
        let done = match edit {
            PlanEdit::Insert(block, after) => self.insert(block, *after),
            PlanEdit::Change(block) => self.change(block),
            PlanEdit::Move(id, after) => self.relocate(*id, *after),
        };
        if done {
            self.wait_anew(at);
        }
        done
    }

    /// Whether the block is still to come: not running, not behind, not jumped over.
    pub(super) fn is_coming(&self, index: usize) -> bool {
        self.is_ahead(index) && self.current() != Some(index) && index < self.slots.len()
    }

    /// The place right after `after` (none: the first place), if it lies ahead.
    fn place_after(&self, after: Option<BlockId>) -> Option<usize> {
        let place = match after {
            Some(after) => self.index_of(after)? + 1,
            None => 0,
        };
        let is_open = match self.stand {
            Stand::Done { .. } => false,
            Stand::Pending { after, .. } => place > after,
            _ => self.current().is_none_or(|current| place > current),
        };
        is_open.then_some(place)
    }

    fn insert(&mut self, block: &Block, after: Option<BlockId>) -> bool {
        let is_new = block.id != BlockId::default() && self.index_of(block.id).is_none();
        if !is_new || block.fault().is_some() || self.slots.len() >= MOST_BLOCKS {
            return false;
        }
        let Some(place) = self.place_after(after) else { return false };
        let slot = self.laid(block);
        let tally = Tally { length: slot.length, ..Tally::default() };
        let baseline = self.no_time_at(place);
        self.keeping_stand(|replay| {
            replay.slots.insert(place, slot);
            replay.tallies.insert(place, tally);
            replay.baseline.insert(place, baseline);
        });
        true
    }

    /// A block that was not in the plan has no time in the baseline: it lies where the block before it ends.
    fn no_time_at(&self, place: usize) -> Span {
        let before = place.checked_sub(1).and_then(|before| self.baseline.get(before)).map(|span| span.end);
        let at = before.or(self.baseline.first().map(|span| span.start)).unwrap_or(self.now);
        Span { start: at, end: at }
    }

    fn change(&mut self, block: &Block) -> bool {
        let Some(index) = self.index_of(block.id).filter(|index| self.is_coming(*index)) else { return false };
        if block.fault().is_some() {
            return false;
        }
        let laid = self.laid(block);
        let (Some(slot), Some(tally)) = (self.slots.get_mut(index), self.tallies.get_mut(index)) else { return false };
        (tally.length, tally.added) = (laid.length, Seconds::ZERO);
        *slot = laid;
        true
    }

    fn relocate(&mut self, id: BlockId, after: Option<BlockId>) -> bool {
        let from = self.index_of(id).filter(|index| self.is_coming(*index) && self.awaited() != Some(*index));
        let (Some(from), Some(place)) = (from, self.place_after(after)) else { return false };
        let to = if place > from { place - 1 } else { place };
        if to == from {
            return false;
        }
        self.keeping_stand(|replay| {
            carry(&mut replay.slots, from, to);
            carry(&mut replay.tallies, from, to);
            carry(&mut replay.baseline, from, to);
        });
        true
    }

    /// The block that is waited for.
    fn awaited(&self) -> Option<usize> {
        match self.stand {
            Stand::Pending { next, .. } => Some(next.index),
            _ => None,
        }
    }

    /// The block on the clock of this session, moved with the rest of the plan (W23).
    fn laid(&self, block: &Block) -> Slot {
        Slot::of(block, |time| self.moment(time))
    }

    /// The moment of a clock time of the plan.
    pub(in crate::domain::schedule) fn moment(&self, time: ClockTime) -> Moment {
        self.zone.moment(self.day, time) + self.shifted
    }

    /// Lets `rearrange` change the order of the blocks; the run stays with the blocks it was with.
    fn keeping_stand(&mut self, rearrange: impl FnOnce(&mut Replay)) {
        let ids: Vec<BlockId> = self.slots.iter().map(|slot| slot.id).collect();
        rearrange(self);
        let moved: Vec<usize> = ids.iter().enumerate().map(|(at, id)| self.index_of(*id).unwrap_or(at)).collect();
        let now_at = |index: &mut usize| *index = moved.get(*index).copied().unwrap_or(*index);
        match &mut self.stand {
            Stand::Before => {}
            Stand::Pending { next, after, .. } => {
                now_at(&mut next.index);
                now_at(after);
            }
            Stand::Running(run) => now_at(&mut run.index),
            Stand::Paused { index, .. } | Stand::Done { index, .. } => now_at(index),
        }
    }

    /// What is waited for begins when the plan as it is now has it.
    fn wait_anew(&mut self, at: Moment) {
        if let Stand::Pending { next, after, left } = self.stand {
            let next = self.following(Walk { from: next.index.min(after + 1), first: next.index, left }, at);
            self.pend_or_end(next, after, left, at);
        }
    }

    /// Takes a proposal: all of it, or nothing when some of it makes no sense.
    pub(super) fn agree(&mut self, changes: &[Change], at: Moment) -> bool {
        let fits = !changes.is_empty() && changes.iter().all(|change| self.can_take(*change, at));
        if fits {
            for change in changes {
                self.take(*change, at);
            }
        }
        fits
    }

    fn can_take(&self, change: Change, at: Moment) -> bool {
        let comes = |id: BlockId| self.index_of(id).filter(|index| self.is_coming(*index));
        match change {
            Change::Length(id, length) => {
                comes(id).is_some_and(|index| self.may_last(index, length - self.tally(index).added))
            }
            Change::Drop(id) => comes(id).is_some_and(|index| !self.tally(index).skipped),
            Change::BringBack(id) => self.skipped(id) && !self.is_over(),
            Change::Finish(moment) => moment >= at && !self.is_over(),
        }
    }

    fn take(&mut self, change: Change, at: Moment) {
        match change {
            Change::Length(id, length) => drop(self.set_length(id, length - self.added(id), at)),
            Change::Drop(id) => drop(self.skip(id, at)),
            Change::BringBack(id) => drop(self.unskip(id)),
            Change::Finish(moment) => self.finish_at(moment),
        }
    }

    /// What was added to the block, which stays when its length is set.
    fn added(&self, id: BlockId) -> Seconds {
        self.index_of(id).map_or(Seconds::ZERO, |index| self.tally(index).added)
    }

    /// The last marker ahead is the finish line.
    fn finish_at(&mut self, moment: Moment) {
        let is_mark = |index: &usize| self.slots.get(*index).is_some_and(|slot| slot.nature == Nature::Marker);
        let mut ahead = (0..self.slots.len()).rev().filter(|index| self.is_coming(*index) && is_mark(index));
        let last = ahead.find(|index| !self.tally(*index).skipped);
        if let Some(slot) = last.and_then(|index| self.slots.get_mut(index)) {
            slot.fixed = Some(moment);
        }
        self.finish = Some(moment);
    }
}

/// Takes the item at `from` out and puts it in so that it stands at `to`.
fn carry<T>(items: &mut Vec<T>, from: usize, to: usize) {
    if from < items.len() && to < items.len() {
        let item = items.remove(from);
        items.insert(to, item);
    }
}
