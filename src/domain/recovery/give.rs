//! What a block may give, and which blocks bear on an aim. Breaks, fixed and "until" blocks, buffers and the closing
//! never give.

use super::{Goal, Outlook};
use crate::domain::agenda::{Block, BlockId, Kind};
use crate::domain::schedule::{Row, Timing};
use crate::domain::times::Seconds;

/// A coming block that can give.
#[derive(Debug, Clone, Copy)]
pub(super) struct Giver {
    pub id: BlockId,
    /// Its place in the plan.
    pub index: usize,
    pub length: Seconds,
    /// Whole minutes it can give and still be held.
    pub give: i64,
    /// Whether it may be dropped.
    pub optional: bool,
}

/// The blocks that bear on `goal`, in order: those after the last fixed time before it, which takes up what is gained in
/// front of it.
pub(super) fn givers(outlook: &Outlook<'_>, goal: Goal) -> Vec<Giver> {
    let target = outlook.place(goal);
    let before = || outlook.coming().filter(|(index, _, _)| *index < target);
    let held = before().filter(|(_, block, _)| block.has_clock_time()).map(|(index, _, _)| index).last();
    let free = before().filter(|(index, block, _)| held.is_none_or(|held| *index > held) && is_soft(block));
    free.map(|(index, block, row)| Giver {
        id: row.id,
        index,
        length: row.length,
        give: give(block, row),
        optional: block.optional,
    })
    .collect()
}

/// Whether a block's length and place are open: no break, no closing, no buffer, nothing with a clock time.
fn is_soft(block: &Block) -> bool {
    matches!(block.kind, Kind::Work | Kind::Talk | Kind::Opening) && block.fixed.is_none() && block.until.is_none()
}

/// The shortest a coming block may become: its `min`, else three quarters of what the leader gave it, in whole
/// minutes; all of it when it is never shortened.
pub(in crate::domain) fn shortest(block: &Block, row: &Row) -> Seconds {
    if !is_soft(block) {
        return row.length;
    }
    let least = block.min.map(|minutes| Seconds::of_minutes(minutes.max(1)));
    let whole = row.length.max(row.asked);
    least.unwrap_or(whole - Seconds::minutes(whole.0 / 4 / 60)).min(row.length)
}

/// A minute stays of what is left of it.
fn give(block: &Block, row: &Row) -> i64 {
    let Timing::Upcoming(span) = row.timing else { return 0 };
    let most = (row.length - shortest(block, row)).min(span.length() - Seconds::minutes(1));
    most.or_zero().0 / 60
}
