//! Changes of the plan while it runs: what is still to come may be edited, moved and added to; what is behind or
//! running is a fact. Proposals are taken here too.

use super::super::plan::{Nature, Slot};
use super::super::project;
use super::super::{Row, Span};
use super::order::Dated;
use super::{Replay, Stand, Tally, Walk};
use crate::domain::agenda::{Block, BlockId, MOST_BLOCKS};
use crate::domain::session::{Change, PlanEdit};
use crate::domain::times::{ClockTime, Moment, Seconds};

impl Replay {
    pub(super) fn edit(&mut self, edit: &PlanEdit, dated: Dated) -> bool {
        let first = match edit {
            PlanEdit::Reword(id, ..) => return !self.is_over() && self.index_of(*id).is_some(),
            PlanEdit::Insert(block, after) => self.insert(block, *after, dated.told),
            PlanEdit::Change(block) => self.change(block, dated),
            PlanEdit::Move(id, after) => self.relocate(*id, *after, dated),
        };
        if let Some(first) = first {
            self.wait_anew(first, dated.at);
        }
        first.is_some()
    }

    /// Whether the block is still to come: not running, not behind, not jumped over.
    pub(super) fn is_coming(&self, index: usize) -> bool {
        self.is_ahead(index) && self.current() != Some(index) && index < self.slots.len()
    }

    /// Whether the block can be edited at `at`: it is still to come, or a mark ahead behind which one waits.
    fn is_open(&self, index: usize, at: Moment) -> bool {
        let waits =
            matches!(self.stand, Stand::Pending { next, after, .. } if (after + 1..next.index).contains(&index));
        self.is_coming(index) || waits && self.slots.get(index).is_some_and(|slot| slot.is_mark_after(at))
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

    /// Answers the place of the new block.
    fn insert(&mut self, block: &Block, after: Option<BlockId>, told: Moment) -> Option<usize> {
        let is_new = block.id != BlockId::default() && self.index_of(block.id).is_none();
        if !is_new || block.fault().is_some() || self.slots.len() >= MOST_BLOCKS {
            return None;
        }
        let place = self.place_after(after)?;
        let slot = self.laid(block);
        let tally = Tally::of(&slot);
        let baseline = self.no_time_at(place);
        self.keeping_stand(|replay| {
            replay.slots.insert(place, slot);
            replay.tallies.insert(place, tally);
            replay.baseline.insert(place, baseline);
        });
        self.give_room(place, told);
        Some(place)
    }

    /// A block that was not in the plan has no time in the baseline: it lies where the block before it ends.
    fn no_time_at(&self, place: usize) -> Span {
        let before = place.checked_sub(1).and_then(|before| self.baseline.get(before)).map(|span| span.end);
        let at = before.or(self.baseline.first().map(|span| span.start)).unwrap_or(self.now);
        Span { start: at, end: at }
    }

    /// A buffer that is put in has its whole length where it lands when that is told; what comes late in front of it from
    /// then on eats it (W11).
    fn give_room(&mut self, place: usize, told: Moment) {
        let Some(slot) = self.slots.get(place).filter(|slot| slot.nature == Nature::Buffer) else { return };
        let length = slot.length;
        let landed = project::projection(self, told).rows.get(place).and_then(Row::projected);
        if let (Some(span), Some(Span { start, .. })) = (self.baseline.get_mut(place), landed) {
            *span = Span { start, end: start + length };
        }
    }

    /// Answers the place of the changed block.
    fn change(&mut self, block: &Block, Dated { at, told }: Dated) -> Option<usize> {
        let index = self.index_of(block.id).filter(|index| self.is_open(*index, at) && block.fault().is_none())?;
        let laid = self.laid(block);
        let is_in_plan = self.baseline.get(index).is_some_and(|span| span.length() > Seconds::ZERO);
        let (slot, tally) = (self.slots.get_mut(index)?, self.tallies.get_mut(index)?);
        let (becomes_buffer, longer_gap) = (slot.nature != Nature::Buffer, laid.gap - slot.gap);
        if let (Nature::Buffer, Some(span)) = (laid.nature, self.baseline.get_mut(index)) {
            let gap = if becomes_buffer { longer_gap } else { Seconds::ZERO };
            span.end = span.start.max(span.end + gap + (laid.length - slot.length));
        }
        (tally.length, tally.asked, tally.added, tally.cap) = (laid.length, laid.length, Seconds::ZERO, None);
        tally.place = tally.place.settled(&slot.parts, tally.used).within(&laid.parts, tally.used);
        *slot = laid;
        if let Stand::Pending { next, .. } = &mut self.stand
            && next.index == index
        {
            next.natural = next.natural + longer_gap;
        }
        if becomes_buffer && !is_in_plan {
            self.give_room(index, told);
        }
        Some(index)
    }

    /// Answers the first place at which another block stands.
    fn relocate(&mut self, id: BlockId, after: Option<BlockId>, Dated { at, told }: Dated) -> Option<usize> {
        let from = self.index_of(id).filter(|index| self.is_open(*index, at))?;
        let place = self.place_after(after)?;
        let to = if place > from { place - 1 } else { place };
        if to == from {
            return None;
        }
        self.keeping_stand(|replay| {
            carry(&mut replay.slots, from, to);
            carry(&mut replay.tallies, from, to);
            carry(&mut replay.baseline, from, to);
        });
        self.give_room(to, told);
        Some(to.min(from))
    }

    /// The block on the clock of this session, moved with the rest of the plan (W23).
    fn laid(&self, block: &Block) -> Slot {
        let slot = Slot::of(block, |time| self.moment(time));
        match self.people {
            Some(people) => Slot { parts: slot.parts.with_people(people), ..slot },
            None => slot,
        }
    }

    /// The moment of a clock time of the plan.
    pub(in crate::domain::schedule) fn moment(&self, time: ClockTime) -> Moment {
        self.zone.moment(self.day, time) + self.shifted + self.coming_steps
    }

    /// Lets `rearrange` change the order of the blocks; the run stays with the blocks it was with.
    fn keeping_stand(&mut self, rearrange: impl FnOnce(&mut Replay)) {
        let id_at = |replay: &Replay, index: usize| replay.slots.get(index).map(|slot| slot.id);
        let mut stand = self.stand;
        let held = places(&mut stand).map(|place| place.and_then(|index| id_at(self, *index)));
        rearrange(self);
        for (place, id) in places(&mut stand).into_iter().zip(held) {
            if let (Some(place), Some(index)) = (place, id.and_then(|id| self.index_of(id))) {
                *place = index;
            }
        }
        self.stand = stand;
    }

    /// What is waited for begins when the plan as it is now has it; it is another block where the one at `first` was put
    /// in front of it.
    pub(super) fn wait_anew(&mut self, first: usize, at: Moment) {
        if let Stand::Pending { next, after, left } = self.stand {
            let first = first.max(after + 1).min(next.index);
            let next = self.following(Walk { from: after + 1, first, left }, at);
            self.pend_or_end(next, after, left, at);
        }
    }

    /// Makes all changes that were agreed on, or none when some of them make no sense.
    pub(super) fn agree(&mut self, changes: &[Change], at: Moment) -> bool {
        let fits = changes.iter().all(|change| self.can_take(*change, at));
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
            // A start that is dated back to before the proposal makes a coming block a running one.
            Change::Length(id, length) => {
                let ahead = self.index_of(id).filter(|index| self.is_ahead(*index));
                ahead.is_some_and(|index| self.may_last(index, length - self.tally(index).added))
            }
            Change::Drop(id) => comes(id).is_some_and(|index| !self.tally(index).skipped),
            Change::BringBack(id) => self.skipped(id) && !self.is_over(),
            Change::Finish(moment) => moment + self.coming_steps >= at && !self.is_over(),
        }
    }

