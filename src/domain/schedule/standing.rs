//! The plan as it stands while it runs: with what was edited, added and agreed on. The saved agenda and the plan as
//! frozen stay as they are.

use super::plan::Slot;
use super::replay::{Replay, Tally};
use crate::domain::agenda::{Agenda, Block, BlockId};
use crate::domain::session::{Act, PlanEdit, Session};
use crate::domain::text::Line;
use crate::domain::times::{ClockTime, Moment, Seconds};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

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

    /// Whether anything was asked of the plan but minutes for what ran: a new block, another order, length or number of
    /// people.
    #[must_use]
    pub fn is_replanned(&self) -> bool {
        let asked = |act: &Act| changes_plan(act) && !matches!(act, Act::Add(..) | Act::Step(_));
        self.log.iter().any(|entry| asked(&entry.act))
    }

    /// The plan with what was changed in it, and without the minutes that blocks were given as they ran: what a saved
    /// agenda may take over. Blocks that were dropped stay in it.
    #[must_use]
    pub fn replanned(&self, now: Moment) -> Agenda {
        let mut replay = Replay::of(self, now);
        replay.tallies.iter_mut().for_each(|tally| tally.added = Seconds::ZERO);
        replay.plan(self)
    }

    /// By how much the clock times of the plan were moved when the session began (W23; positive = later).
    #[must_use]
    pub fn shifted(&self, now: Moment) -> Seconds {
        Replay::of(self, now).shifted
    }

    /// An id that no block of the plan has or has had.
    #[must_use]
    pub fn free_id(&self) -> BlockId {
        let inserted = self.log.iter().filter_map(|entry| match &entry.act {
            Act::Edit(PlanEdit::Insert(block, _)) => Some(block.id),
            _ => None,
        });
        let planned = self.plan.blocks.iter().map(|block| block.id);
        let taken: BTreeSet<BlockId> = planned.clone().chain(inserted).collect();
        let beyond = planned.max().unwrap_or_default().0;
        let mut free = (beyond.saturating_add(1)..=u32::MAX).map(BlockId).filter(|id| !taken.contains(id));
        free.next().unwrap_or_default()
    }
}

fn changes_plan(act: &Act) -> bool {
    matches!(
        act,
        Act::Edit(_)
            | Act::Variant(..)
            | Act::People(_)
            | Act::Agree(_)
            | Act::Answer(..)
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
        let mut reworded: BTreeMap<BlockId, (&Line, &Line)> = BTreeMap::new();
        for entry in self.edits.iter().filter_map(|place| session.log.get(*place)) {
            match &entry.act {
                Act::Edit(PlanEdit::Insert(block, _) | PlanEdit::Change(block)) => {
                    described.insert(block.id, block);
                    reworded.remove(&block.id);
                }
                Act::Edit(PlanEdit::Reword(id, title, question)) => drop(reworded.insert(*id, (title, question))),
                _ => {}
            }
        }
        let blocks = self.slots.iter().enumerate().filter_map(|(index, slot)| {
            let block = described.get(&slot.id)?;
            let (title, question) = reworded.get(&slot.id).copied().unwrap_or((&block.title, &block.question));
            let (title, question) = (title.clone(), question.clone());
            let fixed = self.fixed(block, slot);
            Some(Block { title, fixed, question, ..standing(block, slot, self.tally(index)) })
        });
        let Agenda { version, title, lang, start, people: _, purpose, wanted, evaluation, blocks: _ } = &session.plan;
        Agenda {
            version: *version,
            title: title.clone(),
            lang: *lang,
            start: *start,
            people: self.people,
            purpose: purpose.clone(),
            wanted: wanted.clone(),
            evaluation: evaluation.clone(),
            blocks: blocks.collect(),
        }
    }

    /// The fixed time of the block on the clock of the plan; a finish line may have been moved.
    fn fixed(&self, block: &Block, slot: &Slot) -> Option<ClockTime> {
        let fixed = block.fixed?;
        let moved = slot.fixed.map_or(Seconds::ZERO, |now| now - self.moment(fixed));
        Some(fixed.moved(moved.0.div_euclid(60)))
    }
}

/// The block with the lengths that hold now.
fn standing(block: &Block, slot: &Slot, tally: &Tally) -> Block {
    let (variant, minutes) = (slot.parts.variant, (tally.length + tally.added).minutes_planned().max(1));
    let lengths = slot.parts.each.iter().map(|part| part.length.minutes_planned());
    let parts = block.parts.iter().zip(lengths).map(|(part, minutes)| part.lasting(minutes, variant)).collect();
    let minutes = if block.is_marker() { 0 } else { minutes };
    let until = block.until.map(|until| until.moved(tally.added.0.div_euclid(60)));
    let until = until.filter(|until| block.fixed.is_none_or(|fixed| fixed < *until)).or(block.until);
    Block { minutes, min: block.min.map(|min| min.min(minutes)), until, variant, parts, ..block.clone() }
}
