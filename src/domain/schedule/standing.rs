//! The plan as it stands while it runs: with what was edited, added and agreed on. The saved agenda and the plan as
//! frozen stay as they are.

use super::super::agenda::{Agenda, Block, BlockId, Part};
use super::super::session::{Act, PlanEdit, Session};
use super::super::times::{ClockTime, Moment, Seconds};
use super::plan::Slot;
use super::replay::Replay;
use std::borrow::Cow;
use std::collections::BTreeMap;

impl Session {
    /// The plan as it stands at `now`: its blocks in the order and with the lengths that hold then, row for row those
    /// of the schedule.
    #[must_use]
    pub fn plan_at(&self, now: Moment) -> Cow<'_, Agenda> {
        if self.log.iter().any(|entry| changes_plan(&entry.act)) {
            Cow::Owned(Replay::of(self, now).plan(self))
        } else {
            Cow::Borrowed(&self.plan)
        }
    }

    /// An id that no block of the plan has or has had.
    #[must_use]
    pub fn free_id(&self) -> BlockId {
        let inserted = self.log.iter().filter_map(|entry| match &entry.act {
            Act::Edit(PlanEdit::Insert(block, _)) => Some(block.id),
            _ => None,
        });
        let all = self.plan.blocks.iter().map(|block| block.id).chain(inserted);
        BlockId(all.map(|id| id.0).max().unwrap_or(0).saturating_add(1))
    }
}

fn changes_plan(act: &Act) -> bool {
    matches!(
        act,
        Act::Edit(_)
            | Act::Variant(..)
            | Act::People(_)
            | Act::Agree(_)
            | Act::Length(..)
            | Act::Add(..)
            | Act::Step(_)
    )
}

impl Replay {
    /// The plan of `session` as it stands at this replay's moment.
    fn plan(&self, session: &Session) -> Agenda {
        let mut described: BTreeMap<BlockId, &Block> =
            session.plan.blocks.iter().map(|block| (block.id, block)).collect();
        for entry in self.edits.iter().filter_map(|place| session.log.get(*place)) {
            if let Act::Edit(PlanEdit::Insert(block, _) | PlanEdit::Change(block)) = &entry.act {
                described.insert(block.id, block);
            }
        }
        let blocks = self.slots.iter().enumerate().filter_map(|(index, slot)| {
            let (block, tally) = (described.get(&slot.id)?, self.tally(index));
            Some(Block { fixed: self.fixed(block, slot), ..standing(block, slot, tally.length + tally.added) })
        });
        let blocks = blocks.collect();
        let Agenda { version, lang, start, .. } = session.plan;
        let texts = session.plan.clone();
        Agenda { version, lang, start, people: self.people, blocks, ..texts }
    }

    /// The fixed time of the block on the clock of the plan; a finish line may have been moved.
    fn fixed(&self, block: &Block, slot: &Slot) -> Option<ClockTime> {
        let fixed = block.fixed?;
        let moved = slot.fixed.map_or(Seconds::ZERO, |now| now - self.moment(fixed));
        Some(fixed.moved(moved.0.div_euclid(60)))
    }
}

/// The block with the lengths that hold now.
fn standing(block: &Block, slot: &Slot, length: Seconds) -> Block {
    let minutes = |length: Seconds| u16::try_from(length.minutes_up()).unwrap_or(0).min(1440);
    let lengths = slot.parts.each.iter().map(|part| part.length);
    let parts = block.parts.iter().zip(lengths).map(|(part, length)| Part { minutes: minutes(length), ..part.clone() });
    Block {
        minutes: if block.is_marker() { 0 } else { minutes(length).max(1) },
        variant: slot.parts.variant,
        parts: parts.collect(),
        ..block.clone()
    }
}
