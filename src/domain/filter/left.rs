//! What the running session leaves free now: how long, of what, and for how many.

use crate::domain::agenda::{Agenda, BlockId};
use crate::domain::schedule::{RunState, schedule};
use crate::domain::session::Session;
use crate::domain::text::Line;
use crate::domain::times::{Moment, Seconds};

/// Time that something could be done in now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// Whole minutes, rounded down.
    pub minutes: u16,
    pub of: Room,
    /// How many take part; none when the plan does not say.
    pub people: Option<u16>,
}

/// Where the time is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Room {
    /// What is left of the running block.
    Block(Line),
    /// Idle time before the fixed start of a block to come.
    Before(Line),
}

/// What is free in `session` at `now`: the longer one of what is left of the running block and the idle time
/// before the next fixed start; none while nothing runs.
#[must_use]
pub fn left(session: &Session, now: Moment) -> Option<Left> {
    let (plan, sheet) = (&session.plan_at(now), schedule(session, now));
    let (time, of) = match &sheet.state {
        RunState::Pending { id, to_start, .. } => (*to_start, Room::Before(title(plan, *id))),
        RunState::Running(current) | RunState::Paused(current) => {
            let idle = sheet.upcoming().find_map(|(row, _)| Some((row.slack?, row.id)));
            match idle.filter(|(slack, _)| *slack > current.remaining) {
                Some((slack, id)) => (slack, Room::Before(title(plan, id))),
                None => (current.remaining, Room::Block(title(plan, current.id))),
            }
        }
        RunState::Before { .. } | RunState::Done => return None,
    };
    let minutes = u16::try_from(time.max(Seconds::ZERO).0 / 60).unwrap_or(u16::MAX);
    Some(Left { minutes, of, people: sheet.people })
}

fn title(plan: &Agenda, id: BlockId) -> Line {
    plan.block(id).map(|block| block.title.clone()).unwrap_or_default()
}
