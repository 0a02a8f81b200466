//! Whether a key was forgotten: the running block is far over its time, or the planned start has long passed, and nobody
//! pressed anything. Said once for a block, and never for one that goes on by itself.

use super::agenda::{Block, BlockId};
use super::schedule::{RunState, Schedule, schedule};
use super::session::Session;
use super::times::{Moment, Seconds};

/// What may have happened without a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Forgotten {
    /// The session may have begun.
    Start,
    /// The room may have gone on to the next block.
    Next,
    /// The last block may be over.
    End,
}

/// From so much over time on, at least and at most; a quarter of the length between these.
const FAR: (Seconds, Seconds) = (Seconds::minutes(3), Seconds::minutes(5));

/// From so long after the planned start on nobody has forgotten anything: it stands ready for another time.
const STALE: Seconds = Seconds::minutes(60);

/// How many acts back it is looked for whether it has been said in this block.
const LOOKED_AT: usize = 20;

/// What may have been forgotten in `session` at `now`.
#[must_use]
pub fn forgotten(session: &Session, now: Moment) -> Option<Forgotten> {
    let view = schedule(session, now);
    let (found, block) = far_over(session, &view, now)?;
    let began = view.began();
    let acts = session.log.iter().enumerate().rev().take(LOOKED_AT);
    let mut seen = acts.filter(|(_, entry)| began.is_some_and(|began| entry.told >= began));
    let said = seen.any(|(place, entry)| {
        let log = session.log.iter().take(place).cloned().collect();
        let then = Session { log, ..session.clone() };
        far_over(&then, &schedule(&then, entry.told), entry.told).is_some_and(|(_, other)| other == block)
    });
    (!said).then_some(found)
}

/// What may have been forgotten in a block, whether or not it has been said; before the start there is no block.
fn far_over(session: &Session, view: &Schedule, now: Moment) -> Option<(Forgotten, Option<BlockId>)> {
    match &view.state {
        RunState::Before { to_start: Some(left) } => {
            (FAR.0..STALE).contains(&-*left).then_some((Forgotten::Start, None))
        }
        RunState::Running(current) => {
            let plan = session.plan_at(now);
            plan.block(current.id).filter(|block| !block.auto)?;
            let far = Seconds(current.length.0 / 4).clamp(FAR.0, FAR.1);
            let is_last = view.upcoming().all(|(row, _)| plan.block(row.id).is_none_or(Block::is_marker));
            let found = if is_last { Forgotten::End } else { Forgotten::Next };
            (-current.remaining >= far).then_some((found, Some(current.id)))
        }
        _ => None,
    }
}
