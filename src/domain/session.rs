//! The log of a live run: what the facilitator did, and when it holds. What follows from it is in `schedule`.

mod act;
mod asking;
mod left_open;
mod press;
mod refusal;

pub use act::{Act, Change, Entry, PlanEdit, StepAct};
pub use asking::{Asking, Thanks, Wish};
pub use refusal::Refusal;

use super::agenda::{Agenda, AgendaName, Block, BlockId};
use super::harvest::Note;
use super::text::{Prose, Text};
use super::times::{ClockTime, Moment, Seconds, Zone};
use super::tool::Variant;
use super::version::Version;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the facilitator asks for; [`Session::press`] turns it into an [`Act`] or a refusal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Press {
    /// Start the session (in a block, or in the first); begin a pending block at once.
    Start(Option<BlockId>, Moved),
    Next,
    Previous,
    Goto(BlockId),
    Pause,
    Resume,
    Add(Seconds),
    Skip(BlockId),
    Unskip(BlockId),
    Length(BlockId, Seconds),
    Step(StepAct),
    Variant(BlockId, Variant),
    People(u16),
    /// Private texts of the block stay behind: they belong in [`Private`].
    Edit(PlanEdit),
    Agree(Vec<Change>),
    /// What the group has answered, and what that comes to.
    Answer(Wish, Vec<Change>),
    /// The computer slept so long; dated back to when that began.
    Asleep(Seconds),
    Rebase,
    End,
    Undo,
}

/// How a session begins when it is not its planned start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moved {
    /// Clock times of the plan stand.
    AsPlanned,
    /// The whole plan is moved so that it begins now (W23).
    FromNow,
}

/// What the wall shows of the session, and in which view the program was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Stage {
    pub wall: Wall,
    pub face: Face,
    /// The question that the wall puts to the group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asking: Option<Asking>,
}

/// Whether the wall shows the session or nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Wall {
    #[default]
    Shown,
    Blank,
}

/// Which face of the program was up: a wall stays a wall after a restart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Face {
    #[default]
    Console,
    Room,
}

/// A running session: the plan as frozen, and every act. Holds nothing private; see [`Private`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Session {
    pub version: Version,
    /// The file the plan was taken from.
    pub agenda: AgendaName,
    /// The agenda as frozen at the start, without private texts; never changes.
    pub plan: Agenda,
    /// The day that clock times of the plan count from (W13).
    pub day: Date,
    pub zone: Zone,
    #[serde(default)]
    pub log: Vec<Entry>,
    #[serde(default)]
    pub stage: Stage,
}

impl Session {
    /// A session of `agenda` (kept in the file `name`) that has not started, on the day that puts its planned start
    /// nearest to `now` (W13), and the private texts that were in the agenda.
    #[must_use]
    pub fn of(name: &AgendaName, agenda: &Agenda, now: Moment, zone: Zone) -> (Session, Private) {
        let mut plan = agenda.clone().numbered();
        let private = Private::taken_from(&mut plan);
        let day = nearest_day(plan.start, now, &zone);
        (
            Session {
                version: Version,
                agenda: name.clone(),
                plan,
                day,
                zone,
                log: Vec::new(),
                stage: Stage::default(),
            },
            private,
        )
    }

    /// Whether anything has been started.
    #[must_use]
    pub fn has_started(&self) -> bool {
        self.log.iter().any(|entry| matches!(entry.act, Act::Start(..)))
    }
}

/// The day on which `start` lies nearest to `now`; without a start, the day it is.
fn nearest_day(start: Option<ClockTime>, now: Moment, zone: &Zone) -> Date {
    let today = now.civil(zone).date();
    let Some(start) = start else { return today };
    let days = [today, today.yesterday().unwrap_or(today), today.tomorrow().unwrap_or(today)];
    let off = |day: &Date| (zone.moment(*day, start) - now).0.abs();
    days.into_iter().min_by_key(off).unwrap_or(today)
}

/// What belongs to the facilitator alone; kept in a file of its own that the room never opens.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Private {
    pub version: Version,
    #[serde(default)]
    pub notes: BTreeMap<BlockId, Prose>,
    /// What the leader does in each part of a block.
    #[serde(default)]
    pub leads: BTreeMap<BlockId, Vec<Text>>,
    /// In the order in which it was taken.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub harvest: Vec<Note>,
}

impl Private {
    /// The private texts of `plan`, which loses them.
    fn taken_from(plan: &mut Agenda) -> Private {
        let mut private = Private::default();
        for block in &mut plan.blocks {
            private.take_from(block);
        }
        private
    }

    /// Keeps the private texts of `block`, which loses them, in the place of those that were kept for its id.
    pub fn take_from(&mut self, block: &mut Block) {
        let note = std::mem::take(&mut block.note);
        let leads: Vec<Text> = block.parts.iter_mut().map(|part| std::mem::take(&mut part.lead)).collect();
        self.notes.remove(&block.id);
        self.leads.remove(&block.id);
        if !note.is_empty() {
            self.notes.insert(block.id, note);
        }
        if leads.iter().any(|lead| !lead.is_empty()) {
            self.leads.insert(block.id, leads);
        }
    }

    /// The block with its private texts.
    #[must_use]
    pub fn with_texts(&self, block: &Block) -> Block {
        let mut block = block.clone();
        block.note = self.notes.get(&block.id).cloned().unwrap_or_default();
        for (part, lead) in block.parts.iter_mut().zip(self.leads.get(&block.id).into_iter().flatten()) {
            part.lead = lead.clone();
        }
        block
    }
}
