//! What stands in the log: acts of the facilitator and of the clock, each with its moments.

use super::asking::Wish;
use crate::domain::agenda::{Block, BlockId};
use crate::domain::text::{Line, Prose, Text};
use crate::domain::times::{Moment, Seconds};
use crate::domain::tool::Variant;
use serde::{Deserialize, Serialize};

/// One act of the facilitator, or of the clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Act {
    /// Starts the session in this block, the plan moved by so many seconds (W23; positive = later); while a
    /// block is pending, begins it at once.
    Start(BlockId, Seconds),
    /// Goes back or jumps to this block, at once; that visit does not auto-advance (W17).
    Enter(BlockId),
    /// Goes on to this block, waiting for its fixed start or changeover (W14, W16).
    Wait(BlockId),
    /// Takes back the auto-advance of the visit of this block that began at the entry's moment (W24).
    Hold(BlockId),
    /// Gives the running or pending block more time, or less (W19).
    Add(BlockId, Seconds),
    /// Sets a block's length (W20).
    Length(BlockId, Seconds),
    Skip(BlockId),
    Unskip(BlockId),
    /// Moves within the parts of the running block.
    Step(StepAct),
    /// Runs the block in another of its method's lengths.
    Variant(BlockId, Variant),
    /// So many take part: rounds of blocks that are not behind take as long as that asks for (S6).
    People(u16),
    /// Changes the plan ahead; the saved agenda stays as it is.
    Edit(PlanEdit),
    /// Takes a proposal (offered by `recovery`): all its changes, as one act.
    Agree(Vec<Change>),
    /// What the group has answered on the wall, with all that it comes to, as one act (R11).
    Answer(Wish, Vec<Change>),
    Pause,
    Resume,
    /// The stretch of so many seconds that began at the entry's moment counts as a pause: the computer slept (T1).
    Asleep(Seconds),
    /// Makes the present projection the plan (W20).
    Rebase,
    /// The wall clock was set by so many seconds (positive = forward) while the program ran (W22).
    ClockStep(Seconds),
    End,
}

/// An act within the parts of the running block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum StepAct {
    Next,
    Previous,
    /// To the part with this number, counted from 0 (S5).
    Goto(usize),
    /// Keeps the running part from going on by itself (S4), or lets it again.
    Hold,
    /// Gives the running part more time, or less; the block is moved by the same.
    Add(Seconds),
}

/// A change of the plan ahead while it runs. What is behind or running is a fact and stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum PlanEdit {
    /// Puts a new block in after another one, or first.
    Insert(Box<Block>, Option<BlockId>),
    /// Puts this description in the place of the coming block that has its id.
    Change(Box<Block>),
    /// Moves a coming block to stand after another one, or first.
    Move(BlockId, Option<BlockId>),
    /// Gives a block that runs or is coming another title and question; its time stays as it is.
    Reword(BlockId, Line, Line),
}

impl PlanEdit {
    /// The edit without the block's private texts, which never stand in the log.
    #[must_use]
    pub fn made_public(mut self) -> PlanEdit {
        if let PlanEdit::Insert(block, _) | PlanEdit::Change(block) = &mut self {
            block.note = Prose::default();
            block.parts.iter_mut().for_each(|part| part.lead = Text::default());
        }
        self
    }
}

/// One change of a proposal (offered by `recovery`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// A coming block gets this length.
    Length(BlockId, Seconds),
    /// A coming block is dropped.
    Drop(BlockId),
    /// A dropped block comes back.
    BringBack(BlockId),
    /// The session is to end at this moment: its finish line, where it has one, is moved there.
    Finish(Moment),
}

/// An act with its moments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// When it holds.
    pub at: Moment,
    /// When the key was pressed; later than `at` when dated back.
    pub told: Moment,
    pub act: Act,
}
