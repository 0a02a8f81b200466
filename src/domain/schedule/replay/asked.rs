//! What has to be known of a run to judge a new act: the questions that `session` asks.

use super::super::Visit;
use super::super::plan::Nature;
use super::{Replay, Run, Stand, Walk};
use crate::domain::agenda::BlockId;
use crate::domain::times::{Moment, Seconds};
use crate::domain::tool::Variant;

/// What decides which acts a block can take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// It has a length.
    Plain,
    /// It ends at a clock time (W7).
    Until,
    /// A moment of no length, never entered (W10).
    Marker,
}

impl Replay {
    /// What sort of block it is; nothing when it is not in the plan as that now stands.
    #[must_use]
    pub fn sort(&self, id: BlockId) -> Option<Sort> {
        let slot = self.slots.get(self.index_of(id)?)?;
        Some(match slot.nature {
            Nature::Marker => Sort::Marker,
            _ if slot.until.is_some() => Sort::Until,
            Nature::Plain | Nature::Buffer => Sort::Plain,
        })
    }

    /// In which of its method's lengths the block runs; nothing when it is not in the plan.
    #[must_use]
    pub fn variant(&self, id: BlockId) -> Option<Variant> {
        self.slots.get(self.index_of(id)?).map(|slot| slot.parts.variant)
    }

    /// Whether the act at this place of the log made sense where it is dated.
    #[must_use]
    pub fn applied(&self, index: usize) -> bool {
        self.applied.get(index).copied().unwrap_or(false)
    }

    /// Every visit of every block, in the order of time.
    #[must_use]
    pub fn visits(&self) -> Vec<(BlockId, Visit)> {
        let of = |index: usize| self.tally(index).visits.iter().map(move |visit| (self.slot_id(index), *visit));
        let mut all: Vec<(BlockId, Visit)> = (0..self.slots.len()).flat_map(of).collect();
        all.sort_by_key(|(_, visit)| visit.start);
        all
    }

    /// The last thing that went on by itself: the block, the start of the visit that ended, and when.
    #[must_use]
    pub fn last_automatic(&self) -> Option<(BlockId, Moment, Moment)> {
        self.automatic.last().copied()
    }

    /// When the act at this place of the log was told, by the clock as it is now set (W22).
    #[must_use]
    pub fn told(&self, index: usize) -> Option<Moment> {
        self.told.get(index).copied()
    }

    /// `at`, but not before the start of the current visit (W15).
    #[must_use]
    pub fn held_back(&self, at: Moment) -> Moment {
        self.earliest().map_or(at, |earliest| at.max(earliest))
    }

    /// The earliest moment at which a change of what is ahead can hold, though it is told now: since then nothing has
    /// happened. What is dated back later on comes after it where it can. What waits is decided by the clock: now.
    #[must_use]
    pub fn quiet_since(&self) -> Moment {
        match self.stand {
            Stand::Running(_) | Stand::Paused { .. } => self.earliest().max(self.latest).unwrap_or(self.now),
            Stand::Before | Stand::Pending { .. } | Stand::Done { .. } => self.now,
        }
    }

    /// The blocks that can be entered, in the order of the agenda.
    pub fn enterable_blocks(&self) -> impl Iterator<Item = BlockId> {
        (0..self.slots.len()).filter(|index| self.enterable(*index)).map(|index| self.slot_id(index))
    }

    /// Whether the block is a buffer that has nothing left if it begins at `at` (W11).
    #[must_use]
    pub fn spends(&self, id: BlockId, at: Moment) -> bool {
        self.index_of(id).is_some_and(|index| self.is_spent(index, at))
    }

    /// The block that comes next if the running one is left at `at`.
    #[must_use]
    pub fn next_block(&self, at: Moment) -> Option<BlockId> {
        let beyond = self.current()? + 1;
        self.following(Walk { from: beyond, first: beyond, left: at }, at).map(|next| self.slot_id(next.index))
    }

    /// The block that "previous" goes back to (W17).
    #[must_use]
    pub fn previous_block(&self) -> Option<BlockId> {
        self.preceding().map(|index| self.slot_id(index))
    }

    /// Where the plan has the start of the block.
    #[must_use]
    pub fn baseline_start(&self, id: BlockId) -> Option<Moment> {
        self.index_of(id).and_then(|index| self.baseline.get(index)).map(|span| span.start)
    }

    /// Whether the block is skipped by hand.
    #[must_use]
    pub fn skipped(&self, id: BlockId) -> bool {
        self.index_of(id).is_some_and(|index| self.tally(index).skipped)
    }

    /// Whether the run has left the block behind (W8).
    #[must_use]
    pub fn behind(&self, id: BlockId) -> bool {
        self.index_of(id).is_some_and(|index| self.is_done(index))
    }

    /// Every stretch in which the block was the running one, in order.
    #[must_use]
    pub fn visits_of(&self, id: BlockId) -> &[Visit] {
        self.index_of(id).map_or(&[], |index| &self.tally(index).visits)
    }

    /// The time the block has used, without the time in which its clock stood (W4).
    #[must_use]
    pub fn used(&self, id: BlockId) -> Seconds {
        match self.index_of(id) {
            Some(index) if self.current() == Some(index) => self.elapsed(self.now),
            Some(index) => self.tally(index).used,
            None => Seconds::ZERO,
        }
    }

    /// Start of the current visit, or when the last one ended: nothing can be dated back beyond it (W15).
    pub(super) fn earliest(&self) -> Option<Moment> {
        match self.stand {
            Stand::Before => None,
            Stand::Pending { left, .. } => Some(left),
            Stand::Done { at, .. } => Some(at),
            Stand::Running(Run { index, .. }) | Stand::Paused { index, .. } => {
                self.tally(index).visits.last().map(|visit| visit.start)
            }
        }
    }
}