    fn take(&mut self, change: Change, at: Moment) {
        match change {
            Change::Length(id, length) => self.agree_on_length(id, length, at),
            Change::Drop(id) => drop(self.skip(id, at)),
            Change::BringBack(id) => drop(self.unskip(id)),
            Change::Finish(moment) => self.finish_at(moment + self.coming_steps),
        }
    }

    /// What was added to the block stays when its length is set, and so does what was asked for.
    fn agree_on_length(&mut self, id: BlockId, length: Seconds, at: Moment) {
        let Some(index) = self.index_of(id) else { return };
        let Tally { added, asked, .. } = *self.tally(index);
        self.set_length(id, length - added, at);
        if let Some(tally) = self.tallies.get_mut(index) {
            tally.asked = asked;
        }
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

/// The places of the blocks that a run stands with.
fn places(stand: &mut Stand) -> [Option<&mut usize>; 2] {
    match stand {
        Stand::Before => [None, None],
        Stand::Pending { next, after, .. } => [Some(&mut next.index), Some(after)],
        Stand::Running(run) => [Some(&mut run.index), None],
        Stand::Paused { index, .. } | Stand::Done { index, .. } => [Some(index), None],
    }
}

/// Takes the item at `from` out and puts it in so that it stands at `to`.
fn carry<T>(items: &mut Vec<T>, from: usize, to: usize) {
    if from < items.len() && to < items.len() {
        let item = items.remove(from);
        items.insert(to, item);
    }
}
